"""Every written form of the nouns of time: «yıl», «hafta», «çeyrek», «asır», «saat»."""

from __future__ import annotations

import pytest

from olgu.recognise import time_inflect

CASES = ("acc", "dat", "gen", "loc", "abl", "ki", "ins")
OWNED = ("", "acc", "dat", "gen", "loc", "abl", "ki", "ins")


@pytest.mark.parametrize(
    ("stem", "cases", "owned"),
    [
        (
            "yıl",
            "yılı yıla yılın yılda yıldan yıldaki yılla",
            "yılı yılını yılına yılının yılında yılından yılındaki yılıyla",
        ),
        (
            "gün",
            "günü güne günün günde günden gündeki günle",
            "günü gününü gününe gününün gününde gününden günündeki günüyle",
        ),
        (
            "hafta",
            "haftayı haftaya haftanın haftada haftadan haftadaki haftayla",
            "haftası haftasını haftasına haftasının haftasında haftasından haftasındaki haftasıyla",
        ),
        (
            "çeyrek",
            "çeyreği çeyreğe çeyreğin çeyrekte çeyrekten çeyrekteki çeyrekle",
            "çeyreği çeyreğini çeyreğine çeyreğinin çeyreğinde çeyreğinden çeyreğindeki çeyreğiyle",
        ),
        (
            "asır",
            "asrı asra asrın asırda asırdan asırdaki asırla",
            "asrı asrını asrına asrının asrında asrından asrındaki asrıyla",
        ),
        (
            "saat",
            "saati saate saatin saatte saatten saatteki saatle",
            "saati saatini saatine saatinin saatinde saatinden saatindeki saatiyle",
        ),
        (
            "ekim",
            "ekimi ekime ekimin ekimde ekimden ekimdeki ekimle",
            "ekimi ekimini ekimine ekiminin ekiminde ekiminden ekimindeki ekimiyle",
        ),
        (
            "ağustos",
            "ağustosu ağustosa ağustosun ağustosta ağustostan ağustostaki ağustosla",
            "ağustosu ağustosunu ağustosuna ağustosunun ağustosunda ağustosundan ağustosundaki ağustosuyla",
        ),
    ],
)
def test_a_noun_is_written_in_every_case(stem: str, cases: str, owned: str) -> None:
    forms = [form for form in time_inflect.noun(stem) if not form.plural]
    plain = {form.case: form.text for form in forms if not form.owned and form.case != "ki"}
    assert plain == {"": stem} | {c: text for c, text in zip(CASES, cases.split(), strict=True) if c != "ki"}
    assert cases.split()[5] in {form.text for form in forms if form.case == "ki" and not form.owned}
    assert {f.case: f.text for f in forms if f.owned} == dict(zip(OWNED, owned.split(), strict=True))


@pytest.mark.parametrize(
    ("stem", "plural", "owned"),
    [
        ("yıl", "yıllar yılları yıllara yılların yıllarda yıllardan yıllardaki yıllarla", "yılları yıllarında"),
        ("gün", "günler günleri günlere günlerin günlerde günlerden günlerdeki günlerle", "günleri günlerinde"),
        ("ay", "aylar ayları aylara ayların aylarda aylardan aylardaki aylarla", "ayları aylarında"),
    ],
)
def test_a_noun_is_written_in_the_plural(stem: str, plural: str, owned: str) -> None:
    forms = [form for form in time_inflect.noun(stem) if form.plural]
    assert {f.case: f.text for f in forms if not f.owned} == dict(zip(("", *CASES), plural.split(), strict=True))
    assert [f.text for f in forms if f.owned and f.case in ("", "loc")] == owned.split()


@pytest.mark.parametrize(
    ("stem", "ending"),
    [("dün", "kü"), ("gün", "kü"), ("bugün", "kü"), ("yıl", "ki"), ("sabah", "ki"), ("son", "ki"), ("gece", "ki")],
)
def test_ki_takes_its_vowel(stem: str, ending: str) -> None:
    assert time_inflect.ki(stem) == ending
    assert (stem + ending, "ki") in {(form.text, form.case) for form in time_inflect.noun(stem)}
