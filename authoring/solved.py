"""Make `solved/`: the solutions of a notebook as a module, for the notebooks that build on it.

A module is made of each notebook whose `solved.notebook_NN` another one imports. All of it comes
from the solution cells of the master, so that there is no second copy to keep.
"""

import ast
from pathlib import Path

from authoring.masters import ROOT, masters, module_name, needed, sources
from release.scaffold import BEGIN, END, TITLE

FOLDER = ROOT / "solved"
HEADER = '''"""The functions of {name}, solved. Spoilers!

Made by `python -m authoring make` from the solved notebook. Do not edit it: run that again.
"""

'''


def is_wanted(path: Path) -> bool:
    """Whether another master imports the solutions of this one."""
    name = f"solved.{module_name(path)}"
    return any(name in other.read_text(encoding="utf-8") for other in masters() if other != path)


def module(path):
    """The text of the module of a master: the imports that its solutions need, and these."""
    texts = sources(path)
    setup = texts.pop("setup")
    functions = [_function(source) for source in texts.values()]
    imports = needed(setup, "\n".join(functions))
    used = {node.id for node in ast.walk(ast.parse("\n".join(functions))) if hasattr(node, "id")}
    for line in imports.body:  # what is imported as * are the tests and their cases
        line.names = [name for name in line.names if (name.asname or name.name) in used]
    imports.body = [line for line in imports.body if line.names]
    parts = [ast.unparse(imports).replace("\nfrom", "\n\nfrom", 1), *functions]
    return HEADER.format(name=module_name(path).replace("_", " ")) + "\n\n\n".join(parts) + "\n"


def _function(source):
    """A solution without its title, its markers, and the scaffold's comments between these."""
    lines, inside = [], False
    for line in TITLE.sub("", source).strip().split("\n"):
        stripped = line.strip()
        if stripped in (BEGIN, END):
            inside = stripped == BEGIN
        elif not (inside and stripped.startswith("#")):
            lines.append(line)
    return "\n".join(lines)


def target(path: Path) -> Path:
    """The file with the solutions of a master."""
    return FOLDER / f"{module_name(path)}.py"


def is_stale(path: Path) -> bool:
    """Whether the module of a master is wanted and is not what its solutions make."""
    if not is_wanted(path):
        return False
    stored = target(path)
    return not stored.is_file() or stored.read_text(encoding="utf-8") != module(path)


def write(path: Path) -> None:
    target(path).write_text(module(path), encoding="utf-8", newline="\n")
