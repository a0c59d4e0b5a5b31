"""Right answers to the exercises of notebook 03, each written in another way.

The tests of the exercises must accept every one of them: what counts is the result, not the road.
"""

RIGHT_ANSWERS = {
    "layer_sizes": {
        "len": """
def layer_sizes(X, Y):
    return len(X), 4, len(Y)
""",
        "shapes taken apart, as a list": """
def layer_sizes(X, Y):
    n_x, m = X.shape
    n_y, _ = Y.shape
    n_h = 4
    return [n_x, n_h, n_y]
""",
        "np.shape, np.int64": """
def layer_sizes(X, Y):
    return np.int64(np.shape(X)[0]), np.int64(4), np.int64(np.shape(Y)[0])
""",
        "np.size along an axis": """
def layer_sizes(X, Y):
    n_x, n_h, n_y = np.size(X, axis=0), 4, np.size(Y, axis=0)
    return n_x, n_h, n_y
""",
        "size over the examples": """
def layer_sizes(X, Y):
    m = X.shape[1]
    return X.size // m, 2 + 2, Y.size // m
""",
        "nested function, counting rows": """
def layer_sizes(X, Y):
    def rows(array):
        return sum(1 for row in array)

    return tuple([rows(X), 4, rows(array=Y)])
""",
        "columns of the transposed": """
def layer_sizes(X, Y):
    n_x, n_y = (array.T.shape[-1] for array in (X, Y))
    sizes = n_x, 4, n_y
    return sizes
""",
    },
    "initialize_parameters": {
        "normal with its own scale": """
def initialize_parameters(n_x, n_h, n_y):
    np.random.seed(2)
    W1 = np.random.normal(0, 0.01, (n_h, n_x))
    W2 = np.random.normal(loc=0.0, scale=0.01, size=[n_y, n_h])
    return dict(W1=W1, W2=W2, b1=np.zeros((n_h, 1)), b2=np.zeros([n_y, 1]))
""",
        "standard_normal, divided": """
def initialize_parameters(n_x, n_h, n_y):
    np.random.seed(2)
    parameters = {}
    parameters["W1"] = np.random.standard_normal((n_h, n_x)) / 100
    parameters["b1"] = np.zeros(n_h).reshape(-1, 1)
    parameters["W2"] = np.random.standard_normal((n_y, n_h)) / 100
    parameters["b2"] = np.zeros(n_y).reshape((n_y, 1))
    return parameters
""",
        "loop over the layers": """
def initialize_parameters(n_x, n_h, n_y):
    np.random.seed(2)
    sizes, parameters = [n_x, n_h, n_y], {}
    for l in (1, 2):
        parameters[f"W{l}"] = 0.01 * np.random.randn(sizes[l], sizes[l - 1])
        parameters[f"b{l}"] = np.full((sizes[l], 1), 0.0)
    return parameters
""",
        "a generator of its own with the same seed": """
def initialize_parameters(n_x, n_h, n_y):
    random = np.random.RandomState(2)
    W1, W2 = random.randn(n_h, n_x) * 0.01, random.randn(n_y, n_h) * 0.01
    return {"W1": W1, "b1": 0 * W1[:, :1], "W2": W2, "b2": 0 * W2[:, :1]}
""",
        "one number at a time": """
def initialize_parameters(n_x, n_h, n_y):
    np.random.seed(2)
    W1 = np.array([[np.random.randn() * 1e-2 for j in range(n_x)] for i in range(n_h)])
    W2 = np.array([[np.random.randn() * 1e-2 for j in range(n_h)] for i in range(n_y)])
    b1, b2 = np.array([[0.0]] * n_h), np.array([[0.0]] * n_y)
    return {"b1": b1, "b2": b2, "W1": W1, "W2": W2}
""",
        "all numbers in one draw, in place on its own arrays": """
def initialize_parameters(n_x: int, n_h: int, n_y: int) -> dict:
    np.random.seed(2)
    drawn = np.random.randn(n_h * n_x + n_y * n_h)
    drawn *= 0.01
    W1 = drawn[: n_h * n_x].reshape(n_h, n_x)
    W2 = drawn[n_h * n_x :].reshape(n_y, n_h)
    return {"W1": W1, "b1": np.zeros_like(W1[:, [0]]), "W2": W2, "b2": np.zeros((n_y, 1))}
""",
    },
    "forward_propagation": {
        "classic": """
def forward_propagation(X, parameters):
    W1 = parameters["W1"]
    b1 = parameters["b1"]
    W2 = parameters["W2"]
    b2 = parameters["b2"]
    Z1 = np.dot(W1, X) + b1
    A1 = np.tanh(Z1)
    Z2 = np.dot(W2, A1) + b2
    A2, _ = sigmoid(Z2)
    cache = {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
    return A2, cache
""",
        "np.dot, sigmoid indexed": """
def forward_propagation(X, parameters):
    Z1 = np.dot(parameters["W1"], X) + parameters["b1"]
    A1 = np.tanh(Z1)
    Z2 = np.dot(parameters["W2"], A1) + parameters["b2"]
    A2 = sigmoid(Z2)[0]
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
""",
        "sigmoid and tanh written out, a list": """
def forward_propagation(X, parameters):
    W1, b1, W2, b2 = (parameters[key] for key in ("W1", "b1", "W2", "b2"))
    Z1 = W1.dot(X) + b1
    A1 = (np.exp(Z1) - np.exp(-Z1)) / (np.exp(Z1) + np.exp(-Z1))
    Z2 = W2.dot(A1) + b2
    A2 = 1 / (1 + np.exp(-Z2))
    return [A2, dict(Z1=Z1, A1=A1, Z2=Z2, A2=A2)]
""",
        "einsum": """
def forward_propagation(X, parameters):
    Z1 = np.einsum("ij,jk->ik", parameters["W1"], X) + parameters["b1"]
    A1 = np.tanh(Z1)
    Z2 = np.einsum("ij,jk->ik", parameters["W2"], A1) + parameters["b2"]
    A2, same_as_Z2 = sigmoid(Z2)
    cache = {"A2": A2, "Z2": same_as_Z2, "A1": A1, "Z1": Z1}
    return (A2, cache)
""",
        "example by example": """
def forward_propagation(X, parameters):
    columns = []
    for x in X.T:
        z1 = parameters["W1"] @ x[:, None] + parameters["b1"]
        a1 = np.tanh(z1)
        z2 = parameters["W2"] @ a1 + parameters["b2"]
        columns.append((z1, a1, z2, sigmoid(z2)[0]))
    Z1, A1, Z2, A2 = (np.hstack(parts) for parts in zip(*columns))
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
""",
        "bias as one more weight": """
def forward_propagation(X, parameters):
    def layer(l, A):
        W = np.hstack([parameters[f"W{l}"], parameters[f"b{l}"]])
        return W @ np.vstack([A, np.ones((1, A.shape[1]))])

    Z1 = layer(1, X)
    A1 = 2 * sigmoid(2 * Z1)[0] - 1
    Z2 = layer(2, A=A1)
    A2, _ = sigmoid(Z2)
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
""",
        "matmul, everything kept as it goes": """
def forward_propagation(X, parameters):
    cache = {}
    cache["Z1"] = np.add(np.matmul(parameters["W1"], X), parameters["b1"])
    cache["A1"] = np.tanh(cache["Z1"])
    cache["Z2"] = np.add(np.matmul(parameters["W2"], cache["A1"]), parameters["b2"])
    cache["A2"], _ = sigmoid(cache["Z2"])
    return cache["A2"], cache
""",
    },
    "compute_cost": {
        "classic": """
def compute_cost(A2, Y):
    m = Y.shape[1]
    logprobs = np.multiply(np.log(A2), Y) + np.multiply(np.log(1 - A2), 1 - Y)
    cost = -np.sum(logprobs) / m
    cost = float(np.squeeze(cost))
    return cost
""",
        "np.multiply": """
def compute_cost(A2, Y):
    m = Y.shape[1]
    logprobs = np.multiply(np.log(A2), Y) + np.multiply(np.log(1 - A2), 1 - Y)
    return float(-np.sum(logprobs) / m)
""",
        "dot of rows, squeezed": """
def compute_cost(A2, Y):
    m = A2.shape[1]
    cost = -(np.dot(Y, np.log(A2).T) + np.dot(1 - Y, np.log(1 - A2).T)) / m
    return np.squeeze(cost)
""",
        "np.mean": """
def compute_cost(A2, Y):
    return -np.mean(Y * np.log(A2) + (1 - Y) * np.log(1 - A2))
""",
        "the probability of the right label": """
def compute_cost(A2, Y):
    right = np.where(Y == 1, A2, 1 - A2)
    return -np.log(right).sum() / right.size
""",
        "loop over the examples": """
def compute_cost(A2, Y):
    import math

    total = 0.0
    for a, y in zip(A2[0], Y[0]):
        total -= math.log(a) if y else math.log(1 - a)
    return total / len(Y[0])
""",
        "log1p, vdot, item": """
def compute_cost(A2, Y):
    ones = np.vdot(Y, np.log(A2))
    zeros = np.vdot(1 - Y, np.log1p(-A2))
    return ((ones + zeros) / -Y.shape[-1]).item()
""",
        "flat, with the matrix product": """
def compute_cost(A2, Y):
    a, y = A2.ravel(), Y.ravel()
    return -(y @ np.log(a) + (1 - y) @ np.log(1 - a)) / y.size
""",
    },
    "backward_propagation": {
        "classic": """
def backward_propagation(parameters, cache, X, Y):
    m = X.shape[1]
    W1 = parameters["W1"]
    W2 = parameters["W2"]
    Z1 = cache["Z1"]
    A1 = cache["A1"]
    A2 = cache["A2"]
    dZ2 = A2 - Y
    dW2 = np.dot(dZ2, A1.T) / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = np.dot(W2.T, dZ2) * (1 - np.power(A1, 2))
    dW1 = np.dot(dZ1, X.T) / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    grads = {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}
    return grads
""",
        "np.dot, np.power": """
def backward_propagation(parameters, cache, X, Y):
    m = X.shape[1]
    W1, W2 = parameters["W1"], parameters["W2"]
    A1, A2 = cache["A1"], cache["A2"]
    dZ2 = A2 - Y
    dW2 = (1 / m) * np.dot(dZ2, A1.T)
    db2 = (1 / m) * np.sum(dZ2, axis=1, keepdims=True)
    dZ1 = np.multiply(np.dot(W2.T, dZ2), 1 - np.power(A1, 2))
    dW1 = (1 / m) * np.dot(dZ1, X.T)
    db1 = (1 / m) * np.sum(dZ1, axis=1, keepdims=True)
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}
""",
        "scaled once, np.mean not needed": """
def backward_propagation(parameters, cache, X, Y):
    scaled = (cache["A2"] - Y) / Y.shape[1]
    hidden = (parameters["W2"].T @ scaled) * (1 - cache["A1"] * cache["A1"])
    ones = np.ones((X.shape[1], 1))
    grads = {"dW2": scaled @ cache["A1"].T, "db2": scaled @ ones}
    grads["dW1"], grads["db1"] = hidden @ X.T, hidden @ ones
    return grads
""",
        "np.mean with a new axis, the dZ kept too": """
def backward_propagation(parameters, cache, X, Y):
    dZ2 = np.subtract(cache["A2"], Y)
    dZ1 = parameters["W2"].T.dot(dZ2) * (1 - cache["A1"]) * (1 + cache["A1"])
    return {
        "dZ2": dZ2,
        "dZ1": dZ1,
        "dW1": np.mean(dZ1[:, None, :] * X[None], axis=2),
        "db1": dZ1.mean(axis=1)[:, np.newaxis],
        "dW2": np.mean(dZ2[:, None, :] * cache["A1"][None], axis=2),
        "db2": dZ2.mean(axis=1).reshape(-1, 1),
    }
""",
        "einsum, the slope from Z1": """
def backward_propagation(parameters, cache, X, Y):
    m = Y.shape[-1]
    error = cache["A2"] - Y
    hidden = np.einsum("ij,ik->jk", parameters["W2"], error) / np.cosh(cache["Z1"]) ** 2
    return dict(
        dW1=np.einsum("ik,jk->ij", hidden, X) / m,
        db1=np.einsum("ik->i", hidden)[:, None] / m,
        dW2=np.einsum("ik,jk->ij", error, cache["A1"]) / m,
        db2=np.einsum("ik->i", error)[:, None] / m,
    )
""",
        "example by example": """
def backward_propagation(parameters, cache, X, Y):
    W1, W2 = parameters["W1"], parameters["W2"]
    m = X.shape[1]
    dW1, db1 = np.zeros(W1.shape), np.zeros((len(W1), 1))
    dW2, db2 = np.zeros(W2.shape), np.zeros((len(W2), 1))
    for i in range(m):
        x, a1 = X[:, [i]], cache["A1"][:, [i]]
        dz2 = cache["A2"][:, [i]] - Y[:, [i]]
        dz1 = W2.T @ dz2 * (1 - a1**2)
        dW2 += dz2 * a1.T
        db2 += dz2
        dW1 += dz1 * x.T
        db1 += dz1
    return {"dW1": dW1 / m, "db1": db1 / m, "dW2": dW2 / m, "db2": db2 / m}
""",
        "nested function, transposed products": """
def backward_propagation(parameters, cache, X, Y):
    def linear_backward(dZ, A_prev):
        m = A_prev.shape[1]
        return (A_prev @ dZ.T).T / m, np.sum(dZ, 1, keepdims=True) / m

    A1 = np.tanh(cache["Z1"])
    dZ2 = -(Y - cache["A2"])
    dW2, db2 = linear_backward(dZ2, A1)
    dZ1 = (dZ2.T @ parameters["W2"]).T * (1 - np.square(A1))
    dW1, db1 = linear_backward(A_prev=X, dZ=dZ1)
    return {"db1": db1, "dW1": dW1, "db2": db2, "dW2": dW2}
""",
        "through the derivative by A2": """
def backward_propagation(parameters, cache, X, Y):
    A1, A2, m = cache["A1"], cache["A2"], X.shape[1]
    dA2 = -(Y / A2 - (1 - Y) / (1 - A2))
    dZ2 = dA2 * A2 * (1 - A2)
    dZ1 = parameters["W2"].T @ dZ2 * (1 - A1**2)
    grads = {}
    for l, dZ, came_in in ((1, dZ1, X), (2, dZ2, A1)):
        grads[f"dW{l}"] = dZ @ came_in.T / m
        grads[f"db{l}"] = dZ.sum(axis=1, keepdims=True) / m
    return grads
""",
    },
    "update_parameters": {
        "classic": """
def update_parameters(parameters, grads, learning_rate=1.2):
    W1 = parameters["W1"]
    b1 = parameters["b1"]
    W2 = parameters["W2"]
    b2 = parameters["b2"]
    W1 = W1 - learning_rate * grads["dW1"]
    b1 = b1 - learning_rate * grads["db1"]
    W2 = W2 - learning_rate * grads["dW2"]
    b2 = b2 - learning_rate * grads["db2"]
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}
""",
        "dict comprehension": """
def update_parameters(parameters, grads, learning_rate=1.2):
    return {
        key: value - learning_rate * grads["d" + key] for key, value in parameters.items()
    }
""",
        "deepcopy, then in place": """
def update_parameters(parameters, grads, learning_rate=1.2):
    import copy

    parameters = copy.deepcopy(parameters)
    for name in ("W1", "b1", "W2", "b2"):
        parameters[name] -= learning_rate * grads[f"d{name}"]
    return parameters
""",
        "a shallow copy, keys set anew": """
def update_parameters(parameters, grads, learning_rate=1.2):
    new = dict(parameters)
    for l in "12":
        new["W" + l] = np.subtract(new["W" + l], learning_rate * grads["dW" + l])
        new["b" + l] = np.subtract(new["b" + l], learning_rate * grads["db" + l])
    return new
""",
        "the step added with its sign": """
def update_parameters(parameters, grads, learning_rate=1.2):
    steps = {key: -learning_rate * gradient for key, gradient in grads.items()}
    return {key: parameters[key] + steps["d" + key] for key in ("b2", "W2", "b1", "W1")}
""",
        "copies of the arrays, then in place": """
def update_parameters(parameters, grads, learning_rate=1.2):
    W1, b1 = np.copy(parameters["W1"]), parameters["b1"].copy()
    W2, b2 = np.array(parameters["W2"]), 1 * parameters["b2"]
    for array, name in zip((W1, b1, W2, b2), ("dW1", "db1", "dW2", "db2")):
        array -= learning_rate * grads[name]
    return dict(W1=W1, b1=b1, W2=W2, b2=b2)
""",
        "entry by entry, the default written as a fraction": """
def update_parameters(parameters, grads, learning_rate=6 / 5):
    new = {}
    for key in parameters:
        rows = zip(parameters[key], grads["d" + key])
        new[key] = np.array(
            [[p - g * learning_rate for p, g in zip(*row)] for row in rows]
        )
    return new
""",
    },
    "nn_model": {
        "classic": """
def nn_model(X, Y, n_h, num_iterations=10000, print_cost=False):
    n_x = layer_sizes(X, Y)[0]
    n_y = layer_sizes(X, Y)[2]
    parameters = initialize_parameters(n_x, n_h, n_y)
    for i in range(0, num_iterations):
        A2, cache = forward_propagation(X, parameters)
        cost = compute_cost(A2, Y)
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(parameters, grads)
        if print_cost and i % 1000 == 0:
            print("Cost after iteration %i: %f" % (i, cost))
    return parameters
""",
        "sizes indexed, np.random untouched": """
def nn_model(X, Y, n_h, num_iterations=10000, print_cost=False):
    sizes = layer_sizes(X, Y)
    parameters = initialize_parameters(sizes[0], n_h, sizes[2])
    for i in range(0, num_iterations):
        A2, cache = forward_propagation(X, parameters)
        cost = compute_cost(A2, Y)
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(parameters, grads)
        if print_cost and i % 1000 == 0:
            print(f"Cost after iteration {i}: {cost}")
    return parameters
""",
        "sizes from the shapes, no cost unless asked for": """
def nn_model(X, Y, n_h, num_iterations=10000, print_cost=False):
    parameters = initialize_parameters(X.shape[0], n_h, Y.shape[0])
    for step in range(num_iterations):
        A2, cache = forward_propagation(X, parameters)
        if print_cost and not step % 1000:
            print(compute_cost(A2, Y))
        gradients = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(parameters, gradients)
    return parameters
""",
        "while loop, the rate said again": """
def nn_model(X, Y, n_h, num_iterations=10000, print_cost=False):
    n_x, _, n_y = layer_sizes(X, Y)
    parameters = initialize_parameters(n_x=n_x, n_h=n_h, n_y=n_y)
    left = num_iterations
    while left > 0:
        _, cache = forward_propagation(X, parameters)
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(parameters, grads, learning_rate=1.2)
        left -= 1
    return parameters
""",
        "the arrays taken out and put back": """
def nn_model(X, Y, n_h, num_iterations=10000, print_cost=False):
    n_x, n_y = layer_sizes(X, Y)[::2]
    parameters = initialize_parameters(n_x, n_h, n_y)
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    for i in range(1, num_iterations + 1):
        parameters = {"W1": W1, "b1": b1, "W2": W2, "b2": b2}
        A2, cache = forward_propagation(X, parameters)
        cost = compute_cost(A2, Y)
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(parameters, grads)
        W1, b1 = parameters["W1"], parameters["b1"]
        W2, b2 = parameters["W2"], parameters["b2"]
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}
""",
        "a generator of parameters": """
def nn_model(X, Y, n_h, num_iterations=10000, print_cost=False):
    def steps(parameters):
        while True:
            yield parameters
            cache = forward_propagation(X, parameters)[1]
            grads = backward_propagation(parameters, cache, X, Y)
            parameters = update_parameters(parameters, grads)

    walk = steps(initialize_parameters(len(X), n_h, len(Y)))
    for _ in range(num_iterations):
        next(walk)
    return next(walk)
""",
        "everything written out, updated in place on its own arrays": """
def nn_model(X, Y, n_h, num_iterations=10000, print_cost=False):
    np.random.seed(2)
    m = X.shape[1]
    W1 = np.random.randn(n_h, len(X)) * 0.01
    W2 = np.random.randn(len(Y), n_h) * 0.01
    b1, b2 = np.zeros((n_h, 1)), np.zeros((len(Y), 1))
    for _ in range(num_iterations):
        A1 = np.tanh(W1 @ X + b1)
        A2 = 1 / (1 + np.exp(-(W2 @ A1 + b2)))
        dZ2 = A2 - Y
        dZ1 = (W2.T @ dZ2) * (1 - A1**2)
        W2 -= 1.2 * (dZ2 @ A1.T) / m
        b2 -= 1.2 * dZ2.mean(axis=1, keepdims=True)
        W1 -= 1.2 * (dZ1 @ X.T) / m
        b1 -= 1.2 * dZ1.mean(axis=1, keepdims=True)
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}
""",
    },
    "predict": {
        "classic": """
def predict(parameters, X):
    A2, cache = forward_propagation(X, parameters)
    predictions = (A2 > 0.5).astype(int)
    return predictions
""",
        "as whole numbers": """
def predict(parameters, X):
    A2, cache = forward_propagation(X, parameters)
    return (A2 > 0.5).astype(int)
""",
        "np.round, so floats": """
def predict(parameters, X):
    return np.round(forward_propagation(X, parameters)[0])
""",
        "np.where": """
def predict(parameters, X):
    A2, _ = forward_propagation(X, parameters)
    return np.where(A2 > 0.5, 1, 0)
""",
        "the sign of Z2": """
def predict(parameters, X):
    _, cache = forward_propagation(X, parameters)
    return cache["Z2"] > 0
""",
        "a loop that fills an array": """
def predict(parameters, X):
    A2, _ = forward_propagation(X, parameters)
    predictions = np.zeros((1, X.shape[1]))
    for i in range(X.shape[1]):
        if A2[0, i] > 0.5:
            predictions[0, i] = 1
    return predictions
""",
        "at least one half, as a nested list made an array": """
def predict(parameters, X):
    probabilities = forward_propagation(parameters=parameters, X=X)[0].ravel()
    return np.array([[p >= 0.5 for p in probabilities]])
""",
        "example by example": """
def predict(parameters, X):
    columns = [forward_propagation(x[:, None], parameters)[0] > 0.5 for x in X.T]
    return np.hstack(columns).astype(np.uint8)
""",
    },
}
