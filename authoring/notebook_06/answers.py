"""Right answers to the exercises of notebook 06, each written in another way."""

from authoring.answers import with_edits

# A learner's own way of the two models; pieces of them are replaced below.
TWO = """
def two_layer_model(X, Y, layers_dims, learning_rate=0.3, num_iterations=2500, print_cost=False):
    parameters = initialize_parameters(*layers_dims)
    costs = []
    for i in range(num_iterations):
        A1, cache1 = linear_activation_forward(X, parameters["W1"], parameters["b1"], "relu")
        A2, cache2 = linear_activation_forward(A1, parameters["W2"], parameters["b2"], "sigmoid")
        cost = compute_cost(A2, Y)
        dA2 = -(np.divide(Y, A2) - np.divide(1 - Y, 1 - A2))
        grads = {}
        dA1, grads["dW2"], grads["db2"] = linear_activation_backward(dA2, cache2, "sigmoid")
        dA0, grads["dW1"], grads["db1"] = linear_activation_backward(dA1, cache1, "relu")
        parameters = update_parameters(parameters, grads, learning_rate)
        if i % 100 == 0:
            costs.append(cost)
            if print_cost:
                print(i, cost)
    return parameters, costs
"""
DEEP = """
def L_layer_model(
    X, Y, layers_dims, learning_rate=0.3, num_iterations=2500, print_cost=False, seed=1
):
    parameters = initialize_parameters_scaled(layers_dims, seed)
    costs = []
    for i in range(num_iterations):
        AL, caches = L_model_forward(X, parameters)
        cost = compute_cost(AL, Y)
        grads = L_model_backward(AL, Y, caches)
        parameters = update_parameters(parameters, grads, learning_rate)
        if i % 100 == 0:
            costs.append(cost)
            if print_cost:
                print(i, cost)
    return parameters, costs
"""
BACKWARD = TWO[TWO.index("        dA1, grads") : TWO.index("        parameters = update")]
UPDATE = "        parameters = update_parameters(parameters, grads, learning_rate)\n"
BODY = """\
        if i % 100 == 0:
            costs.append(cost)
            if print_cost:
                print(i, cost)
"""

