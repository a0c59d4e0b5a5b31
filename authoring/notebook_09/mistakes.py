"""The mistakes of notebook 09, one row per line; `authoring/mistakes.py` says how to read them."""

import numpy as np

# update_parameters_with_gd
STEP = 'parameters[name] - learning_rate * grads["d" + name]'
LAST = "name[1:] == str(len(parameters) // 2)"
# random_mini_batches
SEED = "    np.random.seed(seed)  # the same seed, the same order\n"
ORDER = "permutation = np.random.permutation(m)"
X_SHUFFLED, Y_SHUFFLED = "X_shuffled = X[:, permutation]", "Y_shuffled = Y[:, permutation]"
STARTS, END = (
    "for start in range(0, m, mini_batch_size):\n",
    "        end = start + mini_batch_size\n",
)
PAIR = "(X_shuffled[:, start:end], Y_shuffled[:, start:end])"
# the zeros
ZEROS = "np.zeros(parameters[name].shape)"
V_ZEROS, S_ZEROS = f'v["d" + name] = {ZEROS}', f's["d" + name] = {ZEROS}'
# update_parameters_with_momentum
V = 'beta * v["d" + name] + (1 - beta) * grads["d" + name]'
MOVE = 'parameters[name] - learning_rate * new_v["d" + name]'
BOTH = "return new_parameters, new_v"
# update_parameters_with_adam
V_ADAM = 'beta1 * v["d" + name] + (1 - beta1) * grads["d" + name]'
S_ADAM = 'beta2 * s["d" + name] + (1 - beta2) * grads["d" + name] ** 2'
V_HAT, S_HAT = 'new_v["d" + name] / (1 - beta1**t)', 'new_s["d" + name] / (1 - beta2**t)'
ROOT = "(np.sqrt(s_corrected) + epsilon)"
ADAM = f"learning_rate * v_corrected / {ROOT}"
RETURN_ADAM = "return new_parameters, new_v, new_s"
# the rates
RATE = "learning_rate0 / (1 + decay_rate * epoch_num)"
STAIRS = "np.floor(epoch_num / time_interval)"
STAIR_RATE = f"learning_rate0 / (1 + decay_rate * {STAIRS})"

CLIMB = "You climb: the gradient points to where the cost grows, so subtract the step."
NAMES = "Gradients are stored under the name of the parameter with a d in front: dW1, db1."
ALL_NAMES = "Gradients and their averages are stored under the name of the parameter with a d in front: dW1, db1."
WITHIN = (
    "You return within the loop, so that it ends after one parameter: move `return` to the left."
)
GROWN = "b grew columns, because it was combined with what belongs to W: each parameter has a gradient of its own."
D_IN_FRONT = "The names lack their d: the velocity of W1 is stored as dW1, like its gradient."
NOT_MOVED = "The parameters did not move: return the new ones."
TO_ZERO = "Before the first step there is no gradient to remember: every entry should be zero."
FIVE = "You return five things, as some editions do: return the new parameters, v and s alone."

