"""Right answers to the exercises of notebook 08, each written in another way."""

RIGHT_ANSWERS = {
    "compute_cost_with_regularization": {
        "classic": """
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    m = Y.shape[1]
    cross_entropy_cost = compute_cost(A3, Y)
    L2_regularization_cost = 0
    for l in range(1, len(parameters) // 2 + 1):
        W = parameters["W" + str(l)]
        L2_regularization_cost += np.sum(np.square(W))
    L2_regularization_cost = (1. / m) * (lambd / 2) * L2_regularization_cost
    cost = cross_entropy_cost + L2_regularization_cost
    return cost
""",
        "by the names": """
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    squares = sum(np.sum(np.square(W)) for name, W in parameters.items() if name.startswith("W"))
    return compute_cost(A3, Y) + lambd * squares / (2 * A3.shape[1])
""",
        "norms, squared": """
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    m = Y.shape[1]
    cost = compute_cost(A3, Y)
    for l in range(len(parameters) // 2):
        cost = cost + lambd / 2 / m * np.linalg.norm(parameters[f"W{l + 1}"]) ** 2
    return cost
""",
        "dot products of flat weights": """
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    m, total = Y.shape[1], 0
    for key in parameters:
        if "W" in key:
            flat = parameters[key].reshape(-1)
            total += np.dot(flat, flat)
    return np.squeeze(compute_cost(A3, Y) + (lambd * total) / (m * 2))
""",
        "traces, cross-entropy by hand": """
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    m = Y.shape[1]
    cross_entropy = -np.mean(Y * np.log(A3) + (1 - Y) * np.log(1 - A3))
    traces = [np.trace(p @ p.T) for name, p in parameters.items() if name[0] == "W"]
    return float(cross_entropy + np.sum(traces) * lambd / (2 * m))
""",
        "the last layer first, one row at a time": """
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    penalty = 0.0
    l = len(parameters) // 2
    while l > 0:
        for row in parameters["W" + str(l)]:
            penalty += (row * row).sum()
        l -= 1
    return compute_cost(A3, Y) + 0.5 * lambd / Y.size * penalty
""",
        "one long vector": """
def compute_cost_with_regularization(A3, Y, parameters, lambd):
    L = len(parameters) // 2
    theta = np.concatenate([parameters["W" + str(l)].ravel() for l in range(1, L + 1)])
    return np.add(compute_cost(A3, Y), lambd / (2 * Y.shape[1]) * (theta @ theta))
""",
    },
    "backward_propagation_with_regularization": {
        "classic": """
def backward_propagation_with_regularization(X, Y, cache, lambd):
    m = X.shape[1]
    (Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3, W3, b3) = cache
    dZ3 = A3 - Y
    dW3 = 1./m * np.dot(dZ3, A2.T) + (lambd * W3) / m
    db3 = 1./m * np.sum(dZ3, axis=1, keepdims=True)
    dA2 = np.dot(W3.T, dZ3)
    dZ2 = np.multiply(dA2, np.int64(A2 > 0))
    dW2 = 1./m * np.dot(dZ2, A1.T) + (lambd * W2) / m
    db2 = 1./m * np.sum(dZ2, axis=1, keepdims=True)
    dA1 = np.dot(W2.T, dZ2)
    dZ1 = np.multiply(dA1, np.int64(A1 > 0))
    dW1 = 1./m * np.dot(dZ1, X.T) + (lambd * W1) / m
    db1 = 1./m * np.sum(dZ1, axis=1, keepdims=True)
    gradients = {"dZ3": dZ3, "dW3": dW3, "db3": db3, "dA2": dA2,
                 "dZ2": dZ2, "dW2": dW2, "db2": db2, "dA1": dA1,
                 "dZ1": dZ1, "dW1": dW1, "db1": db1}
    return gradients
""",
        "both under one fraction": """
def backward_propagation_with_regularization(X, Y, cache, lambd):
    m = Y.shape[1]
    Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3, W3, b3 = cache
    dZ3 = A3 - Y
    dZ2 = (W3.T @ dZ3) * (Z2 > 0)
    dZ1 = (W2.T @ dZ2) * (Z1 > 0)
    return {
        "dW1": (dZ1 @ X.T + lambd * W1) / m,
        "db1": dZ1.mean(axis=1, keepdims=True),
        "dW2": (dZ2 @ A1.T + lambd * W2) / m,
        "db2": dZ2.mean(axis=1, keepdims=True),
        "dW3": (dZ3 @ A2.T + lambd * W3) / m,
        "db3": dZ3.mean(axis=1, keepdims=True),
    }
""",
        "the penalty added in place, at the end": """
def backward_propagation_with_regularization(X, Y, cache, lambd):
    m = X.shape[1]
    (Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3, W3, b3) = cache
    dZ3 = A3 - Y
    dW3 = dZ3 @ A2.T / m
    db3 = np.sum(dZ3, axis=1, keepdims=True) / m
    dA2 = W3.T @ dZ3
    dA2[A2 <= 0] = 0
    dW2 = dA2 @ A1.T / m
    db2 = np.sum(dA2, axis=1, keepdims=True) / m
    dA1 = W2.T @ dA2
    dA1[A1 <= 0] = 0
    dW1 = dA1 @ X.T / m
    db1 = np.sum(dA1, axis=1, keepdims=True) / m
    dW3 += lambd / m * W3
    dW2 += lambd / m * W2
    dW1 += lambd / m * W1
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2, "dW3": dW3, "db3": db3}
""",
        "in a loop": """
def backward_propagation_with_regularization(X, Y, cache, lambd):
    m = X.shape[1]
    inputs, grads = [X, cache[1], cache[5]], {}
    dZ = cache[9] - Y
    for l in (3, 2, 1):
        W = cache[4 * l - 2]
        grads[f"dW{l}"] = np.dot(dZ, inputs[l - 1].T) / m + np.multiply(lambd / m, W)
        grads[f"db{l}"] = dZ.sum(axis=1).reshape(-1, 1) / m
        dA = np.dot(W.T, dZ)
        if l > 1:
            dZ = np.where(cache[4 * l - 8] > 0, dA, 0)
    return grads
""",
        "relu_backward, the penalty in a helper": """
def backward_propagation_with_regularization(X, Y, cache, lambd):
    from dnn_utils import relu_backward
    m = X.shape[1]

    def gradient(dZ, A_prev, W):
        return (1 / m) * np.matmul(dZ, A_prev.T) + W * (lambd / m)

    Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3, W3, b3 = cache
    ones = np.ones((m, 1))
    dZ3 = np.subtract(A3, Y)
    dZ2 = relu_backward(W3.T @ dZ3, Z2)
    dZ1 = relu_backward(W2.T @ dZ2, Z1)
    grads = {"dW3": gradient(dZ3, A2, W3), "dW2": gradient(dZ2, A1, W2)}
    grads["dW1"] = gradient(dZ1, X, W1)
    for name, dZ in (("db3", dZ3), ("db2", dZ2), ("db1", dZ1)):
        grads[name] = dZ @ ones / m
    return grads
""",
        "one over m in dZ": """
def backward_propagation_with_regularization(X, Y, cache, lambd):
    Z1, A1, W1, b1, Z2, A2, W2, b2, Z3, A3, W3, b3 = cache
    m = Y.size
    dZ3 = (A3 - Y) / m
    dZ2 = W3.T @ dZ3 * np.sign(A2)
    dZ1 = W2.T @ dZ2 * np.sign(A1)
    shrink = lambd / m
    grads = dict(dW1=dZ1 @ X.T + shrink * W1, dW2=dZ2 @ A1.T + shrink * W2)
    grads["dW3"] = dZ3 @ A2.T + shrink * W3
    grads.update(db1=np.sum(dZ1, 1, keepdims=True), db2=np.sum(dZ2, 1, keepdims=True))
    grads["db3"] = np.sum(dZ3, 1, keepdims=True)
    return grads
""",
    },
    "forward_propagation_with_dropout": {
        "classic": """
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5, seed=1):
    np.random.seed(seed)
    W1 = parameters["W1"]
    b1 = parameters["b1"]
    W2 = parameters["W2"]
    b2 = parameters["b2"]
    W3 = parameters["W3"]
    b3 = parameters["b3"]
    Z1 = np.dot(W1, X) + b1
    A1, _ = relu(Z1)
    D1 = np.random.rand(A1.shape[0], A1.shape[1])
    D1 = D1 < keep_prob
    A1 = A1 * D1
    A1 = A1 / keep_prob
    Z2 = np.dot(W2, A1) + b2
    A2, _ = relu(Z2)
    D2 = np.random.rand(A2.shape[0], A2.shape[1])
    D2 = D2 < keep_prob
    A2 = A2 * D2
    A2 = A2 / keep_prob
    Z3 = np.dot(W3, A2) + b3
    A3, _ = sigmoid(Z3)
    cache = (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)
    return A3, cache
""",
        "in place, whole numbers": """
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5, seed=1):
    np.random.seed(seed)
    W1, b1, W2, b2, W3, b3 = (parameters[k] for k in ("W1", "b1", "W2", "b2", "W3", "b3"))
    Z1 = W1 @ X + b1
    A1, _ = relu(Z1)
    D1 = (np.random.rand(*A1.shape) < keep_prob).astype(int)
    A1 *= D1
    A1 /= keep_prob
    Z2 = W2 @ A1 + b2
    A2, _ = relu(Z2)
    D2 = (np.random.rand(*A2.shape) < keep_prob).astype(int)
    A2 *= D2
    A2 /= keep_prob
    Z3 = W3 @ A2 + b3
    A3, _ = sigmoid(Z3)
    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)
""",
        "random_sample, masks of fractions": """
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5, seed=1):
    np.random.seed(seed)
    A, cache = X, []
    for l in (1, 2, 3):
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = np.matmul(W, A) + b
        if l == 3:
            A, _ = sigmoid(Z)
            cache += [Z, A, W, b]
            break
        D = (np.random.random_sample(Z.shape) <= keep_prob) * 1.0
        A = np.maximum(Z, 0) * (D / keep_prob)
        cache += [Z, D, A, W, b]
    return A, tuple(cache)
""",
        "a generator of its own": """
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5, seed=1):
    random = np.random.RandomState(seed)
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    W3, b3 = parameters["W3"], parameters["b3"]
    Z1 = W1 @ X + b1
    D1 = random.uniform(size=Z1.shape) < keep_prob
    A1 = np.where(D1, relu(Z1)[0] / keep_prob, 0.0)
    Z2 = W2 @ A1 + b2
    D2 = random.uniform(size=Z2.shape) < keep_prob
    A2 = np.where(D2, relu(Z2)[0] / keep_prob, 0.0)
    Z3 = W3 @ A2 + b3
    A3 = 1 / (1 + np.exp(-Z3))
    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)
""",
        "dropped by an index": """
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5, seed=1):
    np.random.seed(seed)
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    W3, b3 = parameters["W3"], parameters["b3"]

    def drop(A):
        keep = 1 - np.floor(np.random.random(A.shape) + (1 - keep_prob))
        A = A.copy()
        A[keep == 0] = 0
        return np.divide(A, keep_prob), keep

    Z1 = np.add(np.dot(W1, X), b1)
    A1, D1 = drop(relu(Z1)[0])
    Z2 = np.add(np.dot(W2, A1), b2)
    A2, D2 = drop(relu(Z2)[0])
    Z3 = np.add(np.dot(W3, A2), b3)
    A3 = sigmoid(Z3)[0]
    return A3, (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3)
""",
        "np.where on the mask, np.multiply": """
def forward_propagation_with_dropout(X, parameters, keep_prob=0.5, seed=1):
    np.random.seed(seed)
    W1, b1 = parameters["W1"], parameters["b1"]
    W2, b2 = parameters["W2"], parameters["b2"]
    W3, b3 = parameters["W3"], parameters["b3"]
    Z1 = W1 @ X + b1
    A1, _ = relu(Z1)
    D1 = np.where(np.random.rand(A1.shape[0], X.shape[1]) < keep_prob, 1, 0)
    A1 = np.multiply(A1, D1) / keep_prob
    Z2 = W2 @ A1 + b2
    A2, _ = relu(Z2)
    D2 = np.where(np.random.rand(A2.shape[0], X.shape[1]) < keep_prob, 1, 0)
    A2 = np.multiply(A2, D2) * (1 / keep_prob)
    Z3 = W3 @ A2 + b3
    A3, _ = sigmoid(Z3)
    cache = [Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3]
    return A3, tuple(cache)
""",
    },
    "backward_propagation_with_dropout": {
        "classic": """
def backward_propagation_with_dropout(X, Y, cache, keep_prob):
    m = X.shape[1]
    (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3) = cache
    dZ3 = A3 - Y
    dW3 = 1./m * np.dot(dZ3, A2.T)
    db3 = 1./m * np.sum(dZ3, axis=1, keepdims=True)
    dA2 = np.dot(W3.T, dZ3)
    dA2 = dA2 * D2
    dA2 = dA2 / keep_prob
    dZ2 = np.multiply(dA2, np.int64(A2 > 0))
    dW2 = 1./m * np.dot(dZ2, A1.T)
    db2 = 1./m * np.sum(dZ2, axis=1, keepdims=True)
    dA1 = np.dot(W2.T, dZ2)
    dA1 = dA1 * D1
    dA1 = dA1 / keep_prob
    dZ1 = np.multiply(dA1, np.int64(A1 > 0))
    dW1 = 1./m * np.dot(dZ1, X.T)
    db1 = 1./m * np.sum(dZ1, axis=1, keepdims=True)
    gradients = {"dZ3": dZ3, "dW3": dW3, "db3": db3, "dA2": dA2,
                 "dZ2": dZ2, "dW2": dW2, "db2": db2, "dA1": dA1,
                 "dZ1": dZ1, "dW1": dW1, "db1": db1}
    return gradients
""",
        "in place": """
def backward_propagation_with_dropout(X, Y, cache, keep_prob):
    m = X.shape[1]
    (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3) = cache
    dZ3 = A3 - Y
    dW3 = dZ3 @ A2.T / m
    db3 = np.sum(dZ3, axis=1, keepdims=True) / m
    dA2 = W3.T @ dZ3
    dA2 *= D2
    dA2 /= keep_prob
    dZ2 = dA2 * (Z2 > 0)
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dA1 = W2.T @ dZ2
    dA1 *= D1
    dA1 /= keep_prob
    dZ1 = dA1 * (Z1 > 0)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2, "dW3": dW3, "db3": db3}
""",
        "A2 knows what was kept": """
def backward_propagation_with_dropout(X, Y, cache, keep_prob):
    Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3 = cache
    m = Y.shape[1]
    dZ3 = A3 - Y
    dZ2 = np.where(A2 > 0, (W3.T @ dZ3) / keep_prob, 0)
    dZ1 = np.where(A1 > 0, (W2.T @ dZ2) / keep_prob, 0)
    grads = {}
    for l, dZ, A in ((1, dZ1, X), (2, dZ2, A1), (3, dZ3, A2)):
        grads[f"dW{l}"] = dZ @ A.T / m
        grads[f"db{l}"] = dZ.mean(axis=1, keepdims=True)
    return grads
""",
        "in a loop, one over m first": """
def backward_propagation_with_dropout(X, Y, cache, keep_prob):
    inputs, masks, outputs = (X, cache[2], cache[7]), (cache[1], cache[6]), (cache[0], cache[5])
    weights = cache[3], cache[8], cache[12]
    dZ, grads = (cache[11] - Y) / X.shape[1], {}
    for l in (2, 1, 0):
        grads[f"dW{l + 1}"] = np.dot(dZ, inputs[l].T)
        grads[f"db{l + 1}"] = np.sum(dZ, axis=1, keepdims=True)
        if l:
            dZ = np.dot(weights[l].T, dZ) * (masks[l - 1] * 1.0 / keep_prob)
            dZ = dZ * (outputs[l - 1] > 0)
    return grads
""",
        "dropped by an index": """
def backward_propagation_with_dropout(X, Y, cache, keep_prob):
    m = X.shape[1]
    (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3) = cache
    grads = {"dZ3": A3 - Y}
    grads["dW3"] = grads["dZ3"] @ A2.T / m
    grads["db3"] = np.sum(grads["dZ3"], axis=1, keepdims=True) / m
    dA2 = np.matmul(W3.T, grads["dZ3"]) / keep_prob
    dA2[D2 == 0] = 0
    dA2[Z2 <= 0] = 0
    grads["dW2"] = dA2 @ A1.T / m
    grads["db2"] = np.sum(dA2, axis=1, keepdims=True) / m
    dA1 = np.matmul(W2.T, dA2) / keep_prob
    dA1[D1 == 0] = 0
    dA1[Z1 <= 0] = 0
    grads["dW1"] = dA1 @ X.T / m
    grads["db1"] = np.sum(dA1, axis=1, keepdims=True) / m
    return grads
""",
        "relu first, then the mask": """
def backward_propagation_with_dropout(X, Y, cache, keep_prob):
    from dnn_utils import relu_backward
    m = X.shape[1]
    (Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3) = cache
    dZ3 = np.subtract(A3, Y)
    dZ2 = np.multiply(relu_backward(W3.T @ dZ3, Z2), D2) / keep_prob
    dZ1 = np.multiply(relu_backward(W2.T @ dZ2, Z1), D1) / keep_prob
    gradients = dict(dW1=dZ1 @ X.T / m, dW2=dZ2 @ A1.T / m, dW3=dZ3 @ A2.T / m)
    gradients.update({"db1": dZ1.sum(1, keepdims=True) / m, "db2": dZ2.sum(1, keepdims=True) / m})
    gradients["db3"] = dZ3.sum(1, keepdims=True) / m
    return gradients
""",
    },
    "early_stopping": {
        "classic": """
def early_stopping(costs, patience):
    best_cost = float("inf")
    best_index = 0
    wait = 0
    for i, cost in enumerate(costs):
        if cost < best_cost:
            best_cost = cost
            best_index = i
            wait = 0
        else:
            wait += 1
            if wait >= patience:
                return best_index
    return best_index
""",
        "patience counts down": """
def early_stopping(costs, patience):
    best, left = 0, patience
    for i in range(1, len(costs)):
        left -= 1
        if costs[i] < costs[best]:
            best, left = i, patience
        if left == 0:
            break
    return best
""",
        "one window after another": """
def early_stopping(costs, patience):
    best = 0
    while True:
        window = costs[best + 1 : best + 1 + patience]
        lower = [i for i, cost in enumerate(window) if cost < costs[best]]
        if not lower:
            return best
        best += 1 + lower[0]
""",
        "running minimum": """
def early_stopping(costs, patience):
    lowest = np.minimum.accumulate(costs)
    for i in range(len(costs)):
        later = lowest[i : i + patience + 1]
        if costs[i] == lowest[i] and later[-1] == costs[i]:
            return i
    return len(costs) - 1
""",
        "a cut, then argmin": """
def early_stopping(costs, patience):
    records = [i for i in range(len(costs)) if i == 0 or costs[i] < min(costs[:i])]
    end = len(costs)
    for record, following in zip(records, records[1:] + [len(costs) + patience]):
        if following - record > patience:
            end = record + 1
            break
    return np.argmin(costs[:end])
""",
        "recursion": """
def early_stopping(costs, patience):
    def look(step, best):
        if step == len(costs) or step - best > patience:
            return best
        return look(step + 1, step if costs[step] < costs[best] else best)

    return look(0, 0)
""",
    },
}
