"""What nbgrader does in the JupyterLab that `python run.py start` opens."""

from grading.validation import patch_validator

# The Validate button runs what the grader would run.
patch_validator()
