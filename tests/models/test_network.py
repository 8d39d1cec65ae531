import random
from dataclasses import replace

import numpy as np
import pytest

torch = pytest.importorskip("torch")
onnx = pytest.importorskip("onnx")
onnxruntime = pytest.importorskip("onnxruntime")

from models.train.batches import Collator, Source, batched, examples, round_of  # noqa: E402
from models.train.command import teaching  # noqa: E402
from models.train.corpus import Link, Sentence, Word, plain  # noqa: E402
from models.train.export import export  # noqa: E402
from models.train.labels import collect  # noqa: E402
from models.train.network import Network  # noqa: E402
from models.train.portable import portable  # noqa: E402
from models.train.quantise import FORMS, eight_bits, four_bits, seven_bits  # noqa: E402
from models.train.reload import reload  # noqa: E402
from models.train.student import PARTS, STARTS, Steps, Student  # noqa: E402
from models.train.training import Plan, Trainer, endless, link_scores, losses  # noqa: E402
from tokenizers import Tokenizer, models, pre_tokenizers  # noqa: E402

TREE = Sentence(
    ("Hava", "soğuk", "."), (True, False, False), None,
    (
        Word("NOUN", "Case=Nom", "hava", 1, "nsubj"),
        Word("ADJ", "_", "soğuk", -1, "root"),
        Word("PUNCT", "_", ".", 1, "punct"),
    ),
)  # fmt: skip
NAMED = plain("Kore geldi .", ((0, 4, "LOC"),))
LEMMAS = [Sentence(("evler",), (False,), None, (Word("NOUN", "Case=Nom", "ev", -1, "root"),))] * 2
LINKED = (
    Sentence(("Kore", "5", "lira", "verdi"), (True, True, True, False), document="a", number=0,
             links=(Link(2, ((0, 0), None, (1, 0))),)),
    Sentence(("Soğuk", "geldi"), (True, False), document="a", number=1, links=()),
    Sentence(("Hava", "3", "derece"), (True, True, False), document="a", number=2,
             links=(Link(1, ((2, 0), (0, 3), None)),)),
)  # fmt: skip


@pytest.fixture(scope="module")
def tokenizer():
    letters = sorted({c for s in (TREE, NAMED) for w in s.words for c in w} | {"▁"})
    vocab = [(s, 0.0) for s in ("<s>", "<pad>", "</s>", "<unk>")] + [(c, -2.0) for c in letters]
    made = Tokenizer(models.Unigram(vocab, 3))
    made.pre_tokenizer = pre_tokenizers.Metaspace()
    return made


@pytest.fixture(scope="module")
def labels():
    return collect([TREE, TREE])


@pytest.fixture
def network(labels):
    torch.manual_seed(3)
    return Network(labels, 40, layers=1)


def source(tokenizer):
    return Source((examples(tokenizer, [TREE, NAMED] * 4),), 1.0, 0.2, 0.2, 0.5, False)


def test_a_run_learns_and_goes_on_from_its_checkpoint(tokenizer, labels, network, tmp_path):
    log = []
    trainer = Trainer(network, labels, Plan(tmp_path, steps=40, pieces=120, rate=1e-3))
    trainer.run(endless([source(tokenizer)], tokenizer, trainer), log.append)
    assert log[-1]["upos"] < 0.7 * log[0]["upos"]
    assert log[-1]["names"] < log[0]["names"]
    again = Trainer(Network(labels, 40, layers=1), labels, Plan(tmp_path, steps=41, pieces=120))
    assert again.resume()
    assert again.step == 40
    assert all(torch.equal(a, b) for a, b in zip(again.trained, trainer.trained, strict=True))
    again.run(endless([source(tokenizer)], tokenizer, again), log.append)
    assert again.step == 41


