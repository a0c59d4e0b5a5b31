"""Right answers to the exercises of notebook 10, each written in another way."""

RIGHT_ANSWERS = {
    "operation": {
        "classic": """
def operation(name, *inputs):
    x = inputs[0]
    if name == "add":
        return inputs[0] + inputs[1], (1, 1)
    if name == "multiply":
        return inputs[0] * inputs[1], (inputs[1], inputs[0])
    if name == "relu":
        return max(0, x), (float(x > 0),)
    if name == "sigmoid":
        if x < 0:
            s = math.exp(x) / (1 + math.exp(x))
        else:
            s = 1 / (1 + math.exp(-x))
        return s, (s * (1 - s),)
    return math.log(x), (1 / x,)
""",
        "a table of functions": """
def operation(name, *inputs):
    def sigmoid(a):
        small = math.exp(-abs(a))
        s = (1 if a >= 0 else small) / (1 + small)
        return s, (s * (1 - s),)

    table = {
        "add": lambda a, b: (a + b, (1.0, 1.0)),
        "multiply": lambda a, b: (a * b, (b, a)),
        "relu": lambda a: (a * (a > 0), (1.0 * (a > 0),)),
        "sigmoid": sigmoid,
        "log": lambda a: (math.log(a), (a**-1,)),
    }
    return table[name](*inputs)
""",
        "with match": """
def operation(name, *inputs):
    match name, inputs:
        case "add", (a, b):
            return a + b, (1.0, 1.0)
        case "multiply", (a, b):
            return a * b, (b, a)
        case "relu", (a,):
            return (a, (1.0,)) if a > 0 else (0.0, (0.0,))
        case "sigmoid", (a,):
            s = 0.5 * (1 + math.tanh(a / 2))
            return s, (s - s * s,)
        case "log", (a,):
            return math.log(a), (1 / a,)
""",
        "numbers of NumPy": """
def operation(name, *inputs):
    a = np.float64(inputs[0])
    if name == "add":
        return a + inputs[1], (np.float64(1), np.float64(1))
    if name == "multiply":
        return np.multiply(a, inputs[1]), (inputs[1], a)
    if name == "relu":
        return np.maximum(a, 0), (np.where(a > 0, 1.0, 0.0).item(),)
    if name == "sigmoid":
        e = np.exp(-abs(a))
        s = 1 / (1 + e) if a >= 0 else e / (1 + e)
        return s, (e / (1 + e) ** 2,)
    return np.log(a), (1 / a,)
""",
        "stopping the overflow": """
def operation(name, *inputs):
    if name in ("add", "multiply"):
        a, b = inputs
        return (a + b, (1.0, 1.0)) if name == "add" else (a * b, (b, a))
    (a,) = inputs
    if name == "sigmoid":
        try:
            s = 1 / (1 + math.exp(-a))
        except OverflowError:
            s = 0.0
        return s, (s * (1 - s),)
    if name == "relu":
        return (0.0, (0.0,)) if a <= 0 else (a, (1.0,))
    return math.log(a), (1 / a,)
""",
        "slopes from the value": """
def operation(name, *inputs):
    if name == "add":
        value, slopes = sum(inputs), (1.0,) * len(inputs)
    elif name == "multiply":
        value, slopes = math.prod(inputs), inputs[::-1]
    elif name == "relu":
        value = max(inputs[0], 0.0)
        slopes = (float(value > 0),)
    elif name == "sigmoid":
        a = inputs[0]
        value = 1 / (1 + math.exp(-a)) if a > -700 else math.exp(a)
        slopes = (value * (1 - value),)
    else:
        value = math.log(inputs[0])
        slopes = (math.exp(-value),)
    return value, slopes
""",
    },
    "topological_order": {
        "classic": """
def topological_order(parents, last):
    result = []
    done = set()

    def build(node):
        if node in done:
            return
        done.add(node)
        for p in parents[node]:
            build(p)
        result.append(node)

    build(last)
    return result
""",
        "without recursion": """
def topological_order(parents, last):
    order, seen, stack = [], set(), [(last, False)]
    while stack:
        name, done = stack.pop()
        if done:
            order.append(name)
        elif name not in seen:
            seen.add(name)
            stack.append((name, True))
            stack += [(parent, False) for parent in parents[name]]
    return order
""",
        "nodes without open parents first": """
def topological_order(parents, last):
    needed, waiting = set(), [last]
    while waiting:
        name = waiting.pop()
        if name not in needed:
            needed.add(name)
            waiting.extend(parents[name])
    order = []
    while len(order) < len(needed):
        for name in sorted(needed):
            if name not in order and all(parent in order for parent in parents[name]):
                order.append(name)
    return order
""",
        "looking into the order": """
def topological_order(parents, last):
    order = []

    def visit(name):
        if name not in order:
            for parent in reversed(parents[name]):
                visit(parent)
            order.append(name)

    visit(last)
    return order
""",
        "by depth": """
def topological_order(parents, last):
    depth = {}

    def measure(name):
        if name not in depth:
            depth[name] = 1 + max((measure(parent) for parent in parents[name]), default=0)
        return depth[name]

    measure(last)
    return sorted(depth, key=lambda name: depth[name])
""",
        "a tuple": """
def topological_order(parents, last):
    order = {}

    def visit(name):
        if name in order:
            return
        for parent in parents[name]:
            visit(parent)
        order[name] = True

    visit(last)
    return tuple(order)
""",
    },
    "backward": {
        "classic": """
def backward(order, parents, slopes):
    gradients = {}
    for name in order:
        gradients[name] = 0
    gradients[order[-1]] = 1
    for name in order[::-1]:
        g = gradients[name]
        for i in range(len(parents[name])):
            p, s = parents[name][i], slopes[name][i]
            gradients[p] = gradients[p] + s * g
    return gradients
""",
        "from the children": """
def backward(order, parents, slopes):
    gradients = {order[-1]: 1.0}
    for name in reversed(order[:-1]):
        total = 0.0
        for child in gradients:
            for parent, slope in zip(parents[child], slopes[child]):
                if parent == name:
                    total += slope * gradients[child]
        gradients[name] = total
    return gradients
""",
        "with get": """
def backward(order, parents, slopes):
    gradients = {}
    for name in reversed(order):
        mine = gradients.setdefault(name, 1.0 if name == order[-1] else 0.0)
        for parent, slope in zip(parents[name], slopes[name]):
            gradients[parent] = gradients.get(parent, 0.0) + mine * slope
    return gradients
""",
        "a copy that is emptied": """
def backward(order, parents, slopes):
    left = list(order)
    gradients = dict.fromkeys(order, 0.0)
    gradients[left[-1]] += 1
    while left:
        name = left.pop()
        for k, parent in enumerate(parents[name]):
            gradients[parent] += gradients[name] * slopes[name][k]
    return gradients
""",
        "numbers of NumPy": """
def backward(order, parents, slopes):
    gradients = {name: np.float64(name == order[-1]) for name in order}
    for name in reversed(order):
        passed = gradients[name] * np.array(slopes[name])
        for parent, part in zip(parents[name], passed):
            gradients[parent] += part
    return gradients
""",
        "by recursion": """
def backward(order, parents, slopes):
    def gradient(name):
        if name == order[-1]:
            return 1.0
        return sum(
            slope * gradient(child)
            for child in order
            for parent, slope in zip(parents[child], slopes[child])
            if parent == name
        )

    return {name: float(gradient(name)) for name in order}
""",
    },
    "numerical_slope": {
        "classic": """
def numerical_slope(f, x, k, epsilon=1e-5):
    up = list(x)
    up[k] = x[k] + epsilon
    down = list(x)
    down[k] = x[k] - epsilon
    return (f(up) - f(down)) / (2 * epsilon)
""",
        "arrays": """
def numerical_slope(f, x, k, epsilon=1e-5):
    step = np.zeros(len(x))
    step[k] = epsilon
    return (f(np.array(x) + step) - f(np.array(x) - step)) / (2 * epsilon)
""",
        "moved and put back": """
def numerical_slope(f, x, k, epsilon=1e-5):
    kept = x[k]
    x[k] = kept + epsilon
    plus = f(x)
    x[k] = kept - epsilon
    minus = f(x)
    x[k] = kept
    return (plus - minus) / 2 / epsilon
""",
        "slices": """
def numerical_slope(f, x, k, epsilon=1e-5):
    at = lambda step: f(x[:k] + [x[k] + step] + x[k + 1 :])
    return (at(epsilon) - at(-epsilon)) / (2 * epsilon)
""",
        "the mean of two sides": """
def numerical_slope(f, x, k, epsilon=1e-5):
    slopes = []
    for sign in (1, -1):
        moved = [number + sign * epsilon * (i == k) for i, number in enumerate(x)]
        slopes.append((f(moved) - f(x)) / (sign * epsilon))
    return sum(slopes) / 2
""",
    },
    "max_abs_difference": {
        "classic": """
def max_abs_difference(grads, others):
    largest = 0.0
    for key in others:
        distance = np.max(np.abs(grads[key] - others[key]))
        largest = max(largest, distance)
    return largest
""",
        "one long array": """
def max_abs_difference(grads, others):
    gaps = [(grads[key] - others[key]).ravel() for key in others]
    return np.abs(np.concatenate(gaps)).max()
""",
        "one by one": """
def max_abs_difference(grads, others):
    return max(
        abs(float(a) - float(b))
        for key, array in others.items()
        for a, b in zip(grads[key].flat, array.flat)
    )
""",
        "the largest norm": """
def max_abs_difference(grads, others):
    norms = [np.linalg.norm((grads[k] - others[k]).ravel(), np.inf) for k in others.keys()]
    return np.max(norms)
""",
        "both signs": """
def max_abs_difference(grads, others):
    gaps = [grads[key] - others[key] for key in others]
    return max(max(gap.max(), -gap.min()) for gap in gaps)
""",
    },
    "torch_forward": {
        "classic": """
def torch_forward(X, parameters):
    import torch

    A = torch.tensor(X)
    L = len(parameters) // 2
    for l in range(1, L + 1):
        Z = torch.tensor(parameters[f"W{l}"]) @ A + torch.tensor(parameters[f"b{l}"])
        if l == L:
            A = torch.sigmoid(Z)
        else:
            A = torch.relu(Z)
    return A.numpy()
""",
        "with gradients, detached": """
def torch_forward(X, parameters):
    import torch

    p = {k: torch.tensor(v, requires_grad=True) for k, v in parameters.items()}
    A, L = torch.tensor(X), len(p) // 2
    for l in range(1, L):
        A = torch.relu(torch.matmul(p["W" + str(l)], A) + p["b" + str(l)])
    return torch.sigmoid(p[f"W{L}"] @ A + p[f"b{L}"]).detach().numpy()
""",
        "from_numpy": """
def torch_forward(X, parameters):
    import torch

    A = torch.from_numpy(X)
    L = len(parameters) // 2
    for l in range(L):
        W, b = (torch.from_numpy(parameters[c + str(l + 1)]) for c in "Wb")
        A = torch.mm(W, A).add(b)
        A = A.sigmoid() if l == L - 1 else A.clamp(min=0)
    return np.array(A)
""",
        "torch.nn": """
def torch_forward(X, parameters):
    import torch

    L = len(parameters) // 2
    layers = []
    for l in range(1, L + 1):
        n, n_prev = parameters[f"W{l}"].shape
        layer = torch.nn.Linear(n_prev, n, dtype=torch.float64)
        layer.weight.data = torch.tensor(parameters[f"W{l}"])
        layer.bias.data = torch.tensor(parameters[f"b{l}"][:, 0])
        layers += [layer, torch.nn.ReLU() if l < L else torch.nn.Sigmoid()]
    with torch.no_grad():
        return torch.nn.Sequential(*layers)(torch.tensor(X).T).T.numpy()
""",
        "addmm": """
def torch_forward(X, parameters):
    import torch
    import torch.nn.functional as F

    A = torch.as_tensor(X)
    L = len(parameters) // 2
    for l in range(1, L + 1):
        W, b = torch.as_tensor(parameters[f"W{l}"]), torch.as_tensor(parameters[f"b{l}"])
        Z = torch.addmm(b.expand(-1, A.shape[1]), W, A)
        A = F.relu(Z) if l != L else torch.special.expit(Z)
    return A.cpu().numpy()
""",
    },
    "torch_gradients": {
        "classic": """
def torch_gradients(X, Y, parameters):
    import torch

    p = {k: torch.tensor(v, requires_grad=True) for k, v in parameters.items()}
    A = torch.tensor(X)
    L = len(p) // 2
    for l in range(1, L + 1):
        Z = p[f"W{l}"] @ A + p[f"b{l}"]
        A = torch.sigmoid(Z) if l == L else torch.relu(Z)
    cost = torch.nn.functional.binary_cross_entropy(A, torch.tensor(Y).double())
    cost.backward()
    return {f"d{n}": v.grad.numpy() for n, v in p.items()}
""",
        "from the logits": """
def torch_gradients(X, Y, parameters):
    import torch

    p = {k: torch.tensor(v, requires_grad=True) for k, v in parameters.items()}
    A, L = torch.tensor(X), len(p) // 2
    for l in range(1, L + 1):
        Z = p["W" + str(l)] @ A + p["b" + str(l)]
        A = torch.relu(Z)
    loss = torch.nn.BCEWithLogitsLoss()
    loss(Z, torch.tensor(Y, dtype=Z.dtype)).backward()
    return {"d" + k: v.grad.detach().numpy() for k, v in p.items()}
""",
        "the formula of the cost": """
def torch_gradients(X, Y, parameters):
    import torch

    p = {k: torch.tensor(v).requires_grad_() for k, v in parameters.items()}
    A, L = torch.tensor(X), len(p) // 2
    for l in range(1, L + 1):
        A = p[f"W{l}"] @ A + p[f"b{l}"]
        A = A.relu() if l < L else A.sigmoid()
    y = torch.tensor(Y, dtype=torch.float64)
    cost = -(y * torch.log(A) + (1 - y) * torch.log(1 - A)).sum() / Y.shape[1]
    cost.backward()
    return {"d" + k: np.array(v.grad) for k, v in p.items()}
""",
        "autograd.grad": """
def torch_gradients(X, Y, parameters):
    import torch

    names = list(parameters)
    leaves = [torch.tensor(parameters[name], requires_grad=True) for name in names]
    p = dict(zip(names, leaves))
    A, L = torch.tensor(X), len(names) // 2
    for l in range(1, L + 1):
        A = p[f"W{l}"] @ A + p[f"b{l}"]
        A = torch.relu(A) if l < L else torch.sigmoid(A)
    cost = torch.nn.functional.binary_cross_entropy(A, torch.tensor(Y * 1.0))
    grads = torch.autograd.grad(cost, leaves)
    return {"d" + name: grad.numpy() for name, grad in zip(names, grads)}
""",
        "gradients set to zero": """
def torch_gradients(X, Y, parameters):
    import torch

    p = {k: torch.tensor(v, requires_grad=True) for k, v in parameters.items()}
    for repeat in range(2):
        for tensor in p.values():
            tensor.grad = None
        A, L = torch.from_numpy(X), len(p) // 2
        for l in range(1, L + 1):
            A = p[f"W{l}"] @ A + p[f"b{l}"]
            A = torch.relu(A) if l < L else torch.sigmoid(A)
        torch.nn.functional.binary_cross_entropy(A, torch.from_numpy(Y.astype(float))).backward()
    return {"d" + k: v.grad.numpy() for k, v in p.items()}
""",
    },
}
