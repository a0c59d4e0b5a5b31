"""What a student gets in place of what a master holds: scaffolds and visible tests.

This needs nothing but Python; `release.py` makes nbgrader do it, and `grading/` uses it.
"""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

BEGIN, END = "# YOUR CODE STARTS HERE", "# YOUR CODE ENDS HERE"
TITLE = re.compile(r"# Exercise (\d+): (\w+)\n")
HIDDEN = re.compile(r"^[^\n]*BEGIN HIDDEN TESTS.*?(?:END HIDDEN TESTS[^\n]*\n?|\Z)", re.M | re.S)


def exercise(source):
    """The number and the name of the exercise in a solution cell.

    Raises:
        ValueError: its first line does not name it.
    """
    title = TITLE.match(source)
    if not title:
        raise ValueError("its first line should be like '# Exercise 3: linear_forward'.")
    return int(title.group(1)), title.group(2)


def empty(source):
    """The text of a solution cell without its solution.

    Raises:
        ValueError: the first line does not name the exercise, or the markers do not pair.
    """
    number, function = exercise(source)
    lines, inside = [], False
    for line in source.split("\n"):
        stripped = line.strip()
        if stripped == (BEGIN if inside else END):
            raise ValueError(f"'{stripped}' stands where the other marker should.")
        if stripped == END:
            indent = line[: len(line) - len(stripped)]
            stub = f'raise ExerciseOpen({number}, "{function}")  # replace this line'
            lines.append(indent + stub)
        if stripped in (BEGIN, END):
            inside = stripped == BEGIN
        if not inside or stripped.startswith("#"):
            lines.append(line)
    if inside or BEGIN not in source:
        raise ValueError(f"'{BEGIN}' and '{END}' should stand in it, each as often as the other.")
    return "\n".join(lines)


def visible(source):
    """The text of a test cell without its hidden tests, as nbgrader releases it."""
    return HIDDEN.sub("", source).rstrip("\n")
