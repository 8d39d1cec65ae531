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
        ("O:Kara Kuvvetleri|O:Amerikan Kara Kuvvetleri", False),
        ("O:Anabilim Dalı|O:Biyokimya Anabilim Dalı", False),
        ("O:Mali Yatırımlar Holding|O:Hedef Mali Yatırımlar Holding", False),
        ("O:Vestel|O:Vestel İç ve Dış Ticaret A.Ş.", True),
        ("O:Banka|O:BANKA", False),
        ("O:Borsa|O:BORSA", True),
        # clubs with a sponsor, quarters, malls, exchanges; what a body has is another
        ("O:Demirspor|O:Adana Demirspor", False),
        ("O:Galatasaray|O:Galatasaray TV", False),
        ("L:Samandıra|L:Samandıra Mahallesi", True),
        ("L:Akasya|L:Akasya AVM", True),
        ("O:Tadawul|O:Tadawul Borsası", True),
        ("O:Yargıtay|O:Yargıtay Başkanlığı", True),
        ("O:CHP Genel|O:CHP Genel Merkezi", False),
        ("O:İl Seçim Kurulu|O:İlçe Seçim Kurulu", False),
        ("O:Enerjisa|O:Enerjisa Enerji Üretim A.Ş.", False),
        ("P:Van Rompuy|P:Herman Van Rompuy", True),
        ("O:İş Yatırım|O:30İş Yatırım", True),
        ("O:Girişim Sermayesi Yatırım Ortaklığı|O:Rhea Girişim Sermayesi Yatırım Ortaklığı", False),
        ("O:Portföy Yönetimi|O:Euro Portföy Yönetimi", False),
        ("O:Birko Mensucat|O:Birko Birleşik Koyunlular Mensucat", True),
        ("O:Doğtaş Mobilya|O:Doğtaş Kelebek Mobilya Sanayi ve Ticaret A.Ş.", True),
        ("O:Aydem Enerji|O:Aydem Yenilenebilir Enerji", False),
        ("O:Anel Elektrik|O:Anel Telekom ve Anel Elektrik", False),
        ("O:Anel Elektrik|O:Anel Enerji Elektrik", False),
        ("O:Erdemir|O:Erdemir Madencilik Sanayi ve Ticaret A.Ş.", False),
        ("O:Disney|O:Walt Disney Company", True),
        ("O:Exxon|O:Exxon Mobil", True),
        ("O:Kordsa|O:Kordsa Global Endüstriyel İplik ve Kord Bezi Sanayi ve Ticaret A.Ş.", True),
        ("O:PASOK|O:Paskolik Gazetesi", False),
        ("L:Belgrad|L:Belgrade", True),
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
        ("O:Tekfen Holding|O:Tefken Holding", True),
        ("O:Prostat Kanser Derneği|O:Prostat Kanseri Derneği", True),
        # what owns a body, what ends before its name
        (
            "O:Kandilli Rasathanesi ve Deprem Araştırma Enstitüsü|"
            "O:Boğaziçi Üniversitesi Kandilli Rasathanesi ve Deprem Araştırma Enstitüsü",
            True,
        ),
        ("O:Sosyal Bilimler Enstitüsü|O:Ankara Üniversitesi Sosyal Bilimler Enstitüsü", False),
        ("O:Tıp Fakültesi|O:Gazi Üniversitesi Tıp Fakültesi", False),
        ("O:Gıda Kontrol Genel Müdürlüğü|O:Tarım ve Orman Bakanlığı Gıda ve Kontrol Genel Müdürlüğü", True),
        ("O:İletişim Başkanlığı|O:Cumhurbaşkanlığı İletişim Başkanlığı", True),
        ("O:İletişim Başkanlığı|O:Meclis İletişim Başkanlığı", False),
        (
            "O:Türkiye Ticaret Sicil Gazetesi|O:Olağanüstü Genel Kurul Toplantısının Türkiye Ticaret Sicil Gazetesi",
            True,
        ),
        ("O:Türkiye Ticaret Sicil Gazetesi|O:Dünya Gazetelerinde ve Türkiye Ticaret Sicili Gazetesi", False),
        ("O:Türk Patent Enstitüsü|O:İşletmelerin Türk Patent Enstitüsü", True),
        ("O:Spiegel|O:Der Spiegel", True),
        ("O:Sorumlu|O:İşlerinden Sorumlu", False),
        ("O:Merkez Bankası@TR|O:Avusturalya Merkez Bankası", False),
        ("O:Merkez Bankası@TR|O:Acaba Merkez Bankası@TR", True),
        ("O:Rekabet Kurumu|O:Fransız Rekabet Kurumu", False),
        ("P:Zübeyde Hanım|P:Zübeyde Hanım Doğumevi", False),
        ("O:İYİ Parti|O:Tıpkı İYİ Parti", True),
        # firms in full, trusts, agencies, airports
        ("O:Çelik Halat|O:Çelik Halat ve Tel Sanayii A.Ş.", True),
        ("O:Kartonsan|O:Kartonsan Karton Sanayi ve Ticaret A.Ş.", True),
        ("O:Petkim|O:Petkim Limancılık Ticaret A.Ş.", False),
        ("O:Aksa Elektrik|O:Aksa Elektrik Perakende Satış A.Ş.", False),
        ("O:Bağımsız|O:Bağımsız Gazeteciler Basım A.Ş.", False),
        ("O:İş Gayrimenkul|O:İş GYO", True),
        ("O:İş Gayrimenkul|O:Vakıf GYO", False),
        ("O:İGA|O:İGA Havalimanı İşletmesi AŞ", True),
        ("L:Atatürk Havalimanı|L:İstanbul Atatürk Havalimanı|L:THY Atatürk Havalimanı", True),
        ("L:Liberya|L:Liberya Cumhuriyeti", True),
        ("L:Suriye|L:Suriye Arap Cumhuriyeti", True),
        ("L:Kuzey Makedonya|L:Makedonya Caddesi", False),
        ("L:Emevi Camii|L:Emevi Camisi", True),
        ("L:Ulu Camii|L:Ulu Camisi", False),
        # bodies that leave words out
        ("O:İnfo Menkul|O:İnfo Yatırım Menkul Değerler A.Ş.", True),
        ("O:İnfo Menkul|O:İnfo Yatırım Holding", False),
        ("O:Yeniden Refah|O:Yeniden Refah Partisi", True),
        ("O:Medical Park|O:Medical Park Sağlık Grubu", True),
        ("O:Koç Holding|O:Koç Bilgi Grubu", False),
        ("O:Muğla Üniversitesi Biyoloji Bölümü|O:Muğla Üniversitesi Fen Fakültesi Biyoloji Bölümü", True),
        ("O:Muğla Üniversitesi Biyoloji Bölümü|O:Muğla Üniversitesi Fen Fakültesi Kimya Bölümü", False),
        ("O:Mintay Tekstil|O:Mintay Dış Ticaret Tekstil Sanayi A.Ş.", True),
        ("O:Temsilciler Meclisi|O:ABD Temsilciler Meclisi@US", True),
        ("O:IFC|O:International Finance Corporation IFC", True),
        ("O:KARTN|O:KARTN Kartonsan", True),
        ("O:Hamas|O:Hamas Hareketi", True),
        ("O:Asya Bank|O:Bank Asya", True),
        ("O:Barclays|O:Barclays Bank PLC", True),
        ("O:Yıldırım Beyazıt Üniversitesi|O:Ankara Yıldırım Beyazıt Üniversitesi", True),
        ("O:Akdeniz İhracatçı Birlikleri|O:Akdeniz İhracatçıları Birliği", True),
        ("O:Alman Milli Takımı|O:Almanya Milli Takımı", True),
        ("O:Alman Milli Takımı|O:İtalya Milli Takımı", False),
        ("O:Bilgi Teknolojileri Kurumu|O:Bilgi Teknolojileri ve İletişim Kurumu", True),
        ("O:Suzuki|O:Suzuki Motor Corporation", True),
        ("O:Reuters|O:Reuters Haber Ajansı|O:Reuters Sosyal Medya", False),
        ("O:Anel Enerji|O:Anel Enerji Elektrik Üretim Sanayi ve Ticaret A.Ş.", True),
        ("O:Garanti Yatırım|O:Garanti Yatırım Ortaklığı", False),
        ("O:Voleybol Federasyonu|O:Türkiye Voleybol Federasyonu", True),
        ("O:Voleybol Federasyonu|O:Uluslararası Voleybol Federasyonu", False),
        ("O:Niğde Beton Sanayi ve Ticaret A.Ş.|O:Niğbaş Niğde Beton Sanayi ve Ticaret A.Ş.", True),
        # people, places
        ("P:Fahr El Nisa Zeid|P:Fahrel Nisa Zeid", True),
        ("P:Dan Dombay|P:Daniel Dombay", True),
        ("P:Dan Dombay|P:Deniz Dombay", False),
        ("P:Sedef Özkan|P:Sedef Tavukçu Özkan", True),
        ("P:Mehmet Özkan|P:Mehmet Tavukçu Özkan", False),
        ("P:Erdoğan Bayraktar|P:Sümeyye Erdoğan Bayraktar", False),
        ("P:Celal Çapa|P:Şebnem-Celal Çapa", False),
        ("P:Ali Raif Dinçkök|P:Raif Ali Dinçkök", True),
        ("P:Orhan Karadeniz|P:Mehmet Orhan Karadeniz", False),
        ("L:Çeşme@TR|L:İzmir Çeşme@TR", True),
        ("L:Belek@TR|L:Antalya Belek", True),
        ("L:New York@US|L:ABD New York", True),
        ("L:Ereğli@TR|L:Konya Ereğli@TR", False),
        ("L:Divan|L:Divan Oteli", True),
        ("L:Antalya@TR|L:Antalya Oteli", False),
        ("L:Venezuela@VE|L:Veneuzela", True),
        ("L:Antalya@TR|L:Antakya@TR", False),
        ("O:General Motors|O:Generali", False),
        # groups of a place, trusts, «-ımız», blanks and slips in titles
        ("O:Çukurova Grubu|O:Çukurova Holding A.Ş.", True),
        ("O:Metro Grubu|O:Metro Holding", False),
        ("O:Çukurova Holding|O:Çukurova Üniversitesi", False),
        ("O:Sinpaş GMYO|O:Sinpaş Gayrimenkul Yatırım Ortaklığı", True),
        ("O:Sinpaş GMYO|O:Sinpaş Yapı", False),
        ("O:Kültür ve Turizm Bakanlığı@TR|O:Kültür ve Turizm Bakanlığımız@TR", True),
        ("O:Turizm Bakanlığı@TR|O:Kültür ve Turizm Bakanlığımız@TR", False),
        ("O:İçişleri Bakanlığı@TR|O:İç İşleri Bakanlık", True),
        ("O:Acar Menkul Değerler A.Ş.|O:Acar Menkul Değerler A.Ş. ?", True),
        # ministries by their first portfolio, directorates of the police
        ("O:Çevre Bakanlığı@TR|O:Çevre ve Şehircilik Bakanlığı@TR", True),
        ("O:Çevre Bakanlığı@TR|O:Çevre ve Şehircilik Bakanlığı@TR|O:Çevre ve Orman Bakanlığı@TR", False),
        ("O:Çevre Bakanlığı@DE|O:Çevre ve Tarım Bakanlığı@FR", False),
        ("O:Özel Harekat Başkanlığı|O:Emniyet Genel Müdürlüğü Özel Harekat Başkanlığı", True),
        ("O:Strateji Başkanlığı|O:Emniyet Genel Müdürlüğü Strateji Başkanlığı", False),
        # codes of shares alone, firms with their trade
        ("O:PARSN|O:Parsan", True),
        ("O:BTCIM|O:Batıçim Çimento", True),
        ("O:KAPLM|O:Kaplamin Ambalaj", True),
        ("O:PETKM|O:Petrokent", False),
        ("O:MEKSA|O:Meksikalı", False),
        ("O:BUCIM|O:Buckinghamshire Havacılık ve Güvenlik Okulu", False),
        ("O:VESBE|O:VESBE Vestel Elektronik|O:Vestel Beyaz Eşya", False),
        ("O:KLGYO|O:KLGYO Kiler GYO", True),
        ("O:ARCLK|O:ARCLK Arçelik|O:Arçelik LG Klima", True),
        ("O:MERKO|O:Merkon A.Ş.", False),
        ("O:HALKB|O:Halkbank Yönetim Kurulu", False),
        ("O:TEKEL|O:Tekfen Elektrik", False),
        ("O:VESTL|O:Vestel Elektronik|O:Vestel Beyaz Eşya", False),
        ("O:Aktay Turizm|O:Aktay Turizm Yatırımları ve İşletmeleri A.Ş.", True),
        ("O:Aktay Turizm|O:Aktay Turizm Yatırım Holding A.Ş.", False),
        ("O:Bizim Toptan|O:Bizim Toptan Satış Mağazaları", True),
        ("O:Bizim Toptan|O:Bizim Toptan Satış A.Ş.", False),
        # initials, «-dır», regions, plants
        ("P:A.Doğan Bircan|P:Doğan Bircan", True),
        ("P:S.Bircan|P:Bircan", False),
        ("P:Erhan Topaç|P:Erhan Topaçtır", True),
        ("P:Timur Bayın|P:Timur Bayındır", False),
        ("P:Ali Çan|P:Ali Çandır", False),
        ("L:Doğu Avrupa|L:Doğu Avrupa Bölgesi", True),
        ("L:Manisa@TR|L:Manisa Organize Sanayi Bölgesi", False),
        ("L:Akkuyu Santrali|L:Akkuyu Nükleer Güç Santrali", True),
        ("L:Ankara Fabrikası|L:Ankara Çimento Fabrikası", False),
        ("L:Razi Fabrikası|L:Razi Gübre Fabrikası|L:Razi Şeker Fabrikası", False),
        # teams, airlines, groups and joint ventures that are not what their name ends or begins with
        ("O:Milli Takım|O:Malum Milli Takım", True),
        ("O:Türk Milli Takımı|O:Basketbol Milli Takımı", False),
        ("O:Türk Milli Takımı|O:Ümit Milli Takım", False),
        ("O:Türk Milli Takımı|O:Milli Takım", True),
        ("O:Hava Yolları|O:Azeri Hava Yolları", False),
        ("O:Turcas Petrol|O:Shell & Turcas Petrol A.Ş.", False),
        ("O:OYAK|O:Oyak Çimento Grubu|O:Oyak Konut", False),
        # organs of one body
        ("O:TAV|O:TAV Yönetim Kurulu|O:Koç Holding Yönetim Kurulu", False),
    ],
)
def test_names_of_a_run(write: Write, names: str, same: bool) -> None:
    out = write({f"a{number}": [name] for number, name in enumerate(names.split("|"))})
    run.run(out)
    expected = {name[2:].partition("@")[0] for name in names.split("|")}
    assert (frozenset(expected) in joined(out)) is same


