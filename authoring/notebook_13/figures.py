"""The pictures of notebook 13."""
FIGURES = {}
