"""Notebook 13: what its prose claims, and that its table comes out again."""

import inspect
from functools import partial

import numpy as np
import pytest

from authoring.masters import master, read
from authoring.measuring import slopes
from authoring.notebook_13.measure import RESULTS, Setting, notebook, run, settings
from dnn_tools import transformer
from dnn_tools.files import load_table
from dnn_tools.toy_language import ToyLanguage

MASTER = master("13")
SOLVED = notebook()
CELLS = {cell.id: cell for cell in read(MASTER).cells}
TABLE = load_table(RESULTS)
SHAPES = {"Q": (5, 3), "K": (5, 3), "V": (5, 2)}
FAST = transformer.attention_at_once, transformer.attention_backward_at_once


def text(*cells):
    return " ".join(CELLS[cell].source for cell in cells)


def printed(cell):
    return CELLS[cell].outputs[0].text


def rows(change="none", task="add"):
    """{name of a column: its entries} of the runs with a change."""
    keep = (TABLE["task"] == task) & (TABLE["change"] == change)
    assert keep.any()
    return {name: column[keep] for name, column in TABLE.items()}


# ---------------------------------------------------------------- the gradients


def test_the_gradients_of_attention_are_the_measured_slopes():
    rng = np.random.default_rng(0)
    parts = {name: rng.normal(size=shape) for name, shape in SHAPES.items()}
    dO = rng.normal(size=(5, 2))
    _, weights = SOLVED["attention"](*parts.values())
    grads = SOLVED["attention_backward"](dO, *parts.values(), weights)
    for name, grad in zip(parts, grads, strict=True):

        def total(moved, name=name):
            return np.sum(dO * SOLVED["attention"](*(parts | {name: moved}).values())[0])

        assert grad == pytest.approx(slopes(total, parts[name]), abs=1e-8)
    assert not grads[0][0].any()  # the first row of dQ


def test_the_gradient_of_the_softmax_is_the_measured_slope():
    rng = np.random.default_rng(1)
    S, dP = rng.normal(size=(3, 4)), rng.normal(size=(3, 4))

    def softmax(S):
        return np.exp(S) / np.exp(S).sum(axis=1, keepdims=True)

    found = SOLVED["softmax_backward"](dP, softmax(S))
    assert found == pytest.approx(slopes(lambda S: np.sum(dP * softmax(S)), S), abs=1e-9)
    assert np.allclose(found.sum(axis=1), 0)
    assert not SOLVED["softmax_backward"](dP, np.eye(4)[:3]).any()


@pytest.mark.parametrize("heads", [1, 2, 4])
def test_the_gradients_of_the_whole_network_are_the_measured_slopes(heads):
    random = np.random.RandomState(heads)
    p = transformer.initialize_parameters(12, 8, 4, heads)
    p = {name: w + 0.1 * random.randn(*w.shape) for name, w in p.items()}
    mask = (random.rand(2, 8) < 0.7) * 1.0
    batch = SOLVED["t_additions"](np.array([1234, 9876]))

    def cost(found):
        return SOLVED["t_cost_and_grads"](batch, mask, found, heads, *FAST)[0]

    _, grads = SOLVED["t_cost_and_grads"](batch, mask, p, heads, *FAST)
    assert grads.keys() == {f"d{name}" for name in p}
    for name in p:
        measured = slopes(lambda w, name=name: cost(p | {name: w}), p[name])
        assert grads["d" + name] == pytest.approx(measured, abs=1e-8)


def test_one_by_one_and_at_once_are_the_same():
    random = np.random.RandomState(3)
    Q, K, V, dO = random.randn(4, 3, 2, 6, 5)
    forward = transformer.one_by_one(SOLVED["attention"])(Q, K, V)
    for one, other in zip(forward, FAST[0](Q, K, V), strict=True):
        assert np.allclose(one, other, rtol=0, atol=1e-14)
    backward = transformer.one_by_one(SOLVED["attention_backward"])(dO, Q, K, V, forward[1])
    for one, other in zip(backward, FAST[1](dO, Q, K, V, forward[1]), strict=True):
        assert np.allclose(one, other, rtol=0, atol=1e-13)


