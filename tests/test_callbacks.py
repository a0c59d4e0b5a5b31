"""A function as an argument: it runs on the grader's side, and the learner's code can call it."""

import numpy as np
import pytest
from conftest import needs_sandbox

from grading.sandbox import Ended, Limits, Sandbox

pytestmark = needs_sandbox

SECRET = "a-canary-in-a-function"


class Secret:
    """A function with a secret in it, as the test of an exercise may have one."""

    def __init__(self):
        self.calls, self.answer = [], SECRET

    def __call__(self, *arguments, times=2):
        self.calls.append(arguments)
        if len(arguments) != 1:
            raise TypeError("one argument, please")
        return {"twice": times * np.asarray(arguments[0]["x"])}


@pytest.fixture(scope="module")
def sandbox():
    with Sandbox({}, "import numpy as np", ["use"], limits=Limits(call=2)) as found:
        yield found


def use(sandbox, source, *arguments):
    """The reply to a call of `use`, defined by a learner's text."""
    request = {"args": arguments, "kwargs": {}, "state": np.random.get_state(), "function": "use"}
    with sandbox.session() as session:
        assert session.ask({"cell": source, "name": "use"})["error"] is None
        return session.ask(request)


def test_a_function_can_be_called(sandbox):
    secret = Secret()
    text = "def use(f, x):\n    return f({'x': x})['twice'] + f({'x': 1})['twice']"
    reply = use(sandbox, text, secret, np.array([1.0, 2.0]))
    assert reply["error"] is None, reply["error"]
    assert reply["answer"].tolist() == [4.0, 6.0]
    assert len(secret.calls) == 2
    assert reply["given"] is None


def test_it_takes_arguments_by_name(sandbox):
    reply = use(sandbox, "def use(f):\n    return f({'x': 5.0}, times=3)['twice']", Secret())
    assert reply["answer"] == 15


def test_its_exception_is_an_ordinary_one(sandbox):
    text = (
        "def use(f):\n    try:\n        f(1, 2)\n    except TypeError as error:\n"
        "        return str(error)"
    )
    assert use(sandbox, text, Secret())["answer"] == "one argument, please"


@pytest.mark.parametrize(
    "expression",
    [
        "[vars(f), f.__closure__ and [c.cell_contents for c in f.__closure__]]",
        "[str(o) for o in __import__('gc').get_objects() if type(o).__name__ == 'Secret']",
        "[getattr(f, name, None) for name in dir(f)]",
        "f.answer",
        "f.__self__",
        "f.__globals__",
    ],
)
def test_what_is_in_it_stays_on_its_side(sandbox, expression):
    reply = use(sandbox, f"def use(f):\n    return str({expression})", Secret())
    assert SECRET not in (reply.get("answer") or "")


@pytest.mark.parametrize("number", ["99", "-1", "True", "'x'", "None"])
def test_what_is_no_function_is_an_error(sandbox, number):
    text = (
        "def use(f):\n"
        "    cell = next(c for c in f.__closure__ if type(c.cell_contents) is int)\n"
        f"    cell.cell_contents = {number}\n"
        "    try:\n        f({'x': 1})\n    except ValueError as error:\n        return str(error)"
    )
    assert use(sandbox, text, Secret())["answer"] == "there is no such function any more"


def test_one_that_was_kept_does_nothing_later(sandbox):
    secret = Secret()
    text = "kept = []\ndef use(*f):\n    kept.extend(f)\n    return kept[0]({'x': 3})['twice']"
    request = {"kwargs": {}, "state": np.random.get_state(), "function": "use"}
    with sandbox.session() as session:
        session.ask({"cell": text, "name": "use"})
        assert session.ask({**request, "args": (secret,)})["answer"] == 6
        assert session.ask({**request, "args": ()})["error"]["type"] == "ValueError"
    assert len(secret.calls) == 1


def test_to_call_for_ever_ends_at_the_limit(sandbox):
    with pytest.raises((TimeoutError, Ended)):
        use(sandbox, "def use(f):\n    while True:\n        f({'x': 1})", Secret())
