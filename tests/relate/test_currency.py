"""What shared names of money mean: tables of articles with the unit and whether it is assumed."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from olgu.article import Entity, Fact, Mention
from olgu.relate import currency
from olgu.relate.frame import frame


def money(text: str, quote: str, unit: str | None, start: int = 0) -> Fact:
    at = text.index(quote, start)
    first = text.rfind(". ", 0, at)
    end = text.find(". ", at)
    return Fact(
        start=at, end=at + len(quote), kind="money", value=Decimal(5), value_to=None, bound="exact", unit=unit,
        per=None, what=None, what_lemma=None, predicate=None, role="level", direction=None, status="actual", time=None,
        place=None, country=None, speaker=None, speaker_id=None, rule="test", confidence=1.0, sentence=0,
        sentence_start=first + 2 if first >= 0 else 0, sentence_end=end + 1 if end >= 0 else len(text),
    )  # fmt: skip


def read(marked: str, *facts: tuple[str, str | None]) -> list[Fact]:
    """Read «[KR Kore]’de …» as a text with places of a country, and give its facts their frame."""
    text, names, entities = "", [], {}
    for part in marked.split("["):
        inside, bracket, rest = part.partition("]")
        if not bracket:
            text += part
            continue
        code, name = inside.split(" ", 1)
        names.append(Mention(len(text), len(text) + len(name), "LOC", "test", f"e-{code}"))
        entities[code] = Entity(f"e-{code}", "LOC", name, code)
        text += name + rest
    found: list[Fact] = []
    for quote, unit in facts:
        found.append(money(text, quote, unit, found[-1].end if found else 0))
    return frame(text, names, list(entities.values()), found)


@pytest.mark.parametrize(
    ("marked", "quote", "given", "unit", "assumed"),
    [
        # a dollar is one of the United States unless the whole article is set where another is used
        ("İhracat 5 milyar dolara ulaştı.", "5 milyar dolara", "USD", "USD", True),
        ("[CA Kanada]’da evler 5 bin dolara satıldı. [CA Kanada] pahalı.", "5 bin dolara", "USD", "CAD", True),
        ("[AU Sidney]’de kira 5 bin dolar. [AU Avustralya] pahalı.", "5 bin dolar", "USD", "AUD", True),
        ("[HK Hong Kong]’da ceza 5 bin dolar. [HK Hong Kong] sert.", "5 bin dolar", "USD", "HKD", True),
        ("[CA Kanada] [TR Türkiye]’ye 5 milyar dolarlık mal sattı. [CA Kanada] hoşnut.", "5 milyar dolarlık", "USD",
         "USD", True),
        ("[CA Kanada]’da 5 bin dolar. [CA Kanada] ve [US ABD] anlaştı.", "5 bin dolar", "USD", "USD", True),
        ("[KZ Kazakistan] 5 milyar dolar aldı. [KZ Kazakistan] sattı.", "5 milyar dolar", "USD", "USD", True),
        # the country beside the name settles it
        ("Fiyat 5 milyar ABD doları.", "5 milyar ABD doları", "USD", "USD", False),
        ("[US ABD]’de 5 bin Kanada doları.", "5 bin Kanada doları", "CAD", "CAD", False),
        ("[CA Kanada]’da C$5 ve [CA Kanada].", "C$5", "CAD", "CAD", False),
        ("[CA Kanada]’da $5 milyon. [CA Kanada] pahalı.", "$5 milyon", "USD", "CAD", True),
        # money of many countries: the nearest one that has such money
        ("[KW Kuveyt] 5 milyon dinar verdi.", "5 milyon dinar", None, "KWD", True),
        ("[RS Sırbistan]’da maaş 5 bin dinara çıktı.", "5 bin dinara", None, "RSD", True),
        ("[IQ Irak] ve [IR İran] anlaştı. Bedel 5 milyon dinar.", "5 milyon dinar", None, "IQD", True),
        ("[QA Katar] 5 milyar riyal ayırdı.", "5 milyar riyal", "SAR", "QAR", True),
        ("[SA Suudi Arabistan] 5 milyar riyal ayırdı.", "5 milyar riyal", "SAR", "SAR", True),
        ("[TM Türkmenistan]’da 5 manata satıldı.", "5 manata", "AZN", "TMT", True),
        ("[AZ Azerbaycan]’da 5 manata satıldı.", "5 manata", "AZN", "AZN", True),
        ("[UZ Özbekistan] 5 milyar som ayırdı.", "5 milyar som", "KGS", "UZS", True),
        ("[KG Kırgızistan] 5 milyar som ayırdı.", "5 milyar som", "KGS", "KGS", True),
        ("[KP Pyongyang] 5 bin won ödedi.", "5 bin won", "KRW", "KPW", True),
        ("[NO Norveç] 5 milyar kron ayırdı.", "5 milyar kron", None, "NOK", True),
        ("İsveçli şirket 5 milyar kronluk sipariş aldı.", "5 milyar kronluk", None, "SEK", True),
        ("[MX Meksika]’da 5 peso.", "5 peso", None, "MXN", True),
        ("[PK Pakistan] 5 milyar rupi ayırdı.", "5 milyar rupi", "INR", "PKR", True),
        ("[EG Mısır]’da 5 bin pound. [EG Kahire] pahalı.", "5 bin pound", "GBP", "EGP", True),
        ("[SN Senegal] 5 milyar frank aldı.", "5 milyar frank", "CHF", "XOF", True),
        ("[CH İsviçre] 5 milyar frank verdi.", "5 milyar frank", "CHF", "CHF", True),
        # no country that has it: what the recogniser said, or nothing
        ("Bedel 5 milyon dinar.", "5 milyon dinar", None, None, True),
        ("[TR Türkiye] 5 milyon kron aldı.", "5 milyon kron", None, None, True),
        ("Bedel 5 milyar won.", "5 milyar won", "KRW", "KRW", True),
        # names of one country are not assumed
        ("[KZ Kazakistan] 5 milyar tenge ayırdı.", "5 milyar tenge", "KZT", "KZT", False),
        ("[CA Kanada]’da 5 avro. [CA Kanada] pahalı.", "5 avro", "EUR", "EUR", False),
        ("[CA Kanada]’da 5 milyon TL. [CA Kanada] pahalı.", "5 milyon TL", "TRY", "TRY", False),
        ("[KW Kuveyt] 5 milyon lira verdi.", "5 milyon lira", "TRY", "TRY", False),
    ],
)  # fmt: skip
def test_frame_settles_shared_money(
    marked: str, quote: str, given: str | None, unit: str | None, assumed: bool
) -> None:
    (fact,) = read(marked, (quote, given))
    assert (fact.unit, fact.unit_assumed) == (unit, assumed)


def test_frame_takes_money_that_the_article_names_in_full() -> None:
    facts = read(
        "Önce 5 milyon Kuveyt dinarı, sonra 7 milyon dinar ödendi.",
        ("5 milyon Kuveyt dinarı", "KWD"), ("7 milyon dinar", None),
    )  # fmt: skip
    assert [(fact.unit, fact.unit_assumed) for fact in facts] == [("KWD", False), ("KWD", False)]


def test_frame_assumes_where_the_article_names_two() -> None:
    facts = read(
        "[IQ Irak] 5 Irak dinarı, 6 Kuveyt dinarı ve 7 dinar ödedi.",
        ("5 Irak dinarı", "IQD"), ("6 Kuveyt dinarı", "KWD"), ("7 dinar", None),
    )  # fmt: skip
    assert (facts[2].unit, facts[2].unit_assumed) == ("IQD", True)


def test_settle_leaves_what_is_no_money() -> None:
    fact = replace(money("[KW Kuveyt] 5 won", "5 won", None), kind="count")
    (framed,) = frame("[KW Kuveyt] 5 won", [], [], [fact])
    assert (framed.unit, framed.unit_assumed) == (None, False)


@pytest.mark.parametrize(
    ("quote", "shared"),
    [
        ("6 milyar dolara", True),
        ("6 milyar dolarlık", True),
        ("$6 milyar", True),
        ("6 $", True),
        ("6 milyar dinarı", True),
        ("6 milyar Kuveyt dinarı", False),
        ("6 Jersey sterlini", False),
        ("6 amerikan doları", False),
        ("6 Yeni Zelanda doları", False),
        ("C$6", False),
        ("ABD $6", False),
        ("6 avro", False),
        ("6 TL", False),
        ("6", False),
    ],
)
def test_bare_name(quote: str, shared: bool) -> None:
    assert (currency.bare_name(quote) is not None) is shared
