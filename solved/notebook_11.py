"""The functions of notebook 11, solved. Spoilers!

Made by `python -m authoring make` from the solved notebook. Do not edit it: run that again.
"""

import numpy as np

from dnn_tools.logits import backward_from_logits, forward_to_logits
from solved.notebook_07 import initialize_parameters_he, log_softmax
from solved.notebook_09 import initialize_adam, random_mini_batches, update_parameters_with_adam


def one_hot(Y, n_classes):
    """Labels as columns with a single 1.

    Arguments:
        Y: array of shape (1, m), the labels: whole numbers from 0 to n_classes - 1.
        n_classes: the number of classes, k.

    Returns:
        Y_hot: float64 array of shape (n_classes, m); in each column a 1 in the row of its label,
            and zeros elsewhere.
    """
    m = Y.shape[1]

    Y_hot = np.zeros((n_classes, m))
    Y_hot[Y[0], np.arange(m)] = 1

    return Y_hot


def softmax(Z):
    """The softmax of each column. (That of notebook 01 has the same name and takes rows.)

    Arguments:
        Z: array of shape (k, m), the logits: a row for each class, a column for each example.

    Returns:
        P: array of shape (k, m), the probabilities, formula (3). Each column sums to 1.
    """
    exponentials = np.exp(Z - np.max(Z, axis=0, keepdims=True))
    P = exponentials / np.sum(exponentials, axis=0, keepdims=True)

    return P


def compute_cost_softmax(ZL, Y):
    """The cross-entropy of k classes, from the logits.

    Arguments:
        ZL: array of shape (k, m), the logits.
        Y: array of shape (1, m), the labels: whole numbers from 0 to k - 1.

    Returns:
        cost: a number, the mean over the examples of minus the logarithm of the probability of
            the right class, formula (4). It is right for logits of any size.
    """
    m = Y.shape[1]

    log_P = log_softmax(ZL)
    cost = -np.sum(log_P[Y[0], np.arange(m)]) / m

    return cost


def softmax_cross_entropy_backward(ZL, Y):
    """The gradient of each example's loss with respect to its logits.

    Arguments:
        ZL: array of shape (k, m), the logits.
        Y: array of shape (1, m), the labels: whole numbers from 0 to k - 1.

    Returns:
        dZL: array of shape (k, m), formula (5), not divided by m.
    """
    dZL = softmax(ZL) - one_hot(Y, ZL.shape[0])

    return dZL


def predict_classes(ZL):
    """The class that a network names for each example.

    Arguments:
        ZL: array of shape (k, m), the logits.

    Returns:
        predictions: array of shape (1, m), from 0 to k - 1: the row of the largest logit of each
            column.
    """
    predictions = np.argmax(ZL, axis=0).reshape(1, -1)

    return predictions


def multiclass_model(
    X, Y, layers_dims, learning_rate=0.003, num_epochs=50, mini_batch_size=64, seed=1
):
    """Train a network with one output for each class, in batches, with Adam.

    Arguments:
        X: array of shape (n_0, m), the examples.
        Y: array of shape (1, m), the labels: whole numbers from 0 to k - 1.
        layers_dims: list of the sizes of the layers, [n_0, n_1, ..., k].
        learning_rate: the rate of Adam.
        num_epochs: how often all examples are used.
        mini_batch_size: the number of examples in a batch.
        seed: of the start; the batches of epoch e are drawn from seed + e.

    Returns:
        parameters: dictionary with W1, b1, ..., WL, bL after the last step.
        costs: list with a number for each epoch, the mean cost of its examples, each computed
            before the step on its batch.
    """
    m = X.shape[1]
    parameters = initialize_parameters_he(layers_dims, seed)
    v, s = initialize_adam(parameters)
    t = 0  # the number of steps so far, over all epochs
    costs = []

    for epoch in range(num_epochs):
        total = 0  # of the costs of all examples in this epoch
        for X_batch, Y_batch in random_mini_batches(X, Y, mini_batch_size, seed + epoch):
            ZL, caches = forward_to_logits(X_batch, parameters)
            total = total + compute_cost_softmax(ZL, Y_batch) * X_batch.shape[1]
            dZL = softmax_cross_entropy_backward(ZL, Y_batch)
            grads = backward_from_logits(dZL, caches)
            t = t + 1
            parameters, v, s = update_parameters_with_adam(
                parameters, grads, v, s, t, learning_rate
            )
        costs.append(total / m)

    return parameters, costs


def confusion_matrix(predictions, Y, n_classes):
    """How often which class was taken for which.

    Arguments:
        predictions: array of shape (1, m), whole numbers from 0 to n_classes - 1.
        Y: array of shape (1, m), the labels, likewise.
        n_classes: the number of classes, k.

    Returns:
        counts: array of shape (n_classes, n_classes): the row is the label, the column is the
            prediction.
    """
    counts = np.zeros((n_classes, n_classes), dtype=int)

    for j in range(Y.shape[1]):
        counts[Y[0, j], predictions[0, j]] += 1

    return counts


def calibration(probabilities, predictions, Y, n_bins=10):
    """How sure a network is, and how often it is right, bin by bin.

    Arguments:
        probabilities: array of shape (k, m), the softmax of the logits. The confidence of an
            example is the largest number of its column, the probability of its prediction.
        predictions: array of shape (1, m), the row of this number.
        Y: array of shape (1, m), the labels.
        n_bins: the number of bins, of equal width, from 0 to 1.

    Returns:
        counts: array of shape (n_bins,), the number of examples in each bin.
        confidences: array of shape (n_bins,), the mean confidence in each bin, 0 in an empty one.
        accuracies: array of shape (n_bins,), the share of right predictions in each bin, 0 in an
            empty one.
    """
    counts = np.zeros(n_bins, dtype=int)
    confidences = np.zeros(n_bins)
    accuracies = np.zeros(n_bins)

    confidence = np.max(probabilities, axis=0)
    right = predictions[0] == Y[0]
    bins = np.minimum((confidence * n_bins).astype(int), n_bins - 1)

    for k in range(n_bins):
        inside = bins == k
        counts[k] = np.sum(inside)
        if counts[k] > 0:
            confidences[k] = np.mean(confidence[inside])
            accuracies[k] = np.mean(right[inside])

    return counts, confidences, accuracies
