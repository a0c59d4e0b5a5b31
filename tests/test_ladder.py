"""The engine of the tests, on answers of every kind that a notebook asks for."""

import numpy as np
import pytest
from judging import explained

from authoring.masters import exercises, master, solutions
from exercises.compare import compare
from exercises.declarations import Case, Exercise
from exercises.errors import WrongAnswer
from exercises.ladder import judge


def declared(*takes, **options):
    """An exercise whose function has arguments of these names."""
    return Exercise(1, "f", 10, takes, **{"returns": ("answer",)} | options)


def case(*arguments, expected, label="a case"):
    return Case(label, arguments, expected)


def verdict(answer, expected, **options):
    """What the engine says about a function that always gives this answer, or None."""
    try:
        judge(lambda *_: answer, [case(1, expected=expected)], declared("x", **options))
    except WrongAnswer as wrong:
        return str(wrong).split("\n")[0].removeprefix("Exercise 1, f: ")
    return None


LABELS = np.array([[1, 0, 1]])


@pytest.mark.parametrize(
    "answer",
    [LABELS, LABELS.astype(float), LABELS.astype(bool), LABELS.astype(np.int32)],
    ids=lambda answer: answer.dtype.name,
)
@pytest.mark.parametrize("expected", [LABELS, LABELS.astype(bool)], ids=["1", "True"])
def test_labels_are_right_in_any_type(answer, expected):
    assert verdict(answer, expected) is None


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (1 - LABELS, "answer[0, 0] should be 1, and yours is 0."),
        (LABELS * 0.9, "answer[0, 0] should be 1, and yours is 0.9."),
        (LABELS.astype(complex), "should hold whole numbers, and yours holds complex128"),
        (LABELS.astype(str), "should hold whole numbers, and yours holds <U"),
        (LABELS[0], "should be an array of shape (1, 3), and yours has shape (3,)"),
        ([[1, 0, 1]], "should be an array of shape (1, 3), and yours is a list of 1"),
    ],
)
def test_wrong_labels_get_a_sentence(answer, said):
    assert said in verdict(answer, LABELS)


@pytest.mark.parametrize("answer", [3, 3.0, np.int64(3), np.float64(3), np.array(3)])
def test_a_count_is_right_in_any_type(answer):
    assert verdict(answer, 3) is None


@pytest.mark.parametrize("answer", [4, "3", None, np.array([3]), 3 + 0j])
def test_a_wrong_count_is_not(answer):
    assert "answer should be a number" in verdict(answer, 3) or "should be 3" in verdict(answer, 3)


def test_a_number_may_not_be_whole_where_none_is_expected():
    said = "answer should be a float, and yours is of type int. A float has a decimal point: 3.0."
    assert verdict(3, 3.0) == said


def test_whole_number_that_is_wrong_is_said_to_be_wrong():
    assert verdict(0, 3.5) == "answer should be 3.5, and yours is 0."


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("W2", None),
        ("W1", "answer should be 'W2', and yours is 'W1'."),
        (None, "answer should be a string, and yours is None (is a `return` missing?)."),
        (np.array(["W2"]), "answer should be a string, and yours is ndarray of shape (1,)."),
    ],
)
def test_a_text_is_the_one_or_not(answer, said):
    assert verdict(answer, "W2") == said


def test_a_tolerance_is_that_of_the_exercise():
    expected = np.array([1.0])
    near = expected * (1 + 1e-7)
    assert verdict(near, expected) is not None
    assert verdict(near, expected, tolerance=1e-6) is None
    assert verdict(expected * (1 + 1e-5), expected, tolerance=1e-6) is not None


def test_a_case_may_leave_out_the_last_arguments():
    said = []

    def double(x, times=2):
        said.append(times)
        return x * times

    cases = [
        case(1.5, expected=3.0, label="the default"),
        case(1.5, 4, expected=6.0, label="another"),
    ]
    judge(double, cases, declared("x", "times"))
    assert said == [2, 4]
    with pytest.raises(WrongAnswer, match=r"Called on the default: x = 1\.5\."):
        judge(lambda x, times=3: x * times, cases, declared("x", "times"))


def test_a_function_may_be_an_argument():
    def backward(x):
        return 2 * x

    cases, exercise = [case(backward, 3.0, expected=6.0)], declared("backward", "x")
    judge(lambda f, x: f(x), cases, exercise)
    with pytest.raises(WrongAnswer, match="a case: backward = backward, x = 3.0"):
        judge(lambda f, x: x, cases, exercise)


