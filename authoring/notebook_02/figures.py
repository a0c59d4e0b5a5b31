"""The pictures of notebook 02."""

import numpy as np
from matplotlib.patches import Circle, Rectangle

from authoring.drawing import PALETTE, arrow, badge, box, card, label, matrix, unit

# A handwritten 3 of the training set: how much ink each pixel has, a hexadecimal digit each.
THREE = (
    "007fd100",
    "08d6f400",
    "021dd000",
    "002fb100",
    "0001cc10",
    "00001a80",
    "00845e90",
    "007dd900",
)


def one_neuron():
    """Draw a neuron from the picture to the answer, and below it the way back to its weights."""
    ax = card(440)
    up, down = 140, 354
    box(ax, 14, 30, 772, 396, "plain", fill="card", radius=12, line=1, dashed=True)
    badge(ax, 34, 30, 5)
    box(ax, 48, 20, 66, 20, "card", fill="card", radius=4, line=0)
    label(ax, 81, 30, "model", code=True, size=12)

    # The way forward: the picture, its column, the neuron.
    side = 12
    for row, line in enumerate(THREE):
        for column, level in enumerate(line):
            grey = 1 - int(level, 16) / 15
            place = (32 + side * column, up - 4 * side + side * row)
            ax.add_patch(Rectangle(place, side, side, facecolor=str(0.12 + 0.85 * grey), lw=0))
    ax.add_patch(
        Rectangle((32, up - 48), 96, 96, facecolor="none", edgecolor=PALETTE["plain"], lw=1.2)
    )
    label(ax, 80, up + 64, "8 × 8 pixels", size=11)
    arrow(ax, (132, up), (160, up), hue="forward")
    pixels = [int(level, 16) for level in THREE[0][:4] + THREE[7][7]]
    heights = (up - 72, up - 44, up - 16, up + 12, up + 68)
    label(ax, 177, up - 98, "$x$", size=15)
    for y, level, name in zip(heights, pixels, ("1", "2", "3", "4", "64"), strict=True):
        grey = 1 - level / 15
        ax.add_patch(
            Rectangle(
                (164, y - 12), 26, 24, facecolor=str(0.12 + 0.85 * grey), ec=PALETTE["plain"], lw=1
            )
        )
        ax.plot([190, 352], [y, up], color=PALETTE["forward"], linewidth=1.1, alpha=0.7)
        ax.add_patch(
            Circle((254, y + (up - y) * 64 / 162), 13, fc=PALETTE["white"], lw=0, zorder=2)
        )
        label(ax, 254, y + (up - y) * 64 / 162, f"$w_{{{name}}}$", hue="forward", size=12)
    label(ax, 177, up + 41, "$\\vdots$", size=15)
    label(ax, 177, up + 94, "64 numbers", size=11)
    badge(ax, 254, up - 74, 1)
    label(ax, 268, up - 74, "$w$ and $b$, zero at first", size=11.5, align="left")
    unit(ax, 370, up, "forward", text="$+$", radius=18)
    label(ax, 370, up - 46, "$b$", hue="forward", size=14)
    arrow(ax, (370, up - 36), (370, up - 18), hue="forward")
    arrow(ax, (388, up), (452, up), hue="forward")
    label(ax, 419, up - 15, "$z$", size=15)
    unit(ax, 470, up, "forward", curve="sigmoid", radius=18)
    label(ax, 470, up + 34, "sigmoid", size=11)
    arrow(ax, (488, up), (560, up), hue="forward")
    label(ax, 522, up - 15, "$a = 0.93$", size=13)
    box(ax, 560, up - 32, 128, 64, "forward")
    label(ax, 624, up - 11, "predict", code=True, bold=True)
    label(ax, 624, up + 12, "is $a$ above 0.5?", size=11.5)
    badge(ax, 560, up - 32, 4)
    arrow(ax, (688, up), (722, up), hue="forward")
    label(ax, 748, up, "odd", size=14, bold=True)
    badge(ax, 318, up + 66, 2)
    label(ax, 334, up + 66, "propagate, forward and back", size=11.5, align="left")

    # The way back: cost, error, gradients, step.
    blocks = (
        (600, 160, "cost $J$", r"$-\ln$ of the probability" + "\n" + "given to $y$"),
        (436, 128, "error", "$a - y$"),
        (244, 156, "gradients", "$dw$: error times $x$\n$db$: error"),
        (40, 168, "step", r"$w - \alpha\ dw$" + "\n" + r"$b - \alpha\ db$"),
    )
    for x, width, name, what in blocks:
        box(ax, x, down - 38, width, 76, "backward")
        label(ax, x + width / 2, down - 20, name, bold=True, hue="backward")
        label(ax, x + width / 2, down + 12, what, size=12)
    for start, end in ((600, 564), (436, 400), (244, 208)):
        arrow(ax, (start, down), (end, down), hue="backward")
    badge(ax, 40, down - 38, 3)
    label(ax, 54, down - 54, "optimize, again and again", size=11.5, align="left")
    badge(ax, 244, down - 38, 2)
    badge(ax, 600, down - 38, 2)
    label(ax, 742, down - 78, "label $y = 1$", size=12)
    arrow(ax, (742, down - 66), (742, down - 38))
    arrow(ax, (536, up + 6), (536, 262), (640, 262), (640, down - 38), hue="backward")
    label(ax, 588, 250, "the same $a$", size=11)
    arrow(ax, (208, down - 30), (226, down - 30), (226, up + 50), hue="backward", line=2.2)
    label(ax, 236, up + 118, "new $w$ and $b$", size=11.5, align="left")
    return ax.figure


