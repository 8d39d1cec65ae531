"""The kind of what no unit decides: ordinals, fractions, ages, multiples, counts and bare numbers."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from olgu.recognise.quantity_lexicon import Unit
from olgu.recognise.quantity_suffixes import Ending, ending

if TYPE_CHECKING:
    from olgu.recognise.quantity_draft import Draft, View

_B = r"[ \t\u00a0]"
YEAR = Unit("duration", "a")
TIMES = Unit("ratio", "x")
_AGE = re.compile(
    rf"{_B}{{1,2}}(yaş(?:ı|ın|ında|ındaki|ından|ındayken|ındaydı|ına|ını|ta|taki|tan|a|ım|lık|lar|larında|larındaki|ındasın)?)(?!\w)"
)
_FOLD = re.compile(rf"{_B}{{1,2}}(kat(?:ı|ına|ından|ını|ıyla|ındaki|ının|ıdır|ıydı)?)(?!\w)")
_FOLD_VERB = re.compile(
    rf"{_B}+(?:art|büyü|fazla|daha|yüksel|çık|azal|düş|değer|pahalı|ucuz|büyük|hızlı|çok|geri|üst|olarak|kazan|güçlü|ziyade|prim)"
)
_FOLDING = re.compile(rf"{_B}{{1,2}}katla(?!ma{_B}*yer)\w{{0,20}}")
_MAGNITUDE = re.compile(rf"{_B}+(?:şiddet|büyüklü|magnitüd)\w{{0,20}}")
_BY = re.compile(r"\s?[x×X]\s?\d")
_BY_BEFORE = re.compile(r"\d\s?[x×X]\s?$")
_DECIMALS = re.compile(r",\d+$")
_SCALED = re.compile(r"(?:milyon|milyar|trilyon|katrilyon)$")
_PEOPLE = re.compile(
    r"\b(?:kent|şehir|şehr|ülke|nüfus|il\b|ilçe|pazar|kitle|ordu|kadro|istihdam|kişi|yolcu|seçmen|taraftar|üye|genç|izleyici)"
)
_LEVEL = re.compile(rf"{_B}+(?:seviye|band|düzey)\w{{0,20}}")
_RATE = re.compile(r"kur(?:u|lar)|parite|endeks|faiz|dolar/tl|usd/try|euro/tl")
_SHARE = re.compile(r"hisse|lira|\btl\b|dolar|fiyat")
_CHANGE_VERBS = "(?:art|azal|düş|yüksel|geri|fark|üst|alt|iyileş|kötüleş|büyü|daral|fazla|az\\b|ılık|değişim|indir)"
_CHANGE = re.compile(rf"{_B}+(?:[^\W\d_]{{1,12}}{_B})?{_CHANGE_VERBS}")
_FAR_CHANGE = re.compile(rf"{_B}+(?:[^\W\d_]{{1,12}}{_B}){{0,2}}{_CHANGE_VERBS}")
_RATES = re.compile(r"yüzde|%|faiz|enflasyon|oranı|payı|marjı")
_INDEX = re.compile(r"endeks")
_CHEAP = re.compile(rf"{_B}+(?:satıl|satın|alıcı|mal{_B}ol|civar|seviye|band)")
_SOLD = re.compile(rf"{_B}+(?:satıl|satın{_B}al|alıcı{_B}bul|mal{_B}ol)")
_CLOSE = re.compile(rf"{_B}+(?:yakın|kadar|fazla)")
_REACHED = re.compile(rf"{_B}+(?:bul|aştı|aşıyor|aşacak|aşması|geç|gör)")
_NUMBERED = re.compile(rf"{_B}+(?:numarası|numaralı{_B}+(?:seri|favori))\w{{0,10}}")
_SUPERLATIVE_STOP = frozenset({"az", "fazla", "çok", "azından", "son", "geç", "erken"})
_NAME_PARENTHESIS = re.compile(r"[A-ZÇĞİÖŞÜ][^\W\d_]{0,20}\.?(?:['’][^\W\d_]{1,6})? \($")


def classify(draft: Draft, view: View, previous: Draft | None) -> int:
    """Set kind, code and rule of `draft`; return where the words after the quantity begin."""
    if draft.kind is not None:
        _percentage_points(draft, view)
        return draft.end
    if draft.form == "ordinal":
        _set(draft, "ordinal", None, "ordinal")
        return draft.end
    if draft.form == "fraction":
        _set(draft, "ratio", None, "ratio.fraction")
        return draft.end
    age = _AGE.match(view.low, draft.end)
    if age is not None:
        return _age(draft, view, age)
    return _multiple(draft, view) or _rest(draft, view, previous)


def _set(draft: Draft, kind: str, code: str | None, rule: str) -> None:
    draft.kind, draft.code, draft.rule = kind, code, rule  # type: ignore[assignment]


def _age(draft: Draft, view: View, age: re.Match[str]) -> int:
    """«35 yaşındaki», «18 yaşından küçük»: the quote is the number, the word carries the case."""
    draft.unit = YEAR
    _set(draft, "duration", "a", "duration.age")
    draft.ending = ending(age[1][3:]) or Ending("", False)
    draft.context_end = age.end()
    return age.end()


def _multiple(draft: Draft, view: View) -> int:
    """«2 kat arttı», «iki katına çıktı», «ikiye katlandı»; "kat" is a storey elsewhere. 0 where it is no multiple."""
    if draft.ending.case == "dat" and _FOLDING.match(view.low, draft.end):
        _set(draft, "ratio", "x", "ratio.katla")
        return draft.end
    if draft.end != draft.core_end:
        return 0
    fold = _FOLD.match(view.low, draft.end)
    if fold is None or (fold[1] == "kat" and not _FOLD_VERB.match(view.low, fold.end())):
        return 0
    draft.unit = TIMES
    _set(draft, "ratio", "x", "ratio.kat")
    draft.core_end, draft.end = fold.start(1) + 3, fold.end()
    draft.ending = ending(fold[1][3:]) or Ending("", False)
    return draft.end


def _rest(draft: Draft, view: View, previous: Draft | None) -> int:
    tokens = view.before(draft.start)
    if _MAGNITUDE.match(view.low, draft.end):
        _set(draft, "number", None, "number.magnitude")
    elif _limits_a_rank(tokens):
        _set(draft, "ordinal", None, "ordinal.first")
        draft.bound = "at_most" if draft.bound == "exact" else draft.bound
    elif _is_age(draft, view, tokens):
        draft.unit = YEAR
        _set(draft, "duration", "a", "duration.age")
    elif _NUMBERED.match(view.low, draft.end):
        _set(draft, "ordinal", None, "ordinal.numbered")
    elif _is_money(draft, view, previous):
        _set(draft, "money", None, "money.context")
    elif _is_plain_number(draft, view) or (draft.form == "cardinal" and _LEVEL.match(view.low, draft.end)):
        _set(draft, "number", None, "number")
    else:
        _set(draft, "count", None, "count")
    return draft.end


def _percentage_points(draft: Draft, view: View) -> None:
    """«payı 4 puan artışla yüzde 39'a»: points of a percentage, not of a score or an index."""
    change = _FAR_CHANGE if draft.ending.case == "lik" else _CHANGE
    if draft.code != "point" or not change.match(view.low, draft.end):
        return
    begin, end = max(0, draft.start - 160), draft.end + 120
    sentence = view.low[begin:end]
    if _RATES.search(sentence) and abs(draft.value) < 100 and not _INDEX.search(view.low, begin, draft.start):
        _set(draft, "percent", "pp", "percent.points")


