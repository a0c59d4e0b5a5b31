"""Frames and notebooks that a stranger may have written: they are refused, or plain data.

Hypothesis makes them here, the same ones in each run. `python tests/fuzz.py` lets a coverage-guided
fuzzer search for as long as you like.
"""

import contextlib
import json
import socket
import struct
from multiprocessing import get_context

import numpy as np
from conftest import ASSIGNMENT
from hypothesis import given, settings
from hypothesis import strategies as st

from grading.assignment import released
from grading.cells import CONTROL, MAX_CELL
from grading.intake import MAX_NOTEBOOK, Refused, read_sources
from grading.wire import MAX_BODY, Foreign, WireError, pack, receive, unpack

fuzzed = settings(max_examples=100, derandomize=True, database=None, deadline=None)

TEXT = st.text(st.characters(), max_size=20)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | TEXT
JSON = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(TEXT, inner, max_size=5),
    max_leaves=20,
)


def json_bytes(data):
    return json.dumps(data).encode()


# ---------------------------------------------------------------- frames

SIZES = st.integers(0, 3)
NUMBERS = st.integers() | st.floats()
GOOD_TYPES = st.sampled_from(["<f8", "|b1", ">u2", "<c16", "<U3", "|S2", "<U0"])
GOOD_LEAVES = st.one_of(
    st.tuples(st.just("v"), st.none() | st.booleans() | NUMBERS | st.just(2**1000)),
    st.tuples(st.just("s"), TEXT),
    st.tuples(st.just("c"), st.floats(), st.floats()),
    st.tuples(st.just("a"), GOOD_TYPES, st.lists(SIZES, max_size=3), SIZES),
    st.tuples(st.just("g"), GOOD_TYPES, SIZES),
    st.tuples(st.just("o"), st.lists(SIZES, max_size=3)),
    st.tuples(st.sampled_from("fkx"), TEXT | st.just("known")),
)
GOOD_TREES = st.recursive(
    GOOD_LEAVES,
    lambda inner: st.one_of(
        st.tuples(st.sampled_from("tl"), st.lists(inner, max_size=5)),
        st.tuples(st.just("d"), st.lists(st.tuples(inner, inner), max_size=5)),
    ),
    max_leaves=20,
)
# One that is good but for one place.
BAD_TYPES = st.sampled_from(["<f3", "O", "V8", "M8[D]", "<f8,<f8", "<U99999999", 8])
BAD_SIZES = st.sampled_from([-1, 1.0, True, "1", 2**24, 2**31, 2**62, 10**2000])
BAD_SHAPES = st.lists(SIZES | BAD_SIZES, max_size=3) | st.just([1] * 65) | SCALARS
BAD_LEAVES = st.one_of(
    st.tuples(st.sampled_from("vsctldfkx"), JSON),
    st.tuples(st.just("c"), SCALARS, SCALARS),
    st.tuples(st.just("a"), GOOD_TYPES | BAD_TYPES, BAD_SHAPES, SIZES | BAD_SIZES),
    st.tuples(st.just("g"), GOOD_TYPES | BAD_TYPES, SIZES | BAD_SIZES),
    st.tuples(st.just("o"), BAD_SHAPES),
    JSON,
)
BAD_TREES = st.tuples(st.just("l"), st.tuples(GOOD_TREES, BAD_LEAVES))
HEADERS = st.binary(max_size=200) | st.one_of(GOOD_TREES, BAD_TREES, JSON).map(json_bytes)


def known():
    """A function that may be named."""


def size(data):
    """The bytes of the arrays and texts of some data.

    Raises:
        AssertionError: it is no plain data.
    """
    if isinstance(data, dict):
        return sum(size(key) + size(value) for key, value in data.items())
    if isinstance(data, (tuple, list)):
        return sum(map(size, data))
    if isinstance(data, Foreign) or data is known:
        return 0
    if type(data) is np.ndarray and data.dtype == object:
        assert all(item is None for item in data.flat)
    elif isinstance(data, (np.ndarray, np.generic)):
        assert data.dtype.kind in "biufcUS"
    else:
        assert type(data) in (type(None), bool, int, float, complex, str)
        return len(data) if isinstance(data, str) else 0
    return data.nbytes


def same(one, other):
    """Whether two pieces of plain data are the same, also where they are not a number."""
    if isinstance(one, dict):
        one, other = list(one.items()), list(other.items())
    if isinstance(one, (tuple, list)):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, Foreign):
        return type(one).__name__ == type(other).__name__
    if isinstance(one, (np.ndarray, np.generic)):
        return (one.dtype, one.shape, one.tobytes()) == (other.dtype, other.shape, other.tobytes())
    return type(one) is type(other) and (repr(one) == repr(other) or one is known)


@fuzzed
@given(header=HEADERS, body=st.binary(min_size=64, max_size=64) | st.binary(max_size=64))
def test_frame_of_a_stranger_is_refused_or_plain_data(header, body):
    try:
        data = unpack(header, body, {"known": known})
    except WireError:
        return
    assert size(data) <= MAX_BODY + len(header)
    # What has come can be sent on, and arrives as it is.
    sent = pack(data, {"known": known})
    length = int.from_bytes(sent[:4], "big")
    assert same(unpack(sent[8 : 8 + length], sent[8 + length :], {"known": known}), data)


