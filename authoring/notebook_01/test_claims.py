"""Notebook 01: its headline figures, and what its prose claims."""

import base64
import math
import re
import timeit
from io import BytesIO

import matplotlib
import numpy as np
import pytest

from authoring.masters import exercises, masters, module_name, read, solutions, sources
from dnn_utils import load_data

matplotlib.use("Agg")

(MASTER,) = (path for path in masters() if module_name(path) == "notebook_01")
CELLS = {cell.id: cell for cell in read(MASTER).cells}
SOLVED, SOURCES = solutions(MASTER), sources(MASTER)
OUTPUTS = {
    name: "".join(output.get("text", "") for output in cell.get("outputs", []))
    for name, cell in CELLS.items()
}
PASSED = "\n All tests passed.\n"


def words(cell):
    return " ".join(CELLS[cell].source.split())


@pytest.mark.parametrize(
    ("exercise", "printed"),
    [
        ("basic_sigmoid", "basic_sigmoid(1) = 0.7310585786300049"),
        ("sigmoid", "sigmoid(t_x) = [0.73105858 0.88079708 0.95257413]"),
        ("sigmoid_derivative", "sigmoid_derivative(t_x) = [0.19661193 0.10499359 0.04517666]"),
        ("L1", "L1 = 1.1"),
        ("L2", "L2 = 0.43"),
    ],
)
def test_the_classic_numbers_are_printed(exercise, printed):
    assert OUTPUTS[f"{exercise}_test"] == printed + PASSED


def test_the_classic_tables_are_printed():
    normalized, softmax = OUTPUTS["normalize_rows_test"], OUTPUTS["softmax_test"]
    assert "0.6" in normalized
    assert "[0.13736056 0.82416338 0.54944226]" in normalized
    assert "9.80897665e-01 8.94462891e-04 1.79657674e-02 1.21052389e-04" in softmax
    assert "8.78679856e-01 1.18916387e-01 8.01252314e-04" in softmax


def test_nothing_that_a_clock_says_is_printed():
    for name in ("race-clock", "race-code"):
        assert OUTPUTS[name] == ""
    everything = " ".join(OUTPUTS.values())
    assert not re.search(r"\d\s?(s|ms|seconds|µs)\b", everything)


def ladder():
    """The names of the cells with the four ways and the clock."""
    namespace = dict(SOLVED, timeit=timeit, t_X=np.eye(3), t_W=np.ones((2, 3)), t_b=np.ones((2, 1)))
    namespace["t_Z"] = namespace["t_W"] @ namespace["t_X"] + namespace["t_b"]
    for name in ("race-ladder", "race-clock"):
        exec(CELLS[name].source, namespace)
    return namespace


WAYS = ("linear_forward_loop", "t_two_loops", "t_one_loop", "t_no_loop")


def test_the_four_ways_agree():
    assert OUTPUTS["race-ladder"] == 3 * "True\n"
    random, names = np.random.RandomState(0), ladder()
    for n, n_prev, m in ((1, 1, 1), (2, 3, 4), (5, 1, 2), (1, 4, 3)):
        A, W, b = random.randn(n_prev, m), random.randn(n, n_prev), random.randn(n, 1)
        for way in WAYS:
            np.testing.assert_allclose(names[way](A, W, b), W @ A + b, atol=1e-12)


def test_the_clock_runs_and_every_time_is_positive():
    names = ladder()
    assert all(names["t_seconds"](names[way], 4) > 0 for way in WAYS)


SIZES = (2, 4, 8, 16, 32, 64)


def times_in_picture(png):
    """The seconds that the plot of the race shows, read from its pixels: a row for each line."""
    pixels = matplotlib.image.imread(BytesIO(png))[:, :, :3]
    dark = pixels.max(axis=2) < 0.2
    edges = [np.flatnonzero(dark.mean(axis=axis) > 0.6)[[0, -1]] for axis in (0, 1)]
    (left, right), (bottom, top) = edges[0], edges[1][::-1]  # of the plot
    (first, last), (low, high) = (
        np.log10([float(limit) for limit in limits])
        for limits in re.findall(r"plt\.[xy]lim\((.*), (.*)\)", CELLS["race-code"].source)
    )
    places = left + (np.log10(SIZES) - first) / (last - first) * (right - left)
    times = []
    for number in range(len(WAYS)):
        color = matplotlib.colors.to_rgb(f"C{number}")
        rows, columns = np.nonzero(np.abs(pixels - color).max(axis=2) < 0.1)
        line = []
        for place in places:
            reach = max(1, np.abs(columns - place).min())  # another marker may hide this one
            here = rows[np.abs(columns - place) <= reach]
            height = (bottom - (here.min() + here.max()) / 2) / (bottom - top)
            line.append(10 ** (low + height * (high - low)))
        times.append(line)
    return np.array(times)


