"""The sheet of formulas: each formula, as a line of NumPy, has the shape beside it and is right.

The sheet itself holds no code, because much of it would be a solution. A gradient is compared with
slopes that are measured on the lines of its section.
"""

import re

import numpy as np
import pytest

from authoring.masters import ROOT
from authoring.measuring import slopes
from solved.notebook_04 import compute_cost
from solved.notebook_07 import compute_cost_from_logits, log_softmax
from solved.notebook_09 import update_parameters_with_adam, update_parameters_with_momentum

SHEET = (ROOT / "docs" / "formulas.md").read_text(encoding="utf-8")
SIZES = {"n": 3, "n_prev": 4, "n_x": 6, "m": 5, "f": 2, "c_prev": 3, "l": 5, "k": 3, "v": 2}
ROW = re.compile(r"^\| [^|]*\|.*\| \((.*?)\) \|$", re.MULTILINE)
# The formulas of each section, in their order.
LINES = {
    "One layer": [
        "Z = W @ A_prev + b",
        "A = 1 / (1 + np.exp(-Z))",
        "A_tanh = np.tanh(Z)",
        "A_relu = np.maximum(Z, 0)",
        "dZ = dA * A * (1 - A)",
        "dZ_tanh = dA * (1 - A_tanh**2)",
        "dZ_relu = dA * (Z > 0)",
        "dW = dZ @ A_prev.T / m",
        "db = np.sum(dZ, axis=1, keepdims=True) / m",
        "dA_prev = W.T @ dZ",
        "W_new = W - alpha * dW",
    ],
    "Cost": [
        "A = 1 / (1 + np.exp(-Z))",
        "J = -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))",
        "J_logits = np.mean(np.maximum(Z, 0) - Z * Y + np.log1p(np.exp(-np.abs(Z))))",
        "dZ = A - Y",
    ],
    "Check, pictures, start": [
        "slope = (J(theta + eps) - J(theta - eps)) / (2 * eps)",
        "difference = np.linalg.norm(g - g_hat) / (np.linalg.norm(g) + np.linalg.norm(g_hat))",
        "X = images.reshape(m, -1).T / 255",
        "W = np.random.randn(n, n_prev) * np.sqrt(2 / n_prev)",
    ],
    "Learn less, learn faster": [
        "penalty = lambd / (2 * m) * np.sum(W**2)",
        "dW_penalty = dW + lambd / m * W",
        "A_dropped = A * D / keep_prob",
        "v_new = beta * v + (1 - beta) * dW",
        "v_adam = beta1 * v + (1 - beta1) * dW",
        "s_adam = beta2 * s + (1 - beta2) * dW**2",
        "v_hat, s_hat = v_adam / (1 - beta1**t), s_adam / (1 - beta2**t)",
        "W_adam = W - alpha * v_hat / (np.sqrt(s_hat) + eps)",
        "rate = alpha / (1 + decay * epoch)",
    ],
    "Ten classes": [
        "Z0 = Z - np.max(Z, axis=0, keepdims=True); "
        "log_P = Z0 - np.log(np.sum(np.exp(Z0), axis=0, keepdims=True))",
        "J = -np.mean(log_P[Y[0], np.arange(m)])",
        "dZ = np.exp(log_P) - H",
    ],
    "A window": [
        "h = (h_prev - f + 2 * pad) // stride + 1",
        "z = np.sum(window * W[..., i]) + b[0, 0, 0, i]",
        "dW_i = dz * window",
        "d_window = dz * W[..., i]",
        "mask = (x == np.max(x)) / np.sum(x == np.max(x))",
    ],
    "A glance": [
        "S = np.where(np.tri(l) == 1, Q @ K.T / np.sqrt(k), -np.inf)",
        "E = np.exp(S - np.max(S, axis=1, keepdims=True)); "
        "P = E / np.sum(E, axis=1, keepdims=True)",
        "O = P @ V",
        "dV = P.T @ dO",
        "dP = dO @ V.T",
        "dS = P * (dP - np.sum(dP * P, axis=1, keepdims=True))",
        "dQ = dS @ K / np.sqrt(k)",
        "dK = dS.T @ Q / np.sqrt(k)",
    ],
}


def lines(title):
    """The formulas of a section as lines of NumPy, and the shapes beside them on the sheet."""
    section = SHEET.partition(f"\n## {title} (")[2].partition("\n## ")[0]
    shapes = ROW.findall(section)
    assert len(shapes) == section.count("\n| ") - 2, f"{title}: a row cannot be read"
    return list(zip(LINES[title], shapes, strict=True))


def run(title, **names):
    """The names after all lines of a section, beginning with some."""
    names = {**SIZES, "np": np, **names}
    for line, _ in lines(title):
        exec(line, names)
    return names


def draw(*shape):
    return np.random.default_rng(len(shape) + sum(shape)).normal(size=shape)


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
