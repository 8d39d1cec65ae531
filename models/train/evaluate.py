"""Scores of a model folder: `python -m models.train.evaluate --model DIR --data DIR --gold FILE`.

Runs what ships, as it ships (no PyTorch). Names: exact span and type. Trees and morphology: as in the CoNLL shared
task, relations with subtypes, punctuation included.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from olgu.analyse import language
from olgu.analyse.casing import ascii_fold, lower, upper
from olgu.analyse.words import NAMES_KEY

from .corpus import ZEMBEREK_TRAIN, Sentence, read_bio, read_lines, read_treebank

Scores = dict[str, float]


def f1(right: int, found: int, gold: int) -> float:
    """Return the F1 score in per cent."""
    return round(200 * right / (found + gold), 2) if found + gold else 100.0


def analysed(nlp: Language, sentences: Sequence[Sentence]) -> Iterator[Doc]:
    """Analyse sentences as they are tokenised, each as one sentence."""
    docs = (
        Doc(nlp.vocab, words=list(s.words), spaces=list(s.spaces), sent_starts=[i == 0 for i in range(len(s.words))])
        for s in sentences
    )
    return nlp.get_pipe("olgu_model").pipe(docs)  # type: ignore[attr-defined,no-any-return]


def names(nlp: Language, sentences: Sequence[Sentence]) -> Scores:
    """Return entity F1 over the tokens of BIO sentences, all and by type."""
    counts: dict[str, Counter[str]] = {kind: Counter() for kind in ("all", "PERSON", "ORG", "LOC")}
    for sentence, doc in zip(sentences, analysed(nlp, sentences), strict=True):
        gold = set()
        for start, end, kind in sentence.names or ():
            span = doc.char_span(start, end, alignment_mode="expand")
            gold.add((span.start, span.end, kind))
        _count(counts, gold, {(e.start, e.end, e.label_) for e in doc.ents})
    return _by_type(counts)


def mentions(nlp: Language, articles: Sequence[dict[str, Any]], change: Callable[[str], str] = str) -> Scores:
    """Return mention F1 over articles, whose text may be changed at the same length."""
    counts: dict[str, Counter[str]] = {kind: Counter() for kind in ("all", "PERSON", "ORG", "LOC")}
    for article, doc in zip(articles, nlp.pipe(change(a["text"]) for a in articles), strict=True):
        gold = {(m[0], m[1], e["type"]) for e in article["entities"] for m in e["mentions"]}
        _count(counts, gold, {(s, e, kind) for s, e, kind, _ in doc.user_data[NAMES_KEY]})
    return _by_type(counts)


def _count(counts: dict[str, Counter[str]], gold: set[tuple[int, int, str]], found: set[tuple[int, int, str]]) -> None:
    for kind, counter in counts.items():
        a, b = ({x for x in items if kind in ("all", x[2])} for items in (gold, found))
        counter.update(right=len(a & b), gold=len(a), found=len(b))


def _by_type(counts: dict[str, Counter[str]]) -> Scores:
    return {kind: f1(c["right"], c["found"], c["gold"]) for kind, c in counts.items()}


def trees(nlp: Language, sentences: Sequence[Sentence]) -> Scores:
    """Return accuracies over gold words."""
    right, total = Counter[str](), 0
    for sentence, doc in zip(sentences, analysed(nlp, sentences), strict=True):
        for index, (token, word) in enumerate(zip(doc, sentence.syntax or (), strict=True)):
            head = -1 if token.head.i == index else token.head.i
            attached = head == word.head
            right.update(upos=token.pos_ == word.upos, feats=str(token.morph) == word.feats.replace("_", ""),
                         lemma=token.lemma_ == word.lemma, uas=attached,
                         las=attached and token.dep_.replace("ROOT", "root") == word.rel)  # fmt: skip
            total += 1
    return {key: round(100 * value / total, 2) for key, value in right.items()}


def raw_trees(nlp: Language, sentences: Sequence[Sentence]) -> Scores:
    """Return F1 scores over raw text: words are matched by their place among the letters that are no white space."""
    gold = list(_flat(sentences))
    doc = nlp(" ".join(s.text for s in sentences))
    places, at = {}, 0
    for token in doc:
        if not token.is_space:
            places[token.i] = (at, at + len(token.text))
            at += len(token.text)
    found = {}
    for token in doc:
        if token.i in places:
            head = None if token.head.i == token.i else places[token.head.i]
            found[places[token.i]] = (
                token.pos_,
                str(token.morph),
                token.lemma_,
                head,
                token.dep_.replace("ROOT", "root"),
            )
    right = Counter[str]()
    for place, (upos, feats, lemma, head, rel) in gold:
        if place in found:
            f = found[place]
            right.update(words=1, upos=f[0] == upos, feats=f[1] == feats, lemma=f[2] == lemma, uas=f[3] == head,
                         las=f[3] == head and f[4] == rel)  # fmt: skip
    return {key: f1(value, len(found), len(gold)) for key, value in right.items()} | {
        "sentences": sentence_f1(doc, [s.text for s in sentences])
    }


def _flat(
    sentences: Iterable[Sentence],
) -> Iterator[tuple[tuple[int, int], tuple[str, str, str, tuple[int, int] | None, str]]]:
    at = 0
    for sentence in sentences:
        places = []
        for form in sentence.words:
            places.append((at, at + len(form)))
            at += len(form)
        for place, word in zip(places, sentence.syntax or (), strict=True):
            head = None if word.head < 0 else places[word.head]
            yield place, (word.upos, word.feats.replace("_", ""), word.lemma, head, word.rel)


def sentence_f1(doc: Doc, sentences: Sequence[str]) -> float:
    """Return F1 of sentence spans, counted in letters that are no white space."""
    spans, at = set(), 0
    for text in sentences:
        size = len("".join(text.split()))
        spans.add((at, at + size))
        at += size
    found, at = set(), 0
    for sent in doc.sents:
        size = len("".join(sent.text.split()))
        if size:
            found.add((at, at + size))
        at += size
    return f1(len(spans & found), len(found), len(spans))


def report(nlp: Language, data: Path, gold: Path, limit: int | None = None) -> dict[str, Scores]:
    """Return the scores of the model card, over `limit` sentences of each set and a twentieth as many articles."""
    split = list(read_treebank(data / "ud/BOUN/dev.conllu", merged=False))[:limit]
    whole = list(read_treebank(data / "ud/BOUN/dev.conllu", merged=True))[:limit]
    lines = read_lines(data / "sentences/zemberek-train.txt")[ZEMBEREK_TRAIN:][:limit]
    articles = [json.loads(line) for line in gold.read_text("utf-8").splitlines()][: limit and max(1, limit // 20)]
    joined = nlp(" ".join(s.text for s in lines))
    return {
        "nakba dev": names(nlp, list(read_bio(data / "ner/nakba_tr/dev.bio"))[:limit]),
        "wikiner dev": names(nlp, list(read_bio(data / "ner/wikiner_tr/dev.bio"))[:limit]),
        "articles dev": mentions(nlp, articles),
        "articles dev, capitals": mentions(nlp, articles, upper),
        "articles dev, ASCII": mentions(nlp, articles, ascii_fold),
        "articles dev, small letters": mentions(nlp, articles, lower),
        "BOUN dev, gold words": trees(nlp, split),
        "BOUN dev, gold surface tokens": trees(nlp, whole),
        "BOUN dev, raw text against surface tokens": raw_trees(nlp, whole),
        "BOUN dev, raw text against words": raw_trees(nlp, split),
        "Zemberek sentences, lines not trained on": {"sentences": sentence_f1(joined, [s.text for s in lines])},
    }


def speed(nlp: Language, gold: Path) -> Scores:
    """Return words a CPU-second of the whole `nlp.pipe` over articles."""
    texts = [json.loads(line)["text"] for line in gold.read_text("utf-8").splitlines()]
    began = time.process_time()
    words = sum(not t.is_space for doc in nlp.pipe(texts) for t in doc)
    seconds = time.process_time() - began
    return {"words": words, "words a CPU-second": round(words / seconds)}


def main() -> None:
    """Print the scores as JSON."""
    parser = argparse.ArgumentParser(prog="models.train.evaluate", description=__doc__)
    parser.add_argument("--model", type=Path, required=True, help="the folder of the model")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--gold", type=Path, required=True, help="articles to measure on, JSON Lines")
    parser.add_argument("--record", action="store_true", help="write the scores into the model's meta.json")
    parser.add_argument("--limit", type=int, help="measure on so many sentences of each set only")
    options = parser.parse_args()
    nlp = language.load(str(options.model))
    result = report(nlp, options.data, options.gold, options.limit) | {"speed": speed(nlp, options.gold)}
    print(json.dumps(result, ensure_ascii=False, indent=1))
    if options.record:
        path = options.model / "meta.json"
        meta = json.loads(path.read_text("utf-8")) | {"scores": result}
        path.write_text(json.dumps(meta, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
