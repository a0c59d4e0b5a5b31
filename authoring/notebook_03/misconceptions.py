"""Wrong versions of the exercises of notebook 03, as learners write them.

Each is a right solution, in words of its own, with something in it replaced.
"""

from authoring.banks import wrong

RIGHT = {
    "layer_sizes": """
def layer_sizes(X, Y):
    n_x = X.shape[0]
    n_h = 4
    n_y = Y.shape[0]
    return (n_x, n_h, n_y)
""",
    "initialize_parameters": """
def initialize_parameters(n_x, n_h, n_y):
    np.random.seed(2)
    W1 = np.random.randn(n_h, n_x) * 0.01
    b1 = np.zeros((n_h, 1))
    W2 = np.random.randn(n_y, n_h) * 0.01
    b2 = np.zeros((n_y, 1))
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}
""",
    "forward_propagation": """
def forward_propagation(X, parameters):
    W1 = parameters["W1"]
    b1 = parameters["b1"]
    W2 = parameters["W2"]
    b2 = parameters["b2"]
    Z1 = np.dot(W1, X) + b1
    A1 = np.tanh(Z1)
    Z2 = np.dot(W2, A1) + b2
    A2, _ = sigmoid(Z2)
    cache = {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
    return A2, cache
""",
    "compute_cost": """
def compute_cost(A2, Y):
    m = Y.shape[1]
    logprobs = np.multiply(np.log(A2), Y) + np.multiply(np.log(1 - A2), 1 - Y)
    cost = -np.sum(logprobs) / m
    cost = float(np.squeeze(cost))
    return cost
""",
    "backward_propagation": """
def backward_propagation(parameters, cache, X, Y):
    m = X.shape[1]
    W1 = parameters["W1"]
    W2 = parameters["W2"]
    Z1 = cache["Z1"]
    A1 = cache["A1"]
    A2 = cache["A2"]
    dZ2 = A2 - Y
    dW2 = np.dot(dZ2, A1.T) / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = np.dot(W2.T, dZ2) * (1 - np.power(A1, 2))
    dW1 = np.dot(dZ1, X.T) / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    grads = {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}
    return grads
""",
    "update_parameters": """
def update_parameters(parameters, grads, learning_rate=1.2):
    W1 = parameters["W1"]
    b1 = parameters["b1"]
    W2 = parameters["W2"]
    b2 = parameters["b2"]
    W1 = W1 - learning_rate * grads["dW1"]
    b1 = b1 - learning_rate * grads["db1"]
    W2 = W2 - learning_rate * grads["dW2"]
    b2 = b2 - learning_rate * grads["db2"]
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}
""",
    "nn_model": """
def nn_model(X, Y, n_h, num_iterations=10000, print_cost=False):
    n_x = layer_sizes(X, Y)[0]
    n_y = layer_sizes(X, Y)[2]
    parameters = initialize_parameters(n_x, n_h, n_y)
    for i in range(0, num_iterations):
        A2, cache = forward_propagation(X, parameters)
        cost = compute_cost(A2, Y)
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(parameters, grads)
        if print_cost and i % 1000 == 0:
            print("Cost after iteration %i: %f" % (i, cost))
    return parameters
""",
    "predict": """
def predict(parameters, X):
    A2, cache = forward_propagation(X, parameters)
    predictions = (A2 > 0.5).astype(int)
    return predictions
""",
}
NO_RETURN = r"\breturn"
ROWS = r"row|shape\[0\]|columns|examples"
COLUMN = r"column|\(\w+, 1\)|keepdims|brackets"
BY_M = r"m times|1/m|divi|averag"
TANH = r"tanh"
SIZES = r"order|sizes|rows and columns|n_x, n_h, n_y"
RATE = r"learning.rate"

