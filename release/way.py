"""Draw the way through the notebooks: a small map, and a long picture of what each has answered."""

from html import escape
from textwrap import wrap

from release.series import Notebook

# The boxes of the map, in pixels; and the colors of both pictures.
WIDTH, HEIGHT, GAP, RIM = 140, 60, 24, 12
CARD, EDGE, INK, PALE, LINE, FULL = "#FCFCFA", "#D9DEE3", "#1D2733", "#E9ECEF", "#4A5663", "#0B6584"


def arrows(notebooks: list[Notebook]) -> list[tuple[str, str]]:
    """Pairs of numbers: what is built on, and what builds on it. A pair that follows from others is
    left out: where 07 builds on 06, and 09 on both, there is none from 06 to 09.
    """
    needs, found = {}, []
    for notebook in notebooks:
        before = [number for number in notebook.builds_on if number in needs]
        earlier = set().union(*(needs[number] for number in before))
        needs[notebook.number] = {*before, *earlier}
        found += [(number, notebook.number) for number in before if number not in earlier]
    return found


def places(notebooks: list[Notebook]) -> dict[str, tuple[int, int]]:
    """Row and column of each notebook: below all that it builds on, and in line with the last of
    these where that place is free.
    """
    found = {}
    for notebook in notebooks:
        before = [found[number] for number in notebook.builds_on if number in found]
        row = 1 + max((row for row, _ in before), default=-1)
        column = before[-1][1] if before else 0
        while (row, column) in found.values():
            column += 1
        found[notebook.number] = row, column
    return found


def draw_map(notebooks: list[Notebook], done: dict[str, float] | None = None) -> str:
    """An SVG picture of what builds on what, from top to bottom.

    Arguments:
        notebooks: those of the series.
        done: {number: the part of its points that is reached, from 0 to 1}; without it the boxes
            have no bar for that.
    """
    tall = HEIGHT if done is not None else HEIGHT - 14
    at = {
        number: (RIM + column * (WIDTH + GAP), RIM + row * (tall + GAP))
        for number, (row, column) in places(notebooks).items()
    }
    width = max(x for x, _ in at.values()) + WIDTH + RIM
    height = max(y for _, y in at.values()) + tall + RIM
    parts = [_arrow(at[start], at[end], tall) for start, end in arrows(notebooks)]
    for notebook in notebooks:
        x, y = at[notebook.number]
        part = None if done is None else done.get(notebook.number, 0)
        parts.append(_box(x, y, tall, notebook, part))
    return _svg(width, height, parts)


