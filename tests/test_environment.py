"""pyproject.toml, the four requirements files and environment.yml say the same."""

import re
import tomllib

import pytest
import yaml
from packaging.requirements import Requirement

from authoring import lock

PYPROJECT = (lock.ROOT / "pyproject.toml").read_text(encoding="utf-8")
REQUIREMENTS = lock.REQUIREMENTS.read_text(encoding="utf-8")
DEVELOPMENT = lock.DEVELOPMENT.read_text(encoding="utf-8")
ENVIRONMENT = lock.ENVIRONMENT.read_text(encoding="utf-8")
HUB = lock.HUB.read_text(encoding="utf-8")
UV = lock.UV.read_text(encoding="utf-8")


def test_the_six_files_agree():
    assert lock.problems() == []


def pinned(name, text=REQUIREMENTS):
    """The pin of a package as a requirements file writes it."""
    return re.search(rf"^{name}==[\w.]+", text, re.MULTILINE).group()


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"pyproject": PYPROJECT.replace('"nbval', '"nbvalue')}, "nbvalue has no pin"),
        (
            {"pyproject": PYPROJECT.replace('"numpy>=2"', '"numpy>=99"')},
            "does not satisfy numpy>=99",
        ),
        (
            {"development": DEVELOPMENT.replace(pinned("nbval", DEVELOPMENT), "nbval==0.1")},
            "nbval==0.1 does not",
        ),
        (
            {"requirements": REQUIREMENTS.replace(pinned("nbgrader"), "nbgrader==0.9.5")},
            "nbgrader==0.9.5 is not in requirements-dev.txt",
        ),
        ({"requirements": REQUIREMENTS.replace(pinned("anyio"), "anyio>=1")}, "not one version"),
        ({"requirements": REQUIREMENTS + "zipp==3.0\n"}, "zipp==3.0 has no hash"),
        ({"requirements": "--find-links /srv/wheels\n" + REQUIREMENTS}, None),
        (
            {"environment": ENVIRONMENT.replace(pinned("anyio"), "anyio==1.0")},
            "does not have the pins",
        ),
        ({"environment": ENVIRONMENT.replace("      - -e .\n", "")}, "does not have the pins"),
        ({"environment": ENVIRONMENT + "# /srv/wheels\n"}, "names a place"),
        ({"installer": UV.replace("uv==", "uw==")}, "uv has no pin"),
        ({"hub": HUB.replace("\njupyterhub==", "\njupyterhut==")}, "jupyterhub has no pin"),
        (
            {"hub": HUB.replace(pinned("nbgrader"), "nbgrader==0.9.5")},
            "nbgrader==0.9.5 is not in requirements-dev.txt",
        ),
        ({"hub": HUB + "# /srv/wheels\n"}, "hub/requirements.txt names a place"),
    ],
)
def test_a_disagreement_is_found(changed, said):
    if said is None:  # an option is not a requirement at all
        with pytest.raises(ValueError, match="--find-links"):
            lock.problems(**changed)
    else:
        assert said in "; ".join(lock.problems(**changed))


@pytest.mark.parametrize(
    "text",
    [
        "--index-url x",
        "--extra-index-url x",
        "a @ file:a.whl",
        "https://example.org/simple",
        "# via /srv/a",
        "C:\\wheels",
    ],
)
def test_a_place_is_recognised(text):
    assert lock.PLACE.search(text)


def test_environment_is_yaml_that_conda_reads():
    content = yaml.safe_load(ENVIRONMENT)
    python, pip, packages = content["dependencies"]
    assert python.startswith("python " + tomllib.loads(PYPROJECT)["project"]["requires-python"])
    assert pip == "pip"
    assert packages["pip"] == [*map(str, lock.pins(REQUIREMENTS)), "-e ."]
    names = {Requirement(line).name for line in packages["pip"][:-1]}
    assert "nbgrader" in names
    assert "nbval" not in names, "what only the tests need is in requirements-dev.txt"
    assert content["channels"] == ["conda-forge", "nodefaults"]


def test_pins_hold_nothing_that_slows_each_start():
    """The grammars of rfc3987-syntax are built whenever jsonschema is imported."""
    assert "rfc3987-syntax" not in {pin.name for pin in lock.pins(DEVELOPMENT)}


def test_markers_are_kept():
    text = """\
a==1 ; sys_platform == 'win32' \\
    --hash=sha256:0 \\
    --hash=sha256:1
    # via b
b==2 \\
    --hash=sha256:2
"""
    assert [str(pin) for pin in lock.pins(text)] == ['a==1; sys_platform == "win32"', "b==2"]


def test_without_uv_it_says_so(monkeypatch):
    monkeypatch.setattr(lock.shutil, "which", lambda name: None)
    monkeypatch.setattr(lock.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(SystemExit, match="needs uv, which is not installed"):
        lock.main([])
