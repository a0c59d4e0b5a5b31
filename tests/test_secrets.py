"""What nobody but the instructor may see is seen by no submission and stands in nothing it gets.

Canaries lie wherever there is a secret. An attacker walks all that it can reach and prints, raises
and returns what it finds; the same attacker without a sandbox finds them, so it does look.
"""

import ctypes
import os
import platform
import tempfile
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest
from attacks import Attack
from conftest import ASSIGNMENT, needs_sandbox

from classroom import (
    CANARY,
    COMMENT,
    HIDDEN,
    HOME,
    NAME,
    SOLUTION,
    VARIABLE,
    copy_of_class,
    files,
    grade,
    gradebook,
    graded_notebook,
    hand_in,
    nbgrader,
    solutions,
)
from grading import assignment
from grading.sandbox import Sandbox

pytestmark = needs_sandbox

OTHER = CANARY + "submission"
COST = solutions()["compute_cost"]

# The mark is put together here, because the text of a submission is kept in what it gets.
WALK = """
import gc, glob, itertools, os, sys, time
MARK = "canary-" + "5e1f-"
found = set()
def look(text):
    if isinstance(text, bytes):
        text = text.decode("latin-1")
    if isinstance(text, str) and text != MARK:
        found.update(piece[:6] for piece in text.split(MARK)[1:])
def all_files():
    yield from glob.glob("/proc/*/environ") + glob.glob("/proc/*/cmdline")
    for place in PLACES:
        yield place
        walk = os.walk(place)
        yield from (os.path.join(at, name) for at, _, names in walk for name in names)
def compute_cost(AL, Y):
    for name, value in os.environ.items():
        look(value)
    for thing in gc.get_objects():
        if isinstance(thing, (dict, list, tuple)):
            for value in list(thing.values() if isinstance(thing, dict) else thing):
                look(value)
    frame = sys._getframe()
    while frame is not None:
        for value in [*frame.f_locals.values(), *frame.f_globals.values()]:
            look(value)
        frame = frame.f_back
    until = time.monotonic() + 4
    for path in itertools.takewhile(lambda _: time.monotonic() < until, all_files()):
        try:
            if os.path.isfile(path):  # and no pipe, at which one waits
                with open(path, "rb") as file:
                    look(file.read(1 << 20))
        except OSError:
            pass
    print("found", sorted(found))
    raise ValueError(f"found {sorted(found)}")
"""
ROOTS = (
    "/released",
    "/grader",
    "/tmp",
    "/dev/shm",
    "/etc",
    "/run",
    "/srv",
    "/var",
    "/root",
    "/home",
)


@pytest.fixture(scope="module")
def outside():
    """A folder that does not lie in /tmp, which every submission has of its own."""
    with tempfile.TemporaryDirectory(dir="/var/tmp") as folder:
        yield Path(folder)


@pytest.fixture(scope="module")
def home():
    """A file with a canary at home, and its path."""
    path = Path.home() / f".instructors-{os.getpid()}"
    path.write_text(HOME)
    yield path
    path.unlink()


@pytest.fixture(scope="module")
def watched(released_course, outside, home):
    """A class with an attacker that looks for canaries, graded, with its feedback."""
    course = copy_of_class(released_course, outside / "watched")
    keeps = COST.replace("    m = Y", f"    # {OTHER}\n    m = Y")
    hand_in(course, Attack("keeps a secret", 100, {"compute_cost": keeps}, solved=True))
    with gradebook(course) as book:
        book.update_or_create_student("keeps a secret", last_name=NAME)
    assert grade(course).returncode == 0
    with gradebook(course) as book:
        comment = book.find_comment("compute_cost", ASSIGNMENT, ASSIGNMENT, "keeps a secret")
        comment.manual_comment = COMMENT
        book.db.commit()
    fails = COST.replace("    return", "    if AL[0, 0] == 0.25:\n        cost = 100.0\n    return")
    hand_in(course, Attack("fails the hidden test", 90, {"compute_cost": fails}, solved=True))
    hand_in(course, walker("looks", course, home))
    done = grade(course, "--force", limits=("--quiet",), fresh=True, SECRET=VARIABLE)
    assert done.returncode == 0, done.stderr
    said = done.stdout + done.stderr + nbgrader(course, "generate_feedback", ASSIGNMENT)
    (course / "classroom" / "grading" / "said.txt").write_text(said)
    return course


