"""The mistakes of notebook 02, one row per line; `authoring/mistakes.py` says how to read them."""

import numpy as np

COST = "-np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m"
DW, DB = "X @ (A - Y).T / m", "np.sum(A - Y) / m"
STEP_W, STEP_B = 'w - learning_rate * grads["dw"]', 'b - learning_rate * grads["db"]'
PROPAGATE = "        grads, cost = propagate(w, b, X, Y)\n"
STEPS = f"        w = {STEP_W}\n        b = {STEP_B}\n"
LOOP = "    for i in range(num_iterations):\n"
PREDICT = "(A > 0.5).astype(int)"
OPTIMIZE = "w, b, X_train, Y_train, num_iterations, learning_rate, print_cost"
LEARNED = '    w, b = params["w"], params["b"]\n'
START = "initialize_with_zeros(X_train.shape[0])"
FLAT = "A flat array is no column: `np.zeros((dim, 1))`, with two pairs of parentheses."
ONE_MINUS_LOG = "-np.sum(Y * np.log(A) + (1 - Y) * (1 - np.log(A))) / m"
LOG_OF_1_MINUS_A = "`1 - np.log(A)` is not the logarithm of 1 - A: write np.log(1 - A)."
ANSWER = f"Y_prediction = {PREDICT}"
# A loop: where it stores, and which output it reads.
LOOPED = "Y_prediction = np.zeros(A.shape)\n    for i in range(A.shape[1]):\n        Y_prediction{} = A[0, {}] > 0.5"
SAME_PLACE = "Every iteration writes to the same place, so only the last answer is kept, and all other places stay 0: store it in Y_prediction[0, i]."
MISFIT = "A product does not fit. In dw a transpose is missing, (n, m) times (m, 1), or in the cost `*` is meant: each label meets the output for its own example."

