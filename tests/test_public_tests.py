"""The tests of the exercises: right answers pass, wrong ones get the sentence they deserve."""

import contextlib
import math
import re
import textwrap

import numpy as np
import pytest
from conftest import MASTER

import public_tests
from authoring.expected import written
from authoring.masters import ROOT, exercises, read, solutions
from exercises.diagnose import about_error
from exercises.errors import WrongAnswer

TABLES = exercises(MASTER).tables
SOURCES = {cell.id: cell.source for cell in read(MASTER).cells}
EXERCISES = list(exercises(MASTER).tests)


def variant(exercise, old="", new=""):
    """The master's function with a piece of its text replaced, in a namespace of its own."""
    source = SOURCES[exercise]
    assert old in source
    namespace = solutions(MASTER)
    exec(source.replace(old, new), namespace)
    return namespace[exercise]


def said(exercise, function):
    """What the exercise's test says to a wrong function."""
    with pytest.raises(WrongAnswer) as wrong:
        getattr(public_tests, f"{exercise}_test")(function)
    return str(wrong.value)


@pytest.mark.parametrize("exercise", EXERCISES)
def test_the_master_passes(exercise, capsys):
    getattr(public_tests, f"{exercise}_test")(variant(exercise))
    assert capsys.readouterr().out == " All tests passed.\n"


RIGHT = [
    ("initialize_parameters", "np.random.randn(n_h, n_x) * 0.01", "0.01 * np.random.normal(size=(n_h, n_x))"),
    ("initialize_parameters", "np.zeros((n_h, 1))", "np.full([n_h, 1], 0.0)"),
    ("linear_forward", "W @ A + b", "np.add(np.dot(W, A), b)"),
    ("linear_forward", "W @ A + b", "np.einsum('ij,jk->ik', W, A) + b"),
    ("linear_forward", "cache = (A, W, b)", "cache = [A, W, b]"),
    ("L_model_forward", "return AL, caches", "return AL, tuple(caches)"),
    ("L_model_forward", "return AL, caches", "return [AL, caches]"),
    ("compute_cost", "-np.sum(Y * np.log(AL) + (1 - Y) * np.log(1 - AL)) / m", "-np.mean(np.where(Y == 1, np.log(AL), np.log(1 - AL)))"),
    ("compute_cost", "-np.sum(Y * np.log(AL) + (1 - Y) * np.log(1 - AL)) / m", "-(Y @ np.log(AL).T + (1 - Y) @ np.log(1 - AL).T) / m"),
    ("compute_cost", "np.squeeze(cost)", "float(cost)"),
    ("linear_backward", "np.sum(dZ, axis=1, keepdims=True) / m", "dZ.mean(axis=1).reshape(-1, 1)"),
    ("linear_backward", "W.T @ dZ", "np.dot(dZ.T, W).T"),
    ("linear_activation_backward", "relu_backward(dA, activation_cache)", "dA * (activation_cache > 0)"),
    ("L_model_backward", "-(Y / AL - (1 - Y) / (1 - AL))", "np.divide(1 - Y, 1 - AL) - np.divide(Y, AL)"),
    ("L_model_backward", "return grads", "grads['dAL'] = dAL; return grads"),
    ("update_parameters", "parameters = {}", "parameters = dict(params)"),
]  # fmt: skip


@pytest.mark.parametrize(("exercise", "old", "new"), RIGHT)
def test_a_right_answer_written_differently_passes(exercise, old, new, capsys):
    getattr(public_tests, f"{exercise}_test")(variant(exercise, old, new))
    assert capsys.readouterr().out == " All tests passed.\n"


