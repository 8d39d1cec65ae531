"""Stand-ins for the rooms before `write`, so that a run can be tested without their grammar."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from decimal import Decimal
from importlib import import_module
from types import ModuleType

import pytest
import spacy
from hypothesis import settings
from spacy.language import Language

from olgu.analyse import language
from olgu.article import Article, Document, Fact, Failure

os.environ["OLGU_MODEL"] = "rules"  # what the rules say is tested without the model, which tests/models tests
settings.register_profile("busy", deadline=None)  # the wall clock tells what else the machine is doing
settings.load_profile("busy")


def one_fact(article: Article, nlp: Language) -> Document:
    """The first word is a count; the words go through `nlp` as in the real flow."""
    first = nlp(article.text)[0]
    fact = Fact(
        start=0, end=len(first.text), kind="count", value=Decimal(len(first.text)), value_to=None, bound="exact",
        unit=None, per=None, what=None, what_lemma=None, predicate=None, role="level", direction=None,
        status="actual", time=None, place=None, country=None, speaker=None, speaker_id=None, rule="test",
        confidence=1.0, sentence=0, sentence_start=0, sentence_end=len(article.text),
    )  # fmt: skip
    return Document(article, (fact,), sentences=((0, len(article.text)),))


Install = Callable[..., Language]


@pytest.fixture
def rooms(monkeypatch: pytest.MonkeyPatch) -> Install:
    """Install stand-ins: `rooms(items, process)`; gives the language that the run will use."""

    def install(
        items: list[Article | Failure], process: Callable[[Article, Language], Document] = one_fact
    ) -> Language:
        def articles(_paths: object, *, date: str | None = None) -> Iterator[Article | Failure]:
            yield from items

        nlp = spacy.blank("tr")
        stand_ins = {
            "olgu.read.files": {"articles": articles},
            "olgu.analyse.language": {"load": lambda model=None: nlp, "renew": language.renew},
            "olgu.flow": {"process": process},
        }
        for name, members in stand_ins.items():
            module = ModuleType(name)
            vars(module).update(members)
            package, _, last = name.rpartition(".")
            monkeypatch.setitem(sys.modules, name, module)
            monkeypatch.setattr(import_module(package), last, module, raising=False)
        return nlp

    return install
