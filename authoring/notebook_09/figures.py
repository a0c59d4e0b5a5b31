"""The pictures of notebook 09."""

import numpy as np

from authoring.drawing import PALETTE, arrow, box, card, label, matrix


def columns(ax, x, order, width=32, gap=0):
    """Draw X and Y as columns with the numbers of their examples; return the right end.

    Arguments:
        order: the numbers; None leaves a gap.
    """
    for number in order:
        if number is None:
            x += gap
            continue
        hue = "backward" if number % 2 else "forward"
        matrix(ax, x, 84, width, 78, hue, f"{number}")
        matrix(ax, x, 168, width, 28, hue)
        label(ax, x + width / 2, 182, f"{number % 2}", size=11)
        x += width
    return x


def mini_batches():
    """Draw eleven examples that are shuffled, and cut into batches of four."""
    ax = card(300)
    order = (np.random.RandomState(4).permutation(11) + 1).tolist()
    label(ax, 28, 122, "$X$", size=15)
    label(ax, 28, 182, "$Y$", size=15)
    first = 48
    end = columns(ax, first, range(1, 12), width=27)
    label(ax, (first + end) / 2, 40, "as they came: a column is an example", bold=True)
    label(ax, (first + end) / 2, 62, "blue: even, orange: odd", size=11)
    arrow(ax, (end + 12, 140), (end + 72, 140))
    label(ax, end + 42, 104, "one\npermutation\nfor both", size=10)
    first = end + 84
    parts = [*order[:4], None, *order[4:8], None, *order[8:]]
    end = columns(ax, first, parts, width=27, gap=16)
    label(ax, (first + end) / 2, 40, "shuffled, then cut", bold=True)
    x = first
    for count, name in ((4, "batch 1"), (4, "batch 2"), (3, "what is left")):
        right = x + 27 * count
        ax.plot([x, x, right, right], [206, 216, 216, 206], color=PALETTE["plain"], linewidth=1.5)
        label(ax, (x + right) / 2, 234, name, size=11, bold=True)
        label(ax, (x + right) / 2, 252, f"{count} examples", size=11)
        x = right + 16
    label(ax, 400, 280, "Every example is in exactly one batch, above its own label.", size=11)
    return ax.figure


def node(ax, x, y, width, text, hue, below=""):
    """Draw a box with a formula in its middle, and a word under it."""
    box(ax, x, y - 26, width, 52, hue)
    label(ax, x + width / 2, y, text, size=14)
    if below:
        label(ax, x + width / 2, y + 40, below, size=11)


def adam():
    """Draw the way of one gradient through Adam."""
    ax = card(372)
    high, low, middle = 96, 266, 181
    node(ax, 26, middle, 84, "$d\\theta$", "backward", "the gradient")
    arrow(ax, (68, middle - 26), (68, high), (158, high))
    arrow(ax, (68, middle + 60), (68, low), (128, low))
    node(ax, 128, low, 76, "$d\\theta^2$", "backward", "its square")
    arrow(ax, (204, low), (244, low))
    node(ax, 158, high, 200, "$\\beta_1 v + (1 - \\beta_1)\\, d\\theta$", "cache")
    node(ax, 244, low, 200, "$\\beta_2 s + (1 - \\beta_2)\\, d\\theta^2$", "cache")
    label(ax, 258, high + 40, "$v$, average of the gradients", size=11)
    label(ax, 344, low + 40, "$s$, average of their squares", size=11)
    arrow(ax, (358, high), (470, high))
    arrow(ax, (444, low), (470, low))
    node(ax, 470, high, 96, "$/\\,(1 - \\beta_1^t)$", "plain", "corrected")
    node(ax, 470, low, 96, "$/\\,(1 - \\beta_2^t)$", "plain", "corrected, then the root")
    arrow(ax, (566, high), (660, high), (660, middle - 27))
    arrow(ax, (566, low), (660, low), (660, middle + 27))
    formula = "$\\alpha\\; \\hat v\\, /\\, (\\sqrt{\\hat s} + \\varepsilon)$"
    node(ax, 584, middle, 152, formula, "forward")
    label(ax, 760, middle, "step", size=11)
    arrow(ax, (258, high - 26), (258, 34), (420, 34), hue="cache", dashed=True)
    arrow(ax, (344, low + 52), (344, 340), (420, 340), hue="cache", dashed=True)
    label(ax, 428, 34, "kept for the next step, not corrected", hue="cache", size=11, align="left")
    label(ax, 428, 340, "kept for the next step, not corrected", hue="cache", size=11, align="left")
    return ax.figure


FIGURES = {"figure-1-mini-batches": mini_batches, "figure-2-adam": adam}
