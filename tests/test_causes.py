"""The causes that a test finds by rule, each on the smallest function that shows it."""

import linecache
import re
import textwrap
from unittest import mock

import numpy as np
import pytest
from judging import explained

from authoring.masters import exercises, master, solutions, sources
from exercises.about_errors import about_error
from exercises.declarations import Case, Exercise, Mistake
from exercises.diagnose import outcomes
from exercises.errors import WrongAnswer


def message(number, exercise, *edits, **functions):
    """What a test says to the master's function with edits, and with other functions beside it.

    Arguments:
        edits: (old, new), or the whole text of the function.
        functions: {name: its text}.
    """
    path = master(number)
    texts, namespace = sources(path), solutions(path)
    for name in exercises(path).tests:
        exec(functions.get(name, texts[name]), namespace)
    source = texts[exercise]
    for edit in edits:
        if isinstance(edit, str):
            source = textwrap.dedent(edit)
        else:
            assert edit[0] in source
            source = source.replace(*edit)
    exec(source, namespace)
    namespace |= {name: value for name, value in functions.items() if not isinstance(value, str)}
    # By rule alone: a mistake that is known says its own sentence first.
    tables = exercises(path).tables
    with mock.patch.dict(tables, KNOWN={}), pytest.raises(Exception) as caught:  # noqa: PT011
        exercises(path).tests[exercise](namespace[exercise])
    notes = getattr(caught.value, "__notes__", [])
    return "\n".join([f"{caught.typename}: {caught.value}", *notes])


def f_message(function, *cases, takes=("x",), **options):
    """What a test says to a function f(x) of an exercise with cases (arguments, expected)."""
    exercise = Exercise(1, "f", 10, takes, **{"returns": ("y",)} | options)
    cases = [Case(f"case {i}", *case) for i, case in enumerate(cases, start=1)]
    with pytest.raises(Exception) as caught:  # noqa: PT011
        explained(function, cases, exercise)
    return "\n".join([str(caught.value), *getattr(caught.value, "__notes__", [])])


# ---------------------------------------------------------------- right, and yet refused


@pytest.mark.parametrize(
    ("number", "exercise", "source"),
    [
        (
            "10",
            "numerical_slope",
            """
            def numerical_slope(f, x, k, epsilon=1e-5):
                x[k] += epsilon
                upper = f(x)
                x[k] -= 2 * epsilon
                lower = f(x)
                x[k] += epsilon
                return (upper - lower) / (2 * epsilon)
            """,
        ),
        (
            "11",
            "softmax",
            """
            def softmax(Z):
                Z -= np.max(Z, axis=0, keepdims=True)
                return np.exp(Z) / np.sum(np.exp(Z), axis=0, keepdims=True)
            """,
        ),
    ],
)
def test_right_answer_that_changes_its_argument_gets_no_other_cause(number, exercise, source):
    path = master(number)
    namespace = solutions(path)
    exec(textwrap.dedent(source), namespace)
    with pytest.raises(WrongAnswer) as caught:
        exercises(path).tests[exercise](namespace[exercise])
    assert "the answer is right, but your function has changed its argument" in str(caught.value)
    assert "round" not in str(caught.value)
    assert "small number" not in str(caught.value)


def test_methods_that_change_a_list_or_a_dictionary_are_named():
    def pops(order):
        return order.pop()

    def takes(parents):
        return parents.pop("a")

    lists = f_message(pops, (([1, 2],), 2), takes=("order",))
    assert "`order.reverse()` and `order.pop()`, change the list itself" in lists
    keys = f_message(takes, (({"a": 1.5},), 1.5), takes=("parents",))
    assert "`parents.pop(key)` and `del` take a key away" in keys


@pytest.mark.parametrize(
    ("line", "error", "sentence"),
    [
        ("grads = W.grad.numpy()", "'NoneType' object has no attribute 'numpy'", "`.grad` is None"),
        ("cost.backward()", "element 0 of tensors does not require grad", "requires_grad=True"),
        ("A.numpy()", "Can't call numpy() on Tensor that requires grad.", ".detach().numpy()"),
        ("cost = f(A, Y)", "Found dtype Long but expected Double", "labels are of type long"),
        ("W @ A", "expected m1 and m2 to have the same dtype, but got", "with a capital T"),
        (
            "W @ A",
            "unsupported operand type(s) for @: 'numpy.ndarray' and 'Tensor'",
            "make a tensor",
        ),
    ],
)
def test_words_of_pytorch_are_explained(line, error, sentence):
    raised = RuntimeError(error)
    raised.learner = f'  File "cell", line 1, in f\n    {line}\n'
    assert sentence in about_error(raised)


