"""Grade a class: every submission of an assignment, each exactly once, whatever happens.

Submissions are graded by a pool of processes, here or on other machines, which get bytes and
return data. This process alone reads the submissions and writes the gradebook.
"""

import contextlib
import fcntl
import hashlib
import os
import signal
import sys
import time
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, ProcessPoolExecutor, wait
from dataclasses import dataclass, field
from datetime import UTC, datetime
from multiprocessing import get_context

from grading import execution
from grading.assignment import AssignmentError
from grading.inside import SET_PARENT_DEATH_SIGNAL, kernel
from grading.intake import students, take_in
from grading.results import ERROR, FAILED, GRADED, Exercise, Problem, Result
from grading.sandbox import Limits, SandboxError

SEED = "GRADING_SEED"  # the environment variable with the seed of the secret cases


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

    students: list = field(default_factory=list)
    jobs: int = field(default_factory=lambda: os.cpu_count() or 1)
    force: bool = False
    isolated: bool = True
    limits: Limits = field(default_factory=Limits)
    scheduler: str = ""


@contextlib.contextmanager
def alone(folder, seconds):
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
                    said = "Another run is grading this course: wait until it is done."
                    raise Busy(said) from None
                time.sleep(0.1)
        yield


def pool(options):
    """The executor that grades: processes of this machine, or a dask cluster's.

    Raises:
        Problem: a scheduler is named, and dask is not installed or does not answer.
    """
    if options.scheduler:
        try:
            from distributed import Client

            return Client(options.scheduler, timeout=10).get_executor(pure=False)
        except ImportError:
            said = "--scheduler needs dask: python -m pip install distributed"
        except (OSError, ValueError) as error:
            said = f"No dask scheduler answers at {options.scheduler}: {error}"
        raise Problem(f"{said}.") from None
    # A fork has all imports of this process; a new Python would need seconds for them.
    return ProcessPoolExecutor(
        options.jobs, get_context("fork"), initializer=end_with, initargs=(os.getpid(),)
    )


def end_with(parent):
    """Let this process end, and its sandbox with it, when its parent ends, however it does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent
    if sys.platform.startswith("linux"):
        kernel("prctl", SET_PARENT_DEATH_SIGNAL, signal.SIGKILL, 0, 0, 0)
        if os.getppid() != parent:  # it has been killed already
            os._exit(1)


def stop(executor):
    """End an executor of any kind, without waiting for what it has not begun."""
    try:
        executor.shutdown(wait=False, cancel_futures=True)
    except TypeError:  # dask's knows no such argument, and cancels of itself
        executor.shutdown(wait=False)


def warm(packed, limits, isolated):
    """Start the sandbox of a process of the pool."""
    execution.sandbox_for(packed, limits, isolated)


def digest(submission, assignment):
    """A hash of all that the grade of a submission depends on but the seed."""
    total = hashlib.sha256(assignment.version().encode())
    for part in (submission.status, submission.reason, submission.timestamp):
        total.update(part.encode("utf-8", "replace") + b"\0")
    total.update(submission.notebook)
    return total.hexdigest()


class Run:
    """One run over a class.

    Arguments:
        assignment: Assignment.
        writer: gradebook.Writer.
        submitted: the folder of all submissions.
        options: Options.
        executor: where to grade; it is not shut down here.
        progress: called with each Result as it comes.
    """

    def __init__(self, assignment, writer, submitted, options, executor, progress=lambda _: None):
        self.assignment, self.writer, self.submitted = assignment, writer, submitted
        self.options, self.executor, self.progress = options, executor, progress
        self.packed = assignment.packed()
        self.solutions = [task.solution for task in assignment.tasks]
        self.results = {}

    def names(self):
        """The students of this run.

        Raises:
            AssignmentError: one who was asked for has handed in nothing.
        """
        there = students(self.submitted, self.assignment.name)
        wanted = self.options.students or there
        for name in wanted:
            if name not in there:
                raise AssignmentError(f"{name} has handed in nothing for {self.assignment.name}.")
        return [name for name in there if name in wanted]

    def start(self):
        """Grade.

        Returns:
            list of Result, one for each student, in alphabetical order.

        Raises:
            Problem: there is no sandbox, or the gradebook cannot be written. What was graded
                before stays.
        """
        waiting, running = iter(self.names()), {}
        while True:
            for name in waiting:
                self._begin(name, running)
                # A few ahead of the pool, so that a large class is not in memory at once.
                if len(running) >= 4 * self.options.jobs:
                    break
            if not running:
                break
            again = []
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                submission = running.pop(future)
                try:
                    self._finish(submission, self._outcome(future, submission))
                except BrokenExecutor:
                    again.append(submission)
            if again:
                self._once_more([*again, *running.values()])
                running.clear()
        return [self.results[name] for name in sorted(self.results)]

    def others(self):
        """The results of students who were graded earlier and not in this run."""
        names = students(self.submitted, self.assignment.name)
        records = [self.writer.records.read(name) for name in names if name not in self.results]
        return [record for record in records if record and self.writer.is_written(record)]

    def _begin(self, name, running):
        """Take a submission in, and send it to the pool if there is something to grade."""
        submission = take_in(self.submitted, name, self.assignment.name, self.solutions)
        record = None if self.options.force else self.writer.records.read(name)
        if record and record.digest == digest(submission, self.assignment):
            # What ran without a sandbox is graded again as soon as there is one.
            safe = record.sandbox or not self.options.isolated
            if safe and self.writer.is_written(record):
                self._keep(record)
                return
        if submission.status == GRADED:
            self._send(submission, running)
        else:
            self._finish(submission, Result(name, submission.status, exercises=self._none()))

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
            self._new_pool()
            future = self.executor.submit(*call)
        running[future] = submission

    def _once_more(self, submissions):
        """A process of the pool has ended: grade what it and the others had again, one at a time.

        So the submission that ends it does so alone, and costs no other its points.
        """
        for submission in submissions:
            self._new_pool()
            running = {}
            self._send(submission, running)
            (future,) = running
            try:
                result = self._outcome(future, submission)
            except BrokenExecutor:
                result = self._error(submission, "the process that graded it has ended, twice")
            self._finish(submission, result)
        self._new_pool()

    def _new_pool(self):
        stop(self.executor)
        self.executor = pool(self.options)

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
        except Exception as error:
            return self._error(submission, repr(error))

    def _none(self):
        """The exercises of a submission in which nothing could be graded."""
        return [
            Exercise(task.number, task.name, 0.0, task.points, FAILED)
            for task in self.assignment.tasks
        ]

    def _error(self, submission, said):
        reason = f"The grader itself failed, run it again: {said}."
        return Result(submission.student, ERROR, reason, self._none())

    def _finish(self, submission, result):
        result.reason = " ".join(filter(None, [submission.reason, result.reason]))
        result.seed, result.sandbox = self.assignment.seed, self.options.isolated
        result.digest = digest(submission, self.assignment)
        self.writer.write(submission, result)
        if result.status == ERROR:
            self.writer.records.forget(result.student)
        self._keep(result)

    def _keep(self, result):
        result.outputs = {}
        self.results[result.student] = result
        self.progress(result)


def now():
    return datetime.now(UTC).isoformat(timespec="seconds")
