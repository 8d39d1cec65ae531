import os
import re
import subprocess
import sys
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from olgu.analyse import language
from olgu.article import EntityType, Mention
from olgu.recognise import speech
from olgu.recognise.speech_grammar import source_case, verb_form
from olgu.recognise.speech_quotes import quotations

LANGUAGE = language.load()
PEOPLE = ("Ali Veli", "Ayşe Kaya", "Kaya", "Veli")
BODIES = ("TÜİK", "Merkez Bankası", "Koç Holding", "KAP", "AA", "Bloomberg", "Sağlık Bakanlığı")
PLACES = ("Türkiye", "İsrail", "Almanya", "Konya")


def mentions(text: str) -> list[Mention]:
    kinds: dict[str, EntityType] = (
        dict.fromkeys(PEOPLE, "PERSON") | dict.fromkeys(BODIES, "ORG") | dict.fromkeys(PLACES, "LOC")
    )
    names = "|".join(sorted(kinds, key=len, reverse=True))
    return [Mention(m.start(), m.end(), kinds[m.group()], "test") for m in re.finditer(names, text)]


def speakers(text: str) -> list[str | None]:
    """Return who says each number of `text`, by the innermost turn."""
    turns = speech.find(LANGUAGE(text), mentions(text))
    found: list[str | None] = []
    for number in re.finditer(r"\d+", text):
        around = [turn for turn in turns if turn.start <= number.start() < turn.end]
        inner = min(around, key=lambda turn: turn.end - turn.start, default=None)
        found.append(None if inner is None else text[inner.speaker_start : inner.speaker_end])
    return found


