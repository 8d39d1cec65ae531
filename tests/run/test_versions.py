"""What made a result."""

from __future__ import annotations

import spacy

from olgu.run.versions import data_digests, model_name, versions


def test_versions_name_what_may_change_a_result() -> None:
    assert {"olgu", "schema", "python", "spacy", "pandas", "pyarrow", "onnxruntime", "tokenizers"} <= set(versions())


def test_model_name_is_rules_without_a_model() -> None:
    nlp = spacy.blank("tr")
    assert model_name(nlp) == "rules"
    nlp.meta["name"], nlp.meta["version"] = "olgu", "1.2.0"
    assert model_name(nlp) == "tr_olgu 1.2.0"


def test_data_digests_are_sorted_and_hexadecimal() -> None:
    digests = data_digests()
    assert "recognise/numerals.toml" in digests
    assert list(digests) == sorted(digests)
    assert all(len(digest) == 64 for digest in digests.values())
