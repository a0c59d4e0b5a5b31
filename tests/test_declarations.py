"""The options of a declaration, each tried on a small exercise that is made up here."""

from types import SimpleNamespace

import numpy as np
import pytest
from conftest import needs_sandbox

from authoring.expected import expected_value, written
from exercises.declarations import Case
from exercises.diagnose import outcomes
from exercises.errors import WrongAnswer
from exercises.testing import Exercises, missing_package
from grading.execution import Learner
from grading.sandbox import Limits, Sandbox


def declared(*cases, known=(), **options):
    """The test of an exercise f(x), worth 10 points, whose result is y.

    Arguments:
        cases: pairs (x, expected answer); the first is the public case.
        known: its known mistakes as (sentence, outcomes).
        options: of the declaration.
    """
    ((public, answer), *others) = cases
    expected = SimpleNamespace(
        META={"f": {"number": 1, "points": 10, "takes": ("x",)}},
        PUBLIC={"f": [answer]},
        FRESH={"f": [(f"fresh case {i}", (x,), y) for i, (x, y) in enumerate(others, start=1)]},
        KNOWN={"f": list(known)},
    )
    return Exercises(expected).test("f", returns="y", public=[lambda: (public,)], **options)


def mistake(sentence, function, test, *arguments):
    """A known mistake: what comes out of a function for each of the arguments."""
    cases = [Case("", (x,), None) for x in arguments]
    return sentence, outcomes(function, cases, test.exercise)


def message(test, function):
    """What the learner reads about a wrong function: its error, and the notes of the test."""
    with pytest.raises(Exception) as caught:  # noqa: PT011
        test(function)
    return "\n".join([str(caught.value), *getattr(caught.value, "__notes__", [])])


@pytest.mark.parametrize("quiet", [False, True])
def test_quiet_hides_what_the_function_prints(capsys, quiet):
    declared((1.0, 1.0), quiet=quiet)(lambda x: print("a cost") or x)
    assert capsys.readouterr().out == "a cost\n" * (not quiet) + " All tests passed.\n"


def test_new_exercise_without_expected_answers_names_the_command():
    expected = SimpleNamespace()
    test = Exercises(expected).test("f", returns="y", public=[lambda: (1,)])
    with pytest.raises(
        LookupError, match="f has no expected answers yet: run `python -m authoring make`"
    ):
        test(lambda x: x)


# ---------------------------------------------------------------- strict_floats

SMALL, LARGE = np.array([[0.5, -1.0]]), np.array([[-800.0, 0.0, 800.0]])


def sigmoid(x):
    e = np.exp(-np.abs(x))  # underflows to 0 for 800, as it should
    return np.where(x >= 0, 1, e) / (1 + e)


def naive(x):
    return 1 / (1 + np.exp(-x))


def sigmoid_test(**options):
    return declared(*((x, sigmoid(x)) for x in (SMALL, LARGE)), **options)


@pytest.mark.filterwarnings("ignore:overflow")
def test_overflow_passes_where_only_the_values_count():
    sigmoid_test()(naive)


def test_strict_floats_allows_underflow_and_leaves_the_state():
    before = np.geterr()
    sigmoid_test(strict_floats=True)(sigmoid)
    assert np.geterr() == before


def test_strict_floats_names_the_operation_and_the_case():
    before = np.geterr()
    text = message(sigmoid_test(strict_floats=True), naive)
    assert text.startswith(
        "overflow encountered in exp\n`exp` overflows: its result is larger than "
    )
    assert text.split("\n")[2].startswith("Exercise 1, f, was called on fresh case 1")
    assert np.geterr() == before


@pytest.mark.parametrize(
    ("function", "sentence"),
    [
        (lambda x: np.log(x), "`log` divides by 0, or takes the logarithm of 0."),
        (lambda x: 1 / x, "`divide` divides by 0, or takes the logarithm of 0."),
        (lambda x: x / x, "`divide` gets a value for which it has no result, only nan."),
        (lambda x: np.sqrt(x - 1), "`sqrt` gets a value for which it has no result, only nan."),
    ],
)
def test_strict_floats_explains_each_error(function, sentence):
    zero = np.zeros((1, 2))
    text = message(declared((zero, zero), strict_floats=True), function)
    assert text.split("\n")[1] == sentence


def test_known_mistake_is_recognised_under_the_same_state():
    known = mistake("Take |x|.", naive, sigmoid_test(strict_floats=True), SMALL, LARGE)
    assert known[1][1] == ["FloatingPointError", "overflow encountered in exp"]
    text = message(sigmoid_test(strict_floats=True, known=[known]), naive)
    assert text.split("\n")[1] == (
        "`exp` overflows: its result is larger than any float can be. Take |x|."
    )


@needs_sandbox
def test_strict_floats_holds_in_the_grader(capsys):
    """The function runs in another process there: its state travels with the call."""
    text = (
        "np.seterr(all='ignore')\n"
        "def f(x):\n    return 1 / (1 + np.exp(-x))\n"
        "def state():\n    return np.geterr()"
    )
    with Sandbox({}, "import numpy as np", ["f", "state"], limits=Limits(call=5)) as sandbox:
        learner = Learner(sandbox)
        try:
            assert learner.run("f", text) == ("", None)
            assert learner.call("state", (), {}) == np.geterr()

            def stand_in(x):
                return learner.call("f", (x,), {})

            sigmoid_test()(stand_in)
            found = message(sigmoid_test(strict_floats=True), stand_in)
        finally:
            learner.close()
    assert "overflow encountered in exp\n`exp` overflows: its result is larger than any" in found
    assert found.split("\n")[-1].startswith("Exercise 1, f, was called on fresh case 1")


