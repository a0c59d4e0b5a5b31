"""The pictures of notebook 04, "Build a deep network step by step"."""

from itertools import pairwise

import numpy as np

from authoring.drawing import PALETTE, arrow, badge, box, card, label, matrix, unit


def outline():
    """Draw the whole notebook: one round of training, with the exercise of every part."""
    ax = card(590)
    left, right = 180, 660  # of the two lanes
    blocks = (
        (191, "relu", "layers $1$ to $L-1$: one block each"),
        (431, "sigmoid", "layer $L$: one block"),
    )

    # Where the parameters come from, and what else goes in.
    box(ax, 18, 18, 296, 66, "plain", fill="plain pale")
    for number, y, name, note in (
        (1, 38, "initialize_parameters", "2 layers"),
        (2, 64, "initialize_parameters_deep", "$L$ layers"),
    ):
        badge(ax, 36, y, number)
        label(ax, 52, y, name, size=11, align="left", code=True)
        label(ax, 302, y, note, size=11, align="right")
    arrow(ax, (78, 84), (78, 178))
    box(ax, 18, 178, 120, 66, "plain")
    label(ax, 78, 199, "parameters", bold=True)
    label(ax, 78, 224, "$W^{[l]},\\ b^{[l]}$", size=15)
    arrow(ax, (138, 211), (left, 211))
    label(ax, 420, 48, "$X$, the examples")
    arrow(ax, (420, 62), (420, 110), hue="forward")
    label(ax, 738, 48, "$Y$, the labels")
    arrow(ax, (738, 62), (738, 178))

    # The two lanes, and between them the caches.
    box(ax, left, 110, right - left, 162, "forward", fill="forward pale", radius=10)
    badge(ax, 201, 129, 5)
    label(ax, 217, 129, "L_model_forward", hue="forward", align="left", code=True, bold=True)
    label(ax, 649, 129, "forward, left to right", hue="forward", size=11, align="right")
    box(ax, left, 376, right - left, 162, "backward", fill="backward pale", radius=10)
    badge(ax, 201, 519, 9)
    label(ax, 217, 519, "L_model_backward", hue="backward", align="left", code=True, bold=True)
    label(ax, 649, 519, "backward, right to left", hue="backward", size=11, align="right")

    for x, activation, layers in blocks:
        deck = activation == "relu"
        for hue, y, numbers in (("forward", 175, (4, 3)), ("backward", 393, (8, 7))):
            if deck:
                for back in (8, 4):
                    box(ax, x + back, y - back, 210, 86, hue)
            box(ax, x, y, 210 if deck else 218, 86, hue)
            badge(ax, x + 15, y + 17, numbers[0])
            label(
                ax, x + 29, y + 17, f"linear_activation_{hue}", size=10.8, align="left", code=True
            )
            box(ax, x + 8, y + 35, 112, 42, hue, fill="white", radius=5, line=1)
            badge(ax, x + 64, y + 35, numbers[1])
            label(ax, x + 64, y + 60, f"linear_{hue}", size=11, code=True)
            box(ax, x + 136, y + 35, 66, 42, hue, fill="white", radius=5, line=1)
            name = activation if hue == "forward" else f"{activation}_\nbackward"
            label(ax, x + 169, y + 56, name, size=11, code=True)
            ends = [(x + 120, y + 56), (x + 136, y + 56)]
            arrow(ax, *ends[:: 1 if hue == "forward" else -1], hue=hue, head=8)
            label(ax, x + 109, 151 if hue == "forward" else 495, layers, size=11)

        middle = x + 109
        which = "caches of layers $1$ to $L-1$" if deck else "cache of layer $L$"
        box(ax, x, 297, 218, 52, "cache", dashed=True)
        label(ax, middle, 312, which, hue="cache")
        label(ax, middle, 334, "$(A^{[l-1]}, W^{[l]}, b^{[l]})$ and $Z^{[l]}$", size=13)
        arrow(ax, (middle, 261), (middle, 297), hue="cache", dashed=True)
        arrow(ax, (middle, 349), (middle, 385 if deck else 393), hue="cache", dashed=True)
    arrow(ax, (409, 231), (431, 231), hue="forward")
    arrow(ax, (431, 449), (409, 449), hue="backward")

    # Round the right end and back on the left.
    arrow(ax, (right, 211), (694, 211), hue="forward")
    label(ax, 675, 198, "AL", size=11, code=True)
    box(ax, 694, 178, 88, 66, "plain")
    badge(ax, 738, 178, 6)
    label(ax, 738, 211, "compute_cost", size=11, code=True)
    arrow(ax, (738, 244), (738, 449), (right, 449), hue="backward")
    label(ax, 696, 436, "dAL", size=11, code=True)
    arrow(ax, (left, 449), (138, 449), hue="backward")
    label(ax, 159, 436, "grads", size=10.5, code=True)
    box(ax, 18, 416, 120, 66, "plain")
    badge(ax, 78, 416, 10)
    label(ax, 78, 449, "update_parameters", size=11, code=True)
    arrow(ax, (78, 406), (78, 244))
    label(ax, 90, 323, "next\niteration", align="left")

    badge(ax, 190, 564, "n")
    label(ax, 206, 564, "exercise n", size=11, align="left")
    arrow(ax, (310, 564), (346, 564), hue="cache", dashed=True)
    text = "stored going forward, read going backward by the same layer"
    label(ax, 354, 564, text, size=11, align="left")
    return ax.figure