MISTAKES = [
    # initialize_with_zeros
    ("initialize_with_zeros", [("(dim, 1)", "dim")], FLAT),
    ("initialize_with_zeros", [("(dim, 1)", "(1, dim)")], "That is a row: w is a column, one row for each input, so the shape is (dim, 1)."),
    ("initialize_with_zeros", [("np.zeros((dim, 1))", "np.zeros(dim, 1)")], "`np.zeros` wants the shape as one argument, a tuple: two pairs of parentheses, `np.zeros((dim, 1))`."),
    ("initialize_with_zeros", [("np.zeros((dim, 1))", "np.ones((dim, 1))")], "The weights are ones; they start at zero."),
    ("initialize_with_zeros", [("b = 0.0", "b = np.zeros((1, 1))")], "b is one number and no array: write 0.0."),
    ("initialize_with_zeros", [("b = 0.0", "b = np.zeros((dim, 1))")], "One neuron has one bias, however many inputs it has: b is the number 0.0."),
    ("initialize_with_zeros", [("b = 0.0", "b = np.zeros(1)")], "b is one number and no array: write 0.0."),
    ("initialize_with_zeros", [("dim, 1", "dim, dim")], "One neuron has one weight for each input: the shape is (dim, 1)."),
    ("initialize_with_zeros", [("return w, b", "return b, w")], "The results are in another order: first w, then b."),
    ("initialize_with_zeros", [("np.zeros((dim, 1))", "np.random.randn(dim, 1) * 0.01")], "The weights are drawn at random; here they start at zero. (One neuron needs nothing else; notebook 03 is where chance comes in.)"),
    # propagate
    ("propagate", [(COST, COST[1:])], "A cost is never negative: the logarithm of a probability is, so equation (3) has a minus in front."),
    ("propagate", [(COST, COST.removesuffix(" / m"))], "The cost is m times too large: it is a mean over the examples, so divide the sum by m."),
    ("propagate", [(DW, DW.removesuffix(" / m"))], "dw is m times too large: divide by m, as in equation (4)."),
    ("propagate", [(DB, DB.removesuffix(" / m"))], "db is m times too large: divide by m, as in equation (5)."),
    ("propagate", [(DW, DW.removesuffix(" / m")), (DB, DB.removesuffix(" / m"))], "dw and db are m times too large: divide by m, as in equations (4) and (5)."),
    ("propagate", [(" / m", "")], "Everything is m times too large: cost, dw and db are means over the examples, so divide by m, the number of columns, `X.shape[1]`."),
    ("propagate", [("X.shape[1]", "X.shape[0]")], "m counts the rows, which are the inputs: the examples are the columns, `X.shape[1]`."),
    ("propagate", [("X.shape[1]", "X.size")], "m counts every number in X: the examples are its columns, `X.shape[1]`."),
    *(
        ("propagate", [("np.log(", f"np.log({small} + ")], "A small number is added inside the logarithm: leave it out, the formula has none.")
        for small in (1e-5, 1e-6, 1e-7, 1e-8)
    ),
    ("propagate", [(COST, COST.replace("np.log", "np.log10"))], "The logarithm has base 10: the natural one is `np.log`."),
    ("propagate", [(COST, COST.replace("np.log", "np.log2"))], "The logarithm has base 2: the natural one is `np.log`."),
    ("propagate", [(COST, "-np.sum(Y * np.log(A)) / m")], "The examples with label 0 cost nothing in yours: the second term of equation (3) is missing, (1 - Y) * np.log(1 - A)."),
    ("propagate", [(COST, "-np.sum((1 - Y) * np.log(1 - A)) / m")], "The examples with label 1 cost nothing in yours: the first term of equation (3) is missing, Y * np.log(A)."),
    ("propagate", [(COST, "-1 / m * np.sum(Y * np.log(A)) + np.sum((1 - Y) * np.log(1 - A))")], "-1/m belongs to both terms: put them into one pair of parentheses."),
    ("propagate", [(COST, "-np.sum(Y * np.log(A) - (1 - Y) * np.log(1 - A)) / m")], "A plus stands between the two terms of equation (3)."),
    ("propagate", [(COST, "-np.sum(Y * np.log(A) + (1 - Y) * np.log(A)) / m")], "The second logarithm is that of 1 - A: a label 0 means that 1 - A is the probability it was given."),
    ("propagate", [(COST, "-np.sum(A * np.log(np.abs(Y - 1e-300)) + (1 - A) * np.log(1 - Y + 1e-300)) / m")], "A and Y are exchanged in the cost: the logarithm is that of the prediction A, not of the label."),
    ("propagate", [(COST, "np.sum((A - Y) ** 2) / m")], "That is the mean squared error: the cost here is the cross-entropy of equation (3)."),
    ("propagate", [(COST, "np.sum((A - Y) ** 2) / (2 * m)")], "That is half the mean squared error: the cost here is the cross-entropy of equation (3)."),
    ("propagate", [(COST, "-np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m")], "You take the mean and divide by m: that averages twice."),
    ("propagate", [(COST, "-(np.dot(Y, np.log(A).T) + np.dot(1 - Y, np.log(1 - A).T)) / m")], "The product of a row and a column is a table of one number, shape (1, 1): take it out with `np.squeeze` or `.item()`, or use `np.sum` and `*`."),
    ("propagate", [(COST, "-np.sum(Y.T @ np.log(A) + (1 - Y).T @ np.log(1 - A)) / m")], "An m by m table comes out, every label with every output: a label belongs to its own output alone. Is A a row, (1, m), as Y is? Then the two meet entry by entry, with `*`."),
    ("propagate", [(COST, "-np.sum(Y @ np.log(A) + (1 - Y) @ np.log(1 - A)) / m")], MISFIT),
    ("propagate", [(COST, "-np.sum(Y * np.log(A)) + (1 - Y) * np.log(1 - A) / m")], "The cost is one number: `np.sum` belongs around both terms, with a pair of parentheses of its own."),
    ("propagate", [(COST, "-(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m")], "The cost is one number: the losses of the examples are still to be added up, with `np.sum`."),
    ("propagate", [(DW, "X @ (Y - A).T / m"), (DB, "np.sum(Y - A) / m")], "Both gradients have the wrong sign: the error is A - Y, the prediction minus the label."),
    ("propagate", [(DW, "X @ (Y - A).T / m")], "dw has the wrong sign: the error is A - Y, the prediction minus the label."),
    ("propagate", [(DB, "np.sum(Y - A) / m")], "db has the wrong sign: the error is A - Y, the prediction minus the label."),
    ("propagate", [(DW, "X @ A.T / m")], "The label is missing in dw: the error is A - Y."),
    ("propagate", [(DB, "np.sum(A) / m")], "The label is missing in db: the error is A - Y."),
    ("propagate", [(DW, "X @ (Z - Y).T / m"), (DB, "np.sum(Z - Y) / m")], "The error is A - Y, not Z - Y: compare the label with the probability."),
    ("propagate", [(DW, "X @ ((A - Y) * A * (1 - A)).T / m"), (DB, "np.sum((A - Y) * A * (1 - A)) / m")], "There is a factor A (1 - A) too many: with the cross-entropy the sigmoid's slope cancels, and the error A - Y stands alone."),
    ("propagate", [(DW, "(A - Y) @ X.T / m")], "dw is a row: it must have the shape of w, (n, 1), so X comes first, X (A - Y)^T."),
    ("propagate", [(DW, "X * (A - Y) / m")], "dw has a column for each example: two capitals side by side mean a matrix product with (A - Y).T, which adds the examples up."),
    ("propagate", [(DW, "np.sum(X * (A - Y)) / m")], "dw is one number in yours: each weight has a gradient of its own, so dw has the shape of w, (n, 1)."),
    ("propagate", [(DW, "np.sum(X * (A - Y), axis=1) / m")], "dw is flat: it must have the shape of w, (n, 1). `keepdims=True` keeps it a column."),
    ("propagate", [(DW, "X @ (A - Y) / m")], MISFIT),
    ("propagate", [(DW, "X.T @ (A - Y) / m")], "The transpose is on the wrong factor: X (A - Y)^T, so (A - Y).T."),
    ("propagate", [(DB, "np.sum(A - Y, axis=1, keepdims=True) / m")], "db is a number here, and yours has brackets around it: `np.sum(A - Y)` without `axis` gives a number. (In notebook 03, with several neurons, it will be a column.)"),
    ("propagate", [(DB, "np.sum(A - Y, axis=1) / m")], "db is a number here, and yours has brackets around it: `np.sum(A - Y)` without `axis` gives a number."),
    ("propagate", [(DB, "np.sum(A - Y, axis=0) / m")], "`axis=0` adds up nothing here: sum over all examples, `np.sum(A - Y)`."),
    ("propagate", [(DB, "(A - Y) / m")], "db is one number: add the errors of all examples up, with `np.sum`."),
    ("propagate", [(DB, "np.mean(A - Y) / m")], "You take the mean and divide by m: that averages twice."),
    ("propagate", [(DB, "np.sum(dw) / m")], "db is the mean of the error A - Y; it has nothing to do with dw."),
    ("propagate", [("w.T @ X + b", "w.T @ X")], "The bias b is not added to Z."),
    ("propagate", [("w.T @ X + b", "w.T @ X - b")], "b is subtracted; it should be added."),
    ("propagate", [("w.T @ X + b", "w.T @ (X + b)")], "Add b after the product, not to X before it."),
    ("propagate", [("w.T @ X + b", "w @ X + b")], "The transpose is missing: w is (n, 1), so the row is `w.T`."),
    ("propagate", [("w.T @ X + b", "X @ w + b")], "The order matters: (1, n) times (n, m), `w.T @ X`."),
    ("propagate", [("w.T @ X + b", "X.T @ w + b")], "Z is a column in yours, (m, 1): with `w.T @ X` it is a row, (1, m), as Y is."),
    ("propagate", [("w.T @ X + b", "w * X + b")], "`*` multiplies entry by entry and adds nothing up: the product is `w.T @ X`."),
    ("propagate", [("w.T @ X + b", "sigmoid(w.T @ X + b)[0]")], "The sigmoid is applied twice: it is given below, so Z is w^T X + b alone."),
    ("propagate", [("A, _ = sigmoid(Z)", "_, A = sigmoid(Z)")], "`sigmoid` returns A first, and then Z: you work with Z."),
    ("propagate", [("A, _ = sigmoid(Z)", "A = sigmoid(Z)")], "`sigmoid` returns two things, A and Z: `A, _ = sigmoid(Z)` takes the first."),
    ("propagate", [('"dw": dw, "db": db}, cost', '"dw": dw, "db": db}')], "The cost is not returned: two things are, the dictionary and then the cost."),
    ("propagate", [('return {"dw": dw, "db": db}, cost', 'return cost, {"dw": dw, "db": db}')], "The results are in another order: first the dictionary, then the cost."),
    ("propagate", [('return {"dw": dw, "db": db}, cost', "return dw, db, cost")], "dw and db belong in a dictionary: two things are returned, the dictionary and the cost."),
    ("propagate", [('"dw": dw, "db": db', '"dw": db, "db": dw')], "dw and db are exchanged in the dictionary."),
    ("propagate", [(COST, ONE_MINUS_LOG)], LOG_OF_1_MINUS_A),
    ("propagate", [(COST, "-(np.dot(Y, np.log(A).T) + np.dot(1 - Y, 1 - np.log(A).T)) / m")], LOG_OF_1_MINUS_A),
    ("propagate", [(COST, "A - Y")], "Your cost is A - Y, the error of each example: the cost of equation (3) is made of logarithms, and it is one number."),
    ("propagate", [(COST, "-(np.dot(Y, np.log(A)) + np.dot(1 - Y, np.log(1 - A))) / m")], "In the cost each label meets the output for its own example: multiply with `*` and add up, or transpose the second row of the matrix product, `np.log(A).T`."),
    # optimize
    ("optimize", [(STEP_W, STEP_W.replace("-", "+")), (STEP_B, STEP_B.replace("-", "+"))], "You climb the cost: the gradient points uphill, so subtract the step."),
    ("optimize", [(STEP_W, STEP_W.replace("-", "+"))], "w climbs the cost: the gradient points uphill, so subtract the step."),
    ("optimize", [(STEP_B, STEP_B.replace("-", "+"))], "b climbs the cost: the gradient points uphill, so subtract the step."),
    ("optimize", [("learning_rate * ", "")], "The learning rate is not used: multiply each gradient by it."),
    ("optimize", [("learning_rate * ", "0.009 * ")], "The learning rate is fixed at 0.009: use the argument."),
    ("optimize", [("learning_rate * ", "0.5 * ")], "The learning rate is fixed at 0.5: use the argument."),
    ("optimize", [("learning_rate * ", "0.01 * ")], "The learning rate is fixed at 0.01: use the argument."),
    ("optimize", [(LOOP, LOOP.replace("num_iterations", "100"))], "The number of iterations is fixed at 100: use the argument num_iterations."),
    ("optimize", [(LOOP, LOOP.replace("num_iterations", "2000"))], "The number of iterations is fixed at 2000: use the argument num_iterations."),
    ("optimize", [(LOOP, LOOP.replace("num_iterations", "num_iterations + 1"))], "You take one step too many: `range(num_iterations)` gives exactly num_iterations steps."),
    ("optimize", [(LOOP, LOOP.replace("num_iterations", "1, num_iterations + 1"))], "The costs are recorded at the wrong times, as if you counted from 1: they are those of iteration 0, 100, 200, ..., and iteration 0 is before any step."),
    ("optimize", [(LOOP, LOOP.replace("num_iterations", "1, num_iterations"))], "You take one step too few, and begin to count at 1: `range(num_iterations)` counts 0, 1, 2, ... and gives num_iterations steps."),
    ("optimize", [(LOOP, LOOP + "        if i == num_iterations - 1 and i:\n            break\n")], "You take one step too few: `range(num_iterations)` gives exactly num_iterations steps."),
    ("optimize", [(STEP_W, "w")], "w does not move: subtract learning_rate times its gradient from it."),
    ("optimize", [(STEP_B, "b")], "b does not move: subtract learning_rate times its gradient from it."),
    ("optimize", [(STEP_W, "w"), (STEP_B, "b")], "Neither w nor b moves: subtract learning_rate times the gradient from each."),
    ("optimize", [('"w": w, "b": b', '"w": start[0], "b": start[1]'), ("costs = []", "costs = []; start = w, b")], "You return the w and b that you started from: return those after the last step."),
    ("optimize", [("costs = []", "costs = []; w, b = np.zeros_like(w), 0.0")], "It starts again at zero: start from the w and b that came in."),
    ("optimize", [("costs = []", "costs = []; w = np.zeros_like(w)")], "w starts again at zero: start from the w that came in."),
    ("optimize", [("costs = []", "costs = []; b = 0.0")], "b starts again at zero: start from the b that came in."),
    ("optimize", [(STEP_W, STEP_W.replace("dw", "db"))], "w takes the step of b: its gradient is grads[\"dw\"]."),
    ("optimize", [(STEP_B, "b - learning_rate * np.sum(grads[\"dw\"])")], "b takes a step with dw: its gradient is grads[\"db\"]."),
    ("optimize", [(STEP_B, STEP_B.replace("db", "dw"))], "b takes a step with dw, and becomes a column by it: its gradient is grads[\"db\"]."),
    ("optimize", [(STEP_W, '(w - grads["dw"]) * learning_rate'), (STEP_B, '(b - grads["db"]) * learning_rate')], "The parameter is multiplied by the learning rate too: it scales the gradient alone. Watch the parentheses."),
    ("optimize", [(STEP_W, 'w - grads["dw"] / learning_rate'), (STEP_B, 'b - grads["db"] / learning_rate')], "The gradient is divided by the learning rate: multiply it."),
    ("optimize", [(STEP_W, 'learning_rate * grads["dw"]'), (STEP_B, 'learning_rate * grads["db"]')], "The step replaces the parameter: subtract it from w and from b."),
    ("optimize", [(STEP_W, 'learning_rate * grads["dw"] - w'), (STEP_B, 'learning_rate * grads["db"] - b')], "Subtract the step from the parameter, not the parameter from the step."),
    ("optimize", [(STEP_W, STEP_W.replace('grads["dw"]', 'np.mean(grads["dw"])'))], "All weights take the same step, the mean of dw: each weight has a gradient of its own, so use the whole array."),
    ("optimize", [(LOOP, PROPAGATE[4:] + LOOP), (LOOP + "        # YOUR", LOOP + "        # YOUR"), ("\n" + PROPAGATE, "\n")], "The gradients are always those at the start: call `propagate` in every iteration, with the w and b of that iteration."),
    ("optimize", [(f"        b = {STEP_B}\n", f'        grads, cost = propagate(w, b, X, Y)\n        b = {STEP_B}\n')],
     "b is updated with a gradient from after the step of w: both gradients belong to the same place, so call `propagate` once per iteration."),
    ("optimize", [(STEPS, STEPS + "        _, cost = propagate(w, b, X, Y)\n")], "You record the cost after the step: the cost of iteration i is the one before its step."),
    ("optimize", [(STEPS, STEPS + PROPAGATE)], "You call `propagate` again after the step: costs and grads are those before the step."),
    ("optimize", [("    return {", "    grads, cost = propagate(w, b, X, Y)\n    return {")], "grads are from after the last step: return those that the last step was taken with."),
    ("optimize", [(PROPAGATE + STEPS, '        if i == 0:\n            grads, cost = propagate(w, b, X, Y)\n' + STEPS + PROPAGATE)], "You call `propagate` again after the step: costs and grads are those before the step."),
    ("optimize", [("if i % 100 == 0:", "if True:")], "You record the cost of every iteration: only that of 0, 100, 200, ... is asked for."),
    ("optimize", [("if i % 100 == 0:", "if i % 100 == 0 and i > 0:")], "The cost of iteration 0 is not recorded: it is the first in the list."),
    ("optimize", [("if i % 100 == 0:", "if i % 10 == 0:")], "You record the cost every 10 iterations: every 100 is asked for."),
    ("optimize", [("if i % 100 == 0:", "if print_cost and i % 100 == 0:")], "costs is empty: record the cost of iterations 0, 100, 200, ... in any case, also where nothing is printed."),
    ("optimize", [("costs.append(cost)", "costs = [cost]")], "The list holds the last recorded cost alone: `append` keeps the earlier ones."),
    ("optimize", [("costs.append(cost)", "costs.append(i)")], "The list holds the numbers of the iterations: record the cost."),
    ("optimize", [('return {"w": w, "b": b}, grads, costs', 'return {"w": w, "b": b}, costs, grads')], "The results are in another order: params, grads, costs."),
    ("optimize", [('return {"w": w, "b": b}, grads, costs', "return w, b, grads, costs")], "w and b belong in a dictionary: three things are returned, params, grads and costs."),
    ("optimize", [('"w": w, "b": b}, grads, costs', '"w": w, "b": b}, grads, cost')], "The last cost is returned alone: return the list, costs."),
    ("optimize", [("grads, cost = propagate", "cost, grads = propagate")], "`propagate` returns the dictionary first, and then the cost."),
    ("optimize", [('grads["dw"]', "grads[0]"), ('grads["db"]', "grads[1]")], "grads is a dictionary: its entries are grads[\"dw\"] and grads[\"db\"]."),
    ("optimize", [('grads["dw"]', 'grads["w"]'), ('grads["db"]', 'grads["b"]')], "The gradients are stored under \"dw\" and \"db\"."),
    ("optimize", [("        # YOUR CODE ENDS HERE\n", "        # YOUR CODE ENDS HERE\n        if i == 100:\n            break\n")], "It stops too early, whatever num_iterations says."),
    ("optimize", [("    return {", "        return {")], "The `return` stands inside the loop, so it ends after one step: move it left by four spaces."),
    # predict
    ("predict", [(PREDICT, "A")], "These are the probabilities: a prediction is 1 where A is above 0.5, and otherwise 0."),
    ("predict", [("A > 0.5", "A < 0.5")], "Yes and no are exchanged: 1 is where A is above 0.5."),
    ("predict", [(PREDICT, "(w.T @ X + b > 0.5).astype(int)")], "The threshold is above A = 0.5: is Z compared in place of A, the first of the two things that `sigmoid` returns, or is the number not 0.5?"),
    ("predict", [("A > 0.5", "A > 0")], "Every answer is 1: is it A, the output of one sigmoid, that is compared with 0.5? `ceil` rounds every probability up, and a second sigmoid gives at least 0.5."),
    ("predict", [(PREDICT, "A.astype(int)")], "Every answer is 0: is it A that is compared with 0.5? `astype(int)` and `floor` alone cut off every fraction, and an array of zeros stays one of zeros."),
    ("predict", [("X + b", "X")], "The bias b is not added."),
    ("predict", [("X + b", "X - b")], "b is subtracted; it should be added."),
    ("predict", [(PREDICT, PREDICT + ".ravel()")], "The answer is flat: keep it a row, (1, m)."),
    ("predict", [(PREDICT, PREDICT + ".T")], "The answer is a column: an example is a column, so the answer is a row, (1, m)."),
    ("predict", [(PREDICT, "np.where(A > 0.5, 1, -1)")], "No is 0 here, not -1."),
    ("predict", [(PREDICT, "int(A[0, 0] > 0.5)")], "It answers for the first example alone: there are m of them."),
    ("predict", [(PREDICT, "(A > 0.5).astype(int)[:, :1]")], "It answers for the first example alone: there are m of them."),
    ("predict", [(PREDICT, "(A > np.mean(A)).astype(int)")], "The threshold is at the mean of A: it should be at 0.5, whatever the other examples are."),
    ("predict", [(PREDICT, "1 if A > 0.5 else 0")], "`if` asks one question, and A holds m answers: compare the whole array, or go through it with a loop."),
    ("predict", [("A, _ = sigmoid", "A = sigmoid")], "`sigmoid` returns two things, A and Z: `A, _ = sigmoid(Z)` takes the first."),
    ("predict", [("w.T @", "w @")], "The transpose is missing: w is (n, 1), so the row is `w.T`."),
    ("predict", [("w.T @ X", "X @ w")], "The order matters: (1, n) times (n, m), `w.T @ X`."),
    ("predict", [(ANSWER, LOOPED.format("[0, 1]", "i"))], SAME_PLACE),
    ("predict", [(ANSWER, LOOPED.format("[0, 0]", "i"))], SAME_PLACE),
    ("predict", [(ANSWER, LOOPED.format("[0]", "i"))], "Y_prediction[0] is the whole row, so every example gets the answer of the last one: store each in its own place, Y_prediction[0, i]."),
    ("predict", [(ANSWER, LOOPED.format("[0, i]", "0"))], "Every example gets the answer of the first one: read the output of example i, A[0, i]."),
    ("predict", [(ANSWER, LOOPED.format("[0, i]", "1"))], "Every example gets the answer of the example with index 1: read the output of example i, A[0, i]."),
    ("predict", [("sigmoid(w.T @ X + b)", "w.T @ X, None")], "Both b and the sigmoid are missing: the probability is A, the first of the two things that `sigmoid(w.T @ X + b)` returns."),
    # model
    ("model", [(OPTIMIZE, "w, b, X_train, Y_train")], "The settings are 100 iterations and the rate 0.009, whatever came in: does `optimize` get num_iterations and learning_rate, and does it use them?"),
    ("model", [(OPTIMIZE, "w, b, X_train, Y_train, num_iterations")], "The learning rate is 0.009, whatever came in: does `optimize` get it, and does `optimize` use its argument?"),
    ("model", [(OPTIMIZE, "w, b, X_train, Y_train, learning_rate=learning_rate")], "There are 100 iterations, whatever came in: does `optimize` get num_iterations, and does it use its argument?"),
    ("model", [(OPTIMIZE, "w, b, X_train, Y_train, 2000, 0.5")], "The settings are fixed at 2000 and 0.5: pass on the arguments num_iterations and learning_rate."),
    ("model", [(OPTIMIZE, "w, b, X_train, Y_train, num_iterations, 0.5")], "The learning rate is fixed at 0.5: pass on the argument."),
    ("model", [(OPTIMIZE, "w, b, X_train, Y_train, 2000, learning_rate")], "The number of iterations is fixed at 2000: pass on the argument."),
    ("model", [(OPTIMIZE, "w, b, X_train, Y_train, learning_rate, num_iterations")], "`optimize` gets something else where it wants num_iterations: it takes w, b, X, Y, num_iterations, learning_rate, print_cost, in this order."),
    ("model", [(OPTIMIZE, OPTIMIZE.replace("train", "test"))], "It learns from the test set: give `optimize` X_train and Y_train."),
    ("model", [(OPTIMIZE, OPTIMIZE.replace("X_train, Y_train", "np.hstack([X_train, X_test]), np.hstack([Y_train, Y_test])"))], "It learns from the test set too: give `optimize` X_train and Y_train alone."),
    ("model", [(OPTIMIZE, OPTIMIZE.replace("Y_train", "Y_test"))], "The training examples come with the labels of the test set: Y_train belongs to X_train."),
    ("model", [("Y_prediction_test = predict(w, b, X_test)", "Y_prediction_test = predict(w, b, X_train)"), ("Y_prediction_train = predict(w, b, X_train)", "Y_prediction_train = predict(w, b, X_test)")],
     "The two predictions are exchanged: Y_prediction_test is for X_test."),
    ("model", [("predict(w, b, X_test)", "predict(w, b, X_train)")], "Y_prediction_test is for X_test, and yours is for the training set."),
    ("model", [("predict(w, b, X_train)", "predict(w, b, X_test)")], "Y_prediction_train is for X_train, and yours is for the test set."),
    ("model", [('"Y_prediction_test": Y_prediction_test', '"Y_prediction_test": Y_test')], "Y_prediction_test holds the true labels: it is for what `predict` says."),
    ("model", [('"Y_prediction_train": Y_prediction_train', '"Y_prediction_train": Y_train')], "Y_prediction_train holds the true labels: it is for what `predict` says."),
    ("model", [('"Y_prediction_train": Y_prediction_train', '"Y_prediction_train": Y_train'), ('"Y_prediction_test": Y_prediction_test', '"Y_prediction_test": Y_test')], "The predictions hold the true labels: they are for what `predict` says."),
    ("model", [(LEARNED, "")], "You predict with the w and b from the start, and return them: the learned ones are params[\"w\"] and params[\"b\"]."),
    ("model", [(LEARNED, '    w = params["w"]\n')], "b is still the one from the start: take params[\"b\"]."),
    ("model", [(LEARNED, '    b = params["b"]\n')], "w is still the one from the start: take params[\"w\"]."),
    ("model", [(LEARNED, ""), ('"w": w', '"w": params["w"]'), ('"b": b', '"b": params["b"]')], "You predict with the w and b from the start: the learned ones are params[\"w\"] and params[\"b\"]."),
    ("model", [(LEARNED, '    w, b = grads["dw"], grads["db"]\n')], "Those are the gradients: the learned parameters are params[\"w\"] and params[\"b\"]."),
    ("model", [(START, "initialize_with_zeros(X_train.shape[1])")], "The neuron gets a weight for each example: it needs one for each input, `X_train.shape[0]`."),
    ("model", [(f"    w, b = {START}", "    X_train, X_test = X_train.T, X_test.T\n    w, b = initialize_with_zeros(X_train.shape[1])")], "You transpose X_train and X_test: an example is a column already, and X_train.shape[0] counts the inputs."),
    ("model", [(START, "initialize_with_zeros(X_train.size)")], "The neuron gets a weight for each number in X_train: it needs one for each input, `X_train.shape[0]`."),
    ("model", [(START, "initialize_with_zeros(64)")], "The number of weights is fixed at 64: it is that of the inputs, `X_train.shape[0]`."),
    ("model", [(LEARNED, "    w, b = params\n")], "params is a dictionary, and taken apart it gives its keys: the values are params[\"w\"] and params[\"b\"]."),
    ("model", [(START, "initialize_with_zeros(len(Y_train))")], "The number of weights is that of the inputs, `X_train.shape[0]`."),
    ("model", [(START, "np.random.randn(X_train.shape[0], 1) * 0.01, 0.0")], "The weights start at random: start with `initialize_with_zeros`."),
    ("model", [(START, "np.ones((X_train.shape[0], 1)), 0.0")], "The weights start at one: start with `initialize_with_zeros`."),
    ("model", [("params, grads, costs = optimize", "params, costs, grads = optimize")], "`optimize` returns params, grads and costs, in this order."),
    ("model", [("params, grads, costs = optimize", "grads, params, costs = optimize")], "`optimize` returns params, grads and costs, in this order."),
    ("model", [("params, grads, costs = optimize", "costs, grads, params = optimize")], "`optimize` returns params, grads and costs, in this order."),
    ("model", [('"costs": costs', '"costs": costs[-1]')], "costs is the whole list, not its last entry."),
    ("model", [('"costs": costs', '"costs": costs[::-1]')], "The costs are in the wrong order: the first is that of iteration 0."),
    ("model", [('"learning_rate": learning_rate', '"learning_rate": 0.5')], "learning_rate in the dictionary is the one that came in."),
    ("model", [("(w, b, X_test)", "(w, 0.0, X_test)"), ("(w, b, X_train)", "(w, 0.0, X_train)")], "The predictions leave out the bias: give `predict` the learned b."),
    *(
        ("model", [(OPTIMIZE, f"w, b, X_test, Y_test{settings}")], "It learns from the test set, and the settings that came in are not used: give `optimize` X_train, Y_train, num_iterations and learning_rate.")
        for settings in ("", ", 2000, 0.5", ", 2000, 0.009", ", 100, 0.009")
    ),
]  # fmt: skip

