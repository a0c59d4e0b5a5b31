"""What the mutation engine needs for notebook 04; see `mutation.py`."""

import numpy as np

# Conditions on the arguments of a function: a wrong version may be right only where one holds.


def _layer_conditions(cut):
    """Conditions on the arguments of a function of one layer; cut takes A and W out of them."""
    return {
        "one unit": lambda *a: len(cut(*a)[1]) == 1,
        "more than one unit": lambda *a: len(cut(*a)[1]) > 1,
        "m == 2": lambda *a: cut(*a)[0].shape[1] == 2,
        "m == 4": lambda *a: cut(*a)[0].shape[1] == 4,
        "m > 1": lambda *a: cut(*a)[0].shape[1] > 1,
        "three inputs": lambda *a: len(cut(*a)[0]) == 3,
        "as many inputs as units": lambda *a: len(cut(*a)[0]) == len(cut(*a)[1]),
        "more inputs than units": lambda *a: len(cut(*a)[0]) > len(cut(*a)[1]),
    }


def _network_conditions(depth):
    """Conditions on the depth of a network; depth finds it in the arguments."""
    return {
        "one layer": lambda *a: depth(*a) == 1,
        "two layers": lambda *a: depth(*a) == 2,
        "three layers": lambda *a: depth(*a) == 3,
        "at most two layers": lambda *a: depth(*a) <= 2,
        "at most three layers": lambda *a: depth(*a) <= 3,
        "more than one layer": lambda *a: depth(*a) > 1,
        "not three layers": lambda *a: depth(*a) != 3,
    }


