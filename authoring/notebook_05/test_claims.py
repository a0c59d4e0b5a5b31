"""Notebook 05: what its prose claims, its planted errors, and that its cases are well posed."""

import copy
import functools
import pickle
import re

import numpy as np
import pytest

import exercises.notebook_05 as notebook
from authoring.cases import counterparts, fresh_cases
from authoring.masters import NOTEBOOKS, read, solutions, sources
from dnn_tools.planted_backward import KINDS, NAMES, PlantedBackward, planted
from dnn_utils import load_data
from exercises.notebook_05 import random_network
from release.scaffold import BEGIN, END, empty
from solved.notebook_04 import L_model_backward, L_model_forward, compute_cost

MASTER = NOTEBOOKS / "05-gradient-checking" / "05-gradient-checking.ipynb"
NAMED = {"dW3", "db3", "dW2", "db2", "dW1", "db1"}


@functools.cache
def solved():
    return solutions(MASTER)


def check(parameters, gradients, X, Y, epsilon=1e-7):
    return float(solved()["gradient_check_n"](parameters, gradients, X, Y, epsilon))


def gradients_of(parameters, X, Y):
    AL, caches = L_model_forward(X, parameters)
    return L_model_backward(AL, Y, caches)


def one_sided(parameters, gradients, X, Y, epsilon):
    """The difference from slopes on one side."""
    grad, slopes = [], []
    before = compute_cost(L_model_forward(X, parameters)[0], Y)
    for name, array in parameters.items():
        for where in np.ndindex(array.shape):
            moved = array.copy()
            moved[where] += epsilon
            after = compute_cost(L_model_forward(X, parameters | {name: moved})[0], Y)
            slopes.append((after - before) / epsilon)
            grad.append(gradients["d" + name][where])
    grad, slopes = np.array(grad), np.array(slopes)
    return np.linalg.norm(grad - slopes) / (np.linalg.norm(grad) + np.linalg.norm(slopes))


# ---------------------------------------------------------------- what the prose claims


@pytest.fixture(scope="module")
def digits():
    """The network and the 50 digits of section 6."""
    images, labels, *_ = load_data("datasets/train_digits.h5", "datasets/test_digits.h5")
    X = images[:50].reshape(50, -1).T / 255
    parameters, *_ = random_network([64, 7, 5, 1], m=50, seed=5)
    return parameters, X, 1.0 * (labels[:, :50] % 2)


def test_one_number_gives_the_known_figures():
    gradient_check = solved()["gradient_check"]
    assert gradient_check(2, 4) == pytest.approx(2.919335883291695e-10, abs=1e-15)
    assert gradient_check(3, 4) == pytest.approx(7.814075313343006e-11, abs=1e-15)
    assert np.spacing(2.0**27) == pytest.approx(3e-8, rel=0.01)


def test_the_slopes_of_the_cube_are_off_by_what_taylor_says():
    for epsilon in (0.1, 0.01, 0.001):
        one_side = ((2 + epsilon) ** 3 - 8) / epsilon - 12
        central = ((2 + epsilon) ** 3 - (2 - epsilon) ** 3) / (2 * epsilon) - 12
        assert one_side == pytest.approx(6 * epsilon + epsilon**2, rel=1e-6)
        assert central == pytest.approx(epsilon**2, rel=1e-5)


def test_the_central_slope_of_a_straight_line_has_no_error_with_any_step():
    for epsilon in (0.1, 10):
        assert solved()["gradient_check"](2, 4, epsilon) < 1e-14


def test_where_float64_spends_its_digits_near_the_large_theta():
    assert len(str(2**27)) == 9
    assert np.spacing(4e8) == pytest.approx(6e-8, rel=0.01)
    assert 2.0**27 + 1e-7 != 2.0**27  # the step is not lost, it is rounded


def test_all_gradients_doubled_give_a_third_and_all_negative_or_zero_give_1():
    for seed in range(5):
        parameters, X, Y = random_network([3, 4, 2, 1], m=6, seed=seed)
        gradients = gradients_of(parameters, X, Y)
        for factor, expected in ((2, 1 / 3), (-1, 1), (0, 1)):
            wrong = {name: factor * array for name, array in gradients.items()}
            assert check(parameters, wrong, X, Y, 1e-5) == pytest.approx(expected, abs=1e-6)


