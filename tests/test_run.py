"""run.py, the way in: what it says and does when something is not as it should be."""

import ast
import importlib.util
import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

SOURCE = Path(__file__).resolve().parent.parent / "run.py"
# A wheel that cannot be had here, so its hash does not matter.
PIN = f"attrs==25.1.0 --hash=sha256:{'0' * 64}\n"


@pytest.fixture
def copy(tmp_path):
    """A folder with run.py and the least that it asks for. Its name has a space in it."""
    folder = tmp_path / "a copy"
    for name in ("release", "notebooks"):
        (folder / name).mkdir(parents=True)
    (folder / "dnn_utils.py").touch()
    (folder / "requirements.txt").write_text(PIN)
    (folder / "requirements-dev.txt").write_text(PIN + PIN.replace("attrs==25", "zipp==4"))
    shutil.copy(SOURCE.with_name("pyproject.toml"), folder)
    shutil.copy(SOURCE, folder)
    return folder


def load(folder):
    """The run.py of a folder as a module."""
    spec = importlib.util.spec_from_file_location("run", folder / "run.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def module(copy):
    return load(copy)


@pytest.fixture
def commands(module, monkeypatch):
    """The commands that the module would run as steps; none of them is run."""
    found = []
    monkeypatch.setattr(module, "step", lambda line, command, shown=False: found.append(command))
    monkeypatch.setattr(module, "works", lambda: True)
    monkeypatch.setattr(module.shutil, "which", lambda name: None)
    monkeypatch.setattr(module, "make", lambda uv: module.VENV.mkdir(exist_ok=True))
    return found


def run(folder, *arguments, python=sys.executable, **variables):
    command = [python, folder / "run.py", *arguments]
    environment = {**os.environ, **variables}
    # From another folder than its own.
    return subprocess.run(
        command, cwd=folder.parent, env=environment, capture_output=True, text=True, timeout=120
    )


def old_pythons():
    """Pythons older than 3.11 on this machine."""
    names = ["python2", "python2.7", *(f"python3.{minor}" for minor in range(5, 11))]
    found = [shutil.which(name) for name in names]
    found += sorted(Path.home().glob(".pyenv/versions/*/bin/python"))
    question = "import sys; sys.exit(sys.version_info >= (3, 11))"
    real = {os.path.realpath(path) for path in found if path}
    return [
        path
        for path in sorted(real)
        if subprocess.run([path, "-c", question], capture_output=True).returncode == 0
    ]


def is_one_sentence(text):
    return text.count("\n") == 1 and text.endswith(".\n") and "Traceback" not in text


def test_an_old_python_is_sent_away(copy):
    pythons = old_pythons()
    if not pythons:
        pytest.skip("there is no Python older than 3.11 on this machine")
    for python in pythons:
        done = run(copy, "start", python=python)
        assert (done.returncode, done.stdout) == (1, "")
        assert is_one_sentence(done.stderr)
        assert "needs Python 3.11 or newer and this is Python" in done.stderr


def test_an_old_python_can_read_it():
    source = SOURCE.read_text(encoding="utf-8")
    new = (ast.JoinedStr, ast.AnnAssign, ast.NamedExpr, ast.Starred, ast.Nonlocal)
    for node in ast.walk(ast.parse(source, feature_version=(3, 4))):
        assert not isinstance(node, new), ast.unparse(node)
        assert not getattr(node, "annotation", None), node.arg
        assert not getattr(node, "returns", None), node.name
        assert not getattr(node, "kwonlyargs", None), "Python 2 has no keyword-only arguments"
        assert not (isinstance(node, ast.Raise) and node.cause), "Python 2 has no raise ... from"
    assert source.isascii(), "Python 2 asks for a coding line otherwise"


def test_the_version_is_checked_before_anything_else_is_imported():
    body = ast.parse(SOURCE.read_text(encoding="utf-8")).body
    assert [ast.unparse(node) for node in body[1:2]] == ["import sys"]
    assert ast.unparse(body[2].test) == "sys.version_info < (3, 11)"


@pytest.mark.parametrize("name", ["requirements.txt", "pyproject.toml", "dnn_utils.py"])
def test_a_missing_file_is_named(copy, name):
    (copy / name).unlink()
    done = run(copy, "start")
    assert done.returncode == 1
    assert is_one_sentence(done.stderr)
    assert f"{name} is missing: clone the whole repository" in done.stderr
    assert not (copy / ".venv").exists()


@pytest.mark.parametrize(("arguments", "code"), [([], 2), (["begin"], 2), (["--help"], 0)])
def test_without_a_known_command_it_tells_the_known_ones(copy, arguments, code):
    done = run(copy, *arguments)
    assert done.returncode == code
    assert "python run.py start [options" in done.stderr
    assert "python run.py test [options" in done.stderr
    assert "python run.py site " in done.stderr
    assert done.stderr.count("\n") == 4


@pytest.mark.parametrize("uv", [True, False], ids=["with uv", "with pip"])
def test_without_network_it_says_so(copy, uv):
    """A real installation, from an address where nobody answers."""
    found = shutil.which("uv")
    if uv and not found:
        pytest.skip("uv is not on PATH")
    if not uv and not importlib.util.find_spec("ensurepip"):
        pytest.skip("this Python has no ensurepip")
    variables = {
        name: value for name, value in os.environ.items() if name[:3] not in ("PIP", "UV_")
    }
    variables["PATH"] = str(Path(found).parent) if uv else str(copy)
    nowhere = "http://127.0.0.1:9/simple"
    variables.update(PIP_INDEX_URL=nowhere, PIP_CONFIG_FILE=os.devnull, PIP_NO_CACHE_DIR="1")
    variables.update(PIP_RETRIES="1", PIP_EXTRA_INDEX_URL="", PIP_FIND_LINKS="")
    variables.update(UV_DEFAULT_INDEX=nowhere, UV_NO_CONFIG="1", UV_NO_CACHE="1", UV_FIND_LINKS="")
    variables.update(UV_HTTP_RETRIES="0", UV_PYTHON_DOWNLOADS="never")
    done = run(copy, "start", **variables)
    assert done.returncode == 1
    assert is_one_sentence(done.stderr)
    assert "the installation needs the internet once" in done.stderr
    assert "Installing the packages (about a minute the first time) ...\n" in done.stdout
    log = (copy / ".venv" / "setup.log").read_text(encoding="utf-8")
    assert "attrs" in log
    assert not (copy / ".venv" / "up-to-date").exists()


def test_where_python_lies_in_an_environment(module):
    posix, windows = PurePosixPath("v"), PureWindowsPath("v")
    assert str(module.python_of(posix, windows=False)) == "v/bin/python"
    assert str(module.python_of(windows, windows=True)) == r"v\Scripts\python.exe"


def test_programs_see_an_activated_environment(module, monkeypatch):
    monkeypatch.setenv("PYTHONHOME", "elsewhere")
    variables = module.environment()
    first = variables["PATH"].split(os.pathsep)[0]
    assert Path(first) == Path(module.PYTHON).parent
    assert variables["VIRTUAL_ENV"] == str(module.VENV)
    assert "PYTHONHOME" not in variables


def test_jupyterlab_neither_asks_about_news_nor_warns_of_eavesdroppers(module, commands):
    module.set_up(module.LEARN)
    for path in (module.LAB_CONFIG, module.KERNEL_CONFIG):
        assert json.loads(path.read_text())


@pytest.mark.skipif(sys.platform == "win32", reason="there it runs as a child")
def test_learners_get_a_jupyterlab_without_what_is_for_instructors(module, commands, monkeypatch):
    started = []
    monkeypatch.setattr(module.os, "chdir", lambda folder: None)
    monkeypatch.setattr(module.os, "execve", lambda *call: started.append(call))
    monkeypatch.setattr(module.subprocess, "call", lambda *call, **options: 0)
    monkeypatch.setenv("JUPYTER_CONFIG_PATH", "mine")
    module.start(["--no-browser"])
    ((_, command, variables),) = started
    assert command[-3:] == [
        "jupyterlab",
        f"--LabApp.default_url={module.FIRST_PAGE}",
        "--no-browser",
    ]
    ours, mine = variables["JUPYTER_CONFIG_PATH"].split(os.pathsep)
    assert (Path(ours), mine) == (module.ROOT / "release" / "lab", "mine")
    for path in SOURCE.with_name("release").glob("lab/**/*.json"):
        assert json.loads(path.read_text())


def test_the_second_time_nothing_is_installed(module, commands):
    module.set_up(module.LEARN)
    assert len(commands) == 2
    assert commands[0][1:] == ["-m", "pip", "install", "--require-hashes", "-r", "requirements.txt"]
    assert commands[1][-3:] == ["--no-deps", "-e", "."]
    module.set_up(module.LEARN)
    assert len(commands) == 2


def test_with_setuptools_among_the_pins_nothing_else_is_fetched(module, commands, copy):
    (copy / "requirements.txt").write_text(PIN + "setuptools==84.0.0 --hash=sha256:00\n")
    module.set_up(module.LEARN)
    assert "--no-build-isolation" in commands[1]


def test_tests_need_more_than_learning_and_leave_it_complete(module, commands):
    module.set_up(module.LEARN)
    module.set_up(module.ALL)
    assert [command[-1] for command in commands[::2]] == [module.LEARN[-1], module.ALL[-1]]
    module.set_up(module.LEARN)
    module.set_up(module.ALL)
    assert len(commands) == 4


@pytest.mark.parametrize("name", ["requirements.txt", "pyproject.toml"])
def test_a_change_of_what_is_pinned_is_installed(module, commands, copy, name, monkeypatch):
    module.set_up(module.LEARN)
    (copy / name).write_text("# changed\n")
    monkeypatch.delattr(module, "make")  # the environment itself is as it should be
    module.set_up(module.LEARN)
    assert len(commands) == 4


def spoil_python(module, monkeypatch):
    monkeypatch.setattr(module, "works", lambda: False)


def spoil_stamp(module, monkeypatch):
    module.STAMP.unlink()


def spoil_place(module, monkeypatch):
    monkeypatch.setattr(module, "ROOT", shutil.copytree(module.ROOT, module.ROOT.parent / "moved"))


@pytest.mark.parametrize("spoil", [spoil_python, spoil_stamp, spoil_place])
def test_an_environment_that_is_no_good_is_made_anew(module, commands, monkeypatch, spoil):
    module.set_up(module.LEARN)
    made = []
    monkeypatch.setattr(module, "make", made.append)
    spoil(module, monkeypatch)
    module.set_up(module.LEARN)
    assert (made, len(commands)) == ([None], 4)


def test_an_interrupted_installation_leaves_no_stamp(module, commands, monkeypatch, copy):
    def interrupt(line, command, shown=False):
        raise KeyboardInterrupt

    module.set_up(module.LEARN)
    monkeypatch.setattr(module, "step", interrupt)
    (copy / "requirements.txt").write_text("# changed\n")
    assert module.main(["start"]) == 130
    assert not module.STAMP.exists()


def test_whether_the_python_of_an_environment_works(module, monkeypatch):
    assert not module.works()  # there is none yet
    monkeypatch.setattr(module, "PYTHON", sys.executable)
    assert module.works()
    monkeypatch.setattr(module.sys, "version_info", (3, 99, 0))
    assert not module.works()


@pytest.mark.parametrize(("uv", "tool"), [(None, ["-m", "venv"]), ("uv", ["venv", "--python"])])
def test_what_was_in_the_place_of_an_environment_is_removed(module, monkeypatch, uv, tool):
    module.VENV.mkdir()
    (module.VENV / "half").touch()
    commands = []
    monkeypatch.setattr(module, "step", lambda line, command: commands.append(command))
    module.make(uv)
    assert not module.VENV.exists()
    assert (commands[0][1:3], commands[0][-1]) == (tool, str(module.VENV))


@pytest.mark.skipif(os.name == "nt", reason="Windows gives the right to make links to few users")
def test_what_cannot_be_removed_is_named(module, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    module.VENV.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(module.Problem, match="The old .venv cannot be removed: close all"):
        module.make(None)


def test_without_the_venv_module_it_says_what_to_install(module, monkeypatch, capsys):
    monkeypatch.setattr(module, "find_spec", lambda name: None)
    monkeypatch.setattr(module.shutil, "which", lambda name: None)
    assert module.main(["start"]) == 1
    error = capsys.readouterr().err
    assert is_one_sentence(error)
    assert "sudo apt install python3-venv" in error


def test_another_failure_leads_to_the_log(module, capfd):
    code = "import sys; print('one'); sys.exit('two')"
    with pytest.raises(module.Problem, match=r"^A step failed: see .*setup\.log for the reason"):
        module.step("A step", [sys.executable, "-c", code])
    assert module.LOG.read_text(encoding="utf-8").splitlines() == ["one", "two"]
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize(
    "line",
    [
        "WARNING: Retrying after connection broken by 'NewConnectionError(...)': /simple/",
        "[Errno -3] Temporary failure in name resolution",
        "[Errno 11001] getaddrinfo failed",
        "  Caused by: dns error",
        "error: Request failed after 3 retries: error sending request for url",
    ],
)
def test_what_no_network_looks_like(module, line):
    assert "needs the internet once" in module.cause(f"Collecting attrs\n{line}\n")


@pytest.mark.parametrize(
    "line",
    [
        "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.",
        "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device",
    ],
)
def test_what_it_does_not_look_like(module, line):
    assert "setup.log" in module.cause(line)


@pytest.mark.skipif(os.name == "nt", reason="a test cannot send Ctrl-C on Windows")
def test_ctrl_c_while_installing_is_quiet(copy):
    code = """if True:
        import run, sys
        waiting = [sys.executable, "-c", "import time; time.sleep(60)"]
        run.make = lambda uv: run.step("Waiting", waiting)
        sys.exit(run.main(["start"]))
    """
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    process = subprocess.Popen([sys.executable, "-c", code], cwd=copy, **pipes)
    assert process.stdout.readline() == "Waiting ...\n"
    process.send_signal(signal.SIGINT)
    assert process.communicate(timeout=30) == ("", "")
    assert process.returncode == 130


@pytest.mark.parametrize(
    ("codes", "expected", "failed"),
    [
        ({}, 0, "All checks and tests have passed."),
        ({"pytest": 5}, 5, "Failed: pytest."),
        ({"ruff": 1}, 1, "Failed: ruff check, ruff format."),
        ({"authoring": 3}, 3, "Failed: authoring check."),
        ({"authoring": 3, "ruff": 1, "pytest": 5}, 5, "authoring check, ruff check, ruff format, "),
    ],
)
def test_all_checks_run_and_a_failure_is_passed_on(
    module, monkeypatch, capfd, codes, expected, failed
):
    calls = []

    def program(command, **_):
        """A program that says its name, and exits with the code that is asked for."""
        calls.append(command[2:])
        code = f"print('said by {command[2]}'); raise SystemExit({codes.get(command[2], 0)})"
        return [sys.executable, "-c", code]

    popen = subprocess.Popen
    monkeypatch.setattr(module.subprocess, "Popen", lambda *a, **k: popen(program(*a), **k))
    assert module.test(["-k", "one"]) == expected
    assert [" ".join(command[:2]) for command in calls] == [
        *("authoring check", "ruff check", "ruff format", "pytest --nbval")
    ]
    assert calls[-1][-2:] == ["-k", "one"]
    printed = capfd.readouterr().out
    assert failed in printed
    assert printed.count("said by") == len(calls)
