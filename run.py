"""The one way into the course.

    python run.py start [options for jupyter lab]    copy your notebooks into work/ and open them
    python run.py test [options for pytest]          run every check and every test
    python run.py site                               build the course site in site/

All first make an environment in .venv, or find it up to date. This file needs nothing but
Python, and even an old Python can read it, to be sent away with a clear sentence.
"""

import sys

if sys.version_info < (3, 11):
    sys.exit(
        "This course needs Python 3.11 or newer and this is Python %d.%d: get a newer one from "
        "https://www.python.org/downloads/ and run the same command again." % sys.version_info[:2]
    )

import hashlib
import os
import re
import shutil
import signal
import subprocess
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).absolute().parent
VENV = ROOT / ".venv"
STAMP = VENV / "up-to-date"
LOG = VENV / "setup.log"
WORK = ROOT / "work"
# JupyterLab would greet with a question whether it may fetch news.
LAB_CONFIG = VENV / "etc" / "jupyter" / "labconfig" / "page_config.json"
NO_NEWS = '{"disabledExtensions": {"@jupyterlab/apputils-extension:announcements": true}}'
# Each kernel would warn of eavesdroppers, who would have to be on this computer already.
KERNEL_CONFIG = VENV / "etc" / "ipython" / "ipython_kernel_config.json"
NO_WARNINGS = '{"IPKernelApp": {"log_level": 40}}'
# For learners: their files with their whole names, and nothing that is for instructors.
LEARNERS_LAB = ROOT / "release" / "lab"
# What it opens with: all notebooks, the points so far, what is next.
FIRST_PAGE = "/lab/tree/start.ipynb"
# The pins for learning and teaching, and all of them.
LEARN, ALL = ["requirements.txt"], ["requirements.txt", "requirements-dev.txt"]
NEEDED = ("requirements.txt", "pyproject.toml", "dnn_utils.py", "release", "notebooks")

# What pip and uv print when there is no network.
NO_NETWORK = (
    r"newconnectionerror|connection broken|failed to establish|name resolution|getaddrinfo"
    r"|connect ?timeout|read timed out|connection reset|proxyerror|dns error"
    r"|error sending request|tcp connect|operation timed out|are you offline|from versions: none"
)
# What they print when they had to compile a package and could not.
NOT_BUILT = r"failed building wheel|failed to build|metadata-generation-failed"


class Problem(Exception):
    """What stops us, in one sentence for the person who ran this."""


def say(line, stream=None):
    stream = stream or sys.stdout
    stream.write(line + "\n")
    stream.flush()


def python_of(venv, windows=os.name == "nt"):
    """The path of the Python of an environment."""
    return venv / "Scripts" / "python.exe" if windows else venv / "bin" / "python"


PYTHON = str(python_of(VENV))


def environment():
    """The variables of an activated .venv: nbgrader calls other programs by their names."""
    variables = dict(os.environ, VIRTUAL_ENV=str(VENV))
    variables.pop("PYTHONHOME", None)
    path = os.environ.get("PATH", os.defpath)
    variables["PATH"] = os.path.dirname(PYTHON) + os.pathsep + path
    return variables


def step(line, command, shown=False):
    """Say the line and run the command. What it prints is kept for the log unless it is shown."""
    say(line + " ...")
    out, err = (None, subprocess.PIPE) if shown else (subprocess.PIPE, subprocess.STDOUT)
    nothing = subprocess.DEVNULL  # so that nothing waits for an answer to a question
    done = subprocess.run(
        command, cwd=ROOT, env=environment(), stdin=nothing, stdout=out, stderr=err
    )
    if done.returncode:
        output = (done.stderr if shown else done.stdout).decode("utf-8", "replace")
        raise Problem("%s failed: %s" % (line.split(" (")[0], cause(output)))


def cause(output):
    """Keep the output of a failed step in the log, and say what is to be done."""
    try:
        VENV.mkdir(exist_ok=True)
        LOG.write_text(output, encoding="utf-8")
    except OSError as error:  # no room, or no right to write here
        return "%s." % error
    if re.search(NO_NETWORK, output, re.I):
        return "the installation needs the internet once: connect and run the same command again."
    if re.search(NOT_BUILT, output, re.I):
        return (
            "a package does not come ready-made for Python %d.%d on this system yet: run the same "
            "command with Python 3.13." % sys.version_info[:2]
        )
    return "see %s for the reason, and run the same command again." % LOG


def works():
    """Whether the Python in .venv is still there and as new as this one."""
    question = [PYTHON, "-c", "import sys; print(sys.version_info[:2])"]
    try:
        answer = subprocess.run(question, env=environment(), capture_output=True, text=True)
    except OSError:
        return False
    return answer.stdout.strip() == str(sys.version_info[:2])