def test_rounding_leaves_little_and_a_lost_factor_or_sign_much():
    right, wrong = [], []
    for seed in range(8):
        parameters, X, Y = random_network([4, 5, 3, 1], m=6, seed=seed)
        gradients = gradients_of(parameters, X, Y)
        right.append(check(parameters, gradients, X, Y))
        for name in parameters:
            for factor in (2, -1, 6):  # lost, the other way round, not divided by m
                if np.linalg.norm(gradients["d" + name]) > 1e-3:
                    mistake = gradients | {"d" + name: factor * gradients["d" + name]}
                    wrong.append(check(parameters, mistake, X, Y))
    print(f"right: {min(right):.0e} to {max(right):.0e}; wrong: from {min(wrong):.0e}")
    assert max(right) < 3e-8
    assert min(wrong) > 5e-3


def test_the_best_step_is_near_1e_5_in_float64_and_a_thousand_times_that_in_float32(digits):
    parameters, X, Y = digits
    epsilons = 10.0 ** np.arange(-11, -0.5, 0.5)
    best = {}
    for kind in ("float64", "float32"):
        net = {name: array.astype(kind) for name, array in parameters.items()}
        gradients = gradients_of(net, X.astype(kind), Y)
        curve = [check(net, gradients, X.astype(kind), Y, epsilon) for epsilon in epsilons]
        best[kind] = epsilons[np.argmin(curve)]
        if kind == "float32":  # the steps that change no weight
            assert curve[0] == pytest.approx(1, abs=0.01)
    print("best steps:", best)
    assert 1e-6 < best["float64"] < 1e-4
    assert 1e-3 < best["float32"] < 1e-1
    # Where the two errors meet when J and its third derivative are 1.
    u64, u32 = np.finfo(np.float64).eps / 2, np.finfo(np.float32).eps / 2
    assert (3 * u64) ** (1 / 3) == pytest.approx(7e-6, rel=0.02)
    assert (3 * u32) ** (1 / 3) == pytest.approx(6e-3, rel=0.1)
    assert (u32 / u64) ** (1 / 3) == pytest.approx(800, rel=0.02)


def test_the_corner_measures_one_half():
    assert (max(0, 1e-6) - max(0, -1e-6)) / 2e-6 == 0.5


def test_the_bug_in_one_piece_shows_there_and_nowhere_else():
    parameters, X, Y = random_network([2, 3, 1], m=5, seed=2)
    gradients = gradients_of(parameters, X, Y)
    assert np.all(np.abs(gradients["db1"]) > 1e-3)  # three numbers to look at
    gradients["db1"] = 1.05 * gradients["db1"]
    differences = by_name(parameters, gradients, X, Y)
    assert f"{differences.pop('b1'):.4f}" == "0.0244"
    assert max(differences.values()) < 1e-7


def by_name(parameters, gradients, X, Y):
    """The difference of each parameter, with slopes at 1e-6."""
    found = {}
    for name, array in parameters.items():
        slopes = np.zeros_like(array)
        for where in np.ndindex(array.shape):
            costs = []
            for step in (1e-6, -1e-6):
                moved = array.copy()
                moved[where] += step
                costs.append(compute_cost(L_model_forward(X, parameters | {name: moved})[0], Y))
            slopes[where] = (costs[0] - costs[1]) / 2e-6
        grad = gradients["d" + name]
        sizes = np.linalg.norm(grad) + np.linalg.norm(slopes)
        found[name] = np.linalg.norm(grad - slopes) / sizes
    return found


def test_the_backward_pass_of_notebook_04_is_right_on_digits(digits):
    gradients = gradients_of(*digits)
    parameters, X, Y = digits
    assert sum(array.size for array in parameters.values()) == 501
    fine, best = (check(parameters, gradients, X, Y, epsilon) for epsilon in (1e-7, 1e-5))
    print(f"own network: {fine:.1e} at 1e-7, {best:.1e} at 1e-5")
    assert 1e-9 < fine < 3e-8
    assert 1e-11 < best < 3e-10
    rough = one_sided(parameters, gradients, X, Y, 1e-5)
    print(f"one-sided at 1e-5: {rough:.1e}")
    assert 3.5e-6 < rough < 4.5e-6
    assert 1e4 < rough / best < 1e6


