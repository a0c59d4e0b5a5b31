"""The author's side of notebook 12.

cases.py        fresh cases and allowed arguments, one function per exercise
mistakes.py     mistakes that learners make, and the sentence each deserves
answers.py      right answers in other spellings
figures.py      the pictures
test_claims.py  the numbers that the prose claims
"""
