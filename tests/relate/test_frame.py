"""The frame of the facts of a whole article, by way of the whole flow."""

from __future__ import annotations

import olgu

TEXT = (
    "Kazakistan ve Kore işbirliğine dair 11 belge imzalandı.\n\n"
    "Kazakistan ile Kore arasında ikili ticaret hacmi 6 milyar dolara ulaştı.\n\n"
    "Kasım-Cömert Tokayev, Kazakistan Cumhuriyeti Devlet Başkanı:\n\n"
    "- Geçen yıla kadar Kore’den gelen yatırım hacmi 9,6 milyar dolara ulaştı. İki ülke 5 belge daha imzalayacak.\n\n"
    "Marketlerde 3 ürün satıldı."
)


def test_participants_are_those_of_sentence_speaker_and_pair() -> None:
    facts = {TEXT[f.start : f.end]: f for f in olgu.extract(olgu.Article("a", TEXT)).facts}
    assert facts["6 milyar dolara"].participants == ("KR", "KZ")
    assert facts["9,6 milyar dolara"].participants == ("KR", "KZ")
    assert facts["5"].participants == ("KR", "KZ")
    assert facts["9,6 milyar dolara"].unit_assumed
    assert not facts["11"].unit_assumed


def test_place_and_speaker_are_entities() -> None:
    document = olgu.extract(olgu.Article("a", TEXT))
    ids = {entity.id for entity in document.entities}
    used = {i for fact in document.facts for i in (fact.place_id, fact.speaker_id) if i}
    assert used
    assert used <= ids
    for fact in document.facts:
        assert (fact.place is None) == (fact.place_id is None)
