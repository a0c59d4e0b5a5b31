"""The mistakes of notebook 11, one row per line; `authoring/mistakes.py` says how to read them."""

import numpy as np

# one_hot
ZEROS, PUT = "np.zeros((n_classes, m))", "Y_hot[Y[0], np.arange(m)] = 1"
TABLE = f"Y_hot = {ZEROS}\n    {PUT}"
# softmax
EXP = "np.exp(Z - np.max(Z, axis=0, keepdims=True))"
SUM = "np.sum(exponentials, axis=0, keepdims=True)"
P = f"exponentials / {SUM}"
# compute_cost_softmax
LOG = "log_softmax(ZL)"
COST = "-np.sum(log_P[Y[0], np.arange(m)]) / m"
# softmax_cross_entropy_backward
DZ = "softmax(ZL) - one_hot(Y, ZL.shape[0])"
# predict_classes
LARGEST = "np.argmax(ZL, axis=0).reshape(1, -1)"
# multiclass_model
TOTAL = "total + compute_cost_softmax(ZL, Y_batch) * X_batch.shape[1]"
DZL = "softmax_cross_entropy_backward(ZL, Y_batch)"
COUNT = "            t = t + 1\n"
ADAM = """parameters, v, s = update_parameters_with_adam(
                parameters, grads, v, s, t, learning_rate
            )"""
PASS = "forward_to_logits(X_batch, parameters)"
# confusion_matrix
LOOP = """for j in range(Y.shape[1]):
        counts[Y[0, j], predictions[0, j]] += 1"""
ADD = "counts[Y[0, j], predictions[0, j]] += 1"
# calibration
BINS = "np.minimum((confidence * n_bins).astype(int), n_bins - 1)"
LARGEST_P = "np.max(probabilities, axis=0)"
RIGHT = "predictions[0] == Y[0]"
MEAN_P, MEAN_RIGHT = "np.mean(confidence[inside])", "np.mean(right[inside])"
SOME = "if counts[k] > 0:"
THREE = "return counts, confidences, accuracies"

ROWS = "Each example has become a row: here a column is an example, so the table has a row for each class."
THREE_AXES = (
    "Y has two axes, so a table that is indexed with it gets three: take the row of labels, Y[0]."
)
COUNTED = "The number of classes is counted from the labels, and one that is missing there gets lost: use the argument n_classes."
WHOLE_ROWS = "Whole rows are filled: a single entry has two indices, its class and its example."
OVERFLOW = (
    "The exponentials overflow: subtract the largest logit of each column before you take them."
)
WHOLE_MAXIMUM = "The maximum is that of the whole table, so in a column far below it every exponential is 0: each column has its own maximum."
STILL_EXPONENTIALS = "Each column still holds its exponentials, 1 for the largest, and does not sum to 1: divide it by their sum."
NOT_LARGEST = "Another number than the largest logit of the column is subtracted, so the exponential of the largest can still overflow."
LOG_OF_ZERO = "The probability of the right class can be rounded to 0, which has no logarithm: log_softmax starts from the logits and never takes it."
SMALL = "A small number is added to keep the logarithm alive, which changes the cost and hides how wrong a network is: log_softmax needs no such help."
LABELS = "The labels count as numbers here, 0 to k - 1: a label is a name and not an amount, so its one-hot column belongs here."
ONCE = "A pair that occurs several times is counted once: add 1 for each example, one after the other. (With lists of indices, `+=` writes each place once.)"
OF_SIZE_1 = "A confidence of exactly 1 belongs to the last bin: times n_bins it gives n_bins, and the bins end at n_bins - 1."
EPOCHS = "t counts epochs here: it counts steps, so it is raised by one for each batch."

