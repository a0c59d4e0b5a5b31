"""Grade a class: every submission of an assignment, each exactly once, whatever happens.

Submissions are graded by a pool of processes, here or on other machines, which get bytes and
return data. This process alone reads the submissions and writes the gradebook.
"""

import contextlib
import fcntl
import gc
import hashlib
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    Executor,
    ProcessPoolExecutor,
    wait,
)
from dataclasses import dataclass, field
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path

from grading import execution
from grading.assignment import Assignment, AssignmentError
from grading.intake import Submission, students, take_in
from grading.kernel import die_with_parent
from grading.results import ERROR, FAILED, GRADED, NOT_GRADED, WAITING, Problem, Result
from grading.sandbox import Limits, SandboxError
from grading.secret_cases import keep, secret_tables

SCHEDULER = 10  # seconds in which a dask scheduler must answer


class Busy(Problem):
    """Another run is grading this course."""


@dataclass
class Options:
    """How to grade.

    Attributes:
        students: the students to grade; empty for all.
        jobs: processes.
        force: grade also what has not changed since it was graded.
        isolated: whether the learners' code runs in the sandbox.
        limits: of one submission.
        scheduler: the address of a dask scheduler, or "" to grade on this machine.
    """

    students: list[str] = field(default_factory=list)
    jobs: int = field(default_factory=lambda: os.cpu_count() or 1)
    force: bool = False
    isolated: bool = True
    limits: Limits = field(default_factory=Limits)
    scheduler: str = ""


