"""run.py, the way in: what it says and does when something is not as it should be."""

import ast
import importlib.util
import io
import itertools
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

SOURCE = Path(__file__).resolve().parent.parent / "run.py"
# A wheel that cannot be had here, so its hash does not matter.
PIN = f"attrs==25.1.0 --hash=sha256:{'0' * 64}\n"
NOWHERE = "http://127.0.0.1:9/simple"


@pytest.fixture
def copy(tmp_path):
    """A folder with run.py and the least that it asks for. Its name has a space in it."""
    folder = tmp_path / "a copy"
    for name in ("release", "notebooks"):
        (folder / name).mkdir(parents=True)
    (folder / "dnn_utils.py").touch()
    (folder / "requirements.txt").write_text(PIN)
    (folder / "requirements-dev.txt").write_text(PIN + PIN.replace("attrs==25", "zipp==4"))
    (folder / "requirements-uv.txt").write_text(PIN.replace("attrs==25", "uv==0"))
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


class Steps:
    """Stands in for the steps of run.py: it runs none of them.

    Attributes:
        commands: of each step in its turn, without the programs that it starts.
        fails: {the beginning of a line: what its command prints before it fails}.
        compiled: an entry for each time that compiling began.
    """

    def __init__(self, module):
        self.module, self.commands, self.fails, self.compiled = module, [], {}, []

    def __call__(self, line, command, variables=None):
        self.commands.append([part for part in command if part not in (self.module.PYTHON, "-m")])
        for beginning, output in self.fails.items():
            if line.startswith(beginning):
                (self.module.VENV / "half a package").touch()
                raise self.module.Failed(line.split(" (")[0], output)
        if "venv" in command:
            self.module.VENV.mkdir()


@pytest.fixture
def steps(module, monkeypatch):
    """The steps of a module where there is no uv, and the Python that it starts has pip."""
    steps = Steps(module)
    monkeypatch.setattr(module, "step", steps)
    monkeypatch.setattr(module, "works", lambda: True)
    monkeypatch.setattr(module, "find_pip", lambda: (["pip"], ""))
    monkeypatch.setattr(module, "compile_beside", lambda: steps.compiled.append(True))
    monkeypatch.setattr(module.shutil, "which", lambda name: None)
    return steps


def run(folder, *arguments, python=sys.executable, **variables):
    command = [python, folder / "run.py", *arguments]
    environment = {**os.environ, **variables}
    # From another folder than its own.
    return subprocess.run(
        command, cwd=folder.parent, env=environment, capture_output=True, text=True, timeout=120
    )


def old_pythons():
    """Two Pythons older than 3.11, if there are any on this machine; each takes its time."""
    names = ["python2", "python2.7", *(f"python3.{minor}" for minor in range(5, 11))]
    found = [shutil.which(name) for name in names]
    found += sorted(Path.home().glob(".pyenv/versions/*/bin/python"))
    question = "import sys; sys.exit(sys.version_info >= (3, 11))"
    old = (
        path
        for path in dict.fromkeys(os.path.realpath(path) for path in found if path)
        if subprocess.run([path, "-c", question], capture_output=True).returncode == 0
    )
    return list(itertools.islice(old, 2))


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


@pytest.mark.parametrize("uv", [None, Path(sys.executable).with_name("uv")], ids=["pip", "uv"])
def test_installation_without_network_says_so(module, monkeypatch, uv):
    """A real one, by pip and by uv, from an address where nobody answers."""
    if uv and not uv.is_file():
        pytest.skip("uv is not installed")
    for name in list(os.environ):
        if name.startswith(("PIP_", "UV_")):
            monkeypatch.delenv(name)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_INDEX_URL", NOWHERE)
    monkeypatch.setenv("UV_NO_CONFIG", "1")
    monkeypatch.setenv("UV_HTTP_RETRIES", "0")
    monkeypatch.setattr(module.shutil, "which", lambda name: uv and str(uv))
    with pytest.raises(module.Failed) as failed:
        module.install_with_uv("requirements.txt", [], usable=False)
    line = "Installing the packages" if uv else "Getting ready to install"
    sentence = module.explain(failed.value)
    assert sentence.startswith(f"{line} failed: the installation needs the internet once")
    assert NOWHERE in module.LOG.read_text(encoding="utf-8")


def test_where_python_lies_in_an_environment(module):
    posix, windows = PurePosixPath("v"), PureWindowsPath("v")
    assert str(module.python_of(posix, windows=False)) == "v/bin/python"
    assert str(module.python_of(windows, windows=True)) == r"v\Scripts\python.exe"


