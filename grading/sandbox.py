"""Where the learner's code runs: bubblewrap with a warm Python inside.

A `Sandbox` is one bubblewrap that holds a warm process (`worker.py`). A `Session` is a child of
that process, for one submission: it has no network, no files but Python and the released folder,
a /tmp of its own, its own processes, and limits on time, memory, processes and files. Where that
cannot be had, nothing runs: it fails closed.
"""

import contextlib
import os
import shutil
import socket
import struct
import subprocess
import sys
import tempfile
import time
import tomllib
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import repeat
from pathlib import Path

from grading.results import Problem
from grading.wire import WireError, pack, receive, send, send_frames

HERE = Path(__file__).resolve().parent
INSIDE = "worker.py", "kernel.py", "seccomp.py", "wire.py"  # what runs in the sandbox
WARM = 60  # seconds that the imports may take, on a machine that is busy

FIX = (
    "Install bubblewrap (on Debian and Ubuntu: sudo apt-get install bubblewrap), allow user "
    "namespaces (sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0 on a new Ubuntu), "
    "or grade on a Linux machine or virtual machine that is your own; --no-sandbox grades without "
    "one, and then a submission can do all that you can."
)

REINSTALL = (
    "Submissions can read what is installed, and the course holds the solutions: run "
    "`python -m pip uninstall deep-networks-step-by-step`, then `python -m pip install --no-deps "
    "-e .` in the folder of the course, and grade from there."
)


# What the learner's code must find, tried by a cell of its own before anything else runs.
PROBE = """
import os, socket
assert os.getpid() == 1, "it sees the processes of others"
assert os.getuid() != 0, "it runs as root"
assert not os.listdir("/proc"), "it sees /proc"
assert not os.path.exists({root!r}), "it sees the course"
assert set(os.listdir("/tmp")) <= {kept!r}, "its /tmp is not its own"
try:
    socket.socket()
except OSError:
    pass
else:
    assert False, "it has a network"
for place in ("/", "/released", "/grader", "/dev"):
    try:
        open(os.path.join(place, "probe"), "w")
    except OSError:
        continue
    assert False, "it can write to " + place
"""


class SandboxError(Problem):
    """There is no sandbox; one sentence that says why and what to do."""


class Ended(Exception):
    """The learner's process has ended, or has said what makes no sense."""


@dataclass(frozen=True)
class Limits:
    """What a submission may use.

    Attributes:
        call: seconds for one cell, and for all calls of one exercise's test. Those in which the
            process waits for a processor do not count, until three times as many have passed.
        wall: seconds for the whole submission; all count.
        memory: bytes of address space of each process.
        disk: bytes in /tmp, and in one file.
        processes: processes and threads at a time.
        output: characters printed.
    """

    call: float = 10
    wall: float = 60
    memory: int = 2 << 30
    disk: int = 64 << 20
    processes: int = 16
    output: int = 200_000


