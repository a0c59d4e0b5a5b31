"""The small change that makes a wrong function right is found, and what is said of it is true."""

import ast
import linecache
import textwrap

import numpy as np
import pytest
from judging import explained

from authoring.masters import exercises, masters, sources
from exercises.declarations import Case, Exercise
from exercises.edits import Scope, edits

RNG = np.random.default_rng(3)


def message(text, right, *arguments, **options):
    """What a test says to a function in the place of the right one, both as text."""
    target, solution = learners(text), learners(right)
    takes = target.__code__.co_varnames[: target.__code__.co_argcount]
    exercise = Exercise(1, target.__name__, 10, takes, **{"returns": ("y",)} | options)
    cases = [
        Case(f"case {number}", given, solution(*given)) for number, given in enumerate(arguments)
    ]
    with pytest.raises(Exception) as caught:  # noqa: PT011
        explained(target, cases, exercise)
    return "\n".join([str(caught.value), *getattr(caught.value, "__notes__", [])])


def learners(text):
    """A function as a cell of a notebook defines it, whose text is known."""
    text = textwrap.dedent(text).strip() + "\n"
    file = f"<cell {hash(text)}>"
    linecache.cache[file] = len(text), None, text.splitlines(True), file
    names = {"np": np}
    exec(compile(text, file, "exec"), names)
    return next(value for value in names.values() if getattr(value, "__globals__", 0) is names)


COST = """
    def cost(A, Y):
        m = Y.shape[1]
        losses = Y * np.log(A) + (1 - Y) * np.log(1 - A)
        return -np.sum(losses) / m
"""
PROBABILITIES = [
    (RNG.uniform(0.1, 0.9, (1, m)), RNG.integers(0, 2, (1, m)).astype(float)) for m in (5, 4, 7)
]
BACKWARD = """
    def backward(dZ, A, W):
        m = A.shape[1]
        dW = dZ @ A.T / m
        db = np.sum(dZ, axis=1, keepdims=True) / m
        return {"dW": dW, "db": db, "dA": W.T @ dZ}
"""
LAYERS = [
    (RNG.normal(size=(n, m)), RNG.normal(size=(k, m)), RNG.normal(size=(n, k)))
    for n, k, m in ((3, 2, 4), (2, 5, 3), (4, 3, 5))
]
LOOP = """
    def total(x):
        found = 0.0
        for i in range(len(x)):
            found += x[i] ** 2
        return found
"""
NUMBERS = [(RNG.normal(size=n),) for n in (3, 5, 4)]
STEP = """
    def step(parameters, grads, learning_rate):
        W = parameters["W"] - learning_rate * grads["dW"]
        b = parameters["b"] - learning_rate * grads["db"]
        return {"W": W, "b": b}
"""
STEPS = [
    (
        {"W": RNG.normal(size=(2, 3)), "b": RNG.normal(size=(2, 1))},
        {"dW": RNG.normal(size=(2, 3)), "db": RNG.normal(size=(2, 1))},
        rate,
    )
    for rate in (0.5, 0.2)
]


