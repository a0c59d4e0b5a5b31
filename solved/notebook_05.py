"""The functions of notebook 05, solved. Spoilers!

Made by `python -m authoring make` from the solved notebook. Do not edit it: run that again.
"""

import numpy as np

from solved.notebook_04 import L_model_forward, compute_cost


def forward_propagation(x, theta):
    """The model with one parameter, forward.

    Arguments:
        x: a number, the input.
        theta: a number, the parameter.

    Returns:
        J: the number theta * x.
    """
    J = theta * x

    return J


def backward_propagation(x, theta):
    """The model with one parameter, backward.

    Arguments:
        x: a number, the input.
        theta: a number, the parameter.

    Returns:
        dtheta: a number, the derivative of J = theta * x with respect to theta.
    """
    dtheta = x

    return dtheta


def gradient_check(x, theta, epsilon=1e-7, print_msg=False):
    """Compare backward_propagation with the slope of forward_propagation.

    Arguments:
        x: a number, the input.
        theta: a number, the parameter.
        epsilon: the step to either side, a positive number.
        print_msg: whether to print a verdict.

    Returns:
        difference: a number, equation (3).
    """
    J_plus = forward_propagation(x, theta + epsilon)
    J_minus = forward_propagation(x, theta - epsilon)
    gradapprox = (J_plus - J_minus) / (2 * epsilon)
    grad = backward_propagation(x, theta)
    numerator = np.linalg.norm(grad - gradapprox)
    denominator = np.linalg.norm(grad) + np.linalg.norm(gradapprox)
    difference = numerator / denominator

    if print_msg:
        print("right" if difference < 1e-7 else "something is wrong", "- difference:", difference)
    return difference


def dictionary_to_vector(parameters):
    """All arrays of a dictionary in one column, one below the other.

    Arguments:
        parameters: dictionary of arrays with two axes, with any keys.

    Returns:
        theta: array of shape (n, 1), all their numbers: the arrays in the order of the
            dictionary, each row by row.
    """
    theta = np.concatenate([array.reshape(-1, 1) for array in parameters.values()])

    return theta


def vector_to_dictionary(theta, shapes):
    """The arrays that dictionary_to_vector has put into a column.

    Arguments:
        theta: array of shape (n, 1).
        shapes: dictionary with the shape of each array, in the order of the column.

    Returns:
        parameters: dictionary with the keys of shapes, an array of that shape for each.
    """
    parameters = {}

    start = 0
    for name, (rows, columns) in shapes.items():
        end = start + rows * columns
        parameters[name] = theta[start:end].reshape(rows, columns)
        start = end

    return parameters


def gradient_check_n(parameters, gradients, X, Y, epsilon=1e-7, print_msg=False):
    """Compare gradients with the slopes of the cost.

    Arguments:
        parameters: dictionary with W1, b1, ..., WL, bL. They are not changed.
        gradients: dictionary with dW1, db1, ..., dWL, dbL in any order, and perhaps more.
        X: array of shape (n_0, m), the input.
        Y: array of shape (1, m), the labels.
        epsilon: the step to either side, a positive number.
        print_msg: whether to print a verdict.

    Returns:
        difference: a number, equation (3).
    """
    shapes = {name: array.shape for name, array in parameters.items()}

    theta = dictionary_to_vector(parameters)
    grad = dictionary_to_vector({name: gradients["d" + name] for name in parameters})
    gradapprox = np.zeros_like(theta)

    for i in range(len(theta)):
        theta_plus = theta.copy()
        theta_plus[i] += epsilon
        AL, _ = L_model_forward(X, vector_to_dictionary(theta_plus, shapes))
        J_plus = compute_cost(AL, Y)

        theta_minus = theta.copy()
        theta_minus[i] -= epsilon
        AL, _ = L_model_forward(X, vector_to_dictionary(theta_minus, shapes))
        J_minus = compute_cost(AL, Y)

        gradapprox[i] = (J_plus - J_minus) / (2 * epsilon)

    numerator = np.linalg.norm(grad - gradapprox)
    denominator = np.linalg.norm(grad) + np.linalg.norm(gradapprox)
    difference = numerator / denominator

    if print_msg:
        print("right" if difference < 1e-7 else "something is wrong", "- difference:", difference)
    return difference


def find_the_bug(backward):
    """Name the parameter whose gradient a backward pass gets wrong.

    Arguments:
        backward: function; backward(parameters, X, Y) returns a dictionary with dW1, db1, ...,
            dWL, dbL in any order. At most one of them is wrong, of the first three layers.

    Returns:
        name: "W1", "b1", "W2", "b2", "W3" or "b3", whose gradient is wrong; "" if none is.
    """
    parameters, X, Y = random_network([2, 3, 2, 1], m=5, seed=21)
    grads = backward(parameters, X, Y)

    shapes = {key: array.shape for key, array in parameters.items()}
    theta = dictionary_to_vector(parameters)
    gradapprox = np.zeros_like(theta)
    for i in range(len(theta)):
        costs = []
        for step in (1e-6, -1e-6):
            moved = theta.copy()
            moved[i] += step
            AL, _ = L_model_forward(X, vector_to_dictionary(moved, shapes))
            costs.append(compute_cost(AL, Y))
        gradapprox[i] = (costs[0] - costs[1]) / 2e-6
    approx = vector_to_dictionary(gradapprox, shapes)

    name, largest = "", 1e-4
    for key in parameters:
        grad = grads["d" + key]
        size = np.linalg.norm(grad) + np.linalg.norm(approx[key])
        difference = np.linalg.norm(grad - approx[key]) / size
        if difference > largest:
            name, largest = key, difference

    return name


def backward_propagation_n(parameters, X, Y):
    """The gradients of a network of three layers: relu, relu, sigmoid.

    Arguments:
        parameters: dictionary with W1, b1, W2, b2, W3, b3.
        X: array of shape (n_0, m), the input.
        Y: array of shape (1, m), the labels.

    Returns:
        grads: dictionary with dW3, db3, dW2, db2, dW1, db1.
    """
    m = X.shape[1]
    A3, caches = L_model_forward(X, parameters)
    (A1, W2, _), _ = caches[1]  # what went into layer 2, and its weights
    (A2, W3, _), _ = caches[2]  # the same of layer 3

    dZ3 = A3 - Y
    dW3 = dZ3 @ A2.T / m
    db3 = np.sum(dZ3, axis=1, keepdims=True) / m
    dA2 = W3.T @ dZ3
    dZ2 = dA2 * (A2 > 0)
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dA1 = W2.T @ dZ2
    dZ1 = dA1 * (A1 > 0)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m

    return {"dW3": dW3, "db3": db3, "dW2": dW2, "db2": db2, "dW1": dW1, "db1": db1}
