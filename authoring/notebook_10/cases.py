"""Fresh cases for the exercises of notebook 10: what the public cases are not.

A function per exercise yields (label, arguments); see `authoring/cases.py`.
"""

from authoring import allowed
from authoring.cases import count
from dnn_tools.polynomial import Polynomial

IMPORTS = "from dnn_tools.polynomial import Polynomial"

# The sizes of networks as learners see them, see `Draw.size`, and how many examples there are.
NETWORKS = (
    ((4, 1), 3),
    ((2, 3, 1), 6),
    ((3, 4, 2, 1), 5),
    ((2, 5, 3, 4, 1), 1),
    ((3, 3, 1), 2),
)


def operation(draw):
    for name, *inputs in (
        *(("add", 1.5, 4.0), ("add", -2.0, -0.5), ("add", 0.0, 3.0), ("multiply", 3.0, 3.0)),
        *(("multiply", 0.0, 5.0), ("multiply", -4.0, 0.0), ("multiply", -1.5, 2.5)),
        *(("relu", -2.0), ("relu", 0.0), ("relu", 0.25), ("sigmoid", 0.0), ("sigmoid", -3.0)),
        *(("sigmoid", 4.0), ("sigmoid", -800.0), ("sigmoid", 800.0), ("log", 1.0), ("log", 5.0)),
    ):
        exact = name == "relu" and not inputs[0] or name == "log" and inputs[0] == 1
        numbers = (
            inputs if exact or max(map(abs, inputs)) > 99 else [_near(draw, x) for x in inputs]
        )
        yield f"{name} of {' and '.join(f'{x:g}' for x in numbers)}", (name, *numbers)


def operation_counterpart(draw, name, *inputs):
    return name, *(_near(draw, x) for x in inputs)


# Graphs as {name: parents} with the last name: letters in alphabetical order are in a right order.
GRAPHS = (
    ("a chain", {"a": "", "b": "a", "c": "b"}, "c"),
    ("one node", {"a": ""}, "a"),
    ("a short way before a long one", {"a": "", "b": "a", "c": "bb", "e": "bc", "f": "ea"}, "f"),
    ("a node that is its child's parent twice", {"a": "", "b": "aa"}, "b"),
    ("a node that is not needed", {"a": "", "b": "", "c": "a", "z": "cb"}, "c"),
    ("written down in reverse", {"z": "yx", "y": "x", "x": ""}, "z"),
    (
        "two ways that meet twice",
        {"a": "", "b": "a", "c": "a", "d": "bc", "e": "d", "f": "de"},
        "f",
    ),
    ("a long way before a short one", {"a": "", "b": "a", "c": "b", "d": "ca", "e": "dc"}, "e"),
    ("last in the middle of the dictionary", {"p": "", "q": "p", "r": "q", "s": "rp"}, "r"),
    ("four inputs", {"a": "", "b": "", "c": "", "d": "", "x": "ab", "y": "cd", "z": "xy"}, "z"),
)


def _named(graph, names=None):
    """A graph with the letters replaced by names, and the parents as tuples."""
    names = names or {letter: letter for letter in graph}
    return {
        names[letter]: tuple(names[parent] for parent in parents)
        for letter, parents in graph.items()
    }


def topological_order(draw):
    for label, graph, last in GRAPHS:
        names = {letter: letter for letter in graph}
        if draw.vary:
            words = draw.rng.permutation([f"{a}{n}" for a in "uvwxyz" for n in range(1, 4)])
            names = dict(zip(graph, map(str, words), strict=False))
        yield label, (_named(graph, names), names[last])
    depth = draw.whole(8, 6, 12)
    ladder = {"n0": ()} | {f"n{k}": (f"n{k - 1}", f"n{k - 1}") for k in range(1, depth)}
    yield "a chain of doublings", (ladder, f"n{depth - 1}")


def topological_order_counterpart(draw, parents, last):
    a, k, b, c, d = map(str, draw.rng.permutation(list("pqrstuvw"))[:5])
    return {a: (), k: (), b: (k, a), c: (b, a), d: (c, b)}, d


def backward(draw):
    other = "a short way and a long one, with other slopes", *GRAPHS[2][1:]
    for label, graph, last in (*GRAPHS, other):
        parents = _named(graph)
        order = _order(parents, last)
        parents = {name: parents[name] for name in order}
        slopes = {name: tuple(draw.numbers(len(parents[name])).tolist()) for name in order}
        yield label, (order, parents, slopes)
    parents = {name: ("a",) if name != "a" else () for name in "ab"}
    yield "a slope of zero", (["a", "b"], parents, {"a": (), "b": (0.0,)})


def _order(parents, last):
    """A topological order, parents first."""
    order = []

    def visit(name):
        if name not in order:
            for parent in parents[name]:
                visit(parent)
            order.append(name)

    visit(last)
    return order


def backward_counterpart(draw, order, parents, slopes):
    return (
        order,
        parents,
        {name: tuple(draw.numbers(len(row)).tolist()) for name, row in slopes.items()},
    )


def numerical_slope(draw):
    for label, terms, k, more in (
        ("the usual step", ((1.0, 3, 0), (3.0, 1, 1)), 0, ()),
        ("along the last number", ((2.0, 1, 3), (-1.0, 0, 2)), 1, (0.2,)),
        ("one number", ((0.5, 4), (1.0, 1)), 0, (0.1,)),
        ("three numbers, along the middle one", ((1.0, 1, 3, 0), (2.0, 0, 2, 1)), 1, (0.3,)),
        ("a straight line", ((2.0, 1, 0), (-5.0, 0, 1)), 1, (0.5,)),
        ("f does not depend on this number", ((2.0, 3, 0),), 1, (0.1,)),
        ("four numbers, along the last one", ((1.0, 0, 0, 1, 3), (0.5, 2, 0, 0, 1)), 3, (0.05,)),
    ):
        factors = draw.numbers(len(terms)).tolist() if draw.vary else [term[0] for term in terms]
        f = Polynomial(*((a or 1.0, *term[1:]) for a, term in zip(factors, terms, strict=True)))
        x = draw.numbers(len(terms[0]) - 1, spread=1.5).tolist()
        yield label, (f, x, k, *more)


