"""The mistakes that learners make in notebook 10: see `authoring/mistakes.py`."""

# Pieces of the solutions.
SIGMOID = "1 / (1 + math.exp(-a)) if a >= 0 else math.exp(a) / (1 + math.exp(a))"
ADD, MULTIPLY = "slopes = (1, 1)", "slopes = (b, a)"
RELU, SLOPE, LOG = "(1 if a > 0 else 0,)", "(value * (1 - value),)", "(1 / a,)"
SEEN = "        if name in seen:\n            return\n"
VISIT = "        for parent in parents[name]:\n            visit(parent)\n"
PAIRS = "zip(parents[name], slopes[name], strict=True)"
PASS_ON = "gradients[parent] += slope * gradients[name]"
WALK = "for name in reversed(order):"
START = "    gradients[order[-1]] = 1\n"
CENTRAL = "(f(plus) - f(minus)) / (2 * epsilon)"
LARGEST = "max(np.max(np.abs(grads[name] - others[name])) for name in others)"
ACTIVATION = "np.maximum(Z, 0) if layer < L else 1 / (1 + np.exp(-Z))"
COLLECT = '{"d" + name: np.array(grads["d" + name]) for name in parameters}'

# Sentences that several rows deserve.
ONE_SLOPE = "One slope for each input, in a tuple: of one input too, `(slope,)`, with the comma."
AFTER_PARENTS = "A node may be written down only after all of its parents: visit them first, and append the node when that is done."
AGAIN = "Nodes are written down again and again: remember each node in `seen` when you visit it, and stop at once if it is there already."
NOTHING_ARRIVES = "Only the last node has a gradient, and nothing arrives at its parents: the walk begins with the last node, and adds (`+=`) slope * gradients[name] to gradients[parent]."
TOO_LATE = "The nodes stand in the order in which they were met, reversed: a node with a short way and a long one is met early, and so comes after a node that needs it. "
EVERY_WAY = "A node gets its gradient by every way: add (`+=`) what each child passes on, instead of replacing what came before."
TWICE = "A parent that is there twice counts twice: go through the pairs as they are, without a set or a dictionary."
BOTH_SIDES = "That is the one-sided slope: move x[k] up in one copy and down in the other, and divide by 2 * epsilon."
PARENTHESES = "`/ 2 * epsilon` multiplies by epsilon: put parentheses around `2 * epsilon`."
SIGN_LOST = "The sign matters here: take the absolute value of each difference before you look for the largest."
MEAN = "The cost is the mean over the examples, and its gradients are too: yours are those of the sum, m times as large."

