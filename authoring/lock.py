"""Pin every package: make the requirements files and `environment.yml` from `pyproject.toml`.

    python -m authoring.lock              keep the versions there are, add what is missing
    python -m authoring.lock --upgrade    take the newest versions

`requirements.txt` and `environment.yml` are for who learns or teaches, `hub/requirements.txt` is
for the server of a class, `requirements-dev.txt` holds the same pins and those of the tests and of
the site; `requirements-uv.txt` holds that of uv, with which `run.py` installs the others. They
serve Linux, macOS and Windows and all Pythons from 3.11 on. It needs uv.
"""

import argparse
import importlib.util
import re
import shutil
import subprocess
import sys
import tomllib

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from authoring.masters import ROOT

PYPROJECT = ROOT / "pyproject.toml"
REQUIREMENTS = ROOT / "requirements.txt"
DEVELOPMENT = ROOT / "requirements-dev.txt"
HUB = ROOT / "hub" / "requirements.txt"
UV = ROOT / "requirements-uv.txt"
ENVIRONMENT = ROOT / "environment.yml"

# An address, an option that names an index or a folder, an absolute path.
PLACE = re.compile(
    r"\w+://|\bfile:|--(?:\w+-)*index|--find-links|(?:^|[\s=@\"'])(?:/\w|[A-Z]:[\\/])", re.MULTILINE
)

COMPILE = [
    *("pip", "compile", "--universal", "--python-version", "3.11"),
    *("--generate-hashes", "--no-emit-index-url", "--no-header", "--quiet"),
]
# What each file holds, and of what in pyproject.toml. That of everything comes before those of a
# part, which it binds to its versions.
FILES = {
    UV: ("that installs the others", ["--group", "uv"]),
    DEVELOPMENT: (
        "of the course",
        [PYPROJECT.name, "--extra", "test", "--extra", "hub", "--extra", "site", "--extra", "lite"],
    ),
    HUB: (
        "of a server for a class",
        [PYPROJECT.name, "--extra", "hub", "--constraints", DEVELOPMENT.name],
    ),
    REQUIREMENTS: (
        "for learning and teaching",
        [PYPROJECT.name, "--constraints", DEVELOPMENT.name],
    ),
}

HEADER = """\
# The version and the hashes of every package %s, for pip.
# Made by `python -m authoring.lock` from pyproject.toml. Do not edit it: run that again.
"""

ENVIRONMENT_HEADER = """\
# The same versions for conda: `conda env create --file environment.yml`.
# Made by `python -m authoring.lock` from requirements.txt. Do not edit it: run that again.
# The pins have no hashes here: with hashes pip would refuse the last line, which makes the
# modules of the course importable.
"""


def lines(text):
    """The requirements of a file, one line each with its hashes, without comments."""
    joined = text.replace("\\\n", " ").splitlines()
    return [line.strip() for line in joined if line.strip() and not line.lstrip().startswith("#")]


def pins(text):
    """The requirements of a file, with their environment markers and without their hashes."""
    return [Requirement(line.partition("--hash")[0]) for line in lines(text)]


def conda(pins):
    """The text of `environment.yml` with these pins."""
    return "\n".join(
        [
            ENVIRONMENT_HEADER + "name: deep-networks",
            "channels:",
            "  - conda-forge",
            "  - nodefaults",
            "dependencies:",
            # The pinned h5py is not built for Python 3.15 yet, and conda would take the newest.
            '  - "python >=3.11,<3.15"',
            "  - pip",
            "  - pip:",
            *(f"      - {pin}" for pin in pins),
            "      - -e .",
            "",
        ]
    )


def version(pin: Requirement) -> str | None:
    """The version of a pin, or None if it leaves a choice."""
    (only,) = pin.specifier if len(pin.specifier) == 1 else [None]
    return only.version if only and only.operator == "==" and "*" not in only.version else None


