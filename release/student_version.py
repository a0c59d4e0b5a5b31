"""From a master to what a student gets: nbgrader's configuration calls what stands here.

`Scaffold` empties the solutions, `complete_release` puts the modules and the data that a notebook
needs beside it. `generate` makes all student versions at once, without a gradebook.
"""

from pathlib import Path

from nbgrader import utils
from nbgrader.converters import GenerateAssignment
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets.config import PyFileConfigLoader

from authoring.masters import NOTEBOOKS, ROOT, masters
from release.helpers import copy_helpers
from release.scaffold import BEGIN, empty


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


def complete_release(release, assignment, **_):
    """nbgrader's hook after it has generated an assignment: put the helpers into its folder.

    nbgrader only logs an exception of a hook, so a failure ends the program with a sentence.
    """
    try:
        master = NOTEBOOKS / assignment / f"{assignment}.ipynb"
        copy_helpers(master, Path(release) / assignment)
    except OSError as error:
        raise SystemExit(f"The release of {assignment} is not complete: {error}.") from error


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
        copy_helpers(master, Path(destination) / assignment)
