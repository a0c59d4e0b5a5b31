"""The mistakes of notebook 08, one row per line; `authoring/mistakes.py` says how to read them."""

# compute_cost_with_regularization
SQUARE, LAYERS = 'np.sum(parameters["W" + str(l)] ** 2)', "range(1, L + 1)"
PENALTY, COST = "penalty = lambd / (2 * m) * squares", "cost = cross_entropy_cost + penalty"
W_L, B_L = 'parameters["W" + str(l)]', 'parameters["b" + str(l)]'
# backward_propagation_with_regularization
SHRINK = {n: f" + lambd / m * W{n}" for n in (1, 2, 3)}
DZ_A = {1: "dZ1 @ X.T / m", 2: "dZ2 @ A1.T / m", 3: "dZ3 @ A2.T / m"}
# forward_propagation_with_dropout
RAND = {n: f"np.random.rand(A{n}.shape[0], A{n}.shape[1])" for n in (1, 2)}
MASK = {n: f"({RAND[n]} < keep_prob).astype(int)" for n in (1, 2)}
DROP = {n: f"A{n} * D{n} / keep_prob" for n in (1, 2)}
# backward_propagation_with_dropout
BACK = {n: f"dA{n} * D{n} / keep_prob" for n in (1, 2)}
# The classic spelling of the relu's slope, in which A says what was dropped too.
OF_ACTIVATIONS = [("(Z2 > 0)", "(A2 > 0)"), ("(Z1 > 0)", "(A1 > 0)")]
# early_stopping
LOWER, TIRED = "if costs[step] < costs[best]:", "elif step - best == patience:"
LOOP = """        if costs[step] < costs[best]:
            best = step
        elif step - best == patience:
            break
"""


def everywhere(old, new):
    """Edits of the pieces of all layers; "{n}" in the new text is the number of the layer."""
    return [(piece, new.replace("{n}", str(n))) for n, piece in old.items()]


def shrink(new):
    """Edits of the penalty's term in all three gradients."""
    return everywhere(SHRINK, new)


def _missing(layers):
    """The sentence about gradients without the penalty's term."""
    names = " and ".join(f"dW{n}" for n in layers)
    return f"The penalty's term is missing in {names}: every weight matrix is in the penalty."


# Sentences that several rows share.
ALL_W = "Three layers are written out: go over all weights in `parameters`, however many layers there are."
FIRST_W = "Only W1 is in the penalty: go over all layers, and return the cost after the loop."
LAST_W = "Only the last layer's weights are in the penalty: add each layer's squares to those before, `+=`."
BIASES = "The biases are in the penalty: it holds the weights alone, because a bias moves a border and does not bend it."
NO_M = "The penalty is not divided by m, the number of examples, Y.shape[1]. (Y.shape[0] is 1.)"
M_TIMES = "The penalty is multiplied by m: without parentheses, `/ 2 * m` divides by 2 and multiplies by m."
SQUARE_EACH = "The weights are added up before they are squared: square each entry first."
MATRIX_SQUARE = "W times W transposed holds the squares on its diagonal only, and the rest is added up too: square entry by entry."
FIXED_LAMBD = "The strength is fixed at {}: use the argument lambd."
TWO = "The 2 in front of m is still there: it cancels the 2 from the slope of the square."
NO_LAMBD = "lambd is missing: it is the strength of the penalty."
ITSELF = "You add the penalty, or a sum over all weights, to the gradient: a gradient has a number for each weight, the slope with respect to that one alone."
MORE_THAN = "The comparison is the other way round: a random number from 0 to 1 is below keep_prob with the probability keep_prob, and above it with the rest."
RATE = "keep_prob is taken for the share that is dropped: it is the share that is kept."
NOT_SCALED = "The units that are kept are not divided by keep_prob, so what arrives in the next layer is too small on average."
NORMAL = "`randn` draws normal numbers, which can be negative and above 1: `rand` draws evenly from 0 to 1."
NO_THRESHOLD = "The random numbers themselves are the mask: a unit is kept or not, so compare them with keep_prob."
ALL_0 = "The mask is 0 everywhere: `astype(int)` cuts off the decimals of a number below 1, and a second comparison also finds the ones that a first one has written. Compare once, and convert the result."
ALL_1 = "The mask is 1 everywhere: `astype(bool)` is True for every number but 0, and a second comparison also finds the zeros that a first one has written. Compare once."
COLUMN = "One random number is drawn for a unit, whatever the example: every example has its own mask, so draw one for each entry of A."
ROW = "One random number is drawn for an example, whatever the unit: draw one for each entry of A."
TIMES = "You multiply by keep_prob: the units that are kept have to make up for those that are not, so divide."
BINOMIAL = "The idea is right, and the mask is another one: keep a unit where its number from `np.random.rand` is below keep_prob, so that everyone gets the same mask."
TURNED_MASK = "The masks are drawn with rows and columns exchanged, and so they are in the cache: D has the shape of A, and nothing is transposed."
WEIGHTS_SHAPE = "The masks have the shape of the weights: it is the units that are dropped, anew in each example, so a mask has the shape of A."
BY_CHANCE = "You divide by the mean of the mask, the share that was kept by chance: divide by keep_prob, the probability."
TURNED = "The idea is right, and the mask is filled the other way round: draw with the shape of A, rows first, so that everyone gets the same mask."
SCALED_MASK = "The mask in the cache is divided by keep_prob: it should hold 0 and 1, and the division belongs to A."
ONE_SEED = "The seed is set again before the second mask, which then begins with the numbers of the first: it is set once, in the first line."
OTHER_STREAM = "Those are the numbers of another generator: draw with `np.random.rand`, whose seed is set in the first line."
FIXED_SEED = "The seed is fixed at 1, so every step of a training would drop the same units: the first line of the function sets the seed that is asked for."
FIXED_KEEP = "The probability is fixed at {}: use the argument keep_prob."
NOT_MASKED = "The mask is made and not used: multiply A by it, before the division."
OUTPUT = "The output is dropped too: dropout is for the hidden layers, and the output has to answer for every example."
INPUT = "The input is dropped too: here dropout is for the two hidden layers, and the mask of X takes the random numbers of D1."
OF_A = "The activations are compared with keep_prob: what is compared are random numbers."
TWICE = "You divide by keep_prob twice."
NO_MASK_BACK = "Neither mask nor division is there on the way back: what was dropped has no part in the cost, and what was kept counted 1 / keep_prob times."
NO_DIVISION_BACK = "The division is missing on the way back: a unit that was kept was divided by keep_prob, so its gradient is too."
NO_MASK_ONLY = "The mask is missing on the way back: a unit that was dropped had no part in the cost, so no gradient reaches it."
NEW_MASK = "You draw a new mask: the units that were dropped on the way forward are in the cache, D1 and D2."
EXCHANGED = "The masks are exchanged: D1 is that of A1, and D2 that of A2."
ALL_COSTS = "You look at all costs, also those after training has stopped: with the patience gone nobody sees them."
FIRST_RISE = "You stop as soon as one cost brings no new low: wait until `patience` costs in a row have brought none."
WHERE = "You return the place where training stops: the one to go back to is the lowest cost seen until then."
ITS_COST = "You return the cost itself: its place in the list, the index, is asked for."
IN_TOTAL = "Your count does not start anew: after each new lowest cost the patience is whole again."
PREVIOUS = (
    "Each cost is compared with the one before: it counts whether it is below the lowest so far."
)
LATE = "You wait one cost too long: the patience has run out with the `patience`-th cost that brings no new low."
EARLY = "You stop one cost too early: `patience` costs may pass without a new low, and the last of them is the end."
NEVER_MOVED = "`best` stays 0, whatever the costs are: it becomes `step` where a cost is below the lowest so far, costs[best]. (An index is compared with an index, and a cost with a cost.)"
TO_THE_END = "The answer is a later index than that of the lowest cost: where the list ends first, it is still the lowest that counts."

