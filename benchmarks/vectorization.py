"""How much faster a layer is than its loops: `python benchmarks/vectorization.py`, half a minute.

Notebook 01 draws it: `linear_forward_loop` against `W @ A + b` in float64. Prints for layers of n
units, n inputs and n examples, and for ten units on the 1,297 training digits, the median time of
each in microseconds and how many times faster the product is; once with one thread of BLAS and
once with two.
"""

import os
import subprocess
import sys
from statistics import median
from time import perf_counter

import numpy as np

from authoring.masters import masters, module_name, solutions

SIZES = (2, 4, 8, 16, 32, 64, 128, 256)
DIGITS = (10, 64, 1297)  # units, inputs, examples


def seconds(function, runs):
    """The median time of some calls, after one to warm up where there are several."""
    times = []
    for _ in range(runs + (runs > 1)):
        start = perf_counter()
        function()
        times.append(perf_counter() - start)
    return median(times[runs > 1 :])


def times(loop, n, n_prev, m, runs=5):
    """The seconds of the loop and of the product on a random layer."""
    rng = np.random.default_rng(0)
    A, W, b = (rng.normal(size=shape) for shape in ((n_prev, m), (n, n_prev), (n, 1)))
    few = runs if n * n_prev * m < 10**6 else 1
    return seconds(lambda: loop(A, W, b), few), seconds(lambda: W @ A + b, 20 * runs)


def measure():
    (master,) = (path for path in masters() if module_name(path) == "notebook_01")
    loop = solutions(master)["linear_forward_loop"]
    print(f"{'units, inputs, examples':24} {'loops':>12} {'W @ A + b':>12} {'times faster':>13}")
    for sizes in [(n, n, n) for n in SIZES] + [DIGITS]:
        slow, fast = times(loop, *sizes)
        label = ", ".join(map(str, sizes))
        print(f"{label:24} {1e6 * slow:12,.1f} {1e6 * fast:12,.1f} {slow / fast:13,.0f}")


def main():
    for threads in "1", "2":
        print(f"{threads} thread{'s' * (threads > '1')} of BLAS", flush=True)
        # BLAS reads the number of its threads when it is loaded, so each gets a process.
        blas = "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"
        variables = os.environ | dict.fromkeys([*blas, "OMP_NUM_THREADS"], threads)
        subprocess.run([sys.executable, __file__, "measure"], env=variables, check=True)


if __name__ == "__main__":
    measure() if sys.argv[1:] == ["measure"] else main()
