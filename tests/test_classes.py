"""Where classes live: the class repository's workflow, the devcontainer, Binder."""

import json
import os
import re
import shutil
import subprocess
import sys

import jsonschema
import nbformat
import pytest
import yaml
from conftest import ASSIGNMENT, ENVIRONMENT, MASTER, copy_of_course, needs_sandbox, solve, write
from test_class import WRONG_COST
from test_workflows import run, workflow

from authoring.masters import ROOT

GRADE = ROOT / "docs" / "class-repository" / ".github" / "workflows" / "grade.yml"
BINDER = ROOT / ".binder"
DEVCONTAINER = ROOT / ".devcontainer"
posix = pytest.mark.skipif(sys.platform == "win32", reason="a script for bash")


def pythons():
    matrix = workflow("tests.yml")["jobs"]["systems"]["strategy"]["matrix"]
    return {machine["python"] for machine in matrix["include"]}


# ---------------------------------------------------------------- the class repository


@pytest.fixture(scope="module")
def grade():
    return yaml.load(GRADE.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


@pytest.mark.parametrize(
    "schema", ["vendor.github-workflows", "custom.github-workflows-require-timeout"]
)
def test_the_workflow_follows_its_schema(schema):
    code, printed = run("check_jsonschema", "--builtin-schema", schema, GRADE)
    assert code == 0, printed


def test_the_workflow_gives_nothing_away(grade):
    assert grade["permissions"] == {"contents": "read"}
    assert set(grade["on"]) == {"push", "workflow_dispatch"}  # none that lends rights to strangers
    (job,) = grade["jobs"].values()
    assert "permissions" not in job
    checkouts = [step for step in job["steps"] if "checkout" in step.get("uses", "")]
    assert [step["with"]["persist-credentials"] for step in checkouts] == ["false", "false"]
    assert "secrets." not in GRADE.read_text(encoding="utf-8")
    # What a student may name, like a branch, never becomes part of a script.
    assert not any("${{" in step.get("run", "") for step in job["steps"])


def test_the_workflow_installs_as_the_tests_do(grade):
    (job,) = grade["jobs"].values()
    tests = workflow("tests.yml")["jobs"]["course"]
    same = [step["run"] for step in tests["steps"] if step.get("name") == "bubblewrap"]
    assert [step["run"] for step in job["steps"] if step.get("name") == "bubblewrap"] == same
    used = {step["uses"] for step in tests["steps"] if "uses" in step}
    assert {step["uses"] for step in job["steps"] if "uses" in step} <= used
    (python,) = (
        step["with"]["python-version"] for step in job["steps"] if "setup-python" in str(step)
    )
    assert python in pythons()


@needs_sandbox
def test_the_workflow_grades_what_was_pushed_and_no_link(grade, release, tmp_path):
    (step,) = (
        s for job in grade["jobs"].values() for s in job["steps"] if s.get("name") == "grade"
    )
    course, pushed = copy_of_course(tmp_path / "course"), tmp_path / "handed-in"
    # A second assignment, whose folder is a link to the master.
    linked = course / "notebooks" / "99-linked"
    linked.mkdir()
    pushed.mkdir()
    (pushed / "99-linked").symlink_to("../authoring/masters/99-linked")
    notebook = nbformat.read(release / f"{ASSIGNMENT}.ipynb", as_version=4)
    write(solve(notebook, WRONG_COST), pushed / ASSIGNMENT / f"{ASSIGNMENT}.ipynb")
    summary = tmp_path / "summary.md"
    facts = {"GITHUB_REPOSITORY": "class/dnn-ada", "GITHUB_STEP_SUMMARY": str(summary)}

    def push():
        summary.unlink(missing_ok=True)
        return subprocess.run(
            ["bash", "-e", "-c", step["run"]],
            cwd=tmp_path / step["working-directory"],
            env=ENVIRONMENT | facts,
            capture_output=True,
            text=True,
        )

    done = push()
    assert done.returncode == 0, done.stdout + done.stderr
    said = summary.read_text(encoding="utf-8")
    assert said.startswith(f"## {ASSIGNMENT}\n\n### <code>dnn&#45;ada</code>: 90 of 100 points\n")
    assert "| 6 | `compute_cost` | ✗ failed | 0 of 10 |" in said
    assert "cost should be 0&#46;27977656&#44; and yours is &#45;0&#46;27977656" in said
    assert "99" not in said.replace("0&#46;27977656", "")

    # The notebook itself is a link to the master.
    path = pushed / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
    path.unlink()
    path.symlink_to(f"../../authoring/masters/{ASSIGNMENT}/{MASTER.name}")
    push()
    assert "not graded, refused" in summary.read_text(encoding="utf-8")


# ---------------------------------------------------------------- the devcontainer

# The part of the specification of devcontainer.json that this file uses.
TEXT = {"type": "string", "minLength": 1}
SPECIFICATION = {
    "type": "object",
    "additionalProperties": False,
    "required": ["build"],
    "properties": {
        "name": TEXT,
        "build": {
            "type": "object",
            "additionalProperties": False,
            "required": ["dockerfile"],
            "properties": {"dockerfile": TEXT, "context": TEXT},
        },
        "remoteUser": TEXT,
        "postCreateCommand": TEXT,
        "forwardPorts": {"type": "array", "items": {"type": "integer", "maximum": 65535}},
        "portsAttributes": {
            "type": "object",
            "patternProperties": {
                r"^\d+$": {
                    "type": "object",
                    "additionalProperties": False,
                    "properties": {
                        "label": TEXT,
                        "onAutoForward": {
                            "enum": ["notify", "openBrowser", "openPreview", "silent", "ignore"]
                        },
                    },
                }
            },
            "additionalProperties": False,
        },
        "customizations": {
            "type": "object",
            "additionalProperties": False,
            "properties": {
                "vscode": {
                    "type": "object",
                    "additionalProperties": False,
                    "properties": {
                        "extensions": {"type": "array", "items": {"pattern": r"^[\w-]+\.[\w-]+$"}},
                        "settings": {"type": "object"},
                    },
                }
            },
        },
    },
}


@pytest.fixture(scope="module")
def container():
    return json.loads((DEVCONTAINER / "devcontainer.json").read_text(encoding="utf-8"))


def test_the_devcontainer_follows_its_specification(container):
    jsonschema.validate(container, SPECIFICATION)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(container | {"postCreateComand": "x"}, SPECIFICATION)


def test_the_devcontainer_is_set_up_as_the_readme_says_by_a_user_that_it_has(container):
    recipe = (DEVCONTAINER / container["build"]["dockerfile"]).read_text(encoding="utf-8")
    python, system = re.search(r"^FROM python:([\d.]+)-(\w+)$", recipe, re.MULTILINE).groups()
    assert python in pythons()
    assert re.search(rf"useradd .*\b{container['remoteUser']}$", recipe, re.MULTILINE)
    assert container["postCreateCommand"].startswith("python run.py start ")
    assert list(container["portsAttributes"]) == [str(port) for port in container["forwardPorts"]]


# ---------------------------------------------------------------- Binder


def test_binder_installs_the_pins():
    lines = (BINDER / "requirements.txt").read_text(encoding="utf-8").splitlines()
    (line,) = (line for line in lines if not line.startswith("#"))
    assert line == "-r ../requirements.txt"
    version = (BINDER / "runtime.txt").read_text(encoding="utf-8").strip()
    assert version.removeprefix("python-") in pythons()


@posix
def test_binder_lays_the_notebooks(tmp_path):
    called = tmp_path / "called"
    (tmp_path / "python").write_text(f'#!/bin/sh\necho "$@" >> "{called}"\n')
    (tmp_path / "python").chmod(0o755)
    assert os.access(BINDER / "postBuild", os.X_OK)
    variables = {"PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"}
    subprocess.run([BINDER / "postBuild"], cwd=ROOT, env=os.environ | variables, check=True)
    assert called.read_text().splitlines() == [
        "-m pip install --no-build-isolation --no-deps -e .",
        "-m release.work",
    ]
    assert "\nsetuptools==" in (ROOT / "requirements.txt").read_text(encoding="utf-8")


@posix
@pytest.mark.parametrize(("before", "after"), [(None, ""), ("/mine", ":/mine")])
def test_binder_starts_the_jupyterlab_of_learners(before, after):
    variables = {k: v for k, v in os.environ.items() if k != "JUPYTER_CONFIG_PATH"}
    if before:
        variables["JUPYTER_CONFIG_PATH"] = before
    command = [BINDER / "start", "sh", "-c", 'echo "$JUPYTER_CONFIG_PATH"; exit 3']
    done = subprocess.run(command, cwd=ROOT, env=variables, capture_output=True, text=True)
    assert done.returncode == 3
    assert done.stdout == f"{ROOT / 'release' / 'lab'}{after}\n"


@pytest.mark.skipif(not shutil.which("git"), reason="git is not on PATH")
@pytest.mark.parametrize("name", [".binder/postBuild", ".binder/start"])
def test_git_knows_that_a_script_is_one(name):
    if not (ROOT / ".git").exists():
        pytest.skip("this is no clone")
    listed = subprocess.run(
        ["git", "ls-files", "-s", name], cwd=ROOT, capture_output=True, text=True
    )
    assert listed.stdout.startswith("100755")
