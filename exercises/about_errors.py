"""The sentence about an error that Python or NumPy raised in a learner's function.

It states what is known: from the text of the error, from the variables of the line that raised it,
and from the shapes that met there. In the grader there is the text alone.
"""

import copy
import inspect
import linecache
import re
from collections.abc import Callable
from types import FrameType
from typing import Any, NamedTuple

import numpy as np

from exercises.declarations import Exercise
from exercises.functions import builds_tuple, first_line, makers, namespace

FLOATING_POINT = re.compile(r"(overflow|invalid value|divide by zero) encountered in (\w+)")
# How `@` says which sizes do not fit: the rows of the second array, the columns of the first.
MATMUL = re.compile(r"core dimension 0.*\(size (\d+) is different from (\d+)\)")
MAX_TEXT = 4000  # characters of an error's text that are looked at
SHAPE = re.compile(r"\(([\d, ]*)\)")
MARKERS = "# YOUR CODE STARTS HERE", "# YOUR CODE ENDS HERE"
PRODUCT = "A matrix product needs (n, k) times (k, m)"


class Operation(NamedTuple):
    """A NumPy operation that failed: its name, as "multiply", and the shapes it was given."""

    name: str
    shapes: list[tuple[int, ...]]


def about_error(
    error: Exception,
    target: Callable | None = None,
    exercise: Exercise | None = None,
    operation: Operation | None = None,
) -> str | None:
    """A sentence on an error of Python or NumPy, or None.

    Arguments:
        target, exercise: the function that raised it, and what it was written for.
        operation: the operation that failed, where it is known: see `failed_operation`.
    """
    text, frame = str(error)[:MAX_TEXT], learners_frame(error, target)
    other = _other_function(error, frame, target, exercise)
    if isinstance(error, FloatingPointError):
        return about_floats(text)
    if isinstance(error, KeyError):
        return _about_key(text, frame)
    if isinstance(error, AssertionError):
        return _about_assertion(error, text, frame)
    if sentence := _about_torch(text, _line(error, frame)):
        return sentence
    if "'tuple' object is not callable" in text:
        return "A tuple, such as `X.shape`, takes an index in square brackets: `X.shape[0]`."
    if "'tuple'" in text or "tuple indices" in text:
        return _about_tuple(frame)
    if "values to unpack" in text:
        return _about_unpacking(text, _line(error, frame), other)
    if "'NoneType' object has no attribute 'append'" in text:
        return (
            "`append` changes the list itself and returns None: it stands on a line of its own, "
            "without an `=`."
        )
    if "bitwise_xor" in text or "type(s) for ^" in text:
        return "`^` is no power in Python: write `**`, or `np.exp` for a power of e."
    if "truth value of an array" in text and re.search(r"\b(max|min)\(", _line(error, frame)):
        return (
            "Python's `max` and `min` compare whole rows of an array of two dimensions: `np.max` "
            "and `np.min` look at its entries."
        )
    if "truth value of an array" in text:
        return (
            "`if` and `and` ask for one yes or no, and an array has many: compare entry by entry, "
            "as in `(A > 0.5)`, or use `np.where`."
        )
    if "'NoneType'" in text or "NoneType object" in text:
        return _about_none(frame)
    if isinstance(error, TypeError) and exercise and f"{exercise.function}()" in text:
        return f"The first line of the exercise is `{first_line(exercise)}`: leave it as it was."
    if "not aligned" in text or "mismatch in its core dimension" in text:
        return _about_matrix_product(text, frame, other, operation, error)
    if "could not be broadcast together" in text:
        return _about_entry_by_entry(text, frame, other, operation, error)
    if "converted to Python scalars" in text:
        return (
            "A function for one number was given a whole array: those of `math` and `float` take "
            "numbers only. NumPy's, such as `np.exp`, take arrays of any shape, and `np.sum` makes "
            "one number of an array."
        )
    if "has no attribute 'ln'" in text:
        return "The natural logarithm is called `np.log`."
    if "inhomogeneous" in text:
        return _about_array_of_a_tuple(error, text, target) or (
            "NumPy was given a list or a tuple of things of different shapes, and cannot make one "
            "array of them."
        )
    if "setting an array element with a sequence" in text:
        return (
            "One entry of an array holds one number, and it was given an array. In a column b, "
            "b[i] is an array of one number; b[i, 0] is the number itself."
        )
    if "Cannot cast ufunc" in text:
        return (
            "An array of whole numbers cannot hold fractions, and `x -= y` or `x /= y` writes "
            "them into it: `x = x / y` makes a new array."
        )
    if re.search(r"'(numpy\.\w+|float|int)' object is not callable", text):
        return (
            "A number or an array before a parenthesis is called like a function: is a `*` missing?"
        )
    if isinstance(error, UnboundLocalError) and "'" in text:
        name = text.split("'")[1]
        return f"{name} has no value yet: no line that has run so far assigns one."
    size = re.search(r"array of size (\d+) into shape (\([\d,]+\))", text)
    if size:
        count = np.prod([int(n) for n in size[2].strip("(,)").split(",")])
        return f"The shape {size[2]} has room for {count} entries, and the array has {size[1]}."
    size = re.search(r"index -?\d+ is out of bounds for axis (\d+) with size (\d+)", text)
    if size and size.groups() == ("0", "1"):
        return (
            "The first axis has one entry, and its index is 0. In a row, of shape (1, m), an entry "
            "has two indices, as in `Y[0, j]`."
        )
    if size:
        return f"Indices begin at 0: with {size[2]} entries the last one is {int(size[2]) - 1}."
    return None


