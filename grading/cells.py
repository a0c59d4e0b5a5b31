"""Put together the cells of each exercise in a learner's notebook, whatever an editor did to them.

A learner's notebook is what their kernel saw. Cells are split, copied, merged, moved, and lose
their metadata on the way through another editor. Here the text of a notebook is read, and nothing
of it is run.
"""

import ast
import functools
import re
import symtable
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from grading.assignment import Released

MAX_CELL = 50_000  # characters of a cell; all the answers of a notebook may stand in one
MAX_SEARCHED = 300_000  # characters of code in which helpers are looked for: it takes time
CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")  # no part of any program
TITLE = re.compile(r"^[ \t]*# *Exercise +\d+ *: *(\w+)", re.MULTILINE)
TAKEN_ALONG = "# From another cell of the notebook:\n"

# How a cell is recognized that has lost its grade_id, as remarks say it.
BY_ID, BY_TITLE, BY_FUNCTION = "its id", "its first line", "the function that it defines"
WAYS = BY_ID, BY_TITLE, BY_FUNCTION


@dataclass(frozen=True)
class Cell:
    """A cell of a learner's notebook.

    Attributes:
        kind: "code", "markdown" or "raw".
        text: what stands in it; None if that is no text, or too long.
        name: the grade_id or id of the cell that it is in the released notebook; "" for another.
        way: how it was recognized, one of WAYS; "" by its grade_id, or not at all.
    """

    kind: str
    text: str | None
    name: str = ""
    way: str = ""

    @property
    def is_code(self) -> bool:
        return self.kind == "code" and bool(self.text and self.text.strip())


def read_answers(raw_cells: list[dict], assignment: Released) -> tuple[dict, "Remarks"]:
    """Find the cells of each exercise.

    A cell is recognized by its grade_id, its id, or its first line; failing that, by the function
    that it defines. Of several cells, those above the test of the exercise are taken. What these
    use and only another cell defines, a function, class, import or constant, is taken along.

    Arguments:
        raw_cells: the cells of the notebook, as JSON holds them.

    Returns:
        {grade_id of a solution cell: texts of cells, to be run one after the other}, without an
        entry where nothing was found; and Remarks about what was done.
    """
    solutions = {exercise.name: exercise.solution for exercise in assignment.exercises}
    cells = [_recognized(cell, assignment.ids, solutions) for cell in raw_cells]
    by_name, code = defaultdict(list), []
    for place, cell in enumerate(cells):
        by_name[cell.name].append(place)
        if cell.is_code:
            code.append(place)
    remarks, sources, taken = Remarks(), {}, set()
    for exercise in assignment.exercises:
        own, tests = by_name[exercise.solution], by_name[exercise.test]
        places = _places(cells, code, exercise.name, own, tests)
        if places:
            # A copy that was left as it was is no further cell.
            texts = [text for text, _ in groupby(cells[place].text for place in places)]
            sources[exercise.solution] = texts
        remarks.note(
            exercise.name, [cells[place] for place in own], len(sources.get(exercise.solution, []))
        )
        taken |= set(places)
    others = [cells[place].text for place in code if place not in taken]
    if sum(len(cells[place].text) for place in code) > MAX_SEARCHED:
        others = []
    _take_along(sources, others, {*solutions, *bound_names(assignment.setup)}, remarks)
    return sources, remarks


class Remarks:
    """What was done to put the answers together: names of exercises, and of what they use."""

    def __init__(self):
        self.left_out, self.several, self.missing, self.along = [], [], [], []
        self.found = {way: [] for way in WAYS}

    def note(self, exercise: str, own: list[Cell], count: int) -> None:
        """Note of how many cells an exercise was put together; `own` are those with its name."""
        if any(cell.text is None for cell in own):
            self.left_out.append(exercise)
        elif not count:
            self.missing.append(exercise)
        elif not own:
            self.found[BY_FUNCTION].append(exercise)
        elif all(cell.way for cell in own):
            self.found[own[0].way].append(exercise)
        if count > 1:
            self.several.append(exercise)

    def sentences(self) -> list[str]:
        """The remarks, one sentence of each kind."""
        limit = f"no text or longer than {MAX_CELL:,} characters"
        pairs = [
            (f"Not taken, because it is {limit}", self.left_out),
            ("Put together from several cells", self.several),
            *(
                (f"The cell has lost its mark and was found by {way}", self.found[way])
                for way in WAYS
            ),
            ("Taken along from other cells of the notebook", self.along),
            ("The cell is missing", self.missing),
        ]
        return [f"{head}: {', '.join(names)}." for head, names in pairs if names]


def _recognized(cell, known, solutions):
    """The Cell of a cell as JSON holds it."""
    metadata = cell.get("metadata")
    metadata = metadata if isinstance(metadata, dict) else {}
    mark = metadata.get("nbgrader")
    text, kind = _text(cell.get("source")), str(cell.get("cell_type"))
    for name, way in (
        (mark.get("grade_id") if isinstance(mark, dict) else None, ""),
        (cell.get("id"), BY_ID),
        (metadata.get("id"), BY_ID),  # where Colab keeps it
    ):
        if isinstance(name, str) and name in known:
            return Cell(kind, text, name, way)
    title = TITLE.search(text) if text else None
    if title and title.group(1) in solutions:
        return Cell(kind, text, solutions[title.group(1)], BY_TITLE)
    return Cell(kind, text)


def _text(source):
    """The source of a cell as one string that can be written anywhere, or None."""
    if isinstance(source, list) and all(isinstance(line, str) for line in source):
        source = "".join(source)
    if not isinstance(source, str) or CONTROL.search(source) or len(source) > MAX_CELL:
        return None
    return source.encode("utf-8", "replace").decode("utf-8")  # without half characters


