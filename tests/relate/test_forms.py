"""What, time and place where the form of a quantity or its clause leaves no choice."""

import pytest

import olgu


def slots(text: str) -> list[tuple[str, str | None, str | None, str | None]]:
    """Return quote, what, time and place of every fact."""
    return [
        (
            text[f.start : f.end],
            text[f.what.start : f.what.end] if f.what else None,
            text[f.time.start : f.time.end] if f.time else None,
            text[f.place.start : f.place.end] if f.place else None,
        )
        for f in olgu.extract(text).facts
    ]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Bölgedeki 374 yaş çay fabrikasından 223'ünün kapandığı açıklandı.", "yaş çay fabrikasından"),
        ("Eser, sergilenmesi için seçtiği 8 çalışmasından biriydi.", "çalışmasından"),
        ("Takım son 29 maçının 19'unu kaybetti.", "maçının"),
        ("Kurula göre 17 üyeden 15'i artış bekliyor.", "üyeden"),
        ("HER İKİ VAKADAN BİRİ ŞEHİRDE GÖRÜLDÜ", "VAKADAN"),
    ],
)
def test_a_ratio_names_its_whole(text: str, what: str) -> None:
    (fact,) = olgu.extract(text).facts
    assert fact.kind == "ratio"
    assert fact.what is not None
    assert text[fact.what.start : fact.what.end] == what


def test_a_pronoun_begins_anew() -> None:
    found = olgu.extract(
        "Hastalığın 5 belirtisi olduğunu bunlardan 3’ünün görülmesinin yeterli olduğunu söyledi."
    ).facts
    assert [(fact.kind, fact.value) for fact in found] == [("count", 5), ("count", 3)]


LIST = "Depremde ölen 169 işçinin şehirlere göre dağılımı:\n\nGaziantep: 26\n\nAdıyaman: 23\n\nHatay: 21"


def test_rows_of_a_list_count_what_the_line_before_counts() -> None:
    found = slots(LIST)
    assert [row[:2] for row in found] == [("169", "işçinin"), ("26", "işçinin"), ("23", "işçinin"), ("21", "işçinin")]
    assert [row[3] for row in found[1:]] == ["Gaziantep", "Adıyaman", "Hatay"]


@pytest.mark.parametrize(
    "text",
    [
        "Depremde ölen 169 işçinin dağılımı.\n\nGaziantep: 26",  # nothing announces a list
        "Depremde ölen 169 işçinin yaşları:\n\nYaş ortalaması: 26",  # no place
        "Yardım 169 milyon liraya çıktı:\n\nGaziantep: 26",  # counts are no money
    ],
)
def test_other_rows_name_what_they_count(text: str) -> None:
    assert slots(text)[-1][1] != slots(text)[0][1]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Nüfusun yüzde 44'ü Asya'da, yüzde 39'u ise Afrika'da yaşıyor.", ["Asya", "Afrika"]),
        (
            "Gazın 10 bin tonu Almanya'ya, 5 bin tonu Fransa'ya ve 3 bin tonu İtalya'ya satıldı.",
            ["Almanya", "Fransa", "İtalya"],
        ),
        ("Gelir Amerika’da yüzde 27, Avrupa’da ise yüzde 74 arttı.", ["Amerika", "Avrupa"]),
        ("Bursa'da 128, Aydın'da 111 ve Yalova'da 104 konut satıldı.", ["Bursa", "Aydın", "Yalova"]),
        # the name of a currency
        ("Varlıklar 944 milyon ABD doları, krediler 679 milyon ABD doları arttı.", [None, None]),
        ("Dünyada 5. sırada yer alan Türkiye, yardımlarını sürdürdü.", ["Türkiye"]),
        ("2 bin dolara yükselecek olan Afrika kıtası büyüyor.", ["Afrika"]),
    ],
)
def test_places_by_the_form_of_the_clause(text: str, places: list[str]) -> None:
    assert [row[3] for row in slots(text)] == places


def test_who_has_a_rank_in_a_participle_clause() -> None:
    assert slots("Tarım yatırımı listede 11'inci sırada bulunan İzmir'i öne taşıdı.")[0][1] == "İzmir'i"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("İhalelerin adet olarak yüzde 43’ü mal alımı oldu.", "İhalelerin"),
        ("İhaleler adet olarak yüzde 43 mal alımı oldu.", "mal alımı"),
        ("Gelecek yıl iki müteahhitlik şirketine 104 milyon lira ödenecek.", None),
        ("Belediye bu yıl asgari ücretliye 104 milyon lira verdi.", None),
        ("Gelecek yıl ulaşım yatırımlarına 104 milyon lira harcanacak.", "ulaşım yatırımlarına"),
        ("Sahaya 16 bin parça olarak taşınacak olan çimler kuruyor.", "çimler"),
        ("İhale 2 ay 16 gün süreyle yapıldı.", "süreyle"),
        ("Hisselerde 15 gün süreyle brüt takas uygulandı.", "brüt takas"),
        ("İhale 16 gün sonra yapıldı.", "İhale"),
    ],
)
def test_owners_recipients_and_lengths(text: str, what: str | None) -> None:
    assert slots(text)[-1][1] == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Uçaktaki 47 yolcu ve mürettebatın kurtarıldığı açıklandı.", "yolcu ve mürettebatın"),
        ("Adliyede 17 hâkim ve savcıyı görevden aldılar.", "hâkim ve savcıyı"),
        ("Kazada 3 kişi ve 2 köpek öldü.", "kişi"),  # the second has a number of its own
        ("Depoda 12 araç, yangın nedeniyle yandı.", "araç"),
    ],
)
def test_one_ending_serves_both_of_what_is_counted(text: str, what: str) -> None:
    assert slots(text)[0][1] == what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Oyunlar 68 bin seyirci kapasiteli yeni bir stadyumda başladı.", "seyirci kapasiteli yeni bir stadyumda"),
        ("Suzuki 250 bin araç kapasiteli yeni bir fabrika kuruyor.", "araç kapasiteli yeni bir fabrika"),
        ("Kazada yaralanan 12 yaralı hastaneye kaldırıldı.", "yaralı"),
        ("Bölgede 5 görevli çalışıyor.", "görevli"),
    ],
)
def test_a_tree_tells_who_has_so_many(text: str, what: str) -> None:
    fact = olgu.extract(text, model="accurate").facts[0]
    assert fact.what is not None
    assert text[fact.what.start : fact.what.end] == what


