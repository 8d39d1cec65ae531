"""The forms in which one body, place or person is named across articles, brought to one: by their words alone."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from olgu.recognise import gazetteer, name_cues
from olgu.relate import identity_bodies as bodies
from olgu.relate import identity_names as names

_CLEAN = re.compile(r"(?:[A-ZÇĞİÖŞÜ][a-zçğıöşü]*|ve)(?: (?:[A-ZÇĞİÖŞÜ][a-zçğıöşü]*|ve))*")
"""Most names: words with one capital each, to which nothing sticks."""
_GLUED = re.compile(r"(?<=\w\w)\.(?=(?:ve|san|tic|a\.|ltd|inş|paz|şti)\b)")
"""«Yatırımları San.ve Tic.A.Ş.»"""
_GLUED_BEFORE = re.compile(r"^[A-ZÇĞİÖŞÜ]{3,}(?=[A-ZÇĞİÖŞÜ][a-zçğıöşü]{3,} )")
"""«COMSermaye Piyasası Kurulu»: the end of a headline without a blank."""
_GLUED_VERB = re.compile(r" [a-zçğıöşü]+[a-zçğıöşü](?=[A-ZÇĞİÖŞÜ]).*")
"""«Rıza Akpolat tutuklandıHaberi Görüntüle»: where a headline without a blank goes on."""
_GLUED_LOW = re.compile(r"^[a-zçğıöşü]{2,}(?=[A-ZÇĞİÖŞÜ][a-zçğıöşü]+ )")
"""«varİstanbul Belediyesi»: the end of a sentence without a blank."""
_QUOTE = re.compile(r"(?<=[\w.])[‘“”\"].*| \([^()]*$|(?: ?['’‘]| -| [?!;:])+$")
_LETTERS_AND = re.compile(r"(?<=\b\w) & (?=\w\b)|(?<=\b\w\w) & (?=\w\w?\b)|(?<=\b\w) & (?=\w\w\b)")
"""«AT & T», «H & M»: letters, whose last is no legal form."""
_APART = re.compile(r" (['’‘]s)\b")
"""«Moody 's»"""
_GENITIVE = re.compile(r"(?<=\w{4})'s\b")
"""«moody's» is «moody»."""
_MISREAD = str.maketrans("ĐÐÞÝðþý", "İĞŞİğşı")
"""Letters of Turkish read in the code page of Western Europe."""
_INFLECTED = 6
"""Letters from which on an ending tells an inflected word."""
_TICKER_AFTER = re.compile(r"^((\w).*[a-zçğıöşü]) \2[A-Z]{4}$")
"""«Sberbank SBRCY»"""
_GLUED_NUMBER = re.compile(r"^\d+(?=[A-ZÇĞİÖŞÜ][a-zçğıöşü])")
"""«30İş Yatırım»: the figure of a table without a blank."""
_INITIAL = re.compile(r"[^\W\dt]\.")
_BEY = re.compile(r"(?<= )(bey|hanım)[iı]n$")
_OURS_IN_TITLE = re.compile(r"(?<=\w{4}[ıiuü])m[ıiuü]z(?:[ıiuü]n|d[ae]n?|[aeıiuü])?$")
"""«Turizm Bakanlığımız»"""
_GLUED_INITIAL = re.compile(r"(?<!\S)(\w)\.(?=[^\W\d]{3,})")
"""«A.Doğan Bircan»"""
_OURS = re.compile(r"\w{3,}m[ıiuü]z(?:[ıiuü]n|[ıiuüae])?$")
"""«… Hocamızın»"""


@lru_cache(maxsize=1 << 18)
def unglued(name: str) -> str:
    """Return a spelling without what sticks to its first or last word, and without the code of a share after it."""
    if _CLEAN.fullmatch(name):
        return name
    name = _GLUED_NUMBER.sub("", name)
    low_before = _GLUED_LOW.sub("", _GLUED_VERB.sub("", name.translate(_MISREAD)))
    return _TICKER_AFTER.sub(r"\1", _QUOTE.sub("", _APART.sub(r"\1", _GLUED_BEFORE.sub("", low_before)))) or name


@cache
def rules() -> dict[str, Any]:
    """Read variants.toml once."""
    return tomllib.loads((files(__package__) / "variants.toml").read_text(encoding="utf-8"))


@cache
def listed(room: str, name: str) -> frozenset[str]:
    """Return a list of variants.toml."""
    return frozenset(rules()[room][name])


@cache
def word(name: str) -> str:
    """Return a word that a rule of this room speaks of, by what it means."""
    return str(rules()["said"][name])


@cache
def phrase(name: str) -> tuple[str, ...]:
    """Return the words of such a phrase."""
    return tuple(word(name).split())


@cache
def _phrases() -> tuple[tuple[str, str], ...]:
    return tuple((f" {long} ", f" {short} ") for long, short in rules()["phrases"].items())


@cache
def _first_of_phrases() -> frozenset[str]:
    return frozenset(long.partition(" ")[0] for long in rules()["phrases"])


