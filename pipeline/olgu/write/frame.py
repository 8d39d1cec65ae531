"""The tables as pandas DataFrames."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from olgu.write.forms import pandas_dtypes
from olgu.write.rows import fact_rows
from olgu.write.schema import FACTS, TABLES, Row, Table

if TYPE_CHECKING:
    import pandas as pd

    from olgu.article import Document


def facts_frame(documents: Iterable[Document]) -> pd.DataFrame:
    """Return the facts of `documents` with the columns and dtypes of the `facts` table."""
    return rows_frame((row for document in documents for row in fact_rows(document)), FACTS)


def rows_frame(rows: Iterable[Row], table: Table) -> pd.DataFrame:
    """Return `rows` of `table` with its columns and dtypes."""
    import pandas as pd  # noqa: PLC0415 - slow to import

    frame = pd.DataFrame.from_records(list(rows), columns=list(table.names))
    return frame.astype(pandas_dtypes(table))


def read_table(path: Path | str) -> pd.DataFrame:
    """Read one written table (`facts.csv`, `mentions.jsonl`, `articles.parquet`…) with the dtypes of its schema.

    The name of the file tells table and format; raises `ValueError` where it tells none.
    """
    import pandas as pd  # noqa: PLC0415 - slow to import

    path = Path(path)
    table = next((table for table in TABLES if table.name == path.stem), None)
    dtypes = pandas_dtypes(table) if table else {}
    if table and path.suffix == ".csv":
        frame = pd.read_csv(path, dtype="string", keep_default_na=False, na_values=[""], encoding="utf-8")
    elif table and path.suffix == ".jsonl":
        frame = rows_frame(_json_rows(path), table)
    elif table and path.suffix == ".parquet":
        frame = pd.read_parquet(path)
    else:
        raise ValueError(
            f"{path}: expected a table named {', '.join(t.name for t in TABLES)} with .csv, .jsonl or .parquet"
        )
    return frame.astype(dtypes)


def _json_rows(path: Path) -> Iterable[Row]:
    import json  # noqa: PLC0415

    with path.open(encoding="utf-8", newline="\n") as lines:
        yield from map(json.loads, lines)
