"""Run the masters, and make and check all that is made from them.

    python -m authoring run [NN ...]      make what is stale, run masters, store their outputs
    python -m authoring make [NN ...]     make what is stale
    python -m authoring check [NN ...]    report what is stale or not clean
    python -m authoring lacks [NN ...]    list what a notebook must have and has not
    python -m authoring new NN-name [f]   begin a notebook from the template, with an exercise f

Made from a master are the data of its tests (`exercises/expected/`), its solutions as a module
where a later notebook imports them (`solved/`), and, from its author's package, its pictures.
Without a number a command is about all notebooks, and `make` and `check` are about the part of the
README that shows them too, `check` also about the pins of packages.
"""

import argparse
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from nbclient.exceptions import CellExecutionError

from authoring import clean, expected, figures, front_page, lock, minimum, solved
from authoring.masters import ROOT, master, masters
from authoring.new import begin

STALE = "{} is stale: run `python -m authoring make`."


def stale(path: Path) -> dict[Path, Callable[[], None]]:
    """The files that are not as they would be made for a master, and what makes each of them."""
    found = {
        made.target(path): partial(made.write, path)
        for made in (expected, solved)
        if made.is_stale(path)
    }
    for name in figures.figures() if figures.is_pinned() else ():
        if name.startswith(f"{path.stem}/") and figures.is_stale(name):
            found[figures.target(name)] = partial(figures.draw, name, figures.target(name))
    return found


def check(paths: list[Path]) -> list[str]:
    """A sentence on each thing that is stale or not clean about these masters."""
    found = []
    for path in paths:
        found += [f"{path.relative_to(ROOT)}: {problem}." for problem in clean.problems(path)]
        for file in stale(path):
            found.append(STALE.format(file.relative_to(ROOT)))
    return found


def lacking(path: Path) -> list[str]:
    """A sentence on each thing that a notebook lacks, what is not clean included."""
    problems = [*clean.problems(path), *minimum.lacking(path)]
    problems += [] if problems else minimum.lacking_mutants(path)
    return [f"{path.stem}: {problem}." for problem in problems]


def make(paths: list[Path]) -> None:
    """Make what is stale for these masters, and say so."""
    for path in paths:
        write_all(stale(path))


def write_all(made: dict[Path, Callable[[], object]]) -> None:
    """Write files, and say so."""
    for file, write in made.items():
        write()
        print(f"{file.relative_to(ROOT)} written")


def run(paths: list[Path]) -> None:
    """Run masters and store their outputs."""
    for path in paths:
        print(f"running {path.name}")
        clean.run(path)


def new(stem: str, *function: str) -> None:
    """Begin a notebook, whose exercise has the name of the function, if one is given."""
    for file in begin(stem, *function):
        print(f"{file.relative_to(ROOT)} written")
    make([master(stem[:2])])


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m authoring", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("command", choices=["run", "make", "check", "lacks", "new"])
    parser.add_argument("notebooks", nargs="*", metavar="NN", help="default: every notebook")
    options = parser.parse_args(argv)
    try:
        if options.command == "new":
            new(*options.notebooks[:2] or [""])
            return 0
        paths = [master(number) for number in options.notebooks] or masters()
    except ValueError as error:
        parser.error(str(error))
    try:
        if options.command == "lacks":
            problems = [text for path in paths for text in lacking(path)]
        elif options.command == "check":
            problems = check(paths)
            if not options.notebooks:
                problems += [f"{text}: run `python -m authoring.lock`." for text in lock.problems()]
                problems += [STALE.format(file.relative_to(ROOT)) for file in front_page.stale()]
        else:
            problems = []
            make(paths)
            if options.command == "run":
                run(paths)
            if not options.notebooks:
                write_all(front_page.stale())
    except CellExecutionError as error:
        problems = [f"The notebook is left as it was, because a cell fails. {error}"]
    except (AttributeError, ImportError, LookupError, ValueError) as error:
        # Files that do not fit together yet.
        problems = [f"{type(error).__name__}: {error}"]
    for problem in problems:
        print(problem, file=sys.stderr)
    if not problems and options.command in ("check", "lacks"):
        print("Everything is up to date." if options.command == "check" else "Nothing is lacking.")
    return int(bool(problems))


if __name__ == "__main__":
    sys.exit(main())
