"""How long a learner waits for the tests of the exercises: `python benchmarks/exercise_tests.py`.

Prints for each exercise the median of 20 warm runs on the master's solution, and on a function that
returns nothing, for which the engine also looks for the cause.
"""

import contextlib
import io
from statistics import median
from time import perf_counter

from authoring.masters import exercises, masters, solutions


def milliseconds(test, function, runs=20):
    """The median time of one run of a test, after one to warm up."""
    times = []
    for _ in range(runs + 1):
        start = perf_counter()
        with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(AssertionError):
            test(function)
        times.append(1000 * (perf_counter() - start))
    return median(times[1:])


def main():
    for master in masters():
        solved, total = solutions(master), [0, 0]
        print(f"{master.stem:40} {'right':>8} {'wrong':>8}   (ms)")
        for name, test in exercises(master).tests.items():
            row = milliseconds(test, solved[name]), milliseconds(test, lambda *_: None)
            total = [so_far + one for so_far, one in zip(total, row, strict=True)]
            print(f"{name:40} {row[0]:8.2f} {row[1]:8.2f}")
        print(f"{'all':40} {total[0]:8.2f} {total[1]:8.2f}\n")


if __name__ == "__main__":
    main()