WRONG = [
    # the right kind of thing
    ("initialize_parameters", "return {", "return None; {", "parameters should be a dictionary, and yours is None (is a `return` missing?)"),
    ("linear_forward", "return Z, cache", "return Z", "Z, cache should be a tuple of 2, and yours is ndarray of shape (1, 2)"),
    ("linear_forward", "return Z, cache", "return ()", "Z, cache should hold 2 items, and yours holds 0"),
    ("compute_cost", "return np.squeeze(cost)", "return ()", "cost should be a number, and yours is a tuple of 0"),
    ("linear_activation_forward", "A, activation_cache = sigmoid(Z)", "activation_cache = Z; A = sigmoid(Z)", "A should be an array of shape (1, 2), and yours is a tuple of 2"),
    # the keys
    ("initialize_parameters", '"b2": b2}', "}", "so b2 is missing"),
    ("initialize_parameters_deep", "return parameters", "parameters['L'] = 2; return parameters", "no other; yours also has L"),
    ("L_model_backward", 'grads["dA" + str(L - 1)] = dA_prev', 'grads["dA" + str(L)] = dA_prev; grads["dA" + str(L - 1)] = 0 * dA_prev', "dA1[0, 0] should be"),
    # the type
    ("initialize_parameters", "np.zeros((n_h, 1))", "np.zeros((n_h, 1), dtype=int)", "b1 should hold float64 numbers, and yours holds int64"),
    ("linear_forward", "W @ A + b", "(W @ A + b).astype(np.float32)", "Z should hold float64 numbers, and yours holds float32"),
    ("linear_forward", "W @ A + b", "(W @ A + b).tolist()", "Z should be an array of shape (1, 2), and yours is a list of 1"),
    # the shape
    ("initialize_parameters", "np.zeros((n_h, 1))", "np.zeros(n_h)", "b1 should be an array of shape (2, 1), and yours has shape (2,)"),
    ("linear_backward", "axis=1, keepdims=True", "axis=0, keepdims=True", "db should be an array of shape (3, 1), and yours has shape (1, 4)"),
    ("linear_backward", "return dA_prev, dW, db", "return dW, db, dA_prev", "dA_prev should be an array of shape (5, 4), and yours has shape (3, 5)"),
    ("compute_cost", "np.squeeze(cost)", "np.array([[cost]])", "cost should be a number, and yours has shape (1, 1)"),
    ("L_model_forward", "caches.append(cache)\n    # YOUR CODE ENDS", "# YOUR CODE ENDS", "caches should hold 3 items, and yours holds 2"),
    ("update_parameters", 'b - learning_rate * grads["db"', 'b - learning_rate * grads["dW"', "b1 should be an array of shape (3, 1), and yours has shape (3, 4)"),
    # finite, then the value
    ("compute_cost", "np.log(AL)", "np.log(0 * AL)", "cost should be 0.27977656, and yours is"),
    ("linear_forward", "W @ A + b", "np.log(np.minimum(W @ A + b, 0) * 0 - 1)", "Z[0, 0] should be 3.2629534, and yours is nan"),
    ("compute_cost", "-np.sum", "np.sum", "cost should be 0.27977656, and yours is -0.27977656"),
    ("linear_forward", "W @ A + b", "W @ A", "Z[0, 0] should be 3.2629534, and yours is 3.5123238"),
    ("linear_forward", "cache = (A, W, b)", "cache = (Z, W, b)", "cache[0] should be an array of shape (3, 2)"),
    ("update_parameters", "learning_rate * grads", "0.0075 * grads", "W1[0, 0] should be -0.59562069"),
    ("linear_activation_backward", "relu_backward(dA, activation_cache)", "sigmoid_backward(dA, activation_cache)", "dA_prev[0, 0] should be 0.44090989"),
    # two that are right mathematics, and meet a case that is not a network
    ("L_model_backward", "dAL = -(", "AL = np.clip(AL, 1e-8, 1 - 1e-8); dAL = -(", "Your mathematics is right: you keep AL inside (0, 1)"),
    ("L_model_backward", 'linear_activation_backward(dAL, caches[L - 1], "sigmoid")', "linear_backward(AL - Y, caches[L - 1][0])", "Your mathematics is right: dZ = AL - Y"),
]  # fmt: skip


@pytest.mark.parametrize(("exercise", "old", "new", "sentence"), WRONG)
def test_a_wrong_answer_gets_its_sentence(exercise, old, new, sentence):
    message = said(exercise, variant(exercise, old, new))
    assert sentence in message
    assert re.match(rf"Exercise \d+, {exercise}: ", message)
    assert re.fullmatch(r"Called on (the )?public case( 1|, \w+)?\.", message.split("\n")[-1])
    assert len(message.split("\n")) <= 3


def test_a_kind_sentence_keeps_the_idea_that_is_right_elsewhere():
    clipped = variant("L_model_backward", "dAL = -(", "AL = AL.clip(1e-8, 1 - 1e-8); dAL = -(")
    assert "Keep your idea for real networks." in said("L_model_backward", clipped)


def test_what_the_function_raises_comes_through_with_a_note():
    backward = variant("L_model_backward", "caches[L - 1]", "caches[L]")
    with pytest.raises(IndexError, match="list index out of range") as error:
        public_tests.L_model_backward_test(backward)
    (note,) = error.value.__notes__
    cause, call = note.split("\n")
    assert "the last of L caches is caches[L - 1]" in cause
    assert call == "Exercise 9, L_model_backward, was called on the public case."


def test_an_open_exercise_is_said_to_be_open():
    def open_exercise(*arguments):
        raise public_tests.ExerciseOpen(3, "linear_forward")

    with pytest.raises(NotImplementedError, match="Exercise 3, linear_forward, is still open"):
        public_tests.linear_forward_test(open_exercise)


