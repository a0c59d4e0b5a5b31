"""Run the masters and keep them clean.

A clean master shows nothing of the machine it was written on, so that a change of a notebook is
a change of its text, its code or its outputs.
"""

import re

from authoring.masters import meta, read

# nbformat takes a second to import: only the functions that need it do.

METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
KEPT = ("jupyter", "nbgrader", "tags")  # of the metadata of a cell; "jupyter" folds its code
EXPECTED_OUTPUT = "**Expected output**"
# Absolute paths, addresses of objects: what another machine would print differently.
PLANNED = re.compile(r"^\| (\d+) \| `(\w+)` \|.*\| (\d+) \|$", re.MULTILINE)  # a row of the plan
TRACES = re.compile(r"/(?:home|Users|root|tmp|usr|opt)/|[A-Z]:\\|\bat 0x[0-9a-f]{6,}")


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
            {key: cell.metadata[key] for key in KEPT if key in cell.metadata}
        )
        if cell.cell_type == "code":
            # As a run from top to bottom counts them; nbval takes a cell without for not run.
            count += 1
            cell.execution_count = count
            for output in cell.outputs:
                if output.output_type == "execute_result":
                    output.execution_count = count


def problems(path):
    """A sentence on each thing that is not clean about a notebook."""
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
            if re.search(r"\\text\{[^{}]*\\_", cell.source):
                found.append(f"cell {cell.id!r}: MathJax shows the backslash of \\_ in \\text{{}}")
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
    plan = next((cell.source for cell in notebook.cells if cell.id == "plan"), "")
    try:
        found += plan_problems(plan, meta(path))
    except ValueError as error:
        found.append(f"cell {error}".removesuffix("."))
    clean(notebook)
    if text(notebook) != raw:
        found.append("it holds metadata or counts of a run; run `python -m authoring run`")
    return found


def plan_problems(plan: str, exercises: dict[str, dict]) -> list[str]:
    """Compare the table of the exercises at the top of a notebook with its cells.

    Arguments:
        plan: the text with the table: exercise, function, ..., points.
        exercises: what the cells say, see `meta`.

    Returns:
        a sentence for each disagreement, without its point.
    """
    planned = [
        (function, int(number), int(points)) for number, function, points in PLANNED.findall(plan)
    ]
    names = [function for function, *_ in planned]
    found = [f"the plan lacks {name}" for name in exercises if name not in names]
    for function, number, points in planned:
        if function not in exercises:
            found.append(f"the plan names {function}, and no cell does")
            continue
        cells = exercises[function]
        if number != cells["number"]:
            found.append(
                f"the plan says that {function} is exercise {number}, and its cell says "
                f"{cells['number']}"
            )
        if points != cells["points"]:
            found.append(
                f"the plan gives {function} {points} points, and its test cell {cells['points']}"
            )
    if not found and names != list(exercises):
        found.append("the plan has the exercises in another order than the cells")
    return found


def run(path):
    """Run a master in a fresh kernel and store its outputs, clean; show those of its tests.

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
    for cell, shown in zip(notebook.cells, notebook.cells[1:], strict=False):
        if shown.source.startswith(EXPECTED_OUTPUT):
            shown.source = expected_output(cell)
    path.write_text(text(notebook), encoding="utf-8", newline="\n")


def expected_output(cell) -> str:
    """The text that shows below a test cell what it prints."""
    printed = "".join(output.get("text", "") for output in cell.outputs).rstrip()
    return f"{EXPECTED_OUTPUT}\n\n```text\n{printed}\n```"
