"""The wire between the grader and the learner's process: plain data arrives, nothing else does."""

import json
import os
import socket
import struct
import threading
import time
import tracemalloc

import numpy as np
import pytest

from grading import wire
from grading.wire import Foreign, WireError, pack, receive, send, unpack


def over(data, functions=()):
    """What arrives of some data."""
    frame = pack(data, functions)
    header, body = struct.unpack("!II", frame[:8])
    assert len(frame) == 8 + header + body
    return unpack(frame[8 : 8 + header], frame[8 + header :], functions)


def equal(one, other):
    if isinstance(one, (tuple, list)):
        return len(one) == len(other) and all(map(equal, one, other))
    if isinstance(one, dict):
        return list(one) == list(other) and all(equal(one[key], other[key]) for key in one)
    if isinstance(one, (np.ndarray, np.generic)):
        return one.dtype == other.dtype and np.array_equal(
            one, other, equal_nan=one.dtype.kind in "fc"
        )
    return one == other or (one != one and other != other)


PLAIN = [
    None,
    True,
    -3,
    2**70,
    1.5,
    float("nan"),
    float("-inf"),
    1 + 2j,
    "text \ud800 é",
    (),
    [],
    {},
    (1, [2.0, ("a",)], {"W1": np.ones((2, 3)), 4: None}),
    np.zeros((0, 2)),
    np.array(3.5),
    np.arange(6).reshape(2, 3).T,
    np.array([[np.nan, np.inf]]),
    np.array([True, False]),
    np.array(["a", "bcd"]),
    np.array([b"a", b"bcd"]),
    np.array([1, 2], dtype=">f8"),
    np.array([1], dtype=np.float32),
    np.float64(0.1),
    np.int8(-4),
    np.str_("x"),
    np.str_(""),
    np.array([""] * 2),
]


@pytest.mark.parametrize("data", PLAIN, ids=lambda data: repr(data)[:40])
def test_plain_data_arrives_as_it_was(data):
    found = over(data)
    assert type(found) is type(data)
    assert equal(found, data)


class Liar(float):
    def __eq__(self, other):
        return True

    __hash__ = float.__hash__


@pytest.mark.parametrize(
    ("data", "name"),
    [
        ({1, 2}, "set"),
        (object(), "object"),
        (np.ones((1, 1)).view(np.matrix), "matrix"),
        (np.ma.array([1.0]), "MaskedArray"),
        (lambda: None, "function"),
        (b"bytes", "bytes"),
        (10**1000, "int"),
        (np.datetime64("2026-01-01"), "datetime64"),
        (type("<script>", (), {})(), "script"),
    ],
)
def test_anything_else_is_the_name_of_its_type(data, name):
    found = over(data)
    assert isinstance(found, Foreign)
    assert type(found).__name__ == name
    assert not isinstance(found, (float, np.ndarray))


def test_a_subclass_loses_what_it_would_do_here():
    assert type(over(Liar(1.0))) is float
    assert type(over(type("D", (dict,), {})(a=1))) is dict


def test_an_array_of_objects_keeps_its_shape_alone():
    found = over(np.array([[object(), 1]], dtype=object))
    assert (found.dtype, found.shape, found[0, 1]) == (object, (1, 2), None)


def test_data_that_contains_itself_ends():
    loop = []
    loop.append(loop)
    found = over(loop)
    for _ in range(wire.MAX_DEPTH):
        (found,) = found
    assert isinstance(found[0], Foreign)


@pytest.mark.parametrize(
    "data",
    [[0] * 200_000, np.zeros(3_000_000), [np.zeros(100_000)] * 50, ["x" * 900_000] * 20],
    ids=["items", "an array", "arrays", "text"],
)
def test_what_is_too_large_is_not_sent(data):
    with pytest.raises(WireError, match="more than"):
        pack(data)


def test_a_function_arrives_as_the_one_of_that_name():
    def here():
        pass

    assert over([here], {"name": here}) == [here]
    assert isinstance(over(here), Foreign)


