"""Whoever uses more than there is loses that exercise alone; nothing is left running."""

import ctypes
import os
from pathlib import Path

import pytest
import warm
from attacks import EXERCISES, RIGHT_COST, Attack
from conftest import needs_sandbox

from classroom import copy_of_class, files, grade, hand_in, record, rows, solutions
from grading.learner import Learner
from grading.sandbox import Limits, Sandbox

pytestmark = needs_sandbox

WALL, MOST = 20, 1_000_000  # seconds, bytes


def in_call(student, code):
    """Right but for what it does first in each call."""
    lines = "\n".join(f"    {line}" for line in code.strip().split("\n"))
    source = f"def compute_cost(AL, Y):\n{lines}\n    return {RIGHT_COST}\n"
    return Attack(student, 90, {"compute_cost": source}, solved=True)


def in_cell(student, code, points=90):
    """What a cell does before it defines a right function."""
    source = f"{code}\ndef compute_cost(AL, Y):\n    return {RIGHT_COST}\n"
    return Attack(student, points, {"compute_cost": source}, solved=True)


EMOJI = "\N{PILE OF POO}" * 19_000
CLASS = [
    in_call("loops", "while True:\n    pass"),
    in_call(
        "loops and takes no interrupt",
        "while True:\n    try:\n        while True:\n            pass\n"
        "    except BaseException:\n        pass",
    ),
    in_call("loops in C", 'import re\nre.match(r"(a+)+$", "a" * 60 + "b")'),
    in_call("exits", "import os\nos._exit(0)"),
    in_call("crashes", "import ctypes\nctypes.string_at(0)"),
    in_call("aborts", "import os\nos.abort()"),
    in_call("stops itself", "import os, signal, time\nos.kill(os.getpid(), 19)\ntime.sleep(9)"),
    in_call("wants 10 GB", "np.ones(10 << 27)"),
    in_call("wants 10 GB by and by", "more = []\nwhile True:\n    more.append(np.ones(1 << 20))"),
    in_call("prints for ever", "while True:\n    print('x' * 1000)"),
    in_call("raises 50 MB", "raise ValueError('x' * 50_000_000)"),
    in_call("returns 1 GB", "return np.ones(1 << 27)"),
    in_call("takes its time and is wrong", "import time\ntime.sleep(1.8)\nreturn 0.25"),
    in_cell("sleeps", "import time\ntime.sleep(60)"),
    in_cell("never ends its cell", "while True:\n    pass"),
    in_cell(
        "starts a bomb",
        "import os\nwhile True:\n    try:\n        os.fork()\n    except OSError:\n        pass",
    ),
    # What harms nobody costs nothing.
    in_cell(
        "starts 500 processes",
        "import os, time\nfor _ in range(500):\n    try:\n        if os.fork() == 0:\n"
        "            time.sleep(60)\n    except OSError:\n        break",
        points=100,
    ),
    in_cell(
        "starts 500 threads",
        "import threading, time\nfor _ in range(500):\n    try:\n"
        "        threading.Thread(target=time.sleep, args=(60,)).start()\n"
        "    except RuntimeError:\n        break",
        points=100,
    ),
    in_cell(
        "fills the disk",
        "for place in ('/tmp', '/dev/shm'):\n    try:\n        for number in range(99):\n"
        "            with open(f'{place}/{number}', 'wb') as file:\n"
        "                file.write(bytes(10_000_000))\n    except OSError:\n        pass",
        points=100,
    ),
    in_cell(
        "fills the memory with files",
        "import os\nkept = []\ntry:\n    for number in range(20):\n"
        "        kept.append(os.memfd_create('x'))\n"
        "        os.write(kept[-1], bytes(10_000_000))\nexcept OSError:\n    pass",
        points=100,
    ),
    in_cell(
        "makes many files",
        "try:\n    for number in range(10**6):\n        open(f'/tmp/{number}', 'w').close()\n"
        "except OSError:\n    pass",
        points=100,
    ),
    in_cell("prints a line of 50 MB", "print('x' * 50_000_000)", points=100),
    in_cell("prints emojis", f"print({EMOJI[:9000]!r})\nprint(chr(0x1F4A9) * 200_000)", points=100),
    Attack(
        "fills its cells",
        100,
        {
            name: f"{source}\n# {EMOJI[: 18_000 - len(source)]}"
            for name, source in solutions().items()
        },
        solved=True,
    ),
]


