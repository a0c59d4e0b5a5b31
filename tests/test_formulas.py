"""The sheet of formulas: each line of NumPy runs, has the shape beside it, and is right.

A gradient is compared with slopes measured on the sheet's own lines.
"""

import re

import numpy as np
import pytest

from authoring.masters import ROOT
from solved.notebook_04 import compute_cost
from solved.notebook_07 import compute_cost_from_logits, log_softmax
from solved.notebook_09 import update_parameters_with_adam, update_parameters_with_momentum

SHEET = (ROOT / "docs" / "formulas.md").read_text(encoding="utf-8")
SIZES = {"n": 3, "n_prev": 4, "n_x": 6, "m": 5, "f": 2, "c_prev": 3, "l": 5, "k": 3, "v": 2}
ROW = re.compile(r"^\| [^|]*\|.*\| `(.+?)` \| \((.*?)\) \|$", re.MULTILINE)


def lines(title):
    """The lines of NumPy in a section of the sheet, and the shapes beside them."""
    section = SHEET.partition(f"\n## {title} (")[2].partition("\n## ")[0]
    rows = ROW.findall(section)
    assert len(rows) == section.count("\n| ") - 2, f"{title}: a row cannot be read"
    return rows


def run(title, **names):
    """The names after all lines of a section, begun with some."""
    names = {**SIZES, "np": np, **names}
    for line, _ in lines(title):
        exec(line, names)
    return names


def draw(*shape):
    return np.random.default_rng(len(shape) + sum(shape)).normal(size=shape)


def slopes(f, x, epsilon=1e-6):
    """The measured gradient of a number f(x), an array of the shape of x."""
    found = np.zeros(x.shape)
    for at in np.ndindex(*x.shape):
        step = np.zeros(x.shape)
        step[at] = epsilon
        found[at] = (f(x + step) - f(x - step)) / (2 * epsilon)
    return found


LAYER = {"W": draw(3, 4), "b": draw(3, 1), "A_prev": draw(4, 5), "dA": draw(3, 5), "alpha": 0.1}
COST = {"Z": draw(1, 5), "Y": np.array([[0, 1, 1, 0, 1]])}
CHECK = {"J": np.sin, "theta": 0.4, "eps": 1e-6, "g": draw(4), "g_hat": draw(4) * 1.1}
CHECK |= {"images": draw(5, 2, 3)}
LEARN = {"W": draw(3, 4), "dW": draw(4, 3).T, "v": draw(3, 4) * 0.1, "s": draw(3, 4) ** 2, "t": 3}
LEARN |= {"A": draw(3, 5), "D": draw(3, 5) > 0, "keep_prob": 0.8, "lambd": 0.7, "beta": 0.9}
LEARN |= {"beta1": 0.9, "beta2": 0.99, "alpha": 0.1, "eps": 1e-8, "decay": 0.5, "epoch": 4}
CLASSES = {"Z": draw(3, 5), "Y": np.array([[0, 2, 1, 2, 0]])}
CLASSES |= {"H": np.eye(3)[:, CLASSES["Y"][0]]}
WINDOW = {"h_prev": 7, "pad": 1, "stride": 2, "window": draw(2, 2, 3), "W": draw(2, 2, 3, 4)}
WINDOW |= {"b": draw(1, 1, 1, 4), "i": 1, "dz": 1.0, "x": np.array([[2.0, 1], [0, 2]])}
GLANCE = {"Q": draw(5, 3), "K": draw(3, 5).T, "V": draw(5, 2), "dO": draw(2, 5).T}
SECTIONS = {
    "One layer": LAYER,
    "Cost": COST,
    "Check, pictures, start": CHECK,
    "Learn less, learn faster": LEARN,
    "Ten classes": CLASSES,
    "A window": WINDOW,
    "A glance": GLANCE,
}


@pytest.mark.parametrize("title", SECTIONS)
def test_line_has_the_shape_that_stands_beside_it(title):
    names = run(title, **SECTIONS[title])
    for line, shape in lines(title):
        expected = tuple(int(eval(size, dict(SIZES))) for size in re.findall(r"\w+", shape))
        for name in re.findall(r"(\w+(?:, \w+)*) = ", line)[-1].split(", "):
            assert np.shape(names[name]) == expected, line