@pytest.mark.parametrize(
    ("right", "arguments", "old", "new", "sentence"),
    [
        (
            COST,
            PROBABILITIES,
            "log(1 - A)",
            "log(A)",
            "with `(1 - Y) * np.log(1 - A)` in place of `(1 - Y) * np.log(A)`",
        ),
        (
            COST,
            PROBABILITIES,
            "(1 - Y) *",
            "1 - Y *",
            "with `Y * np.log(A) + (1 - Y) * np.log(1 - A)` in",
        ),
        (COST, PROBABILITIES, "-np.sum", "np.sum", "with `-(np.sum(losses) / m)` in place of"),
        (COST, PROBABILITIES, " / m", "", "np.sum(losses)"),
        (COST, PROBABILITIES, "shape[1]", "shape[0]", "`m = Y.shape[0]`: with `1` in place of `0`"),
        (BACKWARD, LAYERS, "A.T", "A", "`dW = dZ @ A / m`: with `dZ @ A.T` in place of"),
        (BACKWARD, LAYERS, "W.T @ dZ", "W @ dZ", "with `W.T @ dZ` in place of `W @ dZ`"),
        (BACKWARD, LAYERS, "dZ @ A.T", "A.T @ dZ", "with `dZ @ A.T` in place of `A.T @ dZ`"),
        (BACKWARD, LAYERS, ", keepdims=True", "", "axis=1, keepdims=True)` in place of"),
        (BACKWARD, LAYERS, "axis=1", "axis=0", "with `1` in place of `0`"),
        (BACKWARD, LAYERS, '"db": db', '"db": dW', """{"dW": dW, "db": db, "dA": W.T @ dZ}` in"""),
        (LOOP, NUMBERS, "range(len(x))", "range(1, len(x))", "with `0` in place of `1`"),
        (LOOP, NUMBERS, "        return", "            return", "after the loop, not in it"),
        (LOOP, NUMBERS, "+=", "=", "with `found += x[i] ** 2` in its place"),
        (LOOP, NUMBERS, "return found", "return round(found, 2)", "with `found` in place of"),
        (LOOP, NUMBERS, "return found", "found / 1", "with `return found` as the last line"),
    ],
)
def test_single_slip_is_named_with_its_line(right, arguments, old, new, sentence):
    assert old in right
    text = message(right.replace(old, new, 1), right, *arguments)
    assert sentence in text
    assert "every case is right" in text


def test_slip_in_every_line_is_named_once():
    wrong = STEP.replace('parameters["W"] - l', '(parameters["W"] - l').replace(
        'parameters["b"] - l', '(parameters["b"] - l'
    )
    text = message(wrong.replace("rate *", "rate) *"), STEP, *STEPS)
    assert ", and the same in 1 other place, every case is right." in text


def test_name_that_stands_twice_in_a_line_is_replaced_in_both_places():
    right = """
        def shifted(A, B):
            return B - np.ones((B.shape[0], B.shape[1]))
    """
    text = message(right.replace("B.shape", "A.shape"), right, *((dZ, A) for dZ, A, _ in LAYERS))
    assert "with `B` in place of `A`, and the same in 1 other place, every case is right" in text


def test_matrix_product_in_place_of_a_mask_is_named_in_all_lines():
    right = """
        def masked(A, B):
            A = A * (A > 0)
            return A, B * (B > 1)
    """
    wrong = right.replace("* (A > 0)", "@ (A > 0).T").replace("* (B > 1)", "@ (B > 1).T")
    text = message(wrong, right, *(layer[:2] for layer in LAYERS), returns=("A", "B"))
    assert "with `A * (A > 0)` in place of `A @ (A > 0).T`, and the same in 1 other place" in text


def test_line_that_is_wrong_and_needed_is_not_said_to_be_left_out():
    right = """
        def positive(x):
            x = x * (x > 0)
            return x, x > 0
    """
    wrong = right.replace("x * (x > 0)", "np.cosh(x) - 3")
    text = message(wrong, right, *((np.append(x, -1.0),) for (x,) in NUMBERS), returns=("x", "y"))
    assert "Look at" not in text


def test_one_of_two_mistakes_names_the_part_it_mends():
    wrong = BACKWARD.replace("A.T / m", "A.T / m * A[0, 0]").replace("W.T @ dZ", "W.T @ dZ + 5")
    text = message(wrong, BACKWARD, *LAYERS)
    assert "dW is right." in text or "dA is right." in text
    assert "every case" not in text


def test_slip_in_both_branches_is_named():
    right = """
        def slope(dA, Z, kind):
            if kind == "relu":
                dZ = dA * (Z > 0)
            else:
                dZ = dA * (1 - np.tanh(Z) ** 2)
            return dZ
    """
    cases = [(*RNG.normal(size=(2, 3, 4)), kind) for kind in ("relu", "tanh", "relu", "tanh")]
    text = message(right.replace("dA *", "dA @"), right, *cases)
    assert ", and the same in 1 other place, every case is right." in text


def test_answer_of_another_kind_has_no_part_that_a_change_mends():
    right = """
        def forward(A, W):
            Z = W @ A
            return Z, {"A": A, "W": W}
    """
    text = message(
        right.replace(', {"A": A, "W": W}', ""),
        right,
        *((A, W) for W, A in ((RNG.normal(size=(2, 3)), RNG.normal(size=(3, 4))) for _ in "ab")),
        returns=("Z", "cache"),
    )
    assert "Look at" not in text