def l_layer_model():
    """Draw the model: its layers with their units, from X to AL, and every shape."""
    ax = card(486)
    columns = (  # x, heights of the units, activation; then the rows of the table
        (
            194,
            (114, 155, 196, 278),
            "",
            "$0$",
            "$n_0$",
            "\u2013",
            "\u2013",
            "$X\\colon\\ (n_0, m)$",
        ),
        (
            *(308, (134, 175, 257), "relu", "$1$", "$n_1$"),
            *("$(n_1, n_0)$", "$(n_1, 1)$", "$(n_1, m)$"),
        ),
        (
            *(412, (134, 175, 257), "relu", "$2$", "$n_2$"),
            *("$(n_2, n_1)$", "$(n_2, 1)$", "$(n_2, m)$"),
        ),
        (
            *(560, (155, 237), "relu", "$L-1$", "$n_{L-1}$"),
            *("$(n_{L-1}, n_{L-2})$", "$(n_{L-1}, 1)$", "$(n_{L-1}, m)$"),
        ),
        (
            *(672, (196,), "sigmoid", "$L$", "$n_L = 1$"),
            *("$(1, n_{L-1})$", "$(1, 1)$", "$(1, m)$"),
        ),
    )

    # What the layers are.
    box(ax, 258, 18, 342, 52, "forward", fill="forward pale")
    label(ax, 429, 34, "LINEAR \u2192 RELU", hue="forward", bold=True)
    label(ax, 429, 54, "$L-1$ times: layers $1$ to $L-1$")
    box(ax, 608, 18, 174, 52, "forward", fill="forward pale")
    label(ax, 695, 34, "LINEAR \u2192 SIGMOID", hue="forward", bold=True)
    label(ax, 695, 54, "once: layer $L$")

    # The lines between the units, and the units on top of them.
    for (x0, heights0, *_), (x1, heights1, *_) in pairwise(columns):
        for y0 in heights0:
            for y1 in heights1:
                if x1 != 560:  # the layers in between are left out
                    ax.plot([x0, x1], [y0, y1], color=PALETTE["forward"], linewidth=0.7, alpha=0.5)
    for x, heights, activation, *_ in columns:
        for y in heights:
            unit(ax, x, y, "forward" if activation else "plain", curve=activation, radius=15)
        if len(heights) > 1:
            label(ax, x, (heights[-2] + heights[-1]) / 2, "$\\vdots$", size=16)
    for y, name in zip(columns[0][1], ("x_1", "x_2", "x_3", "x_{n_0}"), strict=True):
        unit(ax, 194, y, "plain", text=f"${name}$", radius=15)
    label(ax, 486, 196, "$\\cdots$", size=22)

    # X and AL, with the column of the same example marked in both.
    matrix(ax, 26, 99, 110, 194, "plain", columns=5)
    matrix(ax, 114, 99, 22, 194, "forward")
    label(ax, 81, 84, "$X$", size=15)
    label(ax, 81, 309, "a column is an example", size=11)
    arrow(ax, (136, 196), (174, 196), hue="forward")
    arrow(ax, (687, 196), (716, 196), hue="forward")
    matrix(ax, 716, 185, 65, 22, "plain", columns=5)
    matrix(ax, 768, 185, 13, 22, "forward")
    label(ax, 748, 171, "AL", code=True)
    label(ax, 746, 235, "probability\nthat $y = 1$", size=11)

    # The table below: a row of shapes for every thing that a layer has.
    rows = ("layer $l$", "units $n_l$", "$W^{[l]}$", "$b^{[l]}$", "$Z^{[l]}$ and $A^{[l]}$")
    for number, name in enumerate(rows):
        y = 342 + 30 * number
        if number % 2 == 0:
            box(ax, 18, y - 15, 764, 30, "card", fill="plain light", radius=6, line=0)
        label(ax, 30, y, name, size=13, align="left")
        for x, _, _, *cells in columns:
            label(ax, x, y, cells[number], size=14)
        label(ax, 486, y, "$\\cdots$", size=14)
    return ax.figure


