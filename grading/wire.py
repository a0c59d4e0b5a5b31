"""Plain data over a socket, between the grader and the learner's process. No pickle.

A frame is two lengths, a JSON header and a body. The header is the tree of the data, the body the
bytes of its arrays. What the learner's process sends is trusted in nothing: sizes, depth and types
are bounded, and what is no plain data arrives as an empty object of a class with its name.

This file runs on both sides; it needs NumPy alone.
"""

import functools
import json
import math
import re
import struct
import time
from collections.abc import Callable, Iterable
from socket import socket

import numpy as np

MAX_HEADER, MAX_BODY = 1 << 22, 1 << 24  # bytes; JSON takes up to 25 times its bytes in memory
MAX_NODES, MAX_DEPTH = 100_000, 20
MAX_KEYS = 1000  # of a dictionary: many that collide would take forever
MAX_TEXT = 1_000_000  # characters in one string
MAX_INT_BITS = 1000
MAX_DIMENSIONS = 64
MAX_CLASSES = 100  # whose names stand for objects; Python needs a while to make one
KINDS = "biufcUS"  # of the arrays that travel
DTYPE = re.compile(f"[<>|=]?[{KINDS}][0-9]{{1,7}}")  # NumPy takes seconds and gigabytes for others

_LENGTHS = struct.Struct("!II")


class WireError(Exception):
    """The other side has sent what is no frame, or nothing in time, or has gone."""


class Foreign:
    """Stands for something that is no plain data. The name of its class is all that came."""


def foreign(name: str) -> Foreign:
    """The object that stands for one of a class of this name."""
    return _stand_in("".join(c for c in str(name)[:60] if c.isalnum() or c in "_.") or "object")


@functools.lru_cache(maxsize=1000)
def _stand_in(name):
    return type(name, (Foreign,), {"__repr__": lambda self: f"<{name}>"})()


# ---------------------------------------------------------------- data to frames


def pack(data, functions: dict | Iterable = (), callbacks: list | None = None) -> bytes:
    """The bytes of a frame.

    Arguments:
        data: None, bool, int, float, complex, str, NumPy scalars and arrays, and tuples, lists and
            dictionaries of these; anything else turns into its type's name.
        functions: {name: function} that may be named; the other side has its own.
        callbacks: a list to which every other function is added; what goes in its place lets the
            other side call it. Without a list, such a function is its type's name.

    Raises:
        WireError: it is too large for a frame.
    """
    packer = _Packer(functions, callbacks)
    tree = packer.tree(data)
    header = json.dumps(tree).encode()
    if len(header) > MAX_HEADER:
        raise WireError(f"more than {MAX_HEADER >> 20} MB of text and numbers outside of arrays")
    return b"".join([_LENGTHS.pack(len(header), packer.size), header, *packer.buffers])


class _Packer:
    def __init__(self, functions, callbacks):
        self.names = {id(function): name for name, function in dict(functions).items()}
        self.callbacks = callbacks
        self.buffers, self.size, self.nodes = [], 0, 0

    def buffer(self, array):
        start, self.size = self.size, self.size + array.nbytes
        if self.size > MAX_BODY:
            raise WireError(f"arrays of more than {MAX_BODY >> 20} MB")
        data = array.tobytes()
        self.buffers.append(data)
        return start

    def tree(self, value, depth=0):
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise WireError(f"more than {MAX_NODES:,} items")
        kind, deeper = type(value), depth + 1
        if depth > MAX_DEPTH:
            return ["x", kind.__name__]
        if kind is str:  # first the most frequent kinds
            return ["s", value[:MAX_TEXT]]
        if kind is np.ndarray and value.dtype.kind in KINDS:
            return ["a", value.dtype.str, value.shape, self.buffer(value)]
        if kind is tuple or kind is list:
            return ["t" if kind is tuple else "l", [self.tree(item, deeper) for item in value]]
        if value is None or isinstance(value, bool):
            return ["v", value]
        if isinstance(value, np.generic) and value.dtype.kind in KINDS:
            return ["g", value.dtype.str, self.buffer(np.asarray(value))]
        if kind is np.ndarray and value.dtype.kind == "O":
            return ["o", value.shape]
        if isinstance(value, int) and value.bit_length() <= MAX_INT_BITS:
            return ["v", int(value)]
        if isinstance(value, float):
            return ["v", float(value)]
        if isinstance(value, complex):
            return ["c", value.real, value.imag]
        if isinstance(value, str):
            return ["s", str(value)[:MAX_TEXT]]
        if isinstance(value, (tuple, list)):
            letter = "t" if isinstance(value, tuple) else "l"
            return [letter, [self.tree(item, deeper) for item in value]]
        if isinstance(value, dict):
            if len(value) > MAX_KEYS:
                raise WireError(f"a dictionary of more than {MAX_KEYS:,} keys")
            tree = self.tree
            return ["d", [[tree(key, deeper), tree(x, deeper)] for key, x in value.items()]]
        if id(value) in self.names:
            return ["f", self.names[id(value)]]
        if callable(value) and self.callbacks is not None:
            self.callbacks.append(value)
            return ["k", len(self.callbacks) - 1]
        return ["x", kind.__name__]


# ---------------------------------------------------------------- frames to data


def unpack(
    header: bytes,
    body: bytes,
    functions: dict | Iterable = (),
    callback: Callable | None = None,
):
    """The data of a frame.

    Arguments:
        functions: as `pack` has them.
        callback: what makes a function of the number of one that the other side can be asked to
            call. Only the learner's side has it: it calls back, it is not called back.

    Raises:
        WireError: it is not what `pack` makes, or too large.
    """
    try:
        return _Unpacker(body, dict(functions), callback).value(json.loads(header))
    except WireError:
        raise
    except Exception as error:  # whatever a forged frame can lead to
        raise WireError(f"not a frame: {type(error).__name__}") from None


