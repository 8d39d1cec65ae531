"""The name and the country of an entity, from all its mentions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from olgu.analyse.casing import title
from olgu.article import Entity, EntityType
from olgu.recognise import gazetteer, name_cues
from olgu.relate import identity_names as names
from olgu.relate.identity_forms import Seen

_CASE = re.compile(r"(?<=\w{4})(?:(?<=[aeıiuü])n[ıiuü]n|(?<=[ıiuü])nd[ae]n?|(?<=l[ae]r[ıi])n[ae])$")
"""Case endings after the possessive of a compound, or the genitive after a vowel: «Yollarına», «Mahkemenin»."""


def entity(number: str, kind: EntityType, members: Sequence[Seen]) -> Entity:
    """Return the entity of `members`: the fullest spelling, the country where one is certain."""
    country = next((item.country for item in members if item.country), None)
    if kind == "LOC":
        found = (gazetteer.country_of(key) for item in members for key in (item.form[1], *names.bases(item.form[1])))
        country = next((code for code in found if code), None)
    return Entity(number, kind, _name(kind, members), country)


def _name(kind: EntityType, members: Sequence[Seen]) -> str:
    """Return the fullest spelling: not inflected, not in capitals, of one script; then the most frequent."""
    counts = Counter(names.spelling(item.quote) for item in members)
    keys = {item.form[1] for item in members}

    def rank(spelled: str) -> tuple[bool, bool, int, int, int, str]:
        inflected = any(base in keys for base in names.bases(names.key(spelled)))
        shouted = spelled.isupper() and (" " in spelled or any(k == names.key(spelled) and k != spelled for k in keys))
        often = (-counts[spelled], -len(spelled))  # the longer spelling of a person: «Seok» rather than «Sok»
        return (inflected, shouted, -len(spelled.split()), *(often[::-1] if kind == "PERSON" else often), spelled)

    best = min(counts, key=rank)
    return _base(kind, best)


def _base(kind: EntityType, spelled: str) -> str:
    """Take the case suffix off a name whose base form the gazetteer or a compound head shows («Korede» → Kore)."""
    if kind == "LOC" and spelled.isupper() and len(spelled) > 4:
        spelled = " ".join(title(word) for word in spelled.split())
    key = names.key(spelled)
    if gazetteer.lookup(key):
        return spelled
    cues = name_cues.load()
    for base in names.bases(key):
        last = base.split()[-1]
        compound = (
            " " in base
            and (last in cues.org_heads or last in cues.loc_heads)
            and name_cues.head(key.split()[-1]) != key.split()[-1]
        )
        if compound or gazetteer.lookup(base):
            return spelled[: len(base)]
    ending = _CASE.search(key) if " " in key and kind != "PERSON" else None
    return spelled[: ending.start()] if ending and len(key) == len(spelled) else spelled
