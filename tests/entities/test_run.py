"""Whole runs: which entities of several articles are one, under which id, and why."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from olgu.entities import run
from olgu.entities.overrides import OverrideError
from olgu.write.stored import StoredError

Write = Callable[..., Path]


def table(out: Path, name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (out / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def links(out: Path) -> dict[str, str]:
    return {row["entity_id"]: row["cluster_id"] for row in table(out, "links")}


def groups(out: Path) -> set[frozenset[str]]:
    """Return the entities of each cluster of more than one, as «article:name»."""
    found = defaultdict(set)
    for entity, cluster in links(out).items():
        found[cluster].add(entity)
    return {frozenset(group) for group in found.values() if len(group) > 1}


@pytest.mark.parametrize(
    ("articles", "expected"),
    [
        # one name, its spellings, its short forms
        ({"a": ["L:Kore@KR"], "b": ["L:Güney Kore@KR"], "c": ["L:Kuzey Kore@KP"]}, ["a:e1 b:e1"]),
        ({"a": ["P:Şavkat Mirziyoyev"], "b": ["P:Shavkat Mirziyoyev"]}, ["a:e1 b:e1"]),
        ({"a": ["O:AB"], "b": ["O:Avrupa Birliği"]}, ["a:e1 b:e1"]),
        ({"a": ["O:Orman Araştırma Kurumu/OAK"], "b": ["O:OAK"]}, ["a:e1 b:e1"]),
        ({"a": ["O:Star Rafineri/Star"], "b": ["O:Star Rafineri/Star"], "c": ["O:Star"]}, ["a:e1 b:e1"]),
        ({"a": ["O:Wall Street Journal/Wall Street"], "b": ["O:Wall Street"]}, []),
        ({"a": ["O:ABD Ankara Büyükelçiliği", "O:ABD Büyükelçiliği"], "b": ["O:ABD Büyükelçiliği"]}, ["a:e2 b:e1"]),
        ({"a": ["P:Vladimir Putin/Putin"], "b": ["P:Putin"]}, ["a:e1 b:e1"]),
        ({"a": ["P:Emine Erdoğan/Erdoğan"], "b": ["P:Recep Tayyip Erdoğan/Erdoğan"], "c": ["P:Erdoğan"]}, []),
        ({"a": ["P:Mehmet Ali Erbil/Mehmet Ali"], "b": ["P:Mehmet Ali"]}, []),
        # bodies of one name in two countries
        ({"a": ["O:Sağlık Bakanlığı@KZ"], "b": ["O:Sağlık Bakanlığı"], "c": ["O:Sağlık Bakanlığı@TR"]}, ["b:e1 c:e1"]),
        ({"a": ["O:Rusya Merkez Bankası@RU"], "b": ["O:TCMB@TR"], "c": ["O:Rusya Merkez Bankası@RU"]}, ["a:e1 c:e1"]),
        # names that many bear: by a telling name beside them
        ({"a": ["P:Mehmet Yılmaz"], "b": ["P:Mehmet Yılmaz"]}, []),
        ({"a": ["P:Mehmet Yılmaz", "O:Doosan Makine"], "b": ["P:Mehmet Yılmaz", "O:Doosan Makine"]},
         ["a:e1 b:e1", "a:e2 b:e2"]),
        ({"a": ["P:Mehmet Yılmaz", "L:Türkiye@TR"], "b": ["P:Mehmet Yılmaz", "L:Türkiye@TR"]}, ["a:e2 b:e2"]),
        ({"a": ["O:Emniyet Müdürlüğü", "L:Kars@TR"], "b": ["O:Emniyet Müdürlüğü", "L:Kars@TR"],
          "c": ["O:Emniyet Müdürlüğü", "L:Van@TR"]}, ["a:e1 b:e1", "a:e2 b:e2"]),
        ({"a": ["O:Yönetim Kurulu", "L:Kars@TR"], "b": ["O:Yönetim Kurulu", "L:Kars@TR"]}, ["a:e2 b:e2"]),
        ({"a": ["P:M.B.", "O:Doosan Makine"], "b": ["P:M.B.", "O:Doosan Makine"]}, ["a:e2 b:e2"]),
        # spellings and slips
        ({"a": ["P:Yeon Sok Yeol", "O:Doosan Makine"], "b": ["P:Yeon Seok Yeol", "O:Doosan Makine"]},
         ["a:e1 b:e1", "a:e2 b:e2"]),
        ({"a": ["P:Yeon Sok Yeol"], "b": ["P:Yeon Seok Yeol"]}, []),
        ({"a": ["O:Türk Standartları Enstitüsü"], "b": ["O:Türk Standardları Enstitüsü"]}, ["a:e1 b:e1"]),
        ({"a": ["O:Ankara 12. Bölge Müdürlüğü"], "b": ["O:Ankara 13. Bölge Müdürlüğü"]}, []),
        # the type parts
        ({"a": ["O:Konya"], "b": ["L:Konya@TR"]}, []),
        ({}, []),
    ],
)  # fmt: skip
def test_run_joins(write: Write, articles: dict[str, list[str]], expected: list[str]) -> None:
    out = write(articles)
    run.run(out)
    assert groups(out) == {frozenset(group.split()) for group in expected}


def test_run_takes_who_most_articles_are_about(write: Write) -> None:
    articles = {f"a{n}": ["P:Mehmet Yılmaz", "O:Doosan Makine"] for n in range(3)} | {"b": ["P:Mehmet Yılmaz"]}
    out = write(articles)
    run.run(out)
    assert frozenset({"a0:e1", "a1:e1", "a2:e1", "b:e1"}) in groups(out)
    assert {row["reason"] for row in table(out, "merges")} == {"context", "majority"}


def test_run_names_and_counts_clusters(write: Write) -> None:
    out = write({"a": ["O:AB/Avrupa Birliği"], "b": ["O:Avrupa Birliği"], "c": ["L:Kore@KR"], "d": ["L:Kore@KR"],
                 "e": ["L:Kore Cumhuriyeti@KR"]})  # fmt: skip
    run.run(out)
    rows = {(r["type"], r["name"]): r for r in table(out, "clusters")}
    assert set(rows) == {("ORG", "Avrupa Birliği"), ("LOC", "Kore")}
    assert {k: rows["LOC", "Kore"][k] for k in ("country", "articles", "mentions", "wikidata")} == {
        "country": "KR", "articles": 3, "mentions": 3, "wikidata": None,
    }  # fmt: skip


def test_run_gives_the_same_ids_in_every_form(write: Write) -> None:
    articles = {"a": ["P:Vladimir Putin/Putin", "L:Rusya@RU"], "b": ["P:Putin", "L:Rusya@RU"]}
    outs = [write(articles, form, form) for form in ("jsonl", "csv", "parquet")]
    for out in outs:
        run.run(out)
    from olgu.entities import reading

    read = [list(reading.rows(out / f"links.{out.name}")) for out in outs]
    assert read[0] == read[1] == read[2]
    assert len(read[0]) == 4


NAMES = ["P:Vladimir Putin/Putin", "P:Putin", "P:Mehmet Yılmaz", "P:Şavkat Mirziyoyev", "P:Shavkat Mirziyoyev",
         "O:AB", "O:Avrupa Birliği", "O:OAK", "O:Orman Araştırma Kurumu/OAK", "O:Doosan Makine", "L:Kore@KR",
         "L:Güney Kore@KR", "L:Cumhuriyet Mahallesi", "L:Kars@TR", "P:Yeon Sok Yeol", "P:Yeon Seok Yeol"]  # fmt: skip
article_lists = st.lists(st.lists(st.sampled_from(NAMES), min_size=1, max_size=5, unique=True), min_size=1, max_size=7)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(article_lists, article_lists)
def test_ids_are_kept_when_articles_are_added(write: Write, old: list[list[str]], new: list[list[str]]) -> None:
    """An entity keeps its id, unless what was two is now one, or one is two: then one of the two keeps the id."""
    first = {f"a{n}": names for n, names in enumerate(old)}
    out = write(first)
    run.run(out, fresh=True)
    before = links(out)
    out = write({f"0{n}": names for n, names in enumerate(new)} | first)
    run.run(out)
    after = links(out)
    merged = defaultdict(set)
    for entity, cluster in before.items():
        merged[after[entity]].add(cluster)
    assert all(cluster in olds or olds & merged.keys() for cluster, olds in merged.items())


def test_letters_that_many_use_alone_part_from_the_one_name_that_explained_them(write: Write) -> None:
    first = {"a0": ["O:OAK"], "a1": ["O:Orman Araştırma Kurumu/OAK"]}
    out = write(first)
    run.run(out, fresh=True)
    before = links(out)
    assert before["a0:e1"] == before["a1:e1"]
    run.run(write({f"0{n}": ["O:OAK"] for n in range(4)} | first))
    after = links(out)
    assert after["a0:e1"] == after["00:e1"] == before["a0:e1"], "the larger part keeps the id"
    assert after["a1:e1"] not in before.values()


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(article_lists, st.randoms(use_true_random=False))
def test_clusters_do_not_depend_on_the_order_of_articles(write: Write, listed: list[list[str]], random: Any) -> None:
    articles = [(f"a{n}", names) for n, names in enumerate(listed)]
    out = write(dict(articles))
    run.run(out, fresh=True)
    once = links(out)
    random.shuffle(articles)
    run.run(write(dict(articles)), fresh=True)
    assert links(out) == once


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(article_lists)
def test_every_merge_is_explained(write: Write, listed: list[list[str]]) -> None:
    out = write({f"a{n}": names for n, names in enumerate(listed)})
    run.run(out, fresh=True)
    told = defaultdict(set)
    for row in table(out, "merges"):
        told[row["cluster_id"]].add(frozenset((row["a"], row["b"])))
    names = defaultdict(set)
    of = links(out)
    for row in table(out, "entities"):
        names[of[row["entity_id"]]].add(row["name"])
    for cluster, spelled in names.items():
        reached = {min(spelled)}
        while grown := {n for pair in told[cluster] if pair & reached for n in pair} - reached:
            reached |= grown
        assert spelled <= reached


@pytest.mark.parametrize(
    ("full", "called", "other", "same"),
    [
        ("Ahmet Mahmut Ünlü", "Mahmut Ünlü", "Mahmut L. Ünlü", False),
        ("Polina Yumasheva Deripaska", "Polina Deripaska", "Polina Deripaska", True),
        ("Mustafa Sani Şener", "Sani Şener", "Sani Şener", True),
    ],
)
def test_what_one_article_calls_a_person_for_short(
    write: Write, full: str, called: str, other: str, same: bool
) -> None:
    out = write({"a": [f"P:{full}/{called}"], "b": [f"P:{other}"]})
    run.run(out)
    assert (groups(out) == {frozenset({"a:e1", "b:e1"})}) is same


def test_aliases_override(write: Write) -> None:
    out = write({"a": ["O:Anka Haber"], "b": ["O:Anka Ajansı"], "c": ["L:Kore@KR"], "d": ["L:Güney Kore@KR"],
                 "e": ["P:Mehmet Yılmaz"], "f": ["P:Mehmet Yılmaz"], "g": ["O:OAK"],
                 "h": ["O:Orman Araştırma Kurumu/OAK"]})  # fmt: skip
    (out / "aliases.toml").write_text(
        '[same]\nORG = [["Anka Haber", "Anka Ajansı"]]\nPERSON = [["Mehmet Yılmaz", "M. Yılmaz"]]\n'
        '[different]\nORG = [["OAK", "Orman Araştırma Kurumu"]]\n',
        encoding="utf-8",
    )
    run.run(out)
    assert groups(out) == {frozenset({"a:e1", "b:e1"}), frozenset({"c:e1", "d:e1"}), frozenset({"e:e1", "f:e1"})}
    reasons = {row["reason"] for row in table(out, "merges")}
    assert reasons == {"user", "country"}


@pytest.mark.parametrize(
    "text",
    ["[same", "[what]\nORG = []", "[same]\nTEAM = []", '[same]\nORG = ["a"]', '[same]\nORG = [["a"]]', "same = 1"],
)
def test_aliases_refuses(write: Write, text: str) -> None:
    out = write({"a": ["L:Kore@KR"]})
    (out / "aliases.toml").write_text(text, encoding="utf-8")
    with pytest.raises(OverrideError, match=re.escape("aliases.toml")):
        run.run(out)


def test_wikidata_is_joined_by_name(write: Write, tmp_path: Path) -> None:
    out = write({"a": ["L:Kore@KR", "O:AB"], "b": ["L:Kars@TR"]})
    ids = tmp_path / "ids.csv"
    ids.write_text("type,name,wikidata\nLOC,Güney Kore,Q884\nORG,Avrupa Birliği,Q458\n", encoding="utf-8")
    run.run(out, wikidata=ids)
    assert {r["name"]: r["wikidata"] for r in table(out, "clusters")} == {"Kore": "Q884", "AB": "Q458", "Kars": None}
    ids.write_text("name,id\nKore,Q884\n", encoding="utf-8")
    with pytest.raises(OverrideError, match="type, wikidata"):
        run.run(out, wikidata=ids)


def test_run_refuses_a_folder_without_tables(tmp_path: Path) -> None:
    with pytest.raises(StoredError, match="olgu extract"):
        run.run(tmp_path)
    (tmp_path / "entities.jsonl").write_text("{", encoding="utf-8")
    (tmp_path / "mentions.jsonl").write_text("", encoding="utf-8")
    with pytest.raises(StoredError, match=r"entities\.jsonl"):
        run.run(tmp_path)
