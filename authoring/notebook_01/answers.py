"""Right answers to the exercises of notebook 01, each written in another way.

The tests of the exercises must accept every one of them: what counts is the result, not the road.
"""

RIGHT_ANSWERS = {
    "basic_sigmoid": {
        "NumPy's exp": """
def basic_sigmoid(x):
    return 1 / (1 + np.exp(-x))
""",
        "powers of math.e": """
def basic_sigmoid(x):
    s = 1.0 / (1.0 + math.e ** (-x))
    return s
""",
        "e^x over 1 + e^x": """
def basic_sigmoid(x):
    power = math.exp(x)
    return power / (power + 1)
""",
        "two branches, stable": """
def basic_sigmoid(x: float) -> float:
    if x >= 0:
        return 1 / (1 + math.exp(-x))
    return math.exp(x) / (1 + math.exp(x))
""",
        "through tanh": """
def basic_sigmoid(x):
    return (1 + math.tanh(x / 2)) / 2
""",
        "one over e^x in the sum": """
def basic_sigmoid(x):
    below = 1 + 1 / math.exp(x)
    s = below ** -1
    return s
""",
        "math.pow, float": """
import math as m

def basic_sigmoid(x):
    return float(1 / (1 + m.pow(m.e, -x)))
""",
        "a 0-d array": """
def basic_sigmoid(x):
    return np.asarray(1 / (1 + np.exp(-np.asarray(x))))
""",
    },
    "sigmoid": {
        "np.divide and np.add": """
def sigmoid(x):
    return np.divide(1, np.add(1, np.exp(np.negative(x))))
""",
        "e^x over 1 + e^x": """
def sigmoid(x):
    power = np.exp(x)
    return power / (1 + power)
""",
        "stable, by np.where": """
def sigmoid(x):
    small = np.exp(-np.abs(x))
    return np.where(x >= 0, 1, small) / (1 + small)
""",
        "basic_sigmoid vectorized": """
def sigmoid(x):
    return np.vectorize(basic_sigmoid)(x)
""",
        "a loop over a flat copy": """
def sigmoid(x):
    s = np.zeros(x.size)
    for i, number in enumerate(x.flatten()):
        s[i] = 1 / (1 + math.exp(-number))
    return s.reshape(x.shape)
""",
        "a loop over all indices": """
def sigmoid(x):
    s = np.empty(x.shape)
    for index in np.ndindex(*x.shape):
        s[index] = basic_sigmoid(x[index])
    return s
""",
        "through tanh": """
def sigmoid(x):
    return 0.5 * (np.tanh(0.5 * x) + 1)
""",
        "np.power, in place on its own array": """
def sigmoid(x):
    s = np.power(np.e, -1.0 * x)
    s += 1
    s **= -1
    return s
""",
    },
    "sigmoid_derivative": {
        "classic": """
def sigmoid_derivative(x):
    s = sigmoid(x)
    return s * (1 - s)
""",
        "s minus its square": """
def sigmoid_derivative(x):
    s = sigmoid(x)
    return s - s ** 2
""",
        "np.multiply": """
def sigmoid_derivative(x):
    return np.multiply(sigmoid(x), np.subtract(1, sigmoid(x)))
""",
        "without sigmoid": """
def sigmoid_derivative(x):
    power = np.exp(-x)
    return power / (1 + power) ** 2
""",
        "the sigmoid of -x": """
def sigmoid_derivative(x):
    ds = sigmoid(x) * sigmoid(-x)
    return ds
""",
        "a sigmoid of its own": """
def sigmoid_derivative(x):
    def s(t):
        return 1 / (1 + np.exp(-t))

    return s(x) * (1 - s(x))
""",
        "einsum": """
def sigmoid_derivative(x):
    s = sigmoid(x)
    return np.einsum("...,...->...", s, 1 - s)
""",
        "a loop over a flat copy": """
def sigmoid_derivative(x):
    s = [basic_sigmoid(number) for number in x.ravel()]
    return np.array([v * (1 - v) for v in s]).reshape(x.shape)
""",
        "through tanh": """
def sigmoid_derivative(x):
    return (1 - np.tanh(x / 2) ** 2) / 4
""",
    },
    "image2vector": {
        "classic": """
def image2vector(image):
    return image.reshape(image.shape[0] * image.shape[1] * image.shape[2], 1)
""",
        "the product of the shape": """
def image2vector(image):
    v = image.reshape(image.shape[0] * image.shape[1] * image.shape[2], 1)
    return v
""",
        "the shape unpacked, a tuple": """
def image2vector(image):
    height, width, depth = image.shape
    return np.reshape(image, (height * width * depth, 1))
""",
        "flatten, then a new axis": """
def image2vector(image):
    return image.flatten()[:, np.newaxis]
""",
        "ravel, a row, transposed": """
def image2vector(image):
    return np.array([image.ravel()]).T
""",
        "image.size, a list": """
def image2vector(image):
    return image.reshape([image.size, 1])
""",
        "np.expand_dims": """
def image2vector(image):
    return np.expand_dims(np.concatenate(image, axis=None), axis=1)
""",
        "three loops": """
def image2vector(image):
    rows = []
    for i in range(image.shape[0]):
        for j in range(image.shape[1]):
            for k in range(image.shape[2]):
                rows.append([image[i, j, k]])
    return np.array(rows)
""",
        "filled one by one, as floats": """
def image2vector(image):
    v = np.zeros((image.size, 1))
    for place, number in enumerate(image.flat):
        v[place, 0] = number
    return v
""",
        "a copy of another shape": """
def image2vector(image):
    v = image.copy()
    v.shape = (np.prod(image.shape), 1)
    return v
""",
    },
    "normalize_rows": {
        "classic": """
def normalize_rows(x):
    return x / np.linalg.norm(x, axis=1, keepdims=True)
""",
        "the root of the sum of squares": """
def normalize_rows(x):
    lengths = np.sqrt(np.sum(x ** 2, axis=1, keepdims=True))
    return x / lengths
""",
        "norm with ord=2": """
def normalize_rows(x):
    x_norm = np.linalg.norm(x, ord=2, axis=1, keepdims=True)
    x = x / x_norm
    return x
""",
        "a flat norm, reshaped": """
def normalize_rows(x):
    lengths = np.linalg.norm(x, axis=1)
    return x / lengths.reshape(-1, 1)
""",
        "transposed twice": """
def normalize_rows(x):
    return (x.T / np.linalg.norm(x, axis=1)).T
""",
        "row by row": """
def normalize_rows(x):
    return np.array([row / math.sqrt(sum(row * row)) for row in x])
""",
        "einsum and a new axis": """
def normalize_rows(x):
    squares = np.einsum("ij,ij->i", x, x)
    return x * (1 / np.sqrt(squares))[:, None]
""",
        "three loops": """
def normalize_rows(x):
    n, m = x.shape
    normalized = np.zeros((n, m))
    for i in range(n):
        total = 0
        for j in range(m):
            total += x[i, j] ** 2
        for j in range(m):
            normalized[i, j] = x[i, j] / total ** 0.5
    return normalized
""",
        "in place on a copy of floats": """
def normalize_rows(x):
    x = x.astype(float)
    x /= np.linalg.norm(x, axis=1, keepdims=True)
    return x
""",
        "a diagonal matrix": """
def normalize_rows(x):
    return np.diag(1 / np.linalg.norm(x, axis=-1)) @ x
""",
    },
    "softmax": {
        "classic": """
def softmax(x):
    return np.exp(x) / np.sum(np.exp(x), axis=1, keepdims=True)
""",
        "the largest of the row subtracted": """
def softmax(x):
    powers = np.exp(x - np.max(x, axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)
""",
        "the largest of all subtracted": """
def softmax(x):
    powers = np.exp(x - x.max())
    return powers / np.sum(powers, axis=-1, keepdims=True)
""",
        "a flat sum, reshaped": """
def softmax(x):
    x_exp = np.exp(x)
    x_sum = np.sum(x_exp, axis=1)
    return x_exp / x_sum.reshape(x.shape[0], 1)
""",
        "transposed twice": """
def softmax(x):
    return (np.exp(x).T / np.exp(x).sum(axis=1)).T
""",
        "row by row": """
def softmax(x):
    s = np.zeros(x.shape)
    for i in range(x.shape[0]):
        s[i] = np.exp(x[i]) / sum(np.exp(x[i]))
    return s
""",
        "a product with ones": """
def softmax(x):
    powers = np.exp(x)
    return powers / (powers @ np.ones((x.shape[1], 1)))
""",
        "two loops with math.exp": """
def softmax(x):
    rows = []
    for row in x.tolist():
        powers = [math.exp(number) for number in row]
        rows.append([power / sum(powers) for power in powers])
    return np.array(rows)
""",
        "in logarithms": """
def softmax(x):
    return np.exp(x - np.log(np.sum(np.exp(x), axis=1, keepdims=True)))
""",
        "one over the sum of the ratios": """
def softmax(x):
    return 1 / np.exp(x[:, None, :] - x[:, :, None]).sum(axis=2)
""",
    },
    "L1": {
        "classic": """
def L1(yhat, y):
    return np.sum(np.abs(y - yhat))
""",
        "Python's sum and abs": """
def L1(yhat, y):
    return sum(abs(y - yhat))
""",
        "the methods of an array": """
def L1(yhat, y):
    return np.absolute(yhat - y).sum()
""",
        "a loop": """
def L1(yhat, y):
    loss = 0
    for i in range(len(y)):
        loss += abs(y[i] - yhat[i])
    return loss
""",
        "a norm": """
def L1(yhat, y):
    return np.linalg.norm(yhat - y, ord=1)
""",
        "the mean, times m": """
def L1(yhat, y):
    return np.mean(np.abs(y - yhat)) * y.shape[0]
""",
        "zip, math.fsum": """
def L1(yhat, y):
    return math.fsum(abs(one - other) for one, other in zip(yhat, y))
""",
        "the larger minus the smaller, a float": """
def L1(yhat, y):
    return float(np.sum(np.maximum(y, yhat) - np.minimum(y, yhat)))
""",
        "a product with ones, a 0-d array": """
def L1(yhat, y):
    return np.asarray(np.dot(np.abs(y - yhat), np.ones(len(y))))
""",
    },
    "L2": {
        "classic": """
def L2(yhat, y):
    return np.sum((y - yhat) ** 2)
""",
        "np.dot": """
def L2(yhat, y):
    return np.dot(y - yhat, y - yhat)
""",
        "@": """
def L2(yhat, y):
    d = yhat - y
    return d @ d
""",
        "Python's sum, a product": """
def L2(yhat, y):
    return sum((y - yhat) * (y - yhat))
""",
        "a loop": """
def L2(yhat, y):
    loss = 0.0
    for prediction, truth in zip(yhat, y):
        loss = loss + (truth - prediction) ** 2
    return loss
""",
        "a norm, squared": """
def L2(yhat, y):
    return np.linalg.norm(y - yhat) ** 2
""",
        "einsum": """
def L2(yhat, y):
    return np.einsum("i,i->", y - yhat, y - yhat)
""",
        "np.square, np.power, squeezed": """
def L2(yhat, y):
    return np.squeeze(np.sum(np.square(np.abs(np.subtract(y, yhat))), keepdims=True))
""",
        "multiplied out": """
def L2(yhat, y):
    return np.sum(y * y - 2 * y * yhat + yhat * yhat)
""",
    },
    "linear_forward_loop": {
        "classic": """
def linear_forward_loop(A, W, b):
    Z = np.zeros((W.shape[0], A.shape[1]))
    for i in range(W.shape[0]):
        for j in range(A.shape[1]):
            for k in range(W.shape[1]):
                Z[i, j] += W[i, k] * A[k, j]
            Z[i, j] += b[i, 0]
    return Z
""",
        "the product that NumPy has ready": """
def linear_forward_loop(A, W, b):
    return W @ A + b
""",
        "np.dot, np.add": """
def linear_forward_loop(A, W, b):
    return np.add(np.dot(W, A), b)
""",
        "added up in Z, the bias last": """
def linear_forward_loop(A, W, b):
    n, n_prev = W.shape
    m = A.shape[1]
    Z = np.zeros((n, m))
    for i in range(n):
        for j in range(m):
            for k in range(n_prev):
                Z[i, j] += W[i, k] * A[k, j]
            Z[i, j] += b[i, 0]
    return Z
""",
        "the bias after the loops": """
def linear_forward_loop(A, W, b):
    n, n_prev = W.shape
    m = A.shape[1]
    Z = np.zeros((n, m))
    for k in range(n_prev):
        for i in range(n):
            for j in range(m):
                Z[i][j] = Z[i][j] + W[i][k] * A[k][j]
    return Z + b
""",
        "examples outside": """
def linear_forward_loop(A, W, b):
    Z = np.empty((len(W), A.shape[1]))
    for j in range(A.shape[1]):
        for i in range(W.shape[0]):
            Z[i, j] = sum(W[i, k] * A[k, j] for k in range(W.shape[1])) + b[i, 0]
    return Z
""",
        "two loops and a dot product": """
def linear_forward_loop(A, W, b):
    Z = np.zeros((W.shape[0], A.shape[1]))
    for i in range(Z.shape[0]):
        for j in range(Z.shape[1]):
            Z[i, j] = np.dot(W[i, :], A[:, j]) + b[i].item()
    return Z
""",
        "one loop of outer products": """
def linear_forward_loop(A, W, b):
    Z = np.repeat(b, A.shape[1], axis=1)
    for k in range(len(A)):
        Z += np.outer(W[:, k], A[k])
    return Z
""",
        "lists, then an array": """
def linear_forward_loop(A, W, b):
    rows = []
    for weights, (bias,) in zip(W, b):
        row = []
        for example in A.T:
            total = bias
            for w, a in zip(weights, example):
                total += w * a
            row.append(total)
        rows.append(row)
    return np.array(rows)
""",
        "while": """
def linear_forward_loop(A, W, b):
    n, m = W.shape[0], A.shape[1]
    Z = np.tile(b, (1, m))
    place = 0
    while place < n * m * len(A):
        rest, k = divmod(place, len(A))
        i, j = divmod(rest, m)
        Z[i, j] += W[i, k] * A[k, j]
        place += 1
    return Z
""",
        "einsum": """
def linear_forward_loop(A, W, b):
    return np.einsum("ik,kj->ij", W, A) + b.reshape(-1, 1)
""",
    },
}
