"""Right answers to the exercises of notebook 09, each written in another way."""

RIGHT_ANSWERS = {
    "update_parameters_with_gd": {
        "classic": """
def update_parameters_with_gd(parameters, grads, learning_rate):
    L = len(parameters) // 2
    new = {}
    for l in range(L):
        W, b = parameters["W" + str(l + 1)], parameters["b" + str(l + 1)]
        new["W" + str(l + 1)] = W - learning_rate * grads["dW" + str(l + 1)]
        new["b" + str(l + 1)] = b - learning_rate * grads["db" + str(l + 1)]
    return new
""",
        "a copy, whose entries are replaced": """
def update_parameters_with_gd(parameters, grads, learning_rate):
    parameters = parameters.copy()
    L = len(parameters) // 2
    for l in range(1, L + 1):
        parameters["W" + str(l)] = parameters["W" + str(l)] - learning_rate * grads["dW" + str(l)]
        parameters["b" + str(l)] = parameters["b" + str(l)] - learning_rate * grads["db" + str(l)]
    return parameters
""",
        "copied arrays, changed in place": """
def update_parameters_with_gd(parameters, grads, learning_rate):
    new = {key: value.copy() for key, value in parameters.items()}
    for key in new:
        new[key] -= learning_rate * grads["d" + key]
    return new
""",
        "in one line": """
def update_parameters_with_gd(parameters, grads, learning_rate):
    return {k: w - learning_rate * grads[f"d{k}"] for k, w in parameters.items()}
""",
        "along the gradients": """
def update_parameters_with_gd(parameters, grads, learning_rate):
    new = dict(parameters)
    for key, gradient in grads.items():
        name = key[1:]
        if name in parameters:
            new[name] = np.subtract(parameters[name], np.multiply(gradient, learning_rate))
    return new
""",
        "a function for the step": """
def update_parameters_with_gd(parameters, grads, learning_rate):
    def step(name):
        return -learning_rate * grads["d" + name]

    l, new = 1, {}
    while "W" + str(l) in parameters:
        for letter in "Wb":
            name = letter + str(l)
            new[name] = parameters[name] + step(name)
        l += 1
    return new
""",
    },
    "random_mini_batches": {
        "classic": """
def random_mini_batches(X, Y, mini_batch_size=64, seed=0):
    np.random.seed(seed)
    m = X.shape[1]
    mini_batches = []
    permutation = list(np.random.permutation(m))
    shuffled_X = X[:, permutation]
    shuffled_Y = Y[:, permutation].reshape((Y.shape[0], m))
    num_complete_minibatches = m // mini_batch_size
    for k in range(0, num_complete_minibatches):
        mini_batch_X = shuffled_X[:, k * mini_batch_size : (k + 1) * mini_batch_size]
        mini_batch_Y = shuffled_Y[:, k * mini_batch_size : (k + 1) * mini_batch_size]
        mini_batch = (mini_batch_X, mini_batch_Y)
        mini_batches.append(mini_batch)
    if m % mini_batch_size != 0:
        mini_batch_X = shuffled_X[:, num_complete_minibatches * mini_batch_size :]
        mini_batch_Y = shuffled_Y[:, num_complete_minibatches * mini_batch_size :]
        mini_batch = (mini_batch_X, mini_batch_Y)
        mini_batches.append(mini_batch)
    return mini_batches
""",
        "the indices in pieces": """
def random_mini_batches(X, Y, mini_batch_size=64, seed=0):
    np.random.seed(seed)
    order = np.random.permutation(X.shape[1])
    pieces = [order[k : k + mini_batch_size] for k in range(0, len(order), mini_batch_size)]
    return [(X[:, piece], Y[:, piece]) for piece in pieces]
""",
        "split at the multiples": """
def random_mini_batches(X, Y, mini_batch_size=64, seed=0):
    m = Y.shape[1]
    p = np.random.RandomState(seed).permutation(m)
    places = np.arange(mini_batch_size, m, mini_batch_size)
    return list(zip(np.split(X[:, p], places, axis=1), np.split(Y[:, p], places, axis=1)))
""",
        "an index shuffled in place": """
def random_mini_batches(X, Y, mini_batch_size=64, seed=0):
    index = np.arange(X.shape[1])
    np.random.seed(seed)
    np.random.shuffle(index)
    X, Y = X.T[index].T, Y.T[index].T
    batches = []
    while X.shape[1] > 0:
        batches.append((X[:, :mini_batch_size], Y[:, :mini_batch_size]))
        X, Y = X[:, mini_batch_size:], Y[:, mini_batch_size:]
    return batches
""",
        "both shuffled from the same seed": """
def random_mini_batches(X, Y, mini_batch_size=64, seed=0):
    rows_X, rows_Y = X.T.copy(), Y.T.copy()
    np.random.seed(seed)
    np.random.shuffle(rows_X)
    np.random.seed(seed)
    np.random.shuffle(rows_Y)
    m = len(rows_X)
    count = int(np.ceil(m / mini_batch_size))
    cuts = [slice(k * mini_batch_size, (k + 1) * mini_batch_size) for k in range(count)]
    return [(rows_X[cut].T, rows_Y[cut].T) for cut in cuts]
""",
        "X and Y in one matrix": """
def random_mini_batches(X, Y, mini_batch_size=64, seed=0):
    np.random.seed(seed)
    together = np.vstack((X, Y))[:, np.random.permutation(X.shape[1])]
    n = X.shape[0]
    batches = []
    for k in range(0, together.shape[1], mini_batch_size):
        batch = together[:, k : k + mini_batch_size]
        batches += [[batch[:n], batch[n:]]]
    return batches
""",
        "one example after the other": """
def random_mini_batches(X, Y, mini_batch_size=64, seed=0):
    np.random.seed(seed)
    batches, x, y = [], [], []
    for i in np.random.permutation(X.shape[1]):
        x.append(X[:, [i]])
        y.append(Y[:, [i]])
        if len(x) == mini_batch_size:
            batches.append((np.concatenate(x, axis=1), np.concatenate(y, axis=1)))
            x, y = [], []
    if x:
        batches.append((np.concatenate(x, axis=1), np.concatenate(y, axis=1)))
    return batches
""",
    },
    "initialize_velocity": {
        "classic": """
def initialize_velocity(parameters):
    L = len(parameters) // 2
    v = {}
    for l in range(L):
        v["dW" + str(l + 1)] = np.zeros(parameters["W" + str(l + 1)].shape)
        v["db" + str(l + 1)] = np.zeros(parameters["b" + str(l + 1)].shape)
    return v
""",
        "zeros_like": """
def initialize_velocity(parameters):
    return {"d" + name: np.zeros_like(entries) for name, entries in parameters.items()}
""",
        "zero times the parameter": """
def initialize_velocity(parameters):
    v = {}
    for name in parameters:
        v["d" + name] = 0 * parameters[name]
    return v
""",
        "sizes taken apart": """
def initialize_velocity(parameters):
    v, l = {}, 1
    while f"W{l}" in parameters:
        n, n_prev = parameters[f"W{l}"].shape
        v[f"dW{l}"], v[f"db{l}"] = np.zeros((n, n_prev)), np.zeros((n, 1))
        l += 1
    return v
""",
        "the difference with itself": """
def initialize_velocity(parameters):
    v = dict()
    for key, value in parameters.items():
        v.update({f"d{key}": value - value})
    return v
""",
        "full of 0.0": """
def initialize_velocity(parameters):
    keys = ["d" + key for key in parameters]
    return dict(zip(keys, [np.full(w.shape, 0.0) for w in parameters.values()]))
""",
    },
    "update_parameters_with_momentum": {
        "classic": """
def update_parameters_with_momentum(parameters, grads, v, beta, learning_rate):
    L = len(parameters) // 2
    p, u = {}, {}
    for l in range(L):
        u["dW" + str(l + 1)] = beta * v["dW" + str(l + 1)] + (1 - beta) * grads["dW" + str(l + 1)]
        u["db" + str(l + 1)] = beta * v["db" + str(l + 1)] + (1 - beta) * grads["db" + str(l + 1)]
        p["W" + str(l + 1)] = parameters["W" + str(l + 1)] - learning_rate * u["dW" + str(l + 1)]
        p["b" + str(l + 1)] = parameters["b" + str(l + 1)] - learning_rate * u["db" + str(l + 1)]
    return p, u
""",
        "copies, whose entries are replaced": """
def update_parameters_with_momentum(parameters, grads, v, beta, learning_rate):
    parameters, v = parameters.copy(), v.copy()
    L = len(parameters) // 2
    for l in range(1, L + 1):
        v["dW" + str(l)] = beta * v["dW" + str(l)] + (1 - beta) * grads["dW" + str(l)]
        v["db" + str(l)] = beta * v["db" + str(l)] + (1 - beta) * grads["db" + str(l)]
        parameters["W" + str(l)] = parameters["W" + str(l)] - learning_rate * v["dW" + str(l)]
        parameters["b" + str(l)] = parameters["b" + str(l)] - learning_rate * v["db" + str(l)]
    return parameters, v
""",
        "in two lines": """
def update_parameters_with_momentum(parameters, grads, v, beta, learning_rate):
    v = {key: beta * old + (1 - beta) * grads[key] for key, old in v.items()}
    return {k: w - learning_rate * v["d" + k] for k, w in parameters.items()}, v
""",
        "a part of the way to the gradient": """
def update_parameters_with_momentum(parameters, grads, v, beta, learning_rate):
    new, velocity = {}, {}
    for name, value in parameters.items():
        key = "d" + name
        velocity[key] = v[key] + (1.0 - beta) * (grads[key] - v[key])
        new[name] = value - velocity[key] * learning_rate
    return new, velocity
""",
        "copied arrays, changed in place": """
def update_parameters_with_momentum(parameters, grads, v, beta, learning_rate):
    new = {key: np.copy(value) for key, value in parameters.items()}
    velocity = {key: np.copy(value) for key, value in v.items()}
    for key in new:
        velocity["d" + key] *= beta
        velocity["d" + key] += (1 - beta) * grads["d" + key]
        new[key] -= learning_rate * velocity["d" + key]
    return [new, velocity]
""",
        "np.average": """
def update_parameters_with_momentum(parameters, grads, v, beta, learning_rate):
    velocity = {
        key: np.average([v[key], grads[key]], axis=0, weights=[beta, 1 - beta]) for key in v
    }
    new = {key[1:]: parameters[key[1:]] + (-learning_rate) * u for key, u in velocity.items()}
    return new, velocity
""",
    },
    "initialize_adam": {
        "classic": """
def initialize_adam(parameters):
    L = len(parameters) // 2
    v = {}
    s = {}
    for l in range(L):
        v["dW" + str(l + 1)] = np.zeros(parameters["W" + str(l + 1)].shape)
        v["db" + str(l + 1)] = np.zeros(parameters["b" + str(l + 1)].shape)
        s["dW" + str(l + 1)] = np.zeros(parameters["W" + str(l + 1)].shape)
        s["db" + str(l + 1)] = np.zeros(parameters["b" + str(l + 1)].shape)
    return v, s
""",
        "velocity twice": """
def initialize_adam(parameters):
    return initialize_velocity(parameters), initialize_velocity(parameters)
""",
        "zeros_like": """
def initialize_adam(parameters):
    v = {"d" + name: np.zeros_like(entries) for name, entries in parameters.items()}
    s = {"d" + name: np.zeros_like(entries) for name, entries in parameters.items()}
    return v, s
""",
        "a copy of the first": """
def initialize_adam(parameters):
    v = {}
    for name, entries in parameters.items():
        v[f"d{name}"] = entries * 0.0
    s = {key: value.copy() for key, value in v.items()}
    return [v, s]
""",
        "in a loop over both": """
def initialize_adam(parameters):
    both = ({}, {})
    for average in both:
        for name in parameters:
            rows, columns = parameters[name].shape
            average["d" + name] = np.array([[0.0] * columns] * rows)
    return both
""",
    },
    "update_parameters_with_adam": {
        "classic": """
def update_parameters_with_adam(parameters, grads, v, s, t, learning_rate=0.01,
                                beta1=0.9, beta2=0.999, epsilon=1e-8):
    L = len(parameters) // 2
    new, new_v, new_s = {}, {}, {}
    v_corrected = {}
    s_corrected = {}
    for l in range(L):
        n = str(l + 1)
        new_v["dW" + n] = beta1 * v["dW" + n] + (1 - beta1) * grads["dW" + n]
        new_v["db" + n] = beta1 * v["db" + n] + (1 - beta1) * grads["db" + n]
        v_corrected["dW" + n] = new_v["dW" + n] / (1 - np.power(beta1, t))
        v_corrected["db" + n] = new_v["db" + n] / (1 - np.power(beta1, t))
        new_s["dW" + n] = beta2 * s["dW" + n] + (1 - beta2) * np.power(grads["dW" + n], 2)
        new_s["db" + n] = beta2 * s["db" + n] + (1 - beta2) * np.power(grads["db" + n], 2)
        s_corrected["dW" + n] = new_s["dW" + n] / (1 - np.power(beta2, t))
        s_corrected["db" + n] = new_s["db" + n] / (1 - np.power(beta2, t))
        step_W = v_corrected["dW" + n] / (np.sqrt(s_corrected["dW" + n]) + epsilon)
        step_b = v_corrected["db" + n] / (np.sqrt(s_corrected["db" + n]) + epsilon)
        new["W" + n] = parameters["W" + n] - learning_rate * step_W
        new["b" + n] = parameters["b" + n] - learning_rate * step_b
    return new, new_v, new_s
""",
        "copies, whose entries are replaced": """
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    parameters, v, s = dict(parameters), dict(v), dict(s)
    for name in list(parameters):
        g = grads["d" + name]
        v["d" + name] = beta1 * v["d" + name] + (1 - beta1) * g
        s["d" + name] = beta2 * s["d" + name] + (1 - beta2) * g * g
        v_hat = v["d" + name] / (1 - beta1**t)
        s_hat = s["d" + name] / (1 - beta2**t)
        parameters[name] = parameters[name] - learning_rate * v_hat / (s_hat**0.5 + epsilon)
    return parameters, v, s
""",
        "comprehensions": """
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    v = {k: beta1 * v[k] + (1 - beta1) * grads[k] for k in v}
    s = {k: beta2 * s[k] + (1 - beta2) * np.square(grads[k]) for k in s}
    a, b = 1 - beta1**t, 1 - beta2**t
    new = {
        k: w - learning_rate * (v["d" + k] / a) / (np.sqrt(s["d" + k] / b) + epsilon)
        for k, w in parameters.items()
    }
    return new, v, s
""",
        "one rate for both corrections": """
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    new, v_new, s_new = {}, {}, {}
    root = np.sqrt(1 - beta2**t)
    rate = learning_rate * root / (1 - beta1**t)
    for name, value in parameters.items():
        key = f"d{name}"
        v_new[key] = v[key] + (1 - beta1) * (grads[key] - v[key])
        s_new[key] = s[key] + (1 - beta2) * (grads[key] ** 2 - s[key])
        new[name] = value - rate * v_new[key] / (np.sqrt(s_new[key]) + epsilon * root)
    return new, v_new, s_new
""",
        "copied arrays, changed in place": """
def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    new, v, s = ({key: np.copy(a) for key, a in old.items()} for old in (parameters, v, s))
    for name in new:
        gradient = grads["d" + name]
        v["d" + name] *= beta1
        v["d" + name] += (1 - beta1) * gradient
        s["d" + name] *= beta2
        s["d" + name] += (1 - beta2) * gradient**2
        step = v["d" + name] / (1 - beta1**t)
        step /= np.sqrt(s["d" + name] / (1 - beta2**t)) + epsilon
        new[name] -= learning_rate * step
    return new, v, s
""",
        "a helper, and powers by logarithms": """
def average(old, new, beta):
    return {key: beta * old[key] + (1 - beta) * new[key] for key in old}


def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    new_v = average(v, grads, beta1)
    new_s = average(s, {key: gradient**2 for key, gradient in grads.items()}, beta2)
    left1 = left2 = 1.0
    for _ in range(t):
        left1, left2 = left1 * beta1, left2 * beta2
    new = {}
    for name in parameters:
        numerator = np.divide(new_v["d" + name], 1 - left1)
        denominator = np.add(np.sqrt(np.divide(new_s["d" + name], 1 - left2)), epsilon)
        new[name] = np.subtract(parameters[name], learning_rate * numerator / denominator)
    return new, new_v, new_s
""",
    },
    "update_lr": {
        "classic": """
def update_lr(learning_rate0, epoch_num, decay_rate):
    learning_rate = 1 / (1 + decay_rate * epoch_num) * learning_rate0
    return learning_rate
""",
        "the denominator first": """
def update_lr(learning_rate0, epoch_num, decay_rate):
    slower = 1 + epoch_num * decay_rate
    return learning_rate0 / slower
""",
        "to the power of -1": """
def update_lr(learning_rate0, epoch_num, decay_rate):
    return learning_rate0 * (1.0 + decay_rate * epoch_num) ** -1
""",
        "with NumPy": """
def update_lr(learning_rate0, epoch_num, decay_rate):
    return np.divide(learning_rate0, np.add(1, np.multiply(decay_rate, epoch_num)))
""",
        "an epoch at a time": """
def update_lr(learning_rate0, epoch_num, decay_rate):
    total = 1.0
    for _ in range(epoch_num):
        total += decay_rate
    return float(learning_rate0 / total)
""",
        "an array of no dimension": """
def update_lr(learning_rate0, epoch_num, decay_rate):
    return np.array(learning_rate0) / np.array(1 + decay_rate * epoch_num)
""",
    },
    "schedule_lr_decay": {
        "classic": """
def schedule_lr_decay(learning_rate0, epoch_num, decay_rate, time_interval=1000):
    learning_rate = 1 / (1 + decay_rate * np.floor(epoch_num / time_interval)) * learning_rate0
    return learning_rate
""",
        "whole division": """
def schedule_lr_decay(learning_rate0, epoch_num, decay_rate, time_interval=1000):
    return learning_rate0 / (1 + decay_rate * (epoch_num // time_interval))
""",
        "int": """
def schedule_lr_decay(learning_rate0, epoch_num, decay_rate, time_interval=1000):
    stairs = int(epoch_num / time_interval)
    return learning_rate0 * 1 / (1 + stairs * decay_rate)
""",
        "the rest taken off": """
def schedule_lr_decay(learning_rate0, epoch_num, decay_rate, time_interval=1000):
    begin = epoch_num - epoch_num % time_interval
    return learning_rate0 / (1 + decay_rate * begin / time_interval)
""",
        "divmod and update_lr": """
def schedule_lr_decay(learning_rate0, epoch_num, decay_rate, time_interval=1000):
    stair, _ = divmod(epoch_num, time_interval)
    return update_lr(learning_rate0, stair, decay_rate)
""",
        "a stair at a time": """
def schedule_lr_decay(learning_rate0, epoch_num, decay_rate, time_interval=1000):
    total = 1.0
    while epoch_num >= time_interval:
        epoch_num = epoch_num - time_interval
        total = total + decay_rate
    return learning_rate0 / total
""",
    },
}