MISTAKES = [
    # compute_cost_with_regularization
    ("compute_cost_with_regularization", [(LAYERS, "(1, 2, 3)")], ALL_W),
    ("compute_cost_with_regularization", [(LAYERS, "range(1, L)")], "The last layer is missing: `range(1, L)` ends before L."),
    ("compute_cost_with_regularization", [(LAYERS, "range(2, L + 1)")], "The first layer is missing: the loop begins at 1."),
    ("compute_cost_with_regularization", [(LAYERS, "(1,)")], FIRST_W),
    ("compute_cost_with_regularization", [("squares +=", "squares =")], LAST_W),
    ("compute_cost_with_regularization", [(SQUARE, f"{SQUARE} + np.sum({B_L} ** 2)")], BIASES),
    ("compute_cost_with_regularization", [(SQUARE, f"np.sum({B_L} ** 2)")], "The biases are in the penalty, and the weights are not: it is the other way round."),
    ("compute_cost_with_regularization", [(PENALTY, "penalty = lambd / 2 * squares")], NO_M),
    ("compute_cost_with_regularization", [(PENALTY, "penalty = lambd / m * squares")], "The penalty is twice as large as it should be: formula (1) divides by 2 m."),
    ("compute_cost_with_regularization", [(PENALTY, "penalty = lambd * squares")], "The penalty is not divided by 2 m, formula (1)."),
    ("compute_cost_with_regularization", [(PENALTY, "penalty = lambd / 2 * m * squares")], M_TIMES),
    ("compute_cost_with_regularization", [(PENALTY, "penalty = lambd / (2 * m) * squares / m")], "The penalty is divided by m twice."),
    ("compute_cost_with_regularization", [(PENALTY, "penalty = squares / (2 * m)")], NO_LAMBD),
    ("compute_cost_with_regularization", [(PENALTY, "penalty = lambd**2 / (2 * m) * squares")], "lambd is squared too: it stands in front of the sum of the squares."),
    ("compute_cost_with_regularization", [(PENALTY, "penalty = 0.1 / (2 * m) * squares")], FIXED_LAMBD.format("0.1")),
    ("compute_cost_with_regularization", [(PENALTY, "penalty = 0.7 / (2 * m) * squares")], FIXED_LAMBD.format("0.7")),
    ("compute_cost_with_regularization", [(PENALTY, "penalty = lambd / (2 * m) * np.sqrt(squares)")], "There is a root around the sum of the squares: formula (1) has none."),
    ("compute_cost_with_regularization", [(PENALTY, "penalty = lambd / (2 * m) * squares**2")], "The sum of the squares is squared once more."),
    ("compute_cost_with_regularization", [(SQUARE, SQUARE.replace("np.sum", "np.mean"))], "You take the mean of the squares of each layer: formula (1) has their sum."),
    ("compute_cost_with_regularization", [(SQUARE, f"np.sum({W_L}) ** 2")], SQUARE_EACH),
    ("compute_cost_with_regularization", [(SQUARE, f"np.sum({W_L})"), (PENALTY, "penalty = lambd / (2 * m) * squares**2")], SQUARE_EACH),
    ("compute_cost_with_regularization", [(SQUARE, f"np.sum({W_L})")], "The weights are not squared, so that those of opposite signs cancel."),
    ("compute_cost_with_regularization", [(SQUARE, f"np.sum(np.abs({W_L}))")], "You add up absolute values, which is another penalty (L1): formula (1) has squares."),
    ("compute_cost_with_regularization", [(SQUARE, f"np.linalg.norm({W_L})")], "`np.linalg.norm` takes the root of the sum of the squares: formula (1) has the sum itself."),
    ("compute_cost_with_regularization", [(SQUARE, f"np.sum({W_L} @ {W_L}.T)")], MATRIX_SQUARE),
    ("compute_cost_with_regularization", [(SQUARE, f"np.sum({W_L}.T @ {W_L})")], MATRIX_SQUARE),
    ("compute_cost_with_regularization", [(SQUARE, f"np.max({W_L} ** 2)")], "Only the largest weight of each layer counts: formula (1) has the sum over all."),
    ("compute_cost_with_regularization", [(COST, "cost = penalty")], "The penalty is all that you return: the cross-entropy belongs to the cost."),
    ("compute_cost_with_regularization", [(COST, "cost = cross_entropy_cost")], "The penalty is not added: this is the cross-entropy alone."),
    ("compute_cost_with_regularization", [(COST, "cost = cross_entropy_cost - penalty")], "The penalty is subtracted, so that large weights would be rewarded."),
    ("compute_cost_with_regularization", [(COST, "cost = cross_entropy_cost * penalty")], "The penalty is multiplied: it is added."),
    ("compute_cost_with_regularization", [(COST, "cost = (cross_entropy_cost + lambd / 2 * squares) / m")], "The cross-entropy is divided by m once more: it is a mean already, and the division belongs to the penalty."),
    ("compute_cost_with_regularization", [(COST, "cost = (cross_entropy_cost + squares) * lambd / (2 * m)")], "The cross-entropy is multiplied by lambd / (2 m) too: only the sum of the squares is."),
    ("compute_cost_with_regularization", [(COST, "cost = m * cross_entropy_cost + penalty")], "The cross-entropy is not averaged over the examples."),
    # backward_propagation_with_regularization
    *(
        ("backward_propagation_with_regularization", [(SHRINK[n], "") for n in layers], _missing(layers))
        for layers in ((1,), (2,), (3,), (1, 2), (1, 3), (2, 3))
    ),
    ("backward_propagation_with_regularization", shrink(""), "These are the gradients of the cross-entropy alone: cost and gradient must hold the same terms, so the penalty's belongs in each dW."),
    ("backward_propagation_with_regularization", shrink(" + lambd * W{n}"), "The penalty's term is not divided by m."),
    ("backward_propagation_with_regularization", shrink(" + lambd * m * W{n}"), "The penalty's term is multiplied by m: it is divided by m."),
    ("backward_propagation_with_regularization", shrink(" + (1 - lambd / m) * W{n}"), "1 - lambd / m is what a step leaves of a weight, nearly as in formula (3): the gradient has lambd / m in front of the weight."),
    *(
        ("backward_propagation_with_regularization", [(SHRINK[n], f" + lambd * W{n}")], f"The penalty's term in dW{n} is not divided by m.")
        for n in (1, 2, 3)
    ),
    *(
        ("backward_propagation_with_regularization", [(DZ_A[n], DZ_A[n].replace(" / m", ""))], f"The first term of dW{n}, that of the cross-entropy, is not divided by m.")
        for n in (1, 2, 3)
    ),
    ("backward_propagation_with_regularization", shrink(" + lambd / (2 * m) * W{n}"), TWO),
    ("backward_propagation_with_regularization", shrink(" + lambd / 2 * W{n}"), "The penalty's term is divided by 2 in place of m: the 2 cancels, and the m stays."),
    ("backward_propagation_with_regularization", shrink(" + 2 * lambd / m * W{n}"), "The penalty's term is twice as large as it should be: the 2 from the slope of the square cancels the one under lambd."),
    ("backward_propagation_with_regularization", shrink(" - lambd / m * W{n}"), "The penalty's term is subtracted: it would let the weights grow."),
    ("backward_propagation_with_regularization", shrink(" + lambd / m * np.sign(W{n})"), "That is the slope of the absolute value (L1): the slope of a square grows with the weight."),
    ("backward_propagation_with_regularization", shrink(" + lambd / m * np.abs(W{n})"), "The absolute values are added: negative weights would grow."),
    ("backward_propagation_with_regularization", shrink(" + lambd / m * W{n} ** 2"), "The weights are still squared: the slope of a square is a multiple of the weight itself."),
    ("backward_propagation_with_regularization", shrink(" + lambd / (2 * m) * W{n} ** 2"), "The weights are still squared: the slope of a square is a multiple of the weight itself."),
    ("backward_propagation_with_regularization", shrink(" + lambd / m * np.sum(W{n} ** 2)"), ITSELF),
    ("backward_propagation_with_regularization", shrink(" + lambd / (2 * m) * np.sum(W{n} ** 2)"), ITSELF),
    ("backward_propagation_with_regularization", shrink(" + lambd / m * np.sum(W{n})"), ITSELF),
    ("backward_propagation_with_regularization", shrink(" + lambd / (2 * m) * (np.sum(W1**2) + np.sum(W2**2) + np.sum(W3**2))"), ITSELF),
    ("backward_propagation_with_regularization", shrink(" + lambd / m"), "The weight is missing in the penalty's term: a large weight is pulled back more than a small one."),
    ("backward_propagation_with_regularization", shrink(" + W{n} / m"), NO_LAMBD),
    ("backward_propagation_with_regularization", shrink(" + 0.7 / m * W{n}"), FIXED_LAMBD.format("0.7")),
    ("backward_propagation_with_regularization", shrink(" + 0.1 / m * W{n}"), FIXED_LAMBD.format("0.1")),
    ("backward_propagation_with_regularization", shrink(" + lambd / m / m * W{n}"), "The penalty's term is divided by m twice."),
    ("backward_propagation_with_regularization", shrink(" * lambd / m * W{n}"), "The penalty's term is multiplied: it is added."),
    ("backward_propagation_with_regularization", [(f"{DZ_A[n]}{SHRINK[n]}", f"lambd / m * W{n}") for n in (1, 2, 3)], "The penalty's term is all there is: it is added to the gradient of the cross-entropy."),
    ("backward_propagation_with_regularization", [(f"{DZ_A[n]}{SHRINK[n]}", DZ_A[n].replace(" / m", f" + lambd / m * W{n}")) for n in (1, 2, 3)], "The first term, that of the cross-entropy, is not divided by m."),
    ("backward_propagation_with_regularization", [(f"{DZ_A[n]}{SHRINK[n]}", DZ_A[n].replace(" / m", f" + lambd * W{n}")) for n in (1, 2, 3)], "Nothing is divided by m in dW1, dW2 and dW3: both terms are."),
    ("backward_propagation_with_regularization", [(f"{DZ_A[n]}{SHRINK[n]}", f"({DZ_A[n]}{SHRINK[n]}) / m") for n in (1, 2, 3)], "dW1, dW2 and dW3 are divided by m twice."),
    ("backward_propagation_with_regularization", [(f"{DZ_A[n]}{SHRINK[n]}", f"lambd * {DZ_A[n]} + W{n} / m") for n in (1, 2, 3)], "lambd stands in front of the wrong term: it is the strength of the penalty, not of the cross-entropy."),
    ("backward_propagation_with_regularization", [(f"db{n} = np.sum(dZ{n}, axis=1, keepdims=True) / m", f"db{n} = np.sum(dZ{n}, axis=1, keepdims=True) / m + lambd / m * b{n}") for n in (1, 2, 3)], "The biases have a penalty's term too: they are not in the penalty."),
    ("backward_propagation_with_regularization", [("dZ2 = dA2 * (Z2 > 0)", "dZ2 = dA2"), ("dZ1 = dA1 * (Z1 > 0)", "dZ1 = dA1")], "The relu is left out on the way back: dZ1 and dZ2 are 0 where the unit was."),
    ("backward_propagation_with_regularization", [("dZ3 = A3 - Y", "dZ3 = Y - A3")], "dZ3 has the opposite sign: it is A3 - Y."),
    # forward_propagation_with_dropout
    ("forward_propagation_with_dropout", everywhere(MASK, "(np.random.rand(A{n}.shape[0], A{n}.shape[1]) > keep_prob).astype(int)"), MORE_THAN),
    ("forward_propagation_with_dropout", everywhere(MASK, "(np.random.rand(A{n}.shape[0], A{n}.shape[1]) < 1 - keep_prob).astype(int)"), RATE),
    ("forward_propagation_with_dropout", [*everywhere(MASK, "(np.random.rand(A{n}.shape[0], A{n}.shape[1]) < 1 - keep_prob).astype(int)"), *everywhere(DROP, "A{n} * D{n} / (1 - keep_prob)")], RATE),
    ("forward_propagation_with_dropout", [*everywhere(MASK, "(np.random.rand(A{n}.shape[0], A{n}.shape[1]) > keep_prob).astype(int)"), *everywhere(DROP, "A{n} * D{n} / (1 - keep_prob)")], RATE),
    ("forward_propagation_with_dropout", everywhere(DROP, "A{n} * D{n} / (1 - keep_prob)"), "You divide by 1 - keep_prob, the share that is dropped: divide by the share that is kept."),
    ("forward_propagation_with_dropout", everywhere(DROP, "A{n} * D{n}"), NOT_SCALED),
    ("forward_propagation_with_dropout", [(DROP[1], "A1 * D1")], "A1 is not divided by keep_prob."),
    ("forward_propagation_with_dropout", [(DROP[2], "A2 * D2")], "A2 is not divided by keep_prob."),
    ("forward_propagation_with_dropout", everywhere(DROP, "A{n} * D{n} * keep_prob"), TIMES),
    ("forward_propagation_with_dropout", everywhere(DROP, "A{n} * D{n} / keep_prob / keep_prob"), TWICE),
    ("forward_propagation_with_dropout", everywhere(DROP, "A{n} / keep_prob"), NOT_MASKED),
    ("forward_propagation_with_dropout", everywhere(DROP, "A{n}"), "The masks are made and not used: multiply A by its mask, and divide by keep_prob."),
    ("forward_propagation_with_dropout", [(DROP[1], "A1")], "The mask D1 is made and not used: multiply A1 by it, and divide by keep_prob."),
    ("forward_propagation_with_dropout", [(DROP[2], "A2")], "The mask D2 is made and not used: multiply A2 by it, and divide by keep_prob."),
    ("forward_propagation_with_dropout", everywhere(DROP, "D{n} / keep_prob"), "A is the mask itself: multiply the activations by it."),
    ("forward_propagation_with_dropout", everywhere(DROP, "A{n} * (1 - D{n}) / keep_prob"), "The units with a 1 in the mask are dropped, and the others are kept: it is the other way round."),
    ("forward_propagation_with_dropout", everywhere(MASK, "(np.random.randn(A{n}.shape[0], A{n}.shape[1]) < keep_prob).astype(int)"), NORMAL),
    ("forward_propagation_with_dropout", everywhere(MASK, "np.random.rand(A{n}.shape[0], A{n}.shape[1])"), NO_THRESHOLD),
    ("forward_propagation_with_dropout", everywhere(MASK, "np.random.rand(A{n}.shape[0], A{n}.shape[1]).astype(int)"), ALL_0),
    ("forward_propagation_with_dropout", everywhere(MASK, "np.random.rand(A{n}.shape[0], A{n}.shape[1]).astype(bool)"), ALL_1),
    ("forward_propagation_with_dropout", everywhere(MASK, "(np.random.rand(A{n}.shape[0], 1) < keep_prob).astype(int)"), COLUMN),
    ("forward_propagation_with_dropout", everywhere(MASK, "(np.random.rand(A{n}.shape[0], 1) < keep_prob).astype(int) * np.ones((1, X.shape[1]))"), COLUMN),
    ("forward_propagation_with_dropout", everywhere(MASK, "(np.random.rand(1, A{n}.shape[1]) < keep_prob).astype(int)"), ROW),
    *(
        ("forward_propagation_with_dropout", everywhere(MASK, mask), "One random number decides for the whole layer: draw one for each entry of A.")
        for mask in ("int(np.random.rand() < keep_prob)", "np.ones(A{n}.shape) * (np.random.rand() < keep_prob)")
    ),
    ("forward_propagation_with_dropout", [*everywhere(MASK, "np.random.rand(A{n}.shape[0], A{n}.shape[1])"), *everywhere(DROP, "A{n} * (D{n} < keep_prob) / keep_prob")], "D1 and D2 hold the random numbers themselves: a mask holds the answers of the comparison, 0 and 1."),
    ("forward_propagation_with_dropout", everywhere(MASK, "np.random.binomial(1, keep_prob, A{n}.shape)"), BINOMIAL),
    ("forward_propagation_with_dropout", everywhere(MASK, "np.random.choice([0, 1], size=A{n}.shape, p=[1 - keep_prob, keep_prob])"), BINOMIAL),
    ("forward_propagation_with_dropout", everywhere(MASK, "(np.random.rand(A{n}.shape[1], A{n}.shape[0]).T < keep_prob).astype(int)"), TURNED),
    ("forward_propagation_with_dropout", [*everywhere(MASK, "(np.random.rand(A{n}.shape[1], A{n}.shape[0]) < keep_prob).astype(int)"), *everywhere(DROP, "A{n} * D{n}.T / keep_prob")], TURNED_MASK),
    ("forward_propagation_with_dropout", everywhere(MASK, "(np.random.rand(*W{n}.shape) < keep_prob).astype(int)"), WEIGHTS_SHAPE),
    ("forward_propagation_with_dropout", [(MASK[2], "D1")], "D2 is the mask of the first layer: the second one draws its own."),
    ("forward_propagation_with_dropout", everywhere(DROP, "A{n} * D{n} / np.mean(D{n})"), BY_CHANCE),
    ("forward_propagation_with_dropout", everywhere(MASK, "(np.random.RandomState(seed).rand(A{n}.shape[0], A{n}.shape[1]) < keep_prob).astype(int)"), ONE_SEED),
    ("forward_propagation_with_dropout", everywhere(MASK, "(np.random.default_rng(seed).random(A{n}.shape) < keep_prob).astype(int)"), OTHER_STREAM),
    ("forward_propagation_with_dropout", [("np.random.seed(seed)", "random = np.random.default_rng(seed)"), *everywhere(MASK, "(random.random(A{n}.shape) < keep_prob).astype(int)")], OTHER_STREAM),
    ("forward_propagation_with_dropout", everywhere(MASK, "(A{n} < keep_prob).astype(int)"), OF_A),
    ("forward_propagation_with_dropout", everywhere(MASK, "(A{n} > keep_prob).astype(int)"), OF_A),
    ("forward_propagation_with_dropout", everywhere(MASK, "(np.random.rand(A{n}.shape[0], A{n}.shape[1]) < 0.5).astype(int)"), FIXED_KEEP.format("0.5")),
    ("forward_propagation_with_dropout", [("np.random.seed(seed)", "np.random.seed(seed); keep_prob = 0.5")], FIXED_KEEP.format("0.5")),
    ("forward_propagation_with_dropout", [("np.random.seed(seed)", "np.random.seed(1)")], FIXED_SEED),
    ("forward_propagation_with_dropout", [("    D2 =", "    np.random.seed(seed)\n    D2 =")], ONE_SEED),
    ("forward_propagation_with_dropout", [*((MASK[n], f"{MASK[n]} / keep_prob") for n in (1, 2)), *everywhere(DROP, "A{n} * D{n}")], SCALED_MASK),
    ("forward_propagation_with_dropout", [("    A3, _ = sigmoid(Z3)", "    A3, _ = sigmoid(Z3)\n    A3 = A3 * (np.random.rand(A3.shape[0], A3.shape[1]) < keep_prob) / keep_prob")], OUTPUT),
    ("forward_propagation_with_dropout", [("A3, _ = sigmoid(Z3)", "A3 = sigmoid(Z3)")], "`sigmoid` returns two things: catch both, `A3, _ = sigmoid(Z3)`, or A3 is a tuple."),
    ("forward_propagation_with_dropout", [("    Z1 =", "    X = X * (np.random.rand(X.shape[0], X.shape[1]) < keep_prob) / keep_prob\n    Z1 =")], INPUT),
    ("forward_propagation_with_dropout", [("    D1 =", "    D2 = (np.random.rand(W2.shape[0], X.shape[1]) < keep_prob).astype(int)\n    D1 ="), (f"    D2 = {MASK[2]}\n    A2 =", "    A2 =")], "D2 is drawn before D1, so each mask has the numbers of the other: draw D1 first."),
    # backward_propagation_with_dropout
    ("backward_propagation_with_dropout", everywhere(BACK, "dA{n}"), NO_MASK_BACK),
    ("backward_propagation_with_dropout", everywhere(BACK, "dA{n} * D{n}"), NO_DIVISION_BACK),
    ("backward_propagation_with_dropout", everywhere(BACK, "dA{n} / keep_prob"), NO_MASK_ONLY),
    ("backward_propagation_with_dropout", [(BACK[1], "dA1")], "Neither mask nor division is there for dA1: both hidden layers had dropout."),
    ("backward_propagation_with_dropout", [(BACK[2], "dA2")], "Neither mask nor division is there for dA2: both hidden layers had dropout."),
    ("backward_propagation_with_dropout", [(BACK[1], "dA1 * D1")], "dA1 is not divided by keep_prob."),
    ("backward_propagation_with_dropout", [(BACK[2], "dA2 * D2")], "dA2 is not divided by keep_prob."),
    ("backward_propagation_with_dropout", [(BACK[1], "dA1 / keep_prob")], "dA1 is not masked: multiply it by the mask of its layer."),
    ("backward_propagation_with_dropout", [(BACK[2], "dA2 / keep_prob")], "dA2 is not masked: multiply it by the mask of its layer."),
    ("backward_propagation_with_dropout", everywhere(BACK, "dA{n} * D{n} * keep_prob"), "You multiply by keep_prob: on the way forward A was divided by it, so dA is too."),
    ("backward_propagation_with_dropout", everywhere(BACK, "dA{n} * D{n} / (1 - keep_prob)"), "You divide by 1 - keep_prob, the share that is dropped: on the way forward A was divided by the share that is kept."),
    ("backward_propagation_with_dropout", everywhere(BACK, "dA{n} * D{n} / keep_prob / keep_prob"), TWICE),
    ("backward_propagation_with_dropout", everywhere(BACK, "dA{n} * D{n} / np.mean(D{n})"), BY_CHANCE),
    ("backward_propagation_with_dropout", everywhere(BACK, "dA{n} * (1 - D{n}) / keep_prob"), "The gradient reaches the units that were dropped, and not the others: it is the other way round."),
    ("backward_propagation_with_dropout", everywhere(BACK, "dA{n} * (np.random.rand(dA{n}.shape[0], dA{n}.shape[1]) < keep_prob) / keep_prob"), NEW_MASK),
    ("backward_propagation_with_dropout", [(BACK[1], "dA1 * D2 / keep_prob"), (BACK[2], "dA2 * D1 / keep_prob")], EXCHANGED),
    ("backward_propagation_with_dropout", [(BACK[1], "dA1 * D2 / keep_prob"), (BACK[2], "dA2 * D1 / keep_prob"), *OF_ACTIVATIONS], EXCHANGED),
    ("backward_propagation_with_dropout", [*everywhere(BACK, "dA{n} * (np.random.rand(dA{n}.shape[0], dA{n}.shape[1]) < keep_prob) / keep_prob"), *OF_ACTIVATIONS], NEW_MASK),
    ("backward_propagation_with_dropout", [*everywhere(BACK, "dA{n} * (1 - D{n}) / keep_prob"), *OF_ACTIVATIONS], "The gradient reaches the units that were dropped, and not the others: it is the other way round."),
    ("backward_propagation_with_dropout", everywhere(BACK, "dA{n} * D{n} / 0.8"), FIXED_KEEP.format("0.8")),
    ("backward_propagation_with_dropout", everywhere(BACK, "dA{n} * D{n} / 0.5"), FIXED_KEEP.format("0.5")),
    ("backward_propagation_with_dropout", everywhere(BACK, "dA{n} * A{n} / keep_prob"), "dA is multiplied by A: the mask is D, which holds 0 and 1."),
    ("backward_propagation_with_dropout", everywhere(BACK, "D{n} / keep_prob"), "dA is the mask itself: multiply the gradient by it."),
    ("backward_propagation_with_dropout", [("dZ2 = dA2 * (Z2 > 0)", "dZ2 = dA2"), ("dZ1 = dA1 * (Z1 > 0)", "dZ1 = dA1")], "The relu is left out on the way back: dZ1 and dZ2 are 0 where the unit was, and the mask says nothing of that."),
    ("backward_propagation_with_dropout", [("dW2 = dZ2 @ A1.T / m", "dW2 = dZ2 @ (A1 * D1 / keep_prob).T / m"), ("dW3 = dZ3 @ A2.T / m", "dW3 = dZ3 @ (A2 * D2 / keep_prob).T / m")], "A1 and A2 are divided by keep_prob once more: those in the cache went through dropout already. It is dA that knows no mask yet."),
    ("backward_propagation_with_dropout", [(BACK[1], "dA1"), (BACK[2], "dA2"), ("dZ2 @ A1.T", "dZ2 @ (A1 * D1 / keep_prob).T"), ("dZ3 @ A2.T", "dZ3 @ (A2 * D2 / keep_prob).T")], "The masks are applied to A1 and A2, which went through dropout already. It is dA that knows no mask yet."),
    ("backward_propagation_with_dropout", [("dZ3 = A3 - Y", "dZ3 = Y - A3")], "dZ3 has the opposite sign: it is A3 - Y."),
    # early_stopping
    ("early_stopping", [(LOOP, "        best = min(range(len(costs)), key=costs.__getitem__)\n")], ALL_COSTS),
    ("early_stopping", [(TIRED, "else:")], FIRST_RISE),
    ("early_stopping", [(LOOP, "        if costs[step] > costs[step - 1]:\n            break\n        best = step\n")], FIRST_RISE),
    ("early_stopping", [("            break", "            return step")], WHERE),
    ("early_stopping", [("    return best", "    return min(best + patience, len(costs) - 1)")], WHERE),
    ("early_stopping", [("    return best", "    return best + patience")], WHERE),
    ("early_stopping", [("            break", "            return step - 1")], WHERE),
    ("early_stopping", [("    return best", "    return costs[best]")], ITS_COST),
    ("early_stopping", [("            break", "            return costs[best]")], ITS_COST),
    ("early_stopping", [("    return best", "    return best + 1")], "You count from 1: the index of the first cost is 0."),
    ("early_stopping", [("== patience", "== patience + 1")], LATE),
    ("early_stopping", [("== patience", "> patience")], LATE),
    ("early_stopping", [("== patience", ">= patience - 1")], EARLY),
    ("early_stopping", [(TIRED, "if step - best >= patience - 1:")], EARLY),
    ("early_stopping", [("            best = step", "            pass")], NEVER_MOVED),
    ("early_stopping", [(TIRED, "elif step >= patience:")], "You stop after `patience` costs in all: count from the lowest cost so far."),
    ("early_stopping", [(TIRED, "if step == patience:")], "You stop after `patience` costs in all: count from the lowest cost so far."),
    ("early_stopping", [("    best = 0", "    best, misses = 0, 0"), (TIRED, "else:\n            misses += 1\n        if misses == patience:")], IN_TOTAL),
    ("early_stopping", [("    best = 0", "    best, misses = 0, 0"), (TIRED, "elif costs[step] > costs[step - 1]:\n            misses += 1\n        if misses == patience:")], PREVIOUS),
    ("early_stopping", [("    best = 0", "    best, misses = 0, 0"), (TIRED, "misses = misses + 1 if costs[step] > costs[step - 1] else 0\n        if misses == patience:")], PREVIOUS),
    ("early_stopping", [(LOWER, "if costs[step] < costs[step - 1]:")], PREVIOUS),
    ("early_stopping", [(LOWER, "if costs[step] > costs[best]:")], "You look for the highest cost: the lowest is asked for."),
    ("early_stopping", [("== patience", "== 3")], "The patience is fixed at 3: use the argument."),
    ("early_stopping", [("            best = step", "            best = costs[step]")], "`best` is an index, and you store a cost in it."),
    ("early_stopping", [("            break\n", "            return best\n"), ("    return best", "    return len(costs) - 1"), ("            return len(costs) - 1\n", "            return best\n")], TO_THE_END),
]  # fmt: skip


