"""The learner's process as the grader sees it: a proxy that runs cells and calls functions there.

What comes back is plain data of unknown intent; here it becomes values and exceptions that are
safe to look at.
"""

import builtins
import contextlib
import time
from collections import deque
from collections.abc import Callable, Iterable

import numpy as np

from exercises.errors import ExerciseOpen, NoAnswer
from grading.messages import hint_for
from grading.sandbox import Ended, Sandbox
from grading.wire import foreign

TEXT = 4_000  # characters of an error's text: as many as a learner reads
TRACEBACK = 20_000


LEAST_DELAY = 0.01  # seconds: every process waits a little
PATIENCE = 3  # how many times the seconds of a call pass at most where it waits for a processor


class LearnerError(Exception):
    """An exception of the learner's code of a type that is not Python's own."""


class TimeLimit(NoAnswer, LearnerError):
    """The learner's code did not come back in time."""


class ProcessEnded(NoAnswer, LearnerError):
    """The learner's process ended where it should have answered."""


class Learner:
    """The learner's process and the cells it has been given; started again when it ends.

    A function that did not come back is not called a second time.

    Arguments:
        functions: {name: function} that may be sent as arguments.
        hints: {name: sentence} for errors about names that are not defined.
    """

    def __init__(
        self,
        sandbox: Sandbox,
        functions: dict[str, Callable] | Iterable = (),
        hints: dict[str, str] | None = None,
    ):
        self.sandbox, self.functions, self.hints = sandbox, dict(functions), hints or {}
        self.cells, self.session, self.failed_calls = [], None, {}
        self.announced, self.sent, self.replies = [], deque(), None
        self.output_left = sandbox.limits.output + 100  # with the words that the rest is cut off
        self.delay = 0.0  # seconds of the session that have been given back to it
        self.deadline = time.monotonic() + sandbox.limits.wall
        self.restart_clock()

    def restart_clock(self) -> None:
        """Give what follows, a cell or the test of an exercise, the seconds of a call.

        Many slow calls in one exercise then do not use up the time of those below it.
        """
        self.restarted = time.monotonic()
        self.call_deadline = self.restarted + self.sandbox.limits.call

    def run(self, name: str, source: str) -> tuple[str, Exception | None]:
        """Run a cell.

        Returns:
            what it printed, and its exception or None.
        """
        request = {"cell": source, "name": name}
        self._withdraw()
        try:
            reply = self._ask(f"The cell of {name}", [request])
        except LearnerError as error:
            return "", error
        self.cells.append(request)
        return self._printed(reply), _exception(reply.get("error"), self.hints)

    def announce(self, name: str, calls: list[tuple[tuple, int]]) -> None:
        """Note which calls come next: the process gets them all with the first of them.

        It then works while the answers are looked at. A call that is another one than the next of
        these is made as if nothing had been announced.

        Arguments:
            name: of the function.
            calls: (arguments, seed) of each; NumPy's random state will be that of the seed.
        """
        self.announced = [(name, args, {}, seed) for args, seed in calls]

    def call(self, name: str, args: tuple, kwargs: dict):
        """Call a function.

        What it draws follows NumPy's random state here. What it does to the state there stays
        there: this one moves on by one number, so that the next call draws others.

        Returns:
            what it returned; its arguments are changed here as it has changed them there.

        Raises:
            Exception: what it raised, or TimeLimit or ProcessEnded.
        """
        if name in self.failed_calls:
            failed = self.failed_calls[name]
            raise type(failed)(*failed.args)  # without the notes of the first time
        requests = self._requests(name, args, kwargs)
        np.random.random_sample()
        has_time = self._remaining() > 0
        try:
            reply = self._ask(name, requests)
        except LearnerError as error:
            if has_time:  # else the time was up before this call began
                self.failed_calls[name] = error
            raise
        print(self._printed(reply), end="")
        if reply.get("given") is not None:
            with contextlib.suppress(Exception):
                _write_back((args, kwargs), reply["given"])
        error = _exception(reply.get("error"), self.hints)
        if error:
            if isinstance(error, ExerciseOpen):
                self.sent.clear()  # with which the process makes none of them
            raise error
        return reply.get("answer")

    def _requests(self, *call):
        """The requests to be sent for a call: none where it was sent along with an earlier one."""
        if self.sent and _same(call, self.sent[0]):
            self.sent.popleft()
            return []
        self._withdraw()
        calls, self.announced = self.announced, []
        if calls and _same(call, calls[0][:3]):
            self.sent = deque(announced[:3] for announced in calls[1:])
        else:
            calls = [(*call, np.random.get_state())]
        names = "function", "args", "kwargs", "state"
        floats = np.geterr()  # an exercise may ask that an overflow raises
        return [{**dict(zip(names, each, strict=True)), "floats": floats} for each in calls]

    def _withdraw(self):
        """End a process that is at work on calls for whose answers nobody waits any more."""
        if self.sent:
            self.close()

    def _ask(self, what, requests):
        """Send requests to a process that has run all cells so far, and return the next reply."""
        limits = self.sandbox.limits
        try:
            if self._remaining() <= 0:
                raise TimeoutError
            if self.session is None:
                self.session, self.delay = self.sandbox.session(), 0.0
                for cell in self.cells:
                    next(self.session.ask_all([cell], self.functions, self._remaining))
            if requests:
                self.replies = self.session.ask_all(requests, self.functions, self._remaining)
            return next(self.replies)
        except TimeoutError:
            self.close()
            limit = f"{limits.call:g} s"
            if self.deadline <= time.monotonic():
                limit = f"the {limits.wall:g} s that there are for the whole notebook"
            raise TimeLimit(
                f"{what} did not come back within {limit}: is there a loop that never ends?"
            ) from None
        except Ended:
            self.close()
            raise ProcessEnded(
                f"{what} ended the Python process it ran in: an exit, a crash, or too much memory."
            ) from None

    def _printed(self, reply):
        """What was printed, as far as it is not too much of all cells and calls together."""
        text = reply.get("printed")
        text = text[: self.output_left] if isinstance(text, str) else ""
        self.output_left -= len(text)
        return text

    def _remaining(self):
        """The seconds that a request may still take.

        Where the seconds of a call are over, those come on top in which the learner's process
        waited for a processor that another submission, or another program, was using.
        """
        if self.session and self.call_deadline <= time.monotonic() < self.deadline:
            delay = self.session.delay()
            if delay - self.delay > LEAST_DELAY:
                longest = self.restarted + PATIENCE * self.sandbox.limits.call
                self.call_deadline = min(self.call_deadline + delay - self.delay, longest)
                self.delay = delay
        return min(self.call_deadline, self.deadline) - time.monotonic()

    def close(self) -> None:
        """End the learner's process."""
        self.sent.clear()
        if self.session:
            self.session.close()
            self.session = None


