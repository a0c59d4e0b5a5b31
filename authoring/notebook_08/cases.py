"""Fresh cases for the exercises of notebook 08; see `authoring/cases.py`.

Caches come from a forward pass, so that A > 0 and Z > 0 say the same of every unit.
"""

import numpy as np

from authoring import allowed
from authoring.cases import count, counterpart, find

# Sizes as learners see them, see `Draw.size`: inputs, two hidden layers, examples. With hidden
# layers of the same width, masks that are exchanged still fit.
THREE_LAYERS = (5, 4, 3, 6), (4, 3, 3, 5), (2, 3, 2, 1), (3, 2, 4, 7), (1, 1, 2, 4)


def compute_cost_with_regularization(draw):
    for sizes, m, lambd in (
        ((4, 3, 1), 6, 0.7),
        ((3, 4, 2, 2, 1), 7, 2.0),
        ((5, 1), 5, 0.3),
        ((2, 3, 2, 1), 1, 0.5),
        ((6, 2, 3, 1), 4, 10.0),
        ((3, 2, 1), 3, 0.0),
        ((2, 4, 3, 5, 2, 1), 2, 0.05),
    ):
        layers_dims, lambd = draw.sizes(*sizes), _lambd(draw, lambd)
        m = 1 if m == 1 else draw.size(m - 1) + 1
        A3 = np.round(draw.rng.uniform(0.05, 0.95, size=(1, m)), 4)
        label = [count("layer", len(layers_dims) - 1), count("example", m), f"lambd {lambd}"]
        yield ", ".join(label), (A3, draw.labels(m), draw.network(layers_dims), lambd)


def backward_propagation_with_regularization(draw):
    for sizes, lambd in zip(THREE_LAYERS, (0.1, 3.0, 0.5, 0.0, 1.0), strict=True):
        X, parameters, lambd = *_network(draw, sizes), _lambd(draw, lambd)
        label = f"{count('example', X.shape[1])}, lambd {lambd}"
        yield label, (X, _labels(draw, X, lambd == 0), forward(X, parameters), lambd)


def backward_propagation_with_regularization_counterpart(draw, X, Y, cache, lambd):
    X, parameters = counterpart(draw, X, _parameters(cache, 4))
    return X, Y, forward(X, parameters), lambd


def forward_propagation_with_dropout(draw):
    more = ((0.5, _seed(draw, 3)), (0.9, _seed(draw, 5)), (0.6, 0), (1.0, _seed(draw, 2)), ())
    for sizes, last in zip(THREE_LAYERS, more, strict=True):
        X, parameters = _network(draw, sizes)
        words = [
            f"{name} {value}" for name, value in zip(("keep_prob", "seed"), last, strict=False)
        ]
        yield ", ".join([count("example", X.shape[1]), *words]), (X, parameters, *last)
    X, parameters = _network(draw, (3, 5, 4, 6))
    keep_prob = draw.rate(0.3, 0.8, 1.2)
    label = f"{count('example', X.shape[1])}, keep_prob {keep_prob}"
    yield label, (X, parameters, keep_prob)


def forward_propagation_with_dropout_counterpart(draw, X, parameters, *more):
    """Other numbers, and a seed whose masks no table holds."""
    X, parameters = counterpart(draw, X, parameters)
    return X, parameters, *(more[:1] or [0.5]), draw.seed()


def backward_propagation_with_dropout(draw):
    for sizes, keep_prob in zip(THREE_LAYERS, (0.7, 0.5, 0.6, 1.0, 0.4), strict=True):
        X, cache = find(
            lambda sizes=sizes, keep_prob=keep_prob: _with_masks(
                draw, *_network(draw, sizes), keep_prob
            ),
            lambda found, keep_prob=keep_prob: _tells(found[1], keep_prob),
        )
        label = f"{count('example', X.shape[1])}, keep_prob {keep_prob}"
        yield label, (X, _labels(draw, X, keep_prob == 1), cache, keep_prob)