def test_in_float32_a_right_gradient_looks_wrong(digits, monkeypatch):
    parameters, X, Y = digits
    single = {name: array.astype(np.float32) for name, array in parameters.items()}
    X = X.astype(np.float32)
    gradients = gradients_of(single, X, Y)
    found = {
        epsilon: check(single, gradients, X, Y, epsilon) for epsilon in 10.0 ** np.arange(-9, 0)
    }
    print("float32:", *(f"{epsilon:.0e}: {d:.1e}" for epsilon, d in found.items()))
    assert 0.1 < found[1e-7] < 0.4
    assert min(found.values()) > 1e-6
    assert max(found, key=lambda epsilon: -found[epsilon]) > 1e-3

    # dnn_utils answers in float64. With the last layer rounded to float32 too it is worse still.
    def rounded(X, parameters):
        AL, caches = L_model_forward(X, parameters)
        return AL.astype(np.float32), caches

    namespace = dict(solved(), L_model_forward=rounded)
    exec(sources(MASTER)["gradient_check_n"], namespace)
    everywhere = namespace["gradient_check_n"](single, gradients, X, Y.astype(np.float32))
    print(f"float32 everywhere, at 1e-7: {everywhere:.2f}")
    assert everywhere > 0.6


def test_truncation_grows_with_the_square_and_rounding_with_the_inverse(digits):
    parameters, X, Y = digits
    gradients = gradients_of(*digits)
    at = {e: check(parameters, gradients, X, Y, e) for e in (1e-9, 1e-8, 1e-4, 1e-3)}
    assert at[1e-3] / at[1e-4] == pytest.approx(100, rel=0.1)
    assert 5 < at[1e-9] / at[1e-8] < 20


def test_zero_biases_flag_right_gradients_because_of_corners():
    flagged = {0: 0, 1: 0}
    for bias in flagged:
        for seed in range(200):
            parameters, X, Y = random_network([4, 5, 3, 1], m=5, seed=seed, bias=bias)
            AL, caches = L_model_forward(X, parameters)
            wrong = check(parameters, L_model_backward(AL, Y, caches), X, Y, 1e-5) > 1e-7
            flagged[bias] += wrong
            corner = any(np.any(Z == 0) for _, Z in caches[:-1])
            assert corner or not wrong  # no other reason
    print(f"right gradients flagged: {flagged[0]} of 200 without biases, {flagged[1]} with")
    assert flagged == {0: 27, 1: 0}


def test_tiny_weights_hide_a_gross_mistake(digits):
    parameters, X, Y = digits
    found = []
    for factor in (1, 0.01):
        net = {name: factor * array for name, array in parameters.items()}
        gradients = gradients_of(net, X, Y)
        found.append(check(net, gradients | {"dW1": 2 * gradients["dW1"]}, X, Y))
    assert found[0] > 0.1
    assert f"{found[1]:.0e}" == "2e-04"
    wrong = gradients | {"dW1": 1.1 * gradients["dW1"]}
    assert f"{check(net, wrong, X, Y):.0e}" == "2e-05"


def test_random_network_draws_the_same_again_and_what_it_says():
    one, other = (random_network([3, 4, 1], 5, seed=2) for _ in range(2))
    for key in one[0]:
        assert np.array_equal(one[0][key], other[0][key])
    parameters, X, Y = random_network([30, 40, 1], 50, seed=2, bias=0)
    assert not np.any(parameters["b1"])
    assert (X.shape, Y.shape) == ((30, 50), (1, 50))
    assert set(Y.ravel()) == {0.0, 1.0}
    assert np.std(parameters["W1"]) == pytest.approx(1 / np.sqrt(30), rel=0.1)


# ---------------------------------------------------------------- exercise 8


def repaired(*lines):
    """Exercise 8 with the lines that stand in the scaffold, these ones repaired."""
    source = empty(sources(MASTER)["backward_propagation_n"])
    before, rest = source.split(BEGIN)
    inside, after = rest.split(END)
    inside = "\n".join(line for line in inside.split("\n") if "raise" not in line)
    inside = re.sub(r"(?m)^    # ", "    ", inside)
    for old, new in lines:
        assert inside.count(old) == 1
        inside = inside.replace(old, new)
    namespace = dict(solved())
    exec(before + inside + after, namespace)
    return namespace["backward_propagation_n"]


UNITS, CORNER = ("A1.T / len(A1)", "A1.T / m"), ("(A1 >= 0)", "(A1 > 0)")