@pytest.mark.parametrize("kind", ["", "_tanh", "_relu"])
def test_gradients_of_a_layer_are_its_slopes(kind):
    def losses(**changed):
        names = run("One layer", **LAYER | changed)
        return np.sum(names[f"A{kind}"] * names["dA"])

    names = run("One layer", **LAYER)
    b, dz = LAYER["b"] + np.zeros((3, 5)), names[f"dZ{kind}"]
    assert np.allclose(dz, slopes(lambda b: losses(b=b), b))
    if not kind:
        assert np.allclose(names["dW"], slopes(lambda W: losses(W=W), LAYER["W"]) / 5)
        assert np.allclose(names["db"], slopes(lambda b: losses(b=b), LAYER["b"]) / 5)
        A_prev = LAYER["A_prev"]
        assert np.allclose(names["dA_prev"], slopes(lambda A: losses(A_prev=A), A_prev))
        assert np.allclose(names["W_new"], LAYER["W"] - 0.1 * names["dW"])


def test_costs_agree_with_those_of_the_course_and_their_gradient_with_slopes():
    names = run("Cost", **COST)
    assert np.isclose(names["J"], compute_cost(names["A"], COST["Y"]))
    assert np.isclose(names["J_logits"], compute_cost_from_logits(COST["Z"], COST["Y"]))
    measured = slopes(lambda Z: run("Cost", **COST | {"Z": Z})["J"], COST["Z"])
    assert np.allclose(names["dZ"], 5 * measured)


def test_check_start_and_pictures():
    names = run("Check, pictures, start", **CHECK)
    assert np.isclose(names["slope"], np.cos(0.4))
    assert np.isclose(names["difference"], 0.1 / 2.1)
    assert np.allclose(names["X"][:, 2] * 255, CHECK["images"][2].ravel())
    many = run("Check, pictures, start", **CHECK, **{"n": 300})["W"]
    assert abs(np.std(many) / np.sqrt(2 / 4) - 1) < 0.1


def test_steps_agree_with_those_of_the_course():
    names = run("Learn less, learn faster", **LEARN)
    penalty = slopes(
        lambda W: run("Learn less, learn faster", **LEARN | {"W": W})["penalty"], LEARN["W"]
    )
    assert np.allclose(names["dW_penalty"], LEARN["dW"] + penalty)
    b = np.zeros((3, 1))
    parameters, grads = {"W1": LEARN["W"], "b1": b}, {"dW1": LEARN["dW"], "db1": b}
    v, s = {"dW1": LEARN["v"], "db1": b}, {"dW1": LEARN["s"], "db1": b}
    _, v_new = update_parameters_with_momentum(parameters, grads, v, 0.9, 0.1)
    assert np.allclose(names["v_new"], v_new["dW1"])
    adam = update_parameters_with_adam(parameters, grads, v, s, 3, 0.1, 0.9, 0.99, 1e-8)
    assert np.allclose(names["W_adam"], adam[0]["W1"])
    assert np.isclose(names["rate"], 0.1 / 3)
    assert np.allclose(names["A_dropped"], np.where(LEARN["D"], LEARN["A"] / 0.8, 0))


def test_softmax_agrees_with_that_of_the_course_and_its_gradient_with_slopes():
    names = run("Ten classes", **CLASSES)
    assert np.allclose(names["log_P"], log_softmax(CLASSES["Z"]))
    measured = slopes(lambda Z: run("Ten classes", **CLASSES | {"Z": Z})["J"], CLASSES["Z"])
    assert np.allclose(names["dZ"], 5 * measured)


def test_gradients_of_a_window_are_its_slopes():
    def z(**changed):
        return run("A window", **WINDOW | changed)["z"]

    names = run("A window", **WINDOW)
    assert names["h"] == 4
    assert np.allclose(names["d_window"], slopes(lambda x: z(window=x), WINDOW["window"]))
    assert np.allclose(names["dW_i"], slopes(lambda W: z(W=W), WINDOW["W"])[..., 1])
    assert np.allclose(names["mask"], [[0.5, 0], [0, 0.5]])


def test_gradients_of_attention_are_its_slopes():
    def total(**changed):
        return np.sum(run("A glance", **GLANCE | changed)["O"] * GLANCE["dO"])

    names = run("A glance", **GLANCE)
    assert np.allclose(np.triu(names["P"], 1), 0)
    for name in ("Q", "K", "V"):
        measured = slopes(lambda x, name=name: total(**{name: x}), GLANCE[name])
        assert np.allclose(names[f"d{name}"], measured), name
