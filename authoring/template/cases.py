"""Fresh cases for the exercises of notebook NN: what the public cases are not.

A function per exercise yields (label, arguments); see `authoring/cases.py`.
"""

from authoring.cases import count


def mean_absolute_error(draw):
    for shown in (1, 2, 3, 6):
        m = draw.size(shown)
        yield count("example", m), (draw.numbers(1, m), draw.numbers(1, m))
    m = draw.size(5)
    yield "large predictions", (draw.numbers(1, m, spread=100), draw.numbers(1, m))
    yield "labels 0 and 1", (draw.numbers(1, m, spread=0.3), 1.0 * draw.labels(m))


# Arguments that the contract allows, for the mutants


def _mean_absolute_error(rng, solved):
    for m in (1, 2, 3, 4, 5, 9, 20):
        yield rng.normal(size=(1, m)), rng.normal(size=(1, m))
        yield 50 * rng.normal(size=(1, m)), 1.0 * rng.integers(0, 2, size=(1, m))


ALLOWED = {"mean_absolute_error": _mean_absolute_error}
