"""The pictures of notebook 03, "A flower, and one hidden layer"."""

from math import exp, tanh

from authoring.drawing import PALETTE, arrow, badge, box, card, label, unit


def network():
    """Draw the network with two inputs, four hidden units and one output, and every shape."""
    ax = card(430)
    inputs, hidden, output = (178, (105, 185)), (356, (55, 115, 175, 235)), (540, 145)
    for y in inputs[1]:
        for other in hidden[1]:
            ax.plot([inputs[0], hidden[0]], [y, other], color=PALETTE["forward"], linewidth=1)
    for y in hidden[1]:
        ax.plot([hidden[0], output[0]], [y, output[1]], color=PALETTE["forward"], linewidth=1)
    for number, y in enumerate(inputs[1], start=1):
        unit(ax, inputs[0], y, "plain", f"$x_{number}$", radius=17)
    for y in hidden[1]:
        unit(ax, hidden[0], y, "forward", curve="sigmoid", radius=17)
    unit(ax, output[0], output[1], "forward", curve="sigmoid", radius=17)
    arrow(ax, (output[0] + 17, output[1]), (638, output[1]), hue="forward")
    label(ax, 666, 145, "$A^{[2]}$", size=16)
    label(ax, 666, 184, "probability\nthat $y = 1$", size=12)
    label(ax, 96, 145, "$X$: a point\nin each\ncolumn", size=12)
    label(ax, 267, 35, "$W^{[1]}, b^{[1]}$", size=15)
    label(ax, 476, 66, "$W^{[2]}, b^{[2]}$", size=15)

    rows = (
        ("", "input", "hidden layer", "output layer"),
        ("units", "$n_x$", "$n_h$", "$n_y$"),
        ("weights and bias", "\u2013", "$(n_h, n_x)$, $(n_h, 1)$", "$(n_y, n_h)$, $(n_y, 1)$"),
        ("$Z$ and $A$", "$X\\colon\\ (n_x, m)$", "$(n_h, m)$", "$(n_y, m)$"),
        ("activation", "\u2013", "tanh, from $-1$ to $1$", "sigmoid, from $0$ to $1$"),
    )
    for number, (name, *cells) in enumerate(rows):
        y = 283 + 30 * number
        if number % 2 == 0:
            box(ax, 18, y - 15, 764, 30, "card", fill="plain light", radius=6, line=0)
        label(ax, 30, y, name, size=13, align="left")
        for x, cell in zip((230, 430, 650), cells, strict=True):
            label(ax, x, y, cell, size=13, bold=number == 0)
    return ax.figure


def outline():
    """Draw one round of training, with the exercise of every part."""
    ax = card(412)

    def part(x, y, width, number, name, note, hue="plain"):
        box(ax, x, y, width, 66, hue)
        badge(ax, x + 17, y + 22, number)
        label(ax, x + 32, y + 22, name, size=11, align="left", code=True, bold=True)
        label(ax, x + width / 2, y + 49, note, size=12)

    # Before the loop, the loop, and after it.
    box(ax, 18, 18, 764, 300, "plain", fill="plain pale", line=1)
    badge(ax, 37, 37, 7)
    label(ax, 53, 37, "nn_model", align="left", code=True, bold=True)
    part(38, 58, 196, 1, "layer_sizes", "$n_x$ and $n_y$ from $X$ and $Y$")
    part(38, 194, 196, 2, "initialize_parameters", "$W^{[1]}, b^{[1]}, W^{[2]}, b^{[2]}$")
    arrow(ax, (136, 124), (136, 194))
    part(296, 58, 216, 3, "forward_propagation", "$X$ and parameters to $A^{[2]}$", "forward")
    part(568, 58, 196, 4, "compute_cost", "$A^{[2]}$ against $Y$: one number", "forward")
    gradients = "$dW^{[1]}, db^{[1]}, dW^{[2]}, db^{[2]}$"
    part(568, 194, 196, 5, "backward_propagation", gradients, "backward")
    part(296, 194, 216, 6, "update_parameters", "one step downhill")
    arrow(ax, (234, 227), (266, 227), (266, 91), (296, 91))
    arrow(ax, (512, 91), (568, 91), hue="forward")
    unit(ax, 720, 159, "plain", "$Y$", radius=13)
    arrow(ax, (720, 146), (720, 124))
    arrow(ax, (720, 172), (720, 194))
    arrow(ax, (568, 227), (512, 227), hue="backward")
    arrow(ax, (404, 194), (404, 124))
    label(ax, 392, 159, "next round", size=11, align="right")
    arrow(ax, (500, 124), (500, 159), (590, 159), (590, 194), hue="cache", dashed=True)
    label(ax, 545, 146, "cache", size=11, hue="cache")
    label(ax, 530, 290, "num_iterations times", size=11)

    arrow(ax, (404, 260), (404, 335))
    label(ax, 392, 303, "after the last round", size=11, align="right")
    part(296, 335, 216, 8, "predict", "$A^{[2]} > 0.5$: yes or no", "forward")
    badge(ax, 600, 368, "n")
    label(ax, 616, 368, "exercise n", size=11, align="left")
    return ax.figure