def test_labels_of_other_tasks_make_no_loss(tokenizer, labels, network):
    batch = Collator(labels)([tuple(examples(tokenizer, [NAMED]))])
    parts = losses(network.eval()(batch["ids"], batch["first"], batch["last"]), batch, labels)
    assert set(parts) == {"names"}


def test_links_point_into_their_window_or_at_nothing(tokenizer, labels, network):
    batch = Collator(labels)([tuple(examples(tokenizer, LINKED)), tuple(examples(tokenizer, LINKED[2:]))])
    assert batch["quantities"].tolist() == [[2, 7], [1, 0]]
    assert batch["links"][0].tolist() == [[1, 0, 5], [7, 4, 0]]
    assert batch["links"][1].tolist() == [[1, 0, 0], [-100] * 3]
    output = network.eval()(batch["ids"], batch["first"], batch["last"])
    assert set(losses(output, batch, labels)) == {"links"}
    assert [scores.shape for scores in link_scores(output.links, batch["quantities"])] == [(2, 2, 10)] * 3


def test_a_run_learns_links_and_skips_windows_without_quantities(tokenizer, labels, network, tmp_path):
    log = []
    linked = Source((examples(tokenizer, LINKED * 6),), 1.0, 0.0, 0.0, 1.0, True)
    quiet = Source((examples(tokenizer, [LINKED[1]] * 6),), 1.0, 0.0, 0.0, 0.0, True)
    assert not round_of([quiet], tokenizer, random.Random(2))
    trainer = Trainer(network, labels, Plan(tmp_path, steps=60, pieces=200, rate=1e-3))
    trainer.run(endless([linked, quiet], tokenizer, trainer), log.append)
    assert log[-1]["links"] < 0.7 * log[0]["links"]


def test_a_shipped_model_gives_the_network_its_weights_back(labels, tmp_path):
    one, other = (Network(labels, 40, layers=1) for _ in range(2))
    for parameter in one.parameters():  # the exporter joins constants that are equal, as those of a new network are
        parameter.data += 0.01 * torch.randn_like(parameter)
    export(one, labels, tmp_path / "float.onnx")
    FORMS["rows8"](tmp_path / "float.onnx", tmp_path / "model.onnx")
    other.encoder.words.weight.data = one.encoder.words.weight.data
    assert reload(other, tmp_path / "model.onnx") == []
    for (name, a), (_, b) in zip(one.named_parameters(), other.named_parameters(), strict=True):
        assert torch.allclose(a, b, atol=float(a.detach().abs().max()) / 100), name
    with pytest.raises(ValueError, match="lemmas"):
        reload(Network(collect([TREE, TREE, *LEMMAS]), 40, layers=1), tmp_path / "model.onnx")


def test_the_portable_graph_says_the_same_with_the_weights_of_the_other(labels, network, tmp_path):
    export(network, labels, tmp_path / "float.onnx")
    FORMS["rows8"](tmp_path / "float.onnx", tmp_path / "model.onnx")
    portable(tmp_path / "model.onnx", tmp_path / "graph.onnx")
    whole, graph = (onnxruntime.InferenceSession(str(tmp_path / n)) for n in ("model.onnx", "graph.onnx"))
    ids = np.array([[0, 5, 6, 7, 8, 2]])
    feed = {"ids": ids, "first": np.array([[1, 2, 4]]), "last": np.array([[1, 3, 4]])}
    for one, other in zip(whole.run(None, feed), graph.run(None, feed), strict=True):
        assert np.allclose(one, other, atol=1e-4)
    operators = {node.op_type for node in onnx.load(str(tmp_path / "graph.onnx"), load_external_data=False).graph.node}
    assert not operators & {"Softmax", "LogSoftmax"}, "their sums depend on the processor"
    assert (tmp_path / "graph.onnx").stat().st_size < (tmp_path / "model.onnx").stat().st_size
    (tmp_path / "model.onnx").unlink()
    with pytest.raises(onnxruntime.capi.onnxruntime_pybind11_state.Fail, match=r"model\.onnx"):
        onnxruntime.InferenceSession(str(tmp_path / "graph.onnx"))


