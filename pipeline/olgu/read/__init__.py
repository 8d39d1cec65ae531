"""Room 1: bytes → Article. Files, formats, decoding and repair; no linguistics."""