def test_loop_that_ends_early_is_named():
    wrong = LOOP.replace(
        "+= x[i] ** 2", "+= x[i] ** 2\n            if i == 2:\n                break"
    )
    text = message(wrong, LOOP, *((np.arange(1.0, n),) for n in (60, 70)))
    assert "Look at `if i == 2:`: without this line, every case is right." in text


def test_error_is_explained_by_the_change_without_which_it_is_raised():
    text = message(BACKWARD.replace("A.T", "A"), BACKWARD, *LAYERS)
    assert "with `dZ @ A.T` in place of `dZ @ A`, every case is right." in text


def test_function_without_a_text_is_not_changed():
    names = {"np": np}
    exec(textwrap.dedent(COST.replace(" / m", "")), names)
    exercise = Exercise(1, "cost", 10, ("A", "Y"), ("y",))
    cases = [Case("case", given, learners(COST)(*given)) for given in PROBABILITIES]
    with pytest.raises(AssertionError, match="cost") as caught:
        explained(names["cost"], cases, exercise)
    assert "Look at" not in str(caught.value)


def test_text_that_is_not_the_functions_own_is_not_changed():
    target = learners(COST.replace(" / m", ""))
    other = textwrap.dedent(COST).strip()
    linecache.cache[target.__code__.co_filename] = 1, None, other.splitlines(True), ""
    cases = [Case("case", given, learners(COST)(*given)) for given in PROBABILITIES]
    with pytest.raises(AssertionError) as caught:
        explained(target, cases, Exercise(1, "cost", 10, ("A", "Y"), ("y",)))
    assert "Look at" not in str(caught.value)


def test_function_in_a_cell_with_an_import_is_repaired():
    cell = "import numpy as np\n" + textwrap.dedent(COST.replace(" / m", ""))
    exercise = Exercise(1, "cost", 10, ("A", "Y"), ("y",))
    cases = [Case("case", given, learners(COST)(*given)) for given in PROBABILITIES]
    with pytest.raises(AssertionError, match="every case is right"):
        explained(learners(cell), cases, exercise)


def test_change_that_never_ends_is_given_up():
    text = message(
        """
        def down(n):
            found = 0.0
            while n > 0:
                found += n
                n -= 1
            return found * 3 + 1
        """,
        """
        def down(n):
            return n * (n + 1) / 2 + 7.5
        """,
        *((n,) for n in (3, 4, 6)),
    )
    assert "Look at" not in text


def test_no_small_change_is_told_where_none_helps():
    text = message(COST.replace("Y * np.log(A)", "np.cos(A)"), COST, *PROBABILITIES)
    assert "every case is right" not in text


def test_two_names_that_are_exchanged_are_named():
    right = """
        def f(x, theta):
            return x ** 2 + 3 * theta - x * theta
    """
    wrong = right.replace("x ** 2 + 3 * theta - x * theta", "theta ** 2 + 3 * x - theta * x")
    text = message(wrong, right, (2.0, 3.5), (1.5, -0.5), (0.3, 0.7))
    assert "with `theta` and `x` exchanged, every case is right." in text


@pytest.mark.parametrize("path", masters(), ids=lambda path: path.stem[:2])
def test_edits_of_a_solution_change_it_and_leave_it_as_it_was(path):
    for name in list(exercises(path).tests)[::3]:
        tree = ast.parse(sources(path)[name])
        function = next(node for node in tree.body if isinstance(node, ast.FunctionDef))
        names = [node.id for node in ast.walk(function) if isinstance(node, ast.Name)]
        takes = [argument.arg for argument in function.args.args]
        scope = Scope(takes, takes, names[::9], names[1::9], ("f",), ("W1", "dW"))
        before = ast.dump(tree)
        found = edits(function, scope)
        for edit in found[:: len(found) // 20 + 1]:
            edit.make()
            assert ast.dump(tree) != before
            compile(tree, "", "exec")
            edit.undo()
            assert ast.dump(tree) == before