def _svg(width, height, parts):
    """A picture with a light ground of its own, because the page around it may be dark."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{height:g}" '
        f'viewBox="0 0 {width:g} {height:g}" font-family="sans-serif" fill="{INK}">'
        f'<rect x=".5" y=".5" width="{width - 1:g}" height="{height - 1:g}" rx="12" fill="{CARD}" '
        f'stroke="{EDGE}"/>{"".join(parts)}</svg>'
    )


def _arrow(start, end, tall):
    (x1, y1), (x2, y2) = ((x + WIDTH / 2, y) for x, y in (start, end))
    y1, y2 = y1 + tall, y2 - 7
    middle = y2 - GAP / 2
    return (
        f'<path d="M{x1:g} {y1:g}C{x1:g} {middle + 6:g} {x2:g} {middle - 6:g} {x2:g} {y2:g}" '
        f'fill="none" stroke="{LINE}" stroke-width="1.5"/>'
        f'<path d="M{x2 - 4:g} {y2 - 1:g}l4 7l4 -7z" fill="{LINE}"/>'
    )


def _box(x, y, tall, notebook, part):
    middle = x + WIDTH / 2
    return (
        f'<rect x="{x:g}" y="{y:g}" width="{WIDTH}" height="{tall}" rx="8" fill="#FFFFFF" '
        f'stroke="{FULL if part == 1 else LINE}" stroke-width="{2.5 if part == 1 else 1.5}"/>'
        f'<text x="{middle:g}" y="{y + 19:g}" text-anchor="middle" font-size="14" '
        f'font-weight="bold">{notebook.number}</text>'
        f'<text x="{middle:g}" y="{y + 37:g}" text-anchor="middle" font-size="15">'
        f"{escape(notebook.short)}</text>{'' if part is None else _bar(x + 10, y + 46, part)}"
    )


def _bar(x, y, part):
    inside = WIDTH - 20
    bar = f'<rect x="{x:g}" y="{y:g}" width="{inside}" height="6" rx="3" fill="{PALE}"/>'
    done = f'<rect x="{x:g}" y="{y:g}" width="{inside * part:g}" height="6" rx="3" fill="{FULL}"/>'
    return bar + (done if part else "")


def builds_on(notebooks: list[Notebook]) -> str:
    """What builds on what, in words: "02 builds on 01, 03 on 02."."""
    pairs = [
        (notebook.number, " and ".join(notebook.builds_on))
        for notebook in notebooks
        if notebook.builds_on
    ]
    words = [f"{number} on {before}" for number, before in pairs]
    return ", ".join(words).replace(" on ", " builds on ", 1) + "." if words else ""


def map_in_words(notebooks: list[Notebook]) -> str:
    """What the map shows, for those who do not see it."""
    return f"A box for each notebook, with an arrow to what builds on it: {builds_on(notebooks)}"


# ---------------------------------------------------------------- the long picture

# The text begins at TEXT, and a line of it has at most LETTERS letters.
LONG_WIDTH, TEXT, LETTERS, SIZE, LEADING, BETWEEN = 470, 112, 46, 15, 20, 22


def draw_way(notebooks: list[Notebook]) -> str:
    """An SVG picture of all questions and answers, from top to bottom, and of what builds on what.

    It is narrow, so that it can be read on a phone. To the left of the questions an arc leads from
    a notebook down to each that builds on it.
    """
    at, parts, y = {}, [], RIM + BETWEEN
    for notebook in notebooks:
        at[notebook.number] = y
        lines = [(line, "bold") for line in wrap(notebook.question, LETTERS - 2)]
        answer = _plain(notebook.answer).replace(" %", "\N{NO-BREAK SPACE}%")
        lines += [(line, "normal") for line in wrap(answer, LETTERS)]
        for line, weight in lines:
            parts.append(
                f'<text x="{TEXT}" y="{y + 5:g}" font-size="{SIZE}" font-weight="{weight}">'
                f"{escape(line)}</text>"
            )
            y += LEADING
        y += BETWEEN
    arcs = [_arc(at[start], at[end]) for start, end in arrows(notebooks)]
    return _svg(
        LONG_WIDTH, y - BETWEEN + RIM, arcs + [_dot(*place) for place in at.items()] + parts
    )


def _arc(start, end):
    x, radius = TEXT - 30, 14
    reach = min(x - 18, 14 + (end - start) * 0.09)
    return (
        f'<path d="M{x - radius:g} {start + 4:g}C{x - radius - reach:g} {start + 14:g} '
        f'{x - radius - reach:g} {end - 14:g} {x - radius - 6:g} {end - 4:g}" fill="none" '
        f'stroke="{LINE}" stroke-width="1.5"/>'
        f'<path d="M{x - radius - 8:g} {end - 9:g}l8 5l-9 3z" fill="{LINE}"/>'
    )


def _dot(number, y):
    x = TEXT - 30
    return (
        f'<circle cx="{x}" cy="{y:g}" r="14" fill="{FULL}"/><text x="{x}" y="{y + 5:g}" '
        f'text-anchor="middle" font-size="13" font-weight="bold" fill="#FFFFFF">{number}</text>'
    )


def _plain(text):
    """A text of `series.toml` without the marks of `code`."""
    return text.replace("`", "")


def way_in_words(notebooks: list[Notebook]) -> str:
    """What the long picture shows, for those who do not see it."""
    rows = (f"{row.number}: {row.question} {_plain(row.answer)}" for row in notebooks)
    return " ".join([*rows, builds_on(notebooks)])