@pytest.fixture(scope="module")
def greedy(released_course, tmp_path_factory):
    """The class, graded; this process takes in whatever the grader leaves behind."""
    course = copy_of_class(released_course, tmp_path_factory.mktemp("greedy"))
    for attack in CLASS:
        hand_in(course, attack)
    warm.start()
    adopt(True)
    try:
        before = children()
        done = grade(course, "--jobs", "2")
        (course / "left.txt").write_text("\n".join(children() - before))
    finally:
        adopt(False)
    assert done.returncode == 0, done.stderr
    return course


@pytest.fixture(scope="module")
def table(greedy):
    return rows(greedy)


def adopt(yes):
    """Whether orphans become children of this process, and not of the machine's first."""
    set_child_subreaper = 36
    assert ctypes.CDLL(None).prctl(set_child_subreaper, int(yes), 0, 0, 0) == 0


def children():
    """The command lines of the processes below this one that are alive."""
    found = set()
    for path in Path("/proc").glob("[0-9]*"):
        try:
            state, parent = (path / "stat").read_text().rpartition(")")[2].split()[:2]
            if int(parent) == os.getpid() and state != "Z":
                found.add(f"{path.name} {(path / 'cmdline').read_bytes()!r}")
        except OSError:
            continue  # it has ended
    return found


def test_every_student_is_graded(table):
    assert {name: row["status"] for name, row in table.items()} == {
        attack.student: "graded" for attack in CLASS
    }


@pytest.mark.parametrize("attack", CLASS, ids=lambda attack: attack.student)
def test_the_other_exercises_keep_their_points(table, attack):
    row = table[attack.student]
    others = {name: float(row[name]) for name in EXERCISES if name != "compute_cost"}
    assert others == {name: points for name, points in EXERCISES.items() if name in others}
    assert float(row["score"]) == attack.points


@pytest.mark.parametrize("attack", CLASS, ids=lambda attack: attack.student)
def test_it_ends_within_the_limit(greedy, attack):
    assert record(greedy, attack.student).seconds <= WALL + 2


@pytest.mark.parametrize("attack", CLASS, ids=lambda attack: attack.student)
def test_what_it_gets_is_small(greedy, attack):
    classroom = greedy / "classroom"
    made = [
        path
        for path in files(classroom / "autograded", classroom / "grading")
        if attack.student in path.parts or path.stem == attack.student
    ]
    assert len(made) >= 3  # notebook, record, results.json
    assert {str(path): path.stat().st_size for path in made if path.stat().st_size > MOST} == {}


def test_nothing_is_left_running(greedy):
    assert (greedy / "left.txt").read_text() == ""


HOG = """
import os, time
for _ in range(64):
    try:
        if os.fork() == 0:
            os.setsid()
            while True:
                pass
    except OSError:
        break
"""
NEEDS_A_PROCESSOR = """
import time
end = time.process_time() + 0.1
while time.process_time() < end:
    pass
"""


def test_session_that_waits_for_a_processor_counts_the_seconds():
    """Another submission may use what it can of the only processor."""
    everywhere = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(everywhere)})  # for the sandboxes, which inherit it
    try:
        one, other = Sandbox({}, "", []), Sandbox({}, "", [])
        with one, other, one.session() as hog, other.session() as honest:
            assert hog.ask({"cell": HOG, "name": "hog"})["error"] is None
            before = honest.delay()
            assert honest.ask({"cell": NEEDS_A_PROCESSOR, "name": "needs"})["error"] is None
            assert honest.delay() - before > 0.2
    finally:
        os.sched_setaffinity(0, everywhere)


class Delayed:
    """A sandbox, and a session of it, that has waited for a processor for some seconds."""

    def __init__(self, delay):
        self.limits, self.seconds = Limits(call=10, wall=60), delay

    def session(self):
        return self

    def delay(self):
        return self.seconds


@pytest.mark.parametrize(("delay", "remaining"), [(0, 0), (8, 8), (100, 20)])
def test_call_that_waited_for_a_processor_has_these_seconds_longer(monkeypatch, delay, remaining):
    now = 1000.0
    monkeypatch.setattr("grading.learner.time.monotonic", lambda: now)
    sandbox = Delayed(delay)
    learner = Learner(sandbox)
    learner.session = sandbox
    assert learner._remaining() == 10
    now += 10
    assert learner._remaining() == remaining