@pytest.mark.parametrize(
    ("lines", "off"),
    [
        ((), {"dW2", "dW1", "db1"}),
        ((CORNER,), {"dW2"}),
        ((UNITS,), {"dW1", "db1"}),
        ((UNITS, CORNER), set()),
    ],
    ids=["as it is given", "the mask repaired", "the division repaired", "both repaired"],
)
def test_the_planted_errors_are_found_and_must_be_repaired(lines, off, capsys):
    function = repaired(*lines)
    parameters, X, Y = notebook.backward_propagation_n_test_case()
    grads, right = function(parameters, X, Y), gradients_of(parameters, X, Y)
    assert {name for name in NAMED if not np.allclose(grads[name], right[name])} == off
    difference = check(parameters, grads, X, Y)
    found = solved()["find_the_bug"](function)
    test = notebook.backward_propagation_n_test
    if off:
        assert difference > 1e-2
        assert "d" + found in off
        with pytest.raises(AssertionError) as raised:
            test(function)
        said = str(raised.value)
        assert all(re.search(rf"\b{name}\b", said) for name in off), said
        assert re.search(r"d[Wb]\d\[\d, \d\] should be", said)
        right_ones = "all others are right" if len(lines) == 1 else "Both errors are still in it"
        assert right_ones in said
    else:
        assert difference < 1e-7
        assert found == ""
        test(function)
        assert "All tests passed." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("line", "off"),
    [
        (("A1.T / m", "A1.T / 2"), {"dW2"}),
        (("dZ2 = dA2", "dZ2 = 2 * dA2"), {"dW2", "db2", "dW1", "db1"}),
    ],
    ids=["dW2", "dZ2"],
)
def test_a_wrong_line_spoils_what_is_made_from_it(line, off):
    function = repaired(UNITS, CORNER, line)
    parameters, X, Y = random_network([2, 3, 2, 1], m=5, seed=21)
    grads, right = function(parameters, X, Y), gradients_of(parameters, X, Y)
    assert {name for name in NAMED if not np.allclose(grads[name], right[name])} == off


def test_with_as_many_examples_as_units_the_check_does_not_see_the_division():
    function = repaired(CORNER)
    for m, seen in ((3, False), (5, True)):
        parameters, X, Y = random_network([4, 3, 2, 1], m=m, seed=9)
        assert (check(parameters, function(parameters, X, Y), X, Y) > 1e-7) == seen


# ---------------------------------------------------------------- the planted backward passes


@functools.cache
def networks():
    """Networks as learners may draw them: deep, with one example, dead, tiny, and one digit."""
    found = [random_network([2, 3, 2, 1], m=5, seed=seed) for seed in range(12)]
    found += [random_network([3, 4, 4, 3, 1], m=6, seed=1), random_network([4, 5, 3, 1], 1, 2)]
    found += [random_network([1, 1, 1, 1], 4, 3), random_network([3, 3, 3, 1], 3, 4, bias=0)]
    parameters, X, Y = random_network([3, 4, 2, 1], m=4, seed=1)
    found.append(({name: 0.01 * array for name, array in parameters.items()}, X, Y))
    found.append(({name: 0 * array for name, array in parameters.items()}, X, Y))
    found.append((parameters, X, np.arange(4)[None, :] % 2))  # labels of whole numbers
    found.append((parameters, X, X[:1] > 0))  # or of yes and no
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_a_planted_error_shows_on_every_network_and_in_one_gradient_alone(kind):
    for name in NAMES[1:]:
        for size in (0, 50, 99):
            backward = planted(name, kind, size)
            for parameters, X, Y in networks():
                before = copy.deepcopy((parameters, X, Y))
                grads, right = backward(parameters, X, Y), gradients_of(parameters, X, 1.0 * Y)
                assert list(grads) == [key for key in right if not key.startswith("dA")]
                for key, grad in grads.items():
                    if key == "d" + name:
                        gap = np.linalg.norm(grad - right[key])
                        size_of_both = np.linalg.norm(grad) + np.linalg.norm(right[key])
                        assert gap > 4e-3 * size_of_both > 0
                    else:
                        assert np.array_equal(grad, right[key])
                for mine, theirs in zip((parameters, X, Y), before, strict=True):
                    np.testing.assert_equal(mine, theirs)


def test_without_an_error_all_is_right():
    for parameters, X, Y in networks():
        grads, right = planted("")(parameters, X, Y), gradients_of(parameters, X, 1.0 * Y)
        assert all(np.array_equal(grads[key], right[key]) for key in grads)
        assert planted("", size=3)(parameters, X, Y).keys() == grads.keys()


