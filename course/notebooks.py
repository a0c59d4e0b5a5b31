"""The masters: find them, read their solutions, run them, keep them clean.

    python -m course.notebooks run      run every master and store what it prints
    python -m course.notebooks check    say what is not clean, and exit with 1 if anything is not

A clean master shows nothing of the machine it was written on, so that a change of a notebook is
a change of its text, its code or its outputs.
"""

import argparse
import ast
import importlib
import json
import re
import sys
from pathlib import Path

# nbformat takes a second to import: only the functions that need it do.

ROOT = Path(__file__).resolve().parent.parent
NOTEBOOKS = ROOT / "notebooks"

METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
# Absolute paths, addresses of objects: what another machine would print differently.
TRACES = re.compile(r"/(?:home|Users|root|tmp|usr|opt)/|[A-Z]:\\|\bat 0x[0-9a-f]{6,}")


def masters():
    """The paths of the master notebooks, in the order of the course."""
    return sorted(NOTEBOOKS.glob("*/*.ipynb"))


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
    return importlib.import_module(f"exercises.{module_name(path)}").EXERCISES


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


def solutions(path):
    """Run the solution cells of a master and the imports they need, and nothing else of it.

    Returns:
        the namespace they leave behind: a dictionary from names to functions and modules.
    """
    texts, namespace = sources(path), {}
    setup = texts.pop("setup")
    for name, code in {"setup": needed(setup, "\n".join(texts.values())), **texts}.items():
        exec(compile(code, f"{path.name}[{name}]", "exec"), namespace)
    return namespace


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


def text(notebook):
    """The one way in which a notebook is written to disk."""
    import nbformat

    return nbformat.writes(notebook).rstrip("\n") + "\n"


def clean(notebook):
    """Take away, in place, what a run or an editor leaves behind, except the outputs."""
    import nbformat

    notebook.metadata = nbformat.from_dict(METADATA)
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    count = 0
    for cell in notebook.cells:
        cell.metadata = nbformat.from_dict(
            {key: cell.metadata[key] for key in ("nbgrader", "tags") if key in cell.metadata}
        )
        if cell.cell_type == "code":
            # As a run from top to bottom counts them; nbval takes a cell without for not run.
            count += 1
            cell.execution_count = count
            for output in cell.outputs:
                if output.output_type == "execute_result":
                    output.execution_count = count


def problems(path):
    """What is not clean about a notebook, a sentence each."""
    import nbformat

    raw = path.read_text(encoding="utf-8")
    try:
        notebook = nbformat.reads(raw, as_version=4)
        nbformat.validate(notebook)
    except Exception as error:
        return [f"it is not a valid notebook: {str(error).splitlines()[0]}"]
    found = []
    for cell in notebook.cells:
        if not re.fullmatch(r"[A-Za-z][A-Za-z0-9_-]+", cell.id):
            found.append(f"cell {cell.id!r}: its id should be a name of its own")
        if re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f-]*)?", cell.id):
            found.append(f"cell {cell.id!r}: its id is a random one; give it a name")
        if cell.cell_type != "code":
            continue
        if cell.metadata.get("nbgrader", {}).get("grade_id", cell.id) != cell.id:
            found.append(f"cell {cell.id!r}: its nbgrader grade_id should be the same as its id")
        for output in cell.outputs:
            if output.output_type == "error":
                found.append(f"cell {cell.id!r}: it stores an error, {output.ename}")
            elif output.get("name") == "stderr":
                found.append(f"cell {cell.id!r}: it stores something printed to stderr")
            trace = TRACES.search(str(output.get("text", "")) + str(output.get("data", "")))
            if trace:
                found.append(f"cell {cell.id!r}: its output shows a machine: {trace.group()}")
    clean(notebook)
    if text(notebook) != raw:
        found.append("it holds metadata or counts of a run; run `python -m course.notebooks run`")
    return found


def run(path):
    """Run a master in a fresh kernel and store its outputs, clean.

    Raises:
        nbclient.exceptions.CellExecutionError: a cell failed; the file is left as it was.
    """
    from nbclient import NotebookClient

    notebook = read(path)
    NotebookClient(
        notebook,
        timeout=600,
        kernel_name="python3",
        resources={"metadata": {"path": str(path.parent)}},
        coalesce_streams=True,
    ).execute()
    clean(notebook)
    path.write_text(text(notebook), encoding="utf-8", newline="\n")


def main(argv=None):
    parser = argparse.ArgumentParser(prog="python -m course.notebooks", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("what", choices=["run", "check"])
    parser.add_argument("notebook", nargs="*", type=Path, help="default: every master")
    arguments = parser.parse_args(argv)
    for path in arguments.notebook:
        if not path.is_file():
            parser.error(f"there is no file {path}")
    failed = False
    for path in arguments.notebook or masters():
        if arguments.what == "run":
            print(f"running {path.name}")
            run(path)
        for problem in problems(path):
            failed = True
            print(f"{path}: {problem}.", file=sys.stderr)
    return failed


if __name__ == "__main__":
    sys.exit(main())
