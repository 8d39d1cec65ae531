"""Names of the rules and of a model put together."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olgu.analyse import language
from olgu.analyse.words import sentences
from olgu.article import Mention
from olgu.recognise.name_model import SURE, Read, combine, recall, whole

TEXT = "Sağlık Bakanı Fahrettin Koca Ankara Şehir Hastanesinde konuştu"


def rule(quote: str, kind: str) -> Mention:
    start = TEXT.index(quote)
    return Mention(start, start + len(quote), kind, "rule")  # type: ignore[arg-type]


def seen(quote: str, kind: str, confidence: float) -> Read:
    start = TEXT.index(quote)
    return start, start + len(quote), kind, confidence


@pytest.mark.parametrize(
    ("ruled", "read", "expected"),
    [
        ([], [], []),
        ([rule("Ankara", "LOC")], [], [("Ankara", "LOC", "rule")]),
        ([], [seen("Ankara", "LOC", SURE)], [("Ankara", "LOC", "model")]),
        ([], [seen("Ankara", "LOC", SURE - 0.01)], []),
        ([rule("Ankara", "LOC")], [seen("Ankara", "LOC", 0.1)], [("Ankara", "LOC", "rule")]),
        (
            [rule("Ankara", "LOC")],
            [seen("Ankara Şehir Hastanesi", "ORG", SURE)],
            [("Ankara Şehir Hastanesi", "ORG", "model")],
        ),
        ([rule("Ankara", "LOC")], [seen("Ankara Şehir Hastanesi", "ORG", SURE - 0.01)], [("Ankara", "LOC", "rule")]),
        ([rule("Ankara", "LOC")], [seen("Ankara", "ORG", SURE)], [("Ankara", "ORG", "model")]),
        ([rule("Ankara", "LOC")], [seen("Ankara", "ORG", SURE - 0.01)], [("Ankara", "LOC", "rule")]),
        (
            [rule("Fahrettin Koca", "PERSON"), rule("Ankara", "LOC")],
            [seen("Fahrettin Koca Ankara", "PERSON", SURE)],
            [("Fahrettin Koca Ankara", "PERSON", "model")],
        ),
        (
            [rule("Ankara", "LOC")],
            [seen("Fahrettin Koca", "PERSON", 0.95)],
            [("Fahrettin Koca", "PERSON", "model"), ("Ankara", "LOC", "rule")],
        ),
        ([rule("Koca Ankara", "ORG")], [seen("Fahrettin Koca", "PERSON", 0.5)], [("Koca Ankara", "ORG", "rule")]),
    ],
)
def test_combine(ruled: list[Mention], read: list[Read], expected: list[tuple[str, str, str]]) -> None:
    assert [(TEXT[n.start : n.end], n.type, n.rule) for n in combine(ruled, read)] == expected


def spans(kinds: st.SearchStrategy[str]) -> st.SearchStrategy[list[tuple[int, int, str]]]:
    cuts = st.lists(st.integers(0, 40), unique=True, max_size=12).map(sorted)
    return cuts.flatmap(
        lambda ends: st.lists(kinds, min_size=len(ends) // 2, max_size=len(ends) // 2).map(
            lambda found: [(a, b, k) for a, b, k in zip(ends[::2], ends[1::2], found, strict=False)]
        )
    )


@given(spans(st.sampled_from(["PERSON", "LOC"])), spans(st.sampled_from(["PERSON", "ORG"])), st.floats(0, 1))
def test_names_stay_sorted_and_apart(
    ruled: list[tuple[int, int, str]], read: list[tuple[int, int, str]], confidence: float
) -> None:
    mentions = [Mention(*span, "rule") for span in ruled]  # type: ignore[arg-type]
    found = combine(mentions, [(*span, confidence) for span in read])
    for before, after in itertools.pairwise(found):
        assert before.end <= after.start
    if confidence < SURE:
        assert found == mentions


@pytest.mark.parametrize(
    ("rest", "again"),
    [
        ("Uçak kazası: Air Niugini, kaybı bildirdi.", ["Air Niugini"]),
        ("Uçağı Air Niugini'nin pilotu indirdi.", ["Air Niugini"]),
        ("Kazayı air niugini duyurdu.", []),
        ("Ödül Air Niugini Kupası oldu.", []),
        ("Ödül Air Niugini 6 oldu.", []),
        ("Ödül Yeni Air Niugini oldu.", []),
        ("Air uçtu, Niugini indi.", []),
    ],
)
def test_recall_finds_a_name_of_several_words_again(rest: str, again: list[str]) -> None:
    text = f"Şirket Air Niugini oldu. {rest}"
    names = [Mention(7, 18, "ORG", "model")]
    found = recall(text, sentences(language.load()(text)), names)
    assert [text[name.start : name.end] for name in found[1:]] == again
    assert found[:1] == names


def test_recall_leaves_names_of_one_word_and_known_spans_alone() -> None:
    text = "Konya büyüdü. Konya Şeker, Konya Şeker kazandı."
    names = [Mention(0, 5, "LOC", "model"), Mention(14, 25, "ORG", "model"), Mention(27, 38, "ORG", "model")]
    assert recall(text, sentences(language.load()(text)), names) == names


@pytest.mark.parametrize(
    ("text", "ruled", "read", "expected"),
    [
        (
            "OMV Gaz ve Enerji Holding A.Ş. sattı",
            [],
            ["OMV Gaz ve", "Enerji Holding A.Ş."],
            ["OMV Gaz ve Enerji Holding A.Ş."],
        ),
        ("Yapı ve Kredi Bankası’nın karı", [], ["Yapı ve", "Kredi Bankası"], ["Yapı ve Kredi Bankası"]),
        (
            "Sermaye Piyasası Kurulu ve Sanayi Bakanlığı’na",
            [],
            ["Sermaye Piyasası Kurulu ve", "Sanayi Bakanlığı"],
            ["Sermaye Piyasası Kurulu", "Sanayi Bakanlığı"],
        ),
        (
            "Boğaziçi Elektrik A.Ş ve Toroslar Elektrik",
            [],
            ["Boğaziçi Elektrik A.Ş ve", "Toroslar Elektrik"],
            ["Boğaziçi Elektrik A.Ş", "Toroslar Elektrik"],
        ),
        ("Çalışma ve Sosyal Güvenlik Bakanlığında", ["Çalışma ve Sosyal Güvenlik Bakanlığı"], ["Çalışma ve"], []),
        ("My Technic ve ACT’ye ortak olan", [], ["My Technic ve"], ["My Technic"]),
        ("Koç Holding ve Sabancı Holding", [], ["Koç Holding", "Sabancı Holding"], ["Koç Holding", "Sabancı Holding"]),
    ],
)
def test_no_name_ends_in_a_conjunction(text: str, ruled: list[str], read: list[str], expected: list[str]) -> None:
    names = [Mention(text.index(quote), text.index(quote) + len(quote), "ORG", "rule") for quote in ruled]
    cut = [(text.index(quote), text.index(quote) + len(quote), "ORG", 0.95) for quote in read]
    assert [text[start:end] for start, end, *_ in whole(text, names, cut)] == expected