@contextlib.contextmanager
def locked(folder: Path, seconds: float) -> Iterator[None]:
    """Hold the lock of a folder, so that two runs do not write at the same time.

    Raises:
        Busy: another process holds it for longer than the seconds.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / "lock", "w") as file:
        deadline = time.monotonic() + seconds
        while True:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > deadline:
                    raise Busy(
                        "Another run is grading this course: wait until it is done."
                    ) from None
                time.sleep(0.1)
        yield


def _executor(options: Options) -> Executor:
    """The executor that grades: processes of this machine, or a dask cluster's.

    Raises:
        Problem: a scheduler is named, and dask is not installed or does not answer.
    """
    if options.scheduler:
        try:
            from distributed import Client

            return Client(options.scheduler, timeout=SCHEDULER).get_executor(pure=False)
        except ImportError:
            reason = "--scheduler needs dask: python -m pip install distributed"
        except (OSError, ValueError) as error:
            reason = f"No dask scheduler answers at {options.scheduler}: {error}"
        raise Problem(f"{reason}.") from None
    # A fork has all imports of this process; a new Python would need seconds for them.
    return ProcessPoolExecutor(
        options.jobs, get_context("fork"), initializer=_begin_process, initargs=(os.getpid(),)
    )


def _begin_process(parent: int) -> None:
    """Let a process of the pool end, and its sandbox with it, when its parent ends."""
    gc.freeze()  # what it shares with the parent is not collected, and so not copied
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent
    if sys.platform.startswith("linux"):
        die_with_parent()
        if os.getppid() != parent:  # it has been killed already
            os._exit(1)


def _stop(executor: Executor) -> None:
    """End an executor of any kind, without waiting for what it has not begun."""
    try:
        executor.shutdown(wait=False, cancel_futures=True)
    except TypeError:  # dask's knows no such argument, and cancels of itself
        executor.shutdown(wait=False)


def _start_sandbox(packed: bytes, limits: Limits, isolated: bool) -> None:
    """Start the sandbox of a process of the pool."""
    execution.sandbox_for(packed, limits, isolated)


def digest(submission: Submission, assignment: Assignment) -> str:
    """A hash of all that the verdicts on a submission depend on, but the seed and the limits.

    What else a grade depends on, a due date or points by hand, is counted anew in each run.
    """
    total = hashlib.sha256(assignment.version.encode())
    for part in (submission.status, submission.reason, str(submission.time)):
        total.update(part.encode("utf-8", "replace") + b"\0")
    total.update(submission.notebook)
    return total.hexdigest()


class Run:
    """One run over a class; a context manager, which ends its pool of processes.

    On entering, the processes start, and their sandboxes. That takes seconds, in which the caller
    can do something else: `grade` waits for them.

    Arguments:
        assignment: what is graded.
        options: how.

    Raises:
        Problem: there is no pool.
    """

    def __init__(self, assignment: Assignment, options: Options):
        self.assignment, self.options = assignment, options
        self.packed = assignment.packed()
        if not options.scheduler:
            self.packed = keep(self.packed)  # half a megabyte less to send with each submission
        self.results: dict[str, Result] = {}

    def __enter__(self) -> "Run":
        self.executor = _executor(self.options)
        secret_tables(self.packed, "")  # before the pool forks, so that it fails here if at all
        call = _start_sandbox, self.packed, self.options.limits, self.options.isolated
        self.starting = [self.executor.submit(*call) for _ in range(self.options.jobs)]
        return self

    def __exit__(self, *_) -> None:
        _stop(self.executor)

    def names(self, submitted: Path) -> list[str]:
        """The students of this run, in alphabetical order.

        Raises:
            AssignmentError: one who was asked for has handed in nothing.
        """
        all_names = students(submitted, self.assignment.name)
        wanted = self.options.students or all_names
        for name in wanted:
            if name not in all_names:
                raise AssignmentError(f"{name} has handed in nothing for {self.assignment.name}.")
        return [name for name in all_names if name in wanted]

    def grade(
        self, submitted: Path, writer, progress: Callable[[Result], None] = lambda _: None
    ) -> list[Result]:
        """Grade.

        Arguments:
            submitted: the folder of all submissions.
            writer: gradebook.Writer.
            progress: called with each Result as it comes.

        Returns:
            a Result for each student of the class: of this run, or of an earlier one for those
            who are not graded now.

        Raises:
            Problem: there is no sandbox, or the gradebook cannot be written. What was graded
                before stays.
        """
        self.submitted, self.writer, self.progress = submitted, writer, progress
        for future in self.starting:
            future.result()
        waiting, running = iter(self.names(submitted)), {}
        while True:
            for name in waiting:
                self._begin(name, running)
                # A few ahead of the pool, so that a large class is not in memory at once.
                if len(running) >= 4 * self.options.jobs:
                    break
            if not running:
                break
            interrupted = []
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                submission = running.pop(future)
                try:
                    self._finish(submission, self._outcome(future, submission))
                except BrokenExecutor:
                    interrupted.append(submission)
            if interrupted:
                self._retry_one_by_one([*interrupted, *running.values()])
                running.clear()
        return [self.results[name] for name in sorted(self.results)] + self._earlier_results()

    def _earlier_results(self):
        """The results of students who are not graded in this run: of an earlier one, if any."""
        earlier = []
        for name in students(self.submitted, self.assignment.name):
            if name not in self.results:
                record = self.writer.records.read(name)
                if not record or not self.writer.is_written(record):
                    reason = f"Not graded yet: run `python -m grading {self.assignment.name}`."
                    record = Result(name, WAITING, reason, max_score=self.assignment.max_score)
                earlier.append(record)
        return earlier

    def _begin(self, name, running):
        """Take a submission in, and send it to the pool if there is something to grade."""
        submission = take_in(self.submitted, name, self.assignment)
        record = None if self.options.force else self.writer.records.read(name)
        if record and record.digest == digest(submission, self.assignment):
            # What ran without a sandbox is graded again as soon as there is one.
            safe = record.sandbox or not self.options.isolated
            if safe and self.writer.is_written(record):
                self._collect(record)
                return
        if submission.status == GRADED:
            self._send(submission, running)
        else:
            self._finish(submission, Result(name, submission.status, exercises=self._no_points()))

    def _send(self, submission, running):
        call = (
            execution.grade,
            self.packed,
            submission.student,
            submission.sources,
            self.options.limits,
            self.options.isolated,
        )
        try:
            future = self.executor.submit(*call)
        except BrokenExecutor:  # since the last look at it
            self._replace_executor()
            future = self.executor.submit(*call)
        running[future] = submission

    def _retry_one_by_one(self, submissions):
        """Grade again, one at a time, what the pool was grading when one of its processes ended.

        So the submission that ends it does so alone, and costs no other its points.
        """
        for submission in submissions:
            self._replace_executor()
            running, start = {}, time.monotonic()
            self._send(submission, running)
            (future,) = running
            try:
                result = self._outcome(future, submission)
            except BrokenExecutor:
                if time.monotonic() - start > self.options.limits.wall + execution.GRACE:
                    result = self._too_slow(submission)
                else:
                    result = self._error(submission, "the process that graded it has ended, twice")
            self._finish(submission, result)
        self._replace_executor()

    def _replace_executor(self):
        _stop(self.executor)
        self.executor = _executor(self.options)

    def _outcome(self, future, submission):
        """The Result of a future.

        Raises:
            BrokenExecutor: the process has ended.
            SandboxError: there is no sandbox.
        """
        try:
            return Result.from_dict(future.result())
        except (BrokenExecutor, SandboxError):
            raise
        except Problem as problem:
            return self._error(submission, problem)
        except Exception as error:
            return self._error(submission, repr(error))

    def _no_points(self):
        """The exercises of a submission in which nothing could be graded."""
        return [
            cells.result(NOT_GRADED if cells.not_graded else FAILED)
            for cells in self.assignment.exercises
        ]

    def _too_slow(self, submission):
        """The Result of a submission with which the grader itself did not come to an end."""
        reason = (
            f"Grading it took more than {self.options.limits.wall:g} s, twice: what its functions "
            "return takes too long to read or to compare, so nothing counts."
        )
        return Result(submission.student, GRADED, reason, self._no_points())

    def _error(self, submission, what):
        reason = f"The grader itself failed, run it again: {what}."
        return Result(submission.student, ERROR, reason, self._no_points())

    def _finish(self, submission, result):
        """Write a result, and keep it."""
        result.reason = " ".join(filter(None, [submission.reason, result.reason]))
        result.seed, result.sandbox = self.assignment.seed, self.options.isolated
        result.digest = digest(submission, self.assignment)
        self.writer.write(submission, result)
        if result.status == ERROR:
            self.writer.records.forget(result.student)
        self._collect(result)

    def _collect(self, result):
        """Keep a result for the reports, without the outputs of its cells."""
        result.outputs = {}
        self.results[result.student] = result
        self.progress(result)


def now() -> str:
    """The time, in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")
