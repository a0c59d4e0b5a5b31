"""The one writer: what grading found goes into nbgrader's gradebook and the graded notebooks.

A submission is one transaction, through nbgrader's own API. Its graded notebook and its record are
written each in one go. So whenever the grader is stopped, each is as it was or complete, and what
has no record is graded again.
"""

import contextlib
import json
import shutil
from pathlib import Path

from nbgrader.api import Gradebook, MissingEntry
from nbgrader.preprocessors import AssignLatePenalties
from nbgrader.utils import parse_utc
from sqlalchemy.exc import SQLAlchemyError

from grading.assignment import AssignmentError
from grading.intake import is_name
from grading.records import put
from grading.results import GRADED, Problem

MAX_GRADED = 1_000_000  # bytes of a graded notebook, before its outputs are shortened
NO_RESPONSE = "No response."  # as nbgrader comments a solution cell that was left as it was


@contextlib.contextmanager
def told():
    """What goes wrong with the gradebook or a file in here is told in one sentence."""
    try:
        yield
    except (SQLAlchemyError, OSError) as error:
        said = getattr(error, "orig", None) or error
        raise Problem(
            f"The gradebook or a graded notebook cannot be written: {said}. What was graded before "
            "is kept: run the same command again."
        ) from None


class Writer:
    """Writes the results of an assignment.

    Arguments:
        coursedir: nbgrader's CourseDirectory.
        assignment: Assignment.
        records: Records.
        wait: seconds to wait for another program that writes to the gradebook.

    Raises:
        AssignmentError: the gradebook does not know the assignment, or knows another version.
    """

    def __init__(self, coursedir, assignment, records, wait):
        self.coursedir, self.assignment, self.records = coursedir, assignment, records
        with told():
            self.gradebook = Gradebook(_patient(coursedir.db_url, wait), coursedir.course_id)
        self.gradebook.db.registry().expire_on_commit = False
        try:
            with told():
                self._check()
            self.late = AssignLatePenalties(config=coursedir.config)
            self.late.init_plugin()
        except BaseException:
            self.close()
            raise

    def _check(self):
        name = self.assignment.name
        release = f"nbgrader generate_assignment {name}"
        try:
            notebook = self.gradebook.find_notebook(name, name)
        except MissingEntry:
            raise AssignmentError(
                f"The gradebook does not know {name}: run `{release}` first."
            ) from None
        known = {cell.name: cell.max_score for cell in notebook.grade_cells}
        if known != {task.test: task.points for task in self.assignment.tasks}:
            raise AssignmentError(
                f"The exercises or points of {name} have changed since it was released: run "
                f"`{release} --force`."
            )
        self.cells = {cell.id: cell.name for cell in [*notebook.grade_cells]}
        self.cells |= {cell.id: cell.name for cell in notebook.solution_cells}

    @contextlib.contextmanager
    def transaction(self):
        """All that nbgrader's API does in here is one transaction."""
        session = self.gradebook.db.registry()
        self.gradebook.db.commit = session.flush
        try:
            with session.no_autoflush:
                yield
            session.commit()
        except BaseException:
            session.rollback()
            session.expire_all()
            raise
        finally:
            del self.gradebook.db.commit

    def write(self, submission, result):
        """Write what was found about a submission.

        Arguments:
            submission: Submission.
            result: its Result; it gets its score, max_score and late penalty here.

        Raises:
            Problem: gradebook or notebook cannot be written. The gradebook is as it was.
        """
        if not is_name(result.student):
            return  # nbgrader cannot work with such a name
        when = _time(submission, result)
        with told():
            self.records.forget(result.student)
            self._write_notebook(submission, result)
            with self.transaction():
                self._write_grades(submission, result, when)
            self.records.write(result)

    def _write_grades(self, submission, result, when):
        book, name = self.gradebook, self.assignment.name
        book.update_or_create_student(result.student)
        entry = book.update_or_create_submission(name, result.student, timestamp=when)
        notebook = next(notebook for notebook in entry.notebooks if notebook.name == name)
        points = {
            task.test: exercise.points
            for task, exercise in zip(self.assignment.tasks, result.exercises, strict=False)
        }
        score = 0.0
        for grade in notebook.grades:
            grade.auto_score = points.get(self.cells[grade.cell_id], 0.0)
            # As nbgrader does it: a manual grade stands, and is looked at again.
            grade.needs_manual_grade = grade.manual_score is not None
            mine = grade.auto_score if grade.manual_score is None else grade.manual_score
            score += mine + (grade.extra_credit or 0.0)
        released = {task.solution: task.scaffold for task in self.assignment.tasks}
        for comment in notebook.comments:
            solution = self.cells[comment.cell_id]
            left = submission.sources.get(solution, released[solution]) == released[solution]
            comment.auto_comment = NO_RESPONSE if left else None
        result.score, result.late_penalty = score, self._penalty(entry, notebook, score)
        result.score -= result.late_penalty
        result.max_score = sum(task.points for task in self.assignment.tasks)

    def _penalty(self, entry, notebook, score):
        """Set the late penalty of a submission, by nbgrader's plugin, and return it in points."""
        penalty = None
        if entry.total_seconds_late > 0:
            penalty = self.late.plugin_inst.late_submission_penalty(
                entry.student.id, score, entry.total_seconds_late
            )
        if penalty is not None:
            penalty = min(max(penalty, 0.0), score)
        notebook.late_submission_penalty = penalty
        return penalty or 0.0

    def is_written(self, result):
        """Whether gradebook and graded notebook hold a result; its score is brought up to date."""
        name = self.assignment.name
        try:
            entry = self.gradebook.find_submission(name, result.student)
            notebook = self.gradebook.find_submission_notebook(name, name, result.student)
        except MissingEntry:
            return False
        if not self._place(result.student).is_file():
            return False
        if any(grade.auto_score is None for grade in notebook.grades):
            return False
        result.late_penalty = notebook.late_submission_penalty or 0.0
        result.score, result.max_score = entry.score - result.late_penalty, entry.max_score
        return True

    def _place(self, student):
        folder = self.coursedir.format_path(
            self.coursedir.autograded_directory, student, self.assignment.name
        )
        return Path(folder) / f"{self.assignment.name}.ipynb"

    def _write_notebook(self, submission, result):
        """Write the graded notebook: the released one, with the learner's text and the outputs."""
        path, cells = self._place(result.student), []
        for released in self.assignment.notebook["cells"]:
            cell = dict(released)
            grade_id = cell["metadata"].get("nbgrader", {}).get("grade_id")
            if result.status == GRADED:
                cell["source"] = submission.sources.get(grade_id, cell["source"])
            if cell["cell_type"] == "code":
                cell["outputs"] = result.outputs.get(grade_id, [])
            cells.append(cell)
        if result.reason:
            cells.insert(0, _notice(result))
        master = Path(
            self.coursedir.format_path(self.coursedir.source_directory, ".", self.assignment.name)
        )
        if path.parent.is_symlink() or path.parent.parent.is_symlink():
            raise OSError(f"{path.parent} is a link")
        shutil.rmtree(path.parent, ignore_errors=True)
        for picture in sorted(master.glob("images/*")):
            (path.parent / "images").mkdir(parents=True, exist_ok=True)
            shutil.copyfile(picture, path.parent / "images" / picture.name)
        text = self._text(cells)
        if len(text.encode("utf-8", "replace")) > MAX_GRADED:
            for cell in cells:
                if "outputs" in cell:
                    cell["outputs"] = list(map(_shortened, cell["outputs"]))
            text = self._text(cells)
        put(path, text)

    def _text(self, cells):
        notebook = {**self.assignment.notebook, "cells": cells}
        return json.dumps(notebook, indent=1, ensure_ascii=False)

    def close(self):
        self.gradebook.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


def _time(submission, result):
    """When a submission was handed in, a naive UTC time, or None."""
    try:
        return parse_utc(submission.timestamp) if submission.timestamp else None
    except (ValueError, OverflowError, TypeError, AttributeError):
        said = "Its timestamp.txt holds no time, so it counts as handed in on time."
        if said not in result.reason:
            result.reason = f"{result.reason} {said}".strip()
        return None


def _shortened(output):
    """An output of a cell with little text."""
    if "text" in output:
        return {**output, "text": f"{output['text'][:500]}\n[the rest is left out]\n"}
    if "traceback" in output:
        return {
            **output,
            "evalue": "",
            "traceback": [line[:200] for line in output["traceback"][:9]],
        }
    return output


def _notice(result):
    """A cell for the top of a graded notebook. Indented text is shown as it is."""
    said = "".join(c if c.isprintable() else "?" for c in result.reason)
    return {
        "cell_type": "markdown",
        "id": "about-this-submission",
        "metadata": {},
        "source": f"**About this submission: {result.status}**\n\n    {said}",
    }


def _patient(url, wait):
    """The address of a gradebook; where it is SQLite's, one that waits while another writes."""
    if url.startswith("sqlite:") and "?" not in url:
        return f"{url}?timeout={wait}"
    return url
