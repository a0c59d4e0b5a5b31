"""Right answers to the exercises of notebook 05, each written in another way."""

RIGHT_ANSWERS = {
    "forward_propagation": {
        "x first": """
def forward_propagation(x, theta):
    return x * theta
""",
        "np.dot of two numbers": """
def forward_propagation(x, theta):
    J = np.dot(theta, x)
    return J
""",
        "np.multiply": """
def forward_propagation(x, theta):
    return np.multiply(theta, x)
""",
        "a float": """
def forward_propagation(x, theta):
    return float(theta) * float(x)
""",
        "an array of no axes": """
def forward_propagation(x, theta):
    return np.array(theta) * np.array(x)
""",
        "in place": """
def forward_propagation(x, theta):
    J = theta
    J *= x
    return J
""",
        "with the module operator": """
import operator

def forward_propagation(x, theta):
    return operator.mul(theta, x)
""",
    },
    "backward_propagation": {
        "the argument itself": """
def backward_propagation(x, theta):
    return x
""",
        "a float": """
def backward_propagation(x, theta):
    return float(x)
""",
        "1 times x": """
def backward_propagation(x, theta):
    dtheta = 1 * x
    return dtheta
""",
        "a float64": """
def backward_propagation(x, theta):
    return np.float64(x)
""",
        "an array of no axes": """
def backward_propagation(x, theta):
    return np.asarray(x)
""",
        "chain rule, written out": """
def backward_propagation(x, theta):
    dJ = 1.0
    dtheta = dJ * x
    return dtheta
""",
        "as a rise over a run of 1": """
def backward_propagation(x, theta):
    return (0 + 1) * x - 0 * x
""",
    },
    "gradient_check": {
        "classic": """
def gradient_check(x, theta, epsilon=1e-7, print_msg=False):
    J_plus = forward_propagation(x, theta + epsilon)
    J_minus = forward_propagation(x, theta - epsilon)
    gradapprox = (J_plus - J_minus) / (2 * epsilon)
    grad = backward_propagation(x, theta)
    return np.linalg.norm(grad - gradapprox) / (np.linalg.norm(grad) + np.linalg.norm(gradapprox))
""",
        "step by step": """
def gradient_check(x, theta, epsilon=1e-7, print_msg=False):
    theta_plus = theta + epsilon
    theta_minus = theta - epsilon
    J_plus = forward_propagation(x, theta_plus)
    J_minus = forward_propagation(x, theta_minus)
    gradapprox = (J_plus - J_minus) / 2 / epsilon
    grad = backward_propagation(x, theta)
    return np.linalg.norm(grad - gradapprox) / (
        np.linalg.norm(grad) + np.linalg.norm(gradapprox)
    )
""",
        "absolute values": """
def gradient_check(x, theta, epsilon=1e-7, print_msg=False):
    slope = (forward_propagation(x, theta + epsilon)
             - forward_propagation(x, theta - epsilon)) / (2.0 * epsilon)
    grad = backward_propagation(x, theta)
    return abs(grad - slope) / (abs(grad) + abs(slope))
""",
        "multiplied by 0.5 / epsilon": """
def gradient_check(x, theta, epsilon=1e-7, print_msg=False):
    rise = forward_propagation(x, theta + epsilon) - forward_propagation(x, theta - epsilon)
    approx = rise * (0.5 / epsilon)
    grad = backward_propagation(x, theta)
    difference = np.abs(approx - grad) / (np.abs(approx) + np.abs(grad))
    if print_msg:
        print("ok" if difference < 1e-7 else "wrong")
    return difference
""",
        "roots of squares": """
def gradient_check(x, theta, epsilon=1e-7, print_msg=False):
    approx = (forward_propagation(x, theta + epsilon)
              - forward_propagation(x, theta - epsilon)) / (2 * epsilon)
    grad = backward_propagation(x, theta)
    return np.sqrt((grad - approx) ** 2) / (np.sqrt(grad**2) + np.sqrt(approx**2))
""",
        "arrays of one number": """
def gradient_check(x, theta, epsilon=1e-7, print_msg=False):
    approx = np.array([(forward_propagation(x, theta + epsilon)
                        - forward_propagation(x, theta - epsilon)) / (2 * epsilon)])
    grad = np.array([backward_propagation(x, theta)])
    return np.linalg.norm(approx - grad) / (np.linalg.norm(approx) + np.linalg.norm(grad))
""",
        "a loop over the two signs": """
def gradient_check(x, theta, epsilon=1e-7, print_msg=False):
    gradapprox = 0
    for sign in (1, -1):
        gradapprox += sign * forward_propagation(x, theta + sign * epsilon)
    gradapprox /= 2 * epsilon
    grad = backward_propagation(x, theta)
    return float(np.linalg.norm(gradapprox - grad)
                 / (np.linalg.norm(gradapprox) + np.linalg.norm(grad)))
""",
        "without the other two functions": """
def gradient_check(x, theta, epsilon=1e-7, print_msg=False):
    gradapprox = ((theta + epsilon) * x - (theta - epsilon) * x) / (2 * epsilon)
    return abs(x - gradapprox) / (abs(x) + abs(gradapprox))
""",
    },
    "dictionary_to_vector": {
        "classic": """
def dictionary_to_vector(parameters):
    return np.concatenate([a.reshape(-1, 1) for a in parameters.values()])
""",
        "vstack": """
def dictionary_to_vector(parameters):
    return np.vstack([array.reshape(-1, 1) for array in parameters.values()])
""",
        "flat, then a column": """
def dictionary_to_vector(parameters):
    return np.concatenate([array.ravel() for array in parameters.values()])[:, np.newaxis]
""",
        "hstack and a transpose": """
def dictionary_to_vector(parameters):
    rows = [parameters[key].reshape(1, -1) for key in parameters]
    return np.hstack(rows).T
""",
        "one after the other, as it is often taught": """
def dictionary_to_vector(parameters):
    count = 0
    for key in parameters:
        new = np.reshape(parameters[key], (-1, 1))
        if count == 0:
            theta = new
        else:
            theta = np.concatenate((theta, new), axis=0)
        count = count + 1
    return theta
""",
        "loops over every number": """
def dictionary_to_vector(parameters):
    theta = []
    for array in parameters.values():
        for row in array:
            for number in row:
                theta.append([number])
    return np.array(theta)
""",
        "filled in by slices": """
def dictionary_to_vector(parameters):
    theta = np.empty((sum(array.size for array in parameters.values()), 1))
    start = 0
    for array in parameters.values():
        theta[start:start + array.size, 0] = array.flatten()
        start += array.size
    return theta
""",
        "np.append": """
def dictionary_to_vector(parameters):
    theta = np.array([])
    for _, array in parameters.items():
        theta = np.append(theta, array)
    return theta.reshape(len(theta), 1)
""",
        "np.r_ and a transpose of a matrix": """
def dictionary_to_vector(parameters):
    return np.atleast_2d(np.r_[tuple(a.flat for a in map(np.ravel, parameters.values()))]).T
""",
    },
    "vector_to_dictionary": {
        "np.prod": """
def vector_to_dictionary(theta, shapes):
    parameters, start = {}, 0
    for name in shapes:
        size = np.prod(shapes[name])
        parameters[name] = theta[start:start + size].reshape(shapes[name])
        start += size
    return parameters
""",
        "np.split": """
def vector_to_dictionary(theta, shapes):
    sizes = [rows * columns for rows, columns in shapes.values()]
    pieces = np.split(theta, np.cumsum(sizes)[:-1])
    return {name: piece.reshape(shape)
            for (name, shape), piece in zip(shapes.items(), pieces)}
""",
        "the front is eaten up": """
def vector_to_dictionary(theta, shapes):
    parameters = {}
    for name, shape in shapes.items():
        size = shape[0] * shape[1]
        parameters[name] = np.reshape(theta[:size], shape)
        theta = theta[size:]
    return parameters
""",
        "an iterator over the numbers": """
def vector_to_dictionary(theta, shapes):
    numbers = iter(theta.ravel().tolist())
    return {
        name: np.array([[next(numbers) for _ in range(columns)] for _ in range(rows)])
        for name, (rows, columns) in shapes.items()
    }
""",
        "copies": """
def vector_to_dictionary(theta, shapes):
    parameters = dict()
    at = 0
    for name, (n, n_prev) in shapes.items():
        W = np.zeros((n, n_prev))
        for i in range(n):
            for j in range(n_prev):
                W[i, j] = theta[at, 0]
                at += 1
        parameters[name] = W
    return parameters
""",
        "column by column, undone": """
def vector_to_dictionary(theta, shapes):
    parameters, start = {}, 0
    flat = theta.flatten()
    for name, (rows, columns) in shapes.items():
        piece = flat[start:start + rows * columns]
        parameters[name] = piece.reshape((columns, rows), order="F").T
        start += rows * columns
    return parameters
""",
        "backwards, from the end": """
def vector_to_dictionary(theta, shapes):
    parameters, end = {}, len(theta)
    for name in reversed(list(shapes)):
        rows, columns = shapes[name]
        parameters[name] = theta[end - rows * columns:end].reshape(rows, columns).copy()
        end -= rows * columns
    return parameters
""",
    },
    "gradient_check_n": {
        "classic": """
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, print_msg=False):
    shapes = {name: array.shape for name, array in parameters.items()}
    theta = dictionary_to_vector(parameters)
    grad = dictionary_to_vector({name: gradients["d" + name] for name in parameters})
    gradapprox = np.zeros_like(theta)
    for i in range(len(theta)):
        theta_plus = theta.copy()
        theta_plus[i] += epsilon
        AL, _ = L_model_forward(X, vector_to_dictionary(theta_plus, shapes))
        J_plus = compute_cost(AL, Y)
        theta_minus = theta.copy()
        theta_minus[i] -= epsilon
        AL, _ = L_model_forward(X, vector_to_dictionary(theta_minus, shapes))
        J_minus = compute_cost(AL, Y)
        gradapprox[i] = (J_plus - J_minus) / (2 * epsilon)
    return np.linalg.norm(grad - gradapprox) / (np.linalg.norm(grad) + np.linalg.norm(gradapprox))
""",
        "a helper for the cost": """
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, print_msg=False):
    shapes = {name: array.shape for name, array in parameters.items()}

    def cost(theta):
        AL, caches = L_model_forward(X, vector_to_dictionary(theta, shapes))
        return compute_cost(AL, Y)

    theta = dictionary_to_vector(parameters)
    grad = np.concatenate([gradients["d" + name].reshape(-1, 1) for name in parameters])
    steps = epsilon * np.eye(len(theta))
    approx = [[(cost(theta + step[:, None]) - cost(theta - step[:, None])) / (2 * epsilon)]
              for step in steps]
    approx = np.array(approx)
    return np.linalg.norm(grad - approx) / (np.linalg.norm(grad) + np.linalg.norm(approx))
""",
        "moved in place and put back": """
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, print_msg=False):
    shapes = {name: array.shape for name, array in parameters.items()}
    theta = dictionary_to_vector(parameters).copy()
    grad = dictionary_to_vector({k: gradients[f"d{k}"] for k in parameters})
    approx = np.zeros((theta.shape[0], 1))
    for i in range(theta.shape[0]):
        old = theta[i, 0]
        theta[i, 0] = old + epsilon
        AL, _ = L_model_forward(X, vector_to_dictionary(theta, shapes))
        J_plus = compute_cost(AL, Y)
        theta[i, 0] = old - epsilon
        AL, _ = L_model_forward(X, vector_to_dictionary(theta, shapes))
        J_minus = compute_cost(AL, Y)
        theta[i, 0] = old
        approx[i, 0] = (J_plus - J_minus) / (2 * epsilon)
    size = np.linalg.norm(approx) + np.linalg.norm(grad)
    difference = np.linalg.norm(approx - grad) / size
    if print_msg:
        print(difference)
    return difference
""",
        "no columns at all": """
import copy

def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, print_msg=False):
    gap = grad_size = approx_size = 0
    for name in parameters:
        for i, j in np.ndindex(parameters[name].shape):
            J = []
            for step in (epsilon, -epsilon):
                moved = copy.deepcopy(parameters)
                moved[name][i, j] += step
                J.append(compute_cost(L_model_forward(X, moved)[0], Y))
            slope = (J[0] - J[1]) / (2 * epsilon)
            grad = gradients["d" + name][i, j]
            gap += (grad - slope) ** 2
            grad_size += grad**2
            approx_size += slope**2
    return gap**0.5 / (grad_size**0.5 + approx_size**0.5)
""",
        "moved in the arrays, put back, of copies": """
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, print_msg=False):
    mine = {name: array.copy() for name, array in parameters.items()}
    approx = {name: np.zeros_like(array) for name, array in mine.items()}
    for name, array in mine.items():
        for where in np.ndindex(*array.shape):
            before = array[where]
            array[where] = before + epsilon
            plus = compute_cost(L_model_forward(X, mine)[0], Y)
            array[where] = before - epsilon
            minus = compute_cost(L_model_forward(X, mine)[0], Y)
            array[where] = before
            approx[name][where] = (plus - minus) / 2 / epsilon
    a = dictionary_to_vector(approx)
    g = dictionary_to_vector({name: gradients["d" + name] for name in mine})
    return np.sqrt(np.sum((g - a) ** 2)) / (np.sqrt(np.sum(g**2)) + np.sqrt(np.sum(a**2)))
""",
        "in the order W1, b1, ..., by number": """
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, print_msg=False):
    L = len(parameters) // 2
    names = [letter + str(l) for l in range(1, L + 1) for letter in ("W", "b")]
    ordered = {name: parameters[name] for name in names}
    shapes = {name: ordered[name].shape for name in names}
    theta = dictionary_to_vector(ordered)
    grad = dictionary_to_vector({name: gradients["d" + name] for name in names})
    n = len(theta)
    J_plus, J_minus = np.zeros((n, 1)), np.zeros((n, 1))
    for i in range(n):
        up, down = np.copy(theta), np.copy(theta)
        up[i, 0] = up[i, 0] + epsilon
        down[i, 0] = down[i, 0] - epsilon
        AL, _ = L_model_forward(X, vector_to_dictionary(up, shapes))
        J_plus[i] = compute_cost(AL, Y)
        AL, _ = L_model_forward(X, vector_to_dictionary(down, shapes))
        J_minus[i] = compute_cost(AL, Y)
    gradapprox = (J_plus - J_minus) / (2 * epsilon)
    return np.linalg.norm(grad - gradapprox) / (
        np.linalg.norm(grad) + np.linalg.norm(gradapprox)
    )
""",
        "flat vectors": """
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, print_msg=False):
    names = sorted(parameters)

    def J(flat):
        net, at = {}, 0
        for name in names:
            size = parameters[name].size
            net[name] = flat[at:at + size].reshape(parameters[name].shape)
            at += size
        return float(compute_cost(L_model_forward(X, net)[0], Y))

    flat = np.concatenate([parameters[name].ravel() for name in names])
    grad = np.concatenate([gradients["d" + name].ravel() for name in names])
    slopes = []
    for i in range(flat.size):
        e = np.zeros(flat.size)
        e[i] = epsilon
        slopes.append((J(flat + e) - J(flat - e)) / (2 * epsilon))
    slopes = np.array(slopes)
    return np.linalg.norm(grad - slopes) / (np.linalg.norm(grad) + np.linalg.norm(slopes))
""",
        "its own forward pass": """
def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, print_msg=False):
    def J(net):
        A, L = X, len(net) // 2
        for l in range(1, L):
            A = np.maximum(0, np.dot(net[f"W{l}"], A) + net[f"b{l}"])
        A = 1 / (1 + np.exp(-(np.dot(net[f"W{L}"], A) + net[f"b{L}"])))
        return -np.mean(np.log(np.where(Y == 1, A, 1 - A)))

    grads, slopes = [], []
    for name, array in parameters.items():
        for k in range(array.size):
            plus, minus = array.copy(), array.copy()
            plus.flat[k] += epsilon
            minus.flat[k] -= epsilon
            up, down = J({**parameters, name: plus}), J({**parameters, name: minus})
            slopes.append((up - down) / (2 * epsilon))
            grads.append(gradients["d" + name].flat[k])
    grads, slopes = np.array(grads), np.array(slopes)
    return np.linalg.norm(grads - slopes) / (np.linalg.norm(grads) + np.linalg.norm(slopes))
""",
    },
    "find_the_bug": {
        "classic": """
def find_the_bug(backward):
    parameters, X, Y = random_network([2, 3, 2, 1], m=5, seed=21)
    grads = backward(parameters, X, Y)
    shapes = {k: a.shape for k, a in parameters.items()}
    theta = dictionary_to_vector(parameters)
    approx = np.zeros_like(theta)
    for i in range(len(theta)):
        up, down = theta.copy(), theta.copy()
        up[i] += 1e-6
        down[i] -= 1e-6
        J_up = compute_cost(L_model_forward(X, vector_to_dictionary(up, shapes))[0], Y)
        J_down = compute_cost(L_model_forward(X, vector_to_dictionary(down, shapes))[0], Y)
        approx[i] = (J_up - J_down) / 2e-6
    approx = vector_to_dictionary(approx, shapes)
    name, largest = "", 1e-4
    for key in parameters:
        grad = grads["d" + key]
        difference = np.linalg.norm(grad - approx[key]) / (
            np.linalg.norm(grad) + np.linalg.norm(approx[key])
        )
        if difference > largest:
            name, largest = key, difference
    return name
""",
        "the first above the bound": """
def find_the_bug(backward):
    parameters, X, Y = random_network([4, 5, 3, 1], m=6, seed=1)
    grads = backward(parameters, X, Y)
    for name in parameters:
        for i, j in np.ndindex(parameters[name].shape):
            J = []
            for step in (1e-6, -1e-6):
                moved = {key: array.copy() for key, array in parameters.items()}
                moved[name][i, j] += step
                J.append(compute_cost(L_model_forward(X, moved)[0], Y))
            if abs((J[0] - J[1]) / 2e-6 - grads["d" + name][i, j]) > 1e-6:
                return name
    return ""
""",
        "its own network": """
def find_the_bug(backward):
    rng = np.random.default_rng(0)
    sizes = [3, 4, 3, 1]
    parameters = {}
    for l in range(1, 4):
        parameters["W" + str(l)] = rng.normal(size=(sizes[l], sizes[l - 1]))
        parameters["b" + str(l)] = rng.normal(size=(sizes[l], 1))
    X, Y = rng.normal(size=(3, 8)), rng.integers(0, 2, (1, 8)).astype(float)
    grads = backward(parameters, X, Y)
    shapes = {k: v.shape for k, v in parameters.items()}
    theta = dictionary_to_vector(parameters)
    approx = np.zeros_like(theta)
    for i in range(len(theta)):
        up, down = theta.copy(), theta.copy()
        up[i] += 1e-5
        down[i] -= 1e-5
        J_up = compute_cost(L_model_forward(X, vector_to_dictionary(up, shapes))[0], Y)
        J_down = compute_cost(L_model_forward(X, vector_to_dictionary(down, shapes))[0], Y)
        approx[i] = (J_up - J_down) / 2e-5
    approx = vector_to_dictionary(approx, shapes)
    differences = {}
    for k in parameters:
        g, a = grads["d" + k], approx[k]
        size = np.linalg.norm(g) + np.linalg.norm(a) + 1e-12
        differences[k] = np.linalg.norm(g - a) / size
    worst = max(differences, key=differences.get)
    return worst if differences[worst] > 1e-4 else ""
""",
        "with gradient_check_n, a network a parameter": """
def find_the_bug(backward):
    parameters, X, Y = random_network([2, 3, 2, 1], m=5, seed=21)
    AL, caches = L_model_forward(X, parameters)
    wrong = backward(parameters, X, Y)
    right = L_model_backward(AL, Y, caches)
    for name in parameters:
        one = {**right, "d" + name: wrong["d" + name]}
        if gradient_check_n(parameters, one, X, Y) > 1e-5:
            return name
    return ""
""",
        "with a backward pass that is right": """
def find_the_bug(backward):
    parameters, X, Y = random_network([4, 5, 4, 1], m=7, seed=3)
    found = backward(parameters, X, Y)
    AL, caches = L_model_forward(X, parameters)
    right = L_model_backward(AL, Y, caches)
    wrong = [n for n in parameters if not np.allclose(found["d" + n], right["d" + n])]
    return wrong[0] if wrong else ""
""",
        "a deeper network, labels of whole numbers": """
def find_the_bug(backward):
    parameters, X, Y = random_network([3, 4, 4, 3, 1], m=6, seed=13)
    Y = Y.astype(int)
    grads = backward(parameters, X, Y)
    shapes = {k: v.shape for k, v in parameters.items()}
    theta = dictionary_to_vector(parameters)
    approx = []
    for i in range(len(theta)):
        e = np.zeros_like(theta)
        e[i] = 1e-5
        plus, _ = L_model_forward(X, vector_to_dictionary(theta + e, shapes))
        minus, _ = L_model_forward(X, vector_to_dictionary(theta - e, shapes))
        approx.append((compute_cost(plus, Y) - compute_cost(minus, Y)) / 2e-5)
    approx = vector_to_dictionary(np.array(approx)[:, None], shapes)
    answer, most = "", 1e-4
    for k, a in approx.items():
        g = grads["d" + k]
        d = np.linalg.norm(g - a) / (np.linalg.norm(g) + np.linalg.norm(a))
        if d > most:
            answer, most = k, d
    return answer
""",
        "NumPy's own random numbers, unseeded, backward called every time": """
def find_the_bug(backward):
    sizes = [3, 6, 5, 1]
    parameters = {}
    for l in (1, 2, 3):
        parameters[f"W{l}"] = np.random.randn(sizes[l], sizes[l - 1]) / sizes[l - 1] ** 0.5
        parameters[f"b{l}"] = 0.3 * np.random.randn(sizes[l], 1)
    X = np.random.randn(3, 10)
    Y = (np.random.rand(1, 10) > 0.5) * 1.0
    for name in reversed(list(parameters)):
        slopes = np.zeros_like(parameters[name])
        for where in np.ndindex(slopes.shape):
            old = parameters[name][where]
            parameters[name][where] = old + 1e-7
            up = compute_cost(L_model_forward(X, parameters)[0], Y)
            parameters[name][where] = old - 1e-7
            down = compute_cost(L_model_forward(X, parameters)[0], Y)
            parameters[name][where] = old
            slopes[where] = (up - down) / 2e-7
        grad = backward(parameters, X, Y)["d" + name]
        if not np.allclose(slopes, grad, rtol=1e-3, atol=1e-6):
            return name
    return ""
""",
    },
    "backward_propagation_n": {
        "notebook 04's functions": """
def backward_propagation_n(parameters, X, Y):
    AL, caches = L_model_forward(X, parameters)
    return L_model_backward(AL, Y, caches)
""",
        "masks of Z, np.dot, 1/m in front": """
def backward_propagation_n(parameters, X, Y):
    m = X.shape[1]
    A3, caches = L_model_forward(X, parameters)
    (_, W1, b1), Z1 = caches[0]
    (A1, W2, b2), Z2 = caches[1]
    (A2, W3, b3), Z3 = caches[2]
    dZ3 = A3 - Y
    dW3 = 1.0 / m * np.dot(dZ3, A2.T)
    db3 = 1.0 / m * np.sum(dZ3, axis=1, keepdims=True)
    dA2 = np.dot(W3.T, dZ3)
    dZ2 = np.multiply(dA2, np.int64(Z2 > 0))
    dW2 = 1.0 / m * np.dot(dZ2, A1.T)
    db2 = 1.0 / m * np.sum(dZ2, axis=1, keepdims=True)
    dA1 = np.dot(W2.T, dZ2)
    dZ1 = np.multiply(dA1, np.int64(Z1 > 0))
    dW1 = 1.0 / m * np.dot(dZ1, X.T)
    db1 = 1.0 / m * np.sum(dZ1, axis=1, keepdims=True)
    return {"dZ3": dZ3, "dW3": dW3, "db3": db3, "dA2": dA2, "dZ2": dZ2, "dW2": dW2,
            "db2": db2, "dA1": dA1, "dZ1": dZ1, "dW1": dW1, "db1": db1}
""",
        "divided once, at the start": """
def backward_propagation_n(parameters, X, Y):
    A3, caches = L_model_forward(X, parameters)
    (A1, W2, _), _ = caches[1]
    (A2, W3, _), _ = caches[2]
    dZ3 = (A3 - Y) / X.shape[1]
    dZ2 = np.where(A2 > 0, W3.T @ dZ3, 0)
    dZ1 = np.where(A1 > 0, W2.T @ dZ2, 0)
    grads = {}
    for l, dZ, A in ((3, dZ3, A2), (2, dZ2, A1), (1, dZ1, X)):
        grads[f"dW{l}"] = dZ @ A.T
        grads[f"db{l}"] = dZ.sum(axis=1, keepdims=True)
    return grads
""",
        "einsum and means": """
def backward_propagation_n(parameters, X, Y):
    m = X.shape[1]
    A3, caches = L_model_forward(X, parameters)
    (A1, W2, _), Z1 = caches[1][0], caches[0][1]
    (A2, W3, _), Z2 = caches[2][0], caches[1][1]
    dZ3 = A3 - Y
    dZ2 = np.einsum("ji,jm->im", W3, dZ3) * np.heaviside(Z2, 0)
    dZ1 = np.einsum("ji,jm->im", W2, dZ2) * np.heaviside(Z1, 0)
    return {
        "dW1": np.einsum("im,jm->ij", dZ1, X) / m,
        "db1": dZ1.mean(axis=1, keepdims=True),
        "dW2": np.einsum("im,jm->ij", dZ2, A1) / m,
        "db2": dZ2.mean(axis=1, keepdims=True),
        "dW3": np.einsum("im,jm->ij", dZ3, A2) / m,
        "db3": dZ3.mean(axis=1, keepdims=True),
    }
""",
        "example by example": """
def backward_propagation_n(parameters, X, Y):
    m = X.shape[1]
    grads = {"d" + name: np.zeros_like(array) for name, array in parameters.items()}
    for i in range(m):
        x = X[:, i:i + 1]
        A3, caches = L_model_forward(x, parameters)
        (A1, W2, _), _ = caches[1]
        (A2, W3, _), _ = caches[2]
        dZ3 = A3 - Y[:, i:i + 1]
        dZ2 = (W3.T @ dZ3) * (A2 > 0)
        dZ1 = (W2.T @ dZ2) * (A1 > 0)
        for l, dZ, A in ((1, dZ1, x), (2, dZ2, A1), (3, dZ3, A2)):
            grads[f"dW{l}"] += dZ @ A.T / m
            grads[f"db{l}"] += dZ / m
    return grads
""",
        "dA3 and the sigmoid written out": """
def backward_propagation_n(parameters, X, Y):
    m = X.shape[1]
    A3, caches = L_model_forward(X, parameters)
    (A1, W2, _), _ = caches[1]
    (A2, W3, _), _ = caches[2]
    dA3 = -Y / A3 + (1 - Y) / (1 - A3)
    dZ3 = dA3 * A3 * (1 - A3)
    dZ2 = W3.T @ dZ3
    dZ2[A2 <= 0] = 0
    dZ1 = W2.T @ dZ2
    dZ1[A1 == 0] = 0
    ones = np.ones((m, 1))
    return {"dW3": dZ3 @ A2.T / m, "db3": dZ3 @ ones / m, "dW2": dZ2 @ A1.T / m,
            "db2": dZ2 @ ones / m, "dW1": dZ1 @ X.T / m, "db1": dZ1 @ ones / m}
""",
    },
}
