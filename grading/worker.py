"""The learner's side of the boundary: what runs inside the sandbox.

    python worker.py        its standard input is a socket to the grader

One warm process imports everything once and then waits. For each submission it forks a child that
closes itself off, runs the cells it is sent, calls the functions it is asked for, and ends.
Whatever the learner's code does, it does it in there; nothing of it is left when the next begins.

The warm process holds no secret: it knows the released folder and no answer that is not in it.
"""

import ast
import contextlib
import ctypes
import gc
import importlib
import io
import os
import re
import resource
import signal
import socket
import struct
import sys
import time
import traceback
import warnings

from kernel import (
    BIND,
    DROP_BOUNDING,
    NEW_IPC,
    NEW_MOUNTS,
    NEW_NETWORK,
    NEW_PIDS,
    NEW_USER,
    NO_DEVICES,
    NO_PROGRAMS,
    NO_SUID,
    READ_ONLY,
    REMOUNT,
    SECCOMP_FILTER,
    SET_DUMPABLE,
    SET_NO_NEW_PRIVILEGES,
    SET_SECCOMP,
    c_library,
    die_with_parent,
)
from seccomp import Filter, filter_for

NOBODY = 65534
NOTEBOOK = "/tmp/notebook"  # the folder in which cells run
DEVICES = "null", "zero", "full", "random", "urandom", "tty"
TEXT = 20_000  # characters of an error's text, or of a traceback
# Magics that start other programs.
INSTALLERS = "pip", "conda", "mamba", "micromamba", "uv"
INTERPRETERS = "!", "sx", "system", "script", "bash", "sh", "perl", "ruby", "pypy"
INTERPRETERS += "python", "python2", "python3"


# ---------------------------------------------------------------- the warm process


def main() -> None:
    """Warm up as the grader orders, then fork a child for each submission."""
    control = socket.socket(fileno=os.dup(0))
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    isolated = "--isolated" in sys.argv
    if isolated and os.getuid() == 0:
        os.setgroups([])
        os.setresgid(NOBODY, NOBODY, NOBODY)
        os.setresuid(NOBODY, NOBODY, NOBODY)
        # The kernel hides a process that has changed its user; it must map its own user later.
        c_library("prctl", SET_DUMPABLE, 1, 0, 0, 0)

    from wire import receive, send  # NumPy, and so the first of the slow imports

    gc.disable()  # imports leave no garbage worth looking for
    order = receive(control)
    os.chdir(order["folder"])
    sys.path.insert(0, order["folder"])
    problem, shell = warm_up(order["setup"])
    for name in order["packages"]:
        with contextlib.suppress(ImportError):  # the cells that need it will say so
            importlib.import_module(name)
    calls = filter_for(os.uname().machine) if isolated else None
    send(control, {"problem": problem})
    gc.freeze()  # so that a fork does not copy what only the collector would touch
    gc.enable()

    while True:
        letter, descriptors, _, _ = socket.recv_fds(control, 1, 1)
        if not letter:
            return
        signal.pthread_sigmask(
            signal.SIG_BLOCK, {signal.SIGTERM}
        )  # until the child is ready for it
        pid = os.fork()
        if pid == 0:
            control.close()
            close_all_but(descriptors[0])
            try:
                if isolated:
                    close_off(order["limits"], order["keep"], calls)
                    go_where_files_can_be_written(order["folder"])
                signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})
                limit(order["limits"])
                serve(socket.socket(fileno=descriptors[0]), shell, order)
            except BaseException:
                traceback.print_exc()  # for the grader, if the limits are not in force yet
            finally:
                os._exit(1)
        os.close(descriptors[0])
        while control.recv(1) == b"d":
            control.send(struct.pack("!d", delay(pid)))
        # The grader has done with it, or has gone.
        if isolated:
            os.kill(pid, signal.SIGTERM)  # to the guard
        else:
            end_group(pid)
        os.waitpid(pid, 0)
        control.send(b"k")


def delay(guard: int) -> float:
    """The seconds in which the first process of a submission could run and had no processor.

    They are 0 where the system does not count them.
    """
    try:
        with open(f"/proc/{guard}/task/{guard}/children") as file:
            first = (file.read().split() or [guard])[0]
        ran, _, _ = schedule(first)
        for _ in range(100):  # the kernel counts a wait when it ends
            time.sleep(0.02)
            now_ran, waited, state = schedule(first)
            if now_ran > ran or state != "R":
                break
        return waited / 1e9
    except OSError:
        return 0.0


