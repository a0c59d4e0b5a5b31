"""Right answers to the exercises of notebook 12, each written in another way."""

RIGHT_ANSWERS = {
    "zero_pad": {
        "classic": """
def zero_pad(X, pad):
    widths = ((0, 0), (pad, pad), (pad, pad), (0, 0))
    X_pad = np.pad(X, widths, mode="constant", constant_values=(0, 0))
    return X_pad
""",
        "written into zeros": """
def zero_pad(X, pad):
    m, n_H, n_W, n_C = X.shape
    X_pad = np.zeros((m, n_H + 2 * pad, n_W + 2 * pad, n_C))
    X_pad[:, pad : pad + n_H, pad : pad + n_W, :] = X
    return X_pad
""",
        "rows, then columns": """
def zero_pad(X, pad):
    rows = np.zeros((X.shape[0], pad, X.shape[2], X.shape[3]))
    tall = np.concatenate((rows, X, rows), axis=1)
    columns = np.zeros((tall.shape[0], tall.shape[1], pad, tall.shape[3]))
    return np.concatenate((columns, tall, columns), axis=2)
""",
        "picture by picture": """
def zero_pad(X, pad):
    frame = [(pad, pad), (pad, pad), (0, 0)]
    return np.array([np.pad(picture, frame) for picture in X])
""",
        "pixel by pixel": """
def zero_pad(X, pad):
    m, n_H, n_W, n_C = X.shape
    X_pad = np.zeros((m, n_H + 2 * pad, n_W + 2 * pad, n_C))
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                X_pad[i, h + pad, w + pad] = X[i, h, w]
    return X_pad
""",
        "one ring at a time": """
def zero_pad(X, pad):
    X_pad = X
    for _ in range(pad):
        X_pad = np.pad(X_pad, ((0, 0), (1, 1), (1, 1), (0, 0)))
    return X_pad
""",
    },
    "conv_single_step": {
        "classic": """
def conv_single_step(a_slice_prev, W, b):
    s = np.multiply(a_slice_prev, W)
    Z = np.sum(s)
    Z = Z + float(b[0, 0, 0])
    return Z
""",
        "a dot product of the flattened": """
def conv_single_step(a_slice_prev, W, b):
    return np.dot(a_slice_prev.ravel(), W.ravel()) + np.squeeze(b)
""",
        "three loops": """
def conv_single_step(a_slice_prev, W, b):
    f, _, n_C_prev = W.shape
    Z = b[0, 0, 0]
    for i in range(f):
        for j in range(f):
            for c in range(n_C_prev):
                Z += a_slice_prev[i, j, c] * W[i, j, c]
    return float(Z)
""",
        "einsum": """
def conv_single_step(a_slice_prev, W, b):
    return float(np.einsum("ijc,ijc->", a_slice_prev, W) + b.sum())
""",
        "tensordot": """
def conv_single_step(a_slice_prev, W, b):
    Z = np.tensordot(a_slice_prev, W, axes=3)
    return Z.item() + b.item()
""",
        "the array squeezed": """
def conv_single_step(a_slice_prev, W, b):
    return np.squeeze(np.sum(a_slice_prev * W, axis=(0, 1, 2)) + b)
""",
    },
    "conv_forward": {
        "classic": """
def conv_forward(A_prev, W, b, hparameters):
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = int((n_H_prev - f + 2 * pad) / stride) + 1
    n_W = int((n_W_prev - f + 2 * pad) / stride) + 1
    Z = np.zeros((m, n_H, n_W, n_C))
    A_prev_pad = zero_pad(A_prev, pad)
    for i in range(m):
        a_prev_pad = A_prev_pad[i]
        for h in range(n_H):
            vert_start = h * stride
            vert_end = vert_start + f
            for w in range(n_W):
                horiz_start = w * stride
                horiz_end = horiz_start + f
                for c in range(n_C):
                    a_slice_prev = a_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :]
                    weights = W[:, :, :, c]
                    biases = b[:, :, :, c]
                    Z[i, h, w, c] = conv_single_step(a_slice_prev, weights, biases)
    cache = (A_prev, W, b, hparameters)
    return Z, cache
""",
        "all filters at once": """
def conv_forward(A_prev, W, b, hparameters):
    s, p = hparameters["stride"], hparameters["pad"]
    f, _, _, n_C = W.shape
    P = zero_pad(A_prev, p)
    n_H = np.floor((A_prev.shape[1] + 2 * p - f) / s).astype(int) + 1
    n_W = np.floor((A_prev.shape[2] + 2 * p - f) / s).astype(int) + 1
    Z = np.empty((len(A_prev), n_H, n_W, n_C))
    for h in range(n_H):
        for w in range(n_W):
            window = P[:, h * s : h * s + f, w * s : w * s + f, :]
            Z[:, h, w, :] = np.tensordot(window, W, axes=3) + b.reshape(-1)
    return Z, (A_prev, W, b, hparameters)
""",
        "ranges with a step": """
def conv_forward(A_prev, W, b, hparameters):
    stride, pad = hparameters["stride"], hparameters["pad"]
    f = W.shape[0]
    padded = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    tops = range(0, padded.shape[1] - f + 1, stride)
    lefts = range(0, padded.shape[2] - f + 1, stride)
    Z = np.zeros((A_prev.shape[0], len(tops), len(lefts), W.shape[3]))
    for c in range(W.shape[3]):
        for h, top in enumerate(tops):
            for w, left in enumerate(lefts):
                seen = padded[:, top : top + f, left : left + f]
                Z[:, h, w, c] = np.sum(seen * W[..., c], axis=(1, 2, 3)) + b[0, 0, 0, c]
    return Z, (A_prev, W, b, hparameters)
""",
        "a sliding window view": """
def conv_forward(A_prev, W, b, hparameters):
    stride, pad = hparameters["stride"], hparameters["pad"]
    f = len(W)
    A_prev_pad = zero_pad(A_prev, pad)
    views = np.lib.stride_tricks.sliding_window_view(A_prev_pad, (f, f), axis=(1, 2))
    views = views[:, ::stride, ::stride]
    Z = np.einsum("mhwcij,ijcn->mhwn", views, W) + b
    return Z, (A_prev, W, b, hparameters)
""",
        "columns and a matrix product": """
def conv_forward(A_prev, W, b, hparameters):
    stride, pad = hparameters["stride"], hparameters["pad"]
    m, n_H_prev, n_W_prev, _ = A_prev.shape
    f, _, _, n_C = W.shape
    n_H, n_W = ((n - f + 2 * pad) // stride + 1 for n in (n_H_prev, n_W_prev))
    A_prev_pad = zero_pad(A_prev, pad)
    rows = []
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                t, l = h * stride, w * stride
                rows.append(A_prev_pad[i, t : t + f, l : l + f].ravel())
    Z = (np.array(rows) @ W.reshape(-1, n_C)).reshape(m, n_H, n_W, n_C) + b
    return Z, (A_prev, W, b, hparameters)
""",
    },
    "pool_forward": {
        "classic": """
def pool_forward(A_prev, hparameters, mode="max"):
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    f = hparameters["f"]
    stride = hparameters["stride"]
    n_H = int(1 + (n_H_prev - f) / stride)
    n_W = int(1 + (n_W_prev - f) / stride)
    n_C = n_C_prev
    A = np.zeros((m, n_H, n_W, n_C))
    for i in range(m):
        for h in range(n_H):
            vert_start = h * stride
            vert_end = vert_start + f
            for w in range(n_W):
                horiz_start = w * stride
                horiz_end = horiz_start + f
                for c in range(n_C):
                    a_prev_slice = A_prev[i, vert_start:vert_end, horiz_start:horiz_end, c]
                    if mode == "max":
                        A[i, h, w, c] = np.max(a_prev_slice)
                    elif mode == "average":
                        A[i, h, w, c] = np.mean(a_prev_slice)
    cache = (A_prev, hparameters)
    return A, cache
""",
        "a table of rules": """
def pool_forward(A_prev, hparameters, mode="max"):
    f, s = hparameters["f"], hparameters["stride"]
    rule = {"max": np.max, "average": np.average}[mode]
    n_H, n_W = ((n - f) // s + 1 for n in A_prev.shape[1:3])
    A = np.zeros((A_prev.shape[0], n_H, n_W, A_prev.shape[3]))
    for h, w in np.ndindex(n_H, n_W):
        A[:, h, w] = rule(A_prev[:, h * s : h * s + f, w * s : w * s + f], axis=(1, 2))
    return A, (A_prev, hparameters)
""",
        "a sliding window view": """
def pool_forward(A_prev, hparameters, mode="max"):
    f, s = hparameters["f"], hparameters["stride"]
    views = np.lib.stride_tricks.sliding_window_view(A_prev, (f, f), axis=(1, 2))[:, ::s, ::s]
    A = views.max(axis=(4, 5)) if mode == "max" else views.mean(axis=(4, 5))
    return A, (A_prev, hparameters)
""",
        "places in the window": """
def pool_forward(A_prev, hparameters, mode="max"):
    f, s = hparameters["f"], hparameters["stride"]
    n_H = (A_prev.shape[1] - f) // s + 1
    n_W = (A_prev.shape[2] - f) // s + 1
    seen = [A_prev[:, i : i + s * n_H : s, j : j + s * n_W : s] for i in range(f) for j in range(f)]
    if mode == "max":
        A = seen[0].copy()
        for one in seen[1:]:
            A = np.maximum(A, one)
    else:
        A = sum(seen) / f**2
    return A, (A_prev, hparameters)
""",
        "lists": """
def pool_forward(A_prev, hparameters, mode="max"):
    f, stride = hparameters["f"], hparameters["stride"]
    n_H = (A_prev.shape[1] - f) // stride + 1
    n_W = (A_prev.shape[2] - f) // stride + 1
    rows = []
    for h in range(n_H):
        row = []
        for w in range(n_W):
            window = A_prev[:, h * stride : h * stride + f, w * stride : w * stride + f]
            flat = window.reshape(len(A_prev), f * f, -1)
            row.append(flat.max(axis=1) if mode == "max" else flat.sum(axis=1) / (f * f))
        rows.append(np.stack(row, axis=1))
    return np.stack(rows, axis=1), (A_prev, hparameters)
""",
    },
    "conv_backward": {
        "classic": """
def conv_backward(dZ, cache):
    (A_prev, W, b, hparameters) = cache
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    (m, n_H, n_W, n_C) = dZ.shape
    dA_prev = np.zeros((m, n_H_prev, n_W_prev, n_C_prev))
    dW = np.zeros((f, f, n_C_prev, n_C))
    db = np.zeros((1, 1, 1, n_C))
    A_prev_pad = zero_pad(A_prev, pad)
    dA_prev_pad = zero_pad(dA_prev, pad)
    for i in range(m):
        a_prev_pad = A_prev_pad[i]
        da_prev_pad = dA_prev_pad[i]
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    vert_start = h * stride
                    vert_end = vert_start + f
                    horiz_start = w * stride
                    horiz_end = horiz_start + f
                    a_slice = a_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :]
                    da_slice = da_prev_pad[vert_start:vert_end, horiz_start:horiz_end, :]
                    da_slice += W[:, :, :, c] * dZ[i, h, w, c]
                    dW[:, :, :, c] += a_slice * dZ[i, h, w, c]
                    db[:, :, :, c] += dZ[i, h, w, c]
        dA_prev[i, :, :, :] = da_prev_pad[pad : n_H_prev + pad, pad : n_W_prev + pad, :]
    return dA_prev, dW, db
""",
        "places in the window": """
def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    s, p = hparameters["stride"], hparameters["pad"]
    f = W.shape[0]
    _, n_H, n_W, _ = dZ.shape
    P = zero_pad(A_prev, p)
    dP, dW = np.zeros(P.shape), np.zeros(W.shape)
    for i in range(f):
        for j in range(f):
            at = np.s_[:, i : i + s * n_H : s, j : j + s * n_W : s]
            dW[i, j] = np.tensordot(P[at], dZ, axes=((0, 1, 2), (0, 1, 2)))
            dP[at] += dZ @ W[i, j].T
    dA_prev = dP[:, p : p + A_prev.shape[1], p : p + A_prev.shape[2]]
    return dA_prev, dW, np.sum(dZ, axis=(0, 1, 2), keepdims=True)
""",
        "all filters at once": """
def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    stride, pad = hparameters["stride"], hparameters["pad"]
    f = len(W)
    A_prev_pad = zero_pad(A_prev, pad)
    dA_prev_pad = np.zeros_like(A_prev_pad)
    dW = np.zeros_like(W)
    for i, h, w in np.ndindex(dZ.shape[:3]):
        place = i, slice(h * stride, h * stride + f), slice(w * stride, w * stride + f)
        dA_prev_pad[place] += W @ dZ[i, h, w]
        dW += A_prev_pad[place][..., np.newaxis] * dZ[i, h, w]
    end_H, end_W = (n - pad for n in dA_prev_pad.shape[1:3])
    return dA_prev_pad[:, pad:end_H, pad:end_W], dW, dZ.sum(axis=(0, 1, 2)).reshape(b.shape)
""",
        "without a frame": """
def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    stride, pad = hparameters["stride"], hparameters["pad"]
    m, n_H_prev, n_W_prev, _ = A_prev.shape
    dA_prev, dW, db = np.zeros(A_prev.shape), np.zeros(W.shape), np.zeros(b.shape)
    for h in range(dZ.shape[1]):
        for w in range(dZ.shape[2]):
            db[0, 0, 0] += dZ[:, h, w].sum(axis=0)
            for i in range(W.shape[0]):
                for j in range(W.shape[1]):
                    row, column = h * stride + i - pad, w * stride + j - pad
                    if 0 <= row < n_H_prev and 0 <= column < n_W_prev:
                        dA_prev[:, row, column] += dZ[:, h, w] @ W[i, j].T
                        dW[i, j] += A_prev[:, row, column].T @ dZ[:, h, w]
    return dA_prev, dW, db
""",
        "each gradient in loops of its own": """
def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    stride, pad = hparameters["stride"], hparameters["pad"]
    m, n_H, n_W, n_C = dZ.shape
    f = W.shape[0]
    db = np.zeros((1, 1, 1, n_C))
    for c in range(n_C):
        db[0, 0, 0, c] = np.sum(dZ[..., c])
    X = zero_pad(A_prev, pad)
    dW = np.zeros(W.shape)
    for c in range(n_C):
        for h in range(n_H):
            for w in range(n_W):
                window = X[:, h * stride : h * stride + f, w * stride : w * stride + f, :]
                each = dZ[:, h, w, c].reshape(m, 1, 1, 1)
                dW[..., c] = dW[..., c] + np.sum(window * each, axis=0)
    dX = np.zeros(X.shape)
    for h in range(n_H):
        for w in range(n_W):
            part = np.einsum("mc,ijkc->mijk", dZ[:, h, w], W)
            dX[:, h * stride : h * stride + f, w * stride : w * stride + f] += part
    if pad > 0:
        dX = dX[:, pad:-pad, pad:-pad]
    return dX, dW, db
""",
    },
    "create_mask_from_window": {
        "classic": """
def create_mask_from_window(x):
    mask = (x == np.max(x))
    return mask / mask.sum()
""",
        "the first of the largest": """
def create_mask_from_window(x):
    mask = np.zeros(x.shape)
    mask[np.unravel_index(np.argmax(x), x.shape)] = 1
    return mask
""",
        "in loops": """
def create_mask_from_window(x):
    largest, k = np.max(x), 0
    for row in x:
        for entry in row:
            k += entry == largest
    mask = np.zeros(x.shape)
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            if x[i, j] == largest:
                mask[i, j] = 1 / k
    return mask
""",
        "where": """
def create_mask_from_window(x):
    k = np.count_nonzero(x == x.max())
    return np.where(x == x.max(), 1 / k, 0.0)
""",
        "the last of the largest, yes or no": """
def create_mask_from_window(x):
    place = x.size - 1 - np.argmax(x.ravel()[::-1])
    return np.arange(x.size).reshape(x.shape) == place
""",
        "the mean of the places": """
def create_mask_from_window(x):
    places = np.argwhere(x == np.amax(x))
    mask = np.zeros_like(x, dtype=float)
    for i, j in places:
        mask[i, j] += 1.0 / len(places)
    return mask
""",
    },
    "pool_backward": {
        "classic": """
def pool_backward(dA, cache, mode="max"):
    (A_prev, hparameters) = cache
    stride = hparameters["stride"]
    f = hparameters["f"]
    m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape
    m, n_H, n_W, n_C = dA.shape
    dA_prev = np.zeros(A_prev.shape)
    for i in range(m):
        a_prev = A_prev[i]
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    vert_start = h * stride
                    vert_end = vert_start + f
                    horiz_start = w * stride
                    horiz_end = horiz_start + f
                    place = i, slice(vert_start, vert_end), slice(horiz_start, horiz_end), c
                    if mode == "max":
                        a_prev_slice = a_prev[vert_start:vert_end, horiz_start:horiz_end, c]
                        mask = create_mask_from_window(a_prev_slice)
                        dA_prev[place] += mask * dA[i, h, w, c]
                    elif mode == "average":
                        da = dA[i, h, w, c]
                        shape = (f, f)
                        dA_prev[place] += np.ones(shape) * da / (f * f)
    return dA_prev
""",
        "all to the first, as PyTorch does": """
def pool_backward(dA, cache, mode="max"):
    A_prev, hparameters = cache
    f, s = hparameters["f"], hparameters["stride"]
    dA_prev = np.zeros(A_prev.shape)
    for i, h, w, c in np.ndindex(dA.shape):
        rows, columns = slice(h * s, h * s + f), slice(w * s, w * s + f)
        if mode == "max":
            row, column = np.unravel_index(np.argmax(A_prev[i, rows, columns, c]), (f, f))
            dA_prev[i, h * s + row, w * s + column, c] += dA[i, h, w, c]
        else:
            dA_prev[i, rows, columns, c] += dA[i, h, w, c] / f**2
    return dA_prev
""",
        "all pictures and channels at once": """
def pool_backward(dA, cache, mode="max"):
    A_prev, hparameters = cache
    f, s = hparameters["f"], hparameters["stride"]
    dA_prev = np.zeros_like(A_prev)
    for h in range(dA.shape[1]):
        for w in range(dA.shape[2]):
            place = np.s_[:, h * s : h * s + f, w * s : w * s + f]
            if mode == "max":
                top = A_prev[place] == A_prev[place].max(axis=(1, 2), keepdims=True)
                shares = top / top.sum(axis=(1, 2), keepdims=True)
            else:
                shares = 1 / f**2
            dA_prev[place] += shares * dA[:, h : h + 1, w : w + 1]
    return dA_prev
""",
        "places in the window": """
def pool_backward(dA, cache, mode="max"):
    A_prev, hparameters = cache
    f, s = hparameters["f"], hparameters["stride"]
    _, n_H, n_W, _ = dA.shape
    A, _ = pool_forward(A_prev, hparameters, mode)
    pairs = np.ndindex(f, f)
    places = [np.s_[:, i : i + s * n_H : s, j : j + s * n_W : s] for i, j in pairs]
    k = sum((A_prev[place] == A) * 1.0 for place in places) if mode == "max" else f * f
    dA_prev = np.zeros(A_prev.shape)
    for place in places:
        share = (A_prev[place] == A) / k if mode == "max" else 1 / k
        dA_prev[place] += share * dA
    return dA_prev
""",
        "the average by distribute_value": """
def distribute_value(dz, shape):
    (n_H, n_W) = shape
    average = dz / (n_H * n_W)
    return np.ones(shape) * average


def pool_backward(dA, cache, mode="max"):
    A_prev, hparameters = cache
    f, stride = hparameters["f"], hparameters["stride"]
    m, n_H, n_W, n_C = dA.shape
    dA_prev = np.zeros(A_prev.shape)
    for i in range(m):
        for c in range(n_C):
            da_prev = dA_prev[i, :, :, c]
            for h in range(n_H):
                for w in range(n_W):
                    window = np.s_[h * stride : h * stride + f, w * stride : w * stride + f]
                    if mode == "max":
                        mask = create_mask_from_window(A_prev[i, :, :, c][window])
                        da_prev[window] += mask * dA[i, h, w, c]
                    if mode == "average":
                        da_prev[window] += distribute_value(dA[i, h, w, c], (f, f))
    return dA_prev
""",
        "all to the last": """
def pool_backward(dA, cache, mode="max"):
    A_prev, hparameters = cache
    f, s = hparameters["f"], hparameters["stride"]
    dA_prev = np.zeros(A_prev.shape)
    for (i, h, w, c), gradient in np.ndenumerate(dA):
        best = None
        for row in range(h * s, h * s + f):
            for column in range(w * s, w * s + f):
                if mode == "average":
                    dA_prev[i, row, column, c] += gradient / (f * f)
                elif best is None or A_prev[i, row, column, c] >= A_prev[i, best[0], best[1], c]:
                    best = row, column
        if best is not None:
            dA_prev[i, best[0], best[1], c] += gradient
    return dA_prev
""",
    },
    "conv_forward_fast": {
        "classic": """
def conv_forward_fast(A_prev, W, b, hparameters):
    m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape
    f, f, n_C_prev, n_C = W.shape
    stride, pad = hparameters["stride"], hparameters["pad"]
    n_H = (n_H_prev - f + 2 * pad) // stride + 1
    n_W = (n_W_prev - f + 2 * pad) // stride + 1
    A_prev_pad = zero_pad(A_prev, pad)
    Z = np.zeros((m, n_H, n_W, n_C))
    for i in range(f):
        for j in range(f):
            rows = slice(i, i + stride * (n_H - 1) + 1, stride)
            columns = slice(j, j + stride * (n_W - 1) + 1, stride)
            Z += np.matmul(A_prev_pad[:, rows, columns], W[i, j])
    Z += b
    cache = (A_prev, W, b, hparameters)
    return Z, cache
""",
        "einsum at each place": """
def conv_forward_fast(A_prev, W, b, hparameters):
    s, p = hparameters["stride"], hparameters["pad"]
    f = W.shape[0]
    P = zero_pad(A_prev, p)
    n_H, n_W = ((n - f) // s + 1 for n in P.shape[1:3])
    Z = np.tile(b, (len(A_prev), n_H, n_W, 1))
    for i in range(f):
        for j in range(f):
            shifted = P[:, i:, j:, :][:, ::s, ::s, :][:, :n_H, :n_W, :]
            Z = Z + np.einsum("mhwk,kn->mhwn", shifted, W[i, j, :, :])
    return Z, (A_prev, W, b, hparameters)
""",
        "everything at stride 1, then every stride-th": """
def conv_forward_fast(A_prev, W, b, hparameters):
    s, pad = hparameters["stride"], hparameters["pad"]
    f = W.shape[0]
    P = zero_pad(A_prev, pad)
    tall, wide = P.shape[1] - f + 1, P.shape[2] - f + 1
    Z = 0
    for i in range(f):
        for j in range(f):
            Z = Z + np.tensordot(P[:, i : i + tall, j : j + wide], W[i, j], axes=1)
    return Z[:, ::s, ::s] + b, (A_prev, W, b, hparameters)
""",
        "rows of a matrix": """
def conv_forward_fast(A_prev, W, b, hparameters):
    m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape
    f, _, _, n_C = W.shape
    stride, pad = hparameters["stride"], hparameters["pad"]
    n_H = (n_H_prev - f + 2 * pad) // stride + 1
    n_W = (n_W_prev - f + 2 * pad) // stride + 1
    A_prev_pad = zero_pad(A_prev, pad)
    parts = []
    for i in range(f):
        for j in range(f):
            seen = A_prev_pad[:, i : i + stride * n_H : stride, j : j + stride * n_W : stride]
            parts.append(seen.reshape(-1, n_C_prev))
    Z = np.hstack(parts) @ W.reshape(-1, n_C)
    return Z.reshape(m, n_H, n_W, n_C) + b, (A_prev, W, b, hparameters)
""",
        "lists of rows and columns": """
def conv_forward_fast(A_prev, W, b, hparameters):
    stride, pad = hparameters["stride"], hparameters["pad"]
    f = W.shape[0]
    A_prev_pad = zero_pad(A_prev, pad)
    tops = np.arange(0, A_prev_pad.shape[1] - f + 1, stride)
    lefts = np.arange(0, A_prev_pad.shape[2] - f + 1, stride)
    Z = np.zeros((A_prev.shape[0], len(tops), len(lefts), W.shape[3]))
    for i in range(f):
        for j in range(f):
            Z += A_prev_pad[:, tops + i][:, :, lefts + j] @ W[i, j]
    return Z + b, (A_prev, W, b, hparameters)
""",
    },
}
