"""Which mentions of people are one: parts of full names, spellings a letter apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from olgu.relate import identity_names as names
from olgu.relate.identity_forms import Clusters, Form, Seen

_COMPARED = 20
"""Full names with one given name that are compared with each other: keeps the work linear."""


def people(clusters: Clusters, seen: Sequence[Seen]) -> list[Form]:
    """Return the cluster of each mention; parts of names («Tokayev») go to the latest full name that has them."""
    full: dict[str, list[Form]] = defaultdict(list)
    for form in dict.fromkeys(item.form for item in seen):
        parts = form[1].split()
        if form[0] == "PERSON" and len(parts) > 1:
            for part in dict.fromkeys((parts[0], parts[-1], names.sounds(parts[-1]))):
                full[part].append(form)
    _join_parts(clusters, full)
    _join_slips(clusters, full)
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
            clusters.join_if_one(short, [other for other in forms if other[1].startswith(short[1] + " ")])


def _join_slips(clusters: Clusters, full: dict[str, list[Form]]) -> None:
    """«Mahmut Arslan» and «Mahmut Aslan»: the same given names, a surname with a letter more."""
    for given, forms in full.items():
        alike = [form for form in forms if form[1].split()[0] == given][:_COMPARED]
        for one, other in combinations(alike, 2):
            *first, a = one[1].split()
            *second, b = other[1].split()
            if first == second and names.one_letter_more(a, b):
                clusters.join(one, other)


def _inside(words: list[str], longer: list[str]) -> bool:
    """Tell whether the words stand in the longer name in order, and end it."""
    rest = iter(longer)
    return words[-1] == longer[-1] and all(word in rest for word in words)