@pytest.mark.parametrize("blank", [" ", "\n", "\u00a0", " \n\n"])
@pytest.mark.parametrize(
    "text",
    ["Ali Veli: “Bu yıl ihracat 5 milyon", "Ali Veli dedi ki: “Bu yıl ihracat 5 milyon lira oldu", "Ali Veli: “5"],
)
def test_white_space_behind_an_open_quotation_says_nothing(text: str, blank: str) -> None:
    assert speakers(text + blank) == speakers(text)
    assert quotations(text + blank) == quotations(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # reported speech in one sentence
        ("Bakan Ali Veli, 5 okul açılacağını söyledi.", ["Ali Veli"]),
        ("TÜİK, enflasyonun yüzde 5 olduğunu açıkladı.", ["TÜİK"]),
        ("Ali Veli, 5 kişinin öldüğünü ifade etti.", ["Ali Veli"]),
        ("Ali Veli 5 kişinin öldüğünü dile getirdi.", ["Ali Veli"]),
        ("Ali Veli ise 5 kişinin öldüğünü vurguluyor.", ["Ali Veli"]),
        ("İsrail ordusu, 5 kişinin öldüğünü duyurdu.", ["İsrail"]),
        ("Türkiye, 5 uçak alacağını bildirdi.", ["Türkiye"]),
        (
            "5 kişinin öldüğünü belirten Koç Holding Genel Müdürü Ali Veli, 3 yaralı olduğunu söyledi.",
            ["Ali Veli", "Ali Veli"],
        ),
        ("Yeni tesisin 5 bin ton üreteceği bilgisini veren Kaya, sustu.", ["Kaya"]),
        ("Ali Veli, 5 okulun açıldığını belirterek, 3 okulun da yapıldığını kaydetti.", ["Ali Veli", "Ali Veli"]),
        ("Ali Veli geldi. 5 okul açıldı.", [None]),
        ("Koç Holding yüzde 5 büyüme kaydetti.", [None]),
        ("Araç 5 vitesli tasarımıyla dikkat çekiyor. Ali Veli onu aldı.", [None]),
        ("Yetkililer, 5 kişinin öldüğünü belirtti. Ali Veli geldi.", [None]),
        ("Ali Veli, 3 okul açıldığını söyledi. Yetkililer 5 kişinin öldüğünü belirtti.", ["Ali Veli", None]),
        ("5 kişinin öldüğü bildirildi.", [None]),
        ("Türkiye ve Almanya 5 yıldır müttefik. Öyle deniliyor.", [None]),
        ("Ali Veli, 5 yıl sonra açıklamalarda bulundu.", [None]),
        # quotations
        ("Ali Veli, “5 okul açacağız” dedi.", ["Ali Veli"]),
        ("“5 okul açacağız” diyen Ali Veli alkışlandı.", ["Ali Veli"]),
        ("“5 okul açtık. 3 okul daha açacağız.” dedi Ali Veli.", ["Ali Veli", "Ali Veli"]),
        ('Ali Veli, "5 okul açtık. 3 okul daha açacağız" diye konuştu.', ["Ali Veli", "Ali Veli"]),
        ("Ali Veli, 'Burada 5 okul açtık' ifadelerini kullandı.", ["Ali Veli"]),
        (
            "Ali Veli, şunları söyledi:\n\n“Burada 5 okul açtık.\n\nYarın 3 okul daha açacağız.”\n\nKentte 7 okul var.",
            ["Ali Veli", "Ali Veli", None],
        ),
        ("Ali Veli şöyle konuştu: «Burada tam 5 okul açtık.»", ["Ali Veli"]),
        ("Ali Veli, kente geldi. “Mavi Vatan” adlı gemide 5 kişi var.", [None]),
        ('Koç Holding Başkanı Ali Veli; "Bu yıl tam 5 fabrika kurduk" diyor.', ["Ali Veli"]),
        ("Ali Veli şu bilgiyi paylaşıyor:\n\n“Burada 5 okul açtık ve daha da açacağız.", ["Ali Veli"]),
        # speech turns
        (
            "Ali Veli, bakan:\n\n- 5 okul açtık.\n\n- 3 okul yolda.\n\nKentte 7 okul var.",
            ["Ali Veli", "Ali Veli", None],
        ),
        ("Ali Veli: 5 okul açtık.\nKentte 7 okul var.", ["Ali Veli", None]),
        ("Ali Veli (Koç Holding): 5 okul açtık. Ayşe Kaya: 3 okul kapandı.", ["Ali Veli", "Ayşe Kaya"]),
        ("Türkiye: 5 okul açıldı.", [None]),
        ("Ali Veli 3:5 kazandı.", [None, None]),
        # sources
        ("TÜİK'e göre nüfus 85 milyon.", ["TÜİK"]),
        ("TÜİK verilerine göre nüfus 85 milyon.", ["TÜİK"]),
        ("Merkez Bankası'nın raporuna göre enflasyon yüzde 5.", ["Merkez Bankası"]),
        # a list belongs to the body whose report is being told
        (
            "TÜİK'in raporunda artış olduğu belirtildi.\n\nYıllara göre dağılımı:\n\nToplam: 51\n\nKonya: 107",
            ["TÜİK", "TÜİK"],
        ),
        ("TÜİK'in raporunda artış olduğu belirtildi.\n\nDün açıklandı:\n\nHava sıcaklığı 51 derece oldu.", [None]),
        ("Ali Veli'nin açıklamasında artış olduğu belirtildi.\n\nToplam: 51", [None]),
        ("TÜİK toplandı.\n\nToplam: 51", [None]),
        (
            "TÜİK, 5 işçinin öldüğünü çarpıcı bir raporla belgeliyor. Raporda 7 ölüm olduğu belirtildi.",
            ["TÜİK", "TÜİK"],
        ),
        ("Bloomberg'in haberine göre 5 uçak alınacak.", ["Bloomberg"]),
        ("AA'nın haberine göre 5 uçak alınacak.", [None]),
        ("Geçen yıla göre yüzde 5 arttı. TÜİK sustu.", [None]),
        ("Türkiye'ye göre yüzde 5 daha ucuz.", [None]),
        ("Kurul toplanırken 3 kişi geldi, TÜİK verilerine göre nüfus 85 milyon.", [None, "TÜİK"]),
        ("Sağlık Bakanlığı'ndan yapılan açıklamada, 5 kişinin öldüğü belirtildi.", ["Sağlık Bakanlığı"]),
        ("TÜİK raporunda 5 kişinin öldüğü kaydedildi. Raporda 3 yaralı da olduğu belirtildi.", ["TÜİK", "TÜİK"]),
        ("Koç Holding büyüyor. Şirketten KAP'a yapılan açıklamada, 5 fabrika kurulacağı bildirildi.", ["Koç Holding"]),
        ("TÜİK, araştırmasını yayınladı. Buna göre nüfus 85 milyon.", ["TÜİK"]),
        ("TÜİK verilerine göre nüfus 85 milyon. Göç de yüzde 3 azalmış.", ["TÜİK", "TÜİK"]),
        ("TÜİK verilerini inceledim. Okurlar yazdı. Göç de yüzde 3 azalmış.", ["TÜİK"]),
        ("TÜİK verilerini inceledim. Okurlar yazdı. Göç de yüzde 3 azaldı.", [None]),
        ("TÜİK kararını inceledim. Göç de yüzde 3 azalmış.", [None]),
        ("AA'nın haberini okudum. Göç de yüzde 3 azalmış.", [None]),
        (
            "Raporun sahibi ‘Sağlık Bakanlığı’, araştırmasını yayınladı. Buna göre göç yüzde 3 azalmış.",
            ["Sağlık Bakanlığı"],
        ),
        ("Koç Holding, ilk çeyrek mali sonuçlarına göre yüzde 5 büyüdü.", ["Koç Holding"]),
        ("Ali Veli, ilk çeyrek mali sonuçlarına göre yüzde 5 büyüdü.", [None]),
        ("Bloomberg'ten Ali Veli'nin haberine göre 5 uçak alınacak.", [None]),
        # statements that bodies hand in
        (
            "Koç Holding büyüyor. Şirketten KAP'a gönderilen açıklama şöyle: Kurulumuz 5 karar aldı. Ceza 3 aydır.",
            ["Koç Holding", "Koç Holding"],
        ),
        ("Koç Holding'ten KAP'a yapılan açıklamanın tamamı şu şekilde: Kurulumuz 5 karar aldı.", ["Koç Holding"]),
        (
            "Koç Holding'in açıklaması şöyle: Kurul 5 karar aldı. Ali Veli, 3 okul açıldığını söyledi. Ceza 7 aydır.",
            ["Koç Holding", "Ali Veli", None],
        ),
        ("Koç Holding'in açıklaması şöyle: “Kurul bugün gizlice 5 karar aldı.” Ceza 7 aydır.", ["Koç Holding", None]),
        ("Koç Holding'in planı şöyle: Kurul 5 karar aldı.", [None]),
        ("Açıklamada 5 kişinin öldüğü belirtildi.", [None]),
        ("TÜİK verilerine göre nüfus 85 milyon. Edinilen bilgiye göre 5 kişi öldü.", ["TÜİK", None]),
        ("TÜİK verilerine göre nüfus 85 milyon. Rapora göre yüzde 3 azaldı.", ["TÜİK", "TÜİK"]),
        # dropped and generic subjects
        ("Ali Veli, 5 okul açıldığını söyledi. Bir tanık, 3 kişiyi gördüğünü anlattı.", ["Ali Veli", None]),
        (
            "Ali Veli, 5 okul açıldığını söyledi. 59 yaşındaki Maha Selame, 3 kişiyi gördüğünü anlattı.",
            ["Ali Veli", None, None],
        ),
        ("Ali Veli konuştu. 5 saatlik toplantıya “Günaydın” diyerek girdi.", [None]),
        ("Ali Veli, 5 okul açıldığını söyledi. 3 okulun da yapıldığını belirtti.", ["Ali Veli", "Ali Veli"]),
        ("Koç Holding büyüyor. Şirket, 5 fabrika kuracağını duyurdu.", ["Koç Holding"]),
        ("Koç Holding büyüyor. Havayolu şirketi, 5 uçak alacağını duyurdu.", ["Koç Holding"]),
        ("Koç Holding büyüyor. Rakip Alfa şirketi, 5 uçak alacağını duyurdu.", [None]),
        ("Bakan Ali Veli geldi. Bakan, 5 okul açılacağını söyledi.", ["Ali Veli"]),
    ],
)
def test_speech_says_who_says_it(text: str, expected: list[str | None]) -> None:
    assert speakers(text) == expected


