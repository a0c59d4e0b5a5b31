"""What docs/instructors.md promises of the sandbox, line by line, as a submission finds it.

That nothing passes from one submission to the next is in test_secrets.py, and that each ends in
time and leaves nothing running in test_resources.py.
"""

import ast
import platform
import sys
from pathlib import Path

import pytest
from conftest import needs_sandbox

from authoring.masters import ROOT
from grading import sandbox, seccomp
from grading.sandbox import Limits, Sandbox

pytestmark = needs_sandbox
LIMITS = Limits()
GUIDE = ROOT / "docs" / "instructors.md"


@pytest.fixture(scope="module")
def warm():
    with Sandbox({"helper.py": b""}, "", []) as found:
        yield found


def seen(warm, code):
    """The value that a cell prints last."""
    with warm.session() as session:
        reply = session.ask({"cell": code, "name": "looks"})
    assert reply["error"] is None, reply["error"]
    return ast.literal_eval(reply["printed"].splitlines()[-1])


def test_submission_opens_no_socket_but_local_ones(warm):
    code = """
import socket
opened = []
for family in range(50):
    for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_RAW, socket.SOCK_SEQPACKET):
        try:
            socket.socket(family, kind).close()
            opened.append(family)
        except OSError:
            pass
print(set(opened))
"""
    assert seen(warm, code) == {1}


def test_refused_system_calls_do_not_exist(warm):
    column = list(seccomp.MACHINES).index(platform.machine())
    numbers = {name: both[column] for name, both in seccomp.REFUSED.items() if both[column] >= 0}
    numbers |= {"io_uring_setup": 425, "clone3": 435, "the newest": 999}
    code = f"""
import ctypes, errno
libc = ctypes.CDLL(None, use_errno=True)
print([name for name, number in {numbers}.items()
       if libc.syscall(number, 0, 0, 0, 0, 0, 0) != -1 or ctypes.get_errno() != errno.ENOSYS])
"""
    assert seen(warm, code) == []


def test_submission_can_neither_lock_nor_watch_a_file(warm):
    """Another one that is graded at the same time would see it, and the kernel counts no locks."""
    code = """
import fcntl, os
here = os.open(os.path.dirname(os.__file__), os.O_RDONLY)
file = os.open(os.__file__, os.O_RDONLY)
own = os.open("own", os.O_RDWR | os.O_CREAT)
calls = {"flock": lambda: fcntl.flock(file, fcntl.LOCK_SH)}
for name, command, argument in (
    ("lock", 6, bytes(32)), ("wait", 7, bytes(32)), ("whose", 5, bytes(32)),
    ("open file's lock", 37, bytes(32)), ("lease", 1024, 0), ("lessee", 1025, 0),
):
    calls[name] = lambda command=command, argument=argument: fcntl.fcntl(own, command, argument)
calls["notice"] = lambda: fcntl.fcntl(here, 1026, 1)
done = []
for name, call in calls.items():
    try:
        call()
        done.append(name)
    except OSError as error:
        if error.errno != 38:
            done.append(name)
print(done)
"""
    assert seen(warm, code) == []


def test_signals_that_wait_are_few_for_each_submission(warm):
    """The kernel counts them for the user, who may have other programs."""
    code = """
import ctypes, os, signal
class Value(ctypes.Structure):
    _fields_ = [("value", ctypes.c_void_p)]
signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGRTMIN})
libc, queued = ctypes.CDLL(None), 0
while queued < 1000 and libc.sigqueue(os.getpid(), signal.SIGRTMIN, Value()) == 0:
    queued += 1
print(queued)
"""
    assert seen(warm, code) == 256


def test_machine_whose_system_calls_are_not_known_is_refused():
    with pytest.raises(OSError, match="calls of riscv64 are not known"):
        seccomp.filter_for("riscv64")


