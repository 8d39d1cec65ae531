import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from olgu.analyse import language
from olgu.analyse.sentences import sentence_starts

LANGUAGE = language.load()


@pytest.mark.parametrize(
    "sentences",
    [
        ["İhracat arttı.", "İthalat azaldı."],
        ["Gerçek mi?", "Evet!", "Sonra sustu…", "Devam etti."],
        ["Yıl 2024.", "Bunun ardından seçim oldu."],
        ["3. sırada yer aldı.", "2. Dünya Savaşı bitti."],
        ["Oran yüzde 12,5.", "Bu bir rekor."],
        ["Nüfus 1 milyon 556 bin 250.", "Bunların yarısı çocuk."],
        ["Prof. Dr. Ali Veli geldi.", "Av. Can Su gitti."],
        ["Koç Holding A.Ş. Genel Müdürü konuştu.", "Herkes dinledi."],
        ["Sanık E.T. tutuklandı.", "M.K. serbest."],
        ["II. Abdülhamit tahta çıktı.", "XX. yüzyıl başladı."],
        ["Çarşıda elma, armut vb.", "Bunlar ucuz."],
        ["Dernek (Deniz Yıldızı e. V.) kapandı.", "Üyeleri dağıldı."],
        ["Şirket Bosphorus S.r. L. ile anlaştı.", "İmza atıldı."],
        ["Karar BK. m. 213 uyarınca verildi.", "Dava bitti."],
        ["Dosya 2006/5903E. 2009/10860K. sayılı karara bağlandı.", "Taraflar bekledi."],
        ["DenizYatırım ile easyJet www.denizKredi.com adresinde.", "BlackBerry de."],
        ["Üç yol var: 1. Satmak 2. Kiralamak.", "Karar yarın."],
        ["Maçın sonucu 3: 2.", "Herkes sevindi."],
        ["Kalan tek kişi o.", "Sonra o da gitti."],
        ["Soruyu Polat'a.", "Yanıtı Hasan Cemal’e.", "Kupayı Beşiktaş'ı."],
        ["Genişliği 5 m.", "Uzunluğu bilinmiyor."],
        ["Elma, armut vb. meyveler ucuz.", "Alın."],
        ["“Geldik.", "Gördük.” dedi.", "Herkes güldü."],
        ["“Gel!” dedi.", "Gitti."],
        ["Gelir (yaklaşık 3 bin) arttı.", "(AA)"],
        ["Söyledi (!) ve gitti.", "Bitti."],
        ["Adres www.olgu.com.tr oldu.", "Site açıldı."],
        ["Tarih 12.05.2024 idi.", "Saat 10.30.", "Toplandılar."],
        ["iPhone satıldı.", "iPad satılmadı."],
        ["GELİRİ YÜZDE 20 ARTTI", "Şirketin geliri arttı."],
        ["ASELSAN HAVELSAN Genel Müdürü geldi.", "Gitti."],
    ],
)
def test_sentences_are_found_again_when_joined_by_a_space(sentences: list[str]) -> None:
    assert [sent.text.strip() for sent in LANGUAGE(" ".join(sentences)).sents] == sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Enflasyon düştü\n\nTÜİK verileri açıkladı.", ["Enflasyon düştü", "TÜİK verileri açıkladı."]),
        ("Bakan konuştu\nYatırım sürecek.", ["Bakan konuştu", "Yatırım sürecek."]),
        ("Ali Veli, bakan:\n- Geldik.\n- Gördük.", ["Ali Veli, bakan:", "- Geldik.", "- Gördük."]),
        ("Şunları söyledi:\n\n“Geldik.”", ["Şunları söyledi:", "“Geldik.”"]),
        ("• Bir\n• iki", ["• Bir", "• iki"]),
        ("1. Bir\n2. İki", ["1. Bir", "2. İki"]),
        ("Elmalar,\nArmutlar geldi.", ["Elmalar,\nArmutlar geldi."]),
        ("Bu satır\nburada sürer.", ["Bu satır\nburada sürer."]),
        ("iyi değil.Bu yüzden gitti.", ["iyi değil.", "Bu yüzden gitti."]),
        ("Arttı.”Bu iyi.", ["Arttı.”", "Bu iyi."]),
        ("T.C. ve A.B.D Başkanı", ["T.C. ve A.B.D Başkanı"]),
        ("a.com.tr.Evet", ["a.com.tr.", "Evet"]),
        ("   ", ["   "]),
    ],
)
def test_sentences_at_lines_and_glue(text: str, sentences: list[str]) -> None:
    assert [sent.text.strip() or sent.text for sent in LANGUAGE(text).sents] == sentences


def test_sentences_of_lines_wrapped_at_a_width_go_on() -> None:
    text = "Bakan bugün yaptığı\naçıklamada ihracatın\nbu yıl Almanya ve\nFransa sayesinde\narttığını söyledi."
    assert len(list(LANGUAGE(text).sents)) == 1


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="aBİ1 .?!…\n“”\"'()-:,", max_size=80))
def test_sentence_starts_rise_and_stand_on_no_space(text: str) -> None:
    starts = list(sentence_starts(text))
    assert starts == sorted(set(starts))
    assert all(0 < start < len(text) and not text[start].isspace() for start in starts)


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("Müdürden Tudor'a destekBaşakşehir hezimeti sonrası 5 puan kaldı.", "Başakşehir"),
        ("Satışlar 5 milyonÜnlü sanatçı konuştu.", "Ünlü"),
        ("YENİLGİYİ KABUL ETTİAlmanya Başbakanı konuştu.", "Almanya"),
        ("Satın almayı başardıYENİ ORTAK ARIYOR", "YENİ"),
        ("DEĞER KAYBETMEYE DEVAM 24 Ocak’ta 3,4 lira olan hisseler düştü.", "24"),
        ("YENİ YATIRIM GELİYOR 2012 yılında fabrika açıldı.", "2012"),
        ("YENİ YATIRIM GELİYOR Ocak ayında fabrika açıldı.", "Ocak"),
        ("GELİRİ 20 KAT ARTTI", None),
        ("THY 24 Ocak'ta uçtu.", None),
        ("DenizYatırım ile BlackBerry ve iPhone anlaştı.", None),
        ("Kulübün UEFAAvrupa Ligi gelirleri 215 milyon liraya çıktı.", None),
        ("Borç ödendi ve TUTUKLANDIDenizli’deki yurt kapandı.", "Denizli"),
        ("THYOpet ile easyJet ve ali@postaKutusu.com yazıştı.", None),
    ],
)
def test_a_line_that_runs_into_the_one_before_is_a_sentence_of_its_own(text: str, second: str | None) -> None:
    assert list(sentence_starts(text)) == ([] if second is None else [text.index(second)])
