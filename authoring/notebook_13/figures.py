"""The pictures of notebook 13."""

from authoring.drawing import arrow, badge, box, card, label

TOKENS = "47+85=231"


def cell(ax, x, y, width, height, text, hue="plain", fill=None, ink="ink", size=13, bold=False):
    """Draw an entry of a table: a square box with a text."""
    box(ax, x, y, width, height, hue, fill=fill, radius=2, line=1)
    label(ax, x + width / 2, y + height / 2, text, hue=ink, size=size, bold=bold)


def following():
    """Draw the inputs and the targets of one row."""
    ax = card(250)
    width, left = 62, 200
    for name, y, tokens, about in (
        ("inputs", 84, TOKENS[:-1], "without the last token"),
        ("targets", 164, TOKENS[1:], "without the first token"),
    ):
        label(ax, 36, y + 16, name, size=14, align="left", bold=True)
        label(ax, 36, y + 36, about, size=10, align="left", hue="plain")
        for place, token in enumerate(tokens):
            counts = place >= 5
            hue = "backward" if counts else "plain"
            cell(ax, left + place * width, y, width - 8, 46, token, hue=hue, size=18)
    for place in range(8):
        x = left + place * width + (width - 8) / 2
        label(ax, x, 50, str(place), size=11, hue="plain")
        arrow(ax, (x, 134), (x, 160), hue="backward" if place >= 5 else "plain")
    label(ax, 36, 50, "position", size=11, hue="plain", align="left")
    label(ax, left + 2.5 * width - 4, 230, "mask 0", size=11, hue="plain")
    label(ax, left + 6.5 * width - 4, 230, "mask 1: these count", size=11, hue="backward")
    return ax.figure


# The rows of the tables up to the diagonal. The weights are the softmax of the scores, rounded.
WEIGHTS = (
    ("1",),
    ("0.6", "0.4"),
    ("0.2", "0.5", "0.3"),
    ("0.3", "0.2", "0.1", "0.4"),
    ("0.1", "0.3", "0.1", "0.2", "0.3"),
    ("0.02", "0.45", "0.02", "0.04", "0.45", "0.02"),
)
SCORES = (
    ("0.3",),
    ("0.9", "0.5"),
    ("-0.2", "0.7", "0.2"),
    ("0.8", "0.4", "-0.3", "1.1"),
    ("-0.6", "0.5", "-0.6", "0.1", "0.5"),
    ("-1.1", "2.0", "-1.1", "-0.4", "2.0", "-1.1"),
)


def glances():
    """Draw the scores with their mask, the weights, and the values that they mix."""
    ax = card(400)
    side, top = 42, 110
    for left, name, table in ((50, "scores", SCORES), (412, "weights", WEIGHTS)):
        label(ax, left + 3 * side, 44, name, size=14, bold=True)
        for i, (token, row) in enumerate(zip(TOKENS, table, strict=False)):
            label(ax, left - 16, top + (i + 0.5) * side, token, size=14)
            label(ax, left + (i + 0.5) * side, top - 16, token, size=14)
            for j in range(6):
                hidden = j > i
                text = ("$-\\infty$" if name == "scores" else "0") if hidden else row[j]
                hue = "plain" if hidden else "backward" if i == 5 else "forward"
                x, y = left + j * side, top + i * side
                fill = "plain light" if hidden else None
                size = 11 if name == "scores" or hidden else 10
                cell(ax, x, y, side - 2, side - 2, text, hue=hue, fill=fill, size=size)
    label(ax, 176, 72, "columns: looked at", size=10, hue="plain")
    label(ax, 538, 72, "each row sums to 1", size=10, hue="plain")
    arrow(ax, (314, 236), (376, 236))
    label(ax, 344, 216, "softmax", size=11)
    label(ax, 344, 256, "of each row", size=10, hue="plain")
    label(ax, 683, 236, "·", size=20)
    label(ax, 737, 44, "values", size=14, bold=True)
    for i, token in enumerate(TOKENS[:6]):
        shown = token in "75"
        hue = "backward" if shown else "forward"
        cell(ax, 701, top + i * side, 72, side - 2, f"of {token}", hue=hue, size=12, bold=shown)
    label(
        ax,
        400,
        380,
        "the output at = is 0.45 times the value of 7, 0.45 times that of 5, and a little more",
        size=12,
        hue="backward",
    )
    return ax.figure