def walker(student, course, home):
    """An attacker that has been told where everything is."""
    places = (str(home), str(course / "classroom"), str(course / "notebooks"), *ROOTS)
    return Attack(student, 0, {"compute_cost": WALK.replace("PLACES", repr(places))})


def holders(course, canary, *folders):
    """The files of a class in which a canary stands."""
    places = [course / "classroom" / folder for folder in folders]
    return [path for path in files(*places) if canary.encode() in path.read_bytes()]


def test_it_finds_nothing(watched):
    printed = graded_notebook(watched, "looks").read_text(encoding="utf-8")
    assert "found []" in printed


def test_without_a_sandbox_it_finds_them_all(watched, home, outside):
    """Or else its finding nothing would say nothing."""
    course = copy_of_class(watched, outside / "open")
    student = "looks at it all"
    hand_in(course, walker(student, course, home))
    arguments = "--no-sandbox", "--student", student
    done = grade(course, *arguments, limits=("--quiet",), fresh=True, SECRET=VARIABLE)
    assert done.returncode == 0, done.stderr
    printed = graded_notebook(course, student).read_text(encoding="utf-8")
    for canary in (SOLUTION, HIDDEN, VARIABLE, HOME, NAME, COMMENT, OTHER):
        assert f"'{canary.removeprefix(CANARY)[:4]}" in printed, canary


@pytest.mark.parametrize("canary", [SOLUTION, HIDDEN, VARIABLE, HOME, NAME])
def test_it_stands_in_nothing_that_was_made(watched, canary):
    assert holders(watched, canary, "release", "autograded", "feedback", "grading") == []


def test_what_belongs_to_a_student_stays_with_that_student(watched):
    """Its own text and the comment on it are in its notebook and page, and nowhere else."""
    made = ("release", "autograded", "feedback", "grading")
    kept = holders(watched, OTHER, *made) + holders(watched, COMMENT, *made)
    assert {path.suffix for path in kept} == {".ipynb", ".html"}
    assert all("keeps a secret" in str(path) for path in kept), kept


def test_a_hidden_test_that_fails_is_not_shown(watched):
    path = graded_notebook(watched, "fails the hidden test")
    assert "This came up in a test that is not shown." in path.read_text(encoding="utf-8")


# ---------------------------------------------------------------- from one to the next

LEAVE = """
import ctypes, fcntl, glob, os, platform, socket, subprocess, sys, threading, time
libc = ctypes.CDLL(None, use_errno=True)
ADD_KEY, KEYCTL = {"x86_64": (248, 250), "aarch64": (217, 219)}[platform.machine()]
left = []
for place in ("/tmp", "/dev/shm", "/dev/mqueue", "/released", "/grader", "/var/tmp", "/run", "."):
    try:
        with open(os.path.join(place, "note"), "w") as file:
            file.write("a note")
        left.append(place)
    except OSError:
        pass
shared = libc.shmget(4711, 4096, 0o1666)
if shared >= 0:
    libc.shmat.restype = ctypes.c_void_p
    ctypes.memmove(libc.shmat(shared, None, 0), b"a note", 7)
    left.append("shared memory")
if libc.msgget(4711, 0o1666) >= 0:
    left.append("message queue")
if libc.semget(4711, 1, 0o1666) >= 0:
    left.append("semaphore")
for ring in (-2, -3, -4, -5):  # of the process, the session, the user, the user's session
    if libc.syscall(ADD_KEY, b"user", b"note", b"a note", 6, ring) >= 0:
        left.append(f"keyring {ring}")
for descriptor in range(3, 256):  # a mark on what this process has found open
    try:
        fcntl.fcntl(descriptor, 10, 34)
    except OSError:
        pass
for call in (lambda: os.utime("/dev/null"), lambda: fcntl.fcntl(
        os.open(glob.glob("/released/*.py")[0], 0), 1036, bytes([3] + [0] * 7))):
    try:
        call()
        left.append("a mark on a file")
    except OSError:
        pass
if os.fork() == 0:
    os.setsid()
    listening = [socket.socket(socket.AF_UNIX)]
    listening[0].bind("\\0note")
    listening[0].listen()
    try:
        listening += [socket.create_server(("127.0.0.1", port)) for port in (4711, 4712)]
        with socket.create_connection(("127.0.0.1", 4712)):
            listening.pop().accept()[0].close()  # which the kernel remembers for a minute
    except OSError:
        pass
    time.sleep(60)
import numpy.random, builtins
builtins.note = np.note = sys.note = "a note"
os.environ["NOTE"] = "a note"
os.chdir("/tmp")
time.sleep(0.2)
print("left", left)
"""
LOOK = """
import builtins, ctypes, fcntl, glob, os, platform, socket, sys, time
libc = ctypes.CDLL(None, use_errno=True)
KEYCTL = {"x86_64": 250, "aarch64": 219}[platform.machine()]
found = []
for place in ("/tmp", "/dev/shm", "/dev/mqueue", "/released", "/grader", "/var/tmp", "/run", "."):
    if os.path.exists(os.path.join(place, "note")):
        found.append(place)
for name, call in (("shared memory", lambda: libc.shmget(4711, 4096, 0o666)),
                   ("message queue", lambda: libc.msgget(4711, 0o666)),
                   ("semaphore", lambda: libc.semget(4711, 1, 0o666))):
    if call() >= 0:
        found.append(name)
for ring in (-2, -3, -4, -5):
    if libc.syscall(KEYCTL, 10, ring, b"user", b"note", 0) >= 0:
        found.append(f"keyring {ring}")
for kind, address in ((socket.AF_UNIX, "\\0note"), (socket.AF_INET, ("127.0.0.1", 4711))):
    try:
        with socket.socket(kind) as there:
            there.settimeout(0.5)
            there.connect(address)
        found.append(address)
    except OSError:
        pass
try:
    with socket.socket() as again:
        again.bind(("127.0.0.1", 4712))
except OSError as error:
    found += ["a connection"] if error.errno == 98 else []
for descriptor in range(3, 256):
    try:
        found += [f"descriptor {descriptor}"] if fcntl.fcntl(descriptor, 11) == 34 else []
    except OSError:
        pass
if abs(os.stat("/dev/null").st_mtime - time.time()) < 10:
    found.append("a time")
hint = os.open(glob.glob("/released/*.py")[0], 0)
if fcntl.fcntl(hint, 1035, bytes(8))[0] == 3:
    found.append("a hint")
found += [str(place) for place in (builtins, np, sys) if hasattr(place, "note")]
found += ["environment"] if "NOTE" in os.environ else []
try:
    os.waitpid(-1, os.WNOHANG)
    found.append("a child")
except ChildProcessError:
    pass
print("found", found, os.getcwd())
"""


