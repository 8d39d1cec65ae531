"""What a rate is divided by: «varil başına 80 dolar», «aylık 300 lira», «saatte 90 kilometre», «metrekaresi 3 bin dolar»."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from olgu.recognise.quantity_units import _single

if TYPE_CHECKING:
    from olgu.recognise.quantity_draft import Draft, View

_PERIODS = {
    "yıllık": "a",
    "senelik": "a",
    "aylık": "mo",
    "haftalık": "wk",
    "günlük": "d",
    "saatlik": "h",
    "dakikalık": "min",
    "yılda": "a",
    "senede": "a",
    "ayda": "mo",
    "haftada": "wk",
    "günde": "d",
    "saatte": "h",
    "dakikada": "min",
    "saniyede": "s",
}
_BASES = {"yıl": "a", "sene": "a", "ay": "mo", "hafta": "wk", "gün": "d", "saat": "h", "dakika": "min", "saniye": "s"}
_EACH = frozenset({"başına", "başı", "bazında"})
_NO_RATE = frozenset(
    {"son", "ilk", "aynı", "bu", "o", "geçen", "geçtiğimiz", "önümüzdeki", "gelecek", "bir", "iki", "üç", "dört", "beş", "altı", "yedi",
     "sekiz", "dokuz", "tek", "kendi", "kötü", "iyi", "tüm", "on", "yirmi", "otuz", "elli", "yüz", "birkaç", "her", "kaç", "buçuk", "takip", "hangi", "ertesi"}
)  # fmt: skip
_TRANSPARENT = frozenset(
    {"yaklaşık", "ortalama", "toplam", "toplamda", "net", "brüt", "en", "az", "fazla", "çok", "tam", "ise", "da", "de", "bile", "sadece",
     "yalnızca", "tahmini", "asgari", "azami", "olarak", "yüzde"}
)  # fmt: skip


def set_per(draft: Draft, view: View, previous: Draft | None) -> None:
    """Set `per` of `draft` from the words beside it, or from `previous` in «309 TL'den 799 TL'ye»."""
    if draft.per is not None or draft.kind in ("ordinal", "ratio"):
        return
    if draft.kind == "duration":
        draft.per = _per_day(view.before(draft.start))
        return
    tokens = view.before(draft.start)
    draft.per = _before(draft, tokens) or (_after(draft, view) if draft.kind == "money" else None)
    if draft.per is None and previous is not None and previous.per and _moves_on(previous, draft):
        draft.per = previous.per


def _per_day(tokens: list[str]) -> str | None:
    """«günde 18 saat», «haftada en az 2 gün»."""
    words = [t for t in tokens[:8] if t not in _TRANSPARENT]
    if (
        not words
        or not words[0].endswith(("da", "de", "te"))
        or (len(words) > 1 and (words[1] in _NO_RATE or words[1].isdigit()))
    ):
        return None
    return _PERIODS.get(words[0])


def _moves_on(left: Draft, right: Draft) -> bool:
    adjacent = right.start - left.end <= 2 and left.code == right.code
    return adjacent and left.ending.case == "abl" and right.ending.case == "dat"


def _before(draft: Draft, tokens: list[str]) -> str | None:
    reach = 6 if draft.kind == "money" else 4
    for i, token in enumerate(tokens[:reach]):
        word = token
        if not word[0].isalpha() and not (word in "'’" or (word.isdigit() and len(word) == 4)):
            return None
        found = _divisor(draft, tokens, i)
        if found is not None:
            return found
    return None


def _divisor(draft: Draft, tokens: list[str], i: int) -> str | None:
    word = tokens[i]
    near = all(t in _TRANSPARENT for t in tokens[:i])
    before = tokens[i + 1] if i + 1 < len(tokens) else ""
    if word in _EACH and before.isalpha() and before not in ("tek", "kendi", "yalnız"):
        return _name_of(before) if word != "bazında" or _single(before) or before == "kişi" else None
    if word.startswith("fiyat") and draft.kind == "money" and (read := _single(before)) and read[0].kind == "measure":
        return _name_of(before)
    if word in _PERIODS and before not in _NO_RATE and not before.isdigit():
        noun_between = draft.kind == "money" and word.endswith(("lık", "lik", "lük", "luk")) and i <= 1
        return _PERIODS[word] if near or noun_between else None
    if near and word in _BASES and before == "her":
        return _BASES[word]
    if draft.kind == "money" and i <= 1 and before == "birim" and word.startswith("fiyat"):
        return "birim"
    return _measured(draft, word, before) if (near or i <= 1) and draft.kind != "percent" else None


def _measured(draft: Draft, word: str, before: str) -> str | None:
    """«metrekaresi 3 bin dolar», «kilogramının 16 liraya», «dekarda 80 kilogram»."""
    if before == "metre" and word[:3] in ("küp", "kar"):
        return "m3" if word[:3] == "küp" else "m2"
    read = _single(word)
    if read is None or read[0].kind != "measure" or before.isdigit() or before in _NO_RATE or len(word) < 4:
        return None
    ending = read[2]
    possessed = draft.kind == "money" and ending.possessive
    return read[0].code if possessed or (ending.case in ("loc", "dat") and not ending.possessive) else None


def _after(draft: Draft, view: View) -> str | None:
    following = view.after(draft.end, 24)
    if following and following[0] in ("yıllık", "aylık", "haftalık", "günlük", "saatlik"):
        return _PERIODS[following[0]]
    return None


@lru_cache(maxsize=4096)
def _name_of(word: str) -> str:
    if word in _BASES:
        return _BASES[word]
    read = _single(word)
    if (
        read is not None
        and read[0].kind == "measure"
        and read[0].code
        and read[1] == len(word)
        and read[0].code != "bbl"
    ):
        return read[0].code
    return word