def test_a_soft_maximum_over_another_axis_is_refused(tmp_path):
    info = [onnx.helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, [2, 2]) for name in "xy"]
    node = onnx.helper.make_node("Softmax", ["x"], ["y"], name="middle", axis=0)
    onnx.save(
        onnx.helper.make_model(onnx.helper.make_graph([node], "g", info[:1], info[1:])), str(tmp_path / "model.onnx")
    )
    with pytest.raises(ValueError, match="middle: a Softmax over another axis"):
        portable(tmp_path / "model.onnx", tmp_path / "graph.onnx")


@pytest.fixture
def student(network, labels):
    torch.manual_seed(5)
    made = Student(labels, 40, layers=1)
    table = torch.randint(-8, 8, (40, 384)) / 8.0
    table[:, ::32] = -1.0
    network.encoder.words.weight.data = table  # as in the encoder, of four bits
    made.learn_from(network)
    return made


def asked(tokenizer):
    sentences = [replace(s, asked=True) for s in (TREE, NAMED, *LINKED)]
    return Source((examples(tokenizer, sentences * 4),), 1.0, 0.2, 0.2, 0.5, False)


def test_a_student_comes_nearer_to_its_teacher_and_goes_on_from_its_checkpoint(
    tokenizer, labels, network, student, tmp_path
):
    log = []
    teach = teaching(network.eval(), labels)
    plan = Plan(tmp_path, steps=60, pieces=200, rate=1e-3)
    trainer = Trainer(student, labels, plan, teach)
    trainer.run(endless([], tokenizer, trainer, lambda _: asked(tokenizer)), log.append)
    assert {"names", "upos", "feats", "lemmas", "arcs", "rels", "links", "states"} <= set(log[-1])
    assert all(0 <= log[-1][task] < 0.9 * log[0][task] for task in ("states", "arcs", "names"))
    scales = {name: float(m.top) for name, m in student.named_modules() if isinstance(m, Steps)}
    assert all(scales.values())
    assert not any(m.follows for m in student.modules() if isinstance(m, Steps)), "scales stand still at the end"
    again = Student(labels, 40, layers=1)
    assert Trainer(again, labels, plan, teach).resume()
    assert {name: float(m.top) for name, m in again.named_modules() if isinstance(m, Steps)} == scales


def test_a_student_begins_with_the_layers_and_heads_of_its_teacher(labels):
    teacher, student = Network(labels, 40, layers=4), Student(labels, 40, layers=2)
    student.learn_from(teacher)
    for mine, theirs in ((0, 0), (1, 3)):
        assert torch.equal(student.encoder.layers[mine].up.weight, teacher.encoder.layers[theirs].up.weight)
    at = STARTS["tie"]
    assert torch.equal(student.spread.weight[at : at + PARTS["tie"]], teacher.tie.weight)


def test_a_student_in_whole_numbers_says_what_it_said_in_floats(student, labels, tmp_path):
    dice = np.random.default_rng(4)
    words = np.sort(dice.integers(1, 12, (5, 9)), axis=1)
    words[:, 8] = 0  # padding: no word begins at the mark of the beginning
    feed = {"ids": dice.integers(4, 40, (5, 16)), "first": words, "last": words}
    feed["ids"][2, 12:] = 1
    tensors = [torch.from_numpy(feed[name]) for name in ("ids", "first", "last")]
    student.train()
    student(*tensors)
    with torch.no_grad():
        wanted = student.eval()(*tensors)
    export(student, labels, tmp_path / "float.onnx")
    FORMS["steps8"](tmp_path / "float.onnx", tmp_path / "model.onnx")
    portable(tmp_path / "model.onnx", tmp_path / "graph.onnx")
    products = [node.op_type for node in onnx.load(str(tmp_path / "model.onnx")).graph.node if "MatMul" in node.op_type]
    assert products.count("MatMulIntegerToFloat") > products.count("MatMul")
    session = onnxruntime.InferenceSession(str(tmp_path / "graph.onnx"))
    names = [output.name for output in session.get_outputs()]
    found = dict(zip(names, session.run(None, feed), strict=True))
    read = {"names": feed["ids"] != 1, "starts": feed["ids"] != 1, "links": words > 0}
    for name, mask in read.items():
        theirs = getattr(wanted, name).numpy()[mask]
        assert np.abs(found[name][mask] - theirs).max() < 0.05 * np.abs(theirs).max(), name
    assert (found["arcs"][:, :, 9] < -5000).all(), "what is no word is no head"
    assert found["rels"].shape == (5, 9, 9)


