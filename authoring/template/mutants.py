"""What the mutation run needs for notebook NN; see `authoring/mutation.py`.

CONDITIONS: {exercise: {name: condition on the arguments}}: a mutant is right only where one holds.
MAKERS: {exercise: function that yields arguments which the contract allows}.
"""

CONDITIONS = {
    "mean_absolute_error": {
        "m == 4": lambda predictions, Y: Y.shape[1] == 4,
        "m > 1": lambda predictions, Y: Y.shape[1] > 1,
        "at most four examples": lambda predictions, Y: Y.shape[1] <= 4,
        "positive numbers": lambda predictions, Y: (Y > 0).all(),
        "small numbers": lambda predictions, Y: (abs(predictions) < 9).all(),
        "first prediction too large": lambda predictions, Y: predictions[0, 0] > Y[0, 0],
    },
}


def _mean_absolute_error(rng, solved):
    for m in (1, 2, 3, 4, 5, 9, 20):
        yield rng.normal(size=(1, m)), rng.normal(size=(1, m))
        yield 50 * rng.normal(size=(1, m)), 1.0 * rng.integers(0, 2, size=(1, m))


MAKERS = {"mean_absolute_error": _mean_absolute_error}