def test_an_exception_that_cannot_be_marked_comes_through_as_it_is():
    class Strict(Exception):
        @property
        def cause(self):
            return "mine"

    def fails(x):
        raise Strict("no")

    with pytest.raises(Strict) as raised:
        judge(fails, [case(1, expected=1.0)], declared("x"))
    assert raised.value.__notes__ == ["Exercise 1, f, was called on a case: x = 1."]


def test_numbers_that_look_alike_are_shown_to_the_digit_that_differs():
    problem = compare(0.5 + 1e-10, 0.5, ("cost",), tolerance=1e-12)
    assert problem == "cost should be 0.5, and yours is 0.5000000001."
    assert compare(0.5 + 2e-9, 0.5, ("cost",)) == "cost should be 0.5, and yours is 0.500000002."


def test_what_a_later_call_writes_over():
    shared = np.zeros(2)

    def function(x):
        shared[:] = 2 * x
        return shared

    cases = [case(x, expected=np.full(2, 2.0 * x), label=f"case {x}") for x in (1, 2)]
    with pytest.raises(WrongAnswer, match=r"(?s)\[0\] should be 2, and yours is 4.*later.*case 1"):
        judge(function, cases, declared("x"))
    judge(lambda x: function(x).copy(), cases, declared("x"))


@pytest.mark.parametrize(
    ("change", "cause"),
    [
        (lambda answer: np.round(answer, 3), "It is rounded to 3 decimals: return it unrounded."),
        (lambda answer: np.round(answer, 1), "It is rounded to 1 decimal: return it unrounded."),
        (lambda answer: answer + 1e-8, "Only the last digits are wrong: is something rounded, "),
        (lambda answer: answer + 1e-2, ""),
        (lambda answer: None, ""),
    ],
)
def test_last_digits_that_are_wrong(change, cause):
    numbers = np.random.default_rng(0).normal(size=(3, 4))
    cases = [case(row, expected=numbers[row]) for row in range(3)]
    with pytest.raises(WrongAnswer) as caught:
        explained(lambda row: change(numbers[row]), cases, declared("row"))
    said = caught.value.cause
    assert said.startswith(cause)
    assert bool(said) == bool(cause)


def test_what_is_said_of_arguments_that_were_changed():
    def said(function, argument, right):
        with pytest.raises(WrongAnswer) as caught:
            explained(function, [case(argument, expected=right)], declared("x"))
        return str(caught.value)

    def entry(x):
        answer = {key: value.copy() for key, value in x.items()}
        x["W"] = x["W"] + 1
        return answer

    def reshape(x):
        answer = {"x": x.copy()}
        x.shape = (4, 1)
        return answer

    def add(x):
        answer = {"x": x.copy()}
        x += 1
        return answer

    def add_first(x):
        x += 1
        return {"x": x}

    x, parameters = np.zeros((2, 2)), {"W": np.ones(2)}
    assert "f: the answer is right, but your function has changed its argument x" in said(
        add, x, {"x": x}
    )
    assert "`x -= step` writes into the old one" in said(add, x, {"x": x})
    assert "`x.shape = ...` reshapes the old one" in said(reshape, x, {"x": x})
    assert "writes into the caller's dictionary" in said(entry, parameters, parameters)
    assert "should be 0, and yours is 1.\nAlong the way, your function" in said(
        add_first, x, {"x": x}
    )


# ---------------------------------------------------------------- defaults that take long


def counting_model(iterations, default=2000):
    """`model` of notebook 02, which notes how many iterations it is asked for."""
    solved = solutions(master("02"))["model"]

    def model(
        X_train,
        Y_train,
        X_test,
        Y_test,
        num_iterations=default,
        learning_rate=0.5,
        print_cost=False,
    ):
        iterations.append(num_iterations)
        return solved(X_train, Y_train, X_test, Y_test, num_iterations, learning_rate, print_cost)

    return model


def test_slow_default_is_read_off_the_first_line_where_there_is_one(capsys):
    test = exercises(master("02")).tests["model"]
    read, run = [], []
    test(counting_model(read))
    hidden = counting_model(run)
    test(lambda *arguments: hidden(*arguments))
    assert 2000 not in read
    assert 2000 in run


def test_wrong_slow_default_is_rejected():
    test = exercises(master("02")).tests["model"]
    with pytest.raises(WrongAnswer):
        test(counting_model([], default=1000))