def _phrased(words: list[str]) -> list[str]:
    """Return the words with phrases in one form of theirs."""
    if _first_of_phrases().isdisjoint(words):
        return words
    text = f" {' '.join(words)} "
    for long, short in _phrases():
        text = text.replace(long, short)
    return text.split()


@cache
def _legal_forms() -> frozenset[str]:
    return frozenset(names.rules()["organisations"]["legal_forms"]) | listed("organisations", "legal_forms")


@cache
def endings(room: str, name: str) -> tuple[str, ...]:
    """Return a list of variants.toml as what the names of bodies end in, each after a blank."""
    return tuple(f" {form}" for form in rules()[room][name])


def company_forms() -> tuple[str, ...]:
    """Return how the full name of a company ends, without full stops."""
    return endings("organisations", "companies")


@cache
def joiners() -> tuple[str, ...]:
    """Return what stands between two names in one, with blanks: « ve », « & », «,»."""
    return (*(f" {word} " for word in rules()["joiners"]["words"]), ",")


@cache
def _given() -> dict[str, str]:
    return {spelled: group[0] for group in rules()["names"]["given"] for spelled in group}


@cache
def _aliases(kind: str) -> dict[str, str]:
    form = body if kind == "ORG" else place
    return {form(name): full for (of, name), full in names.aliases().items() if of == kind}


def full(kind: str, low: str) -> str:
    """Return the full name of what olgu's list of aliases knows under a form of this name, or the name."""
    form = body(low) if kind == "ORG" else place(low)
    found = names.aliases().get((kind, low)) or _aliases(kind).get(form, low)
    other = kind == "ORG" and " " not in form and names.is_group(low) and not names.is_group(found)
    return low if other and (kind, low) not in names.aliases() else found  # «Deva Holding» is no «DEVA»


def spaced(low: str) -> str:
    """Return a person's name with a blank after initials: «a.doğan bircan» → a. doğan bircan."""
    return _GLUED_INITIAL.sub(r"\1. ", low)


def is_listed(kind: str, form: str) -> bool:
    """Tell whether olgu's list of aliases knows the form."""
    return form in _aliases(kind)


@lru_cache(maxsize=1 << 17)
def body(low: str) -> str:
    """Return an organisation's name without «ve», legal forms and levels, its words in one form of theirs."""
    low = low.replace("t.", "türkiye ", 1) if low.startswith("t.") and low[2:3].isalpha() and low[3:4] != "." else low
    low = _OURS_IN_TITLE.sub("", low) if " " in low else low
    low = _LETTERS_AND.sub("&", low) if "&" in low else low
    words = _one_form(_GLUED.sub(" ", _GENITIVE.sub("", low).replace(",", " ").replace("(", " ").replace(")", " ")))
    words = _without_forms(words)
    words = [word for word in words if word not in listed("organisations", "inside")] or words
    words = _without_articles(words)
    if len(words) > 1 and _INITIAL.fullmatch(low.split()[0]) and words[0] == low.split()[0].rstrip("."):
        words = words[1:]  # «G. Kallimanis S.A.»
    while len(words) > 2 and words[0] in listed("organisations", "owned"):  # «İştiraki Avod Altın Madencilik»
        words = words[1:]
    if len(words) > 2 and words[-2] in listed("organisations", "municipal") and words[-1] == word("presidency"):
        words = [*words[:-2], word("municipality")]  # «Evreşe Belediye Başkanlığı»
    words = _without_levels(words[1:] if words[0] == "the" and len(words) > 1 else words)
    words = _without_country(words)
    if len(words) > 1 and words[0] in listed("organisations", "offices"):
        rest = " ".join(words[1:])
        words = words[:1] if rest in listed("organisations", "office_heads") else words
    if (
        words[-1] == "başkanlığı"
        and ("ORG", " ".join(words[:-1])) in names.aliases()
        and words[-2] in listed("organisations", "boards")
    ):
        words = words[:-1]  # «Sermaye Piyasası Kurulu Başkanlığı»
    if len(words) > 3 and words[-2:] == ["kurulu", "başkanlığı"] and words[-3] not in ("yönetim", "icra"):
        words = words[:-1]  # «Maliye Bakanlığı Vergi Denetim Kurulu Başkanlığı»
    return " ".join(words)


@lru_cache(maxsize=1 << 17)
def place(low: str) -> str:
    """Return a place's name, its words in one form of theirs."""
    words = _one_form(low)
    while len(words) > 2 and words[0] in listed("before", "days"):  # of a programme: «Pazar Ankara Bilkent Otel»
        words = words[1:]
    words = _without_levels(words)
    if len(words) == 2 and words[1] in listed("local", "natural") and _is_no_settlement(words[0]):
        words = words[:1]
    gate = len(words) > 2 and " ".join(words[-2:]) in listed("local", "gates")
    if gate and _is_no_settlement(" ".join(words[:-2])):  # «Habur Sınır Kapısı»
        words = words[:-2]
    return " ".join(_without_articles(words))


