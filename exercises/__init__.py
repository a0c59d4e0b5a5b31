"""The tests of the exercises. A notebook imports its own: `from exercises.notebook_NN import *`.

    notebook_NN.py    the tests of a notebook, a declaration each
    testing.py        how a test goes: public cases, fresh cases, verdict, points
    ladder.py         how it judges an answer, and finds the cause
    score_card.py     the table at the end of a notebook
    expected/         the data the tests compare with, made from the solved notebooks

It needs NumPy alone, and holds no solution.
"""
