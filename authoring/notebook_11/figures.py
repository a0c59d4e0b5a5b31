"""The pictures of notebook 11."""

import numpy as np

from authoring.drawing import PALETTE, arrow, card, label, matrix, unit
from exercises.notebook_11 import calibration_test_case

THREE = (
    "..####..",
    ".##..##.",
    ".....##.",
    "...###..",
    ".....##.",
    ".....##.",
    ".##..##.",
    "..####..",
)
LOGITS, DIGIT = np.array([0.5, -1.0, 1.2, 2.0]), 3


def columns():
    """Draw an example as columns: pixels, logits, probabilities, label, and their difference."""
    ax = card(330)
    top, row = 92, 46
    middle = top + 2 * row
    for y, line in enumerate(THREE):
        for x, ink in enumerate(line):
            hue = "ink" if ink == "#" else "plain light"
            left, upper = 24 + 11 * x, middle - 44 + 11 * y
            ax.fill([left, left + 10, left + 10, left], [upper, upper, upper + 10, upper + 10])
            ax.patches[-1].set(facecolor=PALETTE[hue], edgecolor="none")
    label(ax, 68, middle + 62, "64 pixels", size=11)
    for x, count in ((168, 3), (262, 4)):
        for place in range(count):
            y = middle + row * (place - (count - 1) / 2)
            for other in range(3) if count == 4 else ():
                lines = [middle + row * (other - 1), y]
                ax.plot([182, 248], lines, color=PALETTE["plain"], linewidth=0.6, zorder=1.2)
            unit(ax, x, y, "forward", curve="relu" if count == 3 else None)
    arrow(ax, (118, middle), (148, middle))
    label(ax, 168, middle + 84, "hidden units", size=11)
    for place in range(4):
        label(ax, 262, top + row * (place + 0.5), f"{place}", size=11)
    label(ax, 262, 40, "a unit for\neach class", size=11)

    probabilities = np.exp(LOGITS) / np.exp(LOGITS).sum()
    truth = (np.arange(4) == DIGIT).astype(int)
    shown = (
        (306, "logits $z$", LOGITS, "{:.1f}", "forward"),
        (424, "probabilities $p$", probabilities, "{:.2f}", "forward"),
        (606, "one-hot $h$", truth, "{}", "cache"),
        (716, "$dz = p - h$", probabilities - truth, "{:.2f}", "backward"),
    )
    for x, title, numbers, words, hue in shown:
        label(ax, x + 28, 56, title, size=12, bold=True)
        for place, number in enumerate(numbers):
            matrix(ax, x, top + row * place, 56, row, hue)
            text = words.format(number).replace("-", "−")
            label(ax, x + 28, top + row * (place + 0.5), text, size=12)
    for place, share in enumerate(probabilities):
        y = top + row * (place + 0.5)
        ax.plot([488, 488 + 90 * share], [y, y], color=PALETTE["forward"], linewidth=14)
        ax.lines[-1].set_solid_capstyle("butt")
    arrow(ax, (278, middle), (303, middle))
    arrow(ax, (366, middle), (420, middle))
    label(ax, 393, middle - 14, "softmax", size=11)
    for x, text in ((334, "any numbers"), (452, "sum 1"), (634, "sum 1"), (744, "sum 0")):
        label(ax, x, 296, text, size=11)
    label(ax, 590, middle, "−", size=16)
    label(ax, 690, middle, "=", size=16)
    return ax.figure


def bins():
    """Draw the examples of the public case of calibration on a scale with five bins."""
    probabilities, predictions, Y, n_bins = calibration_test_case()
    confidence, right = probabilities.max(axis=0), (predictions == Y)[0]
    ax = card(290)
    left, width, line = 150, 600, 128
    for k in range(n_bins):
        hue = "forward pale" if k % 2 else "plain pale"
        x = left + width * k / n_bins
        corners = [x, x + width / n_bins, x + width / n_bins, x], [62, 62, 246, 246]
        ax.fill(*corners)
        ax.patches[-1].set(facecolor=PALETTE[hue], edgecolor=PALETTE["rim"])
    ax.plot([left, left + width], [line, line], color=PALETTE["ink"], linewidth=1.5)
    for k in range(n_bins + 1):
        x = left + width * k / n_bins
        ax.plot([x, x], [line - 5, line + 5], color=PALETTE["ink"], linewidth=1.5)
        label(ax, x, line + 18, f"{k / n_bins:.1f}", size=11)
    for place, is_right in zip(confidence, right, strict=True):
        hue = "forward" if is_right else "backward"
        x = left + width * place
        mark = "o" if is_right else "x"
        ax.plot([x], [line - 26], mark, color=PALETTE[hue], markersize=9, markeredgewidth=2.5)
    label(ax, 24, line - 26, "confidence", size=12, align="left", bold=True)
    numbers = np.minimum((confidence * n_bins).astype(int), n_bins - 1)
    for y, name in ((174, "count"), (202, "mean confidence"), (230, "share right")):
        label(ax, 24, y, name, size=11, align="left", bold=True)
    for k in range(n_bins):
        inside, x = numbers == k, left + width * (k + 0.5) / n_bins
        means = (confidence[inside].mean(), right[inside].mean()) if inside.any() else (0, 0)
        label(ax, x, 174, f"{inside.sum()}", size=12)
        label(ax, x, 202, f"{means[0]:.2f}", size=12)
        label(ax, x, 230, f"{means[1]:.2f}", size=12)
    ax.plot([310], [32], "o", color=PALETTE["forward"], markersize=9)
    label(ax, 324, 32, "right", hue="forward", size=11, align="left")
    ax.plot([400], [32], "x", color=PALETTE["backward"], markersize=9, markeredgewidth=2.5)
    label(ax, 414, 32, "wrong", hue="backward", size=11, align="left")
    label(ax, 400, 268, "The confidence of exactly 1 lies in the last bin.", size=11)
    return ax.figure


FIGURES = {"figure-1-columns": columns, "figure-2-bins": bins}