def numerical_slope_counterpart(draw, f, x, k, epsilon):
    a, b, c = draw.numbers(3).tolist()
    return Polynomial((a + 2.5, 3, 1), (b, 0, 1)), [1 + c, a - 1.5], k, epsilon


def max_abs_difference(draw):
    for (sizes, _), extra, sign in zip(NETWORKS, (1, 0, 1, 0, 0), (1, -1, 1, -1, 1), strict=True):
        sizes = draw.sizes(*sizes)
        grads = {f"d{name}": array for name, array in draw.network(sizes).items()}
        others = {
            name: array + draw.numbers(*array.shape, spread=0.1) for name, array in grads.items()
        }
        largest = sorted(grads)[draw.rng.integers(len(grads))]
        others[largest].flat[draw.rng.integers(others[largest].size)] += 3 * sign
        if extra:
            grads["dA0"] = draw.numbers(sizes[0], 2, spread=9)
        label = [count("layer", len(sizes) - 1), f"the largest is in {largest}"]
        yield ", ".join(label + ["dA0 in the first only"] * extra), (grads, others)
    grads = {"dW1": draw.numbers(2, 3), "db1": draw.numbers(2, 1)}
    others = {name: array.copy() for name, array in grads.items()}
    others["dW1"][1, 2] += 1e-6
    yield "one small difference", (grads, others)


def torch_forward(draw):
    for sizes, m in NETWORKS:
        sizes, m = draw.sizes(*sizes), draw.size(m)
        label = f"{count('layer', len(sizes) - 1)}, {count('example', m)}"
        yield label, (draw.numbers(sizes[0], m), draw.network(sizes))


def torch_gradients(draw):
    for label, (X, parameters) in torch_forward(draw):
        yield label, (X, draw.labels(X.shape[1]), parameters)


def _near(draw, shown):
    """The number itself, or another one of the same sign where the cases vary."""
    return shown and draw.rate(shown, 0.6, 1.6) if shown >= 0 else -draw.rate(-shown, 0.6, 1.6)


# Arguments that the contract allows, for the mutants


def _operation(rng, right=None):
    for name in ("add", "multiply"):
        for pair in ((2.0, -3.0), (0.0, 1.0), (1.5, 1.5), *rng.normal(size=(4, 2)).tolist()):
            yield name, *pair
    for x in (0.0, 1.0, -1.0, 0.3, *rng.normal(scale=3, size=4).tolist()):
        yield "relu", x
        yield "sigmoid", x
        yield "log", abs(x) + 0.1
    yield "sigmoid", -750.0
    yield "sigmoid", 750.0


def _graph(rng, names):
    """A random graph, each node with up to two parents among those before it."""
    parents = {}
    for number, name in enumerate(names):
        before = names[:number]
        many = int(rng.integers(0, 3)) if before else 0
        parents[name] = tuple(str(rng.choice(before)) for _ in range(many))
    return parents


def _topological(rng, right=None):
    for number in range(24):
        names = [f"n{k}" for k in range(int(rng.integers(1, 8)))]
        parents = _graph(rng, names)
        if number % 2:
            parents = {name: parents[name] for name in rng.permutation(names).tolist()}
        yield parents, str(rng.choice(names)) if number % 3 == 0 else names[-1]
    for _, graph, last in GRAPHS:
        yield _named(graph), last


def _backward(rng, right=None):
    for parents, last in _topological(rng):
        order = _order(parents, last)
        parents = {name: parents[name] for name in order}
        yield order, parents, {n: tuple(rng.normal(size=len(parents[n])).tolist()) for n in order}


def _slope(rng, right=None):
    for number in range(12):
        n = int(rng.integers(1, 4))
        terms = [(float(rng.normal()), *rng.integers(0, 4, size=n).tolist()) for _ in range(2)]
        step = () if number % 4 == 0 else (float(10 ** rng.uniform(-2, -0.3)),)
        yield Polynomial(*terms), rng.normal(size=n).tolist(), int(rng.integers(n)), *step


def _difference(rng, right=None):
    for number in range(12):
        sizes = rng.integers(1, 5, size=int(rng.integers(2, 5))).tolist()
        grads, others = allowed.parameters(rng, sizes, "d"), allowed.parameters(rng, sizes, "d")
        yield grads | ({"dA0": 9 * rng.normal(size=(2, 2))} if number % 2 else {}), others


def _forward(rng, right=None):
    for depth in [1, 2, 3, 4] * 3:
        sizes = [*rng.integers(1, 6, size=depth).tolist(), 1]
        yield rng.normal(size=(sizes[0], int(rng.integers(1, 7)))), allowed.parameters(rng, sizes)


def _gradients(rng, right=None):
    for X, parameters in _forward(rng):
        yield X, rng.integers(0, 2, size=(1, X.shape[1])), parameters


ALLOWED = {
    "operation": _operation,
    "topological_order": _topological,
    "backward": _backward,
    "numerical_slope": _slope,
    "max_abs_difference": _difference,
    "torch_forward": _forward,
    "torch_gradients": _gradients,
}
