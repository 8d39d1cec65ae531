"""Forms depend on the words of a name alone: tables of names that share one and of names that do not."""

from __future__ import annotations

import pytest

from olgu.entities import keys, variants


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        # legal forms, shortened words, «ve»
        ("Gübre Fabrikaları T.A.Ş.", "Gübre Fabrikaları Türk AŞ", True),
        ("Vanet Gıda", "Vanet Gıda Sanayi İç ve Dış Ticaret A.Ş", True),
        ("Gürtaş Tarım Enerji Yatırımları San.ve Tic.A.Ş.", "Gürtaş Tarım Enerji Yatırımları", True),
        ("İninal Ödeme ve Elektronik Para Hiz. AŞ", "İninal Ödeme ve Elektronik Para Hizmetleri AŞ", True),
        ("Karabük Demir Çelik Fabrikaları", "Karabük Demir ve Çelik Fabrikaları", True),
        ("Emlak Konut Gayrimenkul Yatırım Ortaklığı A.Ş.", "Emlak Konut GYO", True),
        ("Oyak Yatırım Menkul Değerler A.Ş.", "Oyak Yatırım", True),
        ("Gedik Yatırım Holding", "Gedik Yatırım", False),
        ("Mercedes-Benz Türk A.Ş.", "Mercedes-Benz", False),
        ("Bükreş Kulübü", "Bükreş Ticaret", False),
        ("Oyak Yatırım", "Ak Yatırım", False),
        ("Sinpaş GYO", "Şeker Gayrimenkul Yatırım Ortaklığı A.Ş.", False),
        ("Metro Yatırım Ortaklığı", "Metro Yatırım Menkul Değerler", False),
        # provinces and districts
        ("Ankara İl Emniyet Müdürlüğü", "Ankara Emniyet Müdürlüğü", True),
        ("Nilüfer İlçesi Belediyesi", "Nilüfer Belediyesi", True),
        ("İstanbul Büyükşehir Belediyesi", "İstanbul Belediyesi", True),
        ("İzmir Büyükşehir Belediyesi", "Manisa Büyükşehir Belediyesi", False),
        ("İl Milli Eğitim Müdürlüğü", "İlçe Milli Eğitim Müdürlüğü", False),
        # banks, offices, boards, forces
        ("T. Garanti Bankası A.Ş", "Türkiye Garanti Bankası", True),
        ("Türkiye Cumhuriyet Merkez Bankası", "Cumhuriyet Merkez Bankası", False),
        ("Türkiye İşçi Partisi", "İşçi Partisi", False),
        ("MASAK Başkanlığı", "MASAK", True),
        ("Evreşe Belediye Başkanlığı", "Evreşe Belediyesi", True),
        ("Evreşe Belediyesi Başkanlığı", "Evreşe Belediyesi", True),
        ("İzmir Büyükşehir Belediye Başkanlığı", "İzmir Büyükşehir Belediyesi", True),
        ("Belediye Başkanlığı", "Belediyesi", False),
        ("KOM Başkanlığı", "KOM", False),
        ("Sermaye Piyasası Kurulu Başkanlığı", "Sermaye Piyasası Kurulu", True),
        ("Koç Holding Yönetim Kurulu Başkanlığı", "Koç Holding Yönetim Kurulu", False),
        ("Hava Kuvvetleri Komutanlığı", "Hava Kuvvetleri", True),
        ("Kara Kuvvetleri Komutanlığı", "Hava Kuvvetleri", False),
        ("El Şifa Hastanesi", "Şifa Hastanesi", True),
        ("The Guardian", "Guardian", True),
        ("AKP Genel Merkezi", "AK Parti Genel Merkezi", True),
        ("AKP Genel Merkezi", "MHP Genel Merkezi", False),
        ("Çukurova Holding A.Ş.", "Çukurova Holding", True),
        ("Şişli Cumhuriyet Başsavcılığı", "Şişli Başsavcılığı", True),
        ("Ankara Terörle Mücadele Şube Müdürlüğü", "Ankara Terörle Mücadele Şubesi", True),
        ("Fethiye Ticaret ve Sanayi Odası", "Fethiye Ticaret Odası", True),
        ("İstanbul Sanayi Odası", "İstanbul Ticaret Odası", False),
        ("Maliye Bakanlığı Vergi Denetim Kurulu Başkanlığı", "Maliye Bakanlığı Vergi Denetim Kurulu", True),
    ],
)
def test_body(a: str, b: str, same: bool) -> None:
    assert (variants.body(keys.plain(a)) == variants.body(keys.plain(b))) is same


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Utopia World Hotel", "Utopia World Otel", True),
        ("Çukurova Uluslararası Havalimanı", "Çukurova Havaalanı", True),
        ("Akkuyu Nükleer Güç Santrali", "Akkuyu Nükleer Santrali", True),
        ("Refah Sınırı Kapısı", "Refah Sınır Kapısı", True),
        ("El-Bureyc Mülteci Kampı", "Bureyc Mülteci Kampı", True),
        ("Pazar Konya Konya Dedeman Otel", "Konya Dedeman Oteli", True),
        ("Hazar Denizi", "Hazar", True),
        ("Marmara Denizi", "Marmara", False),
        ("Ege Denizi", "Ege", False),
        ("Basra Körfezi", "Basra", False),
        ("Kıbrıs Adası", "Kıbrıs", False),
        ("Güney Amerika", "Güney Afrika", False),
    ],
)
def test_place(a: str, b: str, same: bool) -> None:
    assert (variants.place(keys.plain(a)) == variants.place(keys.plain(b))) is same


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Mr. Murat Uysal", "murat uysal"),
        ("Emekli Orgeneral Necdet Özel", "necdet özel"),
        ("Bakanımız Cevdet Yılmaz", "cevdet yılmaz"),
        ("Benjamin Netanyahu", "binyamin netanyahu"),
        ("Muhammed es-Savvaf", "muhammet savvaf"),
        ("Ekrem Beyin", "ekrem bey"),
        ("Süleyman Demirel Bey", "süleyman demirel"),
        ("Ali Rıza Bey", "ali rıza bey"),
        ("Ahmet Özer Hocamızın", "ahmet özer"),
        ("Hüseyin Temiz", "hüseyin temiz"),
        ("Alpaslan Bayraktar", "alparslan bayraktar"),
        ("Albay Demir", "albay demir"),
        ("Mustafa Ali Balbay", "mustafa ali balbay"),
        ("Dominique Strauss-Kahn", "dominique strauss-kahn"),
    ],
)
def test_person(name: str, expected: str) -> None:
    assert variants.person(keys.plain(name)) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("COMSermaye Piyasası Kurulu", "Sermaye Piyasası Kurulu"),
        ("YOKBülent Arınç", "Bülent Arınç"),
        ("Ersin Özince‘İki", "Ersin Özince"),
        ("Sberbank SBRCY", "Sberbank"),
        ("varİstanbul Büyükşehir Belediyesi", "İstanbul Büyükşehir Belediyesi"),
        ("Ali Ak tutuklandıHaberi Görüntüle", "Ali Ak"),
        ("Logo Ticaret A.Ş. (e-Logo", "Logo Ticaret A.Ş."),
        ("Erdemir Enerji A.Ş.”", "Erdemir Enerji A.Ş."),
        ("Đnfo Yatırım", "İnfo Yatırım"),
        ("Moody 's", "Moody's"),
        ("TürkTraktör", "TürkTraktör"),
        ("THY Opet", "THY Opet"),
        ("Bloomberg HT", "Bloomberg HT"),
    ],
)
def test_unglued(name: str, expected: str) -> None:
    assert variants.unglued(name) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [("şirketimiz", True), ("milletvekilimiz", True), ("bombalanan", True), ("perşembe", True), ("gösterime", True),
     ("aksa", False), ("galatasaray", False), ("merkez", False), ("temiz", False), ("deniz", False),
     ("ankara", False)],
)  # fmt: skip
def test_is_no_name(word: str, expected: bool) -> None:
    assert variants.is_no_name(word) is expected
