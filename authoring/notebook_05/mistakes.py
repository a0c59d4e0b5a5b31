"""The mistakes of notebook 05, one row per line; `authoring/mistakes.py` says how to read them."""

PRODUCT, SLOPE = "J = theta * x", "(J_plus - J_minus) / (2 * epsilon)"
MINUS = "J_minus = forward_propagation(x, theta - epsilon)"
GAP = "np.linalg.norm(grad - gradapprox)"
SIZE = "np.linalg.norm(grad) + np.linalg.norm(gradapprox)"
COLUMN = "np.concatenate([array.reshape(-1, 1) for array in parameters.values()])"
PIECE = "theta[start:end].reshape(rows, columns)"
GRAD = 'dictionary_to_vector({name: gradients["d" + name] for name in parameters})'
COPY_PLUS, COPY_MINUS = "theta_plus = theta.copy()", "theta_minus = theta.copy()"
J_MINUS = "J_minus = compute_cost(AL, Y)"
STEP_DOWN = "theta_minus[i] -= epsilon"
BY_UNITS, CORNER = ("A1.T / m", "A1.T / len(A1)"), ("(A1 > 0)", "(A1 >= 0)")
NAMED = 'grads["d" + key]'

TWO_SIDES = "That is the one-sided slope of equation (1): take a step to either side, equation (2)."
HALF = "The slope is twice as large as it should be: from theta - epsilon to theta + epsilon it is 2 epsilon."
BRACKETS = (
    "`a / 2 * epsilon` divides by 2 and multiplies by epsilon: put brackets around `2 * epsilon`."
)
NOT_RELATIVE = "That is the gap alone, an absolute difference: divide it by the sum of the two norms, equation (3)."
ONE_NORM = "The denominator holds one norm: equation (3) divides by the sum of both, of grad and of gradapprox."
NO_NORM = "The gap has a sign: take its length, `np.linalg.norm`, before you divide."
SQUARED = "You divide squares: a norm is the square root of the sum of squares, and `np.linalg.norm` takes it."
EXCHANGED = "grad and gradapprox have opposite signs: is it J_plus - J_minus, not the other way round, and grad - gradapprox in the numerator?"
ALWAYS_1 = "The difference is 1, the largest there is: your gradapprox is 0, or huge, or has the wrong sign, or the two are added. It is (J_plus - J_minus) in brackets, at theta + epsilon and at theta - epsilon, and then grad - gradapprox."
PIECES = "A piece has not as many numbers as its shape: it begins at `start`, the first one at 0, and has rows * columns numbers; `theta[start:end]` leaves out the entry at end by itself."
STAYS = "theta itself is moved down and never put back, so the next entries are measured at another place: move entry i in a copy, `theta.copy()`."
MASK = "dW1 and db1 are still off, and all others are right: they share dZ1. Its mask is missing, or lets everything through: an output of relu is never below 0, so A1 >= 0 always holds."
BOTH = "Both errors are still in it: dW2, and dW1 with db1, are off. By what is dW2 divided? And does the mask of dZ1 ever say no?"
ACCUSES_W1 = (
    "It accuses W1 every time. Either the gradients are taken as they come, in another order than "
    'the parameters: take each by its name, `grads["d" + name]`. Or any difference counts: rounding '
    "leaves a tiny one everywhere, so call a gradient wrong above 1e-4 only."
)
ITS_OWN_STEP = "The argument epsilon is not used: your step is always 1e-7."

# Another way to measure: entry by entry in the arguments themselves.
MOVED_IN_PLACE = """\
    grads, slopes = [], []
    for name, array in parameters.items():
        for where in np.ndindex(array.shape):
            array[where] += epsilon
            J_plus = compute_cost(L_model_forward(X, parameters)[0], Y)
            array[where] -= 2 * epsilon
            J_minus = compute_cost(L_model_forward(X, parameters)[0], Y)
            slopes.append((J_plus - J_minus) / (2 * epsilon))
            grads.append(gradients["d" + name][where])
    grads, slopes = np.array(grads), np.array(slopes)
    return np.linalg.norm(grads - slopes) / (np.linalg.norm(grads) + np.linalg.norm(slopes))
"""
ADDED = "J_plus and J_minus are added: a slope needs their difference."
AT_THETA = "J_minus is the cost at theta itself, not a step below it: does theta_minus start from theta_plus, or are both names for one array, as `theta_plus = theta` makes them? Start each from `theta.copy()`."

