import json
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from olgu.analyse import choices, language, stanza_files
from olgu.analyse.model_files import ModelError
from olgu.analyse.stanza_files import StanzaChoice, choice, find, identity, listed, model_name

VECTORS = {"dependencies": [{"model": "pretrain", "package": "conll17"}]}
OFFICIAL = {
    "tr": {
        "lang_name": "Turkish",
        "tokenize": {"boun": {}, "imst": {}},
        "mwt": {"boun": {}, "imst": {}},
        "pos": {"boun_charlm": VECTORS, "boun_nocharlm": VECTORS, "imst_charlm": VECTORS},
        "lemma": {"boun_nocharlm": {}, "imst_nocharlm": {}},
        "depparse": {"boun_charlm": VECTORS, "boun_nocharlm": VECTORS, "imst_charlm": VECTORS},
        "ner": {"starlang": VECTORS},
        "pretrain": {"conll17": {}},
        "packages": {
            "default": {
                "tokenize": "imst", "mwt": "imst", "pos": "imst_charlm", "lemma": "imst_nocharlm",
                "depparse": "imst_charlm", "ner": "starlang", "optional": {"sentiment": "x"},
            }
        },
    }
}  # fmt: skip


@pytest.fixture
def directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A directory with the index and a file for every model that it lists."""
    monkeypatch.setattr(stanza_files, "version", lambda name: {"stanza": "1.15.0", "torch": "2.13.0"}[name])
    monkeypatch.delenv(stanza_files.DIRECTORY, raising=False)
    (tmp_path / "resources.json").write_text(json.dumps(OFFICIAL), encoding="utf-8")
    for processor, models in OFFICIAL["tr"].items():
        for model in models if processor not in ("lang_name", "packages") else ():
            file = tmp_path / "tr" / processor / f"{model}.pt"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(f"{processor} {model}".encode())
    return tmp_path


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("stanza", StanzaChoice(None)),
        ("stanza:boun", StanzaChoice(None, "boun")),
        ("stanza@/a/b", StanzaChoice(Path("/a/b"))),
        ("stanza:boun@/a:b@c", StanzaChoice(Path("/a:b@c"), "boun")),
        ("both", StanzaChoice(None, both=True)),
        ("both:imst@d", StanzaChoice(Path("d"), "imst", both=True)),
        ("accurate", None),
        ("rules", None),
        ("./stanza", None),
        ("stanzas", None),
        ("models/tr_olgu", None),
        ("", None),
    ],
)
def test_name_stands_for_a_choice(name: str, expected: StanzaChoice | None) -> None:
    found = choice(name)
    assert found == expected
    assert found is None or found.name == name


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("olgu",), None),
        (("olgu", "rules"), "rules"),
        (("stanza",), "stanza"),
        (("stanza", None, "d", "boun"), "stanza:boun@d"),
        (("both", None, Path("d")), "both@d"),
    ],
)
def test_options_make_a_name(arguments: tuple[str, ...], expected: str | None) -> None:
    assert model_name(*arguments) == expected


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("spacy",), "no backend 'spacy'; there are: olgu, stanza, both"),
        (("stanza", "rules"), "has its own models"),
        (("both", "accurate"), "has its own models"),
        (("olgu", None, "d"), "go(es)? with the backends stanza and both"),
        (("olgu", "rules", None, "boun"), "go(es)? with the backends stanza and both"),
    ],
)
def test_options_that_do_not_go_together_are_refused(arguments: tuple[str, ...], message: str) -> None:
    with pytest.raises(ModelError, match=message):
        model_name(*arguments)


@pytest.mark.parametrize(
    ("package", "expected"),
    [
        ("default", {"tokenize": "imst", "mwt": "imst", "pos": "imst_charlm", "lemma": "imst_nocharlm",
                     "depparse": "imst_charlm", "ner": "starlang"}),
        ("boun", {"tokenize": "boun", "mwt": "boun", "pos": "boun_nocharlm", "lemma": "boun_nocharlm",
                  "depparse": "boun_nocharlm"}),
    ],
)  # fmt: skip
def test_models_of_a_package(directory: Path, package: str, expected: dict[str, str]) -> None:
    found = find(StanzaChoice(directory, package))
    assert found.processors == expected
    assert directory / "tr/pretrain/conll17.pt" in found.files
    assert len(found.files) == len(set(found.files)) == len(expected) + 1


def test_directory_without_names_or_tokenizer_does(directory: Path) -> None:
    (directory / "tr/ner/starlang.pt").unlink()
    assert "ner" not in find(StanzaChoice(directory)).processors
    index = json.loads((directory / "resources.json").read_text("utf-8"))
    del index["tr"]["tokenize"], index["tr"]["mwt"]
    (directory / "resources.json").write_text(json.dumps(index), encoding="utf-8")
    assert list(find(StanzaChoice(directory, "boun")).processors) == ["pos", "lemma", "depparse"]


@pytest.mark.parametrize(
    "lost", ["tokenize/imst", "mwt/imst", "pos/imst_charlm", "depparse/imst_charlm", "pretrain/conll17"]
)
def test_missing_model_is_named_with_directory_and_command(directory: Path, lost: str) -> None:
    (directory / "tr" / f"{lost}.pt").unlink()
    with pytest.raises(ModelError) as caught:
        find(StanzaChoice(directory))
    said = str(caught.value)
    assert f"{directory}: tr/{lost}.pt missing" in said
    assert said.endswith(f"olgu models fetch-stanza --stanza-dir {directory}")


@pytest.mark.parametrize(
    ("content", "message"),
    [(None, "resources.json is missing"), ("{", "says nothing of Turkish"), ('{"en": {}}', "says nothing of Turkish"),
     ("[]", "says nothing of Turkish")],
)  # fmt: skip
def test_directory_without_an_index_of_turkish(directory: Path, content: str | None, message: str) -> None:
    index = directory / "resources.json"
    index.unlink() if content is None else index.write_text(content, encoding="utf-8")
    with pytest.raises(ModelError, match=message) as caught:
        find(StanzaChoice(directory, "boun"))
    assert f"fetch-stanza --stanza-dir {directory} --stanza-package boun" in str(caught.value)


def test_unknown_package_names_those_that_there_are(directory: Path) -> None:
    with pytest.raises(ModelError, match=r"no pos, lemma, depparse in the package 'bun'.*: boun, default, imst$"):
        listed(StanzaChoice(directory, "bun"))


def test_identity_changes_with_a_file(directory: Path) -> None:
    before = identity(StanzaChoice(directory))
    assert before.startswith("stanza 1.15.0 torch 2.13.0 default (tokenize mwt pos lemma depparse ner) ")
    (directory / "tr/pretrain/conll17.pt").write_bytes(b"other vectors")
    identity.cache_clear()
    assert identity(StanzaChoice(directory)) != before
    assert choices.identity(f"stanza@{directory}") == identity(StanzaChoice(directory))


def test_directory_of_the_environment(directory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(stanza_files.DIRECTORY, str(directory))
    assert find(StanzaChoice(None)).directory == directory


def test_choice_without_stanza_says_how_to_install_it(directory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def version(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(stanza_files, "version", version)
    for check in (choices.check, language.load):
        with pytest.raises(ModelError, match=r"pip install 'olgu\[stanza\]'"):
            check(f"both@{directory}")
