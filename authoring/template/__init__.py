"""What the author of notebook NN writes beside the master.

cases.py        fresh cases, one function per exercise
mistakes.py     mistakes that learners make, and the sentence each deserves
answers.py      right answers in other spellings
mutants.py      arguments that the contract allows, for the machine's mutants
figures.py      the pictures
test_claims.py  the numbers that the prose claims
"""
