"""The data that the tests compare with: made by `python -m course.expected`, not by hand."""