class _Unpacker:
    def __init__(self, body, functions, callback):
        self.body, self.functions, self.callback = body, functions, callback
        self.nodes, self.size, self.classes = 0, 0, set()

    def array(self, dtype, shape, start):
        dtype = _dtype(dtype)
        count = self.count(shape, dtype.itemsize)
        if count == 0 or dtype.itemsize == 0:
            return np.zeros(shape, dtype)
        return np.frombuffer(self.body, dtype, count, start).reshape(shape).copy()

    def count(self, shape, itemsize):
        """The items of an array, whose memory is counted: it may be much more than the frame."""
        for n in shape if len(shape) <= MAX_DIMENSIONS else [None]:
            if type(n) is not int or not 0 <= n <= MAX_BODY:
                raise WireError("an array of an impossible shape")
        count = math.prod(shape)
        self.size += count * max(itemsize, 1)
        if self.size > MAX_BODY:
            raise WireError("data that is too large")
        return count

    def value(self, tree, depth=0):
        self.nodes += 1
        if depth > MAX_DEPTH + 1 or self.nodes > MAX_NODES:
            raise WireError("data that is nested too deep, or too large")
        kind, *rest = tree
        if kind == "a":  # first the most frequent kinds
            return self.array(*rest)
        if kind == "s":
            (text,) = rest
            if not isinstance(text, str) or len(text) > MAX_TEXT:
                raise WireError("a text that is none, or too long")
            return text
        if kind == "v":
            (value,) = rest
            if value is not None and not isinstance(value, (bool, int, float)):
                raise WireError("a value of another type")
            if isinstance(value, int) and value.bit_length() > MAX_INT_BITS:
                raise WireError("an integer that is too large")
            return value
        if kind == "g":
            return self.array(rest[0], (1,), rest[1])[0]
        if kind == "o":
            (shape,) = rest
            self.count(shape, 8)
            return np.full(shape, None, dtype=object)
        if kind == "c":
            real, imaginary = rest
            return complex(float(real), float(imaginary))
        if kind in ("t", "l"):
            items = [self.value(item, depth + 1) for item in rest[0]]
            return tuple(items) if kind == "t" else items
        if kind == "d":
            if len(rest[0]) > MAX_KEYS:
                raise WireError("too many keys")
            pairs = [[self.value(k, depth + 1), self.value(v, depth + 1)] for k, v in rest[0]]
            return {_key(key): value for key, value in pairs}
        if kind == "f" and rest[0] in self.functions:
            return self.functions[rest[0]]
        if kind == "k" and self.callback:
            return self.callback(rest[0])
        if kind in ("f", "k", "x"):
            self.classes.add(str(rest[0])[:60])
            if len(self.classes) > MAX_CLASSES:
                raise WireError(f"objects of more than {MAX_CLASSES} classes")
            return foreign(str(rest[0]))
        raise WireError("a kind that does not exist")


@functools.lru_cache(maxsize=1000)
def _dtype(text):
    if not DTYPE.fullmatch(text):
        raise WireError("an array of a type that does not travel")
    return np.dtype(text)


def _key(key):
    """A key of a dictionary, or a stand-in for one that cannot be a key."""
    try:
        hash(key)
    except TypeError:
        return foreign(type(key).__name__)
    return key


# ---------------------------------------------------------------- over a socket


def send(
    sock: socket,
    data,
    functions: dict | Iterable = (),
    deadline: float | None = None,
    callbacks: list | None = None,
) -> None:
    """Send a frame of some data; the arguments are those of `pack` and `send_frames`."""
    send_frames(sock, [pack(data, functions, callbacks)], deadline)


def send_frames(sock: socket, frames: list[bytes], deadline: float | None = None) -> None:
    """Send the bytes of frames.

    Arguments:
        deadline: a time of `time.monotonic`, or None to wait forever.

    Raises:
        WireError: the other side has gone, or does not take them before the deadline.
    """
    try:
        sock.settimeout(_left(deadline))
        sock.sendall(b"".join(frames))
    except OSError as error:
        raise WireError(str(error)) from None


def receive(
    sock: socket,
    functions: dict | Iterable = (),
    deadline: float | None = None,
    callback: Callable | None = None,
):
    """Wait for a frame, and return its data.

    Arguments:
        deadline: a time of `time.monotonic`, or None to wait forever.

    Raises:
        WireError: the other side has gone, or sends what is no frame.
        TimeoutError: the deadline has passed.
    """
    header, body = _LENGTHS.unpack(_exactly(sock, _LENGTHS.size, deadline))
    if header > MAX_HEADER or body > MAX_BODY:
        raise WireError("a frame that is too large")
    header = _exactly(sock, header, deadline)
    return unpack(header, _exactly(sock, body, deadline), functions, callback)


def _exactly(sock, count, deadline):
    parts = []
    while count:
        try:
            sock.settimeout(_left(deadline))
            part = sock.recv(min(count, 1 << 20))
        except TimeoutError:
            raise
        except OSError as error:
            raise WireError(str(error)) from None
        if not part:
            raise WireError("the process has ended")
        parts.append(part)
        count -= len(part)
    return b"".join(parts)


def _left(deadline):
    """The seconds until a deadline.

    Raises:
        TimeoutError: it has passed.
    """
    if deadline is None:
        return None
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left