def _places(cells, code, function, own, tests):
    """The places of the cells of an exercise, in the order in which they are to be run.

    Arguments:
        code: the places of all cells of code.
        own: the places of the cells that were recognized as the exercise's.
        tests: the places of its test cell.
    """

    def define(places):
        return any(defines(cells[place].text, function) for place in places)

    found = [place for place in own if cells[place].is_code]
    if not found:  # code in a cell that was turned into one of text
        found = [place for place in own if cells[place].text and cells[place].text.strip()][-1:]
    apart = set(found)  # of thousands in a list, the search for each would take minutes
    others = [place for place in code if place not in apart and define([place])]
    if define(found):  # then another cell counts only if it was added below
        others = [place for place in others if place > found[-1] and not cells[place].name]
    places = sorted(found + others)
    above = [place for place in places if tests and place <= tests[-1]]
    return above if define(above) else places


def defines(text: str, name: str) -> bool:
    """Whether code, which need not be right, seems to bind a name."""
    if name not in text:
        return False
    pattern = rf"^[ \t]*(?:async +)?(?:def|class) +{name}\b|^{name}\b[^=\n(]*=(?!=)"
    return re.search(pattern, text, re.MULTILINE) is not None


# ---------------------------------------------------------------- names that cells bind and use

# Lines that are for Jupyter, or ends of lines: `!ls`, `files = !ls`, `x = %timeit -o f()`.
FOR_JUPYTER = re.compile(r"^(?P<indent>[ \t]*)[%!?].*$|(?<==)[ \t]*[%!].*$", re.MULTILINE)
# What the value of an assignment may consist of to be a definition: nothing runs for it.
PLAIN = (ast.Constant, ast.Name, ast.Attribute, ast.Tuple, ast.List, ast.Dict, ast.UnaryOp)
PLAIN += (ast.unaryop, ast.expr_context)


def _take_along(sources, others, bound, remarks):
    """Put before the texts of an exercise what they use and only another cell defines.

    Arguments:
        sources: as `read_answers` returns them; changed here.
        others: the texts of the cells that belong to no exercise.
        bound: the names for which there is no need to look.
    """
    definitions = {}  # the last one of a name counts, as in a kernel
    for text in others:
        definitions |= _definitions(text)
    for name in bound:
        definitions.pop(name, None)
    for texts in sources.values():
        words = set(re.findall(r"\w+", " ".join(texts)))
        if words.isdisjoint(definitions):  # as good as always, and parsing takes time
            continue
        for name in set().union(*map(bound_names, texts)):
            definitions.pop(name, None)
        found, queue = [], sorted(set().union(*map(used_names, texts)) & definitions.keys())
        while queue:
            found.append(queue.pop())
            queue += sorted(
                (used_names(definitions[found[-1]]) & definitions.keys()).difference(found, queue)
            )
        if found:
            remarks.along += sorted(found)
            along = [definitions[name] for name in list(definitions) if name in found]
            texts.insert(0, TAKEN_ALONG + "\n\n".join(dict.fromkeys(along)))
        for name in found:
            del definitions[name]


UNREADABLE = SyntaxError, ValueError, RecursionError, MemoryError


def _python(text):
    """A cell without its lines for Jupyter."""

    def instead(line):
        return " None" if line["indent"] is None else f"{line['indent']}pass"

    return FOR_JUPYTER.sub(instead, text)


def _parsed(text):
    """The statements of a cell; none if it is no Python."""
    try:
        return ast.parse(_python(text)).body
    except UNREADABLE:
        return []


@functools.lru_cache(maxsize=250)
def bound_names(text: str) -> frozenset[str]:
    """The names that a cell binds in the notebook."""
    return frozenset(name for statement in _parsed(text) for name in _bound_by(statement))


def binds(text: str, name: str) -> bool:
    """Whether a cell, which need not be right, is one that makes a name."""
    return bool(name) and (name in bound_names(text) or defines(text, name))


def _bound_by(statement) -> Iterator[str]:
    queue = [statement]
    while queue:
        node = queue.pop()
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            yield node.name
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            yield from (name.asname or name.name.partition(".")[0] for name in node.names)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        elif not isinstance(node, (ast.Lambda, ast.comprehension)):
            queue += ast.iter_child_nodes(node)


def used_names(text: str) -> set[str]:
    """The names that a cell takes from the notebook, in its functions too."""
    try:
        queue = [symtable.symtable(_python(text), "<cell>", "exec")]
    except UNREADABLE:
        return set()
    found = set()
    while queue:
        table = queue.pop()
        queue += table.get_children()
        # In a function a name is the notebook's if it is global, outside of one if it is used.
        outside = table.get_type() == "module"
        symbols = table.get_symbols()
        found |= {
            s.get_name() for s in symbols if (s.is_referenced() if outside else s.is_global())
        }
    return found


@functools.lru_cache(maxsize=250)
def _definitions(text):
    """{name: its definition} of the functions, classes, imports and constants of a cell."""
    found = {}
    for statement in _parsed(text):
        value = getattr(statement, "value", None)
        if isinstance(statement, (ast.Assign, ast.AnnAssign)):
            plain = value is not None and all(isinstance(node, PLAIN) for node in ast.walk(value))
            if not plain and not isinstance(value, ast.Lambda):
                continue
        elif not isinstance(
            statement,
            (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom),
        ):
            continue
        try:
            found |= dict.fromkeys(_bound_by(statement), ast.unparse(statement))
        except RecursionError:
            continue
    return found