def backward_propagation_with_dropout_counterpart(draw, X, Y, cache, keep_prob):
    X, cache = find(
        lambda: _with_masks(draw, *counterpart(draw, X, _parameters(cache, 5)), keep_prob),
        lambda found: _tells(found[1], keep_prob),
    )
    return X, Y, cache, keep_prob


def early_stopping(draw):
    few, some = draw.whole(1, 1, 3), draw.whole(2, 2, 5)
    for label, pattern, patience in (
        ("a lower cost in time", "lhHlh" + "h" * some, some + 1),
        ("a lower cost too late", "lh" + "H" * (some + 1) + "L", some + 1),
        ("patience 1", "llhL", 1),
        ("costs that fall to the end", "l" * (few + 4), some),
        ("the first cost is the lowest", "h" * (some + 3), some),
        ("the list ends before the patience does", "llhh", some + 4),
        ("rises and falls above the lowest cost", "lhdhdhL", 5),
        ("two rests that are short enough", "lhdlhdhl", 4),
        ("the lowest cost comes last of all, too late", "l" + "hd" * 3 + "L", 6),
        ("a rest after the first `patience` costs", "lllhlhl", 3),
        ("1 cost", "", some),
    ):
        yield label, (_costs(draw, pattern), patience)
    steps = draw.rng.uniform(0.0005, 0.002, size=some + 6)
    costs = np.round(0.4 - np.cumsum(steps), 5)
    yield "costs that fall by very little", ([*map(float, costs)], 2)
    yield "costs above 1 and below 0", ([*map(float, np.round(_far(draw), 3))], 2)


def early_stopping_counterpart(draw, costs, patience):
    """The same ups and downs after some falls at the beginning, and other costs."""
    falls = int(draw.rng.integers(1, 20))  # so the best step is another one
    costs = [*(max(costs) + 1 + k for k in reversed(range(falls))), *costs]
    steps = draw.rng.uniform(0.02, 0.1, size=len(costs))
    levels = np.cumsum(steps)  # in the order of the costs
    ranks = np.argsort(np.argsort(costs))
    return [float(np.round(levels[rank], 3)) for rank in ranks], patience


def forward(X, parameters):
    """The cache of a forward pass through three layers without dropout."""
    A, cache = X, ()
    for layer in (1, 2, 3):
        W, b = parameters[f"W{layer}"], parameters[f"b{layer}"]
        Z = W @ A + b
        A = np.maximum(0, Z) if layer < 3 else 1 / (1 + np.exp(-Z))
        cache += (Z, A, W, b)
    return cache


def _labels(draw, X, fractions):
    """Labels for the examples of X, as whole numbers or as 0.0 and 1.0."""
    labels = draw.labels(X.shape[1])
    return 1.0 * labels if fractions else labels


def _lambd(draw, shown):
    return draw.rate(shown) if shown else 0.0


def _seed(draw, shown):
    return draw.whole(shown, 10, 1000)


def _network(draw, sizes):
    """X and the parameters of three layers: neither dead nor of saturated outputs."""
    *widths, m = draw.sizes(*sizes)

    def make():
        return draw.numbers(widths[0], m), draw.network([*widths, 1], gain=1.5)

    def good(found):
        Z1, A1, _, _, Z2, A2, *_ = forward(*found)
        return np.mean(A1 > 0) >= 0.4 and np.mean(A2 > 0) >= 0.4

    return find(make, good)


def _parameters(cache, per_layer):
    """The parameters in a cache with so many entries per hidden layer."""
    places = {"1": per_layer - 2, "2": 2 * per_layer - 2, "3": len(cache) - 2}
    return {f"{name}{n}": cache[at + k] for n, at in places.items() for k, name in enumerate("Wb")}


def _with_masks(draw, X, parameters, keep_prob):
    """X, and the cache of a forward pass with dropout."""
    seed = int(draw.rng.integers(2**31))
    forward = draw.solved["forward_propagation_with_dropout"]
    return X, forward(X, parameters, keep_prob, seed)[1]


