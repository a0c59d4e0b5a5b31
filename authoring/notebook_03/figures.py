"""The pictures of notebook 03, "A flower, and one hidden layer"."""

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
        ("what is bent by", "\u2013", "tanh, from $-1$ to $1$", "sigmoid, from $0$ to $1$"),
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
    label(ax, 666, 159, "$Y$", size=14)
    arrow(ax, (666, 148), (666, 124))
    arrow(ax, (666, 170), (666, 194))
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


FIGURES = {"figure-1-network": network, "figure-2-outline": outline}