@pytest.mark.parametrize(
    ("article", "same"),
    [
        ("O:Belediye Emlak Vergisi Takdir Komisyonu|O:Takdir Komisyonu", True),
        ("O:Bursa SSK Hastanesi|O:SSK Hastanesi", True),
        ("O:Tuzla Piyade Okulu|O:Piyade Okulu", True),
        ("L:Şirketimizin Yerli Tahtacı Köyü|L:Yerli Tahtacı Köyü", True),
        ("O:İzmir Emniyet Müdürlüğü|O:Emniyet Müdürlüğü", True),
        ("O:İzmir Emniyet Müdürlüğü|O:Emniyet Müdürlüğü|O:Manisa Emniyet Müdürlüğü", False),
        ("O:Kargo Satış Başkanlığı|O:Satış Başkanlığı|O:Uçuş Eğitim Başkanlığı", False),
        ("O:ABD Adalet Bakanlığı@US|O:Adalet Bakanlığı@TR", False),
        ("O:Dünya Okçuluk Federasyonu|O:Okçuluk Federasyonu", False),
        ("O:Nurol Gayrimenkul Hürriyet Medya|O:Hürriyet Medya", False),
        ("O:Coca-Cola Şirketi ve Coca-Cola Vakfı|O:Coca-Cola Vakfı", False),
        ("O:British Columbia Üniversitesi|O:Columbia Üniversitesi", False),
        ("O:Koç Holding Yönetim Kurulu|O:Yönetim Kurulu", False),
        ("P:Mehmet Ali Erbil|P:Ali Erbil", False),
        ("O:Teknosa Genel Müdürlüğü|O:Teknosa Finans Genel Müdürlüğü", False),
        ("O:Logo Teknoloji|O:Logo Teknoloji ve Yatırım A.Ş.", True),
        ("O:Zonguldak Havacılık Ortak Girişimi|O:Ortak Girişimi", False),
        ("L:Mersin Rüzgar Enerjisi Santrali|L:Rüzgar Enerjisi Santrali", False),
        ("O:ABD Ankara Büyükelçiliği|O:ABD Büyükelçiliği", True),
    ],
)
def test_short_name_beside_the_fuller_one_of_its_article(write: Write, article: str, same: bool) -> None:
    names = article.split("|")
    out = write({"a": names})
    run.run(out)
    two = frozenset(name[2:].partition("@")[0] for name in names[:2])
    assert any(two <= group for group in joined(out)) is same


