from collections import Counter

import pytest
from models.train import spellings

from olgu.analyse.spellings import AFTER, BEFORE, CAPITALS, SMALL, TITLE

TEXT = (
    "Bu karar Merkez Bankası tarafından alındı. Her merkez kendi bankası için TÜİK'in verisini ister. Banka ve "
    "Merkez Bankası ayrıdır. O merkez ve onun bankası eskidir. Yeni merkez de, bankası da Ankara'da."
)


def test_words_come_with_their_case_and_the_break_before_them() -> None:
    words = list(spellings.seen("Ankara'da TÜİK, veri açıkladı. Hak-İş – sendika"))
    assert words == [
        ("ankara", TITLE, True),
        ("tüik", CAPITALS, False),
        ("veri", SMALL, False),
        ("açıkladı", SMALL, False),
        ("hak", TITLE, True),
        ("iş", TITLE, False),
        ("sendika", SMALL, True),
    ]


@pytest.mark.parametrize(
    ("cases", "prior", "expected"),
    [
        ({SMALL: 3, TITLE: 1}, None, SMALL),
        ({SMALL: 2, TITLE: 2}, None, TITLE),
        ({CAPITALS: 3, SMALL: 2}, None, CAPITALS),
        ({TITLE: 3}, {SMALL: 9, TITLE: 1}, TITLE),
        ({TITLE: 1}, {SMALL: 9, TITLE: 1}, SMALL),
    ],
)
def test_what_most_have_is_the_case(cases: dict, prior: dict | None, expected: str) -> None:
    assert spellings.case_of(Counter(cases), Counter(prior) if prior else None) == expected


def test_frequent_forms_come_first_and_pairs_are_exceptions() -> None:
    forms, pairs = spellings.tables([TEXT] * 2)
    assert forms[0] == "form\tcase"
    assert forms[1:3] == [f"bankası\t{SMALL}", f"merkez\t{SMALL}"]
    assert f"tüik\t{TITLE}" not in forms  # seen twice, which is too seldom
    assert f"{BEFORE}\tmerkez\tbankası\t{TITLE}" in pairs
    assert f"{AFTER}\tbankası\tmerkez\t{TITLE}" in pairs
    assert not any("kendi" in pair for pair in pairs)