class Sandbox:
    """A warm Python behind bubblewrap.

    Arguments:
        files: {name: bytes} of the released folder, which the learner's code can read.
        setup: the text of the notebook's first cell, which is run once.
        exercises: the names of the functions that may be called.
        functions: the names, from the first cell, of functions that may be sent as arguments.
        packages: the names of packages that exercises need; they may take long to import, and are
            imported once.
        limits: Limits.
        isolated: False runs the same without bubblewrap, as the user who grades.

    Raises:
        SandboxError: it does not start.
    """

    def __init__(
        self,
        files: dict[str, bytes],
        setup: str,
        exercises: Iterable[str],
        functions: Iterable[str] = (),
        limits: Limits | None = None,
        isolated: bool = True,
        packages: Iterable[str] = (),
    ):
        self.isolated, self.limits = isolated, limits or Limits()
        self.output = tempfile.TemporaryFile()  # noqa: SIM115 (it lives as long as the sandbox)
        self.control, theirs = socket.socketpair()
        if isolated:
            command, folder, descriptors = self._command(files)
        else:
            command, folder, descriptors = self._open_command(files)
        try:
            self.process = subprocess.Popen(
                command,
                stdin=theirs,
                stdout=self.output,
                stderr=self.output,
                pass_fds=descriptors,
                start_new_session=True,  # Ctrl-C is for the grader alone
                env=_environment(),
                cwd="/",
            )
        except OSError as error:
            raise SandboxError(f"The sandbox does not start: {error}. {FIX}") from None
        finally:
            theirs.close()
            for descriptor in descriptors:
                os.close(descriptor)
        # A Python that is installed below /tmp must stay there.
        self.keep = [place for place in _python_places() if place.startswith("/tmp/")]
        order = {
            "folder": folder,
            "keep": self.keep,
            "setup": setup,
            "exercises": list(exercises),
            "functions": list(functions),
            "packages": list(packages),
            "limits": asdict(self.limits),
        }
        try:
            deadline = time.monotonic() + WARM
            send(self.control, order, deadline=deadline)
            problem = receive(self.control, deadline=deadline)["problem"]
        except (WireError, TimeoutError):
            self.close()
            raise SandboxError(f"The sandbox does not start: {self._last_words()}. {FIX}") from None
        if problem:
            self.close()
            raise SandboxError(f"The first cell of the notebook fails in the sandbox:\n{problem}")
        if isolated:
            self._probe()

    def _probe(self):
        """Try, as a submission would, whether the sandbox holds."""
        kept = {Path(place).parts[2] for place in self.keep} | {"notebook"}
        probe = PROBE.format(root=str(HERE.parent / "notebooks"), kept=kept)
        try:
            with self.session() as session:
                error = session.ask({"cell": probe, "name": "probe"})["error"]
                problem = error and error["text"]
        except (Ended, TimeoutError):
            problem = self._last_words()
        if problem:
            self.close()
            raise SandboxError(f"The sandbox does not hold here: {problem}. {FIX}")

    def _command(self, files):
        """The command that starts it, the folder it finds there, and the files it is handed."""
        if not sys.platform.startswith("linux"):
            raise SandboxError(f"The sandbox needs Linux, and this is {sys.platform}. {FIX}")
        bubblewrap = shutil.which("bwrap")
        if not bubblewrap:
            raise SandboxError(f"The sandbox needs bubblewrap, and there is no bwrap here. {FIX}")
        command = [bubblewrap, "--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts"]
        command += ["--unshare-cgroup-try", "--hostname", "sandbox", "--die-with-parent"]
        if os.getuid() != 0:
            command += ["--unshare-user"]
        command += ["--proc", "/proc", "--dev", "/dev", "--perms", "1777", "--tmpfs", "/tmp"]
        binds = {place: place for place in _python_places()}
        refuse_installed_course(binds)
        binds |= {f"/grader/{name}": str(HERE / name) for name in INSIDE}
        # Bubblewrap would close the folders on the way to a place to all but root.
        ways = {str(way) for place in binds for way in Path(place).parents} - {"/", "/tmp"}
        for way in sorted(ways):
            command += ["--perms", "0755", "--dir", way]
        for place, source in binds.items():
            # A link, as /lib is one to usr/lib, stays a link.
            if os.path.islink(source):
                command += ["--symlink", os.readlink(source), place]
            else:
                command += ["--ro-bind", source, place]
        for folder in sorted(
            {Path("/released", name).parent for name in files} | {Path("/released")}
        ):
            command += ["--perms", "0755", "--dir", str(folder)]
        descriptors = []
        for name, content in files.items():
            descriptors.append(os.memfd_create(name))
            with open(descriptors[-1], "wb", closefd=False) as file:
                file.write(content)
            os.lseek(descriptors[-1], 0, os.SEEK_SET)
            command += ["--perms", "0444", "--file", str(descriptors[-1]), f"/released/{name}"]
        command += ["--remount-ro", "/dev", "--remount-ro", "/", "--chdir", "/released"]
        command += [sys.executable, "-s", "-B", "/grader/worker.py", "--isolated"]
        return command, "/released", descriptors

    def _open_command(self, files):
        self.folder = tempfile.TemporaryDirectory(prefix="released-")
        for name, content in files.items():
            target = Path(self.folder.name) / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        return [sys.executable, "-s", "-B", str(HERE / "worker.py")], self.folder.name, []

    def _last_words(self):
        self.output.seek(0)
        lines = self.output.read()[-2000:].decode("utf-8", "replace").strip().splitlines()
        return lines[-1].rstrip(".") if lines else "it says nothing"

    def session(self) -> "Session":
        """A fresh process for a submission.

        Raises:
            SandboxError: the sandbox itself has gone.
        """
        return Session(self)

    def close(self) -> None:
        """End it, and all that runs in it."""
        self.control.close()
        try:
            self.process.wait(1)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


