"""Right answers to the exercises of notebook 06, each written in another way."""

from authoring.banks import right

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


def changed(source, *pairs):
    """The source with pieces replaced: old, new, old, new, ..."""
    for old, new in zip(pairs[::2], pairs[1::2], strict=True):
        assert old in source, old
        source = source.replace(old, new)
    return source


BACKWARD = TWO[TWO.index("        dA1, grads") : TWO.index("        parameters = update")]
BODY = """        if i % 100 == 0:
            costs.append(cost)
            if print_cost:
                print(i, cost)
"""

RIGHT_ANSWERS = [
    # Exercise 1
    right(
        "flatten_and_standardize",
        "all sizes written out",
        """
        def flatten_and_standardize(images):
            m, height, width, channels = images.shape
            return images.reshape(m, height * width * channels).T / 255.0
        """,
    ),
    right(
        "flatten_and_standardize",
        "divided first",
        """
        def flatten_and_standardize(images):
            return np.transpose((images / 255).reshape(len(images), -1))
        """,
    ),
    right(
        "flatten_and_standardize",
        "a loop over the images",
        """
        def flatten_and_standardize(images):
            return np.array([image.ravel() / 255 for image in images]).T
        """,
    ),
    right(
        "flatten_and_standardize",
        "columns stacked",
        """
        def flatten_and_standardize(images):
            columns = [image.flatten()[:, None].astype(float) for image in images]
            return np.hstack(columns) / 255
        """,
    ),
    right(
        "flatten_and_standardize",
        "axes moved, then reshaped",
        """
        def flatten_and_standardize(images):
            m = images.shape[0]
            return np.moveaxis(images, 0, -1).reshape(-1, m) * (1 / 255)
        """,
    ),
    right(
        "flatten_and_standardize",
        "one number at a time",
        """
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
    ),
    right(
        "flatten_and_standardize",
        "einsum for the axes",
        """
        def flatten_and_standardize(images):
            scaled = np.true_divide(images, 255)
            return np.ascontiguousarray(np.einsum("mhwc->hwcm", scaled).reshape(-1, len(images)))
        """,
    ),
    # Exercise 2
    right(
        "predict",
        "where",
        """
        def predict(X, parameters):
            AL, caches = L_model_forward(X, parameters)
            return np.where(AL > 0.5, 1, 0)
        """,
    ),
    right(
        "predict",
        "yes or no",
        """
        def predict(X, parameters):
            return L_model_forward(X, parameters)[0] > 0.5
        """,
    ),
    right(
        "predict",
        "floats, in a loop",
        """
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
    ),
    right(
        "predict",
        "rounded",
        """
        def predict(X, parameters):
            AL, _ = L_model_forward(X, parameters)
            return np.round(AL)
        """,
    ),
    right(
        "predict",
        "from the sign of Z",
        """
        def predict(X, parameters):
            _, caches = L_model_forward(X, parameters)
            Z = caches[-1][1]
            return (Z > 0) * 1
        """,
    ),
    right(
        "predict",
        "an example at a time",
        """
        def predict(X, parameters):
            answers = [L_model_forward(X[:, [i]], parameters)[0] > 0.5 for i in range(X.shape[1])]
            return np.concatenate(answers, axis=1).astype("int32")
        """,
    ),
    right(
        "predict",
        "layer by layer",
        """
        def predict(X, parameters):
            A, L = X, len(parameters) // 2
            for l in range(1, L + 1):
                activation = "relu" if l < L else "sigmoid"
                A, _ = linear_activation_forward(
                    A, parameters[f"W{l}"], parameters[f"b{l}"], activation
                )
            return np.heaviside(A - 0.5, 0)
        """,
    ),
    # Exercise 3
    right(
        "accuracy",
        "sum over m",
        """
        def accuracy(predictions, Y):
            return np.sum(predictions == Y) / Y.shape[1]
        """,
    ),
    right(
        "accuracy",
        "one minus the mistakes",
        """
        def accuracy(predictions, Y):
            return 1 - np.mean(np.abs(predictions - Y))
        """,
    ),
    right(
        "accuracy",
        "a loop",
        """
        def accuracy(predictions, Y):
            right = 0
            for i in range(Y.shape[1]):
                if predictions[0, i] == Y[0, i]:
                    right += 1
            return right / Y.shape[1]
        """,
    ),
    right(
        "accuracy",
        "two products",
        """
        def accuracy(predictions, Y):
            both = np.dot(Y, predictions.T) + np.dot(1 - Y, 1 - predictions.T)
            return float(np.squeeze(both)) / Y.size
        """,
    ),
    right(
        "accuracy",
        "count_nonzero, flat",
        """
        def accuracy(predictions, Y):
            return np.count_nonzero(np.ravel(predictions) == np.ravel(Y)) / np.size(Y)
        """,
    ),
    right(
        "accuracy",
        "average of whole numbers",
        """
        def accuracy(predictions, Y):
            same = np.equal(predictions, Y).astype(int)
            return np.average(same)
        """,
    ),
    right(
        "accuracy",
        "a number of no dimension",
        """
        def accuracy(predictions, Y):
            return np.asarray(1 - np.logical_xor(predictions, Y).mean())
        """,
    ),
    # Exercise 4
    right("two_layer_model", "into a dictionary at once", TWO),
    right(
        "two_layer_model",
        "with the functions for L layers",
        changed(
            DEEP,
            "def L_layer_model(\n    X, Y, layers_dims, learning_rate=0.3, num_iterations=2500, "
            "print_cost=False, seed=1\n):",
            "def two_layer_model(X, Y, layers_dims, learning_rate=0.3, num_iterations=2500, "
            "print_cost=False):",
            "initialize_parameters_scaled(layers_dims, seed)",
            "initialize_parameters(layers_dims[0], layers_dims[1], layers_dims[2])",
        ),
    ),
    right(
        "two_layer_model",
        "names unpacked, a while loop",
        changed(
            TWO,
            "    for i in range(num_iterations):\n",
            "    i = -1\n    while i < num_iterations - 1:\n        i += 1\n"
            "        W1, b1, W2, b2 = [parameters[k] for k in ('W1', 'b1', 'W2', 'b2')]\n",
            'X, parameters["W1"], parameters["b1"], "relu"',
            "X, W1, b1, activation='relu'",
        ),
    ),
    right(
        "two_layer_model",
        "its own update",
        changed(
            TWO,
            "parameters = update_parameters(parameters, grads, learning_rate)",
            "parameters = {k: v - learning_rate * grads['d' + k] for k, v in parameters.items()}",
        ),
    ),
    right(
        "two_layer_model",
        "updated in place on its own arrays",
        changed(
            TWO,
            "        parameters = update_parameters(parameters, grads, learning_rate)\n",
            "        for k in parameters:\n"
            "            parameters[k] -= learning_rate * grads['d' + k]\n",
        ),
    ),
    right(
        "two_layer_model",
        "dA2 of one fraction",
        changed(
            TWO,
            "-(np.divide(Y, A2) - np.divide(1 - Y, 1 - A2))",
            "(A2 - Y) / (A2 * (1 - A2))",
        ),
    ),
    right(
        "two_layer_model",
        "products by hand",
        changed(
            TWO,
            BACKWARD,
            "        m = X.shape[1]\n"
            "        dZ2 = A2 - Y\n"
            '        dZ1 = np.dot(parameters["W2"].T, dZ2) * (A1 > 0)\n'
            '        grads["dW2"], grads["db2"] = dZ2 @ A1.T / m, dZ2.mean(axis=1, keepdims=True)\n'
            '        grads["dW1"], grads["db1"] = dZ1 @ X.T / m, dZ1.mean(axis=1, keepdims=True)\n',
        ),
    ),
    right(
        "two_layer_model",
        "results in a list, costs as floats",
        changed(
            TWO,
            "return parameters, costs",
            "return [parameters, tuple(float(c) for c in costs)]",
        ),
    ),
    # Exercise 6
    right("L_layer_model", "plain", DEEP),
    right(
        "L_layer_model",
        "the seed by name",
        changed(DEEP, "(layers_dims, seed)", "(layers_dims=layers_dims, seed=seed)"),
    ),
    right(
        "L_layer_model",
        "all costs kept, and then every 100th",
        changed(
            DEEP,
            BODY,
            "        costs.append(cost)\n",
            "return parameters, costs",
            "return parameters, costs[::100]",
        ),
    ),
    right(
        "L_layer_model",
        "the update by hand",
        changed(
            DEEP,
            "        parameters = update_parameters(parameters, grads, learning_rate)\n",
            "        for l in range(1, len(layers_dims)):\n"
            '            for kind in "Wb":\n'
            "                key = kind + str(l)\n"
            "                step = learning_rate * grads['d' + key]\n"
            "                parameters[key] = parameters[key] - step\n",
        ),
    ),
    right(
        "L_layer_model",
        "shows its progress",
        changed(DEEP, BODY, "        show_progress(i, num_iterations, cost)\n" + BODY),
    ),
    right(
        "L_layer_model",
        "nested functions",
        """
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
    ),
    right(
        "L_layer_model",
        "prints and keeps in one place",
        changed(
            DEEP,
            BODY,
            "        if not i % 100:\n            costs.append(np.squeeze(cost))\n"
            "        if print_cost and (i % 100 == 0 or i == num_iterations - 1):\n"
            '            print("Cost after iteration {}: {}".format(i, np.squeeze(cost)))\n',
        ),
    ),
    # Exercise 5
    right(
        "initialize_parameters_scaled",
        "pairs of neighbours",
        """
        def initialize_parameters_scaled(layers_dims, seed=1):
            np.random.seed(seed)
            parameters = {}
            pairs = zip(layers_dims[:-1], layers_dims[1:])
            for layer, (columns, rows) in enumerate(pairs, start=1):
                parameters[f"W{layer}"] = np.random.randn(rows, columns) / columns**0.5
                parameters[f"b{layer}"] = np.zeros((rows, 1))
            return parameters
        """,
    ),
    right(
        "initialize_parameters_scaled",
        "normal with its own spread",
        """
        def initialize_parameters_scaled(layers_dims, seed=1):
            np.random.seed(seed)
            parameters = dict()
            for l in range(1, len(layers_dims)):
                shape = (layers_dims[l], layers_dims[l - 1])
                parameters["W" + str(l)] = np.random.normal(0, 1 / np.sqrt(shape[1]), shape)
                parameters["b" + str(l)] = np.zeros(shape=(layers_dims[l], 1))
            return parameters
        """,
    ),
    right(
        "initialize_parameters_scaled",
        "a generator of its own",
        """
        def initialize_parameters_scaled(layers_dims, seed=1):
            random = np.random.RandomState(seed)
            parameters = {}
            for l in range(1, len(layers_dims)):
                n, n_prev = layers_dims[l], layers_dims[l - 1]
                parameters["W" + str(l)] = random.standard_normal((n, n_prev)) * np.sqrt(1 / n_prev)
                parameters["b" + str(l)] = np.full((n, 1), 0.0)
            return parameters
        """,
    ),
    right(
        "initialize_parameters_scaled",
        "scaled afterwards, biases last",
        """
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
    ),
    right(
        "initialize_parameters_scaled",
        "one number at a time",
        """
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
    ),
    right(
        "initialize_parameters_scaled",
        "a power of the size",
        """
        def initialize_parameters_scaled(layers_dims, seed=1):
            np.random.seed(seed)
            parameters = {}
            for l in range(1, len(layers_dims)):
                W = np.random.randn(layers_dims[l], layers_dims[l - 1])
                parameters["b" + str(l)] = np.zeros([layers_dims[l], 1])
                parameters["W" + str(l)] = np.multiply(W, np.float64(layers_dims[l - 1]) ** -0.5)
            return parameters
        """,
    ),
]
