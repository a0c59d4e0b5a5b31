"""The learner's start page, `work/start.ipynb`: all notebooks, the points so far, what is next.

Its one code cell is `start_page()`. `pages.py` makes the file.
"""

import base64
from dataclasses import dataclass
from html import escape
from pathlib import Path

from authoring.masters import NOTEBOOKS, meta
from exercises import progress
from release.pages import Page
from release.series import Notebook, series
from release.way import builds_on, draw_map, map_in_words

END = "end.ipynb"  # the last page, see end_page.py
TEXT = """\
# Where am I?

Click a notebook to open it. After an evening's work, click the cell below and press Shift+Enter: \
it shows where you are now.
"""
CODE = """\
from release.start_page import start_page

start_page()"""


@dataclass(frozen=True)
class Card:
    """The score card of a notebook.

    Attributes:
        exercises: {function: (its number, its points, the date on which it passed, or "")}.
    """

    notebook: Notebook
    exercises: dict[str, tuple[int, int, str]]

    @property
    def points(self) -> int:
        return sum(points for _, points, date in self.exercises.values() if date)

    @property
    def of(self) -> int:
        return sum(points for _, points, _ in self.exercises.values())

    @property
    def first_open(self) -> tuple[int, str] | None:
        """Number and function of the first exercise that has not passed, or None."""
        rows = ((n, name) for name, (n, _, date) in self.exercises.items() if not date)
        return next(rows, None)

    @property
    def link(self) -> str:
        """The number and title of the notebook, as a link in HTML."""
        name, title = self.notebook.name, f"{self.notebook.number} {self.notebook.title}"
        return f"<a href='{name}/{name}.ipynb'>{escape(title)}</a>"


def cards(kept: progress.Progress) -> list[Card]:
    """The score cards of all notebooks, from what is kept."""
    found = []
    for notebook in series():
        exercises = {
            name: (entry["number"], entry["points"], kept.dates.get((notebook.number, name), ""))
            for name, entry in meta(NOTEBOOKS / notebook.name / f"{notebook.name}.ipynb").items()
        }
        found.append(Card(notebook, exercises))
    return found


class StartPage:
    """The notebooks in a table, for JupyterLab and for plain text.

    Attributes:
        rows: one for each notebook.
        next: the row to go on with; None where all is done.
        notes: sentences below the table.
    """

    def __init__(self, notebooks: list[Card], kept: progress.Progress, to_fetch: list[str] = ()):
        self.rows = notebooks
        self.notes = [kept.problem] if kept.problem else []
        if to_fetch:
            names = ", ".join(to_fetch)
            self.notes.append(f"Not fetched yet: {names}. Nbgrader, Assignment List, Fetch.")
        self.next = _next(notebooks, kept)
        self._begun = bool(kept.dates)

    @property
    def points(self) -> tuple[int, int]:
        return sum(row.points for row in self.rows), sum(row.of for row in self.rows)

    def _next_words(self, name):
        """What is next; `name` makes of a row the words that stand for its notebook."""
        if not self.rows:
            return "No notebook has been released yet."
        if self.next is None:
            return "You have passed every exercise of every notebook."
        if not self._begun:
            # 04 is where the whole network is built.
            other = next((row for row in self.rows if row.notebook.number == "04"), None)
            also = f" If you know NumPy, begin with {name(other)}." if other else ""
            return f"Begin with {name(self.rows[0])}.{also}"
        number, function = self.next.first_open
        return f"Next: exercise {number}, {function}, in {name(self.next)}."

    def __repr__(self):
        if not self.rows:
            return self._next_words(str)
        width = max(len(row.notebook.name) for row in self.rows)
        lines = [
            f"{row.notebook.name:<{width}}  {row.points:>4} of {row.of:>3}" for row in self.rows
        ]
        points, of = self.points
        lines += ["-" * len(lines[0]), f"{'points so far':<{width}}  {points:>4} of {of:>3}"]
        lines += ["", self._next_words(lambda row: f"notebook {row.notebook.number}")]
        lines += [builds_on([row.notebook for row in self.rows])]
        lines += [f"The whole way, and all score cards on one sheet: {END}"]
        return "\n".join([*lines, *self.notes])

    def _repr_html_(self):
        if not self.rows:
            return f"<p>{self._next_words(str)}</p>"
        left = "style='text-align: left'"
        head = f"<th {left}>notebook</th><th {left}>the question of the evening</th>"
        body = "".join(
            f"<tr><td {left}>{row.link}</td><td {left}>{escape(row.notebook.question)}</td>"
            f"<td>{row.points} of {row.of}</td></tr>"
            for row in self.rows
        )
        points, of = self.points
        body += f"<tr><td {left}>points so far</td><td></td><td>{points} of {of}</td></tr>"
        said = self._next_words(lambda row: row.link)
        notes = "".join(f"<p>{escape(note)}</p>" for note in self.notes)
        notes += f"<p><a href='{END}'>The whole way</a>, and all score cards on one sheet.</p>"
        return (
            f"<p><b>{said}</b></p><table><thead><tr>{head}<th>points</th></tr></thead>"
            f"<tbody>{body}</tbody></table>{notes}<p>{self._picture()}</p>"
        )

    def _picture(self):
        notebooks = [row.notebook for row in self.rows]
        done = {row.notebook.number: row.points / row.of for row in self.rows if row.of}
        svg = base64.b64encode(draw_map(notebooks, done).encode()).decode()
        alt = escape(map_in_words(notebooks), quote=True)
        return f"<img src='data:image/svg+xml;base64,{svg}' alt='{alt}'/>"


def _next(rows, kept):
    """The notebook in which an exercise has passed last, or else the first one after it, that is
    not complete; from the last one on it goes on with the first.
    """
    last = list(kept.dates)[-1][0] if kept.dates else ""
    numbers = [row.notebook.number for row in rows]
    place = numbers.index(last) if last in numbers else 0
    return next((row for row in rows[place:] + rows[:place] if row.first_open), None)


def start_page(work: Path | None = None) -> StartPage:
    """The start page of a folder `work/`; by default that of the notebook that calls this."""
    work = Path.cwd() if work is None else work
    kept = progress.read(work)
    # On a hub these are the released notebooks, with their modules beside them.
    to_fetch = [
        notebook.number
        for notebook in series()
        if (NOTEBOOKS / notebook.name / "exercises").is_dir()
        and not (work / notebook.name).exists()
    ]
    return StartPage(cards(kept), kept, to_fetch)


PAGE = Page(progress.START, (TEXT,), CODE, start_page)
