"""Right answers to the exercises of notebook NN, each written in another way."""

RIGHT_ANSWERS = {
    "mean_absolute_error": {
        "classic": """
def mean_absolute_error(predictions, Y):
    return np.mean(np.abs(predictions - Y))
""",
        "in a loop": """
def mean_absolute_error(predictions, Y):
    total = 0.0
    for j in range(Y.shape[1]):
        total += abs(predictions[0, j] - Y[0, j])
    return total / Y.shape[1]
""",
        "as a norm": """
def mean_absolute_error(predictions, Y):
    return np.linalg.norm((predictions - Y).ravel(), 1) / Y.size
""",
        "larger minus smaller": """
def mean_absolute_error(predictions, Y):
    return (np.maximum(predictions, Y) - np.minimum(predictions, Y)).mean()
""",
        "root of the square": """
def mean_absolute_error(predictions, Y):
    errors = np.sqrt((predictions - Y) ** 2)
    return float(errors.sum() / errors.shape[1])
""",
        "product with signs": """
def mean_absolute_error(predictions, Y):
    errors = predictions - Y
    return np.squeeze(np.sign(errors) @ errors.T) / len(Y[0])
""",
    },
}