# Learners who know the classic version write out three layers, and may make another mistake
# besides, which shows first.
MISTAKES += [
    (exercise, [*edits, (LAYERS, "(1, 2, 3)")], sentence)
    for exercise, edits, sentence in MISTAKES
    if exercise == "compute_cost_with_regularization" and LAYERS not in dict(edits)
]

# The same mistakes in another spelling, by default the classic one of answers.py, and how the
# sentence begins that the test must say.
OTHER_SPELLINGS = [
    # compute_cost_with_regularization
    ("compute_cost_with_regularization", [("    L2_regularization_cost = 0\n    for l in range(1, len(parameters) // 2 + 1):\n        W = parameters[\"W\" + str(l)]\n        L2_regularization_cost += np.sum(np.square(W))\n", "    W1 = parameters[\"W1\"]\n    W2 = parameters[\"W2\"]\n    W3 = parameters[\"W3\"]\n    L2_regularization_cost = np.sum(np.square(W1)) + np.sum(np.square(W2)) + np.sum(np.square(W3))\n")], "Three layers are written out"),
    ("compute_cost_with_regularization", [("    L2_regularization_cost = 0\n    for l in range(1, len(parameters) // 2 + 1):\n        W = parameters[\"W\" + str(l)]\n        L2_regularization_cost += np.sum(np.square(W))\n", "    W1 = parameters[\"W1\"]\n    W2 = parameters[\"W2\"]\n    W3 = parameters[\"W3\"]\n    L2_regularization_cost = np.sum(np.square(W1)) + np.sum(np.square(W2)) + np.sum(np.square(W3))\n"), ("(1. / m) * (lambd / 2)", "(lambd / 2)")], "The penalty is not divided by m,"),
    ("compute_cost_with_regularization", [("    L2_regularization_cost = 0\n    for l in range(1, len(parameters) // 2 + 1):\n        W = parameters[\"W\" + str(l)]\n        L2_regularization_cost += np.sum(np.square(W))\n", "    W1 = parameters[\"W1\"]\n    W2 = parameters[\"W2\"]\n    W3 = parameters[\"W3\"]\n    L2_regularization_cost = np.sum(np.square(W1)) + np.sum(np.square(W2)) + np.sum(np.square(W3))\n"), ("(1. / m) * (lambd / 2)", "(1. / m) * lambd")], "The penalty is twice as large"),
    ("compute_cost_with_regularization", [("(1. / m) * (lambd / 2)", "(lambd / 2)")], "The penalty is not divided by m,"),
    ("compute_cost_with_regularization", [("m = Y.shape[1]", "m = Y.shape[0]")], "The penalty is not divided by m,"),
    ("compute_cost_with_regularization", [("(1. / m) * (lambd / 2)", "(1. / m) * lambd")], "The penalty is twice as large"),
    ("compute_cost_with_regularization", [("(1. / m) * (lambd / 2)", "lambd / 2 * m")], "The penalty is multiplied by m"),
    ("compute_cost_with_regularization", [("np.sum(np.square(W))", "np.square(np.sum(W))")], "The weights are added up before"),
    ("compute_cost_with_regularization", [("np.sum(np.square(W))", "np.sum(np.dot(W, W.T))")], "W times W transposed"),
    ("compute_cost_with_regularization", [("np.sum(np.square(W))", "np.mean(np.square(W))")], "You take the mean of the squares"),
    ("compute_cost_with_regularization", [("np.sum(np.square(W))", "np.sum(abs(W))")], "You add up absolute values"),
    ("compute_cost_with_regularization", [("cost = cross_entropy_cost +", "cost =")], "The penalty is all that you return"),
    ("compute_cost_with_regularization", [("    return cost", "        return cost"), ("    L2_regularization_cost = (1. / m)", "        L2_regularization_cost = (1. / m)"), ("    cost = cross_entropy_cost +", "        cost = cross_entropy_cost +")], "Only W1 is in the penalty"),
    ("compute_cost_with_regularization", [("range(1, len(parameters) // 2 + 1)", "range(1, len(parameters) // 2)")], "The last layer is missing"),
    ("compute_cost_with_regularization", [("    for l in range(1, len(parameters) // 2 + 1):\n        W = parameters[\"W\" + str(l)]\n", "    for W in parameters.values():\n")], "The biases are in the penalty: it"),
    ("compute_cost_with_regularization", [("name.startswith(\"W\")", "True")], "The biases are in the penalty: it", "by the names"),
    ("compute_cost_with_regularization", [(") ** 2", ")")], "`np.linalg.norm` takes the root", "norms, squared"),
    ("compute_cost_with_regularization", [("lambd / 2 / m", "lambd / 2 * m")], "The penalty is multiplied by m", "norms, squared"),
    ("compute_cost_with_regularization", [("theta @ theta", "theta.sum() ** 2")], "The weights are added up before", "one long vector"),
    ("compute_cost_with_regularization", [("np.add(", "np.subtract(")], "The penalty is subtracted", "one long vector"),
    ("compute_cost_with_regularization", [("return cost", "print(cost)")], "(is a `return` missing?)"),
    ("compute_cost_with_regularization", [("compute_cost(A3, Y)", "compute_cost(Y, A3)")], "it is `compute_cost(AL, Y)`"),
    # backward_propagation_with_regularization
    ("backward_propagation_with_regularization", [(" + (lambd * W3) / m", ""), (" + (lambd * W2) / m", ""), (" + (lambd * W1) / m", "")], "These are the gradients of the cross-entropy alone"),
    ("backward_propagation_with_regularization", [(" + (lambd * W1) / m", "")], "The penalty's term is missing in dW1:"),
    ("backward_propagation_with_regularization", [("W3) / m", "W3)"), ("W2) / m", "W2)"), ("W1) / m", "W1)")], "The penalty's term is not divided by m"),
    ("backward_propagation_with_regularization", [("W3) / m", "W3) / (2 * m)"), ("W2) / m", "W2) / (2 * m)"), ("W1) / m", "W1) / (2 * m)")], "The 2 in front of m"),
    ("backward_propagation_with_regularization", [("W3) / m", "W3) * m"), ("W2) / m", "W2) * m"), ("W1) / m", "W1) * m")], "The penalty's term is multiplied by m"),
    ("backward_propagation_with_regularization", [("(lambd * W3) / m", "W3 - lambd * W3 / m"), ("(lambd * W2) / m", "W2 - lambd * W2 / m"), ("(lambd * W1) / m", "W1 - lambd * W1 / m")], "1 - lambd / m is what a step leaves"),
    ("backward_propagation_with_regularization", [("W2) / m", "W2)")], "The penalty's term in dW2 is not"),
    ("backward_propagation_with_regularization", [("dW2 = 1./m * np.dot", "dW2 = np.dot")], "The first term of dW2"),
    ("backward_propagation_with_regularization", [("(lambd * W", "(0.7 * W")], "The strength is fixed at 0.7"),
    ("backward_propagation_with_regularization", [("+ (lambd", "- (lambd")], "The penalty's term is subtracted"),
    ("backward_propagation_with_regularization", [("(lambd * W3)", "(lambd * W3**2)"), ("(lambd * W2)", "(lambd * W2**2)"), ("(lambd * W1)", "(lambd * W1**2)")], "The weights are still squared"),
    ("backward_propagation_with_regularization", [(" * W3)", " * np.sum(np.square(W3)))"), (" * W2)", " * np.sum(np.square(W2)))"), (" * W1)", " * np.sum(np.square(W1)))")], "You add the penalty, or a sum"),
    ("backward_propagation_with_regularization", [("1./m * np.dot", "np.dot")], "The first term, that of the cross-entropy"),
    ("backward_propagation_with_regularization", [("+ lambd * W1) / m", ") / m + lambd * W1"), ("+ lambd * W2) / m", ") / m + lambd * W2"), ("+ lambd * W3) / m", ") / m + lambd * W3")], "The penalty's term is not divided by m", "both under one fraction"),
    ("backward_propagation_with_regularization", [("    dW2 += lambd / m * W2\n", ""), ("    dW1 += lambd / m * W1\n", "")], "The penalty's term is missing in dW1 and dW2", "the penalty added in place, at the end"),
    ("backward_propagation_with_regularization", [("lambd / m, W)", "lambd / m, np.sign(W))")], "That is the slope of the absolute value", "in a loop"),
    ("backward_propagation_with_regularization", [("    dW3 += lambd / m * W3\n", "    dW3 += lambd / m * W3\n    db3 += lambd / m * b3\n    db2 += lambd / m * b2\n    db1 += lambd / m * b1\n")], "The biases have a penalty's term", "the penalty added in place, at the end"),
    ("backward_propagation_with_regularization", [("return gradients", "return dW1, db1, dW2, db2, dW3, db3")], "should be a dictionary"),
    # forward_propagation_with_dropout
    ("forward_propagation_with_dropout", [("< keep_prob", "> keep_prob")], "The comparison is the other way round"),
    ("forward_propagation_with_dropout", [("    A1 = A1 / keep_prob\n", ""), ("    A2 = A2 / keep_prob\n", "")], "The units that are kept are not divided"),
    ("forward_propagation_with_dropout", [("    A2 = A2 / keep_prob\n", "")], "A2 is not divided by keep_prob"),
    ("forward_propagation_with_dropout", [("A1 / keep_prob", "A1 * keep_prob"), ("A2 / keep_prob", "A2 * keep_prob")], "You multiply by keep_prob"),
    ("forward_propagation_with_dropout", [("random.rand(", "random.randn(")], "`randn` draws normal numbers"),
    ("forward_propagation_with_dropout", [("    D1 = D1 < keep_prob\n", ""), ("    D2 = D2 < keep_prob\n", "")], "The random numbers themselves are the mask"),
    ("forward_propagation_with_dropout", [("    D1 = D1 < keep_prob\n", ""), ("    D2 = D2 < keep_prob\n", ""), ("A1 * D1", "A1 * (D1 < keep_prob)"), ("A2 * D2", "A2 * (D2 < keep_prob)")], "D1 and D2 hold the random numbers"),
    ("forward_propagation_with_dropout", [("A1.shape[1])", "1)"), ("A2.shape[1])", "1)")], "One random number is drawn for a unit"),
    ("forward_propagation_with_dropout", [("A3, _ = sigmoid", "A3 = sigmoid"), ("A1, _ = relu(Z1)", "A1 = np.maximum(0, Z1)"), ("A2, _ = relu(Z2)", "A2 = np.maximum(0, Z2)")], "`sigmoid` returns two things"),
    ("forward_propagation_with_dropout", [("np.random.seed(seed)", "np.random.seed(1)")], "The seed is fixed at 1"),
    ("forward_propagation_with_dropout", [("    D1 = D1 < keep_prob\n", "    D1[D1 < keep_prob] = 1\n    D1[D1 >= keep_prob] = 0\n"), ("    D2 = D2 < keep_prob\n", "    D2[D2 < keep_prob] = 1\n    D2[D2 >= keep_prob] = 0\n")], "The mask is 0 everywhere"),
    ("forward_propagation_with_dropout", [("    D1 = D1 < keep_prob\n", "    D1[D1 >= keep_prob] = 0\n    D1[D1 < keep_prob] = 1\n"), ("    D2 = D2 < keep_prob\n", "    D2[D2 >= keep_prob] = 0\n    D2[D2 < keep_prob] = 1\n")], "The mask is 1 everywhere"),
    ("forward_propagation_with_dropout", [("D1 < keep_prob", "np.floor(D1 + keep_prob)"), ("D2 < keep_prob", "np.floor(D2 + keep_prob)")], "The idea is right, and the mask is another one"),
    ("forward_propagation_with_dropout", [("    D2 = np.random", "    np.random.seed(seed)\n    D2 = np.random")], "The seed is set again"),
    ("forward_propagation_with_dropout", [("    A1 = A1 * D1\n", ""), ("    A2 = A2 * D2\n", "")], "The mask is made and not used"),
    ("forward_propagation_with_dropout", [("< keep_prob", "< 1 - keep_prob")], "keep_prob is taken for the share"),
    ("forward_propagation_with_dropout", [("A1 / keep_prob", "A1 / (1 - keep_prob)"), ("A2 / keep_prob", "A2 / (1 - keep_prob)")], "You divide by 1 - keep_prob"),
    ("forward_propagation_with_dropout", [("(A1.shape[0], A1.shape[1])", "(2, 5)"), ("(A2.shape[0], A2.shape[1])", "(3, 5)")], "size"),
    ("forward_propagation_with_dropout", [("A1, _ = relu(Z1)", "A1 = relu(Z1)"), ("A2, _ = relu(Z2)", "A2 = relu(Z2)")], "unpack it, `A1, _ = relu(...)`"),
    ("forward_propagation_with_dropout", [("D1 < keep_prob", "D1 < 0.5"), ("D2 < keep_prob", "D2 < 0.5")], "The probability is fixed at 0.5"),
    ("forward_propagation_with_dropout", [("A1 /= keep_prob", "pass"), ("A2 /= keep_prob", "pass")], "The units that are kept are not divided", "in place, whole numbers"),
    ("forward_propagation_with_dropout", [("(np.random.random_sample(Z.shape) <= keep_prob) * 1.0", "np.random.binomial(1, keep_prob, Z.shape)")], "The idea is right, and the mask is another one", "random_sample, masks of fractions"),
    ("forward_propagation_with_dropout", [("* 1.0\n", "/ keep_prob\n"), ("* (D / keep_prob)", "* D")], "The mask in the cache is divided", "random_sample, masks of fractions"),
    ("forward_propagation_with_dropout", [("random = np.random.RandomState(seed)", "random = np.random.default_rng(seed)")], "Those are the numbers of another generator", "a generator of its own"),
    ("forward_propagation_with_dropout", [("(A1.shape[0], A1.shape[1])", "(A1.shape[1], A1.shape[0])"), ("(A2.shape[0], A2.shape[1])", "(A2.shape[1], A2.shape[0])"), ("A1 * D1", "A1 * D1.T"), ("A2 * D2", "A2 * D2.T")], "The masks are drawn with rows and columns exchanged"),
    ("forward_propagation_with_dropout", [("(A1.shape[0], A1.shape[1])", "(W1.shape[0], W1.shape[1])"), ("(A2.shape[0], A2.shape[1])", "(W2.shape[0], W2.shape[1])")], "The masks have the shape of the weights"),
    ("forward_propagation_with_dropout", [("np.random.rand(A2.shape[0], A2.shape[1])", "D1"), ("    D2 = D2 < keep_prob\n", "")], "D2 is the mask of the first layer"),
    ("forward_propagation_with_dropout", [("A1 / keep_prob", "A1 / D1.mean()"), ("A2 / keep_prob", "A2 / D2.mean()")], "You divide by the mean of the mask"),
    ("forward_propagation_with_dropout", [("    np.random.seed(seed)\n", "")], "the line `np.random.seed(...)` is missing"),
    ("forward_propagation_with_dropout", [("keep_prob=0.5, seed=1", "keep_prob=0.5")], "your first line is"),
    # backward_propagation_with_dropout
    ("backward_propagation_with_dropout", [("    dA2 = dA2 * D2\n    dA2 = dA2 / keep_prob\n", ""), ("    dA1 = dA1 * D1\n    dA1 = dA1 / keep_prob\n", "")], "The division is missing on the way back"),
    ("backward_propagation_with_dropout", [("    dA2 = dA2 / keep_prob\n", ""), ("    dA1 = dA1 / keep_prob\n", "")], "The division is missing on the way back"),
    ("backward_propagation_with_dropout", [("    dA1 = dA1 / keep_prob\n", "")], "dA1 is not divided"),
    ("backward_propagation_with_dropout", [("dA2 * D2", "dA2 * D1"), ("dA1 * D1", "dA1 * D2")], "The masks are exchanged"),
    ("backward_propagation_with_dropout", [("dA2 / keep_prob", "dA2 * keep_prob"), ("dA1 / keep_prob", "dA1 * keep_prob")], "You multiply by keep_prob"),
    ("backward_propagation_with_dropout", [("dA2 / keep_prob", "dA2 / (1 - keep_prob)"), ("dA1 / keep_prob", "dA1 / (1 - keep_prob)")], "You divide by 1 - keep_prob"),
    ("backward_propagation_with_dropout", [("dA2 * D2", "dA2 * A2"), ("dA1 * D1", "dA1 * A1")], "dA is multiplied by A"),
    ("backward_propagation_with_dropout", [("masks[l - 1] * 1.0 /", "(np.random.rand(*masks[l - 1].shape) < keep_prob) /")], "You draw a new mask", "in a loop, one over m first"),
    ("backward_propagation_with_dropout", [("dA2 /= keep_prob", "dA2 /= 0.8"), ("dA1 /= keep_prob", "dA1 /= 0.8")], "The probability is fixed at 0.8", "in place"),
    # early_stopping
    ("early_stopping", [("    best_cost = float(\"inf\")\n    best_index = 0\n    wait = 0\n    for i, cost in enumerate(costs):\n        if cost < best_cost:\n            best_cost = cost\n            best_index = i\n            wait = 0\n        else:\n            wait += 1\n            if wait >= patience:\n                return best_index\n    return best_index", "    return int(np.argmin(costs))")], "You look at all costs"),
    ("early_stopping", [("return best_index\n", "return i\n")], "You return the place where training stops"),
    ("early_stopping", [("return best_index", "return best_cost")], "You return the cost itself"),
    ("early_stopping", [("wait >= patience", "wait > patience")], "You wait one cost too long"),
    ("early_stopping", [("            best_index = i\n            wait = 0\n", "            best_index = i\n")], "Your count does not start anew"),
    ("early_stopping", [("        if cost < best_cost:\n            best_cost = cost\n", "        if cost < best_cost:\n"), ("            wait = 0\n        else:", "            wait = 0\n            best_cost = cost\n        elif False:\n            pass\n        else:\n            best_cost = cost")], "Each cost is compared with the one before"),
    ("early_stopping", [("            wait += 1\n            if wait >= patience:\n                return best_index\n", "            return best_index\n")], "You stop as soon as one cost"),
    ("early_stopping", [("if left == 0", "if left <= 1")], "You stop one cost too early", "patience counts down"),
    ("early_stopping", [("best, left = i, patience", "best = i")], "You stop after `patience` costs", "patience counts down"),
    ("early_stopping", [("costs[best + 1 : best + 1 + patience]", "costs[best + 1 : best + 2 + patience]")], "You wait one cost too long", "one window after another"),
    ("early_stopping", [("best, left = i, patience", "left = patience")], "`best` stays 0", "patience counts down"),
    ("early_stopping", [("wait >= patience", "i >= patience")], "You stop after `patience` costs"),
    ("early_stopping", [("                return best_index\n", "                return best_cost\n")], "You return the cost itself"),
    ("early_stopping", [("    return best_index", "    best_index")], "(is a `return` missing?)"),
]  # fmt: skip

