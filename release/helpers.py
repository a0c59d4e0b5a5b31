"""List the files released with a notebook: the modules it imports, what these import, its data.

This needs nothing but Python, and runs nothing: it reads the import statements.
"""

import ast
import functools
import json
import re
import shutil
from pathlib import Path

from release.scaffold import ROOT

DATA = re.compile(r"datasets/\w+\.(?:h5|csv)")


def helpers(master, root=ROOT):
    """The files that a notebook needs beside it.

    Arguments:
        master: the path of the notebook.
        root: the folder of the course.

    Returns:
        paths relative to `root`, sorted: modules, and where the notebook names a data file, that
        file and what tells its source and licence.
    """
    cells = json.loads(Path(master).read_text(encoding="utf-8"))["cells"]
    code = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    found = set()
    for source in code:
        # Lines that begin with % or ! are for Jupyter.
        _follow(re.sub(r"^\s*[%!].*$", "", source, flags=re.MULTILINE), root, found)
    data = {Path(name) for source in code for name in DATA.findall(source)}
    data = {name for name in data if (root / name).is_file()}
    return sorted(found | data | ({Path("datasets/README.md")} if data else set()))


def modules(source: str, root: Path = ROOT) -> set[Path]:
    """The modules of the course that a text imports, and those that they import.

    Returns:
        paths relative to `root`.
    """
    found = set()
    _follow(source, root, found)
    return found


def _follow(source, root, found):
    """Add the modules of the course that a text imports, and those that they import."""
    for name in _imports(source):
        parts = name.split(".")
        packages = [Path(*parts[:n], "__init__.py") for n in range(1, len(parts) + 1)]
        for path in [*packages, Path(*parts).with_suffix(".py")]:
            if path not in found and (root / path).is_file():
                found.add(path)
                _follow((root / path).read_text(encoding="utf-8"), root, found)


@functools.cache  # all notebooks need the modules of the tests, and each parse takes its time
def _imports(source):
    """The names of all modules that a text imports, and of what it imports from them."""
    names = []
    if "import" not in source:
        return names
    for statement in _statements(_parsed(source)):
        if isinstance(statement, ast.Import):
            names += [name.name for name in statement.names]
        elif isinstance(statement, ast.ImportFrom) and statement.module:
            # What is imported from a package may be a module of it.
            names += [f"{statement.module}.{name.name}" for name in statement.names]
            names.append(statement.module)
    return names


def _parsed(source):
    """The tree of a text, if possible only down to its last import: a table may follow."""
    last = source.rfind("import")
    try:
        return ast.parse(source[:last] + source[last:].partition("\n")[0])
    except SyntaxError:
        return ast.parse(source)


def _statements(node):
    """All statements in a piece of code, however deep: most of its nodes are expressions."""
    for part in ("body", "orelse", "finalbody", "handlers", "cases"):
        for inner in getattr(node, part, []):
            yield inner
            yield from _statements(inner)


def copy_helpers(master, folder, root=ROOT):
    """Copy what a notebook needs into its folder."""
    for path in helpers(master, root):
        target = Path(folder) / path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(root / path, target)
