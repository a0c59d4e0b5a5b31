"""The author's side of notebook 12.

cases.py        fresh cases and allowed arguments, one function per exercise
mistakes.py     mistakes that learners make, and the sentence each deserves
answers.py      right answers in other spellings
figures.py      the pictures
measure.py      many trainings, and what the loops cost: makes the two tables
test_claims.py  the numbers that the prose claims, and that the tables come out again
"""