def problems(
    pyproject: str | None = None,
    requirements: str | None = None,
    development: str | None = None,
    environment: str | None = None,
    installer: str | None = None,
    hub: str | None = None,
) -> list[str]:
    """A sentence on each disagreement between pyproject.toml and the five files of pins.

    Arguments:
        pyproject, requirements, development, environment, installer, hub: the texts; None for
            those of the files.
    """
    if pyproject is None:
        pyproject = PYPROJECT.read_text(encoding="utf-8")
    if requirements is None:
        requirements = REQUIREMENTS.read_text(encoding="utf-8")
    if development is None:
        development = DEVELOPMENT.read_text(encoding="utf-8")
    if environment is None:
        environment = ENVIRONMENT.read_text(encoding="utf-8")
    if installer is None:
        installer = UV.read_text(encoding="utf-8")
    if hub is None:
        hub = HUB.read_text(encoding="utf-8")
    content = tomllib.loads(pyproject)
    project = content["project"]
    extras = sum(project["optional-dependencies"].values(), [])
    found = []
    for text, direct in (
        (requirements, project["dependencies"]),
        (development, project["dependencies"] + extras),
        (hub, project["dependencies"] + project["optional-dependencies"]["hub"]),
        (installer, content["dependency-groups"]["uv"]),
    ):
        pinned = pins(text)
        for wanted in map(Requirement, direct):
            name = canonicalize_name(wanted.name)
            same = [pin for pin in pinned if canonicalize_name(pin.name) == name]
            if not same:
                found.append(f"{wanted.name} has no pin")
            for pin in same:
                if version(pin) and version(pin) not in wanted.specifier:
                    found.append(f"{pin} does not satisfy {wanted}")
        found += [f"{pin} is not one version" for pin in pinned if not version(pin)]
        for line in lines(text):
            if not re.search(r" --hash=sha256:[0-9a-f]{64}\b", line):
                found.append(f"{line} has no hash")
    # Their markers may differ: what asks for a package on which system depends on what there is.
    all_pins = {(pin.name, str(pin.specifier)) for pin in pins(development)}
    for pin in pins(requirements) + pins(hub):
        if (pin.name, str(pin.specifier)) not in all_pins:
            found.append(f"{pin} is not in requirements-dev.txt")
    if environment != conda(pins(requirements)):
        found.append("environment.yml does not have the pins of requirements.txt")
    texts = {
        "requirements.txt": requirements,
        "requirements-dev.txt": development,
        "environment.yml": environment,
        "requirements-uv.txt": installer,
        "hub/requirements.txt": hub,
    }
    for name, text in texts.items():
        found += [f"{name} names a place: {match.group()}" for match in PLACE.finditer(text)]
    return found


def uv():
    """The command that starts uv.

    Raises:
        SystemExit: it is not installed.
    """
    if shutil.which("uv"):
        return ["uv"]
    if importlib.util.find_spec("uv"):
        return [sys.executable, "-m", "uv"]
    raise SystemExit("This needs uv, which is not installed: run `python -m pip install uv` first.")


def write(path, text):
    """Write a file with the same line ends on every system."""
    path.write_text(text, encoding="utf-8", newline="\n")
    print(f"{path.relative_to(ROOT)} written")


def main(argv=None):
    parser = argparse.ArgumentParser(prog="python -m authoring.lock", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--upgrade", action="store_true", help="take the newest versions")
    arguments = parser.parse_args(argv)
    for path, (purpose, options) in FILES.items():
        # uv reads the versions to keep from the file that it writes. From the root of the
        # repository and with names alone, so that no path of this machine gets into the file.
        command = [*uv(), *COMPILE, *options, "--output-file", path.relative_to(ROOT).as_posix()]
        command += ["--upgrade"] * arguments.upgrade
        done = subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL)
        if done.returncode:
            return done.returncode
        text = path.read_text(encoding="utf-8")
        write(path, HEADER % purpose + text)
    write(ENVIRONMENT, conda(pins(text)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