MISTAKES = [
    # update_parameters_with_gd
    ("update_parameters_with_gd", [(STEP, 'parameters[name] + learning_rate * grads["d" + name]')], CLIMB),
    ("update_parameters_with_gd", [(STEP, 'parameters[name] - grads["d" + name]')], "The learning rate is missing: multiply the gradient by it."),
    ("update_parameters_with_gd", [(STEP, 'parameters[name] - 0.01 * grads["d" + name]')], "The learning rate is fixed at 0.01: use the argument learning_rate."),
    ("update_parameters_with_gd", [(STEP, 'parameters[name] - 0.1 * grads["d" + name]')], "The learning rate is fixed at 0.1: use the argument learning_rate."),
    ("update_parameters_with_gd", [(STEP, 'parameters[name] - learning_rate * grads[name]')], NAMES),
    ("update_parameters_with_gd", [(STEP, f'{STEP} if name[0] == "W" else parameters[name]')], "The weights moved and the biases did not: every parameter takes its step."),
    ("update_parameters_with_gd", [(STEP, f'{STEP} if name[0] == "b" else parameters[name]')], "The biases moved and the weights did not: every parameter takes its step."),
    ("update_parameters_with_gd", [(STEP, f'parameters[name] if {LAST} else {STEP}')], "The last layer did not move: there are len(parameters) // 2 layers, and all of them take their step."),
    ("update_parameters_with_gd", [(STEP, f'parameters[name] if name[1:] == "1" else {STEP}')], "The first layer did not move: layers are counted from 1, and all of them take their step."),
    ("update_parameters_with_gd", [(STEP, 'parameters[name] - learning_rate * grads["dW" + name[1:]]')], GROWN),
    ("update_parameters_with_gd", [(STEP, 'learning_rate * grads["d" + name]')], "That is the step alone: subtract it from the parameter."),
    ("update_parameters_with_gd", [(STEP, '-learning_rate * grads["d" + name]')], "That is the step alone: add it to the parameter."),
    ("update_parameters_with_gd", [("return new_parameters", "return parameters")], NOT_MOVED),
    ("update_parameters_with_gd", [("return new_parameters", "return grads")], "You return the gradients: return the parameters after the step."),
    ("update_parameters_with_gd", [(STEP, 'learning_rate * (parameters[name] - grads["d" + name])')], "The learning rate belongs to the gradient alone: you have multiplied the parameter by it too."),
    ("update_parameters_with_gd", [(STEP, 'learning_rate * grads["d" + name] - parameters[name]')], "The difference is the other way round: the parameter comes first, and the step is subtracted from it."),
    ("update_parameters_with_gd", [(STEP, 'parameters[name] - grads["d" + name] / learning_rate')], "You divide by the learning rate: multiply the gradient by it."),
    ("update_parameters_with_gd", [(STEP, 'parameters[name] * (1 - learning_rate * grads["d" + name])')], "The step is multiplied by the parameter: it is learning_rate times the gradient, whatever the parameter is."),
    ("update_parameters_with_gd", [(STEP, 'parameters[name] - learning_rate * np.mean(grads["d" + name])')], "All entries take the same step: each one has a gradient of its own, so leave out the mean."),
    ("update_parameters_with_gd", [(STEP, 'parameters[name] - learning_rate * np.sign(grads["d" + name])')], "Only the sign of the gradient is left: a steeper slope takes a longer step."),
    ("update_parameters_with_gd", [("for name in parameters:", "for name in [key[1:] for key in grads]:")], "grads holds dA0, dA1, ... too: run the loop over the parameters."),
    ("update_parameters_with_gd", [("    return new_parameters", "        return new_parameters")], WITHIN),
    # random_mini_batches
    ("random_mini_batches", [(STARTS, "for start in range(0, m - m % mini_batch_size, mini_batch_size):\n")], "What is left after the full batches is missing, so some examples are never seen: the rest is a batch too."),
    ("random_mini_batches", [(STARTS, "for start in range(0, m + 1, mini_batch_size):\n")], "Where the size divides m, there is an empty batch at the end: make the last batch only if something is left."),
    ("random_mini_batches", [(Y_SHUFFLED, "Y_shuffled = Y[:, np.random.permutation(m)]")], "X and Y are shuffled in two different orders, so the examples lose their labels: draw one permutation, and use it for both."),
    ("random_mini_batches", [(Y_SHUFFLED, "Y_shuffled = Y")], "X is shuffled and Y is not, so the examples lose their labels: use the same permutation for both."),
    ("random_mini_batches", [(X_SHUFFLED, "X_shuffled = X")], "Y is shuffled and X is not, so the examples lose their labels: use the same permutation for both."),
    ("random_mini_batches", [(PAIR, "(X[:, start:end], Y[:, start:end])")], "Nothing is shuffled: the batches are cut from X and Y as they came."),
    ("random_mini_batches", [(X_SHUFFLED, "X_shuffled = X[permutation]")], "The rows are permuted: an example is a column, so the permutation belongs to the second axis."),
    ("random_mini_batches", [(X_SHUFFLED, "X_shuffled = X[permutation]"), (Y_SHUFFLED, "Y_shuffled = Y[permutation]")], "The rows are permuted: an example is a column, so the permutation belongs to the second axis."),
    ("random_mini_batches", [(ORDER, "permutation = np.random.permutation(m)\n    X = X[np.random.RandomState(seed).permutation(len(X))]")], "The rows of X are permuted: the features stay where they are, and an example is a column."),
    ("random_mini_batches", [(ORDER, "permutation = np.random.randint(0, m, m)")], "Examples are drawn again and again, so some come twice and others never: a permutation holds each of them once."),
    ("random_mini_batches", [(ORDER, "permutation = np.random.randint(0, m, size=mini_batch_size)")], "Examples are drawn again and again, so some come twice and others never: a permutation holds each of them once."),
    ("random_mini_batches", [(SEED, "")], "The order does not depend on the seed: `np.random.seed(seed)` comes before the permutation."),
    ("random_mini_batches", [(SEED, ""), (ORDER, f"{ORDER}\n    np.random.seed(seed)")], "The order does not depend on the seed: `np.random.seed(seed)` comes before the permutation."),
    ("random_mini_batches", [(SEED, "    np.random.seed(0)\n")], "The seed is fixed at 0: use the argument seed."),
    ("random_mini_batches", [(SEED, "    np.random.seed(1)\n")], "The seed is fixed at 1: use the argument seed."),
    ("random_mini_batches", [("    m = X.shape[1]\n", "    m = X.shape[1]\n    mini_batch_size = 64\n")], "The size is fixed at 64: use the argument mini_batch_size."),
    ("random_mini_batches", [(STARTS, "for piece in np.array_split(np.arange(m), -(-m // mini_batch_size)):\n"), (END, "        start, end = piece[0], piece[-1] + 1\n")], "The sizes are evened out: all batches are full ones, and the last one takes what is left."),
    ("random_mini_batches", [(STARTS, "for piece in np.array_split(np.arange(m), max(1, m // mini_batch_size)):\n"), (END, "        start, end = piece[0], piece[-1] + 1\n")], "The rest is spread over the full batches, which are too large then: it is a batch of its own."),
    ("random_mini_batches", [(STARTS, "for piece in np.split(np.arange(m), max(1, m // mini_batch_size)):\n"), (END, "        start, end = piece[0], piece[-1] + 1\n")], "np.split into a number of parts makes equal ones: here the batches are full, and the last one takes what is left."),
    ("random_mini_batches", [(STARTS, "for end in range(m % mini_batch_size or mini_batch_size, m + 1, mini_batch_size):\n"), (END, "        start = max(0, end - mini_batch_size)\n")], "The small batch comes first: the full ones come first, and then the rest."),
    ("random_mini_batches", [("return mini_batches", "return mini_batches[::-1]")], "The batches are in reverse order: the first one begins with the first column of the shuffled X."),
    ("random_mini_batches", [(END, "        end = start + mini_batch_size - 1\n")], "The last example of each batch is missing: a slice ends one before its second number."),
    ("random_mini_batches", [(END, "        end = start + mini_batch_size + 1\n")], "Each batch has one example too many: a slice ends one before its second number, so nothing is added."),
    ("random_mini_batches", [(STARTS, "for start in range(-(-m // mini_batch_size)):\n")], "Batch k begins at the column k: it begins at k * mini_batch_size."),
    ("random_mini_batches", [(PAIR, "(X_shuffled[:, start:end], Y_shuffled.reshape((1, m))[:, start:end])")], "Y may have several rows, one for each output: leave its shape as it is."),
    ("random_mini_batches", [(END, "        start = max(0, min(start, m - mini_batch_size))\n" + END)], "The last batch is filled up with examples of the one before: it takes what is left, and no more."),
    ("random_mini_batches", [(PAIR, "(Y_shuffled[:, start:end], X_shuffled[:, start:end])")], "The pairs are the other way round: (X_batch, Y_batch)."),
    ("random_mini_batches", [(END, END + f"        {ORDER}\n        {X_SHUFFLED}\n        {Y_SHUFFLED}\n")], "A new order is drawn for each batch, so some examples come twice and others never: draw it once, before the loop."),
    ("random_mini_batches", [("    return mini_batches", "        return mini_batches")], "You return within the loop, so that it ends after one batch: move `return` to the left."),
    ("random_mini_batches", [("mini_batches.append(" + PAIR + ")", "mini_batches = [" + PAIR + "]")], "Only the last batch is left: append each one to the list."),
    ("random_mini_batches", [(END, END + "        if end > m:\n            start = m % mini_batch_size\n")], "The last batch begins at the wrong column: it begins where the full batches end."),
    ("random_mini_batches", [(END, END + "        if end > m:\n            start, end = 0, m % mini_batch_size\n")], "The last batch is cut from the beginning: it begins where the full batches end."),
    ("random_mini_batches", [(END, END + "        if end <= m:\n            end = start // mini_batch_size + mini_batch_size\n")], "The parentheses around k + 1 are missing: batch k ends at (k + 1) * mini_batch_size."),
    ("random_mini_batches", [(STARTS, "for start in range(0 if m < mini_batch_size else mini_batch_size, m, mini_batch_size):\n")], "The first batch is missing: the batches are counted from 0."),
    ("random_mini_batches", [(ORDER, "permutation = np.random.default_rng(seed).permutation(m)")], "The order is that of another generator: draw it with np.random.permutation, after np.random.seed(seed)."),
    ("random_mini_batches", [(PAIR, "(X[:, start:end][:, np.random.permutation(min(end, m) - start)], Y[:, start:end])")], "The examples are shuffled within their batch, and X alone: shuffle the columns of X and Y once, before you cut."),
    ("random_mini_batches", [(PAIR, "(X_shuffled[start:end], Y_shuffled[start:end])")], "The slice cuts rows: an example is a column, so the slice belongs to the second axis."),
    ("random_mini_batches", [("m = X.shape[1]", "m = X.shape[0]")], "m is X.shape[1], the number of columns: X.shape[0] is the number of rows."),
    # initialize_velocity
    ("initialize_velocity", [('v["d" + name] =', "v[name] =")], D_IN_FRONT),
    ("initialize_velocity", [(ZEROS, "np.ones(parameters[name].shape)")], TO_ZERO),
    ("initialize_velocity", [(ZEROS, "parameters[name]")], TO_ZERO),
    ("initialize_velocity", [(ZEROS, "np.random.randn(*parameters[name].shape)")], TO_ZERO),
    ("initialize_velocity", [(ZEROS, "np.random.randn(*parameters[name].shape) * 0.01")], TO_ZERO),
    ("initialize_velocity", [(ZEROS, "0.0")], "A velocity has an entry for each entry of its parameter: it is an array of the same shape, and not a number."),
    ("initialize_velocity", [(ZEROS, "0")], "A velocity has an entry for each entry of its parameter: it is an array of the same shape, and not a number."),
    ("initialize_velocity", [(ZEROS, "np.zeros(parameters[name].shape[0])")], "A velocity has two axes, as its parameter has: pass the whole shape to np.zeros."),
    ("initialize_velocity", [(ZEROS, "np.zeros(parameters[name].size)")], "A velocity has two axes, as its parameter has: pass the whole shape to np.zeros."),
    ("initialize_velocity", [(ZEROS, "np.zeros(parameters[name].shape[::-1])")], "Rows and columns are exchanged: a velocity has the shape of its parameter."),
    ("initialize_velocity", [(ZEROS, 'np.zeros(parameters["W" + name[1:]].shape)')], "The velocity of b has the shape of W: each one has the shape of its own parameter."),
    ("initialize_velocity", [(f'v["d" + name] = {ZEROS}', f'v = {{"d" + name: {ZEROS}}}')], "Each iteration makes a new dictionary, so that only the last entry is left: write into the one that is there."),
    ("initialize_velocity", [("    return v", "        return v")], WITHIN),
    # update_parameters_with_momentum
    ("update_parameters_with_momentum", [(V, 'beta * v["d" + name] + grads["d" + name]')], "The new gradient counts in full: the factor 1 - beta is missing, and the velocity is no average."),
    ("update_parameters_with_momentum", [(V, '(1 - beta) * v["d" + name] + beta * grads["d" + name]')], "beta and 1 - beta are exchanged: beta is what is kept of the old velocity."),
    ("update_parameters_with_momentum", [(V, '(1 - beta) * grads["d" + name]')], "The old velocity is forgotten: beta times v is missing. It shows only once v is no longer zero."),
    ("update_parameters_with_momentum", [(V, 'v["d" + name] + (1 - beta) * grads["d" + name]')], "The old velocity is kept in full: multiply it by beta."),
    ("update_parameters_with_momentum", [(V, 'beta * v["d" + name] - (1 - beta) * grads["d" + name]')], "The gradient enters the velocity with a minus: the minus belongs to the step alone."),
    ("update_parameters_with_momentum", [(MOVE, 'parameters[name] - learning_rate * grads["d" + name]')], "The velocity is right, and the step is made with the gradient: make it with the new velocity."),
    ("update_parameters_with_momentum", [(MOVE, 'parameters[name] - learning_rate * v["d" + name]')], "The step is made with the old velocity: make it with the new one."),
    ("update_parameters_with_momentum", [(MOVE, f"{MOVE} if name[0] == 'W' else parameters[name] - learning_rate * grads['d' + name]")], "The velocities are right, and the biases make their step with the gradient: every parameter steps with its own velocity."),
    ("update_parameters_with_momentum", [(MOVE, f"{MOVE} if name[0] == 'W' else parameters[name]")], "The weights moved and the biases did not: every parameter takes its step."),
    ("update_parameters_with_momentum", [(MOVE, 'parameters[name] + learning_rate * new_v["d" + name]')], CLIMB),
    ("update_parameters_with_momentum", [(MOVE, 'parameters[name] - new_v["d" + name]')], "The learning rate is missing: multiply the new velocity by it."),
    ("update_parameters_with_momentum", [(MOVE, 'parameters[name] - learning_rate * new_v["dW" + name[1:]]')], GROWN),
    ("update_parameters_with_momentum", [(V, 'beta * v["dW" + name[1:]] + (1 - beta) * grads["d" + name]')], GROWN),
    ("update_parameters_with_momentum", [(V, 'beta * v["d" + name] + (1 - beta) * grads["dW" + name[1:]]')], GROWN),
    ("update_parameters_with_momentum", [(V, 'beta * v["d" + name] + learning_rate * grads["d" + name]'), (MOVE, 'parameters[name] - new_v["d" + name]')], "The learning rate is inside the velocity, in the place of 1 - beta: v averages gradients, and the rate belongs to the step."),
    ("update_parameters_with_momentum", [(V, 'beta * v["d" + name] + (1 - beta) * learning_rate * grads["d" + name]'), (MOVE, 'parameters[name] - new_v["d" + name]')], "The learning rate is inside the velocity: v averages gradients, and the rate belongs to the step."),
    ("update_parameters_with_momentum", [(V, 'beta * v["d" + name] - learning_rate * grads["d" + name]'), (MOVE, 'parameters[name] + new_v["d" + name]')], "That is another convention of momentum, where v holds steps: here v is an average of gradients, with the factors beta and 1 - beta."),
    ("update_parameters_with_momentum", [(MOVE, 'parameters[name] - learning_rate * new_v["d" + name] / (1 - beta)')], "The velocity is divided by 1 - beta: momentum makes its step with the velocity as it is. The correction belongs to Adam."),
    ("update_parameters_with_momentum", [(MOVE, 'parameters[name] - learning_rate * (beta * new_v["d" + name] + (1 - beta) * grads["d" + name])')], "The step looks ahead, as in Nesterov's momentum: here it is made with the new velocity alone."),
    ("update_parameters_with_momentum", [(f'new_v["d" + name] = {V}', f'new_v = {{"d" + name: {V}}}')], "Each iteration makes a new dictionary, so that only the last velocity is left: write into the one that is there."),
    ("update_parameters_with_momentum", [(BOTH, "return new_parameters")], "The velocity is missing from what you return: the next step needs it."),
    ("update_parameters_with_momentum", [(BOTH, "return new_v, new_parameters")], "The results are the other way round: first the parameters, then the velocity."),
    ("update_parameters_with_momentum", [(BOTH, "return new_parameters, v")], "You return the old velocity: the next step needs the new one."),
    ("update_parameters_with_momentum", [(BOTH, "return parameters, new_v")], NOT_MOVED),
    ("update_parameters_with_momentum", [(V, 'beta * v["d" + name] + (1 - beta) * grads[name]')], ALL_NAMES),
    ("update_parameters_with_momentum", [(V, V.replace("beta", "0.9"))], "beta is fixed at 0.9: use the argument beta."),
    ("update_parameters_with_momentum", [(V, V + ' ** 2')], "The gradient is squared: that is Adam's second average. Momentum averages the gradients themselves."),
    ("update_parameters_with_momentum", [("for name in parameters:", "for name in [key[1:] for key in grads]:")], "grads holds dA0, dA1, ... too: run the loop over the parameters."),
    ("update_parameters_with_momentum", [("for name in parameters:", "for name in [key[1:] for key in grads if v[key] is not None]:")], "grads holds dA0, dA1, ... too: run the loop over the parameters."),
    ("update_parameters_with_momentum", [("    return new_parameters, new_v", "        return new_parameters, new_v")], WITHIN),
    # initialize_adam
    ("initialize_adam", [('v["d" + name] =', "v[name] ="), ('s["d" + name] =', "s[name] =")], "The names lack their d: the averages for W1 are stored as dW1, like its gradient."),
    ("initialize_adam", [("return v, s", "return v")], "Only v comes back: return both averages, v and s."),
    ("initialize_adam", [("return v, s", "return s")], "Only s comes back: return both averages, v and s."),
    ("initialize_adam", [("    return v, s", '    return {"v": v, "s": s}')], "v and s are two results, and not a dictionary of two: return v, s."),
    ("initialize_adam", [(S_ZEROS, 's["d" + name] = np.ones(parameters[name].shape)')], TO_ZERO),
    ("initialize_adam", [(V_ZEROS, 'v["d" + name] = np.ones(parameters[name].shape)')], TO_ZERO),
    ("initialize_adam", [(ZEROS, "np.ones(parameters[name].shape)")], TO_ZERO),
    ("initialize_adam", [(ZEROS, "parameters[name]")], TO_ZERO),
    ("initialize_adam", [(V_ZEROS, 'v["d" + name] = parameters[name]')], TO_ZERO),
    ("initialize_adam", [(S_ZEROS, 's["d" + name] = parameters[name] ** 2')], TO_ZERO),
    ("initialize_adam", [(ZEROS, "0.0")], "An average has an entry for each entry of its parameter: it is an array of the same shape, and not a number."),
    ("initialize_adam", [(ZEROS, "np.zeros(parameters[name].shape[0])")], "An average has two axes, as its parameter has: pass the whole shape to np.zeros."),
    ("initialize_adam", [(ZEROS, 'np.zeros(parameters["W" + name[1:]].shape)')], "The averages for b have the shape of W: each one has the shape of its own parameter."),
    ("initialize_adam", [(S_ZEROS, f'v["d" + name] = {ZEROS}')], "s is empty: it needs its zeros too."),
    ("initialize_adam", [(V_ZEROS, f's["d" + name] = {ZEROS}')], "v is empty: it needs its zeros too."),
    ("initialize_adam", [("    return v, s", "        return v, s")], WITHIN),
    ("initialize_adam", [(S_ZEROS, f's["s" + name] = {ZEROS}')], "The names in s begin with a d too: dW1, db1, ..., as in v."),
    # update_parameters_with_adam
    ("update_parameters_with_adam", [(V_HAT, 'new_v["d" + name]'), (S_HAT, 'new_s["d" + name]')], "The correction is missing: the first steps are made with averages that are still close to zero."),
    ("update_parameters_with_adam", [(S_HAT, 'new_s["d" + name]')], "v is corrected and s is not, so that the first step is 31.6 times too long with the usual settings: divide s by 1 - beta2**t, and make the step with the result."),
    ("update_parameters_with_adam", [(V_HAT, 'new_v["d" + name]')], "s is corrected and v is not: divide v by 1 - beta1**t, and make the step with the result."),
    ("update_parameters_with_adam", [("beta1**t", "beta1 * t"), ("beta2**t", "beta2 * t")], "beta is multiplied by t: the correction needs the power, beta**t."),
    ("update_parameters_with_adam", [("beta1**t", "beta1 * t")], "beta1 is multiplied by t: the correction needs the power, beta1**t."),
    ("update_parameters_with_adam", [("beta2**t", "beta2 * t")], "beta2 is multiplied by t: the correction needs the power, beta2**t."),
    ("update_parameters_with_adam", [("beta1**t", "beta1"), ("beta2**t", "beta2")], "The correction lacks the power of t: it is right in the first step alone."),
    ("update_parameters_with_adam", [("beta1**t", "beta1")], "The correction of v lacks the power of t: it is right in the first step alone."),
    ("update_parameters_with_adam", [("beta2**t", "beta2")], "The correction of s lacks the power of t: it is right in the first step alone."),
    ("update_parameters_with_adam", [("beta1**t", "beta1**2"), ("beta2**t", "beta2**2")], "The correction has the power 2, whatever the step: the power is t."),
    ("update_parameters_with_adam", [("beta2**t", "beta2**2")], "The correction of s has the power 2, whatever the step: the power is t."),
    ("update_parameters_with_adam", [("beta1**t", "beta1**2")], "The correction of v has the power 2, whatever the step: the power is t."),
    ("update_parameters_with_adam", [("beta1**t", "beta1**(t + 1)"), ("beta2**t", "beta2**(t + 1)")], "t is one too large: it counts the steps from 1 already, so use it as it is."),
    ("update_parameters_with_adam", [("beta1**t", "beta1**(t - 1)"), ("beta2**t", "beta2**(t - 1)")], "t is one too small, and in the first step you divide by zero: t counts the steps from 1."),
    ("update_parameters_with_adam", [(f"step = {ADAM}", f"step = {ADAM}\n        t = t + 1")], "t grows from one parameter to the next: it counts steps, and is the same for all parameters of a step."),
    ("update_parameters_with_adam", [("new_parameters, new_v, new_s = {}, {}, {}", "new_parameters, new_v, new_s = {}, {}, {}\n    t = 1")], "t is fixed at 1: use the argument t."),
    ("update_parameters_with_adam", [(ROOT, "np.sqrt(s_corrected + epsilon)")], "epsilon is under the root: add it after the root is taken."),
    ("update_parameters_with_adam", [(ROOT, "(s_corrected + epsilon)")], "The root is missing: divide by the root of s, which has the size of a gradient and not of its square."),
    ("update_parameters_with_adam", [(ROOT, "np.sqrt(s_corrected)")], "epsilon is missing: where every gradient so far was 0, you divide by zero."),
    ("update_parameters_with_adam", [(ADAM, "learning_rate * (v_corrected / np.sqrt(s_corrected) + epsilon)")], "epsilon is added to the whole step: put parentheses around the root and epsilon, because `/` comes before `+`."),
    ("update_parameters_with_adam", [(V_HAT, 'new_v["d" + name] * (1 - beta1**t)'), (S_HAT, 'new_s["d" + name] * (1 - beta2**t)')], "The averages are multiplied by 1 - beta**t: divide by it, because they are too small at first."),
    ("update_parameters_with_adam", [(V_HAT, 'new_v["d" + name] / (1 - beta1) ** t'), (S_HAT, 'new_s["d" + name] / (1 - beta2) ** t')], "The power covers 1 - beta: it belongs to beta alone, 1 - beta**t."),
    ("update_parameters_with_adam", [(V_HAT, 'new_v["d" + name] / (1 - beta1) ** t')], "In the correction of v the power covers 1 - beta1: it belongs to beta1 alone, 1 - beta1**t."),
    ("update_parameters_with_adam", [(S_HAT, 'new_s["d" + name] / (1 - beta2) ** t')], "In the correction of s the power covers 1 - beta2: it belongs to beta2 alone, 1 - beta2**t."),
    ("update_parameters_with_adam", [(V_HAT, 'new_v["d" + name] / (1 - beta2**t)')], "The correction of v uses beta2: it has a beta of its own, beta1."),
    ("update_parameters_with_adam", [(V_HAT, 'new_v["d" + name] / 1 - beta1**t'), (S_HAT, 'new_s["d" + name] / 1 - beta2**t')], "The correction lacks its parentheses: divide by the whole of 1 - beta**t."),
    ("update_parameters_with_adam", [(V_ADAM, V_ADAM.replace("beta1 * v", "v")), (S_ADAM, S_ADAM.replace("beta2 * s", "s"))], "The old averages are kept in full: multiply them by their beta."),
    ("update_parameters_with_adam", [(S_ADAM, S_ADAM.replace("beta2 * s", "s"))], "The old s is kept in full: multiply it by beta2."),
    ("update_parameters_with_adam", [(S_ADAM, 'beta2 * s["d" + name] + (1 - beta2) * np.sum(grads["d" + name] ** 2)')], "The squares are added up: each entry has an average of its own."),
    ("update_parameters_with_adam", [("parameters[name] - step", "parameters[name] - (step if name[0] == 'W' else learning_rate * grads['d' + name])")], "The weights are right, and the biases take a step of gradient descent: every parameter steps as Adam does."),
    ("update_parameters_with_adam", [(ROOT, "np.sqrt(s_corrected) + epsilon")], "epsilon is added to the whole step: put parentheses around the root and epsilon, because `/` comes before `+`."),
    ("update_parameters_with_adam", [(ROOT, '(np.sqrt(new_s["d" + name]) + epsilon)')], "v is corrected and s is not, so that the first step is 31.6 times too long with the usual settings: divide s by 1 - beta2**t, and make the step with the result."),
    ("update_parameters_with_adam", [(ROOT, '(np.sqrt(new_s["d" + name]) / np.sqrt(1 - beta2**t) + epsilon / np.sqrt(1 - beta2**t))')], "epsilon is divided by the root of the correction too: correct s first, take its root, and then add epsilon as it is."),
    ("update_parameters_with_adam", [(ROOT, "(np.sqrt(s_corrected) + 1e-8)")], "epsilon is fixed at 1e-8: use the argument epsilon."),
    ("update_parameters_with_adam", [(RETURN_ADAM, "return new_parameters, {k: w / (1 - beta1**t) for k, w in new_v.items()}, {k: w / (1 - beta2**t) for k, w in new_s.items()}")], "You return the corrected averages: the parameters are right this time, and wrong from the next step on. Return v and s as they were before the correction."),
    ("update_parameters_with_adam", [(RETURN_ADAM, "return new_parameters, {k: w / (1 - beta1**t) for k, w in new_v.items()}, new_s")], "You return the corrected v: the parameters are right this time, and wrong from the next step on. Return v as it was before the correction."),
    ("update_parameters_with_adam", [(RETURN_ADAM, "return new_parameters, new_v, {k: w / (1 - beta2**t) for k, w in new_s.items()}")], "You return the corrected s: the parameters are right this time, and wrong from the next step on. Return s as it was before the correction."),
    ("update_parameters_with_adam", [(RETURN_ADAM, "return new_parameters, new_v, new_s, {k: w / (1 - beta1**t) for k, w in new_v.items()}, {k: w / (1 - beta2**t) for k, w in new_s.items()}")], FIVE),
    ("update_parameters_with_adam", [(S_ADAM, S_ADAM.replace("beta2", "beta1")), ("beta2**t", "beta1**t")], "s uses beta1: it has a beta of its own, beta2."),
    ("update_parameters_with_adam", [(S_ADAM, S_ADAM.replace("beta2", "beta1"))], "The average s uses beta1: it has a beta of its own, beta2."),
    ("update_parameters_with_adam", [("beta2**t", "beta1**t")], "The correction of s uses beta1: it has a beta of its own, beta2."),
    ("update_parameters_with_adam", [("beta1 * v", "beta2 * v"), ("(1 - beta1) *", "(1 - beta2) *"), ("beta1**t", "beta2**t"), (S_ADAM, S_ADAM.replace("beta2", "beta1")), (S_HAT, 'new_s["d" + name] / (1 - beta1**t)')], "beta1 and beta2 are exchanged: beta1 belongs to v, and beta2 to s."),
    ("update_parameters_with_adam", [(S_ADAM, S_ADAM.removesuffix(" ** 2"))], "The gradient in s is not squared: s averages squares, and the root of a negative number is nan."),
    ("update_parameters_with_adam", [(S_ADAM, 'beta2 * s["d" + name] + ((1 - beta2) * grads["d" + name]) ** 2')], "1 - beta2 is squared along with the gradient: only the gradient is squared."),
    ("update_parameters_with_adam", [(S_ADAM, 'beta2 * s["d" + name] + (1 - beta2) * new_v["d" + name] ** 2')], "s averages the squares of v: it averages the squares of the gradients."),
    ("update_parameters_with_adam", [(ADAM, f'learning_rate * grads["d" + name] / {ROOT}')], "The step is made with the gradient: make it with the corrected v."),
    ("update_parameters_with_adam", [(V_HAT, 'v["d" + name] / (1 - beta1**t)')], "The old v is corrected: correct the new one."),
    ("update_parameters_with_adam", [(S_HAT, 's["d" + name] / (1 - beta2**t)')], "The old s is corrected: correct the new one."),
    ("update_parameters_with_adam", [(V_ADAM, '(1 - beta1) * grads["d" + name]'), (S_ADAM, '(1 - beta2) * grads["d" + name] ** 2')], "The old averages are forgotten: beta times the old one is missing. It shows only once v and s are no longer zero."),
    ("update_parameters_with_adam", [(V_ADAM, '(1 - beta1) * grads["d" + name]')], "The old v is forgotten: beta1 times v is missing. It shows only once v is no longer zero."),
    ("update_parameters_with_adam", [(S_ADAM, '(1 - beta2) * grads["d" + name] ** 2')], "The old s is forgotten: beta2 times s is missing. It shows only once s is no longer zero."),
    ("update_parameters_with_adam", [(V_ADAM, '(1 - beta1) * v["d" + name] + beta1 * grads["d" + name]'), (S_ADAM, '(1 - beta2) * s["d" + name] + beta2 * grads["d" + name] ** 2')], "beta and 1 - beta are exchanged: beta is what is kept of the old average."),
    ("update_parameters_with_adam", [("parameters[name] - step", "parameters[name] + step")], CLIMB),
    ("update_parameters_with_adam", [(ADAM, f"v_corrected / {ROOT}")], "The learning rate is missing: multiply the step by it."),
    ("update_parameters_with_adam", [(ADAM, f"0.01 * v_corrected / {ROOT}")], "The learning rate is fixed at 0.01: use the argument learning_rate."),
    ("update_parameters_with_adam", [(RETURN_ADAM, "return new_parameters, new_s, new_v")], "v and s are exchanged: return the parameters, v, s."),
    ("update_parameters_with_adam", [(RETURN_ADAM, "return new_parameters, v, s")], "You return the old averages: the next step needs the new ones."),
    ("update_parameters_with_adam", [(RETURN_ADAM, "return new_parameters")], "The averages are missing from what you return: the next step needs them."),
    ("update_parameters_with_adam", [(RETURN_ADAM, "return parameters, new_v, new_s")], NOT_MOVED),
    ("update_parameters_with_adam", [(V_ADAM, V_ADAM.replace("grads[\"d\" + name]", "grads[name]"))], ALL_NAMES),
    ("update_parameters_with_adam", [("parameters[name] - step", 'parameters[name] - learning_rate * (v_corrected if name[0] == "W" else new_v["dW" + name[1:]] / (1 - beta1**t)) / (np.sqrt(s_corrected) + epsilon)')], GROWN),
    ("update_parameters_with_adam", [("for name in parameters:", "for name in [key[1:] for key in grads]:")], "grads holds dA0, dA1, ... too: run the loop over the parameters."),
    ("update_parameters_with_adam", [("for name in parameters:", "for name in [key[1:] for key in grads if v[key] is not None]:")], "grads holds dA0, dA1, ... too: run the loop over the parameters."),
    ("update_parameters_with_adam", [("    return new_parameters, new_v, new_s", "        return new_parameters, new_v, new_s")], WITHIN),
    # update_lr
    ("update_lr", [(RATE, "learning_rate0 / 1 + decay_rate * epoch_num")], "The parentheses are missing: divide by the whole of 1 + decay_rate * epoch_num."),
    ("update_lr", [(RATE, "1 / 1 + decay_rate * epoch_num * learning_rate0")], "The parentheses are missing: divide by the whole of 1 + decay_rate * epoch_num."),
    ("update_lr", [(RATE, "learning_rate0 * decay_rate**epoch_num")], "That is an exponential decay: here the rate is divided by 1 + decay_rate * epoch_num."),
    ("update_lr", [(RATE, "learning_rate0 * np.exp(-decay_rate * epoch_num)")], "That is an exponential decay: here the rate is divided by 1 + decay_rate * epoch_num."),
    ("update_lr", [(RATE, "learning_rate0 * (1 - decay_rate) ** epoch_num")], "That is an exponential decay: here the rate is divided by 1 + decay_rate * epoch_num."),
    ("update_lr", [(RATE, "learning_rate0 / (1 + decay_rate) ** epoch_num")], "epoch_num is an exponent: multiply decay_rate by it, and then add 1."),
    ("update_lr", [(RATE, "learning_rate0 * (1 - decay_rate * epoch_num)")], "The rate is reduced by a part of itself, and falls below 0 in late epochs: divide by 1 + decay_rate * epoch_num."),
    ("update_lr", [(RATE, "learning_rate0 * (1 + decay_rate * epoch_num)")], "The rate grows: divide by 1 + decay_rate * epoch_num."),
    ("update_lr", [(RATE, "learning_rate0 / (1 + decay_rate * (epoch_num + 1))")], "The epoch is one too large: epoch 0 has the full rate."),
    ("update_lr", [(RATE, "learning_rate0 / (1 + decay_rate * (epoch_num - 1))")], "The epoch is one too small: epoch 0 is the one with the full rate."),
    ("update_lr", [(RATE, "learning_rate0 / (1 + decay_rate) * epoch_num")], "The parentheses end too early: epoch_num belongs inside, beside decay_rate."),
    ("update_lr", [(RATE, "learning_rate0 / (decay_rate * epoch_num)")], "The 1 is missing, so that epoch 0 divides by zero: divide by 1 + decay_rate * epoch_num."),
    ("update_lr", [(RATE, "1 / (1 + decay_rate * epoch_num)")], "The first learning rate is missing: it is divided by 1 + decay_rate * epoch_num."),
    ("update_lr", [(RATE, "learning_rate0 / (1 + epoch_num)")], "decay_rate is missing: multiply the number of the epoch by it."),
    ("update_lr", [(RATE, "learning_rate0 / (1 + decay_rate)")], "epoch_num is missing: multiply decay_rate by it."),
    ("update_lr", [(RATE, "learning_rate0 / (1 - decay_rate * epoch_num)")], "A minus stands where a plus should be: divide by 1 + decay_rate * epoch_num."),
    ("update_lr", [(RATE, "learning_rate0 / (1 + decay_rate + epoch_num)")], "decay_rate and epoch_num are added: multiply them."),
    ("update_lr", [(RATE, "learning_rate0 - decay_rate * epoch_num")], "The decay is subtracted: divide by 1 + decay_rate * epoch_num."),
    ("update_lr", [(RATE, "epoch_num / (1 + decay_rate * learning_rate0)")], "learning_rate0 and epoch_num are exchanged: the first rate is what is divided."),
    ("update_lr", [(RATE, "learning_rate0 / np.sqrt(1 + decay_rate * epoch_num)")], "The root is too much: divide by 1 + decay_rate * epoch_num itself."),
    # schedule_lr_decay
    ("schedule_lr_decay", [(STAIRS, "epoch_num / time_interval")], "The rate falls with every epoch: it should stay for time_interval epochs, so round epoch_num / time_interval down."),
    ("schedule_lr_decay", [(STAIRS, "round(epoch_num / time_interval)")], "You round to the nearest whole number, so the rate falls half an interval too early: round down."),
    ("schedule_lr_decay", [(STAIRS, "np.ceil(epoch_num / time_interval)")], "You round up, so the rate falls an interval too early: round down."),
    ("schedule_lr_decay", [(STAIRS, "(epoch_num % time_interval)")], "`%` is the remainder: `//` divides and rounds down."),
    ("schedule_lr_decay", [(STAIR_RATE, "learning_rate0 / (1 + np.floor(decay_rate * epoch_num / time_interval))")], "You round down the whole product: only epoch_num / time_interval is rounded down."),
    ("schedule_lr_decay", [(STAIR_RATE, "learning_rate0 / np.floor(1 + decay_rate * epoch_num / time_interval)")], "You round down the whole product: only epoch_num / time_interval is rounded down."),
    ("schedule_lr_decay", [(STAIRS, "np.floor(epoch_num / 1000)")], "The interval is fixed at 1000: use the argument time_interval."),
    ("schedule_lr_decay", [(STAIRS, "np.floor(epoch_num / 100)")], "The interval is fixed at 100: use the argument time_interval."),
    ("schedule_lr_decay", [(STAIRS, "epoch_num")], "time_interval is missing: divide the number of the epoch by it, and round down."),
    ("schedule_lr_decay", [(STAIR_RATE, f"{STAIR_RATE} if epoch_num % time_interval == 0 else learning_rate0")], "Between the stairs you return the full rate: it should stay as low as at the last stair."),
    ("schedule_lr_decay", [(STAIR_RATE, f"learning_rate0 / 1 + decay_rate * {STAIRS}")], "The parentheses are missing: divide by the whole of 1 + decay_rate times the number of stairs."),
    ("schedule_lr_decay", [(STAIR_RATE, f"learning_rate0 * decay_rate ** {STAIRS}")], "That is an exponential decay: here the rate is divided by 1 + decay_rate times the number of stairs."),
    ("schedule_lr_decay", [(STAIR_RATE, f"learning_rate0 / (1 + decay_rate) ** {STAIRS}")], "The number of stairs is an exponent: multiply decay_rate by it, and then add 1."),
    ("schedule_lr_decay", [(STAIR_RATE, f"learning_rate0 / (1 + {STAIRS})")], "decay_rate is missing: multiply the number of stairs by it."),
    ("schedule_lr_decay", [(STAIR_RATE, f"1 / (1 + decay_rate * {STAIRS})")], "The first learning rate is missing: it is divided by 1 + decay_rate times the number of stairs."),
    ("schedule_lr_decay", [(STAIR_RATE, f"learning_rate0 * (1 - decay_rate * {STAIRS})")], "The rate is reduced by a part of itself, and falls below 0 in late epochs: divide by 1 + decay_rate times the number of stairs."),
    ("schedule_lr_decay", [(STAIRS, f"({STAIRS} + 1)")], "There is one stair too many: the epochs before time_interval have the full rate."),
    ("schedule_lr_decay", [(STAIRS, "np.floor((epoch_num + 1) / time_interval)")], "The stairs come one epoch too early: the epochs are counted from 0."),
    ("schedule_lr_decay", [(STAIRS, "np.floor((epoch_num - 1) / time_interval)")], "The stairs come one epoch too late: the epochs are counted from 0."),
    ("schedule_lr_decay", [(STAIRS, "np.floor(np.maximum(epoch_num - 1, 0) / time_interval)")], "The stairs come one epoch too late: the epochs are counted from 0."),
    ("schedule_lr_decay", [(STAIRS, "(epoch_num >= time_interval)")], "There is one stair only: the rate falls again after each further interval."),
    ("schedule_lr_decay", [(STAIRS, "np.floor(time_interval / np.maximum(epoch_num, 1))")], "The quotient is upside down: divide the number of the epoch by the interval."),
]  # fmt: skip

