"""Fresh cases for the exercises of notebook 09: what the public cases are not.

A function per exercise yields (label, arguments); see `authoring/cases.py`.
"""

import numpy as np

from authoring import allowed
from authoring.cases import count

# The sizes of networks as learners see them, see `Draw.size`.
NETWORKS = (
    (4, 1),
    (2, 3),
    (3, 4, 2, 1),
    (2, 5, 3, 4, 1),
    (3, 2, 1),  # the shapes of the public cases
    (1, 1),
)


def update_parameters_with_gd(draw):
    for sizes, rate, more in zip(
        NETWORKS, (0.5, 0.0075, 1.0, 0.01, 2.0, 0.3), (0, 0, 1, 0, 1, 0), strict=True
    ):
        sizes, rate = draw.sizes(*sizes), _rate(draw, rate)
        label = [_layers(sizes), f"learning rate {rate}"]
        arguments = draw.network(sizes), _grads(draw, sizes, more), rate
        yield ", ".join(label + ["dA among the grads"] * more), arguments


def random_mini_batches(draw):
    size, many = draw.size(3), draw.size(5)
    for label, n_x, n_y, m, more in (
        ("the size divides m", 2, 1, 3 * size, (size, 1)),
        ("fewer examples than a batch", 2, 1, many, (many + 3, _seed(draw, 2))),
        ("batches of 1", 3, 1, draw.size(4), (1, _seed(draw, 3))),
        ("three rows in Y", 2, 3, 2 * size + 1, (size, _seed(draw, 4))),
        ("as many examples as a batch", 4, 1, draw.size(6), (draw.size(6), _seed(draw, 9))),
        ("two rows of fractions in Y", 1, 2, 4 * size + 2, (size,)),
        ("the usual size and seed", 1, 1, 64 + draw.size(6), ()),
        ("1 example", 3, 1, 1, (size, 0)),
        ("many batches", 2, 1, 10 * size - 1, (size, _seed(draw, 7))),
    ):
        label = f"{label}, {count('example', m)}" if m > 1 else label
        Y = draw.labels(m, n_y) if n_y != 2 else draw.numbers(n_y, m)
        yield label, (draw.numbers(n_x, m), Y, *more)


def random_mini_batches_counterpart(draw, X, Y, mini_batch_size, seed):
    return draw.numbers(*X.shape), draw.labels(X.shape[1]), mini_batch_size, draw.seed()


def initialize_velocity(draw):
    for sizes in (*NETWORKS, (6, 6, 6)):
        sizes = draw.sizes(*sizes)
        yield _layers(sizes), (draw.network(sizes),)


def initialize_velocity_counterpart(draw, parameters):
    """The result depends on the sizes alone, so they must be others."""
    layers = len(parameters) // 2
    return (draw.network(draw.rng.choice(range(4, 10), size=layers + 1, replace=False).tolist()),)


def update_parameters_with_momentum(draw):
    for sizes, beta, rate, still, more in (
        ((4, 1), 0.9, 0.5, 0, 0),
        ((2, 3), 0.0, 0.1, 0, 0),
        ((3, 4, 2, 1), 0.5, 0.3, 0, 1),
        ((2, 5, 3, 4, 1), 0.99, 0.01, 0, 0),
        ((3, 2, 1), 0.8, 2.0, 0, 1),
        ((1, 1), 0.95, 0.7, 0, 0),
        ((5, 2), 0.9, 0.2, 1, 0),
    ):
        sizes, rate = draw.sizes(*sizes), _rate(draw, rate)
        label = [_layers(sizes), f"beta {beta}", *["v of zeros"] * still]
        v = _grads(draw, sizes)
        v = {name: 0 * entries for name, entries in v.items()} if still else v
        arguments = draw.network(sizes), _grads(draw, sizes, more), v, beta, rate
        yield ", ".join(label + ["dA among the grads"] * more), arguments


initialize_adam = initialize_velocity


initialize_adam_counterpart = initialize_velocity_counterpart