# (exercise, edits of the master's solution, the sentence it deserves); of exercises 6 and 7 of
# their references
MISTAKES = [
    # operation
    ("operation", [(MULTIPLY, "slopes = (a, b)")], "The slopes of the product are exchanged: the slope towards a is b, and towards b it is a."),
    ("operation", [(MULTIPLY, "slopes = (1.0, 1.0)")], "The slopes 1 and 1 are those of a sum: in a product the other factor says how much an input counts."),
    ("operation", [(MULTIPLY, "slopes = (value, value)")], "The slopes of the product are its value: the slope towards a is b, and towards b it is a."),
    ("operation", [(MULTIPLY, "slopes = (b,)")], "A product has two inputs, and so two slopes: (slope towards a, slope towards b)."),
    ("operation", [("value = a * b", "value = a + b")], "The value of \"multiply\" is the product a * b."),
    ("operation", [(ADD, "slopes = (a, b)")], "The slopes of the sum are its inputs: moving one input by 1 moves the sum by 1, whatever the input is."),
    ("operation", [(ADD, "slopes = (b, a)")], "The slopes b and a are those of a product: moving one input by 1 moves the sum by 1."),
    ("operation", [(ADD, "slopes = (1.0,)")], "A sum has two inputs, and so two slopes, one for each."),
    ("operation", [(ADD, "slopes = 1.0")], "The slopes are a tuple, one number for each of the two inputs."),
    ("operation", [(ADD, "slopes = (0.5, 0.5)")], "Moving one input by 1 moves the sum by 1, and not by one half."),
    ("operation", [(RELU, "(value,)")], "The slope of relu is its value: above 0 relu grows as fast as its input, so the slope is 1 there."),
    ("operation", [(RELU, "(1 if a >= 0 else 0,)")], "At exactly 0 the slope of relu is taken as 0 here, as PyTorch does: compare with `>`."),
    ("operation", [(RELU, "(1,)")], "Below 0 relu stays at 0 whatever its input does: its slope is 0 there."),
    ("operation", [(RELU, "1 if a > 0 else 0")], ONE_SLOPE),
    ("operation", [("max(0, a)", "abs(a)")], "Below 0 relu is 0: the absolute value is another function."),
    ("operation", [("max(0, a)", "a")], "Below 0 relu is 0: you return the input."),
    ("operation", [(SLOPE, "(a * (1 - a),)")], "The slope of the sigmoid is made of its input: it is s (1 - s), with s the value that came out."),
    ("operation", [(SLOPE, "(1 - value**2,)")], "1 - s^2 is the slope of tanh: that of the sigmoid is s (1 - s)."),
    ("operation", [(SLOPE, "(value,)")], "The slope of the sigmoid is s (1 - s): the factor 1 - s is missing."),
    ("operation", [(SLOPE, "(1 - value,)")], "The slope of the sigmoid is s (1 - s): the factor s is missing."),
    ("operation", [(SLOPE, "(value * (1 + value),)")], "The slope of the sigmoid is s (1 - s): yours is s (1 + s)."),
    ("operation", [(SLOPE, "value * (1 - value)")], ONE_SLOPE),
    ("operation", [(SIGMOID, "1 / (1 + math.exp(-a))")], "`math.exp` of 800 is too large for a number: where a is below 0, compute the sigmoid as e^a / (1 + e^a)."),
    ("operation", [(SIGMOID, "math.exp(a) / (1 + math.exp(a))")], "`math.exp` of 800 is too large for a number: where a is at least 0, compute the sigmoid as 1 / (1 + e^-a)."),
    ("operation", [(SIGMOID, "1 / (1 + math.exp(a)) if a < 700 else 0.0")], "The sign in the exponent is the wrong one: the sigmoid is 1 / (1 + e^-a)."),
    ("operation", [(SIGMOID, "math.tanh(a)")], "That is tanh: the sigmoid is 1 / (1 + e^-a)."),
    ("operation", [(LOG, "(value,)")], "The slope of \"log\" is its value: the slope of ln a is 1 / a."),
    ("operation", [(LOG, "(math.log(a),)")], "The slope of \"log\" is its value: the slope of ln a is 1 / a."),
    ("operation", [(LOG, "(1 / value if value else math.inf,)")], "You divide by the logarithm: the slope of ln a is 1 / a, with the input."),
    ("operation", [(LOG, "(1 / value,)")], "You divide by the logarithm: the slope of ln a is 1 / a, with the input."),
    ("operation", [(LOG, "(a,)")], "The slope of ln a is 1 / a: yours is a."),
    ("operation", [(LOG, "(-1 / a**2,)")], "-1 / a^2 is the slope of 1 / a: that of ln a is 1 / a."),
    ("operation", [(LOG, "1 / a")], ONE_SLOPE),
    ("operation", [("math.log(a)", "math.log10(a)")], "`log10` is the logarithm to the base 10: here it is the natural one, `math.log`."),
    ("operation", [("math.log(a)", "math.log2(a)")], "`log2` is the logarithm to the base 2: here it is the natural one, `math.log`."),
    ("operation", [("return value, slopes", "return slopes, value")], "The results are the other way round: first the value, then the slopes."),
    # topological_order
    ("topological_order", [(SEEN, "")], AGAIN),
    ("topological_order", [("        seen.add(name)\n", "")], AGAIN),
    ("topological_order", [(VISIT + "        order.append(name)\n", "        order.append(name)\n" + VISIT)], AFTER_PARENTS),
    ("topological_order", [(VISIT + "        order.append(name)\n", "        order.insert(0, name)\n" + VISIT)], TOO_LATE + AFTER_PARENTS),
    ("topological_order", [("        order.append(name)\n", "        order.insert(0, name)\n")], "The order is the other way round: parents come first, `last` comes last."),
    ("topological_order", [("    return order", "    return order[::-1]")], "The order is the other way round: parents come first, `last` comes last."),
    ("topological_order", [("    return order", "    return order[:-1]")], "`last` itself is missing: it is the end of the order."),
    ("topological_order", [("    visit(last)", "    for parent in parents[last]:\n        visit(parent)")], "`last` itself is missing: it is the end of the order."),
    ("topological_order", [("        order.append(name)\n", "        if parents[name]:\n            order.append(name)\n")], "The inputs are missing: they are nodes too, and their gradients are what you are after."),
    ("topological_order", [("        order.append(name)\n", "        if not parents[name]:\n            order.append(name)\n")], "Only the inputs are there: every node on the way is written down, and `last` too."),
    ("topological_order", [("    visit(last)", "    for name in parents:\n        visit(name)")], "There are nodes that `last` does not depend on: begin with `last` alone, and visit parents."),
    ("topological_order", [("    visit(last)\n", "    order = list(parents)\n")], "That is the order in which the dictionary was written down: it need not be an order of computing, and may hold nodes that `last` does not need."),
    ("topological_order", [("    visit(last)\n", "    order = sorted(parents)\n")], "That is the alphabet, and no order of computing: a node comes after its parents."),
    ("topological_order", [("    visit(last)\n", "")], "The order is empty: begin with the last node, `visit(last)`."),
    ("topological_order", [(VISIT, "")], "Only `last` is there: visit the parents of a node before you write it down."),
    ("topological_order", [(VISIT, VISIT.replace("parents[name]:", "parents[name][:1]:"))], "Only the first parent of each node is visited: go through all of them."),
    ("topological_order", [(VISIT, "        for parent in parents[name]:\n            order.append(parent)\n            visit(parent)\n")], "Nodes are written down several times: a node is appended once, at the end of its own visit."),
    ("topological_order", [(VISIT + "        order.append(name)\n", "        for parent in parents[name]:\n            visit(parent)\n            order.append(name)\n")], "A node is written down once for each of its parents, and an input never: append it when the loop over the parents is done."),
    ("topological_order", [("    visit(last)\n", "    waiting = [last]\n    while waiting:\n        name = waiting.pop(0)\n        if name not in seen:\n            seen.add(name)\n            order.insert(0, name)\n            waiting += parents[name]\n")], TOO_LATE + AFTER_PARENTS),
    # backward
    ("backward", [(PASS_ON, "gradients[parent] = slope * gradients[name]")], EVERY_WAY),
    ("backward", [(START, "")], "All gradients are 0: that of the last node with respect to itself is 1, before the walk and after it."),
    ("backward", [("gradients[order[-1]] = 1", "gradients[order[0]] = 1")], "The 1 stands at the first node: it belongs to the last one, `order[-1]`, which is what is differentiated."),
    ("backward", [(WALK, "for name in order:")], "You walk from the inputs: begin at the end, because a node can pass on only what it has received."),
    ("backward", [(PASS_ON, "gradients[parent] += slope")], "The slope alone is passed on: multiply it by what has arrived at the node, gradients[name]."),
    ("backward", [(PASS_ON, "gradients[parent] += gradients[name]")], "The gradient is passed on without the slope of the step: multiply the two."),
    ("backward", [(PASS_ON, "gradients[parent] += slope + gradients[name]")], "Slope and gradient are added: along a way they are multiplied."),
    ("backward", [(PASS_ON, "gradients[parent] *= slope * gradients[name]")], NOTHING_ARRIVES),
    ("backward", [(PAIRS, f"set({PAIRS})")], TWICE),
    ("backward", [(PAIRS, f"dict({PAIRS}).items()")], TWICE),
    ("backward", [(PAIRS, "zip(parents[name], reversed(slopes[name]))")], "The slopes are paired with the wrong parents: they come in the same order."),
    ("backward", [(PASS_ON, "gradients[name] += slope * gradients[parent]")], "You collect from the parents: on the way back a node passes its gradient on to them, gradients[parent] += ..."),
    ("backward", [("return gradients", "return {name: gradients[name] for name in order if not parents[name]}")], "Only the inputs are there: return the gradient of every node."),
    ("backward", [("return gradients", "return {name: gradients[name] for name in order[:-1]}")], "The last node is missing: its gradient is 1."),
    ("backward", [(START, "    gradients = dict.fromkeys(order, 1)\n")], "All nodes start with 1: only the last one does, the others with 0."),
    ("backward", [("    return gradients", "        return gradients")], "You return within the loop, so that it ends after one node: move `return` to the left."),
    ("backward", [(WALK, "for name in reversed(order[:-1]):")], NOTHING_ARRIVES),
    ("backward", [(WALK, "for name in reversed(order[1:-1]):")], NOTHING_ARRIVES),
    # numerical_slope
    ("numerical_slope", [(CENTRAL, "(f(plus) - f(x)) / epsilon")], BOTH_SIDES),
    ("numerical_slope", [(CENTRAL, "(f(x) - f(minus)) / epsilon")], BOTH_SIDES),
    ("numerical_slope", [(CENTRAL, "(f(plus) - f(minus)) / epsilon")], "The two places are 2 * epsilon apart: divide by that."),
    ("numerical_slope", [(CENTRAL, "(f(plus) - f(minus)) / 2 * epsilon")], PARENTHESES),
    ("numerical_slope", [(CENTRAL, "(f(plus) - f(minus)) / 2")], "You divide by 2: the two places are 2 * epsilon apart."),
    ("numerical_slope", [(CENTRAL, "f(plus) - f(minus) / (2 * epsilon)")], "Only the second term is divided: put parentheses around the difference."),
    ("numerical_slope", [(CENTRAL, "(f(minus) - f(plus)) / (2 * epsilon)")], "The sign is the wrong one: subtract the value at the lower place from that at the upper one."),
    ("numerical_slope", [(CENTRAL, "(f(plus) + f(minus)) / (2 * epsilon)")], "The two values are added: a slope needs their difference."),
    ("numerical_slope", [("    plus[k] += epsilon\n    minus[k] -= epsilon\n", "    plus = [number + epsilon for number in x]\n    minus = [number - epsilon for number in x]\n")], "All numbers are moved: move x[k] alone."),
    ("numerical_slope", [("plus[k] += epsilon", "plus[0] += epsilon"), ("minus[k]", "minus[0]")], "The first number is moved: move x[k]."),
    ("numerical_slope", [("    plus, minus", "    epsilon = 1e-5\n    plus, minus")], "The step is fixed at 1e-5: use the argument epsilon."),
    ("numerical_slope", [("    slope = ", "    plus[k], minus[k] = x[k] + x[k] * epsilon, x[k] - x[k] * epsilon\n    slope = ")], "The step is multiplied by x[k]: move x[k] by epsilon itself."),
    ("numerical_slope", [("    minus[k] -= epsilon\n", "")], "Only one of the two places is moved, and the distance is taken as 2 * epsilon: move x[k] up in one copy and down in the other."),
    ("numerical_slope", [("    plus[k] += epsilon\n", "")], "Only one of the two places is moved, and the distance is taken as 2 * epsilon: move x[k] up in one copy and down in the other."),
    ("numerical_slope", [("x.copy(), x.copy()", "x, x")], "Both names are one and the same list, so that one move undoes the other: make two copies, `x.copy()` for each."),
    ("numerical_slope", [("plus[k] += epsilon", "plus[k] = epsilon"), ("minus[k] -= epsilon", "minus[k] = -epsilon")], "The slope is measured around 0: move x[k] from where it is, to x[k] + epsilon and x[k] - epsilon."),
    ("numerical_slope", [("plus[k] += epsilon", "plus[k] += epsilon / 2"), ("minus[k] -= epsilon", "minus[k] -= epsilon / 2"), (CENTRAL, "(f(plus) - f(minus)) / epsilon")], "You move x[k] by half of epsilon to each side: equation (2) moves it by epsilon."),
    ("numerical_slope", [(CENTRAL, "round((f(plus) - f(minus)) / (2 * epsilon), 6)")], "The slope is rounded: return it as it is."),
    # max_abs_difference
    ("max_abs_difference", [(LARGEST, "max(np.max(grads[name] - others[name]) for name in others)")], SIGN_LOST),
    ("max_abs_difference", [(LARGEST, "max(np.max(others[name] - grads[name]) for name in others)")], SIGN_LOST),
    ("max_abs_difference", [(LARGEST, "max(abs(np.max(grads[name] - others[name])) for name in others)")], "The absolute value is taken of the largest difference: an entry that is far too small is missed, so take it of each difference first."),
    ("max_abs_difference", [(LARGEST, "max(np.mean(np.abs(grads[name] - others[name])) for name in others)")], "You take the mean of each array: take its largest entry."),
    ("max_abs_difference", [(LARGEST, "max(np.sum(np.abs(grads[name] - others[name])) for name in others)")], "You take the sum of each array: take its largest entry."),
    ("max_abs_difference", [(LARGEST, "sum(np.max(np.abs(grads[name] - others[name])) for name in others)")], "The largest distances of all arrays are added up: take the largest of them."),
    ("max_abs_difference", [(LARGEST, "min(np.max(np.abs(grads[name] - others[name])) for name in others)")], "You return the smallest of the largest distances: take the largest."),
    ("max_abs_difference", [(LARGEST, "max(np.min(np.abs(grads[name] - others[name])) for name in others)")], "You take the smallest distance of each array: take its largest."),
    ("max_abs_difference", [(LARGEST, "max(np.linalg.norm(grads[name] - others[name]) for name in others)")], "The norm adds up squares: here it is the largest single distance, `np.max(np.abs(...))`."),
    ("max_abs_difference", [(LARGEST, "max(np.max((grads[name] - others[name]) ** 2) for name in others)")], "That is the largest square: take the absolute value of each difference."),
    ("max_abs_difference", [(LARGEST, "max(np.max(np.abs(np.abs(grads[name]) - np.abs(others[name]))) for name in others)")], "Entries of opposite signs count as alike: subtract first, and take the absolute value of the difference."),
    ("max_abs_difference", [("for name in others", "for name in grads")], "`grads` may hold more, such as dA0: take the names from `others`."),
    ("max_abs_difference", [(LARGEST, "max(abs(np.max(np.abs(grads[name])) - np.max(np.abs(others[name]))) for name in others)")], "You compare the largest entries: compare the entries in the same place, and then take the largest distance."),
    ("max_abs_difference", [("    return difference", "    difference = [np.max(np.abs(grads[name] - others[name])) for name in others][0]\n    return difference")], "Only the first array is compared: go through all names of `others`."),
    ("max_abs_difference", [("    return difference", "    difference = [np.max(np.abs(grads[name] - others[name])) for name in others][-1]\n    return difference")], "Only the last array counts: keep the largest over all names."),
    # torch_forward, as its reference is written
    ("torch_forward", [(ACTIVATION, "np.maximum(Z, 0)")], "relu is used in the last layer too: its output must be a probability, so it gets the sigmoid."),
    ("torch_forward", [(ACTIVATION, "1 / (1 + np.exp(-Z))")], "The sigmoid is used in every layer: the hidden ones get relu."),
    ("torch_forward", [(ACTIVATION, "np.maximum(Z, 0) if layer < L else Z")], "The last layer has no activation: pass its Z through the sigmoid."),
    ("torch_forward", [(ACTIVATION, "np.tanh(Z) if layer < L else 1 / (1 + np.exp(-Z))")], "The hidden layers have tanh: notebook 04 uses relu."),
    ("torch_forward", [(ACTIVATION, "Z if layer < L else 1 / (1 + np.exp(-Z))")], "The hidden layers have no activation: they get relu."),
    ("torch_forward", [("W @ A + b", "W @ A")], "The biases are missing: Z = W A + b."),
    ("torch_forward", [("range(1, L + 1)", "range(1, L)")], "The last layer is missing: `range(1, L + 1)` ends with L."),
    # torch_gradients, as its reference is written
    ("torch_gradients", [(COLLECT, '{"d" + name: Y.shape[1] * np.array(grads["d" + name]) for name in parameters}')], MEAN),
    ("torch_gradients", [(COLLECT, '{"d" + name: -np.array(grads["d" + name]) for name in parameters}')], "All signs are the wrong ones: the cost has a minus in front of its logarithms."),
    ("torch_gradients", [(COLLECT, '{name: np.array(grads["d" + name]) for name in parameters}')], "The keys are those of the parameters: a gradient is stored with a d in front, as dW1."),
    ("torch_gradients", [(COLLECT, "parameters")], "You return the parameters: their gradients are in `.grad`, under the names dW1, db1, ..."),
    ("torch_gradients", [("AL, caches = L_model_forward(X, parameters)", "AL, caches = L_model_forward(X, parameters)\n    Y = 1 - Y")], "The labels are the other way round: 1 where they should be 0."),
    ("torch_gradients", [(COLLECT, '{"d" + name: 2 * np.array(grads["d" + name]) for name in parameters}')], "All gradients are twice as large as they should be: PyTorch adds to `.grad`, so `backward()` may run only once on these tensors."),
]  # fmt: skip

