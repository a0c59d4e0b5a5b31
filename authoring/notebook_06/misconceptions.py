"""Wrong versions of the exercises of notebook 06, as learners write them."""

from authoring.banks import wrong
from authoring.notebook_06.answers import BODY, DEEP, TWO, changed

FORWARD = "AL, caches = L_model_forward(X, parameters)"
UPDATE = "        parameters = update_parameters(parameters, grads, learning_rate)\n"
START_TWO, START = (
    "initialize_parameters(*layers_dims)",
    "initialize_parameters_scaled(layers_dims, seed)",
)
DA2 = "-(np.divide(Y, A2) - np.divide(1 - Y, 1 - A2))"


def flat(name, cause, expression):
    source = f"def flatten_and_standardize(images):\n    return {expression}\n"
    return wrong("flatten_and_standardize", name, cause, source)


def said(name, cause, expression, forward=FORWARD):
    source = f"def predict(X, parameters):\n    {forward}\n    return {expression}\n"
    return wrong("predict", name, cause, source)


def share(name, cause, expression):
    source = f"def accuracy(predictions, Y):\n    return {expression}\n"
    return wrong("accuracy", name, cause, source)


def start(name, cause, weights, biases="np.zeros((n, 1))", seed="seed", before=""):
    source = f"""
        def initialize_parameters_scaled(layers_dims, seed=1):
            np.random.seed({seed})
            parameters = {{}}
            for l in range(1, len(layers_dims)):
                n, n_prev = layers_dims[l], layers_dims[l - 1]
                {before or "pass"}
                parameters["W" + str(l)] = {weights}
                parameters["b" + str(l)] = {biases}
            return parameters
        """
    return wrong("initialize_parameters_scaled", name, cause, source)


def two(name, cause, *pairs):
    return wrong("two_layer_model", name, cause, changed(TWO, *pairs))


def deep(name, cause, *pairs):
    return wrong("L_layer_model", name, cause, changed(DEEP, *pairs))


def both(name, cause, *pairs):
    return [two(name, cause, *pairs), deep(name, cause, *pairs)]


W = "np.random.randn(n, n_prev) / np.sqrt(n_prev)"