MISTAKES = [
    # forward_propagation
    ("forward_propagation", [(PRODUCT, "J = theta + x")], "You add theta and x: the model multiplies them."),
    ("forward_propagation", [(PRODUCT, "J = theta - x")], "You subtract x from theta: the model multiplies them."),
    ("forward_propagation", [(PRODUCT, "J = theta / x")], "You divide theta by x: the model multiplies them."),
    ("forward_propagation", [(PRODUCT, "J = theta * x**2")], "x is squared: J is theta times x, once."),
    ("forward_propagation", [(PRODUCT, "J = theta**2 * x")], "theta is squared: J is theta times x, once."),
    ("forward_propagation", [(PRODUCT, "J = theta**x")], "`**` is a power: a product is written with one star, theta * x."),
    ("forward_propagation", [(PRODUCT, "J = x")], "J is x alone: the factor theta is missing."),
    ("forward_propagation", [(PRODUCT, "J = theta")], "J is theta alone: the factor x is missing."),
    ("forward_propagation", [(PRODUCT, "J = 8")], "J is always 8: compute it from the arguments."),
    ("forward_propagation", [("return J", "print(theta * x)")], "It prints J and returns nothing: end with `return J`."),
    # backward_propagation
    ("backward_propagation", [("dtheta = x", "dtheta = theta")], "That is the derivative with respect to x: take it with respect to theta, and x is what is left."),
    ("backward_propagation", [("dtheta = x", "dtheta = theta * x")], "That is J itself: its derivative with respect to theta has no theta in it any more."),
    ("backward_propagation", [("dtheta = x", "dtheta = 1")], "1 is the derivative of theta: the factor x that stands beside it stays."),
    ("backward_propagation", [("dtheta = x", "dtheta = 0")], "The derivative is not 0: when theta grows by 1, J grows by x."),
    ("backward_propagation", [("dtheta = x", "dtheta = 2")], "dtheta is always 2: that is x of the public case. Use the argument."),
    ("backward_propagation", [("dtheta = x", "dtheta = -x")], "The sign is the other way round: when theta grows, J = theta x grows by x."),
    ("backward_propagation", [("dtheta = x", "dtheta = 2 * x")], "That is twice too much: J = theta x is no square, so there is no factor 2."),
    ("backward_propagation", [("dtheta = x", "dtheta = x**2")], "x is squared: J = theta x has x once, and so has its derivative."),
    ("backward_propagation", [("dtheta = x", "dtheta = 1 / x")], "That is the derivative of theta / x: J is theta times x."),
    ("backward_propagation", [("return dtheta", "print(x)")], "It prints dtheta and returns nothing: end with `return dtheta`."),
    # gradient_check
    ("gradient_check", [(SLOPE, "(J_plus - forward_propagation(x, theta)) / epsilon")], TWO_SIDES),
    ("gradient_check", [(SLOPE, "(forward_propagation(x, theta) - J_minus) / epsilon")], TWO_SIDES),
    ("gradient_check", [(SLOPE, "(J_plus - J_minus) / epsilon")], HALF),
    ("gradient_check", [(SLOPE, "(J_plus - J_minus) / 2 * epsilon")], BRACKETS),
    ("gradient_check", [(SLOPE, "J_plus - J_minus / (2 * epsilon)")], ALWAYS_1),
    ("gradient_check", [(SLOPE, "(J_plus - J_minus) / 2")], "The division by epsilon is missing: a slope is rise over run, and the run is 2 epsilon."),
    ("gradient_check", [(SLOPE, "(J_minus - J_plus) / (2 * epsilon)")], ALWAYS_1),
    ("gradient_check", [(SLOPE, "(J_plus + J_minus) / (2 * epsilon)")], ADDED),
    ("gradient_check", [("numerator / denominator", "numerator")], NOT_RELATIVE),
    ("gradient_check", [(SIZE, "np.linalg.norm(grad)")], ONE_NORM),
    ("gradient_check", [(SIZE, "np.linalg.norm(gradapprox)")], ONE_NORM),
    ("gradient_check", [(SIZE, "np.linalg.norm(grad) * np.linalg.norm(gradapprox)")], "You divide by the product of the norms: equation (3) has their sum."),
    ("gradient_check", [(SIZE, "np.linalg.norm(grad) - np.linalg.norm(gradapprox)")], "You divide by the difference of the norms, which is nearly 0: equation (3) has their sum."),
    ("gradient_check", [(GAP, "(grad - gradapprox)")], NO_NORM),
    ("gradient_check", [(GAP, f"{GAP} ** 2"), (SIZE, "np.linalg.norm(grad) ** 2 + np.linalg.norm(gradapprox) ** 2")], SQUARED),
    ("gradient_check", [(GAP, "np.linalg.norm(grad + gradapprox)")], ALWAYS_1),
    ("gradient_check", [("(x, theta + epsilon)", "(x + epsilon, theta)"), ("(x, theta - epsilon)", "(x - epsilon, theta)")], "x and theta are exchanged: it is theta that moves in both costs, and `backward_propagation(x, theta)` that gives grad."),
    ("gradient_check", [("grad = backward_propagation(x, theta)", "grad = forward_propagation(x, theta)")], "One of the two slopes is theta times the other: does grad come from forward_propagation, or is a step theta * epsilon? Take backward_propagation, and the step epsilon."),
    ("gradient_check", [("    J_plus =", "    epsilon = 1e-7\n    J_plus =")], ITS_OWN_STEP),
    ("gradient_check", [("return difference", "return gradapprox")], "You return gradapprox: return the difference of the two gradients, equation (3)."),
    ("gradient_check", [("return difference", "return difference < 1e-7")], "You return the verdict, True or False: return the difference itself, a number."),
    ("gradient_check", [(MINUS, "J_minus = forward_propagation(x, theta + epsilon)")], ALWAYS_1),
    ("gradient_check", [("(x, theta + epsilon)", "(x, x + epsilon)"), ("(x, theta - epsilon)", "(x, x - epsilon)")], "The difference is 0 also where theta is so large that rounding must show: grad must be backward_propagation(x, theta), and the two costs are those at theta + epsilon and theta - epsilon."),
    ("gradient_check", [("grad = backward_propagation(x, theta)", "grad = gradapprox")], "The difference is 0 also where theta is so large that rounding must show: grad must be backward_propagation(x, theta), and the two costs are those at theta + epsilon and theta - epsilon."),
    ("gradient_check", [(SLOPE, "J_plus - J_minus / 2 * epsilon")], "Both pairs of brackets are missing: (J_plus - J_minus) above the fraction line, and (2 * epsilon) below it."),
    ("gradient_check", [(SLOPE, "(J_plus - J_minus) / epsilon * 2")], "`a / epsilon * 2` multiplies by 2: put brackets around `2 * epsilon`."),
    ("gradient_check", [(SLOPE, "(J_plus - forward_propagation(x, theta)) / (2 * epsilon)")], "The second cost is that at theta itself: it must be at theta - epsilon, because the width is 2 epsilon."),
    ("gradient_check", [(SLOPE, "(J_plus + J_minus) / epsilon")], ADDED),
    ("gradient_check", [(SLOPE, "(J_plus + J_minus) / 2 * epsilon")], f"{ADDED} And put brackets around `2 * epsilon`."),
    ("gradient_check", [("(x, theta + epsilon)", "(x + epsilon, theta)")], "J_plus is measured at x + epsilon: the derivative is with respect to theta, so move theta."),
    # dictionary_to_vector
    ("dictionary_to_vector", [(COLUMN, "np.concatenate([array.reshape(-1) for array in parameters.values()])")], "theta is flat, with one axis: a column has the shape (n, 1), as `reshape(-1, 1)` makes it."),
    ("dictionary_to_vector", [(COLUMN, "np.concatenate([array.reshape(1, -1) for array in parameters.values()], axis=1)")], "theta is a row: a column has the shape (n, 1), as `reshape(-1, 1)` makes it."),
    ("dictionary_to_vector", [("reshape(-1, 1)", 'reshape(-1, 1, order="F")')], "The arrays are read column by column: read them row by row, as `reshape` does by itself, without a transpose and without `order`."),
    ("dictionary_to_vector", [("array.reshape(-1, 1)", "array.T.reshape(-1, 1)")], "The arrays are read column by column: read them row by row, as `reshape` does by itself, without a transpose and without `order`."),
    ("dictionary_to_vector", [("parameters.values()", "[parameters[key] for key in sorted(parameters)]")], "The arrays are sorted by their keys: keep the order of the dictionary, W1, b1, W2, b2."),
    ("dictionary_to_vector", [("parameters.values()", "[parameters[key] for key in reversed(parameters)]")], "The arrays come in the opposite order: keep the order of the dictionary."),
    ("dictionary_to_vector", [("parameters.values()", 'sorted(parameters.values(), key=lambda array: array.shape[1] == 1)')], "The biases come after all weights: keep the order of the dictionary, W1, b1, W2, b2."),
    ("dictionary_to_vector", [("parameters.values()", '[array for key, array in parameters.items() if "W" in key]')], "Only the weights are in it: the biases are parameters too."),
    ("dictionary_to_vector", [("parameters.values()", '[parameters[f"{letter}{l}"] for l in range(1, len(parameters) // 2 + 1) for letter in "Wb"]')],
     "The keys are fixed as W1, b1, ...: loop over the dictionary itself, it will be used for dW1, db1 too."),
    ("dictionary_to_vector", [("parameters.values()", '[parameters[key] for key in ("W1", "b1", "W2", "b2")]')], "The keys are fixed: loop over the dictionary itself, however many arrays it holds."),
    ("dictionary_to_vector", [("parameters.values()", '[parameters[key] for key in ("W1", "b1", "W2", "b2", "W3", "b3")]')], "The keys are fixed: loop over the dictionary itself, however many arrays it holds."),
    ("dictionary_to_vector", [(COLUMN, "np.concatenate([array.reshape(-1, 1) for array in parameters.values()], axis=1)")], "`axis=1` puts the columns side by side: they go one below the other, axis 0."),
    ("dictionary_to_vector", [(COLUMN, "np.concatenate(list(parameters.values()))")], "Arrays of different widths do not stack: make a column of each first, `reshape(-1, 1)`."),
    ("dictionary_to_vector", [(COLUMN, "[array.reshape(-1, 1) for array in parameters.values()]")], "It is a list of columns: join them with `np.concatenate`."),
    ("dictionary_to_vector", [("return theta", "return theta, list(parameters)")], "It returns the keys as well: only theta is asked for."),
    # vector_to_dictionary
    ("vector_to_dictionary", [(PIECE, 'theta[start:end].reshape(rows, columns, order="F")')], "The pieces are read column by column: read them row by row, as `reshape(rows, columns)` does by itself, without a transpose and without `order`."),
    ("vector_to_dictionary", [(PIECE, "theta[start:end].reshape(columns, rows).T")], "The pieces are read column by column: read them row by row, as `reshape(rows, columns)` does by itself, without a transpose and without `order`."),
    ("vector_to_dictionary", [(PIECE, "theta[start:end].reshape(columns, rows)")], "Rows and columns are exchanged: reshape to the shape as it is given."),
    ("vector_to_dictionary", [(PIECE, "theta[start:end]")], "The pieces keep the shape of a column: give each its own with `reshape`."),
    ("vector_to_dictionary", [(PIECE, "theta[start:end].ravel()")], "The pieces are flat: give each its shape with `reshape`."),
    ("vector_to_dictionary", [("        start = end\n", "")], "Every piece starts at the beginning of theta: after each piece, go on where it ends, `start = end`."),
    ("vector_to_dictionary", [(PIECE, "theta[: rows * columns].reshape(rows, columns)")], "Every piece starts at the beginning of theta: after each piece, go on where it ends."),
    ("vector_to_dictionary", [("start = end", "start = end + 1")], "A number is left out after each piece: the next one starts where this one ends, at `end`."),
    ("vector_to_dictionary", [("start = end", "start = rows * columns")], "`start` must grow from piece to piece: it is where this piece ends, not how long it is."),
    ("vector_to_dictionary", [("start = 0", "start = 1")], PIECES),
    ("vector_to_dictionary", [("end = start + rows * columns", "end = start + rows * columns - 1")], PIECES),
    ("vector_to_dictionary", [("end = start + rows * columns", "end = start + rows")], PIECES),
    ("vector_to_dictionary", [("end = start + rows * columns", "end = start + rows + columns")], PIECES),
    ("vector_to_dictionary", [("in shapes.items()", "in sorted(shapes.items())")], "The names are sorted: the pieces come in the order of shapes."),
    ("vector_to_dictionary", [("    return parameters", "        return parameters")], "It returns after the first piece: `return` belongs after the loop, not in it."),
    ("vector_to_dictionary", [("parameters[name] =", 'parameters["name"] =')], "The key is the text \"name\": without quotation marks it is the loop's variable."),
    ("vector_to_dictionary", [("    return parameters", "    return list(parameters.values())")], "It returns a list of the arrays: return the dictionary."),
    # gradient_check_n
    ("gradient_check_n", [("(J_plus - J_minus) / (2 * epsilon)", "(J_plus - compute_cost(L_model_forward(X, parameters)[0], Y)) / epsilon")], TWO_SIDES),
    ("gradient_check_n", [("(J_plus - J_minus) / (2 * epsilon)", "(J_plus - J_minus) / epsilon")], HALF),
    ("gradient_check_n", [("(J_plus - J_minus) / (2 * epsilon)", "(J_plus - J_minus) / 2 * epsilon")], BRACKETS),
    ("gradient_check_n", [("(J_plus - J_minus) / (2 * epsilon)", "(J_minus - J_plus) / (2 * epsilon)")], EXCHANGED),
    ("gradient_check_n", [("(J_plus - J_minus) / (2 * epsilon)", "(J_plus - J_minus) / 2")], "The division by epsilon is missing: a slope is rise over run, and the run is 2 epsilon."),
    ("gradient_check_n", [(COPY_PLUS, "theta_plus = theta"), (COPY_MINUS, "theta_minus = theta")], AT_THETA),
    ("gradient_check_n", [(COPY_PLUS, "theta_plus = theta"), (COPY_MINUS, "theta_minus = theta"), (STEP_DOWN, "theta_minus[i] -= 2 * epsilon")], STAYS),
    ("gradient_check_n", [(COPY_PLUS, "theta_plus = theta")], "theta itself is moved up, and theta_minus starts from there: move a copy, `theta.copy()`."),
    ("gradient_check_n", [(COPY_MINUS, "theta_minus = theta")], STAYS),
    ("gradient_check_n", [(STEP_DOWN, "theta_minus[i] += epsilon")], "J_plus and J_minus are the same. Is the second step down, `theta_minus[i] -= epsilon`? Does the second forward pass get theta_minus? And are theta_plus and theta_minus copies, `theta.copy()`, or two names of one array?"),
    ("gradient_check_n", [("theta_plus[i] += epsilon", "theta_plus += epsilon"), (STEP_DOWN, "theta_minus -= epsilon")], "All entries are moved at once: move entry i alone, `theta_plus[i]`."),
    ("gradient_check_n", [(GRAD, "dictionary_to_vector(gradients)")], "The gradients are in another order than the parameters, or hold more: pick them by name, \"d\" + name for each name of the parameters."),
    ("gradient_check_n", [(GRAD, 'dictionary_to_vector({name: gradient for name, gradient in gradients.items() if "dA" not in name})')],
     "The gradients are in another order than the parameters: pick them by name, \"d\" + name for each name of the parameters."),
    ("gradient_check_n", [(GRAD, 'dictionary_to_vector({name: gradients[name] for name in sorted(gradients) if "dA" not in name})')], "The gradients are sorted by name, and the parameters are not: pick \"d\" + name for each name of the parameters."),
    ("gradient_check_n", [(GRAD, "dictionary_to_vector({name: gradients[name] for name in parameters})")], "The gradient of \"W1\" has the key \"dW1\": put a \"d\" in front of the name."),
    ("gradient_check_n", [("numerator / denominator", "numerator")], NOT_RELATIVE),
    ("gradient_check_n", [(SIZE, "np.linalg.norm(grad)")], ONE_NORM),
    ("gradient_check_n", [(SIZE, "np.linalg.norm(gradapprox)")], ONE_NORM),
    ("gradient_check_n", [(SIZE, "np.linalg.norm(grad + gradapprox)")], "The denominator is the norm of the sum: it should be the sum of the two norms."),
    ("gradient_check_n", [(SIZE, "np.linalg.norm(grad) * np.linalg.norm(gradapprox)")], "You divide by the product of the norms: equation (3) has their sum."),
    ("gradient_check_n", [(GAP, "np.abs(np.linalg.norm(grad) - np.linalg.norm(gradapprox))")], "The numerator is the difference of the norms: it should be the norm of the difference, entry by entry."),
    ("gradient_check_n", [(GAP, "np.sum(np.abs(grad - gradapprox))"), (SIZE, "np.sum(np.abs(grad)) + np.sum(np.abs(gradapprox))")], "You add up absolute values: the norm of equation (3) is the root of the sum of squares, `np.linalg.norm`."),
    ("gradient_check_n", [(GAP, "np.max(np.abs(grad - gradapprox))"), (SIZE, "np.max(np.abs(grad)) + np.max(np.abs(gradapprox))")], "You take the largest entries: the norm of equation (3) is the root of the sum of squares, `np.linalg.norm`."),
    ("gradient_check_n", [(GAP, f"{GAP} ** 2"), (SIZE, "np.linalg.norm(grad) ** 2 + np.linalg.norm(gradapprox) ** 2")], SQUARED),
    ("gradient_check_n", [("    theta = dict", "    epsilon = 1e-7\n    theta = dict")], ITS_OWN_STEP),
    ("gradient_check_n", [("    theta = dict", "    AL, caches = L_model_forward(X, parameters)\n    from solved.notebook_04 import L_model_backward as own\n    gradients = own(AL, Y, caches)\n    theta = dict")],
     "The gradients that come in are never used: check those, and compute no others."),
    ("gradient_check_n", [("theta = dictionary_to_vector(parameters)", "theta = dictionary_to_vector(parameters).astype(np.float32)")], "The check runs in float32, with 7 digits: keep float64, which has 16."),
    ("gradient_check_n", [("range(len(theta))", "range(len(theta) - 1)")], "The last entry of theta is never moved: let i run over all of them, `range(len(theta))`."),
    ("gradient_check_n", [("range(len(theta))", "range(1, len(theta))")], "The first entry of theta is never moved: indices begin with 0."),
    ("gradient_check_n", [("range(len(theta))", "range(len(parameters))")], "The loop runs over the number of arrays: let i run over all entries of theta, `range(len(theta))`."),
    ("gradient_check_n", [("        gradapprox[i] =", "    gradapprox[i] =")], "Only the last entry of gradapprox is filled in: the line belongs in the loop."),
    ("gradient_check_n", [("compute_cost(AL, Y)", "compute_cost(Y, AL)")], "A cost is nan or inf: it is `compute_cost(AL, Y)`, the output first, with the AL of a network whose parameters were moved."),
    ("gradient_check_n", [("AL, _ = L_model_forward(", "AL = L_model_forward(")], "`L_model_forward` returns two things: take the first, `AL, _ = L_model_forward(...)`."),
    ("gradient_check_n", [("return difference", "return difference < 1e-7")], "You return the verdict, True or False: return the difference itself, a number."),
    ("gradient_check_n", [("return difference", "return gradapprox")], "You return gradapprox: return the difference of the two columns, equation (3)."),
    ("gradient_check_n", [("(J_plus - J_minus) / (2 * epsilon)", "(J_plus + J_minus) / (2 * epsilon)")], ADDED),
    ("gradient_check_n", [(COPY_MINUS, "theta_minus = theta_plus.copy()")], AT_THETA),
    # find_the_bug
    ("find_the_bug", [("name, largest = key, difference", 'name, largest = "d" + key, difference')], "It is the name of the gradient: return that of the parameter, \"W2\", without the d."),
    ("find_the_bug", [("return name", "return name or None")], "When all gradients are right, it returns None: return the empty text, \"\"."),
    ("find_the_bug", [("return name", 'return name or "none"')], "When all gradients are right, it returns a word: return the empty text, \"\"."),
    ("find_the_bug", [("return name", "return name.lower()")], "The name is in small letters: the weights have a capital W, as in \"W2\"."),
    ("find_the_bug", [("return name", "return name[-1:]")], "It returns the number of the layer alone: return the whole name, such as \"W2\"."),
    ("find_the_bug", [("1e-4", "0.0")], "When all gradients are right, it still accuses one: rounding leaves a tiny difference. Name none unless it is above 1e-4."),
    ("find_the_bug", [("if difference > largest:", "if not np.array_equal(grad, approx[key]):")], "It accuses every gradient, because rounding leaves a tiny difference everywhere: call one wrong above 1e-4 only."),
    ("find_the_bug", [("for key in parameters:", 'for key in ("W1", "W2", "W3"):')], "It checks the weights only: the gradient of a bias can be wrong too."),
    ("find_the_bug", [("for key in parameters:", 'for key in ("b1", "b2", "b3"):')], "It checks the biases only: the gradient of a weight can be wrong too."),
    ("find_the_bug", [("[2, 3, 2, 1]", "[2, 3, 1]"), ("seed=21", "seed=0")], "An error in layer 3 is never named: does your network have three layers, and does the loop compare W3 and b3 too?"),
    ("find_the_bug", [("[2, 3, 2, 1]", "[2, 1]"), ("seed=21", "seed=0")], "Your network has one layer, so an error in layers 2 and 3 is never seen: draw one with three."),
    ("find_the_bug", [("grads = backward(parameters, X, Y)", "grads = backward(parameters, X, Y)\n    grads = dict(zip(['d' + key for key in parameters], grads.values()))")],
     ACCUSES_W1),
    ("find_the_bug", [(NAMED, "np.abs(grads['d' + key])"), ("approx[key]", "np.abs(approx[key])")], "You compare absolute values: a gradient with the wrong sign looks right then."),
    ("find_the_bug", [("np.linalg.norm(grad - approx[key])", "np.abs(np.linalg.norm(grad) - np.linalg.norm(approx[key]))")],
     "You compare the norms: a wrong sign, or numbers in wrong places, leave the norm as it is. Take the norm of the difference."),
    ("find_the_bug", [("np.linalg.norm(grad - approx[key])", "np.abs(np.sum(grad - approx[key]))")], "You compare sums: the right numbers in wrong places have the right sum. Take the norm of the difference."),
    ("find_the_bug", [("1e-4", "0.05")], "Small errors are missed: a gradient is wrong as soon as its difference is above 1e-4."),
    ("find_the_bug", [("1e-4", "0.1")], "Small errors are missed: a gradient is wrong as soon as its difference is above 1e-4."),
    # backward_propagation_n
    ("backward_propagation_n", [BY_UNITS, CORNER], BOTH),
    ("backward_propagation_n", [BY_UNITS], "dW2 is still off, and all others are right: it is divided by the number of units of layer 1, not by the number of examples."),
    ("backward_propagation_n", [CORNER], MASK),
    ("backward_propagation_n", [("dA1 * (A1 > 0)", "dA1")], MASK),
    ("backward_propagation_n", [("A1.T / m", "A1.T")], "dW2 is off: it is not divided by m."),
    ("backward_propagation_n", [BY_UNITS, ("dA1 * (A1 > 0)", "dA1")], BOTH),
    ("backward_propagation_n", [("dA1 * (A1 > 0)", "dA1 * (A1 < 0)")], "dW1 and db1 are all zero: an output of relu is never below 0, so this mask lets nothing through."),
    ("backward_propagation_n", [("dA1 * (A1 > 0)", "dA1 * A1")], "dW1 and db1 are off: the derivative of relu is 0 or 1, a mask, not the output itself."),
    ("backward_propagation_n", [("dA1 * (A1 > 0)", "dA1 * (dA1 > 0)")], "dW1 and db1 are off: the mask asks for the sign of dA1. It should ask where the unit was on, A1 > 0."),
    ("backward_propagation_n", [("A1.T / m", "A1.T / A2.shape[0]")], "dW2 is still off, and all others are right: it is divided by the number of units of layer 2, not by the number of examples."),
    ("backward_propagation_n", [("dA1 * (A1 > 0)", "dA1 * (A1 > 0) / m"), ("X.T / m", "X.T")], "db1 is off: a division by m has moved into dZ1. It belongs in dW1 and db1."),
    ("backward_propagation_n", [("A1.T / m", "A1.T / len(A1)"), ("X.T / m", "X.T / len(X)"), ("A2.T / m", "A2.T / len(A2)")], "Every dW is divided by the number of units now: the other lines were right, so make dW2 like them."),
]  # fmt: skip

