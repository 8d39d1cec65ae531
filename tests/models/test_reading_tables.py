from models.train import readings

from olgu.analyse import model_readings


def treebank(path, rows):
    path.parent.mkdir(parents=True)
    lines = ["1\t{}\t_\t{}\t_\t{}\t0\troot\t_\t_".format(*row.split()) for row in rows]
    path.write_text("\n\n".join(lines) + "\n\n", "utf-8")


def test_readings_are_told_by_form_proper_nouns_as_nouns(tmp_path):
    own = ["evde NOUN Case=Loc"] * 12 + ["evde VERB _", "Ankara PROPN Case=Nom"]
    treebank(tmp_path / "ud/BOUN/train.conllu", own)
    for name in ("Kenet", "Penn"):
        treebank(tmp_path / f"ud/{name}/train.conllu", ["Evde NOUN Case=Loc|Person=3"] * 2)
    readings.write(tmp_path, [tmp_path])
    made = model_readings.read(tmp_path / readings.NAME)
    assert made.own == {
        "evde": {"NOUN|Case=Loc": readings.MOST, "VERB|_": 1},
        "Ankara": {"NOUN|Case=Nom": 1},
    }
    assert made.elsewhere == {"evde": {"NOUN|Case=Loc|Person=3": 4}}