# The same mistakes in another spelling, by default the classic one of answers.py, and how the
# sentence begins that the test must say.
OTHER_SPELLINGS = [
    ("operation", [("(inputs[1], inputs[0])", "inputs")], "The slopes of the product are exchanged"),
    ("operation", [("(1, 1)", "inputs")], "The slopes of the sum are its inputs"),
    ("operation", [("float(x > 0)", "float(x >= 0)")], "At exactly 0"),
    ("operation", [("float(x > 0)", "max(0, x)")], "The slope of relu is its value"),
    ("operation", [("s * (1 - s)", "x * (1 - x)")], "The slope of the sigmoid is made of its input"),
    ("operation", [("(1 / x,)", "(math.log(x),)")], 'The slope of "log" is its value'),
    ("operation", [("(1 / x,)", "1 / x")], "One slope for each input"),
    ("operation", [("math.log(x)", "math.log10(x)")], "`log10` is the logarithm"),
    ("topological_order", [("        if node in done:\n            return\n", "")], "Nodes are written down again"),
    ("topological_order", [("        for p in parents[node]:\n            build(p)\n        result.append(node)\n", "        result.append(node)\n        for p in parents[node]:\n            build(p)\n")], "A node may be written down only after"),
    ("topological_order", [("return result", "return list(reversed(result))")], "The order is the other way round"),
    ("topological_order", [("return result", "return result[:-1]")], "`last` itself is missing"),
    ("topological_order", [("    build(last)\n", "    for node in parents:\n        build(node)\n")], "There are nodes that `last` does not depend on"),
    ("topological_order", [("        result.append(node)\n", "        if len(parents[node]) > 0:\n            result.append(node)\n")], "The inputs are missing"),
    ("topological_order", [("return result", "return list(parents.keys())")], "That is the order in which the dictionary"),
    ("backward", [("gradients[p] = gradients[p] + s * g", "gradients[p] = s * g")], "A node gets its gradient by every way"),
    ("backward", [("= 1\n", "= 0\n")], "All gradients are 0"),
    ("backward", [("order[::-1]", "order")], "You walk from the inputs"),
    ("backward", [("s * g", "s")], "The slope alone is passed on"),
    ("backward", [("s * g", "g")], "The gradient is passed on without"),
    ("backward", [("gradients[p] + s * g", "gradients[p] + (s + g)")], "Slope and gradient are added"),
    ("numerical_slope", [("(2 * epsilon)", "epsilon")], "The two places are 2 * epsilon apart"),
    ("numerical_slope", [("(2 * epsilon)", "2 * epsilon")], "`/ 2 * epsilon` multiplies"),
    ("numerical_slope", [("f(up) - f(down)", "f(down) - f(up)")], "The sign is the wrong one"),
    ("numerical_slope", [("f(up) - f(down)", "f(up) + f(down)")], "The two values are added"),
    ("numerical_slope", [("(f(up) - f(down)) / (2 * epsilon)", "(f(up) - f(x)) / epsilon")], "That is the one-sided slope"),
    ("numerical_slope", [("f(up) - f(down)", "f(up) - f(x)")], "Only one of the two places is moved"),
    ("max_abs_difference", [("np.abs(grads[key] - others[key])", "grads[key] - others[key]")], "The sign matters"),
    ("max_abs_difference", [("in others", "in grads")], "`grads` may hold more"),
    ("max_abs_difference", [("np.max(np.abs", "np.mean(np.abs")], "You take the mean"),
    ("max_abs_difference", [("np.max(np.abs", "np.sum(np.abs")], "You take the sum"),
    ("max_abs_difference", [("max(largest, distance)", "largest + distance")], "The largest distances of all arrays"),
    ("max_abs_difference", [("max(largest, distance)", "distance")], "Only the last array counts"),
    ("torch_forward", [("torch.sigmoid(Z)", "torch.relu(Z)")], "relu is used in the last layer"),
    ("torch_forward", [("torch.relu(Z)", "torch.sigmoid(Z)")], "The sigmoid is used in every layer"),
    ("torch_forward", [("torch.relu(Z)", "torch.tanh(Z)")], "The hidden layers have tanh"),
    ("torch_forward", [(" + torch.tensor(parameters[f\"b{l}\"])", "")], "The biases are missing"),
    ("torch_gradients", [("cost.backward()", "cost.backward(retain_graph=True)\n    cost.backward()")], "All gradients are twice"),
    ("torch_gradients", [("(A, torch.tensor(Y).double())", '(A, torch.tensor(Y).double(), reduction="sum")')], "The cost is the mean"),
    ("torch_gradients", [('f"d{n}"', "n")], "The keys are those"),
    ("torch_gradients", [("(A, torch.tensor(Y).double())", "(A, 1 - torch.tensor(Y).double())")], "The labels are the other way round"),
    ("torch_gradients", [("cost.backward()", "(-cost).backward()")], "All signs are the wrong ones"),
]  # fmt: skip