OTHER_SPELLINGS = [
    # forward_propagation
    ("forward_propagation", [("= theta * x", "= x + theta")], "You add theta and x"),
    ("forward_propagation", [("= theta *", "= theta **")], "`**` is a power: a product is written with one star"),
    ("forward_propagation", [("= theta * x", "= 0.5 * (theta * x) ** 2")], "It is wrong on the public case"),
    ("forward_propagation", [("return J", "print(J)")], "It prints J and returns nothing"),
    ("forward_propagation", [("= theta * x", "= np.array([[theta * x]])")], "It is an array that holds one number: `np.squeeze` takes the number out."),
    ("forward_propagation", [("= theta *", "= theta /")], "You divide theta by x"),
    # backward_propagation
    ("backward_propagation", [("return dtheta", "print(dtheta)")], "It prints dtheta and returns nothing"),
    ("backward_propagation", [("= x", "= x, theta")], "dtheta should be a number, and yours is a tuple of 2."),
    # gradient_check
    ("gradient_check", [(SLOPE, "(J_plus - forward_propagation(x, theta)) / epsilon")], "That is the one-sided slope of equation (1)"),
    ("gradient_check", [("(2 * epsilon)", "epsilon")], "The slope is twice as large as it should be"),
    ("gradient_check", [("(2 * epsilon)", "2 * epsilon")], "`a / 2 * epsilon` divides by 2 and multiplies by epsilon"),
    ("gradient_check", [("(J_plus - J_minus)", "J_plus - J_minus")], "The difference is 1"),
    ("gradient_check", [("J_plus - J_minus", "J_minus - J_plus")], "The difference is 1"),
    ("gradient_check", [("/ (" + SIZE + ")", "")], "That is the gap alone"),
    ("gradient_check", [("(" + SIZE + ")", "np.linalg.norm(grad)")], "The denominator holds one norm"),
    ("gradient_check", [("np.linalg.norm(grad - gradapprox) / (" + SIZE + ")", "(grad - gradapprox) / (grad + gradapprox)")], "difference: exactly minus the expected numbers, wherever they are wrong."),
    ("gradient_check", [("grad -", "grad +")], "The difference is 1"),
    ("gradient_check", [(", theta + epsilon", "+ epsilon, theta"), (", theta - epsilon", "- epsilon, theta")], "x and theta are exchanged: it is theta that moves"),
    ("gradient_check", [("))", ")) < 1e-7")], "You return the verdict"),
    ("gradient_check", [("np.linalg.norm(grad - gradapprox) / (" + SIZE + ")", "gradapprox")], "You return gradapprox"),
    ("gradient_check", [("slope)", "approx)"), ("slope", "eps = 1e-7\n    approx"), ("epsilon)\n             ", "eps) "), ("- epsilon", "- eps"), ("2.0 *", "2 *"), ("* epsilon", "* eps")], "The argument epsilon is not used", "absolute values"),
    ("gradient_check", [("+ np.", "* np.")], "You divide by the product of the norms"),
    ("gradient_check", [("return", "print("), ("))", ")))")], "(is a `return` missing?)"),
    # dictionary_to_vector
    ("dictionary_to_vector", [("reshape(-1, 1)", "ravel()")], "theta is flat, with one axis"),
    ("dictionary_to_vector", [("-1, 1", "1, -1"), ("])", "], axis=1)")], "theta is a row: a column has the shape (n, 1)"),
    ("dictionary_to_vector", [("-1, 1", "-1, 1, order='F'")], "The arrays are read column by column: read them row by row"),
    ("dictionary_to_vector", [("a.", "a.T.")], "The arrays are read column by column: read them row by row"),
    ("dictionary_to_vector", [("parameters.values()", "dict(sorted(parameters.items())).values()")],
     "The arrays are sorted by their keys"),
    ("dictionary_to_vector", [("for", "for k,"), ("values()", "items() if a.shape[1] > 1] + [a.reshape(-1, 1) for k, a in parameters.items() if a.shape[1] == 1")], "The biases come after all weights"),
    ("dictionary_to_vector", [("a.", "parameters[k]."), ("a in parameters.values()", "k in ['W1', 'b1', 'W2', 'b2']")], "The keys are fixed: loop over the dictionary itself"),
    ("dictionary_to_vector", [("a.", "parameters[k]."), ("a in parameters.values()", "k in ['W1', 'b1', 'W2', 'b2', 'W3', 'b3']")], "The keys are fixed: loop over the dictionary itself"),
    ("dictionary_to_vector", [("])", "], axis=1)")], "`axis=1` puts the columns side by side"),
    ("dictionary_to_vector", [(".reshape(-1, 1)", "")], "Arrays of different widths do not stack"),
    ("dictionary_to_vector", [("np.concatenate(", ""), ("])", "]")], "It is a list of columns"),
    ("dictionary_to_vector", [("parameters.values()])", "parameters.values()]), list(parameters)")],
     "It returns the keys as well"),
    ("dictionary_to_vector", [("return", "L = len(parameters) // 2\n    return"), ("for", "for k,"), ("values()", "items() if 'W' in k")], "Only the weights are in it"),
    # vector_to_dictionary
    ("vector_to_dictionary", [("end = start + rows * columns", ""), ("start:end", "start:start + rows * columns"), ("start = end", "")], "Every piece starts at the beginning of theta: after each piece, go on where it ends, `start = end`."),
    ("vector_to_dictionary", [("reshape(rows, columns)", "reshape((rows, columns), order='F')")], "The pieces are read column by column: read them row by row"),
    ("vector_to_dictionary", [("start +", ""), ("start:", "start:start +")], "`start` must grow from piece to piece"),
    ("vector_to_dictionary", [("* columns", "* columns - 1"), ("= end", "= end + 1")], "A piece has not as many numbers as its shape"),
    ("vector_to_dictionary", [("rows * columns", "sum((rows, columns))")], "A piece has not as many numbers as its shape"),
    ("vector_to_dictionary", [(", (rows, columns) in shapes.items():\n        ", " in sorted(shapes):\n        rows, columns = shapes[name]\n        ")], "The names are sorted"),
    ("vector_to_dictionary", [("numbers = iter(theta.ravel().tolist())", ""),
     ("name: np.array([[next(numbers) for _ in range(columns)] for _ in range(rows)])\n        for name, (rows, columns) in shapes.items()",
     "'W1': theta[:6].reshape(2, 3), 'b1': theta[6:8].reshape(2, 1), 'W2': theta[8:10].reshape(1, 2), 'b2': theta[10:11].reshape(1, 1)")],
      "It is right on the public case; the public case with other numbers.", "an iterator over the numbers"),
    ("vector_to_dictionary", [("return parameters", "")], "(is a `return` missing?)"),
    # gradient_check_n
    ("gradient_check_n", [(SLOPE, "(J_plus - compute_cost(L_model_forward(X, parameters)[0], Y)) / epsilon")], "That is the one-sided slope of equation (1)"),
    ("gradient_check_n", [("J_plus -", "compute_cost(L_model_forward(X, parameters)[0], Y) -"), ("(2 * epsilon)", "epsilon")], ", right gradients, epsilon"),
    ("gradient_check_n", [(".copy()", "")], "J_minus is the cost at theta itself"),
    ("gradient_check_n", [(".copy()", ""), ("-=", "-= 2 *")], "theta itself is moved down and never put back"),
    ("gradient_check_n", [(COPY_PLUS, "theta_plus = theta")], "theta itself is moved up"),
    ("gradient_check_n", [(COPY_MINUS, "theta_minus = theta")], "theta itself is moved down and never put back"),
    ("gradient_check_n", [('name: gradients["d" + name] for name in parameters', 'k: v for k, v in gradients.items() if k[:2] != "dA"')], "The gradients are in another order than the parameters: pick"),
    ("gradient_check_n", [('{name: gradients["d" + name] for name in parameters}', "gradients")], "The gradients are in another order than the parameters, or"),
    ("gradient_check_n", [('name: gradients["d" + name] for name in parameters', 'k: gradients[k] for k in sorted(gradients) if not k.startswith("dA")')], "The gradients are sorted by name"),
    ("gradient_check_n", [('name: gradients["d" + name] for name', "k: gradients[k] for k")], 'The gradient of "W1" has the key "dW1"'),
    ("gradient_check_n", [("(2 * epsilon)", "epsilon")], "The slope is twice as large as it should be"),
    ("gradient_check_n", [("(2 * epsilon)", "2 * epsilon")], "`a / 2 * epsilon` divides by 2 and multiplies by epsilon"),
    ("gradient_check_n", [("J_plus - J_minus", "J_minus - J_plus")], "grad and gradapprox have opposite signs"),
    ("gradient_check_n", [("/ (" + SIZE + ")", "")], "That is the gap alone"),
    ("gradient_check_n", [("(" + SIZE + ")", "np.linalg.norm(grad)")], "The denominator holds one norm"),
    ("gradient_check_n", [(GAP, "abs(np.linalg.norm(grad) - np.linalg.norm(gradapprox))")], "The numerator is the difference of the norms"),
    ("gradient_check_n", [("(" + SIZE + ")", "np.linalg.norm(grad + gradapprox)")], "The denominator is the norm of the sum"),
    ("gradient_check_n", [("(parameters)", "(parameters).astype(np.float32)")], "The check runs in float32"),
    ("gradient_check_n", [("[i] +=", "+="), ("[i] -=", "-=")], "All entries are moved at once"),
    ("gradient_check_n", [(", _ =", "=")], "`L_model_forward` returns two things"),
    ("gradient_check_n", [("len(theta)", "len(parameters)")], "The loop runs over the number of arrays"),
    ("gradient_check_n", [("AL, Y", "Y, AL")], "A cost is nan or inf"),
    ("gradient_check_n", [("len(theta)", "len(theta) - 1")], "The last entry of theta is never moved"),
    ("gradient_check_n", [("\n    theta", "\n    epsilon = 1e-7\n    theta")], "The argument epsilon is not used"),
    ("gradient_check_n", [("gradapprox))", "gradapprox)) < 1e-7")], "You return the verdict"),
    ("gradient_check_n", [("items(", "items()}\n    parameters = {k: parameters[k] for k in ('W1', 'b1', 'W2', 'b2', 'W3', 'b3'")], "parameters has no entry with the key 'W2' at that point; its keys are: W1, b1."),
    ("gradient_check_n", [("linalg.norm(grad - gradapprox) / (" + SIZE + ")", "max(np.abs(grad - gradapprox)) / (np.max(np.abs(grad)) + np.max(np.abs(gradapprox)))")], "You take the largest entries"),
    ("gradient_check_n", [("return", "print("), ("gradapprox))", "gradapprox)))")], "(is a `return` missing?)"),
    ("gradient_check_n", [("    shapes =", MOVED_IN_PLACE + "    shapes =")],
     "theta itself is moved down and never put back"),
    # find_the_bug
    ("find_the_bug", [("= key", '= "d" + key')], "It is the name of the gradient"),
    ("find_the_bug", [("return name", "return name or None")], "When all gradients are right, it returns None"),
    ("find_the_bug", [(", 1e-4", ", 0")], "When all gradients are right, it still accuses one"),
    ("find_the_bug", [("parameters:", '("W1", "W2", "W3"):')], "It checks the weights only"),
    ("find_the_bug", [("[2, 3, 2, 1], m=5, seed=21", "[3, 4, 1], m=6, seed=2")], "An error in layer 3 is never named"),
    ("find_the_bug", [("X, Y)", 'X, Y)\n    grads = dict(zip(["d" + k for k in parameters], grads.values()))')], "It accuses W1 every time"),
    ("find_the_bug", [(", 1e-4", ", 0.05")], "Small errors are missed"),
    ("find_the_bug", [("np.linalg.norm(grad - approx[key])", "abs(np.linalg.norm(grad) - np.linalg.norm(approx[key]))")], "You compare the norms"),
    ("find_the_bug", [("np.linalg.norm(grad - approx[key])", "abs(np.sum(grad - approx[key]))")], "You compare sums"),
    ("find_the_bug", [("return name", "return name.lower()")], "The name is in small letters"),
    ("find_the_bug", [("return name", "return int(name[1:] or 0)")], "name should be a string, and yours is of type int."),
    ("find_the_bug", [("np.linalg.norm(grad - approx[key]) / (\n            np.linalg.norm(grad) + np.linalg.norm(approx[key])\n        )", "np.any(grad != approx[key])")], "It accuses W1 every time"),
    ("find_the_bug", [("    shapes =", "    return gradient_check_n(parameters, grads, X, Y) > 1e-5\n    shapes =")], "name should be a string, and yours is of type bool."),
    ("find_the_bug", [("    return name", '    return "W2"')], "It is right on the public case"),
    ("find_the_bug", [("parameters, X, Y)\n", "parameters, X, Y.T)\n")], "ValueError: backward: X and Y have the shapes (2, 5) and (5,"),
    # backward_propagation_n
    ("backward_propagation_n", [("A1.T / m", "A1.T / len(A2)")], "dW2 is still off, and all others are right: it is divided by the number of units of layer 2"),
    ("backward_propagation_n", [("A1.T / m", "A1.T / 5")], "The number 5 in your code is right for one size only: take the size from the arguments."),
]  # fmt: skip

