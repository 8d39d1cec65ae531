"""A flow that does to its process what the article says; it stands in for `olgu.flow`, above all in workers."""

from __future__ import annotations

import ctypes
import os
import re
import signal
import sys
import time
from decimal import Decimal

from spacy.language import Language

from olgu.article import Article, Document, Fact


def process(article: Article, nlp: Language) -> Document:
    """One fact for each number in digits; the first word may be an order to fail."""
    nlp(article.text)
    order = article.text.split(maxsplit=1)[0]
    if order in ORDERS:
        ORDERS[order]()
    facts = tuple(
        Fact(
            start=found.start(), end=found.end(), kind="count", value=Decimal(found[0]), value_to=None, bound="exact",
            unit=None, per=None, what=None, what_lemma=None, predicate=None, role="level", direction=None,
            status="actual", time=None, place=None, country=None, speaker=None, speaker_id=None, rule="test",
            confidence=1.0, sentence=0, sentence_start=0, sentence_end=len(article.text),
        )
        for found in re.finditer("[0-9]+", article.text)
    )  # fmt: skip
    return Document(article, facts, sentences=((0, len(article.text)),))


def fail() -> None:
    raise LookupError("yok")


def leave() -> None:
    sys.exit(7)


def hang() -> None:
    while True:
        time.sleep(0.05)


def hang_deaf() -> None:
    """Hang as a loop in C does: no alarm comes through."""
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})
    hang()


def swallow() -> None:
    """Take more memory than there is."""
    kept = []
    while True:
        kept.append(bytearray(64 << 20))


def interrupt() -> None:
    """Ctrl-C, which a terminal sends to workers, too; here it comes through where only its mask holds it back."""
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    os.kill(os.getpid(), signal.SIGINT)


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def crash() -> None:
    ctypes.string_at(0)


ORDERS = {
    "BOZ": fail,
    "ÇIK": leave,
    "BEKLE": hang,
    "SAĞIR": hang_deaf,
    "YUT": swallow,
    "KES": interrupt,
    "ÖL": die,
    "ÇÖK": crash,
}
