"""Explain tracebacks: what a test has to say, below the learner's own traceback.

A cell calls a function on the public case, prints what comes out, and tests it. Where the first of
these raises, the test is never reached, and the learner has a traceback without its cause. So in
Jupyter the test is asked then, and its sentences become a note of the error.
"""

import contextlib
import io
import re
import sys
from collections.abc import Callable

from exercises.errors import OneSentence

TEST = re.compile(r"\b(\w+)_test\(")


def explain_tracebacks(tests: dict[str, Callable]) -> None:
    """In Jupyter, add a test's sentences to the errors of the cell it stands in; else do nothing.

    Arguments:
        tests: {function: its test}.
    """
    IPython = sys.modules.get("IPython")
    shell = IPython.get_ipython() if IPython else None
    if shell is None:
        return

    def show(shell, kind, error, traceback, tb_offset=None):
        # A judged error has a cause already, and an error that is one sentence needs none.
        if not isinstance(error, OneSentence) and not hasattr(error, "cause"):
            for note in _explanations(tests, shell.user_ns):
                error.add_note(note)
        shell.showtraceback((kind, error, traceback), tb_offset=tb_offset)

    shell.set_custom_exc((Exception,), show)


def _explanations(tests, names):
    """The sentences of the tests in the running cell; `names` are those of the notebook."""
    for function in TEST.findall(names["In"][-1]):
        if function not in tests or function not in names:
            continue
        try:
            with contextlib.redirect_stdout(io.StringIO()):
                tests[function](names[function])
        except Exception as error:
            if isinstance(error, OneSentence):
                yield str(error)
            else:
                yield from getattr(error, "__notes__", [])