def schedule(pid: int | str) -> tuple[int, int, str]:
    """The nanoseconds that a process ran, those it waited for a processor, and its state."""
    with open(f"/proc/{pid}/schedstat") as file:
        ran, waited, _ = file.read().split()
    with open(f"/proc/{pid}/stat") as file:
        return int(ran), int(waited), file.read().rpartition(")")[2].split()[0]


def end_group(pid: int) -> None:
    """End a child that is not isolated, and what it has started, as far as it did not run away."""
    for end in (os.killpg, os.kill):
        with contextlib.suppress(ProcessLookupError):  # it has no group of its own yet
            end(pid, signal.SIGKILL)


def warm_up(setup: str) -> tuple:
    """Import what submissions need and run the notebook's first cell.

    Returns:
        the text of what went wrong, or "", and the IPython shell.
    """
    from IPython.core.interactiveshell import InteractiveShell
    from traitlets.config import Config

    config = Config()
    config.HistoryManager.enabled = False  # it would start a thread
    config.InteractiveShell.colors = "NoColor"
    shell = InteractiveShell.instance(config=config)
    shell.showtraceback = shell.showsyntaxerror = lambda *_, **__: None
    # For %matplotlib, with whatever name: there is no screen, and no need of one.
    shell.enable_gui = lambda *_, **__: None
    shell.enable_matplotlib = lambda *_, **__: (None, None)
    run_no_programs(shell)
    leave_python_as_it_is(shell)
    warnings.filterwarnings("ignore", message=".*is non-interactive, and thus cannot be shown.*")
    result = shell.run_cell(setup, silent=True)
    error = result.error_before_exec or result.error_in_exec
    return (describe(error)["traceback"] if error else ""), shell


def leave_python_as_it_is(shell) -> None:
    """Let IPython look for magics, prompts and `await` only where they can be: that takes long."""
    manager = shell.input_transformer_manager
    transform, is_async = manager.transform_cell, shell.should_run_async

    def transform_unless_python(cell):
        # IPython takes off an indentation, and prompts, of which one looks like Python.
        if not cell[:1].strip() or "In [" in cell:
            return transform(cell)
        try:
            with warnings.catch_warnings(action="ignore"):
                ast.parse(cell)
        except Exception:
            return transform(cell)
        # Lines of spaces alone are emptied, as IPython does it.
        return re.sub(r"^[ \t]+$", "", cell + "\n" * (not cell.endswith("\n")), flags=re.MULTILINE)

    def should_run_async(cell, **transformed):
        return ("await" in cell or "async" in cell) and is_async(cell, **transformed)

    manager.transform_cell, shell.should_run_async = transform_unless_python, should_run_async


def run_no_programs(shell) -> None:
    """Let lines that call other programs print that they are not run, and the cell go on."""
    from IPython.utils.text import SList

    def refuse(command):
        print(f"Not run while grading: {command.strip()}")
        return SList()  # what `files = !ls` would be

    def system(command):
        refuse(f"!{command}")

    def magic(name):
        return lambda line, cell=None: refuse(f"{'%' if cell is None else '%%'}{name} {line}")

    shell.system = shell.system_piped = shell.system_raw = system
    shell.getoutput = lambda command, *_, **__: refuse(f"!{command}")
    for name in INSTALLERS:
        shell.register_magic_function(magic(name), "line", name)
    for name in INTERPRETERS:
        shell.register_magic_function(magic(name), "line_cell", name)


# ---------------------------------------------------------------- a child for a submission


def mount(source: str, place: str, kind: bytes | None, flags: int, options=None) -> None:
    """Mount something at a place."""
    c_library("mount", source.encode(), place.encode(), kind, ctypes.c_ulong(flags), options)


def close_all_but(socket: int) -> None:
    """Close what the warm process has opened: one submission could leave its state to the next."""
    os.closerange(3, socket)
    os.closerange(socket + 1, 256)


