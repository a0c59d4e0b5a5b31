"""The data that the tests compare with: made by `python -m authoring.expected`, not by hand."""