MISTAKES = [
    # one_hot
    ("one_hot", [(TABLE, "Y_hot = np.eye(n_classes)[Y[0]]")], ROWS),
    ("one_hot", [(TABLE, "Y_hot = np.eye(n_classes)[Y]")], THREE_AXES),
    ("one_hot", [(TABLE, "Y_hot = np.eye(n_classes)[:, Y]")], THREE_AXES),
    ("one_hot", [(TABLE, "Y_hot = np.eye(n_classes)[Y].T")], THREE_AXES),
    ("one_hot", [("n_classes, m))", "np.max(Y) + 1, m))")], COUNTED),
    ("one_hot", [("n_classes, m))", "len(np.unique(Y)), m))")], COUNTED),
    ("one_hot", [(PUT, "Y_hot[Y[0]] = 1")], WHOLE_ROWS),
    ("one_hot", [(PUT, "Y_hot[:, Y[0]] = 1")], "Whole columns are filled, and the labels are taken for numbers of columns: a single entry has two indices, its class and its example."),
    ("one_hot", [(PUT, "Y_hot[np.arange(m), Y[0]] = 1")], "The two indices are exchanged: first the row, which is the class, then the column, which is the example."),
    ("one_hot", [(PUT, "Y_hot[Y[0] - 1, np.arange(m)] = 1")], "The 1 is a row too high, and that of class 0 is in the last row: labels are counted from 0, so nothing is subtracted."),
    ("one_hot", [(PUT, "Y_hot[n_classes - 1 - Y[0], np.arange(m)] = 1")], "The rows are counted from below: class 0 is the first row."),
    ("one_hot", [(PUT, "Y_hot[Y[0], np.arange(m)] = Y[0]")], "The label itself is written into the table: a one-hot column holds a 1, whatever the class is."),
    ("one_hot", [(ZEROS, "np.ones((n_classes, m))"), ("= 1", "= 0")], "Zeros and ones are exchanged: the 1 marks the class of the example."),
    ("one_hot", [("n_classes, m))", "10, m))")], "The number of classes is fixed at 10: use the argument n_classes."),
    ("one_hot", [("n_classes, m))", "4, m))")], "The number of classes is fixed at 4: use the argument n_classes."),
    ("one_hot", [(TABLE, "Y_hot = np.eye(n_classes)[Y[0]].reshape(n_classes, m)")], "`reshape` reads the numbers row by row and deals them out anew, so they end up in other places: to make columns of rows, transpose."),
    ("one_hot", [(TABLE, "Y_hot = np.eye(n_classes, m)")], "The diagonal is filled, whatever the labels are: the row of each 1 is the label of its example."),
    ("one_hot", [(TABLE, "Y_hot = (Y == np.arange(n_classes)).astype(float)")], "The classes have to stand in a column, so that each of them meets each label: `np.arange(n_classes)` is a row to NumPy."),
    ("one_hot", [(PUT, "Y_hot[Y[0], np.arange(n_classes)] = 1")], "There is a 1 for each example, so the columns are counted up to m, and not up to n_classes."),
    ("one_hot", [(PUT, "Y_hot[Y[0], Y[0]] = 1")], "The labels are taken for the columns too: the examples are counted, whatever their labels are."),
    ("one_hot", [("    return Y_hot", "    return np.argmax(Y_hot, axis=0).reshape(1, m)")], "You return the labels again: return the table."),
    # softmax
    ("softmax", [("axis=0", "axis=1")], "That is the softmax of each row, as in notebook 01: from here on a column is an example, and each column sums to 1."),
    ("softmax", [(EXP, EXP.replace("axis=0", "axis=1"))], "The maximum is that of each row, so every row is shifted by another number, which changes the probabilities: it belongs to the column."),
    ("softmax", [(SUM, SUM.replace("axis=0", "axis=1"))], "The sum is that of each row: each column is divided by its own sum."),
    ("softmax", [(EXP, "np.exp(Z - np.max(Z))")], WHOLE_MAXIMUM),
    ("softmax", [(EXP, "np.exp(Z)")], OVERFLOW),
    ("softmax", [(SUM, "np.sum(exponentials)")], "Everything is divided by the sum of the whole table: each column is divided by its own sum."),
    ("softmax", [(EXP, "np.exp(Z - np.max(Z))"), (SUM, "np.sum(exponentials)")], "Maximum and sum are those of the whole table: each column has its own."),
    ("softmax", [(EXP, "np.exp(Z)"), (SUM, "np.sum(exponentials)")], "The sum is that of the whole table, and nothing is subtracted before the exponential: each column has its own maximum and its own sum."),
    ("softmax", [(P, "1 / (1 + np.exp(-np.clip(Z, -700, 700)))")], "That is the sigmoid of each logit, k separate answers: the softmax divides by the sum of the column, so that the classes share a probability of 1."),
    ("softmax", [(P, "1 / (1 + np.exp(-Z))")], "That is the sigmoid of each logit, k separate answers: the softmax divides by the sum of the column, so that the classes share a probability of 1."),
    ("softmax", [(EXP, "Z"), ], "The exponential is missing: the logits themselves are divided by their sum."),
    ("softmax", [(EXP, "Z - np.max(Z, axis=0, keepdims=True)")], "The exponentials are missing: the shifted logits themselves are divided by their sum."),
    ("softmax", [(P, "(Z == np.max(Z, axis=0)) * 1.0")], "Only the largest gets something: the softmax gives every class its share."),
    ("softmax", [(P, f"np.log({P})")], "These are the logarithms of the probabilities: return the probabilities."),
    ("softmax", [(P, "log_softmax(Z)")], "These are the logarithms of the probabilities: return the probabilities."),
    ("softmax", [(SUM, "np.max(exponentials, axis=0, keepdims=True)")], STILL_EXPONENTIALS),
    ("softmax", [(P, "exponentials")], STILL_EXPONENTIALS),
    ("softmax", [(P, f"exponentials * {SUM}")], "You multiply by the sum: divide by it, so that the column sums to 1."),
    ("softmax", [(SUM, "np.mean(exponentials, axis=0, keepdims=True)")], "You divide by the mean, so each column sums to k: divide by the sum."),
    ("softmax", [(SUM, "np.sum(np.exp(Z), axis=0, keepdims=True)")], "The maximum is subtracted above the fraction bar and not below: the same number is subtracted in both places."),
    ("softmax", [(P, f"exponentials / ({SUM} + 1e-8)")], "A small number is added below the fraction bar, so the columns do not quite sum to 1: after the subtraction the sum is at least 1, and nothing is divided by 0."),
    ("softmax", [(EXP, EXP.replace("np.exp(", "np.exp(-(").replace("True)", "True))"))], "The sign of the exponent is wrong: the larger the logit, the larger the probability."),
    ("softmax", [(EXP, EXP.replace("np.max", "np.min"))], NOT_LARGEST),
    ("softmax", [(EXP, EXP.replace("np.max", "np.mean"))], NOT_LARGEST),
    ("softmax", [(EXP, "np.exp(np.clip(Z, -500, 500))")], "Large logits are cut off, so those above the limit come out alike: subtract the largest of the column instead, which changes no probability."),
    ("softmax", [(EXP, "np.exp(np.minimum(Z, 700))")], "Large logits are cut off, so those above the limit come out alike: subtract the largest of the column instead, which changes no probability."),
    ("softmax", [("return P", "return exponentials")], STILL_EXPONENTIALS),
    # compute_cost_softmax
    ("compute_cost_softmax", [(COST, "-np.mean(one_hot(Y, ZL.shape[0]) * log_P)")], "You divide by all entries of the table, k times m: only one entry of each column counts, so divide by m."),
    ("compute_cost_softmax", [("/ m", "/ ZL.shape[0]")], "You divide by the number of classes: divide by m, the number of examples."),
    ("compute_cost_softmax", [(" / m", "")], "You return the sum: divide by m, the number of examples."),
    ("compute_cost_softmax", [(LOG, "np.log(softmax(ZL))")], LOG_OF_ZERO),
    ("compute_cost_softmax", [(LOG, "np.log(softmax(ZL) + 1e-8)")], SMALL),
    ("compute_cost_softmax", [(LOG, "np.log(softmax(ZL) + 1e-15)")], SMALL),
    ("compute_cost_softmax", [(LOG, "np.log(softmax(ZL) + 1e-12)")], SMALL),
    ("compute_cost_softmax", [(LOG, "np.log(softmax(ZL) + 1e-10)")], SMALL),
    ("compute_cost_softmax", [(LOG, "np.log(np.clip(softmax(ZL), 1e-15, 1))")], SMALL),
    ("compute_cost_softmax", [(LOG, "np.log(np.maximum(softmax(ZL), 1e-8))")], SMALL),
    ("compute_cost_softmax", [(LOG, "np.log(np.exp(ZL) / np.sum(np.exp(ZL), axis=0))")], "This softmax of your own overflows, and its logarithm cannot be repaired afterwards: log_softmax starts from the logits."),
    ("compute_cost_softmax", [(COST, "-np.sum(one_hot(Y, ZL.shape[0]) * log_P + (1 - one_hot(Y, ZL.shape[0])) * np.log(1 - np.exp(log_P))) / m")], "That is the cost of k separate yes-or-no questions, as with the sigmoid: with the softmax only the logarithm of the right class counts."),
    ("compute_cost_softmax", [(LOG, "log_softmax(softmax(ZL))")], "The softmax is applied twice: ZL are the logits, and log_softmax takes the logits."),
    ("compute_cost_softmax", [(COST, "-np.sum(Y * log_P) / m")], LABELS),
    ("compute_cost_softmax", [(COST, "-np.mean(Y * log_P)")], LABELS),
    ("compute_cost_softmax", [(COST, "-np.sum(log_P[Y[0]]) / m")], "`log_P[Y[0]]` takes whole rows: an entry has two indices, its class and its example."),
    ("compute_cost_softmax", [(COST, "-np.mean(log_P[Y[0]])")], "`log_P[Y[0]]` takes whole rows: an entry has two indices, its class and its example."),
    ("compute_cost_softmax", [("-np.sum", "np.sum")], "The minus is missing: the logarithm of a probability is negative, and a cost is not."),
    ("compute_cost_softmax", [(LOG, "softmax(ZL)")], "The logarithm is missing: that is minus the mean probability of the right class."),
    ("compute_cost_softmax", [(LOG, "ZL")], "These are the logits: the cost needs the logarithms of their probabilities."),
    ("compute_cost_softmax", [(COST, "-np.mean(np.max(log_P, axis=0))")], "You take the largest probability of each column: take that of the right class, which Y names."),
    ("compute_cost_softmax", [(COST, "-np.sum(log_P) / m")], "All classes are added up, as a matrix product does too: only the right class of each column counts."),
    ("compute_cost_softmax", [(COST, "-np.mean(log_P)")], "All classes are averaged: only the right class of each column counts."),
    ("compute_cost_softmax", [(COST, "-log_P[Y[0], np.arange(m)]")], "You return one loss for each example: the cost is their mean."),
    ("compute_cost_softmax", [(COST, "-log_P[Y, np.arange(m)]")], "You return one loss for each example: the cost is their mean."),
    ("compute_cost_softmax", [("log_P[Y[0], np.arange(m)]", "log_P[np.arange(m), Y[0]]")], "The two indices are exchanged: first the row, which is the class, then the column, which is the example."),
    ("compute_cost_softmax", [(LOG, "log_softmax(ZL.T).T")], "The softmax goes along the rows here: log_softmax takes the table as it is, a column for each example."),
    ("compute_cost_softmax", [("Y[0], np", "Y[0] - 1, np")], "The labels are shifted by one: class 0 is the first row."),
    ("compute_cost_softmax", [(COST, "-np.sum(one_hot(Y, ZL.shape[0]) @ log_P.T) / m")], "All classes are added up, as a matrix product does too: only the right class of each column counts."),
    ("compute_cost_softmax", [("np.sum(", "np.median("), (" / m", "")], "That is the median: the cost is the mean."),
    # softmax_cross_entropy_backward
    ("softmax_cross_entropy_backward", [(DZ, f"({DZ}) / Y.shape[1]")], "You divide by m here: each column is the gradient of its own loss, and linear_backward divides later."),
    ("softmax_cross_entropy_backward", [(DZ, f"({DZ}) / ZL.shape[0]")], "You divide by the number of classes: nothing is divided here."),
    ("softmax_cross_entropy_backward", [(DZ, "one_hot(Y, ZL.shape[0]) - softmax(ZL)")], "The difference is the other way round: the probabilities come first, so that the gradient of the right class is negative."),
    ("softmax_cross_entropy_backward", [(DZ, "softmax(ZL) - Y")], "The labels are subtracted as numbers, the same one from a whole column: subtract their one-hot table."),
    ("softmax_cross_entropy_backward", [(DZ, f"P * (1 - P) * ({DZ})"), ("dZL =", "P = softmax(ZL)\n    dZL =")], "The slope P (1 - P) is multiplied once more: formula (5) holds the slope of the softmax already."),
    ("softmax_cross_entropy_backward", [(DZ, "P * (1 - P)"), ("dZL =", "P = softmax(ZL)\n    dZL =")], "That is the slope of each probability along its own logit: the loss depends on the label too, which does not occur here."),
    ("softmax_cross_entropy_backward", [(DZ, f"({DZ}) * one_hot(Y, ZL.shape[0])")], "Only the right class has a gradient: the other logits matter too, because they share the sum of the column."),
    ("softmax_cross_entropy_backward", [(DZ, f"({DZ}) * (1 - one_hot(Y, ZL.shape[0]))")], "The gradient of the right class is missing: it is its probability minus 1."),
    ("softmax_cross_entropy_backward", [(DZ, "softmax(ZL)"), ("    return dZL", "    dZL[Y[0]] -= 1\n    return dZL")], "The 1 is subtracted from whole rows: an entry has two indices, its class and its example."),
    ("softmax_cross_entropy_backward", [(DZ, "softmax(ZL)")], "You return the probabilities: the one-hot table is not subtracted."),
    ("softmax_cross_entropy_backward", [(DZ, "softmax(ZL) - 1")], "The 1 is subtracted everywhere: only the right class of each column loses it."),
    ("softmax_cross_entropy_backward", [(DZ, "ZL - one_hot(Y, ZL.shape[0])")], "The logits stand where the probabilities should: apply the softmax first."),
    ("softmax_cross_entropy_backward", [(DZ, "log_softmax(ZL) - one_hot(Y, ZL.shape[0])")], "The logarithms stand where the probabilities should: formula (5) has the softmax itself."),
    ("softmax_cross_entropy_backward", [(DZ, "softmax(softmax(ZL)) - one_hot(Y, ZL.shape[0])")], "The softmax is applied twice: ZL are the logits, and once makes probabilities of them."),
    ("softmax_cross_entropy_backward", [(DZ, "1 / (1 + np.exp(-np.clip(ZL, -700, 700))) - one_hot(Y, ZL.shape[0])")], "The sigmoid stands where the softmax should: the classes of a column share a probability of 1."),
    ("softmax_cross_entropy_backward", [(DZ, "1 / (1 + np.exp(-ZL)) - one_hot(Y, ZL.shape[0])")], "The sigmoid stands where the softmax should: the classes of a column share a probability of 1."),
    ("softmax_cross_entropy_backward", [(DZ, "-one_hot(Y, ZL.shape[0]) / softmax(ZL)")], "That is the gradient with respect to the probabilities: formula (5) is that with respect to the logits."),
    ("softmax_cross_entropy_backward", [(DZ, f"2 * ({DZ})")], "The gradient is twice too large: there is no factor in front of it."),
    ("softmax_cross_entropy_backward", [(DZ, "softmax(ZL) - one_hot(Y, np.max(Y) + 1)")], "The classes are counted from the labels, which need not show them all: ZL has a row for each class."),
    ("softmax_cross_entropy_backward", [(DZ, "softmax(ZL) - one_hot(Y, 10)")], "The number of classes is fixed at 10: ZL has a row for each class."),
    ("softmax_cross_entropy_backward", [(DZ, "softmax(ZL) - one_hot(Y, 4)")], "The number of classes is fixed at 4: ZL has a row for each class."),
    ("softmax_cross_entropy_backward", [(DZ, "softmax(ZL) - one_hot(Y, Y.shape[1])")], "m stands where the number of classes should: ZL has a row for each class."),
    ("softmax_cross_entropy_backward", [(DZ, "softmax(ZL.T).T - one_hot(Y, ZL.shape[0])")], "The softmax goes along the rows here: it takes the table as it is, a column for each example."),
    ("softmax_cross_entropy_backward", [(DZ, "np.sign(softmax(ZL) - one_hot(Y, ZL.shape[0]))")], "Only the signs are left: the gradient says how far off each probability is."),
    ("softmax_cross_entropy_backward", [(DZ, f"np.abs({DZ})")], "The signs are lost: the gradient of the right class is negative."),
    ("softmax_cross_entropy_backward", [(DZ, f"({DZ}) ** 2")], "The difference is squared: the gradient is the difference itself."),
    # predict_classes
    ("predict_classes", [(LARGEST, "np.argmax(ZL)")], "That is the largest of the whole table: say for each column which row it is, with axis=0."),
    ("predict_classes", [(LARGEST, "np.argmax(ZL, axis=1).reshape(1, -1)")], "That is the largest of each row, and so the number of an example: the largest of each column is its class."),
    ("predict_classes", [(LARGEST, "np.argmax(ZL, axis=1, keepdims=True)")], "That is the largest of each row, and so the number of an example: the largest of each column is its class."),
    ("predict_classes", [(LARGEST, "np.argmax(softmax(ZL), axis=1).reshape(1, -1)")], "That is the largest of each row, and so the number of an example: the largest of each column is its class."),
    ("predict_classes", [(LARGEST, "np.max(ZL, axis=0, keepdims=True)")], "These are the largest logits themselves: return the rows in which they are."),
    ("predict_classes", [(LARGEST, "np.max(softmax(ZL), axis=0, keepdims=True)")], "These are the largest probabilities themselves: return the rows in which they are."),
    ("predict_classes", [(LARGEST, "(softmax(ZL) > 0.5) * 1")], "You ask of each class whether it has more than one half, and it may be that none has: the answer is the class with the largest number."),
    ("predict_classes", [(LARGEST, "(ZL > 0) * 1")], "You ask of each logit whether it is above 0, as with the sigmoid: the answer is the class with the largest."),
    ("predict_classes", [(LARGEST, "np.argmax(softmax(ZL) > 0.5, axis=0).reshape(1, -1)")], "Each class is compared with one half, or rounded, and where none is above it class 0 wins: compare the numbers of a column with each other, as they are."),
    ("predict_classes", [(LARGEST, "np.argmax(np.round(softmax(ZL)), axis=0).reshape(1, -1)")], "Each class is compared with one half, or rounded, and where none is above it class 0 wins: compare the numbers of a column with each other, as they are."),
    ("predict_classes", [(LARGEST, "np.argmin(ZL, axis=0).reshape(1, -1)")], "That is the smallest logit of each column: the answer is the class with the largest."),
    ("predict_classes", [(LARGEST, "np.argmax(ZL, axis=0).reshape(1, -1) + 1")], "The classes are counted from 1: class 0 is the first row."),
    ("predict_classes", [(LARGEST, "np.argmax(np.abs(ZL), axis=0).reshape(1, -1)")], "The signs of the logits are lost: a very negative logit means a small probability."),
    ("predict_classes", [(LARGEST, "one_hot(np.argmax(ZL, axis=0).reshape(1, -1), ZL.shape[0])")], "You return one-hot columns: return the numbers of the classes."),
    ("predict_classes", [(LARGEST, "(ZL == np.max(ZL, axis=0)) * 1")], "You return one-hot columns: return the numbers of the classes."),
    ("predict_classes", [(LARGEST, "np.argsort(ZL, axis=0)")], "You return the whole order of each column: the answer is its last row, the class of the largest logit."),
    ("predict_classes", [(LARGEST, "np.argsort(ZL, axis=0)[:1]")], "That is the smallest logit of each column: the answer is the class with the largest."),
    ("predict_classes", [(LARGEST, "np.argsort(-ZL, axis=0)[1:2]")], "That is the second best class: the answer is the best one."),
    # multiclass_model
    ("multiclass_model", [(COUNT, "")], "t is 0 in the first step, and Adam divides by 1 - beta**0, which is 0: raise t by one before each step."),
    ("multiclass_model", [(COUNT, "            t = epoch + 1\n")], EPOCHS),
    ("multiclass_model", [(COUNT, "            t = 1\n")], "t is 1 in every step: raise it by one in each, because Adam's correction fades as the steps go on."),
    ("multiclass_model", [("        total = 0  #", "        t = 0\n        total = 0  #")], "t begins again at 1 in each epoch: it counts the steps of the whole training."),
    ("multiclass_model", [(COUNT, ""), (ADAM, f"{ADAM}\n{COUNT}".rstrip())], "t is 0 in the first step, and Adam divides by 1 - beta**0, which is 0: raise t by one before each step."),
    ("multiclass_model", [(COUNT, "            t = t + X_batch.shape[1]\n")], "t counts examples: it counts steps, one for each batch."),
    ("multiclass_model", [(COUNT, "            t = t + 2\n")], "t is too large: it is 1 in the first step, and grows by one."),
    ("multiclass_model", [("s, t, learning_rate", "s, t")], "The learning rate does not reach Adam, which then takes its own, 0.01: pass learning_rate."),
    ("multiclass_model", [("s, t, learning_rate", "s, t, 0.003")], "The learning rate is fixed at 0.003: use the argument learning_rate."),
    ("multiclass_model", [("s, t, learning_rate", "s, t, 0.01")], "The learning rate does not reach Adam, which then takes its own, 0.01: pass learning_rate."),
    ("multiclass_model", [(DZL, f"{DZL} / X_batch.shape[1]")], "The gradients are divided by the number of examples twice, because backward_from_logits does it already. (Adam hides such a factor as long as all batches are of one size.)"),
    ("multiclass_model", [(DZL, f"{DZL} / m")], "The gradients are divided by m, and backward_from_logits has divided them by the size of the batch already: leave it to that. (Adam hides such a factor almost entirely.)"),
    ("multiclass_model", [(DZL, f"{DZL} * X_batch.shape[1]")], "The gradients are multiplied by the number of examples in the batch: the cost is a mean, and so is its gradient. (Adam hides such a factor as long as all batches are of one size.)"),
    ("multiclass_model", [(DZL, f"-{DZL}")], "The training climbs: the sign of dZL is wrong."),
    ("multiclass_model", [(" * X_batch.shape[1]", "")], "The cost of a batch is a mean: multiply it by the number of its examples before you add it, so that total / m is the mean over all."),
    ("multiclass_model", [(" * X_batch.shape[1]", " * mini_batch_size")], "The last batch may be a small one: multiply its cost by the number of examples that it has."),
    ("multiclass_model", [(" * X_batch.shape[1]", " * m")], "Each batch is counted as if it had all m examples: multiply its cost by the number of its own."),
    ("multiclass_model", [(TOTAL, TOTAL.replace("total + ", ""))], "The cost of the last batch is left alone: add the costs of all batches of the epoch to total."),
    ("multiclass_model", [(PASS, "forward_to_logits(X, parameters)"), ("(ZL, Y_batch)", "(ZL, Y)"), ("X_batch.shape[1]", "m / -(-m // mini_batch_size)")], "Each step is made on all examples: the batches are there so that a step is made on one of them."),
    ("multiclass_model", [(PASS, "forward_to_logits(X, parameters)"), ("(ZL, Y_batch)", "(ZL, Y)")], "Each step is made on all examples: the batches are there so that a step is made on one of them."),
    ("multiclass_model", [(PASS, "forward_to_logits(X, parameters)"), ("(ZL, Y_batch)", "(ZL, Y)"), ("X_batch.shape[1]", "m")], "Each step is made on all examples: the batches are there so that a step is made on one of them."),
    ("multiclass_model", [("compute_cost_softmax(ZL,", "compute_cost_softmax(softmax(ZL),")], "The softmax is applied twice in the cost: compute_cost_softmax takes the logits."),
    ("multiclass_model", [("backward(ZL,", "backward(softmax(ZL),")], "The softmax is applied twice in the gradient: softmax_cross_entropy_backward takes the logits. (The network still learns, slowly.)"),
    ("multiclass_model", [("(ZL, Y_batch)", "(softmax(ZL), Y_batch)")], "The softmax is applied twice, in the cost and in the gradient: both functions take the logits. (The network still learns, slowly.)"),
    ("multiclass_model", [("parameters, v, s = update", "parameters, _, _ = update")], "v and s of each step are lost: the next step goes on from them, so they keep their names."),
    ("multiclass_model", [("parameters, v, s = update", "parameters, v, _ = update")], "s of each step is lost: the next step goes on from it."),
    ("multiclass_model", [("parameters, v, s = update", "parameters, _, s = update")], "v of each step is lost: the next step goes on from it."),
    ("multiclass_model", [("parameters, v, s = update", "_, v, s = update")], "The parameters do not move: give the new ones the name of the old."),
    ("multiclass_model", [("parameters, v, s = update", "parameters, s, v = update")], "v and s are exchanged: Adam returns the parameters, v and s in this order."),
    ("multiclass_model", [(ADAM, 'parameters = {name: parameters[name] - learning_rate * grads["d" + name] for name in parameters}')], "That is a step of gradient descent: the step is made by Adam, with v, s and t."),
    ("multiclass_model", [("            total = " + TOTAL + "\n", ""), (ADAM, ADAM + "\n            ZL, caches = forward_to_logits(X_batch, parameters)\n            total = " + TOTAL)], "The cost of a batch is computed after the step: it is that of the logits before it."),
    ("multiclass_model", [("    return parameters, costs", "    return parameters")], "The costs are missing from what you return."),
    ("multiclass_model", [("return parameters, costs", "return costs, parameters")], "The results are the other way round: first the parameters, then the costs."),
    # confusion_matrix
    ("confusion_matrix", [(ADD, "counts[predictions[0, j], Y[0, j]] += 1")], "Rows and columns are exchanged: the row is the label, the column is the prediction."),
    ("confusion_matrix", [(LOOP, "counts[Y[0], predictions[0]] += 1")], ONCE),
    ("confusion_matrix", [(LOOP, "counts[predictions[0], Y[0]] += 1")], "Rows and columns are exchanged, and a pair that occurs several times is counted once: the row is the label, and each example adds 1."),
    ("confusion_matrix", [("(n_classes, n_classes)", "(np.max(Y) + 1, np.max(Y) + 1)")], "The number of classes is counted from the labels, and a class that does not occur gets lost: use the argument n_classes."),
    ("confusion_matrix", [("(n_classes, n_classes)", "(max(np.max(Y), np.max(predictions)) + 1,) * 2")], "The number of classes is counted from what occurs, and a class that does not gets lost: use the argument n_classes."),
    ("confusion_matrix", [("(n_classes, n_classes)", "(len(np.unique(Y)),) * 2")], "The number of classes is counted from the labels, and a class that does not occur gets lost: use the argument n_classes."),
    ("confusion_matrix", [("(n_classes, n_classes)", "(10, 10)")], "The number of classes is fixed at 10: use the argument n_classes."),
    ("confusion_matrix", [(ADD, f"if Y[0, j] != predictions[0, j]:\n            {ADD}")], "Only the mistakes are counted: the right answers belong on the diagonal."),
    ("confusion_matrix", [(ADD, f"if Y[0, j] == predictions[0, j]:\n            {ADD}")], "Only the right answers are counted: the mistakes are what the matrix is for."),
    ("confusion_matrix", [("    return counts", "    return counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)")], "You return the shares of each row: return the counts."),
    ("confusion_matrix", [("    return counts", "    return counts / np.maximum(counts.sum(axis=0, keepdims=True), 1)")], "You return the shares of each column: return the counts."),
    ("confusion_matrix", [("    return counts", "    return counts / Y.shape[1]")], "You return shares of all examples: return the counts."),
    ("confusion_matrix", [("range(Y.shape[1])", "range(n_classes)")], "The loop runs over the classes: it runs over the examples, of which there are Y.shape[1]."),
    ("confusion_matrix", [("range(Y.shape[1])", "range(Y.shape[0])")], "Only the first example is counted: a `return` within the loop ends it, and a range over Y.shape[0] has one entry. The number of examples is Y.shape[1]."),
    ("confusion_matrix", [("range(Y.shape[1])", "range(len(Y))")], "Only the first example is counted: a `return` within the loop ends it, and a range over Y.shape[0] has one entry. The number of examples is Y.shape[1]."),
    ("confusion_matrix", [("range(Y.shape[1])", "range(1, Y.shape[1])")], "The first example is missing: examples are counted from 0."),
    ("confusion_matrix", [("range(Y.shape[1])", "range(Y.shape[1] - 1)")], "The last example is missing: a range ends before its end."),
    ("confusion_matrix", [("counts[Y[0, j]", "counts[Y[0, j] - 1"), ("predictions[0, j]]", "predictions[0, j] - 1]")], "The classes are counted from 1: class 0 is the first row and the first column."),
    ("confusion_matrix", [("    return counts", "    return counts.sum(axis=1)")], "You return one number for each class: the matrix has a number for each pair of classes."),
    ("confusion_matrix", [("    return counts", "        return counts")], "Only the first example is counted: a `return` within the loop ends it, and a range over Y.shape[0] has one entry. The number of examples is Y.shape[1]."),
    ("confusion_matrix", [("np.zeros(", "np.ones(")], "The counts begin at 1: they begin at 0."),
    # calibration
    ("calibration", [(BINS, "(confidence * n_bins).astype(int)")], OF_SIZE_1),
    ("calibration", [(BINS, "(confidence * n_bins).astype(int)\n    counts[bins] += 0")], OF_SIZE_1),
    ("calibration", [(BINS, "(confidence * n_bins).astype(int) % n_bins")], "A confidence of exactly 1 ends up in the first bin: it belongs to the last one."),
    ("calibration", [(BINS, "(confidence * (n_bins - 1)).astype(int)")], "The confidence is multiplied by n_bins - 1, so the bins are too wide: multiply by n_bins, and keep the confidence of 1 in the last bin."),
    ("calibration", [("(confidence * n_bins).astype(int)", "np.round(confidence * n_bins).astype(int)")], "The number of the bin is rounded to the nearest: round it down."),
    ("calibration", [("(confidence * n_bins).astype(int)", "np.ceil(confidence * n_bins).astype(int)")], "The number of the bin is rounded up, and bins are counted from 0: round it down."),
    ("calibration", [(BINS, "np.digitize(confidence, np.linspace(0, 1, n_bins + 1))")], "`np.digitize` counts the bins from 1: here they are counted from 0. (And a confidence of 1 belongs to the last one.)"),
    ("calibration", [("(confidence * n_bins).astype(int), n_bins - 1", "(confidence * 10).astype(int), 9")], "The number of bins is fixed at 10: use the argument n_bins."),
    ("calibration", [("confidence * n_bins", "(confidence - confidence.min()) / max(confidence.max() - confidence.min(), 1e-300) * n_bins")], "The bins go from the lowest confidence to the highest: they go from 0 to 1."),
    ("calibration", [(BINS, "np.digitize(confidence, np.histogram(confidence, bins=n_bins)[1][1:-1])")], "The bins go from the lowest confidence to the highest: they go from 0 to 1."),
    ("calibration", [(LARGEST_P, "probabilities[Y[0], np.arange(Y.shape[1])]")], "You take the probability of the right class: the confidence is that of the prediction, right or wrong."),
    ("calibration", [(LARGEST_P, "np.min(probabilities, axis=0)")], "You take the smallest probability of each column: the confidence is the largest."),
    ("calibration", [(LARGEST_P, "np.max(probabilities, axis=1)")], "You take the largest probability of each row, which is a class: an example is a column."),
    ("calibration", [(RIGHT, "predictions == Y")], "`predictions == Y` has two axes, and the confidences have one: compare the rows themselves, predictions[0] and Y[0]."),
    ("calibration", [(RIGHT, "predictions[0] != Y[0]")], "These are the shares of wrong predictions: count the right ones."),
    *(
        ("calibration", [("np.sum(inside)", count), (SOME, "if np.any(inside):")], "`len(inside)` counts all examples: `inside` says yes or no of each, and its sum counts those in the bin.")
        for count in ("len(inside)", "len(inside) * np.any(inside)")
    ),
    ("calibration", [(MEAN_P, "np.sum(confidence[inside])")], "The confidences of a bin are added up: take their mean."),
    ("calibration", [(MEAN_RIGHT, "np.sum(right[inside])")], "The right predictions of a bin are counted: take their share of the examples in the bin."),
    ("calibration", [(MEAN_P, "np.sum(confidence[inside])"), (MEAN_RIGHT, "np.sum(right[inside])")], "Confidences and right predictions are added up: take their means in each bin."),
    ("calibration", [(MEAN_P, "np.sum(confidence[inside]) / Y.shape[1]"), (MEAN_RIGHT, "np.sum(right[inside]) / Y.shape[1]")], "You divide by m, the number of all examples: divide by the number of examples in the bin."),
    ("calibration", [(MEAN_RIGHT, "np.sum(right[inside]) / Y.shape[1]")], "The share of right predictions is that of all examples: divide by the number of examples in the bin."),
    ("calibration", [(SOME, "if True:")], "An empty bin has no mean, and NumPy makes nan of it: leave its numbers at 0."),
    ("calibration", [(MEAN_P, "(k + 0.5) / n_bins")], "You return the middles of the bins: the mean of the confidences in a bin is asked for."),
    ("calibration", [(MEAN_P, "np.median(confidence[inside])")], "That is the median of the confidences: take their mean."),
    ("calibration", [("= " + MEAN_RIGHT, "= np.mean(right)")], "Every bin gets the accuracy of all examples: take only those in the bin."),
    ("calibration", [("= " + MEAN_P, "= np.mean(confidence)")], "Every bin gets the mean confidence of all examples: take only those in the bin."),
    ("calibration", [(THREE, "return counts, accuracies, confidences")], "Confidences and accuracies are exchanged: the confidences come first."),
    ("calibration", [(THREE, "return counts / Y.shape[1], confidences, accuracies")], "You return shares of all examples: counts are numbers of examples."),
    ("calibration", [(THREE, "return confidences, accuracies")], "The counts are missing from what you return: they come first."),
    ("calibration", [(THREE, "return counts, confidences, accuracies, np.sum(counts * np.abs(confidences - accuracies)) / Y.shape[1]")], "You return a fourth thing: return the counts, the confidences and the accuracies alone."),
    ("calibration", [("range(n_bins)", "range(1, n_bins)")], "The first bin is missing: bins are counted from 0."),
    ("calibration", [("range(n_bins)", "range(n_bins - 1)")], "The last bin is missing: a range ends before its end."),
    ("calibration", [("bins == k", "bins <= k")], "Each bin holds the ones below it too: an example belongs to one bin."),
    ("calibration", [(THREE, "return tuple(numbers[counts > 0] for numbers in (counts, confidences, accuracies))")], "Empty bins are left out: there are n_bins numbers of each kind, and 0 in an empty bin."),
]  # fmt: skip

