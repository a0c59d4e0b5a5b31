"""The pictures of notebook NN."""

from authoring.drawing import PALETTE, arrow, card, label, unit


def errors():
    """Draw four predictions, four labels, and the distance between each two."""
    ax = card(220)
    pairs = ((2.0, 1.0), (3.5, 3.0), (1.0, 1.5), (4.0, 2.0))
    for column, (prediction, y) in enumerate(pairs):
        x, top, bottom = 160 + 160 * column, 190 - 38 * prediction, 190 - 38 * y
        arrow(ax, (x, top), (x, bottom), hue="backward")
        unit(ax, x, top, "forward", radius=7)
        ax.plot([x - 16, x + 16], [bottom, bottom], color=PALETTE["ink"], linewidth=2)
        label(ax, x + 24, (top + bottom) / 2, f"{abs(prediction - y):g}", hue="backward")
    unit(ax, 28, 40, "forward", radius=7)
    label(ax, 46, 40, "prediction", hue="forward", size=11, align="left")
    ax.plot([18, 38], [64, 64], color=PALETTE["ink"], linewidth=2)
    label(ax, 46, 64, "label", size=11, align="left")
    return ax.figure


FIGURES = {"figure-1-errors": errors}