# ---------------------------------------------------------------- facts

PARENTS = {"a": [], "b": ["a"], "c": ["a"], "d": ["b", "c"]}


def order_facts(order, parents):
    """What must be true of a topological order."""
    facts = {"number of nodes": len(order), "every node occurs once": len(set(order)) == len(order)}
    place = {node: index for index, node in enumerate(order)}
    return facts | {
        "every node comes after its parents": all(
            place.get(parent, 99) < place[node] for node in order for parent in parents[node]
        )
    }


def order_test(**options):
    right = order_facts(["a", "b", "c", "d"], PARENTS)
    return declared((PARENTS, right), facts=order_facts, **options)


@pytest.mark.parametrize("order", [["a", "b", "c", "d"], ["a", "c", "b", "d"], tuple("abcd")])
def test_facts_accept_every_right_answer(order):
    order_test()(lambda parents: order)


@pytest.mark.parametrize(
    ("order", "sentence"),
    [
        (["a", "b", "d"], "y: number of nodes should be 4, and yours is 3."),
        (["a", "a", "b", "d"], "y: this should hold and does not: every node occurs once."),
        (list("dcba"), "y: this should hold and does not: every node comes after its parents."),
        (None, "y cannot be read; yours is None (is a `return` missing?) (TypeError: object of"),
        (["a", "b", "c", "e"], "y cannot be read; yours is a list of 4 (KeyError: 'e')."),
    ],
)
def test_first_fact_that_fails_is_reported_in_words(order, sentence):
    with pytest.raises(WrongAnswer) as caught:
        order_test()(lambda parents: order)
    assert str(caught.value).split("\n")[0].startswith(f"Exercise 1, f: {sentence}")


def test_fact_that_should_not_hold():
    test = declared((1.0, {"it is negative": False}), facts=lambda y, x: {"it is negative": y < 0})
    test(lambda x: x)
    assert "y: this should not hold and does: it is negative." in message(test, lambda x: -x)


def test_known_mistake_is_recognised_by_its_facts():
    def reversed_order(parents):
        return ["d", "c", "b", "a"]

    known = mistake("The order is reversed.", reversed_order, order_test(), PARENTS)
    test = order_test(known=[known])
    assert "\nThe order is reversed.\n" in message(test, reversed_order)
    assert "\nThe order is reversed.\n" in message(test, lambda parents: list("dbca"))
    assert "reversed" not in message(test, lambda parents: ["d"])


def test_expected_value_is_the_facts_of_the_right_answer():
    test = order_test()
    facts = expected_value(lambda parents: list("acbd"), (PARENTS,), test.exercise)
    assert facts == order_facts(list("abcd"), PARENTS)
    assert eval(written(facts)) == facts
    with pytest.raises(ValueError, match="f: y cannot be read; yours is None"):
        expected_value(lambda parents: None, (PARENTS,), test.exercise)


# ---------------------------------------------------------------- needs


@pytest.fixture
def two():
    """Exercises g, which needs nothing, and f, which needs a package that does not exist."""
    meta = {"number": 1, "points": 90, "takes": ("x",)}
    expected = SimpleNamespace(
        META={"g": meta, "f": {"number": 2, "points": 10, "takes": ("x",)}},
        PUBLIC={"g": [1.0], "f": [1.0]},
        FRESH={"g": [], "f": []},
    )
    exercises = Exercises(expected)
    exercises.test("g", returns="y", public=[lambda: (1.0,)])
    exercises.test("f", returns="y", public=[lambda: (1.0,)], needs="no_such_package")
    return exercises


MISSING = (
    "Exercise 2, f, needs no_such_package, which is not installed here: it is not tested, and its "
    "10 points do not count."
)


def test_missing_package_is_one_sentence_and_takes_the_points_out(two, capsys):
    assert two.score_card().points() == (0, 100)
    two.tests["g"](lambda x: x)
    assert two.tests["f"](lambda x: 1 / 0) is None
    assert capsys.readouterr().out == f" All tests passed.\n{MISSING}\n"
    assert two.score_card().points() == (90, 90)
    lines = repr(two.score_card()).split("\n")
    assert lines[1].split() == ["2", "f", "needs", "no_such_package", "-"]
    assert len({len(line) for line in lines}) == 1
    assert "needs no_such_package" in two.score_card()._repr_html_()
    assert missing_package(two.tests["f"].exercise) == MISSING
    assert missing_package(two.tests["g"].exercise) is None


def test_package_that_is_there_changes_nothing():
    test = declared((1.0, 1.0), needs="json")
    assert missing_package(test.exercise) is None
    test(lambda x: x)
    with pytest.raises(WrongAnswer):
        test(lambda x: 2 * x)


def test_package_is_named_as_people_name_it(monkeypatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    assert "f, needs PyTorch, which" in missing_package(declared((1, 1), needs="torch").exercise)
