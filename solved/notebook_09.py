"""The functions of notebook 09, solved. Spoilers!

Made by `python -m authoring make` from the solved notebook. Do not edit it: run that again.
"""

import numpy as np


def update_parameters_with_gd(parameters, grads, learning_rate):
    """One step of gradient descent, equation (1).

    Arguments:
        parameters: dictionary with W1, b1, ..., WL, bL.
        grads: dictionary with dW1, db1, ..., dWL, dbL, each of the shape of its parameter; it may
            hold more, as the one of L_model_backward does (dA0, dA1, ...).
        learning_rate: the length of the step, a positive number.

    Returns:
        new_parameters: a new dictionary with W1, b1, ..., WL, bL after the step.
    """
    new_parameters = {}

    for name in parameters:  # "W1", "b1", "W2", ...
        new_parameters[name] = parameters[name] - learning_rate * grads["d" + name]

    return new_parameters


def random_mini_batches(X, Y, mini_batch_size=64, seed=0):
    """Deal the examples out into batches, in a random order.

    Arguments:
        X: array of shape (n_x, m), the examples.
        Y: array of shape (n_y, m), their labels; n_y may be more than 1.
        mini_batch_size: the number of examples in a batch, at least 1.
        seed: the seed of the order.

    Returns:
        mini_batches: list of pairs (X_batch, Y_batch), of shapes (n_x, size) and (n_y, size). Every
            example is in exactly one of them. All have mini_batch_size examples, but for the last
            one, which takes what is left and is never empty.
    """
    np.random.seed(seed)  # the same seed, the same order
    m = X.shape[1]

    permutation = np.random.permutation(m)
    X_shuffled = X[:, permutation]
    Y_shuffled = Y[:, permutation]

    mini_batches = []

    for start in range(0, m, mini_batch_size):
        end = start + mini_batch_size
        mini_batches.append((X_shuffled[:, start:end], Y_shuffled[:, start:end]))

    return mini_batches


def initialize_velocity(parameters):
    """The velocity before the first step: zero for every parameter.

    Arguments:
        parameters: dictionary with W1, b1, ..., WL, bL.

    Returns:
        v: dictionary with dW1, db1, ..., dWL, dbL: zeros, each of the shape of its parameter.
    """
    v = {}

    for name in parameters:
        v["d" + name] = np.zeros(parameters[name].shape)

    return v


def update_parameters_with_momentum(parameters, grads, v, beta, learning_rate):
    """One step of gradient descent with momentum, equations (3) and (4).

    Arguments:
        parameters: dictionary with W1, b1, ..., WL, bL.
        grads: dictionary with dW1, db1, ..., dWL, dbL; it may hold more (dA0, dA1, ...).
        v: dictionary with dW1, db1, ..., dWL, dbL, the velocity so far.
        beta: how much of the old velocity is kept, from 0 to below 1.
        learning_rate: the length of the step, a positive number.

    Returns:
        new_parameters: a new dictionary with W1, b1, ..., WL, bL after the step.
        new_v: a new dictionary with dW1, db1, ..., dWL, dbL, the new velocity.
    """
    new_parameters, new_v = {}, {}

    for name in parameters:
        new_v["d" + name] = beta * v["d" + name] + (1 - beta) * grads["d" + name]
        new_parameters[name] = parameters[name] - learning_rate * new_v["d" + name]

    return new_parameters, new_v


def initialize_adam(parameters):
    """Both averages of Adam before the first step: zero for every parameter.

    Arguments:
        parameters: dictionary with W1, b1, ..., WL, bL.

    Returns:
        v: dictionary with dW1, db1, ..., dWL, dbL: zeros, each of the shape of its parameter.
        s: another dictionary like it.
    """
    v, s = {}, {}

    for name in parameters:
        v["d" + name] = np.zeros(parameters[name].shape)
        s["d" + name] = np.zeros(parameters[name].shape)

    return v, s


def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """One step of Adam, equations (5) to (9).

    Arguments:
        parameters: dictionary with W1, b1, ..., WL, bL.
        grads: dictionary with dW1, db1, ..., dWL, dbL; it may hold more (dA0, dA1, ...).
        v: dictionary with dW1, db1, ..., the average of the gradients so far.
        s: dictionary with dW1, db1, ..., the average of their squares so far, no entry below 0.
        t: the number of this step, counted from 1.
        learning_rate: the length of the step, a positive number.
        beta1: how much of the old v is kept, from 0 to below 1.
        beta2: how much of the old s is kept, from 0 to below 1.
        epsilon: a small positive number, so that nothing is divided by 0.

    Returns:
        new_parameters: a new dictionary with W1, b1, ..., WL, bL after the step.
        new_v: a new dictionary with the new average of the gradients, not corrected.
        new_s: a new dictionary with the new average of their squares, not corrected.
    """
    new_parameters, new_v, new_s = {}, {}, {}

    for name in parameters:
        new_v["d" + name] = beta1 * v["d" + name] + (1 - beta1) * grads["d" + name]
        new_s["d" + name] = beta2 * s["d" + name] + (1 - beta2) * grads["d" + name] ** 2
        v_corrected = new_v["d" + name] / (1 - beta1**t)
        s_corrected = new_s["d" + name] / (1 - beta2**t)
        step = learning_rate * v_corrected / (np.sqrt(s_corrected) + epsilon)
        new_parameters[name] = parameters[name] - step

    return new_parameters, new_v, new_s


def update_lr(learning_rate0, epoch_num, decay_rate):
    """The learning rate of an epoch: it falls a little with each one, equation (10).

    Arguments:
        learning_rate0: the rate of epoch 0, a positive number.
        epoch_num: the number of the epoch, a whole number from 0.
        decay_rate: how fast the rate falls, 0 or more.

    Returns:
        learning_rate: the rate of this epoch, a number.
    """
    learning_rate = learning_rate0 / (1 + decay_rate * epoch_num)

    return learning_rate


def schedule_lr_decay(learning_rate0, epoch_num, decay_rate, time_interval=1000):
    """The learning rate of an epoch: it falls in stairs, equation (11).

    Arguments:
        learning_rate0: the rate of epoch 0, a positive number.
        epoch_num: the number of the epoch, a whole number from 0.
        decay_rate: how much the rate falls at a stair, 0 or more.
        time_interval: the number of epochs on a stair, a whole number, at least 1.

    Returns:
        learning_rate: the rate of this epoch, a number.
    """
    learning_rate = learning_rate0 / (1 + decay_rate * np.floor(epoch_num / time_interval))

    return learning_rate