def about_floats(text: str) -> str | None:
    """The sentence about NumPy's words for a floating-point error, or None for other words."""
    match = FLOATING_POINT.search(text)
    if not match:
        return None
    problem, operation = match.groups()
    return {
        "overflow": f"`{operation}` overflows: its result is larger than any float can be.",
        "invalid value": f"`{operation}` gets a value for which it has no result, only nan.",
        "divide by zero": f"`{operation}` divides by 0, or takes the logarithm of 0.",
    }[problem]


# ---------------------------------------------------------------- the line that raised it


def learners_frame(error: Exception, target: Callable | None) -> FrameType | None:
    """The innermost frame of the learner's own code, or None where it is not at hand."""
    if hasattr(error, "learner") or target is None:  # it was raised in another process
        return None
    names, found, trace = namespace(target), None, error.__traceback__
    while trace and names:
        if trace.tb_frame.f_globals is names:
            found = trace.tb_frame
        trace = trace.tb_next
    return found


def _trace_of(error, frame):
    """The part of an error's traceback that begins with a frame."""
    trace = error.__traceback__
    while trace.tb_frame is not frame:
        trace = trace.tb_next
    return trace


def _other_function(error, frame, target, exercise):
    """The function, called by the one that is tested, in which an error was raised, or None."""
    if frame is not None:
        below = _trace_of(error, frame).tb_next  # in a function that is imported, if there is one
        frames = [below.tb_frame, frame] if below else [frame]
        codes = [each.f_code for each in frames if each.f_code is not _code(target)]
        names = [c.co_name for c in codes if _code(frame.f_globals.get(c.co_name)) is c]
        return names[0] if names else None
    names = re.findall(r"^  File .*, in (\w+)$", getattr(error, "learner", ""), re.MULTILINE)
    return names[-1] if names and exercise and names[-1] != exercise.function else None


def _code(function):
    return getattr(function, "__code__", None)


def _line(error, frame):
    """The text of the line that raised an error, or ""."""
    if frame is None:  # the grader has the learner's traceback as text
        lines = str(getattr(error, "learner", "")).split("\n")
        code = [line.strip(" ~^") for line in lines if line.startswith("    ")]
        return next((line for line in reversed(code) if line), "")
    number = _trace_of(error, frame).tb_lineno
    return linecache.getline(frame.f_code.co_filename, number).strip()