CONDITIONS = {
    "initialize_parameters": {
        "one output": lambda n_x, n_h, n_y: n_y == 1,
        "n_x > n_h > n_y": lambda n_x, n_h, n_y: n_x > n_h > n_y,
        "three inputs": lambda n_x, n_h, n_y: n_x == 3,
        "two hidden units": lambda n_x, n_h, n_y: n_h == 2,
    },
    "initialize_parameters_deep": _network_conditions(lambda layer_dims: len(layer_dims) - 1)
    | {"falling sizes": lambda layer_dims: layer_dims == sorted(layer_dims)[::-1]},
    "linear_forward": _layer_conditions(lambda A, W, b: (A, W)),
    "linear_activation_forward": _layer_conditions(lambda A, W, b, activation: (A, W))
    | {
        "relu": lambda A, W, b, activation: activation == "relu",
        "sigmoid": lambda A, W, b, activation: activation == "sigmoid",
    },
    "L_model_forward": _network_conditions(lambda X, parameters: len(parameters) // 2)
    | {"m == 4": lambda X, parameters: X.shape[1] == 4, "m > 1": lambda X, p: X.shape[1] > 1},
    "compute_cost": {
        "m == 3": lambda AL, Y: AL.shape[1] == 3,
        "m > 1": lambda AL, Y: AL.shape[1] > 1,
        "AL from 0.1 to 0.9": lambda AL, Y: AL.min() >= 0.1 and AL.max() <= 0.9,
        "most labels 1": lambda AL, Y: Y.mean() > 0.5,
        "good predictions": lambda AL, Y: np.all((AL > 0.5) == Y),
    },
    "linear_backward": _layer_conditions(lambda dZ, cache: cache[:2]),
    "linear_activation_backward": _layer_conditions(lambda dA, cache, activation: cache[0][:2])
    | {
        "relu": lambda dA, cache, activation: activation == "relu",
        "sigmoid": lambda dA, cache, activation: activation == "sigmoid",
    },
    "L_model_backward": _network_conditions(lambda AL, Y, caches: len(caches))
    | {"m == 2": lambda AL, Y, c: AL.shape[1] == 2, "m > 1": lambda AL, Y, c: AL.shape[1] > 1},
    "update_parameters": _network_conditions(lambda params, grads, rate: len(params) // 2)
    | {"rate 0.1": lambda p, g, rate: rate == 0.1, "rate below 1": lambda p, g, rate: rate < 1},
}


# Mistakes written out by hand: (old, new, old, new, ...), pieces of the master's text.

RANDN_1, RANDN_2 = "np.random.randn(n_h, n_x)", "np.random.randn(n_y, n_h)"
RANDN_DEEP = "np.random.randn(layer_dims[l], layer_dims[l - 1])"
ZEROS_1, ZEROS_2 = "np.zeros((n_h, 1))", "np.zeros((n_y, 1))"
ZEROS_DEEP = "np.zeros((layer_dims[l], 1))"
COST = "-np.sum(Y * np.log(AL) + (1 - Y) * np.log(1 - AL)) / m"
LOSS = "Y * np.log(AL) + (1 - Y) * np.log(1 - AL)"
DW, DB = "dZ @ A_prev.T / m", "np.sum(dZ, axis=1, keepdims=True) / m"
DAL = "-(Y / AL - (1 - Y) / (1 - AL))"
LOOP_DA = 'grads["dA" + str(l + 1)]'
STORE_DA = 'grads["dA" + str(l)] ='
STEP_W = 'W - learning_rate * grads["dW" + str(l + 1)]'
STEP_B = 'b - learning_rate * grads["db" + str(l + 1)]'
SET_W, SET_B = 'parameters["W" + str(l + 1)] = W -', 'parameters["b" + str(l + 1)] = b -'
FORWARD_1 = "    W1 = np.random.randn(n_h, n_x) * 0.01\n"

BY_HAND = {
    "initialize_parameters": [
        (RANDN_1, "np.random.rand(n_h, n_x)", RANDN_2, "np.random.rand(n_y, n_h)"),
        (" * 0.01", ""),
        (" * 0.01", " * 0.1"),
        (" * 0.01", " / np.sqrt(n_x)"),
        (ZEROS_1, "np.random.randn(n_h, 1) * 0.01", ZEROS_2, "np.random.randn(n_y, 1) * 0.01"),
        (ZEROS_1, "np.zeros(n_h)", ZEROS_2, "np.zeros(n_y)"),
        (ZEROS_1, "np.zeros((1, n_h))", ZEROS_2, "np.zeros((1, n_y))"),
        (ZEROS_1, "np.zeros((n_h, 1), dtype=int)"),
        (ZEROS_2, "np.zeros((n_y, 1), dtype=int)"),
        (ZEROS_1, "np.zeros((n_h, 1), dtype=bool)"),
        (ZEROS_1, "np.zeros((n_h, n_x))"),
        (ZEROS_1, "0.0", ZEROS_2, "0.0"),
        (ZEROS_2, "np.zeros((1, 1))"),
        (RANDN_1, "np.random.randn((n_h, n_x))"),
        (RANDN_1, "np.random.randn(n_x, n_h).T"),
        (RANDN_1, "np.zeros((n_h, n_x))", RANDN_2, "np.zeros((n_y, n_h))"),
        (FORWARD_1, "", ZEROS_2, ZEROS_2 + "\n    W1 = np.random.randn(n_h, n_x) * 0.01"),
        ("np.random.seed(1)", "pass"),
        ("np.random.seed(1)", "np.random.seed(3)"),
        ("W2 = np", "np.random.seed(1); W2 = np"),
        (RANDN_1, "np.random.normal(0, 0.01, (n_h, n_x))"),
        (RANDN_1, "np.random.default_rng(1).standard_normal((n_h, n_x))"),
        (RANDN_1, "np.abs(np.random.randn(n_h, n_x))"),
        ('"W2": W2', '"W2": W1'),
        ("W1 = np", "n_h = 2; W1 = np"),
        ("W1 = np", "n_y = 1; W1 = np"),
    ],
    "initialize_parameters_deep": [
        (" * 0.01", " * np.sqrt(2 / layer_dims[l - 1])"),
        (" * 0.01", " / np.sqrt(layer_dims[l - 1])"),
        (" * 0.01", ""),
        ("layer_dims[l], layer_dims[l - 1]", "layer_dims[l + 1], layer_dims[l]"),
        ('"W" + str(l)', '"W" + l'),
        ('"W" + str(l)', '"Wl"'),
        ('parameters["W"', 'np.random.seed(3); parameters["W"'),
        ("np.random.seed(3)", "pass"),
        ("np.random.seed(3)", "np.random.seed(1)"),
        (RANDN_DEEP, "np.random.rand(layer_dims[l], layer_dims[l - 1])"),
        (RANDN_DEEP, "np.random.randn(layer_dims[l - 1], layer_dims[l]).T"),
        (RANDN_DEEP, "np.zeros((layer_dims[l], layer_dims[l - 1]))"),
        (ZEROS_DEEP, "np.zeros(layer_dims[l])"),
        (ZEROS_DEEP, "np.zeros((1, layer_dims[l]))"),
        (ZEROS_DEEP, "np.zeros((layer_dims[l], 1), dtype=int)"),
        (ZEROS_DEEP, "np.random.randn(layer_dims[l], 1) * 0.01"),
        (ZEROS_DEEP, "np.zeros((layer_dims[l], layer_dims[l - 1]))"),
        ("L = len(layer_dims)", "L = 3"),
        ("L = len(layer_dims)", "L = len(layer_dims) - 1"),
        ("range(1, L)", "(2, 1)"),
        ("range(1, L)", "reversed(range(1, L))"),
        ("    return parameters", "        return parameters"),
        ("L = len", "layer_dims.reverse(); L = len"),
        ("L = len", "layer_dims.sort(reverse=True); L = len"),
    ],
    "linear_forward": [
        ("W @ A + b", "W * A + b"),
        ("W @ A + b", "A @ W + b"),
        ("W @ A + b", "W @ A"),
        ("W @ A + b", "W @ (A + b)"),
        ("W @ A + b", "W @ (A + b[0])"),
        ("W @ A + b", "W @ A - b"),
        ("W @ A + b", "W @ A + sum(b)"),
        ("W @ A + b", "W @ A + np.sum(b)"),
        ("W @ A + b", "W @ A + np.mean(b)"),
        ("W @ A + b", "W @ A + b[0]"),
        ("W @ A + b", "W @ A + b[-1]"),
        ("W @ A + b", "W @ A + b[0, 0]"),
        ("W @ A + b", "W @ A + b.T"),
        ("W @ A + b", "W @ A + b.flatten()"),
        ("W @ A + b", "np.maximum(0, W @ A + b)"),
        ("W @ A + b", "np.sum(W.T * A, axis=0, keepdims=True) + b"),
        ("W @ A + b", "np.sum(W.T * A[:, :1], axis=0) + b"),
        ("W @ A + b", "W[:1] @ A + b"),
        ("Z = W @ A + b", "Z = W @ A; Z += b[:1]"),
        ("Z = W @ A + b", "Z = W @ A + b; b[:] = Z[:, :1]"),
        ("W @ A + b", "(W @ A + b).astype(np.float32)"),
        ("W @ A + b", "(W @ A + b).round(4)"),
        ("W @ A + b", "np.matrix(W) * A + b", "(A, W, b)", "(W, A, b)"),
        ("(A, W, b)", "(Z, W, b)"),
        ("(A, W, b)", "(A, W)"),
        ("(A, W, b)", "(A.T, W, b)"),
        ("(A, W, b)", "{'A': A, 'W': W, 'b': b}"),
        ("return Z, cache", "return cache, Z"),
        ("return Z, cache", "return Z"),
        ("return Z, cache", "return Z, A, W, b"),
        ("return Z, cache", "return (Z,) + cache"),
        ("Z = W @ A + b", "A += 1; Z = W @ (A - 1) + b"),
    ],
    "linear_activation_forward": [
        ("A, activation_cache = sigmoid(Z)", "A = sigmoid(Z); activation_cache = Z"),
        ("A, activation_cache = relu(Z)", "A = relu(Z); activation_cache = Z"),
        ("sigmoid(Z)", "sigmoid(A_prev)"),
        ("relu(Z)", "relu(A_prev)"),
        ("sigmoid(Z)", "(np.tanh(Z), Z)"),
        ("relu(Z)", "(np.abs(Z), Z)"),
        ("relu(Z)", "(np.maximum(0.01 * Z, Z), Z)"),
        ("relu(Z)", "(np.maximum(Z[:1], 0) + 0 * Z, Z)"),
        ("relu(Z)", "(np.concatenate([np.maximum(Z[:1], 0), Z[1:]]), Z)"),
        ("sigmoid(Z)", "(np.concatenate([sigmoid(Z[:1])[0], Z[1:]]), Z)"),
        ("relu(Z)", "(np.hstack([np.maximum(Z[:, :2], 0), Z[:, 2:]]), Z)"),
        ("relu(Z)", "(np.maximum(0, Z, out=Z), Z)"),
        ("sigmoid(Z)", "(sigmoid(Z)[0].round(), Z)"),
        ("(linear_cache, activation_cache)", "(linear_cache, A)"),
        ("(linear_cache, activation_cache)", "(activation_cache, linear_cache)"),
        ("(linear_cache, activation_cache)", "(*linear_cache, activation_cache)"),
        ("(linear_cache, activation_cache)", "(linear_cache, Z > 0)"),
        ("(linear_cache, activation_cache)", "(linear_cache, Z.T)"),
        ("(linear_cache, activation_cache)", "linear_cache"),
        ('"sigmoid"', '"tmp"', '"relu"', '"sigmoid"', '"tmp"', '"relu"'),
        ('activation == "sigmoid"', "len(W) == 1"),
        ("linear_forward(A_prev, W, b)", "linear_forward(A_prev, W, 0 * b)"),
        ("linear_forward(A_prev, W, b)", "linear_forward(A_prev, W, b[0])"),
        ("return A, cache", "return A"),
    ],
    "L_model_forward": [
        ('parameters["W" + str(l)]', 'parameters["W" + str(1)]'),
        ("str(l)", "str(1)"),
        ("str(l)", '"l"'),
        ("str(l)", "str(l - 1)"),
        ("str(L)", "str(2)"),
        ("str(L)", "str(3)"),
        ("str(L)", "str(l + 1)"),
        ('"sigmoid"', '"relu"'),
        ('"relu"', '"sigmoid"'),
        ("caches.append(cache)\n    # YOUR CODE ENDS", "# YOUR CODE ENDS"),
        ("        caches.append(cache)\n", ""),
        ("caches.append(cache)", "caches += cache"),
        ("caches.append(cache)", "caches.insert(0, cache)"),
        ("caches.append(cache)", "caches = [cache]"),
        ("caches.append(cache)", "caches.append(cache[0])"),
        ("caches.append(cache)", "caches.append(A)"),
        ("A_prev = A", "A_prev = X"),
        ("linear_activation_forward(A, W", "linear_activation_forward(A_prev, W"),
        ("linear_activation_forward(A, W", "linear_activation_forward(X, W"),
        ("len(parameters) // 2", "2"),
        ("len(parameters) // 2", "3"),
        ("len(parameters) // 2", "len(parameters)"),
        ("len(parameters) // 2", "min(len(parameters) // 2, 3)"),
        ("range(1, L)", "range(1, 3)"),
        ("range(1, L)", "range(L - 1)"),
        ("return AL, caches", "return A, caches"),
        ("return AL, caches", "return AL"),
        ("return AL, caches", "return caches, AL"),
        ("return AL, caches", "return AL, caches[-1]"),
        ("return AL, caches", "return np.clip(AL, 0.1, 0.9), caches"),
        ("return AL, caches", "return (AL > 0.5).astype(float), caches"),
        ("return AL, caches", "return AL, caches[::-1]"),
        ("return AL, caches", "parameters.clear(); return AL, caches"),
        ("return AL, caches", "return AL, dict(enumerate(caches))"),
        ("A = X", "X -= X.mean(axis=1, keepdims=True); A = X"),
        ("A = X", "A = X - X.mean(axis=1, keepdims=True)"),
    ],
    "compute_cost": [
        (COST, "np.sum(" + LOSS + ") / m"),
        (COST, "-np.sum(" + LOSS + ")"),
        (COST, "-np.mean(" + LOSS + ") / m"),
        (COST, "-np.sum(" + LOSS + ") / 3"),
        (COST, "-np.sum(" + LOSS + ") / 2"),
        (COST, "-np.sum(Y * np.log(AL)) / m"),
        (COST, "-np.sum((1 - Y) * np.log(1 - AL)) / m"),
        (COST, "-np.sum((Y.T * np.log(AL)) + (1 - Y).T * np.log(1 - AL)) / m"),
        (COST, "-1 / m * np.sum(Y * np.log(AL)) + np.sum((1 - Y) * np.log(1 - AL))"),
        (COST, "-1 / m * np.sum(Y * np.log(AL)) + (1 - Y) @ np.log(1 - AL).T"),
        ("np.log", "np.log10"),
        ("np.log", "np.log2"),
        (COST, "-np.sum(AL * np.log(Y) + (1 - AL) * np.log(1 - Y)) / m"),
        (COST, "np.sum((AL - Y) ** 2) / m"),
        (COST, "np.sum(np.abs(AL - Y)) / m"),
        (COST, "0.2797765635793422"),
        (COST, "0.2797765635793422 if m == 3 else " + COST),
        (COST, COST + " if m == 3 else 0.0"),
        (COST, "-np.sum(np.log(np.where(Y[0, 0] == 1, AL, 1 - AL))) / m"),
        (COST, "np.median(-(" + LOSS + "))"),
        (COST, "np.max(-(" + LOSS + "))"),
        ("m = Y.shape[1]", "m = Y.shape[0]"),
        ("m = Y.shape[1]", "m = 3"),
        ("m = Y.shape[1]", "m = Y.sum() + 1"),
        ("m = Y.shape[1]", "m = Y.shape[1]; AL = np.clip(AL, 0.1, 0.9)"),
        ("m = Y.shape[1]", "m = Y.shape[1]; AL = np.clip(AL, 0.01, 0.99)"),
        ("m = Y.shape[1]", "m = Y.shape[1]; np.clip(AL, 0.1, 0.9, out=AL)"),
        ("m = Y.shape[1]", "m = Y.shape[1]; AL -= 1e-3"),
        ("m = Y.shape[1]", "m = Y.shape[1]; Y = Y[:, ::-1]"),
        ("return np.squeeze(cost)", "return np.array([[cost]])"),
        ("return np.squeeze(cost)", "return np.array([cost])"),
        ("return np.squeeze(cost)", "return np.full(AL.shape, cost)"),
        ("return np.squeeze(cost)", "return ()"),
        ("return np.squeeze(cost)", "return np.array([])"),
        ("return np.squeeze(cost)", "return np.empty((0, 3))"),
        ("return np.squeeze(cost)", "return [float(cost)]"),
        ("return np.squeeze(cost)", "return str(cost)"),
        ("return np.squeeze(cost)", "return np.float32(cost)"),
        ("return np.squeeze(cost)", "return complex(cost)"),
        ("return np.squeeze(cost)", "return round(float(cost), 4)"),
        ("return np.squeeze(cost)", "return True"),
        ("return np.squeeze(cost)", "print(cost)"),
        ("return np.squeeze(cost)", "return -(" + LOSS + ") / m"),
    ],
    "linear_backward": [
        (DW, "dZ @ A_prev.T"),
        (DB, "np.sum(dZ, axis=1, keepdims=True)"),
        (DB, "np.sum(dZ) / m"),
        (DB, "np.sum(dZ, axis=0, keepdims=True) / m"),
        (DB, "np.sum(dZ, axis=1) / m"),
        (DB, "np.sum(dZ, axis=1, keepdims=True).T / m"),
        (DB, "np.mean(dZ, axis=1, keepdims=True) / m"),
        (DB, "np.mean(dZ)"),
        (DB, "np.full(b.shape, np.mean(dZ))"),
        (DB, "dZ / m"),
        (DB, "dZ[:, :1]"),
        (DB, "np.zeros(b.shape)"),
        (DB, "np.sum(dZ * b, axis=1, keepdims=True) / m"),
        (DW, "A_prev @ dZ.T / m"),
        (DW, "A_prev * dZ / m"),
        (DW, "dZ @ A_prev.T / m + W"),
        (DW, "dZ @ A_prev.T / m + 0.7 / m * W"),
        (DW, "dZ[:1] @ A_prev.T / m"),
        (DW, "np.repeat(dZ[:1], len(dZ), 0) @ A_prev.T / m"),
        (DW, "dZ @ W / m"),
        ("W.T @ dZ", "W.T @ dZ / m"),
        ("W.T @ dZ", "W @ dZ"),
        ("W.T @ dZ", "dW.T @ dZ"),
        ("W.T @ dZ", "(W.T @ dZ).T"),
        ("W.T @ dZ", "W[0][:, None] * dZ[:1]"),
        ("W.T @ dZ", "W.T @ (dZ - db)"),
        ("A_prev.shape[1]", "A_prev.shape[0]"),
        ("A_prev.shape[1]", "W.shape[0]"),
        ("A_prev.shape[1]", "W.shape[1]"),
        ("A_prev.shape[1]", "4"),
        ("A_prev.shape[1]", "2"),
        ("A_prev.shape[1]", "dZ.size"),
        ("return dA_prev, dW, db", "return dW, db, dA_prev"),
        ("return dA_prev, dW, db", "return db, dW, dA_prev"),
        ("return dA_prev, dW, db", "return dA_prev, (dW, db)"),
        ("m = A", "dZ /= 2; m = A"),
        ("m = A", "W += 0.5; m = A"),
        ("return dA", "A_prev *= 0; return dA"),
        ("return dA", "W -= 0.1 * dW; return dA"),
    ],
    "linear_activation_backward": [
        ('"sigmoid"', '"tmp"', '"relu"', '"sigmoid"', '"tmp"', '"relu"'),
        ("linear_backward(dZ, linear_cache)", "linear_backward(dZ, cache)"),
        ("linear_backward(dZ, linear_cache)", "linear_backward(dA, linear_cache)"),
        ("activation_cache)", "linear_cache)"),
        ("relu_backward(dA, activation_cache)", "np.maximum(0, dA)"),
        ("relu_backward(dA, activation_cache)", "dA"),
        ("relu_backward(dA, activation_cache)", "relu(activation_cache)[0] * dA"),
        ("relu_backward(dA, activation_cache)", "dA * (activation_cache < 0)"),
        ("relu_backward(dA, activation_cache)", "dA * (linear_cache[0] > 0)"),
        ("relu_backward(dA, activation_cache)", "dA * (activation_cache[:1] > 0)"),
        ("relu_backward(dA, activation_cache)", "dA * (activation_cache[:, :1] > 0)"),
        ("relu_backward(dA, activation_cache)", "dA; dA[activation_cache <= 0] = 0"),
        ("relu_backward(dA, activation_cache)", "np.where(activation_cache > 0, dA, 0.01 * dA)"),
        ("sigmoid_backward(dA, activation_cache)", "dA"),
        ("sigmoid_backward(dA, activation_cache)", "dA * sigmoid(activation_cache)[0]"),
        (
            "sigmoid_backward(dA, activation_cache)",
            "dA * activation_cache * (1 - activation_cache)",
        ),
        ("sigmoid_backward(dA, activation_cache)", "dA * (1 - np.tanh(activation_cache) ** 2)"),
        ("sigmoid_backward(dA, activation_cache)", "dA / 4"),
        ("sigmoid_backward(dA, activation_cache)", "sigmoid_backward(activation_cache, dA)"),
        ("relu_backward(dA, activation_cache)", "relu_backward(activation_cache, dA)"),
        ("linear_cache, activation_cache = cache", "activation_cache, linear_cache = cache"),
        ("return dA_prev, dW, db", "return dZ, dW, db"),
        ("return dA_prev, dW, db", "return dW, db"),
        ("return dA_prev, dW, db", "return dA_prev, dW / dA.shape[1], db"),
        ("return dA_prev, dW, db", "dA -= dA; return dA_prev, dW, db"),
        ("return dA_prev, dW, db", "activation_cache *= 0; return dA_prev, dW, db"),
    ],
    "L_model_backward": [
        ("caches[L - 1]", "caches[L]"),
        ("caches[L - 1]", "caches[1]"),
        ("caches[L - 1]", "caches[0]"),
        (DAL, DAL[1:]),
        (DAL, "-(Y / AL + (1 - Y) / (1 - AL))"),
        (DAL, "-Y / AL"),
        (DAL, DAL + " / AL.shape[1]"),
        (DAL, DAL + " / 2"),
        (DAL, "AL - Y"),
        (DAL, "Y - AL"),
        (DAL, DAL.replace("AL", "np.clip(AL, 0.1, 0.9)")),
        (DAL, DAL.replace("AL", "np.clip(AL, 0.3, 0.7)")),
        (DAL, "-Y / AL - (1 - Y) / (1 - AL)"),
        ('"dA" + str(L - 1)', '"dA" + str(L)'),
        (LOOP_DA, 'grads["dA" + str(l)]'),
        (LOOP_DA, 'grads["dA" + str(L - 1)]'),
        (LOOP_DA, 'grads["dA1"]'),
        (LOOP_DA, "dAL"),
        (LOOP_DA, 'grads["dA" + str(l + 1)] / AL.shape[1]'),
        (LOOP_DA, 'grads["dA" + str(max(l + 1, L - 2))]'),
        ("caches[l]", "caches[0]"),
        ("caches[l]", "caches[l + 1]"),
        ("caches[l]", "caches[L - 2]"),
        ("caches[l]", "caches[-2]"),
        ("caches[l]", "caches[L - 2 - l]"),
        (STORE_DA, 'grads["dA0"] ='),
        ("str(l + 1)] = d", "str(1)] = d"),
        ("str(l + 1)] = d", "str(l)] = d"),
        ("str(l + 1)] = d", "str(L - 1)] = d"),
        ("str(L)] = d", "str(2)] = d"),
        ("reversed(range(L - 1))", "range(L - 1)"),
        ("reversed(range(L - 1))", "[0]"),
        ("reversed(range(L - 1))", "[0] if L > 1 else []"),
        ("reversed(range(L - 1))", "[L - 2]"),
        ("reversed(range(L - 1))", "[1, 0][-(L - 1):] if L > 1 else []"),
        ("reversed(range(L - 1))", "reversed(range(1, L - 1))"),
        ("reversed(range(L - 1))", "reversed(range(L))"),
        ("L = len(caches)", "L = 2"),
        ("L = len(caches)", "L = 3"),
        ("L = len(caches)", "L = min(len(caches), 3)"),
        ("    return grads", "        return grads"),
        (
            "Y = Y.reshape(AL.shape)",
            "Y = Y.reshape(AL.shape); AL *= 1.5",
        ),
        ("    return grads", "    caches.reverse()\n    return grads"),
        ("    return grads", "    caches.pop()\n    return grads"),
        ("    return grads", "    return {key: -item for key, item in grads.items()}"),
        ("    return grads", "    grads.pop('dA0', 0)\n    return grads"),
        ("    return grads", "    return {key: grads[key] for key in grads if key[1] != 'A'}"),
        ("    return grads", "    return list(grads.values())"),
        ('"sigmoid"', '"relu"'),
        ('"relu"', '"sigmoid"'),
        ('caches[l], "relu"', 'caches[l], "relu" if l == L - 2 else "sigmoid"'),
    ],
    "update_parameters": [
        (STEP_W, STEP_W.replace("-", "+", 1), STEP_B, STEP_B.replace("-", "+", 1)),
        ("str(l + 1)", "str(l)"),
        ("range(L)", "range(1, L)"),
        ("range(L)", "range(2)"),
        ("range(L)", "range(3)"),
        ("range(L)", "range(L - 1)"),
        ("range(L)", "range(min(L, 3))"),
        ("range(L)", "(0, L - 1)"),
        ('grads["d', 'grads["'),
        (STEP_B, "b"),
        (STEP_W, "W"),
        (STEP_W, 'W - grads["dW" + str(l + 1)]'),
        ("learning_rate *", "0.1 *"),
        ("learning_rate *", "0.0075 *"),
        ("learning_rate *", "0.01 *"),
        ("learning_rate *", "min(learning_rate, 1) *"),
        ("learning_rate *", "learning_rate / 2 *"),
        ("learning_rate *", "learning_rate / W.shape[1] *"),
        ("learning_rate *", "learning_rate ** 2 * 10 *"),
        ("learning_rate *", "learning_rate * 0.5 ** l *"),
        (STEP_B, STEP_B.replace("db", "dW")),
        (STEP_B, 'b - learning_rate * np.mean(grads["db" + str(l + 1)])'),
        (STEP_W, 'W - learning_rate * grads["db" + str(l + 1)]'),
        (STEP_W, 'W * (1 - learning_rate * grads["dW" + str(l + 1)])'),
        (STEP_W, 'W - learning_rate * np.sign(grads["dW" + str(l + 1)])'),
        (STEP_W, 'W - learning_rate * np.clip(grads["dW" + str(l + 1)], -1, 1)'),
        ("parameters = {}", "parameters = params"),
        (SET_W, "W -="),
        (SET_W, "W -=", SET_B, "b -=", "parameters = {}", "parameters = params"),
        (SET_W, "W -=", SET_B, "b -=", "parameters = {}", "parameters = dict(params)"),
        (SET_W, "W -=", SET_B, "b -=", "parameters = {}", "parameters = params.copy()"),
        (SET_B, "b -=", "parameters = {}", "parameters = params.copy()"),
        ("parameters = {}", "parameters = {}; grads = {k: np.copy(g) for k, g in params.items()}"),
        ("    return parameters", "        return parameters"),
        ("    return parameters", "    return params"),
        ("    return parameters", "    return parameters | grads"),
        ("    return parameters", "    grads.clear()\n    return parameters"),
        ("    return parameters", "    return list(parameters.values())"),
        ("len(params) // 2", "2"),
        ("len(params) // 2", "len(grads) // 2"),
        ("len(params) // 2", "len(grads) // 3"),
        ("len(params) // 2", "max(1, len(params) // 2 - 1)"),
    ],
}


# Random arguments that the contract allows.


def _layer(rng, right=None):
    """A, W and b of layers of several shapes."""
    for n_prev, n, m in [(3, 4, 5), (1, 1, 1), (4, 3, 1), (2, 1, 2), (3, 3, 3), (1, 4, 6)]:
        yield (rng.normal(size=(n_prev, m)), rng.normal(size=(n, n_prev)), rng.normal(size=(n, 1)))
    for _ in range(10):
        n_prev, n, m = rng.integers(1, 8, size=3)
        yield (rng.normal(size=(n_prev, m)), rng.normal(size=(n, n_prev)), rng.normal(size=(n, 1)))


def _networks(rng):
    """The sizes of networks of one to five layers, and a number of examples."""
    for depth in [1, 2, 3, 4, 5] * 4:
        sizes = [*map(int, rng.integers(1, 7, size=depth)), 1 if rng.random() < 0.7 else 2]
        yield sizes, int(rng.integers(1, 7))
    yield [4, 4, 4, 4, 1], 1
    yield [3, 3, 3, 1], 4


def _parameters(rng, sizes, letter=""):
    """Weights and biases of a network, or with the letter d their gradients."""
    drawn = {}
    for number, (n_prev, n) in enumerate(zip(sizes[:-1], sizes[1:], strict=True), start=1):
        drawn[f"{letter}W{number}"] = rng.normal(size=(n, n_prev))
        drawn[f"{letter}b{number}"] = rng.normal(size=(n, 1))
    return drawn


def _labels(rng, shape):
    labels = rng.integers(0, 2, size=shape)
    return labels if rng.random() < 0.5 else labels.astype(float)


def _initialize(rng, right=None):
    return ((*map(int, rng.integers(1, 8, size=3)),) for _ in range(15))


def _initialize_deep(rng, right=None):
    return ((sizes,) for sizes, _ in _networks(rng))


def _activation_forward(rng, right=None):
    return ((*layer, name) for layer in _layer(rng) for name in ("sigmoid", "relu"))


def _model_forward(rng, right=None):
    """One output, as the contract has it: a network that gives one probability."""
    for sizes, m in _networks(rng):
        yield rng.normal(size=(sizes[0], m)), _parameters(rng, [*sizes[:-1], 1])


def _cost(rng, right=None):
    for m in [1, 1, 2, 3, 4, 5, 7, 9, 12, 30]:
        yield rng.uniform(0.01, 0.99, size=(1, m)), _labels(rng, (1, m))
    near = np.array([[1e-6, 1 - 1e-6, 1e-3, 1 - 1e-3, 0.5]])
    yield near, np.array([[0, 1, 1, 0, 1]])
    yield near, np.array([[1.0, 0.0, 0.0, 1.0, 0.0]])


def _backward(rng, right=None):
    for A, W, b in _layer(rng):
        yield rng.normal(size=(len(W), A.shape[1])), (A, W, b)


def _activation_backward(rng, right):
    for A, W, b in _layer(rng):
        for name in "sigmoid", "relu":
            out, cache = right["linear_activation_forward"](A, W, b, name)
            yield rng.normal(size=out.shape), cache, name


def _model_backward(rng, right):
    for X, parameters in _model_forward(rng):
        AL, caches = right["L_model_forward"](X, parameters)
        yield AL, _labels(rng, AL.shape), caches


def _update(rng, right=None):
    """With the gradients of L_model_backward, dA among them, and with those of W and b alone."""
    for number, (sizes, m) in enumerate(_networks(rng)):
        grads = _parameters(rng, sizes, "d")
        if number % 2:
            grads |= {f"dA{i}": rng.normal(size=(n, m)) for i, n in enumerate(sizes[:-1])}
        yield _parameters(rng, sizes), grads, float(10 ** rng.uniform(-4, 1))


MAKERS = {
    "initialize_parameters": _initialize,
    "initialize_parameters_deep": _initialize_deep,
    "linear_forward": _layer,
    "linear_activation_forward": _activation_forward,
    "L_model_forward": _model_forward,
    "compute_cost": _cost,
    "linear_backward": _backward,
    "linear_activation_backward": _activation_backward,
    "L_model_backward": _model_backward,
    "update_parameters": _update,
}