# Rows as above, whose message should say so and does not yet.
NOT_YET_NAMED = []

# Edits of the master's solution that the test must catch, without a sentence of their own.
UNEXPLAINED = {
    "torch_forward": [
        [("L = len(parameters) // 2", "L = 2")],
        [("A = X", "A = X / 255")],
        [("Z = W @ A + b", "Z = W @ A + b[0]")],
        [("Z = W @ A + b", "Z = W @ A - b")],
        [("return A", "return A > 0.5")],
        [("return A", "return A[0]")],
        [("return A", "return A.astype('float32')")],
        [("return A", "return A.round(3)")],
        [("return A", "return A.T")],
        [("np.maximum(Z, 0)", "np.maximum(Z, 0.1 * Z)")],
    ],
    "torch_gradients": [
        [(COLLECT, '{"d" + name: np.array(grads["d" + name]).T for name in parameters}')],
        [(COLLECT, '{"d" + name: np.array(grads["d" + name]).round(3) for name in parameters}')],
        [(COLLECT, '{"d" + name: np.array(grads["d" + name]).astype("float32") for name in parameters}')],
        [(COLLECT, '{"d" + name: np.array(grads["d" + name]) for name in parameters if name[0] == "W"}')],
        [(COLLECT, '{"d" + name: np.array(grads["d" + name]) for name in list(parameters)[:4]}')],
        [(COLLECT, '{"d" + name: np.array(grads["d" + name]) / Y.shape[1] for name in parameters}')],
        [(COLLECT, '{"d" + name: np.array(grads["d" + name]) * 4 / Y.shape[1] for name in parameters}')],
        [(COLLECT, '{"d" + name: np.array(grads["d" + name]) + 1e-6 for name in parameters}')],
        [(COLLECT, '{"d" + name: np.array(grads["d" + name]) * parameters[name] for name in parameters}')],
        [("AL, caches = L_model_forward(X, parameters)", "AL, caches = L_model_forward(X, parameters)\n    Y = (AL > 0.5) * 1.0")],
    ],
}  # fmt: skip

