import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from olgu.read import characters
from olgu.read import repair as module
from olgu.read.repair import repair


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # mixed scripts
        ("Kasym-Сomart Tokayev", "Kasym-Comart Tokayev"),
        ("bir dе zamanın bilе dеğiştirеmеdiği", "bir de zamanın bile değiştiremediği"),
        ("ΑBD Doları", "ABD Doları"),
        ("bașlatan șirket", "başlatan şirket"),
        # composition
        ("Tu\u0308rkiye’de c\u0327ok", "Türkiye’de çok"),
        ("Festi̇vali̇ ve I\u0307zmir", "Festivali ve İzmir"),
        ("İç̧ talep güçlü̈", "İç talep güçlü"),
        ("siyasi göru¨şu¨, kardes¸leri, dag˘", "siyasi görüşü, kardeşleri, dağ"),
        # invisible characters and spaces
        ("\ufeffya\u00adtı\u200brım\u200e", "yatırım"),
        ("yatırım yapıla¬mayacağını", "yatırım yapılamayacağını"),
        ("5\u00a0milyon\u202fdolar", "5 milyon dolar"),
        ("1990\u00ad1995 arası", "1990-1995 arası"),
        ("１２,５ ％", "12,5 %"),
        # mojibake
        ("TÃ¼rkiye’de ÅŸirket", "Türkiye’de şirket"),
        ("Å\x9firket Å\x9eubesi", "şirket Şubesi"),
        ("BakanlÄ±ÄŸÄ± Ä°zmir Ã–deme Ã‡ay", "Bakanlığı İzmir Ödeme Çay"),
        ("Türkiyeâ€™de â€œevetâ€\x9d â€œhayÄ±râ€ â€¦ 5 â‚¬", "Türkiye’de “evet” “hayır” … 5 €"),
        ("alısÂ¸veriş", "alışveriş"),
        ("TÃƒÂ¼rk", "Türk"),
        ("Kore\x92nin", "Kore’nin"),
        # Turkish read as Latin-1, and fonts with an encoding of their own
        ("Ýstanbul’da 5 kiþi, aðýr", "İstanbul’da 5 kişi, ağır"),
        ("BaĢvuran ortaklıklar, Ġstanbul", "Başvuran ortaklıklar, İstanbul"),
        ("Đkinci etap Đstanbul’da", "İkinci etap İstanbul’da"),
        ("Đlk aðýr kiþi Đzmir’de", "İlk ağır kişi İzmir’de"),  # two sorts of the same damage, neither the first
        # references to characters that HTML has left
        ("Kul&uuml;plere i&ccedil;in &Ouml;deme yap&#305;ld&#x131;", "Kulüplere için Ödeme yapıldı"),
        ("&lsquo;Evet&rsquo; dedi&hellip; H&amp;M&nbsp;A&amp;uuml;", "‘Evet’ dedi… H&M Aü"),
        # apostrophes and quotation marks
        ("TOFAŞ´ta, A.Ş.‟nin, 5′lerin, Kore`nin, Koreʼnin", "TOFAŞ’ta, A.Ş.’nin, 5’lerin, Kore’nin, Kore’nin"),
        ("„Merhaba‟ dedi, ❝evet❞, ″hayır″", "“Merhaba” dedi, “evet”, “hayır”"),
        ("''Beşiktaş Kulübü'ne'' dedi.''New''", "“Beşiktaş Kulübü'ne” dedi.“New”"),
    ],
)
def test_repair_mends(text: str, expected: str) -> None:
    assert repair(text).text == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "İstanbul’da «5» kişi, “evet” ve 'hayır' dedi… Kâğıt, İmlâ, millî – yüzde 5 — 10 €",
        "Kasym-Jomart Токаев Москва’da",
        "Ελλάδα ve Αθήνα",
        "5 μm, 3 kΩ, ΔT",
        "Hafþór Björnsson ve Gylfi Sigurðsson ışıklı sahada",
        "Hafþór 5 gol",
        "Đuro Kurepa İstanbul’da",
        "Novak Đoković ve Đà Nẵng; İstanbul",
        "Magdalena Kožená, Vuk Ršumović, São Paulo, Ångström, Ärzte",
        "İTİKÂT, KÂR’ı, «İMÂ» ve JOÃO",
        "55″ ekran, 5′30″ sürdü, 1°C",
        "ya-\ntırım\r\nsürüyor",
        "BIST 100 (XU100) -5,2 %",
        "¨ tek başına ¬ ve ´ durur",
        "AR&GE; R&D; &abc; &#0; &#1114112; &#55296; ?a=1&copy=2 & AT&T",
    ],
)
def test_repair_leaves_right_text(text: str) -> None:
    shadow = repair(text)
    assert shadow.text == text
    assert shadow.changes == ()
    assert shadow.layers == ()


