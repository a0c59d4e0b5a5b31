"""What notebook 02 says about its data and its training is so."""

import functools
import re

import numpy as np
import pytest

from authoring.cases import counterparts, fresh_cases
from authoring.masters import NOTEBOOKS, read, solutions
from dnn_utils import load_data

MASTER = NOTEBOOKS / "02-logistic-regression" / "02-logistic-regression.ipynb"
DIGITS = "datasets/train_digits.h5", "datasets/test_digits.h5"
PAIRS = "datasets/train_digitpairs.h5", "datasets/test_digitpairs.h5"


@functools.cache
def solved():
    return solutions(MASTER)


@functools.cache
def text():
    return "\n".join(cell.source for cell in read(MASTER).cells if cell.cell_type == "markdown")


def columns(images):
    return images.reshape(len(images), -1).T / 255


@functools.cache
def digits():
    """X and the digits themselves, for training and for testing."""
    train_images, train_digits, test_images, test_digits, _ = load_data(*DIGITS)
    return columns(train_images), train_digits, columns(test_images), test_digits


@functools.cache
def odd():
    X, train_digits, X_test, test_digits = digits()
    return solved()["model"](X, train_digits % 2, X_test, test_digits % 2)


@functools.cache
def pairs():
    train_images, Y, test_images, Y_test, _ = load_data(*PAIRS)
    arguments = columns(train_images), Y, columns(test_images), Y_test
    return arguments, solved()["model"](*arguments, 1000, 0.1)


@functools.cache
def costs(rate, steps):
    """The cost before every step, and the one after the last."""
    X, train_digits, _, _ = digits()
    w, b = solved()["initialize_with_zeros"](64)
    found = []
    for _ in range(steps + 1):
        params, _, cost = solved()["optimize"](w, b, X, train_digits % 2, 1, rate)
        w, b = params["w"], params["b"]
        found += cost
    return found


def test_the_first_cost_is_ln_2():
    assert odd()["costs"][0] == pytest.approx(np.log(2), abs=1e-12)
    assert pairs()[1]["costs"][0] == pytest.approx(np.log(2), abs=1e-12)
    assert f"{np.log(2):.6f}" == "0.693147"
    assert "0.693147" in text()


def test_odd_or_even_is_right_nine_times_out_of_ten():
    _, train_digits, _, test_digits = digits()
    train = np.mean(odd()["Y_prediction_train"] == train_digits % 2)
    test = np.mean(odd()["Y_prediction_test"] == test_digits % 2)
    assert 0.88 < test < 0.91 < train < 0.95
    assert 0.22 < odd()["costs"][-1] / odd()["costs"][0] < 0.28  # about a quarter


def test_the_losses_in_the_table():
    row = next(line for line in text().split("\n") if line.startswith("| loss"))
    shown = [float(number) for number in re.findall(r"[\d.]+", row)]
    assert shown == [round(-np.log(p), 3) + 0 for p in (1, 0.9, 0.5, 0.1, 0.01)]


def test_the_logarithm_pulls_where_the_square_does_not():
    def sigmoid(z):
        return 1 / (1 + np.exp(-z))

    z, step = -6.0, 1e-6
    losses = [lambda z: -np.log(sigmoid(z)), lambda z: (1 - sigmoid(z)) ** 2]
    pulls = [(loss(z - step) - loss(z + step)) / (2 * step) for loss in losses]
    assert [f"{pull:.3f}" for pull in pulls] == ["0.998", "0.005"]
    assert 190 < pulls[0] / pulls[1] < 210  # two hundred times
    assert f"{sigmoid(z):.4f}" == "0.0025"
    assert "it pulls with 0.998, the square with 0.005, two hundred times weaker" in text()


def test_the_loss_bends_upward_everywhere():
    z = np.linspace(-20, 20, 401)
    assert (np.diff(np.logaddexp(0, -z), 2) > 0).all()


def test_the_product_of_all_probabilities_is_rounded_to_zero():
    assert "$0.5^{1297}$" in text()
    assert 0.5**1297 == 0
    assert digits()[0].shape[1] == 1297


