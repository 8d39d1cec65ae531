"""READ FIRST: the stages in order, nothing else."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from olgu.analyse.mending import mended
from olgu.analyse.words import SECOND_KEY, WEIGHTS_KEY, sentences
from olgu.article import Article, Document, Fact, Mention, Slot, Time
from olgu.read.repair import Shadow
from olgu.recognise import names, quantities, speech, times
from olgu.relate import agreement, identity
from olgu.relate.facts import Findings, relate, shipped
from olgu.relate.frame import frame

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


_Found = TypeVar("_Found", Mention, Time)


def process(article: Article, nlp: Language) -> Document:
    """Take one article through the flow: repair, analyse, recognise, relate; offsets point into `article.text`."""
    shadow = mended(article.text)
    doc = nlp(shadow.text)
    document = read_doc(doc, article, shadow)
    second = doc.user_data.get(SECOND_KEY)
    return document if second is None else agreement.mark(document, read_doc(second, article, shadow))


def read_doc(doc: Doc, article: Article, shadow: Shadow) -> Document:
    """Recognise and relate what stands in `doc`, whose text is the shadow text of `article`."""
    text = shadow.text
    view = sentences(doc)
    dates = times.find(text, calendar_day(article.date))
    mentions, entities = identity.resolve(text, names.find(doc, view))
    findings = Findings(
        quantities=quantities.find(text, dates),
        times=dates,
        names=mentions,
        entities=entities,
        turns=speech.find(doc, mentions, view),
    )
    weights = doc.user_data.get(WEIGHTS_KEY)
    rankers = shipped(weights=weights) if weights else None
    facts = frame(text, mentions, entities, relate(text, view, findings, rankers))
    return _document(article, shadow, findings, facts, [(s.start, s.end) for s in view])


def calendar_day(value: str | None) -> dt.date | None:
    """Return the day of an ISO 8601 date, or None where `value` is None or names no day."""
    try:
        return dt.date.fromisoformat(value[:10]) if value else None
    except ValueError:
        return None


def _document(
    article: Article, shadow: Shadow, findings: Findings, facts: list[Fact], spans: list[tuple[int, int]]
) -> Document:
    """Map every offset from the shadow text back to the article's text, where the two differ."""
    found = Document(
        article=article,
        facts=tuple(facts),
        mentions=tuple(findings.names),
        entities=tuple(findings.entities),
        times=tuple(findings.times),
        sentences=tuple(spans),
        notes=shadow.changes,
    )
    return _moved(found, shadow) if shadow.layers else found


def _moved(document: Document, shadow: Shadow) -> Document:
    at = shadow.original

    def moved(slot: Slot | None) -> Slot | None:
        if slot is None:
            return None
        start, end = at(slot.start, slot.end)
        return replace(slot, start=start, end=end)

    mapped = []
    for fact in document.facts:
        start, end = at(fact.start, fact.end)
        first, last = at(fact.sentence_start, fact.sentence_end)
        mapped.append(
            replace(
                fact,
                start=start,
                end=end,
                sentence_start=first,
                sentence_end=last,
                what=moved(fact.what),
                time=moved(fact.time),
                place=moved(fact.place),
                speaker=moved(fact.speaker),
            )
        )
    return replace(
        document,
        facts=tuple(mapped),
        mentions=tuple(_at(mention, at(mention.start, mention.end)) for mention in document.mentions),
        times=tuple(
            replace(_at(time, at(time.start, time.end)), calendar=tuple(at(*span) for span in time.calendar))
            for time in document.times
        ),
        sentences=tuple(at(*span) for span in document.sentences),
    )


def _at(finding: _Found, span: tuple[int, int]) -> _Found:
    return replace(finding, start=span[0], end=span[1])