def test_environment_is_activated_and_closed_to_other_places(module, monkeypatch):
    for name in ("PYTHONHOME", "PYTHONPATH", "PIP_TARGET"):
        monkeypatch.setenv(name, "elsewhere")
    monkeypatch.setenv("PIP_USER", "1")
    variables = module.environment()
    first = variables["PATH"].split(os.pathsep)[0]
    assert Path(first) == Path(module.PYTHON).parent
    assert variables["VIRTUAL_ENV"] == str(module.VENV)
    assert "elsewhere" not in variables.values()
    assert variables["PIP_USER"] == "0"


def test_jupyterlab_neither_asks_about_news_nor_warns_of_eavesdroppers(module, steps):
    module.set_up(module.LEARN)
    for path in (module.LAB_CONFIG, module.KERNEL_CONFIG):
        assert json.loads(path.read_text())


@pytest.mark.skipif(sys.platform == "win32", reason="there it runs as a child")
def test_learners_get_a_jupyterlab_without_what_is_for_instructors(module, steps, monkeypatch):
    started = []
    done = subprocess.CompletedProcess([], 0)
    monkeypatch.setattr(module.subprocess, "run", lambda *call, **options: done)
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


COURSE = ["--no-deps", "-e", "."]
PINNED = ["--require-hashes", "-r", "requirements.txt"]


def test_first_installation_fetches_uv_which_does_the_rest(module, steps):
    module.set_up(module.LEARN)
    venv, fetch, packages, course = steps.commands
    assert venv[1:] == ["venv", "--without-pip", str(module.VENV)]
    assert fetch[:2] == ["pip", "install"]
    assert "--require-hashes" in fetch
    assert fetch[-2:] == ["-r", "requirements-uv.txt"]
    uv = str(Path(module.PYTHON).with_name("uv"))
    assert packages == [uv, "pip", "install", "--python", *PINNED]
    assert course == packages[:4] + COURSE
    assert len(steps.compiled) == 1


def test_what_was_installed_is_compiled_while_other_things_go_on(module):
    """With the Python that runs this, in place of that of the environment."""
    module.PYTHON = sys.executable
    module.VENV.mkdir()
    (module.VENV / "a.py").write_text("b = 1")
    module.compile_beside()
    compiled = module.VENV / "__pycache__" / f"a.{sys.implementation.cache_tag}.pyc"
    for _ in range(600):
        if compiled.exists():
            break
        time.sleep(0.1)
    assert compiled.exists()


def test_second_start_installs_nothing(module, steps):
    module.set_up(module.LEARN)
    steps.commands.clear()
    module.set_up(module.LEARN)
    assert steps.commands == []


def test_uv_that_is_there_is_used(module, steps, monkeypatch):
    monkeypatch.setattr(module.shutil, "which", lambda name: "/its/own/uv")
    monkeypatch.setattr(module, "find_pip", lambda: (None, ""))
    module.set_up(module.LEARN)
    assert [command[0] for command in steps.commands[1:]] == ["/its/own/uv"] * 2


def test_python_without_pip_gets_one_that_fetches_uv(module, steps, monkeypatch):
    """As on Debian, where only the package python3-venv is installed."""
    found = iter([(None, ""), (["its own", "pip"], "")])
    monkeypatch.setattr(module, "find_pip", lambda: next(found))
    module.set_up(module.LEARN)
    assert steps.commands[1][1:] == ["venv", str(module.VENV)]
    assert steps.commands[2][:3] == ["its own", "pip", "install"]


@pytest.mark.parametrize("line", ["Getting ready to install", "Installing the packages ("])
def test_installation_where_uv_fails_goes_on_with_pip(module, steps, capsys, line):
    """It is not to be had, or stops half way: then pip begins anew, in an empty environment."""
    steps.fails[line] = "No."
    module.set_up(module.LEARN)
    assert not (module.VENV / "half a package").exists()
    assert steps.commands[-3][1:] == ["venv", str(module.VENV)]
    assert steps.commands[-2:] == [["pip", "install", *PINNED], ["pip", "install", *COURSE]]
    assert "Trying another way" in capsys.readouterr().out
    assert module.STAMP.is_file()


def test_installation_that_fails_in_both_ways_is_logged_whole(module, steps, capsys):
    steps.fails = {"Getting ready": "uv: from versions: none\n", "Installing": "pip: Errno 28\n"}
    assert module.main(["start"]) == 1
    said = capsys.readouterr()
    assert is_one_sentence(said.err)
    assert said.err.startswith("Installing the packages failed: the disk is full")
    assert module.LOG.read_text() == "uv: from versions: none\npip: Errno 28\n"
    assert not module.STAMP.exists()