def test_the_times_of_a_picture_can_be_read_from_it():
    from matplotlib import pyplot as plt

    truth = np.array([[n**3 * 2e-7, n**2 * 1.2e-6, n * 7e-6 + n**3 / 1e9, 2e-6] for n in SIZES]).T
    names = ladder()
    seconds = iter(truth.ravel())
    exec(
        CELLS["race-code"].source,
        dict(names, np=np, plt=plt, t_seconds=lambda layer, n: next(seconds)),
    )
    png = BytesIO()
    plt.savefig(png, dpi=100, bbox_inches="tight")  # as the notebook does
    plt.close()
    np.testing.assert_allclose(times_in_picture(png.getvalue()), truth, rtol=0.25)


def test_the_stored_picture_of_the_race_shows_what_the_text_says():
    (output,) = (output for output in CELLS["race-code"].outputs if "data" in output)
    times = times_in_picture(base64.b64decode(output.data["image/png"]))
    three, two, one, none = times
    text = words("race-comment")
    # The right edge.
    assert "makes the layer roughly ten to thirty times faster" in text
    rungs = [slow[-1] / fast[-1] for slow, fast in zip(times, times[1:], strict=False)]
    assert 7 < min(rungs) < max(rungs) < 45
    assert "**thousands of times faster**: more than three grid lines" in text
    assert three[-1] / none[-1] > 1000
    # How the lines climb.
    assert "twice the size is eight times the work" in text
    assert 6 < (three[-1] / three[2]) ** (1 / 3) < 12
    steep = [np.log2(line[2] / line[0]) / 2 for line in times]
    assert steep == sorted(steep, reverse=True)
    assert steep[3] < 0.7
    # The left edge.
    assert "the first three ways change places on the left" in text
    assert three[0] < two[0] < one[0]
    assert (none < times[:3]).all()  # "never falls behind"
    assert 0.5e-6 < none[0] < 5e-6  # two calls of "about a microsecond"


def test_the_benchmark_measures_the_solution():
    import runpy

    from authoring.masters import ROOT

    times = runpy.run_path(str(ROOT / "benchmarks" / "vectorization.py"))["times"]
    assert all(time > 0 for time in times(SOLVED["linear_forward_loop"], 3, 4, 5, runs=2))


def test_the_slope_is_never_above_a_quarter_and_almost_flat_beyond_six():
    assert "never higher than 0.25" in words("curves-comment")
    x = np.linspace(-8, 8, 161)
    slope = SOLVED["sigmoid_derivative"](x)
    assert slope.max() == slope[80] == 0.25
    assert slope[np.abs(x) > 6].max() < 0.0025


def test_the_two_factors_of_the_slope_are_the_sigmoid_and_the_rest():
    x = np.linspace(-8, 8, 161)
    first, second = 1 / (1 + np.exp(-x)), np.exp(-x) / (1 + np.exp(-x))
    np.testing.assert_allclose(first + second, 1)
    np.testing.assert_allclose(first * second, SOLVED["sigmoid_derivative"](x))
    np.testing.assert_allclose(second, SOLVED["sigmoid"](-x))  # the mirror


def test_changing_the_sign_exchanges_yes_and_no():
    assert [f"{SOLVED['sigmoid'](np.array([x]))[0]:.3f}" for x in (3.0, -3.0)] == ["0.953", "0.047"]
    assert "0.047, which is 1 − 0.953" in words("predict-mirror")


def test_the_same_number_added_to_all_scores_changes_no_probability():
    scores = np.array([[9.0, 2.0, 5.0, 0.0, 0.0], [7.0, 5.0, 0.0, 0.0, 0.0]])
    softmax = SOLVED["softmax"]
    np.testing.assert_allclose(softmax(scores + 100), softmax(scores))
    lead = softmax(scores)[0]
    assert round(lead[0] / lead[2]) == round(math.exp(4)) == 55


def test_many_small_mistakes_or_a_large_one():
    truth = np.zeros(9)
    small, large = np.full(9, 0.1), np.eye(9)[8] * 0.9
    assert SOLVED["L1"](small, truth) == pytest.approx(0.9)
    assert SOLVED["L1"](large, truth) == pytest.approx(0.9)
    assert SOLVED["L2"](small, truth) == pytest.approx(0.09)
    assert SOLVED["L2"](large, truth) == pytest.approx(9 * 0.09) == 0.81


def test_the_evening_is_as_long_as_the_plan_says():
    minutes = re.findall(r"^\| \d \| `\w+` \| (\d+) \|", CELLS["plan"].source, re.MULTILINE)
    assert sum(map(int, minutes)) == 85
    assert "about two hours: 85 minutes for the exercises" in words("title")