class Session:
    """A process of its own for one submission. Close it, and nothing of it is left."""

    def __init__(self, sandbox: Sandbox):
        self.sandbox = sandbox
        self.sock, theirs = socket.socketpair()
        try:
            socket.send_fds(sandbox.control, [b"n"], [theirs.fileno()])
        except OSError:
            raise SandboxError("The sandbox has ended; run the grader again.") from None
        finally:
            theirs.close()

    def ask(
        self,
        request: dict,
        functions: dict | Iterable = (),
        remaining: Callable[[], float] | None = None,
    ) -> dict:
        """Send a request, and wait for the reply; see `ask_all`."""
        return next(self.ask_all([request], functions, remaining))

    def ask_all(
        self,
        requests: Sequence[dict],
        functions: dict | Iterable = (),
        remaining: Callable[[], float] | None = None,
    ) -> Iterator[dict]:
        """Send requests in one go, and yield the reply to each, in their order, when it is there.

        The process works on while the caller looks at a reply. A function among the data of a
        request runs here when the process calls it.

        Arguments:
            remaining: says how many seconds they may still take; None for those of a call.

        Yields:
            the replies; nothing in them can be trusted but their being plain data.

        Raises:
            TimeoutError: there is no reply in time.
            Ended: the process has gone.
        """
        if remaining is None:
            end = time.monotonic() + self.sandbox.limits.call
            remaining = lambda: end - time.monotonic()  # noqa: E731
        try:
            callbacks = [[] for _ in requests]
            frames = [pack(*each) for each in zip(requests, repeat(functions), callbacks)]
            if len(frames) > 1:
                frames.insert(0, pack({"requests": len(frames)}))
            send_frames(self.sock, frames, time.monotonic() + remaining())
            for own in callbacks:
                yield self._reply(own, functions, remaining)
        except (WireError, ConnectionError) as error:
            raise Ended(str(error)) from None

    def _reply(self, callbacks, functions, remaining):
        while True:
            self._wait_for_reply(remaining)
            reply = receive(self.sock, functions, time.monotonic() + remaining())
            if not isinstance(reply, dict):
                raise Ended("not a reply")
            if "callback" not in reply:
                return reply
            answer = _called_back(callbacks, reply)
            send(self.sock, answer, functions, time.monotonic() + remaining())

    def _wait_for_reply(self, remaining):
        """Wait until there is something to read.

        Raises:
            TimeoutError: nothing remains.
        """
        while (left := remaining()) > 0:
            self.sock.settimeout(left)
            with contextlib.suppress(TimeoutError):
                self.sock.recv(1, socket.MSG_PEEK)
                return
        raise TimeoutError

    def delay(self) -> float:
        """The seconds in which the process could run, so far, and had no processor."""
        try:
            self.sandbox.control.settimeout(WARM)
            self.sandbox.control.send(b"d")
            return struct.unpack("!d", self.sandbox.control.recv(8))[0]
        except (OSError, struct.error):  # the sandbox has ended, which the next request finds
            return 0.0

    def close(self) -> None:
        """End the process and all that it has started, and wait until they are gone."""
        self.sock.close()
        control = self.sandbox.control
        try:
            control.settimeout(WARM)
            control.send(b"k")
            control.recv(1)
        except OSError:
            self.sandbox.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


def _called_back(callbacks, order):
    """Call the function that the learner's process asks for, and return the reply to it."""
    try:
        number, args, kwargs = order["callback"], order.get("args"), order.get("kwargs")
        if type(number) is not int or not 0 <= number < len(callbacks):
            raise ValueError("there is no such function any more")
        if not isinstance(args, tuple) or not isinstance(kwargs, dict):
            raise ValueError("these are no arguments")
        return {"answer": callbacks[number](*args, **kwargs)}
    except Exception as error:
        return {"error": {"type": type(error).__name__, "text": str(error)}}


def _environment():
    """All that the learner's code finds in its environment."""
    return {
        "PATH": "/usr/bin:/bin",
        "HOME": "/tmp",
        "LANG": "C.UTF-8",
        "PYTHONHASHSEED": "0",
        "MPLBACKEND": "agg",
        "MPLCONFIGDIR": "/tmp",
        "IPYTHONDIR": "/tmp",
        # One thread: the warm process forks, and results must not depend on the machine's cores.
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
        "MKL_NUM_THREADS": "1",
        **{name: os.environ[name] for name in BLAS_SETTINGS if name in os.environ},
    }


