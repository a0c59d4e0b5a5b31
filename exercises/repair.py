"""Repair: find the one small change that makes a learner's function right: it names the mistake.

The changes of `edits.py` are tried one after the other. One is reported only if every case is
right with it, or, where there are several mistakes, if one more part of the answer is right in
every case and none is lost. So what is said is true, whatever the learner had in mind. Where there
are several mistakes, a part may also be right because a line is gone that is wrong and needed: that
is not reported.

A function without a text, such as one that lives in another process, is not repaired.
"""

import ast
import inspect
import itertools
import linecache
import re
import sys
import textwrap
from collections.abc import Callable, Sequence
from types import CodeType, FrameType, FunctionType
from typing import Any, NamedTuple

import numpy as np

from exercises.edits import LEFT_OUT, Edit, Scope, edits, first_line
from exercises.functions import global_names, namespace

MOST_STEPS = 1_200_000  # lines and calls, of all tries together
EACH_TRY = 400  # of these for making the changed function, and comparing its answer
LONGER = 20  # times as many steps as the learner's own function a try may take
WIDTH = 70  # characters of a quoted piece of code
KEPT = 8  # words and signs shown beside what differs in two long pieces
FILE = "<a change of your function>"


class Result(NamedTuple):
    """What comes out of one case.

    Attributes:
        is_right: whether all of it is right.
        parts: {name of a part: whether it is right}; None where the function raised an error, or
            returned another kind of thing.
    """

    is_right: bool
    parts: dict[str, bool] | None


class Repair(NamedTuple):
    """What a small change is good for.

    Attributes:
        full: the sentence about the change with which every case is right, or None.
        partial: that about one with which a part of the answer is right, or None.
    """

    full: str | None = None
    partial: str | None = None


class TooLong(BaseException):
    """A call has taken too many steps. Learners' code does not catch it."""


def repair(
    target: Callable,
    count: int,
    attempt: Callable[[Callable, int], Result],
    keys: Sequence[str] = (),
    functions: Sequence[str] = (),
) -> Repair:
    """Find the change that makes a function right.

    Arguments:
        target: the learner's function; at least one case is wrong.
        count: the number of cases.
        attempt: attempt(function, index) calls a function in a case.
        keys: those of the dictionaries among the arguments and in the answer.
        functions: the names of functions of the notebook that an answer may need.
    """
    tree = _tree(target)
    if tree is None:
        return Repair()
    learner = _Learner(target, tree, count, attempt)
    return learner.search(edits(tree.body[0], learner.scope(keys, functions)))


def _tree(target):
    """The parsed text of a function, or None where it is not that of its code."""
    if not isinstance(target, FunctionType) or target.__closure__:
        return None
    try:
        tree = ast.parse(textwrap.dedent(inspect.getsource(target)))
        function = tree.body[0]
        codes = _codes(tree)
        if target.__code__.co_code not in codes:  # an import in the same cell makes another code
            codes = _codes("".join(linecache.getlines(target.__code__.co_filename)))
    except (OSError, TypeError, SyntaxError, ValueError, IndentationError):
        return None
    is_plain = isinstance(function, ast.FunctionDef) and not function.decorator_list
    same = target.__code__.co_code in codes
    return tree if is_plain and len(tree.body) == 1 and same else None


def _codes(text):
    """The instructions of each function that a text or a tree defines."""
    constants = compile(text, FILE, "exec").co_consts
    return [code.co_code for code in constants if isinstance(code, CodeType)]