def _is_plain_number(draft: Draft, view: View) -> bool:
    """A written decimal or fraction, or one side of «1536 x 2048»."""
    if isinstance(draft.value, Fraction) or draft.value != int(draft.value):
        return True
    if _BY.match(view.text, draft.end) or _BY_BEFORE.search(view.text, max(0, draft.start - 5), draft.start):
        return True
    return _DECIMALS.search(view.text, draft.digits_start, draft.digits_end) is not None


def _is_money(draft: Draft, view: View, previous: Draft | None) -> bool:
    """Money without its currency: «2,76 bandında» beside liras, «375 milyona ulaştı» after dollars, «75 milyonluk satış»."""
    if _SOLD.match(view.low, draft.end) and draft.ending.case == "dat" and draft.value >= 1000:
        return True
    scaled = _SCALED.search(view.low, draft.digits_start, draft.digits_end) is not None
    if scaled and draft.ending.case == "lik":
        return _PEOPLE.search(view.low, draft.end, draft.end + 40) is None
    near = previous is not None and previous.kind == "money" and draft.start - previous.end < 160
    if scaled:
        return near and _stands_alone(draft, view)
    if not _LEVEL.match(view.low, draft.end) or draft.form != "cardinal":
        return False
    before = view.low[max(0, draft.start - 200) : draft.start]
    return _RATE.search(before) is None and (near or _SHARE.search(before) is not None)


def _stands_alone(draft: Draft, view: View) -> bool:
    """No counted noun follows: «375 milyona ulaştı», «2 trilyonu bulması», «7 milyon civarına»."""
    case = draft.ending.case
    if case in ("dat", "loc", "abl"):
        return _CLOSE.match(view.low, draft.end) is None
    return (_REACHED if case == "acc" else _CHEAP).match(view.low, draft.end) is not None


def _limits_a_rank(tokens: list[str]) -> bool:
    """«ilk 10 ülke», «en büyük beş yatırımcı»."""
    if not tokens:
        return False
    if tokens[0] == "ilk":
        return True
    return len(tokens) > 1 and tokens[1] == "en" and tokens[0] not in _SUPERLATIVE_STOP


def _is_age(draft: Draft, view: View, tokens: list[str]) -> bool:
    if draft.words or not 4 <= draft.value < 120 or draft.value_to is not None and draft.value_to > 120:
        return False
    if tokens and tokens[0].startswith("yaşı") and tokens[0][4:] in ("", "n", "nın", "nı"):
        return True
    closed = view.text[draft.end : draft.end + 1] == ")"
    return closed and _NAME_PARENTHESIS.search(view.text, max(0, draft.start - 26), draft.start) is not None


def points_in_a_list(drafts: list[Draft], view: View) -> None:
    """«tarımın payı 0,8 puan, sanayinin payı 0,5 puan azaldı»: what the last is, all are."""
    for left, right in zip(reversed(drafts[:-1]), reversed(drafts[1:]), strict=False):
        if left.code == "point" and right.code == "pp" and right.start - left.end < 70 and abs(left.value) < 100:
            if ". " not in view.low[left.end : right.start]:
                _set(left, "percent", "pp", "percent.points")
