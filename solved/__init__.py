"""Solved notebooks as modules, for the notebooks that build on them.

Spoilers: `solved.notebook_04` holds the solutions of notebook 04. It is there so that nobody is
stuck in a later notebook behind an exercise of an earlier one.
"""
