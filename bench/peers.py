"""olgu beside its peers on the same articles in one run: words a CPU second, start-up, memory, ratios, cost by stage.

Usage: python bench/peers.py ARTICLES.jsonl[.xz|.gz] [--articles 300] [--few 30] [--rounds 3] [--python PATH ...]

Every system runs in a process of its own on one thread, in turns, and the median of the rounds counts. A peer that is
not installed for this Python is looked for in those of `--python`, which need not have olgu; one that is nowhere to be
found is named. Slow peers read the first `--few` articles; a ratio compares olgu's time on the very same articles.

| system | what it does with a text |
|---|---|
| rules, fast, accurate | the whole flow of olgu, to facts |
| spaCy blank | tokens and sentences: the floor |
| spaCy CNN | tagger, morphology, parser and names as in spaCy's small models (96 wide, 4 deep), all on one encoder. |
| | Its weights are those of a start by chance: nothing is trained here, and the sums are as many |
| Stanza | tokens, multi-word tokens, parts of speech, lemmas, trees with the small models that ship |
| quantulum3 | quantities. It only knows English: its time on a Turkish text counts, not what it finds |
| Duckling | numbers, money, measures and times of Turkish |
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

CHECKOUT = Path(__file__).resolve().parents[1]
Read = Callable[[str], Any]


def olgu_flow(model: str) -> Callable[[], Read]:
    """Return what loads the flow of olgu with a model."""

    def load() -> Read:
        import olgu  # noqa: PLC0415 - only in the process that measures it, as all below
        from olgu.article import Article  # noqa: PLC0415
        from olgu.flow import process  # noqa: PLC0415
        from olgu.run.worker import Zones  # noqa: PLC0415

        zones = Zones(olgu.load(model))
        return lambda text: process(Article("a", text, date="2025-06-01"), zones.enter())

    return load


def spacy_blank() -> Read:
    """Return spaCy's tokenizer with the sentencizer."""
    import spacy  # noqa: PLC0415

    nlp = spacy.blank("tr")
    nlp.add_pipe("sentencizer")
    return nlp


def spacy_cnn() -> Read:
    """Return a pipeline of the architecture of spaCy's small models, untrained."""
    import spacy  # noqa: PLC0415
    from spacy.training import Example  # noqa: PLC0415
    from spacy.util import fix_random_seed  # noqa: PLC0415

    fix_random_seed(1)
    nlp = spacy.blank("tr")
    nlp.add_pipe("tok2vec", config={"model": {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {"@architectures": "spacy.MultiHashEmbed.v2", "width": 96, "rows": [5000, 1000, 2500, 2500],
                  "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE"], "include_static_vectors": False},
        "encode": {"@architectures": "spacy.MaxoutWindowEncoder.v2", "width": 96, "depth": 4, "window_size": 1,
                   "maxout_pieces": 3},
    }})  # fmt: skip
    shared = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "*"}
    for name in ("tagger", "morphologizer", "parser", "ner"):
        nlp.add_pipe(name, config={"model": {"tok2vec": shared}})
    labels = ["ROOT", "nsubj", "obj", "obl", "amod", "nmod", "advmod", "conj", "cc", "case", "det", "punct", "acl"]
    words = [f"w{number}" for number in range(len(labels))]
    spans = ["B-PERSON", "B-LOC", "B-ORG", *["O"] * (len(words) - 3)]
    sample = Example.from_dict(nlp.make_doc(" ".join(words)), {
        "words": words, "heads": [0] * len(words), "deps": labels, "tags": words, "entities": spans,
        "pos": ["NOUN", "VERB", "ADJ", "ADV", "PRON", "DET", "NUM", "ADP", "PROPN", "CCONJ", "AUX", "PUNCT", "X"],
        "morphs": [f"Case={'Nom' if number % 2 else 'Acc'}|Number=Sing" for number in range(len(words))],
    })  # fmt: skip
    nlp.initialize(lambda: [sample])
    return nlp


def stanza() -> Read:
    """Return Stanza with the small models that ship."""
    import stanza as peer  # noqa: PLC0415
    import torch  # noqa: PLC0415

    torch.set_num_threads(1)
    return peer.Pipeline("tr", dir=str(CHECKOUT / "models" / "stanza"), download_method=None, use_gpu=False,
                         verbose=False)  # fmt: skip


def quantulum3() -> Read:
    """Return quantulum3's parser without its classifier."""
    from quantulum3 import parser  # noqa: PLC0415

    return lambda text: parser.parse(text, verbose=False)


def duckling() -> Read:
    """Return Duckling's Turkish parser."""
    sys.path.insert(0, str(CHECKOUT / "bench"))
    from peers_duckling import duckling as load  # noqa: PLC0415

    return load()