FORGED = [
    b"",
    b"[",
    b"null",
    b"[]",
    b'["z"]',
    b'["a"]',
    b'["a", "O", [1], 0]',
    b'["a", "<f8", [-1], 0]',
    b'["a", "<f8", [1], -8]',
    b'["a", "<f8", [99], 0]',
    b'["a", "<f8", [true], 0]',
    b'["a", "V8", [1], 0]',
    b'["a", "<f8,<f8", [1], 0]',
    b'["a", "<f8", "ab", 0]',
    b'["a", "<U99999999999", [1], 0]',
    b'["o", [100000, 100000]]',
    b'["v", []]',
    b'["v", {"a": 1}]',
    b'["d", [[1]]]',
    b'["d", 5]',
    b'["t", 5]',
    b'["c", "a", "b"]',
    b'["g", "O", 0]',
    b'["v", ' + b"9" * 10_000 + b"]",
    b'["v", ' + b"9" * 400 + b"]",
    b'["s", 5]',
    json.dumps(["l", [["x", f"class {number}"] for number in range(101)]]).encode(),
    b"[" * 100_000,
    b'["l", [' * 40 + b"]]" * 40,
    b'["l", [' + b'["v", 1],' * 400_000 + b'["v", 1]]]',
]


@pytest.mark.parametrize("header", FORGED, ids=lambda header: header[:30].decode())
def test_a_forged_frame_is_refused(header):
    with pytest.raises(WireError):
        unpack(header, b"12345678")


def test_shape_of_long_numbers_is_not_multiplied():
    with pytest.raises(WireError, match="impossible shape"):
        unpack(b'["a", "<f8", [' + b", ".join([b"9" * 4000] * 9) + b"], 0]", b"")


def test_type_of_a_million_fields_takes_no_memory():
    header = b'["a", "' + b"f8," * 1_000_000 + b'f8", [1], 0]'
    tracemalloc.start()
    try:
        with pytest.raises(WireError, match="type that does not travel"):
            unpack(header, b"")
        assert tracemalloc.get_traced_memory()[1] < 10 * len(header)
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("seed", range(20))
def test_a_damaged_frame_is_refused_or_plain_data(seed):
    rng = np.random.default_rng(seed)
    frame = bytearray(pack(PLAIN))
    header = struct.unpack("!II", frame[:8])[0]
    for place in rng.integers(8, len(frame), 5):
        frame[place] = rng.integers(256)
    try:
        found = unpack(bytes(frame[8 : 8 + header]), bytes(frame[8 + header :]))
    except WireError:
        return
    assert isinstance(found, (list, tuple, dict, Foreign))


def test_a_key_that_cannot_be_one_has_a_stand_in():
    header = json.dumps(["d", [[["l", []], ["v", 1]]]]).encode()
    (key,) = unpack(header, b"")
    assert isinstance(key, Foreign)


def test_classes_of_the_same_name_have_the_same_stand_in():
    """Found by the fuzzer: what had arrived was another thing when it was sent on."""
    assert unpack(b'["x", "<"]', b"") is unpack(b'["x", ">"]', b"")


def test_frames_over_a_socket():
    here, there = socket.socketpair()
    large = np.arange(300_000.0)
    sender = threading.Thread(target=lambda: [send(there, PLAIN), send(there, large)])
    sender.start()
    assert equal(receive(here), PLAIN)
    assert equal(receive(here, deadline=time.monotonic() + 30), large)
    sender.join()
    there.close()
    with pytest.raises(WireError):
        receive(here)


def test_silence_and_slowness_end_at_the_deadline():
    here, there = socket.socketpair()
    with pytest.raises(TimeoutError):
        receive(here, deadline=time.monotonic() + 0.05)
    there.send(struct.pack("!II", 100, 0) + b"[")
    with pytest.raises(TimeoutError):
        receive(here, deadline=time.monotonic() + 0.05)
    with pytest.raises(WireError):  # nobody reads, and the buffer is full
        send(here, np.zeros(1_000_000), deadline=time.monotonic() + 0.05)


def test_a_frame_that_claims_to_be_huge_is_not_waited_for():
    for lengths in ((2**32 - 1, 2**32 - 1), (wire.MAX_HEADER + 1, 0), (2, wire.MAX_BODY + 1)):
        here, there = socket.socketpair()
        there.send(struct.pack("!II", *lengths) + os.urandom(10))
        there.close()
        with pytest.raises(WireError, match="too large"):
            receive(here, deadline=time.monotonic() + 30)