def test_the_answers_are_not_lent_out():
    """A function that writes into what it is given cannot spoil the next test."""

    def vandal(A, W, b):
        A[:] = W[:] = b[:] = 0
        return np.zeros((1, 2)), (A, W, b)

    said("linear_forward", vandal)
    public_tests.linear_forward_test(variant("linear_forward"))


def test_the_readme_shows_the_learners_way(capsys):
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"```python\n(.*?)```", readme, flags=re.DOTALL)
    solution = "\n".join(
        line for line in SOURCES["linear_backward"].split("\n") if re.match(r"    d\w+ = ", line)
    )
    wrong = textwrap.indent(code.rstrip(), "    ")
    message = said("linear_backward", variant("linear_backward", solution, wrong))
    assert f"```\n{message}\n```" in readme
    fixed = wrong.replace("axis=0", "axis=1")
    public_tests.linear_backward_test(variant("linear_backward", solution, fixed))
    assert capsys.readouterr().out == " All tests passed.\n"


def test_the_score_card_follows_the_tests():
    exercise, card = "linear_forward", public_tests.score_card()
    before, total = card.points()
    public_tests.linear_forward_test(variant(exercise))
    passed, _ = card.points()
    assert card.rows[exercise] == [3, 5, "passed"]
    said(exercise, variant(exercise, "W @ A + b", "W @ A"))
    assert card.rows[exercise] == [3, 5, "not yet"]
    assert card.points() == (passed - 5, total == 100 and 100)
    assert "linear_forward              not yet       0 of 5" in repr(card)
    assert "<td style='text-align: left'>not yet</td><td>0 of 5</td>" in card._repr_html_()


@pytest.mark.parametrize(
    ("exercise", "old", "new", "points"),
    [
        ("compute_cost", "return np.squeeze(cost)", "return 0.2797765635793423", "5.0"),
        (
            "linear_forward",
            "cache = (A, W, b)",
            "cache = (A, W, b); A += 1; A -= 1; A[0] = 9",
            None,
        ),
        ("L_model_backward", "(dA, caches[l],", "(dA, caches[0],", "10.0"),
        ("compute_cost", "-np.sum", "np.sum", None),
    ],
)
def test_partial_credit_is_a_plain_number_in_the_grader(capsys, exercise, old, new, points):
    function, test = variant(exercise, old, new), getattr(public_tests, f"{exercise}_test")
    with pytest.raises(Exception):  # noqa: B017, PT011
        test(function)
    with exercises(MASTER).graded({}):
        if points is None:
            with pytest.raises(WrongAnswer):
                test(function)
            return
        credit = test(function)
    assert repr(credit) == points
    assert f"{credit:g} of " in capsys.readouterr().out


@pytest.mark.parametrize(("execution", "credit"), [("autograde", True), ("validate", False)])
def test_partial_credit_under_stock_nbgrader(monkeypatch, execution, credit):
    function = variant("L_model_backward", "(dA, caches[l],", "(dA, caches[0],")
    monkeypatch.setenv("NBGRADER_EXECUTION", execution)
    if credit:
        assert public_tests.L_model_backward_test(function) == 10
    else:
        with pytest.raises(Exception):  # noqa: B017, PT011
            public_tests.L_model_backward_test(function)


def test_graded_swaps_the_tables_and_restores_them_after_an_error():
    published = exercises(MASTER).tables
    tables = {"FRESH": {"compute_cost": []}}
    with contextlib.suppress(KeyError), exercises(MASTER).graded(tables):
        assert exercises(MASTER).tables["PUBLIC"] is published["PUBLIC"]
        assert exercises(MASTER).tables["FRESH"] == {"compute_cost": []}
        public_tests.compute_cost_test(lambda AL, Y: 0.2797765635793423)
        raise KeyError
    assert exercises(MASTER).tables is published
    with pytest.raises(WrongAnswer):
        public_tests.compute_cost_test(lambda AL, Y: 0.2797765635793423)


def test_without_an_explanation_the_cases_run_once_and_the_verdict_is_the_same():
    calls = []

    def wrong(A, W, b):
        calls.append(A)
        return W @ A, (A, W, b)

    with pytest.raises(WrongAnswer) as caught:
        public_tests.linear_forward_test(wrong, explain=False)
    assert len(calls) == 1
    assert caught.value.cause == ""
    problem, call = str(caught.value).split("\n")
    explained = said("linear_forward", wrong).split("\n")
    assert (explained[0], explained[-1], len(explained)) == (problem, call, 3)