NOT_YET_NAMED = [
    # find_the_bug
    ("find_the_bug", [("return name", 'return name or "OK"')], "Where all gradients are right, the name is the empty text"),
]  # fmt: skip

UNEXPLAINED = {
    "forward_propagation": [
        [(PRODUCT, "J = x**2 * theta")],
        [(PRODUCT, "J = abs(theta * x)")],
        [(PRODUCT, "J = abs(theta) * x")],
        [(PRODUCT, "J = max(0, theta * x)")],
        [(PRODUCT, "J = int(theta * x)")],
        [(PRODUCT, "J = round(theta * x)")],
        [(PRODUCT, "J = theta * x + 1")],
        [(PRODUCT, "J = 2 * theta * x")],
        [(PRODUCT, "J = theta * 2")],
        [(PRODUCT, "J = 4 * x")],
        [(PRODUCT, "J = np.tanh(theta * x)")],
        [(PRODUCT, "J = x / theta")],
        [(PRODUCT, "J = theta * x if theta > 0 else 0")],
        [(PRODUCT, "J = np.array([theta * x])")],
    ],
    "backward_propagation": [
        [("dtheta = x", "dtheta = x + 1")],
        [("dtheta = x", "dtheta = abs(x)")],
        [("dtheta = x", "dtheta = int(x)")],
        [("dtheta = x", "dtheta = round(x, 1)")],
        [("dtheta = x", "dtheta = x * (theta > 0)")],
        [("dtheta = x", "dtheta = x if theta else 0")],
        [("dtheta = x", "dtheta = max(x, 0)")],
        [("dtheta = x", "dtheta = theta / 2")],
        [("dtheta = x", "dtheta = theta - 2")],
        [("dtheta = x", "dtheta = np.array([x])")],
        [("dtheta = x", "dtheta = x * np.sign(theta)")],
    ],
    "gradient_check": [
        [(SLOPE, "(J_plus - J_minus) / 2e-7")],
        [(SLOPE, "(J_plus - J_minus) / ((theta + epsilon) - (theta - epsilon))")],
        [("numerator / denominator", "2 * numerator / denominator")],
        [("numerator / denominator", "0.0")],
        [("numerator / denominator", "1e-10")],
        [("numerator / denominator", "round(numerator / denominator, 7)")],
        [("numerator / denominator", "min(numerator / denominator, 1e-7)")],
        [(SIZE, "max(abs(grad), abs(gradapprox))")],
        [(SIZE, "2 * np.linalg.norm(grad)")],
        [(SIZE, "grad + gradapprox")],
        [(SIZE, "np.hypot(grad, gradapprox)")],
        [("theta + epsilon", "np.float32(theta + epsilon)")],
        [("theta + epsilon", "theta * (1 + epsilon)"), ("theta - epsilon", "theta * (1 - epsilon)")],
    ],
    "dictionary_to_vector": [
        [(COLUMN, COLUMN + ".T")],
        [("parameters.values()", "[parameters[key] for key in sorted(parameters, key=str.lower)]")],
        [("parameters.values()", "[*parameters.values()][::-1]")],
        [("parameters.values()", '[a for key, a in parameters.items() if "W" in key]')],
        [("parameters.values()", '[a for key, a in parameters.items() if "b" in key]')],
        [("parameters.values()", "[*parameters.values()][:4]")],
        [("parameters.values()", "[*parameters.values()][:6]")],
        [("parameters.values()", '[parameters[k] for k in ("W1", "b1", "W2", "b2")]')],
        [("parameters.values()", '[parameters[k] for k in "W1 b1 W2 b2 W3 b3".split() if k in parameters]')],
        [("parameters.values()", '[parameters[f"{c}{n}"] for n in range(1, len(parameters) // 2 + 1) for c in "Wb"]')],
        [("parameters.values()", "sorted(parameters.values(), key=np.size)")],
        [("parameters.values()", "sorted(parameters.values(), key=np.size, reverse=True)")],
        [(COLUMN, "np.concatenate([np.unique(a).reshape(-1, 1) for a in parameters.values()])")],
        [(COLUMN, "np.concatenate([np.sort(a, axis=None).reshape(-1, 1) for a in parameters.values()])")],
        [(COLUMN, "np.concatenate([array for array in parameters.values()])")],
        [(COLUMN, COLUMN + ".astype(np.float32)")],
        [(COLUMN, COLUMN + ".astype(int)")],
        [(COLUMN, "np.arange(1.0, 12.0).reshape(-1, 1)")],
        [(COLUMN, COLUMN + "[:11]")],
        [(COLUMN, COLUMN + ".tolist()")],
    ],
    "vector_to_dictionary": [
        [(PIECE, "theta[-rows * columns :].reshape(rows, columns)")],
        [(PIECE, "np.resize(theta[start:end], (rows, columns))"), ("start = end", "start = end + 1")],
        [("* columns", "* columns - 1"), (PIECE, "np.resize(theta[start:end], (rows, columns))")],
        [(PIECE, "np.resize(theta[start:end], (rows, rows))")],
        [(PIECE, "theta[start:end].reshape(2, -1)")],
        [(PIECE, PIECE + ".tolist()")],
        [(PIECE, PIECE + ".astype(np.float32)")],
        [(PIECE, PIECE + ".round(2)")],
        [("in shapes.items()", "in [*shapes.items()][::-1]")],
        [("in shapes.items()", "in [*shapes.items()][:4]")],
        [("in shapes.items()", "in [*shapes.items()][:6]")],
        [("in shapes.items()", 'in [(n, s) for n, s in shapes.items() if n[0] == "W"]')],
        [("parameters[name]", "parameters[name.upper()]")],
        [("parameters[name]", 'parameters[name.removeprefix("d")]')],
        [("parameters[name]", "parameters[name[:2]]")],
    ],
    "gradient_check_n": [
        [(SLOPE, "(compute_cost(L_model_forward(X, parameters)[0], Y) - J_minus) / epsilon")],
        [(SLOPE, "(J_plus - J_minus) / 2e-7")],
        [("+=", "*= 1 +"), ("-=", "*= 1 -")],
        [("[i] +=", "[0] +="), ("[i] -=", "[0] -=")],
        [("[i] +=", "[: i + 1] +="), ("[i] -=", "[: i + 1] -=")],
        [(GRAD, 'dictionary_to_vector({n: g for n, g in gradients.items() if "dA" not in n})')],
        [(GRAD, 'dictionary_to_vector({n: gradients["d" + n] for n in sorted(parameters)})')],
        [(GRAD, "np.abs(" + GRAD + ")")],
        [(GRAD, GRAD + ".round(3)")],
        [(GRAD, GRAD + ".astype(np.float32)")],
        [("numerator / denominator", "0.0")],
        [("numerator / denominator", "round(numerator / denominator, 4)")],
        [("numerator / denominator", "min(numerator / denominator, 1e-7)")],
        [(SIZE, "2 * np.linalg.norm(grad)")],
        [(SIZE, "max(np.linalg.norm(grad), np.linalg.norm(gradapprox))")],
        [(GAP, "np.linalg.norm(grad) - np.linalg.norm(gradapprox)")],
        [(GAP, "np.sum(np.abs(grad - gradapprox))"), (SIZE, "np.sum(np.abs(grad) + np.abs(gradapprox))")],
        [("numerator / denominator", "np.max(np.abs(grad - gradapprox) / (np.abs(grad) + np.abs(gradapprox)))")],
        [("numerator / denominator", "np.mean(np.abs(grad - gradapprox) / (np.abs(grad) + np.abs(gradapprox)))")],
        [("    theta = dict", "    epsilon = 1e-5\n    theta = dict")],
        [("    theta = dict", "    X, Y = X[:, :1], Y[:, :1]\n    theta = dict")],
        [("    theta = dict", "    X, Y = X[:, :5], Y[:, :5]\n    theta = dict")],
        [("range(len(theta))", "range(min(len(theta), 26))")],
        [("range(len(theta))", "range(0, len(theta), 2)")],
        [("return difference", "return difference, gradapprox")],
    ],
    "find_the_bug": [
        [("return name", "return [name] if name else []")],
        [("return name", "return name[:1]")],
        [("1e-4", "1e-12")],
        [("1e-4", "0.3")],
        [("1e-4", "1.0")],
        [("for key in parameters:", 'for key in ("W1", "b1", "W2", "b2"):')],
        [("for key in parameters:", 'for key in ("W2", "b2", "W3", "b3"):')],
        [("for key in parameters:", 'for key in ("W1", "b1", "W3", "b3"):')],
        [("[2, 3, 2, 1]", "[2, 3, 1]")],
        [("[2, 3, 2, 1]", "[2, 1]")],
        [("shapes = {key", "grads = dict(zip(('d' + k for k in parameters), grads.values()))\n    shapes = {key")],
        [("np.linalg.norm(grad - approx[key])", "abs(np.linalg.norm(grad) - np.linalg.norm(approx[key]))")],
        [("np.linalg.norm(grad - approx[key])", "abs(np.sum(grad - approx[key]))")],
        [("np.linalg.norm(grad - approx[key])", "abs(grad - approx[key]).min()")],
        [("np.linalg.norm(grad - approx[key])", "abs(grad - approx[key])[0, 0]")],
        [("np.linalg.norm(grad - approx[key])", "abs(grad - approx[key])[-1, -1]")],
        [("np.linalg.norm(grad - approx[key])", "abs(grad.max() - approx[key].max())")],
        [("moved = theta.copy()", "moved = theta")],
        [("moved[i] += step", "moved += step")],
        [("(costs[0] - costs[1]) / 2e-6", "(costs[0] - costs[1]) / 1e-6")],
        [("(1e-6, -1e-6)", "(1e-6, 0.0)")],
        [("(1e-6, -1e-6)", "(0.5, -0.5)"), ("2e-6", "1.0")],
        [("(1e-6, -1e-6)", "(1e-15, -1e-15)"), ("2e-6", "2e-15")],
    ],
    "backward_propagation_n": [
        [("dA1 * (A1 > 0)", "np.maximum(0, dA1)")],
        [("dA1 * (A1 > 0)", "dA1 * (A1 > 0.1)")],
        [("dA1 * (A1 > 0)", "dA1 * A1 * (1 - A1)")],
        [("m = X.shape[1]", "m = 5")],
        [("m = X.shape[1]", "m = 1")],
        [("    dZ3 =", "    m = len(A1)\n    dZ3 =")],
        [("A3 - Y", "(A3 - Y) / m")],
        [("A3 - Y", "-(Y / A3 - (1 - Y) / (1 - A3))")],
        [("np.sum(dZ1, axis=1, keepdims=True)", "np.sum(dZ1)")],
        [("W3.T @ dZ3", "W3.T @ (A3 - Y) * A3 * (1 - A3)")],
        [('"dW1": dW1', '"W1": dW1')],
    ],
}  # fmt: skip


