"""Right answers to the exercises of notebook 11, each written in another way."""

RIGHT_ANSWERS = {
    "one_hot": {
        "classic": """
def one_hot(Y, n_classes):
    return np.eye(n_classes)[Y.reshape(-1)].T
""",
        "columns of the identity": """
def one_hot(Y, n_classes):
    Y_hot = np.eye(n_classes)[:, Y[0]]
    return Y_hot
""",
        "a comparison with a column": """
def one_hot(Y, n_classes):
    return (np.arange(n_classes).reshape(-1, 1) == Y).astype(float)
""",
        "in a loop": """
def one_hot(Y, n_classes):
    m = Y.shape[1]
    Y_hot = np.zeros((n_classes, m))
    for j in range(m):
        Y_hot[Y[0, j], j] = 1.0
    return Y_hot
""",
        "a flat index": """
def one_hot(Y, n_classes):
    m = Y.size
    flat = np.zeros(n_classes * m)
    flat[Y.ravel() * m + np.arange(m)] = 1
    return flat.reshape(n_classes, m)
""",
        "lists": """
def one_hot(Y, n_classes):
    rows = []
    for c in range(n_classes):
        rows.append([1.0 if label == c else 0.0 for label in Y[0]])
    return np.array(rows)
""",
        "np.where in a helper": """
def column(label, n_classes):
    return np.where(np.arange(n_classes) == label, 1.0, 0.0)


def one_hot(Y, n_classes):
    return np.stack([column(label, n_classes) for label in np.squeeze(Y, axis=0)], axis=1)
""",
        "np.put_along_axis": """
def one_hot(Y, n_classes):
    table = np.zeros((n_classes, Y.shape[1]))
    np.put_along_axis(table, Y, 1, axis=0)
    return table
""",
    },
    "softmax": {
        "classic": """
def softmax(Z):
    Z = Z - np.max(Z, axis=0)
    e = np.exp(Z)
    return e / np.sum(e, axis=0)
""",
        "the exponential of log_softmax": """
def softmax(Z):
    return np.exp(log_softmax(Z))
""",
        "along the rows of the transpose": """
def softmax(Z):
    T = Z.T
    exps = np.exp(T - T.max(axis=1, keepdims=True))
    return (exps / exps.sum(axis=1, keepdims=True)).T
""",
        "a copy, changed in place": """
def softmax(Z):
    P = Z.copy()
    P -= P.max(axis=0)
    np.exp(P, out=P)
    P /= P.sum(axis=0, keepdims=True)
    return P
""",
        "column by column": """
def softmax(Z):
    P = np.zeros_like(Z)
    for j in range(Z.shape[1]):
        z = Z[:, j] - max(Z[:, j])
        P[:, j] = np.exp(z) / sum(np.exp(z))
    return P
""",
        "one over a sum of differences": """
def softmax(Z):
    k = len(Z)
    P = np.empty(Z.shape)
    for i in range(k):
        with np.errstate(over="ignore"):
            P[i] = 1 / sum(np.exp(Z[c] - Z[i]) for c in range(k))
    return P
""",
        "the logarithm of the sum": """
def softmax(Z):
    largest = np.amax(Z, 0, keepdims=True)
    log_sum = largest + np.log(np.exp(Z - largest).sum(0, keepdims=True))
    return np.exp(Z - log_sum)
""",
    },
    "compute_cost_softmax": {
        "classic": """
def compute_cost_softmax(ZL, Y):
    m = Y.shape[1]
    cost = -np.sum(one_hot(Y, ZL.shape[0]) * log_softmax(ZL)) / m
    return cost
""",
        "the mean of the picked entries": """
def compute_cost_softmax(ZL, Y):
    return -log_softmax(ZL)[Y[0], range(ZL.shape[1])].mean()
""",
        "np.take_along_axis": """
def compute_cost_softmax(ZL, Y):
    picked = np.take_along_axis(log_softmax(ZL), Y, axis=0)
    return float(-np.mean(picked))
""",
        "in a loop": """
def compute_cost_softmax(ZL, Y):
    m = ZL.shape[1]
    log_P = log_softmax(ZL)
    total = 0.0
    for j in range(m):
        total -= log_P[Y[0, j], j]
    return total / m
""",
        "the log of the sum, minus the right logit": """
def compute_cost_softmax(ZL, Y):
    top = ZL.max(axis=0)
    log_sums = top + np.log(np.exp(ZL - top).sum(axis=0))
    right = ZL[Y[0], np.arange(ZL.shape[1])]
    return np.mean(log_sums - right)
""",
        "a mask": """
def compute_cost_softmax(ZL, Y):
    mask = np.arange(len(ZL))[:, None] == Y
    losses = np.where(mask, -log_softmax(ZL), 0).sum(axis=0)
    return np.average(losses)
""",
        "the trace of a product": """
def compute_cost_softmax(ZL, Y):
    log_P = log_softmax(ZL)
    return -np.trace(one_hot(Y, len(ZL)).T @ log_P) / Y.size
""",
        "squeezed, as a matrix product with ones": """
def compute_cost_softmax(ZL, Y):
    k, m = ZL.shape
    losses = np.ones((1, k)) @ (one_hot(Y, k) * -log_softmax(ZL))
    return np.squeeze(losses @ np.full((m, 1), 1 / m))
""",
    },
    "softmax_cross_entropy_backward": {
        "classic": """
def softmax_cross_entropy_backward(ZL, Y):
    m = Y.shape[1]
    dZL = softmax(ZL)
    dZL[Y[0], range(m)] -= 1
    return dZL
""",
        "a comparison instead of the table": """
def softmax_cross_entropy_backward(ZL, Y):
    return softmax(ZL) - (np.arange(ZL.shape[0])[:, None] == Y)
""",
        "the exponential of log_softmax": """
def softmax_cross_entropy_backward(ZL, Y):
    return np.exp(log_softmax(ZL)) - np.eye(len(ZL))[:, Y[0]]
""",
        "the table subtracted in place": """
def softmax_cross_entropy_backward(ZL, Y):
    k, _ = ZL.shape
    P = softmax(ZL)
    P -= one_hot(Y, k)
    return P
""",
        "entry by entry": """
def softmax_cross_entropy_backward(ZL, Y):
    P = softmax(ZL)
    dZL = np.zeros(ZL.shape)
    for j in range(ZL.shape[1]):
        y = Y[0, j]
        for i in range(ZL.shape[0]):
            dZL[i, j] = P[i, j] - (i == y)
    return dZL
""",
        "from its own exponentials": """
def softmax_cross_entropy_backward(ZL, Y):
    e = np.exp(ZL - ZL.max(axis=0, keepdims=True))
    Y_hot = np.zeros(e.shape)
    Y_hot[Y.flatten(), np.arange(e.shape[1])] = 1
    return np.add(-Y_hot, e / e.sum(axis=0, keepdims=True))
""",
    },
    "predict_classes": {
        "classic": """
def predict_classes(ZL):
    return np.argmax(ZL, axis=0, keepdims=True)
""",
        "of the probabilities": """
def predict_classes(ZL):
    A = softmax(ZL)
    predictions = np.argmax(A, axis=0)
    return predictions[np.newaxis, :]
""",
        "in a loop": """
def predict_classes(ZL):
    m = ZL.shape[1]
    predictions = np.zeros((1, m))
    for j in range(m):
        predictions[0, j] = np.argmax(ZL[:, j])
    return predictions
""",
        "the last of the sorted": """
def predict_classes(ZL):
    return np.argsort(ZL, axis=0)[-1:]
""",
        "the row that equals the maximum": """
def predict_classes(ZL):
    is_largest = ZL == ZL.max(axis=0)
    return (np.arange(len(ZL)) @ is_largest).reshape(1, -1)
""",
        "lists": """
def predict_classes(ZL):
    columns = ZL.T.tolist()
    return np.array([[column.index(max(column)) for column in columns]])
""",
        "a champion, row by row": """
def predict_classes(ZL):
    best, predictions = ZL[0].copy(), np.zeros(ZL.shape[1], dtype=int)
    for i in range(1, ZL.shape[0]):
        better = ZL[i] > best
        predictions[better] = i
        best[better] = ZL[i][better]
    return predictions.reshape((1, ZL.shape[1]))
""",
    },
    "multiclass_model": {
        "classic": """
def multiclass_model(
    X, Y, layers_dims, learning_rate=0.003, num_epochs=50, mini_batch_size=64, seed=1
):
    m = X.shape[1]
    parameters = initialize_parameters_he(layers_dims, seed)
    v, s = initialize_adam(parameters)
    t = 0
    costs = []
    for epoch in range(num_epochs):
        total = 0
        for X_batch, Y_batch in random_mini_batches(X, Y, mini_batch_size, seed + epoch):
            t += 1
            ZL, caches = forward_to_logits(X_batch, parameters)
            total += compute_cost_softmax(ZL, Y_batch) * Y_batch.shape[1]
            grads = backward_from_logits(softmax_cross_entropy_backward(ZL, Y_batch), caches)
            parameters, v, s = update_parameters_with_adam(
                parameters, grads, v, s, t, learning_rate
            )
        costs.append(total / m)
    return parameters, costs
""",
        "t computed, and a share of the mean": """
def multiclass_model(
    X, Y, layers_dims, learning_rate=0.003, num_epochs=50, mini_batch_size=64, seed=1
):
    parameters = initialize_parameters_he(layers_dims, seed)
    v, s = initialize_adam(parameters)
    costs = []
    for epoch in range(num_epochs):
        mean = 0
        batches = random_mini_batches(X, Y, mini_batch_size, seed + epoch)
        for number, (x, y) in enumerate(batches, start=1):
            logits, caches = forward_to_logits(x, parameters)
            mean += compute_cost_softmax(logits, y) * (x.shape[1] / X.shape[1])
            grads = backward_from_logits(softmax_cross_entropy_backward(logits, y), caches)
            t = epoch * len(batches) + number
            parameters, v, s = update_parameters_with_adam(
                parameters, grads, v, s, t, learning_rate=learning_rate
            )
        costs += [mean]
    return parameters, costs
""",
        "a step in a helper": """
def step(X, Y, state, rate):
    parameters, v, s, t = state
    ZL, caches = forward_to_logits(X, parameters)
    dZL = np.exp(log_softmax(ZL)) - one_hot(Y, ZL.shape[0])
    grads = backward_from_logits(dZL, caches)
    new = update_parameters_with_adam(parameters, grads, v, s, t + 1, rate)
    return compute_cost_softmax(ZL, Y), (*new, t + 1)


def multiclass_model(
    X, Y, layers_dims, learning_rate=0.003, num_epochs=50, mini_batch_size=64, seed=1
):
    parameters = initialize_parameters_he(layers_dims, seed)
    state = (parameters, *initialize_adam(parameters), 0)
    costs = []
    for epoch in range(num_epochs):
        found, sizes = [], []
        for X_batch, Y_batch in random_mini_batches(X, Y, mini_batch_size, seed + epoch):
            cost, state = step(X_batch, Y_batch, state, learning_rate)
            found.append(cost)
            sizes.append(X_batch.shape[1])
        costs.append(np.average(found, weights=sizes))
    return state[0], costs
""",
        "all losses of an epoch": """
def multiclass_model(
    X, Y, layers_dims, learning_rate=0.003, num_epochs=50, mini_batch_size=64, seed=1
):
    parameters = initialize_parameters_he(layers_dims, seed)
    v, s = initialize_adam(parameters)
    t, costs = 0, []
    for epoch in range(num_epochs):
        losses = []
        for X_batch, Y_batch in random_mini_batches(X, Y, mini_batch_size, seed + epoch):
            ZL, caches = forward_to_logits(X_batch, parameters)
            losses.extend(-log_softmax(ZL)[Y_batch[0], np.arange(Y_batch.size)])
            grads = backward_from_logits(softmax_cross_entropy_backward(ZL, Y_batch), caches)
            t = t + 1
            parameters, v, s = update_parameters_with_adam(
                parameters, grads, v, s, t, learning_rate
            )
        costs.append(sum(losses) / len(losses))
    return parameters, costs
""",
        "backward, layer by layer": """
def multiclass_model(
    X, Y, layers_dims, learning_rate=0.003, num_epochs=50, mini_batch_size=64, seed=1
):
    parameters, t = initialize_parameters_he(layers_dims, seed), 0
    (v, s), L, costs = initialize_adam(parameters), len(layers_dims) - 1, []
    for epoch in range(num_epochs):
        total = 0.0
        for X_batch, Y_batch in random_mini_batches(X, Y, mini_batch_size, seed + epoch):
            A, n, outputs = X_batch, X_batch.shape[1], []
            for l in range(1, L + 1):
                outputs.append(A)
                Z = parameters[f"W{l}"] @ A + parameters[f"b{l}"]
                A = np.maximum(Z, 0)
            total += n * compute_cost_softmax(Z, Y_batch)
            dZ, grads = softmax_cross_entropy_backward(Z, Y_batch), {}
            for l in range(L, 0, -1):
                A = outputs[l - 1]
                grads[f"dW{l}"] = dZ @ A.T / n
                grads[f"db{l}"] = dZ.mean(axis=1, keepdims=True)
                dZ = (parameters[f"W{l}"].T @ dZ) * (A > 0)
            t += 1
            parameters, v, s = update_parameters_with_adam(
                parameters, grads, v, s, t, learning_rate
            )
        costs.append(total / X.shape[1])
    return parameters, costs
""",
        "losses from the one-hot table": """
def multiclass_model(
    X, Y, layers_dims, learning_rate=0.003, num_epochs=50, mini_batch_size=64, seed=1
):
    m, k = X.shape[1], layers_dims[-1]
    parameters = initialize_parameters_he(layers_dims, seed)
    v, s = initialize_adam(parameters)
    t = 1
    costs = [0.0] * num_epochs
    for epoch in range(num_epochs):
        for X_batch, Y_batch in random_mini_batches(X, Y, mini_batch_size, seed + epoch):
            ZL, caches = forward_to_logits(X_batch, parameters)
            Y_hot = one_hot(Y_batch, k)
            costs[epoch] -= np.sum(Y_hot * log_softmax(ZL)) / m
            grads = backward_from_logits(softmax(ZL) - Y_hot, caches)
            results = update_parameters_with_adam(parameters, grads, v, s, t, learning_rate)
            parameters, v, s = results
            t += 1
    return parameters, costs
""",
    },
    "confusion_matrix": {
        "classic": """
def confusion_matrix(predictions, Y, n_classes):
    counts = np.zeros((n_classes, n_classes), dtype=int)
    for truth, answer in zip(Y[0], predictions[0]):
        counts[truth, answer] += 1
    return counts
""",
        "np.add.at": """
def confusion_matrix(predictions, Y, n_classes):
    counts = np.zeros((n_classes, n_classes), dtype=int)
    np.add.at(counts, (Y[0], predictions[0]), 1)
    return counts
""",
        "bincount of a flat index": """
def confusion_matrix(predictions, Y, n_classes):
    flat = Y[0] * n_classes + predictions[0]
    return np.bincount(flat, minlength=n_classes**2).reshape(n_classes, n_classes)
""",
        "a product of one-hot tables": """
def confusion_matrix(predictions, Y, n_classes):
    return one_hot(Y, n_classes) @ one_hot(predictions, n_classes).T
""",
        "every pair of classes": """
def confusion_matrix(predictions, Y, n_classes):
    counts = np.zeros((n_classes, n_classes))
    for i in range(n_classes):
        for j in range(n_classes):
            counts[i, j] = np.sum((Y == i) & (predictions == j))
    return counts
""",
        "np.histogram2d": """
def confusion_matrix(predictions, Y, n_classes):
    edges = np.arange(n_classes + 1) - 0.5
    counts, _, _ = np.histogram2d(Y.ravel(), predictions.ravel(), bins=(edges, edges))
    return counts.astype(int)
""",
        "pairs in a dictionary": """
def confusion_matrix(predictions, Y, n_classes):
    seen = {}
    for j in range(predictions.shape[1]):
        pair = int(Y[0, j]), int(predictions[0, j])
        seen[pair] = seen.get(pair, 0) + 1
    return np.array(
        [[seen.get((i, j), 0) for j in range(n_classes)] for i in range(n_classes)]
    )
""",
    },
    "calibration": {
        "classic": """
def calibration(probabilities, predictions, Y, n_bins=10):
    counts = np.zeros(n_bins, dtype=int)
    confidences = np.zeros(n_bins)
    accuracies = np.zeros(n_bins)
    confidence = probabilities.max(axis=0)
    right = (predictions == Y).reshape(-1)
    bins = (confidence * n_bins).astype(int)
    bins[bins == n_bins] = n_bins - 1
    for k in range(n_bins):
        mask = bins == k
        if mask.any():
            counts[k] = mask.sum()
            confidences[k] = confidence[mask].mean()
            accuracies[k] = right[mask].mean()
    return counts, confidences, accuracies
""",
        "one example after the other": """
def calibration(probabilities, predictions, Y, n_bins=10):
    counts, sums, hits = np.zeros(n_bins), np.zeros(n_bins), np.zeros(n_bins)
    for j in range(Y.shape[1]):
        p = probabilities[predictions[0, j], j]
        k = min(int(p * n_bins), n_bins - 1)
        counts[k] += 1
        sums[k] += p
        hits[k] += predictions[0, j] == Y[0, j]
    some = np.maximum(counts, 1)
    return counts, sums / some, hits / some
""",
        "bincount with weights": """
def calibration(probabilities, predictions, Y, n_bins=10):
    p = np.max(probabilities, axis=0)
    bins = np.clip(np.floor(p * n_bins).astype(int), 0, n_bins - 1)
    counts = np.bincount(bins, minlength=n_bins)
    sums = np.bincount(bins, weights=p, minlength=n_bins)
    hits = np.bincount(bins, weights=(predictions == Y)[0].astype(float), minlength=n_bins)
    zeros = np.zeros(n_bins)
    confidences = np.divide(sums, counts, out=zeros.copy(), where=counts > 0)
    accuracies = np.divide(hits, counts, out=zeros.copy(), where=counts > 0)
    return counts, confidences, accuracies
""",
        "edges, closed above": """
def calibration(probabilities, predictions, Y, n_bins=10):
    edges = np.linspace(0, 1, n_bins + 1)
    p, right = probabilities.max(0), predictions[0] == Y[0]
    counts, confidences, accuracies = [], [], []
    for low, high in zip(edges[:-1], edges[1:]):
        inside = (p > low) & (p <= high)
        n = np.count_nonzero(inside)
        counts.append(n)
        confidences.append(p[inside].sum() / n if n else 0.0)
        accuracies.append(right[inside].sum() / n if n else 0.0)
    return np.array(counts), np.array(confidences), np.array(accuracies)
""",
        "np.digitize": """
def calibration(probabilities, predictions, Y, n_bins=10):
    confidence = np.take_along_axis(probabilities, predictions, axis=0)[0]
    bins = np.digitize(confidence, np.linspace(0, 1, n_bins + 1)[1:-1])
    right = np.equal(predictions, Y)[0]
    results = np.zeros((3, n_bins))
    for k in np.unique(bins):
        inside = bins == k
        results[:, k] = inside.sum(), confidence[inside].mean(), right[inside].mean()
    return tuple(results)
""",
        "np.histogram": """
def calibration(probabilities, predictions, Y, n_bins=10):
    p = probabilities.max(axis=0)
    counts, edges = np.histogram(p, bins=n_bins, range=(0, 1))
    sums, _ = np.histogram(p, bins=edges, weights=p)
    hits, _ = np.histogram(p, bins=edges, weights=1.0 * (predictions[0] == Y[0]))
    return counts, sums / np.maximum(counts, 1), hits / np.maximum(counts, 1)
""",
    },
}