def test_the_lines_that_the_prose_shows_are_those_of_the_block():
    shown = text("block").split("```")[1].removeprefix("python").strip().split("\n")
    code = inspect.getsource(transformer.block_forward)
    assert len(shown) == 8
    assert "eight lines" in text("block")
    for line in shown:
        assert f"    {line}\n" in code


def test_the_gradient_check_prints_right_for_all():
    assert printed("check-code").count(": right") == 11
    assert "every difference below 1e-8: True" in printed("check-code")
    small = transformer.initialize_parameters(12, 8, 8)
    assert sum(w.size for w in small.values()) == 1064


# ---------------------------------------------------------------- what is said on the way


def test_numbers_to_predict():
    assert 64 * 3 == 192
    assert f"{np.log(12):.3f}" in text("predict-start")
    logits = np.zeros((2, 3, 12))
    cost = SOLVED["next_token_cost"](logits, np.ones((2, 3), int), np.ones((2, 3)))
    assert cost == pytest.approx(np.log(12))
    assert 47 + 85 == 45 + 87 == 132
    assert 48 + 75 == 123
    same = SOLVED["attention"](np.ones((4, 2)), np.ones((4, 2)), np.eye(4))[1]
    assert np.allclose(same[2], [1 / 3, 1 / 3, 1 / 3, 0])
    assert same[0].tolist() == [1, 0, 0, 0]
    assert f"{np.exp(8):,.0f}"[0] == "2"  # 2,981, which the prose calls 3,000


def test_without_positions_two_bags_are_the_same():
    p = transformer.initialize_parameters(12, 8, 32, 0)
    one, other = (SOLVED["t_additions"](np.array([n]))[:, :6] for n in (4785, 4875))
    logits = [
        transformer.block_forward(SOLVED["embed"](row, p["E"], 0 * p["P"]), p)[0][0, -1]
        for row in (one, other)
    ]
    assert np.allclose(*logits)
    logits = [
        transformer.block_forward(SOLVED["embed"](row, p["E"], p["P"]), p)[0][0, -1]
        for row in (one, other)
    ]
    assert not np.allclose(*logits)


def test_scores_grow_like_the_root_of_k():
    rng = np.random.default_rng(0)
    for k, spread in ((16, 4), (64, 8)):
        q, keys = rng.normal(size=(2, 20000, k))
        assert np.std(np.sum(q * keys, axis=1)) == pytest.approx(spread, rel=0.03)


def test_the_weights_of_figure_2_are_a_softmax():
    from authoring.notebook_13.figures import SCORES, WEIGHTS

    for scores, weights in zip(SCORES, WEIGHTS, strict=True):
        e = np.exp(np.array(scores, float))
        digits = 2 if len(weights) == 6 else 1
        assert np.round(e / e.sum(), digits).tolist() == [float(w) for w in weights]


def test_the_sizes():
    assert "13,472" in text("title")
    assert "parameters: 13472" in printed("train-run")
    assert rows()["parameters"][0] == 13472
    assert rows("d = 16")["parameters"][0] == 3664
    assert len(SOLVED["t_never"]) == 2000
    assert not set(SOLVED["t_never"]) & set(SOLVED["t_seen"])
    assert len(set(SOLVED["t_never"]) | set(SOLVED["t_seen"])) == 10000


def test_the_additions_are_right():
    for upward in (True, False):
        for number, row in enumerate(SOLVED["t_additions"](np.arange(10000), upward)):
            a, b = divmod(number, 100)
            total = f"{a + b:03}"
            answer = total[::-1] if upward else total
            assert SOLVED["t_text"](row) == f"{a:02}+{b:02}={answer}"