def test_a_year_labels_its_paragraph() -> None:
    text = "2006: Java'yı vuran deprem bir tsunamiyi tetikleyerek 700 kişinin ölümüne yol açtı.\n\nOlayda 5 ev yıkıldı."
    found = slots(text)
    assert ("700", "2006") in [(row[0], row[2]) for row in found]


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("2023 yılında 82 bin ihale yapıldı. Bu ihaleler kapsamında 124 bin sözleşme imzalandı.", "2023 yılında"),
        ("2023 yılında 82 bin ihale yapıldı. Söz konusu ihalelerde 124 bin sözleşme imzalandı.", "2023 yılında"),
        ("2023 yılında 82 bin ihale yapıldı. Bu sayı 2024'te 124 bin oldu.", "2024'te"),
    ],
)
def test_a_sentence_that_points_back_keeps_the_time(text: str, time: str) -> None:
    assert slots(text)[-1][2] == time


@pytest.mark.parametrize(
    ("text", "role", "direction", "status"),
    [
        ("Türkiye'de nominal büyüme en kötü yılda bile yüzde 25.", "change", "up", "actual"),
        ("Havacılık sektörü büyümeleri son yıllarda ortalama yüzde 2,3 olmuştur.", "change", "up", "actual"),
        ("Türkiye'de kiralar en kötü yılda bile yüzde 25.", "level", None, "actual"),
        ("Bütçede eğitimin payı bütün bu yıllarda yüzde 18.", "share", None, "actual"),
        ("Hisse başına ödenen kâr payı bütün bu yıllarda yüzde 18.", "level", None, "actual"),
        ("Net zararın yüzde 24 iyileşme ile azaldığı belirtildi.", "change", "down", "actual"),
        ("Net kârın yüzde 24 iyileşme ile arttığı belirtildi.", "change", "up", "actual"),
        ("En yüksek enflasyon beklentisi anketlerde yüzde 3 olarak söylenmişti.", "level", None, "expected"),
        ("En yüksek enflasyon anketlerde yüzde 3 olarak söylenmişti.", "level", None, "actual"),
        ("Bakanlık ihracat hedefinin yüzde 58'ine ulaştı.", "share", None, "actual"),
    ],
)
def test_what_is_measured_tells_role_direction_and_status(
    text: str, role: str, direction: str | None, status: str
) -> None:
    fact = olgu.extract(text).facts[-1]
    assert (fact.role, fact.direction, fact.status) == (role, direction, status)


@pytest.mark.parametrize(
    ("text", "times"),
    [
        (
            "Kurul ilk toplantısını 10 Aralık, ikinci toplantısını ise 16 Aralık'ta, üçüncüsünü de 19 Aralık'ta yaptı.",
            ["16 Aralık'ta", "19 Aralık'ta"],
        ),
        ("Oran 2008 yılında yüzde 74, 2009 yılında yüzde 73 oldu.", ["2008 yılında", "2009 yılında"]),
        ("İhracat 2008 yılında arttı, yüzde 74 oldu.", ["2008 yılında"]),
    ],
)
def test_times_of_the_members_of_a_list(text: str, times: list[str | None]) -> None:
    assert [row[2] for row in slots(text)] == times


@pytest.mark.parametrize(
    ("text", "what", "lemma"),
    [
        ("Eylül ayında 14,5 milyar avro olan cari fazla azaldı.", "cari fazla", "fazla"),
        ("Cari açık 3 milyar dolar oldu.", "Cari açık", "açık"),
        ("Cari açığın milli gelire oranı yüzde 5 oldu.", "Cari açığın milli gelire oranı", "oran"),
        ("Cari işlemler açığı 5 milyar dolar oldu.", "Cari işlemler açığı", "açık"),
        ("Cari gelir 5 milyar lira oldu.", "Cari gelir", "gelir"),
    ],
)
def test_deficits_and_surpluses_are_measured(text: str, what: str, lemma: str) -> None:
    (fact,) = olgu.extract(text).facts
    assert fact.what is not None
    assert (text[fact.what.start : fact.what.end], fact.what_lemma) == (what, lemma)