@pytest.mark.parametrize("exercise", ["initialize_parameters", "linear_forward"])
def test_the_random_state_is_left_as_it_was(exercise):
    """Also where the public case sets a seed of its own, as that of linear_forward does."""
    function = variant(exercise)
    np.random.seed(5)
    expected = np.random.rand()
    np.random.seed(5)
    getattr(public_tests, f"{exercise}_test")(function)
    assert np.random.rand() == expected


def test_a_function_that_remembers_is_told_so():
    calls = []

    def remembers(A, W, b):
        calls.append(W @ A + b)
        return calls[-1] if len(calls) > 3 else calls[0], (A, W, b)

    assert "remembers something" in said("linear_forward", remembers)


def test_what_a_function_prints_is_printed_once_a_case(capsys):
    def talks(A, W, b):
        print("here")
        return W @ A, (A, W, b)

    said("linear_forward", talks)
    assert capsys.readouterr().out == "here\n"


def test_colour_only_where_a_terminal_has_it(monkeypatch):
    wrong = WrongAnswer("what", "why", "where")
    assert wrong._render_traceback_() == ["what", "why", "where"]
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert wrong._render_traceback_() == ["\033[31mwhat\033[0m", "\033[34mwhy\033[0m", "where"]
    monkeypatch.setenv("NO_COLOR", "1")
    assert wrong._render_traceback_() == ["what", "why", "where"]


def test_a_long_message_breaks_between_words_and_stays_one_sentence():
    sentence = (
        "The shapes do not fit an entry-by-entry calculation: print both of them, `x`, and `y`."
    )
    shown = WrongAnswer(f"where\n{sentence} {sentence}")._render_traceback_()
    assert len(shown) == 3
    assert max(map(len, shown)) <= 100
    assert " ".join(shown) == f"where {sentence} {sentence}"
    unbroken = "/".join(["a_long_name"] * 20)
    assert WrongAnswer(unbroken)._render_traceback_() == [unbroken]


@pytest.mark.parametrize("case", range(len(TABLES["FRESH"]["L_model_backward"])))
def test_the_gradients_that_the_tests_expect_are_the_slopes_of_the_cost(case):
    """The expected gradients, against differences of the cost: dJ/dW = (J+ - J-) / (2 step)."""
    solved, step = solutions(MASTER), 1e-6
    _, (_, Y, caches), expected = TABLES["FRESH"]["L_model_backward"][case]
    X = caches[0][0][0]
    parameters = {}
    for layer, ((_, W, b), _) in enumerate(caches, start=1):
        parameters |= {f"W{layer}": W, f"b{layer}": b}

    def cost(name, index, change):
        moved = {key: value.astype(float).copy() for key, value in parameters.items()}
        moved[name][index] += change
        return solved["compute_cost"](solved["L_model_forward"](X, moved)[0], Y)

    for name, value in parameters.items():
        for index in np.ndindex(value.shape):
            slope = (cost(name, index, step) - cost(name, index, -step)) / (2 * step)
            assert expected[f"d{name}"][index] == pytest.approx(slope, rel=1e-5, abs=1e-8)


def test_a_failure_carries_its_cause_apart_from_its_text():
    wrong = variant("linear_forward", "W @ A + b", "W @ A")
    with pytest.raises(WrongAnswer) as caught:
        public_tests.linear_forward_test(wrong)
    assert caught.value.cause.startswith("The bias b is not added")
    assert str(caught.value).split("\n")[1] == caught.value.cause

    with pytest.raises(ValueError, match="broadcast") as caught:
        public_tests.linear_forward_test(variant("linear_forward", "W @ A + b", "W * A + b"))
    assert caught.value.__notes__[-1].startswith(caught.value.cause + "\n")
    assert caught.value.cause

    with pytest.raises(WrongAnswer) as caught:
        public_tests.linear_forward_test(lambda A, W, b: None)
    assert caught.value.cause == ""


@pytest.mark.parametrize(
    ("mistake", "sentence"),
    [
        (lambda x: math.exp(x), "take numbers only"),
        (lambda x: np.zeros(3).__setitem__(0, x), "b[i, 0] is the number itself"),
        (lambda x: x.__itruediv__(2.0), "`x = x / y` makes a new array"),
        (lambda x: x @ x, "A matrix product needs"),
        (lambda x: x + np.zeros(7), "(1, 3) and (7,) do not fit entry by entry"),
    ],
)
def test_an_error_of_numpy_is_explained(mistake, sentence):
    with pytest.raises((TypeError, ValueError)) as error:
        mistake(np.array([[1, 2, 3]]))
    assert sentence in about_error(error.value)


def test_the_type_of_an_array_is_written_where_it_is_not_the_usual_one():
    assert written(np.array([1, 2])) == "array([1, 2])"
    assert written(np.array([1, 2], np.uint8)) == "array([1, 2], dtype='uint8')"
