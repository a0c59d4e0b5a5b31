"""The data that the tests compare with: made by `python -m authoring make`, not by hand."""
