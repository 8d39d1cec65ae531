"""Clusters the entities of a run: reads its tables, writes clusters, links and merges beside them."""

from __future__ import annotations

import gc
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from olgu.entities import ids, keys, overrides, reading, tables
from olgu.entities.clustering import cluster
from olgu.entities.corpus import Corpus, Node, collect
from olgu.entities.keys import Key
from olgu.entities.overrides import Overrides
from olgu.entities.sets import Sets
from olgu.relate import identity_names
from olgu.write.schema import ENTITIES, Row


@dataclass(frozen=True, slots=True)
class Summary:
    """What was found in a run."""

    entities: int
    clusters: int
    merges: Counter[str]
    """Merges by reason."""


def run(out: Path, *, aliases: Path | None = None, wikidata: Path | None = None, fresh: bool = False) -> Summary:
    """Cluster the entities in the folder `out` and write the tables of `olgu.entities.tables` beside them.

    `aliases` and `wikidata` are files of the user, see `docs/entities.md`; `aliases.toml` in `out` is taken where
    `aliases` is None. Ids of an earlier clustering in `out` are kept unless `fresh`. Raises `StoredError` where the
    tables of the run are missing or broken, `OverrideError` for a file of the user, `OutputError` on writing.
    """
    if aliases is None and (out / "aliases.toml").is_file():
        aliases = out / "aliases.toml"
    with _kept():
        return _run(out, overrides.read(aliases), overrides.read_wikidata(wikidata), fresh)


@contextmanager
def _kept() -> Iterator[None]:
    """Look for no cycles of garbage meanwhile: what is read is kept, the search takes a sixth of the time."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()


def _run(out: Path, known: Overrides, linked: Mapping[Key, str], fresh: bool) -> Summary:
    corpus = collect(reading.articles(out))
    sets = cluster(corpus, known)
    grouped, members = _groups(corpus, sets)
    named = ids.assign(grouped, corpus.nodes, members, {} if fresh else _before(out))
    merges = list(_merges(corpus, sets, named))
    clusters = [_cluster(named[root], [corpus.nodes[i] for i in group], linked) for root, group in grouped.items()]
    clusters.sort(key=lambda row: str(row["cluster_id"]))
    links: list[Row] = [
        {"entity_id": entity, "cluster_id": named[sets.find(index)]} for entity, index in corpus.entities
    ]
    tables.write(out, (clusters, links, merges), _formats(out))
    return Summary(len(links), len(clusters), Counter(str(row["reason"]) for row in merges))


def _formats(out: Path) -> list[str]:
    """Return the forms that the run has its entities in."""
    return [form for form in ("csv", "jsonl", "parquet") if (out / f"{ENTITIES.name}.{form}").is_file()]


def _before(out: Path) -> dict[str, str]:
    path = reading.file_of(out, tables.LINKS)
    return {row["entity_id"]: row["cluster_id"] for row in reading.rows(path)} if path else {}


def _groups(corpus: Corpus, sets: Sets[int]) -> tuple[dict[int, list[int]], dict[int, list[str]]]:
    """Return the nodes and the entities of each cluster, by what stands for it."""
    grouped: dict[int, list[int]] = defaultdict(list)
    for index in range(len(corpus.nodes)):
        grouped[sets.find(index)].append(index)
    members: dict[int, list[str]] = defaultdict(list)
    for entity, index in corpus.entities:
        members[sets.find(index)].append(entity)
    return grouped, members


def _cluster(cluster_id: str, nodes: Sequence[Node], linked: Mapping[Key, str]) -> Row:
    counts = nodes[0].names
    if len(nodes) > 1:
        counts = Counter()
        for node in nodes:
            counts.update(node.names)
    countries: dict[str, int] = {}
    for node in nodes:
        if node.key.country:
            countries[node.key.country] = countries.get(node.key.country, 0) + node.articles
    wikidata = sorted({linked[node.key] for node in nodes if node.key in linked})
    return {
        "cluster_id": cluster_id,
        "type": nodes[0].key.type,
        "name": _full_name(counts, is_country=nodes[0].key.name.startswith("=")),
        "country": min(countries, key=lambda code: (-countries[code], code), default=None),
        "mentions": sum(node.mentions for node in nodes),
        "articles": sum(node.articles for node in nodes),
        "wikidata": " ".join(wikidata) or None,
    }


def _full_name(counts: Counter[str], is_country: bool) -> str:
    """Return the most frequent name of several words that is not all capitals; of a country the most frequent."""
    if len(counts) == 1:
        return next(iter(counts))
    full = [] if is_country else [name for name in counts if " " in name and not name.isupper()]
    full = full or list(counts)
    return min(full, key=lambda name: (-counts[name], -len(name), name))


def _merges(corpus: Corpus, sets: Sets[int], named: Mapping[int, str]) -> Iterator[Row]:
    for index, node in enumerate(corpus.nodes):
        if len(node.names) > 1:
            yield from _spellings(named[sets.find(index)], node)
    for join in sets.joins:
        yield {
            "cluster_id": named[sets.find(join.a)],
            "a": corpus.nodes[join.a].name,
            "b": corpus.nodes[join.b].name,
            "reason": join.reason,
            "score": join.score,
            "evidence": join.evidence or None,
        }


def _spellings(cluster_id: str, node: Node) -> Iterator[Row]:
    """Explain the names that have one key: each with the most frequent of them."""
    first = node.name
    for name in sorted(node.names.keys() - {first}):
        reason = _reason(node.key, first, name)
        alike = Levenshtein.normalized_similarity(keys.plain(first), keys.plain(name))
        score = 1.0 if reason in ("alias", "country") else alike
        yield {
            "cluster_id": cluster_id, "a": first, "b": name, "reason": reason, "score": round(score, 3),
            "evidence": node.key.name,
        }  # fmt: skip


def _reason(key: Key, a: str, b: str) -> str:
    x, y = keys.plain(a), keys.plain(b)
    if x == y:
        return "form"
    if key.name.startswith("="):
        return "country"
    aliases = identity_names.aliases()
    if (key.type, x) in aliases or (key.type, y) in aliases:
        return "alias"
    return "sound"
