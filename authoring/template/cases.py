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