OTHER_SPELLINGS = [
    # one_hot
    ("one_hot", [(".T", "")], ROWS[:30]),
    ("one_hot", [("[:, Y[0]]", "[Y]")], THREE_AXES[:30], "columns of the identity"),
    ("one_hot", [("np.zeros((n_classes, m))", "np.zeros((Y.max() + 1, m))")], COUNTED[:30], "in a loop"),
    ("one_hot", [("Y_hot[Y[0, j], j]", "Y_hot[Y[0, j]]")], WHOLE_ROWS[:30], "in a loop"),
    ("one_hot", [("Y_hot[Y[0, j], j]", "Y_hot[Y[0, j] - 1, j]")], "The 1 is a row too high", "in a loop"),
    ("one_hot", [("range(n_classes)", "range(10)")], "The number of classes is fixed at 10", "lists"),
    ("one_hot", [(".astype(float)", "")], "should hold float64 numbers, and yours holds bool", "a comparison with a column"),
    ("one_hot", [("1.0 if", "1 if"), ("else 0.0", "else 0")], "should hold float64 numbers", "lists"),
    ("one_hot", [("[Y.reshape(-1)].T", "[Y.reshape(-1)].reshape(n_classes, -1)")], "`reshape` reads"),
    ("one_hot", [("1.0, 0.0", "0.0, 1.0")], "Zeros and ones are exchanged", "np.where in a helper"),
    ("one_hot", [(".reshape(-1, 1)", "")], "do not fit entry by entry", "a comparison with a column"),
    ("one_hot", [("1.0 if", "float(label) if")], "The label itself", "lists"),
    # softmax
    ("softmax", [("    Z = Z - np.max(Z, axis=0)\n", "")], OVERFLOW[:30]),
    ("softmax", [("np.max(Z, axis=0)", "np.max(Z)")], WHOLE_MAXIMUM[:30]),
    ("softmax", [("np.sum(e, axis=0)", "np.sum(e)")], "Everything is divided by the sum"),
    ("softmax", [("T = Z.T", "T = Z"), ("True)).T", "True))")], "That is the softmax of each row", "along the rows of the transpose"),
    ("softmax", [("np.exp(log_softmax(Z))", "log_softmax(Z)")], "These are the logarithms", "the exponential of log_softmax"),
    ("softmax", [("sum(np.exp(z))", "max(np.exp(z))")], STILL_EXPONENTIALS[:30], "column by column"),
    ("softmax", [(" / sum(np.exp(z))", "")], STILL_EXPONENTIALS[:30], "column by column"),
    ("softmax", [("np.exp(z) / sum(np.exp(z))", "z / sum(z)")], "The exponentials are missing", "column by column"),
    ("softmax", [("np.exp(z) / sum(np.exp(z))", "1 / (1 + np.exp(-np.clip(Z[:, j], -600, 600)))")], "That is the sigmoid", "column by column"),
    ("softmax", [("sum(np.exp(z))", "(sum(np.exp(z)) + 1e-8)")], "A small number is added", "column by column"),
    ("softmax", [("Z = Z - np.max", "Z = Z + np.max")], OVERFLOW[:30]),
    ("softmax", [("np.exp(z) / sum(np.exp(z))", "1 / (1 + np.exp(-Z[:, j]))")], "That is the sigmoid", "column by column"),
    ("softmax", [("P = Z.copy()", "P = Z")], "has changed its argument Z", "a copy, changed in place"),
    # compute_cost_softmax
    ("compute_cost_softmax", [("log_softmax(ZL)", "np.log(softmax(ZL))")], LOG_OF_ZERO[:30]),
    ("compute_cost_softmax", [("log_softmax(ZL)", "np.log(softmax(ZL) + 1e-8)")], SMALL[:30]),
    ("compute_cost_softmax", [("log_softmax(ZL)", "np.log(softmax(ZL) + 1e-12)")], SMALL[:30]),
    ("compute_cost_softmax", [("one_hot(Y, ZL.shape[0])", "Y")], LABELS[:30]),
    ("compute_cost_softmax", [("-np.sum(", "-np.mean("), (" / m", "")], "You divide by all entries"),
    ("compute_cost_softmax", [(" / m", "")], "You return the sum"),
    ("compute_cost_softmax", [("-np.sum", "np.sum")], "The minus is missing"),
    ("compute_cost_softmax", [("log_softmax(ZL)", "log_softmax(softmax(ZL))")], "The softmax is applied twice", "the mean of the picked entries"),
    ("compute_cost_softmax", [("log_softmax(ZL)", "softmax(ZL)")], "The logarithm is missing", "np.take_along_axis"),
    ("compute_cost_softmax", [("float(-np.mean(picked))", "-picked[0]")], "You return one loss for each example", "np.take_along_axis"),
    ("compute_cost_softmax", [("log_P[Y[0, j], j]", "log_P[:, j].max()")], "You take the largest probability", "in a loop"),
    ("compute_cost_softmax", [("log_P[Y[0, j], j]", "log_P[:, j].sum()")], "All classes are added up", "in a loop"),
    ("compute_cost_softmax", [("[Y[0], range(ZL.shape[1])]", "[Y[0]]")], "`log_P[Y[0]]` takes whole rows", "the mean of the picked entries"),
    ("compute_cost_softmax", [("total / m", "total / len(ZL)")], "You divide by the number of classes", "in a loop"),
    # softmax_cross_entropy_backward
    ("softmax_cross_entropy_backward", [("return dZL", "return dZL / m")], "You divide by m here"),
    ("softmax_cross_entropy_backward", [("dZL[Y[0], range(m)] -= 1", "dZL[Y[0]] -= 1")], "The 1 is subtracted from whole rows"),
    ("softmax_cross_entropy_backward", [("    dZL[Y[0], range(m)] -= 1\n", "")], "You return the probabilities"),
    ("softmax_cross_entropy_backward", [("(np.arange(ZL.shape[0])[:, None] == Y)", "Y")], "The labels are subtracted as numbers", "a comparison instead of the table"),
    ("softmax_cross_entropy_backward", [("np.exp(log_softmax(ZL))", "1 / (1 + np.exp(-ZL))")], "The sigmoid stands where", "the exponential of log_softmax"),
    ("softmax_cross_entropy_backward", [("np.exp(log_softmax(ZL))", "log_softmax(ZL)")], "The logarithms stand where", "the exponential of log_softmax"),
    ("softmax_cross_entropy_backward", [("return P", "return P * softmax(ZL) * (1 - softmax(ZL))")], "The slope P (1 - P)", "the table subtracted in place"),
    ("softmax_cross_entropy_backward", [("return P", "return -P")], "The difference is the other way round", "the table subtracted in place"),
    ("softmax_cross_entropy_backward", [("dZL[Y[0], range(m)] -= 1", "dZL -= 1")], "The 1 is subtracted everywhere"),
    ("softmax_cross_entropy_backward", [("P[i, j] - (i == y)", "(P[i, j] - 1) * (i == y)")], "Only the right class has a gradient", "entry by entry"),
    ("softmax_cross_entropy_backward", [("P = softmax(ZL)", "P = softmax(softmax(ZL))")], "The softmax is applied twice", "entry by entry"),
    ("softmax_cross_entropy_backward", [("P[i, j] - (i == y)", "P[i, j] * (1 - P[i, j])")], "That is the slope of each probability", "entry by entry"),
    # predict_classes
    ("predict_classes", [("axis=0", "axis=1")], "That is the largest of each row", "of the probabilities"),
    ("predict_classes", [(", axis=0, keepdims=True", "")], "That is the largest of the whole table"),
    ("predict_classes", [("np.argmax(ZL, axis=0, keepdims=True)", "np.max(ZL, 0, keepdims=True)")], "These are the largest logits"),
    ("predict_classes", [("[np.newaxis, :]", "")], "This is a 1-D array", "of the probabilities"),
    ("predict_classes", [("[-1:]", "[:1]")], "That is the smallest logit", "the last of the sorted"),
    ("predict_classes", [("np.argmax(ZL[:, j])", "np.argmax(ZL[:, j]) + 1")], "The classes are counted from 1", "in a loop"),
    ("predict_classes", [("return (np.arange(len(ZL)) @ is_largest).reshape(1, -1)", "return is_largest.astype(int)")], "You return one-hot columns", "the row that equals the maximum"),
    ("predict_classes", [("np.argmax(A, axis=0)", "np.argmax(A > 0.5, axis=0)")], "Each class is compared with one half", "of the probabilities"),
    ("predict_classes", [("return (np.arange(len(ZL)) @ is_largest).reshape(1, -1)", "return (ZL > 0).astype(int)")], "You ask of each logit", "the row that equals the maximum"),
    ("predict_classes", [("[-1:]", "[-2:-1]")], "That is the second best class", "the last of the sorted"),
    ("predict_classes", [("reshape((1, ZL.shape[1]))", "reshape((ZL.shape[1], 1))")], "It is the right array, transposed", "a champion, row by row"),
    # multiclass_model
    ("multiclass_model", [("            t += 1\n", "")], "t is 0 in the first step"),
    ("multiclass_model", [("t = epoch * len(batches) + number", "t = epoch + 1")], EPOCHS[:20], "t computed, and a share of the mean"),
    ("multiclass_model", [("t = epoch * len(batches) + number", "t = number")], "t begins again at 1 in each epoch", "t computed, and a share of the mean"),
    ("multiclass_model", [("s, t, learning_rate", "s, t")], "The learning rate does not reach Adam"),
    ("multiclass_model", [(" * Y_batch.shape[1]", "")], "The cost of a batch is a mean"),
    ("multiclass_model", [("parameters, v, s = update", "parameters, *_ = update")], "v and s of each step are lost"),
    ("multiclass_model", [("backward(ZL,", "backward(softmax(ZL),")], "The softmax is applied twice in the gradient"),
    ("multiclass_model", [("compute_cost_softmax(ZL,", "compute_cost_softmax(softmax(ZL),")], "The softmax is applied twice in the cost"),
    ("multiclass_model", [("backward_from_logits(softmax_cross_entropy_backward(ZL, Y_batch)", "backward_from_logits(softmax_cross_entropy_backward(ZL, Y_batch) / Y_batch.shape[1]")], "The gradients are divided by the number of examples twice"),
    ("multiclass_model", [("backward_from_logits(softmax(ZL) - Y_hot", "backward_from_logits(Y_hot - softmax(ZL)")], "The training climbs", "losses from the one-hot table"),
    ("multiclass_model", [("(x.shape[1] / X.shape[1])", "(mini_batch_size / X.shape[1])")], "The last batch may be a small one", "t computed, and a share of the mean"),
    ("multiclass_model", [("return parameters, costs", "return parameters")], "The costs are missing"),
    ("multiclass_model", [("parameters, v, s = results", "parameters, s, v = results")], "v and s are exchanged", "losses from the one-hot table"),
    # confusion_matrix
    ("confusion_matrix", [("counts[truth, answer]", "counts[answer, truth]")], "Rows and columns are exchanged: the row"),
    ("confusion_matrix", [("counts[truth, answer] += 1", "counts[truth, answer] = 1")], ONCE[:30]),
    ("confusion_matrix", [("zip(Y[0], predictions[0])", "zip(Y, predictions)")], ONCE[:30]),
    ("confusion_matrix", [("np.add.at(counts, (Y[0], predictions[0]), 1)", "counts[(Y[0], predictions[0])] += 1")], ONCE[:30], "np.add.at"),
    ("confusion_matrix", [("counts[truth, answer] += 1", "if truth != answer:\n            counts[truth, answer] += 1")], "Only the mistakes are counted"),
    ("confusion_matrix", [("    return counts", "    return counts / counts.sum()")], "You return shares of all examples"),
    ("confusion_matrix", [("predictions, n_classes).T", "predictions, n_classes).T / Y.size")], "You return shares of all examples", "a product of one-hot tables"),
    ("confusion_matrix", [("one_hot(Y, n_classes) @ one_hot(predictions, n_classes).T", "one_hot(predictions, n_classes) @ one_hot(Y, n_classes).T")], "Rows and columns are exchanged: the row", "a product of one-hot tables"),
    ("confusion_matrix", [("np.zeros((n_classes, n_classes), dtype=int)", "np.zeros((10, 10), dtype=int)")], "The number of classes is fixed at 10"),
    ("confusion_matrix", [("    return counts", "        return counts")], "Only the first example is counted"),
    # calibration
    ("calibration", [("    bins[bins == n_bins] = n_bins - 1\n", "")], OF_SIZE_1[:30]),
    ("calibration", [("min(int(p * n_bins), n_bins - 1)", "int(p * n_bins)")], OF_SIZE_1[:30], "one example after the other"),
    ("calibration", [("probabilities[predictions[0, j], j]", "probabilities[Y[0, j], j]")], "You take the probability of the right class", "one example after the other"),
    ("calibration", [("hits / some", "hits")], "The right predictions of a bin are counted", "one example after the other"),
    ("calibration", [("sums / some, hits / some", "hits / some, sums / some")], "Confidences and accuracies are exchanged", "one example after the other"),
    ("calibration", [("sums / some, hits / some", "sums / Y.size, hits / Y.size")], "You divide by m", "one example after the other"),
    ("calibration", [("        if mask.any():\n            counts", "        if True:\n            counts")], "An empty bin has no mean"),
    ("calibration", [("if n else 0.0", "")], "An empty bin has no mean", "edges, closed above"),
    ("calibration", [("bins=n_bins, range=(0, 1)", "bins=n_bins")], "The bins go from the lowest confidence", "np.histogram"),
    ("calibration", [("probabilities.max(axis=0)", "probabilities.max(axis=1)")], "You take the largest probability of each row"),
    ("calibration", [("(predictions == Y)", "(predictions != Y)")], "These are the shares of wrong predictions"),
    ("calibration", [("np.floor(p * n_bins)", "np.round(p * n_bins)")], "The number of the bin is rounded to the nearest", "bincount with weights"),
    ("calibration", [("(predictions == Y).reshape(-1)", "(predictions == Y)")], "`predictions == Y` has two axes"),
    ("calibration", [("counts[k] = mask.sum()", "counts[k] = len(mask)")], "`len(inside)` counts all"),
    ("calibration", [("return counts, sums", "return counts / counts.sum(), sums")], "You return shares of all examples", "np.histogram"),
]  # fmt: skip