def test_submission_sees_python_and_the_released_folder(warm):
    code = "import os\nprint([os.listdir(place) for place in ('/', '/etc', '/proc', '/released')])"
    root, etc, proc, released = seen(warm, code)
    python = {Path(place).parts[1] for place in sandbox._python_places()}
    assert set(root) <= python | {"dev", "grader", "proc", "released", "tmp"}
    assert etc == ["ld.so.cache"]
    assert proc == []
    assert released == ["helper.py"]


def test_submission_writes_nowhere_but_in_its_own_folders(warm):
    code = """
import os
places = ["/"]
for place in places:  # which grows
    try:
        with os.scandir(place) as entries:
            places += [e.path for e in entries if place.count("/") < 3 and e.is_dir()]
    except PermissionError:
        pass
places += [os.path.dirname(os.__file__)]
print([place for place in places if os.access(place, os.W_OK)])
"""
    # All of /tmp is the submission's own, also where a Python that is installed there shows.
    # Where Python is installed below /tmp, the folders above it are of the submission's own /tmp.
    above = {str(folder) for folder in (Path(sys.prefix), *Path(sys.prefix).parents)} - {"/tmp"}
    assert set(seen(warm, code)) - above == {"/dev/shm", "/tmp", "/tmp/notebook"}


def test_submission_sees_no_variable_of_the_environment(warm):
    variables = seen(warm, "import os\nprint(dict(os.environ))")
    own = {"LC_CTYPE", "PWD"}  # which Python and bubblewrap set
    assert set(variables) - own == set(sandbox._environment())


def test_submission_sees_neither_the_name_of_the_machine_nor_other_processes(warm):
    assert seen(warm, "import os\nprint((os.uname().nodename, os.getpid()))") == ("sandbox", 1)


def test_process_gets_the_memory_that_is_promised(warm):
    code = """
import mmap, os
kept, held = [], 0
for size in (1 << 28, 1 << 24):
    try:
        while True:
            kept.append(mmap.mmap(-1, size))
            held += size
    except OSError:
        pass
print(held)
"""
    held = seen(warm, code)
    assert LIMITS.memory / 2 < held < LIMITS.memory
    assert LIMITS.memory == 2 << 30
    assert "2 GB of memory for each process" in GUIDE.read_text(encoding="utf-8")


def test_submission_gets_the_processes_that_are_promised(warm):
    code = """
import os, time
started = 0
try:
    while True:
        if os.fork() == 0:
            time.sleep(60)
        started += 1
except OSError:
    pass
print(started)
"""
    assert LIMITS.processes / 2 < seen(warm, code) < LIMITS.processes
    assert f"{LIMITS.processes} processes" in GUIDE.read_text(encoding="utf-8")


def test_submission_gets_the_disk_that_is_promised(warm):
    code = """
held = 0
for place in ("/tmp", "/dev/shm"):
    try:
        for number in range(20):
            with open(f"{place}/{number}", "wb") as file:
                held += file.write(bytes(8 << 20))
    except OSError:
        pass
print(held)
"""
    assert LIMITS.disk < seen(warm, code) <= 2 * LIMITS.disk
    assert f"{LIMITS.disk >> 20} MB of disk in each of" in GUIDE.read_text(encoding="utf-8")


def test_memory_in_sockets_and_pipes_is_small(warm):
    """It is not counted as the memory of any process."""
    code = """
import contextlib, fcntl, os, socket
held, pairs = 0, []
def fill(write):
    global held
    with contextlib.suppress(BlockingIOError):
        while True:
            held += write(bytes(1 << 16))
with contextlib.suppress(OSError):
    while True:
        pairs.append(socket.socketpair())
        with contextlib.suppress(OSError):
            pairs[-1][0].setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, (1 << 31) - 1)
        pairs[-1][0].setblocking(False)
        fill(pairs[-1][0].send)
        pairs.append(os.pipe())
        with contextlib.suppress(OSError):
            fcntl.fcntl(pairs[-1][1], fcntl.F_SETPIPE_SZ, 1 << 20)
        os.set_blocking(pairs[-1][1], False)
        fill(lambda data: os.write(pairs[-1][1], data))
print(held)
"""
    assert 0 < seen(warm, code) < 64 << 20
