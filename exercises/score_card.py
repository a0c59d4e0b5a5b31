"""The score card: which exercises have passed their tests, and the points so far."""

from html import escape

PASSED, NOT_YET, OPEN = "passed", "not yet", "open"


class ScoreCard:
    """The exercises of a notebook in a table, for JupyterLab and for plain text."""

    def __init__(self):
        self.rows = {}  # function: [number, points, state], in the order of the notebook

    def add(self, number, function, points):
        """An exercise that has not been tested yet."""
        self.rows[function] = [number, points, OPEN]

    def mark(self, function, passed):
        """What the latest test of an exercise has found."""
        self.rows[function][2] = PASSED if passed else NOT_YET

    def points(self):
        """The points so far, and all there are."""
        return (
            sum(points for _, points, state in self.rows.values() if state == PASSED),
            sum(points for _, points, _ in self.rows.values()),
        )

    def _table(self):
        for function, (number, points, state) in self.rows.items():
            mark = "✓ " if state == PASSED else ""
            yield str(number), function, mark + state, f"{points * (state == PASSED)} of {points}"
        yield "", "points so far", "", "{} of {}".format(*self.points())

    def __repr__(self):
        longest = max(map(len, self.rows), default=0)
        lines = [
            f"{number:>2}  {name:<{longest}}  {state:<8}  {points:>10}"
            for number, name, state, points in self._table()
        ]
        return "\n".join([*lines[:-1], "-" * len(lines[-1]), lines[-1]])

    def _repr_html_(self):
        body = "".join(
            f"<tr><td>{number}</td><td style='text-align: left'>{escape(name)}</td>"
            f"<td style='text-align: left'>{state}</td><td>{points}</td></tr>"
            for number, name, state, points in self._table()
        )
        head = "<th>exercise</th><th style='text-align: left'>function</th>"
        head += "<th style='text-align: left'>test</th><th>points</th>"
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