def forward_backward():
    """Draw LINEAR -> RELU -> LINEAR -> SIGMOID forward and, below it, backward."""
    ax = card(476)
    blocks = (  # x, forward, the value it returns, its cache, the gradient it returns
        (66, "LINEAR", "$Z^{[1]}$", "$X, W^{[1]}, b^{[1]}$", "$dA^{[0]}$"),
        (206, "RELU", "$A^{[1]}$", "$Z^{[1]}$", "$dZ^{[1]}$"),
        (346, "LINEAR", "$Z^{[2]}$", "$A^{[1]}, W^{[2]}, b^{[2]}$", "$dA^{[1]}$"),
        (486, "SIGMOID", "$A^{[2]}$", "$Z^{[2]}$", "$dZ^{[2]}$"),
        (626, "LOSS", "", "", "$dA^{[2]}$"),
    )
    up, down = 131, 346  # the middles of the two rows of blocks

    # The two lanes, and between them the cache of either layer.
    box(ax, 16, 66, 768, 108, "forward", fill="forward pale", radius=10)
    label(ax, 772, 84, "forward \u2192", hue="forward", align="right", bold=True)
    box(ax, 16, 302, 768, 108, "backward", fill="backward pale", radius=10)
    label(ax, 772, 393, "\u2190 backward", hue="backward", align="right", bold=True)
    for x, layer in ((48, 1), (328, 2)):
        box(ax, x, 196, 264, 84, "cache", fill="cache pale", line=1)
        label(ax, x + 132, 211, f"cache of layer {layer}", hue="cache")
    label(ax, 606, 238, "stored going forward,\nread going backward", hue="cache", align="left")

    label(ax, 40, up - 17, "$X$", size=15)
    arrow(ax, (24, up), (66, up), hue="forward")
    for number, (x, name, value, cache, gradient) in enumerate(blocks):
        middle, right = x + 44, x + 88
        box(ax, x, up - 28, 88, 56, "forward")
        label(ax, middle, up, name, bold=True)
        box(ax, x, down - 28, 88, 56, "backward")
        arrow(ax, (x, down), (x - (42 if number == 0 else 52), down), hue="backward")
        label(ax, x - 24, down - 17, gradient, size=14)
        if name == "LOSS":
            label(ax, middle, down, "derivative\nof the loss", size=11)
            continue
        label(ax, middle, down, f"{name}\nbackward", size=11.5, bold=True)
        arrow(ax, (right, up), (right + 52, up), hue="forward")
        label(ax, right + 24, up - 17, value, size=14)
        arrow(ax, (middle, up + 28), (middle, 226), hue="cache", dashed=True)
        box(ax, middle - 52, 226, 104, 42, "cache", dashed=True)
        label(ax, middle, 247, cache, size=13)
        arrow(ax, (middle, 268), (middle, down - 28), hue="cache", dashed=True)
        if name == "LINEAR":
            layer = 1 + number // 2
            label(ax, middle, 30, f"$W^{{[{layer}]}},\\ b^{{[{layer}]}}$", size=15)
            arrow(ax, (middle, 46), (middle, up - 28))
            arrow(ax, (middle, down + 28), (middle, 430), hue="backward")
            label(ax, middle, 447, f"$dW^{{[{layer}]}},\\ db^{{[{layer}]}}$", size=15)
    label(ax, 670, 30, "$Y$", size=15)
    arrow(ax, (670, 46), (670, up - 28))
    arrow(ax, (714, up), (752, up), hue="forward")
    label(ax, 764, up, "$\\mathcal{L}$", size=17)
    return ax.figure


