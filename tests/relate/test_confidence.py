"""How sure a fact is."""

from decimal import Decimal

import pytest

from olgu.article import Quantity, Slot
from olgu.relate.confidence import Measured, confidence, signals
from olgu.relate.ranker import Ranker, load, spell

MONEY = Quantity(0, 5, "money", Decimal(5), unit="USD", rule="money.suffix")
PHRASE = Slot(10, 20, "what.before")


def test_signals_climb_with_share_and_margin() -> None:
    low, high = (set(spell(signals(MONEY, Measured(PHRASE, s, m), "level"))) for s, m in ((0.35, 300), (0.95, 5000)))
    assert low < high
    assert "what:what.before" in low


@pytest.mark.parametrize(("weights", "expected"), [({}, 0.5), ({"fact": 100_000}, 1.0), ({"fact": -100_000}, 0.0)])
def test_confidence_is_a_share(weights: dict[str, int], expected: float) -> None:
    assert confidence(MONEY, Measured(PHRASE, 0.9, 900), "level", Ranker(weights)) == expected


def test_shipped_confidence_is_higher_where_the_rankers_are_surer() -> None:
    sure, unsure = (
        confidence(MONEY, Measured(PHRASE, share, margin), "level", load("confidence"))
        for share, margin in ((0.995, 5000), (0.3, 100))
    )
    assert 0 < unsure < 0.6 < sure <= 1


def test_nothing_measured_is_unsure() -> None:
    assert confidence(MONEY, Measured(None), "level", load("confidence")) < 0.6
