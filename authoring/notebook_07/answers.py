"""Right answers to the exercises of notebook 07, each written in another way."""

RIGHT_ANSWERS = {
    "initialize_parameters_zeros": {
        "classic": """
def initialize_parameters_zeros(layers_dims):
    parameters = {}
    L = len(layers_dims)
    for l in range(1, L):
        parameters["W" + str(l)] = np.zeros((layers_dims[l], layers_dims[l - 1]))
        parameters["b" + str(l)] = np.zeros((layers_dims[l], 1))
    return parameters
""",
        "neighbors in pairs": """
def initialize_parameters_zeros(layers_dims):
    parameters = {}
    for l, (n_prev, n) in enumerate(zip(layers_dims, layers_dims[1:]), start=1):
        parameters |= {f"W{l}": np.zeros([n, n_prev]), f"b{l}": np.zeros([n, 1])}
    return parameters
""",
        "random numbers times zero": """
def initialize_parameters_zeros(layers_dims):
    parameters = {}
    for l in range(1, len(layers_dims)):
        parameters["W%d" % l] = np.random.randn(layers_dims[l], layers_dims[l - 1]) * 0
        parameters["b%d" % l] = np.random.randn(layers_dims[l], 1) * 0
    return parameters
""",
        "filled, and the biases in a second loop": """
def initialize_parameters_zeros(layers_dims):
    L = len(layers_dims) - 1
    parameters = {
        "W" + str(l): np.full((layers_dims[l], layers_dims[l - 1]), 0.0) for l in range(1, L + 1)
    }
    for l in range(L, 0, -1):
        parameters["b" + str(l)] = np.zeros_like(parameters["W" + str(l)][:, :1])
    return parameters
""",
        "lists of lists": """
def initialize_parameters_zeros(layers_dims):
    parameters = {}
    for l in range(1, len(layers_dims)):
        rows = [[0.0] * layers_dims[l - 1] for _ in range(layers_dims[l])]
        parameters["W" + str(l)] = np.array(rows)
        parameters["b" + str(l)] = np.array([[0.0]] * layers_dims[l])
    return parameters
""",
        "flat, then reshaped": """
def initialize_parameters_zeros(layers_dims):
    parameters = dict()
    l = 1
    while l < len(layers_dims):
        n, n_prev = layers_dims[l], layers_dims[l - 1]
        parameters["W" + str(l)] = np.zeros(n * n_prev).reshape(n, n_prev)
        parameters["b" + str(l)] = np.zeros(n).reshape(-1, 1)
        l += 1
    return parameters
""",
    },
    "initialize_parameters_random": {
        "classic": """
def initialize_parameters_random(layers_dims, seed=3):
    np.random.seed(seed)
    parameters = {}
    L = len(layers_dims)
    for l in range(1, L):
        parameters["W" + str(l)] = np.random.randn(layers_dims[l], layers_dims[l - 1]) * 10
        parameters["b" + str(l)] = np.zeros((layers_dims[l], 1))
    return parameters
""",
        "normal with its own spread": """
def initialize_parameters_random(layers_dims, seed=3):
    np.random.seed(seed)
    parameters = {}
    for l in range(1, len(layers_dims)):
        shape = (layers_dims[l], layers_dims[l - 1])
        parameters["W" + str(l)] = np.random.normal(scale=10, size=shape)
        parameters["b" + str(l)] = np.zeros((shape[0], 1))
    return parameters
""",
        "a generator of its own": """
def initialize_parameters_random(layers_dims, seed=3):
    random = np.random.RandomState(seed)
    parameters = {}
    for l, (n_prev, n) in enumerate(zip(layers_dims, layers_dims[1:]), start=1):
        parameters[f"W{l}"] = 10 * random.standard_normal((n, n_prev))
        parameters[f"b{l}"] = np.zeros((n, 1))
    return parameters
""",
        "biases from the factor 0, before the weights": """
def initialize_parameters_random(layers_dims, seed=3):
    np.random.seed(seed)
    parameters = {}
    for l in range(1, len(layers_dims)):
        parameters["b" + str(l)] = np.ones((layers_dims[l], 1)) * 0
        parameters["W" + str(l)] = np.random.randn(layers_dims[l], layers_dims[l - 1])
        parameters["W" + str(l)] *= 10.0
    return parameters
""",
        "one number at a time": """
def initialize_parameters_random(layers_dims, seed=3):
    np.random.seed(seed)
    parameters = {}
    for l in range(1, len(layers_dims)):
        W = np.zeros((layers_dims[l], layers_dims[l - 1]))
        for i in range(W.shape[0]):
            for j in range(W.shape[1]):
                W[i, j] = np.random.randn() * 10
        parameters["W" + str(l)] = W
        parameters["b" + str(l)] = np.zeros(shape=(W.shape[0], 1))
    return parameters
""",
        "divided by a tenth": """
def initialize_parameters_random(layers_dims, seed=3):
    np.random.seed(seed)
    parameters = {}
    for l in range(1, len(layers_dims)):
        W = np.random.randn(layers_dims[l] * layers_dims[l - 1]) / 0.1
        parameters["W" + str(l)] = W.reshape(layers_dims[l], -1)
        parameters["b" + str(l)] = np.zeros((layers_dims[l], 1))
    return parameters
""",
    },
    "initialize_parameters_he": {
        "classic": """
def initialize_parameters_he(layers_dims, seed=3):
    np.random.seed(seed)
    parameters = {}
    L = len(layers_dims) - 1
    for l in range(1, L + 1):
        parameters["W" + str(l)] = np.random.randn(layers_dims[l], layers_dims[l - 1]) * np.sqrt(
            2.0 / layers_dims[l - 1]
        )
        parameters["b" + str(l)] = np.zeros((layers_dims[l], 1))
    return parameters
""",
        "normal with its own spread": """
def initialize_parameters_he(layers_dims, seed=3):
    np.random.seed(seed)
    parameters = {}
    for l in range(1, len(layers_dims)):
        n, n_prev = layers_dims[l], layers_dims[l - 1]
        parameters["W" + str(l)] = np.random.normal(0, (2 / n_prev) ** 0.5, (n, n_prev))
        parameters["b" + str(l)] = np.zeros((n, 1))
    return parameters
""",
        "divided by the root of one half": """
def initialize_parameters_he(layers_dims, seed=3):
    np.random.seed(seed)
    parameters = {}
    for l, (n_prev, n) in enumerate(zip(layers_dims[:-1], layers_dims[1:]), start=1):
        parameters[f"W{l}"] = np.random.randn(n, n_prev) / np.sqrt(n_prev / 2)
        parameters[f"b{l}"] = np.zeros((n, 1))
    return parameters
""",
        "a generator of its own, two roots": """
def initialize_parameters_he(layers_dims, seed=3):
    random = np.random.RandomState(seed)
    parameters = {}
    for l in range(1, len(layers_dims)):
        shape = (layers_dims[l], layers_dims[l - 1])
        parameters["W" + str(l)] = random.standard_normal(shape) * np.sqrt(2) / np.sqrt(shape[1])
        parameters["b" + str(l)] = np.full((shape[0], 1), 0.0)
    return parameters
""",
        "scaled in place, biases last": """
def initialize_parameters_he(layers_dims, seed=3):
    np.random.seed(seed)
    parameters = {}
    L = len(layers_dims) - 1
    for l in range(1, L + 1):
        W = np.random.randn(layers_dims[l], layers_dims[l - 1])
        W *= np.sqrt(2 / W.shape[1])
        parameters["W" + str(l)] = W
    for l in range(1, L + 1):
        parameters["b" + str(l)] = np.zeros((layers_dims[l], 1))
    return parameters
""",
        "the scale through logarithms, a power of the size": """
def initialize_parameters_he(layers_dims, seed=3):
    np.random.seed(seed)
    parameters = {}
    for l in range(1, len(layers_dims)):
        n_prev = np.float64(layers_dims[l - 1])
        scale = np.exp(0.5 * (np.log(2) - np.log(n_prev)))
        parameters["W" + str(l)] = np.multiply(scale, np.random.randn(layers_dims[l], int(n_prev)))
        parameters["b" + str(l)] = np.zeros([layers_dims[l], 1])
    return parameters
""",
    },
    "sigmoid_stable": {
        "classic": """
def sigmoid_stable(Z):
    s = np.exp(-np.abs(Z))
    return np.where(Z >= 0, 1 / (1 + s), s / (1 + s))
""",
        "tanh": """
def sigmoid_stable(Z):
    return 0.5 * (1 + np.tanh(Z / 2))
""",
        "clipped before the exponential": """
def sigmoid_stable(Z):
    return 1 / (1 + np.exp(-np.clip(Z, -500, 500)))
""",
        "clipped at 30": """
def sigmoid_stable(Z):
    return 1 / (1 + np.exp(-np.clip(Z, -30, 30)))
""",
        "each side under its mask": """
def sigmoid_stable(Z):
    A = np.zeros(Z.shape)
    positive = Z >= 0
    A[positive] = 1 / (1 + np.exp(-Z[positive]))
    exponentials = np.exp(Z[~positive])
    A[~positive] = exponentials / (1 + exponentials)
    return A
""",
        "logaddexp": """
def sigmoid_stable(Z):
    return np.exp(-np.logaddexp(0, -Z))
""",
        "mirrored": """
def sigmoid_stable(Z):
    upper = 1 / (1 + np.exp(-np.abs(Z)))
    return np.where(Z < 0, 1 - upper, upper)
""",
        "one number at a time": """
def sigmoid_stable(Z):
    import math

    A = np.empty_like(Z)
    for index, z in np.ndenumerate(Z):
        if z >= 0:
            A[index] = 1 / (1 + math.exp(-z))
        else:
            A[index] = math.exp(z) / (1 + math.exp(z))
    return A
""",
        "minimum and maximum": """
def sigmoid_stable(Z):
    return np.exp(np.minimum(Z, 0)) / (np.exp(np.minimum(Z, 0)) + np.exp(-np.maximum(Z, 0)))
""",
    },
    "compute_cost_from_logits": {
        "classic": """
def compute_cost_from_logits(ZL, Y):
    m = Y.shape[1]
    return np.sum(np.maximum(ZL, 0) - ZL * Y + np.log1p(np.exp(-np.abs(ZL)))) / m
""",
        "logaddexp": """
def compute_cost_from_logits(ZL, Y):
    return np.mean(np.logaddexp(0, ZL) - ZL * Y)
""",
        "the plain logarithm, squeezed": """
def compute_cost_from_logits(ZL, Y):
    m = Y.shape[1]
    losses = np.maximum(0, ZL) - Y * ZL + np.log(1 + np.exp(-abs(ZL)))
    return np.squeeze(np.sum(losses, axis=1, keepdims=True) / m)
""",
        "the wrong side of each example": """
def compute_cost_from_logits(ZL, Y):
    wrong = np.where(Y == 1, -ZL, ZL)
    return np.mean(np.maximum(wrong, 0) + np.log1p(np.exp(-np.abs(wrong))))
""",
        "one example at a time": """
def compute_cost_from_logits(ZL, Y):
    total = 0.0
    for z, y in zip(ZL[0], Y[0]):
        larger = z if z > 0 else 0
        total += larger - z * y + np.log1p(np.exp(-abs(z)))
    return total / ZL.shape[1]
""",
        "the dot product": """
def compute_cost_from_logits(ZL, Y):
    m = Y.shape[1]
    softplus = ZL * (ZL > 0) + np.log1p(np.exp(-np.abs(ZL)))
    return float(np.sum(softplus) - np.dot(ZL, Y.T).item()) / m
""",
        "half of the sum and the absolute value": """
def compute_cost_from_logits(ZL, Y):
    losses = (ZL + np.abs(ZL)) / 2 + np.log1p(np.exp(-np.abs(ZL))) - np.multiply(Y, ZL)
    return np.average(losses)
""",
        "both labels apart": """
def compute_cost_from_logits(ZL, Y):
    ones, zeros = ZL[Y == 1], ZL[Y == 0]
    return (np.logaddexp(0, -ones).sum() + np.logaddexp(0, zeros).sum()) / Y.size
""",
    },
    "sigmoid_cross_entropy_backward": {
        "classic": """
def sigmoid_cross_entropy_backward(ZL, Y):
    AL = sigmoid_stable(ZL)
    return AL - Y
""",
        "the sigmoid of dnn_utils": """
def sigmoid_cross_entropy_backward(ZL, Y):
    AL, _ = sigmoid(ZL)
    return np.subtract(AL, Y)
""",
        "through dA, which never divides by 0 with that sigmoid": """
def sigmoid_cross_entropy_backward(ZL, Y):
    AL, _ = sigmoid(ZL)
    dAL = -(np.divide(Y, AL) - np.divide(1 - Y, 1 - AL))
    return dAL * AL * (1 - AL)
""",
        "tanh": """
def sigmoid_cross_entropy_backward(ZL, Y):
    return (1 + np.tanh(ZL / 2)) / 2 - Y
""",
        "by label": """
def sigmoid_cross_entropy_backward(ZL, Y):
    return np.where(Y == 1, -sigmoid_stable(-ZL), sigmoid_stable(ZL))
""",
        "both formulas by hand": """
def sigmoid_cross_entropy_backward(ZL, Y):
    s = np.exp(-np.abs(ZL))
    dZL = np.where(ZL >= 0, 1, s) / (1 + s)
    dZL -= Y
    return dZL
""",
        "one example at a time": """
def sigmoid_cross_entropy_backward(ZL, Y):
    dZL = np.zeros(ZL.shape)
    for i in range(ZL.shape[1]):
        dZL[0, i] = sigmoid_stable(ZL[:, i : i + 1])[0, 0] - Y[0, i]
    return dZL
""",
    },
    "log_softmax": {
        "classic": """
def log_softmax(Z):
    M = np.max(Z, axis=0, keepdims=True)
    return Z - M - np.log(np.sum(np.exp(Z - M), axis=0, keepdims=True))
""",
        "without keepdims, right for columns": """
def log_softmax(Z):
    Z = Z - Z.max(axis=0)
    return Z - np.log(np.exp(Z).sum(axis=0))
""",
        "logaddexp": """
def log_softmax(Z):
    return Z - np.logaddexp.reduce(Z, axis=0)
""",
        "by rows, and back": """
def log_softmax(Z):
    rows = Z.T
    rows = rows - rows.max(axis=1, keepdims=True)
    return (rows - np.log(np.exp(rows).sum(axis=1, keepdims=True))).T
""",
        "one column at a time": """
def log_softmax(Z):
    log_P = np.zeros(Z.shape)
    for j in range(Z.shape[1]):
        column = Z[:, j] - max(Z[:, j])
        log_P[:, j] = column - np.log(sum(np.exp(column)))
    return log_P
""",
        "differences of all pairs": """
def log_softmax(Z):
    differences = Z[np.newaxis] - Z[:, np.newaxis]  # [i, j] is row j minus row i
    return -np.logaddexp.reduce(differences, axis=1)
""",
        "the sum with its maximum added back": """
def log_softmax(Z):
    k, m = Z.shape
    M = np.amax(Z, axis=0).reshape(1, m)
    log_sum = M + np.log(np.ones((1, k)) @ np.exp(Z - M))
    return np.subtract(Z, log_sum)
""",
    },
}
