"""Right answers to the ten exercises of notebook 04, each written in another way.

The tests of the exercises must accept every one of them: what counts is the result, not the road.
"""

RIGHT_ANSWERS = {
    "initialize_parameters": {
        "normal, scaled afterwards": """
def initialize_parameters(n_x, n_h, n_y):
    np.random.seed(1)
    W1 = np.random.normal(size=(n_h, n_x)) * 0.01
    W2 = np.random.normal(size=(n_y, n_h)) * 0.01
    return {"W1": W1, "b1": np.zeros((n_h, 1)), "W2": W2, "b2": np.zeros((n_y, 1))}
""",
        "normal with its own scale": """
def initialize_parameters(n_x, n_h, n_y):
    np.random.seed(1)
    W1 = np.random.normal(0, 0.01, (n_h, n_x))
    b1 = np.zeros(shape=(n_h, 1))
    W2 = np.random.normal(loc=0.0, scale=0.01, size=[n_y, n_h])
    b2 = np.zeros(shape=(n_y, 1))
    return dict(W1=W1, b1=b1, W2=W2, b2=b2)
""",
        "standard_normal, list shapes": """
def initialize_parameters(n_x, n_h, n_y):
    np.random.seed(1)
    parameters = dict()
    parameters["W1"] = 0.01 * np.random.standard_normal([n_h, n_x])
    parameters["b1"] = np.zeros([n_h, 1])
    parameters["W2"] = 0.01 * np.random.standard_normal([n_y, n_h])
    parameters["b2"] = np.zeros([n_y, 1])
    return parameters
""",
        "multiply, and empty filled": """
def initialize_parameters(n_x, n_h, n_y):
    np.random.seed(1)
    W1 = np.multiply(np.random.randn(n_h, n_x), 0.01)
    b1 = np.empty((n_h, 1))
    b1.fill(0)
    W2 = np.multiply(np.random.randn(n_y, n_h), 0.01)
    b2 = np.empty((n_y, 1))
    b2[:] = 0
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}
""",
        "loop over the two layers": """
def initialize_parameters(n_x, n_h, n_y):
    np.random.seed(1)
    parameters = {}
    for layer, (rows, columns) in enumerate([(n_h, n_x), (n_y, n_h)], start=1):
        parameters[f"W{layer}"] = np.random.randn(rows, columns) / 100
        parameters[f"b{layer}"] = np.zeros(rows).reshape(-1, 1)
    return parameters
""",
        "nested function, type hints": """
def initialize_parameters(n_x: int, n_h: int, n_y: int) -> dict[str, np.ndarray]:
    def weights(n: int, n_prev: int, factor: float = 0.01) -> np.ndarray:
        return factor * np.random.randn(n, n_prev)

    np.random.seed(1)
    W1 = weights(n_h, n_x)
    W2 = weights(n_prev=n_h, n=n_y)
    b1, b2 = np.full((n_h, 1), 0.0), np.zeros(n_y)[:, None]
    return {"b1": b1, "b2": b2, "W1": W1, "W2": W2}
""",
        "one number at a time": """
def initialize_parameters(n_x, n_h, n_y):
    np.random.seed(1)
    W1 = np.array([[np.random.randn() * 1e-2 for j in range(n_x)] for i in range(n_h)])
    W2 = np.array([[np.random.randn() * 1e-2 for j in range(n_h)] for i in range(n_y)])
    b1 = np.array([[0.0] for i in range(n_h)])
    b2 = np.array([[0.0]] * n_y)
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}
""",
        "in place on its own arrays": """
def initialize_parameters(n_x, n_h, n_y):
    np.random.seed(1)
    W1 = np.random.randn(n_h, n_x)
    W2 = np.random.randn(n_y, n_h)
    for W in (W1, W2):
        W *= 0.01
    b1 = np.zeros_like(W1[:, :1])
    b2 = np.zeros_like(W2[:, [0]])
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}
""",
    },
    "initialize_parameters_deep": {
        "zip of neighbours": """
def initialize_parameters_deep(layer_dims):
    np.random.seed(3)
    parameters = {}
    for l, (n_prev, n) in enumerate(zip(layer_dims, layer_dims[1:]), 1):
        parameters[f"W{l}"] = np.random.randn(n, n_prev) * 0.01
        parameters[f"b{l}"] = np.zeros((n, 1))
    return parameters
""",
        "while loop": """
def initialize_parameters_deep(layer_dims):
    np.random.seed(3)
    parameters, l = {}, 1
    while l < len(layer_dims):
        shape = layer_dims[l], layer_dims[l - 1]
        parameters["W" + str(l)] = 0.01 * np.random.standard_normal(shape)
        parameters["b" + str(l)] = np.zeros([layer_dims[l], 1])
        l += 1
    return parameters
""",
        "dict comprehensions": """
def initialize_parameters_deep(layer_dims):
    np.random.seed(3)
    layers = range(1, len(layer_dims))
    W = {f"W{l}": np.random.randn(layer_dims[l], layer_dims[l - 1]) / 100 for l in layers}
    b = {f"b{l}": np.zeros((layer_dims[l], 1)) for l in layers}
    return W | b
""",
        "counts from 0": """
def initialize_parameters_deep(layer_dims):
    np.random.seed(3)
    parameters = {}
    for l in range(len(layer_dims) - 1):
        W = np.random.randn(layer_dims[l + 1], layer_dims[l]) * 0.01
        b = np.zeros((layer_dims[l + 1], 1), dtype=float)
        parameters.update({"W" + str(l + 1): W, "b" + str(l + 1): b})
    return parameters
""",
        "list of shapes, unpacked": """
def initialize_parameters_deep(layer_dims):
    np.random.seed(3)
    shapes = [(layer_dims[l], layer_dims[l - 1]) for l in range(1, len(layer_dims))]
    parameters = {}
    for l, shape in enumerate(shapes):
        parameters["W%d" % (l + 1)] = np.random.randn(*shape) * 0.01
        parameters["b%d" % (l + 1)] = np.zeros(shape[0]).reshape(shape[0], 1)
    return parameters
""",
        "nested function with a default": """
def initialize_parameters_deep(layer_dims):
    def layer(n, n_prev, scale=0.01):
        return np.random.normal(scale=scale, size=(n, n_prev)), np.full((n, 1), 0.0)

    np.random.seed(3)
    parameters = {}
    for l in range(1, len(layer_dims)):
        W, b = layer(layer_dims[l], n_prev=layer_dims[l - 1])
        parameters["W{}".format(l)], parameters["b{}".format(l)] = W, b
    return parameters
""",
        "remembers the size before": """
def initialize_parameters_deep(layer_dims: list[int]) -> dict:
    np.random.seed(3)
    parameters = {}
    before, *others = layer_dims
    for size in others:
        name = str(len(parameters) // 2 + 1)
        parameters["W" + name] = np.multiply(0.01, np.random.randn(size, before))
        parameters["b" + name] = np.dot(np.zeros((size, before)), np.ones((before, 1)))
        before = size
    return parameters
""",
    },
    "linear_forward": {
        "classic": """
def linear_forward(A, W, b):
    Z = np.dot(W, A) + b
    cache = (A, W, b)
    return Z, cache
""",
        "np.dot": """
def linear_forward(A, W, b):
    Z = np.dot(W, A) + b
    return Z, (A, W, b)
""",
        "np.add of np.matmul, cache a list": """
def linear_forward(A, W, b):
    Z = np.add(np.matmul(W, A), b)
    cache = [A, W, b]
    return Z, cache
""",
        "einsum": """
def linear_forward(A, W, b):
    Z = np.einsum("ij,jk->ik", W, A)
    Z += b
    return Z, (A, W, b)
""",
        "explicit loops": """
def linear_forward(A, W, b):
    n, n_prev = W.shape
    m = A.shape[1]
    Z = np.zeros((n, m))
    for i in range(n):
        for k in range(m):
            for j in range(n_prev):
                Z[i, k] += W[i, j] * A[j, k]
            Z[i, k] += b[i, 0]
    return Z, (A, W, b)
""",
        "list comprehension over the units": """
def linear_forward(A, W, b):
    Z = np.array([(row[:, None] * A).sum(axis=0) + bias for row, bias in zip(W, b)])
    return Z, (A, W, b)
""",
        "example by example": """
def linear_forward(A, W, b):
    columns = [W @ A[:, [i]] + b for i in range(A.shape[1])]
    return np.hstack(columns), (A, W, b)
""",
        "transposed twice": """
def linear_forward(A, W, b):
    Z = (A.T.dot(W.T) + b.T).T
    return Z, (A, W, b)
""",
        "bias as one more column of W": """
def linear_forward(A, W, b):
    ones = np.ones((1, A.shape[1]))
    Z = np.concatenate([W, b], axis=1) @ np.concatenate([A, ones], axis=0)
    return [Z, (A, W, b)]
""",
    },
    "linear_activation_forward": {
        "classic": """
def linear_activation_forward(A_prev, W, b, activation):
    Z, linear_cache = linear_forward(A_prev, W, b)
    if activation == "sigmoid":
        A, activation_cache = sigmoid(Z)
    elif activation == "relu":
        A, activation_cache = relu(Z)
    cache = (linear_cache, activation_cache)
    return A, cache
""",
        "dictionary of functions": """
def linear_activation_forward(A_prev, W, b, activation):
    Z, linear_cache = linear_forward(A_prev, W, b)
    A, activation_cache = {"sigmoid": sigmoid, "relu": relu}[activation](Z)
    return A, (linear_cache, activation_cache)
""",
        "keyword arguments, early return": """
def linear_activation_forward(A_prev, W, b, activation):
    Z, linear_cache = linear_forward(b=b, W=W, A=A_prev)
    if activation == "sigmoid":
        A, Z = sigmoid(Z)
        return A, (linear_cache, Z)
    A, Z = relu(Z)
    return A, (linear_cache, Z)
""",
        "match, and a cache that is a list": """
def linear_activation_forward(A_prev, W, b, activation):
    cache = []
    Z, linear_cache = linear_forward(A_prev, W, b)
    cache.append(linear_cache)
    match activation:
        case "relu":
            A, activation_cache = relu(Z)
        case "sigmoid":
            A, activation_cache = sigmoid(Z)
    cache.append(activation_cache)
    return A, cache
""",
        "the linear part written out": """
def linear_activation_forward(A_prev, W, b, activation):
    Z = W.dot(A_prev) + b
    g = sigmoid if activation == "sigmoid" else relu
    return g(Z)[0], ((A_prev, W, b), Z)
""",
        "the activations written out": """
def linear_activation_forward(A_prev, W, b, activation):
    Z, linear_cache = linear_forward(A_prev, W, b)
    if activation == "sigmoid":
        A = 1 / (1 + np.exp(-Z))
    elif activation == "relu":
        A = np.where(Z > 0, Z, 0)
    return A, (linear_cache, Z)
""",
        "boolean mask on a copy": """
def linear_activation_forward(A_prev, W, b, activation):
    Z, linear_cache = linear_forward(A_prev, W, b)
    if activation == "relu":
        A = Z.copy()
        A[A < 0] = 0
        activation_cache = Z.copy()
    if activation == "sigmoid":
        A, activation_cache = sigmoid(Z)
    cache = linear_cache, activation_cache
    return A, cache
""",
        "type hints, a default, an error for the rest": '''
        def linear_activation_forward(
            A_prev: np.ndarray, W: np.ndarray, b: np.ndarray, activation: str = "relu"
        ) -> tuple:
            """One layer forward."""
            forward = linear_forward(A_prev, W, b)
            if activation not in ("relu", "sigmoid"):
                raise ValueError(activation)
            out = relu(forward[0]) if activation == "relu" else sigmoid(forward[0])
            return out[0], (forward[1], out[1])
        ''',
    },
    "L_model_forward": {
        "one loop, activation chosen per layer": """
def L_model_forward(X, parameters):
    A, caches = X, []
    L = len(parameters) // 2
    for l in range(1, L + 1):
        activation = "sigmoid" if l == L else "relu"
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        A, cache = linear_activation_forward(A, W, b, activation)
        caches.append(cache)
    return A, caches
""",
        "caches = caches + [cache]": """
def L_model_forward(X, parameters):
    caches = []
    A = X
    L = len(parameters) // 2
    for l in range(1, L):
        A_prev = A
        A, cache = linear_activation_forward(
            A_prev, parameters["W" + str(l)], parameters["b" + str(l)], activation="relu"
        )
        caches = caches + [cache]
    AL, cache = linear_activation_forward(
        A, parameters["W" + str(L)], parameters["b" + str(L)], activation="sigmoid"
    )
    caches = caches + [cache]
    return AL, caches
""",
        "caches a tuple": """
def L_model_forward(X, parameters):
    A = X
    caches = ()
    L = len(parameters) // 2
    for l in range(L - 1):
        W, b = parameters["W" + str(l + 1)], parameters["b" + str(l + 1)]
        A, cache = linear_activation_forward(A, W, b, "relu")
        caches += (cache,)
    W, b = parameters["W" + str(L)], parameters["b" + str(L)]
    A, cache = linear_activation_forward(A, W, b, "sigmoid")
    caches += (cache,)
    return A, caches
""",
        "while loop": """
def L_model_forward(X, parameters):
    caches, A, l = [], X, 1
    while "W" + str(l) in parameters:
        last = "W" + str(l + 1) not in parameters
        A, cache = linear_activation_forward(
            A_prev=A,
            W=parameters["W" + str(l)],
            b=parameters["b" + str(l)],
            activation="sigmoid" if last else "relu",
        )
        caches += [cache]
        l += 1
    return A, caches
""",
        "nested function, caches filled by position": """
def L_model_forward(X, parameters):
    L = len(parameters) // 2
    caches = [None] * L

    def layer(A, l, activation="relu"):
        W, b = parameters["W%d" % l], parameters["b%d" % l]
        A, caches[l - 1] = linear_activation_forward(A, W, b, activation)
        return A

    A = X
    for l in range(1, L):
        A = layer(A, l)
    return layer(A, L, activation="sigmoid"), caches
""",
        "list of activations, zip": """
def L_model_forward(X, parameters):
    L = sum(key.startswith("W") for key in parameters)
    activations = ["relu"] * (L - 1) + ["sigmoid"]
    A, caches = X, []
    for l, activation in zip(range(1, L + 1), activations):
        A, cache = linear_activation_forward(
            A, parameters["W" + str(l)], parameters["b" + str(l)], activation
        )
        caches.insert(l - 1, cache)
    return A, caches
""",
        "everything written out": """
def L_model_forward(X, parameters):
    L = int(len(parameters) / 2)
    A, caches = X, list()
    for l in range(1, L + 1):
        W, b = parameters["W" + str(l)], parameters["b" + str(l)]
        Z = W @ A + b
        caches.append(((A, W, b), Z))
        A = np.maximum(Z, 0) if l < L else 1 / (1 + np.exp(-Z))
    return A, caches
""",
        "all activations in a list": """
def L_model_forward(X, parameters):
    A = [X]
    caches = []
    L = len(parameters) // 2
    for l in range(1, L):
        W, b = parameters["W" + str(l)], parameters["b" + str(l)]
        result = linear_activation_forward(A[-1], W, b, "relu")
        A.append(result[0])
        caches.append(result[1])
    W, b = parameters["W" + str(L)], parameters["b" + str(L)]
    AL, last = linear_activation_forward(A[L - 1], W, b, "sigmoid")
    return AL, [*caches, last]
""",
    },
    "compute_cost": {
        "np.mean": """
def compute_cost(AL, Y):
    return -np.mean(Y * np.log(AL) + (1 - Y) * np.log(1 - AL))
""",
        "np.dot, squeezed": """
def compute_cost(AL, Y):
    m = Y.shape[1]
    cost = (-1 / m) * (np.dot(Y, np.log(AL).T) + np.dot(1 - Y, np.log(1 - AL).T))
    return np.squeeze(cost)
""",
        "log1p, and a Python float": """
def compute_cost(AL, Y):
    total = (Y * np.log(AL)).sum() + ((1 - Y) * np.log1p(-AL)).sum()
    return float(-total / Y.shape[1])
""",
        "np.where": """
def compute_cost(AL, Y):
    return np.average(np.where(Y == 1, -np.log(AL), -np.log(1 - AL)))
""",
        "np.vdot": """
def compute_cost(AL, Y):
    m = AL.size
    return np.float64(-(np.vdot(Y, np.log(AL)) + np.vdot(1 - Y, np.log(1 - AL))) / m)
""",
        "inner product, a 0-d array": """
def compute_cost(AL, Y):
    y, a = Y[0], AL[0]
    return np.array(-(np.inner(y, np.log(a)) + np.inner(1 - y, np.log(1 - a))) / len(y))
""",
        "boolean masks": """
def compute_cost(AL, Y):
    losses = np.log(AL[Y == 1]).sum() + np.log(1 - AL[Y == 0]).sum()
    return -losses / Y.shape[1]
""",
        "explicit loop": """
def compute_cost(AL, Y):
    cost, m = 0.0, Y.shape[1]
    for i in range(m):
        a, y = AL[0, i], Y[0, i]
        cost -= y * np.log(a) + (1 - y) * np.log(1 - a)
    return cost / m
""",
        "probability given to the true label": """
def compute_cost(AL, Y):
    import math

    likelihood = [a if y else 1 - a for a, y in zip(AL.ravel(), Y.ravel())]
    return sum(-math.log(p) for p in likelihood) / len(likelihood)
""",
        "einsum": """
def compute_cost(AL, Y):
    positive = np.einsum("ij,ij->", Y, np.log(AL))
    negative = np.einsum("ij,ij->", 1 - Y, np.log(1 - AL))
    return np.negative(np.add(positive, negative)) / Y.shape[1]
""",
    },
    "linear_backward": {
        "classic": """
def linear_backward(dZ, cache):
    A_prev, W, b = cache
    m = A_prev.shape[1]
    dW = np.dot(dZ, A_prev.T) / m
    db = np.sum(dZ, axis=1, keepdims=True) / m
    dA_prev = np.dot(W.T, dZ)
    return dA_prev, dW, db
""",
        "np.dot, factor in front": """
def linear_backward(dZ, cache):
    A_prev, W, b = cache
    m = A_prev.shape[1]
    dW = 1.0 / m * np.dot(dZ, A_prev.T)
    db = 1.0 / m * np.sum(dZ, axis=1, keepdims=True)
    dA_prev = np.dot(W.T, dZ)
    return dA_prev, dW, db
""",
        "mean and reshape": """
def linear_backward(dZ, cache):
    A_prev, W, _ = cache
    dW = np.matmul(dZ, A_prev.transpose()) / dZ.shape[1]
    db = dZ.mean(axis=1).reshape(-1, 1)
    return np.matmul(W.transpose(), dZ), dW, db
""",
        "einsum": """
def linear_backward(dZ, cache):
    A_prev, W, b = cache
    m = A_prev.shape[1]
    dA_prev = np.einsum("ij,ik->jk", W, dZ)
    dW = np.einsum("ik,jk->ij", dZ, A_prev) / m
    db = np.einsum("ik->i", dZ)[:, None] / m
    return dA_prev, dW, db
""",
        "sum over the examples": """
def linear_backward(dZ, cache):
    A_prev, W, b = cache
    n, m = dZ.shape
    dW, db = np.zeros(W.shape), np.zeros((n, 1))
    dA_prev = np.empty(A_prev.shape)
    for i in range(m):
        dz, a = dZ[:, i : i + 1], A_prev[:, i : i + 1]
        dW += dz * a.T
        db += dz
        dA_prev[:, i : i + 1] = W.T @ dz
    return dA_prev, dW / m, db / m
""",
        "np.average, a new axis": """
def linear_backward(dZ, cache):
    A_prev, W = cache[0], cache[1]
    dW = np.average(dZ[:, np.newaxis, :] * A_prev[np.newaxis], axis=2)
    db = np.average(dZ, axis=1)[:, np.newaxis]
    return (dZ.T @ W).T, dW, db
""",
        "product with a column of ones": """
def linear_backward(dZ, cache):
    (A_prev, W, b), m = cache, dZ.shape[-1]
    scaled = dZ / m
    return W.T @ dZ, scaled @ A_prev.T, scaled @ np.ones((m, 1))
""",
        "list comprehension, returned as a list": """
def linear_backward(dZ, cache):
    A_prev, W, b = cache
    m = A_prev.shape[1]
    dW = np.array([[np.dot(dz, a) / m for a in A_prev] for dz in dZ])
    db = np.array([[sum(dz) / m] for dz in dZ])
    return [W.T.dot(dZ), dW, db]
""",
        "tensordot, np.divide": """
def linear_backward(dZ, cache):
    A_prev, W, b = cache
    m = A_prev.shape[1]
    dW = np.divide(np.tensordot(dZ, A_prev, axes=([1], [1])), m)
    db = np.divide(np.add.reduce(dZ, axis=1), m).reshape(b.shape)
    dA_prev = np.tensordot(W, dZ, axes=([0], [0]))
    return dA_prev, dW, db
""",
    },
    "linear_activation_backward": {
        "classic": """
def linear_activation_backward(dA, cache, activation):
    linear_cache, activation_cache = cache
    if activation == "relu":
        dZ = relu_backward(dA, activation_cache)
    elif activation == "sigmoid":
        dZ = sigmoid_backward(dA, activation_cache)
    dA_prev, dW, db = linear_backward(dZ, linear_cache)
    return dA_prev, dW, db
""",
        "one call of linear_backward": """
def linear_activation_backward(dA, cache, activation):
    linear_cache, Z = cache
    dZ = relu_backward(dA, Z) if activation == "relu" else sigmoid_backward(dA, Z)
    return linear_backward(dZ, linear_cache)
""",
        "dictionary of functions, keyword arguments": """
def linear_activation_backward(dA, cache, activation):
    backward = {"relu": relu_backward, "sigmoid": sigmoid_backward}
    dZ = backward[activation](dA=dA, activation_cache=cache[1])
    dA_prev, dW, db = linear_backward(cache=cache[0], dZ=dZ)
    return dA_prev, dW, db
""",
        "the other name of activation_cache": """
def linear_activation_backward(dA, cache, activation):
    linear_cache, activation_cache = cache
    backward = relu_backward if activation == "relu" else sigmoid_backward
    return linear_backward(backward(dA, cache=activation_cache), linear_cache)
""",
        "np.where, and A(1 - A) with A from Z": """
def linear_activation_backward(dA, cache, activation):
    linear_cache, Z = cache
    if activation == "relu":
        dZ = np.where(Z > 0, dA, 0)
    elif activation == "sigmoid":
        A, _ = sigmoid(Z)
        dZ = dA * A * (1 - A)
    return linear_backward(dZ, linear_cache)
""",
        "mask on a copy, exp written out": """
def linear_activation_backward(dA, cache, activation):
    linear_cache, activation_cache = cache
    if activation == "relu":
        dZ = np.array(dA, copy=True)
        dZ[activation_cache <= 0] = 0
    else:
        s = 1 / (1 + np.exp(-activation_cache))
        dZ = np.multiply(dA, np.multiply(s, 1 - s))
    dA_prev, dW, db = linear_backward(dZ, linear_cache)
    return dA_prev, dW, db
""",
        "everything written out": """
def linear_activation_backward(dA, cache, activation):
    (A_prev, W, b), Z = cache
    m = dA.shape[1]
    if activation == "sigmoid":
        slope = np.exp(-Z) / (1 + np.exp(-Z)) ** 2
    else:
        slope = (Z > 0).astype(float)
    dZ = dA * slope
    return W.T @ dZ, dZ @ A_prev.T / m, dZ.sum(axis=1, keepdims=True) / m
""",
        "nested function": """
def linear_activation_backward(dA, cache, activation):
    def derivative(Z):
        if activation == "relu":
            return Z > 0
        return 0.25 / np.cosh(Z / 2) ** 2

    linear_cache, Z = cache
    return tuple(linear_backward(dA * derivative(Z), linear_cache))
""",
        "np.heaviside, match": """
def linear_activation_backward(dA, cache, activation):
    linear_cache, activation_cache = cache
    match activation:
        case "relu":
            dZ = dA * np.heaviside(activation_cache, 0)
        case "sigmoid":
            dZ = sigmoid_backward(dA, activation_cache)
    dA_prev, dW, db = linear_backward(dZ, linear_cache)
    return [dA_prev, dW, db]
""",
    },
    "L_model_backward": {
        "classic": """
def L_model_backward(AL, Y, caches):
    grads = {}
    L = len(caches)
    Y = Y.reshape(AL.shape)
    dAL = -(np.divide(Y, AL) - np.divide(1 - Y, 1 - AL))
    dA_prev, dW, db = linear_activation_backward(dAL, caches[L - 1], "sigmoid")
    grads["dA" + str(L - 1)] = dA_prev
    grads["dW" + str(L)] = dW
    grads["db" + str(L)] = db
    for l in reversed(range(L - 1)):
        dA = grads["dA" + str(l + 1)]
        dA_prev, dW, db = linear_activation_backward(dA, caches[l], "relu")
        grads["dA" + str(l)] = dA_prev
        grads["dW" + str(l + 1)] = dW
        grads["db" + str(l + 1)] = db
    return grads
""",
        "three gradients assigned at once": """
def L_model_backward(AL, Y, caches):
    grads = {}
    L = len(caches)
    Y = Y.reshape(AL.shape)
    dAL = -(np.divide(Y, AL) - np.divide(1 - Y, 1 - AL))
    (
        grads["dA" + str(L - 1)],
        grads["dW" + str(L)],
        grads["db" + str(L)],
    ) = linear_activation_backward(dAL, caches[L - 1], activation="sigmoid")
    for l in reversed(range(L - 1)):
        dA_prev, dW, db = linear_activation_backward(
            grads["dA" + str(l + 1)], caches[l], activation="relu"
        )
        grads["dA" + str(l)] = dA_prev
        grads["dW" + str(l + 1)] = dW
        grads["db" + str(l + 1)] = db
    return grads
""",
        "one loop, the extra key dA of the last layer": """
def L_model_backward(AL, Y, caches):
    L = len(caches)
    grads = {f"dA{L}": (AL - Y) / (AL * (1 - AL))}
    for l in range(L, 0, -1):
        activation = "sigmoid" if l == L else "relu"
        dA, dW, db = linear_activation_backward(grads[f"dA{l}"], caches[l - 1], activation)
        grads[f"dA{l - 1}"], grads[f"dW{l}"], grads[f"db{l}"] = dA, dW, db
    return grads
""",
        "while loop, dA carried along": """
def L_model_backward(AL, Y, caches):
    grads = dict()
    l = len(caches)
    dA = (1 - Y) / (1 - AL) - Y / AL
    activation = "sigmoid"
    while l > 0:
        dA, dW, db = linear_activation_backward(dA, caches[l - 1], activation)
        grads["dW" + str(l)] = dW
        grads["db" + str(l)] = db
        l -= 1
        grads["dA" + str(l)] = dA
        activation = "relu"
    return grads
""",
        "zip over reversed": """
def L_model_backward(AL, Y, caches):
    L = len(caches)
    activations = ["relu"] * (L - 1) + ["sigmoid"]
    layers = zip(range(1, L + 1), caches, activations)
    dA = np.where(Y == 1, -1 / AL, 1 / (1 - AL))
    grads = {}
    for l, cache, activation in reversed(list(layers)):
        dA, dW, db = linear_activation_backward(dA, cache, activation)
        grads.update({f"dA{l - 1}": dA, f"dW{l}": dW, f"db{l}": db})
    return grads
""",
        "helper list of dA": """
def L_model_backward(AL, Y, caches):
    L = len(caches)
    dA = [None] * L + [-Y / AL + (1 - Y) / (1 - AL)]
    dW, db = [None] * (L + 1), [None] * (L + 1)
    for l in range(L, 0, -1):
        g = "relu" if l < L else "sigmoid"
        dA[l - 1], dW[l], db[l] = linear_activation_backward(dA[l], caches[l - 1], g)
    grads = {"dA" + str(l): dA[l] for l in range(L)}
    for l in range(1, L + 1):
        grads["dW" + str(l)] = dW[l]
        grads["db" + str(l)] = db[l]
    return grads
""",
        "nested function, negative index": """
def L_model_backward(AL, Y, caches):
    grads = {}

    def store(l, dA, activation="relu"):
        dA_prev, dW, db = linear_activation_backward(dA, caches[l - 1], activation)
        grads["dA" + str(l - 1)], grads["dW" + str(l)] = dA_prev, dW
        grads["db" + str(l)] = db

    L = len(caches)
    Y = np.reshape(Y, AL.shape)
    grads["dAL"] = -np.subtract(Y / AL, (1 - Y) / (1 - AL))
    store(L, grads["dAL"], activation="sigmoid")
    for l in range(L - 1, 0, -1):
        store(l, dA=grads["dA" + str(l)])
    return grads
""",
        "everything written out": """
def L_model_backward(AL, Y, caches):
    grads, L, m = {}, len(caches), AL.shape[1]
    dA = -(Y / AL) + (1 - Y) / (1 - AL)
    for l in reversed(range(L)):
        (A_prev, W, b), Z = caches[l]
        if l == L - 1:
            s = 1 / (1 + np.exp(-Z))
            dZ = dA * s * (1 - s)
        else:
            dZ = dA * (Z > 0)
        dA = np.dot(W.T, dZ)
        grads["dA" + str(l)] = dA
        grads["dW" + str(l + 1)] = np.dot(dZ, A_prev.T) / m
        grads["db" + str(l + 1)] = np.mean(dZ, axis=1, keepdims=True)
    return grads
""",
        "a copy of the caches, emptied from the end": """
def L_model_backward(AL, Y, caches):
    left = list(caches)
    dA = -(Y / AL - (1 - Y) / (1 - AL))
    result = linear_activation_backward(dA, left.pop(), "sigmoid")
    grads = {}
    while True:
        l = len(left)
        dA, grads[f"dW{l + 1}"], grads[f"db{l + 1}"] = result
        grads[f"dA{l}"] = dA
        if not left:
            return grads
        result = linear_activation_backward(dA, left.pop(), "relu")
""",
    },
    "update_parameters": {
        "classic": """
def update_parameters(params, grads, learning_rate):
    parameters = {}
    L = len(params) // 2
    for l in range(L):
        n = str(l + 1)
        parameters["W" + n] = params["W" + n] - learning_rate * grads["dW" + n]
        parameters["b" + n] = params["b" + n] - learning_rate * grads["db" + n]
    return parameters
""",
        "from 1 to L, f-strings": """
def update_parameters(params, grads, learning_rate):
    parameters = {}
    for l in range(1, len(params) // 2 + 1):
        parameters[f"W{l}"] = params[f"W{l}"] - learning_rate * grads[f"dW{l}"]
        parameters[f"b{l}"] = params[f"b{l}"] - learning_rate * grads[f"db{l}"]
    return parameters
""",
        "dict comprehension": """
def update_parameters(params, grads, learning_rate):
    return {key: params[key] - learning_rate * grads["d" + key] for key in params}
""",
        "copy.deepcopy, then -=": """
def update_parameters(params, grads, learning_rate):
    import copy

    parameters = copy.deepcopy(params)
    L = len(parameters) // 2
    for l in range(L):
        parameters["W" + str(l + 1)] -= learning_rate * grads["dW" + str(l + 1)]
        parameters["b" + str(l + 1)] -= learning_rate * grads["db" + str(l + 1)]
    return parameters
""",
        "a shallow copy, keys set anew": """
def update_parameters(params, grads, learning_rate):
    parameters = params.copy()
    for key, value in params.items():
        parameters[key] = np.subtract(value, np.multiply(learning_rate, grads[f"d{key}"]))
    return parameters
""",
        "the step added with its sign": """
def update_parameters(params, grads, learning_rate):
    steps = {key: -learning_rate * gradient for key, gradient in grads.items()}
    parameters = {}
    for l in range(len(params) // 2, 0, -1):
        for letter in "Wb":
            key = letter + str(l)
            parameters[key] = params[key] + steps["d" + key]
    return parameters
""",
        "nested function, keyword arguments": """
def update_parameters(params: dict, grads: dict, learning_rate: float = 0.01) -> dict:
    def step(value, gradient, alpha):
        return value - gradient * alpha

    parameters = {}
    for l in range(1, 1 + sum(name[0] == "W" for name in params)):
        for name in ("W%d" % l, "b%d" % l):
            parameters[name] = step(
                params[name], gradient=grads["d" + name], alpha=learning_rate
            )
    return parameters
""",
        "entry by entry": """
def update_parameters(params, grads, learning_rate):
    parameters = {}
    for key in params:
        new = np.zeros(params[key].shape)
        for i in range(new.shape[0]):
            for j in range(new.shape[1]):
                new[i, j] = params[key][i, j] - learning_rate * grads["d" + key][i, j]
        parameters[key] = new
    return parameters
""",
        "copies of the arrays, then -= on them": """
def update_parameters(params, grads, learning_rate):
    parameters = dict(zip(params, map(np.copy, params.values())))
    for key, array in parameters.items():
        array -= learning_rate * grads["d" + key]
    return parameters
""",
    },
}