def why_the_logarithm():
    """Draw two losses over the evidence, and how hard each of them pulls at a confident mistake."""
    ax = card(400)
    left, right, bottom, top = 84, 500, 330, 40  # of the plot; z from -8 to 4, the loss from 0 to 8

    def place(z, loss):
        return left + (z + 8) / 12 * (right - left), bottom - loss / 8 * (bottom - top)

    z = np.linspace(-8, 4, 121)
    losses = (  # hue, line, the loss, its slope
        ("backward", "solid", lambda z: np.log(1 + np.exp(-z)), lambda a: a - 1),
        ("forward", (0, (5, 3)), lambda z: (1 - 1 / (1 + np.exp(-z))) ** 2, _slope_of_square),
    )
    ax.plot([left, right], [bottom, bottom], color=PALETTE["plain"], lw=1.2)
    ax.plot([left, left], [bottom, top], color=PALETTE["plain"], lw=1.2)
    for number in range(-8, 5, 2):
        x, y = place(number, 0)
        ax.plot([x, x], [y, y + 5], color=PALETTE["plain"], lw=1.2)
        label(ax, x, y + 16, f"{number}".replace("-", "−"), size=11)
    for number in range(0, 9, 2):
        x, y = place(-8, number)
        ax.plot([x - 5, x], [y, y], color=PALETTE["plain"], lw=1.2)
        label(ax, x - 16, y, str(number), size=11)
    label(ax, (left + right) / 2, bottom + 44, "evidence $z$", size=12)
    label(ax, left, bottom + 44, "surely even", size=11, align="left")
    label(ax, right, bottom + 44, "surely odd", size=11, align="right")
    label(ax, left - 16, top - 18, "loss of an example with label 1, odd", size=12, align="left")

    x, y = place(-6, 0)
    ax.plot([x, x], [bottom, top], color=PALETTE["plain"], lw=1, ls=(0, (2, 3)))
    label(ax, x + 10, top + 4, "$z = -6$:  $a = 0.0025$", size=12, align="left")
    a = 1 / (1 + np.exp(6))
    for hue, line, loss, _ in losses:
        ax.plot(*place(z, loss(z)), color=PALETTE[hue], lw=2.4, ls=line)
        ax.add_patch(Circle(place(-6, loss(-6)), 5, fc=PALETTE[hue], lw=0, zorder=4))
    label(ax, *place(-2.6, 3.55), "$-\\ln\\, a$", hue="backward", size=15, align="left")
    label(ax, *place(-3.6, 1.45), "$(1 - a)^2$", hue="forward", size=15, align="left")

    # How hard the example pulls, as bars.
    label(ax, 654, 66, "how hard it pulls", bold=True, size=14)
    label(ax, 654, 88, "at $z = -6$: the slope, without its sign", size=11)
    for row, (name, (hue, _, _, slope)) in enumerate(
        zip(("$-\\ln\\, a$", "$(1 - a)^2$"), losses, strict=True)
    ):
        pull = abs(slope(a))
        y = 130 + 88 * row
        label(ax, 540, y, name, hue=hue, size=14, align="left")
        label(ax, 768, y, f"{pull:.3f}", hue=hue, size=13, align="right", bold=True)
        ax.add_patch(Rectangle((540, y + 16), 228, 22, fc=PALETTE["plain light"], lw=0))
        ax.add_patch(Rectangle((540, y + 16), 228 * pull, 22, fc=PALETTE[hue], lw=0))
    label(ax, 654, 276, "two hundred times weaker", size=12)
    return ax.figure