def _is_given(error, frame):
    """Tell whether an error was raised in a line outside the markers of the exercise."""
    if frame is None:
        return False
    lines = linecache.getlines(frame.f_code.co_filename)
    lines = lines[frame.f_code.co_firstlineno - 1 : _trace_of(error, frame).tb_lineno]
    begun, ended = (sum(marker in line for line in lines) for marker in MARKERS)
    return begun == ended > 0


def _variables(frame, kind):
    """{name: value} of the variables of a frame that are of a kind and no arguments."""
    if frame is None:
        return {}
    arguments = inspect.getargs(frame.f_code).args
    return {
        name: value
        for name, value in frame.f_locals.items()
        if type(value) is kind and name not in arguments
    }


def _maker(frame, name):
    """The function that a variable is the result of, or None where it may be that of several."""
    found = makers(frame.f_code, name, frame.f_globals)
    if len(found) > 1 and isinstance(frame.f_locals[name], tuple):
        found = [maker for maker in found if builds_tuple(frame.f_globals[maker])]
    return found[0] if len(found) == 1 else None


def _about_key(text, frame):
    if len(text) > 40:  # such as an array in the place of a number
        return f"There is no entry with this key at that point: {text[:30]} ..."
    candidates = {} if frame is None else frame.f_locals
    candidates = [(name, value) for name, value in candidates.items() if type(value) is dict]
    if len(candidates) == 1:
        ((name, value),) = candidates
        keys = ", ".join(map(str, value)) or "none"
        if len(keys) <= 100:
            return f"{name} has no entry with the key {text} at that point; its keys are: {keys}."
    return f"There is no entry with the key {text} at that point."


def _about_assertion(error, text, frame):
    if text:
        return None
    line = _line(error, frame)
    own = "An `assert` of your own does not hold"
    if not line.startswith("assert "):
        return f"{own}."
    words = dict.fromkeys(re.findall(r"[A-Za-z_]\w*", line))
    here = [
        f"{word} has shape {value.shape}" if isinstance(value, np.ndarray) else f"{word} is {value}"
        for word in words
        if frame is not None and word in frame.f_locals
        for value in [frame.f_locals[word]]
        if isinstance(value, (np.ndarray, int, float))
    ]
    return f"{own}: `{line}`" + (f"; here {', '.join(here)}." if here else ".")


def _about_tuple(frame):
    makers = {name: _maker(frame, name) for name in _variables(frame, tuple)}
    makers = {name: maker for name, maker in makers.items() if maker}
    if len(makers) == 1:
        ((name, maker),) = makers.items()
        rest = ", _" * (len(frame.f_locals[name]) - 1)
        return (
            f"`{maker}` returns several things, so {name} is a tuple: unpack it, "
            f"`{name}{rest} = {maker}(...)`."
        )
    return "One of the values is a tuple of several things: unpack it first, as in `A, _ = f(...)`."


def _about_array_of_a_tuple(error, text, target):
    """The sentence about a tuple of the tested function of which NumPy makes no array, or None."""
    trace = error.__traceback__
    while trace and trace.tb_frame.f_code is not _code(target):
        trace = trace.tb_next
    frame = trace and trace.tb_frame
    for value in _variables(frame, tuple).values():
        try:
            np.array(value)
        except ValueError as again:
            if str(again) == text:
                return _about_tuple(frame)
    return None


def _about_unpacking(text, line, other):
    numbers = re.findall(r"\d+", text)
    if not numbers:
        return None
    count, s = numbers[1] if len(numbers) > 1 else "more", "" if numbers[1:] == ["1"] else "s"
    if other:
        return (
            f"`{other}` unpacks a value into {numbers[0]} names, and the value has {count} "
            f"part{s}: check what you pass to it."
        )
    sentence = (
        f"The left side of the `=` has {numbers[0]} names, and the right side {count} value{s}."
    )
    if re.search(r"= *[\w.]+\(", line):
        sentence += " A function that returns several things gives a tuple of all of them."
    return sentence


