"""Write random numbers below 10^18 in every way that Turkish knows and read them back.

Usage: python bench/roundtrip.py [--numbers 1000000] [--seed 0] [--icu]

Every number is written in one way, the ways in turn, so that each gets its share; with `--icu` ICU's spell-out
(PyICU) is one of them. Prints for every way how many numbers came back, and the first that did not.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "recognise"))

from test_numerals_round_trip import WAYS

from olgu.recognise.numerals import find

_ICU_LIMIT = 2**53
"""ICU spells larger numbers wrong: its rules reckon in doubles."""


def icu() -> Callable[[int], str]:
    """Return ICU's speller of Turkish numbers, spaced as Turkish is."""
    from icu import Locale, RuleBasedNumberFormat, URBNFRuleSetTag  # noqa: PLC0415 - optional

    speller = RuleBasedNumberFormat(URBNFRuleSetTag.SPELLOUT, Locale("tr"))
    return lambda n: str(speller.format(n))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--numbers", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--icu", action="store_true")
    options = parser.parse_args()
    ways = dict(WAYS) | ({"icu": icu()} if options.icu else {})
    names, chance = list(ways), random.Random(options.seed)
    right, wrong = dict.fromkeys(names, 0), {}
    for turn in range(options.numbers):
        name = names[turn % len(names)]
        number = chance.randrange(10 ** chance.randint(1, 18))
        if name == "icu":
            number %= _ICU_LIMIT
        text = ways[name](number)
        found = find(text)
        if found and found[0].value == number and (len(found) == 1 or name == "sentence"):
            right[name] += 1
        else:
            wrong.setdefault(name, (number, text, [str(f.value) for f in found]))
    for i, name in enumerate(names):
        asked = (options.numbers - i + len(names) - 1) // len(names)
        print(f"{name:<16} {right[name]:>9} of {asked:>9}  {wrong.get(name, '')}")
    print(f"all {sum(right.values())} of {options.numbers}")


if __name__ == "__main__":
    main()