def test_maximum_of_a_list_over_an_array_names_the_one_of_numpy():
    message = f_message(lambda x: max(np.ones((2, 2))), ((1.5,), 1.5))
    assert "`np.max` and `np.min` look at its entries" in message


# ---------------------------------------------------------------- shapes


@pytest.mark.parametrize(
    ("shapes", "sentence"),
    [
        (((2, 3), (3, 1)), "they fit a matrix product: `@` or `np.dot`, not `*`"),
        (((5, 4), (3, 4)), "They fit one with the second one transposed."),
        (((5, 4), (5, 3)), "They fit one with the first one transposed."),
        (((3, 4), (5, 3)), "They fit one in the other order."),
        (((1, 3), (1, 2)), "do not fit entry by entry: sizes must be equal, or one of them 1."),
        (((3, 4), (5, 6)), "do not fit entry by entry: sizes must be equal, or one of them 1."),
    ],
)
def test_product_of_shapes_that_do_not_broadcast_names_the_matrix_product(shapes, sentence):
    A, B = map(np.ones, shapes)
    assert sentence in f_message(lambda A, B: A * B, ((A, B), A), takes=("A", "B"))
    assert sentence in f_message(np.multiply, ((A, B), A), takes=("A", "B"))


def test_sum_of_shapes_that_do_not_broadcast_names_no_matrix_product():
    A, B = np.ones((2, 3)), np.ones((3, 1))
    text = f_message(lambda A, B: A + B, ((A, B), A), takes=("A", "B"))
    assert "(2, 3) and (3, 1) do not fit entry by entry: sizes must be equal, or" in text
    assert "matrix product" not in text


def test_line_that_was_given_is_not_said_to_need_another_operation():
    given = "    # YOUR CODE STARTS HERE\n    B = {}\n    # YOUR CODE ENDS HERE\n    return B * A\n"
    for code, sentence in (
        (
            "A @ D.T",
            "outside the markers of your code. One of its two arrays, (3, 3) and (3, 5)",
        ),
        ("A @ D.T * A", "(3, 3) and (3, 5) do not fit entry by entry, `*`. Either one of the two"),
    ):
        source, file, names = f"def f(A, D):\n{given.format(code)}", f"<cell {code}>", {}
        linecache.cache[file] = len(source), None, source.splitlines(True), file
        exec(compile(source, file, "exec"), names)
        with pytest.raises(ValueError, match="broadcast") as caught:
            names["f"](np.ones((3, 5)), np.ones((3, 5)))
        assert sentence in about_error(caught.value, names["f"])


def test_flat_bias_is_said_to_count_as_a_row():
    Z, b = np.ones((3, 4)), np.ones(3)
    text = f_message(lambda Z, b: Z + b, ((Z, b), Z), takes=("Z", "b"))
    assert "a flat array of shape (3,) counts as a row. A column has shape (3, 1)." in text


def test_broadcast_error_without_the_operation_says_that_a_product_may_be_meant():
    error = ValueError("operands could not be broadcast together with shapes (2,3) (3,1) ")
    assert "or the formula asks for a matrix product" in about_error(error)
    error.learner = "Traceback\n  line 3, in f\n    dw = X * (A - Y).T / m\nValueError: "
    assert "or the formula asks" in about_error(error)
    error.learner = "Traceback\n  File 'cell', line 3, in f\n    dw = X * D\nValueError: ..."
    assert "`@` or `np.dot`, not `*`" in about_error(error)
    error.learner = "Traceback\n  File 'cell', line 3, in f\n    dw = X + D\nValueError: ..."
    assert "matrix product" not in about_error(error)


@pytest.mark.parametrize("product", [np.dot, np.matmul, lambda A, B: A @ B])
@pytest.mark.parametrize(
    ("shapes", "sentence"),
    [
        (((4, 3), (4, 3)), "Both have the shape (4, 3): entry by entry is `*`."),
        (
            ((4, 3), (4, 2)),
            "(4, 3) and (4, 2) do not fit like this; they would with the first one transposed.",
        ),
        (
            ((4, 3), (2, 3)),
            "(4, 3) and (2, 3) do not fit like this; they would with the second one transposed.",
        ),
        (
            ((4, 3), (2, 4)),
            "(4, 3) and (2, 4) do not fit like this; they would in the other order.",
        ),
        (((1, 3), (1, 2)), "and here the shapes are (1, 3) and (1, 2)."),
        (((7, 28), (12, 5)), "(7, 28) and (12, 5) do not fit in any order, transposed or not"),
    ],
)
def test_matrix_product_that_does_not_fit_says_both_shapes(product, shapes, sentence):
    A, B = map(np.ones, shapes)
    text = f_message(lambda A, B: product(A, B), ((A, B), A), takes=("A", "B"))
    assert sentence in text


