"""The author's side of the course: from a master to all that is made of it. Never released.

masters.py     find, read and run the masters          clean.py     keep them clean
cases.py       fresh and secret cases                  mistakes.py  the mistakes of learners
mutation.py    mutants                                 answers.py   right answers
expected.py    makes `exercises/expected/`             solved.py    makes `solved/`
figures.py     draws the pictures, with drawing.py     datasets.py  makes the data
lock.py        makes the pins
notebook_NN/   what the author of a notebook writes beside the master
"""