def _exception(data, hints):
    """The exception that the learner's process has described, or None."""
    if not isinstance(data, dict):
        return None
    kind, text = (str(data.get(name))[:TEXT] for name in ("type", "text"))
    builtin = getattr(builtins, kind, None)
    if kind == "ExerciseOpen":
        error = ExerciseOpen.__new__(ExerciseOpen, text)
    elif (
        isinstance(builtin, type)
        and issubclass(builtin, Exception)
        # The text of one with forged bounds leaves the interpreter in disorder.
        and not issubclass(builtin, UnicodeError)
    ):
        # Only the text of an OSError names the file.
        arguments = () if issubclass(builtin, OSError) else _plain_arguments(data)
        try:
            error = builtin(*(arguments or [text]))
        except Exception:
            error = _named_error(kind, text)
    else:
        error = _named_error(kind, text)
    error.learner = str(data.get("traceback"))[-TRACEBACK:]
    if hint := hint_for(kind, text, hints):
        error.add_note(hint)
    return error


def _plain_arguments(data):
    """The arguments of an exception, cut, where all of them are plain and have come; else none."""
    arguments = data.get("args") if data.get("whole") is True else ()
    if not all(isinstance(argument, (str, int, float)) for argument in arguments[:4]):
        return ()
    return [a[:TEXT] if isinstance(a, str) else a for a in arguments[:4]]


def _named_error(kind, text):
    return type(type(foreign(kind)).__name__, (LearnerError,), {})(text)


def _same(one, other):
    """Whether two pieces of data are the same to the last bit."""
    if type(one) is not type(other):
        return False
    if isinstance(one, (tuple, list)):
        return len(one) == len(other) and all(map(_same, one, other))
    if isinstance(one, dict):
        return list(one) == list(other) and all(_same(one[key], other[key]) for key in one)
    if isinstance(one, np.ndarray):
        kinds = (one.dtype, one.shape), (other.dtype, other.shape)
        return kinds[0] == kinds[1] and one.tobytes() == other.tobytes()
    return one == other


def _write_back(here, there):
    """Change arguments here as they have been changed there."""
    if isinstance(here, np.ndarray):
        if here.shape == there.shape and here.dtype == there.dtype:
            here[...] = there
        else:  # it has another shape or type now; it is enough to see that it has changed
            here[...] = ~here if here.dtype == bool else here + 1
    elif isinstance(here, list):
        _write_back(tuple(here), tuple(there))
        here[len(there) :] = []
        here.extend(there[len(here) :])
        for index, (old, new) in enumerate(zip(here, there, strict=True)):
            if not isinstance(old, (np.ndarray, list, dict, tuple)):
                here[index] = new
    elif isinstance(here, tuple):
        for old, new in zip(here, there, strict=False):
            _write_back(old, new)
    elif isinstance(here, dict):
        for key in [key for key in here if key not in there]:
            del here[key]
        for key, new in there.items():
            if key in here and isinstance(here[key], (np.ndarray, list, dict, tuple)):
                _write_back(here[key], new)
            else:
                here[key] = new