# Conditions on the arguments: a mutant is right only where one of them holds


def _depth(parameters):
    return len(parameters) // 2


RIGHT_ONLY_IF = {
    "forward_propagation": {
        "x > 0": lambda x, theta: x > 0,
        "theta > 0": lambda x, theta: theta > 0,
        "the same sign": lambda x, theta: x * theta > 0,
        "theta is not 0": lambda x, theta: theta != 0,
        "theta is not 1": lambda x, theta: theta != 1,
        "whole numbers": lambda x, theta: isinstance(x, int),
        "x > 1": lambda x, theta: x > 1,
        "theta > 1": lambda x, theta: theta > 1,
    },
    "gradient_check": {
        "x > 0": lambda x, theta, epsilon=1e-7: x > 0,
        "theta > 0": lambda x, theta, epsilon=1e-7: theta > 0,
        "the usual epsilon": lambda x, theta, epsilon=1e-7: epsilon == 1e-7,
        "another epsilon": lambda x, theta, epsilon=1e-7: epsilon != 1e-7,
        "x > 1": lambda x, theta, epsilon=1e-7: x > 1,
        "x == 3": lambda x, theta, epsilon=1e-7: x == 3,
    },
    "dictionary_to_vector": {
        "two layers": lambda parameters: _depth(parameters) == 2,
        "at most two layers": lambda parameters: _depth(parameters) <= 2,
        "keys from W1": lambda parameters: next(iter(parameters)) == "W1",
        "three inputs": lambda parameters: next(iter(parameters.values())).shape[1] == 3,
        "one output": lambda parameters: len([*parameters.values()][-1]) == 1,
        "more than two arrays": lambda parameters: len(parameters) > 2,
        "11 numbers": lambda parameters: sum(a.size for a in parameters.values()) == 11,
    },
    "vector_to_dictionary": {
        "two layers": lambda theta, shapes: _depth(shapes) == 2,
        "at most two layers": lambda theta, shapes: _depth(shapes) <= 2,
        "keys from W1": lambda theta, shapes: next(iter(shapes)) == "W1",
        "three inputs": lambda theta, shapes: next(iter(shapes.values()))[1] == 3,
        "one output": lambda theta, shapes: [*shapes.values()][-1][0] == 1,
        "more than two arrays": lambda theta, shapes: len(shapes) > 2,
        "11 numbers": lambda theta, shapes: len(theta) == 11,
    },
    "gradient_check_n": {
        "three layers": lambda parameters, *a: _depth(parameters) == 3,
        "at most three layers": lambda parameters, *a: _depth(parameters) <= 3,
        "more than one layer": lambda parameters, *a: _depth(parameters) > 1,
        "m == 5": lambda p, g, X, Y, *e: X.shape[1] == 5,
        "m > 1": lambda p, g, X, Y, *e: X.shape[1] > 1,
        "the usual epsilon": lambda p, g, X, Y, *e: not e,
        "another epsilon": lambda p, g, X, Y, *e: bool(e),
        "four inputs": lambda p, g, X, Y, *e: len(X) == 4,
        "no dA": lambda p, g, X, Y, *e: len(g) == len(p),
    },
    "backward_propagation_n": {
        "m == 5": lambda p, X, Y: X.shape[1] == 5,
        "m > 1": lambda p, X, Y: X.shape[1] > 1,
        "four inputs": lambda p, X, Y: len(X) == 4,
        "three units": lambda p, X, Y: len(p["b1"]) == 3,
        "falling sizes": lambda p, X, Y: len(X) > len(p["b1"]) > len(p["b2"]),
        "m above the widths": lambda p, X, Y: X.shape[1] > max(map(len, p.values())),
        "as many examples as units": lambda p, X, Y: X.shape[1] == len(p["b1"]),
    },
}


RIGHT_ONLY_IF["backward_propagation"] = RIGHT_ONLY_IF["forward_propagation"]
