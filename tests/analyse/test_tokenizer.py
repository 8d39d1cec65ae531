import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from olgu.analyse import language
from olgu.analyse.words import text_of


@pytest.fixture(scope="module")
def nlp() -> Language:
    return language.load()


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Kore’den gelen Kore'nin", ["Kore’den", "gelen", "Kore'nin"]),
        ("700'den fazla, TL'den az", ["700'den", "fazla", ",", "TL'den", "az"]),
        ("9,6 milyar ile 1.250,50 lira", ["9,6", "milyar", "ile", "1.250,50", "lira"]),
        ("%12,5'lik artış, yüzde 3'ü", ["%", "12,5'lik", "artış", ",", "yüzde", "3'ü"]),
        ("Prof. Dr. Ayşe Yılmaz", ["Prof.", "Dr.", "Ayşe", "Yılmaz"]),
        ("Prof.Dr.Ayşe Yılmaz", ["Prof.", "Dr.", "Ayşe", "Yılmaz"]),
        ("Tudor'a destekBaşakşehir, 5 milyonÜnlü", ["Tudor'a", "destek", "Başakşehir", ",", "5", "milyon", "Ünlü"]),
        ("KABUL ETTİAlmanya ve TBMMBaşkanı", ["KABUL", "ETTİ", "Almanya", "ve", "TBMM", "Başkanı"]),
        (
            "BlackBerry, easyJet, iPhone, inTouch, airBaltic",
            ["BlackBerry", ",", "easyJet", ",", "iPhone", ",", "inTouch", ",", "airBaltic"],
        ),
        ("DenizYatırım, TürkTraktör, THYOpet", ["DenizYatırım", ",", "TürkTraktör", ",", "THYOpet"]),
        ("Tic. Ltd. Şti. ile A.Ş.'nin", ["Tic.", "Ltd.", "Şti.", "ile", "A.Ş.'nin"]),
        ("sanık E.T. ve M.K.'nin", ["sanık", "E.T.", "ve", "M.K.'nin"]),
        ("3. kez ve 2. Dünya Savaşı", ["3.", "kez", "ve", "2.", "Dünya", "Savaşı"]),
        ("Yıl 2024. Bunun ardından", ["Yıl", "2024", ".", "Bunun", "ardından"]),
        ("Yıl 2024.", ["Yıl", "2024", "."]),
        ("oran yüzde 15. Bu iyi", ["oran", "yüzde", "15", ".", "Bu", "iyi"]),
        ("II. Abdülhamit", ["II.", "Abdülhamit"]),
        ("Geldi. Gitti.", ["Geldi", ".", "Gitti", "."]),
        ("- Geçen yıl", ["-", "Geçen", "yıl"]),
        ("-Geçen yıl", ["-", "Geçen", "yıl"]),
        ("–Evet —Hayır", ["–", "Evet", "—", "Hayır"]),
        ("-5 derece", ["-5", "derece"]),
        ('«Evet» “hayır” "belki"', ["«", "Evet", "»", "“", "hayır", "”", '"', "belki", '"']),
        ("‘Seferberlik’ vurgusu", ["‘", "Seferberlik", "’", "vurgusu"]),
        ("'Seferberlik' vurgusu", ["'", "Seferberlik", "'", "vurgusu"]),
        ("No:5 Sokak", ["No", ":", "5", "Sokak"]),
        ("Ahmet'in(45) evi", ["Ahmet'in", "(", "45", ")", "evi"]),
        ("Türkiye-AB ilişkileri", ["Türkiye-AB", "ilişkileri"]),
        ("2020-2024 arası 300-400 kişi 3-1", ["2020-2024", "arası", "300-400", "kişi", "3-1"]),
        ("20°C'ye çıktı", ["20°C'ye", "çıktı"]),
        ("#Türkiye @olgu", ["#Türkiye", "@olgu"]),
        ("https://a.com/x?y=1, www.b.org'a", ["https://a.com/x?y=1", ",", "www.b.org'a"]),
        ("milliyet.com.tr'ye ve a.b@c.com'dan", ["milliyet.com.tr'ye", "ve", "a.b@c.com'dan"]),
        ("saat 10:30'da 12.05.2024", ["saat", "10:30'da", "12.05.2024"]),
        ("oldu😀 tamam👍🏽!", ["oldu", "😀", "tamam", "👍🏽", "!"]),
        ("bitti...Ama sonra…", ["bitti", "...", "Ama", "sonra", "…"]),
        ("iyi değil.Bu yüzden", ["iyi", "değil", ".", "Bu", "yüzden"]),
        ("‘Seferberlik’ vurgusuHAVELSAN", ["‘", "Seferberlik", "’", "vurgusu", "HAVELSAN"]),
        ("YouTube ve iPhone", ["YouTube", "ve", "iPhone"]),
        ("İHRACATSavunma", ["İHRACAT", "Savunma"]),
        ("TÜİK'in", ["TÜİK'in"]),
        ("100$ ve €50", ["100", "$", "ve", "€", "50"]),
        ("ve/veya, evet,hayır", ["ve", "/", "veya", ",", "evet", ",", "hayır"]),
        ("Atalay, evet; hayır:", ["Atalay", ",", "evet", ";", "hayır", ":"]),
        ("(AA) [1]", ["(", "AA", ")", "[", "1", "]"]),
        ("", []),
    ],
)
def test_tokenizer_splits(nlp: Language, text: str, tokens: list[str]) -> None:
    assert [token.text for token in nlp(text)] == tokens