def test_matrix_product_in_another_process_says_the_sizes():
    with pytest.raises(ValueError, match="mismatch") as caught:
        np.ones((7, 28)) @ np.ones((12, 1))
    caught.value.learner = "Traceback ..."
    assert "Here the first has 28 columns, and the second 12 rows." in about_error(caught.value)


def test_product_inside_another_function_is_about_what_was_passed_to_it():
    source = """
        def L_model_forward(X, parameters):
            caches, A, L = [], X, len(parameters) // 2
            for l in range(1, L):
                A_prev = A
                W, b = parameters[f"W{l}"], parameters[f"b{l}"]
                A, cache = linear_activation_forward(A_prev, W, b, "relu")
                caches.append(cache)
            AL, cache = linear_activation_forward(A_prev, parameters[f"W{L}"], b, "sigmoid")
            return AL, caches + [cache]
    """
    text = message("04", "L_model_forward", source)
    assert (
        "In `linear_forward`, (1, 3) and (4, 4) do not fit a matrix product: check what you" in text
    )


def test_product_inside_an_imported_function_is_about_what_was_passed_to_it():
    edit = "softmax_cross_entropy_backward(ZL, Y_batch)", "predict_classes(ZL) - Y_batch"
    text = message("11", "multiclass_model", edit)
    assert "In `backward_from_logits`, (5, 4) and (1, 5) do not fit a matrix product: che" in text


# ---------------------------------------------------------------- tuples


TAKE_APART = "`sigmoid` returns several things, so A is a tuple: unpack it, `A, _ = sigmoid(...)`."


@pytest.mark.parametrize(
    ("last", "sentence"),
    [
        ("return (A.shape > 0)", TAKE_APART),
        ("return A['a']", TAKE_APART),
        ("return A - 1", TAKE_APART),
        ("return (X @ A.T)", TAKE_APART),
        ("return X @ np.log(A)", TAKE_APART),
        (
            "a, b, c = A",
            "The left side of the `=` has 3 names, and the right side 2 values.",
        ),
        ("return np.round(A)", "That is 2 arrays in one: a tuple of results"),
    ],
)
def test_tuple_that_was_not_taken_apart_is_named(last, sentence):
    text = message(
        "02",
        "predict",
        f"""
        def predict(w, b, X):
            A = sigmoid(np.dot(w.T, X) + b)
            {last}
        """,
    )
    assert sentence in text


def test_result_of_an_exercise_that_was_not_taken_apart_is_named():
    text = message("02", "optimize", ("grads, cost = propagate", "grads = propagate"))
    assert "`propagate` returns several things, so grads is a tuple" in text


def test_tuple_under_a_name_of_two_functions_is_that_of_the_one_that_returns_several_things():
    edit = "parameters, v, s = update", "parameters = update"
    text = message("11", "multiclass_model", edit)
    assert "`update_parameters_with_adam` returns several things, so parameters is a" in text


def test_error_in_another_function_in_another_process_is_about_what_was_passed_to_it():
    exercise = Exercise(9, "backward", 20, ("caches",), ("grads",))
    error = ValueError("too many values to unpack (expected 2)")
    error.learner = (
        'Traceback:\n  File "<cell>", line 2, in backward\n    one(caches[0])\n'
        '  File "<cell>", line 9, in one\n    A, Z = cache\nValueError: ...'
    )
    assert "`one` unpacks a value into 2 names, and the value has more parts: check" in about_error(
        error, None, exercise
    )
    error.learner = (
        'Traceback:\n  File "<cell>", line 2, in backward\n    A, Z = cache\nValueError: .'
    )
    assert about_error(error, None, exercise) == (
        "The left side of the `=` has 2 names, and the right side more values."
    )


def test_things_of_different_shapes_get_no_false_cause():
    text = message("02", "propagate", ("Z = w.T @ X + b", "Z = np.sum((w.T @ X, b))"))
    assert "things of different shapes" in text
    assert "b[i, 0]" not in text


def test_tuple_that_another_function_makes_an_array_of_is_named():
    text = message("11", "multiclass_model", ("ZL, caches = forward", "ZL = caches = forward"))
    assert "`forward_to_logits` returns several things, so ZL is a tuple" in text


def test_part_of_a_cache_names_the_function_that_takes_it_apart():
    text = message("04", "L_model_backward", ("caches[L - 1]", "caches[L - 1][0]"))
    assert "`linear_activation_backward` unpacks a value into 2 names, and the value has" in text


# ---------------------------------------------------------------- the first line


