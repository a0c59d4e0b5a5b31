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

import ast
import hashlib
import os
import re
import shutil
import signal
import subprocess
import tempfile
import threading
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
# That of uv, which installs the others.
UV = "requirements-uv.txt"
NEEDED = ("requirements.txt", UV, "pyproject.toml", "dnn_utils.py", "release", "notebooks")

# Settings of pip on where packages come from, and on its cache, and the variables in which uv takes
# them. uv reads neither pip's configuration files nor its variables.
UV_VARIABLES = {
    "index-url": "UV_DEFAULT_INDEX",
    "extra-index-url": "UV_INDEX",
    "find-links": "UV_FIND_LINKS",
    "trusted-host": "UV_INSECURE_HOST",
    "cert": "SSL_CERT_FILE",
    "client-cert": "SSL_CLIENT_CERT",
    "proxy": "ALL_PROXY",
    "no-cache-dir": "UV_NO_CACHE",
}
# As pip does it: the certificates of the system count, and all indexes are asked for a package.
# What comes from them is what was pinned, because the hashes are checked.
LIKE_PIP = {"UV_SYSTEM_CERTS": "true", "UV_INDEX_STRATEGY": "unsafe-best-match"}

# What pip and uv print, and what is to be done about it. The first one that fits counts.
CAUSES = (
    (
        r"no space left on device|not enough space on the disk|os error 28\b|os error 112\b"
        r"|errno 28\b|winerror 112\b|quota exceeded|errno 122\b|os error 122\b|winerror 1295\b",
        "the disk is full, or your share of it: make room, about 1 GB, and run the same command "
        "again.",
    ),
    (
        r"long path support|file ?name (?:or extension is )?too long|winerror 206\b|os error 206\b"
        r"|errno 36\b|os error 36\b",
        "the path of this folder is too long: move the course nearer to the top, such as "
        "C:\\course, and run the same command there.",
    ),
    (
        r"\b407 proxy|proxy auth",
        "the proxy of your network asks for a name and a password: see 'Behind a proxy' in "
        "docs/learners.md, and run the same command again.",
    ),
    (
        r"certificate[ _]verify[ _]failed|invalid peer certificate|self.signed certificate"
        r"|unknown ?issuer|confirming the ssl certificate|local issuer certificate",
        "the certificate of the package server is not trusted on this computer: see 'Behind a "
        "proxy' in docs/learners.md, and check that date and time are right.",
    ),
    (
        r"\b40[13] (?:client error|unauthorized|forbidden)",
        "the package server refuses to answer: check the address and the password of the index "
        "in your settings of pip.",
    ),
    (
        r"do not match the hashes|hash mismatch",
        "a package is not the one that the course asks for, because the download was damaged or "
        "your network changes it: run the same command again, or try another network.",
    ),
    (
        r"winerror (?:5|32)\b|access is denied|used by another process|permission denied"
        r"|errno 13\b|(?<!input/output error \()(?<!broken pipe \()os error (?:5|32)\b",
        "a file is in use or protected: close JupyterLab and all else that uses this folder, such "
        "as OneDrive or a virus scanner, and run the same command again.",
    ),
    (
        r"newconnectionerror|connection broken|failed to establish|name resolution|getaddrinfo"
        r"|connect ?timeout|read timed out|connection reset|proxyerror|dns error"
        r"|error sending request|tcp connect|operation timed out|are you offline",
        "the installation needs the internet once: connect and run the same command again.",
    ),
    (
        r"failed building wheel|failed to build|metadata-generation-failed"
        r"|has no wheels with a matching|from versions: (?!none)",
        "a package does not come ready-made for Python %d.%d on this system: run the same command "
        "with a 64-bit Python 3.13." % sys.version_info[:2],
    ),
    (
        r"from versions: none|not found in the package registry",
        "the package server does not offer what the course asks for: check the connection to the "
        "internet, and your settings of pip, which `python -m pip config list` shows.",
    ),
)


class Problem(Exception):
    """What stops us, in one sentence for the person who ran this."""


class Failed(Exception):
    """A step that failed: its line, and what was printed until then."""

    def __init__(self, line, output):
        super().__init__(line)
        self.line, self.output = line, output