def _tells(cache, keep_prob):
    """Tell if the masks matter: live units are dropped, and others are left."""
    Z1, D1, A1, _, _, Z2, D2, A2, *_ = cache
    if keep_prob == 1:
        return True
    dropped = [np.any((Z > 0) > D) for Z, D in ((Z1, D1), (Z2, D2))]
    return A1.any() and A2.any() and (any(dropped) if Z1.shape[1] == 1 else all(dropped))


def _costs(draw, pattern):
    """Costs that move as a pattern says, the first one given.

    l: a new lowest one, L: far below the lowest; h: above the last one; H: far above it; d: below
    the last one, and above the lowest.
    """
    costs = [float(np.round(draw.rng.uniform(0.7, 0.9), 3))]
    for move in pattern:
        step, lowest = float(np.round(draw.rng.uniform(0.02, 0.04), 3)), min(costs)
        costs.append(
            {
                "l": lowest - step,
                "L": lowest - 4 * step,
                "h": costs[-1] + step,
                "H": costs[-1] + 3 * step,
                "d": lowest + (costs[-1] - lowest) / 3,
            }[move]
        )
    return [round(cost, 4) for cost in costs]


def _far(draw):
    """Costs of no cost function: they fall from above 1 to below 0, rest, and fall once more."""
    jumps = draw.rng.uniform(0.5, 1.5, size=6)
    return 3 + np.cumsum(jumps * [-1, -1, -1, 0.2, 0.3, -4])


# Arguments that the contract allows, for the mutants


def _sizes(rng):
    yield from ((5, 4, 3, 6), (3, 3, 3, 5), (2, 3, 2, 1), (1, 1, 1, 4), (4, 2, 5, 3))
    for _ in range(8):
        yield tuple(map(int, rng.integers(1, 7, size=4)))


def _cost(rng, solved):
    for depth in [1, 2, 3, 3, 4, 5] * 3:
        m = int(rng.integers(1, 9))
        sizes = [*map(int, rng.integers(1, 6, size=depth)), 1]
        lambd = float(rng.choice([0, 0.1, 0.5, 3, 20]))
        A3 = rng.uniform(0.02, 0.98, size=(1, m))
        yield A3, allowed.labels(rng, (1, m)), allowed.parameters(rng, sizes), lambd


def _backward(rng, solved):
    for n_x, n_1, n_2, m in _sizes(rng):
        X, parameters = rng.normal(size=(n_x, m)), allowed.parameters(rng, [n_x, n_1, n_2, 1])
        lambd = float(rng.choice([0, 0.1, 0.5, 3, 20]))
        yield X, allowed.labels(rng, (1, m)), forward(X, parameters), lambd


def _forward_dropout(rng, solved):
    for number, (n_x, n_1, n_2, m) in enumerate(_sizes(rng)):
        X, parameters = rng.normal(size=(n_x, m)), allowed.parameters(rng, [n_x, n_1, n_2, 1])
        more = float(rng.choice([0.2, 0.5, 0.7, 0.9, 1])), int(rng.integers(0, 50))
        yield X, parameters, *more[: number % 3]


def _backward_dropout(rng, solved):
    for n_x, n_1, n_2, m in _sizes(rng):
        X, parameters = rng.normal(size=(n_x, m)), allowed.parameters(rng, [n_x, n_1, n_2, 1])
        keep_prob = float(rng.choice([0.2, 0.5, 0.7, 0.9, 1]))
        seed = int(rng.integers(0, 1000))
        _, cache = solved["forward_propagation_with_dropout"](X, parameters, keep_prob, seed)
        yield X, allowed.labels(rng, (1, m)), cache, keep_prob


def _stopping(rng, solved):
    for length in [1, 2, 3, 4, 6, 8, 10, 15, 30] * 3:
        costs = np.abs(np.linspace(1, 0.3, length) + 0.2 * rng.normal(size=length))
        yield [*map(float, costs)], int(rng.integers(1, 6))


ALLOWED = {
    "compute_cost_with_regularization": _cost,
    "backward_propagation_with_regularization": _backward,
    "forward_propagation_with_dropout": _forward_dropout,
    "backward_propagation_with_dropout": _backward_dropout,
    "early_stopping": _stopping,
}
