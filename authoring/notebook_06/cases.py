"""Fresh cases for the exercises of notebook 06.

Training is only asked about where it is steady: a start that differs in the last digits must end
at the same place, so that a right answer is right however it adds up.
"""

from functools import partial

import numpy as np

from authoring import cases as shared

IMAGES = (  # examples, height, width, channels
    ("colour", (3, 2, 4, 3)),
    ("1 image", (1, 3, 2, 1)),
    ("tall images", (2, 5, 3, 1)),
    ("as many images as rows", (4, 4, 2, 3)),
    ("images of 1 pixel", (6, 1, 1, 3)),
    ("dark images", (3, 2, 5, 1)),
)
NETWORKS = (
    ((3, 1), 4),
    ((2, 4, 1), 6),
    ((4, 3, 2, 1), 5),
    ((2, 3, 4, 2, 1), 1),
    ((3,) * 5 + (1,), 6),
)
# (n_x, n_h), examples, learning rate, iterations, more arguments
TWO_LAYERS = (
    ((4, 2), 5, 0.5, 1, ()),
    ((2, 3), 1, 0.1, 2, ()),
    ((3, 5), 6, 2.0, 30, (False,)),
    ((4, 2), 3, 1.0, 201, ()),
    ((5, 3), 4, 3.0, 7, (True,)),
)
# The sizes up to the last hidden layer, and as above; the second of the more is the seed.
DEEP = (
    ((3,), 5, 0.3, 201, ()),
    ((4, 2), 6, 0.5, 1, ()),
    ((2, 3), 1, 0.1, 2, ()),
    ((4, 3, 2), 6, 0.3, 30, (False, 5)),
    ((4, 5, 3, 3), 6, 0.2, 15, ()),
    ((2, 4, 3, 3, 2), 5, 0.4, 7, (True, 1)),
    ((5, 2), 3, 1.5, 12, (False, 0)),
)


def draw(seed, solved, vary=False):
    """Fresh cases: see `authoring.cases.draw`."""
    rng = np.random.default_rng(seed)
    size = shared.other_sizes(rng) if vary else list(range(7))
    names = ["flatten_and_standardize", "predict", "accuracy", "initialize_parameters_scaled"]
    cases = {name: [] for name in [*names, "two_layer_model", "L_layer_model"]}

    def rate_of(rate):
        return float(f"{rate * rng.uniform(0.7, 1.4):.2g}") if vary else rate

    for label, (m, height, width, channels) in IMAGES:
        shape = size[m], size[height], size[width], channels
        cases["flatten_and_standardize"].append((label, (images(rng, shape, label),)))

    for sizes, m in NETWORKS:
        sizes, m = [size[n] for n in sizes], size[m]
        label = f"{layers(sizes)}, {examples(m)}"
        cases["predict"].append((label, clear(rng, solved, sizes, m)))

    for label, m, share in (
        ("many examples", 20 * size[2], 0.7),
        ("1 example", 1, 1),
        ("all right", size[5], 1),
        ("none right", size[4], 0),
        ("few of label 1", 4 * size[3], 0.4),
    ):
        Y = labels(rng, m)
        if label == "few of label 1":
            Y = (np.arange(m) == rng.integers(m)).astype(int).reshape(1, m)
        wrong = rng.permutation(m).reshape(1, m) >= share * m
        cases["accuracy"].append((label, (np.where(wrong, 1 - Y, Y), Y)))

    for sizes, more in (
        ([3, 2], ()),
        ([2, 3, 4, 2, 1], (5,)),
        ([1, 1, 1], (2,)),
        ([4, 2, 6, 5], (1,)),
        ([6, 1, 2], (0,)),
    ):
        sizes = [size[n] for n in sizes]
        if vary and more and more[0] > 1:
            more = (int(rng.integers(10, 1000)),)
        text = f", seed {more[0]}" if more else ""
        label = f"{layers(sizes)}{text}"
        cases["initialize_parameters_scaled"].append((label, (sizes, *more)))

    for sizes, m, rate, count, more in TWO_LAYERS:
        sizes = tuple(size[n] for n in sizes) + (1,)
        make = partial(problem, rng, sizes, size[m])
        found = steady(solved, "two_layer_model", make, rate_of(rate), count, more)
        cases["two_layer_model"].append((said(sizes[:0], found), found))
    for sizes, m, rate, count, more in DEEP:
        sizes = [size[n] for n in sizes] + [1]
        if vary and len(more) == 2 and more[1] > 1:
            more = (more[0], int(rng.integers(10, 1000)))
        make = partial(problem, rng, sizes, size[m])
        found = steady(solved, "L_layer_model", make, rate_of(rate), count, more)
        cases["L_layer_model"].append((said(sizes, found), found))
    return cases