def test_batches_hold_every_window_once_within_the_limit(tokenizer):
    dice = random.Random(1)
    windows = round_of([source(tokenizer)], tokenizer, dice)
    batches = batched(list(windows), 60, dice)
    assert sorted(map(id, windows)) == sorted(id(w) for b in batches for w in b)
    assert all(len(b) == 1 or len(b) * max(2 + sum(len(e.pieces.ids) for e in w) for w in b) <= 60 for b in batches)


@pytest.mark.parametrize("form", ["float", "rows8", "weights8", "tokens8", "steps8"])
def test_every_form_gives_each_row_of_a_batch_what_it_gives_it_alone(network, student, labels, tmp_path, form):
    if form == "steps8":
        network = student
        network(*(torch.randint(4, 15, (4, 16)) for _ in range(3)))
    export(network, labels, tmp_path / "float.onnx")
    FORMS[form](tmp_path / "float.onnx", tmp_path / "model.onnx")
    whole, session = (onnxruntime.InferenceSession(str(tmp_path / n)) for n in ("float.onnx", "model.onnx"))
    dice = np.random.default_rng(4)
    words = np.sort(dice.integers(1, 15, (5, 9)), axis=1)
    feed = {"ids": dice.integers(4, 40, (5, 16)), "first": words, "last": words}
    together = session.run(None, feed)
    for row in range(5):
        alone = session.run(None, {k: v[row : row + 1] for k, v in feed.items()})
        for a, b in zip(alone, together, strict=True):
            if form == "tokens8":  # the last bits depend on the batch where the processor has AVX-512
                np.testing.assert_allclose(a[0], b[row], rtol=1e-4, atol=1e-6)
            else:
                np.testing.assert_array_equal(a[0], b[row])
    names = whole.run(["names"], feed)[0]
    assert np.abs(names - together[0]).max() < (0.2 if form == "steps8" else 0.1)


@pytest.mark.parametrize("seed", range(3))
def test_quantised_weights_are_near(seed):
    matrix = np.random.default_rng(seed).normal(size=(256, 5)).astype(np.float32)
    packed, scales = seven_bits(matrix)
    assert np.abs(packed * scales - matrix).max() <= scales.max() / 2 + 1e-6
    assert np.abs(packed).max() <= 63
    packed8, scales8 = eight_bits(matrix)
    back = ((packed8.astype(np.float32) - 128) * scales8[..., None]).reshape(5, 256).T
    assert np.abs(back - matrix).max() <= scales8.max() / 2 + 1e-6


def test_four_bits_give_back_what_was_four_bits():
    dice = np.random.default_rng(2)
    values = dice.integers(0, 16, (6, 64))
    values[:, ::32] = 0
    table = ((values - 8).reshape(6, 2, 32) * dice.normal(size=(6, 2, 1))).astype(np.float32).reshape(6, 64)
    packed, scales = four_bits(table)
    low, high = packed & 15, packed >> 4
    back = np.stack([low, high], axis=-1).reshape(6, 64).astype(np.float32) - 8
    np.testing.assert_allclose((back.reshape(6, 2, 32) * scales[..., None]).reshape(6, 64), table, atol=1e-5)
