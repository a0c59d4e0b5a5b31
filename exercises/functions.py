"""What a learner's function says of itself: its first line, and the names it reads.

A function that lives in another process, as in the grader, says nothing: each answer is then None
or empty.
"""

import dis
import inspect
import itertools
from collections.abc import Callable, Iterator, Sequence
from types import CodeType, FunctionType
from typing import Any

import numpy as np

from exercises.declarations import Case, Exercise


def first_line(exercise: Exercise) -> str:
    """The first line of an exercise: "def f(X, Y, seed=1)"."""
    plain = len(exercise.takes) - len(exercise.defaults)
    named = zip(exercise.takes[plain:], exercise.defaults, strict=True)
    arguments = [*exercise.takes[:plain], *(f"{name}={value}" for name, value in named)]
    return f"def {exercise.function}({', '.join(arguments)})"


def cannot_be_called(target: Callable, cases: Sequence[Case], exercise: Exercise) -> str | None:
    """The first line of a function that does not take the arguments of every case, or None."""
    signature = _signature(target)
    if signature is None:
        return None
    for case in cases:
        try:
            signature.bind(*case.arguments)
        except TypeError:
            return f"def {exercise.function}{signature}"
    return None


def changed_first_line(target: Callable, exercise: Exercise, given: int) -> str | None:
    """The first line of a function whose arguments have another order or other defaults, or None.

    Other names in the same places are allowed, and more arguments with defaults at the end. The
    defaults of those that are given, the first so many, play no part.
    """
    signature = _signature(target)
    if signature is None:
        return None
    names = list(signature.parameters)
    kept = [name for name in names if name in exercise.takes]
    changed = kept != [name for name in exercise.takes if name in kept]
    changed |= any(names.index(name) != exercise.takes.index(name) for name in kept)
    plain = len(exercise.takes) - len(exercise.defaults)
    for name, value in zip(exercise.takes[plain:], exercise.defaults, strict=True):
        if name in names[given:]:
            own = signature.parameters[name].default
            changed |= own is not inspect.Parameter.empty and repr(own) != value
    return f"def {exercise.function}{signature}" if changed else None


def says_its_defaults(target: Callable, case: Case, exercise: Exercise) -> bool:
    """Tell whether a case uses the defaults alone, and the first line shows that they are right."""
    signature, plain = _signature(target), len(exercise.takes) - len(exercise.defaults)
    if signature is None or len(case.arguments) > plain:
        return False
    own = [repr(parameter.default) for parameter in signature.parameters.values()]
    return own[plain : len(exercise.takes)] == list(exercise.defaults)


def _signature(target):
    try:
        return inspect.signature(target)
    except Exception:  # some callables have none, and a learner's object may do anything
        return None


# ---------------------------------------------------------------- names


def global_names(target: Callable) -> list[str]:
    """The names that a function looks up outside of itself, in order."""
    code = getattr(target, "__code__", None)
    return list(dict.fromkeys(_globals(code))) if isinstance(code, CodeType) else []


def _globals(code: CodeType) -> Iterator[str]:
    for instruction in dis.get_instructions(code):
        if instruction.opname == "LOAD_GLOBAL":
            yield instruction.argval
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _globals(constant)


def numbers_in(target: Callable) -> set[int]:
    """The whole numbers that stand in the code of a function."""
    code = getattr(target, "__code__", None)
    return set(_numbers(code)) if isinstance(code, CodeType) else set()


def _numbers(code):
    for instruction in dis.get_instructions(code):
        if instruction.opname in ("LOAD_CONST", "LOAD_SMALL_INT"):
            value = instruction.argval
            yield from (n for n in (value if isinstance(value, tuple) else [value]) if _is_int(n))
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _numbers(constant)


def _is_int(value):
    return type(value) is int or (type(value) is float and value.is_integer())