def small_network():
    """Draw a network of nine parameters with every number of one round, forward and backward."""
    number = {name: list(map(_number, values)) for name, values in small_round().items()}
    ax = card(440)
    rows, inputs, hidden, output, loss = (128, 312), 62, 308, 566, 736
    middle, half = sum(rows) / 2, 86  # half the width of a unit's box

    def pair(x, y, width, name, gradient):
        """A weight or a bias, and its gradient, in a small box."""
        box(ax, x - width / 2, y - 12, width, 24, "rim", fill="white", radius=6, line=1)
        ax.patches[-1].set_zorder(2.5)  # above the arrow
        label(ax, x - width / 4 + 2, y, name)
        label(ax, x + width / 4 - 2, y, gradient, hue="backward", bold=True, size=11)

    def neuron(x, y, curve, values, gradients, bias):
        """A unit: Z and A above, dA and dZ below, which is read from right to left."""
        box(ax, x - half, y - 48, 2 * half, 96, "plain", fill="white")
        unit(ax, x, y, "plain", curve=curve, radius=13)
        for side, value in zip((-1, 1), values, strict=True):
            label(ax, x + 44 * side, y - 31, value, hue="forward", bold=side > 0)
        for side, value in zip((1, -1), gradients, strict=True):
            label(ax, x + 46 * side, y + 31, value, hue="backward", bold=side < 0, size=10.5)
        for y_arrow, hue in ((y - 31, "forward"), (y + 31, "backward")):
            ends = [(x - 7, y_arrow), (x + 7, y_arrow)]
            arrow(ax, *ends[:: 1 if hue == "forward" else -1], hue=hue, head=6, line=1.2)
        arrow(ax, (x, y - 70), (x, y - 48), hue="forward", line=1.4)
        pair(x, y - 82, 124, f"bias {bias[0]}", bias[1])

    for i, y in enumerate(rows):
        for k, start in enumerate(rows):
            end = y + 14 * (k - i)
            arrow(ax, (inputs + 20, start), (hidden - half, end), hue="forward", line=1.4)
            x = 148 if i == k else 124
            share = (x - inputs - 20) / (hidden - half - inputs - 20)
            at = 2 * i + k
            pair(x, start + share * (end - start), 88, number["W1"][at], number["dW1"][at])
        unit(ax, inputs, y, "forward", text=f"${number['X'][i]}$", radius=20)
        label(ax, inputs, y - 36, f"$x_{i + 1}$", size=15)
        label(ax, inputs, y + 34, number["dA0"][i], hue="backward", bold=True, size=11)
    for i, y in enumerate(rows):
        values = f"Z = {number['Z1'][i]}", f"A = {number['A1'][i]}"
        gradients = f"dA = {number['dA1'][i]}", f"dZ = {number['dZ1'][i]}"
        neuron(hidden, y, "relu", values, gradients, (number["b1"][i], number["db1"][i]))
        start, end = (hidden + half, y), (output - half, middle + (-16, 16)[i])
        arrow(ax, start, end, hue="forward", line=1.4)
        place = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
        pair(*place, 76, number["W2"][i], number["dW2"][i])
    values = f"Z = {number['Z2'][0]}", f"A = {number['A2'][0]}"
    gradients = f"dA = {number['dA2'][0]}", f"dZ = {number['dZ2'][0]}"
    neuron(output, middle, "sigmoid", values, gradients, (number["b2"][0], number["db2"][0]))

    arrow(ax, (output + half, middle - 31), (loss - 42, middle - 31), hue="forward")
    arrow(ax, (loss - 42, middle + 31), (output + half, middle + 31), hue="backward")
    box(ax, loss - 42, middle - 48, 84, 96, "plain")
    label(ax, loss, middle - 12, "loss", bold=True)
    label(ax, loss, middle + 11, number["loss"][0], hue="forward", bold=True, size=14)
    arrow(ax, (loss, middle - 70), (loss, middle - 48), hue="forward", line=1.4)
    label(ax, loss, middle - 86, f"$y = {number['y'][0]}$", size=15)

    label(ax, 26, 416, "forward \u2192", hue="forward", align="left", bold=True)
    label(ax, 112, 416, "values", size=11, align="left")
    label(ax, 210, 416, "\u2190 backward", hue="backward", align="left", bold=True)
    text = "gradients: how fast the loss grows when the value beside it grows"
    label(ax, 308, 416, text, size=11, align="left")
    return ax.figure