def update_parameters_with_adam(draw):
    for sizes, t, more, start, dA in (
        ((4, 1), 1, (), "zeros", 0),
        ((2, 3), 7, (0.02,), "moving", 0),
        ((3, 4, 2, 1), 1000, (0.1,), "moving", 1),
        ((2, 5), 3, (0.05, 0.8, 0.99, 1e-6), "moving", 0),
        ((3, 2, 1), 2, (0.5, 0.9, 0.999, 1e-2), "moving", 1),
        ((2, 1), 1, (0.2, 0.7, 0.9, 1e-2), "zeros", 0),
        ((1, 1), 12, (0.3, 0.0, 0.95), "moving", 0),
        ((5, 1), 4, (0.1, 0.5), "moving", 0),
    ):
        sizes, t = draw.sizes(*sizes), draw.whole(t, t, 2 * t) if t > 2 else t
        more = tuple([_rate(draw, more[0]), *more[1:]] if more else ())
        label = [_layers(sizes), f"step {t}", *["v and s of zeros"] * (start == "zeros")]
        label += ["betas passed in"] * (len(more) > 1) + ["dA among the grads"] * dA
        grads = _grads(draw, sizes, dA)
        if start == "zeros":  # one gradient that is exactly 0
            grads["dW1"].flat[draw.rng.integers(grads["dW1"].size)] = 0
        v, s = averages(draw, sizes, start)
        yield ", ".join(label), (draw.network(sizes), grads, v, s, t, *more)


def update_lr(draw):
    for label, rate, epoch, decay in (
        ("epoch 0", 0.1, 0, 0.5),
        ("a small decay", 0.3, 7, 0.1),
        ("no decay", 0.2, 5, 0.0),
        ("a late epoch", 0.05, 1000, 0.01),
        ("a large decay", 2.0, 3, 2.5),
        ("epoch 1", 0.4, 1, 0.25),
    ):
        epoch = epoch if epoch < 2 else draw.whole(epoch, epoch, 2 * epoch + 2)
        yield label, (_rate(draw, rate), epoch, decay and draw.rate(decay, 0.9, 1.1))