OTHER_SPELLINGS = [
    # initialize_with_zeros
    ("initialize_with_zeros", [("= 0.0", "= 0")], "A float has a decimal point: 0.0."),
    ("initialize_with_zeros", [("return w, b", "print(w, b)")], "(is a `return` missing?)"),
    ("initialize_with_zeros", [("((dim, 1))", "((64 if dim > 3 else dim, 1))")], "b is right; w is not. It is right on public case 1"),
    # propagate
    ("propagate", [("= -np", "= np")], "A cost is never negative"),
    ("propagate", [("(A - Y).T / m", "(A - Y).T"), (DB, "np.sum(A - Y)")], "dw and db are m times too large"),
    ("propagate", [("shape[1]", "shape[0]")], "m counts the rows"),
    ("propagate", [("A - Y", "Y - A")], "Both gradients have the wrong sign"),
    ("propagate", [("np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m", "1 / m * (np.dot(Y, np.log(A).T) + np.dot(1 - Y, np.log(1 - A).T))")], "The product of a row and a column is a table of one number"),
    ("propagate", [("np.sum(A - Y)", "np.sum(A - Y, axis=1, keepdims=True)")], "db is a number here, and yours has brackets around it: `np.sum(A - Y)` without `axis` gives a number. (In notebook 03, with several neurons, it will be a column.)"),
    ("propagate", [("X @ (A - Y).T", "np.sum(X * (A - Y), axis=1)")], "dw is flat: it must have the shape of w"),
    ("propagate", [("@ (A - Y).T", "* (A - Y)")], "dw has a column for each example"),
    ("propagate", [(", _ =", "=")], "`sigmoid` returns two things"),
    ("propagate", [("w.T @ X", "np.dot(w, X)"), ("X @ (A - Y).T", "np.dot(X, (A - Y).T)")], "The transpose is missing: w is (n, 1)"),
    ("propagate", [("X + b", "X")], "The bias b is not added to Z"),
    ("propagate", [(COST, "np.mean((A - Y) ** 2)")], "That is the mean squared error"),
    ("propagate", [("np.log(A) + (1 - Y)", "np.log(A)) / m + np.sum((1 - Y)"), ("np.log(1 - A)) / m", "np.log(1 - A))")], "-1/m belongs to both terms"),
    ("propagate", [("return", "dZ = (A - Y) * A * (1 - A)\n    return"), ("(A - Y).", "dZ."), ("sum(A - Y)", "sum(dZ)")], "There is a factor A (1 - A) too many"),
    ("propagate", [("log", "log10")], "The logarithm has base 10"),
    ("propagate", [("w.T @ X", "X.T @ w")], "Z is a column in yours"),
    ("propagate", [("(w, b, X, Y)", "(w, b, X, Y, grads={})"), ('return {"dw": X @ (A - Y).T / m, "db": np.sum(A - Y) / m}', "grads.update(dw=X @ (A - Y).T / m, db=np.sum(A - Y) / m)\n    return grads")],
     "It was right until a later call overwrote it: make a new array in each call."),
    ("propagate", [("np.log(A)", "np.log(A + 1e-8)"), ("np.log(1 - A)", "np.log(1 - A + 1e-8)")], "A small number is added inside the logarithm"),
    ("propagate", [("np.log(A)", "np.log(A + 1e-12)"), ("np.log(1 - A)", "np.log(1 - A + 1e-12)")], "Only the last digits are wrong: is something rounded, or a small number added?"),
    ("propagate", [(", cost", ", round(cost, 8)")], "It is rounded to 8 decimals: return it unrounded."),
    ("propagate", [("np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A))", "(Y @ np.log(A) + (1 - Y) @ np.log(1 - A))")], "In the cost each label meets"),
    ("propagate", [("np.log(A) +", "np.log(A)) +"), ("np.log(1 - A)) / m", "np.log(1 - A) / m")], "The cost is one number: `np.sum` belongs around both terms"),
    ("propagate", [("np.log", "np.ln")], "The natural logarithm is called `np.log`."),
    # optimize
    ("optimize", [("- learning_rate", "+ learning_rate")], "You climb the cost"),
    ("optimize", [("= w -", "-="), ("= b -", "-=")], "your function has changed its argument w"),
    ("optimize", [("\n    costs", "\n    learning_rate = 0.009\n    costs")], "The learning rate is fixed at 0.009"),
    ("optimize", [("learning_rate *", "")], "The learning rate is not used"),
    ("optimize", [("(num_iterations)", "(100)")], "The number of iterations is fixed at 100"),
    ("optimize", [("(num_iterations)", "(num_iterations + 1)")], "You take one step too many"),
    ("optimize", [("(num_iterations)", "(1, num_iterations + 1)")], "The costs are recorded at the wrong times"),
    ("optimize", [("for i in range(num_iterations):\n        ", ""), ("\n        w =", "\n" + LOOP + "        w =")], "The gradients are always those at the start"),
    ("optimize", [("b = " + STEP_B, "")], "b does not move: subtract learning_rate"),
    ("optimize", [('"db"', '"dw"')], "b takes a step with dw, and becomes a column by it"),
    ("optimize", [("if i % 100 == 0:\n            ", "")], "You record the cost of every iteration"),
    ("optimize", [("if i %", "_, cost = propagate(w, b, X, Y)\n        if i %")], "You record the cost after the step"),
    ("optimize", [('"dw"', '"w"'), ('"db"', '"b"')], 'The gradients are stored under "dw" and "db"'),
    ("optimize", [("\n    return", "\n        return")], "The `return` stands inside the loop"),
    ("optimize", [("[]", "[]\n    w, b = initialize_with_zeros(X.shape[0])")], "It starts again at zero"),
    # predict
    ("predict", [(PREDICT, "A")], "These are the probabilities"),
    ("predict", [(", _ = sigmoid(w.T @ X + b)", "= w.T @ X + b"), ("int", "float")], "The threshold is above A = 0.5"),
    ("predict", [(PREDICT, "np.where(A > 0.5, 0, 1)")], "Yes and no are exchanged"),
    ("predict", [("return (A > 0.5).astype(int)", "if A > 0.5:\n        return 1\n    return 0")], "`if` asks one question"),
    ("predict", [(PREDICT, "np.array([1 if a > 0.5 else 0 for a in A[0]])")], "The answer is flat"),
    ("predict", [("(A > 0.5)", "A")], "Every answer is 0"),
    ("predict", [(", _ =", "=")], "`sigmoid` returns two things"),
    ("predict", [("X + b", "X")], "The bias b is not added"),
    ("predict", [("\n    A, _ =", "\n    m = X.shape[0]\n    Y_prediction = np.zeros((1, m))\n    A, _ ="), ("Y_prediction = (A > 0.5).astype(int)", "for i in range(m):\n        Y_prediction[0, i] = 1 if A[0, i] > 0.5 else 0")],
     "should be an array of shape (1, 3), and yours has shape (1, 2).", "master"),
    ("predict", [(PREDICT, "np.sign(A - 0.5)")], "No is 0 here, not -1"),
    # model
    ("model", [(", num_iterations, learning_rate", "")], "The settings are 100 iterations"),
    ("model", [(", learning_rate)", "=2000, learning_rate=0.5)")], "The settings are fixed at 2000 and 0.5"),
    ("model", [('"Y_prediction_test": predict(w, b, X_test)', '"Y_prediction_test": predict(w, b, X_train)'), ('"Y_prediction_train": predict(w, b, X_train)', '"Y_prediction_train": predict(w, b, X_test)')], "The two predictions are exchanged"),
    ("model", [('w, b = params["w"], params["b"]', "")], "You predict with the w and b from the start, and return them"),
    ("model", [(", X_train, Y_train", ", X_test, Y_test")], "It learns from the test set: give `optimize`"),
    ("model", [("shape[0]", "shape[1]")], "The neuron gets a weight for each example"),
    ("model", [("num_iterations, learning_rate", "learning_rate, num_iterations")], "`optimize` gets something else"),
    ("model", [(", learning_rate)", ")")], "The learning rate is 0.009"),
    ("model", [("params, grads", "grads, params")], "`optimize` returns params"),
    ("model", [('"Y_prediction_test"', '"prediction_test"'), ('"Y_prediction_train"', '"prediction_train"'), (',\n            "learning_rate": learning_rate, "num_iterations": num_iterations', "")],
     "results should have the keys costs, Y_prediction_test, Y_prediction_train,"),
    ("model", [("X_train.shape[0]", "64")], "The number of weights is fixed at 64"),
    ("model", [('params["w"], params["b"]', "params")], "params is a dictionary"),
]  # fmt: skip

