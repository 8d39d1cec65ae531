"""Names of a run that frame, shorten or misspell one another: tables of runs with the names that become one."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest

from olgu.entities import frames, run, typos

Write = Callable[..., Path]


def joined(out: Path) -> set[frozenset[str]]:
    """Return the names that clusters of more than one name have."""
    rows = {
        name: [json.loads(line) for line in (out / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
        for name in ("links", "entities")
    }
    of = {row["entity_id"]: row["cluster_id"] for row in rows["links"]}
    found = defaultdict(set)
    for row in rows["entities"]:
        found[of[row["entity_id"]]].add(row["name"])
    return {frozenset(names) for names in found.values() if len(names) > 1}


@pytest.mark.parametrize(
    ("names", "same"),
    [
        # words before and after a name
        ("O:Türk Hava Yolları|O:Malum Türk Hava Yolları", True),
        ("O:Türk Hava Yolları|O:Kıbrıs Türk Hava Yolları", False),
        ("O:İçişleri Bakanlığı@TR|O:Anlaşma İçişleri Bakanlığı", True),
        ("O:Sanayi ve Teknoloji Bakanlığı@TR|O:Bilim, Sanayi ve Teknoloji Bakanlığı@TR", False),
        ("O:Bilgi Teknolojileri ve İletişim Kurumu|O:Azaklı, Bilgi Teknolojileri ve İletişim Kurumu", True),
        ("O:Şeker Yem Fabrikaları|O:İştirakimiz Şeker Yem Fabrikaları A.Ş.", True),
        ("O:Kibar Holding|O:Doğuş Gayrimenkul ve Kibar Holding", False),
        ("O:Qatar National Bank|O:Katarlı Qatar National Bank", True),
        ("O:Komünist Parti|O:Fransız Komünist Partisi", False),
        ("O:Demokrat Parti|O:İsveç Sosyal Demokrat Parti", False),
        ("O:Bankalar Birliği|O:Türkiye Bankalar Birliği", True),
        ("O:Tapu Kadastro Genel Müdürlüğü|O:Çevre Bakanlığı Tapu Kadastro Genel Müdürlüğü", True),
        ("P:Vahap Munyar|P:Koordinatörümüz Vahap Munyar", True),
        ("P:Tevfik Lav|P:Tevfik Lav Hoca", True),
        ("P:Jean-Marc Ayrault|P:Jean-Marc Ayrault Cuma", True),
        ("P:Sabiha Gökçen|P:Sabiha Gökçen Airport", False),
        ("P:Mehmet Akif|P:Mehmet Akif Nacar", False),
        ("L:Buckingham Sarayı|L:Tören Buckingham Sarayı", True),
        ("L:Delhi|L:Yeni Delhi", False),
        # names that leave a part out
        ("P:Mesut İlter|P:Mustafa Mesut İlter", True),
        ("P:Can Yücel|P:Deniz Can Yücel", False),
        ("P:İbrahim Hacıosmanoğlu|P:İbrahim Ethem Hacıosmanoğlu", True),
        ("P:Faruk Çelik|P:Ömer Faruk Çelik", False),
        ("P:Ali Karakaş|P:Muhammet Ali Karakaş", False),
        ("P:Çetin Tunca|P:Meryem Yavuz Çetin Tunca", False),
        ("P:Netanyahu|P:Binyamin Netanyahu", True),
        ("P:Netanyahu|P:Binyamin Netanyahu|P:Sara Netanyahu", False),
        ("O:Koza Altın|O:Koza Altın İşletmeleri", True),
        ("O:Reysaş|O:Reysaş Gayrimenkul Yatırım Ortaklığı", False),
        ("O:Nurol|O:Nurol Tekstil|O:Nurol Makina", False),
        ("O:Coşkunöz Holding|O:Coşkunöz Metal", False),
        ("O:Usaş|O:Usaş Yatırım Holding A.Ş.", True),
        ("O:Işıklar Yatırım|O:Işıklar Yatırım Holding", True),
        ("O:Gedik Yatırım Menkul|O:Gedik Yatırım Holding", False),
        ("O:NUN Vakfı|O:NUN Eğitim ve Kültür Vakfı", True),
        ("O:Eğitim Vakfı|O:Eğitim ve Kültür Vakfı", False),
        ("O:Bilgi Üniversitesi|O:İstanbul Bilgi Üniversitesi", True),
        ("O:Teknik Üniversitesi|O:Gebze Teknik Üniversitesi", False),
        ("L:Şakirpaşa Havalimanı|L:Adana Şakirpaşa Havalimanı", True),
        ("L:Yeni Havalimanı|L:Trablus Yeni Havalimanı", False),
        ("L:Olimpiyat Stadı|L:Roma Olimpiyat Stadı", False),
        ("L:Demokratik Kongo Cumhuriyeti@CD|L:Kongo Cumhuriyeti@CG", False),
        # other order, a country in some articles
        ("O:Bursa SSK Hastanesi|O:SSK Bursa Hastanesi", True),
        ("P:Nilüfer Dinçkök Çiftçi|P:Nilüfer Çiftçi Dinçkök", True),
        ("P:Tunç Yılmaz|P:Yılmaz Tunç", False),
        ("L:Gazze Şeridi@PS|L:Gazze", True),
        ("O:Hava Kuvvetleri@IL|O:Türk Hava Kuvvetleri@TR", False),
        ("P:Miktar Azaltımı|P:Miktar Azaltımının", True),
        ("O:Koç Holding|O:Özel Koç Holding", True),
        # slips
        ("O:Tekfen İnşaat|O:Tefken İnşaat", True),
        ("O:Neuralink|O:Neurolink", True),
        ("O:Tıbbi Cihaz Kurumu|O:Tıbbi Cihazlar Kurumu", True),
        ("O:Basra Petrol Şirketi|O:Basra Metal Şirketi", False),
        ("P:Bülent Arınç|P:Bülen Arınç", True),
        ("P:Mehmet Esat Palazoğlu|P:Mehmet Esat Pazaloğlu", True),
        ("P:Selin Sayek Böke|P:Selin Sayek Böme", True),
        ("P:Tony Theodorakis|P:Tony Teodoridis", False),
        ("O:Zorlu Holding|O:Mazhar Zorlu Holding", False),
        ("P:Nahit Kiler|P:Vahit Kiler", False),
        ("P:Zeynel Çelik|P:Zeynep Çelik", False),
        ("P:Mehmet Ali Bayar|P:Mehmet Ali Bayır", False),
        ("L:Cibaliya Mülteci Kampı|L:Cebaliya Mülteci Kampı", True),
    ],
)
def test_names_of_a_run(write: Write, names: str, same: bool) -> None:
    out = write({f"a{number}": [name] for number, name in enumerate(names.split("|"))})
    run.run(out)
    expected = {name[2:].partition("@")[0] for name in names.split("|")}
    assert (frozenset(expected) in joined(out)) is same


@pytest.mark.parametrize(
    ("before", "rest", "articles", "expected"),
    [
        ("kazancı holding", "aksa enerji", 5, True),
        ("kazancı holding", "aksa enerji", 1, False),
        ("vakıf", "katılım bankası", 9, False),
        ("sosyal", "demokrat parti", 9, False),
        ("kıbrıs", "mavi yolcu taşımacılık", 9, False),
        ("bank", "enerji üretim", 9, False),
    ],
)
def test_is_whole(before: str, rest: str, articles: int, expected: bool) -> None:
    assert frames.is_whole(tuple(before.split()), tuple(rest.split()), articles) is expected


@pytest.mark.parametrize(
    ("a", "b", "letters", "expected"),
    [
        ("türk standardları enstitüsü", "türk standartları enstitüsü", 1, True),
        ("sermaye piyasası kurulu", "sermaye piyası kurulu", 1, False),
        ("sermaye piyasası kurulu", "sermaye piyası kurulu", 2, True),
        ("ankara 12. bölge müdürlüğü", "ankara 13. bölge müdürlüğü", 1, False),
        ("kara kuvvetleri", "hava kuvvetleri", 1, False),
        ("istanbul ticaret odası", "istanbul sanayi odası", 1, False),
    ],
)
def test_is_slip(a: str, b: str, letters: int, expected: bool) -> None:
    assert typos.is_slip(a.split(), b.split(), letters) is expected
