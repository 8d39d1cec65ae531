"""The mutations and targets are modules beside the tests, which `long.py` uses too."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