RIGHT_ANSWERS = {
    "flatten_and_standardize": {
        "classic": """
def flatten_and_standardize(images):
    return images.reshape(images.shape[0], -1).T / 255
""",
        "all sizes written out": """
def flatten_and_standardize(images):
    m, height, width, channels = images.shape
    return images.reshape(m, height * width * channels).T / 255.0
""",
        "divided first": """
def flatten_and_standardize(images):
    return np.transpose((images / 255).reshape(len(images), -1))
""",
        "a loop over the images": """
def flatten_and_standardize(images):
    return np.array([image.ravel() / 255 for image in images]).T
""",
        "columns stacked": """
def flatten_and_standardize(images):
    columns = [image.flatten()[:, None].astype(float) for image in images]
    return np.hstack(columns) / 255
""",
        "axes moved, then reshaped": """
def flatten_and_standardize(images):
    m = images.shape[0]
    return np.moveaxis(images, 0, -1).reshape(-1, m) * (1 / 255)
""",
        "one number at a time": """
def flatten_and_standardize(images):
    m, height, width, channels = images.shape
    X = np.zeros((height * width * channels, m))
    for i in range(m):
        k = 0
        for row in range(height):
            for column in range(width):
                for channel in range(channels):
                    X[k, i] = int(images[i, row, column, channel]) / 255
                    k += 1
    return X
""",
        "einsum for the axes": """
def flatten_and_standardize(images):
    scaled = np.true_divide(images, 255)
    return np.ascontiguousarray(np.einsum("mhwc->hwcm", scaled).reshape(-1, len(images)))
""",
    },
    "predict": {
        "classic": """
def predict(X, parameters):
    AL, caches = L_model_forward(X, parameters)
    return (AL > 0.5).astype(int)
""",
        "where": """
def predict(X, parameters):
    AL, caches = L_model_forward(X, parameters)
    return np.where(AL > 0.5, 1, 0)
""",
        "yes or no": """
def predict(X, parameters):
    return L_model_forward(X, parameters)[0] > 0.5
""",
        "floats, in a loop": """
def predict(X, parameters):
    m = X.shape[1]
    p = np.zeros((1, m))
    probas, caches = L_model_forward(X, parameters)
    for i in range(0, probas.shape[1]):
        if probas[0, i] > 0.5:
            p[0, i] = 1
        else:
            p[0, i] = 0
    return p
""",
        "rounded": """
def predict(X, parameters):
    AL, _ = L_model_forward(X, parameters)
    return np.round(AL)
""",
        "from the sign of Z": """
def predict(X, parameters):
    _, caches = L_model_forward(X, parameters)
    Z = caches[-1][1]
    return (Z > 0) * 1
""",
        "an example at a time": """
def predict(X, parameters):
    answers = [L_model_forward(X[:, [i]], parameters)[0] > 0.5 for i in range(X.shape[1])]
    return np.concatenate(answers, axis=1).astype("int32")
""",
        "layer by layer": """
def predict(X, parameters):
    A, L = X, len(parameters) // 2
    for l in range(1, L + 1):
        activation = "relu" if l < L else "sigmoid"
        A, _ = linear_activation_forward(
            A, parameters[f"W{l}"], parameters[f"b{l}"], activation
        )
    return np.heaviside(A - 0.5, 0)
""",
    },
    "accuracy": {
        "classic": """
def accuracy(predictions, Y):
    return np.mean(predictions == Y)
""",
        "sum over m": """
def accuracy(predictions, Y):
    return np.sum(predictions == Y) / Y.shape[1]
""",
        "one minus the mistakes": """
def accuracy(predictions, Y):
    return 1 - np.mean(np.abs(predictions - Y))
""",
        "a loop": """
def accuracy(predictions, Y):
    right = 0
    for i in range(Y.shape[1]):
        if predictions[0, i] == Y[0, i]:
            right += 1
    return right / Y.shape[1]
""",
        "two products": """
def accuracy(predictions, Y):
    both = np.dot(Y, predictions.T) + np.dot(1 - Y, 1 - predictions.T)
    return float(np.squeeze(both)) / Y.size
""",
        "count_nonzero, flat": """
def accuracy(predictions, Y):
    return np.count_nonzero(np.ravel(predictions) == np.ravel(Y)) / np.size(Y)
""",
        "average of whole numbers": """
def accuracy(predictions, Y):
    same = np.equal(predictions, Y).astype(int)
    return np.average(same)
""",
        "a number of no dimension": """
def accuracy(predictions, Y):
    return np.asarray(1 - np.logical_xor(predictions, Y).mean())
""",
    },
    "two_layer_model": {
        "classic": TWO,
        "with the functions for L layers": with_edits(
            DEEP,
            ("def L_layer_model(", "def two_layer_model("),
            (", seed=1", ""),
            (
                "initialize_parameters_scaled(layers_dims, seed)",
                "initialize_parameters(layers_dims[0], layers_dims[1], layers_dims[2])",
            ),
        ),
        "names unpacked, a while loop": with_edits(
            TWO,
            (
                "    for i in range(num_iterations):\n",
                "    i = -1\n    while i < num_iterations - 1:\n        i += 1\n"
                "        W1, b1, W2, b2 = [parameters[k] for k in ('W1', 'b1', 'W2', 'b2')]\n",
            ),
            ('X, parameters["W1"], parameters["b1"], "relu"', "X, W1, b1, activation='relu'"),
        ),
        "its own update": with_edits(
            TWO,
            (
                UPDATE,
                "        parameters = {\n"
                "            k: v - learning_rate * grads['d' + k] for k, v in parameters.items()\n"
                "        }\n",
            ),
        ),
        "updated in place on its own arrays": with_edits(
            TWO,
            (
                UPDATE,
                "        for k in parameters:\n"
                "            parameters[k] -= learning_rate * grads['d' + k]\n",
            ),
        ),
        "dA2 of one fraction": with_edits(
            TWO, ("-(np.divide(Y, A2) - np.divide(1 - Y, 1 - A2))", "(A2 - Y) / (A2 * (1 - A2))")
        ),
        "products by hand": with_edits(
            TWO,
            (
                BACKWARD,
                "        m = X.shape[1]\n"
                "        dZ2 = A2 - Y\n"
                '        dZ1 = np.dot(parameters["W2"].T, dZ2) * (A1 > 0)\n'
                '        grads["dW2"] = dZ2 @ A1.T / m\n'
                '        grads["db2"] = dZ2.mean(axis=1, keepdims=True)\n'
                '        grads["dW1"] = dZ1 @ X.T / m\n'
                '        grads["db1"] = dZ1.mean(axis=1, keepdims=True)\n',
            ),
        ),
        "results in a list, costs as floats": with_edits(
            TWO, ("return parameters, costs", "return [parameters, tuple(float(c) for c in costs)]")
        ),
    },
    "initialize_parameters_scaled": {
        "pairs of neighbours": """
def initialize_parameters_scaled(layers_dims, seed=1):
    np.random.seed(seed)
    parameters = {}
    pairs = zip(layers_dims[:-1], layers_dims[1:])
    for layer, (columns, rows) in enumerate(pairs, start=1):
        parameters[f"W{layer}"] = np.random.randn(rows, columns) / columns**0.5
        parameters[f"b{layer}"] = np.zeros((rows, 1))
    return parameters
""",
        "normal with its own spread": """
def initialize_parameters_scaled(layers_dims, seed=1):
    np.random.seed(seed)
    parameters = dict()
    for l in range(1, len(layers_dims)):
        shape = (layers_dims[l], layers_dims[l - 1])
        parameters["W" + str(l)] = np.random.normal(0, 1 / np.sqrt(shape[1]), shape)
        parameters["b" + str(l)] = np.zeros(shape=(layers_dims[l], 1))
    return parameters
""",
        "a generator of its own": """
def initialize_parameters_scaled(layers_dims, seed=1):
    random = np.random.RandomState(seed)
    parameters = {}
    for l in range(1, len(layers_dims)):
        n, n_prev = layers_dims[l], layers_dims[l - 1]
        parameters["W" + str(l)] = random.standard_normal((n, n_prev)) * np.sqrt(1 / n_prev)
        parameters["b" + str(l)] = np.full((n, 1), 0.0)
    return parameters
""",
        "scaled afterwards, biases last": """
def initialize_parameters_scaled(layers_dims, seed=1):
    np.random.seed(seed)
    L = len(layers_dims) - 1
    parameters = {}
    for l in range(L):
        W = np.random.randn(layers_dims[l + 1], layers_dims[l])
        W /= np.sqrt(layers_dims[l])
        parameters["W%d" % (l + 1)] = W
    for l in range(L):
        parameters["b%d" % (l + 1)] = np.zeros_like(parameters["W%d" % (l + 1)][:, :1])
    return parameters
""",
        "one number at a time": """
def initialize_parameters_scaled(layers_dims, seed=1):
    np.random.seed(seed)
    parameters = {}
    for l in range(1, len(layers_dims)):
        n, k = layers_dims[l], layers_dims[l - 1]
        rows = [[np.random.randn() / np.sqrt(k) for _ in range(k)] for _ in range(n)]
        parameters["W" + str(l)] = np.array(rows)
        parameters["b" + str(l)] = np.array([[0.0]] * n)
    return parameters
""",
        "a power of the size": """
def initialize_parameters_scaled(layers_dims, seed=1):
    np.random.seed(seed)
    parameters = {}
    for l in range(1, len(layers_dims)):
        W = np.random.randn(layers_dims[l], layers_dims[l - 1])
        parameters["b" + str(l)] = np.zeros([layers_dims[l], 1])
        parameters["W" + str(l)] = np.multiply(W, np.float64(layers_dims[l - 1]) ** -0.5)
    return parameters
""",
    },
    "L_layer_model": {
        "classic": DEEP,
        "the seed by name": with_edits(
            DEEP, ("(layers_dims, seed)", "(layers_dims=layers_dims, seed=seed)")
        ),
        "all costs kept, and then every 100th": with_edits(
            DEEP,
            (BODY, "        costs.append(cost)\n"),
            ("return parameters, costs", "return parameters, costs[::100]"),
        ),
        "the update by hand": with_edits(
            DEEP,
            (
                UPDATE,
                "        for l in range(1, len(layers_dims)):\n"
                '            for kind in "Wb":\n'
                "                key = kind + str(l)\n"
                "                step = learning_rate * grads['d' + key]\n"
                "                parameters[key] = parameters[key] - step\n",
            ),
        ),
        "shows its progress": with_edits(
            DEEP, (BODY, "        show_progress(i, num_iterations, cost)\n" + BODY)
        ),
        "nested functions": """
def L_layer_model(
    X, Y, layers_dims, learning_rate=0.3, num_iterations=2500, print_cost=False, seed=1
):
    def step(parameters):
        AL, caches = L_model_forward(X, parameters)
        new = update_parameters(parameters, L_model_backward(AL, Y, caches), learning_rate)
        return new, compute_cost(AL, Y)

    parameters, costs = initialize_parameters_scaled(list(layers_dims), seed), []
    for i in range(num_iterations):
        parameters, cost = step(parameters)
        costs += [cost] * (i % 100 == 0)
    return parameters, costs
""",
        "prints and keeps in one place": with_edits(
            DEEP,
            (
                BODY,
                "        if not i % 100:\n            costs.append(np.squeeze(cost))\n"
                "        if print_cost and (i % 100 == 0 or i == num_iterations - 1):\n"
                '            print("Cost after iteration {}: {}".format(i, np.squeeze(cost)))\n',
            ),
        ),
    },
}
