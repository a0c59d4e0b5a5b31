"""Pin every package: make the requirements files and `environment.yml` from `pyproject.toml`.

    python -m authoring.lock              keep the versions there are, add what is missing
    python -m authoring.lock --upgrade    take the newest versions

`requirements.txt` and `environment.yml` are for who learns or teaches, `requirements-dev.txt` holds
the same pins and those of the tests and of the site. They serve Linux, macOS and Windows and all
Pythons from 3.11 on. It needs uv, which nothing else of the course does.
"""

import argparse
import importlib.util
import shutil
import subprocess
import sys

from packaging.requirements import Requirement

from authoring.masters import ROOT

REQUIREMENTS = ROOT / "requirements.txt"
DEVELOPMENT = ROOT / "requirements-dev.txt"
ENVIRONMENT = ROOT / "environment.yml"

COMPILE = [
    *("pip", "compile", "pyproject.toml", "--universal", "--python-version", "3.11"),
    *("--generate-hashes", "--no-emit-index-url", "--no-header", "--quiet"),
]
# What each file holds. The larger one comes first, and binds the smaller one to its versions.
FILES = {
    DEVELOPMENT: ("of the course", ["--extra", "test", "--extra", "site", "--extra", "lite"]),
    REQUIREMENTS: ("for learning and teaching", ["--constraints", DEVELOPMENT.name]),
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


def environment(pins):
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
    print(f"{path.name} written")


def main(argv=None):
    parser = argparse.ArgumentParser(prog="python -m authoring.lock", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--upgrade", action="store_true", help="take the newest versions")
    arguments = parser.parse_args(argv)
    for path, (purpose, options) in FILES.items():
        # uv reads the versions to keep from the file that it writes. From the root of the
        # repository and with names alone, so that no path of this machine gets into the file.
        command = [*uv(), *COMPILE, *options, "--output-file", path.name]
        command += ["--upgrade"] * arguments.upgrade
        done = subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL)
        if done.returncode:
            return done.returncode
        text = path.read_text(encoding="utf-8")
        write(path, HEADER % purpose + text)
    write(ENVIRONMENT, environment(pins(text)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
