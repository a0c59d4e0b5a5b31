"""What is said of the notebooks outside of them, from the one list in `series.toml`.

`authoring/front_page.py` writes it into the README, `site.py` onto the site's first page, and
`start_page.py` onto the page with which a learner starts.
"""

import json
import tomllib
from dataclasses import dataclass
from html import escape
from pathlib import Path

from release.scaffold import ROOT

FACTS = Path(__file__).with_name("series.toml")


@dataclass(frozen=True)
class Notebook:
    """A notebook of the series; the attributes from `short` on stand in `series.toml`.

    Attributes:
        name: of its file, such as "04-deep-network-step-by-step".
        title: its first heading.
        builds_on: the numbers of the notebooks to read first, of those that there are.
    """

    name: str
    title: str
    short: str
    builds_on: tuple[str, ...] = ()
    ends_with: str = ""
    able: str = ""
    picture: str = ""
    alt: str = ""

    @property
    def number(self) -> str:
        return self.name[:2]


def series(root: Path = ROOT, facts: Path = FACTS) -> list[Notebook]:
    """The notebooks that there are, in their order; one that is not in the list has a title only.

    Raises:
        tomllib.TOMLDecodeError: the list cannot be read.
        TypeError: an entry has a key that does not exist.
    """
    known = tomllib.loads(facts.read_text(encoding="utf-8"))
    masters = sorted(root.glob("notebooks/*/*.ipynb"))
    numbers, found = {path.stem[:2] for path in masters}, []
    for path in masters:
        title = _title(path)
        entry = {"short": title, **known.get(path.stem, {})}
        before = tuple(number for number in entry.pop("builds_on", ()) if number in numbers)
        found.append(Notebook(path.stem, title, builds_on=before, **entry))
    return found


def _title(path):
    first = json.loads(path.read_text(encoding="utf-8"))["cells"][0]
    return "".join(first["source"]).partition("\n")[0].removeprefix("# ")


# ---------------------------------------------------------------- what builds on what, as a picture

WIDTH, HEIGHT, GAP, RIM = 124, 62, 30, 12
CARD, EDGE, INK, PALE, LINE, FULL = "#FCFCFA", "#D9DEE3", "#1D2733", "#E9ECEF", "#4A5663", "#0B6584"


def places(notebooks: list[Notebook]) -> dict[str, tuple[int, int]]:
    """Column and row of each notebook: to the right of all that it builds on, and in line with the
    last of these where that place is free.
    """
    found = {}
    for notebook in notebooks:
        before = [found[number] for number in notebook.builds_on if number in found]
        column = 1 + max((column for column, _ in before), default=-1)
        row = before[-1][1] if before else 0
        while (column, row) in found.values():
            row += 1
        found[notebook.number] = column, row
    return found


def picture(notebooks: list[Notebook], done: dict[str, float]) -> str:
    """An SVG picture of what builds on what.

    Arguments:
        notebooks: those of the series.
        done: {number: the part of its points that is reached, from 0 to 1}.
    """
    at = {
        number: (RIM + column * (WIDTH + GAP), RIM + row * (HEIGHT + GAP / 2))
        for number, (column, row) in places(notebooks).items()
    }
    width = max(x for x, _ in at.values()) + WIDTH + RIM
    height = max(y for _, y in at.values()) + HEIGHT + RIM
    lines, boxes = [], []
    for notebook in notebooks:
        x, y = at[notebook.number]
        for number in notebook.builds_on:
            if number in at:
                lines.append(_arrow(at[number], (x, y)))
        boxes.append(_box(x, y, notebook, done.get(notebook.number, 0)))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{height:g}" '
        f'viewBox="0 0 {width:g} {height:g}" font-family="sans-serif" fill="{INK}">'
        f'<rect x=".5" y=".5" width="{width - 1:g}" height="{height - 1:g}" rx="12" fill="{CARD}" '
        f'stroke="{EDGE}"/>{"".join(lines)}{"".join(boxes)}</svg>'
    )


def _arrow(start, end):
    (x1, y1), (x2, y2) = ((x, y + HEIGHT / 2) for x, y in (start, end))
    x1, x2 = x1 + WIDTH, x2 - 7
    middle = (x1 + x2) / 2
    return (
        f'<path d="M{x1:g} {y1:g}C{middle:g} {y1:g} {middle:g} {y2:g} {x2:g} {y2:g}" fill="none" '
        f'stroke="{LINE}" stroke-width="1.5"/>'
        f'<path d="M{x2 - 1:g} {y2 - 4:g}l7 4l-7 4z" fill="{LINE}"/>'
    )


def _box(x, y, notebook, part):
    inside = WIDTH - 20
    middle = x + WIDTH / 2
    done = f'<rect x="{x + 10:g}" y="{y + 46:g}" width="{inside * part:g}" height="6" rx="3" '
    done += f'fill="{FULL}"/>'
    return (
        f'<rect x="{x:g}" y="{y:g}" width="{WIDTH}" height="{HEIGHT}" rx="8" fill="#FFFFFF" '
        f'stroke="{FULL if part == 1 else LINE}" stroke-width="{2.5 if part == 1 else 1.5}"/>'
        f'<text x="{middle:g}" y="{y + 20:g}" text-anchor="middle" font-size="13" '
        f'font-weight="bold">{notebook.number}</text>'
        f'<text x="{middle:g}" y="{y + 37:g}" text-anchor="middle" font-size="13">'
        f"{escape(notebook.short)}</text>"
        f'<rect x="{x + 10:g}" y="{y + 46:g}" width="{inside}" height="6" rx="3" fill="{PALE}"/>'
        f"{done if part else ''}"
    )


def builds_on(notebooks: list[Notebook]) -> str:
    """What builds on what, in words: "02 builds on 01, 03 on 02."."""
    pairs = [
        (notebook.number, " and ".join(notebook.builds_on))
        for notebook in notebooks
        if notebook.builds_on
    ]
    words = [f"{number} on {before}" for number, before in pairs]
    return ", ".join(words).replace(" on ", " builds on ", 1) + "." if words else ""