def test_installation_without_another_way_tells_the_first_cause(module, steps, capsys, monkeypatch):
    find = module.find_spec
    monkeypatch.setattr(module, "find_spec", lambda name: name != "ensurepip" and find(name))
    steps.fails = {"Getting ready": "os error 28"}
    assert module.main(["start"]) == 1
    assert "the disk is full" in capsys.readouterr().err


def test_settings_of_pip_reach_uv(module):
    settings = r"""
:env:.extra-index-url='https://c https://d'
:env:.find-links=''
download.index-url='https://not-this'
global.cert='/etc/my ca.pem'
global.extra-index-url='https://a\nhttps://b'
global.find-links='/wheels /more'
global.index-url='https://mirror/simple'
global.no-cache-dir='true'
global.timeout='60'
install.index-url='https://login:word@mirror/simple'
install.proxy='http://proxy:3128'
install.trusted-host='mirror other'
"""
    assert module.uv_variables(settings, {"UV_INDEX_STRATEGY": "mine"}) == {
        "UV_SYSTEM_CERTS": "true",
        "SSL_CERT_FILE": "/etc/my ca.pem",
        "UV_INDEX": "https://c https://d",
        "UV_FIND_LINKS": "/wheels,/more",
        "UV_DEFAULT_INDEX": "https://login:word@mirror/simple",
        "ALL_PROXY": "http://proxy:3128",
        "UV_INSECURE_HOST": "mirror other",
        "UV_NO_CACHE": "true",
    }


def test_with_setuptools_among_the_pins_nothing_else_is_fetched(module, steps, copy):
    (copy / "requirements.txt").write_text(PIN + "setuptools==84.0.0 --hash=sha256:00\n")
    module.set_up(module.LEARN)
    assert "--no-build-isolation" in steps.commands[-1]


def test_tests_need_more_than_learning_and_leave_it_complete(module, steps):
    module.set_up(module.LEARN)
    module.set_up(module.ALL)
    names = [command[-1] for command in steps.commands[2::3]]
    assert names == ["requirements.txt", "requirements-dev.txt"]
    count = len(steps.commands)
    module.set_up(module.LEARN)
    module.set_up(module.ALL)
    assert len(steps.commands) == count


@pytest.mark.parametrize("name", ["requirements.txt", "pyproject.toml"])
def test_a_change_of_what_is_pinned_is_installed(module, steps, copy, name, monkeypatch):
    module.set_up(module.LEARN)
    steps.commands.clear()
    (copy / name).write_text("# changed\n")
    monkeypatch.delattr(module, "make")  # the environment itself is as it should be
    module.set_up(module.LEARN)
    assert len(steps.commands) == 3


def spoil_python(module, monkeypatch):
    monkeypatch.setattr(module, "works", lambda: False)


def spoil_stamp(module, monkeypatch):
    module.STAMP.unlink()


def spoil_place(module, monkeypatch):
    monkeypatch.setattr(module, "ROOT", shutil.copytree(module.ROOT, module.ROOT.parent / "moved"))


@pytest.mark.parametrize("spoil", [spoil_python, spoil_stamp, spoil_place])
def test_an_environment_that_is_no_good_is_made_anew(module, steps, monkeypatch, spoil):
    module.set_up(module.LEARN)
    steps.commands.clear()
    spoil(module, monkeypatch)
    module.set_up(module.LEARN)
    assert "venv" in steps.commands[0]
    assert len(steps.commands) == 4


def test_an_interrupted_installation_leaves_no_stamp(module, steps, monkeypatch, copy):
    def interrupt(*arguments):
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


def test_what_was_in_the_place_of_an_environment_is_removed(module, steps):
    module.VENV.mkdir()
    (module.VENV / "half").touch()
    module.make()
    assert list(module.VENV.iterdir()) == []


def test_folder_that_cannot_hold_an_environment_is_named(module, monkeypatch):
    monkeypatch.setattr(module, "VENV", Path(f"a{os.pathsep}b", ".venv"))
    with pytest.raises(module.Problem, match="has a '[:;]' in it: move the course"):
        module.make()