def schedule_lr_decay(draw):
    interval = draw.whole(50, 20, 90)
    for label, rate, epoch, decay, more in (
        ("epoch 0", 0.3, 0, 0.5, (interval,)),
        ("one epoch before the first stair", 0.1, interval - 1, 0.5, (interval,)),
        ("the first stair", 0.1, interval, 0.5, (interval,)),
        ("between two stairs", 0.4, 3 * interval - interval // 3, 0.3, (interval,)),
        ("a large decay, between two stairs", 0.5, 3 * interval + interval // 4, 2.5, (interval,)),
        ("the usual interval, one epoch before a stair", 0.2, 1999, 1.0, ()),
        ("the usual interval, a stair", 0.2, 2000, 1.0, ()),
        ("an interval of 1", 0.3, draw.whole(5, 5, 9), 0.2, (1,)),
        ("no decay", 0.7, 2 * interval, 0.0, (interval,)),
    ):
        yield label, (_rate(draw, rate), epoch, decay and draw.rate(decay, 0.9, 1.1), *more)


def schedule_lr_decay_counterpart(draw, rate, epoch, decay, interval):
    """Other rates: before the first stair the result is the rate itself."""
    return draw.rate(rate), epoch, draw.rate(decay, 0.9, 1.1), interval


def averages(draw, sizes, start):
    """v and s of Adam, as the steps before have left them: of zeros, or with no s below 0."""
    v = _grads(draw, sizes, spread=0.3)
    s = {name: np.round(draw.rng.uniform(0.001, 0.2, p.shape), 3) for name, p in v.items()}
    if start == "zeros":
        v, s = ({name: 0 * p for name, p in old.items()} for old in (v, s))
    return v, s


def _rate(draw, shown):
    return draw.rate(shown, 0.7, 1.4)


def _grads(draw, sizes, more=False, spread=1.0):
    """dW1, db1, ..., and on request dA0, dA1, ... of three examples, as a backward pass makes."""
    grads = {}
    for layer, (n_prev, n) in enumerate(zip(sizes, sizes[1:], strict=False), start=1):
        if more:
            grads[f"dA{layer - 1}"] = draw.numbers(n_prev, 3)
        grads[f"dW{layer}"] = draw.numbers(n, n_prev, spread=spread)
        grads[f"db{layer}"] = draw.numbers(n, 1, spread=spread)
    return grads


def _layers(sizes):
    return count("layer", len(sizes) - 1)


def _seed(draw, shown):
    return draw.whole(shown, 10, 1000)


# Arguments that the contract allows, for the mutants


def _networks(rng):
    """The sizes of networks of one to five layers."""
    for depth in [1, 2, 3, 4, 5] * 3:
        yield list(map(int, rng.integers(1, 7, size=depth + 1)))


def _allowed_grads(rng, sizes, number):
    """Gradients, every other time with dA among them."""
    grads = allowed.parameters(rng, sizes, "d")
    if number % 2:
        grads |= {f"dA{i}": rng.normal(size=(n, 4)) for i, n in enumerate(sizes[:-1])}
    return grads


def _gd(rng, right=None):
    for number, sizes in enumerate(_networks(rng)):
        grads = _allowed_grads(rng, sizes, number)
        yield allowed.parameters(rng, sizes), grads, float(10 ** rng.uniform(-3, 1))


def _batches(rng, right=None):
    for m, size in [(1, 1), (1, 4), (5, 5), (6, 2), (6, 4), (7, 3), (9, 1), (20, 6), (30, 64)] * 2:
        shape = int(rng.integers(1, 4)), m
        X, Y = rng.normal(size=(int(rng.integers(1, 5)), m)), allowed.labels(rng, shape)
        yield X, Y, size, int(rng.integers(0, 50))
    for m in (63, 64, 130):
        yield rng.normal(size=(2, m)), allowed.labels(rng, (1, m))
        yield rng.normal(size=(2, m)), allowed.labels(rng, (2, m)), 20


def _initialize(rng, right=None):
    return ((allowed.parameters(rng, sizes),) for sizes in _networks(rng))


def _momentum(rng, right=None):
    for number, sizes in enumerate(_networks(rng)):
        parameters, v = allowed.parameters(rng, sizes), allowed.parameters(rng, sizes, "d")
        grads = _allowed_grads(rng, sizes, number)
        beta = 0.0 if number == 4 else float(rng.uniform(0.3, 0.99))
        yield parameters, grads, v, beta, float(10 ** rng.uniform(-3, 1))


def _adam(rng, right=None):
    for number, sizes in enumerate(_networks(rng)):
        parameters, v = allowed.parameters(rng, sizes), allowed.parameters(rng, sizes, "d")
        grads = _allowed_grads(rng, sizes, number)
        s = {name: rng.uniform(0.001, 1, size=entries.shape) for name, entries in v.items()}
        more = (10 ** rng.uniform(-3, 0), rng.uniform(0, 0.99), rng.uniform(0.5, 0.999), 0.01)
        t = int(rng.integers(1, 40))
        yield parameters, grads, v, s, t, *map(float, more[: number % 5])


def _update_lr(rng, right=None):
    for epoch in (0, 1, 2, 3, 7, 20, 100, 999):
        yield float(rng.uniform(0.01, 2)), epoch, float(rng.uniform(0.01, 3))
    yield 0.3, 4, 0.0


def _schedule(rng, right=None):
    for epoch, *interval in (
        *((0, 10), (9, 10), (10, 10), (11, 10), (25, 10), (29, 10), (4, 1), (7, 3), (100, 30)),
        *((999,), (1000,), (1001,), (2500,), (2999,), (10,)),
    ):
        yield float(rng.uniform(0.01, 2)), epoch, float(rng.uniform(0.1, 3)), *interval


ALLOWED = {
    "update_parameters_with_gd": _gd,
    "random_mini_batches": _batches,
    "initialize_velocity": _initialize,
    "update_parameters_with_momentum": _momentum,
    "initialize_adam": _initialize,
    "update_parameters_with_adam": _adam,
    "update_lr": _update_lr,
    "schedule_lr_decay": _schedule,
}