NOT_YET_NAMED = []

UNEXPLAINED = {
    "initialize_with_zeros": [
        [("np.zeros((dim, 1))", "np.zeros((dim, 1), dtype=int)")],
        [("np.zeros((dim, 1))", "np.zeros((dim, 1), dtype=bool)")],
        [("np.zeros((dim, 1))", "np.zeros((2, 1))")],
        [("np.zeros((dim, 1))", "np.zeros((max(dim, 2), 1))")],
        [("np.zeros((dim, 1))", "[[0.0]] * dim")],
        [("b = 0.0", "b = False")],
        [("b = 0.0", "b = None")],
        [("b = 0.0", "b = '0.0'")],
        [("b = 0.0", "b = 1e-3")],
        [("b = 0.0", "b = [0.0]")],
        [("return w, b", "return {'w': w, 'b': b}")],
    ],
    "propagate": [
        [(COST, "-np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / 3")],
        [(COST, "-np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / (2 * m)")],
        [(COST, "-np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / X.shape[0]")],
        [(COST, "np.atleast_2d(" + COST + ")")],
        [(COST, "[" + COST + "]")],
        [(COST, "round(" + COST + ", 6)")],
        [(COST, "-np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A) + 1e-8) / m")],
        [(COST, "-np.sum(Y * np.log(A + 1e-8) + (1 - Y) * np.log(1 - A + 1e-8)) / m")],
        [("np.log(A)", "np.log(np.clip(A, 0.05, 0.95))")],
        [("np.log(1 - A)", "np.log(np.clip(1 - A, 0.05, 0.95))")],
        [(DW, "X @ (A - Y).T / 3")],
        [(DW, "np.sum(X @ (A - Y).T) / m")],
        [(DW, "X @ ((A - Y) * A * (1 - A)).T / m")],
        [(DW, "np.abs(X) @ (A - Y).T / m")],
        [(DW, "X @ (np.round(A) - Y).T / m")],
        [(DB, "np.sum(A - Y) / 3")],
        [(DB, "(A - Y)[0, 0]")],
        [(DB, "float(int(np.sum(A - Y))) / m")],
        [("w.T @ X + b", "w[0] * X[:1] + b")],
        [("w.T @ X + b", "w[:2].T @ X[:2] + b")],
        [("w.T @ X + b", "w.T @ X + abs(b)")],
        [("w.T @ X + b", "np.maximum(0, w.T @ X + b)")],
        [("X.shape[1]", "3")],
        [("X.shape[1]", "max(X.shape[1], 2)")],
        [("A, _ = sigmoid(Z)", "A = np.tanh(Z) / 2 + 0.5")],
        [('{"dw": dw, "db": db}, cost', '{"dw": dw, "db": db, "A": A}, cost')],
        [('{"dw": dw, "db": db}, cost', '{"w": dw, "b": db}, cost')],
    ],
    "optimize": [
        [("learning_rate * ", "min(learning_rate, 0.5) * ")],
        [("learning_rate * ", "max(learning_rate, 0.009) * ")],
        [("learning_rate * ", "learning_rate ** 2 * ")],
        [("range(num_iterations)", "range(max(1, num_iterations - 1))")],
        [("range(num_iterations)", "range(min(num_iterations, 100))")],
        [("range(num_iterations)", "range(max(num_iterations, 100))")],
        [("range(num_iterations)", "range(num_iterations // 100 * 100 + 1)")],
        [(STEP_W, 'np.subtract(w, learning_rate * grads["dw"], out=w)')],
        [("w = w - learning", "w -= learning")],
        [(STEP_W, '(w - grads["dw"]) * learning_rate')],
        [(STEP_W, 'w - learning_rate * np.sign(grads["dw"])')],
        [(STEP_W, 'w * 0.999 - learning_rate * grads["dw"]')],
        [("\n        w =", "; learning_rate *= 0.99\n        w =")],
        [("(w, b, X, Y)", "(w, b, X, Y); grads['dw'] = np.clip(grads['dw'], -0.05, 0.05)")],
        [("i % 100 == 0", "i % 100 == 99")],
        [("i % 100 == 0", "i % 100 == 0 or i == num_iterations - 1")],
        [("costs.append(cost)", "costs.append([cost])")],
        [("costs.append(cost)", "costs.append(round(cost, 6))")],
        [("costs.append(cost)", "costs.insert(0, cost)")],
        [("grads, costs", "grads, np.array(costs)")],
        [("grads, costs", "grads, costs[-1]")],
        [('return {"w": w, "b": b}', "return (w, b)")],
        [("learning_rate=0.009", "learning_rate=0.01")],
        [("learning_rate=0.009", "learning_rate=0.5")],
        [("num_iterations=100", "num_iterations=2000")],
        [("(w, b, X, Y)", "(w, b, X[:, :1], Y[:, :1])")],
        [("(w, b, X, Y)", "(w, b, X[:, [i % X.shape[1]]], Y[:, [i % X.shape[1]]])")],
    ],
    "predict": [
        [(PREDICT, "(A > 0.6).astype(int)")],
        [(PREDICT, "(A > 0.4).astype(int)")],
        [(PREDICT, "np.ceil(A)")],
        [(PREDICT, "np.round(A, 1)")],
        [(PREDICT, "(A > 0.5).astype(int).tolist()")],
        [(PREDICT, "(A > 0.5).astype(int).astype(str)")],
        [(PREDICT, "(A > 0.5).astype(int).astype(object)")],
        [(PREDICT, "(A > 0.5).astype(int).astype(complex)")],
        [(PREDICT, "np.where(A > 0.5, 2, 1)")],
        [(PREDICT, "(A > A.mean()).astype(int)")],
        [(PREDICT, "(A == A.max()).astype(int)")],
        [(PREDICT, "np.zeros((1, X.shape[0]))")],
        [(PREDICT, "np.zeros((1, 3)) + (A > 0.5)")],
        [(PREDICT, "np.ones_like(A)")],
        [(PREDICT, "np.zeros_like(A)")],
        [("X + b", "X + abs(b)")],
        [("w.T @ X", "w[:2].T @ X[:2]")],
        [("w.T @ X", "np.abs(w).T @ X")],
        [("A, _ = sigmoid", "_, A = sigmoid")],
        [("return Y_prediction", "return Y_prediction, A")],
    ],
    "model": [
        [("learning_rate, print_cost", "min(learning_rate, 0.5)")],
        [("num_iterations, learning_rate, print_cost\n", "num_iterations + 1, learning_rate\n")],
        [("num_iterations, learning_rate, print_cost\n", "num_iterations - 1, learning_rate\n")],
        [("num_iterations, learning_rate, print_cost\n", "max(num_iterations, 100), learning_rate\n")],
        [("w, b, X_train, Y_train", "w, b, X_train, 1 - Y_train")],
        [("predict(w, b, X_test)", "Y_test")],
        [("predict(w, b, X_train)", "Y_train")],
        [("predict(w, b, X_test)", "1 - predict(w, b, X_test)")],
        [("predict(w, b, X_test)", "sigmoid(w.T @ X_test + b)[0]")],
        [("predict(w, b, X_test)", "predict(w, 0.0, X_test)")],
        [("predict(w, b, X_train)", "predict(w, 0.0, X_train)")],
        [(START, "initialize_with_zeros(4)")],
        [(START, "np.zeros((X_train.shape[0], 1)), 1.0")],
        [('"costs": costs', '"costs": costs[:3]')],
        [('"costs": costs', '"cost": costs')],
        [('"w": w', '"w": w.T')],
        [('"w": w', '"w": w.ravel()')],
        [('"num_iterations": num_iterations', '"num_iterations": 2000')],
        [('"num_iterations": num_iterations', '"num_iterations": len(costs)')],
        [("learning_rate=0.5", "learning_rate=0.009")],
        [("num_iterations=2000", "num_iterations=100")],
    ],
}  # fmt: skip