@lru_cache(maxsize=1 << 17)
def person(low: str) -> str:
    """Return a person's name without Arabic articles, given names in one spelling of theirs, without titles before."""
    parts = " ".join(_without_articles(_BEY.sub(r"\1", low.rstrip("0123456789")).split())).replace("-", " - ").split()
    words = " ".join(_given().get(part, part) for part in parts).replace(" - ", "-").split()
    while len(words) > 2 and is_no_name(words[0].rstrip(".")):
        words = words[1:]
    given = len(words) > 1 and words[-2] in name_cues.load().first_names and not _is_surname(words[-2])
    polite = words[-1] in listed("names", "polite") and not given
    if len(words) > 2 and (polite or _OURS.match(words[-1])):  # not of «Ali Rıza Bey»
        words = words[:-1]
    return " ".join(words)


def _is_surname(word: str) -> bool:
    return word in name_cues.load().surnames


@lru_cache(maxsize=1 << 15)
def is_no_name(word: str) -> bool:
    """Tell whether a word is no part of the name after it: a rank, a day, an inflected word («Bakanımız»)."""
    return word in listed("before", "words") or is_inflected(word)


def is_inflected(word: str) -> bool:
    """Tell whether a word has an ending that no first word of a name has."""
    return len(word) >= _INFLECTED and _endings().search(word) is not None and gazetteer.lookup(word) is None


@cache
def _endings() -> re.Pattern[str]:
    return re.compile(rules()["before"]["endings"] + "$")


def _one_form(low: str) -> list[str]:
    table = rules()["words"]
    words = [word.strip(".") if word.count(".") == 1 and len(word) > 2 else word for word in low.split()]
    words = [table.get(word, word) for word in words]
    kept = " ".join([word for word in words if word not in ("ve", "&", "-")]).split()
    words = _phrased(kept) or low.split()
    if len(words) > 2 and words[0] in ("el", "al"):  # «El Şifa Hastanesi»
        words = words[1:]
    return [word for word, before in zip(words, ["", *words], strict=False) if word != before]


def _without_forms(words: list[str]) -> list[str]:
    end = len(words)
    while end > 1 and words[end - 1].rstrip(".") in _legal_forms() and words[end - 2 : end] != ["yatırım", "holding"]:
        end -= 1
    if end < len(words) and words[max(0, end - 2) : end] == ["fabrikaları", "türk"]:  # «Gübre Fabrikaları Türk A.Ş.»
        end -= 1
    if end == 1 and len(words) > 1 and _tells_nothing(words[0]):  # «Bükreş Kulübü», «Bükreş Ticaret»
        group = words[1] in listed("organisations", "groups") and not _is_abroad(words[0])
        return [words[0], "holding"] if group else words[:2]
    return _phrased(words[:end])


def _tells_nothing(word: str) -> bool:
    """Tell whether a word alone is a place or what many bodies are called."""
    entry = gazetteer.lookup(word)
    return (entry is not None and entry.type == "LOC") or word in listed("organisations", "bare")


def _is_abroad(word: str) -> bool:
    """Tell whether a place is in another country: «Metro Grubu» is no «Metro Holding»."""
    return gazetteer.country_of(word) not in (None, bodies.HOME)


def _without_levels(words: list[str]) -> list[str]:
    """«Ankara İl Emniyet Müdürlüğü», «Nilüfer İlçesi Belediyesi», «İstanbul Büyükşehir Belediyesi»."""
    if len(words) < 3 or gazetteer.country_of(words[0]) is None:
        return words
    if words[1] in listed("organisations", "levels") or words[1:] == ["büyükşehir", "belediyesi"]:
        return [words[0], *words[2:]]
    return words


def _without_country(words: list[str]) -> list[str]:
    """«Türkiye Garanti Bankası», «T. Garanti Bankası»."""
    if len(words) > 3 and words[0] == "bank" and words[-1] == "bankası":  # «Bank Asya Katılım Bankası»
        return words[1:]
    if words[-2:] == ["bankası", "bank"]:
        words = words[:-1]
    if len(words) > 2 and words[0].rstrip(".") in listed("organisations", "of_country") and "bankası" in words:
        return words[1:] if words[1:3] != ["merkez", "bankası"] and words[1] != "cumhuriyet" else words
    return words


def _without_articles(words: Sequence[str]) -> list[str]:
    """«el-Bureyc» is «Bureyc»; «Deyr el-Belah» is «Deyr Belah»."""
    articles = listed("names", "articles")
    kept = []
    for word in words:
        first, hyphen, rest = word.partition("-")
        kept.append(rest if hyphen and rest and first in articles else word)
    return kept


def _is_no_settlement(word: str) -> bool:
    """Tell whether a name is of no town, country or region, so that its sea or island is what it names."""
    return gazetteer.country_of(word) is None and ("LOC", word) not in names.aliases()