# exercise, name, cause, then what is replaced: old, new, old, new, ...
WRONG = [
    ("layer_sizes", "columns in place of rows", ROWS, "shape[0]", "shape[1]"),
    ("layer_sizes", "len of the transposed", ROWS, "X.shape[0]", "len(X.T)", "Y.shape[0]", "len(Y.T)"),
    ("layer_sizes", "one output always", r"fixed|rows of Y", "Y.shape[0]", "1"),
    ("layer_sizes", "the public sizes", r"fixed", "X.shape[0]", "5", "Y.shape[0]", "2"),
    ("layer_sizes", "n_y from X", r"Y", "Y.shape[0]", "X.shape[0]"),
    ("layer_sizes", "n_y is the number of examples", ROWS, "Y.shape[0]", "Y.shape[1]"),
    ("layer_sizes", "n_h is the number of examples", r"\b4\b", "n_h = 4", "n_h = X.shape[1]"),
    ("layer_sizes", "shapes in place of numbers", r"tuple|a number", ".shape[0]", ".shape"),
    ("layer_sizes", "size in place of shape", r"size|entries", ".shape[0]", ".size"),
    ("layer_sizes", "results in another order", r"order|exchang", "(n_x, n_h, n_y)", "(n_x, n_y, n_h)"),
    ("layer_sizes", "as texts", r"number", "(n_x, n_h, n_y)", "(str(n_x), str(n_h), str(n_y))"),
    ("layer_sizes", "no return", NO_RETURN, "return (n_x, n_h, n_y)", "sizes = (n_x, n_h, n_y)"),
    ("initialize_parameters", "uniform weights", r"rand\b|normal|positive", ".randn", ".rand"),
    ("initialize_parameters", "factor 0.01 forgotten", r"100 times|0\.01", " * 0.01", ""),
    ("initialize_parameters", "factor 0.1", r"10 times|0\.01", " * 0.01", " * 0.1"),
    ("initialize_parameters", "random biases", r"zero", "np.zeros((n_h, 1))", "np.random.randn(n_h, 1) * 0.01", "np.zeros((n_y, 1))", "np.random.randn(n_y, 1) * 0.01"),
    ("initialize_parameters", "flat biases", COLUMN, "np.zeros((n_h, 1))", "np.zeros(n_h)", "np.zeros((n_y, 1))", "np.zeros(n_y)"),
    ("initialize_parameters", "biases as rows", r"column|row|transpos|exchang", "np.zeros((n_h, 1))", "np.zeros((1, n_h))", "np.zeros((n_y, 1))", "np.zeros((1, n_y))"),
    ("initialize_parameters", "W2 drawn first", r"order|first", "    W1 = np.random.randn(n_h, n_x) * 0.01\n", "", "    b2", "    W1 = np.random.randn(n_h, n_x) * 0.01\n    b2"),
    ("initialize_parameters", "weights zero", r"twins|same|alike", "np.random.randn(n_h, n_x) * 0.01", "np.zeros((n_h, n_x))", "np.random.randn(n_y, n_h) * 0.01", "np.zeros((n_y, n_h))"),
    ("initialize_parameters", "a tuple given to randn", r"separate|tuple", "randn(n_h, n_x)", "randn((n_h, n_x))"),
    ("initialize_parameters", "sizes of zeros not in a tuple", r"tuple|bracket", "np.zeros((n_h, 1))", "np.zeros(n_h, 1)"),
    ("initialize_parameters", "weights transposed", r"exchang|rows|transpos", "randn(n_h, n_x)", "randn(n_x, n_h)", "randn(n_y, n_h)", "randn(n_h, n_y)"),
    ("initialize_parameters", "another seed", r"seed", "seed(2)", "seed(3)"),
    ("initialize_parameters", "n_h fixed", r"fixed|argument", "    np.random.seed(2)", "    n_h = 4\n    np.random.seed(2)"),
    ("initialize_parameters", "n_y fixed", r"fixed|argument", "    np.random.seed(2)", "    n_y = 1\n    np.random.seed(2)"),
    ("initialize_parameters", "no return", NO_RETURN, "return {", "parameters = {"),
    ("forward_propagation", "b1 forgotten", r"bias|b1", "np.dot(W1, X) + b1", "np.dot(W1, X)"),
    ("forward_propagation", "both biases forgotten", r"bias", " + b1", "", " + b2", ""),
    ("forward_propagation", "sigmoid in the hidden layer", TANH, "A1 = np.tanh(Z1)", "A1, _ = sigmoid(Z1)"),
    ("forward_propagation", "relu in the hidden layer", TANH, "np.tanh(Z1)", "np.maximum(Z1, 0)"),
    ("forward_propagation", "tanh in the output layer", r"sigmoid|probability", "A2, _ = sigmoid(Z2)", "A2 = np.tanh(Z2)"),
    ("forward_propagation", "sigmoid not unpacked", r"two things|tuple", "A2, _ = sigmoid(Z2)", "A2 = sigmoid(Z2)"),
    ("forward_propagation", "the wrong one of the two", r"Z2", "A2, _ = sigmoid", "_, A2 = sigmoid"),
    ("forward_propagation", "the tanh left out", TANH, "np.tanh(Z1)", "Z1"),
    ("forward_propagation", "Z1 into the output layer", r"Z1.*A1|A1.*tanh", "np.dot(W2, A1)", "np.dot(W2, Z1)"),
    ("forward_propagation", "X into the output layer", r"\bA1\b|product|aligned", "np.dot(W2, A1)", "np.dot(W2, X)"),
    ("forward_propagation", "entry by entry", r"product", "np.dot(W1, X)", "W1 * X"),
    ("forward_propagation", "product the other way round", r"order|other way round|aligned", "np.dot(W1, X)", "np.dot(X, W1)"),
    ("forward_propagation", "b1 added to X", r"after the product|broadcast", "np.dot(W1, X) + b1", "np.dot(W1, X + b1)"),
    ("forward_propagation", "one bias for all units", r"bias of its own", "Z1 = np.dot(W1, X) + b1", "Z1 = np.dot(W1, X) + b1[0]"),
    ("forward_propagation", "cut to yes or no", r"yes or no|cut|probability", "return A2, cache", "return A2 > 0.5, cache"),
    ("forward_propagation", "Z1 missing in the cache", r"Z1", '"Z1": Z1, ', ""),
    ("forward_propagation", "results in another order", r"order", "return A2, cache", "return cache, A2"),
    ("forward_propagation", "no return", NO_RETURN, "return A2, cache", "A2, cache"),
    ("compute_cost", "sign forgotten", r"minus|sign|negative", "-np.sum", "np.sum"),
    ("compute_cost", "not averaged", BY_M, " / m", ""),
    ("compute_cost", "averaged twice", r"twice|once too often|already", "-np.sum", "-np.mean"),
    ("forward_propagation", "one cache for all calls", r"later call", "(X, parameters)", "(X, parameters, cache={})", "cache = {", "cache |= {"),
    ("compute_cost", "1e-8 inside the logarithm", r"small number", "np.log(", "np.log(1e-8 + "),
    ("compute_cost", "1e-12 inside the logarithm", r"small number", "np.log(", "np.log(1e-12 + "),
    ("compute_cost", "log10", r"base 10|natural", "np.log(", "np.log10("),
    ("compute_cost", "log2", r"base 2|natural", "np.log(", "np.log2("),
    ("compute_cost", "second term missing", r"second term|y = 0", " + np.multiply(np.log(1 - A2), 1 - Y)", ""),
    ("compute_cost", "first term missing", r"first term|y = 1", "np.multiply(np.log(A2), Y) + ", ""),
    ("compute_cost", "terms subtracted", r"subtract|added", "Y) + np", "Y) - np"),
    ("compute_cost", "A2 and Y exchanged", r"exchanged|logarithm of the labels", "np.log(A2), Y", "np.log(Y), A2", "np.log(1 - A2), 1 - Y", "np.log(1 - Y), 1 - A2"),
    ("compute_cost", "squared error", r"squared error", "-np.sum(logprobs) / m", "np.sum((A2 - Y) ** 2) / m"),
    ("compute_cost", "a table of all pairs", r"table|all pairs|all of it", "np.multiply(np.log(A2), Y) + np.multiply(np.log(1 - A2), 1 - Y)", "np.log(A2).T * Y + np.log(1 - A2).T * (1 - Y)"),
    ("compute_cost", "m counts outputs", BY_M + "|shape", "Y.shape[1]", "Y.shape[0]"),
    ("compute_cost", "minus before the first term only", r"bracket", "np.multiply(np.log(A2), Y) +", "np.multiply(np.log(A2), Y) / m -"),
    ("compute_cost", "still an array", r"np\.sum|added up", "-np.sum(logprobs)", "-logprobs"),
    ("compute_cost", "an entry for each example", r"a number", "-np.sum(logprobs) / m", "-logprobs / m", "float(np.squeeze(cost))", "cost"),
    ("compute_cost", "no return", NO_RETURN, "    return cost\n", ""),
    ("backward_propagation", "error the other way round", r"opposite|minus|other way", "A2 - Y", "Y - A2"),
    ("backward_propagation", "no 1/m anywhere", BY_M, " / m", ""),
    ("backward_propagation", "no 1/m in dW2", BY_M, "np.dot(dZ2, A1.T) / m", "np.dot(dZ2, A1.T)"),
    ("backward_propagation", "no 1/m in db1", BY_M, "np.sum(dZ1, axis=1, keepdims=True) / m", "np.sum(dZ1, axis=1, keepdims=True)"),
    ("backward_propagation", "1/m in dZ2 already", BY_M + "|twice", "A2 - Y", "(A2 - Y) / m"),
    ("backward_propagation", "square forgotten", r"square|1 - A1\*\*2", "(1 - np.power(A1, 2))", "(1 - A1)"),
    ("backward_propagation", "slope of the sigmoid", r"sigmoid|1 - A1\*\*2", "(1 - np.power(A1, 2))", "A1 * (1 - A1)"),
    ("backward_propagation", "slope with Z1", r"Z1", "np.power(A1, 2)", "np.power(Z1, 2)"),
    ("backward_propagation", "slope forgotten", r"slope", " * (1 - np.power(A1, 2))", ""),
    ("backward_propagation", "tanh applied twice", r"twice|tanh already", "np.power(A1, 2)", "np.power(np.tanh(A1), 2)"),
    ("backward_propagation", "slope of the relu", r"relu", "(1 - np.power(A1, 2))", "(A1 > 0)"),
    ("backward_propagation", "W2 not transposed", r"transpos", "np.dot(W2.T, dZ2)", "np.dot(W2, dZ2)"),
    ("backward_propagation", "entry by entry in dZ1", r"matri|one output|fixed", "np.dot(W2.T, dZ2)", "W2.T * dZ2"),
    ("backward_propagation", "X not transposed", r"transpos", "X.T", "X"),
    ("backward_propagation", "dW transposed", r"transpos", "np.dot(dZ2, A1.T)", "np.dot(A1, dZ2.T)", "np.dot(dZ1, X.T)", "np.dot(X, dZ1.T)"),
    ("backward_propagation", "sum over everything", r"examples|axis|everything", "np.sum(dZ2, axis=1, keepdims=True)", "np.sum(dZ2)", "np.sum(dZ1, axis=1, keepdims=True)", "np.sum(dZ1)"),
    ("backward_propagation", "keepdims forgotten", r"keepdims|column|brackets", ", keepdims=True", ""),
    ("backward_propagation", "axis=0", r"axis", "axis=1", "axis=0"),
    ("backward_propagation", "mean, and divided by m", r"twice|once too often|already", "np.sum(", "np.mean("),
    ("backward_propagation", "m counts the inputs", r"shape|m is|examples", "X.shape[1]", "X.shape[0]"),
    ("backward_propagation", "Z1 in dW2", r"A1|Z1", "np.dot(dZ2, A1.T)", "np.dot(dZ2, Z1.T)"),
    ("backward_propagation", "squared error", r"squared error|cancels|A2 - Y", "A2 - Y", "(A2 - Y) * A2 * (1 - A2)"),
    ("backward_propagation", "dA2 in place of dZ2", r"A2 - Y|by A2|back through the sigmoid", "A2 - Y", "-Y / A2 + (1 - Y) / (1 - A2)"),
    ("backward_propagation", "keys without d", r"\bd\b|missing", '"dW1"', '"W1"', '"db1"', '"b1"', '"dW2": dW2', '"W2": dW2', '"db2"', '"b2"'),
    ("backward_propagation", "db1 left out", r"db1", '"db1": db1, ', ""),
    ("backward_propagation", "W1 in place of W2", r"product|broadcast|aligned|W2", "np.dot(W2.T, dZ2)", "np.dot(W1.T, dZ2)"),
    ("backward_propagation", "no return", NO_RETURN, "    return grads\n", ""),
    ("update_parameters", "uphill", r"climb|subtract|grows", " - learning_rate", " + learning_rate"),
    ("update_parameters", "in place", r"changed its argument|in.?place|writes", "W1 = W1 - learning_rate", "W1 -= learning_rate", "b1 = b1 - learning_rate", "b1 -= learning_rate", "W2 = W2 - learning_rate", "W2 -= learning_rate", "b2 = b2 - learning_rate", "b2 -= learning_rate"),
    ("update_parameters", "rate hard-coded", RATE, "learning_rate * grads", "1.2 * grads"),
    ("update_parameters", "another rate hard-coded", RATE, "learning_rate * grads", "0.01 * grads"),
    ("update_parameters", "rate forgotten", RATE, "learning_rate * grads", "grads"),
    ("update_parameters", "another default", r"default", "learning_rate=1.2", "learning_rate=0.01"),
    ("update_parameters", "biases forgotten", r"bias", 'b1 = b1 - learning_rate * grads["db1"]', "b1 = b1", 'b2 = b2 - learning_rate * grads["db2"]', "b2 = b2"),
    ("update_parameters", "layer 1 forgotten", r"W1 and b1", 'W1 = W1 - learning_rate * grads["dW1"]', "W1 = W1", 'b1 = b1 - learning_rate * grads["db1"]', "b1 = b1"),
    ("update_parameters", "dW for the biases", r"db", 'grads["db1"]', 'grads["dW1"]', 'grads["db2"]', 'grads["dW2"]'),
    ("update_parameters", "keys without d", r"\bd in front|key", 'grads["d', 'grads["'),
    ("update_parameters", "W1 and W2 exchanged", r"exchang|W1.*W2", '"W1": W1', '"W1": W2', '"W2": W2', '"W2": W1'),
    ("update_parameters", "rate squared", r"squared", "learning_rate * grads", "learning_rate**2 * grads"),
    ("update_parameters", "the step alone", r"step alone|subtract", "W1 = W1 - ", "W1 = ", "b1 = b1 - ", "b1 = ", "W2 = W2 - ", "W2 = ", "b2 = b2 - ", "b2 = "),
    ("update_parameters", "the old ones returned", r"did not move|old", 'return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}', "return parameters"),
    ("update_parameters", "no return", NO_RETURN, "return {", "parameters = {"),
    ("nn_model", "n_h from layer_sizes", r"n_h", "    n_y = layer_sizes(X, Y)[2]", "    n_x, n_h, n_y = layer_sizes(X, Y)"),
    ("nn_model", "n_h fixed", r"n_h|fixed", "(n_x, n_h, n_y)", "(n_x, 4, n_y)"),
    ("nn_model", "new parameters lost", r"lost|one step|first ones", "parameters = update_parameters", "update_parameters"),
    ("nn_model", "one step too few", r"step|range", "range(0, num_iterations)", "range(1, num_iterations)"),
    ("nn_model", "one step too many", r"step|range", "range(0, num_iterations)", "range(0, num_iterations + 1)"),
    ("nn_model", "return in the loop", r"return|one step", "    return parameters", "        return parameters"),
    ("nn_model", "a number of steps of its own", r"fixed|argument", "range(0, num_iterations)", "range(100)"),
    ("nn_model", "made anew in every turn", r"anew|before the loop", "        A2, cache", "        parameters = initialize_parameters(n_x, n_h, n_y)\n        A2, cache"),
    ("nn_model", "rate of its own", RATE, "(parameters, grads)", "(parameters, grads, learning_rate=0.01)"),
    ("nn_model", "rate 0.5", RATE, "(parameters, grads)", "(parameters, grads, 0.5)"),
    ("nn_model", "two steps a turn", r"twice|two|step", "        if print_cost", "        parameters = update_parameters(parameters, grads)\n        if print_cost"),
    ("nn_model", "sizes in another order", SIZES, "(n_x, n_h, n_y)", "(n_h, n_x, n_y)"),
    ("nn_model", "arguments of forward exchanged", r"order|argument", "forward_propagation(X, parameters)", "forward_propagation(parameters, X)"),
    ("nn_model", "arguments of backward exchanged", r"backward_propagation\(parameters, cache", "(parameters, cache, X, Y)", "(parameters, X, Y, cache)"),
    ("nn_model", "gradients in place of parameters", r"gradients|grads", "return parameters", "return grads"),
    ("nn_model", "cost returned too", r"dictionary", "return parameters", "return parameters, cost"),
    ("nn_model", "no return", NO_RETURN, "    return parameters\n", ""),
    ("predict", "the wrong way round", r"wrong way|above 0\.5", "A2 > 0.5", "A2 < 0.5"),
    ("predict", "cut at the mean", r"mean", "A2 > 0.5", "A2 > np.mean(A2)"),
    ("predict", "cut at zero", r"above 0|0\.5", "A2 > 0.5", "A2 > 0"),
    ("predict", "Z2 cut at 0.5", r"Z2", "A2 > 0.5", 'cache["Z2"] > 0.5'),
    ("predict", "the probability", r"probability", "(A2 > 0.5).astype(int)", "A2"),
    ("predict", "decimals cut off", r"decimals|0\.5", "(A2 > 0.5).astype(int)", "A2.astype(int)"),
    ("predict", "minus one for no", r"-1", "(A2 > 0.5).astype(int)", "np.where(A2 > 0.5, 1, -1)"),
    ("predict", "flat", r"flat|brackets|shape", "(A2 > 0.5).astype(int)", "np.squeeze(A2 > 0.5)"),
    ("predict", "texts", r"whole numbers|number", "(A2 > 0.5).astype(int)", 'np.where(A2 > 0.5, "1", "0")'),
    ("predict", "not unpacked", r"two things|tuple", "A2, cache = forward", "A2 = forward"),
    ("predict", "arguments exchanged", r"order|argument", "forward_propagation(X, parameters)", "forward_propagation(parameters, X)"),
    ("predict", "a list", r"array", "return predictions", "return predictions.tolist()"),
    ("predict", "cut at 0.6", r"right on|0\.5|wrong on", "A2 > 0.5", "A2 > 0.6"),
    ("predict", "no return", NO_RETURN, "    return predictions\n", ""),
]  # fmt: skip


def _row(exercise, name, cause, *edits):
    source = RIGHT[exercise]
    for old, new in zip(edits[::2], edits[1::2], strict=True):
        assert old in source, (exercise, name, old)
        source = source.replace(old, new)
    return wrong(exercise, name, cause, source)


MISCONCEPTIONS = [_row(*row) for row in WRONG]