def test_speech_without_names_finds_nothing() -> None:
    assert speech.find(LANGUAGE("Bakan, 5 okul açılacağını söyledi."), []) == []


@pytest.mark.parametrize(
    ("two_before", "before", "word", "form"),
    [
        ("", "olduğunu", "belirtti", "finite"),
        ("", "olduğunu", "belirten", "participle"),
        ("", "olduğunu", "belirterek", "converb"),
        ("", "olduğu", "belirtildi", "passive"),
        ("", "olduğu", "belirtilen", "passive_participle"),
        ("", "”", "söylüyor", "finite"),
        ("", "olduğunu", "kaydetti", "finite"),
        ("", "artış", "kaydetti", None),
        ("", "ifade", "etti", "finite"),
        ("", "kabul", "etti", None),
        ("arttığına", "dikkat", "çekti", "finite"),
        ("tasarımıyla", "dikkat", "çekti", None),
        ("", "açıklama", "yapan", "introducing"),
        ("", "yolculuk", "yapan", None),
        ("", "bilgisi", "verildi", "passive"),
        ("", "bilgi", "verildi", "citing"),
        ("", "", "masa", None),
    ],
)
def test_verb_form_reads_verbs_of_speech(two_before: str, before: str, word: str, form: str | None) -> None:
    assert verb_form(word, before, two_before) == form