@pytest.mark.parametrize(
    ("known", "club", "full", "same"),
    [
        ("Çaykur", "Rizespor", "Çaykur Rizespor", True),
        ("Kardemir", "Karabükspor", "Kardemir Karabükspor", True),
        ("Adana", "Demirspor", "Adana Demirspor", False),
        ("Ankara", "Demirspor", "Ankara Demirspor", False),
    ],
)
def test_club_after_its_sponsor(write: Write, known: str, club: str, full: str, same: bool) -> None:
    out = write({"a": [f"O:{known}"], "b": [f"O:{club}"], "c": [f"O:{full}"]})
    run.run(out)
    assert (frozenset({club, full}) in joined(out)) is same


@pytest.mark.parametrize(
    ("generic", "town", "full", "same"),
    [
        ("O:İl Özel İdaresi", "L:Aydın@TR", "O:Aydın İl Özel İdaresi", True),
        ("O:Büyükşehir Belediyesi", "L:Diyarbakır@TR", "O:Diyarbakır Büyükşehir Belediyesi", True),
        ("O:Cumhuriyet Başsavcılığı", "L:İzmir@TR", "O:Manisa Cumhuriyet Başsavcılığı", False),
        ("O:Tıp Fakültesi", "L:Aydın@TR", "O:Aydın Tıp Fakültesi", False),
    ],
)
def test_body_of_the_town_that_its_article_is_about(
    write: Write, generic: str, town: str, full: str, same: bool
) -> None:
    out = write({"a": [generic, town], "b": [full]})
    run.run(out)
    assert (frozenset({generic[2:], full[2:]}) in joined(out)) is same


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