def close_off(limits: dict, keep: list[str], calls: Filter) -> None:
    """Enter namespaces of one's own, and return in a new process that is the first one there.

    `keep` are places below /tmp that stay visible: Python's, if it is installed there. `calls` is
    the filter of system calls.

    The process that entered them stays outside as the guard: it ends the new one when it is told
    to, and its own end tells that nothing is left, since the kernel ends all processes of a PID
    namespace with the first.
    """
    user, group = os.getuid(), os.getgid()
    c_library("unshare", NEW_USER | NEW_MOUNTS | NEW_PIDS | NEW_IPC | NEW_NETWORK)
    for name, text in (
        ("setgroups", "deny"),
        ("uid_map", f"{user} {user} 1"),
        ("gid_map", f"{group} {group} 1"),
        ("oom_score_adj", "1000"),  # where memory runs out, this goes first
    ):
        with open(f"/proc/self/{name}", "w") as file:
            file.write(text)
    apart = NO_SUID | NO_DEVICES
    size = f"size={limits['disk']},nr_inodes=10000,mode=1777".encode()
    kept = {place: os.open(place, os.O_PATH) for place in keep}
    mount("tmpfs", "/tmp", b"tmpfs", apart, size)
    for place, descriptor in kept.items():
        os.makedirs(os.path.dirname(place), exist_ok=True)
        if os.path.isdir(f"/proc/self/fd/{descriptor}"):
            os.mkdir(place)
        else:
            open(place, "w").close()
        mount(f"/proc/self/fd/{descriptor}", place, None, BIND)
        os.close(descriptor)
    mount("tmpfs", "/dev/shm", b"tmpfs", apart | NO_PROGRAMS, size)
    for place in ("/proc", "/dev/pts"):
        mount("tmpfs", place, b"tmpfs", apart | NO_PROGRAMS | READ_ONLY, b"size=4k,mode=555")
    for name in DEVICES:  # or the times of the machine's own could be changed
        mount("none", f"/dev/{name}", None, REMOUNT | BIND | READ_ONLY | NO_SUID)
    first = os.fork()
    if first:
        for descriptor in range(3, 64):  # the learner's socket among them
            with contextlib.suppress(OSError):
                os.close(descriptor)

        def end(*_):
            os.kill(first, signal.SIGKILL)

        signal.signal(signal.SIGTERM, end)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})
        os.waitpid(first, 0)
        os._exit(0)
    die_with_parent()
    drop_capabilities()
    c_library("prctl", SET_SECCOMP, SECCOMP_FILTER, ctypes.byref(calls), 0, 0)


def go_where_files_can_be_written(released: str) -> None:
    """Go to a folder of this process, with links to what stands in the released one."""
    os.mkdir(NOTEBOOK)
    for name in os.listdir(released):
        os.symlink(os.path.join(released, name), os.path.join(NOTEBOOK, name))
    os.chdir(NOTEBOOK)
    sys.path.insert(0, NOTEBOOK)


def drop_capabilities() -> None:
    """Give up what the owner of a new namespace may do in it."""
    c_library("prctl", SET_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    for capability in range(64):
        try:
            c_library("prctl", DROP_BOUNDING, capability, 0, 0, 0)
        except OSError:
            break  # past the last one
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)  # version 3, this process
    c_library("capset", header, (ctypes.c_uint32 * 6)())


def limit(limits: dict) -> None:
    """Leave the grader's terminal and process group, and set the limits of the kernel."""
    os.setsid()
    signal.signal(signal.SIGINT, signal.default_int_handler)
    null = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(null, descriptor)
    for name, value in (
        ("RLIMIT_CORE", 0),
        ("RLIMIT_AS", limits["memory"]),
        ("RLIMIT_FSIZE", limits["disk"]),
        ("RLIMIT_NPROC", limits["processes"]),
        ("RLIMIT_NOFILE", 256),
        # These the kernel counts for a user, and so they would be missing to others.
        ("RLIMIT_SIGPENDING", 256),
        ("RLIMIT_MEMLOCK", 0),
        ("RLIMIT_CPU", int(limits["wall"]) + 1),
    ):
        if hasattr(resource, name):
            try:
                resource.setrlimit(getattr(resource, name), (value, value))
            except (ValueError, OSError):
                if "--isolated" in sys.argv:
                    raise


class Printed(io.TextIOBase):
    """Standard output and error in one: keeps what is printed, up to a limit for all cells."""

    def __init__(self, limit):
        self.parts, self.left = [], limit

    def writable(self):
        return True

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        if self.left > 0:
            self.parts.append(text[: self.left])
            self.left -= len(text)
            if self.left <= 0:
                self.parts.append("\n[the rest of the output is cut off]\n")
        return len(text)

    def take(self):
        text, self.parts = "".join(self.parts), []
        return text


