"""Explain tracebacks: what a test has to say, below the learner's own traceback.

A cell calls a function on the public case, prints what comes out, and tests it. Where the first of
these raises, the test is never reached, and the learner has a traceback without its cause. So in
Jupyter the test is asked then, and its sentences become a note of the error. The traceback shows
the learner's own lines alone.
"""

import contextlib
import io
import re
import sys
from types import TracebackType
from typing import TYPE_CHECKING

from exercises.cells import Cells
from exercises.errors import OneSentence

if TYPE_CHECKING:
    from exercises.testing import Exercises

TEST = re.compile(r"\b(\w+)_test\(")
# Whose lines a traceback leaves out: the course's and NumPy's.
NOT_THE_LEARNERS = {
    "dnn_tools",
    "dnn_utils",
    "exercises",
    "numpy",
    "public_tests",
    "solved",
    "torch",
    "testCases",
}


def explain_tracebacks(exercises: "Exercises") -> Cells:
    """In Jupyter, add a test's sentences to the errors of the cell it stands in.

    Returns:
        the cells that have run. It is kept up to date in Jupyter, and empty elsewhere.
    """
    cells = Cells()
    IPython = sys.modules.get("IPython")
    shell = IPython.get_ipython() if IPython else None
    if shell is None:
        return cells

    def show(shell, kind, error, traceback, tb_offset=None):
        # A judged error has a cause already, and an error that is one sentence needs none.
        if not isinstance(error, OneSentence) and not hasattr(error, "cause"):
            for note in _explanations(exercises, shell.user_ns, error):
                error.add_note(note)
        with contextlib.suppress(Exception):  # yellow and cyan are hard to read on pink
            shell.InteractiveTB.set_theme_name("nocolor")
        shell.showtraceback((kind, error, learners_lines(traceback)), tb_offset=tb_offset)

    shell.set_custom_exc((Exception,), show)
    shell.events.register("post_run_cell", cells.follow)
    return cells


def learners_lines(traceback: TracebackType) -> TracebackType:
    """A traceback without the lines of the course and of NumPy; the whole one if none is left."""
    kept, trace = [], traceback
    while trace:
        module = str(trace.tb_frame.f_globals.get("__name__", "")).split(".")[0]
        if module not in NOT_THE_LEARNERS:
            kept.append(trace)
        trace = trace.tb_next
    chain = None
    for trace in reversed(kept):
        chain = TracebackType(chain, trace.tb_frame, trace.tb_lasti, trace.tb_lineno)
    return chain or traceback


def _explanations(exercises, names, error):
    """The sentences on an error of the running cell; `names` are those of the notebook."""
    undefined = exercises.not_defined(error) if isinstance(error, NameError) else None
    if undefined:
        yield undefined
        return
    for function in TEST.findall(names["In"][-1]):
        if function not in exercises.tests or function not in names:
            continue
        try:
            with contextlib.redirect_stdout(io.StringIO()):
                exercises.tests[function](names[function])
        except Exception as failure:
            if isinstance(failure, OneSentence):
                yield str(failure)
            else:
                yield from getattr(failure, "__notes__", [])
