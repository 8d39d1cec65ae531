"""Texts in ASCII, in capitals or without any are read as running text has them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olgu.analyse import spellings
from olgu.analyse.casing import ascii_fold, lower, upper
from olgu.analyse.mending import mended

NEWS = (
    "Türkiye'nin ihracatı geçen yıl yüzde 5 arttı. Merkez Bankası faizi değiştirmedi.",
    "Ticaret Bakanlığının açıkladığı verilere göre eylülde 22,5 milyar dolarlık ihracat yapıldı.",
    "Bartın'daki 3 fabrikada çalışan 450 işçinin ücretleri ödenmedi, görüşmeler sürüyor.",
    "Türk-İş Genel Başkanı, asgari ücretin İstanbul'daki ve Ankara'daki kiraların altında kaldığını söyledi.",
)


@pytest.mark.parametrize("text", NEWS)
def test_lost_letters_come_back(text: str) -> None:
    assert spellings.restored(ascii_fold(text)) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # endings of names and of unknown words follow the vowels before them
        (
            "Zonguldak'in, Bursa'nin, Corum'un ve Ordu'nun gorusu acik",
            "Zonguldak'ın, Bursa'nın, Çorum'un ve Ordu'nun görüşü açık",
        ),
        ("Istanbul 5, Izmir 7, Diyarbakir 3, Sanliurfa 6", "İstanbul 5, İzmir 7, Diyarbakır 3, Şanlıurfa 6"),
        ("TURKIYE'NIN IHRACATI COK ARTTI", "TÜRKİYE'NİN İHRACATI ÇOK ARTTI"),
        ("Gorusmelerde bulunulmayacagini soyledi, cok uzgundu", "Görüşmelerde bulunulmayacağını söyledi, çok üzgündü"),
        # what follows the apostrophe of a number, and single letters, are left
        ("5'in ustunde s vitamini iceren cok urun", "5'in üstünde s vitamini içeren çok ürün"),
        # a word of foreign letters is left
        (
            "Washington'daki gorusmede Twxiter calisani soz aldi",
            "Washington'daki görüşmede Twxiter çalışanı söz aldı",
        ),
    ],
)
def test_letters_are_told_by_word_and_ending(text: str, expected: str) -> None:
    assert spellings.restored(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ali okula gitti, Veli eve geldi ve ekmek aldı.",
        "Ankara 5, Bursa 3, Van 2",
        "Ali eve geldi, ekmek ve et aldi",  # one word is too little to go by
        "The world is not enough, said the man from the other side of the sea.",
        "5 USD + 7 EUR = 12",
        "",
    ],
)
def test_texts_that_lack_no_letters_stay(text: str) -> None:
    assert spellings.restored(text) is text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MERKEZ BANKASI FAİZİ YÜZDE 5 ARTIRDI", "Merkez Bankası faizi yüzde 5 artırdı"),
        ("BANKALAR VE SİGORTA ŞİRKETLERİ", "Bankalar ve sigorta şirketleri"),
        ("TÜRK-İŞ VE HAK-İŞ'TEN AÇIKLAMA GELDİ", "Türk-İş ve Hak-İş'ten açıklama geldi"),
        ("TÜİK'E GÖRE M.A.D. VE A.Ö. TUTUKLANDI", "TÜİK'e göre M.A.D. ve A.Ö. tutuklandı"),
        ("TBMM'DE 45. OTURUM YAPILDI. KARAR ALINDI.", "TBMM'de 45. oturum yapıldı. Karar alındı."),
        ("SANTRAL 5 MW, SUNUCU 40 GB VE YOL UZUN", "Santral 5 MW, sunucu 40 GB ve yol uzun"),
        ("ANKARA'NIN NÜFUSU ARTTI", "Ankara'nın nüfusu arttı"),
        (
            "bakan mehmet şimşek, ankara'daki konuşmada merkez bankası ve tüik verilerini anlattı. ihracat arttı. "
            "konuya ilişkin yeni açıklamaların gelecek hafta yapılması bekleniyor.",
            "Bakan Mehmet Şimşek, Ankara'daki konuşmada Merkez Bankası ve TÜİK verilerini anlattı. İhracat arttı. "
            "Konuya ilişkin yeni açıklamaların gelecek hafta yapılması bekleniyor.",
        ),
    ],
)
def test_words_have_the_case_of_running_text(text: str, expected: str) -> None:
    assert spellings.recased(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        *NEWS,
        "ABD ve AB",
        "THY, TCDD ve PTT'nin zararı",
        "yüzde beş buçuk",
        "mart ayında ankara'da",  # a phrase may have been cut from a sentence
        "2003 parti kongresine hazırlık aşamasında pek çok partilinin desteğini aldı ve genel sekreter oldu.",
        "Ticaretin gelişmesi için atılan adımların etkisi, geçen yıla göre daha belirgin biçimde görülüyor; yeni "
        "adımlar da atılacak, ayrıca yatırımlar artacak.",
        "5 KG ve 3 KM",
        "",
    ],
)
def test_texts_of_both_cases_and_phrases_stay(text: str) -> None:
    assert spellings.recased(text) is text


def test_words_of_the_other_case_stay_in_a_text_that_only_begins_in_one() -> None:
    head = "TİCARET BAKANLIĞI AÇIKLADI. " * 80
    assert spellings.recased(head + "Bay iPhone ve Çokbilmiş geldi.").endswith(
        "açıkladı. Bay iPhone ve Çokbilmiş geldi."
    )


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["MERKEZ", "BANKASI", "FAİZİ", "ARTIRDI"], ["Merkez", "Bankası", "faizi", "artırdı"]),
        (["YENİ", "ŞİRKETLER", ",", "ABD'DEN", "GELDİ"], ["Yeni", "şirketler", ",", "ABD'den", "geldi"]),
        (["5", "KİŞİ"], ["5", "kişi"]),
        ([""], [""]),
    ],
)
def test_the_words_of_a_headline_keep_their_number(words: list[str], expected: list[str]) -> None:
    assert spellings.cased(words) == expected


@pytest.mark.parametrize("text", NEWS)
def test_a_shadow_is_mended_of_all_of_it(text: str) -> None:
    for changed in (ascii_fold(text), upper(text), ascii_fold(upper(text))):
        shadow = mended(changed)
        assert shadow.text == text
        assert shadow.original(0, len(text)) == (0, len(text))
        assert shadow.changes


@given(st.lists(st.sampled_from([*" ".join(NEWS).split(), "'", "’", ".", "5", "I", "İ", "ß", "ŉ", "\n"]), max_size=25))
def test_any_change_keeps_the_length_and_is_made_once(words: list[str]) -> None:
    text = " ".join(words)
    for changed in (text, ascii_fold(text), upper(text), lower(text)):
        once = spellings.recased(spellings.restored(changed))
        assert len(once) == len(changed)
        shadow = mended(changed).text
        assert mended(shadow).text == shadow
