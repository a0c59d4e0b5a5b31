"""The pictures of notebook 08, regularization."""

FIGURES = {}