@pytest.mark.parametrize(
    ("number", "exercise", "own", "right"),
    [
        ("02", "optimize", "(w, b, X, Y, num_iterations, learning_rate)", "print_cost=False)"),
        ("03", "compute_cost", "(A2, Y, parameters)", "(A2, Y)"),
        ("03", "update_parameters", "(parameters, grads, learning_rate)", "learning_rate=1.2)"),
        ("06", "initialize_parameters_scaled", "(layers_dims)", "(layers_dims, seed=1)"),
    ],
)  # fmt: skip
def test_first_line_that_does_not_take_the_arguments_is_named(number, exercise, own, right):
    source = sources(master(number))[exercise]
    old = next(line for line in source.split("\n") if line.startswith("def "))
    text = message(number, exercise, (old, f"def {exercise}{own}:"))
    assert f"your first line is `def {exercise}{own}`.\n" in text
    assert "That of the exercise is `def " in text
    assert right in text
    assert "leave it as it was" in text


def test_other_order_of_the_arguments_is_named_once_a_case_fails():
    old = "def nn_model(X, Y, n_h, num_iterations=10000, print_cost=False):"
    new = "def nn_model(X, Y, n_h, learning_rate, num_iterations=10000, print_cost=False):"
    step = "(parameters, grads)", "(parameters, grads, learning_rate)"
    text = message("03", "nn_model", (old, new), step)
    assert f"Your first line is `{new[:-1]}`; that of the exercise is `{old[:-1]}`" in text


def test_other_default_is_named_once_a_case_fails():
    text = message("03", "update_parameters", ("learning_rate=1.2", "learning_rate=0.7"))
    assert "leave it as it was" in text or "1.2" in text


def test_other_default_of_an_argument_that_is_given_is_not_accused():
    old, new = "num_iterations=10000", "num_iterations=1000"
    text = message("03", "nn_model", (old, new), ("range(num_iterations)", "range(5)"))
    assert "first line" not in text


@pytest.mark.parametrize(
    "function",
    [
        lambda a, b: a - b,
        lambda y, x: y - x,
        lambda x, y, more=1: x - y,
        lambda *arguments: arguments[0] - arguments[1],
    ],
)
def test_other_first_line_that_takes_the_arguments_is_accepted(function):
    explained(function, [Case("a case", (3.0, 1.0), 2.0)], Exercise(1, "f", 10, ("x", "y"), ("z",)))


def test_first_line_in_another_process_is_named_by_the_error():
    exercise = Exercise(1, "f", 10, ("X", "Y", "seed"), ("z",), defaults=("1",))
    error = TypeError("f() takes 2 positional arguments but 3 were given")
    assert "is `def f(X, Y, seed=1)`: leave it as it was." in about_error(error, None, exercise)


# ---------------------------------------------------------------- parts, factors


def parts_test(function):
    cases = []
    for seed in range(3):
        x = np.random.default_rng(seed).normal(size=(3, 3 + seed))
        cases.append(((x,), {"dW": x @ x.T, "db": x.sum(1, keepdims=True), "dZ": 2 * x + 1}))
    right = [case for _, case in cases]
    table = {case[0][0].tobytes(): answer for case, answer in zip(cases, right, strict=True)}
    return f_message(lambda x: function(dict(table[x.tobytes()]), x), *cases)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"dW": lambda v, x: 2 * v, "db": lambda v, x: 4 * v}, "dW: 2 times; db: 4 times the "),
        ({"dW": lambda v, x: -v, "db": lambda v, x: -v}, "dW, db: exactly minus the expected"),
        ({"dW": lambda v, x: v * x.shape[1]}, "dW: m times the expected numbers. Is"),
        ({"dW": lambda v, x: v / x.shape[1], "db": lambda v, x: 2 * v}, "dW: 1/m of; db: 2 times"),
        ({"dW": lambda v, x: np.cos(v)}, "db and dZ are right; dW is not."),
        ({"dW": lambda v, x: np.cos(v), "dZ": lambda v, x: v**2}, "db is right; dW and dZ are"),
    ],
)
def test_parts_that_are_wrong_are_named_with_their_factors(change, sentence):
    def function(answer, x):
        return answer | {name: make(answer[name], x) for name, make in change.items()}

    assert sentence in parts_test(function)


def test_transposed_part_of_the_right_shape_is_named():
    arrays = [np.arange(4.0).reshape(2, 2) + i for i in (0, 3)]
    cases = [((array,), array) for array in arrays]
    assert "y is the right array, transposed." in f_message(lambda x: x.T, *cases)


def test_transposed_answer_of_another_shape_is_said_to_be_transposed_once():
    cases = [((x,), x) for x in (np.arange(1.0, 4).reshape(1, 3), np.arange(2.0, 7).reshape(1, 5))]
    assert f_message(lambda x: x.T, *cases).count("transposed") == 1