def _about_torch(text, line):
    """The sentence about what PyTorch says, or None."""
    if "'NoneType'" in text and ".grad" in line:
        return (
            "`.grad` is None until `backward()` has run on a result that was computed from this "
            "very tensor, made with `requires_grad=True`."
        )
    if "does not require grad" in text:
        return (
            "No tensor in this result was made with `requires_grad=True`, so PyTorch has recorded "
            "nothing to go back through."
        )
    if "Tensor that requires grad" in text:
        return "A result with a graph behind it becomes an array by `.detach().numpy()`."
    found = re.search(r"[Ff]ound dtype (\w+) but expected Double", text)
    if found:
        return (
            f"The labels are of type {found[1].lower()}, and the cost wants float64, as the "
            "probabilities are: `torch.tensor(Y, dtype=torch.float64)`."
        )
    if "to have the same dtype" in text:
        return (
            "One of the tensors is float64 and another is not: `torch.tensor(array)` keeps the "
            "type of an array, and `torch.Tensor(array)`, with a capital T, makes it float32."
        )
    mixed = "'numpy.ndarray'" in text and "'Tensor'" in text
    called = "'int' object is not callable" in text and ".functional." in line
    if mixed or "must be Tensor" in text or called:
        return (
            "PyTorch calculates with tensors, and one of these is a NumPy array: make a tensor of "
            "it, `torch.tensor(array)`."
        )
    return None


def _about_none(frame):
    makers = {name: _maker(frame, name) for name in _variables(frame, type(None))}
    makers = {name: maker for name, maker in makers.items() if maker}
    if len(makers) == 1:
        ((name, maker),) = makers.items()
        return f"{name} is None, because `{maker}` returned nothing: is its `return` missing?"
    return "A function that ends without a `return` gives None."


# ---------------------------------------------------------------- shapes


def _shapes(text, operation):
    """The two shapes that an error is about, or None."""
    shapes = operation.shapes if operation else None
    if not shapes:
        found = SHAPE.findall(text.split("shapes", 1)[-1])
        shapes = [tuple(int(n) for n in one.split(",") if n.strip()) for one in found[:2]]
    return shapes if len(shapes) == 2 and all(shapes) else None


def _ways_to_multiply(first, second):
    """How two arrays of these shapes fit a matrix product that adds something up, in words."""
    (a, b), (c, d) = first, second
    if b == c:
        return [""]
    ways = [
        (b == d > 1, " with the second one transposed"),
        (a == c > 1, " with the first one transposed"),
        (a == d > 1, " in the other order"),
    ]
    return [words for fits, words in ways if fits]


def _about_given_line(first, second):
    return (
        "The line that fails is outside the markers of your code. One of its two arrays, "
        f"{first} and {second}, does not have the shape that it should: look at the line that made "
        "it."
    )


def _about_matrix_product(text, frame, other, operation, error):
    shapes = _shapes(text, operation) if "not aligned" in text or operation else None
    if shapes is None:
        sizes = MATMUL.search(text)
        if not sizes:
            return f"{PRODUCT}."
        columns, rows = (
            f"{number} {word}{'s' * (number != '1')}"
            for number, word in zip(reversed(sizes.groups()), ("column", "row"), strict=True)
        )
        place = f"In `{other}`, " if other else "Here "
        return f"{PRODUCT}. {place}the first has {columns}, and the second {rows}."
    first, second = shapes
    if {len(first), len(second)} == {2, 3}:
        makers = {name: _maker(frame, name) for name in _variables(frame, tuple)}
        if any(makers.values()):
            return _about_tuple(frame)
    if not len(first) == len(second) == 2:
        return f"{PRODUCT}, and here the shapes are {first} and {second}."
    if other:
        return (
            f"In `{other}`, {first} and {second} do not fit a matrix product: check what you pass "
            "to it."
        )
    if _is_given(error, frame):
        return _about_given_line(first, second)
    if first == second:
        return (
            f"Both have the shape {first}: entry by entry is `*`. For a matrix product, one of "
            "them must be transposed, or another array."
        )
    ways = _ways_to_multiply(first, second)
    if not ways and (first[0] == second[0] or 1 in (first[0], second[1])):
        return f"{PRODUCT}, and here the shapes are {first} and {second}."
    if not ways:
        return (
            f"{PRODUCT}: {first} and {second} do not fit in any order, transposed or not, so one "
            "of them is not the array that belongs there."
        )
    return f"{PRODUCT}. {first} and {second} do not fit like this; they would{' or'.join(ways)}."