def way_back():
    """Draw attention forward, and the way of the gradient back."""
    ax = card(380)
    places = {"Q": (60, 60), "K": (60, 160), "V": (60, 275), "S": (260, 110), "W": (480, 110)}
    names = {"Q": "$Q$", "K": "$K$", "V": "$V$", "S": "$S$", "W": "weights"}
    shapes = {"Q": "(L, k)", "K": "(L, k)", "V": "(L, v)", "S": "(L, L)", "W": "(L, L)"}
    for name, (x, y) in places.items():
        box(ax, x, y, 90, 52, "forward")
        label(ax, x + 45, y + 19, names[name], size=15)
        label(ax, x + 45, y + 40, shapes[name], size=9, hue="plain")
    box(ax, 660, 200, 90, 52, "forward")
    label(ax, 705, 219, "output", size=15)
    label(ax, 705, 240, "(L, v)", size=9, hue="plain")
    for points in (
        ((152, 78), (256, 118)),
        ((152, 178), (256, 146)),
        ((352, 126), (476, 126)),
        ((572, 126), (690, 126), (690, 196)),
        ((152, 292), (690, 292), (690, 256)),
    ):
        arrow(ax, *points, hue="forward")
    label(ax, 414, 112, "mask, softmax", size=10, hue="forward")
    # The way back.
    for points in (
        ((720, 196), (720, 146), (576, 146)),
        ((476, 146), (356, 146)),
        ((256, 132), (156, 94)),
        ((256, 158), (156, 194)),
        ((720, 256), (720, 312), (156, 312)),
    ):
        arrow(ax, *points, hue="backward")
    for x, y, text in (
        (646, 164, "$dO\\,V^T$"),
        (414, 164, "softmax_backward"),
        (182, 137, "$dS\\,K\\,/\\sqrt{k}$"),
        (212, 204, "$dS^T Q\\,/\\sqrt{k}$"),
        (430, 330, "weights$^T\\,dO$"),
        (752, 176, "$dO$"),
    ):
        label(ax, x, y, text, hue="backward", size=12)
    label(ax, 60, 30, "forward", hue="forward", size=12, align="left", bold=True)
    label(ax, 130, 30, "backward", hue="backward", size=12, align="left", bold=True)
    label(ax, 400, 360, "To the values: what was passed on. To queries and keys: who looked where.")
    return ax.figure


def block():
    """Draw the whole network, from the tokens to the logits."""
    ax = card(520)
    middle, width = 400, 300
    left = middle - width / 2
    rows = (
        (452, "tokens", "(B, L)", "plain", None),
        (376, "embedding and positions", "(B, L, 32)", "forward", 2),
        (286, "attention, two heads", "(B, 2, L, 16)", "cache", 3),
        (172, "two layers, 32 - 128 - 32", "relu, each position alone", "forward", None),
        (82, "product with U", "(B, L, 32) to (B, L, 12)", "forward", None),
        (20, "logits: what comes next?", "(B, L, 12)", "plain", 6),
    )
    for y, name, shape, hue, number in rows:
        box(ax, left, y, width, 44, hue)
        label(ax, middle, y + 15, name, size=13)
        label(ax, middle, y + 33, shape, size=9, hue="plain")
        if number:
            badge(ax, left + width - 2, y + 2, number)
    for low, high in ((452, 420), (376, 330), (172, 126), (82, 64)):
        arrow(ax, (middle, low), (middle, high))
    for low, out, plus in ((352, 286, 250), (238, 172, 144)):
        label(ax, middle + 16, plus, "+", size=18, bold=True)
        arrow(ax, (middle, low), (left - 60, low), (left - 60, plus), (middle - 8, plus))
        label(ax, left - 70, (low + plus) / 2, "the way past", size=11, align="right")
        if out == 286:
            arrow(ax, (middle, out), (middle, 216))
    label(ax, 590, 300, "moves information\nbetween positions", size=11, align="left", hue="cache")
    label(ax, 590, 194, "works on each position", size=11, align="left", hue="forward")
    label(ax, 590, 476, "4 7 + 8 5 =", size=13, align="left", code=True)
    label(ax, 590, 42, "2, with a probability near 1", size=12, align="left")
    for x, y, number, text in (
        (36, 470, 1, "inputs and targets"),
        (36, 490, 7, "writing, token by token"),
        (590, 340, 4, "and 5: the way back"),
    ):
        badge(ax, x, y, number, radius=8)
        label(ax, x + 16, y, text, size=11, align="left")
    return ax.figure


FIGURES = {
    "figure-1-next": following,
    "figure-2-attention": glances,
    "figure-3-way-back": way_back,
    "figure-4-block": block,
}
