"""The masters: find them, read their solutions, run these.

A master is the solved notebook that is edited, `notebooks/NN-name/NN-name.ipynb`. What its author
writes beside it is the package `authoring/notebook_NN`.
"""

import ast
import inspect
import json
import re
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any

from release.scaffold import ROOT, exercise

NOTEBOOKS = ROOT / "notebooks"


def masters():
    """The paths of the master notebooks, in the order of the course."""
    return sorted(NOTEBOOKS.glob("*/*.ipynb"))


def master(number: str) -> Path:
    """The path of the master with a number, as "06".

    Raises:
        ValueError: there is no such master.
    """
    for path in masters():
        if path.stem.startswith(f"{number}-"):
            return path
    raise ValueError(f"there is no notebook {number} in {NOTEBOOKS}.")


def part(notebook: str, name: str) -> ModuleType:
    """A module of the author's package of a notebook: part("notebook_06", "cases")."""
    return import_module(f"authoring.{notebook}.{name}")


def module_name(path):
    """The name of what belongs to a notebook in other folders: "notebook_04" for 04-....ipynb.

    Raises:
        ValueError: the name of the notebook does not begin with two digits.
    """
    if not re.match(r"\d\d-", path.stem):
        raise ValueError(f"the name of {path.name} should begin with two digits, as 04-... does.")
    return f"notebook_{path.stem[:2]}"


def exercises(path):
    """The Exercises of a master: its tests, and what they compare with."""
    return import_module(f"exercises.{module_name(path)}").EXERCISES


def read(path):
    """A notebook in nbformat's objects."""
    import nbformat

    return nbformat.read(path, as_version=4)


def sources(path):
    """The text of the setup cell and of each solution cell of a master: {grade_id: text}."""
    found = {}
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        grader = cell["metadata"].get("nbgrader", {})
        if grader.get("solution") or grader.get("grade_id") == "setup":
            source = "".join(cell["source"])  # one string, or a list of lines
            # Lines that begin with % are for Jupyter: plots and reloading.
            found[grader["grade_id"]] = re.sub(r"^%.*$", "", source, flags=re.MULTILINE)
    return found


def meta(path: Path) -> dict[str, dict]:
    """Read number, points and arguments of the exercises of a master.

    Returns:
        {function: {"number", "points", "takes", "defaults"}}, in the order of the notebook: the
        number is that in the title of the solution cell, the points those of the test cell below
        it, `takes` are the names of the arguments, and `defaults` the texts of the last ones.

    Raises:
        ValueError: a solution cell has no title, does not define the function in it, or has no
            test cell.
    """
    found, texts, waiting = {}, sources(path), None
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        grader = cell["metadata"].get("nbgrader", {})
        if grader.get("solution"):
            if waiting:
                break
            waiting = grader["grade_id"]
        elif grader.get("grade") and waiting:
            try:
                number, function = exercise(texts[waiting])
                takes, defaults = _arguments(texts[waiting], function)
            except (ValueError, SyntaxError) as error:
                raise ValueError(f"{waiting}: {error}") from None
            waiting = None
            found[function] = {
                "number": number,
                "points": grader["points"],
                "takes": takes,
                "defaults": defaults,
            }
    if waiting:
        raise ValueError(f"{waiting}: there is no test cell below it.")
    return found


def _arguments(source, function):
    """The names of the arguments of a function that a text defines, and the texts of defaults."""
    for node in ast.parse(source).body:
        if isinstance(node, ast.FunctionDef) and node.name == function:
            takes = tuple(argument.arg for argument in node.args.args)
            return takes, tuple(map(ast.unparse, node.args.defaults))
    raise ValueError(f"it should define {function}.")


def solutions(path):
    """Run the solution cells of a master and the imports they need, and nothing else of it.

    A solution that needs a package which not everybody has is replaced, see `references`.

    Returns:
        the namespace they leave behind: a dictionary from names to functions and modules.
    """
    return run_solutions(sources(path) | references(path), path.name)


def run_solutions(texts: dict[str, str], name: str) -> dict[str, Any]:
    """Run the texts of `sources`, and return the namespace they leave behind.

    Arguments:
        name: of the notebook, for tracebacks.
    """
    setup, *cells = texts["setup"], *(item for item in texts.items() if item[0] != "setup")
    namespace = {}
    imports = needed(setup, "\n".join(text for _, text in cells))
    for cell, code in [("setup", imports), *cells]:
        exec(compile(code, f"{name}[{cell}]", "exec"), namespace)
    return namespace


def references(path: Path) -> dict[str, str]:
    """The texts that replace solutions which need a package that not everybody has.

    They stand in `references.py` of the notebook's package, if there is one, as {function: text}.
    """
    package = f"authoring.notebook_{path.stem[:2]}"
    if find_spec(package) is None or find_spec(f"{package}.references") is None:
        return {}
    module = import_module(f"{package}.references")
    return {
        name: inspect.getsource(function)
        for name, function in inspect.getmembers(module, inspect.isfunction)
    }


def needed(setup, source):
    """The imports in one text that another text needs: pyplot alone would take half a second.

    Returns:
        a module of `ast`: the imports of `*` and of each name that occurs in `source`.
    """
    words = {"*", *re.findall(r"\w+", source)}
    module = ast.parse(setup)
    module.body = [
        statement
        for statement in module.body
        if isinstance(statement, (ast.Import, ast.ImportFrom))
        and words & {(name.asname or name.name).split(".")[0] for name in statement.names}
    ]
    return module