SYSTEMS: dict[str, tuple[str, Callable[[], Read]]] = {
    "rules": ("olgu", olgu_flow("rules")), "fast": ("olgu", olgu_flow("fast")),
    "accurate": ("olgu", olgu_flow("accurate")),
    "spaCy blank": ("spacy", spacy_blank), "spaCy CNN": ("spacy", spacy_cnn), "Stanza": ("stanza", stanza),
    "quantulum3": ("quantulum3", quantulum3), "Duckling": ("duckling", duckling),
}  # fmt: skip
"""Name → the module that it needs, and what loads it."""
OWN = ("rules", "fast", "accurate")
SLOW = ("Stanza", "quantulum3", "Duckling")


def measure(name: str, texts: list[str], few: int) -> dict[str, float]:
    """Load a system in this process and let it read; CPU seconds over the first `few` texts and over all, and MiB."""
    import resource  # noqa: PLC0415 - not on Windows

    began = time.process_time()
    read = SYSTEMS[name][1]()
    read("Enflasyon yüzde 5,2 arttı.")
    marks = [began, time.process_time()]
    for part in (texts[:few], () if name in SLOW else texts[few:]):
        for text in part:
            read(text)
        marks.append(time.process_time())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"start": marks[1] - marks[0], "few": marks[2] - marks[1], "all": marks[3] - marks[1], "MiB": peak}


def python_for(module: str, pythons: list[str]) -> str | None:
    """Return the first Python that has a module."""
    code = f"import importlib.util, sys; sys.exit(importlib.util.find_spec({module!r}) is None)"
    return next((each for each in pythons if subprocess.run([each, "-c", code], check=False).returncode == 0), None)


def run(python: str, name: str, path: Path, few: int) -> dict[str, float]:
    """Measure a system in a process of its own; raises `CalledProcessError`."""
    environment = {**os.environ, **dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")}
    command = [python, __file__, str(path), "--one", name, "--few", str(few)]
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    return dict(json.loads(done.stdout.splitlines()[-1]))


def table(rounds: dict[str, list[dict[str, float]]], words: tuple[int, int], number: tuple[int, int]) -> None:
    """Print a row for each system, with the ratios of its time to olgu's."""
    middle = {
        name: {key: statistics.median(each[key] for each in found) for key in found[0]}
        for name, found in rounds.items()
    }
    heads = f"{'':12} {'words/CPU-s':>12} {'ms/article':>11} {'start s':>8} {'peak MiB':>9}"
    print(f"{heads}  times as long as {', '.join(OWN)}")
    for name, found in middle.items():
        key, part = ("few", 0) if name in SLOW else ("all", 1)
        ratios = "".join(f" {found[key] / middle[own][key]:8.2f}" for own in OWN)
        print(
            f"{name:12} {words[part] / found[key]:12,.0f} {found[key] / number[part] * 1000:11.2f} "
            f"{found['start']:8.2f} {found['MiB']:9.0f} {ratios}"
        )


def by_stage(path: Path, count: int) -> None:
    """Print CPU milliseconds an article by stage, for each of olgu's models."""
    sys.path.insert(0, str(CHECKOUT / "bench"))
    import flow  # noqa: PLC0415

    import olgu  # noqa: PLC0415

    texts = [olgu.Article("a", text, date="2025-06-01") for text in json.loads(path.read_text("utf-8"))[:count]]
    for model in OWN:
        spent = flow.stages(texts, model)
        print(f"CPU ms an article by stage, {model}:")
        for name, seconds in sorted(spent.items(), key=lambda item: -item[1]):
            print(f"  {name:22} {seconds / len(texts) * 1000:8.2f}")


def parse() -> argparse.Namespace:
    """Return the options of the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--articles", dest="number", type=int, default=300)
    parser.add_argument("--few", type=int, default=30)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--python", action="append", default=[], help="another Python that may have peers")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    return parser.parse_args()


def main() -> None:
    """Measure all that is there."""
    options = parse()
    if options.one:
        print(json.dumps(measure(options.one, json.loads(options.articles.read_text("utf-8")), options.few)))
        return
    from olgu.article import Article  # noqa: PLC0415
    from olgu.read.files import articles  # noqa: PLC0415

    texts = [each.text for each in articles([options.articles]) if isinstance(each, Article)][: options.number]
    counts = [len(text.split()) for text in texts]
    found: dict[str, list[dict[str, float]]] = {}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "texts.json")
        path.write_text(json.dumps(texts), "utf-8")
        places = {name: python_for(module, [sys.executable, *options.python]) for name, (module, _) in SYSTEMS.items()}
        print("not installed:", ", ".join(name for name, python in places.items() if python is None) or "none")
        for _ in range(options.rounds):
            for name, python in places.items():
                if python is not None:
                    found.setdefault(name, []).append(run(python, name, path, options.few))
        print(f"{len(texts)} articles, {sum(counts)} words; slow peers the first {options.few}")
        table(found, (sum(counts[: options.few]), sum(counts)), (min(options.few, len(texts)), len(texts)))
        by_stage(path, options.few)


if __name__ == "__main__":
    main()
