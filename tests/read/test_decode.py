import io

import pytest

from olgu.read.decode import decode, decode_lines
from olgu.read.errors import ReadError

SENTENCE = "İstanbul’da 5 kişi öldü; şirket ağır kayıp açıkladı."


@pytest.mark.parametrize(
    ("data", "encoding", "notes"),
    [
        (SENTENCE.encode(), "utf-8", ()),
        (SENTENCE.encode("utf-8-sig"), "utf-8-sig", ()),
        (SENTENCE.encode("utf-16"), "utf-16", ()),
        (SENTENCE.encode("utf-32"), "utf-32", ()),
        (SENTENCE.encode("cp1254"), "cp1254", ("not UTF-8: read as Windows-1254",)),
        (SENTENCE.replace("’", "'").encode("iso8859_9"), "cp1254", ("not UTF-8: read as Windows-1254",)),
        (SENTENCE.replace("’", "'").encode("cp857"), "cp857", ("not UTF-8: read as DOS 857",)),
    ],
)
def test_decode_finds_the_encoding(data: bytes, encoding: str, notes: tuple[str, ...]) -> None:
    decoded = decode(data, "a.txt")
    assert decoded.text.replace("’", "'") == SENTENCE.replace("’", "'")
    assert (decoded.encoding, decoded.notes) == (encoding, notes)


def test_decode_keeps_line_ends_and_marks() -> None:
    assert decode("a\r\nb\rc\u2028d\x0c".encode(), "a.txt").text == "a\r\nb\rc\u2028d\x0c"


def test_decode_keeps_a_damaged_utf8_file_utf8() -> None:
    decoded = decode(SENTENCE.encode() * 3 + b"\xff", "a.txt")
    assert decoded.text == SENTENCE * 3 + "\ufffd"
    assert decoded.notes == ("damaged utf-8: 1 character could not be read",)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        ("\ufeff \n".encode("utf-16-le"), "empty"),
        (b"\x89PNG\r\n\x1a\n", "binary"),
        (b"%PDF-1.7 metin", "binary"),
        (b"PK\x03\x04docx", "binary"),
        (b"metin\0metin", "binary"),
        (b"\x01\x02\x03\x04 metin", "binary"),
    ],
)
def test_decode_refuses(data: bytes, code: str) -> None:
    with pytest.raises(ReadError, match=r"^dosya\.txt: ") as caught:
        decode(data, "dosya.txt")
    assert caught.value.code == code


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_decode_lines_splits_at_newlines_only(encoding: str) -> None:
    stream = io.BufferedReader(io.BytesIO("şu\u2028bu\r\n\nson".encode(encoding)))
    assert [line.text for line in decode_lines(stream, "a.jsonl")] == ["şu\u2028bu\r\n", "\n", "son"]
