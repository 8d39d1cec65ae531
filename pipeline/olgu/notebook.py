"""Showing a document where the code runs: as HTML in a notebook, else on standard output."""

from __future__ import annotations

import sys

from olgu.article import Document


def display(document: Document) -> None:
    """Show the article with its facts and names marked, and the table of its facts."""
    if in_notebook():
        from IPython.display import HTML  # noqa: PLC0415 - there is no notebook without it
        from IPython.display import display as show  # noqa: PLC0415

        show(HTML(document._repr_html_()))  # type: ignore[no-untyped-call]
        return
    from olgu.cli.marking import printed  # noqa: PLC0415

    printed(document)


def in_notebook() -> bool:
    """Tell whether a notebook's kernel runs this code; the IPython of a terminal shows no HTML."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    return shell is not None and getattr(shell, "kernel", None) is not None
