"""Wrong versions of the exercises of notebook 04, a line each."""

import numpy as np

W_1 = "np.random.randn(n_h, n_x) * 0.01"
W_DEEP = "np.random.randn(layer_dims[l], layer_dims[l - 1]) * 0.01"
COST = "-np.sum(Y * np.log(AL) + (1 - Y) * np.log(1 - AL)) / m"
DW, DB = "dW = dZ @ A_prev.T / m", "db = np.sum(dZ, axis=1, keepdims=True) / m"
STEP_W = 'W - learning_rate * grads["dW" + str(l + 1)]'
STEP_B = 'b - learning_rate * grads["db" + str(l + 1)]'

WRONG_VERSIONS = [
    ("initialize_parameters", [("np.random.randn(n_h, n_x)", "np.random.rand(n_h, n_x)"), ("np.random.randn(n_y, n_h)", "np.random.rand(n_y, n_h)")], "All your weights are positive: `rand` draws evenly from 0 to 1. Use `randn`, the standard normal numbers."),
    ("initialize_parameters", [("np.random.randn(n_h, n_x) * 0.01", "np.random.randn(n_h, n_x)"), ("np.random.randn(n_y, n_h) * 0.01", "np.random.randn(n_y, n_h)")], "Every weight is 100 times the expected one: multiply by 0.01."),
    ("initialize_parameters", [("np.zeros((n_h, 1))", "np.random.randn(n_h, 1) * 0.01"), ("np.zeros((n_y, 1))", "np.random.randn(n_y, 1) * 0.01")], "The biases start at zero: use `np.zeros`. Drawing them also moves the random stream, so W2 changed too."),
    ("initialize_parameters", [(W_1, "0"), ("W2 = np", "W2 = np"), ("b1 = np.zeros((n_h, 1))", "W2 = np.random.randn(n_y, n_h) * 0.01; b1 = np.zeros((n_h, 1))"), ("    W2 = np.random.randn(n_y, n_h) * 0.01\n", f"    W1 = {W_1}\n")], "The right numbers have the wrong owner: draw W1 first, then W2. The order of the draws decides."),
    ("initialize_parameters", [(W_1, "np.zeros((n_h, n_x))"), ("np.random.randn(n_y, n_h) * 0.01", "np.zeros((n_y, n_h))")], "Weights that are all zero make all units of a layer the same, and they stay the same for ever. Draw them with `np.random.randn`."),
    ("initialize_parameters", [("np.random.randn(n_h, n_x)", "np.random.randn((n_h, n_x))")], "`randn` wants the sizes as separate arguments, not as one tuple. (`zeros` is the one that wants a tuple.)"),
    ("initialize_parameters_deep", [(W_DEEP, "np.random.randn(layer_dims[l], layer_dims[l - 1]) * np.sqrt(2 / layer_dims[l - 1])")], "That is the He scaling, sqrt(2 / n): a better start, which notebook 07 is about. Here the factor is 0.01."),
    ("initialize_parameters_deep", [(W_DEEP, "np.random.randn(layer_dims[l], layer_dims[l - 1]) / np.sqrt(layer_dims[l - 1])")], "That is the scaling 1 / sqrt(n): a better start, which notebook 07 is about. Here the factor is 0.01."),
    ("initialize_parameters_deep", [("* 0.01", "")], "Every weight is 100 times the expected one: multiply by 0.01."),
    ("initialize_parameters_deep", [("np.random.randn", "np.random.rand")], "All your weights are positive: `rand` draws evenly from 0 to 1. Use `randn`, the standard normal numbers."),
    ("initialize_parameters_deep", [('parameters["W" + str(l)] =', 'np.random.seed(3); parameters["W" + str(l)] =')], "Every layer gets the same numbers: set the seed once, before the loop, not in it."),
    ("initialize_parameters_deep", [('"W" + str(l)', '"W" + l')], "A key is text: make the number text with `str(l)`."),
    ("initialize_parameters_deep", [("layer_dims[l], layer_dims[l - 1]", "layer_dims[l + 1], layer_dims[l]")], "The index is off by one: W of layer l has layer_dims[l] rows and layer_dims[l - 1] columns."),
    ("linear_forward", [("W @ A + b", "W * A + b")], "Two capitals side by side in a formula mean a matrix product: `@` or `np.dot`, not `*`."),
    ("linear_forward", [("W @ A + b", "A @ W + b")], "The order matters: W comes first, (n, n_prev) times (n_prev, m)."),
    ("linear_forward", [("W @ A + b", "W @ A")], "The bias b is not added: each entry of Z is off by its unit's bias."),
    ("linear_forward", [("W @ A + b", "W @ (A + b)")], "Add b after the product, not to A before it."),
    ("linear_forward", [("W @ A + b", "W @ A - b")], "b is subtracted; it should be added."),
    ("linear_forward", [("W @ A + b", "W @ A + np.sum(b)")], "Every unit has a bias of its own: add the column b, not the sum of it."),
    ("linear_forward", [("W @ A + b", "W @ A + b[0]")], "Every unit has a bias of its own: add the whole column b, not its first entry."),
    ("linear_forward", [("W @ A + b", "W @ A + b.T")], "b is added as a row: leave it a column, (n, 1), one bias for each unit."),
    ("linear_forward", [("cache = (A, W, b)", "cache = (Z, W, b)")], "The cache holds Z where A should be: the backward pass needs A, for dW = dZ A^T."),
    ("linear_activation_forward", [("A, activation_cache = sigmoid(Z)", "A = sigmoid(Z); activation_cache = Z"), ("A, activation_cache = relu(Z)", "A = relu(Z); activation_cache = Z")], "`sigmoid` and `relu` return two things: catch both, the activated A and the activation_cache."),
    ("linear_activation_forward", [("sigmoid(Z)", "sigmoid(A_prev)"), ("relu(Z)", "relu(A_prev)")], "The activation is applied to A_prev: first Z = W A_prev + b, then g(Z)."),
    ("linear_activation_forward", [("sigmoid(Z)", "_(Z)"), ("relu(Z)", "sigmoid(Z)"), ("_(Z)", "relu(Z)")], "The two branches are exchanged: with \"sigmoid\" you compute the relu, and with \"relu\" the sigmoid."),
    ("linear_activation_forward", [("cache = (linear_cache, activation_cache)", "cache = (linear_cache, A)")], "The activation_cache holds A where Z should be: the backward functions need Z, from before the activation."),
    ("linear_activation_forward", [("cache = (linear_cache, activation_cache)", "cache = (activation_cache, linear_cache)")], "The cache is in the wrong order: it is (linear_cache, activation_cache)."),
    ("linear_activation_forward", [("sigmoid(Z)", "(np.tanh(Z), Z)")], "With \"sigmoid\" you compute the tanh: use `sigmoid` from dnn_utils."),
    ("L_model_forward", [('parameters["W" + str(l)], parameters["b" + str(l)]', 'parameters["W" + str(1)], parameters["b" + str(1)]')], "Every hidden layer uses W1 and b1: write the letter l, the loop's variable, not the digit 1."),
    ("L_model_forward", [('"sigmoid"', '"relu"')], "The last layer uses relu: its output must be a probability, so it uses sigmoid."),
    ("L_model_forward", [("caches.append(cache)\n    # YOUR CODE ENDS", "# YOUR CODE ENDS")], "The last layer's cache is missing: append after the sigmoid layer too."),
    ("L_model_forward", [("        caches.append(cache)\n        #", "        #")], "The hidden layers' caches are missing: append in the loop, once for every layer."),
    ("L_model_forward", [("        caches.append(cache)", "        caches += cache"), ("\n    caches.append(cache)", "\n    caches += cache")], "`+=` takes the tuple apart and adds its pieces: use `append`, which adds the cache as one."),
    ("L_model_forward", [("caches.append(cache)\n        #", "caches += cache\n        #")], "`+=` takes the tuple apart and adds its pieces: use `append`, which adds the cache as one."),
    ("L_model_forward", [("(A_prev, W, b, \"relu\")", "(A_prev, W, b, \"sigmoid\")")], "The hidden layers use sigmoid: in this model they use relu, and only the last one uses sigmoid."),
    ("L_model_forward", [('"W" + str(l)], parameters["b" + str(l)', '"W" + str(l - 1)], parameters["b" + str(l - 1)')], "The parameters are numbered from 1: layer l uses W{l} and b{l}, not l - 1."),
    ("L_model_forward", [("(A_prev, W, b, \"relu\")", "(X, W, b, \"relu\")")], "Every layer is fed with X: each layer takes in what the layer before has put out."),
    ("compute_cost", [(COST, "np.sum(Y * np.log(AL) + (1 - Y) * np.log(1 - AL)) / m")], "The minus sign is missing: a cross-entropy cost is never negative, because logarithms of numbers below 1 are."),
    ("compute_cost", [(" / m\n", "\n")], "The sum is right and not averaged: divide by m."),
    ("compute_cost", [(COST, "-np.sum(np.dot(Y.T, np.log(AL)) + np.dot((1 - Y).T, np.log(1 - AL))) / m")], "(m, 1) times (1, m) is a table of all pairs, and you summed all of it: multiply example by example, with `*`."),
    ("compute_cost", [(COST, "np.sum(-1 / m * Y * np.log(AL) + (1 - Y) * np.log(1 - AL))")], "The -1/m stands before the first term only: put both terms inside the brackets."),
    *(
        ("compute_cost", [("np.log(", f"np.log({small} + ")], "A small number is added inside the logarithm: leave it out, the formula has none.")
        for small in (1e-5, 1e-6, 1e-7, 1e-8)
    ),
    ("compute_cost", [("np.log(", "np.log10(")], "`np.log10` is the logarithm to base 10: the cost uses the natural one, `np.log`."),
    ("compute_cost", [("np.log(", "np.log2(")], "`np.log2` is the logarithm to base 2: the cost uses the natural one, `np.log`."),
    ("compute_cost", [("-np.sum(", "-np.mean(")], "You averaged twice: `np.mean` divides by m already."),
    ("compute_cost", [("Y * np.log(AL) + (1 - Y) * np.log(1 - AL)", "AL * np.log(Y) + (1 - AL) * np.log(1 - Y)")], "AL and Y are exchanged: you took the logarithm of the labels. Take it of the prediction AL."),
    ("compute_cost", [(COST, "np.sum((AL - Y) ** 2) / m")], "That is the mean squared error: this exercise asks for the cross-entropy, equation (7)."),
    ("compute_cost", [(COST, "np.sum((AL - Y) ** 2) / (2 * m)")], "That is half the mean squared error: this exercise asks for the cross-entropy, equation (7)."),
    ("compute_cost", [("Y * np.log(AL) + (1 - Y) * np.log(1 - AL)", "Y * np.log(AL)")], "The second term is missing: the examples with y = 0 count too, with (1 - y) log(1 - a)."),
    ("compute_cost", [("+ (1 - Y)", "- (1 - Y)")], "The two terms are added, and you subtract the second one."),
    ("compute_cost", [("np.log(AL) + (1 - Y) * np.log(1 - AL)", "np.log(1 - AL) + (1 - Y) * np.log(AL)")], "The logarithms are exchanged: y goes with log a, and 1 - y with log(1 - a)."),
    ("linear_backward", [(DW, "dW = dZ @ A_prev.T")], "dW is m times too large: divide by m."),
    ("linear_backward", [(DB, "db = np.sum(dZ, axis=1, keepdims=True)")], "db is m times too large: divide by m."),
    ("linear_backward", [(DW, "dW = dZ @ A_prev.T"), (DB, "db = np.sum(dZ, axis=1, keepdims=True)")], "dW and db are m times too large: divide both by m."),
    ("linear_backward", [("dA_prev = W.T @ dZ", "dA_prev = W.T @ dZ / m")], "dA_prev is divided by m: equation (10) has no 1/m."),
    ("linear_backward", [(DB, "db = np.sum(dZ) / m")], "db is one number, the sum over everything: sum over the examples only, with axis=1 and keepdims=True."),
    ("linear_backward", [("axis=1, keepdims", "axis=0, keepdims")], "axis=0 sums over the units: you want one number for each unit, so sum over the examples, axis=1."),
    ("linear_backward", [("axis=1, keepdims=True", "axis=1")], "Without keepdims=True the sum loses an axis: db must stay a column, (n, 1)."),
    ("linear_backward", [(DW, "dW = A_prev @ dZ.T / m")], "dW is transposed: it must have the shape of W, so dZ comes first: dZ times A_prev transposed."),
    ("linear_backward", [(DW, "dW = A_prev * dZ / m")], "dW is a matrix product of dZ and A_prev transposed: `@` or `np.dot`, not `*`."),
    ("linear_backward", [(DW, "dW = dZ * A_prev / m")], "dW is a matrix product of dZ and A_prev transposed: `@` or `np.dot`, not `*`."),
    ("linear_backward", [("m = A_prev.shape[1]", "m = A_prev.shape[0]")], "m is A_prev.shape[1]: shape[0] counts the inputs, and the examples are the columns."),
    ("linear_backward", [(DB, "db = np.mean(dZ, axis=1, keepdims=True) / m")], "db is averaged twice: `np.mean` divides by m already."),
    ("linear_backward", [("return dA_prev, dW, db", "return dW, db, dA_prev")], "The three results are in the wrong order: return dA_prev, dW, db."),
    ("linear_backward", [("return dA_prev, dW, db", "return dA_prev, db, dW")], "dW and db are exchanged: return dA_prev, dW, db."),
    ("linear_activation_backward", [("relu_backward(", "_("), ("sigmoid_backward(", "relu_backward("), (" _(", " sigmoid_backward(")], "The two branches are exchanged: with \"relu\" you take the sigmoid back, and with \"sigmoid\" the relu."),
    ("linear_activation_backward", [("linear_backward(dZ, linear_cache)", "linear_backward(dZ, cache)")], "Pass linear_cache to linear_backward: the whole cache is a pair of two caches."),
    ("linear_activation_backward", [("_backward(dA, activation_cache)", "_backward(dA, linear_cache)")], "The derivative of the activation needs Z, which is the activation_cache, not the linear_cache."),
    ("linear_activation_backward", [("relu_backward(dA, activation_cache)", "np.maximum(0, dA)")], "The relu's derivative depends on the sign of Z, not of dA: use `relu_backward`."),
    ("linear_activation_backward", [("sigmoid_backward(dA, activation_cache)", "dA * activation_cache * (1 - activation_cache)")], "The sigmoid's derivative is s(1 - s) with s = sigmoid(Z), not with Z: use `sigmoid_backward`."),
    ("linear_activation_backward", [("linear_backward(dZ, linear_cache)", "linear_backward(dA, linear_cache)")], "The activation's derivative is left out, and dA goes where dZ should: take dA back through the activation first, then give dZ to linear_backward."),
    ("L_model_backward", [("caches[L - 1]", "caches[L]")], "The list counts from 0: the last of L caches is caches[L - 1]."),
    ("L_model_backward", [("-(Y / AL - (1 - Y) / (1 - AL))", "Y / AL - (1 - Y) / (1 - AL)")], "Every gradient has the opposite sign: the minus in front of dAL, equation (12), is missing."),
    ("L_model_backward", [('grads["dA" + str(L - 1)] = dA_prev', 'grads["dA" + str(L)] = dA_prev')], "The step of layer L gives the gradient of its input: store it as dA{L-1}."),
    ("L_model_backward", [('dA = grads["dA" + str(l + 1)]', 'dA = grads["dA" + str(l)]')], "In turn l the gradient that comes in is dA{l+1}, which the turn before has stored."),
    ("L_model_backward", [('dA = grads["dA" + str(l + 1)]', 'dA = grads["dA" + str(L - 1)]')], "Every turn starts from dA{L-1}: that is right for 2 layers only. In turn l the gradient that comes in is dA{l+1}."),
    ("L_model_backward", [("(dA, caches[l],", "(dA, caches[0],")], "Every turn reads caches[0]: that is right for 2 layers only. In turn l read caches[l]."),
    ("L_model_backward", [("(dA, caches[l],", "(dA, caches[l + 1],")], "The cache is off by one: in turn l layer l + 1 is at work, and its cache is caches[l]."),
    ("L_model_backward", [('grads["dW" + str(l + 1)]', 'grads["dW" + str(l)]'), ('grads["db" + str(l + 1)]', 'grads["db" + str(l)]')], "A gradient carries the number of its parameter: in turn l store dW{l+1} and db{l+1}."),
    ("L_model_backward", [("dAL = -(Y / AL - (1 - Y) / (1 - AL))", "dAL = -(Y / AL - (1 - Y) / (1 - AL)) / Y.shape[1]")], "dAL is divided by m: the 1/m is in linear_backward already."),
    ("L_model_backward", [("-(Y / AL - (1 - Y) / (1 - AL))", "AL - Y")], "AL - Y is dZ of the last layer, not dAL: use equation (12), because sigmoid_backward follows."),
    ("L_model_backward", [('caches[l], "relu"', 'caches[l], "sigmoid"')], "The hidden layers go back with sigmoid: they used relu on the way forward."),
    ("L_model_backward", [('caches[L - 1], "sigmoid"', 'caches[L - 1], "relu"')], "The last layer goes back with relu: it used sigmoid on the way forward."),
    ("L_model_backward", [("Y / AL - (1 - Y) / (1 - AL)", "Y / AL + (1 - Y) / (1 - AL)")], "The two parts of dAL are subtracted, equation (12), and you add them."),
    ("L_model_backward", [("range(L - 1)", "range(L - 2)")], "The loop ends too early: it runs over l = L-2, ..., 1, 0."),
    ("update_parameters", [("W - ", "W + "), ("b - ", "b + ")], "You climb: the gradient points to where the cost grows, so subtract it."),
    ("update_parameters", [('["W" + str(l + 1)], params["b" + str(l + 1)]', '["W" + str(l)], params["b" + str(l)]')], "The loop counts from 0 and the layers from 1: in turn l update layer l + 1."),
    ("update_parameters", [("parameters = {}", "parameters = dict(params)"), ("range(L)", "range(1, L)")], "W1 and b1 did not move: the loop starts at 0, so that turn l updates layer l + 1."),
    ("update_parameters", [("parameters = {}", "parameters = dict(params)"), ("range(L)", "range(L - 1)")], "The last layer did not move: the loop runs over all L layers, range(L)."),
    ("update_parameters", [('grads["dW" +', 'grads["W" +')], "Gradients are stored under the name of the parameter with a d in front: dW1, db1."),
    ("update_parameters", [(STEP_B, "b")], "The weights moved and the biases did not: update b as well."),
    ("update_parameters", [(STEP_W, "W")], "The biases moved and the weights did not: update W as well."),
    ("update_parameters", [("learning_rate * grads", "0.0075 * grads")], "The learning rate is fixed at 0.0075: use the argument learning_rate."),
    ("update_parameters", [("learning_rate * grads", "0.1 * grads")], "The learning rate is fixed at 0.1: use the argument learning_rate."),
    ("update_parameters", [("learning_rate * grads", "0.01 * grads")], "The learning rate is fixed at 0.01: use the argument learning_rate."),
    ("update_parameters", [("learning_rate * grads", "grads")], "The learning rate is missing: multiply the gradient by it."),
    ("update_parameters", [(STEP_B, 'b - learning_rate * grads["dW" + str(l + 1)]')], "b grew columns, because dW is subtracted from it: subtract db."),
    ("update_parameters", [(STEP_W, 'learning_rate * grads["dW" + str(l + 1)]'), (STEP_B, 'learning_rate * grads["db" + str(l + 1)]')], "That is the step alone: subtract it from the parameter."),
    ("initialize_parameters", [("np.zeros((n_h, 1))", "np.zeros(n_h, 1)")], "`zeros` wants the sizes as one tuple, so in two pairs of brackets: np.zeros((2, 1))."),
    *(("initialize_parameters", [("np.random.seed(1)", f"np.random.seed({seed})")], f"These are the numbers of the seed {seed}: leave np.random.seed(1) as it stands.") for seed in (0, 2, 3, 42)),
    ("initialize_parameters", [("* 0.01", "* 0.001")], "Every weight is a tenth of the expected one: multiply by 0.01."),
    ("initialize_parameters_deep", [("* 0.01", "* 0.001")], "Every weight is a tenth of the expected one: multiply by 0.01."),
    *(("initialize_parameters_deep", [("np.random.seed(3)", f"np.random.seed({seed})")], f"These are the numbers of the seed {seed}: leave np.random.seed(3) as it stands.") for seed in (0, 1, 2, 42)),
    ("initialize_parameters_deep", [("np.zeros((layer_dims[l], 1))", "np.zeros(layer_dims[l], 1)")], "`zeros` wants the sizes as one tuple, so in two pairs of brackets: np.zeros((2, 1))."),
    ("initialize_parameters_deep", [("np.random.randn(layer_dims[l], layer_dims[l - 1])", "np.random.randn((layer_dims[l], layer_dims[l - 1]))")], "`randn` wants the sizes as separate arguments, not as one tuple. (`zeros` is the one that wants a tuple.)"),
    ("initialize_parameters_deep", [(W_DEEP, "np.zeros((layer_dims[l], layer_dims[l - 1]))")], "Weights that are all zero make all units of a layer the same, and they stay the same for ever. Draw them with `np.random.randn`."),
    ("linear_activation_forward", [("= sigmoid(Z)", "= Z, Z"), ("= relu(Z)", "= Z, Z")], "The activation is not applied: A is still Z. It should be g(Z)."),
    ("linear_activation_forward", [("= sigmoid(Z)", "= sigmoid(sigmoid(Z)[0])"), ("= relu(Z)", "= relu(relu(Z)[0])")], "The activation is applied twice: once to Z is enough."),
    ("linear_activation_forward", [("= sigmoid(Z)", "= sigmoid(sigmoid(Z)[0])[0], Z"), ("= relu(Z)", "= relu(relu(Z)[0])[0], Z")], "The activation is applied twice: once to Z is enough."),
    ("linear_activation_forward", [("relu(Z)", "(np.abs(Z), Z)")], "With \"relu\" you take the absolute value: the relu makes negative numbers 0."),
    ("linear_activation_forward", [("relu(Z)", "sigmoid(Z)")], "With \"relu\" you compute the sigmoid: use `relu` in that branch."),
    ("linear_activation_forward", [("sigmoid(Z)", "relu(Z)")], "With \"sigmoid\" you compute the relu: use `sigmoid` in that branch."),
    ("L_model_forward", [("range(1, L)", "range(1, L - 1)")], "The loop ends too early, and the last hidden layer is left out: it runs over the layers 1 to L - 1, range(1, L)."),
    ("L_model_forward", [("range(1, L)", "range(1, L + 1)")], "The loop runs one layer too far: layer L comes after it, with sigmoid, so the loop is range(1, L)."),
    ("L_model_forward", [("range(1, L)", "range(2, L)")], "The loop starts too late, and layer 1 is left out: it runs over the layers 1 to L - 1, range(1, L)."),
    ("compute_cost", [("Y * np.log(AL) + (1 - Y)", "(1 - Y)")], "The first term is missing: the examples with y = 1 count too, with y log(a)."),
    ("compute_cost", [("np.log(", "np.log1p(")], "`np.log1p(x)` is the logarithm of 1 + x: the cost uses the plain one, `np.log`."),
    ("compute_cost", [("/ m", "/ (2 * m)")], "The cost is halved: it is the average itself, 1/m times the sum, not 1/(2m)."),
    ("linear_backward", [("m = A_prev.shape[1]", "m = dZ.shape[0]")], "m is A_prev.shape[1]: shape[0] counts units, and the examples are the columns."),
    ("linear_backward", [("W.T @ dZ", "W @ dZ")], "W must be transposed for dA_prev: W^T has the shape (n_prev, n), and it is multiplied by dZ, (n, m)."),
    ("linear_backward", [("W.T @ dZ", "dZ @ W.T")], "The order matters: dA_prev is W transposed times dZ, and W^T comes first."),
    ("linear_backward", [("W.T @ dZ", "A_prev @ dZ.T")], "dA_prev is W transposed times dZ: A_prev belongs to dW."),
    ("linear_backward", [("W.T @ dZ", "A_prev.T @ dZ")], "dA_prev is W transposed times dZ: A_prev belongs to dW."),
    ("linear_backward", [("dZ @ A_prev.T", "dZ @ A_prev")], "A_prev must be transposed for dW: (n, m) times (m, n_prev)."),
    ("linear_activation_backward", [("sigmoid_backward(dA, activation_cache)", "dA * sigmoid(activation_cache)[0]")], "The factor (1 - s) is missing: the sigmoid's derivative is s(1 - s). Use `sigmoid_backward`."),
    ("linear_activation_backward", [("sigmoid_backward(", "relu_backward(")], "With \"sigmoid\" you take the relu back: use `sigmoid_backward` in that branch."),
    ("linear_activation_backward", [("relu_backward(", "sigmoid_backward(")], "With \"relu\" you take the sigmoid back: use `relu_backward` in that branch."),
    ("L_model_backward", [("Y / AL - (1 - Y) / (1 - AL)", "Y / AL")], "The second term of dAL is missing: the examples with y = 0 count too, equation (12)."),
    ("L_model_backward", [("reversed(range(L - 1))", "range(L - 1)")], "The loop counts upwards: it must go from the last hidden layer to the first, reversed(range(L - 1))."),
    ("L_model_backward", [("dA_prev, dW, db = linear_activation_backward(dAL", "dA_prev, db, dW = linear_activation_backward(dAL"), ("dA_prev, dW, db = linear_activation_backward(dA,", "dA_prev, db, dW = linear_activation_backward(dA,")], "dW and db are exchanged: linear_activation_backward returns dA_prev, dW, db."),
    ("update_parameters", [("learning_rate * grads", "learning_rate**2 * grads")], "The learning rate is squared: multiply the gradient by it once."),
    ("update_parameters", [('learning_rate * grads["dW" + str(l + 1)]', 'grads["dW" + str(l + 1)] / learning_rate'), ('learning_rate * grads["db" + str(l + 1)]', 'grads["db" + str(l + 1)] / learning_rate')], "The gradient is divided by the learning rate: multiply it."),
    ("update_parameters", [(STEP_W, 'W - learning_rate * np.mean(grads["dW" + str(l + 1)])'), (STEP_B, 'b - learning_rate * np.mean(grads["db" + str(l + 1)])')], "All entries take the same step, the mean of the gradient: each entry has a gradient of its own, so use the whole array, without mean."),
    ("update_parameters", [(STEP_W, 'learning_rate * (W - grads["dW" + str(l + 1)])'), (STEP_B, 'learning_rate * (b - grads["db" + str(l + 1)])')], "The parameter is multiplied by the learning rate too: it scales the gradient alone. Mind the brackets."),
    ("update_parameters", [("L = len(params) // 2", "L = len(grads) // 2")], "L is counted from grads, which also holds dA0, dA1, ...: there are len(params) // 2 layers."),
    ("update_parameters", [("L = len(params) // 2", "L = len(params)")], "L counts weights and biases: a layer has one of each, so there are len(params) // 2 layers."),
    ("update_parameters", [("return parameters", "return params")], "The parameters did not move: you return the old ones, params."),
    ("update_parameters", [(STEP_W, "W"), (STEP_B, "b")], "The parameters did not move: nothing is subtracted."),
    ("update_parameters", [(STEP_W, 'learning_rate * grads["dW" + str(l + 1)] - W'), (STEP_B, 'learning_rate * grads["db" + str(l + 1)] - b')], "Exactly minus the expected numbers: subtract the step from the parameter, not the parameter from the step."),
]  # fmt: skip


def more(solved, texts):
    """Two versions that are right mathematics, and meet a public case that no network made."""
    frozen = (
        "But the public case is frozen arithmetic: its AL holds 1.79 and belongs to another "
        "network, so there only equation (12) as it stands gives these numbers. Notebook 07 comes "
        "back to your idea."
    )
    # Both functions in a namespace where the sigmoid's step back can be replaced for them.
    namespace = dict(solved)
    exec(texts["linear_activation_backward"], namespace)
    exec(texts["L_model_backward"], namespace)

    def cut(AL, Y, caches):
        return solved["L_model_backward"](np.clip(AL, 1e-12, 1 - 1e-12), Y, caches)

    def shortcut(AL, Y, caches):
        # The sigmoid's step back gives AL - Y without looking at dA.
        namespace["sigmoid_backward"] = lambda dA, Z: AL - Y
        return namespace["L_model_backward"](AL, Y, caches)

    name = "L_model_backward"
    return [
        (name, cut, f"Your mathematics is right: you keep AL inside (0, 1). {frozen}"),
        (name, shortcut, f"Your mathematics is right: dZ = AL - Y for the last layer. {frozen}"),
    ]
