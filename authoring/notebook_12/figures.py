"""The pictures of notebook 12."""

import numpy as np
from matplotlib.patches import Rectangle

from authoring.drawing import PALETTE, arrow, card, label

SEVEN = (
    "........",
    ".######.",
    ".....#..",
    "....#...",
    "..####..",
    "...#....",
    "..#.....",
    "........",
)
UPRIGHT = np.array([[1.0, 0.0, -1.0]] * 3)  # ink on the left of the window, paper on the right


def _ink():
    return np.array([[float(mark == "#") for mark in line] for line in SEVEN])


def _answers():
    """Convolve the picture, padded with zeros, with the filter."""
    padded = np.pad(_ink(), 1)
    places = [[np.sum(padded[h : h + 3, w : w + 3] * UPRIGHT) for w in range(8)] for h in range(8)]
    return np.array(places)


def _grid(ax, x, y, size, entries, hue, words=None):
    """Draw entries as squares, the darker the farther from 0; `words` are written into them."""
    strongest = np.abs(entries).max() or 1
    for (row, column), entry in np.ndenumerate(entries):
        shade = PALETTE[hue if entry > 0 else "backward"]
        place = x + size * column, y + size * row
        ax.add_patch(Rectangle(place, size, size, facecolor=PALETTE["white"], linewidth=0))
        square = Rectangle(place, size, size, facecolor=shade, alpha=0.75 * abs(entry) / strongest)
        ax.add_patch(square)
        frame = Rectangle(place, size, size, fill=False, edgecolor=PALETTE["rim"], linewidth=0.8)
        ax.add_patch(frame)
        if words is not None:
            text = words[row][column]
            label(ax, place[0] + size / 2, place[1] + size / 2, text, size=12)


def _mark(ax, x, y, width, height, hue):
    ax.add_patch(
        Rectangle((x, y), width, height, fill=False, edgecolor=PALETTE[hue], linewidth=2.5)
    )


def window():
    """Draw a picture, a filter at two places of it, and the two answers on the map."""
    ax = card(310)
    size, top = 24, 70
    _grid(ax, 40, top, size, _ink(), "plain")
    words = [["1", "0", "−1"]] * 3
    _grid(ax, 350, top + 48, 32, UPRIGHT, "forward", words)
    _grid(ax, 568, top, size, _answers(), "forward")
    for row, column, hue in ((2, 5, "forward"), (6, 2, "cache")):
        _mark(ax, 40 + size * (column - 1), top + size * (row - 1), 3 * size, 3 * size, hue)
        _mark(ax, 568 + size * column, top + size * row, size, size, hue)
        end = 342, top + 96 + (row - 4) * 14
        arrow(ax, (40 + size * (column + 2) + 4, top + size * (row + 0.5)), end, hue=hue)
        start = 456, top + 96 + (row - 4) * 14
        arrow(ax, start, (568 + size * column - 3, top + size * (row + 0.5)), hue=hue)
    label(ax, 136, 44, "a picture, 8 × 8", bold=True)
    label(ax, 398, 44, "one filter, 3 × 3", bold=True)
    label(ax, 664, 44, "its answers, 8 × 8", bold=True)
    label(ax, 398, top + 164, "nine weights and a bias,", size=11)
    label(ax, 398, top + 182, "the same at every place", size=11)
    label(ax, 136, 286, "dark is ink", size=11)
    label(ax, 664, 286, "blue: ink left of paper; orange: right of it", size=11)
    return ax.figure


def ties():
    """Draw a window with two equal largest entries, and three ways to pass its gradient on."""
    ax = card(230)
    size, top = 40, 84
    entries = np.array([[3.0, 1.0], [3.0, 2.0]])
    _grid(ax, 56, top, size, entries / 2, "plain", [["3", "1"], ["3", "2"]])
    label(ax, 96, 40, "the window", bold=True)
    label(ax, 96, top + 104, "its gradient is 1", size=11)
    ways = (
        (262, "everyone gets all", [["1", "0"], ["1", "0"]], "the sum is 2: wrong", "backward"),
        (442, "they share it", [["½", "0"], ["½", "0"]], "the sum is 1: right", "forward"),
        (622, "the first gets it", [["1", "0"], ["0", "0"]], "the sum is 1: right", "forward"),
    )
    for x, title, words, verdict, hue in ways:
        weights = np.array([[{"½": 0.5}.get(w) or float(w) for w in row] for row in words])
        _grid(ax, x, top, size, weights, "cache", words)
        label(ax, x + size, 40, title, bold=True)
        label(ax, x + size, 60, {262: "the classic mask", 442: "ours"}.get(x, "PyTorch's"), size=11)
        label(ax, x + size, top + 104, verdict, hue=hue, size=11)
    arrow(ax, (152, top + size), (236, top + size))
    label(ax, 400, 212, "Move both 3s up by a little: the maximum rises by as much, once.", size=11)
    return ax.figure


def places():
    """Draw the nine shifted pictures, each of which meets one weight of the window."""
    ax = card(350)
    size, top, ink = 6, 72, np.pad(_ink(), 1)
    weights = [["1", "0", "−1"]] * 3
    for i, j in np.ndindex(3, 3):
        x, y = 56 + 112 * j, top + 86 * i
        _grid(ax, x, y, size, ink, "plain")
        _mark(ax, x + size * j, y + size * i, 8 * size, 8 * size, "forward")
        label(ax, x + 84, y + 30, f"· {weights[i][j]}", size=13, bold=True)
    label(ax, 200, 34, "one part of the padded picture", bold=True)
    label(ax, 200, 52, "for each of the nine weights", size=11)
    arrow(ax, (412, top + 120), (512, top + 120))
    label(ax, 462, top + 104, "add up", size=11)
    _grid(ax, 540, top + 24, 24, _answers(), "forward")
    label(ax, 636, 34, "the same answers", bold=True)
    label(ax, 636, 52, "for all places at once", size=11)
    return ax.figure


FIGURES = {"figure-1-window": window, "figure-2-ties": ties, "figure-3-places": places}
