"""Right answers to the exercises of notebook 13, each written in another way."""

RIGHT_ANSWERS = {
    "one_pass_inputs": {
        "classic": """
def one_pass_inputs(rows):
    B, L = rows.shape
    return rows[:, 0:L - 1], rows[:, 1:L]
""",
        "np.delete": """
def one_pass_inputs(rows):
    return np.delete(rows, -1, axis=1), np.delete(rows, 0, axis=1)
""",
        "in a loop": """
def one_pass_inputs(rows):
    I = np.zeros((rows.shape[0], rows.shape[1] - 1), dtype=int)
    T = np.zeros_like(I)
    for b in range(rows.shape[0]):
        for i in range(rows.shape[1] - 1):
            I[b, i] = rows[b, i]
            T[b, i] = rows[b, i + 1]
    return I, T
""",
        "rolled to the left": """
def one_pass_inputs(rows):
    following = np.roll(rows, -1, axis=1)
    I = rows[..., :-1].copy()
    T = following[..., :-1].copy()
    return I, T
""",
        "lists of rows": """
def one_pass_inputs(rows):
    I = [row[:-1] for row in rows]
    T = [row[1:] for row in rows]
    return np.array(I), np.array(T)
""",
        "transposed": """
def one_pass_inputs(rows):
    first, *rest = rows.T
    *begin, last = rows.T
    return np.stack(begin, axis=1), np.stack(rest, axis=1)
""",
        "numbers of the columns": """
def one_pass_inputs(rows):
    columns = np.arange(rows.shape[1] - 1)
    return np.take(rows, columns, axis=1), np.take(rows, columns + 1, axis=1)
""",
    },
    "embed": {
        "classic": """
def embed(I, E, P):
    token_vectors = E[I]
    position_vectors = P[0:I.shape[1]]
    return token_vectors + position_vectors
""",
        "one-hot": """
def embed(I, E, P):
    one_hot = np.eye(E.shape[0])[I]
    return one_hot @ E + P[np.newaxis, :I.shape[1], :]
""",
        "in a loop": """
def embed(I, E, P):
    B, L = I.shape
    X = np.zeros((B, L, E.shape[1]))
    for b in range(B):
        for i in range(L):
            X[b, i] = E[I[b, i]] + P[i]
    return X
""",
        "np.take": """
def embed(I, E, P):
    X = np.take(E, I, axis=0)
    X += np.take(P, np.arange(I.shape[1]), axis=0)
    return X
""",
        "example by example": """
def embed(I, E, P):
    return np.stack([E[row] + P[:len(row)] for row in I])
""",
        "position by position": """
def embed(I, E, P):
    columns = [E[I[:, i]] + P[i] for i in range(I.shape[1])]
    return np.array(columns).transpose(1, 0, 2)
""",
        "positions as tokens": """
def embed(I, E, P):
    places = np.arange(I.shape[1])[None, :].repeat(I.shape[0], axis=0)
    return E[I] + P[places]
""",
    },
    "attention": {
        "classic": """
def attention(Q, K, V):
    S = np.dot(Q, K.T) / np.sqrt(Q.shape[1])
    S[np.triu_indices(len(S), 1)] = -np.inf
    S = S - S.max(axis=1, keepdims=True)
    E = np.exp(S)
    W = E / E.sum(axis=1, keepdims=True)
    return np.dot(W, V), W
""",
        "in a loop": """
def attention(Q, K, V):
    L, k = Q.shape
    weights = np.zeros((L, L))
    output = np.zeros((L, V.shape[1]))
    for i in range(L):
        s = np.array([sum(Q[i] * K[j]) for j in range(i + 1)]) / k ** 0.5
        e = np.exp(s - max(s))
        weights[i, :i + 1] = e / e.sum()
        for j in range(i + 1):
            output[i] += weights[i, j] * V[j]
    return output, weights
""",
        "a large negative number": """
def attention(Q, K, V):
    L, k = Q.shape
    future = 1 - np.tril(np.ones((L, L)))
    scores = (Q / np.sqrt(k)) @ K.T - 1e9 * future
    scores = scores - np.max(scores, axis=1)[:, None]
    weights = np.exp(scores) / np.sum(np.exp(scores), axis=1)[:, None]
    return weights @ V, weights
""",
        "minus infinity added": """
def attention(Q, K, V):
    L = Q.shape[0]
    scores = Q @ K.transpose() * K.shape[1] ** -0.5
    scores += np.triu(np.full((L, L), -np.inf), k=1)
    exponentials = np.exp(scores - np.amax(scores, axis=-1, keepdims=True))
    weights = exponentials / np.sum(exponentials, axis=-1, keepdims=True)
    output = weights.dot(V)
    return (output, weights)
""",
        "the logarithm of the mask": """
def attention(Q, K, V):
    with np.errstate(divide="ignore"):
        mask = np.log(np.tri(len(Q)))
    scores = np.einsum("ik,jk->ij", Q, K) / np.sqrt(Q.shape[-1]) + mask
    largest = scores.max(axis=1).reshape(-1, 1)
    log_sums = largest + np.log(np.exp(scores - largest).sum(axis=1, keepdims=True))
    weights = np.exp(scores - log_sums)
    return np.einsum("ij,jv->iv", weights, V), weights
""",
        "comparing positions": """
def attention(Q, K, V):
    def softmax(s):
        e = np.exp(s - np.max(s))
        return e / np.sum(e)

    place = np.arange(len(Q))
    scores = np.where(place[:, None] >= place[None, :], Q @ K.T, -np.inf) / np.sqrt(Q.shape[1])
    weights = np.apply_along_axis(softmax, 1, scores)
    return weights @ V, weights
""",
        "transposed, down the columns": """
def attention(Q, K, V):
    scores = K @ Q.T / np.sqrt(Q.shape[1])
    scores = np.where(np.triu(np.ones(scores.shape, bool)), scores, -np.inf)
    e = np.exp(scores - scores.max(axis=0))
    weights = (e / e.sum(axis=0)).T
    return weights @ V, weights
""",
        "masked after a safe exponential": """
def attention(Q, K, V):
    L, k = Q.shape
    seen = np.tril(np.ones((L, L), dtype=bool))
    scores = Q @ K.T / np.sqrt(k)
    largest = np.max(scores, axis=1, keepdims=True, where=seen, initial=-np.inf)
    e = np.exp(np.minimum(scores - largest, 0)) * seen
    weights = e / e.sum(axis=1, keepdims=True)
    return weights @ V, weights
""",
    },
    "softmax_backward": {
        "classic": """
def softmax_backward(dP, P):
    mean = np.sum(P * dP, axis=1).reshape(-1, 1)
    return P * (dP - mean)
""",
        "Jacobian": """
def softmax_backward(dP, P):
    dS = np.zeros(P.shape)
    for i in range(P.shape[0]):
        p = P[i]
        J = np.diag(p) - np.outer(p, p)
        dS[i] = J @ dP[i]
    return dS
""",
        "entry by entry": """
def softmax_backward(dP, P):
    n, m = P.shape
    dS = np.zeros((n, m))
    for r in range(n):
        for i in range(m):
            for j in range(m):
                slope = P[r, j] * ((i == j) - P[r, i])
                dS[r, i] += dP[r, j] * slope
    return dS
""",
        "multiplied out": """
def softmax_backward(dP, P):
    dS = P * dP
    dS -= P * dS.sum(axis=-1, keepdims=True)
    return dS
""",
        "einsum": """
def softmax_backward(dP, P):
    means = np.einsum("ij,ij->i", dP, P)
    return P * dP - P * means[:, np.newaxis]
""",
        "along the columns of the transpose": """
def softmax_backward(dP, P):
    dP, P = dP.T, P.T
    dS = (dP - (dP * P).sum(axis=0)) * P
    return dS.T
""",
        "np.average": """
def softmax_backward(dP, P):
    means = np.average(dP, axis=1, weights=P)
    return P * (dP - means[:, None])
""",
    },
    "attention_backward": {
        "classic": """
def attention_backward(dO, Q, K, V, weights):
    dV = np.dot(weights.T, dO)
    dW = np.dot(dO, V.T)
    dS = softmax_backward(dW, weights)
    scale = 1 / np.sqrt(Q.shape[1])
    dQ = np.dot(dS, K) * scale
    dK = np.dot(dS.T, Q) * scale
    return dQ, dK, dV
""",
        "masked again": """
def attention_backward(dO, Q, K, V, weights):
    L, k = Q.shape
    dS = np.tril(softmax_backward(dO @ V.T, weights))
    dS /= np.sqrt(k)
    return dS @ K, dS.T @ Q, weights.T @ dO
""",
        "without softmax_backward": """
def attention_backward(dO, Q, K, V, weights):
    dP = dO @ V.T
    dS = weights * (dP - np.sum(dP * weights, axis=1, keepdims=True))
    dQ = dS @ K / np.sqrt(K.shape[1])
    dK = (Q.T @ dS).T / np.sqrt(K.shape[1])
    dV = (dO.T @ weights).T
    return (dQ, dK, dV)
""",
        "the rows of the output": """
def attention_backward(dO, Q, K, V, weights):
    O = weights @ V
    dP = dO @ V.T
    dS = weights * (dP - np.sum(dO * O, axis=1, keepdims=True)) / np.sqrt(Q.shape[1])
    return dS @ K, dS.T @ Q, weights.T @ dO
""",
        "einsum": """
def attention_backward(dO, Q, K, V, weights):
    d_weights = np.einsum("iv,jv->ij", dO, V)
    dS = softmax_backward(d_weights, weights) * Q.shape[1] ** -0.5
    dQ = np.einsum("ij,jk->ik", dS, K)
    dK = np.einsum("ij,ik->jk", dS, Q)
    dV = np.einsum("ij,iv->jv", weights, dO)
    return dQ, dK, dV
""",
        "position by position": """
def attention_backward(dO, Q, K, V, weights):
    L, k = Q.shape
    dQ, dK, dV = np.zeros_like(Q), np.zeros_like(K), np.zeros_like(V)
    for i in range(L):
        d = np.array([dO[i] @ V[j] for j in range(L)])
        ds = weights[i] * (d - d @ weights[i]) / np.sqrt(k)
        for j in range(i + 1):
            dQ[i] += ds[j] * K[j]
            dK[j] += ds[j] * Q[i]
            dV[j] += weights[i, j] * dO[i]
    return dQ, dK, dV
""",
        "the factor in the queries and keys": """
def attention_backward(dO, Q, K, V, weights):
    root = np.sqrt(Q.shape[1])
    dS = softmax_backward(dO @ V.T, weights)
    return dS @ (K / root), dS.T @ (Q / root), weights.T @ dO
""",
    },
    "next_token_cost": {
        "classic": """
def next_token_cost(logits, T, mask):
    Z = logits - np.max(logits, axis=2, keepdims=True)
    log_P = Z - np.log(np.sum(np.exp(Z), axis=2, keepdims=True))
    picked = np.take_along_axis(log_P, T[:, :, None], axis=2)[:, :, 0]
    return -np.sum(picked * mask) / np.sum(mask)
""",
        "in a loop": """
def next_token_cost(logits, T, mask):
    total, n = 0.0, 0
    for b in range(T.shape[0]):
        for i in range(T.shape[1]):
            if mask[b, i]:
                z = logits[b, i]
                top = max(z)
                total -= z[T[b, i]] - top - np.log(sum(np.exp(z - top)))
                n += 1
    return total / n
""",
        "flattened": """
def next_token_cost(logits, T, mask):
    k = logits.shape[-1]
    Z, t, counts = logits.reshape(-1, k), T.ravel(), mask.ravel()
    largest = Z.max(axis=1)
    log_sums = largest + np.log(np.exp(Z - largest[:, None]).sum(axis=1))
    losses = log_sums - Z[np.arange(len(t)), t]
    return np.average(losses, weights=counts)
""",
        "one-hot": """
def next_token_cost(logits, T, mask):
    Z = logits - logits.max(axis=-1, keepdims=True)
    log_P = Z - np.log(np.exp(Z).sum(-1, keepdims=True))
    hot = np.eye(logits.shape[-1])[T] * mask[..., None]
    return float(-(hot * log_P).sum() / mask.sum())
""",
        "np.logaddexp": """
def next_token_cost(logits, T, mask):
    rows, columns = np.nonzero(mask)
    Z = logits[rows, columns]
    right = logits[rows, columns, T[rows, columns]]
    return np.mean(np.logaddexp.reduce(Z, axis=1) - right)
""",
        "two more indices": """
def next_token_cost(logits, T, mask):
    B, L = T.shape
    logits = logits - logits.max(axis=-1)[..., np.newaxis]
    losses = np.log(np.exp(logits).sum(axis=-1))
    losses = losses - logits[np.arange(B)[:, None], np.arange(L)[None, :], T]
    return np.sum(losses[mask > 0]) / np.count_nonzero(mask)
""",
        "a softmax that is never 0": """
def next_token_cost(logits, T, mask):
    Z = logits[mask.astype(bool)]
    t = T[mask.astype(bool)]
    total = 0.0
    for z, right in zip(Z, t):
        total += np.log(np.sum(np.exp(np.longdouble(1) * (z - z.max())))) + z.max() - z[right]
    return float(total) / len(t)
""",
    },
    "generate": {
        "classic": """
def generate(rows, length, step):
    for t in range(rows.shape[1], length):
        logits = step(rows)
        new = np.argmax(logits[:, -1, :], axis=1)
        rows = np.concatenate((rows, new[:, None]), axis=1)
    return rows
""",
        "room for all": """
def generate(rows, length, step):
    B, L = rows.shape
    result = np.zeros((B, length), dtype=int)
    result[:, :L] = rows
    for t in range(L, length):
        result[:, t] = step(result[:, :t])[:, t - 1].argmax(axis=1)
    return result
""",
        "padded": """
def generate(rows, length, step):
    B, L = rows.shape
    result = np.hstack([rows, np.zeros((B, length - L), dtype=rows.dtype)])
    for t in range(L, length):
        logits = step(result[:, :-1])
        result[:, t] = np.argmax(logits[:, t - 1], axis=-1)
    return result
""",
        "row by row": """
def generate(rows, length, step):
    finished = []
    for row in rows:
        tokens = list(row)
        while len(tokens) < length:
            logits = step(np.array([tokens]))
            tokens.append(int(np.argmax(logits[0, -1])))
        finished.append(tokens)
    return np.array(finished)
""",
        "recursive": """
def generate(rows, length, step):
    if rows.shape[1] == length:
        return rows
    new = step(rows)[:, -1].argmax(-1)
    return generate(np.c_[rows, new], length, step)
""",
        "of the probabilities": """
def generate(rows, length, step):
    out = rows.copy()
    while out.shape[1] < length:
        Z = step(out)[:, -1, :]
        P = np.exp(Z - Z.max(axis=1, keepdims=True))
        P = P / P.sum(axis=1, keepdims=True)
        out = np.append(out, np.argmax(P, axis=1).reshape(-1, 1), axis=1)
    return out
""",
        "keepdims": """
def generate(rows, length, step):
    missing = length - rows.shape[1]
    for _ in range(missing):
        best = np.argmax(step(rows), axis=2, keepdims=False)
        rows = np.hstack((rows, best[:, -1:]))
    return rows
""",
    },
}
