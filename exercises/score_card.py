"""The score card: which exercises have passed their tests, and the points so far."""

from collections.abc import Iterator
from html import escape

from exercises import progress
from exercises.declarations import Exercise

PASSED, NOT_YET, OPEN = "passed", "not yet", "open"


class ScoreCard:
    """The exercises of a notebook in a table, for JupyterLab and for plain text.

    In the learner's folder `work/` an exercise that passed earlier counts too; see `progress.py`.

    Attributes:
        notebook: its number, such as "04".
        rows: {function: [number, points, state]}, in the order of the notebook. The state is
            PASSED, NOT_YET, OPEN, or says what is missing: such an exercise does not count.
    """

    def __init__(self, notebook: str = ""):
        self.notebook = notebook
        self.rows: dict[str, list] = {}
        self._not_kept = ""  # why the latest pass is not in the file

    def add(self, exercise: Exercise) -> None:
        """An exercise that has not been tested yet."""
        self.rows[exercise.function] = [exercise.number, exercise.points, OPEN]

    def mark(self, exercise: Exercise, state: str) -> None:
        """What the latest test of an exercise has found."""
        self.rows[exercise.function][2] = state
        if state == PASSED:
            number, function = exercise.number, exercise.function
            work = progress.work_folder()
            self._not_kept = progress.keep(work, self.notebook, number, function)

    def points(self) -> tuple[int, int]:
        """The points so far, and all there are."""
        return self._points(self._earlier().dates)

    def _earlier(self):
        """The progress that is kept."""
        return progress.read(progress.work_folder())

    def _results(self, dates) -> Iterator[tuple[int, str, str, int, int]]:
        """Of each exercise number, function, what the card says, its points, and how many of them
        count: all, or none where it cannot be tested.
        """
        for function, (number, points, state) in self.rows.items():
            if state not in (PASSED, NOT_YET, OPEN):
                yield number, function, state, 0, 0
                continue
            date = dates.get((self.notebook, function))
            shown = f"✓ {PASSED}" if state == PASSED else state
            if date and state == OPEN:
                shown = f"✓ {PASSED} on {date}"
            elif date and state == NOT_YET:
                shown = f"{NOT_YET}; {PASSED} on {date}"
            yield number, function, shown, points * (state == PASSED or bool(date)), points

    def _points(self, dates):
        results = list(self._results(dates))
        return sum(row[3] for row in results), sum(row[4] for row in results)

    def _table(self, dates) -> Iterator[tuple[str, str, str, str]]:
        for number, function, shown, points, of in self._results(dates):
            yield str(number), function, shown, f"{points} of {of}" if of else "-"
        yield "", "points so far", "", "{} of {}".format(*self._points(dates))

    def __repr__(self):
        earlier = self._earlier()
        table = list(self._table(earlier.dates))
        longest = max(len(name) for _, name, _, _ in table)
        widest = max(8, *(len(state) for _, _, state, _ in table))
        lines = [
            f"{number:>2}  {name:<{longest}}  {state:<{widest}}  {points:>10}"
            for number, name, state, points in table
        ]
        lines = [*lines[:-1], "-" * len(lines[-1]), lines[-1]]
        lines += filter(None, (earlier.problem, self._not_kept))
        if progress.start_page():
            lines.append(f"All notebooks, and what is next: {progress.start_page()}. Run its cell.")
        return "\n".join(lines)

    def _repr_html_(self):
        earlier = self._earlier()
        body = "".join(
            f"<tr><td>{number}</td><td style='text-align: left'>{escape(name)}</td>"
            f"<td style='text-align: left'>{escape(state)}</td><td>{points}</td></tr>"
            for number, name, state, points in self._table(earlier.dates)
        )
        head = "<th>exercise</th><th style='text-align: left'>function</th>"
        head += "<th style='text-align: left'>test</th><th>points</th>"
        notes = [escape(note) for note in (earlier.problem, self._not_kept) if note]
        if progress.start_page():
            link = f"<a href='{progress.start_page()}'>the start page</a>"
            notes.append(f"All notebooks, and what is next: {link}. Run its cell.")
        table = f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
        return table + "".join(f"<p>{note}</p>" for note in notes)