def test_two_planted_errors_are_named_together():
    text = message(
        "05",
        "backward_propagation_n",
        ("dW2 =", "dW2 = 2 *"),
        ("db1 =", "db1 = 4 *"),
    )
    assert "dW2: 2 times" in text
    assert "db1: 4 times" in text


# ---------------------------------------------------------------- random numbers


@pytest.mark.parametrize(
    ("number", "exercise", "line"),
    [
        ("03", "initialize_parameters", "    np.random.seed(2)"),
        ("04", "initialize_parameters", "    np.random.seed(1)"),
        ("04", "initialize_parameters_deep", "    np.random.seed(3)"),
    ],
)
def test_missing_seed_is_named(number, exercise, line):
    text = message(number, exercise, (line, "    pass"))
    assert "Your answer is different each time: the line `np.random.seed(...)` is missing" in text
    assert "It is right on" not in text


# ---------------------------------------------------------------- what the answer depends on


def test_answer_that_does_not_depend_on_an_argument_says_so():
    source = sources(master("03"))["initialize_parameters"]
    text = message(
        "03",
        "forward_propagation",
        ('    """The', '    parameters = initialize_parameters(X.shape[0], 4, 1)\n    """The'),
        initialize_parameters=source,
    )
    assert "Your answer does not change when `parameters` changes: the value that is" in text


def test_number_that_is_fixed_is_an_argument_that_is_not_used():
    text = message("01", "basic_sigmoid", ("exp(-x)", "exp(-1)"))
    assert "Your answer does not change when `x` changes: the value that is passed in has" in text
    assert "Something is fixed" not in text


@pytest.mark.parametrize(
    ("number", "exercise", "edits", "fixed"),
    [
        ("03", "backward_propagation", [("dZ1 @ X.T / m", "dZ1 @ X.T / 3")], "3"),
        ("03", "layer_sizes", [("= X.shape[0]", "= 5"), ("= Y.shape[0]", "= 2")], "2 and 5"),
        ("01", "L1", [("(np.abs(y - yhat))", "([abs(y[i] - yhat[i]) for i in range(5)])")], "5"),
        ("06", "accuracy", [("np.mean(predictions == Y)", "np.sum(predictions == Y) / 8")], "8"),
    ],
)
def test_size_that_is_fixed_is_named(number, exercise, edits, fixed):
    text = message(number, exercise, *edits)
    assert re.search(f"The numbers? {fixed} in your code (are sizes|is right for one size)", text)


@pytest.mark.parametrize(
    ("number", "exercise", "edit"),
    [
        ("03", "predict", ("0.5", "0.6")),
        ("03", "layer_sizes", ("Y.shape[0]", "X.T[1].size")),  # its 4 is right
    ],
)
def test_number_in_the_code_that_is_no_size_is_not_accused(number, exercise, edit):
    assert "in your code" not in message(number, exercise, edit)


@pytest.mark.parametrize(
    "source", ["share = np.mean(Y)", "share = np.mean(np.sort(predictions) == np.sort(Y))"]
)
def test_argument_that_the_answer_depends_on_is_not_said_to_be_without_effect(source):
    text = message(
        "06", "accuracy", f"def accuracy(predictions, Y):\n    {source}\n    return share"
    )
    assert "`Y`" not in text


def test_sign_that_is_wrong_in_some_cases_is_not_said_to_be_in_the_formula():
    text = message("05", "forward_propagation", ("= theta * x", "= abs(theta * x)"))
    assert "J: exactly minus the expected numbers, wherever they are wrong. It is right on" in text


def test_answer_that_is_nan_everywhere_is_not_said_to_ignore_its_arguments():
    text = message("04", "compute_cost", ("np.log(1 - AL)", "np.log(AL - 1)"))
    assert 'nan means "not a number"' in text
    assert "does not change" not in text


def test_right_answer_that_ignores_an_argument_is_not_accused():
    """layer_sizes depends on the shapes of X and Y alone."""
    text = message("03", "layer_sizes", ("n_h = 4", "n_h = 5"))
    assert "does not change" not in text


# ---------------------------------------------------------------- the notebook around it


def test_variable_of_the_notebook_in_place_of_the_argument_is_named():
    text = message(
        "06",
        "predict",
        ("L_model_forward(X,", "L_model_forward(train_x,"),
        train_x=np.ones((2, 7)),
    )
    assert "Your function reads train_x, a variable of the notebook: use its argument X." in text


def test_variable_that_raises_is_named_too():
    text = message(
        "02",
        "propagate",
        ("Z = w.T @ X + b", "Z = w.T @ t_X + b"),
        t_X=np.ones((5, 7)),
    )
    assert "Your function reads t_X, a variable of the notebook" in text


