"""Numbers that are no quantities, beside numbers in the same dress that are."""

from __future__ import annotations

import pytest

from olgu.recognise import quantities
from olgu.recognise.quantity_lexicon import read_toml


def quotes(text: str) -> list[str]:
    return [text[q.start : q.end] for q in quantities.find(text)]


@pytest.mark.parametrize(
    "text",
    [
        "BIST 100 endeksi",
        "G20 zirvesi",
        "Covid-19 salgını",
        "Kovid-19 aşısı",
        "F-16 uçağı",
        "CO2 salımı",
        "U19 takımı",
        "T24 ve A101",
        "5G ihalesi",
        "4x4 çekiş",
        "E-5 ve D-100 karayolu",
        "4. Levent'te",
        "6284 sayılı Kanun",
        "Madde 12",
        "12. maddesi",
        "sözleşmenin 1, 3, 4 ve 29. maddeleri",
        "Anadolu 2. Çocuk Ağır Ceza Mahkemesi",
        "Kayseri 3. İş Mahkemesi",
        "Körfez 3’üncü Asliye Ceza Mahkemesi",
        "19. Sok",
        "2. ve 3. bölge teşvikleri",
        "İkinci Dünya Savaşı",
        "Formula 1 pisti",
        "Boeing 737 tipi uçak",
        "iPhone 15 satışta",
        "TRT 1 ekranında",
        "Kanal 7 muhabiri",
        "Windows 10'da",
        "Cadde No: 199",
        "No 5",
        "TCKN, IBAN TR33 0006 1005 1978 6457 8413 26",
        "Tel: 0212 555 44 33",
        "+90 532 555 44 33",
        "34 ABC 123 plakalı",
        "sürüm 5.0.2",
        "12.02.2010 tarihli",
        "https://ornek.com/haber/2024/55",
        "www.ornek.com/5",
        "bilgi55@ornek.com",
        "3+1 daireler",
        "1- Şirketin unvanı",
        "2) Yönetim kurulu",
        "kararlaştırıldı; 3. Nakden ödenen",
        "247sports'un haberi",
        "madalyonun iki yüzü var",
        "Ocak Ayının İki Yüzü filmi",
        "üç yüzünü gördük",
        "“Taken 2” gibi filmler",
        '"Örümcek Adam 3" filmi',
        "gerçek dışıdır. 3) Halihazırda",
        "Atatürk 5 CAD. SK. bulunuyor",
        "ADRES 5 CAD NO yazılı",
        "Atatürk 5 cad. üzerinde",
        "yüzde puan olarak arttı",
        "7'den 70'e herkes",
        "Tamer Beşer, Ankara'da konuştu",
        "7. Kocaeli Kitap Fuarı açıldı",
        "Danıştay 8. Dairesi",
        "DP 0002945 numarası",
        "Örnek 3: Yine",
        "ikinci dünya savaşından",
        "yediden yetmişe",
        "bin bir gece masalları",
        "binbir çeşit",
        "dört gözle bekliyor",
        "yüz yüze görüştü",
        "bire bir aynı",
        "iki arada bir derede",
        "dört bir yandan",
        "bulut altı insansız hava aracı",
        "asgari ücretinin altı",
        "yılın ilk çeyreğinde",
        "yüzlerce kişi",
        "binlerce kişi",
        "bir kilometre taşı",
        "bir an önce",
    ],
)
def test_exclusions_are_no_quantities(text: str) -> None:
    assert quotes(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("THY 187 noktaya uçuyor", ["187"]),
        ("Apollo 54 adet aldı", ["54 adet"]),
        ("3 numaralı seri başı", ["3"]),
        ("İkinci Kez Kazanacak", ["İkinci"]),
        ("1.5 milyar lira", ["1.5 milyar lira"]),
        ("2 bin-7 bin TL", ["2 bin-7 bin TL"]),
        ("23 Nisan İlkokulu'nda 100 öğrenci", ["23", "100"]),
        ("Toplam 12 madde var", ["12"]),
        ("bin bir lira", ["bin bir lira"]),
        ("3 milyon 540 bin euro", ["3 milyon 540 bin euro"]),
        ("29. haftada", ["29."]),
        ("5 bin 107 uçuş", ["5 bin 107"]),
        ("IE 10 saniyede açıldı", ["10 saniyede"]),
        ("altı kişi ve son altı yıl", ["altı", "altı yıl"]),
        ("0 532 lira", ["0", "532 lira"]),
        ("5 CAD, 20 TL eder", ["5 CAD", "20 TL"]),
        ("iki yüzü aşkın kişi", ["iki yüzü"]),
        ("iki yüz kişi, üç yüze yakın", ["iki yüz", "üç yüze"]),
        ("“Oda sayısı 2” yazıyor", ["2"]),
        ("geldi. 3 kişi (5) öldü", ["3", "5"]),
        ("Kar 26,9 -8.1 -23.6 oldu", ["26,9", "-8.1", "-23.6"]),
        ("Oran 3,5 -4,0 arasında", ["3,5 -4,0"]),
        ("yüzde 5 -10 arasında", ["yüzde 5 -10"]),
    ],
)
def test_exclusions_let_quantities_through(text: str, expected: list[str]) -> None:
    assert quotes(text) == expected


def test_exclusions_a_name_that_is_repeated() -> None:
    once = "Dün tanıtılan Vodafone Smart 6 satışa çıktı."
    assert quotes(once) == ["6"]
    assert quotes(once + " Yeni Vodafone Smart 6 ailesi büyüyor.") == []


@pytest.mark.parametrize("phrase", [p for p in read_toml("exclusions.toml")["idioms"]["phrases"] if "*" not in p])
def test_exclusions_every_idiom(phrase: str) -> None:
    assert quotes(f"Bu {phrase} böyle") == []


@pytest.mark.parametrize("word", read_toml("exclusions.toml")["after"]["words"])
def test_exclusions_every_word_after(word: str) -> None:
    assert quotes(f"bu 6284 {word} için") == []