def test_the_first_cost():
    first = TABLE["first_cost"]
    assert 2.4 < first.min() < np.log(12) < first.max() < 2.62
    assert "first cost: 2.50, and ln 12 is 2.48" in printed("train-run")


def test_the_first_cost_of_a_large_start():
    mask = np.zeros((64, 8))
    mask[:, 5:] = 1
    found = {"loose": [], "tied": []}
    for seed in range(10):
        batch = SOLVED["t_draw"](np.random.RandomState(seed))
        p = transformer.initialize_parameters(12, 8, 32, seed)
        large = p | {"E": 10 * p["E"], "P": 10 * p["P"]}
        for name, start in (("loose", large), ("tied", large | {"U": large["E"].T})):
            found[name].append(SOLVED["t_cost_and_grads"](batch, mask, start, 2, *FAST)[0])
    assert (round(min(found["loose"]), 1), round(max(found["loose"]), 1)) == (3.5, 5.3)
    assert "between 3.5 and 5.3" in text("write")
    assert 28 < np.mean(found["tied"]) < 36  # "near 30"


def test_the_plateau():
    """After 140 steps the last digit is known, and the two others are guessed."""
    assert f"{2 * np.log(10) / 3:.2f}" == "1.54"

    class Enough(Exception):
        pass

    def stop_after(parameters, grads, v, s, t, rate, beta2):
        if t == 140:
            raise Enough(parameters)
        return SOLVED["update_parameters_with_adam"](parameters, grads, v, s, t, rate, beta2=beta2)

    namespace = dict(SOLVED) | {"update_parameters_with_adam": stop_after}
    train = SOLVED["t_train"]
    train = type(train)(train.__code__, namespace, "t_train", train.__defaults__)
    for seed in (0, 2):
        with pytest.raises(Enough) as stopped:
            train(SOLVED["t_draw"], 5, 1200, 2, seed)
        batch = SOLVED["t_additions"](SOLVED["t_never"])
        logits = SOLVED["t_step"](batch[:, :-1], stopped.value.args[0])
        right = (logits.argmax(axis=2) == batch[:, 1:])[:, 5:].mean(axis=0)
        assert right[2] > 0.99
        assert right[:2].max() < 0.2
        for place in (5, 6):
            mask = np.zeros((2000, 8))
            mask[:, place] = 1
            cost = SOLVED["next_token_cost"](logits, batch[:, 1:], mask)
            assert cost == pytest.approx(np.log(10), abs=0.1)


# ---------------------------------------------------------------- what the table says


def test_it_adds_what_it_has_never_seen():
    found = rows()
    assert len(found["seed"]) == 20
    assert found["never"].min() == pytest.approx(0.999)
    assert "at least 99.90 %" in text("never-comment")
    assert f"{found['never'].mean():.2%}".replace("%", " %") in text("never-comment")
    assert abs(found["seen"].mean() - found["never"].mean()) < 0.001


def test_the_prose_on_the_parts():
    prose = text("parts-comment")
    found = {change: rows(change) for change in dict.fromkeys(TABLE["change"])}
    costs = {change: one["cost"].mean() for change, one in found.items() if change != "none"}
    assert min(costs, key=costs.get) == "no mask"
    assert f"{costs['no mask']:.4f}" == "0.0000"
    assert f"{found['no mask']['never'].mean():.1%}".replace("%", " %") in prose
    assert 0.005 < found["no attention"]["never"].mean() < 0.01
    guess = 1 / (10 * 10 * 2)
    assert found["no mask"]["never"].mean() < guess
    assert 1.6 < costs["no attention"] < (2 * np.log(10) + np.log(2)) / 3 < 1.8
    assert f"{found['no positions']['never'].mean():.0%}".replace("%", " % right") in prose
    usual = found["usual order"]
    assert f"{usual['never'].mean():.0%}" == "97%"
    assert usual["never"].max() < found["none"]["never"].min()
    wrong = {name: 1 - usual[f"{name}_digit"].mean() for name in ("first", "second", "third")}
    assert wrong["second"] > 5 * max(wrong["first"], wrong["third"])
    assert f"{found['one head']['never'].mean():.1%}" == "99.9%"
    narrow = found["d = 16"]["never"]
    assert (f"{narrow.min():.0%}", f"{narrow.max():.2%}") == ("81%", "99.95%")
    restless = found["no decay"]["never"]
    assert (f"{restless.min():.0%}", f"{restless.max():.0%}") == ("84%", "100%")
    assert "between 84 % and 100 %" in prose