def test_constant_and_functions_of_the_notebook_are_not_accused():
    edits = ("1 / (1 + math.exp(-x))", "ONE / (2 + helper(-x))")
    text = message("01", "basic_sigmoid", edits, ONE=1.0, helper=np.exp)
    assert "variable of the notebook" not in text


def test_earlier_exercise_that_fails_is_where_to_begin():
    wrong = sources(master("03"))["backward_propagation"].replace("/ m", "* 1")
    text = message("03", "nn_model", backward_propagation=wrong)
    assert (
        "backward_propagation, which this uses, does not pass its own test (exercise 5): begin"
        in text
    )
    assert "It is right" not in text


def test_first_of_the_earlier_exercises_that_fail_is_named():
    wrong = sources(master("04"))["linear_backward"].replace("/ m", "* 1")
    text = message("04", "L_model_backward", linear_backward=wrong)
    assert (
        "linear_backward, which this uses, does not pass its own test (exercise 7): begin" in text
    )


def test_exercise_that_is_not_defined_is_named_by_its_number():
    path = master("04")
    namespace = {name: value for name, value in solutions(path).items() if name != "linear_forward"}
    exec(sources(path)["linear_activation_forward"], namespace)
    with pytest.raises(NameError) as caught:
        exercises(path).tests["linear_activation_forward"](namespace["linear_activation_forward"])
    assert caught.value.cause == (
        "linear_forward is exercise 3: its cell has not been run since the kernel started (Run > "
        "Run All Above Selected Cell)."
    )


# ---------------------------------------------------------------- other rules


def test_own_assert_is_named_with_its_line_where_that_is_known():
    error = AssertionError()
    assert about_error(error) == "An `assert` of your own does not hold."
    error.learner = "line 3, in f\n    assert A2.shape == (1, 4)\n           ^^^^\nAssertionError"
    assert about_error(error).endswith("does not hold: `assert A2.shape == (1, 4)`.")
    assert about_error(AssertionError("A2 is wrong")) is None


def test_cost_below_zero_is_named():
    text = message("02", "propagate", ("(1 - Y) * np.log(1 - A)", "(1 - Y) * (1 - np.log(A))"))
    assert "A cost is never below 0" in text
    assert "parentheses around 1 minus a label" in text
    edit = "-np.sum(log_P[Y[0], np.arange(m)]) / m", "np.sum(log_P)"
    text = message("11", "compute_cost_softmax", edit)
    assert "stand in front of the whole sum?" in text


def test_difference_of_exactly_zero_is_named():
    old = "grad = backward_propagation(x, theta)"
    text = message("05", "gradient_check", (old, "grad = gradapprox"))
    assert "A difference of exactly 0: the two numbers compared are identical." in text
    assert "0 times" not in text


@pytest.mark.parametrize(
    ("number", "hint"), [(np.nan, 'nan means "not a number"'), (np.inf, "inf comes from")]
)
def test_number_that_is_not_finite_is_explained(number, hint):
    assert hint in f_message(lambda x: number, ((1.0,), 2.0))


@pytest.mark.parametrize(
    ("number", "exercise", "old", "new"),
    [
        ("04", "initialize_parameters", "b2 = np.zeros((n_y, 1))", "b2 = np.zeros((1, 1))"),
        ("05", "gradient_check", "theta + epsilon", "x + epsilon"),
    ],
)
def test_no_case_is_said_to_be_both_right_and_wrong(number, exercise, old, new):
    text = message(number, exercise, (old, new))
    assert "the public case" not in text
    if "It is right on" in text:
        right, wrong = text.split("It is right on ")[1].split("It is wrong on ")
        assert not set(right.strip(". ").split("; ")) & set(wrong.split(".")[0].split("; "))


def test_message_is_three_lines_and_its_call_one_of_a_hundred_characters():
    text = message("03", "backward_propagation", ("np.sum(dZ1", "0 * np.sum(dZ1"))
    assert len(text.split("\n")) == 3
    x = {f"W{i}": np.ones((3, 4)) for i in range(30)}
    call = f_message(lambda x: 1.0, ((x,), 2.0)).split("\n")[-1]
    assert call.startswith("Called on case 1: x = {W0: array (3, 4)")
    assert call.endswith(" ...")
    assert len(call) <= 100


def test_wrong_answer_without_a_cause_is_two_lines():
    with pytest.raises(WrongAnswer) as caught:
        explained(lambda x: "a", [Case("a case", (1,), 2.0)], Exercise(1, "f", 10, ("x",), ("y",)))
    assert str(caught.value).split("\n") == [
        "Exercise 1, f: y should be a number, and yours is of type str.",
        "Called on a case: x = 1.",
    ]