def layers(sizes):
    return f"{len(sizes) - 1} layer{'s' * (len(sizes) > 2)}"


def examples(m):
    return f"{m} example{'s' * (m > 1)}"


def said(sizes, arguments):
    """The label of a case of training: what may be special about it."""
    X, _, _, rate, count, *more = arguments
    parts = [layers(sizes)] if sizes else []
    parts += [
        examples(X.shape[1]),
        f"{count} iteration{'s' * (count > 1)}",
        f"learning rate {rate}",
    ]
    parts += ["print_cost"] * (more[:1] == [True]) + [f"seed {seed}" for seed in more[1:]]
    return ", ".join(parts)


def images(rng, shape, label=""):
    """Images of random pixels, black and white among them if they are not dark ones."""
    if label == "dark images":
        return rng.integers(1, 100, size=shape, dtype=np.uint8)
    drawn = rng.integers(0, 256, size=shape, dtype=np.uint8)
    drawn.flat[rng.permutation(drawn.size)[:2]] = 0, 255
    return drawn


def labels(rng, m):
    """Both labels occur where there is room for both."""
    return rng.permutation((np.arange(m) + rng.integers(2)) % 2).reshape(1, m)


def problem(rng, sizes, m, wider):
    """X, Y, layers_dims: something to learn. The hidden layers may have some units more."""
    sizes = type(sizes)([sizes[0], *(units + wider for units in sizes[1:-1]), sizes[-1]])
    return shared.numbers(rng, sizes[0], m), labels(rng, m), sizes


def clear(rng, solved, sizes, m):
    """X, parameters: a network that is sure enough of every answer, and not too sure of all."""
    for _ in shared.tries():
        parameters = {}
        for layer, (n_prev, n) in enumerate(zip(sizes, sizes[1:], strict=False), start=1):
            spread = np.sqrt(2 / n_prev)
            parameters[f"W{layer}"] = shared.numbers(rng, n, n_prev, spread=spread)
            parameters[f"b{layer}"] = shared.numbers(rng, n, 1, spread=0.5)
        X = shared.numbers(rng, sizes[0], m)
        AL, _ = solved["L_model_forward"](X, parameters)
        near = np.abs(AL - 0.5)
        both = (AL > 0.5).any() and not (AL > 0.5).all()
        # Where there are several, both answers occur, and one of them is a narrow one.
        mixed = m < 3 or (both and near.min() < 0.15)
        if mixed and near.min() > 0.01 and near.max() < 0.45:
            return X, parameters


def steady(solved, function, make, rate, count, more):
    """X, Y, layers_dims, learning rate, iterations, ...: a training that is well-posed.

    It moves every parameter, stays away from a cost of 0, and does not depend on the last digits.
    """
    train = solved[function]
    quiet = () if not more else (False, *more[1:])
    for attempt in shared.tries():
        # Some starts are dead ones, whatever X is.
        X, Y, layers_dims = make(attempt // 20)
        start, _ = train(X, Y, layers_dims, 0.0, 1, *quiet)
        end, costs = train(X, Y, layers_dims, rate, count, *quiet)
        AL, caches = solved["L_model_forward"](X, start)
        moved = [np.abs(end[name] - start[name]).max() > 1e-5 * rate for name in start]
        # A unit whose inputs are all 0 has Z = 0 exactly, however it is computed.
        corner = min([np.abs(Z[Z != 0]).min(initial=1) for _, Z in caches[:-1]], default=1)
        if not all(moved) or corner < 1e-6 or min(costs) < 1e-3 or costs[-1] > costs[0]:
            continue
        near, _ = train(X * (1 + 1e-11), Y, layers_dims, rate, count, *quiet)
        if all(np.allclose(end[name], near[name], rtol=1e-8, atol=1e-11) for name in end):
            return X, Y, layers_dims, rate, count, *more


def twin(rng, function, arguments):
    """The arguments of a public case with other numbers; sizes and rates stay."""
    from authoring.masters import masters, solutions

    solved = solutions(next(path for path in masters() if path.stem.startswith("06-")))
    if function == "flatten_and_standardize":
        return (images(rng, arguments[0].shape),)
    if function == "predict":
        X, parameters = arguments
        sizes = [X.shape[0], *(len(value) for name, value in parameters.items() if name[0] == "b")]
        return clear(rng, solved, sizes, X.shape[1])
    if function == "accuracy":
        Y = labels(rng, arguments[1].shape[1])
        for _ in shared.tries():
            predictions = rng.integers(0, 2, size=Y.shape)
            if 0 < np.mean(predictions == Y) < 1:
                return predictions, Y
    if function == "initialize_parameters_scaled":
        return shared.twin(rng, function, arguments)
    X, _, layers_dims, rate, count = arguments
    make = partial(problem, rng, layers_dims, X.shape[1])
    return steady(solved, function, make, rate, count, ())
