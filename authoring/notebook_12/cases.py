"""Fresh cases for the exercises of notebook 12: what the public cases are not.

A function per exercise yields (label, arguments); see `authoring/cases.py`. The loops are slow, so
the pictures are small. Where a comparison decides which entry is the largest, the entries differ
by far enough, or are equal to the last digit.
"""

import numpy as np

from authoring.cases import Draw, count, find

# m, n_H_prev, n_W_prev, n_C_prev, n_C, f, stride, pad: what each case of a convolution is about.
CONVOLUTIONS = (
    ("stride 1, pad 0", 3, 4, 5, 1, 2, 2, 1, 0),
    ("stride 1, pad 1", 2, 3, 5, 2, 3, 3, 1, 1),
    ("stride 2, pad 0, a rest, 1 picture", 1, 6, 5, 2, 3, 3, 2, 0),
    ("stride 3, pad 1, a rest", 2, 6, 9, 1, 2, 3, 3, 1),
    ("stride 2, pad 2, 1 filter", 2, 3, 4, 2, 1, 2, 2, 2),
    ("as many filters as channels, stride 2, pad 1", 2, 4, 3, 3, 3, 2, 2, 1),
    ("a window of one pixel", 2, 3, 2, 3, 2, 1, 1, 0),
)
# m, n_H_prev, n_W_prev, n_C, f, stride: likewise of pooling.
POOLINGS = (
    ("f 2, stride 2", 3, 4, 6, 2, 2, 2),
    ("f 2, stride 1", 2, 5, 4, 3, 2, 1),
    ("f 3, stride 2, a rest, 1 picture", 1, 6, 5, 2, 3, 2),
    ("f 2, stride 3, a rest", 2, 4, 7, 1, 2, 3),
    ("f 3, stride 3", 3, 3, 6, 2, 3, 3),
)


def zero_pad(draw):
    for m, n_H, n_W, n_C, pad in (
        (3, 2, 4, 3, 2),
        (1, 3, 3, 1, 1),
        (2, 4, 2, 1, 0),
        (2, 1, 5, 2, 3),
    ):
        m, n_H, n_W, n_C = draw.sizes(m, n_H, n_W, n_C)
        pad = draw.whole(pad, 1, 4) if pad else 0
        yield f"{count('picture', m)}, pad {pad}", (draw.numbers(m, n_H, n_W, n_C), pad)


def zero_pad_counterpart(draw, X, pad):
    return draw.numbers(*X.shape), pad


def conv_single_step(draw):
    for f, n_C in ((3, 2), (2, 3), (3, 1), (1, 4), (2, 2), (4, 3)):
        f, n_C = draw.sizes(f, n_C) if f > 1 else (1, draw.size(n_C))
        f = min(f, 5)
        label = f"a window of {f} by {f}, {count('channel', n_C)}"
        yield label, (draw.numbers(f, f, n_C), draw.numbers(f, f, n_C), _biases(draw))


def _biases(draw, *n_C):
    """Biases of shape (1, 1, 1), or (1, 1, 1, n_C), none of them near 0."""
    shape = (1, 1, 1, *n_C)
    return find(lambda: draw.numbers(*shape), lambda b: np.abs(b).min() > 0.05)


def conv_forward(draw):
    for label, *sizes in CONVOLUTIONS:
        yield label, _convolution(draw, *sizes)


def _convolution(draw, m, n_H, n_W, n_C_prev, n_C, f, stride, pad):
    """A_prev, W, b, hparameters. Where the sizes vary, the rest that the stride leaves stays."""
    n_H, n_W = (n + stride * draw.whole(0, 0, 2) for n in (n_H, n_W))
    m = m + draw.whole(0, 0, 2) if m > 1 else 1
    if n_C_prev != n_C:
        n_C_prev, n_C = (min(draw.size(n), 4 + n) if n > 1 else n for n in (n_C_prev, n_C))
    A_prev, W = draw.numbers(m, n_H, n_W, n_C_prev), draw.numbers(f, f, n_C_prev, n_C)
    return A_prev, W, _biases(draw, n_C), {"stride": stride, "pad": pad}


def conv_forward_counterpart(draw, A_prev, W, b, hparameters):
    return draw.numbers(*A_prev.shape), draw.numbers(*W.shape), _biases(draw, b.size), hparameters


