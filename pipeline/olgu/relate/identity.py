"""Which mentions of an article are the same person, organisation or place."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from olgu.analyse.casing import lower, title
from olgu.article import Entity, EntityType, Mention
from olgu.recognise import gazetteer, name_cues
from olgu.relate import identity_names as names

_SHORTEST, _LONGEST = 4, 100
"""Letters of names whose sounds are compared."""
_COMPARED = 20
"""Names of one sound that a name is compared with: keeps the work linear."""
Form = tuple[EntityType, str]
"""The type and key of a name: mentions with one form are always one entity."""


class Clusters:
    """Disjoint sets of forms; the earliest form of a set stands for it."""

    def __init__(self, forms: Iterable[Form]) -> None:
        self._parent = {form: form for form in forms}
        self._order = {form: index for index, form in enumerate(self._parent)}

    def __contains__(self, form: Form) -> bool:
        return form in self._parent

    def find(self, form: Form) -> Form:
        """Return the form that stands for the set of `form`."""
        while self._parent[form] != form:
            self._parent[form] = self._parent[self._parent[form]]
            form = self._parent[form]
        return form

    def join(self, a: Form, b: Form) -> None:
        """Make one set of the sets of `a` and `b`."""
        first, second = sorted((self.find(a), self.find(b)), key=self._order.__getitem__)
        self._parent[second] = first


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention with its form and its place in the sequence of mentions."""

    mention: Mention
    form: Form
    quote: str


def resolve(text: str, mentions: Sequence[Mention]) -> tuple[list[Mention], list[Entity]]:
    """Return the mentions with entity ids "e1", "e2" … by first appearance, and the entities in that order."""
    seen = [Seen(m, (m.type, names.key(text[m.start : m.end])), text[m.start : m.end]) for m in mentions]
    clusters = Clusters(dict.fromkeys(item.form for item in seen))
    _join_known(clusters, seen)
    _join_inflected(clusters, seen)
    _join_bracketed(clusters, seen, text)
    _join_acronyms(clusters, seen)
    _join_sounds(clusters, seen)
    _join_companies(clusters, seen)
    roots = _people(clusters, seen)
    return _number(seen, roots)


def _forms(seen: Sequence[Seen], kind: EntityType) -> list[str]:
    return list(dict.fromkeys(item.form[1] for item in seen if item.form[0] == kind))


def _join_known(clusters: Clusters, seen: Sequence[Seen]) -> None:
    """Countries by their code, bodies and places by the list of aliases, spellings with and without spaces."""
    meant: dict[tuple[str, str], Form] = {}
    for form in dict.fromkeys(item.form for item in seen):
        kind, key = form
        entry = gazetteer.lookup(key) if kind == "LOC" else None
        same = f"={entry.country}" if entry and entry.is_country else names.aliases().get(form, names.base(key))
        same = same.replace(" ", "").replace("-", "") if kind != "PERSON" else same
        if (kind, same) in meant:
            clusters.join(meant[kind, same], form)
        else:
            meant[kind, same] = form
    if ("LOC", "amerika") in clusters and ("LOC", "=US") in meant:
        clusters.join(("LOC", "amerika"), meant["LOC", "=US"])


def _join_inflected(clusters: Clusters, seen: Sequence[Seen]) -> None:
    for form in dict.fromkeys(item.form for item in seen):
        kind, key = form
        for base in names.bases(key):
            if (kind, base) in clusters:
                clusters.join((kind, base), form)
                break
            entry = gazetteer.lookup(base)
            if entry and entry.is_country and kind == "LOC" and not gazetteer.lookup(key):
                same = next((f for f in _countries(seen, entry.country)), None)
                if same:
                    clusters.join(same, form)
                break


def _countries(seen: Sequence[Seen], code: str | None) -> Iterable[Form]:
    for item in seen:
        entry = gazetteer.lookup(item.form[1]) if item.form[0] == "LOC" else None
        if entry and entry.is_country and entry.country == code:
            yield item.form


def _join_bracketed(clusters: Clusters, seen: Sequence[Seen], text: str) -> None:
    """«Avrupa İstatistik Ofisi (Eurostat)»: what stands in brackets after a name is the name again."""
    for before, after in pairwise(seen):
        between = text[before.mention.end : after.mention.start]
        closing = text[after.mention.end : after.mention.end + 1]
        if before.form[0] != after.form[0] or len(between) > 8 or closing != ")":
            continue
        suffix, bracket, rest = between.partition("(")
        if bracket and not rest.strip() and (not suffix.strip() or suffix[0] in "'’‘ "):
            short, long = sorted((before.quote, after.quote), key=len)
            if short.isupper() or names.is_acronym_of(lower(short), lower(long)) or before.form[0] == "ORG":
                clusters.join(before.form, after.form)


def _join_acronyms(clusters: Clusters, seen: Sequence[Seen]) -> None:
    by_letter: dict[str, list[str]] = defaultdict(list)
    for key in _forms(seen, "ORG"):
        if " " in key:
            by_letter[key[0]].append(key)
    short = {item.form[1] for item in seen if item.form[0] == "ORG" and item.quote.isupper() and " " not in item.quote}
    for acronym in sorted(short):
        matching = [key for key in by_letter[acronym[0]] if names.is_acronym_of(acronym, names.core(names.base(key)))]
        if len(matching) == 1 and len(acronym) > 2:
            clusters.join(("ORG", matching[0]), ("ORG", acronym))