MISCONCEPTIONS = [
    # Exercise 1
    flat("mixes the pictures", r"mix|transpos|row", "images.reshape(-1, images.shape[0]) / 255"),
    flat("not scaled", r"255", "images.reshape(images.shape[0], -1).T"),
    flat("pictures are rows", r"transpos|row", "images.reshape(images.shape[0], -1) / 255"),
    flat("whole-number division", r"//|round", "images.reshape(len(images), -1).T // 255"),
    flat("divided by 256", r"256|0\.99\d+ times", "images.reshape(len(images), -1).T / 256"),
    flat("divided by the largest", r"largest|dark", "images.reshape(len(images), -1).T / images.max()"),
    flat("all in one line", r"one line|column for each", "images.reshape(-1) / 255"),
    flat("transposed first", r"turns all axes|column by column", "images.T.reshape(-1, len(images)) / 255"),
    flat("minus one half", r"shift|black", "images.reshape(len(images), -1).T / 255 - 0.5"),
    flat("one channel only", r"channel", "images[:, :, :, 0].reshape(len(images), -1).T / 255"),
    flat(
        "mean and spread",
        r"mean.*(spread|255)",
        "(lambda x: (x - x.mean()) / x.std())(images.reshape(len(images), -1).T)",
    ),
    # Exercise 2
    said("the probabilities", r"probabilit", "AL"),
    said("the pair not taken apart", r"two things|apart", "AL > 0.5", "AL = L_model_forward(X, parameters)"),
    said("the caches", r"first|second", "AL > 0.5", "caches, AL = L_model_forward(X, parameters)"),
    said("cut off", r"cuts? off|compare", "AL.astype(int)"),
    said("the other way round", r"opposite|above", "(AL < 0.5).astype(int)"),
    said("compared with 0", r"0\.5", "(AL > 0).astype(int)"),
    said("flat", r"bracket|\(1, m\)", "(AL > 0.5).astype(int).flatten()"),
    said("upright", r"transpos|\(1, m\)", "(AL > 0.5).astype(int).T"),
    said("minus one", r"0 and 1", "np.where(AL > 0.5, 1, -1)"),
    said("above the mean", r"mean", "(AL > np.mean(AL)).astype(int)"),
    said("argmax", r"argmax|row", "np.argmax(AL, axis=0)[None, :]"),
    wrong(
        "predict",
        "two layers only",
        r"two layers|any number",
        """
        def predict(X, parameters):
            A1 = np.maximum(0, parameters["W1"] @ X + parameters["b1"])
            Z2 = parameters["W2"] @ A1 + parameters["b2"]
            return (Z2 > 0).astype(int)
        """,
    ),
    # Exercise 3
    share("a row and a column", r"table|\(m, 1\)|transpos", "np.mean(predictions == Y.T)"),
    share("a column and a row", r"table|\(m, 1\)|transpos", "(predictions.reshape(-1, 1) == Y).mean()"),
    share("the mistakes", r"mistake", "np.mean(predictions != Y)"),
    share("the number", r"number of|divide", "np.sum(predictions == Y)"),
    share("in percent", r"percent|100 times", "100 * np.mean(predictions == Y)"),
    share("len(Y)", r"len\(Y\)|columns", "np.sum(predictions == Y) / len(Y)"),
    share("no mean", r"mean", "predictions == Y"),
    share("ones only", r"zeros? agree|only the ones", "np.sum(predictions * Y) / Y.shape[1]"),
    share("all or nothing", r"`all`|every one", "float((predictions == Y).all())"),
    share("in brackets", r"bracket|axis", "np.mean(predictions == Y, axis=1)"),
    share("mean distance", r"mistake", "np.mean(np.abs(predictions - Y))"),
    share("recall", r"label 1|both labels", "np.sum(predictions * Y) / max(np.sum(Y), 1)"),
    # Exercise 4
    *both(
        "the parameters not kept",
        r"never change|return",
        UPDATE,
        UPDATE.replace("parameters = ", ""),
    ),
    *both("fixed rate", r"learning_rate|fixed", UPDATE, UPDATE.replace("learning_rate", "0.0075")),
    *both("uphill", r"uphill|rise|subtract", UPDATE, UPDATE.replace("learning_rate", "-learning_rate")),
    *both("one iteration too many", r"too many|one .*iteration", "range(num_iterations)", "range(num_iterations + 1)"),
    *both("one iteration too few", r"missing", "range(num_iterations)", "range(1, num_iterations)"),
    *both("every cost kept", r"every cost|100", BODY, "        costs.append(cost)\n"),
    *both(
        "the last cost kept too",
        r"last",
        "        if i % 100 == 0:\n",
        "        if i % 100 == 0 or i == num_iterations - 1:\n",
    ),
    *both(
        "costs only when printed",
        r"print",
        BODY,
        "        if print_cost and i % 100 == 0:\n            costs.append(cost)\n            print(i, cost)\n",
    ),
    *both(
        "returned within the loop",
        r"within the loop|return",
        "    return parameters, costs",
        "        return parameters, costs",
    ),
    *both("results exchanged", r"order|exchanged", "return parameters, costs", "return costs, parameters"),
    *both("a division by m too many", r"m times", UPDATE, UPDATE.replace("learning_rate)", "learning_rate / X.shape[1])")),
    *both("the gradients returned", r"gradients", "return parameters, costs", "return grads, costs"),
    two("sigmoid in the hidden layer", r"relu", 'parameters["b1"], "relu"', 'parameters["b1"], "sigmoid"'),
    two("the hidden layer back with sigmoid", r"relu|hidden", 'cache1, "relu"', 'cache1, "sigmoid"'),
    two("the output back with relu", r"output|sigmoid", 'cache2, "sigmoid"', 'cache2, "relu"'),
    two("dA2 without its minus", r"minus|sign|rises", DA2, "np.divide(Y, A2) - np.divide(1 - Y, 1 - A2)"),
    two("dZ for dA", r"dZ|A2 - Y", DA2, "A2 - Y"),
    two("dA2 divided by m", r"1/m|divided by m|m times", DA2, DA2 + " / X.shape[1]"),
    two("the caches exchanged", r"cache", "dA2, cache2", "dA2, cache1", "dA1, cache1", "dA1, cache2"),
    two("the start within the loop", r"anew|before the loop", "    for i in range(num_iterations):\n", f"    for i in range(num_iterations):\n        parameters = {START_TWO}\n"),
    two("the deep start", r"start", START_TWO, "initialize_parameters_deep(layers_dims)"),
    two("b1 forgotten", r"b1", UPDATE, "        grads['db1'] = 0 * grads['db1']\n" + UPDATE),
    two("squared error", r"squared|cross-entropy", "compute_cost(A2, Y)", "np.mean((A2 - Y) ** 2)"),
    # Exercise 5
    start("0.01", r"0\.01|root|sqrt", "np.random.randn(n, n_prev) * 0.01"),
    start("no scale", r"scale|sqrt", "np.random.randn(n, n_prev)"),
    start("He", r"\bHe\b|sqrt\(2", "np.random.randn(n, n_prev) * np.sqrt(2 / n_prev)"),
    start("by its units", r"n_prev|inputs", "np.random.randn(n, n_prev) / np.sqrt(n)"),
    start("no root", r"root", "np.random.randn(n, n_prev) / n_prev"),
    start("multiplied", r"multiply|divide", "np.random.randn(n, n_prev) * np.sqrt(n_prev)"),
    start("uniform", r"rand\b|positive", "np.random.rand(n, n_prev) / np.sqrt(n_prev)"),
    start("seed in the loop", r"before the loop|once", W, before="np.random.seed(seed)"),
    start("seed fixed", r"seed", W, seed="1"),
    start("flat biases", r"column|bracket|\(n, 1\)", W, "np.zeros(n)"),
    start("random biases", r"zero", W, "np.random.randn(n, 1)"),
    start("a tuple for randn", r"separate|tuple", "np.random.randn((n, n_prev)) / np.sqrt(n_prev)"),
    start("sizes exchanged", r"rows|exchanged", "np.random.randn(n_prev, n) / np.sqrt(n)", "np.zeros((n_prev, 1))"),
    # Exercise 6
    deep("the start of notebook 04", r"0\.01|initialize_parameters_scaled", START, "initialize_parameters_deep(layers_dims)"),
    deep("the seed not handed on", r"seed", START, "initialize_parameters_scaled(layers_dims)"),
    deep("the start within the loop", r"anew|before the loop", "    for i in range(num_iterations):\n", f"    for i in range(num_iterations):\n        parameters = {START}\n"),
    deep("AL and Y exchanged", r"exchanged", "L_model_backward(AL, Y, caches)", "L_model_backward(Y, AL, caches)"),
    deep("the cost after the step", r"after the update|before", UPDATE, UPDATE + "        cost = compute_cost(L_model_forward(X, parameters)[0], Y)\n"),
    deep("two steps at a time", r"two steps|once", UPDATE, UPDATE + UPDATE),
    deep("forward once", r"once|each iteration", f"        {FORWARD}\n", "", "    for i in", f"    {FORWARD}\n    for i in"),
    deep("rounded answers", r"round|probabilit", "L_model_backward(AL, Y, caches)", "L_model_backward(np.round(AL), Y, caches)"),
]  # fmt: skip