@pytest.mark.skipif(os.name == "nt", reason="Windows gives the right to make links to few users")
def test_what_cannot_be_removed_is_named(module, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    module.VENV.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(module.Problem, match="The old .venv cannot be removed: close all"):
        module.make()


def test_without_the_venv_module_it_says_what_to_install(module, steps, monkeypatch, capsys):
    monkeypatch.setattr(module, "find_spec", lambda name: None)
    assert module.main(["start"]) == 1
    error = capsys.readouterr().err
    assert is_one_sentence(error)
    assert "sudo apt install python3-venv" in error


def test_another_failure_leads_to_the_log(module, capfd):
    code = "import sys; print('one', flush=True); sys.exit('two')"
    with pytest.raises(module.Failed) as failed:
        module.step("A step (of a minute)", [sys.executable, "-c", code])
    sentence = module.explain(failed.value)
    assert sentence.startswith("A step failed: see ")
    assert sentence.endswith("setup.log for the reason, and run the same command again.")
    assert module.LOG.read_text(encoding="utf-8").splitlines() == ["one", "two"]
    assert capfd.readouterr() == ("A step (of a minute) ...\n", "")


@pytest.mark.parametrize("terminal", [True, False])
def test_progress_is_shown_in_a_terminal_alone(module, monkeypatch, terminal):
    stream = io.StringIO()
    stream.isatty = lambda: terminal
    monkeypatch.setattr(module.sys, "stdout", stream)
    code = "import time; print('Downloading \u017eofie', flush=True); time.sleep(0.8)"
    module.step("Working", [sys.executable, "-S", "-X", "utf8", "-c", code])
    assert stream.getvalue().startswith("Working ...\n")
    assert (" s  Downloading ?ofie" in stream.getvalue()) == terminal
    assert stream.getvalue().splitlines()[-1].strip() == "" or not terminal


@pytest.mark.parametrize(
    ("sentence", "line"),
    [
        ("needs the internet once", "WARNING: Retrying ... connection broken by 'NewConnectionError(...)'"),
        ("needs the internet once", "[Errno -3] Temporary failure in name resolution"),
        ("needs the internet once", "[Errno 11001] getaddrinfo failed"),
        ("needs the internet once", "  cause: dns error"),
        ("needs the internet once", "error: Failed to fetch: x\n  cause: error sending request for url (x)"),
        ("disk is full", "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device"),
        ("disk is full", "OSError: [WinError 112] Es steht nicht genug Speicherplatz auf dem Datenträger"),
        ("disk is full", "OSError: [Errno 122] Disk quota exceeded"),
        ("disk is full", "  cause: failed to copy file from a to b: No space left on device (os error 28)"),
        ("path of this folder is too long", "HINT: This error might have occurred since this system does not have Windows Long Path support enabled."),
        ("path of this folder is too long", "Der Dateiname ist zu lang. (os error 206)"),
        ("path of this folder is too long", "OSError: [Errno 36] File name too long: 'x'"),
        ("name and a password", "ProxyError('Cannot connect to proxy.', OSError('Tunnel connection failed: 407 Proxy Authentication Required'))"),
        ("name and a password", "  cause: error sending request for url (x)\n  cause: tunnel error: proxy authorization required"),
        ("is not trusted", "There was a problem confirming the ssl certificate: ... [SSL: CERTIFICATE_VERIFY_FAILED] ... (from versions: none)"),
        ("is not trusted", "  cause: error sending request for url (x)\n  cause: invalid peer certificate: UnknownIssuer"),
        ("refuses to answer", "hint: An index (x) returned a 403 Forbidden error."),
        ("refuses to answer", "authentication credentials (401 Unauthorized)"),
        ("was damaged", "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE."),
        ("was damaged", "error: Hash mismatch for `attrs==25.1.0`"),
        ("in use or protected", "ERROR: Could not install packages due to an OSError: [WinError 5] Zugriff verweigert: 'x'"),
        ("in use or protected", "PermissionError: [WinError 32] The process cannot access the file because it is being used by another process: 'x'"),
        ("in use or protected", "  cause: failed to remove file `x`: Zugriff verweigert (os error 5)"),
        ("does not come ready-made", "ERROR: Failed building wheel for h5py"),
        ("does not come ready-made", "Because attrs==25.1.0 has no wheels with a matching Python ABI tag (e.g., `cp315`)"),
        ("does not come ready-made", "the requirement numpy==2.4.6 (from versions: 1.26.4)\nERROR: No matching distribution found"),
        ("does not offer", "the requirement attrs==25.1.0 (from versions: none)\nERROR: No matching distribution found"),
        ("setup.log for the reason", "Input/output error (os error 5)"),
    ],
)  # fmt: skip
def test_cause_of_a_failed_installation_is_named(module, sentence, line):
    assert sentence in module.cause(f"Collecting attrs\n{line}\n")


@pytest.mark.skipif(os.name == "nt", reason="a test cannot send Ctrl-C on Windows")
def test_ctrl_c_while_installing_is_quiet(copy):
    code = """if True:
        import run, sys
        waiting = [sys.executable, "-c", "import time; time.sleep(60)"]
        run.make = lambda *options: run.step("Waiting", waiting)
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
        return [sys.executable, "-S", "-c", code]

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
