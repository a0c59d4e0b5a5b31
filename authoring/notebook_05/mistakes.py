"""Wrong versions of the exercises of notebook 05, a line each."""

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
EXCHANGED = (
    "The measured slope has the wrong sign: it is J_plus - J_minus, not the other way round."
)
ALWAYS_1 = "The difference is 1, the largest there is: your gradapprox is 0, or huge, or has the wrong sign, or the two are added. It is (J_plus - J_minus) in brackets, at theta + epsilon and at theta - epsilon, and then grad - gradapprox."
PIECES = "A piece has not as many numbers as its shape: it begins at `start`, the first one at 0, and has rows * columns numbers; `theta[start:end]` leaves out the entry at end by itself."
STAYS = "theta itself is moved down and never put back, so the next entries are measured at another place: move entry i in a copy, `theta.copy()`."
MASK = "dW1 and db1 are still off, and all others are right: they share dZ1. Its mask is missing, or lets everything through: an output of relu is never below 0, so A1 >= 0 always holds."
BOTH = "Both errors are still in it: dW2, and dW1 with db1, are off. By what is dW2 divided? And does the mask of dZ1 ever say no?"
ITS_OWN_STEP = "The argument epsilon is not used: your step is always 1e-7."

WRONG_VERSIONS = [
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
    ("gradient_check", [(SLOPE, "(J_plus - forward_propagation(x, theta)) / epsilon")], TWO_SIDES),
    ("gradient_check", [(SLOPE, "(forward_propagation(x, theta) - J_minus) / epsilon")], TWO_SIDES),
    ("gradient_check", [(SLOPE, "(J_plus - J_minus) / epsilon")], HALF),
    ("gradient_check", [(SLOPE, "(J_plus - J_minus) / 2 * epsilon")], BRACKETS),
    ("gradient_check", [(SLOPE, "J_plus - J_minus / (2 * epsilon)")], ALWAYS_1),
    ("gradient_check", [(SLOPE, "(J_plus - J_minus) / 2")], "The division by epsilon is missing: a slope is rise over run, and the run is 2 epsilon."),
    ("gradient_check", [(SLOPE, "(J_minus - J_plus) / (2 * epsilon)")], ALWAYS_1),
    ("gradient_check", [(SLOPE, "(J_plus + J_minus) / (2 * epsilon)")], "J_plus and J_minus are added: a slope needs their difference."),
    ("gradient_check", [("numerator / denominator", "numerator")], NOT_RELATIVE),
    ("gradient_check", [(SIZE, "np.linalg.norm(grad)")], ONE_NORM),
    ("gradient_check", [(SIZE, "np.linalg.norm(gradapprox)")], ONE_NORM),
    ("gradient_check", [(SIZE, "np.linalg.norm(grad) * np.linalg.norm(gradapprox)")], "You divide by the product of the norms: equation (3) has their sum."),
    ("gradient_check", [(SIZE, "np.linalg.norm(grad) - np.linalg.norm(gradapprox)")], "You divide by the difference of the norms, which is nearly 0: equation (3) has their sum."),
    ("gradient_check", [(GAP, "(grad - gradapprox)")], NO_NORM),
    ("gradient_check", [(GAP, f"{GAP} ** 2"), (SIZE, "np.linalg.norm(grad) ** 2 + np.linalg.norm(gradapprox) ** 2")], SQUARED),
    ("gradient_check", [(GAP, "np.linalg.norm(grad + gradapprox)")], ALWAYS_1),
    ("gradient_check", [("(x, theta + epsilon)", "(x + epsilon, theta)"), ("(x, theta - epsilon)", "(x - epsilon, theta)")], "You move x: the derivative is with respect to theta, so move theta."),
    ("gradient_check", [("grad = backward_propagation(x, theta)", "grad = forward_propagation(x, theta)")], "grad comes from forward_propagation: what is checked is backward_propagation."),
    ("gradient_check", [("    J_plus =", "    epsilon = 1e-7\n    J_plus =")], ITS_OWN_STEP),
    ("gradient_check", [("return difference", "return gradapprox")], "You return gradapprox: return the difference of the two gradients, equation (3)."),
    ("gradient_check", [("return difference", "return difference < 1e-7")], "You return the verdict, True or False: return the difference itself, a number."),
    ("gradient_check", [(MINUS, "J_minus = forward_propagation(x, theta + epsilon)")], ALWAYS_1),
    ("dictionary_to_vector", [(COLUMN, "np.concatenate([array.reshape(-1) for array in parameters.values()])")], "theta is flat, with one axis: a column has the shape (n, 1), as `reshape(-1, 1)` makes it."),
    ("dictionary_to_vector", [(COLUMN, "np.concatenate([array.reshape(1, -1) for array in parameters.values()], axis=1)")], "theta is a row: a column has the shape (n, 1), as `reshape(-1, 1)` makes it."),
    ("dictionary_to_vector", [("reshape(-1, 1)", 'reshape(-1, 1, order="F")')], "The arrays are read column by column: read them row by row, as `reshape` does by itself."),
    ("dictionary_to_vector", [("array.reshape(-1, 1)", "array.T.reshape(-1, 1)")], "The arrays are read column by column: leave out the transpose."),
    ("dictionary_to_vector", [("parameters.values()", "[parameters[key] for key in sorted(parameters)]")], "The arrays are sorted by their keys: keep the order of the dictionary, W1, b1, W2, b2."),
    ("dictionary_to_vector", [("parameters.values()", "[parameters[key] for key in reversed(parameters)]")], "The arrays come in the opposite order: keep the order of the dictionary."),
    ("dictionary_to_vector", [("parameters.values()", 'sorted(parameters.values(), key=lambda array: array.shape[1] == 1)')], "The biases come after all weights: keep the order of the dictionary, W1, b1, W2, b2."),
    ("dictionary_to_vector", [("parameters.values()", '[array for key, array in parameters.items() if "W" in key]')], "Only the weights are in it: the biases are parameters too."),
    ("dictionary_to_vector", [("parameters.values()", '[parameters[f"{letter}{l}"] for l in range(1, len(parameters) // 2 + 1) for letter in "Wb"]')], "The keys are fixed as W1, b1, ...: loop over the dictionary itself, it will be used for dW1, db1 too."),
    ("dictionary_to_vector", [("parameters.values()", '[parameters[key] for key in ("W1", "b1", "W2", "b2")]')], "The keys are fixed: loop over the dictionary itself, however many arrays it holds."),
    ("dictionary_to_vector", [("parameters.values()", '[parameters[key] for key in ("W1", "b1", "W2", "b2", "W3", "b3")]')], "The keys are fixed: loop over the dictionary itself, however many arrays it holds."),
    ("dictionary_to_vector", [(COLUMN, "np.concatenate([array.reshape(-1, 1) for array in parameters.values()], axis=1)")], "`axis=1` puts the columns beside each other: they go below each other, axis 0."),
    ("dictionary_to_vector", [(COLUMN, "np.concatenate(list(parameters.values()))")], "Arrays of different widths do not stack: make a column of each first, `reshape(-1, 1)`."),
    ("dictionary_to_vector", [(COLUMN, "[array.reshape(-1, 1) for array in parameters.values()]")], "It is a list of columns: join them with `np.concatenate`."),
    ("dictionary_to_vector", [("return theta", "return theta, list(parameters)")], "It returns the keys as well: only theta is asked for."),
    ("vector_to_dictionary", [(PIECE, 'theta[start:end].reshape(rows, columns, order="F")')], "The pieces are read column by column: read them row by row, as `reshape` does by itself."),
    ("vector_to_dictionary", [(PIECE, "theta[start:end].reshape(columns, rows).T")], "The pieces are read column by column: reshape to (rows, columns) at once, without a transpose."),
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
    ("vector_to_dictionary", [("    return parameters", "        return parameters")], "It returns after the first piece: `return` stands behind the loop, not in it."),
    ("vector_to_dictionary", [("parameters[name] =", 'parameters["name"] =')], "The key is the text \"name\": without quotation marks it is the loop's variable."),
    ("vector_to_dictionary", [("    return parameters", "    return list(parameters.values())")], "It returns a list of the arrays: return the dictionary."),
    ("gradient_check_n", [("(J_plus - J_minus) / (2 * epsilon)", "(J_plus - compute_cost(L_model_forward(X, parameters)[0], Y)) / epsilon")], TWO_SIDES),
    ("gradient_check_n", [("(J_plus - J_minus) / (2 * epsilon)", "(J_plus - J_minus) / epsilon")], HALF),
    ("gradient_check_n", [("(J_plus - J_minus) / (2 * epsilon)", "(J_plus - J_minus) / 2 * epsilon")], BRACKETS),
    ("gradient_check_n", [("(J_plus - J_minus) / (2 * epsilon)", "(J_minus - J_plus) / (2 * epsilon)")], EXCHANGED),
    ("gradient_check_n", [("(J_plus - J_minus) / (2 * epsilon)", "(J_plus - J_minus) / 2")], "The division by epsilon is missing: a slope is rise over run, and the run is 2 epsilon."),
    ("gradient_check_n", [(COPY_PLUS, "theta_plus = theta"), (COPY_MINUS, "theta_minus = theta")], "The entries do not get back to their places: `theta_plus = theta` is the same array under another name. Take `theta.copy()`."),
    ("gradient_check_n", [(COPY_PLUS, "theta_plus = theta"), (COPY_MINUS, "theta_minus = theta"), (STEP_DOWN, "theta_minus[i] -= 2 * epsilon")], STAYS),
    ("gradient_check_n", [(COPY_PLUS, "theta_plus = theta")], "theta itself is moved up, and theta_minus starts from there: move a copy, `theta.copy()`."),
    ("gradient_check_n", [(COPY_MINUS, "theta_minus = theta")], STAYS),
    ("gradient_check_n", [(STEP_DOWN, "theta_minus[i] += epsilon")], "J_plus and J_minus are the same. Is the second step down, `theta_minus[i] -= epsilon`? And are theta_plus and theta_minus copies, `theta.copy()`, or two names of one array?"),
    ("gradient_check_n", [("theta_plus[i] += epsilon", "theta_plus += epsilon"), (STEP_DOWN, "theta_minus -= epsilon")], "All entries are moved at once: move entry i alone, `theta_plus[i]`."),
    ("gradient_check_n", [(GRAD, "dictionary_to_vector(gradients)")], "The gradients are in another order than the parameters, or hold more: pick them by name, \"d\" + name for each name of the parameters."),
    ("gradient_check_n", [(GRAD, 'dictionary_to_vector({name: gradient for name, gradient in gradients.items() if "dA" not in name})')], "The gradients are in another order than the parameters: pick them by name, \"d\" + name for each name of the parameters."),
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
    ("gradient_check_n", [("    theta = dict", "    AL, caches = L_model_forward(X, parameters)\n    from solved.notebook_04 import L_model_backward as own\n    gradients = own(AL, Y, caches)\n    theta = dict")], "The gradients that are handed in are not looked at: check these, do not compute others."),
    ("gradient_check_n", [("theta = dictionary_to_vector(parameters)", "theta = dictionary_to_vector(parameters).astype(np.float32)")], "The check runs in float32, with 7 digits: keep float64, which has 16."),
    ("gradient_check_n", [("range(len(theta))", "range(len(theta) - 1)")], "The last entry of theta is never moved: let i run over all of them, `range(len(theta))`."),
    ("gradient_check_n", [("range(len(theta))", "range(1, len(theta))")], "The first entry of theta is never moved: indices begin with 0."),
    ("gradient_check_n", [("range(len(theta))", "range(len(parameters))")], "The loop runs over the number of arrays: let i run over all entries of theta, `range(len(theta))`."),
    ("gradient_check_n", [("        gradapprox[i] =", "    gradapprox[i] =")], "Only the last entry of gradapprox is filled in: the line belongs into the loop."),
    ("gradient_check_n", [("compute_cost(AL, Y)", "compute_cost(Y, AL)")], "AL and Y are exchanged: it is `compute_cost(AL, Y)`."),
    ("gradient_check_n", [("AL, _ = L_model_forward(", "AL = L_model_forward(")], "`L_model_forward` returns two things: take the first, `AL, _ = L_model_forward(...)`."),
    ("gradient_check_n", [("return difference", "return difference < 1e-7")], "You return the verdict, True or False: return the difference itself, a number."),
    ("gradient_check_n", [("return difference", "return gradapprox")], "You return gradapprox: return the difference of the two columns, equation (3)."),
    ("find_the_bug", [("name, largest = key, difference", 'name, largest = "d" + key, difference')], "It is the name of the gradient: return that of the parameter, \"W2\", without the d."),
    ("find_the_bug", [("return name", "return name or None")], "When all gradients are right, it returns None: return the empty text, \"\"."),
    ("find_the_bug", [("return name", 'return name or "none"')], "When all gradients are right, it returns a word: return the empty text, \"\"."),
    ("find_the_bug", [("return name", "return name.lower()")], "The name is in small letters: the weights have a capital W, as in \"W2\"."),
    ("find_the_bug", [("return name", "return name[-1:]")], "It returns the number of the layer alone: return the whole name, such as \"W2\"."),
    ("find_the_bug", [("1e-4", "0.0")], "When all gradients are right, it still accuses one: rounding leaves a tiny difference. Name none unless it is above 1e-4."),
    ("find_the_bug", [("if difference > largest:", "if not np.array_equal(grad, approx[key]):")], "It accuses every gradient, for rounding leaves a tiny difference everywhere: call it wrong above 1e-4 only."),
    ("find_the_bug", [("for key in parameters:", 'for key in ("W1", "W2", "W3"):')], "It looks at the weights only: the gradient of a bias can be wrong too."),
    ("find_the_bug", [("for key in parameters:", 'for key in ("b1", "b2", "b3"):')], "It looks at the biases only: the gradient of a weight can be wrong too."),
    ("find_the_bug", [("[2, 3, 2, 1]", "[2, 3, 1]"), ("seed=21", "seed=0")], "Your network has two layers, so an error in layer 3 is never seen: draw one with three."),
    ("find_the_bug", [("[2, 3, 2, 1]", "[2, 1]"), ("seed=21", "seed=0")], "Your network has one layer, so an error in layers 2 and 3 is never seen: draw one with three."),
    ("find_the_bug", [("grads = backward(parameters, X, Y)", "grads = backward(parameters, X, Y)\n    grads = dict(zip(['d' + key for key in parameters], grads.values()))")], "It accuses W1 every time. Either the gradients are taken as they come, in another order than the parameters: take each by its name, `grads[\"d\" + name]`. Or any difference counts: rounding leaves a tiny one everywhere, so call a gradient wrong above 1e-4 only."),
    ("find_the_bug", [(NAMED, "np.abs(grads['d' + key])"), ("approx[key]", "np.abs(approx[key])")], "You compare absolute values: a gradient with the wrong sign looks right then."),
    ("find_the_bug", [("np.linalg.norm(grad - approx[key])", "np.abs(np.linalg.norm(grad) - np.linalg.norm(approx[key]))")], "You compare the norms: a wrong sign, or numbers in wrong places, leave the norm as it is. Take the norm of the difference."),
    ("find_the_bug", [("np.linalg.norm(grad - approx[key])", "np.abs(np.sum(grad - approx[key]))")], "You compare sums: the right numbers in wrong places have the right sum. Take the norm of the difference."),
    ("find_the_bug", [("1e-4", "0.05")], "Small errors are missed: a gradient is wrong as soon as its difference is above 1e-4."),
    ("find_the_bug", [("1e-4", "0.1")], "Small errors are missed: a gradient is wrong as soon as its difference is above 1e-4."),
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
    ("backward_propagation_n", [("dA1 * (A1 > 0)", "dA1 * (A1 > 0) / m"), ("X.T / m", "X.T")], "db1 is off: a division by m has moved into dZ1. It belongs into dW1 and db1."),
    ("backward_propagation_n", [("A1.T / m", "A1.T / len(A1)"), ("X.T / m", "X.T / len(X)"), ("A2.T / m", "A2.T / len(A2)")], "Every dW is divided by the number of units now: the other lines were right, repair dW2 to be like them."),
]  # fmt: skip
