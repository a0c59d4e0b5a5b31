"""The tests of the exercises. A notebook imports its own: `from exercises.notebook_NN import *`.

    notebook_NN.py    the tests of a notebook, one declaration each
    testing.py        how a test goes: public cases, fresh cases, verdict, points
    ladder.py         how it judges a function, case by case
    compare.py        the first difference between an answer and the expected one
    diagnose.py       the cause of a mistake
    repair.py         the small change that makes a function right: it names the mistake
    edits.py          the small changes that are tried
    calls.py          the calls that a function makes, compared with those of the solution
    about_errors.py   the cause of an error that Python or NumPy raised
    functions.py      what a learner's function says of itself: first line, names, numbers
    errors.py         the exceptions that are one sentence
    declarations.py   what an exercise, a case and a known mistake are
    score_card.py     the table at the end of a notebook
    progress.py       what has passed, kept between sessions in the learner's folder
    tracebacks.py     the cause of an error, below its traceback
    expected/         the data the tests compare with, made from the solved notebooks

It needs NumPy alone, and holds no solution.
"""
