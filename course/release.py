"""From a master to what a student gets: nbgrader's configuration calls what stands here.

`Scaffold` empties the solutions, `copy_helpers` puts the modules beside a released notebook,
`OurHelpers` takes back what a submission replaced. `generate` makes all student versions at
once, without a gradebook.
"""

import re
import shutil
from pathlib import Path

from nbgrader import utils
from nbgrader.converters import GenerateAssignment
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets.config import PyFileConfigLoader

from course.notebooks import ROOT, masters

HELPERS = (
    "dnn_utils.py",
    "testCases.py",
    "public_tests.py",
    "expected_values.py",
    "ladder.py",
    "score_card.py",
)

BEGIN, END = "# YOUR CODE STARTS HERE", "# YOUR CODE ENDS HERE"


class Scaffold(NbGraderPreprocessor):
    """Empty the solutions: between the markers only the comments stay, and a line that raises.

    A solution cell begins with a line `# Exercise 3: linear_forward`, which names the exercise.
    """

    def preprocess_cell(self, cell, resources, cell_index):
        if utils.is_solution(cell):
            try:
                cell.source = empty(cell.source)
            except ValueError as error:
                raise ValueError(f"cell {cell.metadata.nbgrader.grade_id}: {error}") from None
        elif BEGIN in cell.source and cell.cell_type == "code":
            raise ValueError(f"cell {cell.id} holds '{BEGIN}' and is no solution cell.")
        return cell, resources


def empty(source):
    """The text of a solution cell without its solution.

    Raises:
        ValueError: the first line does not name the exercise, or the markers do not pair.
    """
    title = re.match(r"# Exercise (\d+): (\w+)\n", source)
    if not title:
        raise ValueError("its first line should be like '# Exercise 3: linear_forward'.")
    number, function = title.groups()
    lines, inside = [], False
    for line in source.split("\n"):
        stripped = line.strip()
        if stripped == (BEGIN if inside else END):
            raise ValueError(f"'{stripped}' stands where the other marker should.")
        if stripped == END:
            indent = line[: len(line) - len(stripped)]
            stub = f'raise ExerciseOpen({number}, "{function}")  # replace this line'
            lines.append(indent + stub)
        if stripped in (BEGIN, END):
            inside = stripped == BEGIN
        if not inside or stripped.startswith("#"):
            lines.append(line)
    if inside or BEGIN not in source:
        raise ValueError(f"'{BEGIN}' and '{END}' should stand in it, each as often as the other.")
    return "\n".join(lines)


def copy_helpers(folder):
    """Copy the helper modules into the folder of a notebook."""
    for name in HELPERS:
        shutil.copyfile(ROOT / name, Path(folder) / name)


def complete_release(release, assignment, **_):
    """nbgrader's hook after it has generated an assignment: put the helpers into its folder.

    nbgrader only logs an exception of a hook, so a failure ends the program with a sentence.
    """
    try:
        copy_helpers(Path(release) / assignment)
    except OSError as error:
        raise SystemExit(f"The release of {assignment} is not complete: {error}.") from error


class OurHelpers(NbGraderPreprocessor):
    """Before a submission runs: put our helper modules where it may have put its own.

    Python takes a package, a compiled module or a cached one before a module's source, so all
    that goes by a helper's name is removed first.
    """

    def preprocess(self, nb, resources):
        folder = Path(resources["metadata"]["path"])
        ours = {Path(name).stem for name in HELPERS} | {"__pycache__"}
        for entry in folder.iterdir():
            if entry.name.split(".")[0] in ours:
                if entry.is_dir() and not entry.is_symlink():
                    shutil.rmtree(entry)
                else:
                    entry.unlink()
        copy_helpers(folder)
        return nb, resources


def generate(destination):
    """Write the student version of every assignment to `destination`/<assignment>/.

    It is what `nbgrader generate_assignment` makes, by the same configuration; the gradebook
    and the release folder of the class are not touched.

    Arguments:
        destination: a folder; it is made if it is not there.

    Raises:
        nbgrader.converters.base.NbGraderException: a master is not as it should be.
    """
    config = PyFileConfigLoader("nbgrader_config.py", path=str(ROOT)).load_config()
    config.CourseDirectory.release_directory = str(Path(destination).resolve())
    config.GenerateAssignment.no_database = config.GenerateAssignment.force = True
    config.GenerateAssignment.post_convert_hook = None
    config.SaveCells.enabled = False
    for master in masters():
        assignment = master.parent.name
        config.CourseDirectory.assignment_id = assignment
        converter = GenerateAssignment(coursedir=CourseDirectory(config=config), config=config)
        converter.log.setLevel("WARNING")
        converter.start()
        copy_helpers(Path(destination) / assignment)