@pytest.fixture(scope="module")
def digits():
    images, labels, *_ = load_data("datasets/train_digits.h5", "datasets/test_digits.h5")
    return images, labels


def test_number_13_is_a_three_and_the_digits_are_bytes(digits):
    images, labels = digits
    assert (images.shape, images.dtype, labels[0, 13]) == ((1297, 8, 8, 1), np.uint8, 3)
    assert "1,297 digits" in words("picture")
    assert "column 13 is our 3" in words("all-images-comment")


def test_two_hundred_and_a_hundred_are_forty_four():
    total = np.array([200], dtype=np.uint8) + np.array([100], dtype=np.uint8)
    assert total == 44
    assert "200 + 100 = 44, and no warning" in words("dtype-comment")


def test_the_wrong_way_to_unroll_has_the_right_shape_and_mixes_the_pictures(digits):
    images, _ = digits
    right, mixed = images.reshape(len(images), -1).T, images.reshape(64, -1)
    assert right.shape == mixed.shape == (64, 1297)
    pixels = np.arange(images.size).reshape(images.shape)  # each is its own address
    assert len(np.unique(pixels.reshape(len(images), -1).T[:, 13] // 64)) == 1
    assert len(np.unique(pixels.reshape(64, -1)[:, 13] // 64)) == 64


def test_the_table_of_shapes_is_true():
    table = np.arange(6.0).reshape(2, 3)
    by_row, by_column = np.array([[1.0], [2.0]]), np.array([1.0, 2.0, 4.0])
    assert np.array_equal((table / by_row)[1], table[1] / 2)
    assert np.array_equal((table / by_column)[:, 1], table[:, 1] / 2)
    with pytest.raises(ValueError, match="broadcast"):
        table / np.array([1.0, 2.0])
    assert np.array_equal((np.ones((3, 3)) / by_column)[:, 1], [0.5, 0.5, 0.5])


def test_where_the_exponential_ends():
    text = words("overflow")
    with np.errstate(all="ignore"):
        assert np.isfinite(np.exp(709.0))
        assert np.isinf(np.exp(710.0))
        assert np.isnan(SOLVED["softmax"](np.array([[1000, 1001]]))).all()
    with pytest.raises(OverflowError):
        math.exp(710)
    assert "The largest whole power of $e$ that fits into a `float64` is $e^{709}$" in text
    assert "The test takes either version" in text


def test_the_worst_mistake_weighs_more_in_l2():
    yhat, y = exercises(MASTER).tests["L1"].exercise.public[0]()
    distances = np.abs(y - yhat)
    assert distances == pytest.approx([0.1, 0.2, 0.1, 0.6, 0.1])
    assert round(100 * distances[3] / distances.sum()) == 55
    assert round(100 * distances[3] ** 2 / (distances**2).sum()) == 84
    assert "55 % of the $L_1$ loss and 84 % of the $L_2$ loss" in words("losses-comment")


def test_the_loops_and_the_product_agree_on_all_digits(digits):
    assert OUTPUTS["layer-digits-code"] == "(10, 1297)\nTrue\n"
    X = digits[0].reshape(1297, -1).T / 255
    rng = np.random.RandomState(1)
    W, b = rng.randn(10, 64) * 0.1, np.zeros((10, 1))
    Z = SOLVED["linear_forward_loop"](X, W, b)
    np.testing.assert_allclose(Z, W @ X + b, atol=1e-12)
    # Far from what rounds to another digit in what the recap prints.
    yhat, y = SOLVED["softmax"](Z[:, [13]].T)[0], np.eye(10)[3]
    shares = yhat[3], SOLVED["L2"](yhat, y)
    assert "probability {:.2f}\nL2 = {:.2f}\n".format(*shares) in OUTPUTS["small-network"]
    assert all(abs(100 * share % 1 - 0.5) > 0.01 for share in shares)


def test_a_view_writes_into_the_picture_and_a_copy_does_not(digits):
    digit = digits[0][13].copy()
    SOLVED["image2vector"](digit.copy())[0] = 255
    assert digit[0, 0] == 0
    SOLVED["image2vector"](digit)[0] = 255
    assert digit[0, 0] == 255


def test_no_name_is_left_behind_that_could_stand_in_for_an_argument():
    """A learner who mistypes an argument should get a NameError, not somebody else's array."""
    code = [cell.source for cell in CELLS.values() if cell.cell_type == "code"]
    assigned = {
        name.strip(" *")
        for line in "\n".join(code).split("\n")
        if re.match(r"[A-Za-z_][\w, *]* = ", line)
        for name in line.split(" = ")[0].split(",")
    }
    assert {name for name in assigned if not name.startswith("t_")} == set()