NOT_YET_NAMED = []

UNEXPLAINED = {
    "one_hot": [
        [(PUT, "Y_hot[Y[0, 0], 0] = 1")],
        [(PUT, "Y_hot[Y[0, 1:], np.arange(1, m)] = 1")],
        [(PUT, "Y_hot[np.minimum(Y[0], 3), np.arange(m)] = 1")],
        [(PUT, "Y_hot[Y[0], np.arange(m)] = 0.999999")],
        [(ZEROS, f"{ZEROS} + 1e-8")],
        [(ZEROS, "np.zeros((max(n_classes, 4), m))")],
        [(ZEROS, "np.zeros((n_classes, m), dtype=np.float32)")],
        [(PUT, "Y_hot[np.sort(Y[0]), np.arange(m)] = 1")],
        [(PUT, "Y_hot[Y[0], np.argsort(Y[0])] = 1")],
    ],
    "softmax": [
        [(EXP, EXP.replace("np.exp(", "np.exp2("))],
        [(EXP, EXP.replace("np.exp(", "np.expm1("))],
        [(P, f"np.round({P}, 6)")],
        [(P, f"np.float32({P})")],
        [(P, f"np.clip({P}, 1e-6, 1)")],
        [(EXP, "np.exp(Z - np.max(Z[:, :1]))")],
        [(EXP, "np.exp(np.clip(Z, -50, 50) - np.max(np.clip(Z, -50, 50), axis=0))")],
        [(EXP, EXP.replace("- np.max", "/ np.max"))],
        [(SUM, "(np.sum(exponentials, axis=0, keepdims=True) - exponentials)")],
        [(P, f"({P}) ** 2")],
    ],
    "compute_cost_softmax": [
        [(COST, f"round({COST}, 6)")],
        [(COST, f"min({COST}, 100.0)")],
        [("/ m", "/ (m - 1)")],
        [("/ m", "/ 3")],
        [("log_P[Y[0], np", "log_P[Y[0] % 3, np")],
        [("np.arange(m)]", "np.arange(m)[::-1]]")],
        [(COST, f"{COST} + 0.5 * np.sum(ZL**2) * 1e-6")],
        [(COST, "np.sum((softmax(ZL) - one_hot(Y, ZL.shape[0])) ** 2) / m")],
        [(LOG, "np.log2(np.exp(log_softmax(ZL)) + 1e-300)")],
        [(LOG, "log_softmax(ZL / 2)")],
    ],
    "softmax_cross_entropy_backward": [
        [(DZ, f"np.round({DZ}, 6)")],
        [(DZ, f"np.clip({DZ}, -0.9, 0.9)")],
        [(DZ, "softmax(ZL) - one_hot(Y % 3, ZL.shape[0])")],
        [(DZ, "softmax(ZL) - one_hot(Y[:, ::-1], ZL.shape[0])")],
        [(DZ, "softmax(ZL) - 0.9 * one_hot(Y, ZL.shape[0])")],
        [(DZ, "softmax(ZL / 2) - one_hot(Y, ZL.shape[0])")],
        [(DZ, f"({DZ}).mean(axis=1, keepdims=True)")],
        [(DZ, f"({DZ}) / 3")],
        [(DZ, "softmax(ZL - ZL.mean()) - one_hot(predict_classes(ZL), ZL.shape[0])")],
    ],
    "predict_classes": [
        [(LARGEST, "np.argmax(ZL[:4], axis=0).reshape(1, -1)")],
        [(LARGEST, "np.argmax(ZL[1:], axis=0).reshape(1, -1) + 1")],
        [(LARGEST, "np.argmax(np.round(ZL), axis=0).reshape(1, -1)")],
        [(LARGEST, "np.argmax(np.maximum(ZL, 0), axis=0).reshape(1, -1)")],
        [(LARGEST, "np.argmax(np.clip(ZL, -5, 5), axis=0).reshape(1, -1)")],
        [(LARGEST, "np.minimum(np.argmax(ZL, axis=0), 3).reshape(1, -1)")],
        [(LARGEST, "np.argmax(ZL - ZL.mean(axis=1, keepdims=True), axis=0).reshape(1, -1)")],
        [(LARGEST, "np.argmax(ZL, axis=0).reshape(1, -1)[:, ::-1]")],
        [(LARGEST, "np.argmax(ZL**2, axis=0).reshape(1, -1)")],
    ],
    "multiclass_model": [
        [("seed + epoch", "seed")],
        [("initialize_parameters_he(layers_dims, seed)", "initialize_parameters_he(layers_dims)")],
        [("total / m", "total / mini_batch_size")],
        [("num_epochs)", "min(num_epochs, 5))")],
        [(ADAM, ADAM.replace("learning_rate", "learning_rate / (1 + 0.1 * epoch)"))],
        [(ADAM, ADAM.replace("learning_rate", "learning_rate, 0.9, 0.99"))],
        [(ADAM, ADAM.replace("learning_rate", "min(learning_rate, 0.06)"))],
        [("    costs = []", "    costs = [compute_cost_softmax(forward_to_logits(X, parameters)[0], Y)]")],
        [("mini_batch_size, seed + epoch", "5, seed + epoch")],
        [("mini_batch_size, seed + epoch", "64, seed + epoch")],
        [("costs.append(total / m)", "costs = costs + [total / m] if epoch % 2 == 0 else costs")],
        [("for epoch in range(num_epochs):\n", "for epoch in range(num_epochs):\n        v, s = initialize_adam(parameters)\n")],
        [(DZL, f"np.clip({DZL}, -0.5, 0.5)")],
        [("learning_rate=0.003", "learning_rate=0.001")],
        [("num_epochs=50", "num_epochs=40")],
        [("mini_batch_size=64", "mini_batch_size=4")],
        [("seed=1", "seed=2")],
    ],
    "confusion_matrix": [
        [(ADD, "counts[Y[0, j], predictions[0, j]] += 2")],
        [("    return counts", "    return counts + counts.T")],
        [("    return counts", "    return np.minimum(counts, 2)")],
        [("(n_classes, n_classes)", "(max(n_classes, 3), max(n_classes, 3))")],
        [("range(Y.shape[1])", "range(min(7, Y.shape[1]))")],
        [("    return counts", "    return counts[::-1, ::-1]")],
        [("    return counts", "    return counts[:3, :3]")],
        [("dtype=int", "dtype=bool")],
        [("    return counts", "    return counts % 4")],
    ],
    "calibration": [
        [("n_bins=10", "n_bins=5")],
        [(MEAN_P, f"round({MEAN_P}, 4)")],
        [(MEAN_RIGHT, "np.max(right[inside])")],
        [(MEAN_P, "np.max(confidence[inside])")],
        [("counts[k] > 0", "counts[k] > 1")],
        [("counts[k] = np.sum(inside)", "counts[k] = np.any(inside)")],
        [(BINS, "np.minimum((confidence * n_bins).astype(int), n_bins - 2)")],
        [(BINS, "np.minimum((confidence**2 * n_bins).astype(int), n_bins - 1)")],
        [(BINS, "np.minimum((confidence * 5).astype(int), n_bins - 1)")],
        [(LARGEST_P, "np.sort(probabilities, axis=0)[-2]")],
        [(RIGHT, "(predictions[0] == Y[0]) & (confidence > 0.5)")],
        [("confidences = np.zeros(n_bins)", "confidences = np.full(n_bins, 0.5)")],
        [("accuracies = np.zeros(n_bins)", "accuracies = np.ones(n_bins)")],
    ],
}  # fmt: skip