# Rows as above, whose message should say so and does not yet.
NOT_YET_NAMED = []

UNEXPLAINED = {
    "compute_cost_with_regularization": [
        [(PENALTY, "penalty = lambd / (2 * (m + 1)) * squares")],
        [(PENALTY, "penalty = lambd / 10 * squares")],
        [(PENALTY, "penalty = lambd / (2 * m) * squares / L")],
        [(PENALTY, "penalty = np.exp(lambd) / (2 * m) * squares")],
        [(PENALTY, "penalty = min(lambd, 1) / (2 * m) * squares")],
        [(SQUARE, f"np.sum(np.abs({W_L}) ** 3)")],
        [(SQUARE, f"np.sum({W_L}[:2] ** 2)")],
        [(SQUARE, f"np.sum(np.clip({W_L}, -1, 1) ** 2)")],
        [(SQUARE, f"np.sum(({W_L} - np.mean({W_L})) ** 2)")],
        [(LAYERS, "range(1, min(L, 3) + 1)")],
        [(COST, "cost = round(float(cross_entropy_cost + penalty), 6)")],
        [(COST, "cost = np.array([[cross_entropy_cost + penalty]])")],
        [(COST, "cost = float(cross_entropy_cost + penalty); parameters['W1'] *= 0.5")],
    ],
    "backward_propagation_with_regularization": [
        shrink(" + lambd / 5 * W{n}"),
        shrink(" + lambd / m * np.clip(W{n}, -1, 1)"),
        shrink(" + lambd / m * np.maximum(W{n}, 0)"),
        shrink(" + lambd / (m + 1) * W{n}"),
        shrink(" + lambd / m * (W{n} + b{n})"),
        shrink(" + lambd**2 / m * W{n}"),
        shrink(" + lambd / m * np.mean(W{n})"),
        shrink(" + lambd / m * W{n} / np.linalg.norm(W{n})"),
        [("dZ2 = dA2 * (Z2 > 0)", "dZ2 = dA2 * (Z1[:1] > 0)")],
        [("m = X.shape[1]", "m = X.shape[0]")],
        [("m = X.shape[1]", "m = 5")],
        [("dA2 = W3.T @ dZ3", "W3 *= 1 - lambd / m; dA2 = W3.T @ dZ3")],
        [("axis=1, keepdims=True", "axis=1")],
    ],
    "forward_propagation_with_dropout": [
        everywhere(DROP, "A{n} * D{n} / np.sqrt(keep_prob)"),
        everywhere(DROP, "A{n} * D{n} / 0.7"),
        everywhere(MASK, "(np.random.rand(2, 5) < keep_prob).astype(int)"),
        everywhere(MASK, "(np.random.rand(A{n}.shape[1], A{n}.shape[0]).T < keep_prob).astype(int)"),
        everywhere(MASK, "np.round(np.random.rand(A{n}.shape[0], A{n}.shape[1]) * keep_prob).astype(int)"),
        [("np.random.seed(seed)", "np.random.seed(seed + 1)")],
        [("A2, _ = relu(Z2)", "A2, _ = sigmoid(Z2)")],
        [("A1, _ = relu(Z1)", "A1 = Z1")],
        [("    cache = (Z1, D1, A1,", "    cache = (Z1, D1, relu(Z1)[0],")],
        [("Z2, D2, A2, W2", "Z2, D1, A2, W2")],
        [("return A3, cache", "return A3 > 0.5, cache")],
        [("return A3, cache", "parameters['W1'] += 0.1; return A3, cache")],
    ],
    "backward_propagation_with_dropout": [
        everywhere(BACK, "dA{n} * D{n} / np.sqrt(keep_prob)"),
        everywhere(BACK, "dA{n} * D{n}[:, :1] / keep_prob"),
        everywhere(BACK, "dA{n} * D{n} / keep_prob**2"),
        [(BACK[1], "dA1 * D1 * keep_prob")],
        [(BACK[2], "dA2 * D2 * keep_prob")],
        [("m = X.shape[1]", "m = X.shape[0]")],
        [("m = X.shape[1]", "m = 5")],
        [("dA1 = W2.T @ dZ2", "dA1 = W2.T @ dA2")],
        [("dZ2 = dA2 * (Z2 > 0)", "dZ2 = dA2 * D2 * (Z2 > 0) / keep_prob")],
        [("dZ3 = A3 - Y", "dZ3 = (A3 - Y) / keep_prob")],
        [("axis=1, keepdims=True", "axis=1")],
        [("dA2 = W3.T @ dZ3", "D2 *= 0; dA2 = W3.T @ dZ3")],
    ],
    "early_stopping": [
        [("== patience", "== 2 * patience")],
        [("== patience", "== len(costs) - patience")],
        [(LOWER, "if costs[step] < costs[best] - 0.01:")],
        [(LOWER, "if costs[step] < costs[0]:")],
        [("    best = 0", "    best = 1")],
        [("range(1, len(costs))", "range(1, len(costs) - 1)")],
        [("range(1, len(costs))", "range(2, len(costs))")],
        [("    return best", "    return str(best)")],
        [("    return best", "    return [best]")],
        [("    return best", "    return best % 7")],
        [("    return best", "    return costs.index(max(costs[best], 0))")],
        [("    best = 0", "    costs.append(1.0); best = 0")],
        [("            break", "            best = step - patience - 1")],
    ],
}  # fmt: skip


