"""Bytes → text: UTF-8, UTF-16 with a byte order mark, else the Turkish code page that fits best."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from io import BufferedReader, StringIO

from olgu.read.bounds import lines, read_whole
from olgu.read.errors import ReadError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP file (docx, xlsx, odt, epub are such)"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\xfd7zXZ", "an xz file"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard file"),
    (b"7z\xbc\xaf", "a 7z file"),
    (b"\xd0\xcf\x11\xe0", "an old Microsoft Office file"),
    (b"{\\rtf", "an RTF file"),
    (b"PAR1", "a Parquet file"),
)
_CONTROLS = bytes(c for c in range(32) if c not in b"\t\n\v\f\r\x1a\x1b")
_ASCII = bytes(range(0x80))
# Windows-1254 is ISO 8859-9 with more punctuation; the other two are DOS and the old Mac.
_CODE_PAGES = [
    ("cp1254", "Windows-1254"),
    ("iso8859_9", "ISO 8859-9"),
    ("cp857", "DOS 857"),
    ("mac_turkish", "Mac Turkish"),
]
_SAMPLE = 1 << 18


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text as decoded (line ends and all; only a byte order mark is gone), the Python codec, notes for people."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode(data: bytes, where: str) -> Decoded:
    """Decode a whole file. Raises `ReadError` with code "empty" or "binary"; `where` names the file in its message."""
    if not data.strip():
        raise ReadError("empty", f"{where}: the file is empty or only white space")
    check_not_binary(data, where)
    decoded = _decode(data)
    if not decoded.text.strip():
        raise ReadError("empty", f"{where}: the file is empty or only white space")
    return decoded


def check_not_binary(data: bytes, where: str) -> None:
    """Raise `ReadError("binary")` when the beginning of `data` is no text in any encoding that is read here."""
    kind = next((kind for magic, kind in _MAGIC if data.startswith(magic)), None)
    if kind is None and _bom_codec(data) not in ("utf-16", "utf-32"):
        head = data[:_SAMPLE]
        controls = len(head) - len(head.translate(None, _CONTROLS))
        if b"\0" in data or controls * 50 > len(head):
            kind = "binary"
    if kind is not None:
        raise ReadError("binary", f"{where}: this is {kind}, not text; convert it to text first")


def decode_lines(stream: BufferedReader, where: str) -> Iterator[Decoded]:
    """Decode a stream line by line, line ends kept; raises like `check_not_binary` and `bounds.lines`.

    A line is the unit of memory.
    """
    head = stream.peek(8192)
    check_not_binary(head, where)
    codec = _bom_codec(head)
    if codec in ("utf-16", "utf-32"):
        text = _decode(read_whole(stream, where)).text
        yield from (Decoded(line, codec) for line in StringIO(text))  # at \n only; splitlines() knows too many ends
        return
    yield from map(_decode, lines(stream, where))


def _bom_codec(data: bytes) -> str | None:
    return next((codec for bom, codec in _BOMS if data.startswith(bom)), None)


def _decode(data: bytes) -> Decoded:
    codec = _bom_codec(data) or "utf-8"
    try:
        return Decoded(data.decode(codec), codec)
    except UnicodeDecodeError:
        lossy = data.decode(codec, "replace")
    lost = lossy.count("\ufffd")
    # One bad byte does not make a UTF-8 file a Windows file: its other letters prove the encoding.
    if codec != "utf-8" or lost * 10 <= _count_non_ascii(lossy):
        noun = "character" if lost == 1 else "characters"
        return Decoded(lossy, codec, (f"damaged {codec}: {lost} {noun} could not be read",))
    return _decode_code_page(data)


def _count_non_ascii(text: str) -> int:
    return len(text) - len(text.encode("ascii", "ignore"))


def _decode_code_page(data: bytes) -> Decoded:
    """Let charset-normalizer say which code pages are plausible; the most Turkish letters decide between them."""
    plausible = _plausible(data[:_SAMPLE])
    sample = data.translate(None, _ASCII)[:4096]
    pages = [page for page in _CODE_PAGES if page[0] in plausible] or _CODE_PAGES
    codec, name = max(pages, key=lambda page: _turkish_letters(sample, page[0]))
    return Decoded(data.decode(codec, "replace"), codec, (f"not UTF-8: read as {name}",))


def _plausible(sample: bytes) -> set[str]:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - only files that are not UTF-8 need it

    found = from_bytes(sample, cp_isolation=[codec for codec, _ in _CODE_PAGES])
    return {codec for match in found for codec in match.could_be_from_charset}


def _turkish_letters(sample: bytes, codec: str) -> int:
    text = sample.decode(codec, "replace")
    good = sum(map(text.count, "çğışöüÇĞİŞÖÜâîû’‘“”"))
    return good * 2 - len(text) - 4 * text.count("\ufffd")
