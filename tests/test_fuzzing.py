"""Frames and notebooks that a stranger may have written: they are refused, or plain data.

Hypothesis makes them here, the same ones in each run. `python tests/fuzz.py` lets a coverage-guided
fuzzer search for as long as you like.
"""

import contextlib
import json
import socket

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from grading.intake import CONTROL, MAX_CELL, Refused, read_sources
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

NUMBERS = st.integers(-1, 9) | st.integers() | st.sampled_from([2**24, 2**31, 2**62, 10**2000])
SHAPES = st.lists(NUMBERS, max_size=4) | st.just([1] * 65) | SCALARS
GOOD = ["<f8", "|b1", ">u2", "<c16", "<U3", "|S2", "<U0"]
DTYPES = st.sampled_from([*GOOD, "<f3", "O", "V8", "M8[D]", "<f8,<f8", "<U99999999"])
LEAVES = st.one_of(
    st.tuples(st.just("v"), SCALARS | st.sampled_from([2**999, 2**1001, [], {}])),
    st.tuples(st.just("s"), SCALARS),
    st.tuples(st.just("c"), SCALARS, SCALARS),
    st.tuples(st.just("a"), DTYPES | SCALARS, SHAPES, NUMBERS),
    st.tuples(st.just("g"), DTYPES | SCALARS, NUMBERS),
    st.tuples(st.just("o"), SHAPES),
    st.tuples(st.sampled_from("fkx"), SCALARS | st.just("known")),
)
TREES = st.recursive(
    LEAVES | JSON,
    lambda inner: st.one_of(
        st.tuples(st.sampled_from("tl"), st.lists(inner, max_size=5)),
        st.tuples(st.just("d"), st.lists(st.tuples(inner, inner), max_size=5)),
        st.lists(inner, max_size=4),
    ),
    max_leaves=30,
)


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
@given(header=st.binary(max_size=200) | TREES.map(json_bytes), body=st.binary(max_size=64))
def test_frame_of_a_stranger_is_refused_or_plain_data(header, body):
    try:
        data = unpack(header, body, {"known": known})
    except WireError:
        return
    assert size(data) <= MAX_BODY + len(header)
    # What has come can be sent on, and arrives as it is.
    frame = pack(data, {"known": known})
    length = int.from_bytes(frame[:4], "big")
    assert same(unpack(frame[8 : 8 + length], frame[8 + length :], {"known": known}), data)


@fuzzed
@given(st.binary(max_size=100))
def test_bytes_of_a_stranger_on_the_socket_are_refused_or_plain_data(data):
    here, there = socket.socketpair()
    with here, there:
        there.sendall(data)
        there.shutdown(socket.SHUT_WR)
        with contextlib.suppress(WireError):
            size(receive(here))


# ---------------------------------------------------------------- notebooks

SOLUTIONS = ("compute_cost", "linear_forward")
NAMES = st.sampled_from([*SOLUTIONS, "other"]) | JSON
MARKS = st.fixed_dictionaries({}, optional={"nbgrader": st.fixed_dictionaries({"grade_id": NAMES})})
SOURCES = st.one_of(
    st.sampled_from(["x = 1", "\x00", "\ud800", "x" * (MAX_CELL + 1)]), JSON, st.lists(TEXT)
)
CELLS = st.fixed_dictionaries(
    {"cell_type": st.sampled_from(["code", "markdown", "raw", "x"])},
    optional={"id": NAMES, "metadata": MARKS | JSON, "source": SOURCES, "input": SOURCES},
)
CELL_LISTS = st.lists(CELLS | JSON, max_size=4) | JSON
NOTEBOOKS = st.fixed_dictionaries(
    {"nbformat": st.sampled_from([1, 2, 3, 4, 5, True, "4"]) | JSON},
    optional={
        "cells": CELL_LISTS,
        "worksheets": st.lists(st.fixed_dictionaries({"cells": CELL_LISTS}) | JSON, max_size=2),
        "metadata": JSON,
        "nbformat_minor": JSON,
    },
)


@fuzzed
@given(st.binary(max_size=200) | (NOTEBOOKS | JSON).map(json_bytes))
def test_notebook_of_a_stranger_is_refused_or_has_sources(data):
    try:
        found, reason = read_sources(data, SOLUTIONS)
    except Refused as refusal:
        reason = str(refusal)
        assert reason
        assert "\n" not in reason
        return
    assert set(found) <= set(SOLUTIONS)
    for source in found.values():
        assert len(source.encode()) <= 4 * MAX_CELL
        assert not CONTROL.search(source)
    reason.encode()