WRITES = "which the caller may still need"

# The same mistakes in other spellings, and how the sentence begins that the test must say.
OTHER_SPELLINGS = [
    # update_parameters_with_gd
    ("update_parameters_with_gd", [("- learning_rate", "+ learning_rate")], "You climb"),
    ("update_parameters_with_gd", [("learning_rate * ", "")], "The learning rate is missing"),
    ("update_parameters_with_gd", [("learning_rate * ", "0.01 * ")], "The learning rate is fixed at 0.01"),
    ("update_parameters_with_gd", [('- learning_rate * grads["db" + str(l + 1)]', "")], "The weights moved and the biases did not"),
    ("update_parameters_with_gd", [('"db"', '"dW"')], "b grew columns"),
    ("update_parameters_with_gd", [("new = {}", "new = dict(parameters)"), ("range(L)", "range(L - 1)")], "The last layer did not move"),
    ("update_parameters_with_gd", [("new = {}", "new = dict(parameters)"), ("range(L)", "range(1, L)")], "The first layer did not move"),
    ("update_parameters_with_gd", [("    new = {}\n", ""), ("new[", "parameters["), ("return new", "return parameters")], WRITES),
    ("update_parameters_with_gd", [("parameters.copy()", "parameters")], WRITES, "a copy, whose entries are replaced"),
    ("update_parameters_with_gd", [("value.copy()", "value")], WRITES, "copied arrays, changed in place"),
    ("update_parameters_with_gd", [("\n        if name in parameters:\n            new[name] =", "\n        new[name] =")], "grads holds dA0, dA1, ... too", "along the gradients"),
    ("update_parameters_with_gd", [('"d{k}"', '"{k}"')], "Gradients are stored under the name", "in one line"),
    ("update_parameters_with_gd", [("L = len(parameters) // 2", "L = len(parameters)")], "KeyError"),
    ("update_parameters_with_gd", [("    return new", "")], "is a `return` missing?"),
    # random_mini_batches
    ("random_mini_batches", [("if m % mini_batch_size != 0:", "if False:")], "What is left after the full batches is missing"),
    ("random_mini_batches", [("if m % mini_batch_size != 0:", "if True:")], "Where the size divides m, there is an empty batch"),
    ("random_mini_batches", [("Y[:, permutation]", "Y[:, list(np.random.permutation(m))]")], "X and Y are shuffled in two different orders"),
    ("random_mini_batches", [("Y[:, permutation]", "Y")], "X is shuffled and Y is not"),
    ("random_mini_batches", [("shuffled_X[:, ", "X[:, "), ("shuffled_Y[:, ", "Y[:, ")], "Nothing is shuffled"),
    ("random_mini_batches", [("X[:, permutation]", "X[permutation, :]")], "The rows are permuted"),
    ("random_mini_batches", [(".reshape((Y.shape[0], m))", ".reshape((1, m))")], "Y may have several rows"),
    ("random_mini_batches", [("    np.random.seed(seed)\n", "")], "The order does not depend on the seed"),
    ("random_mini_batches", [("np.random.seed(seed)", "np.random.seed(0)")], "The seed is fixed at 0"),
    ("random_mini_batches", [("m // mini_batch_size", "m // 64"), ("k * mini_batch_size", "k * 64"), ("(k + 1) * mini_batch_size", "(k + 1) * 64"), ("m % mini_batch_size", "m % 64"), ("num_complete_minibatches * mini_batch_size", "num_complete_minibatches * 64")], "The size is fixed at 64"),
    ("random_mini_batches", [("np.random.permutation(X.shape[1])", "np.random.choice(X.shape[1], X.shape[1])")], "Examples are drawn again and again", "the indices in pieces"),
    ("random_mini_batches", [("places = np.arange(mini_batch_size, m, mini_batch_size)", "places = -(-m // mini_batch_size)"), ("np.split(", "np.array_split(")], "The sizes are evened out", "split at the multiples"),
    ("random_mini_batches", [("places = np.arange(mini_batch_size, m, mini_batch_size)", "places = max(1, m // mini_batch_size)")], "np.split into a number of parts", "split at the multiples"),
    ("random_mini_batches", [("(mini_batch_X, mini_batch_Y)", "(mini_batch_Y, mini_batch_X)")], "The pairs are the other way round"),
    ("random_mini_batches", [("    np.random.seed(seed)\n    np.random.shuffle(rows_Y)", "    np.random.shuffle(rows_Y)")], "each example keeps its own label", "both shuffled from the same seed"),
    ("random_mini_batches", [("    return batches", "        return batches")], "You return within the loop", "X and Y in one matrix"),
    ("random_mini_batches", [("    return batches", "    return batches[::-1]")], "The batches are in reverse order", "X and Y in one matrix"),
    ("random_mini_batches", [("    return mini_batches", "")], "is a `return` missing?"),
    ("random_mini_batches", [("(k + 1) *", "k + 1 *")], "The parentheses around k + 1 are missing"),
    ("random_mini_batches", [("range(0, num", "range(1, num")], "The first batch is missing"),
    ("random_mini_batches", [("shuffled_X[:, num_complete_minibatches * mini_batch_size :]", "shuffled_X[:, m - num_complete_minibatches * mini_batch_size :]"), ("shuffled_Y[:, num_complete_minibatches * mini_batch_size :]", "shuffled_Y[:, m - num_complete_minibatches * mini_batch_size :]")], "The last batch begins at the wrong column"),
    ("random_mini_batches", [("np.random.RandomState(seed)", "np.random.default_rng(seed)")], "The order is that of another generator", "split at the multiples"),
    ("random_mini_batches", [("    return [(X", "    return ((X"), ("in pieces]", "in pieces)")], "it should be a list of pairs", "the indices in pieces"),
    ("random_mini_batches", [("(X[:, piece], Y[:, piece])", "X[:, piece]")], "each item should be a pair of arrays", "the indices in pieces"),
    ("random_mini_batches", [("Y[:, piece]", "Y[0, piece]")], "should have two axes", "the indices in pieces"),
    # initialize_velocity
    ("initialize_velocity", [('"d" + name', "name")], "The names lack their d", "zeros_like"),
    ("initialize_velocity", [("np.zeros(", "np.ones(")], "Before the first step there is no gradient"),
    ("initialize_velocity", [('np.zeros(parameters["b" + str(l + 1)].shape)', 'np.zeros(parameters["W" + str(l + 1)].shape)')], "The velocity of b has the shape of W"),
    ("initialize_velocity", [("np.zeros_like(entries)", "0")], "A velocity has an entry for each entry", "zeros_like"),
    ("initialize_velocity", [(".shape)", ".shape[0])")], "A velocity has two axes"),
    ("initialize_velocity", [("(n, n_prev)", "(n_prev, n)"), ("np.zeros((n, 1))", "np.zeros((1, n))")], "Rows and columns are exchanged", "sizes taken apart"),
    ("initialize_velocity", [("    return v", "        return v")], "so dW2, db2 is missing"),
    # update_parameters_with_momentum
    ("update_parameters_with_momentum", [("(1 - beta) * ", "")], "The new gradient counts in full"),
    ("update_parameters_with_momentum", [("(1 - beta) *", "LEFT *"), ("= beta *", "= (1 - beta) *"), ("LEFT", "beta")], "beta and 1 - beta are exchanged"),
    ("update_parameters_with_momentum", [('beta * v["dW" + str(l + 1)] +', ""), ('beta * v["db" + str(l + 1)] +', "")], "The old velocity is forgotten"),
    ("update_parameters_with_momentum", [("learning_rate * u[", "learning_rate * grads[")], "The velocity is right, and the step is made with the gradient"),
    ("update_parameters_with_momentum", [("learning_rate * u[", "learning_rate * v[")], "The step is made with the old velocity"),
    ("update_parameters_with_momentum", [('learning_rate * u["db"', 'learning_rate * u["dW"')], "b grew columns"),
    ("update_parameters_with_momentum", [("(1 - beta) *", "learning_rate *"), ("- learning_rate * u[", "- u[")], "The learning rate is inside the velocity, in the place of 1 - beta"),
    ("update_parameters_with_momentum", [("parameters, v = parameters.copy(), v.copy()\n    ", "")], WRITES, "copies, whose entries are replaced"),
    ("update_parameters_with_momentum", [("np.copy(value)", "value")], WRITES, "copied arrays, changed in place"),
    ("update_parameters_with_momentum", [("p, u = {}, {}", "p, u = parameters, v"), ], WRITES),
    ("update_parameters_with_momentum", [("return p, u", "return p")], "The velocity is missing from what you return"),
    ("update_parameters_with_momentum", [("return p, u", "return u, p")], "The results are the other way round"),
    ("update_parameters_with_momentum", [("return p, u", "return p, v")], "You return the old velocity"),
    ("update_parameters_with_momentum", [("beta *", "0.9 *"), ("(1 - beta)", "0.1")], "beta is fixed at 0.9"),
    ("update_parameters_with_momentum", [('learning_rate * v["d" + k]', 'learning_rate * v["d" + k] / (1 - beta)')], "The velocity is divided by 1 - beta", "in two lines"),
    # initialize_adam
    ("initialize_adam", [("return v, s", "return v")], "Only v comes back"),
    ("initialize_adam", [('"d" + name', "name")], "The names lack their d", "zeros_like"),
    ("initialize_adam", [("np.zeros(", "np.ones(")], "Before the first step there is no gradient"),
    ("initialize_adam", [('["b" + str(l + 1)]', '["W" + str(l + 1)]')], "The averages for b have the shape of W"),
    ("initialize_adam", [('s["dW"', 'v["dW"'), ('s["db"', 'v["db"')], "s is empty"),
    ("initialize_adam", [("    return v, s", "        return v, s")], "so dW2, db2 is missing"),
    # update_parameters_with_adam
    ("update_parameters_with_adam", [("v_hat = v", "v_hat = 1 * v"), ("/ (1 - beta1**t)", ""), ("/ (1 - beta2**t)", "")], "The correction is missing", "copies, whose entries are replaced"),
    ("update_parameters_with_adam", [("np.power(beta1, t)", "beta1 * t"), ("np.power(beta2, t)", "beta2 * t")], "beta is multiplied by t"),
    ("update_parameters_with_adam", [("np.power(beta1, t)", "beta1"), ("np.power(beta2, t)", "beta2")], "The correction lacks the power of t"),
    ("update_parameters_with_adam", [("np.power(beta1, t)", "beta1**2"), ("np.power(beta2, t)", "beta2**2")], "The correction has the power 2"),
    ("update_parameters_with_adam", [('np.sqrt(s_corrected["dW" + n]) + epsilon', 'np.sqrt(s_corrected["dW" + n] + epsilon)'), ('np.sqrt(s_corrected["db" + n]) + epsilon', 'np.sqrt(s_corrected["db" + n] + epsilon)')], "epsilon is under the root"),
    ("update_parameters_with_adam", [("np.sqrt(s_corrected", "np.sqrt(new_s")], "v is corrected and s is not"),
    ("update_parameters_with_adam", [("s_hat**0.5", "s_hat")], "The root is missing", "copies, whose entries are replaced"),
    ("update_parameters_with_adam", [("s_hat**0.5 + epsilon", "s_hat**0.5")], "epsilon is missing", "copies, whose entries are replaced"),
    ("update_parameters_with_adam", [("return new, new_v, new_s", "return new, new_v, new_s, v_corrected, s_corrected")], "You return five things"),
    ("update_parameters_with_adam", [("return new, new_v, new_s", "return new, v_corrected, s_corrected")], "You return the corrected averages"),
    ("update_parameters_with_adam", [("* g * g", "* g")], "The gradient in s is not squared", "copies, whose entries are replaced"),
    ("update_parameters_with_adam", [("parameters, v, s = dict(parameters), dict(v), dict(s)\n    ", "")], WRITES, "copies, whose entries are replaced"),
    ("update_parameters_with_adam", [("np.copy(a)", "a")], WRITES, "copied arrays, changed in place"),
    ("update_parameters_with_adam", [("    L = len(parameters) // 2", "    t = t + 1\n    L = len(parameters) // 2")], "t is one too large"),
    ("update_parameters_with_adam", [("step_W = v_corrected", "step_W = new_v"), ("step_b = v_corrected", "step_b = new_v")], "s is corrected and v is not"),
    ("update_parameters_with_adam", [("+ epsilon * root", "+ epsilon")], "epsilon is divided by the root of the correction", "one rate for both corrections"),
    ("update_parameters_with_adam", [("return new, v, s", "return new, s, v")], "v and s are exchanged", "comprehensions"),
    ("update_parameters_with_adam", [("beta2 * s[k] + (1 - beta2)", "beta1 * s[k] + (1 - beta1)")], "The average s uses beta1", "comprehensions"),
    ("update_parameters_with_adam", [("w - learning_rate", "w + learning_rate")], "You climb", "comprehensions"),
    ("update_parameters_with_adam", [("v[\"d\" + k] / a", "grads[\"d\" + k]")], "The step is made with the gradient", "comprehensions"),
    # update_lr
    ("update_lr", [("(1 + decay_rate * epoch_num)", "1 + decay_rate * epoch_num")], "The parentheses are missing"),
    ("update_lr", [(" * learning_rate0", "")], "The first learning rate is missing"),
    ("update_lr", [("epoch_num * decay_rate", "epoch_num")], "decay_rate is missing", "the denominator first"),
    ("update_lr", [("1 + epoch_num", "epoch_num")], "The 1 is missing", "the denominator first"),
    ("update_lr", [("/ slower", "* slower")], "The rate grows", "the denominator first"),
    ("update_lr", [("epoch_num * decay_rate", "(epoch_num + 1) * decay_rate")], "The epoch is one too large", "the denominator first"),
    ("update_lr", [("(1.0 + decay_rate * epoch_num) ** -1", "(1.0 + decay_rate) ** -epoch_num")], "epoch_num is an exponent", "to the power of -1"),
    # schedule_lr_decay
    ("schedule_lr_decay", [("np.floor(epoch_num / time_interval)", "(epoch_num / time_interval)")], "The rate falls with every epoch"),
    ("schedule_lr_decay", [("//", "%")], "`%` is the remainder", "whole division"),
    ("schedule_lr_decay", [("int(epoch_num / time_interval)", "round(epoch_num / time_interval)")], "You round to the nearest", "int"),
    ("schedule_lr_decay", [("decay_rate * (epoch_num // time_interval)", "decay_rate * epoch_num // time_interval")], "You round down the whole product", "whole division"),
    ("schedule_lr_decay", [("// time_interval", "// 1000")], "The interval is fixed at 1000", "whole division"),
    ("schedule_lr_decay", [("epoch_num >=", "epoch_num >")], "The stairs come one epoch too late", "a stair at a time"),
    ("schedule_lr_decay", [("stair, _", "_, stair")], "`%` is the remainder", "divmod and update_lr"),
]  # fmt: skip

