"""The learner's last page, `work/end.ipynb`: the whole way, and all score cards on one sheet.

Its one code cell is `end_page()`, which also writes the sheet, `work/score-cards.html`. `pages.py`
makes the file. What is said above and below the cell is the site's page `docs/whole-way.md`.
"""

import base64
from html import escape
from pathlib import Path

from exercises import progress
from release.files import write_atomically
from release.pages import Page
from release.scaffold import ROOT
from release.start_page import END, Card, cards
from release.way import draw_way, way_in_words

SHEET = "score-cards.html"
TEXTS = (ROOT / "docs" / "whole-way.md").read_text(encoding="utf-8").split("<!-- The way. -->")
CODE = """\
from release.end_page import end_page

end_page()  # end_page("your name") puts it on the sheet"""
STYLE = """\
@page { size: A4; margin: 12mm }
body { font: 8.5pt/1.35 sans-serif; color: #1D2733; max-width: 190mm; margin: 0 auto }
h1 { font-size: 15pt; margin: 0 }
header { border-bottom: 2px solid #0B6584; padding-bottom: 2mm; margin-bottom: 3mm }
header p { font-size: 11pt; margin: 1mm 0 0 }
main { columns: 3; column-gap: 6mm }
section { break-inside: avoid; margin-bottom: 3mm }
h2 { font-size: 9pt; margin: 0; border-bottom: 1px solid #9AA5B1; display: flex;
  justify-content: space-between; gap: 2mm }
h2 span { white-space: nowrap; font-weight: normal }
ul { list-style: none; margin: 0; padding: 0 }
li { display: flex; justify-content: space-between; gap: 2mm }
li code { font-size: 7.5pt }
li span { white-space: nowrap; color: #4A5663 }
footer { border-top: 1px solid #9AA5B1; margin-top: 2mm; padding-top: 1mm; color: #4A5663 }
@media screen and (max-width: 600px) { main { columns: 1 } body { padding: 4mm } }
"""


class EndPage:
    """The way through the notebooks and the score cards, for JupyterLab and for plain text.

    Attributes:
        cards: one for each notebook.
        name: of the learner, or "".
        note: a sentence on the sheet: where it is, or why it is not there.
    """

    def __init__(self, cards: list[Card], name: str = "", note: str = ""):
        self.cards, self.name, self.note = cards, name, note

    def __repr__(self):
        lines = [f"{card.notebook.name}: {card.points} of {card.of}" for card in self.cards]
        return "\n".join([*lines, self._total(), *filter(None, [self.note])])

    def _total(self):
        points = sum(card.points for card in self.cards)
        return f"{points:,} of {sum(card.of for card in self.cards):,} points"

    def _repr_html_(self):
        notebooks = [card.notebook for card in self.cards]
        svg = base64.b64encode(draw_way(notebooks).encode()).decode()
        alt = escape(way_in_words(notebooks), quote=True)
        link = f"<a href='{SHEET}' target='_blank'>{SHEET}</a>"
        note = escape(self.note).replace(SHEET, link)
        return (
            f"<p><img src='data:image/svg+xml;base64,{svg}' alt='{alt}'/></p>"
            f"<p><b>{self._total()}.</b> {note}</p>"
        )

    def sheet(self) -> str:
        """The HTML of the sheet with all cards, which is complete in itself."""
        cards = "".join(_card(card) for card in self.cards)
        name = f"<p>{escape(self.name)}, {self._total()}</p>" if self.name else ""
        name = name or f"<p>{self._total()}</p>"
        return (
            "<!DOCTYPE html>\n<html lang='en'><head><meta charset='utf-8'>"
            "<meta name='viewport' content='width=device-width'>"
            f"<title>Score cards</title><style>{STYLE}</style></head><body><header>"
            f"<h1>Deep neural networks, step by step, in NumPy</h1>{name}</header>"
            f"<main>{cards}</main><footer>Each function was written by the learner, and passed the "
            "tests of the course on the day that stands beside it.</footer></body></html>\n"
        )


def _card(card):
    rows = "".join(
        f"<li><code>{escape(function).replace('_', '_<wbr>')}</code>"
        f"<span>{f'✓ {date}' if date else 'open'}</span></li>"
        for function, (_, _, date) in card.exercises.items()
    )
    title = f"{card.notebook.number} {escape(card.notebook.short)}"
    points = f"{card.points} of {card.of}"
    return f"<section><h2>{title}<span>{points}</span></h2><ul>{rows}</ul></section>"


def end_page(name: str = "", work: Path | None = None) -> EndPage:
    """The last page of a folder `work/`, whose sheet is written there.

    Arguments:
        name: of the learner, for the sheet.
        work: by default the folder of the notebook that calls this.
    """
    work = Path.cwd() if work is None else work
    kept = progress.read(work)
    shown = EndPage(cards(kept), name, kept.problem)
    try:
        write_atomically(work / SHEET, shown.sheet().encode())
    except OSError as error:
        shown.note = f"{SHEET} cannot be written ({error.strerror}). {shown.note}".strip()
    else:
        shown.note = f"All score cards on one sheet, to print: {SHEET}. {shown.note}".strip()
    return shown


def _shown(work):
    """What the page shows before its cell has run: the sheet is not written yet."""
    return EndPage(cards(progress.read(work)))


PAGE = Page(END, tuple(TEXTS), CODE, _shown)