class _Learner:
    """A learner's function, and what comes out of it."""

    def __init__(self, target, tree, count, attempt):
        self.target, self.tree, self.attempt = target, tree, attempt
        self.steps, self.limit = 0, MOST_STEPS
        self.locals: dict[str, Any] = {}
        self.ran: set[int] = set()  # lines that have run, the first of the function being 1
        self.results, taken, lines = [], [], []
        for index in range(count):
            self.steps, self.ran = 0, set()
            self.results.append(self.run(target, index))
            taken.append(self.steps)
            lines.append(self.ran)
        self.steps = 0
        wrong = [index for index in range(count) if not self.results[index].is_right]
        # The wrong case that is the quickest decides about most changes.
        self.first = min(wrong, key=lambda index: taken[index], default=None)
        self.rest = sorted(set(range(count)) - {self.first}, key=lambda index: taken[index])
        # A function that is right may take many more steps than one that ends early.
        self.most = [LONGER * steps + MOST_STEPS // 60 for steps in taken]
        self.lines = [lines[index] for index in wrong]

    def run(self, function, index, most=MOST_STEPS):
        self.limit = self.steps + most

        def watched(*arguments):
            before = sys.gettrace()
            sys.settrace(self._event)
            try:
                return function(*arguments)
            finally:
                sys.settrace(before)

        try:
            return self.attempt(watched, index)
        except TooLong:
            return Result(False, None)

    def _event(self, frame: FrameType, event: str, _):
        self.steps += 1
        if frame.f_code is self.target.__code__:
            self.ran.add(frame.f_lineno - frame.f_code.co_firstlineno + 1)
            if event == "return":
                self.locals |= frame.f_locals
        elif frame.f_code.co_filename != FILE:
            return None
        if self.steps > self.limit and event == "line":
            raise TooLong
        return self._event

    def scope(self, keys, functions):
        names = {
            name: value for name, value in self.locals.items() if not name.startswith((".", "_"))
        }
        kinds = {"arrays": [], "numbers": [], "others": []}
        for name, value in names.items():
            is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
            is_number |= isinstance(value, np.number)
            is_array = isinstance(value, np.ndarray)
            kinds["arrays" if is_array else "numbers" if is_number else "others"].append(name)
        texts = [
            node.value
            for node in ast.walk(self.tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
        ]
        texts = [text for text in texts if len(text) <= 12]
        used = [name for name in global_names(self.target) if name in functions]
        arguments = list(inspect.signature(self.target).parameters)
        return Scope(
            **kinds,
            arguments=arguments,
            functions=tuple(dict.fromkeys([*used, *functions])),
            keys=tuple(dict.fromkeys([*texts, *keys])),
        )

    def search(self, found: Sequence[Edit]) -> Repair:
        best, most = None, 0
        for edit in found:
            if not self.lines or any(map(edit.lines().isdisjoint, self.lines)):
                continue
            self.steps += EACH_TRY
            if self.steps > MOST_STEPS:
                break
            function = self.changed(edit)
            gained = self.gained(function, most) if function else []
            if gained is None:
                return Repair(full=self.sentence(edit, "every case is right"))
            if gained and not _leaves_out_a_line(edit):
                are = "is" if len(gained) == 1 else "are"
                best, most = self.sentence(edit, f"{_join(gained)} {are} right"), len(gained)
        return Repair(partial=best)

    def gained(self, function, least):
        """The parts of the answer that a change mends in every case; None if all is right then.

        There are none if it mends no more than `least` parts, or if a part is wrong with it that is
        right without it.
        """
        before = self.results[self.first]
        first = self.run(function, self.first, self.most[self.first])
        if not first.is_right and len(_gained(before, first)) <= least:
            return []
        results = {self.first: first}
        for index in self.rest:
            results[index] = self.run(function, index, self.most[index])
            if results[index].parts is None or _lost(self.results[index], results[index]):
                return []
        if all(result.is_right for result in results.values()):
            return None
        if any(result.parts is None for result in self.results):
            return []
        gained = [
            name
            for name in first.parts
            if all(result.parts.get(name, True) for result in results.values())
            and not all(result.parts.get(name, True) for result in self.results)
        ]
        return gained if len(gained) > least else []

    def changed(self, edit):
        """The function with a change, or None where that makes no code."""
        edit.make()
        try:
            names = {}
            exec(compile(self.tree, FILE, "exec"), namespace(self.target), names)
        except (SyntaxError, ValueError, TypeError, RecursionError):
            return None
        finally:
            edit.undo()
        return names[self.target.__name__]

    def sentence(self, edit, effect):
        _, _, _, old, new, statement = edit.places[0]
        line, others = first_line(statement), len(edit.places) - 1
        look = f"Look at `{_cut(line)}`"
        if edit.words:
            return f"{look}: {edit.words}, {effect}."
        around, new = _around_what_stands_once(edit), first_line(new)
        if around is not old:
            shown = {id(part) for part in ast.walk(around)}
            others = sum(id(place.old) not in shown for place in edit.places)
            old, new = around, _with(edit, around)
        whole = first_line(old) == line and not others
        old, new = _around_the_difference(first_line(old), new)
        change = f"with `{new}` in {'its place' if whole else f'place of `{old}`'}"
        if others:
            change += f", and the same in {others} other place{'s' * (others > 1)}"
        return f"{look}: {change}, {effect}."


def _with(edit, node):
    """The first line of a piece of code around a change, with the change."""
    edit.make()
    try:
        return first_line(node)
    finally:
        edit.undo()


def _leaves_out_a_line(edit):
    """Whether nothing is left of what a line does: it is gone, or gives no name a new value."""
    place = edit.places[0]
    target, _, value = _with(edit, place.statement).partition(" = ")
    return edit.words == LEFT_OUT or isinstance(place.new, ast.Expr) or target == value


def _around_what_stands_once(edit):
    """The smallest piece of code around the first place of a change that says which one is meant.

    It is the place itself, unless its line has more that look like it than are changed.
    """
    node, statement = edit.places[0].old, edit.places[0].statement
    changed = sum(place.statement is statement for place in edit.places)
    parents = {
        id(part): node for node in ast.walk(statement) for part in ast.iter_child_nodes(node)
    }
    texts = [ast.dump(part) for part in ast.walk(statement)]
    while (
        isinstance(node, ast.AST)
        and node is not statement
        and texts.count(ast.dump(node)) > changed
    ):
        node, changed = parents[id(node)], 1
    return node


def _gained(before, after):
    """The parts that are right after a change and not before it, if none is lost."""
    if before.parts is None or after.parts is None or _lost(before, after):
        return []
    return [name for name, right in after.parts.items() if right and not before.parts.get(name)]


def _lost(before, after):
    parts = (before.parts or {}).items()
    return any(right and not (after.parts or {}).get(name) for name, right in parts)


def _join(names):
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


def _cut(text, width=WIDTH):
    return text if len(text) <= width else text[: width - 4] + " ..."


def _around_the_difference(old: str, new: str) -> tuple[str, str]:
    """Two pieces of code without what they share at both ends, where they are long."""
    words = [re.findall(r"\w+|\W", text) for text in (old, new)]
    if max(len(old), len(new)) <= WIDTH:
        return old, new
    shortest, same = min(map(len, words)), [0, 0]
    for end, step in enumerate((1, -1)):
        pairs = zip(*(each[::step] for each in words), strict=False)
        for one, other in itertools.islice(pairs, shortest - same[0]):
            if one != other:
                break
            same[end] += 1
    start, stop = (max(count - KEPT, 0) for count in same)
    before, after = "... " * (start > 0), " ..." * (stop > 0)
    return tuple(
        _cut(before + "".join(each[start : len(each) - stop]) + after, 2 * WIDTH) for each in words
    )