@pytest.mark.parametrize(
    ("word", "case"),
    [
        ("verilerine", "dative"),
        ("raporu’na", "dative"),
        ("açıklamada", "locative"),
        ("açıklamasında", "locative"),
        ("araştırmasını", "accusative"),
        ("yılına", None),
        ("masada", None),
    ],
)
def test_source_case_reads_nouns_of_sources(word: str, case: str | None) -> None:
    assert source_case(word) == case


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("O “geldi” ve «gitti».", ["“geldi”", "«gitti»"]),
        ('O "geldi" ve "gitti".', ['"geldi"', '"gitti"']),
        ("'Geldi' dedi. ‘gitti’", ["'Geldi'", "‘gitti’"]),
        ("“Bir.\n\n“İki.”", ["“Bir.\n\n“İki.”"]),
        ("“İlk açık kaldı, “ikinci” kapandı.", ["“ikinci”"]),
        ("Dedi ki: “Açık kaldı.\nBitti.", ["“Açık kaldı."]),
        ("Kore’den 700'den Ankara 'da", []),
        ("“Açık kaldı.", []),
    ],
)
def test_quotations_pair_their_marks(text: str, quoted: list[str]) -> None:
    assert [text[quote.start : quote.end] for quote in quotations(text)] == quoted


PIECES = [
    "Ali Veli",
    "TÜİK",
    ", ",
    "“",
    "”",
    '"',
    " dedi",
    ". ",
    "\n",
    ":",
    " göre",
    " belirten ",
    "- ",
    " verilerine",
    " 5 ",
    "Raporda ",
    " belirtildi",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_speech_turns_lie_in_the_text_and_name_a_mention(text: str) -> None:
    names = mentions(text)
    spans = {(name.start, name.end) for name in names}
    turns = speech.find(LANGUAGE(text), names)
    assert all(0 <= turn.start < turn.end <= len(text) for turn in turns)
    assert all((turn.speaker_start, turn.speaker_end) in spans for turn in turns)
    assert turns == sorted(turns, key=lambda turn: (turn.start, -turn.end))


@pytest.mark.parametrize(
    "unit", ["Ali Veli: 5 ", "Ali Veli, “5 okul açtık ve kapattık” dedi ", "“Ali Veli ", "TÜİK verilerine göre 5 "]
)
def test_speech_is_linear_in_a_single_line(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        doc, names = LANGUAGE(text), mentions(text)
        begin = time.process_time()
        speech.find(doc, names)
        return time.process_time() - begin

    seconds(1000)
    assert seconds(60_000) < 40 * seconds(6_000) + 0.3


@pytest.mark.slow  # three fresh interpreters: the order of a set hangs on their seeds
def test_turns_do_not_hang_on_the_order_of_a_set() -> None:
    text = "Fabrikanın Genel Müdürü Ali Veli: 'Ülkemiz 150 bin ton ray alıyor. Biz bunun 3 katını üretebiliyoruz.'"
    program = (
        "import olgu; from olgu.recognise import names, speech; doc = olgu.load('rules')("
        f"{text!r}); print([(t.start, t.end, t.rule) for t in speech.find(doc, names.find(doc))])"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": str(seed)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in range(3)
    }
    assert len(said) == 1
    assert "turn" in said.pop()