def more(solved, texts):
    """A version that no replacement of a text can say."""
    del texts

    def on_the_wrong_axis(w, b, X):
        return np.where(np.ravel(w.T @ X + b)[: len(X)] > 0, 1, 0).reshape(1, -1)

    sentence = "It goes through the rows of X, which are the inputs: the examples are its columns."
    return [("predict", on_the_wrong_axis, sentence)]


# Conditions on the arguments: a mutant is right only where one of them holds


def _count(arguments):
    """How many iterations a call of `optimize` or `model` asks for, or None for the default."""
    return arguments[4] if len(arguments) > 4 else None


def _rate(arguments):
    return arguments[5] if len(arguments) > 5 else None


def _neuron_conditions(cut):
    """Conditions on the examples; cut takes X out of the arguments."""
    return {
        "one example": lambda *a: cut(a).shape[1] == 1,
        "more than one example": lambda *a: cut(a).shape[1] > 1,
        "three examples": lambda *a: cut(a).shape[1] == 3,
        "two inputs": lambda *a: len(cut(a)) == 2,
        "more than one input": lambda *a: len(cut(a)) > 1,
        "fewer inputs than examples": lambda *a: len(cut(a)) < cut(a).shape[1],
    }


SETTINGS = {
    "at most 100 iterations": lambda *a: (_count(a) or 100) <= 100,
    "more than 100 iterations": lambda *a: (_count(a) or 2000) > 100,
    "iterations given": lambda *a: _count(a) is not None,
    "rate given": lambda *a: _rate(a) is not None,
    "rate not given": lambda *a: _rate(a) is None,
    "rate below 0.5": lambda *a: _rate(a) is not None and _rate(a) < 0.5,
    "print_cost not given": lambda *a: len(a) < 7,
}


RIGHT_ONLY_IF = {
    "initialize_with_zeros": {
        "two inputs": lambda dim: dim == 2,
        "two or three inputs": lambda dim: dim in (2, 3),
        "at most ten inputs": lambda dim: dim <= 10,
        "more than one input": lambda dim: dim > 1,
    },
    "propagate": _neuron_conditions(lambda a: a[2])
    | {
        "as many inputs as examples": lambda w, b, X, Y: X.shape[0] == X.shape[1],
        "Z of moderate size": lambda w, b, X, Y: np.abs(w.T @ X + b).max() < 3,
        "b above 0": lambda w, b, X, Y: b > 0,
        "most labels 1": lambda w, b, X, Y: Y.mean() > 0.5,
    },
    "optimize": _neuron_conditions(lambda a: a[2]) | SETTINGS,
    "predict": _neuron_conditions(lambda a: a[2])
    | {"b below 0": lambda w, b, X: b < 0, "any yes": lambda w, b, X: (w.T @ X + b > 0).any()},
    "model": _neuron_conditions(lambda a: a[0])
    | SETTINGS
    | {
        "fewer to test than to train": lambda *a: a[2].shape[1] < a[0].shape[1],
        "one to test": lambda *a: a[2].shape[1] == 1,
    },
}
