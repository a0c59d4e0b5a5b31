"""The pictures of notebook 08, regularization."""

import numpy as np

from authoring.drawing import PALETTE, arrow, box, card, label, unit


def price():
    """Draw the cross-entropy and the penalty over one weight, and their sum."""
    ax = card(340)
    left, right, base, top = 90, 560, 286, 46
    w = np.linspace(0, 4, 200)
    cross_entropy = np.log1p(np.exp(-2 * w)) * 1.25 + 0.03
    penalty = 0.05 * w**2

    def place(weights, costs):
        return left + (right - left) * weights / 4, base - (base - top) * costs / 0.95

    arrow(ax, (left, base), (right + 26, base), line=1.5)
    arrow(ax, (left, base), (left, top - 18), line=1.5)
    label(ax, right + 26, base + 20, "size of a weight", size=11, align="right")
    label(ax, left - 12, top - 14, "cost", size=11, align="right")
    for costs, hue, width in (
        (cross_entropy, "forward", 2.6),
        (penalty, "backward", 2.6),
        (cross_entropy + penalty, "ink", 3.4),
    ):
        ax.plot(*place(w, costs), color=PALETTE[hue], linewidth=width, zorder=2)
    lowest = int(np.argmin(cross_entropy + penalty))
    x, y = place(w[lowest], (cross_entropy + penalty)[lowest])
    ax.plot([x, x], [y, base], color=PALETTE["plain"], linewidth=1.3, linestyle=(0, (4, 3)))
    unit(ax, x, y, "plain", radius=7)
    label(ax, x, base + 20, "large enough", size=11, bold=True)
    x, y = place(w[-1], cross_entropy[-1])
    label(ax, right + 14, y - 32, "cross-entropy,", hue="forward", align="left", bold=True)
    label(ax, right + 14, y - 14, "which goes on falling", hue="forward", size=11, align="left")
    x, y = place(w[-1], penalty[-1])
    label(ax, right + 14, y + 16, "penalty, a parabola", hue="backward", align="left", bold=True)
    x, y = place(w[-1], (cross_entropy + penalty)[-1])
    label(ax, right + 14, y - 8, "their sum", align="left", bold=True)
    return ax.figure


def network(ax, left, title, dropped, below):
    """Draw a network 3-4-3-1 without the hidden units that are dropped.

    Arguments:
        dropped: pairs of a hidden layer, 0 or 1, and a unit in it.
    """
    columns = [
        [(left, y) for y in (120, 170, 220)],
        [(left + 62, y) for y in (86, 142, 198, 254)],
        [(left + 124, y) for y in (114, 170, 226)],
        [(left + 186, 170)],
    ]
    gone = {columns[layer + 1][number] for layer, number in dropped}
    for starts, ends in zip(columns, columns[1:], strict=False):
        for start in starts:
            for end in ends:
                if not {start, end} & gone:
                    xs, ys = zip(start, end, strict=True)
                    ax.plot(xs, ys, color=PALETTE["plain"], linewidth=1, zorder=1)
    for number, column in enumerate(columns):
        for x, y in column:
            if (x, y) not in gone:
                unit(ax, x, y, "plain" if number == 0 else "forward", radius=13)
                continue
            unit(ax, x, y, "backward", radius=13)
            for slope in (1, -1):
                line = {"color": PALETTE["backward"], "linewidth": 2.2, "zorder": 4}
                ax.plot([x - 6, x + 6], [y - 6 * slope, y + 6 * slope], **line)
    label(ax, left + 93, 40, title, bold=True)
    label(ax, left + 93, 300, below, size=11)


def dropout():
    """Draw two examples of one step, each with its own mask, and the prediction."""
    ax = card(340)
    kept = "kept: divided by keep_prob"
    network(ax, 36, "training, example 1", ((0, 1), (0, 3), (1, 0)), kept)
    network(ax, 306, "training, example 2", ((0, 0), (1, 2)), kept)
    ax.plot([530, 530], [24, 316], color=PALETTE["rim"], linewidth=1.5)
    network(ax, 578, "prediction", (), "all units, nothing divided")
    return ax.figure


def patience():
    """Draw eight validation costs, and where a patience of 3 stops."""
    ax = card(330)
    costs = (0.8, 0.62, 0.68, 0.5, 0.56, 0.6, 0.53, 0.4)
    places = [(80 + 84 * index, 370 - 400 * cost) for index, cost in enumerate(costs)]
    ax.plot(*zip(*places[:7], strict=True), color=PALETTE["cache"], linewidth=2, zorder=1)
    line = {"color": PALETTE["rim"], "linewidth": 2, "linestyle": (0, (4, 3)), "zorder": 1}
    ax.plot(*zip(*places[6:], strict=True), **line)
    ax.plot([places[3][0], places[6][0] + 30], 2 * [places[3][1]], **line)
    for index, (x, y) in enumerate(places):
        hue = {3: "forward", 7: "plain"}.get(index, "cache")
        unit(ax, x, y, hue, radius=9)
        label(ax, x, 290, f"{index}", size=12, bold=index == 3)
    for index, count in ((4, "1"), (5, "2"), (6, "3")):
        x, y = places[index]
        label(ax, x, y - 24, count, hue="backward", size=13, bold=True)
    x, y = places[3]
    label(ax, x - 4, y + 28, "lowest so far", hue="forward", size=11, bold=True)
    label(ax, x - 4, y + 45, "the answer: 3", hue="forward", size=11)
    x, y = places[6]
    box(ax, x - 38, 56, 76, 30, "backward")
    label(ax, x, 71, "stop", hue="backward", bold=True)
    arrow(ax, (x, 90), (x, y - 38), hue="backward", line=1.5)
    label(ax, places[7][0], places[7][1] + 24, "never seen", size=11)
    label(ax, places[2][0], places[2][1] - 22, "forgiven", size=11)
    label(ax, 40, 290, "index", size=11)
    label(ax, 98, 40, "validation cost", size=11, align="left")
    return ax.figure


FIGURES = {
    "figure-1-price": price,
    "figure-2-dropout": dropout,
    "figure-3-patience": patience,
}