def _slope_of_square(a):
    """The slope of (1 - a)^2 along z."""
    return -2 * a * (1 - a) ** 2


def four_corners():
    """Draw odd plus odd as the corners of a square, and three lines that all fail."""
    ax = card(380)

    def corners(x, y, side, size):
        for across in (0, 1):
            for above in (0, 1):
                at = (x + across * side, y + side - above * side)
                if across != above:
                    shape = Circle(at, size, fc=PALETTE["backward"], ec=PALETTE["white"], zorder=4)
                else:
                    shape = Rectangle(
                        (at[0] - size, at[1] - size),
                        2 * size,
                        2 * size,
                        fc=PALETTE["forward light"],
                        ec=PALETTE["forward"],
                        lw=2,
                        zorder=4,
                    )
                ax.add_patch(shape)

    # The square.
    x, y, side = 150, 88, 180
    matrix(ax, x, y, side, side, "plain")
    corners(x, y, side, 15)
    label(ax, x, y + side + 36, "left even", size=12)
    label(ax, x + side, y + side + 36, "left odd", size=12)
    label(ax, x - 28, y, "right odd", size=12, align="right")
    label(ax, x - 28, y + side, "right even", size=12, align="right")
    for across, above, text in (
        (0, 0, "2 + 4 = 6"),
        (1, 0, "3 + 4 = 7"),
        (0, 1, "2 + 5 = 7"),
        (1, 1, "3 + 5 = 8"),
    ):
        label(ax, x + 45 + 90 * across, y + side - 30 - 120 * above, text, size=12)
    label(ax, x + side / 2, 40, "four cases", bold=True, size=14)
    ax.add_patch(Circle((112, 344), 9, fc=PALETTE["backward"], lw=0))
    label(ax, 128, 344, "the sum is odd", align="left", size=12)
    ax.add_patch(
        Rectangle((252, 335), 18, 18, fc=PALETTE["forward light"], ec=PALETTE["forward"], lw=2)
    )
    label(ax, 278, 344, "the sum is even", align="left", size=12)

    # Three lines, and the corner that each gets wrong.
    label(ax, 600, 40, "one straight line: three of four at best", bold=True, size=14)
    side = 84
    tries = (  # the line from here to there, and the corners it gets wrong
        ((0.3, -0.22), (1.22, 0.7), ((0, 1),)),
        ((0.5, -0.22), (0.5, 1.22), ((0, 1), (1, 1))),
        ((-0.22, 0.3), (0.7, 1.22), ((1, 0),)),
    )
    for number, (start, end, wrong) in enumerate(tries):
        left, top = 430 + 126 * number, 122
        matrix(ax, left, top, side, side, "plain")
        corners(left, top, side, 8)
        ax.plot(
            [left + start[0] * side, left + end[0] * side],
            [top + side - start[1] * side, top + side - end[1] * side],
            color=PALETTE["ink"],
            linewidth=2.2,
            zorder=3,
        )
        for across, above in wrong:
            at = (left + across * side, top + side - above * side)
            ax.add_patch(Circle(at, 17, fc="none", ec=PALETTE["cache"], lw=2.2, ls=(0, (2.5, 1.6))))
        label(ax, left + side / 2, top + side + 44, f"{4 - len(wrong)} of 4", size=12)
    ax.add_patch(Circle((456, 300), 12, fc="none", ec=PALETTE["cache"], lw=2.2, ls=(0, (2.5, 1.6))))
    label(ax, 478, 300, "a corner on the wrong side of the line", align="left", size=12)
    return ax.figure


FIGURES = {
    "figure-1-one-neuron": one_neuron,
    "figure-2-why-the-logarithm": why_the_logarithm,
    "figure-3-four-corners": four_corners,
}
