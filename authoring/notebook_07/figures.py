"""The pictures of notebook 07, initialization and stability."""

import numpy as np

from authoring.drawing import PALETTE, arrow, badge, box, card, label, unit


def network(ax, left, weight, hidden, blame):
    """Draw a network 2-3-1 with what each hidden unit puts out and what comes back to it."""
    inputs, units = ((left, 128), (left, 212)), [(left + 130, y) for y in (90, 170, 250)]
    output = left + 260, 170
    line = {"color": PALETTE["plain"], "linewidth": 1.6, "zorder": 1}
    if weight == "0":
        line |= {"color": PALETTE["rim"], "linestyle": (0, (3, 3))}
    for x, y in units:
        for start in inputs:
            ax.plot([start[0], x], [start[1], y], **line)
        ax.plot([x, output[0]], [y, output[1]], **line)
        unit(ax, x, y, "forward", hidden, radius=19)
        label(ax, x, y + 31, f"blame {blame}", hue="backward", size=10)
    for place in inputs:
        unit(ax, *place, "plain", radius=14)
    unit(ax, *output, "forward", radius=19)
    label(ax, left + 60, 84, f"$w = {weight}$", size=12)
    label(ax, left + 208, 106, f"$w = {weight}$", size=12)


def twins():
    """Draw why equal weights do not learn: all zero, or all alike."""
    ax = card(370)
    label(ax, 200, 34, "all weights 0", bold=True)
    network(ax, 70, "0", "0", "0")
    label(ax, 200, 318, "no signal, no blame:", size=12)
    label(ax, 200, 340, "every gradient of a weight is 0", size=12)
    ax.plot([400, 400], [24, 346], color=PALETTE["rim"], linewidth=1.5)
    label(ax, 600, 34, "all weights 0.5", bold=True)
    network(ax, 470, "0.5", "1.2", "0.3")
    label(ax, 600, 318, "same signal, same blame: same step.", size=12)
    label(ax, 600, 340, "The three stay alike, and do the work of one", size=12)
    return ax.figure


def power():
    """Draw what a layer does to the power of a signal: times n s squared, then times one half."""
    ax = card(330)
    random = np.random.RandomState(4)
    for k, y in enumerate(range(76, 236, 32)):
        arrow(ax, (78, y), (212, 76 + 80 + (y - 156) * 0.2), line=1.2, head=6)
        label(ax, 56, y, f"$a_{{{k + 1}}}$" if k < 4 else "$a_n$", size=12)
        height = y - (16, 13, 10, -10, -16)[k] + 0.2 * (156 - y)
        label(ax, 118, height, f"$w_{{{k + 1}}}$" if k < 4 else "$w_n$", hue="plain", size=10)
    label(ax, 100, 34, "$n$ inputs", bold=True)
    label(ax, 108, 262, "weights of spread $s$", size=11)
    unit(ax, 236, 156, "forward", "+", radius=22)
    arrow(ax, (260, 156), (316, 156))
    edges = np.linspace(-3, 3, 25)
    heights = np.histogram(random.randn(40000), edges)[0] / 40000 * 700
    for left, title, cut in ((324, "$z$: both signs", False), (572, "relu: one half is 0", True)):
        middle = left + 84
        label(ax, middle, 34, title, bold=True)
        base = 218
        ax.plot([left, left + 168], [base, base], color=PALETTE["ink"], linewidth=1.5)
        for edge, height in zip(edges, heights, strict=False):
            x = middle + 28 * edge
            hue = "forward"
            if edge < -1e-9:
                if cut:
                    continue
                hue = "backward"
            patch = [x, x + 7, x + 7, x], [base, base, base - height, base - height]
            ax.fill(*patch, color=PALETTE[hue], alpha=0.75, linewidth=0)
        if cut:
            ax.fill(
                [middle - 5, middle + 2, middle + 2, middle - 5],
                [base, base, base - 150, base - 150],
                color=PALETTE["backward"],
                linewidth=0,
            )
        label(ax, middle, base + 16, "0", size=11)
    arrow(ax, (506, 156), (560, 156))
    label(ax, 408, 262, "power times $n\\,s^2$", hue="forward", bold=True)
    label(ax, 656, 262, "power times $\\frac{1}{2}$", hue="forward", bold=True)
    rule = r"The power stays the same if   $n\,s^2 \cdot \frac{1}{2} = 1$,   so   $s = \sqrt{2/n}$"
    label(ax, 400, 302, rule, size=13)
    return ax.figure


def station(ax, x, y, name, value, hue, width=118):
    """Draw a step of a calculation and the number that comes out of it."""
    box(ax, x, y - 34, width, 68, hue)
    label(ax, x + width / 2, y - 12, name, size=12)
    label(ax, x + width / 2, y + 14, value, size=12, bold=True, hue=hue)


def two_ways():
    """Draw the way from the logit to the loss through the sigmoid, and the way without it."""
    ax = card(330)
    label(ax, 66, 34, "label 0", bold=True)
    station(ax, 22, 165, "logit $z$", "40", "plain", 88)
    y = 92
    places = ((190, "$a = \\sigma(z)$", "1"), (366, "$1 - a$", "0"), (542, "$-\\ln(1 - a)$", "inf"))
    arrow(ax, (110, 150), (150, y), (186, y), hue="backward")
    for x, name, value in places:
        station(ax, x, y, name, value, "backward", 130)
    arrow(ax, (320, y), (362, y), hue="backward")
    arrow(ax, (496, y), (538, y), hue="backward")
    label(ax, 255, 144, "rounded: it is", size=11)
    label(ax, 255, 160, "$1 - 4 \\cdot 10^{-18}$", size=11)
    label(ax, 431, 144, "the digits that the", size=11)
    label(ax, 431, 160, "loss needs are gone", size=11)
    y = 250
    arrow(ax, (110, 180), (150, y), (186, y), hue="forward")
    box(ax, 190, y - 34, 482, 68, "forward")
    label(ax, 431, y - 12, "$\\max(z, 0) - z\\,y + \\ln(1 + e^{-|z|})$", size=13)
    label(ax, 431, y + 15, "40 $-$ 0 + 0 = 40", size=12, bold=True, hue="forward")
    label(ax, 742, 92, "wrong", hue="backward", bold=True)
    label(ax, 742, y, "right", hue="forward", bold=True)
    badge(ax, 676, y - 34, 5)
    return ax.figure


FIGURES = {
    "figure-1-twins": twins,
    "figure-2-power": power,
    "figure-3-two-ways": two_ways,
}
