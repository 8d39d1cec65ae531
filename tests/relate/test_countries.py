"""Who takes part in a fact: tables of texts with marked places, people and bodies."""

from __future__ import annotations

import pytest

from olgu.article import Entity, Mention
from olgu.relate import countries
from olgu.relate.countries import Scene


def survey(marked: str) -> tuple[str, Scene, list[Mention]]:
    """Read «[P Ad]», «[KR Kore]» and «[O-RU Rusya Merkez Bankası]» as mentions of people, places and bodies."""
    text, names, entities = "", [], []
    for part in marked.split("["):
        inside, bracket, rest = part.partition("]")
        if not bracket:
            text += part
            continue
        code, name = inside.split(" ", 1)
        kind, _, owner = code.partition("-") if code.startswith("O") else (code, "", code)
        entity = f"{'P-' + name if code == 'P' else code}"
        type_ = "PERSON" if code == "P" else "ORG" if kind == "O" else "LOC"
        names.append(Mention(len(text), len(text) + len(name), type_, "test", entity))  # type: ignore[arg-type]
        entities.append(Entity(entity, type_, name, None if code == "P" else owner or None))  # type: ignore[arg-type]
        text += name + rest
    return text, countries.survey(text, names, entities), names


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("[KZ Kazakistan] ile [KR Kore] anlaştı.", "KZ KR"),
        ("Koreli şirket Kazaklara sattı.", "KR KZ"),
        ("ABD’li yatırımcılar ve Japonlar geldi.", "US JP"),
        ("[O-RU Rusya Merkez Bankası] faizi indirdi.", "RU"),
        ("Bugün Çek yasası onaylandı.", "CZ"),
        # plain words, money, names of bodies, small letters
        ("Çek yasası onaylandı.", ""),
        ("Kazak fiyatları arttı.", ""),
        ("Fiyat 5 Türk lirası oldu.", ""),
        ("[O Türk Telekom] sattı.", ""),
        ("koreli şirket sattı.", ""),
        ("Kalem satıldı.", ""),
    ],
)
def test_survey_sees_countries(marked: str, expected: str) -> None:
    _, scene, _ = survey(marked)
    assert " ".join(sighting.country for sighting in scene.sightings) == expected


@pytest.mark.parametrize(
    ("marked", "country"),
    [
        ("[KZ Kazakistan] Devlet Başkanı [P Tokayev] konuştu.", "KZ"),
        ("[KZ Kazakistan]’ın eski Dışişleri Bakanı [P Tileuberdi] konuştu.", "KZ"),
        ("[P Kasım Cömert Tokayev], [KZ Kazakistan] Devlet Başkanı:", "KZ"),
        ("[O-RU Rusya Merkez Bankası] Başkanı [P Elvira Nabiullina] konuştu.", "RU"),
        ("[TR Türkiye]’nin [KZ Kazakistan] Büyükelçisi [P Ahmet Kaya] konuştu.", "TR"),
        ("[US ABD] Büyükelçisi [P Jeff Flake] konuştu.", "US"),
        ("Alman Şansölye [P Olaf Scholz] konuştu.", "DE"),
        # no office, or that of somebody else
        ("[P Tokayev], [KR Kore] Devlet Başkanı’nın ziyaretini anlattı.", None),
        ("[KZ Kazakistan]’a giden Başkan [P Yoon] konuştu.", None),
        ("[KZ Kazakistan] [P Tokayev] ile tanındı.", None),
        ("[KZ Kazakistan] Devlet Başkanı geldi. [P Yoon] konuştu.", None),
        ("[P Yoon] konuştu.", None),
    ],
)
def test_survey_ties_people_to_their_office(marked: str, country: str | None) -> None:
    _, scene, names = survey(marked)
    person = next(name for name in names if name.type == "PERSON")
    assert scene.people.get(person.entity or "") == country


def test_survey_finds_the_pair_and_the_home() -> None:
    _, scene, _ = survey("[KZ Kazakistan] ile [KR Kore]. [KZ Kazakistan] ve [KR Kore]. [TR Türkiye]")
    assert (set(scene.pair), scene.home) == ({"KZ", "KR"}, None)
    _, scene, _ = survey("[KZ Kazakistan] ve [KZ Astana] ile [KR Kore].")
    assert (scene.pair, scene.home) == ((), "KZ")
