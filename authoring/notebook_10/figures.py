"""The pictures of notebook 10."""

from authoring.drawing import PALETTE, arrow, box, card, label


def node(ax, x, y, name, value="", gradient="", hue="forward"):
    """Draw a node: its name, its value above, and its gradient in orange below."""
    box(ax, x - 34, y - 25, 68, 50, hue)
    label(ax, x, y, f"${name}$", size=17)
    if value:
        label(ax, x, y - 38, value, hue="forward", size=13, bold=True)
    if gradient:
        label(ax, x, y + 40, gradient, hue="backward", size=13, bold=True)


def slope(ax, x, y, text):
    """Write the slope of a step beside its arrow."""
    label(ax, x, y, text, hue="plain", size=11)


def graph():
    """Draw d = (3a + a) * 3a with values, slopes and gradients."""
    ax = card(330)
    places = {"a": (90, 230), "k": (90, 100), "b": (280, 100), "c": (480, 230), "d": (680, 100)}
    values = {
        "a": ("2", "48"),
        "k": ("3", "28"),
        "b": ("6", "14"),
        "c": ("8", "6"),
        "d": ("48", "1"),
    }
    for start, end, text, place in (
        ("k", "b", "2", (186, 88)),
        ("a", "b", "3", (176, 152)),
        ("b", "c", "1", (376, 152)),
        ("a", "c", "1", (280, 218)),
        ("c", "d", "6", (588, 184)),
        ("b", "d", "8", (480, 88)),
    ):
        (x0, y0), (x1, y1) = places[start], places[end]
        rise = (y1 - y0) * 34 / (x1 - x0)
        arrow(ax, (x0 + 36, y0 + rise), (x1 - 36, y1 - rise))
        slope(ax, *place, text)
    for name, (x, y) in places.items():
        node(ax, x, y, name, *values[name], hue="plain" if name == "k" else "forward")
    label(ax, 280, 40, "$b = k \\cdot a$", size=12)
    label(ax, 480, 178, "$c = b + a$", size=12)
    label(ax, 680, 40, "$d = c \\cdot b$", size=12)
    label(ax, 90, 40, "a constant, $k = 3$", size=11)
    label(ax, 30, 308, "above: value", hue="forward", size=11, align="left")
    label(ax, 140, 308, "below: gradient of $d$", hue="backward", size=11, align="left")
    label(ax, 310, 308, "on an arrow: slope of the step", hue="plain", size=11, align="left")
    return ax.figure


ROW = {"a": 90, "b": 245, "c": 400, "e": 555, "f": 710}


def row(ax, y, paid, numbers, right):
    """Draw the nodes of figure 2 in a row, with the gradients that arrive.

    Arguments:
        paid: {(child, parent): text of what is passed on}.
        numbers: {node: the place at which it passes on}.
        right: the gradient of a is right.
    """
    heights = {
        ("f", "a"): 62,
        ("e", "b"): 40,
        ("b", "a"): 0,
        ("c", "b"): 0,
        ("e", "c"): 0,
        ("f", "e"): 0,
    }
    for (child, parent), text in paid.items():
        up = heights.get((child, parent), 0)
        x0, x1 = ROW[child], ROW[parent]
        hue = "backward" if text else "plain"
        if up:
            arrow(
                ax,
                (x0, y - 24),
                (x0, y - up - 6),
                (x1, y - up - 6),
                (x1, y - 25),
                hue=hue,
                dashed=not text,
            )
            label(ax, (x0 + x1) / 2, y - up - 16, text, hue="backward", size=11)
        else:
            arrow(ax, (x0 - 24, y), (x1 + 24, y), hue=hue, dashed=not text)
            label(ax, (x0 + x1) / 2, y - 12, text, hue="backward", size=11)
    for name, x in ROW.items():
        box(ax, x - 22, y - 22, 44, 44, "forward")
        label(ax, x, y, f"${name}$", size=15)
        label(ax, x, y + 38, numbers[name], size=11)
    mark, hue = ("right", "forward") if right else ("too small", "backward")
    label(ax, ROW["a"], y + 56, mark, hue=hue, size=11, bold=True)


def order():
    """Draw f = (b + b * b) * a with b = a, walked in a wrong and in a right order."""
    ax = card(390)
    label(ax, 30, 26, "$b$ passes on before $c$ has paid", bold=True, align="left")
    every = [("f", "e"), ("f", "a"), ("e", "c"), ("e", "b"), ("c", "b"), ("b", "a")]
    wrong = dict(zip(every, ("2", "6", "2", "2", "", "2"), strict=True))
    right = dict(zip(every, ("2", "6", "2", "2", "8", "10"), strict=True))
    row(ax, 120, wrong, {"f": "1st", "e": "2nd", "b": "3rd", "c": "4th", "a": "$6 + 2 = 8$"}, False)
    label(ax, 30, 216, "$b$ waits for both", bold=True, align="left")
    row(
        ax, 310, right, {"f": "1st", "e": "2nd", "c": "3rd", "b": "4th", "a": "$6 + 10 = 16$"}, True
    )
    ax.plot([30, 770], [194, 194], color=PALETTE["rim"], linewidth=1)
    return ax.figure


FIGURES = {"figure-1-graph": graph, "figure-2-order": order}