def say(line, stream=None):
    stream = stream or sys.stdout
    stream.write(line + "\n")
    stream.flush()


def python_of(venv, windows=os.name == "nt"):
    """The path of the Python of an environment."""
    return venv / "Scripts" / "python.exe" if windows else venv / "bin" / "python"


PYTHON = str(python_of(VENV))
# The Python that .venv is made from, also where this one is that of .venv.
BASE = getattr(sys, "_base_executable", None) or sys.executable


def environment():
    """The variables of an activated .venv: nbgrader calls other programs by their names.

    Those are left out that let Python or pip look elsewhere than in .venv.
    """
    variables = dict(os.environ, VIRTUAL_ENV=str(VENV), PIP_USER="0", PIP_NO_INPUT="1")
    for name in ("PYTHONHOME", "PYTHONPATH", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT"):
        variables.pop(name, None)
    path = os.environ.get("PATH", os.defpath)
    variables["PATH"] = os.path.dirname(PYTHON) + os.pathsep + path
    return variables


def step(line, command, variables=None):
    """Say the line and run the command; in a terminal, say how far it is.

    Raises:
        Failed: it ended with an error.
    """
    say(line + " ...")
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env=dict(environment(), **(variables or {})),
        stdin=subprocess.DEVNULL,  # so that nothing waits for an answer to a question
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    printed, begin = [], time.monotonic()

    def read():
        for text in process.stdout:
            printed.append(text.decode("utf-8", "replace"))

    reader = threading.Thread(target=read, daemon=True)
    reader.start()
    try:
        while reader.is_alive():
            reader.join(0.5)
            show(time.monotonic() - begin, printed[-1] if printed else "")
    except BaseException:
        process.kill()
        raise
    finally:
        show()
    if process.wait():
        raise Failed(line.split(" (")[0], "".join(printed))


def show(seconds=None, text=""):
    """In a terminal, replace the last line by seconds and a text; without these, clear it."""
    if sys.stdout.isatty():
        width = shutil.get_terminal_size().columns - 1
        line = "" if seconds is None else "%4.0f s  %s" % (seconds, text.strip())
        line = line.encode("ascii", "replace").decode()[:width]
        sys.stdout.write("\r%s\r%s" % (" " * width, line))
        sys.stdout.flush()


def cause(output):
    """Say what is to be done about a failed step, from what it printed."""
    for pattern, sentence in CAUSES:
        if re.search(pattern, output, re.I):
            return sentence
    return "see %s for the reason, and run the same command again." % LOG


def explain(failed):
    """Keep what a failed step printed in the log, and return the sentence about it."""
    try:
        VENV.mkdir(exist_ok=True)
        LOG.write_text(failed.output, encoding="utf-8")
    except OSError as error:  # no room, or no right to write here
        return "%s failed: %s." % (failed.line, error)
    return "%s failed: %s" % (failed.line, cause(failed.output))


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
    # With setuptools among the pins, nothing that is not pinned is fetched to build the course.
    pinned = ["--no-build-isolation"] if b"\nsetuptools==" in contents[-1] else []
    course = pinned + ["--no-deps", "-e", "."]
    try:
        install_with_uv(pins[-1], course, usable)
    except Failed as failed:
        if not find_spec("ensurepip"):
            raise
        say("That did not work. Trying another way, which takes a minute or two ...")
        try:
            install_with_pip(pins[-1], course)
        except Failed as again:
            again.output = failed.output + again.output
            raise
    for path, content in ((LAB_CONFIG, NO_NEWS), (KERNEL_CONFIG, NO_WARNINGS)):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
    STAMP.write_text("\n".join(stamps))


def install_with_uv(requirements, course, usable):
    """Make .venv unless it is usable, and fill it with uv: in seconds."""
    uv = shutil.which("uv")
    if not usable:
        make("--without-pip")  # which is among the packages, and uv is faster to install it
    pip, settings = find_pip()
    if not uv and not pip:
        make()
        pip, settings = find_pip()
    if not uv:
        options = ["--require-hashes", "--only-binary", ":all:", "--no-compile", "--retries", "1"]
        step("Getting ready to install", pip + ["install"] + options + ["-r", UV])
        uv = os.path.join(os.path.dirname(PYTHON), "uv.exe" if os.name == "nt" else "uv")
    command = [uv, "pip", "install", "--python", PYTHON]
    pinned = ["--require-hashes", "-r", requirements]
    variables = uv_variables(settings, os.environ)
    step("Installing the packages (140 MB the first time)", command + pinned, variables)
    step("Installing the course itself", command + course, variables)
    compile_beside()


def compile_beside():
    """Compile what was installed, beside whatever comes next.

    Each module is compiled when it is first imported, too; so nobody has to wait for this.
    """
    options = dict.fromkeys(["stdin", "stdout", "stderr"], subprocess.DEVNULL)
    if os.name != "nt":
        options.update(process_group=0, preexec_fn=yield_to_others)  # Ctrl-C is not for it
    command = [PYTHON, "-m", "compileall", "-q", str(VENV)]
    subprocess.Popen(command, env=environment(), **options)


def yield_to_others():
    """Take the processor only when nobody else wants it."""
    os.nice(19)


def install_with_pip(requirements, course):
    """Make .venv anew, because what is in it may be half a package, and fill it with pip."""
    make()
    command = [PYTHON, "-m", "pip", "install"]
    step("Installing the packages", command + ["--require-hashes", "-r", requirements])
    step("Installing the course itself", command + course)


def find_pip():
    """A command that runs pip for .venv, and its settings as it lists them; None, "" without one.

    That of .venv comes first, then that of the Python from which .venv was made.
    """
    for python, options in ((PYTHON, []), (BASE, ["--python", PYTHON])):
        done = subprocess.run(
            [python, "-m", "pip", "config", "list"], env=environment(), capture_output=True
        )
        if not done.returncode:
            return [python, "-m", "pip"] + options, done.stdout.decode("utf-8", "replace")
    return None, ""


def uv_variables(settings, variables):
    """The variables that tell uv what pip has been told, except those that are set already.

    Arguments:
        settings: what `pip config list` prints, such as global.index-url='https://...'.
        variables: those that are set.
    """
    found = {}
    # What comes later counts: a section of pip's files before another, and PIP_... before both.
    for wanted in ("global", "install", ":env:"):
        for line in settings.splitlines():
            section, _, rest = line.partition(".")
            option, _, value = rest.partition("=")
            if section == wanted and option in UV_VARIABLES and ast.literal_eval(value):
                found[option] = ast.literal_eval(value).split()
    result = dict(LIKE_PIP)
    for option, values in found.items():
        if option in ("cert", "client-cert"):
            values = [os.path.expanduser(" ".join(values))]  # a path may have spaces in it
        result[UV_VARIABLES[option]] = ("," if option == "find-links" else " ").join(values)
    return {name: value for name, value in result.items() if name not in variables}


def make(*options):
    """Make an empty .venv, in place of what is there.

    Arguments:
        options: of Python's module venv.
    """
    if not find_spec("venv") or not (options or find_spec("ensurepip")):
        raise Problem(
            "This Python cannot make environments: install the missing part (on Debian and "
            "Ubuntu: sudo apt install python3-venv) and run the same command again."
        )
    if os.pathsep in str(VENV):  # which separates the folders in PATH
        raise Problem(
            "The path of this folder has a '%s' in it: move the course elsewhere, and run the same "
            "command there." % os.pathsep
        )
    shutil.rmtree(VENV, ignore_errors=True)
    if os.path.lexists(VENV):
        raise Problem(
            "The old .venv cannot be removed: close all that uses it, like JupyterLab, delete "
            "%s and run the same command again." % VENV
        )
    step("Making the environment in .venv", [BASE, "-m", "venv"] + list(options) + [str(VENV)])


def start(options):
    say("Copying your notebooks into work/ ...")
    # What it prints is for the learner, except when it fails.
    command = [PYTHON, "-m", "release.work"]
    done = subprocess.run(command, cwd=ROOT, env=environment(), stderr=subprocess.PIPE)
    if done.returncode:
        raise Failed("Copying your notebooks into work/", done.stderr.decode("utf-8", "replace"))
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
    except Failed as failed:
        say(explain(failed), sys.stderr)
        return 1
    except (Problem, OSError) as problem:
        say(str(problem), sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
