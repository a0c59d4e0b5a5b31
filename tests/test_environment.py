"""pyproject.toml, the two requirements files and environment.yml say the same."""

import re
import tomllib

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from authoring import lock

PYPROJECT = (lock.ROOT / "pyproject.toml").read_text(encoding="utf-8")
REQUIREMENTS = lock.REQUIREMENTS.read_text(encoding="utf-8")
DEVELOPMENT = lock.DEVELOPMENT.read_text(encoding="utf-8")
ENVIRONMENT = lock.ENVIRONMENT.read_text(encoding="utf-8")

# An address, an option that names an index or a folder, an absolute path.
PLACE = re.compile(
    r"\w+://|\bfile:|--(?:\w+-)*index|--find-links|(?:^|[\s=@\"'])(?:/\w|[A-Z]:[\\/])", re.MULTILINE
)


def version(pin):
    """The version of a pin, or nothing if it leaves a choice."""
    (only,) = pin.specifier if len(pin.specifier) == 1 else [None]
    return only.version if only and only.operator == "==" and "*" not in only.version else None


def disagreements(
    pyproject=PYPROJECT, requirements=REQUIREMENTS, development=DEVELOPMENT, environment=ENVIRONMENT
):
    """What the texts of the four files disagree about, a sentence each."""
    project = tomllib.loads(pyproject)["project"]
    extras = sum(project["optional-dependencies"].values(), [])
    found = []
    for text, direct in (
        (requirements, project["dependencies"]),
        (development, project["dependencies"] + extras),
    ):
        pins = lock.pins(text)
        for wanted in map(Requirement, direct):
            name = canonicalize_name(wanted.name)
            same = [pin for pin in pins if canonicalize_name(pin.name) == name]
            if not same:
                found.append(f"{wanted.name} has no pin")
            for pin in same:
                if version(pin) and version(pin) not in wanted.specifier:
                    found.append(f"{pin} does not satisfy {wanted}")
        found += [f"{pin} is not one version" for pin in pins if not version(pin)]
        for line in lock.lines(text):
            if not re.search(r" --hash=sha256:[0-9a-f]{64}\b", line):
                found.append(f"{line} has no hash")
    # Their markers may differ: what asks for a package on which system depends on what there is.
    all_pins = {(pin.name, str(pin.specifier)) for pin in lock.pins(development)}
    for pin in lock.pins(requirements):
        if (pin.name, str(pin.specifier)) not in all_pins:
            found.append(f"{pin} is not in requirements-dev.txt")
    if environment != lock.environment(lock.pins(requirements)):
        found.append("environment.yml does not have the pins of requirements.txt")
    texts = {
        "requirements.txt": requirements,
        "requirements-dev.txt": development,
        "environment.yml": environment,
    }
    for name, text in texts.items():
        found += [f"{name} names a place: {match.group()}" for match in PLACE.finditer(text)]
    return found


def test_the_four_files_agree():
    assert disagreements() == []


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
    ],
)
def test_a_disagreement_is_found(changed, said):
    if said is None:  # an option is not a requirement at all
        with pytest.raises(ValueError, match="--find-links"):
            disagreements(**changed)
    else:
        assert said in "; ".join(disagreements(**changed))


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
    assert PLACE.search(text)


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