def test_the_two_examples_by_hand():
    w, b = np.array([[1.0], [-1.0]]), -1.0
    X, Y = np.array([[4.0, 2.0], [1.0, 0.0]]), np.array([[1, 0]])
    grads, cost = solved()["propagate"](w, b, X, Y)
    Z = w.T @ X + b
    A = 1 / (1 + np.exp(-Z))
    right = np.where(Y == 1, A, 1 - A)

    def shown(*values):
        return [f"{value:.2f}".replace("-", "−") for value in values]

    assert Z.tolist() == [[2, 1]]
    assert shown(*A[0]) == ["0.88", "0.73"]
    assert shown(*right[0]) == ["0.88", "0.27"]
    assert shown(*-np.log(right[0])) == ["0.13", "1.31"]
    assert shown(*(A - Y)[0]) == ["−0.12", "0.73"]
    assert shown(*(X * (A - Y)).ravel()) == ["−0.48", "1.46", "−0.12", "0.00"]
    assert shown(cost, *grads["dw"][:, 0], grads["db"]) == ["0.72", "0.49", "−0.06", "0.31"]
    losses, errors = -np.log(right[0]), np.abs(A - Y)[0]
    assert [round(pair[1] / pair[0]) for pair in (losses, errors)] == [10, 6]
    call = re.search(r"^propagate\(.*\)$", text(), re.MULTILINE).group()
    again, cost_again = eval(call, dict(solved(), np=np))
    assert cost_again == cost
    assert np.array_equal(again["dw"], grads["dw"])


def test_honest_confidence_is_cheapest():
    def mean_loss(sure):
        return -0.9 * np.log(sure) - 0.1 * np.log(1 - sure)

    assert [f"{mean_loss(sure):.3f}" for sure in (0.9, 0.99)] == ["0.325", "0.470"]
    assert min(np.arange(1, 100) / 100, key=mean_loss) == 0.9
    assert np.log(0.01) / np.log(0.1) == pytest.approx(2)  # "the wrong one twice as much"


def test_brighter_pixels_change_only_dw_at_the_start():
    X, train_digits, _, _ = digits()
    start = solved()["initialize_with_zeros"](64)
    grads, cost = solved()["propagate"](*start, X, train_digits % 2)
    bright, bright_cost = solved()["propagate"](*start, 255 * X, train_digits % 2)
    assert bright_cost == cost
    assert bright["db"] == grads["db"]
    np.testing.assert_allclose(bright["dw"], 255 * grads["dw"])


def test_doubled_weights_change_no_answer_and_the_cost():
    _, _, X, test_digits = digits()
    w, b = odd()["w"], odd()["b"]
    answers, doubled = (solved()["predict"](k * w, k * b, X) for k in (1, 2))
    assert np.array_equal(answers, doubled)
    costs = [solved()["propagate"](k * w, k * b, X, test_digits % 2)[1] for k in (1, 2)]
    assert abs(costs[1] - costs[0]) > 0.01


def test_the_evening_is_as_long_as_the_plan_says():
    minutes = re.findall(r"^\| \d \| `\w+` \| (\d+) \|", text(), re.MULTILINE)
    assert sum(map(int, minutes)) == 60
    assert "an hour and a half: 60 minutes for the exercises" in text()


def test_one_rate_is_too_small_and_one_too_large():
    small, right, large = costs(0.005, 2000), costs(0.5, 100), costs(5.0, 100)
    assert right[17] > small[2000] > right[23]  # "about 20"
    assert np.all(np.diff(right) < 0)
    assert 9 < max(large) < 10
    assert large[1] < np.log(2) < large[3]
    assert large[1] > large[2]  # "two steps go well"
    assert np.argmax(large) == 4  # "the fourth lands far up"
    assert min(np.subtract(large[:101], right)) < 0  # "for a while even below"


def test_the_weights_are_as_they_are_described():
    X, train_digits, _, _ = digits()
    strongest = int(np.argmax(np.abs(odd()["w"])))
    assert divmod(strongest, 8) == (5, 2)
    assert odd()["w"][strongest, 0] < 0
    ink = [X[strongest, train_digits[0] % 2 == label].mean() for label in (0, 1)]
    assert [f"{value:.2f}" for value in ink] == ["0.70", "0.17"]