NOT_YET_NAMED = []

UNEXPLAINED = {
    "update_parameters_with_gd": [
        [("learning_rate * grads", "learning_rate**2 * grads")],
        [("learning_rate * grads", "min(learning_rate, 0.5) * grads")],
        [(STEP, f"np.round({STEP}, 2)")],
        [(STEP, f"np.float32({STEP})")],
        [(STEP, f"np.clip({STEP}, -1, 1)")],
        [(STEP, 'parameters[name] - learning_rate * np.clip(grads["d" + name], -1, 1)')],
    ],
    "random_mini_batches": [
        [(ORDER, "permutation = np.random.permutation(m)[::-1]")],
        [(ORDER, "permutation = np.argsort(np.random.rand(m))")],
        [(ORDER, "permutation = np.random.permutation(m); permutation = np.random.permutation(m)")],
        [(ORDER, "permutation = np.argsort(np.random.permutation(m))")],
        [(PAIR, "X_shuffled[:, start:end]")],
        [(PAIR, "(X_shuffled[:, start:end], Y_shuffled[0, start:end])")],
        [(ORDER, "permutation = np.random.permutation(148)")],
        [(ORDER, "permutation = np.sort(np.random.permutation(m))")],
        [("append(" + PAIR, "insert(0, " + PAIR)],
        [("append(" + PAIR, "append(np.vstack(" + PAIR + ")")],
        [("append", "extend")],
        [("return mini_batches", "return mini_batches[:3]")],
        [("return mini_batches", "return dict(enumerate(mini_batches))")],
        [("return mini_batches", "return mini_batches, permutation")],
        [("Y_shuffled[:, start:end]", "Y_shuffled[:1, start:end]")],
        [("X_shuffled[:, start:end]", "np.round(X_shuffled[:, start:end], 3)")],
    ],
    "initialize_velocity": [
        [(ZEROS, "np.full(parameters[name].shape, 1e-3)")],
        [(ZEROS, "np.zeros(parameters[name].shape, dtype=int)")],
        [(ZEROS, "np.zeros((2, 3))")],
        [(ZEROS, "None")],
        [("for name in parameters:", 'for name in ("W1", "b1", "W2", "b2"):')],
        [("for name in parameters:", "for name in list(parameters)[:4]:")],
    ],
    "update_parameters_with_momentum": [
        [(V, V.replace("1 - beta", "0.1"))],
        [(MOVE, f"np.round({MOVE}, 3)")],
        [(V, f"np.round({V}, 3)")],
        [(MOVE, MOVE.replace("learning_rate", "0.1"))],
        [(BOTH, "return new_parameters, new_v, v")],
        [(BOTH, 'return {"parameters": new_parameters, "v": new_v}')],
    ],
    "initialize_adam": [
        [(S_ZEROS, 's["d" + name] = np.full(parameters[name].shape, 1e-8)')],
        [("for name in parameters:", 'for name in ("W1", "b1", "W2", "b2"):')],
        [("return v, s", "return v, s, 0")],
    ],
    "update_parameters_with_adam": [
        [("epsilon)", "2 * epsilon)")],
        [(ROOT, "np.maximum(np.sqrt(s_corrected), epsilon)")],
        [(ADAM, "learning_rate * np.sign(v_corrected)")],
        [(ADAM, f"learning_rate * (beta1 * v_corrected + (1 - beta1) * grads['d' + name] / (1 - beta1**t)) / {ROOT}")],
        [(S_ADAM, 'np.maximum(beta2 * s["d" + name], grads["d" + name] ** 2)')],
        [("beta1=0.9", "beta1=0.99")],
        [("beta2=0.999", "beta2=0.99")],
        [("epsilon=1e-8", "epsilon=1e-6")],
        [("learning_rate=0.01", "learning_rate=0.001")],
        [("parameters[name] - step", "(1 - 0.01 * learning_rate) * parameters[name] - step")],
    ],
    "update_lr": [
        [(RATE, f"round({RATE}, 3)")],
        [(RATE, "learning_rate0 / (1 + decay_rate * np.sqrt(epoch_num))")],
        [(RATE, "learning_rate0 / (1 + decay_rate**2 * epoch_num)")],
        [(RATE, "learning_rate0 / (1 + decay_rate * min(epoch_num, 100))")],
        [(RATE, "max(0.01, learning_rate0 / (1 + decay_rate * epoch_num))")],
        [(RATE, "learning_rate0 // (1 + decay_rate * epoch_num)")],
    ],
    "schedule_lr_decay": [
        [(STAIR_RATE, f"round({STAIR_RATE}, 3)")],
        [("time_interval=1000", "time_interval=100")],
        [(STAIRS, "min(2, np.floor(epoch_num / time_interval))")],
        [(STAIRS, "2 * np.floor(epoch_num / time_interval / 2)")],
        [(STAIR_RATE, "learning_rate0 / (1 + decay_rate * epoch_num) if epoch_num % time_interval == 0 else learning_rate0")],
    ],
}  # fmt: skip


