"""Release an assignment anew whose exercises have changed, also when submissions were graded.

nbgrader refuses to, and removes the release that there was. Here the gradebook follows the
master: what belongs to exercises that stay is kept, and a release stays until there is a new one.
"""

import contextlib
import shutil
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from nbgrader.api import MissingEntry
from nbgrader.converters import GenerateAssignment
from nbgrader.preprocessors import SaveCells

_generate = GenerateAssignment.start


class SaveChangedCells(SaveCells):
    """Save the cells of an assignment in the gradebook, and add and remove what has changed.

    Submissions keep all that belongs to the cells that stay; the grader gives them a place for the
    points of the new ones. If cells go, a copy of the gradebook is made first.
    """

    def _create_notebook(self, nb):
        with contextlib.suppress(MissingEntry):
            notebook = self.gradebook.find_notebook(self.notebook_id, self.assignment_id)
            if notebook.submissions:
                self._remove_cells(notebook)
                self._add_cells()
        super()._create_notebook(nb)

    def _remove_cells(self, notebook):
        gone = [
            cell
            for cells, kept in (
                (notebook.grade_cells, self.new_grade_cells),
                (notebook.solution_cells, self.new_solution_cells),
                (notebook.task_cells, self.new_task_cells),
                (notebook.source_cells, self.new_source_cells),
            )
            for cell in cells
            if cell.name not in kept
        ]
        if not gone:
            return
        self._copy_gradebook()
        session = self.gradebook.db
        for cell in gone:
            for rows in (getattr(cell, "grades", None), getattr(cell, "comments", None)):
                for row in rows or ():
                    session.delete(row)
            session.delete(cell)
        session.commit()
        session.expire_all()

    def _add_cells(self):
        for cells, add in (
            (self.new_grade_cells, self.gradebook.update_or_create_grade_cell),
            (self.new_solution_cells, self.gradebook.update_or_create_solution_cell),
            (self.new_task_cells, self.gradebook.update_or_create_task_cell),
            (self.new_source_cells, self.gradebook.update_or_create_source_cell),
        ):
            for name, facts in cells.items():
                add(name, self.notebook_id, self.assignment_id, **facts)

    def _copy_gradebook(self):
        """Copy the gradebook beside itself, where it is a file of SQLite."""
        address = self.gradebook.engine.url
        if not address.drivername.startswith("sqlite") or not address.database:
            self.log.warning("The gradebook is no file, so no copy of it was made.")
            return
        path = Path(address.database)
        copy = path.with_name(f"{path.stem}-before-{datetime.now(UTC):%Y%m%d-%H%M%S}.db")
        with (
            contextlib.closing(sqlite3.connect(path)) as source,
            contextlib.closing(sqlite3.connect(copy)) as target,
        ):
            source.backup(target)
        self.log.warning("Exercises were removed. The gradebook as it was: %s", copy)


def start(converter: GenerateAssignment) -> None:
    """Generate an assignment, in place of `GenerateAssignment.start`; a failure changes nothing.

    Arguments:
        converter: nbgrader's GenerateAssignment, with its coursedir.
    """
    coursedir = converter.coursedir
    release = Path(coursedir.format_path(coursedir.release_directory, ".", coursedir.assignment_id))
    before = release.with_name(f".{release.name}.before")
    if release.is_dir():
        shutil.rmtree(before, ignore_errors=True)
        shutil.copytree(release, before, symlinks=True)
    try:
        _generate(converter)
    except BaseException:
        if before.is_dir():
            shutil.rmtree(release, ignore_errors=True)
            before.rename(release)
            converter.log.error("The release is the one that there was before.")
        raise
    shutil.rmtree(before, ignore_errors=True)


def keep_release() -> None:
    """Let nbgrader keep a release until there is a new one, from now on in this process."""
    GenerateAssignment.start = start
