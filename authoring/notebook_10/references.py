"""The answers of the exercises that need PyTorch, computed without it.

Expected answers, mistakes and mutants are made of these, so neither an author nor a grader needs
PyTorch. Each imports what it uses, because its text is all that is taken.
"""


def torch_forward(X, parameters):
    import numpy as np

    L = len(parameters) // 2
    A = X
    for layer in range(1, L + 1):
        W, b = parameters["W" + str(layer)], parameters["b" + str(layer)]
        Z = W @ A + b
        A = np.maximum(Z, 0) if layer < L else 1 / (1 + np.exp(-Z))
    return A


def torch_gradients(X, Y, parameters):
    import numpy as np

    from solved.notebook_04 import L_model_backward, L_model_forward

    AL, caches = L_model_forward(X, parameters)
    grads = L_model_backward(AL, Y, caches)
    return {"d" + name: np.array(grads["d" + name]) for name in parameters}