def test_list_that_holds_itself_is_told_like_any_other():
    def f(x):
        costs = [1.0]
        costs.append(costs)
        return costs

    assert "y[1] should be a number, and yours is a list of 2." in f_message(f, ((1,), [1.0, 2.0]))


@pytest.mark.parametrize(
    "answer",
    [
        np.array(["a", "b"]),
        np.array([None, {}], dtype=object),
        np.array([1, 2], dtype="datetime64[D]"),
        np.zeros(2, dtype=[("a", float)]),
        10**400,
        [[1, 2], [3]],
        {"a": {"b": ()}},
    ],
    ids=lambda answer: type(answer).__name__ + str(getattr(answer, "dtype", "")),
)
def test_an_odd_answer_gets_a_sentence_all_the_same(answer):
    cases = [Case("a case", (1,), np.array([1.0, 2.0])), Case("a case", (2,), np.array([3.0, 4.0]))]
    with pytest.raises(WrongAnswer, match="answer should"):
        explained(
            lambda x: answer,
            cases,
            Exercise(1, "f", 10, ("x",), ("answer",)),
            [Mistake("known", [["x"], ["y"]])],
        )
    cases = [Case("a case", (1,), 0.5), Case("a case", (2,), 0.25)]
    with pytest.raises(WrongAnswer, match="cost should"):
        explained(lambda x: answer, cases, Exercise(1, "f", 10, ("x",), ("cost",), depends=("x",)))


def test_known_mistake_beside_keys_that_are_not_asked_for_is_recognised():
    exercise = Exercise(1, "f", 10, ("x",), ("grads",), extra_keys=True)
    cases = [Case("a case", (x,), {"dW": 2.0 * x}) for x in (1.0, 3.0)]
    known = Mistake("The 2 is missing.", outcomes(lambda x: {"dW": x}, cases, exercise))
    with pytest.raises(WrongAnswer, match="The 2 is missing"):
        explained(lambda x: {"dZ": x**2, "dW": x}, cases, exercise, [known])


def test_mistake_that_changes_little_is_no_cause_where_the_answer_is_right():
    exercise = Exercise(1, "f", 10, ("x",), ("y",))
    cases = [Case("a case", (x,), x / x.sum()) for x in (np.arange(1.0, 4), np.arange(3.0, 9))]
    known = Mistake("It is added.", outcomes(lambda x: x / (x.sum() + 1e-8), cases, exercise))

    def in_place(x):
        x /= x.sum()
        return x

    with pytest.raises(WrongAnswer, match="has changed its argument x") as caught:
        explained(in_place, cases, exercise, [known])
    assert "It is added." not in str(caught.value)
    with pytest.raises(WrongAnswer, match="It is added."):
        explained(lambda x: x / (x.sum() + 1e-8), cases, exercise, [known])


# ---------------------------------------------------------------- calls


def test_arguments_of_a_call_in_another_order_are_named():
    text = message("04", "linear_activation_forward", ("(A_prev, W, b)", "(W, A_prev, b)"))
    assert "Your call of `linear_forward` gets its arguments in another order" in text
    assert "it is `linear_forward(A, W, b)`" in text


def test_wrong_value_that_a_call_gets_is_named():
    text = message("06", "two_layer_model", ("forward(A1, W2", "forward(X, W2"))
    assert "Your second call of `linear_activation_forward` gets `X` as its argument A_prev" in text


def test_call_that_is_made_twice_hides_no_later_one():
    text = message(
        "03",
        "nn_model",
        (
            "n_x, _, n_y = layer_sizes(X, Y)",
            "n_x, n_y = layer_sizes(X, Y)[0], layer_sizes(X, Y)[2]",
        ),
        ("forward_propagation(X, parameters)", "forward_propagation(parameters, X)"),
    )
    assert "it is `forward_propagation(X, parameters)`" in text


def test_calls_in_another_order_than_the_solution_makes_them_say_nothing():
    function = """
        def linear_activation_forward(A_prev, W, b, activation):
            sigmoid(b)
            Z, linear_cache = linear_forward(W, A_prev, b)
            return Z, (linear_cache, Z)
        """
    assert "call of" not in message("04", "linear_activation_forward", function)


# ---------------------------------------------------------------- functions of the right answer


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda y: 1 / (1 + np.exp(-y)), "Your y is the sigmoid of what it should be."),
        (lambda y: np.maximum(y, 0), "Your y is 0 wherever it should be negative."),
        (lambda y: y * y, "Your y is the square of what it should be."),
        (lambda y: 1 - y, "Your y is 1 minus what it should be."),
        (lambda y: y[:, ::-1], "Your y is made of the right numbers, in other places."),
        (lambda y: y.T.reshape(y.shape), "Your y is made of the right numbers, in other places."),
        (np.transpose, "transposed"),
    ],
)
def test_simple_function_of_the_right_answer_is_named(change, sentence):
    numbers = np.random.default_rng(1).normal(size=(3, 2, 3))
    cases = [((float(place),), array) for place, array in enumerate(numbers)]
    assert sentence in f_message(lambda x: change(numbers[int(x)]), *cases)


