"""The pictures of notebook 05, "Gradient checking"."""

from authoring.drawing import PALETTE, arrow, badge, box, card, label


def check():
    """Draw the whole check: two ways from the parameters to a gradient, and the comparison."""
    ax = card(400)

    box(ax, 18, 165, 116, 66, "plain")
    label(ax, 76, 186, "parameters", bold=True)
    label(ax, 76, 211, "$W^{[l]},\\ b^{[l]}$", size=15)

    # The fast way.
    box(ax, 164, 24, 462, 104, "backward", fill="backward pale", radius=10)
    label(ax, 180, 43, "by formulas: one pass, fast", hue="backward", align="left", bold=True)
    box(ax, 180, 60, 166, 50, "backward")
    label(ax, 263, 85, "L_model_backward", size=11, code=True)
    arrow(ax, (346, 85), (384, 85), hue="backward")
    box(ax, 384, 60, 110, 50, "backward", fill="white")
    label(ax, 439, 76, "gradients", size=11, code=True)
    label(ax, 439, 96, "$dW^{[l]},\\ db^{[l]}$", size=13)
    arrow(ax, (494, 85), (542, 85), hue="backward")
    badge(ax, 518, 68, 4)
    column(ax, 566, 56, 58, 6, "backward")
    label(ax, 596, 85, "grad", size=11, code=True)
    arrow(ax, (76, 165), (76, 85), (180, 85), hue="backward")

    # The slow way.
    box(ax, 164, 196, 462, 186, "forward", fill="forward pale", radius=10)
    text = "by measuring: two forward passes for every entry"
    label(ax, 180, 215, text, hue="forward", align="left", bold=True)
    column(ax, 196, 240, 124, 6, "forward", marked=3)
    label(ax, 196, 372, "$\\theta$", size=13)
    label(ax, 214, 312, "entry $i$", hue="forward", size=11, align="left")
    for y, sign in ((262, "+"), (346, "-")):
        arrow(ax, (264, 304), (286, y), hue="forward")
        box(ax, 286, y - 20, 76, 40, "forward", fill="white")
        label(ax, 324, y, f"$\\theta_i {sign} \\varepsilon$", size=14)
        arrow(ax, (362, y), (394, y), hue="forward")
        badge(ax, 376, y - 17, 5)
        box(ax, 394, y - 20, 62, 40, "forward")
        name = "plus" if sign == "+" else "minus"
        label(ax, 425, y, f"$J_{{{name}}}$", size=14)
        arrow(ax, (456, y), (476, 290 if sign == "+" else 318), hue="forward")
    box(ax, 476, 278, 78, 52, "forward", fill="white")
    label(ax, 515, 304, "$\\frac{J_{plus} - J_{minus}}{2\\varepsilon}$", size=16)
    arrow(ax, (554, 304), (581, 304), hue="forward")
    column(ax, 593, 240, 124, 6, "forward", marked=3)
    label(ax, 583, 372, "gradapprox", size=11, code=True)
    arrow(ax, (76, 231), (76, 304), (184, 304), hue="forward")
    badge(ax, 130, 287, 4)

    # The comparison.
    box(ax, 664, 150, 118, 92, "plain")
    badge(ax, 723, 150, 6)
    label(ax, 723, 177, "difference", bold=True)
    label(ax, 723, 200, "tiny: right", size=11)
    label(ax, 723, 219, "large: a mistake", size=11)
    arrow(ax, (626, 85), (723, 85), (723, 138))
    arrow(ax, (626, 304), (723, 304), (723, 242))
    return ax.figure


def column(ax, x, y, height, count, hue, marked=None):
    """Draw a column of so many cells, its middle at x and its top at y."""
    size = height / count
    for i in range(count):
        light = i != marked
        box(ax, x - 10, y + i * size, 20, size, hue, None if light else hue, radius=2, line=1)


