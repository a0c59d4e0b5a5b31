"""The pictures of notebook 01, "NumPy for neural networks"."""

from authoring.drawing import PALETTE, arrow, box, card, label, matrix


def image_to_vector():
    """Draw an image of shape (2, 2, 3), every number its own address, and the column it becomes."""
    ax = card(412)
    label(ax, 232, 34, "image", code=True, bold=True)
    label(ax, 232, 56, "shape (2, 2, 3): rows, columns, depth")
    for row in range(2):
        label(ax, 40, 150 + 132 * row, f"row {row}", align="left")
        for column in range(2):
            x, y = 96 + 190 * column, 106 + 132 * row
            if row == 0:
                label(ax, x + 87, 88, f"column {column}")
            box(ax, x, y, 174, 88, "forward", fill="forward pale")
            label(ax, x + 87, y + 18, f"pixel [{row}, {column}]", size=11, code=True)
            for depth in range(3):
                left = x + 12 + 50 * depth
                matrix(ax, left, y + 34, 50, 40, "forward", str(100 * row + 10 * column + depth))
    label(ax, 96, 386, "depth runs fastest, then the columns, then the rows", align="left", size=11)

    arrow(ax, (490, 212), (596, 212), hue="forward", head=11)
    label(ax, 543, 194, "reshape", size=12, code=True)

    label(ax, 660, 34, "v", code=True, bold=True)
    label(ax, 660, 56, "shape (12, 1)")
    for place in range(12):
        row, rest = divmod(place, 6)
        column, depth = divmod(rest, 3)
        y = 76 + 26 * place
        matrix(ax, 626, y, 68, 26, "forward", str(100 * row + 10 * column + depth))
        if depth == 1:
            label(ax, 708, y + 13, f"[{row}, {column}]", size=11, align="left", code=True)
        if depth == 0 and place:
            ax.plot([616, 752], [y, y], color=PALETTE["ink"], linewidth=1.6, zorder=4)
    return ax.figure


def axis():
    """Draw a table and its sums with axis=0, with axis=1, and with axis=1 and keepdims."""
    ax = card(298)
    columns = (  # the middle, the call, what vanishes, the sums, the shape, its note
        (136, "sum(axis=0)", "the rows vanish", (1, 9, 8), "(3,)", "flat"),
        (400, "sum(axis=1)", "the columns vanish", (7, 11), "(2,)", "flat"),
        (
            664,
            "sum(axis=1, keepdims=True)",
            "a 1 stays in their place",
            (7, 11),
            "(2, 1)",
            "column",
        ),
    )
    for number, (middle, call, what, sums, shape, note) in enumerate(columns):
        box(ax, middle - 124, 18, 248, 262, "plain", fill="plain pale", line=1)
        label(ax, middle, 40, call, code=True, bold=True, size=11.5)
        label(ax, middle, 62, what, size=11)
        left, top = middle - (60 if number == 0 else 104), 100
        for row, numbers in enumerate(((0, 3, 4), (1, 6, 4))):
            for column, entry in enumerate(numbers):
                x, y = left + 40 * column, top + 36 * row
                matrix(ax, x, y, 40, 36, "forward", str(entry))
        label(ax, left + 60, 88, "(2, 3)", size=11, code=True)
        if number == 0:
            for column, entry in enumerate(sums):
                x = left + 40 * column + 20
                arrow(ax, (x, 176), (x, 206), hue="backward", head=8)
                matrix(ax, x - 20, 208, 40, 36, "backward", str(entry))
            label(ax, middle, 262, f"shape {shape}, {note}", size=11)
            continue
        for row, entry in enumerate(sums):
            y = top + 36 * row + 18
            arrow(ax, (left + 124, y), (left + 156, y), hue="backward", head=8)
            if note == "column":
                matrix(ax, left + 160, y - 18, 40, 36, "backward", str(entry))
            else:
                label(ax, left + 178, y, str(entry), hue="backward", size=13)
        if note == "column":
            label(ax, middle, 220, "each sum stays beside its row,", size=11)
            label(ax, middle, 238, "so x / sums divides row by row", size=11)
        else:
            for place, entry in enumerate(sums):
                matrix(ax, middle - 40 + 40 * place, 208, 40, 36, "backward", str(entry))
        label(ax, middle, 262, f"shape {shape}, {note}", size=11)
    return ax.figure


def layer():
    """Draw Z = W A + b: the row, the column and the bias that make one entry, and the loops."""
    ax = card(470)
    n, before, m = 120, 150, 190  # how long an edge of n, of n_prev and of m is drawn
    middle = 150
    parts = (  # left end, width, height, name, shape
        (30, m, n, "$Z$", "$(n, m)$"),
        (278, before, n, "$W$", "$(n, n_{prev})$"),
        (456, m, before, "$A$", "$(n_{prev}, m)$"),
        (706, 40, n, "$b$", "$(n, 1)$"),
    )
    for x, width, height, name, shape in parts:
        hue = "forward" if name == "$Z$" else "plain"
        matrix(ax, x, middle - height / 2, width, height, hue)
        label(ax, x + width / 2, 50, name, size=17)
        label(ax, x + width / 2, 250, shape, size=14)
    label(ax, 249, middle, "$=$", size=18)
    label(ax, 676, middle, "$+$", size=18)

    # The marked ones: row i and column j.
    row, column = middle - n / 2 + 36, 96
    matrix(ax, 278, row, before, 24, "backward", "row $i$")
    matrix(ax, 456 + column, middle - before / 2, 24, before, "backward")
    label(ax, 456 + column - 8, middle + 8, "column $j$", size=12, align="right", hue="backward")
    matrix(ax, 706, row, 40, 24, "backward", "$b_i$")
    matrix(ax, 30 + column, row, 24, 24, "backward")
    label(ax, 30 + column - 8, row + 12, "$z_{ij}$", size=15, align="right", hue="backward")

    box(ax, 30, 284, 740, 166, "forward", fill="forward pale")
    lines = (
        (0, "for each unit $i$", "$n$ of them"),
        (1, "for each example $j$", "$m$ of them"),
        (2, "begin with the bias $b_i$", ""),
        (2, "for each input $k$:  add $w_{ik}\\, a_{kj}$", "$n_{prev}$ of them"),
        (2, "the sum is $z_{ij}$", ""),
    )
    for number, (depth, text, count) in enumerate(lines):
        y = 308 + 29 * number
        label(ax, 52 + 40 * depth, y, text, size=13, align="left")
        label(ax, 748, y, count, size=13, align="right")
    return ax.figure


FIGURES = {
    "figure-1-image-to-vector": image_to_vector,
    "figure-2-axis": axis,
    "figure-3-layer": layer,
}