@pytest.fixture(scope="module")
def sandbox():
    this = assignment.load(ASSIGNMENT, seed=1)
    with Sandbox(this.helpers, this.setup, [cells.name for cells in this.exercises]) as found:
        yield found


def test_a_submission_leaves_nothing_for_the_next(sandbox):
    for _ in range(2):
        with sandbox.session() as session:
            reply = session.ask({"cell": LEAVE, "name": "leaves"})
            assert reply["error"] is None, reply["error"]
            assert "/tmp" in reply["printed"]
        with sandbox.session() as session:
            reply = session.ask({"cell": LOOK, "name": "looks"})
            assert reply["error"] is None, reply["error"]
            assert reply["printed"] == "found [] /tmp/notebook\n"


def test_in_the_same_process_it_would_be_found(sandbox):
    """Or else the finding of nothing above would say nothing."""
    with sandbox.session() as session:
        session.ask({"cell": LEAVE, "name": "leaves"})
        printed = session.ask({"cell": LOOK, "name": "looks"})["printed"]
    for what in ("/tmp", "/dev/shm", "descriptor", "note", "environment"):
        assert what in printed


def what_is_found_beside_a_keyring():
    """What two submissions after one another find, where the grader's session has a key."""
    libc = ctypes.CDLL(None, use_errno=True)
    add_key, keyctl = {"x86_64": (248, 250), "aarch64": (217, 219)}[platform.machine()]
    join, session = 1, -3
    if libc.syscall(keyctl, join, None) < 0:
        return None
    assert libc.syscall(add_key, b"user", b"note", b"the instructor's", 16, session) > 0
    this = assignment.load(ASSIGNMENT, seed=1)
    found = []
    with Sandbox(this.helpers, this.setup, []) as sandbox:
        for cell in (LOOK, LEAVE, LOOK):
            with sandbox.session() as one:
                found.append(one.ask({"cell": cell, "name": "keys"})["printed"])
    return found[0], found[2]


def test_the_keys_of_the_grader_are_out_of_reach():
    with ProcessPoolExecutor(1, get_context("fork")) as pool:  # it changes its own keyring
        found = pool.submit(what_is_found_beside_a_keyring).result()
    if found is None:
        pytest.skip("this kernel or container has no keyrings")
    assert found == ("found [] /tmp/notebook\n", "found [] /tmp/notebook\n")