# Conditions on the arguments: a mutant is right only where one of them holds


def _rests(costs):
    """The numbers of costs between one new low and the next."""
    lows = [i for i in range(len(costs)) if i == 0 or costs[i] < min(costs[:i])]
    return [later - low for low, later in zip(lows, lows[1:], strict=False)]


DROPOUT = {
    "m > 1": lambda X, *a: X.shape[1] > 1,
    "five examples": lambda X, *a: X.shape[1] == 5,
    "more examples than inputs": lambda X, *a: X.shape[1] > len(X),
}
CACHE = DROPOUT | {
    "different hidden layers": lambda X, Y, cache, *a: (
        len(cache[0]) != len(cache[len(cache) // 2 - 2])
    ),
    "two units first": lambda X, Y, cache, *a: len(cache[0]) == 2,
    "whole labels": lambda X, Y, *a: Y.dtype.kind == "i",
}

RIGHT_ONLY_IF = {
    "compute_cost_with_regularization": {
        "three layers": lambda A3, Y, parameters, lambd: len(parameters) == 6,
        "two layers or more": lambda A3, Y, parameters, lambd: len(parameters) > 2,
        "at most four layers": lambda A3, Y, parameters, lambd: len(parameters) <= 8,
        "m > 1": lambda A3, Y, parameters, lambd: Y.size > 1,
        "five examples": lambda A3, Y, parameters, lambd: Y.size == 5,
        "weak": lambda A3, Y, parameters, lambd: lambd <= 1,
        "some penalty": lambda A3, Y, parameters, lambd: lambd > 0,
    },
    "backward_propagation_with_regularization": CACHE | {
        "weak": lambda X, Y, cache, lambd: lambd <= 1,
        "some penalty": lambda X, Y, cache, lambd: lambd > 0,
        "the classic strength": lambda X, Y, cache, lambd: lambd == 0.7,
    },
    "forward_propagation_with_dropout": DROPOUT | {
        "a probability is given": lambda X, parameters, *more: len(more) > 0,
        "one half or more": lambda X, parameters, keep_prob=0.5, seed=1: keep_prob >= 0.5,
        "something is dropped": lambda X, parameters, keep_prob=0.5, seed=1: keep_prob < 1,
        "seed 1": lambda X, parameters, keep_prob=0.5, seed=1: seed == 1,
        "seed 1 or 2": lambda X, parameters, keep_prob=0.5, seed=1: seed in (1, 2),
        "seed above 0": lambda X, parameters, keep_prob=0.5, seed=1: seed > 0,
        "different hidden layers": lambda X, parameters, *a: len(parameters["b1"]) != len(parameters["b2"]),
    },
    "backward_propagation_with_dropout": CACHE | {
        "one half or more": lambda X, Y, cache, keep_prob: keep_prob >= 0.5,
        "something is dropped": lambda X, Y, cache, keep_prob: keep_prob < 1,
        "the public probability": lambda X, Y, cache, keep_prob: keep_prob == 0.8,
    },
    "early_stopping": {
        "patience above 1": lambda costs, patience: patience > 1,
        "patience 3": lambda costs, patience: patience == 3,
        "at most seven costs": lambda costs, patience: len(costs) <= 7,
        "more than one cost": lambda costs, patience: len(costs) > 1,
        "the first is not the lowest": lambda costs, patience: costs[0] > min(costs),
        "it stops": lambda costs, patience: max([*_rests(costs), len(costs)]) > patience,
        "one rest": lambda costs, patience: sum(rest > 1 for rest in _rests(costs)) <= 1,
        "positive costs": lambda costs, patience: min(costs) > 0,
    },
}  # fmt: skip