def set_up(pins):
    """Make .venv and install what the files of pins hold, unless that is already done.

    The last of these files holds all that the ones before it do.
    """
    # The scripts in an environment hold its path, so one that was moved is made anew.
    made = "%s %s" % (hashlib.sha256(os.fsencode(ROOT)).hexdigest(), sys.version_info[:2])
    project = (ROOT / "pyproject.toml").read_bytes()
    contents = [(ROOT / name).read_bytes() for name in pins]
    stamps = [made] + [hashlib.sha256(project + content).hexdigest() for content in contents]
    old = STAMP.read_text().splitlines() if STAMP.is_file() else []
    usable = old[:1] == [made] and works()
    if usable and old[: len(stamps)] == stamps:
        return
    STAMP.unlink(missing_ok=True)  # from here on until the end it is half-made
    uv = shutil.which("uv")
    if not usable:
        make(uv)
    pip = [uv, "pip", "install", "--python", PYTHON] if uv else [PYTHON, "-m", "pip", "install"]
    line = "Installing the packages (about a minute the first time)"
    step(line, pip + ["--require-hashes", "-r", pins[-1]])
    # With setuptools among the pins, nothing that is not pinned is fetched to build the course.
    pinned = ["--no-build-isolation"] if b"\nsetuptools==" in contents[-1] else []
    step("Installing the course itself", pip + pinned + ["--no-deps", "-e", "."])
    for path, content in ((LAB_CONFIG, NO_NEWS), (KERNEL_CONFIG, NO_WARNINGS)):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
    STAMP.write_text("\n".join(stamps))


def make(uv):
    """Make an empty .venv, in place of what is there."""
    if not uv and not (find_spec("venv") and find_spec("ensurepip")):
        raise Problem(
            "This Python cannot make environments: install the missing part (on Debian and "
            "Ubuntu: sudo apt install python3-venv) and run the same command again."
        )
    shutil.rmtree(VENV, ignore_errors=True)
    if os.path.lexists(VENV):
        raise Problem(
            "The old .venv cannot be removed: close all that uses it, like JupyterLab, delete "
            "%s and run the same command again." % VENV
        )
    # If this Python is the one in .venv, it is gone by now: then the one that it came from.
    base = getattr(sys, "_base_executable", sys.executable)
    command = [uv, "venv", "--python", base] if uv else [base, "-m", "venv"]
    step("Making the environment in .venv", command + [str(VENV)])


def start(options):
    step("Copying your notebooks into work/", [PYTHON, "-m", "release.work"], shown=True)
    say("Opening JupyterLab. To stop it, press Ctrl-C here ...")
    # -P: a file of the learner with the name of a module, like random.py, must not stop it.
    command = [PYTHON, "-P", "-m", "jupyterlab", "--LabApp.default_url=" + FIRST_PAGE] + options
    variables = environment()
    places = [str(LEARNERS_LAB), os.environ.get("JUPYTER_CONFIG_PATH")]
    variables["JUPYTER_CONFIG_PATH"] = os.pathsep.join(filter(None, places))
    if os.name != "nt":  # JupyterLab takes our place, so that it gets every signal itself
        os.chdir(WORK)
        os.execve(PYTHON, command, variables)
    signal.signal(signal.SIGINT, lambda *_: None)  # JupyterLab answers to Ctrl-C
    return subprocess.call(command, cwd=WORK, env=variables)


def test(options):
    """Run all checks, also after one has failed; the code is that of the last that failed.

    What is made from the masters is checked beside the tests, on a core that waits otherwise.
    """
    # A process for each core, and one more because many tests wait: for a time limit, for a lock.
    processes = str((os.cpu_count() or 1) + 1)
    checks = {
        "authoring check": ["authoring", "check"],
        "ruff check": ["ruff", "check", "."],
        "ruff format": ["ruff", "format", "--check", "."],
        "pytest": ["pytest", "--nbval", "tests", "authoring", "notebooks"]
        + ["-n", processes, "--dist", "loadscope", "--no-loadscope-reorder"]
        + ["--max-worker-restart=0"]
        + options,
    }
    beside, others = list(checks)[0], list(checks)[1:]
    # If each of them used all cores, all would wait.
    variables = dict(environment(), OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1")
    start, codes, times = time.monotonic(), {}, []
    with tempfile.TemporaryFile("w+") as output:
        say("Running %s ..." % " ".join(checks[beside]))
        command = [PYTHON, "-m"] + checks[beside]
        process = subprocess.Popen(
            command, cwd=ROOT, env=variables, stdout=output, stderr=subprocess.STDOUT
        )
        for name in others:
            say("Running %s ..." % " ".join(checks[name]))
            begin = time.monotonic()
            command = [PYTHON, "-m"] + checks[name]
            codes[name] = subprocess.call(command, cwd=ROOT, env=variables)
            times.append("%s %.0f s" % (name, time.monotonic() - begin))
        codes[beside] = process.wait()
        output.seek(0)
        sys.stdout.write(output.read())
    say("Took %.0f s: %s; %s beside it." % (time.monotonic() - start, ", ".join(times), beside))
    failed = [name for name in checks if codes[name]]
    say("Failed: %s." % ", ".join(failed) if failed else "All checks and tests have passed.")
    return codes[failed[-1]] if failed else 0


def site(options):
    command = [PYTHON, "-m", "release.site"] + options
    return subprocess.call(command, cwd=ROOT, env=environment())


def main(arguments):
    commands = {"start": (start, LEARN), "test": (test, ALL), "site": (site, ALL)}
    if not arguments or arguments[0] not in commands:
        say("\n".join(["Usage:"] + __doc__.splitlines()[2:5]), sys.stderr)
        return 0 if arguments[:1] in (["-h"], ["--help"]) else 2
    try:
        for name in NEEDED:
            if not (ROOT / name).exists():
                raise Problem(
                    "This copy of the course is not complete, %s is missing: clone the whole "
                    "repository, or download and unzip all of it, and run run.py there." % name
                )
        command, pins = commands[arguments[0]]
        set_up(pins)
        return command(arguments[1:])
    except (Problem, OSError) as problem:
        say(str(problem), sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