def serve(sock: socket.socket, shell, order: dict) -> None:
    """Answer the grader's requests until it closes the connection."""
    import builtins

    import numpy as np
    from wire import WireError, pack, receive

    sys.stdout = sys.stderr = printed = Printed(order["limits"]["output"])
    sys.__stdout__ = sys.__stderr__ = printed
    names = shell.user_ns
    shared = {name: names[name] for name in order["functions"] if name in names}

    def callback(number):
        """A function of the grader's side."""

        def function(*args, **kwargs):
            sock.settimeout(None)
            sock.sendall(pack({"callback": number, "args": args, "kwargs": kwargs}))
            reply = receive(sock)
            if "error" in reply:
                kind, text = reply["error"]["type"], reply["error"]["text"]
                raise getattr(builtins, kind, ValueError)(text)
            return reply["answer"]

        return function

    while True:
        functions = shared | {name: names[name] for name in order["exercises"] if name in names}
        try:
            requests = [receive(sock, functions, callback=callback)]
            if "requests" in requests[0]:  # so many come together
                count = requests[0]["requests"]
                requests = [receive(sock, functions, callback=callback) for _ in range(count)]
        except WireError:
            os._exit(0)
        for request in requests:
            try:
                if "cell" in request:
                    reply = run_cell(shell, **request)
                else:
                    reply = call_function(names, np, **request)
                frame = pack({**reply, "printed": printed.take()})
            except WireError as error:
                reply = {"error": describe(ValueError(f"the answer is too large: {error}"))}
                frame = pack({**reply, "printed": ""})
            sock.settimeout(None)
            sock.sendall(frame)
            if reply["error"] and reply["error"]["type"] == "ExerciseOpen":
                break  # the grader asks for no more


def run_cell(shell, cell: str, name: str) -> dict:
    """Run a cell, and return its error, or None."""
    shell.compile.get_code_name = lambda raw, transformed, number: f"<{name}>"
    result = shell.run_cell(cell, silent=True)
    error = result.error_before_exec or result.error_in_exec
    return {"error": describe(error) if error else None}


def call_function(names: dict, np, function: str, args, kwargs, state, floats) -> dict:
    """Call a function, and return its answer or its error, and the arguments if it changed them."""
    given = args, kwargs
    before = picture(given)
    if isinstance(state, int):
        np.random.seed(state)
    else:
        np.random.set_state(state)
    try:
        if function not in names:
            raise NameError(f"name '{function}' is not defined")
        with np.errstate(**floats):
            reply = {"answer": names[function](*args, **kwargs), "error": None}
    except BaseException as error:  # SystemExit and its like too
        reply = {"error": describe(error)}
    try:
        changed = picture(given) != before
    except Exception:  # what the learner's code has put there can do anything
        changed = True
    return {**reply, "given": given if changed else None}


def picture(value):
    """What shows whether the arguments of a call were changed: compare it with an earlier one."""
    kind = type(value)
    if kind in (tuple, list):
        return kind, [picture(item) for item in value]
    if kind is dict:
        return kind, [(key, picture(item)) for key, item in value.items()]
    if hasattr(value, "tobytes"):  # of NumPy
        return kind, value.dtype.str, value.shape, value.tobytes()
    return kind, value


def describe(error: BaseException) -> dict:
    """An exception as plain data: type, arguments, text, the learner's part of the traceback."""
    try:
        text = str(error)
    except Exception:
        text = ""
    # The learner's lines stand in cells, which are called <name>. What else was on the way, ours
    # and the libraries', helps nobody.
    shown = [line for line in traceback.extract_tb(error.__traceback__) if in_cell(line.filename)]
    written = ["Traceback (most recent call last):\n", *traceback.format_list(shown)]
    written += traceback.format_exception_only(type(error), error)
    plain = [argument for argument in error.args if isinstance(argument, (str, int, float))]
    return {
        "type": type(error).__name__,
        "args": [a[:TEXT] if isinstance(a, str) else a for a in plain[:3]],
        "whole": len(plain) == len(error.args) <= 3,
        "text": text[:TEXT],
        "traceback": "".join(written if shown else written[1:])[-TEXT:],
    }


def in_cell(filename: str) -> bool:
    return filename.startswith("<") and not filename.startswith("<frozen")


if __name__ == "__main__":
    main()