# Conditions on the arguments: a mutant is right only where one of them holds

RIGHT_ONLY_IF = {
    "operation": {
        "two inputs": lambda name, *inputs: len(inputs) == 2,
        "one input": lambda name, *inputs: len(inputs) == 1,
        "no negative input but in a product": lambda name, *inputs: (
            name in ("add", "multiply") or inputs[0] >= 0
        ),
        "inputs that differ": lambda name, *inputs: len(set(inputs)) == len(inputs),
        "inputs other than 0": lambda name, *inputs: all(inputs),
        "small inputs": lambda name, *inputs: max(map(abs, inputs)) < 99,
        "an input not between 1 and 2": lambda name, *inputs: not 1 < inputs[0] < 2,
    },
    "topological_order": {
        "the last node is last in the dictionary": lambda parents, last: list(parents)[-1] == last,
        "more than one node": lambda parents, last: len(parents) > 1,
        "no parent twice": lambda parents, last: all(
            len(set(row)) == len(row) for row in parents.values()
        ),
        "five nodes": lambda parents, last: len(parents) == 5,
        "at most six nodes": lambda parents, last: len(parents) <= 6,
        "at least three nodes": lambda parents, last: len(parents) >= 3,
        "one input at least without use": lambda parents, last: (
            any(not row for row in parents.values()) and len(parents) != 3
        ),
    },
    "backward": {
        "more than one node": lambda order, parents, slopes: len(order) > 1,
        "more than two nodes": lambda order, parents, slopes: len(order) > 2,
        "at most six nodes": lambda order, parents, slopes: len(order) <= 6,
        "at least six nodes": lambda order, parents, slopes: len(order) >= 6,
        "no slope of 0": lambda order, parents, slopes: all(map(all, slopes.values())),
        "a first slope above 1": lambda order, parents, slopes: [*slopes[order[-1]], 2.0][0] > 1,
        "two inputs": lambda order, parents, slopes: sum(not row for row in parents.values()) == 2,
    },
    "numerical_slope": {
        "two numbers": lambda f, x, k, epsilon=1e-5: len(x) == 2,
        "the first number": lambda f, x, k, epsilon=1e-5: k == 0,
        "a long step": lambda f, x, k, epsilon=1e-5: epsilon > 1e-3,
        "a positive number": lambda f, x, k, epsilon=1e-5: x[k] > 0,
        "at most two numbers": lambda f, x, k, epsilon=1e-5: len(x) <= 2,
        "more than one number": lambda f, x, k, epsilon=1e-5: len(x) > 1,
        "at most three numbers": lambda f, x, k, epsilon=1e-5: len(x) <= 3,
    },
    "max_abs_difference": {
        "one layer": lambda grads, others: len(others) == 2,
        "at most two layers": lambda grads, others: len(others) <= 4,
        "more in the first": lambda grads, others: len(grads) > len(others),
        "no more in the first than in the second": lambda grads, others: (
            len(grads) == len(others) or len(others) == 2
        ),
        "entries that differ": lambda grads, others: any(
            (grads[name] != others[name]).any() for name in others
        ),
        "an odd number of entries": lambda grads, others: others["dW1"].size % 2 == 0,
        "small entries": lambda grads, others: max(abs(a).max() for a in others.values()) < 2.6,
    },
    "torch_forward": {
        "two layers": lambda X, parameters: len(parameters) == 4,
        "at most two layers": lambda X, parameters: len(parameters) <= 4,
        "four examples": lambda X, parameters: X.shape[1] == 4,
        "more than one example": lambda X, parameters: X.shape[1] > 1,
        "more than one layer": lambda X, parameters: len(parameters) > 2,
        "three inputs": lambda X, parameters: X.shape[0] == 3,
        "at most five examples": lambda X, parameters: X.shape[1] <= 5,
    },
    "torch_gradients": {
        "two layers": lambda X, Y, parameters: len(parameters) == 4,
        "at most two layers": lambda X, Y, parameters: len(parameters) <= 4,
        "four examples": lambda X, Y, parameters: X.shape[1] == 4,
        "more than one example": lambda X, Y, parameters: X.shape[1] > 1,
        "more than one layer": lambda X, Y, parameters: len(parameters) > 2,
        "three inputs": lambda X, Y, parameters: X.shape[0] == 3,
        "both labels": lambda X, Y, parameters: len(set(Y.ravel().tolist())) == 2,
        "a first label of 1": lambda X, Y, parameters: Y[0, 0] == 1,
    },
}