def curve(ax, left, bottom, values, hue, low, high, width=300, height=150):
    """Draw a curve over z from -4 to 4; values run from low to high over the height."""
    xs = [left + width * i / (len(values) - 1) for i in range(len(values))]
    ys = [bottom - height * (value - low) / (high - low) for value in values]
    ax.plot(xs, ys, color=PALETTE[hue], linewidth=2.5, zorder=3)


def squeeze():
    """Draw tanh and sigmoid, and beside them their slopes."""
    ax = card(262)
    points = [i / 20 for i in range(-80, 81)]
    sigmoid = [1 / (1 + exp(-z)) for z in points]
    slopes = [1 - tanh(z) ** 2 for z in points], [a * (1 - a) for a in sigmoid]
    for left, title, low, high, ticks, curves in (
        (60, "the value", -1, 1, (-1, 0, 1), ([tanh(z) for z in points], sigmoid)),
        (450, "the slope", 0, 1, (0, 0.25, 1), slopes),
    ):
        label(ax, left + 150, 28, title, bold=True)
        for tick in ticks:
            y = 206 - 150 * (tick - low) / (high - low)
            ax.plot([left, left + 300], [y, y], color=PALETTE["rim"], linewidth=1)
            label(ax, left - 8, y, f"{tick:g}".replace("-", "\u2212"), size=11, align="right")
        for z in (-4, -2, 0, 2, 4):
            x = left + 300 * (z + 4) / 8
            ax.plot([x, x], [206, 211], color=PALETTE["plain"], linewidth=1)
            label(ax, x, 222, f"{z:g}".replace("-", "\u2212"), size=11)
        label(ax, left + 150, 242, "$z$", size=13)
        for values, hue in zip(curves, ("forward", "backward"), strict=True):
            curve(ax, left, 206, values, hue, low, high)
    label(ax, 184, 138, "tanh", hue="forward", bold=True, align="right")
    label(ax, 290, 94, "sigmoid", hue="backward", bold=True, align="left")
    label(ax, 634, 82, "$1 - \\tanh^2$", hue="forward", size=13, align="left")
    label(ax, 674, 156, "$\\sigma (1 - \\sigma)$", hue="backward", size=13, align="left")
    return ax.figure


def blame():
    """Draw one hidden unit and one example: the numbers forward, and the blame backward."""
    ax = card(292)
    nodes = (
        (72, "$x$", "(1, \u22122)"),
        (226, "$z^{[1]}$", "0.55"),
        (380, "$a^{[1]}$", "0.5"),
        (534, "$z^{[2]}$", "0.85"),
        (700, "$a^{[2]}$", "0.7"),
    )
    forward = ("weights,\nbias", "tanh", "times $w = 2$,\nplus the rest", "sigmoid")
    for x, name, value in nodes:
        box(ax, x - 42, 66, 84, 62, "forward")
        label(ax, x, 84, name, size=15)
        label(ax, x, 112, value, hue="forward", bold=True)
    for (left, *_), (right, *_), text in zip(nodes, nodes[1:], forward, strict=False):
        arrow(ax, (left + 42, 97), (right - 42, 97), hue="forward")
        label(ax, (left + right) / 2, 42, text, size=11, hue="forward")
    label(ax, 700, 148, "label $y = 0$", size=11)

    back = ((226, "$dz^{[1]}$", "1.05"), (380, "$da^{[1]}$", "1.4"), (534, "$dz^{[2]}$", "0.7"))
    for x, name, value in back:
        box(ax, x - 42, 166, 84, 62, "backward")
        label(ax, x, 184, name, size=15)
        label(ax, x, 212, value, hue="backward", bold=True)
    arrow(ax, (700, 160), (700, 197), (576, 197), hue="backward")
    label(ax, 640, 214, "$a^{[2]} - y$", size=12, hue="backward")
    arrow(ax, (492, 197), (422, 197), hue="backward")
    label(ax, 457, 214, "times $w$", size=11, hue="backward")
    arrow(ax, (338, 197), (268, 197), hue="backward")
    label(ax, 303, 214, "times 0.75", size=11, hue="backward")
    label(ax, 226, 256, "$dW^{[1]} = 1.05 \\cdot (1, -2)$\n$db^{[1]} = 1.05$", size=12)
    label(ax, 534, 256, "$dw = 0.7 \\cdot 0.5 = 0.35$\n$db^{[2]} = 0.7$", size=12)
    return ax.figure


FIGURES = {
    "figure-1-network": network,
    "figure-2-outline": outline,
    "figure-3-squeeze": squeeze,
    "figure-4-blame": blame,
}
