"""The flow as one spaCy component: `nlp.add_pipe("olgu")` gives `doc._.facts`."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from olgu.article import Article


@Language.factory("olgu", default_config={"date": None})
def make_component(nlp: Language, name: str, date: str | None) -> Component:
    """Make the component; spaCy finds it by the entry point in `pyproject.toml`.

    `date` (ISO 8601) is the publication day that relative times are resolved against.
    """
    return Component(date)


class Component:
    """Sets `doc._.facts` (a tuple of `olgu.Fact`, offsets in `doc.text`) and `doc._.olgu` (the whole `Document`).

    Tokens and sentence starts are taken as they are; a `Doc` without sentence starts gets olgu's own.
    """

    def __init__(self, date: str | None = None) -> None:
        self.date = date
        for extension in ("facts", "olgu"):
            if not Doc.has_extension(extension):
                Doc.set_extension(extension, default=() if extension == "facts" else None)

    def __call__(self, doc: Doc) -> Doc:
        """Extract the facts of `doc`."""
        from olgu.analyse.sentences import SentenceSplitter  # noqa: PLC0415 - the flow is loaded when it is first used
        from olgu.flow import read_doc  # noqa: PLC0415
        from olgu.read.repair import Shadow  # noqa: PLC0415

        if not doc.has_annotation("SENT_START"):
            doc = SentenceSplitter()(doc)
        document = read_doc(doc, Article("doc", doc.text, date=self.date), Shadow(doc.text))
        doc._.olgu, doc._.facts = document, document.facts
        return doc
