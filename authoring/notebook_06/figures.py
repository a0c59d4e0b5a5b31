"""The pictures of notebook 06, image classification."""

from matplotlib.patches import Polygon

from authoring.drawing import PALETTE, arrow, box, card, label, matrix, unit


def cells(ax, x, y, rows, hues, size=42):
    """Draw a table of letters, each in the color of its picture."""
    for i, row in enumerate(rows):
        for j, letter in enumerate(row):
            matrix(ax, x + j * size, y + i * size, size, size, hues[letter], f"${letter}$")


def flatten():
    """Draw two pictures that become two columns, and beside them the wrong way."""
    ax = card(318)
    hues = dict.fromkeys("abcd", "forward") | dict.fromkeys("efgh", "backward")
    label(ax, 110, 30, "2 images, (2, 2, 2, 1)", bold=True)
    label(ax, 32, 96, "1", hue="forward", bold=True)
    cells(ax, 68, 56, ["ab", "cd"], hues)
    label(ax, 32, 216, "2", hue="backward", bold=True)
    cells(ax, 68, 176, ["ef", "gh"], hues)
    label(ax, 110, 288, "read row by row", size=11)
    arrow(ax, (176, 158), (318, 158))
    label(ax, 247, 128, "reshape(m, -1).T", size=11, code=True)
    label(ax, 247, 180, "/ 255", size=11, code=True)
    label(ax, 382, 30, "$X$, (4, 2)", bold=True)
    cells(ax, 340, 74, ["ae", "bf", "cg", "dh"], hues)
    label(ax, 382, 262, "a column, a picture", size=11)
    label(ax, 382, 282, "right", hue="forward", bold=True)
    ax.plot([482, 482], [24, 294], color=PALETTE["rim"], linewidth=1.5)
    label(ax, 560, 128, "reshape(-1, m)", size=11, code=True)
    arrow(ax, (500, 158), (622, 158))
    label(ax, 700, 30, "also (4, 2)", bold=True)
    cells(ax, 658, 74, ["ab", "cd", "ef", "gh"], hues)
    label(ax, 700, 262, "each column a mixture", size=11)
    label(ax, 700, 282, "wrong", hue="backward", bold=True)
    return ax.figure


def mark(ax, x, y, odd, size=15):
    """Draw a corner of the square: a triangle where the sum is odd, else a circle."""
    if odd:
        points = [
            (x, y - size),
            (x + 0.95 * size, y + 0.7 * size),
            (x - 0.95 * size, y + 0.7 * size),
        ]
        triangle = Polygon(
            points,
            facecolor=PALETTE["backward light"],
            edgecolor=PALETTE["backward"],
            linewidth=2,
            zorder=3,
        )
        ax.add_patch(triangle)
    else:
        unit(ax, x, y, "forward", radius=size)


def square(ax, left, title):
    """Draw the four cases of two digits; return the places of the corners, left to right."""
    low, high = 252, 112
    label(ax, left + 70, 30, title, bold=True)
    for x, name in ((left, "even"), (left + 140, "odd")):
        label(ax, x, low + 40, name)
        for y in (low, high):
            mark(ax, x, y, (x == left) == (y == high))
    label(ax, left + 70, low + 64, "left digit", size=11)
    for y, name in ((low, "even"), (high, "odd")):
        label(ax, left - 30, y, name, align="right")
    label(ax, left - 30, (low + high) / 2, "right\ndigit", size=11, align="right")


def parity():
    """Draw why one line cannot separate odd sums from even ones, and how two can."""
    ax = card(388)
    square(ax, 150, "one neuron: one straight line")
    square(ax, 540, "two hidden units: two lines")
    line = {"color": PALETTE["plain"], "linewidth": 2.5, "zorder": 2}
    ax.plot([110, 330], [215, 135], linestyle=(0, (5, 3)), **line)
    label(ax, 220, 348, "no line has both circles on one side", size=11)
    label(ax, 220, 366, "and both triangles on the other", size=11)
    ax.plot([522, 652], [180, 50], **line)
    ax.plot([580, 720], [302, 162], **line)
    label(ax, 610, 348, "between the lines: even", size=11)
    label(ax, 610, 366, "outside: odd", size=11)
    mark(ax, 372, 62, odd=False, size=9)
    label(ax, 388, 62, "sum even", size=11, align="left")
    mark(ax, 372, 88, odd=True, size=9)
    label(ax, 388, 88, "sum odd", size=11, align="left")
    return ax.figure


def network(ax, y, name, sizes, count):
    """Draw a network of these sizes as a row of layers."""
    label(ax, 26, y - 66, name, align="left", bold=True)
    label(ax, 774, y - 66, count, align="right")
    box(ax, 26, y - 36, 104, 72, "plain")
    label(ax, 78, y - 12, "$X$", size=15)
    label(ax, 78, y + 14, "(128, $m$)", size=11)
    gap = 560 / len(sizes)
    x, before = 130, 128
    for number, size in enumerate(sizes):
        last = number == len(sizes) - 1
        hue = "backward" if last else "forward"
        start = x + gap - 76
        arrow(ax, (x, y), (start, y), hue=hue)
        label(ax, (x + start) / 2, y - 14, f"$W^{{[{number + 1}]}}$", size=12)
        label(ax, (x + start) / 2, y + 16, f"({size}, {before})", size=11)
        box(ax, start, y - 36, 76, 72, hue)
        label(ax, start + 38, y - 12, f"{size} unit{'s' * (size > 1)}", size=11, bold=True)
        label(ax, start + 38, y + 12, "sigmoid" if last else "relu", hue=hue, size=11)
        x, before = start + 76, size
    arrow(ax, (x, y), (x + 34, y), hue="backward")
    label(ax, x + 40, y, "odd?", size=11, align="left", bold=True)


def networks():
    """Draw the two networks of the notebook."""
    ax = card(300)
    network(ax, 96, "two layers", (7, 1), "911 parameters")
    network(ax, 236, "four layers", (20, 7, 5, 1), "2,773 parameters")
    return ax.figure


FIGURES = {
    "figure-1-flatten": flatten,
    "figure-2-parity": parity,
    "figure-3-networks": networks,
}
