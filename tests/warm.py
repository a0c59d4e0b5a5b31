"""Commands of the course in a process whose imports are done: they take seconds of each start.

Python's forkserver imports them once in a session of tests, and forks a process for each command.
What runs is what the command line runs, but with the modules of this repository: a test that
edits the code of a copy starts a Python of its own.
"""

import os
import runpy
import subprocess
import sys
import tempfile
import threading
from multiprocessing import forkserver, get_context, resource_tracker

PRELOADED = ["warm", "grading.__main__", "grading.gradebook", "grading.reports"]
PRELOADED += ["matplotlib.pyplot", "nbgrader.apps.nbgraderapp", "nbgrader.converters"]


def start() -> None:
    """Start the processes that all commands share, if they do not run yet."""
    get_context("forkserver").set_forkserver_preload(PRELOADED)
    forkserver.ensure_running()
    resource_tracker.ensure_running()


def run(module: str, *arguments: str, cwd, env: dict[str, str]) -> subprocess.CompletedProcess:
    """Run `python -m MODULE ARGUMENTS...`, and return the completed process with its output."""
    start()
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        paths = [f"/proc/{os.getpid()}/fd/{file.fileno()}" for file in (out, err)]
        process = get_context("forkserver").Process(
            target=_run, args=(module, arguments, str(cwd), env, *paths)
        )
        process.start()
        process.join()
        texts = []
        for file in (out, err):
            file.seek(0)
            texts.append(file.read().decode())
    return subprocess.CompletedProcess([module, *arguments], process.exitcode, *texts)


def _run(module, arguments, cwd, env, *paths):
    for number, path in enumerate(paths, start=1):
        descriptor = os.open(path, os.O_WRONLY | os.O_APPEND)
        os.dup2(descriptor, number)
        os.close(descriptor)
    os.chdir(cwd)
    os.environ.clear()
    os.environ.update(env)
    sys.path.insert(0, cwd)
    sys.argv = [module, *arguments]
    sys.modules.pop(f"{module}.__main__", None)  # it is run, not imported
    try:
        runpy.run_module(module, run_name="__main__", alter_sys=True)
    finally:
        # As Python itself ends: pools that still run end before their queues are closed, which a
        # process of multiprocessing closes first, and then waits forever for the pools.
        threading._shutdown()