def frame(header, body):
    return struct.pack("!II", len(header), len(body)) + header + body


@fuzzed
@given(st.binary(max_size=100) | GOOD_TREES.map(lambda tree: frame(json_bytes(tree), bytes(99))))
def test_bytes_of_a_stranger_on_the_socket_are_refused_or_plain_data(data):
    here, there = socket.socketpair()
    with here, there:
        there.sendall(data)
        there.shutdown(socket.SHUT_WR)
        with contextlib.suppress(WireError):
            size(receive(here))


# ---------------------------------------------------------------- notebooks

RELEASED = released(ASSIGNMENT)
# Python, or nearly, some of it nested deep.
FRAGMENTS = [
    *("def compute_cost(AL, Y):\n", "def helper():\n", "class A:\n", "lambda: ", "async ", "@"),
    *(" return helper\n", "helper = x\n", "x, helper = 1, 2\n", "global compute_cost\n", "del x\n"),
    *("import numpy\n", "from x import *\n", "match x:\n", "try:\n", "with x as helper:\n"),
    *(
        "# Exercise 6: compute_cost\n",
        "# Exercise 3: linear_forward\n",
        "%%bash\n",
        "!ls\n",
        "x = !ls\n",
    ),
    *(
        "compute_cost",
        "x",
        "0",
        "é",
        ".a",
        "+a",
        "-",
        "not ",
        " if x else ",
        "yield ",
        "await ",
        "*",
    ),
    *("(", ")", "[", "]", "f'{", "}'", '"', "\\", "=", ":", ",", "\n", "\t", "    "),
]
REPEATED = st.tuples(st.sampled_from(FRAGMENTS), st.sampled_from([1, 1, 1, 1, 2, 90, 300, 5000]))
PYTHON = st.lists(REPEATED, max_size=12).map(lambda parts: "".join(f * n for f, n in parts))
NAMES = st.sampled_from(["compute_cost", "compute_cost_test", "linear_forward", "other"])
GOOD_CELLS = st.fixed_dictionaries(
    {
        "cell_type": st.sampled_from(["code", "code", "markdown"]),
        "source": PYTHON | PYTHON.map(lambda text: text.splitlines(keepends=True)),
        "metadata": st.just({}) | NAMES.map(lambda name: {"nbgrader": {"grade_id": name}}),
    },
    optional={"id": NAMES},
)
BAD_SOURCES = st.sampled_from(["\x00", "\ud800", "x" * (MAX_CELL + 1)]) | st.lists(TEXT) | JSON
BAD_CELLS = st.fixed_dictionaries(
    {"cell_type": NAMES | JSON, "source": BAD_SOURCES},
    optional={"id": NAMES | JSON, "input": BAD_SOURCES, "metadata": JSON},
)
CELLS = st.lists(GOOD_CELLS | GOOD_CELLS | GOOD_CELLS | BAD_CELLS | JSON, max_size=6)
NOTEBOOKS = st.one_of(
    st.fixed_dictionaries({"nbformat": st.just(4), "cells": CELLS}),
    st.fixed_dictionaries(
        {
            "nbformat": st.sampled_from([1, 2, 3]),
            "worksheets": st.lists(st.fixed_dictionaries({"cells": CELLS}) | JSON, max_size=2),
        }
    ),
    st.fixed_dictionaries({"nbformat": JSON, "cells": CELLS | JSON, "worksheets": JSON}),
)


@fuzzed
@given(st.binary(max_size=200) | NOTEBOOKS.map(json_bytes))
def test_notebook_of_a_stranger_is_refused_or_has_sources(data):
    try:
        found, reason = read_sources(data, RELEASED)
    except Refused as refusal:
        reason = str(refusal)
        assert reason
        assert "\n" not in reason
        return
    assert set(found) <= {exercise.solution for exercise in RELEASED.exercises}
    for source in (text for texts in found.values() for text in texts):
        assert len(source.encode()) <= 4 * MAX_CELL
        assert not CONTROL.search(source)
    reason.encode()


def written(cells):
    return json_bytes({"nbformat": 4, "cells": cells})


def test_notebook_of_tiny_cells_is_read_within_half_a_minute():
    """Where the grader reads it nothing ends it: here the kernel does, as it would a loop."""
    cell = {"id": "compute_cost", "cell_type": "code", "source": "x"}
    data = written([cell] * (MAX_NOTEBOOK // len(json_bytes(cell) + b", ") - 1))

    def child():
        import resource  # which Windows does not have

        resource.setrlimit(resource.RLIMIT_CPU, (30, 30))
        assert read_sources(data, RELEASED)[0].keys() == {"compute_cost"}

    process = get_context("fork").Process(target=child)
    process.start()
    process.join()
    assert process.exitcode == 0


def test_helpers_are_not_looked_for_in_megabytes_of_answers():
    """It takes four seconds for each megabyte."""
    helper = {"cell_type": "code", "source": "def helper(): pass"}
    lines = {"id": "compute_cost", "cell_type": "code", "source": "helper\n" * 6000}
    assert "Taken along" in read_sources(written([helper, lines]), RELEASED)[1]
    answers = [{**lines, "source": f"{number}\n{lines['source']}"} for number in range(8)]
    assert "Taken along" not in read_sources(written([helper, *answers]), RELEASED)[1]
