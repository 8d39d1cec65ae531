"""What docs/entities.md shows works on the tables of a real run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from olgu.entities import overrides, run, tables
from olgu.run import batch

DOCS = (Path(__file__).parents[2] / "docs" / "entities.md").read_text(encoding="utf-8")
TEXT = (
    "Kazakistan ile Kore anlaştı. Kazakistan Devlet Başkanı Kasım-Cömert Tokayev, “Kore’den 6 milyar dolar yatırım "
    "geldi” dedi. Tokayev, Kore’de 5 belge imzaladı."
)


def test_joins_of_the_docs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(TEXT, encoding="utf-8")
    batch.run([tmp_path / "a.txt", tmp_path / "b.txt"], tmp_path / "run", batch.Options(keep_duplicates=True))
    run.run(tmp_path / "run")
    monkeypatch.chdir(tmp_path)
    code = re.search(r"```python\n(.*?)```", DOCS, re.DOTALL)
    assert code is not None
    made: dict[str, object] = {}
    exec(code[1], made)
    everywhere, spoken, placed = (made[name] for name in ("everywhere", "spoken", "placed"))
    assert len(everywhere) == len(made["tables"]["mentions"])  # type: ignore[index,arg-type]
    by_name = everywhere.groupby("name_cluster")["article_id"].nunique()  # type: ignore[attr-defined]
    assert by_name["Kasım-Cömert Tokayev"] == 2
    assert set(spoken["name"]) == {"Kasım-Cömert Tokayev"}  # type: ignore[index]
    assert set(placed["country_place"]) >= {"KR"}  # type: ignore[index]


def test_toml_of_the_docs_is_read(tmp_path: Path) -> None:
    code = re.search(r"```toml\n(.*?)```", DOCS, re.DOTALL)
    assert code is not None
    path = tmp_path / "aliases.toml"
    path.write_text(code[1], encoding="utf-8")
    read = overrides.read(path)
    assert (len(read.same), len(read.different)) == (3, 1)


def test_docs_name_every_table_column_and_reason() -> None:
    for table in tables.TABLES:
        assert f"| `{table.name}` | {', '.join(f'`{name}`' for name in table.names)} |" in DOCS
    sources = "".join(path.read_text(encoding="utf-8") for path in Path(run.__file__).parent.glob("*.py"))
    for reason in re.findall(r"^\| `(\w+)` \| [^`]", DOCS, re.MULTILINE):
        assert f'"{reason}"' in sources
