"""The secret cases of each student: drawn from the seed of the run and the student's name.

So no submission can pass an answer on: what one was asked, no other is asked. The same seed draws
the same cases for the same student.
"""

import functools
import hashlib
import pickle
from pathlib import Path

from authoring import expected
from authoring.masters import run_solutions
from grading.assignment import Assignment, AssignmentError

_kept = {}


def keep(packed: bytes) -> bytes:
    """Keep an assignment for the processes that this one forks.

    Returns:
        a digest of few bytes, by which they know it.
    """
    digest = hashlib.sha256(packed).digest()
    _kept[digest] = packed
    return digest


@functools.lru_cache(maxsize=4)
def unpacked(packed: bytes) -> Assignment:
    """The assignment that was packed, unpacked once in each process."""
    return pickle.loads(_kept.get(packed, packed))


def secret_tables(packed: bytes, student: str) -> dict[str, dict]:
    """What the tests compare with for one student, see `Exercises.graded`.

    Arguments:
        packed: the bytes of an Assignment, or what `keep` has returned for them.
        student: whose submission is tested.

    Raises:
        AssignmentError: the master and what is written about its exercises do not agree.
    """
    assignment = unpacked(packed)
    try:
        path, solved, public = _solved(packed)
        seed = student_seed(assignment.seed, student)
        return expected.secret_tables(path, seed, solved, public)
    except (ValueError, ImportError) as error:
        raise AssignmentError(f"{assignment.name} cannot be graded: {error}") from error


def student_seed(seed: int, student: str) -> int:
    """The seed of a student's cases in a run with a seed."""
    text = f"{seed} {student}".encode(errors="surrogatepass")
    return int.from_bytes(hashlib.sha256(text).digest()[:8])


@functools.lru_cache(maxsize=4)
def _solved(packed):
    """The master's name, the namespace of its solutions and the answers of its public cases."""
    assignment = unpacked(packed)
    path = Path(f"{assignment.name}.ipynb")
    solved = run_solutions(assignment.solutions, path.name)
    return path, solved, expected.public_answers(path, solved)