def test_a_planted_backward_can_be_made_again():
    found = [planted(name, kind, size) for name in NAMES for kind in KINDS for size in (0, 99)]
    assert len({repr(one) for one in found}) == 6 * len(KINDS) * 2 + 2
    for one in found:
        assert eval(repr(one)) == copy.deepcopy(one) == pickle.loads(pickle.dumps(one)) == one
        assert one.__name__ == "backward"
    assert planted("W1", KINDS[0], 1) != planted("W1", KINDS[0], 2)
    assert PlantedBackward(3) != 3


def test_a_planted_backward_says_nothing_about_its_error():
    for name in NAMES[1:]:
        backward = planted(name, KINDS[1], 7)
        shown = [repr(backward), str(backward), str(vars(backward)), backward.__doc__]
        assert not [text for text in shown if re.search(rf"\b{name}\b", text)][:-1]


W1, B1, X1, Y1 = np.ones((2, 3)), np.ones((2, 1)), np.ones((3, 4)), np.ones((1, 4))
NET = {"W1": W1, "b1": B1, "W2": np.ones((1, 2)), "b2": np.ones((1, 1))}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((None, X1, Y1), "a dictionary with W1, b1"),
        (({}, X1, Y1), "a dictionary with W1, b1"),
        (({"W1": W1, "b1": B1, "W2": W1}, X1, Y1), "a dictionary with W1, b1"),
        (({"W1": W1, "B1": B1}, X1, Y1), "its keys are W1, B1"),
        ((NET | {"b1": np.ones(2)}, X1, Y1), "b1 should be an array of numbers with two axes"),
        ((NET | {"b1": [[1.0], [1.0]]}, X1, Y1), "b1 should be an array"),
        ((NET | {"b1": B1.astype(object)}, X1, Y1), "b1 should be an array of numbers"),
        ((NET | {"b1": B1.astype(complex)}, X1, Y1), "b1 should be an array of numbers"),
        ((NET | {"b1": B1.astype(str)}, X1, Y1), "b1 should be an array of numbers"),
        ((NET, X1.T, Y1), r"W1 and b1 have the shapes \(2, 3\)"),
        ((NET | {"b1": np.ones((1, 2))}, X1, Y1), "behind 3 inputs they should be"),
        ((NET, X1, Y1.T), r"they should be \(3, m\) and \(1, m\)"),
        ((NET, X1, Y1[:, :3]), "with the same m"),
        ((NET, X1[:, :0], Y1[:, :0]), "with the same m"),
        ((NET | {"b1": B1 * np.nan}, X1, Y1), "not finite"),
        ((NET | {"W1": W1.astype(np.longdouble) * np.longdouble("1e400")}, X1, Y1), "not finite"),
        ((NET, np.ones((3, 600)), np.ones((1, 600))), "more than 2,000 numbers"),
        ((NET | {"W1": np.zeros((0, 3)), "b1": np.zeros((0, 1))}, X1, Y1), "W1 and b1 have"),
        ((NET, np.ones(3), Y1), "X should be an array of numbers with two axes"),
    ],
)
def test_what_does_not_fit_is_one_sentence(arguments, said):
    with np.errstate(all="ignore"), pytest.raises(ValueError, match=said) as raised:
        planted("W1", KINDS[0])(*arguments)
    assert "\n" not in str(raised.value)
    assert len(str(raised.value)) < 400


# ---------------------------------------------------------------- the cases are well posed


def other_way(parameters, gradients, X, Y, epsilon=1e-7):
    """The check with sums in another order, no columns, and a cost written otherwise."""

    def cost(net):
        A, L = X, len(net) // 2
        for layer in range(1, L + 1):
            A = (net[f"W{layer}"][:, :, None] * A[None]).sum(axis=1) + net[f"b{layer}"]
            A = np.maximum(A, 0) if layer < L else 1 / (1 + np.exp(-A))
        return float(np.mean(-np.log(np.where(Y == 1, A, 1 - A))))

    grad, slopes = [], []
    for name, array in parameters.items():
        for where in np.ndindex(array.shape):
            up, down = array.copy(), array.copy()
            up[where] += epsilon
            down[where] -= epsilon
            rise = cost(parameters | {name: up}) - cost(parameters | {name: down})
            slopes.append(rise / (2 * epsilon))
            grad.append(gradients["d" + name][where])
    grad, slopes = np.array(grad), np.array(slopes)
    return np.linalg.norm(grad - slopes) / (np.linalg.norm(grad) + np.linalg.norm(slopes))


