"""The score card: which exercises have passed their tests, and the points so far."""

from collections.abc import Iterator
from html import escape

from exercises.declarations import Exercise

PASSED, NOT_YET, OPEN = "passed", "not yet", "open"


class ScoreCard:
    """The exercises of a notebook in a table, for JupyterLab and for plain text.

    Attributes:
        rows: {function: [number, points, state]}, in the order of the notebook. The state is
            PASSED, NOT_YET, OPEN, or says what is missing: such an exercise does not count.
    """

    def __init__(self):
        self.rows: dict[str, list] = {}

    def add(self, exercise: Exercise) -> None:
        """An exercise that has not been tested yet."""
        self.rows[exercise.function] = [exercise.number, exercise.points, OPEN]

    def mark(self, exercise: Exercise, state: str) -> None:
        """What the latest test of an exercise has found."""
        self.rows[exercise.function][2] = state

    def points(self) -> tuple[int, int]:
        """The points so far, and all there are."""
        return (
            sum(points for _, points, state in self.rows.values() if state == PASSED),
            sum(points for _, points, state in self.rows.values() if _counts(state)),
        )

    def _table(self) -> Iterator[tuple[str, str, str, str]]:
        for function, (number, points, state) in self.rows.items():
            mark = "✓ " if state == PASSED else ""
            share = f"{points * (state == PASSED)} of {points}" if _counts(state) else "-"
            yield str(number), function, mark + state, share
        yield "", "points so far", "", "{} of {}".format(*self.points())

    def __repr__(self):
        table = list(self._table())
        longest = max(len(name) for _, name, _, _ in table)
        widest = max(8, *(len(state) for _, _, state, _ in table))
        lines = [
            f"{number:>2}  {name:<{longest}}  {state:<{widest}}  {points:>10}"
            for number, name, state, points in table
        ]
        return "\n".join([*lines[:-1], "-" * len(lines[-1]), lines[-1]])

    def _repr_html_(self):
        body = "".join(
            f"<tr><td>{number}</td><td style='text-align: left'>{escape(name)}</td>"
            f"<td style='text-align: left'>{escape(state)}</td><td>{points}</td></tr>"
            for number, name, state, points in self._table()
        )
        head = "<th>exercise</th><th style='text-align: left'>function</th>"
        head += "<th style='text-align: left'>test</th><th>points</th>"
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _counts(state):
    return state in (PASSED, NOT_YET, OPEN)
