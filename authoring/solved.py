"""Make `solved/`: the solutions of a notebook as a module, for the notebooks that build on it.

    python -m authoring.solved            write the modules that are stale anew
    python -m authoring.solved --check    exit with 1 if one is stale

A module is made of each notebook whose `solved.notebook_NN` another one imports. All of it comes
from the solution cells of the master, so that there is no second copy to keep.
"""

import argparse
import ast
import re
import sys

from authoring.masters import ROOT, masters, module_name, needed, sources
from release.scaffold import BEGIN, END, TITLE

FOLDER = ROOT / "solved"
HEADER = '''"""The functions of {name}, solved. Spoilers!

Made by `python -m authoring.solved` from the solved notebook. Do not edit it: run that again.
"""

'''


def wanted():
    """The masters whose solutions another master imports."""
    code = "\n".join(path.read_text(encoding="utf-8") for path in masters())
    names = set(re.findall(r"solved\.(notebook_\d\d)", code))
    return [path for path in masters() if module_name(path) in names]


def module(path):
    """The text of the module of a master: the imports that its solutions need, and these."""
    texts = sources(path)
    setup = texts.pop("setup")
    functions = [_function(source) for source in texts.values()]
    imports = needed(setup, "\n".join(functions))
    # What is imported as * are the tests and their cases.
    imports.body = [line for line in imports.body if line.names[0].name != "*"]
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


def main(argv=None):
    parser = argparse.ArgumentParser(prog="python -m authoring.solved", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--check", action="store_true", help="only say whether a file is stale")
    arguments = parser.parse_args(argv)
    stale = False
    for path in wanted():
        target, text = FOLDER / f"{module_name(path)}.py", module(path)
        if target.is_file() and target.read_text(encoding="utf-8") == text:
            continue
        stale = True
        if arguments.check:
            print(f"{target.name} is stale: run `python -m authoring.solved`.", file=sys.stderr)
        else:
            target.write_text(text, encoding="utf-8", newline="\n")
            print(f"{target.relative_to(ROOT)} written")
    return int(stale and arguments.check)


if __name__ == "__main__":
    sys.exit(main())