def small_round():
    """Every number of one round through the small network, each as a flat list."""
    X, y = np.array([[1.0], [2.0]]), 1
    W1, b1 = np.array([[1.0, 0.5], [-1.0, 1.0]]), np.array([[0.0], [-2.0]])
    W2, b2 = np.array([[0.5, 1.0]]), np.array([[-1.0]])
    Z1 = W1 @ X + b1
    A1 = np.maximum(0, Z1)
    Z2 = W2 @ A1 + b2
    A2 = 1 / (1 + np.exp(-Z2))
    dA2 = -1 / A2
    dZ2 = dA2 * A2 * (1 - A2)
    dA1 = W2.T @ dZ2
    dZ1 = np.where(Z1 > 0, dA1, 0)
    values = dict(X=X, y=y, W1=W1, b1=b1, W2=W2, b2=b2, Z1=Z1, A1=A1, Z2=Z2, A2=A2)
    values |= dict(loss=-np.log(A2), dA2=dA2, dZ2=dZ2, dA1=dA1, dZ1=dZ1)
    values |= dict(dW2=dZ2 @ A1.T, db2=dZ2, dW1=dZ1 @ X.T, db1=dZ1, dA0=W1.T @ dZ1)
    return {name: np.ravel(value).tolist() for name, value in values.items()}


def _number(value):
    """A number as the picture shows it: three decimals at most, and a real minus sign."""
    return f"{round(value, 3) + 0.0:g}".replace("-", "\N{MINUS SIGN}")


def linear_backward():
    """Draw one linear layer backward: what goes in, and the three formulas with their shapes."""
    ax = card(510)
    m, here, before = 72, 40, 56  # how long an edge of m, of n_l and of n_{l-1} is drawn

    # On the right what goes in.
    box(ax, 624, 18, 158, 300, "cache", fill="cache pale", dashed=True)
    label(ax, 703, 38, "from the cache", hue="cache", bold=True)
    for y, width, height, name, shape in (
        (60, m, before, "$A^{[l-1]}$", "$(n_{l-1}, m)$"),
        (153, before, here, "$W^{[l]}$", "$(n_l, n_{l-1})$"),
        (228, 38, here, "$b^{[l]}$", "$(n_l, 1)$"),
    ):
        matrix(ax, 703 - width / 2, y, width, height, "cache", name)
        label(ax, 703, y + height + 15, shape, size=13)
    label(ax, 703, 303, "no formula needs it", size=11)
    box(ax, 624, 340, 158, 152, "backward", fill="backward pale")
    label(ax, 703, 364, "from the activation", hue="backward", bold=True)
    matrix(ax, 703 - m / 2, 400, m, here, "backward", "$dZ^{[l]}$")
    label(ax, 703, 400 + here + 15, "$(n_l, m)$", size=13)

    # In the middle the function.
    box(ax, 488, 18, 100, 474, "backward")
    label(ax, 538, 255, "linear_\nbackward", code=True, bold=True)
    arrow(ax, (624, 168), (588, 168), hue="cache", dashed=True)
    arrow(ax, (624, 416), (588, 416), hue="backward")

    # On the left what comes out: the formula, and the same as rectangles of these shapes.
    dz = ("backward", m, here, "$dZ^{[l]}$", "$(n_l, m)$")
    outputs = (  # the formula, whom it is for, the rectangle of the result, those of the factors
        (
            r"$dW^{[l]} = \frac{1}{m}\ dZ^{[l]}\ A^{[l-1]\,T}$",
            "to update_parameters",
            ("backward", before, here, "$dW^{[l]}$", "$(n_l, n_{l-1})$"),
            (dz, ("cache", before, m, "$A^{[l-1]\\,T}$", "$(m, n_{l-1})$")),
        ),
        (
            r"$db^{[l]} = \frac{1}{m}\ \sum_{i=1}^{m}\ dZ^{[l](i)}$",
            "to update_parameters",
            ("backward", 38, here, "$db^{[l]}$", "$(n_l, 1)$"),
            (dz,),
        ),
        (
            r"$dA^{[l-1]} = W^{[l]\,T}\ dZ^{[l]}$",
            "to layer $l-1$",
            ("backward", m, before, "$dA^{[l-1]}$", "$(n_{l-1}, m)$"),
            (("cache", here, before, "$W^{[l]\\,T}$", "$(n_{l-1}, n_l)$"), dz),
        ),
    )
    for number, (formula, use, result, factors) in enumerate(outputs):
        y = 18 + 161 * number
        scale = number < 2  # by 1 / m, which the third has not
        box(ax, 18, y, 434, 152, "backward", fill="backward pale")
        arrow(ax, (488, y + 76), (452, y + 76), hue="backward")
        label(ax, 32, y + 29, formula, size=17, align="left")
        label(ax, 440, y + 29, use, size=11.5, align="right")
        label(ax, 134, y + 92, "$=$", size=17)
        if scale:
            label(ax, 164, y + 92, r"$\frac{1}{m}$", size=20)
        start = 232 if scale else 206
        places = zip((76, start, start + 110), (result, *factors), strict=False)
        for x, (hue, width, height, name, shape) in places:
            matrix(ax, x - width / 2, y + 92 - height / 2, width, height, hue, name)
            label(ax, x, y + 139, shape, size=13)
        if len(factors) == 1:
            label(ax, 284, y + 92, "added up over its $m$\ncolumns, the examples", align="left")
    return ax.figure


