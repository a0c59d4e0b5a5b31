"""Right answers to the exercises of notebook 02, each written in another way.

The tests of the exercises must accept every one of them: what counts is the result, not the road.
"""

RIGHT_ANSWERS = {
    "initialize_with_zeros": {
        "list as a shape": """
def initialize_with_zeros(dim):
    w, b = np.zeros([dim, 1]), float(0)
    return w, b
""",
        "flat zeros reshaped, NumPy's float": """
def initialize_with_zeros(dim):
    return np.zeros(dim).reshape(-1, 1), np.float64(0)
""",
        "full, number of no dimension": """
def initialize_with_zeros(dim):
    w = np.full((dim, 1), 0.0)
    b = np.array(0.0)
    return (w, b)
""",
        "nested list, list returned": """
def initialize_with_zeros(dim):
    return [np.array([[0.0]] * dim), 0.0]
""",
        "new axis": """
def initialize_with_zeros(dim):
    w = np.zeros(shape=dim)[:, np.newaxis]
    assert w.shape == (dim, 1)
    return w, 0.
""",
        "empty, filled by a loop": """
def initialize_with_zeros(dim):
    w = np.empty((dim, 1))
    for row in range(dim):
        w[row, 0] = 0
    b = 0 * 1.0
    return w, b
""",
        "ones times zero": """
def initialize_with_zeros(dim):
    w = np.ones((dim, 1)) * 0
    b = w.sum()
    return w, b
""",
    },
    "propagate": {
        "classic": """
def propagate(w, b, X, Y):
    m = X.shape[1]
    A, _ = sigmoid(w.T @ X + b)
    cost = -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m
    return {"dw": X @ (A - Y).T / m, "db": np.sum(A - Y) / m}, cost
""",
        "dot, squeeze": """
def propagate(w, b, X, Y):
    m = X.shape[1]
    A, _ = sigmoid(np.dot(w.T, X) + b)
    cost = (-1 / m) * np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    dw = (1 / m) * np.dot(X, (A - Y).T)
    db = (1 / m) * np.sum(A - Y)
    cost = np.squeeze(np.array(cost))
    return {"dw": dw, "db": db}, cost
""",
        "means": """
def propagate(w, b, X, Y):
    A = sigmoid(w.T @ X + b)[0]
    error = A - Y
    cost = -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    dw = np.mean(X * error, axis=1, keepdims=True)
    return dict(dw=dw, db=np.mean(error)), cost
""",
        "where in place of the two terms": """
def propagate(w, b, X, Y):
    A, _ = sigmoid(w.T @ X + b)
    cost = -np.log(np.where(Y == 1, A, 1 - A)).mean()
    dw = np.einsum("nm,im->ni", X, A - Y) / Y.size
    return {"dw": dw, "db": (A - Y).mean()}, cost
""",
        "loops over everything": """
import math

def propagate(w, b, X, Y):
    n, m = X.shape
    cost, db, dw = 0.0, 0.0, np.zeros((n, 1))
    for i in range(m):
        z = b
        for k in range(n):
            z += w[k, 0] * X[k, i]
        a = 1 / (1 + math.exp(-z))
        cost -= math.log(a) if Y[0, i] == 1 else math.log(1 - a)
        for k in range(n):
            dw[k, 0] += X[k, i] * (a - Y[0, i])
        db += a - Y[0, i]
    return {"dw": dw / m, "db": db / m}, cost / m
""",
        "dot products, taken out of their brackets": """
def propagate(w, b, X, Y):
    m = len(X[0])
    A, _ = sigmoid(np.matmul(w.T, X) + b)
    cost = -(np.dot(Y, np.log(A).T) + np.dot(1 - Y, np.log(1 - A).T)) / m
    dw = np.matmul(X, np.transpose(A - Y)) / m
    db = np.sum(A - Y, axis=1, keepdims=True) / m
    return {"dw": dw, "db": db.item()}, cost.item()
""",
        "its own sigmoid, terms apart": """
def logistic(z):
    return 1.0 / (1.0 + np.exp(-z))

def propagate(w, b, X, Y):
    m = Y.shape[1]
    A = logistic(np.dot(w.T, X) + b)
    ones = -np.sum(Y * np.log(A)) / m
    zeros = -np.sum((1 - Y) * np.log(1 - A)) / m
    grads = {}
    grads["db"] = np.squeeze(np.sum(A - Y, keepdims=True)) / m
    grads["dw"] = np.dot((A - Y), X.T).T / m
    return grads, ones + zeros
""",
        "cost from Z": """
def propagate(w, b, X, Y):
    m = X.shape[1]
    Z = np.sum(w * X, axis=0, keepdims=True) + b
    A, Z = sigmoid(Z)
    cost = np.sum(np.logaddexp(0, Z) - Y * Z) / m
    error = (A - Y) / m
    return {"dw": X @ error.T, "db": np.array(error.sum())}, cost
""",
        "the long chain rule": """
def propagate(w, b, X, Y):
    m = X.shape[1]
    A, _ = sigmoid(w.T @ X + b)
    cost = np.divide(np.sum(-Y * np.log(A) - (1 - Y) * np.log(1 - A)), m)
    dA = -Y / A + (1 - Y) / (1 - A)
    dZ = dA * A * (1 - A)
    dw = np.tensordot(X, dZ, axes=(1, 1)) / m
    return {"dw": dw, "db": np.sum(dZ) / m}, cost
""",
    },
    "optimize": {
        "classic": """
def optimize(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    costs = []
    for i in range(num_iterations):
        grads, cost = propagate(w, b, X, Y)
        w = w - learning_rate * grads["dw"]
        b = b - learning_rate * grads["db"]
        if i % 100 == 0:
            costs.append(cost)
    return {"w": w, "b": b}, grads, costs
""",
        "copies first, in place afterwards": """
import copy

def optimize(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    w, b = copy.deepcopy(w), copy.deepcopy(b)
    costs = []
    for i in range(num_iterations):
        grads, cost = propagate(w, b, X, Y)
        dw = grads["dw"]
        db = grads["db"]
        w -= learning_rate * dw
        b -= learning_rate * db
        if i % 100 == 0:
            costs.append(cost)
    return {"w": w, "b": b}, {"dw": dw, "db": db}, costs
""",
        "while, and every cost kept": """
def optimize(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    every, i = [], 0
    while i < num_iterations:
        grads, cost = propagate(w, b, X, Y)
        w, b = w - learning_rate * grads["dw"], b - learning_rate * grads["db"]
        every.append(cost)
        i += 1
    return dict(w=w, b=b), grads, every[::100]
""",
        "counts from 1": """
def optimize(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    costs = []
    for i in range(1, num_iterations + 1):
        grads, cost = propagate(w, b, X, Y)
        w = w + (-learning_rate) * grads["dw"]
        b = b + (-learning_rate) * grads["db"]
        if (i - 1) % 100 == 0:
            costs += [float(cost)]
            if print_cost:
                print("cost", cost)
    params = {"w": w, "b": b}
    return params, grads, costs
""",
        "does it all itself": """
def optimize(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    costs, m = [], X.shape[1]
    w = w.copy()
    for i in range(num_iterations):
        A, _ = sigmoid(np.dot(w.T, X) + b)
        if not i % 100:
            costs.append(-np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m)
        dw, db = np.dot(X, (A - Y).T) / m, np.sum(A - Y) / m
        w -= learning_rate * dw
        b = b - learning_rate * db
    return {"w": w, "b": b}, {"dw": dw, "db": db}, costs
""",
        "parameters in a dictionary all along, a tuple of costs": """
def optimize(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    params, costs = {"w": w, "b": b}, ()
    for i in range(num_iterations):
        grads, cost = propagate(params["w"], params["b"], X, Y)
        params = {
            name: value - learning_rate * grads["d" + name]
            for name, value in params.items()
        }
        costs += (cost,) if i % 100 == 0 else ()
    return params, grads, costs
""",
        "a recursive helper": """
def step(w, b, grads, rate):
    return np.subtract(w, np.multiply(rate, grads["dw"])), b - rate * grads["db"]

def optimize(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    costs = []
    todo = list(range(num_iterations))
    for i in todo:
        answer = propagate(w=w, b=b, X=X, Y=Y)
        w, b = step(w, b, answer[0], learning_rate)
        if i in range(0, num_iterations, 100):
            costs.append(answer[1])
    return [{"w": w, "b": b}, answer[0], costs]
""",
        "costs of no dimension, another count": """
def optimize(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    costs, next_one = [], 0
    for i in range(num_iterations):
        grads, cost = propagate(w, b, X, Y)
        if i == next_one:
            costs.append(np.array(cost))
            next_one = next_one + 100
        step = {key: learning_rate * value for key, value in grads.items()}
        w, b = w - step["dw"], b - step["db"]
    return {"b": b, "w": w}, grads, costs
""",
    },
    "predict": {
        "classic": """
def predict(w, b, X):
    A, _ = sigmoid(w.T @ X + b)
    return (A > 0.5).astype(int)
""",
        "where, floats": """
def predict(w, b, X):
    A, _ = sigmoid(np.dot(w.T, X) + b)
    return np.where(A > 0.5, 1.0, 0.0)
""",
        "yes and no as they come": """
def predict(w, b, X):
    return sigmoid(w.T @ X + b)[0] >= 0.5
""",
        "a loop over the examples": """
def predict(w, b, X):
    m = X.shape[1]
    Y_prediction = np.zeros((1, m))
    w = w.reshape(X.shape[0], 1)
    A, _ = sigmoid(np.dot(w.T, X) + b)
    for i in range(A.shape[1]):
        if A[0, i] > 0.5:
            Y_prediction[0, i] = 1
        else:
            Y_prediction[0, i] = 0
    return Y_prediction
""",
        "rounded": """
def predict(w, b, X):
    A, _ = sigmoid(w.T @ X + b)
    return np.round(A)
""",
        "from Z alone": """
def predict(w, b, X):
    return (w.T @ X + b > 0) * 1
""",
        "a list made an array": """
def predict(w, b, X):
    A, _ = sigmoid(w.T @ X + b)
    return np.array([[1 if a > 0.5 else 0 for a in A[0]]])
""",
        "cut off after half is added": """
def predict(w, b, X):
    A, _ = sigmoid(np.einsum("ni,nm->im", w, X) + b)
    return np.floor(A + 0.5).astype(np.int8)
""",
        "mask written into": """
def predict(w, b, X):
    A = sigmoid(w.T.dot(X) + b)[0].copy()
    yes = A > 0.5
    A[yes], A[~yes] = 1, 0
    return A
""",
    },
    "model": {
        "classic": """
def model(
    X_train, Y_train, X_test, Y_test, num_iterations=2000, learning_rate=0.5, print_cost=False
):
    w, b = initialize_with_zeros(X_train.shape[0])
    params, grads, costs = optimize(w, b, X_train, Y_train, num_iterations, learning_rate)
    w, b = params["w"], params["b"]
    return {"costs": costs, "Y_prediction_test": predict(w, b, X_test),
            "Y_prediction_train": predict(w, b, X_train), "w": w, "b": b,
            "learning_rate": learning_rate, "num_iterations": num_iterations}
""",
        "by keywords": """
def model(X_train, Y_train, X_test, Y_test,
          num_iterations=2000, learning_rate=0.5, print_cost=False):
    w, b = initialize_with_zeros(dim=X_train.shape[0])
    params, grads, costs = optimize(
        w, b, X_train, Y_train, print_cost=print_cost,
        learning_rate=learning_rate, num_iterations=num_iterations,
    )
    return {
        "costs": costs,
        "Y_prediction_test": predict(params["w"], params["b"], X_test),
        "Y_prediction_train": predict(params["w"], params["b"], X_train),
        "w": params["w"],
        "b": params["b"],
        "learning_rate": learning_rate,
        "num_iterations": num_iterations,
    }
""",
        "more in the dictionary than is asked for": """
def model(X_train, Y_train, X_test, Y_test,
          num_iterations=2000, learning_rate=0.5, print_cost=False):
    start = initialize_with_zeros(len(X_train))
    settings = num_iterations, learning_rate, print_cost
    params, _, costs = optimize(*start, X_train, Y_train, *settings)
    train, test = (predict(params["w"], params["b"], X) for X in (X_train, X_test))
    d = dict(params, costs=costs, learning_rate=learning_rate)
    d.update(num_iterations=num_iterations)
    d["Y_prediction_train"], d["Y_prediction_test"] = train, test
    d["accuracy"] = np.mean(test == Y_test)
    return d
""",
        "does it all itself": """
def model(X_train, Y_train, X_test, Y_test,
          num_iterations=2000, learning_rate=0.5, print_cost=False):
    w, b, costs, m = np.zeros((X_train.shape[0], 1)), 0.0, [], X_train.shape[1]
    for i in range(num_iterations):
        A, _ = sigmoid(w.T @ X_train + b)
        if i % 100 == 0:
            costs.append(-np.mean(Y_train * np.log(A) + (1 - Y_train) * np.log(1 - A)))
        w = w - learning_rate * X_train @ (A - Y_train).T / m
        b = b - learning_rate * np.mean(A - Y_train)
    return {
        "costs": costs,
        "Y_prediction_test": w.T @ X_test + b > 0,
        "Y_prediction_train": w.T @ X_train + b > 0,
        "w": w,
        "b": b,
        "learning_rate": learning_rate,
        "num_iterations": num_iterations,
    }
""",
        "both sets predicted at once": """
def model(X_train, Y_train, X_test, Y_test,
          num_iterations=2000, learning_rate=0.5, print_cost=False):
    w, b = initialize_with_zeros(X_train.shape[0])
    params, grads, costs = optimize(
        w, b, X_train, Y_train, num_iterations, learning_rate, print_cost
    )
    both = predict(params["w"], params["b"], np.hstack([X_train, X_test]))
    m = X_train.shape[1]
    return {
        "w": params["w"],
        "b": params["b"],
        "costs": costs,
        "Y_prediction_train": both[:, :m],
        "Y_prediction_test": both[:, m:],
        "learning_rate": learning_rate,
        "num_iterations": num_iterations,
        "grads": grads,
    }
""",
        "a start of its own, and the accuracies printed": """
def model(X_train, Y_train, X_test, Y_test,
          num_iterations=2000, learning_rate=0.5, print_cost=False):
    w, b = np.zeros((X_train.shape[0], 1)), 0.0
    parameters, grads, costs = optimize(w, b, X_train, Y_train, num_iterations,
                                        learning_rate, print_cost)
    w = parameters["w"]
    b = parameters["b"]
    Y_prediction_test = predict(w, b, X_test)
    Y_prediction_train = predict(w, b, X_train)
    wrong = np.mean(np.abs(Y_prediction_test - Y_test)) * 100
    print("test accuracy: {} %".format(100 - wrong))
    d = {"costs": costs,
         "Y_prediction_test": Y_prediction_test,
         "Y_prediction_train": Y_prediction_train,
         "w": w,
         "b": b,
         "learning_rate": learning_rate,
         "num_iterations": num_iterations}
    return d
""",
        "settings in a dictionary": """
def model(X_train, Y_train, X_test, Y_test,
          num_iterations=2000, learning_rate=0.5, print_cost=False):
    settings = {"num_iterations": num_iterations, "learning_rate": learning_rate}
    found = optimize(*initialize_with_zeros(X_train.shape[0]), X_train, Y_train, **settings)
    results = {"costs": found[2], **found[0], **settings}
    for name, X in {"train": X_train, "test": X_test}.items():
        results["Y_prediction_" + name] = predict(found[0]["w"], found[0]["b"], X)
    return results
""",
    },
}