conv_forward_fast = conv_forward
conv_forward_fast_counterpart = conv_forward_counterpart


def conv_backward(draw):
    for label, arguments in conv_forward(draw):
        Z, cache = draw.solved["conv_forward"](*arguments)
        yield label, (draw.numbers(*Z.shape), cache)


def conv_backward_counterpart(draw, dZ, cache):
    return draw.numbers(*dZ.shape), conv_forward_counterpart(draw, *cache)


def pool_forward(draw):
    for label, *sizes in POOLINGS:
        for mode in ("max", "average"):
            yield f"{label}, {mode}", (*_pooling(draw, *sizes), mode)
    A_prev, hparameters = _pooling(draw, *POOLINGS[0][1:])
    yield "no mode given", (A_prev, hparameters)
    yield "all entries below 0, max", (-0.1 - np.abs(A_prev), hparameters, "max")


def _pooling(draw, m, n_H, n_W, n_C, f, stride):
    """A_prev, without equal entries, and hparameters. The rest that the stride leaves stays."""
    n_H, n_W = (n + stride * draw.whole(0, 0, 2) for n in (n_H, n_W))
    m = m + draw.whole(0, 0, 2) if m > 1 else 1
    return _distinct(draw.rng, (m, n_H, n_W, n_C)), {"f": f, "stride": stride}


def _distinct(rng, shape):
    """Numbers of both signs, each of which occurs once."""
    size = int(np.prod(shape))
    steps = rng.permutation(size) - size // 3
    return np.round(3 * steps / size + 0.001, 3).reshape(shape)


def pool_forward_counterpart(draw, A_prev, hparameters, *mode):
    return _distinct(draw.rng, A_prev.shape), hparameters, *mode


def create_mask_from_window(draw):
    for f, k in ((2, 1), (2, 2), (3, 3), (2, 4), (3, 1), (4, 2), (1, 1)):
        f = f + draw.whole(0, 0, 2) if f > 2 else f
        label = f"a window of {f} by {f}, {count('largest entry', k)}".replace("entrys", "entries")
        yield label, (_window(draw.rng, f, k),)
    yield "the largest entry is 0", (-np.abs(_window(draw.rng, 3, 1)) * _one_zero(draw, 3),)
    yield "all entries below 0", (_window(draw.rng, 3, 2) - 20,)
    yield "all entries alike", (np.full((3, 3), float(draw.whole(0, 1, 9))),)


def _one_zero(draw, f):
    """Ones of shape (f, f), and a single zero."""
    return (draw.rng.permutation(f * f) > 0).astype(float).reshape(f, f)


def _window(rng, f, k):
    """A window of f by f whose largest entry, a whole number, occurs k times."""
    entries = rng.permutation(np.arange(f * f) - f * f + 2.0)  # up to 1
    entries[:k] = rng.integers(2, 9)
    return rng.permutation(entries).reshape(f, f)


def create_mask_from_window_counterpart(draw, x):
    return find(
        lambda: (_window(draw.rng, len(x), int(np.sum(x == x.max()))),),
        lambda found: np.any((found[0] == found[0].max()) != (x == x.max())),
    )


def pool_backward(draw):
    for label, *sizes in POOLINGS:
        for mode in ("max", "average"):
            yield f"{label}, {mode}", _backward_of(draw, *_pooling(draw, *sizes), mode)
    for k in (2, 3, 4):
        A_prev, hparameters = _tied(draw.rng, *(2, 4, 4 + 2 * draw.whole(0, 0, 2), 2), 2, k)
        label = f"{k} equal entries in each window, max"
        yield label, _backward_of(draw, A_prev, hparameters, "max")
    A_prev, hparameters = _tied(draw.rng, 1, 3, 6, 2, 3, 2)
    yield (
        "2 equal entries in each window, average",
        _backward_of(draw, A_prev, hparameters, "average"),
    )
    A_prev, hparameters = _pooling(draw, 2, 4, 5, 1, 2, 1)
    left = int(draw.rng.integers(A_prev.shape[2] - 1))
    A_prev[:, 0, left : left + 2] = 7.0
    yield (
        "2 equal entries where windows overlap, max",
        _backward_of(draw, A_prev, hparameters, "max"),
    )
    yield "no mode given", _backward_of(draw, *_pooling(draw, *POOLINGS[0][1:]))