def with_numbers(target: Callable, numbers: dict[int, int]) -> Callable:
    """A copy of a function with other whole numbers in its code: {old: new}."""
    names = target.__globals__, target.__name__, target.__defaults__, target.__closure__
    copy = FunctionType(_code_with(target.__code__, numbers), *names)
    copy.__kwdefaults__ = target.__kwdefaults__
    return copy


def _code_with(code, numbers):
    def other(value):
        if isinstance(value, CodeType):
            return _code_with(value, numbers)
        if isinstance(value, tuple):
            return tuple(map(other, value))
        return numbers.get(value, value) if _is_int(value) else value

    instructions = bytearray(code.co_code)
    for instruction in dis.get_instructions(code):  # from Python 3.14 on
        if instruction.opname == "LOAD_SMALL_INT" and numbers.get(instruction.argval, 256) < 256:
            instructions[instruction.offset + 1] = numbers[instruction.argval]
    return code.replace(co_consts=tuple(map(other, code.co_consts)), co_code=bytes(instructions))


def namespace(target: Callable) -> dict[str, Any]:
    """The namespace in which a function looks names up: that of the notebook; else empty."""
    names = getattr(target, "__globals__", None)
    return names if isinstance(names, dict) else {}


def reads_data(target: Callable, takes: tuple[str, ...]) -> str | None:
    """The sentence about a variable of the notebook that a function reads, or None.

    An array in capitals may well be data, X; a number in capitals is a constant, and so is what
    the cell that defines the function sets.
    """
    names = namespace(target)
    found = [
        name
        for name in global_names(target)
        if _is_data(name, names.get(name)) and not _is_set_beside(target, name)
    ]
    if not found:
        return None
    unused = _unused_arguments(target, takes)
    instead = f"use its argument{'s' * (len(unused) != 1)} {', '.join(unused)}".rstrip()
    word = "a variable" if len(found) == 1 else "variables"
    return f"Your function reads {' and '.join(found)}, {word} of the notebook: {instead}."


def _is_data(name, value):
    if isinstance(value, np.ndarray):
        return True
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return not name.isupper()
    if isinstance(value, dict):
        value = list(value.values())
    return isinstance(value, (list, tuple)) and any(isinstance(v, np.ndarray) for v in value)


def _is_set_beside(target, name):
    """Whether the cell that defines a function sets this name too; False where it is not known."""
    function = getattr(target, "__name__", "")
    for cell in reversed(namespace(target).get("In") or []):
        lines = str(cell).split("\n")
        if any(line.startswith(f"def {function}(") for line in lines):
            return any(line.split("=")[0].strip() == name for line in lines if "=" in line)
    return False


def _unused_arguments(target, takes):
    code = target.__code__
    used = set(code.co_cellvars)
    for instruction in dis.get_instructions(code):
        if "LOAD_FAST" in instruction.opname:
            value = instruction.argval
            used |= set(value) if isinstance(value, tuple) else {value}
    arguments = code.co_varnames[: code.co_argcount]
    return [name for name in arguments if name not in used and name in takes]


def makers(code: CodeType, name: str, names: dict[str, Any]) -> list[str]:
    """The functions whose result a piece of code keeps whole under a name, in order."""
    function, found = None, []
    for instruction in dis.get_instructions(code):
        operation, value = instruction.opname, instruction.argval
        if operation == "UNPACK_SEQUENCE":
            function = None
        elif operation.startswith("STORE_"):
            if name in (value if isinstance(value, tuple) else (value,)) and function:
                found.append(function)
            function = None
        elif operation == "LOAD_GLOBAL" and function is None:
            function = value if inspect.isfunction(names.get(value)) else None
    return list(dict.fromkeys(found))


def builds_tuple(function: Callable) -> bool:
    """Tell whether a function has a `return` with several values."""
    operations = [each.opname for each in dis.get_instructions(function)]
    return ("BUILD_TUPLE", "RETURN_VALUE") in itertools.pairwise(operations)
