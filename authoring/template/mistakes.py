"""The mistakes that learners make in notebook NN: see `authoring/mistakes.py`."""

ERROR = "np.sum(np.abs(predictions - Y)) / m"

# (exercise, edits of the master's solution, the sentence it deserves)
MISTAKES = [
    ("mean_absolute_error", [(ERROR, "np.sum(np.abs(predictions - Y))")], "You return the sum: divide by m, the number of examples."),
    ("mean_absolute_error", [(ERROR, "np.sum(predictions - Y) / m")], "Errors of opposite signs cancel: take the absolute value of each before you add."),
    ("mean_absolute_error", [(ERROR, "np.abs(np.sum(predictions - Y)) / m")], "The absolute value is taken of the sum: take it of each error before you add."),
    ("mean_absolute_error", [(ERROR, "np.sum((predictions - Y) ** 2) / m")], "You square the errors: this exercise asks for their absolute values."),
    ("mean_absolute_error", [(ERROR, "np.sqrt(np.sum((predictions - Y) ** 2) / m)")], "That is the root of the mean square: this exercise asks for the mean of the absolute values."),
    ("mean_absolute_error", [(ERROR, "np.abs(predictions - Y)")], "You return one error per example: add them up and divide by m."),
    ("mean_absolute_error", [(ERROR, "np.max(np.abs(predictions - Y))")], "You return the largest error: take the mean of all of them."),
    ("mean_absolute_error", [(ERROR, "np.sum(np.abs(predictions - Y)) / Y.shape[0]")], "You divide by Y.shape[0], which is 1: the number of examples is Y.shape[1]."),
    ("mean_absolute_error", [(ERROR, "np.median(np.abs(predictions - Y))")], "You return the median: take the mean."),
]  # fmt: skip

# The same mistakes in another spelling, by default the classic one of answers.py, and how the
# sentence begins that the test must say.
OTHER_SPELLINGS = [
    ("mean_absolute_error", [("np.mean(", "np.sum(")], "You return the sum"),
    ("mean_absolute_error", [("np.abs(predictions - Y)", "predictions - Y")], "Errors of opposite signs"),
    ("mean_absolute_error", [("np.mean(np.abs(predictions - Y))", "np.abs(np.mean(predictions - Y))")], "The absolute value is taken"),
    ("mean_absolute_error", [("np.abs(predictions - Y)", "np.square(predictions - Y)")], "You square the errors"),
    ("mean_absolute_error", [("np.mean(", "np.max(")], "You return the largest error"),
    ("mean_absolute_error", [("return", "error =")], "None (is a `return` missing?)"),
]  # fmt: skip

# Rows as above, whose message should say so and does not yet.
NOT_YET_NAMED = []

# Edits of the master's solution that the test must catch, without a sentence of their own.
UNEXPLAINED = {
    "mean_absolute_error": [
        [("/ m", "/ (m - 1)")],
        [("/ m", "/ 4")],
        [("/ m", "/ predictions.size ** 2")],
        [(ERROR, "np.sum(np.abs(predictions[:, 1:] - Y[:, 1:])) / m")],
        [(ERROR, "np.sum(np.abs(predictions[:, :4] - Y[:, :4])) / m")],
        [(ERROR, "np.sum(np.maximum(predictions - Y, 0)) / m")],
        [(ERROR, "round(np.sum(np.abs(predictions - Y)) / m, 4)")],
        [(ERROR, "np.float32(np.sum(np.abs(predictions - Y)) / m)")],
        [(ERROR, "np.sum(np.abs(np.abs(predictions) - Y)) / m")],
        [("m = Y.shape[1]", "m = Y.shape[1]; Y -= predictions; Y += predictions")],
    ],
}  # fmt: skip


# Conditions on the arguments: a mutant is right only where one of them holds


RIGHT_ONLY_IF = {
    "mean_absolute_error": {
        "m == 4": lambda predictions, Y: Y.shape[1] == 4,
        "m > 1": lambda predictions, Y: Y.shape[1] > 1,
        "at most four examples": lambda predictions, Y: Y.shape[1] <= 4,
        "positive numbers": lambda predictions, Y: (Y > 0).all(),
        "small numbers": lambda predictions, Y: (abs(predictions) < 9).all(),
        "first prediction too large": lambda predictions, Y: predictions[0, 0] > Y[0, 0],
    },
}
