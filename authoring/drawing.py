"""What every picture of the notebooks is made of: its card, its colours, its parts."""

from math import hypot

from matplotlib.figure import Figure
from matplotlib.patches import Circle, FancyBboxPatch, Polygon, Rectangle

WIDTH = 800

# Every hue has a strong shade, for lines and words, and a light one, for areas.
PALETTE = {
    "card": "#FCFCFA",
    "rim": "#D9DEE3",
    "ink": "#1D2733",
    "white": "#FFFFFF",
    "forward": "#0B6584",
    "forward light": "#DCEFF5",
    "forward pale": "#EFF7FA",
    "backward": "#B8430A",
    "backward light": "#FCE3D3",
    "backward pale": "#FEF3EB",
    "cache": "#5F4B9B",
    "cache light": "#E7E2F4",
    "cache pale": "#F3F0FA",
    "plain": "#4A5663",
    "plain light": "#E9ECEF",
    "plain pale": "#F4F5F6",
}


# ---------------------------------------------------------------- what every picture is made of


def card(height):
    """Return the axes of a new picture: a light rounded card, y growing downwards."""
    figure = Figure(figsize=(WIDTH / 72, height / 72), dpi=72, facecolor="none")
    ax = figure.add_axes((0, 0, 1, 1))
    ax.set(xlim=(0, WIDTH), ylim=(height, 0))
    ax.axis("off")
    box(ax, 1, 1, WIDTH - 2, height - 2, "rim", fill="card", radius=14, line=1)
    return ax


def box(ax, x, y, width, height, hue, fill=None, radius=8, line=1.5, dashed=False):
    """Draw a rounded box with its top left corner at (x, y)."""
    shape = FancyBboxPatch(
        (x + radius, y + radius),
        width - 2 * radius,
        height - 2 * radius,
        boxstyle=f"round,pad={radius}",
        facecolor=PALETTE[fill or f"{hue} light"],
        edgecolor=PALETTE[hue],
        linewidth=line,
        linestyle=(0, (4, 3)) if dashed else "solid",
    )
    ax.add_patch(shape)


def label(ax, x, y, text, hue="ink", size=12, align="center", code=False, bold=False):
    """Write text at (x, y): its middle, or its left or right end, on that height."""
    ax.text(
        x,
        y,
        text,
        color=PALETTE[hue],
        fontsize=size,
        ha=align,
        va="center",
        family="DejaVu Sans Mono" if code else "DejaVu Sans",
        weight="bold" if bold else "normal",
        linespacing=1.35,
    )


def arrow(ax, *points, hue="plain", dashed=False, line=1.8, head=9):
    """Draw a line through the points with an arrow head whose tip is the last of them."""
    (x0, y0), (x, y) = points[-2:]
    length = hypot(x - x0, y - y0)
    u, v = (x - x0) / length, (y - y0) / length
    base = (x - head * u, y - head * v)
    half = 0.48 * head
    wings = [(base[0] - half * v, base[1] + half * u), (base[0] + half * v, base[1] - half * u)]
    xs, ys = zip(*points[:-1], base, strict=True)
    ax.plot(
        xs,
        ys,
        color=PALETTE[hue],
        linewidth=line,
        linestyle=(0, (3.2, 2.2)) if dashed else "solid",
        solid_capstyle="butt",
        dash_capstyle="butt",
        zorder=1.5,
    )
    ax.add_patch(Polygon([(x, y), *wings], facecolor=PALETTE[hue], linewidth=0, zorder=2))


def unit(ax, x, y, hue, text="", curve=None, radius=14):
    """Draw a unit of a layer, with a text or with the curve of its activation in it."""
    ax.add_patch(
        Circle(
            (x, y),
            radius,
            facecolor=PALETTE[f"{hue} light"],
            edgecolor=PALETTE[hue],
            linewidth=1.5,
            zorder=3,
        )
    )
    if text:
        ax.text(x, y, text, color=PALETTE["ink"], fontsize=13, ha="center", va="center", zorder=4)
    if curve:
        steps = [i / 20 for i in range(-20, 21)]
        heights = {
            "relu": [max(0, s) * 1.1 - 0.45 for s in steps],
            "sigmoid": [1.1 / (1 + 2.718 ** (-6 * s)) - 0.55 for s in steps],
        }[curve]
        ax.plot(
            [x + 0.6 * radius * s for s in steps],
            [y - 0.8 * radius * h for h in heights],
            color=PALETTE[hue],
            linewidth=2,
            zorder=4,
        )


def badge(ax, x, y, number, radius=9.5):
    """Draw the number of an exercise as a dark disc."""
    ax.add_patch(Circle((x, y), radius, facecolor=PALETTE["ink"], linewidth=0, zorder=5))
    ax.text(
        x,
        y + 0.3,
        str(number),
        color=PALETTE["white"],
        fontsize=11,
        weight="bold",
        ha="center",
        va="center_baseline",
        zorder=6,
    )


def matrix(ax, x, y, width, height, hue, text="", columns=0):
    """Draw a matrix as a rectangle, with its name in it or its columns ruled."""
    ax.add_patch(
        Rectangle(
            (x, y),
            width,
            height,
            facecolor=PALETTE[f"{hue} light"],
            edgecolor=PALETTE[hue],
            linewidth=1.5,
        )
    )
    for i in range(1, columns):
        at = x + i * width / columns
        ax.plot([at, at], [y, y + height], color=PALETTE[hue], linewidth=0.8)
    label(ax, x + width / 2, y + height / 2, text, size=13)