# Some machines need these for OpenBLAS to compute right.
BLAS_SETTINGS = ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")


def course_modules(root: Path = HERE.parent) -> set[str]:
    """The modules that an installation of the course puts among the packages: "solved/notebook_04".

    Raises:
        SandboxError: this grader does not lie in the folder of the course.
    """
    try:
        project = (root / "pyproject.toml").read_text(encoding="utf-8")
    except FileNotFoundError:
        raise SandboxError(
            f"The grader runs from {root}, which is not the folder of the course: there is no "
            f"pyproject.toml in it. {REINSTALL}"
        ) from None
    setuptools = tomllib.loads(project)["tool"]["setuptools"]
    packages = [name.rstrip("*") for name in setuptools["packages"]["find"]["include"]]
    found = [path for name in packages for path in (root / name).rglob("*.py")]
    found += [root / f"{name}.py" for name in setuptools["py-modules"]]
    # Another project may have a package of the same name.
    return {_module(path.relative_to(root)) for path in found if path.name != "__init__.py"}


def _module(path):
    """The module in a file, which may be compiled: "solved/notebook_04"."""
    parts = [part for part in path.parent.parts if part != "__pycache__"]
    return "/".join([*parts, path.name.partition(".")[0]])


def refuse_installed_course(places: Iterable[str]) -> None:
    """Make sure that submissions cannot read the solutions in an installation of the course.

    Arguments:
        places: the folders that a submission sees.

    Raises:
        SandboxError: modules of the course lie in one of them where a Python looks for packages,
            or up to two folders deep.
    """
    modules = course_modules()
    packages = {module.partition("/")[0] for module in modules}
    for place in _candidates(places):
        if any(_module(path) in modules for path in _files(place, packages)):
            raise SandboxError(f"The course is installed in {place}. {REINSTALL}")


def _files(place, packages):
    """The files, relative to a folder or zip file, of what is called like one of some packages."""
    if zipfile.is_zipfile(place):
        yield from map(Path, zipfile.ZipFile(place).namelist())
        return
    for name in os.listdir(place):
        if name.partition(".")[0] in packages:
            yield Path(name)
            for folder, _, names in os.walk(place / name):
                yield from (Path(folder, name).relative_to(place) for name in names)


def _candidates(places):
    """The folders and zip files below some places in which the course may be installed."""
    found = {Path(path) for path in sys.path if path}
    for place in map(Path, places):
        # Of any version, since a submission can read also what it cannot import.
        for pattern in ("*/", "*/*/", "lib*/python3*/*-packages/"):
            found.update(place.glob(pattern))
        found.add(place)
    for folder in [path for path in found if path.name.endswith("-packages")]:
        found |= {path for kind in ("egg", "whl", "zip") for path in folder.glob(f"*.{kind}")}
    shown = [os.path.realpath(place) for place in places]
    return sorted(
        path
        for path in {path.resolve() for path in found} - {HERE.parent}  # that is for the probe
        if any(path.is_relative_to(place) for place in shown)
        and os.access(path, os.R_OK)
        and (path.is_dir() or zipfile.is_zipfile(path))
    )


def _python_places():
    """The folders that Python needs, none of which lies in another."""
    system = ["/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib", "/etc/ld.so.cache"]
    packages = [path for path in sys.path if path.endswith("-packages")]
    # Python starts from the path by which it was called, and a virtual environment points on.
    prefixes = [sys.prefix, sys.base_prefix]
    prefixes = [*prefixes, *map(os.path.realpath, prefixes)]
    # No more of them: a copy of the course, or what others have handed in, may lie beside.
    parts = "bin", "lib", "lib64", "pyvenv.cfg"
    found = [os.path.join(prefix, part) for prefix in prefixes for part in parts]
    found += map(os.path.realpath, packages)
    found.append(os.path.dirname(os.path.realpath(sys.executable)))
    places = []
    for path in sorted({path for path in (*system, *found) if os.path.lexists(path)}, key=len):
        if not any(Path(path).is_relative_to(place) for place in places):
            places.append(path)
    return places