def check_cases(seed, vary):
    drawn = [arguments for _, arguments in secret("gradient_check_n", seed, vary)]
    public = [case() for case in notebook.gradient_check_n_test.exercise.public]
    return public + drawn + counterparts(MASTER, "gradient_check_n", seed, {})


def secret(exercise, seed, vary=True):
    return fresh_cases(MASTER, exercise, seed, {}, vary)


@pytest.mark.parametrize("seeds", [range(k, k + 25) for k in range(0, 100, 25)], ids=str)
def test_mathematics_decides_the_differences_and_not_rounding(seeds):
    tolerance = notebook.gradient_check_n_test.exercise.tolerance
    for seed in seeds:
        for case in check_cases(seed, vary=seed > 0):
            here, there = check(*case), other_way(*case)
            assert here == pytest.approx(there, rel=tolerance / 3)
            # Right gradients are below what any mistake gives, and far above rounding.
            if len(case) == 5:
                assert 1e-9 < here < 2e-4
                assert one_sided(*case) > 20 * here
            else:
                assert here > 1e-3


def test_right_gradients_of_the_cases_are_below_the_bound_of_the_prose():
    for seed in range(10):
        for case in check_cases(seed, vary=True):
            if len(case) == 5:
                assert check(*case[:4]) < 1e-7


@pytest.mark.parametrize("seed", range(100))
def test_the_lines_are_decided_by_the_numbers_and_not_by_how_the_quotient_is_written(seed):
    told = {1: 0, -1: 0}
    for _, (x, theta, *rest) in secret("gradient_check", seed):
        epsilon = rest[0] if rest else 1e-7
        rise = (theta + epsilon) * x - (theta - epsilon) * x
        slopes = rise / (2 * epsilon), rise / 2 / epsilon, rise * (0.5 / epsilon)
        found = [abs(x - slope) / (abs(x) + abs(slope)) for slope in slopes]
        expected = solved()["gradient_check"](x, theta, *rest)
        np.testing.assert_allclose(found, expected, rtol=1e-5, atol=1e-13)
        for side in told:
            slope = side * ((theta + side * epsilon) * x - theta * x) / epsilon
            difference = abs(x - slope) / (abs(x) + abs(slope))
            told[side] += abs(difference - expected) > 0.01 * expected + 1e-11
    assert min(told.values()) >= 4  # a step to one side is told from two


@pytest.mark.parametrize("seed", range(100))
def test_both_errors_of_exercise_8_show_in_the_cases(seed):
    left_in = repaired(UNITS), repaired(CORNER)
    for _, arguments in secret("backward_propagation_n", seed):
        right = gradients_of(*arguments)
        for function in left_in:
            grads = function(*arguments)
            gaps = [np.abs(grads[name] - right[name]).max() for name in NAMED]
            assert max(gaps) > 1e-4


@pytest.mark.parametrize("seed", range(100))
def test_every_parameter_and_kind_of_error_is_among_the_cases(seed):
    found = secret("find_the_bug", seed)
    labels = " ".join(label for label, _ in found)
    assert all(name in labels for name in NAMES)
    assert sum(label == "no error" for label, _ in found) == 2


# ---------------------------------------------------------------- the notebook itself


def test_no_name_is_left_behind_that_could_stand_in_for_an_argument():
    cells = [cell for cell in read(MASTER).cells if cell.cell_type == "code"]
    lines = [line for cell in cells for line in cell.source.split("\n")]
    assigned = {
        name.strip()
        for line in lines
        if re.match(r"[A-Za-z_][\w, ]* = ", line)
        for name in line.split(" = ")[0].split(",")
    }
    assert {name for name in assigned if not name.startswith("t_")} == set()


def test_the_faulty_lines_are_what_the_student_gets():
    released = empty(sources(MASTER)["backward_propagation_n"])
    assert "# dW2 = dZ2 @ A1.T / len(A1)" in released
    assert "# dZ1 = dA1 * (A1 >= 0)" in released
    assert "A1.T / m" not in released
    assert len(re.findall(r"(?m)^    # d\w+ = ", released)) == 11