def slopes():
    """Draw a curve with its tangent, a one-sided and a central line."""
    ax = card(380)
    left, bottom, scale = 120, 330, 250

    def place(t):
        """Where the curve is."""
        return left + 560 * t, bottom - scale * (0.12 + 0.78 * t**3)

    steps = [i / 100 for i in range(12, 106)]
    ax.plot(*zip(*map(place, steps), strict=True), color=PALETTE["ink"], linewidth=2.5, zorder=3)
    label(ax, 740, 66, "$J(\\theta)$", size=15)
    arrow(ax, (70, bottom + 12), (760, bottom + 12), hue="plain")
    label(ax, 770, bottom + 12, "$\\theta$", size=15)

    middle, step = 0.62, 0.3
    at = {name: place(middle + d) for name, d in (("-", -step), ("0", 0), ("+", step))}
    slope = scale * 0.78 * 3 * middle**2 / 560

    def line(start, tilt, reach, hue, style):
        (x, y), (before, behind) = start, reach
        ax.plot(
            [x - before, x + behind],
            [y + tilt * before, y - tilt * behind],
            color=PALETTE[hue],
            linewidth=2.2,
            linestyle=style,
            zorder=2,
        )

    def tilt(one, other):
        (x0, y0), (x1, y1) = at[one], at[other]
        return (y0 - y1) / (x1 - x0)

    line(at["0"], slope, (205, 220), "plain", "solid")
    line(at["0"], tilt("0", "+"), (110, 215), "backward", (0, (6, 2.5)))
    line(at["-"], tilt("-", "+"), (70, 395), "forward", (0, (2, 1.6)))
    for name, text in (
        ("-", "$\\theta - \\varepsilon$"),
        ("0", "$\\theta$"),
        ("+", "$\\theta + \\varepsilon$"),
    ):
        x, y = at[name]
        ax.plot([x, x], [y, bottom + 12], color=PALETTE["plain"], linewidth=0.8, linestyle=":")
        ax.plot([x], [y], "o", color=PALETTE["ink"], markersize=8, zorder=4)
        label(ax, x, bottom + 30, text, size=14)

    box(ax, 96, 28, 330, 112, "rim", fill="white", radius=8, line=1)
    for y, hue, style, text in (
        (50, "plain", "solid", "tangent: the derivative"),
        (84, "backward", (0, (6, 2.5)), "one-sided, from $\\theta$ to $\\theta + \\varepsilon$"),
        (
            *(118, "forward", (0, (2, 1.6))),
            "central, from $\\theta - \\varepsilon$ to $\\theta + \\varepsilon$",
        ),
    ):
        ax.plot([112, 158], [y, y], color=PALETTE[hue], linewidth=2.4, linestyle=style)
        label(ax, 170, y, text, hue=hue, align="left")
    return ax.figure


def long_column():
    """Draw a dictionary of arrays and the column of all their numbers."""
    ax = card(392)
    hues = {"W1": "forward", "b1": "backward", "W2": "cache", "b2": "plain"}
    arrays = (
        ("W1", "(2, 3)", 64, [[1, 2, 3], [4, 5, 6]]),
        ("b1", "(2, 1)", 258, [[7], [8]]),
        ("W2", "(1, 2)", 64, [[9, 10]]),
        ("b2", "(1, 1)", 258, [[11]]),
    )
    box(ax, 24, 60, 330, 290, "rim", fill="white", radius=10, line=1)
    label(ax, 189, 40, "a dictionary of arrays", bold=True)
    for name, shape, x, rows in arrays:
        y = 130 if name.endswith("1") else 274
        label(ax, x, y - 36, f'"{name}"', hue=hues[name], align="left", code=True, bold=True)
        label(ax, x, y - 16, f"shape {shape}", size=11, align="left")
        for i, row in enumerate(rows):
            for j, value in enumerate(row):
                cell(ax, x + 36 * j, y + 30 * i, 36, 30, hues[name], value)

    label(ax, 690, 40, "one column, shape (11, 1)", bold=True)
    start = 1
    for name, _, _, rows in arrays:
        count = sum(map(len, rows))
        y = 60 + 29 * (start - 1)
        for i in range(count):
            cell(ax, 668, y + 29 * i, 44, 29, hues[name], start + i)
        label(ax, 728, y + 29 * count / 2, name, hue=hues[name], align="left", code=True, bold=True)
        start += count

    arrow(ax, (384, 160), (640, 160), hue="forward")
    badge(ax, 398, 140, 4)
    label(ax, 414, 140, "dictionary_to_vector", size=12, align="left", code=True)
    arrow(ax, (640, 270), (384, 270), hue="backward")
    badge(ax, 398, 250, 5)
    label(ax, 414, 250, "vector_to_dictionary", size=12, align="left", code=True)
    label(ax, 414, 290, "needs the shapes as well", size=11, align="left")
    return ax.figure


def cell(ax, x, y, width, height, hue, value):
    """Draw a cell with a number in it, its top left corner at (x, y)."""
    box(ax, x, y, width, height, hue, radius=2, line=1)
    label(ax, x + width / 2, y + height / 2, str(value), size=12)


FIGURES = {
    "figure-1-check": check,
    "figure-2-slopes": slopes,
    "figure-3-column": long_column,
}
