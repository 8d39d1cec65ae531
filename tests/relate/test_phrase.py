"""How far a noun phrase reaches to the left of its head."""

from collections.abc import Callable

import pytest

Read = Callable[..., list[tuple[str, ...]]]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Şirketin cirosu 4 milyar liraya ulaştı.", "Şirketin cirosu"),
        ("Bugünlerde ikili ticaret cirosunun hacmi 6 milyar dolara ulaştı.", "ikili ticaret cirosunun hacmi"),
        ("Ülkeye gelen turist sayısı 9 milyona çıktı.", "Ülkeye gelen turist sayısı"),
        pytest.param(
            "Depoda 40 büyük tahta kutu var.",
            "büyük tahta kutu",
            marks=pytest.mark.xfail(strict=True, reason="«kutu» is read as «kut» with an accusative"),
        ),
        ("Depoda 40 büyük kapalı kasa var.", "büyük kapalı kasa"),
        # it does not reach over its number, a time or a comma
        ("Geçen yıl ihracat yüzde 8 arttı.", "ihracat"),
        ("Buna göre, ihracat yüzde 8 arttı.", "ihracat"),
        ("Tarlada 20 işçi ve 5 mühendis çalışıyor.", "işçi"),
    ],
)
def test_phrase(rows: Read, text: str, phrase: str) -> None:
    assert rows(text)[0][1] == phrase
