"""The workflows, the hooks before a commit and the script of continuous integration."""

import os
import re
import shutil
import subprocess
import sys

import pytest
import yaml

from authoring.masters import ROOT

WORKFLOWS = ROOT / ".github" / "workflows"
HOOKS = ROOT / ".pre-commit-config.yaml"
SCRIPT = ROOT / ".ci" / "run"

COMMAND = "python run.py test"  # as the README has it
NAMES = ["tests.yml", "grader.yml", "newest.yml"]


def run(module, *arguments):
    """Run a tool of this environment; return its exit code and what it printed."""
    command = [sys.executable, "-m", module, *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8")
    return done.returncode, done.stdout + done.stderr


def check_workflow(path):
    return run("check_jsonschema", "--builtin-schema", "vendor.github-workflows", path)


def check_hooks(path):
    return run("pre_commit", "validate-config", path)


def workflow(name):
    # BaseLoader leaves all as text: `on` would become True, and 3.10 the number 3.1.
    return yaml.load((WORKFLOWS / name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def commands(content):
    return [s["run"] for job in content["jobs"].values() for s in job["steps"] if "run" in s]


@pytest.mark.parametrize("name", NAMES)
def test_workflow_follows_its_schema(name):
    code, printed = check_workflow(WORKFLOWS / name)
    assert code == 0, printed


@pytest.mark.parametrize(
    ("right", "wrong"),
    [("runs-on:", "run-on:"), ("steps:", "step:"), ("contents: read", "contents: reed")],
)
@pytest.mark.parametrize("name", NAMES)
def test_wrong_workflow_is_refused(name, right, wrong, tmp_path):
    text = (WORKFLOWS / name).read_text(encoding="utf-8")
    assert right in text
    (tmp_path / name).write_text(text.replace(right, wrong), encoding="utf-8")
    code, printed = check_workflow(tmp_path / name)
    assert code == 1, printed


def test_tests_run_the_command_of_the_readme_on_three_systems():
    content = workflow("tests.yml")
    assert set(content["on"]) == {"push", "pull_request"}
    job = content["jobs"]["systems"]
    machines = job["strategy"]["matrix"]["include"]
    assert {machine["os"].split("-")[0] for machine in machines} == {"ubuntu", "macos", "windows"}
    assert {machine["python"] for machine in machines} == {"3.11", "3.13"}
    sandbox, command = (step["run"] for step in job["steps"] if "run" in step)
    assert "install -y -q bubblewrap" in sandbox
    assert command == f'{COMMAND} -m "not banks and not grader"'
    assert COMMAND in (ROOT / "README.md").read_text(encoding="utf-8")


def test_jobs_of_linux_together_run_every_part():
    """What one of them leaves out, the other one runs; both run on every push to main."""
    course, grader = workflow("tests.yml"), workflow("grader.yml")
    assert '.ci/run -m "not grader"' in commands(course)
    assert ".ci/run -m grader" in commands(grader)
    assert grader["on"]["push"] == {"branches": ["main"]}
    (step,) = (step for step in course["jobs"]["course"]["steps"] if ".ci" in step.get("run", ""))
    assert step["env"] == {"EVERYTHING": "${{ github.ref == 'refs/heads/main' && '1' || '' }}"}


def test_paths_of_the_grader_exist():
    for path in workflow("grader.yml")["on"]["pull_request"]["paths"]:
        assert list(ROOT.glob(path)), path


def test_screenshots_of_the_browser_tests_are_kept():
    job = workflow("tests.yml")["jobs"]["course"]
    (kept,) = (step for step in job["steps"] if "upload-artifact" in step.get("uses", ""))
    assert kept["if"].startswith("always()")
    assert f"/{kept['with']['path']}/" in (ROOT / ".gitignore").read_text(encoding="utf-8")
    from browser import SCREENSHOTS

    assert ROOT / kept["with"]["path"] == SCREENSHOTS


def test_newest_versions_are_tested_every_week():
    content = workflow("newest.yml")
    ((minute, hour, day, month, weekday),) = (s["cron"].split() for s in content["on"]["schedule"])
    assert (day, month) == ("*", "*")
    assert minute.isdigit()
    assert hour.isdigit()
    assert weekday.isdigit()
    assert "workflow_dispatch" in content["on"]
    assert 'python -m pip install --upgrade -e ".[test,site,lite]"' in commands(content)
    assert (
        "python -m pytest --nbval tests authoring notebooks -n auto --dist loadscope"
        in commands(content)
    )
    assert "requirements.txt" not in " ".join(commands(content))


@pytest.mark.parametrize("name", NAMES)
def test_workflow_may_only_read_and_ends(name):
    content = workflow(name)
    assert content["permissions"] == {"contents": "read"}
    assert content["concurrency"]["group"]
    for job in content["jobs"].values():
        assert "permissions" not in job
        assert int(job["timeout-minutes"]) <= 60


def test_hooks_are_valid():
    code, printed = check_hooks(HOOKS)
    assert (code, printed) == (0, "")


def test_wrong_hooks_are_refused(tmp_path):
    text = HOOKS.read_text(encoding="utf-8")
    (tmp_path / HOOKS.name).write_text(text.replace("language:", "tongue:"), encoding="utf-8")
    code, printed = check_hooks(tmp_path / HOOKS.name)
    assert code == 1, printed


def test_hooks_fetch_nothing():
    repos = yaml.safe_load(HOOKS.read_text(encoding="utf-8"))["repos"]
    assert [repo["repo"] for repo in repos] == ["local"]
    hooks = {hook["entry"]: hook["language"] for hook in repos[0]["hooks"]}
    assert set(hooks.values()) <= {"system", "pygrep"}  # neither makes an environment
    for command in (
        "ruff check",
        "ruff format",
        "python -m authoring check",
    ):
        assert any(entry.startswith(command) for entry in hooks)


# In place of run.py: an environment whose Python does nothing, and a program that shows something.
RUN = """
import os, sys
from pathlib import Path

ALL = "all"

def set_up(pins):
    python = Path(".venv/bin/python")
    python.parent.mkdir(parents=True)
    python.write_text("#!/bin/sh\\necho $* >&2\\n")
    python.chmod(0o755)

if __name__ == "__main__":
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a script for bash")
@pytest.mark.parametrize("code", [0, 3])
def test_ci_script_starts_anew_and_passes_the_exit_code_on(code, tmp_path):
    (tmp_path / ".ci").mkdir()
    (tmp_path / ".venv").mkdir()
    (tmp_path / ".venv" / "old").touch()
    shutil.copy(SCRIPT, tmp_path / ".ci")
    (tmp_path / "run.py").write_text(f"{RUN}    print(sys.argv[1:])\n    sys.exit({code})\n")
    assert os.access(tmp_path / ".ci" / "run", os.X_OK)
    done = subprocess.run([tmp_path / ".ci" / "run", "-k", "a b"], capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (code, "['test', '-k', 'a b']\n")
    assert not (tmp_path / ".venv" / "old").exists()
    assert re.search(r"-m pip install .*torch==\d+\.\d+\.\d+\n", done.stderr)


@pytest.mark.skipif(sys.platform == "win32", reason="a script for bash")
@pytest.mark.parametrize(
    ("names", "everything", "shown_as"),
    [
        (["authoring/notebook_06/cases.py", "notebooks/06-image/x.ipynb"], "", "1 06"),
        (["authoring/notebook_06/cases.py", "notebooks/03-planar/x.ipynb"], "", "1 "),
        (["authoring/notebook_06/cases.py"], "1", "None None"),
    ],
)
def test_ci_script_names_the_notebook_that_a_change_touches(names, everything, shown_as, tmp_path):
    (tmp_path / ".ci").mkdir()
    shutil.copy(SCRIPT, tmp_path / ".ci")
    shown = "    print(os.environ.get('SAMPLE'), os.environ.get('CHANGED'))\n"
    (tmp_path / "run.py").write_text(RUN + shown)
    git = ["git", "-C", tmp_path, "-c", "user.name=a", "-c", "user.email=a@b.c"]
    for command in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "a"]):
        subprocess.run([*git, *command], check=True)
    for name in (*names, "README.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("changed")
    subprocess.run([*git, "add", "."], check=True)
    subprocess.run([*git, "commit", "-q", "-m", "b"], check=True)
    environment = os.environ | {"EVERYTHING": everything, "BASE": "HEAD~1"}
    environment = {k: v for k, v in environment.items() if k not in ("SAMPLE", "CHANGED")}
    done = subprocess.run(
        [tmp_path / ".ci" / "run"], capture_output=True, text=True, env=environment
    )
    assert done.stdout == f"{shown_as}\n", done.stderr