def test_the_mistakes_are_as_they_are_described():
    _, _, _, test_digits = digits()
    wrong = (odd()["Y_prediction_test"] != test_digits % 2)[0]
    counts = np.bincount(test_digits[0, wrong], minlength=10)
    assert wrong.sum() == 52
    assert counts[[8, 1, 2]].tolist() == [16, 12, 9]
    assert counts[[0, 9]].tolist() == [0, 0]
    assert "Of the 52 mistakes, 16 are 8s, 12 are 1s and 9 are 2s; no 0 and no 9" in text()
    X_test = digits()[2]
    ink = [
        X_test[42, (test_digits[0] == digit) & (wrong == missed)].mean()
        for digit in (8, 1)
        for missed in (False, True)
    ]  # of the pixel in row 5, column 2
    assert [f"{value:.2f}" for value in ink] == ["0.76", "0.33", "0.12", "0.87"]


def test_no_prediction_is_near_the_threshold():
    """Nor do rounding and another BLAS change a figure that is printed."""
    X, _, X_test, _ = digits()
    for examples in (X, X_test):
        assert np.abs(odd()["w"].T @ examples + odd()["b"]).min() > 1e-3
    (P, _, P_test, _), found = pairs()
    for examples in (P, P_test):
        assert np.abs(found["w"].T @ examples + found["b"]).min() > 1e-6


def test_the_sum_of_two_digits_is_at_chance():
    (_, Y, _, Y_test), found = pairs()
    assert Y.mean() == Y_test.mean() == 0.5
    test = np.mean(found["Y_prediction_test"] == Y_test)
    assert f"{test:.2f}" == "0.48"
    assert abs(test - 0.5) < 2 * 0.016  # two standard errors of 1,000 tosses
    assert np.sqrt(0.25 / 1000) == pytest.approx(0.016, abs=0.0005)
    assert 0.54 < np.mean(found["Y_prediction_train"] == Y) < 0.58
    assert found["costs"][-1] > 0.98 * np.log(2)  # "hardly leaves ln 2"


def test_five_times_as_many_steps_do_not_help():
    (X, Y, X_test, Y_test), _ = pairs()
    longer = solved()["model"](X, Y, X_test, Y_test, 5000, 0.1)
    assert abs(np.mean(longer["Y_prediction_test"] == Y_test) - 0.5) < 2 * 0.016
    assert longer["costs"][-1] > 0.98 * np.log(2)


def test_all_pairs_of_the_test_digits_are_at_chance():
    _, _, X_test, test_digits = digits()
    (_, _, P_test, _), found = pairs()
    w = found["w"].reshape(8, 16)
    left, right = (half.reshape(1, 64) @ X_test for half in (w[:, :8], w[:, 8:]))
    Z = left.T + right + found["b"]
    # The shortcut is what the neuron computes: two digits side by side, here the first and second.
    both = np.hstack([X_test[:, 0].reshape(8, 8), X_test[:, 1].reshape(8, 8)]).reshape(128, 1)
    assert Z[0, 1] == pytest.approx((found["w"].T @ both + found["b"]).item())
    assert Z.size == 250_000
    assert np.mean((Z > 0) == ((test_digits.T + test_digits) % 2)) == pytest.approx(0.5, abs=0.002)


def test_a_rate_of_one_half_is_too_large_for_the_pairs():
    X, Y = pairs()[0][:2]
    for rate, too_large in ((0.1, False), (0.5, True)):
        w, b = solved()["initialize_with_zeros"](128)
        found = []
        for _ in range(40):
            params, _, cost = solved()["optimize"](w, b, X, Y, 1, rate)
            w, b = params["w"], params["b"]
            found += cost
        assert np.any(np.diff(found) > 0) == too_large
    assert np.all(np.diff(pairs()[1]["costs"]) < 0)


def corners():
    return np.array([[0, 0, 1, 1], [0, 1, 0, 1]]), np.array([[0, 1, 1, 0]])