def test_the_prose_on_where_it_looks():
    prose, found = text("adder-comment"), rows()
    for name in ("look", "look_next"):
        for number in (found[name].mean(), found[name].min(), found[name].max()):
            assert f"{number:.2f}" in prose
    reverse = rows(task="reverse")
    assert reverse["never"].min() > 0.999
    assert f"{reverse['look'].min():.2f}" == "0.73"
    assert f"{reverse['look_next'].max():.2f}" == "1.00"
    assert "between 0.73 and 1.00" in text("reverse-comment")


def test_without_the_mask_it_looks_at_the_answer():
    attend = partial(transformer.attention_at_once, causal=False)
    p, costs = SOLVED["t_train"](SOLVED["t_draw"], 5, 300, attend=attend)
    tokens = SOLVED["t_additions"](SOLVED["t_never"])[:, :-1]
    X = SOLVED["embed"](tokens, p["E"], p["P"])
    W = transformer.block_forward(X, p, 2, attend)[1][5].mean(axis=0)
    assert W[:, 5, 6].min() > 0.85
    assert "0.9 or more" in text("no-mask-comment")
    assert np.mean(costs[-50:]) < 0.01


def test_the_notebook_ends_right():
    for cell in ("never-code", "reverse-code", "no-mask-code", "same-code", "torch-code"):
        assert "False" not in printed(cell)
    assert printed("never-code").startswith("47+85= -> 47+85=2 -> 47+85=23 -> 47+85=231")


# ---------------------------------------------------------------- the table comes out again


def test_every_run_is_stored():
    names = "task", "change", "seed"
    stored = list(zip(*(TABLE[name].tolist() for name in names), strict=True))
    assert stored == [(s.task, s.change, seed) for s in settings() for seed in range(s.seeds)]


@pytest.mark.parametrize("setting", [Setting("reverse"), Setting(change="no mask")])
def test_a_run_comes_out_again(setting):
    again, stored = run(setting, 1, SOLVED), rows(setting.change, setting.task)
    assert again["first_cost"] == pytest.approx(stored["first_cost"][1], abs=1e-5)
    assert again["cost"] == pytest.approx(stored["cost"][1], abs=1e-3)
    assert again["never"] == pytest.approx(stored["never"][1], abs=0.02)


# ---------------------------------------------------------------- what the tests are given


def test_the_toy_language_is_causal_and_says_what_it_cannot():
    step = ToyLanguage(3, 5, 4)
    rows = np.array([[1, 4, 0, 2], [2, 2, 3, 1]])
    whole = step(rows)
    assert whole.shape == (2, 4, 5)
    for n in (1, 2, 3):
        assert np.array_equal(step(rows[:, :n]), whole[:, :n])
    assert step == ToyLanguage(3, 5, 4) != ToyLanguage(4, 5, 4)
    assert eval(repr(step)) == step
    with pytest.raises(TypeError, match="whole numbers"):
        step(1.0 * rows)
    for wrong, words in ((rows[0], "shape"), (rows + 3, "tokens from 0 to 4")):
        with pytest.raises(ValueError, match=words):
            step(wrong)
    with pytest.raises(ValueError, match="at most 4 tokens"):
        step(np.hstack([rows, rows]))


def test_the_toy_language_ends_a_loop_without_end():
    step = ToyLanguage(3, 5, 4)
    for _ in range(300):
        step(np.array([[1]]))
    with pytest.raises(RuntimeError, match="do the rows grow"):
        step(np.array([[1]]))