def _join_sounds(clusters: Clusters, seen: Sequence[Seen]) -> None:
    """Spellings of one name: equal but for transliteration, or one or two vowels apart in a long name."""
    groups: dict[tuple[EntityType, str], list[str]] = defaultdict(list)
    for kind, key in dict.fromkeys(item.form for item in seen):
        sounded = names.sounds(key)
        if _SHORTEST <= len(sounded) <= _LONGEST:
            groups[kind, names.consonants(sounded)].append(key)
    for (kind, _), keys in groups.items():
        for position, key in enumerate(keys[1:], 1):
            for other in keys[: min(position, _COMPARED)]:
                if _same_sound(kind, key, other):
                    clusters.join((kind, other), (kind, key))
                    break


def _same_sound(kind: EntityType, a: str, b: str) -> bool:
    x, y = names.sounds(a), names.sounds(b)
    if x == y:
        return not _two_given_names(a, b)
    if kind != "PERSON" or x[0] != y[0] or _two_given_names(a, b):
        return False
    return names.distance_within(x, y, 2 if " " in x and " " in y else 1) and min(len(x), len(y)) > 5


def _two_given_names(a: str, b: str) -> bool:
    """Tell whether the names open with two different given names («Emin …», «Emine …»)."""
    first, second = a.split(maxsplit=1)[0], b.split(maxsplit=1)[0]
    known = name_cues.load().first_names
    plain = first.replace("-", "") != second.replace("-", "") and names.sounds(first) != names.sounds(second)
    return plain and first in known and second in known


def _join_companies(clusters: Clusters, seen: Sequence[Seen]) -> None:
    """«Apple» and «Apple Inc.»; «Karsu» where one longer name of the article opens with it."""
    keys = _forms(seen, "ORG")
    by_core: dict[str, str] = {}
    by_first: dict[str, list[str]] = defaultdict(list)
    for key in keys:
        other = by_core.setdefault(names.core(key), key)
        clusters.join(("ORG", other), ("ORG", key))
        by_first[key.split()[0]].append(key)
    for key in keys:
        others = by_first[key.split()[0]]
        _join_if_one(clusters, ("ORG", key), [("ORG", other) for other in others if _longer_body(other, key)])
    by_first.clear()
    for key in _forms(seen, "LOC"):
        by_first[key.split()[0]].append(key)
    for first, others in by_first.items():
        if first in others and not gazetteer.lookup(first):  # «Kuyucuk» for «Kuyucuk Gölü»
            _join_if_one(clusters, ("LOC", first), [("LOC", other) for other in others if other.count(" ") == 1])


def _longer_body(longer: str, short: str) -> bool:
    if names.is_full_form(longer, short):
        return True
    return names.is_shortened(short, longer) and not gazetteer.lookup(short.split(maxsplit=1)[0])


def _join_if_one(clusters: Clusters, form: Form, longer: Iterable[Form]) -> None:
    """Join a short form to its long form unless there are several."""
    roots = {clusters.find(other) for other in longer} - {clusters.find(form)}
    if len(roots) == 1:
        clusters.join(roots.pop(), form)


def _people(clusters: Clusters, seen: Sequence[Seen]) -> list[Form]:
    """Return the cluster of each mention; parts of names («Tokayev») go to the latest full name that has them."""
    full: dict[str, list[Form]] = defaultdict(list)
    for form in dict.fromkeys(item.form for item in seen):
        parts = form[1].split()
        if form[0] == "PERSON" and len(parts) > 1:
            for part in dict.fromkeys((parts[0], parts[-1], names.sounds(parts[-1]))):
                full[part].append(form)
    _join_parts(clusters, full)
    latest: dict[str, Form] = {}
    roots: list[Form] = []
    for item in seen:
        kind, key = item.form
        root = clusters.find(item.form)
        part = key if key in full else names.sounds(key)
        if kind == "PERSON" and " " not in key and part in full:
            surnames = [form for form in full[part] if form[1].split()[-1] == part] or full[part]
            root = clusters.find(latest.get(part, surnames[0]))
        elif kind == "PERSON" and " " in key:
            latest[key.split()[-1]] = latest[key.split()[0]] = item.form
        roots.append(root)
    return roots


def _join_parts(clusters: Clusters, full: dict[str, list[Form]]) -> None:
    """«Tayyip Erdoğan» is «Recep Tayyip Erdoğan»: same surname, every word in the longer name, in order."""
    for part, forms in full.items():
        for short in forms:
            words = short[1].split()
            if words[-1] != part:
                continue
            longer = [f for f in forms if f != short and len(f[1]) > len(short[1]) and _inside(words, f[1].split())]
            if longer:
                clusters.join(longer[0], short)
        for short in forms:  # «Yasemin Akıncılar» of «Yasemin Akıncılar Minguzzi»
            _join_if_one(clusters, short, [other for other in forms if other[1].startswith(short[1] + " ")])


def _inside(words: list[str], longer: list[str]) -> bool:
    """Tell whether the words stand in the longer name in order, and end it."""
    rest = iter(longer)
    return words[-1] == longer[-1] and all(word in rest for word in words)


def _number(seen: Sequence[Seen], roots: Sequence[Form]) -> tuple[list[Mention], list[Entity]]:
    ids: dict[Form, str] = {}
    members: dict[Form, list[Seen]] = defaultdict(list)
    for item, root in zip(seen, roots, strict=True):
        ids.setdefault(root, f"e{len(ids) + 1}")
        members[root].append(item)
    mentions = [replace(item.mention, entity=ids[root]) for item, root in zip(seen, roots, strict=True)]
    return mentions, [_entity(ids[root], root[0], members[root]) for root in ids]


def _entity(number: str, kind: EntityType, members: Sequence[Seen]) -> Entity:
    country = None
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
        return (inflected, shouted, -len(spelled.split()), -counts[spelled], -len(spelled), spelled)

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
    return spelled