def test_the_four_corners_do_not_move_it():
    X, Y = corners()
    found = solved()["model"](X, Y, X, Y)
    assert not found["w"].any()
    assert found["b"] == 0
    assert found["costs"][-1] == pytest.approx(np.log(2), abs=1e-12)


def test_the_lowest_cost_at_the_corners_is_ln_2():
    X, Y = corners()
    random = np.random.RandomState(0)
    for size in (1e-3, 1, 10):
        for _ in range(300):
            w, b = size * random.randn(2, 1), size * random.randn()
            assert solved()["propagate"](w, b, X, Y)[1] > np.log(2)


def test_no_line_gets_all_four_corners():
    X, Y = corners()
    angles = np.linspace(0, 2 * np.pi, 721)
    best = max(
        np.mean((np.cos(angle) * X[0] + np.sin(angle) * X[1] + b > 0) == Y)
        for angle in angles
        for b in np.linspace(-1.6, 1.6, 65)
    )
    assert best == 0.75


def test_with_the_product_as_an_input_it_can():
    X, Y = corners()
    X = np.vstack([X, X[0] * X[1]])
    found = solved()["model"](X, Y, X, Y)
    assert np.array_equal(found["Y_prediction_train"], Y)
    assert found["costs"][-1] < 0.1


def test_what_is_said_to_try_next_is_worth_it():
    X, train_digits, X_test, test_digits = digits()

    def accuracy(question):
        Y, Y_test = question(train_digits).astype(int), question(test_digits).astype(int)
        found = solved()["model"](X, Y, X_test, Y_test)
        return np.mean(found["Y_prediction_test"] == Y_test)

    assert accuracy(lambda digit: digit == 0) > 0.98
    assert accuracy(lambda digit: digit >= 5) < 0.87
    large = solved()["optimize"](
        *solved()["initialize_with_zeros"](64), 255 * X, train_digits % 2, 500, 0.5
    )
    assert max(large[2]) > 10  # without the / 255
    small = solved()["optimize"](
        *solved()["initialize_with_zeros"](64), 255 * X, train_digits % 2, 500, 1e-5
    )
    assert small[2][-1] < 0.25


@pytest.mark.parametrize("seed", range(20, 23))
def test_nothing_in_a_secret_case_is_decided_by_rounding(seed):
    def cases(exercise):
        secret = fresh_cases(MASTER, exercise, seed, solved(), vary=True)
        return [arguments for _, arguments in secret] + counterparts(
            MASTER, exercise, seed, solved()
        )

    for w, b, X in cases("predict"):
        assert np.abs(w.T @ X + b).min() > 0.01
    for arguments in cases("model"):
        results = solved()["model"](*arguments)
        for X in arguments[0], arguments[2]:
            Z = np.abs(results["w"].T @ X + results["b"])
            assert 0.01 < Z.min() <= Z.max() < 13
        # Rounding does not grow on the way: what is changed a little ends a little off.
        nearly = solved()["model"](arguments[0] * (1 + 1e-13), *arguments[1:])
        np.testing.assert_allclose(nearly["w"], results["w"], rtol=1e-10)


def test_a_neuron_without_one_of_its_parts_is_wrong_in_some_secret_case_of_predict():
    def answers(w, b, X, limit=0.0):
        return w.T @ X + b > limit

    changes = [
        lambda w, b, X: answers(w, 0, X),
        lambda w, b, X: answers(w, -b, X),
        lambda w, b, X: answers(w, abs(b), X),
        lambda w, b, X: answers(w, -abs(b), X),
        lambda w, b, X: answers(abs(w), b, X),
        lambda w, b, X: answers(w[1:], b, X[1:]),
        lambda w, b, X: answers(w[:-1], b, X[:-1]),
        lambda w, b, X: answers(w, b, X, np.log(0.6 / 0.4)),
        lambda w, b, X: answers(w, b, X, np.log(0.4 / 0.6)),
    ]
    for seed in range(20):
        cases = [case for _, case in fresh_cases(MASTER, "predict", seed, solved(), vary=True)]
        for change in changes:
            assert any(np.any(answers(*case) != change(*case)) for case in cases)