def test_probabilities_cut_to_answers_are_named():
    numbers = np.random.default_rng(1).uniform(size=(3, 1, 4))
    cases = [((float(place),), array) for place, array in enumerate(numbers)]
    text = f_message(lambda x: (numbers[int(x)] > 0.5).astype(float), *cases)
    assert "Your y is cut to 0 and 1: return the numbers themselves." in text


def test_part_without_a_factor_leaves_the_factors_of_the_others():
    rng = np.random.default_rng(0)
    cases = [((float(i),), (rng.normal(size=(2, 2)), rng.normal(size=(2, 1)))) for i in range(3)]
    answers = [expected for _, expected in cases]

    def function(x):
        dW, db = answers[int(x)]
        return -dW, db + 1

    text = f_message(function, *cases, returns=("dW", "db"))
    assert (
        "dW: exactly minus the expected numbers, wherever they are wrong. db is wrong too." in text
    )


# ---------------------------------------------------------------- slips of every exercise


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("x ^ 2", "`^` is no power in Python: write `**`"),
        ("x.shape(0)", "takes an index in square brackets: `X.shape[0]`"),
        ("[].append(x).append(x)", "`append` changes the list itself and returns None"),
        ("np.ones((1, 3))[1]", "In a row, of shape (1, m), an entry has two indices, as in"),
        ("1 if x > 0 else 0", "`if` and `and` ask for one yes or no, and an array has many"),
    ],
)
def test_slip_of_python_is_named(line, sentence):
    names = {"np": np}
    exec(f"def f(x):\n    return {line}", names)
    assert sentence in f_message(names["f"], ((np.array([1.5, 2.5]),), np.array([1.0, 2.0])))


def test_answer_that_depends_on_one_label_alone_is_not_said_to_ignore_them():
    function = """
        def compute_cost(AL, Y):
            return float(-np.log(AL[0, -1] if Y[0, -1] else 1 - AL[0, -1]))
        """
    assert "does not change" not in message("04", "compute_cost", function)


def test_float_answers_in_place_of_labels_are_told_like_any_other():
    text = message("03", "predict", ("A2 > 0.5", "np.round(A2, 1)"))
    assert text.startswith("WrongAnswer: Exercise 8, predict: ")


# ---------------------------------------------------------------- examples


@pytest.mark.parametrize(
    ("choose", "sentence"),
    [
        (lambda X: X[:, -1:], "Only the last example counts"),
        (lambda X: X[:, :1], "Only the first example counts"),
        (lambda X: X[:, :-1], "The last example has no effect"),
        (lambda X: X[:, 1:], "The first example has no effect"),
    ],
)
def test_examples_without_effect_are_named(choose, sentence):
    arrays = np.random.default_rng(0).normal(size=(3, 2, 5))
    cases = [((X,), float(np.sum(X**3))) for X in arrays]
    assert sentence in f_message(lambda X: float(np.sum(choose(X) ** 3)), *cases)


def test_answer_that_uses_all_examples_is_not_said_to_leave_some_out():
    arrays = np.random.default_rng(0).normal(size=(3, 2, 5))
    cases = [((X,), float(np.sum(X**3))) for X in arrays]
    text = f_message(lambda X: float(np.sum(np.sin(X))), *cases)
    assert not any(word in text for word in ("counts", "no effect"))


def test_answer_of_whole_numbers_is_not_said_to_leave_examples_out():
    """It stays the same under small changes of every example."""
    arrays = np.random.default_rng(0).normal(size=(3, 2, 5))
    cases = [((X,), float(np.sum(X**3))) for X in arrays]
    text = f_message(lambda X: int(np.sum(X[:, :1] > 0)), *cases)
    assert not any(word in text for word in ("counts", "no effect"))


def test_answers_that_cannot_be_read_are_told_apart():
    """Two mistakes whose answers have no facts are not taken for each other."""

    def facts(answer, x):
        return {"sum": float(sum(answer))}

    exercise = Exercise(1, "f", 10, ("x",), ("y",), facts=facts)
    cases = [Case(f"case {i}", (i,), {"sum": 1.0}) for i in (1, 2)]
    known = Mistake("It returns None.", outcomes(lambda x: None, cases, exercise))
    with pytest.raises(WrongAnswer, match="cannot be read") as caught:
        explained(lambda x: "text", cases, exercise, [known])
    assert "It returns None." not in str(caught.value)
