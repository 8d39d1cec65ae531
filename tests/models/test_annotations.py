import hashlib
import json
import lzma

import pytest
from models.train.annotations import read_annotations, text_of

BODY = "Kore'de 5 kişi öldü, dedi Ali Kaya. Dün 3 bina yandı."


@pytest.mark.parametrize(
    ("row", "text"),
    [
        ({"title": "Kaza", "text": " 5 kişi öldü. "}, "Kaza\n\n5 kişi öldü."),
        ({"title": "Kaza", "text": "Kaza\n\n5 kişi öldü."}, "Kaza\n\n5 kişi öldü."),
        ({"title": None, "text": "5 kişi öldü."}, "5 kişi öldü."),
        ({"title": " Kaza ", "text": "x" * 300 + "Kaza"}, "Kaza\n\n" + "x" * 300 + "Kaza"),
    ],
)
def test_text_of_joins_a_title_that_the_body_lacks(row, text):
    assert text_of(row) == text


@pytest.fixture
def files(tmp_path):
    def write(body: str):
        news, notes = tmp_path / "news.jsonl.xz", tmp_path / "notes.jsonl"
        with lzma.open(news, "wt", encoding="utf-8") as file:
            for row in ({"id": "a", "title": "", "text": body}, {"id": "b", "title": "", "text": "Başka."}):
                file.write(json.dumps(row) + "\n")
        facts = [
            {"at": [8, 9], "what": [10, 14], "time": None, "place": [0, 4], "speaker": [26, 34], "optional": False},
            {"at": [40, 41], "what": [42, 46], "time": [36, 39, "2024-05-01"], "place": None, "speaker": None,
             "optional": True},
        ]  # fmt: skip
        row = {"id": "a", "date": "2024-05-02", "sha256": hashlib.sha256(BODY.encode()).hexdigest(), "facts": facts}
        notes.write_text(json.dumps(row) + "\n", "utf-8")
        return notes, news

    return write


def test_offsets_become_the_phrases_of_the_text(files):
    (article,) = read_annotations(*files(BODY))
    first, second = article["facts"]
    assert (first["place"], first["speaker"], first["time"]) == ([0, 4, "Kore"], "Ali Kaya", None)
    assert BODY[slice(*first["what"])] == "kişi"
    assert (second["time"], second["place"], second["optional"]) == (
        {"start": 36, "end": 39, "value": "2024-05-01"}, None, True,
    )  # fmt: skip


@pytest.mark.parametrize("body", ["Kore'de 6 kişi öldü, dedi Ali Kaya. Dün 3 bina yandı.", ""])
def test_another_text_is_refused(files, body):
    with pytest.raises(ValueError, match="article a is another"):
        list(read_annotations(*files(body)))