def _tied(rng, m, n_H, n_W, n_C, f, k):
    """A_prev, in which the largest entry of each window occurs k times, and hparameters."""
    A_prev = np.zeros((m, n_H, n_W, n_C))
    for i, h, w, c in np.ndindex(m, n_H // f, n_W // f, n_C):
        window = _window(rng, f, k) - rng.integers(0, 12)
        A_prev[i, f * h : f * h + f, f * w : f * w + f, c] = window
    return A_prev, {"f": f, "stride": f}


def _backward_of(draw, A_prev, hparameters, *mode):
    """dA, whose entries are not near 0, the cache, and the mode if there is one."""
    A, cache = draw.solved["pool_forward"](A_prev, hparameters)
    return _far_from_0(draw.rng, A.shape), cache, *mode


def _far_from_0(rng, shape):
    return np.round(rng.uniform(0.2, 2, size=shape) * rng.choice([-1, 1], size=shape), 3)


def pool_backward_counterpart(draw, dA, cache, *mode):
    A_prev, hparameters = cache
    _, n_H, n_W, _ = A_prev.shape
    other = _tied(draw.rng, 1, n_H, n_W, 1, hparameters["f"], 3)
    return _far_from_0(draw.rng, dA.shape), other, *mode


# Arguments that the contract allows, for the mutants


def _geometry(rng):
    """Sizes of convolutions: as in CONVOLUTIONS."""
    yield from [sizes for _, *sizes in CONVOLUTIONS]
    for _ in range(6):
        f, stride = int(rng.integers(1, 4)), int(rng.integers(1, 4))
        pad = int(rng.integers(0, 3))
        n_H, n_W = (int(n) for n in rng.integers(f, 7, size=2))
        m, n_C_prev, n_C = (int(n) for n in rng.integers(1, 4, size=3))
        yield m, n_H, n_W, n_C_prev, n_C, f, stride, pad


def _any_pad(rng, right=None):
    for _ in range(12):
        yield rng.normal(size=rng.integers(1, 5, size=4)), int(rng.integers(0, 4))


def _any_step(rng, right=None):
    for number in range(12):
        f, n_C = 1 + number % 4, int(rng.integers(1, 5))
        yield rng.normal(size=(f, f, n_C)), rng.normal(size=(f, f, n_C)), rng.normal(size=(1, 1, 1))


def _any_convolution(rng, right=None):
    for m, n_H, n_W, n_C_prev, n_C, f, stride, pad in _geometry(rng):
        A_prev, W = rng.normal(size=(m, n_H, n_W, n_C_prev)), rng.normal(size=(f, f, n_C_prev, n_C))
        yield A_prev, W, rng.normal(size=(1, 1, 1, n_C)), {"stride": stride, "pad": pad}


def _any_convolution_backward(rng, right):
    for arguments in _any_convolution(rng):
        Z, cache = right["conv_forward"](*arguments)
        yield rng.normal(size=Z.shape), cache


def _any_pooling(rng, right=None):
    for number in range(14):
        f, stride = int(rng.integers(1, 4)), int(rng.integers(1, 4))
        m, n_C = (int(n) for n in rng.integers(1, 4, size=2))
        n_H, n_W = (int(n) for n in rng.integers(f, 8, size=2))
        A_prev = _distinct(rng, (m, n_H, n_W, n_C)) - number % 2
        yield A_prev, {"f": f, "stride": stride}, *[("max",), ("average",), ()][number % 3]


def _any_window(rng, right=None):
    for number in range(16):
        f = 1 + number % 4
        yield (_window(rng, f, int(rng.integers(1, f * f + 1))) - rng.integers(0, 12),)


def _any_pooling_backward(rng, right):
    draw = Draw(rng, right)
    for A_prev, hparameters, *mode in _any_pooling(rng):
        yield _backward_of(draw, A_prev, hparameters, *mode)
    for k in (2, 3, 4):
        yield _backward_of(draw, *_tied(rng, 2, 2, 4, 2, 2, k), *[("max",), ()][k % 2])


ALLOWED = {
    "zero_pad": _any_pad,
    "conv_single_step": _any_step,
    "conv_forward": _any_convolution,
    "pool_forward": _any_pooling,
    "conv_backward": _any_convolution_backward,
    "create_mask_from_window": _any_window,
    "pool_backward": _any_pooling_backward,
    "conv_forward_fast": _any_convolution,
}
