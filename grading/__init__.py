"""Grade a class: submissions in, points and reasons out. `python -m grading ASSIGNMENT`."""