# Conditions on the arguments: a mutant is right only where one of them holds


def _depth(parameters, *more):
    return len(parameters) // 2


def _by_depth():
    """Conditions on the depth of a network."""
    return {
        "two layers": lambda *a: _depth(*a) == 2,
        "more than one layer": lambda *a: _depth(*a) > 1,
        "at most two layers": lambda *a: _depth(*a) <= 2,
        "one output": lambda *a: a[0][f"b{_depth(*a)}"].shape == (1, 1),
        "two units first": lambda *a: a[0]["b1"].shape == (2, 1),
        "three inputs": lambda *a: a[0]["W1"].shape[1] == 3,
    }


def _has_dA(parameters, grads, *more):
    return any(name.startswith("dA") for name in grads)


GRADS = _by_depth() | {"no dA": lambda *a: not _has_dA(*a)}

RIGHT_ONLY_IF = {
    "update_parameters_with_gd": GRADS | {"a small rate": lambda *a: a[2] < 0.2},
    "random_mini_batches": {
        "the size does not divide m": lambda X, Y, size=64, seed=0: X.shape[1] % size != 0,
        "the usual size": lambda X, Y, size=64, seed=0: size == 64,
        "the usual seed": lambda X, Y, size=64, seed=0: seed == 0,
        "more than one batch": lambda X, Y, size=64, seed=0: X.shape[1] > size,
        "one row in Y": lambda X, Y, *a: len(Y) == 1,
        "three rows in X": lambda X, Y, *a: len(X) == 3,
        "batches of more than 1": lambda X, Y, size=64, seed=0: size > 1,
        "many examples": lambda X, Y, *a: X.shape[1] > 60,
    },
    "initialize_velocity": _by_depth(),
    "update_parameters_with_momentum": GRADS
    | {
        "a moving start": lambda p, g, v, *a: any(map(np.any, v.values())),
        "a usual beta": lambda p, g, v, beta, rate: beta == 0.9,
        "a beta above 0": lambda p, g, v, beta, rate: beta > 0,
        "a small rate": lambda p, g, v, beta, rate: rate < 0.2,
    },
    "initialize_adam": _by_depth(),
    "update_parameters_with_adam": GRADS
    | {
        "an early step": lambda p, g, v, s, t, *a: t < 10,
        "not the first step": lambda p, g, v, s, t, *a: t > 1,
        "the usual rate": lambda p, g, v, s, t, rate=0.01, *a: rate == 0.01,
        "the usual betas": lambda p, g, v, s, t, *a: len(a) < 2,
        "the usual epsilon": lambda p, g, v, s, t, *a: len(a) < 4,
    },
    "update_lr": {
        "epoch 2": lambda rate, epoch, decay: epoch == 2,
        "an early epoch": lambda rate, epoch, decay: epoch < 5,
        "not epoch 0": lambda rate, epoch, decay: epoch > 0,
        "a decay of 1": lambda rate, epoch, decay: decay == 1,
        "some decay": lambda rate, epoch, decay: decay > 0,
        "a rate of 0.5": lambda rate, epoch, decay: rate == 0.5,
        "a rate below 1": lambda rate, epoch, decay: rate < 1,
        "even epochs": lambda rate, epoch, decay: epoch % 2 == 0,
    },
    "schedule_lr_decay": {
        "the first two stairs": lambda rate, epoch, decay, interval=1000: epoch < 2 * interval,
        "an interval of 100": lambda rate, epoch, decay, interval=1000: interval == 100,
        "the interval passed in": lambda *a: len(a) == 4,
        "a decay of 0.3": lambda rate, epoch, decay, *a: decay == 0.3,
        "a rate of 0.5": lambda rate, epoch, decay, *a: rate == 0.5,
        "even epochs": lambda rate, epoch, decay, *a: epoch % 2 == 0,
        "some decay": lambda rate, epoch, decay, *a: decay > 0,
        "below the second half": lambda rate, epoch, decay, interval=1000: (
            2 * (epoch % interval) < interval
        ),
    },
}
