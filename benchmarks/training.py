"""How long a step of gradient descent takes: `python benchmarks/training.py`, about a minute.

A step is forward, backward and update, in float64, on random examples. Three do it in turn: the
functions of notebook 04; PyTorch on the CPU, where it is installed; and the matrix products of
the step alone, on arrays made before, to show what is left to win around them. Prints the median
time of each and its ratio to that of the products, once with one thread and once with two; on a
machine that does something else as well, two threads mean little. PyTorch does one product less:
it does not compute dA0, which the notebook returns.
"""

import importlib.util
import os
import subprocess
import sys
from itertools import pairwise
from statistics import median
from time import perf_counter, sleep

import numpy as np

from solved.notebook_04 import L_model_backward, L_model_forward, update_parameters

NETS = {  # the sizes of the layers, the number of examples
    "digit pairs": ([128, 20, 7, 5, 1], 4000),
    "64 x 64 x 3 images": ([12288, 20, 7, 5, 1], 209),
}
RATE = 0.01
SECONDS = 12  # how long one net is measured
STEPS = 20  # of a turn
# Before a turn: for a while after a product the threads of BLAS go on in circles, on the
# processor that the next one needs.
PAUSE = 0.2  # seconds


def data(sizes, m):
    """Inputs X (n_0, m), labels Y (1, m) and parameters: W1 (n_1, n_0), b1 (n_1, 1), ..."""
    rng = np.random.default_rng(0)
    parameters = {}
    for layer, (n_prev, n) in enumerate(pairwise(sizes), start=1):
        parameters[f"W{layer}"] = rng.normal(size=(n, n_prev)) / np.sqrt(n_prev)
        parameters[f"b{layer}"] = np.zeros((n, 1))
    X = rng.uniform(size=(sizes[0], m))
    return X, rng.integers(0, 2, size=(1, m)), parameters


def ours(X, Y, parameters):
    """A function that takes one step with the functions of the notebook, and returns W1."""

    def step():
        nonlocal parameters
        AL, caches = L_model_forward(X, parameters)
        grads = L_model_backward(AL, Y, caches)
        parameters = update_parameters(parameters, grads, RATE)
        return parameters["W1"]

    return step


def pytorch(X, Y, parameters):
    """A function that takes one step in PyTorch, and returns W1."""
    import torch

    torch.set_num_threads(int(os.environ["OMP_NUM_THREADS"]))
    layers = []
    for layer in range(1, len(parameters) // 2 + 1):
        n, n_prev = parameters[f"W{layer}"].shape
        linear = torch.nn.Linear(n_prev, n, dtype=torch.float64)
        with torch.no_grad():
            linear.weight.copy_(torch.tensor(parameters[f"W{layer}"]))
            linear.bias.copy_(torch.tensor(parameters[f"b{layer}"][:, 0]))
        layers += [linear, torch.nn.ReLU()]
    net = torch.nn.Sequential(*layers[:-1], torch.nn.Sigmoid())
    descent = torch.optim.SGD(net.parameters(), lr=RATE)
    cost = torch.nn.BCELoss()
    # PyTorch has an example in a row.
    x, y = torch.tensor(X.T.copy()), torch.tensor(Y.T.astype(float))

    def step():
        descent.zero_grad()
        cost(net(x), y).backward()
        descent.step()
        return net[0].weight.detach().numpy()

    return step


def products(X, Y, parameters):
    """A function that computes the matrix products of one step and nothing else."""
    layers, A_prev = [], X
    for layer in range(1, len(parameters) // 2 + 1):
        W = parameters[f"W{layer}"]
        A = np.ones((len(W), X.shape[1]))  # dZ has its shape
        layers.append((W, A_prev, A))
        A_prev = A

    def step():
        for W, A_prev, dZ in layers:
            np.dot(W, A_prev)
            np.dot(dZ, A_prev.T)
            np.dot(W.T, dZ)

    return step


def milliseconds(steps):
    """The median time of each of these functions, which take turns of STEPS calls.

    Arguments:
        steps: {name: function}.

    Returns:
        {name: milliseconds}.
    """
    times = {name: [] for name in steps}
    end = perf_counter() + SECONDS
    while perf_counter() < end:
        for name, step in steps.items():
            sleep(PAUSE)
            for _ in range(STEPS):
                start = perf_counter()
                step()
                times[name].append(1000 * (perf_counter() - start))
    return {name: median(those) for name, those in times.items()}


def measure():
    """Print the rows of the table for the number of threads of this process.

    Raises:
        AssertionError: PyTorch's step leads to other weights than ours.
    """
    rows = {"notebook 04": ours, "PyTorch": pytorch, "products alone": products}
    if not importlib.util.find_spec("torch"):
        del rows["PyTorch"]
    for net, (sizes, m) in NETS.items():
        X, Y, parameters = data(sizes, m)
        steps = {name: make(X, Y, dict(parameters)) for name, make in rows.items()}
        if "PyTorch" in steps:
            np.testing.assert_allclose(steps["PyTorch"](), steps["notebook 04"](), atol=1e-12)
        times = milliseconds(steps)
        for name, time in times.items():
            ratio = time / times["products alone"]
            threads = os.environ["OMP_NUM_THREADS"]
            print(f"{net:20} {threads:>7}  {name:16} {time:8.2f} {ratio:8.2f}", flush=True)


def environment(threads):
    """The variables of a process that measures with so many threads, a string."""
    blas = "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS", "OMP_NUM_THREADS"
    # Whether malloc of Linux gives the memory of a step back and fetches it again for the next
    # depends on what the process did before, and costs more than the step. So it keeps it.
    malloc = "MALLOC_MMAP_THRESHOLD_", "MALLOC_TRIM_THRESHOLD_"
    return os.environ | dict.fromkeys(blas, threads) | dict.fromkeys(malloc, str(2**30))


def main():
    print(f"{'net':20} {'threads':>7}  {'step by':16} {'ms':>8} {'ratio':>8}", flush=True)
    for threads in ("1", "2"):
        # BLAS reads the number of its threads when it is loaded, so each gets a process.
        command = [sys.executable, __file__, "measure"]
        subprocess.run(command, env=environment(threads), check=True)
    if not importlib.util.find_spec("torch"):
        print("PyTorch is not installed: `python -m pip install torch` adds its rows.")


if __name__ == "__main__":
    measure() if sys.argv[1:] == ["measure"] else main()
