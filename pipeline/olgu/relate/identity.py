"""Which mentions of an article are the same person, organisation or place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from olgu.analyse.casing import lower
from olgu.article import Entity, EntityType, Mention
from olgu.recognise import gazetteer, name_cues
from olgu.relate import identity_bodies as bodies
from olgu.relate import identity_names as names
from olgu.relate import identity_naming, identity_people
from olgu.relate.identity_forms import Clusters, Form, Seen

_SHORTEST, _LONGEST = 4, 100
"""Letters of names whose sounds are compared."""
_COMPARED = 20
"""Names of one sound that a name is compared with: keeps the work linear."""


def resolve(text: str, mentions: Sequence[Mention]) -> tuple[list[Mention], list[Entity]]:
    """Return the mentions with entity ids "e1", "e2" … by first appearance, and the entities in that order."""
    seen = _see(text, mentions)
    clusters = Clusters(dict.fromkeys(item.form for item in seen))
    _join_known(clusters, seen)
    _join_inflected(clusters, seen)
    _join_bracketed(clusters, seen, text)
    _join_acronyms(clusters, seen)
    _join_sounds(clusters, seen)
    _join_companies(clusters, seen)
    roots = identity_people.people(clusters, seen)
    return _number(seen, roots)


def _see(text: str, mentions: Sequence[Mention]) -> list[Seen]:
    """Give every mention its form; two ministries of one name but of two countries get two forms."""
    quotes = [text[m.start : m.end] for m in mentions]
    keys = [names.key(quote) for quote in quotes]
    owners = bodies.countries(text, mentions, keys)
    of_key: dict[str, set[str]] = defaultdict(set)
    for key, owner in zip(keys, owners, strict=True):
        if owner:
            of_key[key].add(owner)
    seen, latest = [], dict[str, str]()
    for mention, key, quote, owner in zip(mentions, keys, quotes, owners, strict=True):
        form = key
        if mention.type == "ORG" and len(of_key[key]) > 1:
            latest[key] = owner or latest.get(key, "")
            form = f"{key} @{latest[key]}"
        seen.append(Seen(mention, (mention.type, form), quote, owner))
    return seen


def _forms(seen: Sequence[Seen], kind: EntityType) -> list[str]:
    return list(dict.fromkeys(item.form[1] for item in seen if item.form[0] == kind))


def _join_known(clusters: Clusters, seen: Sequence[Seen]) -> None:
    """Countries by their code, bodies and places by the list of aliases, spellings with and without spaces."""
    meant: dict[tuple[str, str], Form] = {}
    abroad = _join_bare(clusters, seen)
    for form in dict.fromkeys(item.form for item in seen):
        if form in abroad:
            continue
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


def _join_bare(clusters: Clusters, seen: Sequence[Seen]) -> set[Form]:
    """Join «Merkez Bankası» to the one of another country where the text names only that; return such forms."""
    abroad: set[Form] = set()
    if ("LOC", "türkiye") in clusters:
        return abroad
    for key in names.bare():
        form: Form = ("ORG", key)
        if form not in clusters:
            continue
        full = names.aliases()[form]
        same = [s for s in seen if s.form[0] == "ORG" and (s.form[1] == full or f" {s.form[1]}".endswith(f" {key}"))]
        owners = {s.country for s in same if s.country}
        home = any(s.form != form and names.aliases().get(s.form, s.form[1]) == full for s in seen)
        if len(owners) == 1 and bodies.HOME not in owners and not home:
            for item in same:
                clusters.join(form, item.form)
            abroad.update(item.form for item in same)
    return abroad


def _join_inflected(clusters: Clusters, seen: Sequence[Seen]) -> None:
    for form in dict.fromkeys(item.form for item in seen):
        kind, key = form
        for base in (*names.bases(key), *names.without_possessive(key)):
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
    """«Avrupa İstatistik Ofisi (Eurostat)», «İSİG yani İş Sağlığı ve İş Güvenliği Meclisi»: one name and again."""
    for before, after in pairwise(seen):
        between = text[before.mention.end : after.mention.start]
        closing = text[after.mention.end : after.mention.end + 1]
        if before.form[0] != after.form[0]:
            continue
        if between.strip(" ,") in names.appositions():
            clusters.join(before.form, after.form)
        if len(between) > 8 or closing != ")":
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
    groups = {names.core(key) for key in keys if names.is_group(key)}
    for key in keys:
        others = by_first[key.split()[0]] if names.core(key) not in groups else ()  # «Zorlu Enerji» of «Zorlu Holding»
        clusters.join_if_one(("ORG", key), [("ORG", other) for other in others if _longer_body(other, key)])
    _join_facilities(clusters, seen)


def _join_facilities(clusters: Clusters, seen: Sequence[Seen]) -> None:
    """«Kuyucuk» for «Kuyucuk Gölü», «Sabiha Gökçen» for its airport; not «Burdur», which is a place itself."""
    heads = name_cues.load().loc_heads
    longer: dict[str, list[Form]] = defaultdict(list)
    for key in _forms(seen, "LOC"):
        short, _, last = key.rpartition(" ")
        if short and (" " not in short or name_cues.head(last) in heads or last in heads):
            longer[short].append(("LOC", key))
    for short, others in longer.items():
        if ("LOC", short) in clusters and not gazetteer.lookup(short):
            clusters.join_if_one(("LOC", short), others)


def _longer_body(longer: str, short: str) -> bool:
    if names.is_full_form(longer, short):
        return True
    return names.is_shortened(short, longer) and not gazetteer.lookup(short.split(maxsplit=1)[0])


def _number(seen: Sequence[Seen], roots: Sequence[Form]) -> tuple[list[Mention], list[Entity]]:
    ids: dict[Form, str] = {}
    members: dict[Form, list[Seen]] = defaultdict(list)
    for item, root in zip(seen, roots, strict=True):
        ids.setdefault(root, f"e{len(ids) + 1}")
        members[root].append(item)
    mentions = [replace(item.mention, entity=ids[root]) for item, root in zip(seen, roots, strict=True)]
    return mentions, [identity_naming.entity(ids[root], root[0], members[root]) for root in ids]