def backward_pass():
    """Draw L_model_backward: the list of caches, the loop over it, and grads."""
    ax = card(440)
    columns = (  # x, the index in caches, its layer, the activation, the keys in grads
        (26, "0", "1", "relu", "dA0\ndW1\ndb1"),
        (184, "l", "l+1", "relu", "dA{l}\ndW{l+1}\ndb{l+1}"),
        (342, "L-2", "L-1", "relu", "dA{L-2}\ndW{L-1}\ndb{L-1}"),
        (540, "L-1", "L", "sigmoid", "dA{L-1}\ndW{L}\ndb{L}"),
    )
    box(ax, 16, 18, 654, 84, "cache", fill="cache pale", line=1)
    label(ax, 684, 60, "caches", hue="cache", align="left", code=True, bold=True)
    label(ax, 684, 78, "a list", hue="cache", align="left", size=11)
    box(ax, 16, 146, 456, 132, "plain", fill="plain pale", line=1)
    box(ax, 16, 318, 654, 104, "backward", fill="backward pale", line=1)
    label(ax, 684, 360, "grads", hue="backward", align="left", code=True, bold=True)
    label(ax, 684, 378, "a dictionary", hue="backward", align="left", size=11)
    label(ax, 323, 163, "then: $l = L-2, \\ldots, 0$")
    label(ax, 564, 163, "first")
    for x, index, layer, activation, keys in columns:
        middle = x + 60
        box(ax, x - 2, 30, 124, 60, "cache", dashed=True)
        label(ax, middle, 50, f"caches[{index}]", code=True)
        label(ax, middle, 72, f"layer ${layer}$")
        arrow(ax, (middle, 90), (middle, 182), hue="cache", dashed=True)
        box(ax, x - 2, 182, 124, 80, "backward")
        label(ax, middle, 205, "linear_activation_\nbackward", size=10.5, code=True)
        label(ax, middle, 241, activation, size=13, bold=True)
        arrow(ax, (middle, 262), (middle, 330), hue="backward")
        box(ax, x - 2, 330, 124, 80, "backward", fill="white", line=1)
        label(ax, middle, 370, keys, code=True)
    for x in (165, 323):
        for y in (60, 208, 370):
            label(ax, x, y, "$\\cdots$", size=18)
        arrow(ax, (x + 17, 222), (x - 17, 222), hue="backward")
    arrow(ax, (538, 222), (464, 222), hue="backward")
    label(ax, 506, 207, "dA{L-1}", size=11, code=True)
    arrow(ax, (782, 222), (662, 222), hue="backward")
    label(ax, 726, 207, "dAL", code=True)
    label(ax, 726, 254, r"$-\dfrac{Y}{A^{[L]}} + \dfrac{1 - Y}{1 - A^{[L]}}$", size=13)
    return ax.figure


FIGURES = {
    "figure-1-outline": outline,
    "figure-2-l-layer-model": l_layer_model,
    "figure-3-forward-backward": forward_backward,
    "figure-small-network": small_network,
    "figure-4-linear-backward": linear_backward,
    "figure-5-backward-pass": backward_pass,
}
