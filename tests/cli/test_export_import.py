"""`olgu export` and `olgu import`: from tables to a tool and back to gold that `olgu score` reads."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from olgu.check.gold import read_gold
from olgu.cli import app
from olgu.run import batch
from olgu.write.schema import FACTS
from olgu.write.stored import stored_rows

TEXTS = {
    "kore": "Kasım-Cömert Tokayev, “Geçen yıl Kore’den 6 milyar dolar yatırım geldi 💩” dedi. 11 belge imzalandı.",
    "enflasyon": "Enflasyon yüzde 5-6 arasında bekleniyor. Konutların üçte biri İstanbul'da satıldı.",
}


def olgu(*arguments: object) -> Any:
    return CliRunner().invoke(app, list(map(str, arguments)))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Articles and the tables of their facts."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "haberler").mkdir()
    for name, text in TEXTS.items():
        (tmp_path / "haberler" / f"{name}.txt").write_text(text, encoding="utf-8")
    batch.run(["haberler"], tmp_path / "out", batch.Options(date="2024-06-12", jobs=0))
    return tmp_path


@pytest.mark.parametrize("form", ["label-studio", "web-annotation"])
def test_extracted_facts_come_back_as_gold(folder: Path, form: str) -> None:
    exported = olgu("export", "out", "--to", form, "-o", "made.json")
    assert exported.exit_code == 0, exported.stderr
    assert (folder / "made.xml").exists() == (form == "label-studio")
    assert olgu("import", "made.json", "--unreviewed", "-o", "gold.jsonl").exit_code == 0
    gold = {article.id: article for article in read_gold(folder / "gold.jsonl")}
    assert {name: article.text for name, article in gold.items()} == TEXTS
    rows = stored_rows(folder / "out", FACTS)
    facts = [(name, fact) for name in sorted(gold) for fact in gold[name].facts]
    assert len(facts) == len(rows) == 4
    for row, (name, fact) in zip(rows, facts, strict=True):
        assert row["article_id"] == name
        for slot in (
            "start", "end", "quote", "kind", "value", "value_to", "unit", "per", "bound", "predicate", "role",
            "direction", "status", "time", "place", "speaker",
        ):  # fmt: skip
            assert getattr(fact, slot) == row[slot], slot
        assert fact.what == ((row["what_start"], row["what_end"]) if row["what"] else None)
    scored = json.loads(olgu("score", "gold.jsonl", "out", "--json").stdout)
    assert scored["full_row"]["f1"] == 1.0
    assert scored["mentions"]["all"]["f1"] == 1.0


def test_only_annotated_tasks_are_imported(folder: Path) -> None:
    olgu("export", "out", "--to", "label-studio", "-o", "made.json")
    nothing = olgu("import", "made.json", "-o", "gold.jsonl")
    assert nothing.exit_code == 2
    assert "none of 2 tasks is annotated; --unreviewed takes the predictions" in nothing.stderr
    tasks = json.loads((folder / "made.json").read_text(encoding="utf-8"))
    tasks[1]["annotations"] = [{"result": []}]
    (folder / "made.json").write_text(json.dumps(tasks), encoding="utf-8")
    done = olgu("import", "made.json", "-o", "gold")
    assert done.exit_code == 0
    assert "1 articles with 0 facts imported, 1 tasks not annotated" in done.stderr
    assert sorted(path.name for path in (folder / "gold").iterdir()) == ["kore.json", "kore.txt"]
    assert "is there already; choose another place, or say --force" in olgu("import", "made.json", "-o", "gold").stderr
    merged = olgu("import", "made.json", "--unreviewed", "--gold", "gold", "-o", "gold", "--force")
    assert merged.exit_code == 0
    assert [(article.id, len(article.facts)) for article in read_gold(folder / "gold")] == [
        ("enflasyon", 2),
        ("kore", 0),
    ]


def test_what_is_wrong_is_told_and_the_rest_imported(folder: Path) -> None:
    olgu("export", "out", "--to", "label-studio", "-o", "made.json")
    tasks = json.loads((folder / "made.json").read_text(encoding="utf-8"))
    del tasks[0]["data"]["text"]
    (folder / "made.json").write_text(json.dumps(tasks), encoding="utf-8")
    done = olgu("import", "made.json", "--unreviewed", "-o", "gold.jsonl")
    assert done.exit_code == 3
    assert "olgu: error: made.json: task 1 (article 'enflasyon'): no text" in done.stderr
    assert [article.id for article in read_gold(folder / "gold.jsonl")] == ["kore"]


def test_texts_that_are_gone_are_told(folder: Path) -> None:
    (folder / "haberler" / "kore.txt").write_text("başka", encoding="utf-8")
    done = olgu("export", "out", "--to", "label-studio", "-o", "made.json")
    assert done.exit_code == 3
    assert "article 'kore': its text is no longer in haberler/kore.txt; say where it is with --articles" in done.stderr
    (folder / "neu").mkdir()
    (folder / "neu" / "k.txt").write_text(TEXTS["kore"], encoding="utf-8")
    assert olgu("export", "out", "--to", "label-studio", "-o", "made.json", "--articles", "neu").exit_code == 0


def test_gold_can_be_annotated_again(folder: Path) -> None:
    corpus = Path(__file__).parents[2] / "corpus" / "gold"
    assert olgu("export", corpus / "artvinde-sel.json", "--to", "web-annotation", "-o", "made.json").exit_code == 0
    assert olgu("import", "made.json", "-o", "gold.jsonl").exit_code == 0
    assert read_gold(folder / "gold.jsonl") == read_gold(corpus / "artvinde-sel.json")


def test_gold_with_moved_offsets_is_told(folder: Path) -> None:
    lines = [{"id": name, "text": text, "entities": [], "facts": []} for name, text in TEXTS.items()]
    lines[0]["entities"] = [{"type": "LOC", "name": "Kore", "mentions": [[0, 4, "Kore"]]}]
    (folder / "g.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    done = olgu("export", "g.jsonl", "--to", "label-studio", "-o", "made.json")
    assert done.exit_code == 3
    assert "article 'kore': the text at 0-4 is «Kası», the annotation says «Kore», which stands at 33-37" in done.stderr
    assert "made.json: 1 articles" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["export", "out", "--to", "brat", "-o", "x"], "--to 'brat': known are label-studio, web-annotation"),
        (["export", "yok", "--to", "label-studio", "-o", "x"], "yok: no such file or folder"),
        (["export", "haberler", "--to", "label-studio", "-o", "x"], "make them with 'olgu extract'"),
        (["export", "out", "--to", "label-studio", "-o", "yok/x.json"], "No such file or directory"),
        (["import", "yok.json", "-o", "x.jsonl"], "yok.json: No such file"),
        (["import", "haberler/kore.txt", "-o", "x.jsonl"], "not valid JSON"),
    ],
)
def test_misuse_is_told(folder: Path, arguments: list[str], said: str) -> None:
    done = olgu(*arguments)
    assert done.exit_code == 2
    assert said in done.stderr
    assert not (folder / "x.jsonl").exists()