# Conditions on the arguments: a mutant is right only where one of them holds


def _classes_and_examples(read):
    """Conditions on k and m, which read(*arguments) finds."""

    def on(condition):
        return lambda *arguments: condition(*read(*arguments))

    return {
        "four classes": on(lambda k, m: k == 4),
        "more than three classes": on(lambda k, m: k > 3),
        "as many classes as examples": on(lambda k, m: k == m),
        "more classes than examples": on(lambda k, m: k > m),
        "more examples than classes": on(lambda k, m: m > k),
        "more than one example": on(lambda k, m: m > 1),
    }


LOGITS = _classes_and_examples(lambda ZL, *more: ZL.shape) | {
    "small logits": lambda ZL, *more: np.abs(ZL).max() < 500,
    "columns near each other": lambda ZL, *more: np.ptp(ZL.max(axis=0)) < 500,
    "no large logit": lambda ZL, *more: ZL.max() < 500,
}
LABELED = LOGITS | {
    "class 2 occurs": lambda ZL, Y: (Y == 2).any(),
    "class 0 first or last": lambda ZL, Y: 0 in (Y[0, 0], Y[0, -1]),
    "some label above 1": lambda ZL, Y: Y.max() > 1,
}

RIGHT_ONLY_IF = {
    "one_hot": _classes_and_examples(lambda Y, k: (k, Y.shape[1]))
    | {
        "every class occurs": lambda Y, k: len(np.unique(Y)) == k,
        "the last class occurs": lambda Y, k: Y.max() == k - 1,
        "class 0 occurs": lambda Y, k: (Y == 0).any(),
        "a label occurs twice": lambda Y, k: len(np.unique(Y)) < Y.size,
    },
    "softmax": LOGITS,
    "compute_cost_softmax": LABELED,
    "softmax_cross_entropy_backward": LABELED,
    "predict_classes": _classes_and_examples(lambda ZL: ZL.shape)
    | {
        "some logit above 0": lambda ZL: ZL.max() > 0,
        "small logits": lambda ZL: np.abs(ZL).max() < 100,
        "class 3 is named": lambda ZL: (ZL.argmax(axis=0) == 3).any(),
        "several classes are named": lambda ZL: len(np.unique(ZL.argmax(axis=0))) > 1,
    },
    "multiclass_model": {
        "two layers": lambda X, Y, dims, *more: len(dims) == 3,
        "more than one layer": lambda X, Y, dims, *more: len(dims) > 2,
        "at most two layers": lambda X, Y, dims, *more: len(dims) < 4,
        "more than one example": lambda X, *more: X.shape[1] > 1,
        "several batches": lambda X, Y, dims, rate=0.003, epochs=50, size=64, *more: (
            X.shape[1] > size
        ),
        "a rest": lambda X, Y, dims, rate=0.003, epochs=50, size=64, *more: X.shape[1] % size > 0,
        "several epochs": lambda X, Y, dims, rate=0.003, epochs=50, *more: epochs > 1,
        "the rate passed in": lambda X, Y, dims, *more: len(more) > 0,
        "the size passed in": lambda X, Y, dims, *more: len(more) > 2,
        "the seed passed in": lambda X, Y, dims, *more: len(more) > 3,
    },
    "confusion_matrix": _classes_and_examples(lambda predictions, Y, k: (k, Y.shape[1]))
    | {
        "some predictions right": lambda predictions, Y, k: (predictions == Y).any(),
        "some predictions wrong": lambda predictions, Y, k: (predictions != Y).any(),
        "every class occurs": lambda predictions, Y, k: len(np.unique(Y)) == k,
        "few examples": lambda predictions, Y, k: Y.shape[1] < 10,
    },
    "calibration": {
        "five bins": lambda P, predictions, Y, n_bins=10: n_bins == 5,
        "several bins": lambda P, predictions, Y, n_bins=10: n_bins > 1,
        "the bins passed in": lambda *a: len(a) == 4,
        "three classes": lambda P, *more: len(P) == 3,
        "more than one example": lambda P, *more: P.shape[1] > 1,
        "a confidence of 1": lambda P, *more: P.max() == 1,
        "no confidence of 1": lambda P, *more: P.max() < 1,
        "some predictions right": lambda P, predictions, Y, *more: (predictions == Y).any(),
        "some predictions wrong": lambda P, predictions, Y, *more: (predictions != Y).any(),
        "few examples": lambda P, *more: P.shape[1] < 10,
    },
}