ALPHABET = "aıİşğZ059 \n\t.,:;!?'’‘“”\"«»()[]-–—%$€°#@/…😀👍\u00a0\u200d\u0301АВ"


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(alphabet=ALPHABET, max_size=60), st.text(max_size=40)))
@example("2024.\n 3.")
@example(" 2024. ")
@example("1." * 700)
@example("a" * 1500 + " b")
def test_tokenizer_loses_no_character(text: str) -> None:
    doc = LANGUAGE(text)
    assert "".join(token.text_with_ws for token in doc) == text
    assert text_of(doc) == text
    if len(doc):
        assert "".join(sent.text_with_ws for sent in doc.sents) == text


LANGUAGE = language.load()


@pytest.mark.parametrize("unit", ["(", "a", "1.", "“", "a.B", "'", "x@"])
def test_tokenizer_is_linear_in_a_text_without_spaces(unit: str) -> None:
    def once(size: int) -> float:
        begin = time.process_time()
        LANGUAGE(unit * (size // len(unit)))
        return time.process_time() - begin

    def seconds(size: int) -> float:
        return min(once(size) for _ in range(3))  # other work on the machine slows one of them, hardly all

    once(1000)
    assert seconds(80_000) < 40 * seconds(8_000) + 0.2


def test_cost_is_linear_in_full_stops_behind_numbers() -> None:
    text = "Şirketin geliri 2024'te arttı. Kurulduğu yıl 1998. Çalışan sayısı ise 12.500. Bunun ardından büyüdü. "

    def seconds(copies: int) -> float:
        begin = time.process_time()
        LANGUAGE.tokenizer(text * copies)
        return time.process_time() - begin

    seconds(10)
    short, long = (min(seconds(copies) for _ in range(3)) for copies in (250, 4_000))
    assert long < 40 * short + 0.1


def test_text_of_joins_the_tokens_of_a_doc_made_by_hand(nlp: Language) -> None:
    from spacy.tokens import Doc

    assert text_of(Doc(nlp.vocab, words=["Merhaba", "."], spaces=[False, False])) == "Merhaba."


def test_language_survives_disk(nlp: Language, tmp_path) -> None:
    import spacy

    nlp.to_disk(tmp_path)
    text = "Oran %12,5'lik. 3. kez A.Ş.'ye geldi."
    assert [t.text for t in spacy.load(tmp_path)(text)] == [t.text for t in nlp(text)]
