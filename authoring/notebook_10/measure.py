"""Measure one training step of a network of many widths: NumPy, PyTorch, PyTorch on a GPU.

    python -m authoring.notebook_10.measure            print the table
    python -m authoring.notebook_10.measure --write    write datasets/step_seconds_by_width.csv

PyTorch, and a GPU, are measured where they are. The stored table was measured with NumPy 2.5.2 and
PyTorch 2.11 on 16 processor cores and one NVIDIA H200; another machine has other seconds.
"""

import csv
import sys
from collections.abc import Callable, Iterator
from time import perf_counter

import numpy as np
from tqdm import tqdm

from authoring import datasets
from solved.notebook_04 import L_model_backward, L_model_forward, update_parameters

RESULTS = datasets.DATASETS / "step_seconds_by_width.csv"
FIELDS = "where", "dtype", "units", "seconds", "runs"
UNITS = 5, 20, 64, 128, 256, 512, 1024, 2048
ON_A_GPU = 4096  # units that only a GPU is asked for
INPUTS, EXAMPLES, RATE = 128, 4000, 0.01
SECONDS, RUNS = 4.0, 200  # a setting is measured for so long, and at most so often


def start(units: int, dtype: str) -> tuple[np.ndarray, np.ndarray, dict]:
    """X of shape (128, 4000), Y of shape (1, 4000), and the parameters of 128-n-n-n-1."""
    random = np.random.RandomState(0)
    sizes, parameters = [INPUTS, units, units, units, 1], {}
    for layer in range(1, len(sizes)):
        n, n_prev = sizes[layer], sizes[layer - 1]
        parameters[f"W{layer}"] = (random.randn(n, n_prev) * np.sqrt(2 / n_prev)).astype(dtype)
        parameters[f"b{layer}"] = np.zeros((n, 1), dtype)
    X = random.rand(INPUTS, EXAMPLES).astype(dtype)
    return X, (random.rand(1, EXAMPLES) > 0.5).astype(dtype), parameters


def numpy_step(units: int, dtype: str) -> Callable[[], None]:
    """A training step with the functions of notebook 04."""
    X, Y, parameters = start(units, dtype)

    def step():
        nonlocal parameters
        AL, caches = L_model_forward(X, parameters)
        parameters = update_parameters(parameters, L_model_backward(AL, Y, caches), RATE)

    return step


def torch_step(units: int, dtype: str, device: str) -> Callable[[], None]:
    """The same step in PyTorch, on "cpu" or "cuda"."""
    import torch

    X, Y, parameters = start(units, dtype)
    X, Y = torch.tensor(X, device=device), torch.tensor(Y, device=device)
    tensors = {
        name: torch.tensor(array, device=device, requires_grad=True)
        for name, array in parameters.items()
    }

    def step():
        A, L = X, len(tensors) // 2
        for layer in range(1, L + 1):
            Z = tensors[f"W{layer}"] @ A + tensors[f"b{layer}"]
            A = torch.relu(Z) if layer < L else torch.sigmoid(Z)
        torch.nn.functional.binary_cross_entropy(A, Y).backward()
        with torch.no_grad():
            for tensor in tensors.values():
                tensor -= RATE * tensor.grad
                tensor.grad = None
        if device == "cuda":
            torch.cuda.synchronize()

    return step


def seconds(step: Callable[[], None], limit: float = SECONDS) -> tuple[float, int]:
    """The median time of a step, in seconds, and how often it ran; the first three do not count.

    Arguments:
        limit: how long to measure, in seconds.
    """
    for _ in range(3):
        step()
    times, begin = [], perf_counter()
    while len(times) < RUNS and (not times or perf_counter() - begin < limit):
        before = perf_counter()
        step()
        times.append(perf_counter() - before)
    return float(np.median(times)), len(times)


def settings() -> Iterator[tuple[str, str, int, Callable[[int, str], Callable[[], None]]]]:
    """(where, dtype, units, what makes the step) of all that can be measured here."""
    ways = {"NumPy, CPU": numpy_step}
    try:
        import torch
    except ImportError:
        print("PyTorch is not installed: NumPy alone is measured.")
    else:
        ways["PyTorch, CPU"] = lambda units, dtype: torch_step(units, dtype, "cpu")
        if torch.cuda.is_available():
            ways["PyTorch, GPU"] = lambda units, dtype: torch_step(units, dtype, "cuda")
    for units in (*UNITS, ON_A_GPU):
        for dtype in ("float64", "float32"):
            for where, make in ways.items():
                if units != ON_A_GPU or where == "PyTorch, GPU":
                    yield where, dtype, units, make


def main():
    rows = []
    for where, dtype, units, make in tqdm(list(settings()), unit="setting"):
        median, runs = seconds(make(units, dtype))
        rows.append((where, dtype, units, f"{median:.3e}", runs))
    file = RESULTS.open("w", encoding="utf-8", newline="") if "--write" in sys.argv else sys.stdout
    csv.writer(file, lineterminator="\n").writerows([FIELDS, *rows])


if __name__ == "__main__":
    main()