@pytest.mark.parametrize("around", ["{}", "a{}b", "A{} ", "5 {} kişi"])
def test_mojibake_whose_accents_stand_apart_is_mended_as_well(around: str) -> None:
    texts = [around.format(seen) for seen in characters.mojibake()]
    apart = [unicodedata.normalize("NFD", text) for text in texts]
    assert texts != apart
    assert [repair(text).text for text in apart] == [repair(text).text for text in texts]


@pytest.mark.parametrize(
    ("text", "span", "original"),
    [
        ("Kasym-Сomart Tokayev", "Comart", "Сomart"),
        ("büyük ya\u00adtırım\u200b var", "yatırım", "ya\u00adtırım"),
        ("büyük ya\u00adtırım\u200b var", "ya", "ya"),
        ("büyük ya\u00adtırım\u200b var", "tırım", "tırım"),
        ("Festi̇vali̇ izledi", "Festivali", "Festi̇vali̇"),
        ("bir TÃ¼rk daha", "ü", "Ã¼"),
        ("bir TÃƒÂ¼rk daha", "Türk", "TÃƒÂ¼rk"),
        ("bir TA\u0303¼rk daha", "Türk", "TA\u0303¼rk"),
        ("Đlk aðır kiþi", "İlk", "Đlk"),
        ("Đlk aðır kiþi", "ağır", "aðır"),
        ("ﬁyat arttı", "i", "ﬁ"),
        ("ﬁyat arttı", "yat", "yat"),
        ("''evet'' dedi", "evet", "evet"),
    ],
)
def test_original_points_back(text: str, span: str, original: str) -> None:
    shadow = repair(text)
    start = shadow.text.index(span)
    assert slice_of(text, shadow.original(start, start + len(span))) == original


def slice_of(text: str, span: tuple[int, int]) -> str:
    return text[span[0] : span[1]]


def test_changes_say_what_was_repaired() -> None:
    assert repair("Сomart ve Сomart’ın\u200b").changes == ("1 invisible character", "2 mixed-script letters")


@pytest.mark.parametrize("span", [(0, 0), (2, 1), (-1, 2), (0, 99)])
@pytest.mark.parametrize("text", ["temiz", "ya\u00adtırım"])
def test_original_refuses_spans_outside(text: str, span: tuple[int, int]) -> None:
    with pytest.raises(IndexError):
        repair(text).original(*span)


ODD = "aşIıiİ Тсо С\u0307\u0327\u0308¨¸\u00ad\u200b\u00a0ÃƒÂÄÅâ€™œ\x9d\x9f¼ð þÝğĢĐ´`'’‘‟„″❞¬ﬁ１5.\n"
texts = st.lists(st.one_of(st.sampled_from(ODD), st.sampled_from(["Ã¼", "ÅŸ", "â€™", "i̇", "''"]), st.characters())).map(
    "".join
)


@settings(max_examples=400)
@given(texts)
def test_repair_is_idempotent(text: str) -> None:
    once = repair(text).text
    assert repair(once).layers == ()


@settings(max_examples=300)
@given(texts, st.data())
def test_original_is_inside_not_empty_and_monotone(text: str, data: st.DataObject) -> None:
    shadow = repair(text)
    n = len(shadow.text)
    units = [shadow.original(i, i + 1) for i in range(n)]
    assert all(0 <= start < end <= len(text) for start, end in units)
    assert units == sorted(units)
    assert [end for _, end in units] == sorted(end for _, end in units)
    if n:
        start = data.draw(st.integers(0, n - 1))
        end = data.draw(st.integers(start + 1, n))
        assert shadow.original(start, end) == (units[start][0], units[end - 1][1])


@settings(max_examples=300)
@given(texts)
def test_unchanged_characters_map_to_themselves(text: str) -> None:
    shadow = repair(text)
    for i, char in enumerate(shadow.text):
        start, end = shadow.original(i, i + 1)
        if end - start == 1 and not module.is_suspect(text[start]):
            assert text[start] == char


@settings(max_examples=300)
@given(texts)
def test_steps_find_nothing_where_the_screen_finds_nothing(text: str) -> None:
    if not module.is_suspect(text):
        assert [edit for step in module._STEPS for edit in step(text)] == []


@pytest.mark.parametrize("text", ["a" * 5_000_000, "5 milyon ton çelik " * 250_000], ids=["one word", "one line"])
def test_repair_passes_over_long_clean_text(text: str) -> None:
    assert repair(text).text is text


def test_repair_keeps_every_number_of_a_long_damaged_line() -> None:
    text = "TOFAŞ´ta 5 kişi " * 20_000
    assert len(re.findall("TOFAŞ’ta 5 kişi ", repair(text).text)) == 20_000