def _about_entry_by_entry(text, frame, other, operation, error):
    shapes = _shapes(text, operation)
    if shapes is None:
        return "The shapes do not fit an entry-by-entry calculation."
    first, second = shapes
    name = operation.name if operation else _operation_in(_line(error, frame))
    both = f"{first} and {second}"
    if other:
        return f"In `{other}`, {both} do not fit entry by entry: check what you pass to it."
    if _is_given(error, frame):
        return _about_given_line(first, second)
    if len(first) == len(second) == 2 and name in ("multiply", ""):
        ways = _ways_to_multiply(first, second)
        if ways == [""] and name:
            return (
                f"{both} do not fit entry by entry; they fit a matrix product: `@` or `np.dot`, "
                "not `*`. Two capitals side by side in a formula mean that. If there are none, one "
                "of the two is not the array that belongs there."
            )
        if ways:
            return (
                f"{both} do not fit entry by entry, `*`. Either one of the two is not the array "
                "that belongs there, or the formula asks for a matrix product, `@` or `np.dot`. "
                f"They fit one{' or'.join(ways)}."
            )
    flat = next((shape for shape in shapes if len(shape) == 1), None)
    if flat and any(len(shape) == 2 and shape[0] == flat[0] for shape in shapes):
        return (
            f"{both} do not fit entry by entry: a flat array of shape {flat} counts as a row. A "
            f"column has shape ({flat[0]}, 1)."
        )
    return f"{both} do not fit entry by entry: sizes must be equal, or one of them 1."


def _operation_in(line):
    """The operation of a line of code that has one kind only, or "" where it cannot be told."""
    signs = set(re.findall(r"(?<![*])[*](?![*])|[+@/]| - |np\.\w+", line))
    kinds = {"*": "multiply", "np.multiply": "multiply", "+": "add", "-": "subtract"}
    found = {kinds.get(sign.strip()) for sign in signs}
    return found.pop() or "" if len(found) == 1 else ""


class _Watched(np.ndarray):
    """An array that notes the operation that fails."""

    failed: list[Operation] = []

    def __array_ufunc__(self, ufunc, method, *inputs, out=None, **options):
        if out:
            options["out"] = tuple(map(_plain, out))
        try:
            answer = getattr(ufunc, method)(*map(_plain, inputs), **options)
        except ValueError:
            _Watched.failed.append(Operation(ufunc.__name__, [np.shape(x) for x in inputs]))
            raise
        if out:
            return out[0] if len(out) == 1 else out
        return answer.view(_Watched) if type(answer) is np.ndarray else answer


def _plain(value):
    return value.view(np.ndarray) if isinstance(value, _Watched) else value


def _watched(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _watched(item) for key, item in value.items()}
    if type(value) in (tuple, list):
        return type(value)(map(_watched, value))
    return value.view(_Watched) if type(value) is np.ndarray else value


def failed_operation(
    error: Exception, target: Callable, arguments: tuple, exercise: Exercise
) -> Operation | None:
    """The NumPy operation that raised an error in a call, or None where it is not known.

    The call is made again, with arrays that note the operation that fails.
    """
    text = str(error)
    unknown = "could not be broadcast together" in text or "mismatch in its core" in text
    if hasattr(error, "learner") or not unknown:
        return None
    _Watched.failed.clear()
    try:
        with exercise.floats():
            target(*_watched(copy.deepcopy(arguments)))
    except Exception as again:
        if str(again) == text and _Watched.failed:
            return _Watched.failed[-1]
    return None
