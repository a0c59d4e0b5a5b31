"""The one writer of nbgrader's gradebook and the graded notebooks.

A submission is one transaction, through nbgrader's own API. Its graded notebook and its record are
written each in one go. So whenever the grader is stopped, each is as it was or complete, and what
has no record is graded again.
"""

import contextlib
import json
import math
import shutil
from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path

from nbgrader.api import Comment, Grade, Gradebook, MissingEntry
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import AssignLatePenalties
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError

from grading.assignment import Assignment, AssignmentError
from grading.intake import SECRET_FILE, Submission, is_name
from grading.records import Records
from grading.results import GRADED, Problem, Result
from grading.text import points_by_hand
from release.files import write_atomically

MAX_GRADED = 1_000_000  # bytes of a graded notebook, before its outputs are shortened
NO_RESPONSE = "No response."  # as nbgrader comments a solution cell that was left as it was


@contextlib.contextmanager
def failures_as_problems() -> Iterator[None]:
    """Turn an error of the gradebook or of a file into a Problem, which is one sentence."""
    try:
        yield
    except (SQLAlchemyError, OSError) as error:
        reason = getattr(error, "orig", None) or error
        raise Problem(
            f"The gradebook or a graded notebook cannot be written: {reason}. What was graded "
            "before is kept: run the same command again."
        ) from None


class Writer:
    """Writes the results of an assignment.

    Arguments:
        coursedir: nbgrader's CourseDirectory.
        assignment: Assignment.
        records: Records.
        wait: seconds to wait for another program that writes to the gradebook.
        students: the only students of this run; empty for all.

    Raises:
        AssignmentError: the gradebook does not know the assignment, or knows another version.
    """

    def __init__(
        self,
        coursedir: CourseDirectory,
        assignment: Assignment,
        records: Records,
        wait: float,
        students: Collection[str] = (),
    ):
        self.coursedir, self.assignment, self.records = coursedir, assignment, records
        self.released_texts = {id(cell): _json(cell) for cell in assignment.notebook["cells"]}
        with failures_as_problems():
            self.gradebook = Gradebook(_with_timeout(coursedir.db_url, wait), coursedir.course_id)
        self.gradebook.db.registry().expire_on_commit = False
        try:
            with failures_as_problems():
                self._check(whole_class=not students)
            self.late = AssignLatePenalties(config=coursedir.config)
            self.late.init_plugin()
        except BaseException:
            self.close()
            raise

    def _check(self, whole_class):
        """Find the cells of the assignment, and bring the points that they count up to date."""
        name = self.assignment.name
        release = f"nbgrader generate_assignment {name}"
        try:
            notebook = self.gradebook.find_notebook(name, name)
        except MissingEntry:
            raise AssignmentError(
                f"The gradebook does not know {name}: run `{release}` first."
            ) from None
        cells = {cell.name: cell for cell in notebook.grade_cells}
        exercises = {exercise.test: exercise for exercise in self.assignment.exercises}
        if cells.keys() != exercises.keys() or not all(
            cells[test].max_score == exercise.points
            or (exercise.needs and cells[test].max_score == 0)  # it was not graded so far
            for test, exercise in exercises.items()
        ):
            raise AssignmentError(
                f"The exercises or points of {name} have changed since it was released: run "
                f"`{release} --force`."
            )
        counts = {test: e.points if not e.not_graded else 0.0 for test, e in exercises.items()}
        if any(cells[test].max_score != points for test, points in counts.items()):
            if not whole_class and self.gradebook.assignment_submissions(name):
                packages = sorted({e.needs for e in exercises.values() if e.needs})
                raise AssignmentError(
                    f"{' and '.join(packages)} was installed or removed since the class was "
                    f"graded, so other exercises count: grade all, `python -m grading {name}`."
                )
            for test, points in counts.items():
                cells[test].max_score = points
            self.gradebook.db.commit()
        self.cells = {cell.id: cell.name for cell in [*notebook.grade_cells]}
        self.cells |= {cell.id: cell.name for cell in notebook.solution_cells}

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
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

    def write(self, submission: Submission, result: Result) -> None:
        """Write the result of one submission.

        Arguments:
            submission: Submission.
            result: its Result; it gets its score, max_score and late penalty here.

        Raises:
            Problem: gradebook or notebook cannot be written. The gradebook is as it was.
        """
        if not is_name(result.student):  # nbgrader cannot work with such a name
            result.max_score = self.assignment.max_score
            with failures_as_problems():
                self.records.write(result)
            return
        with failures_as_problems():
            self.records.forget(result.student)
            self._write_notebook(submission, result)
            with self.transaction():
                self._write_grades(submission, result)
            self.records.write(result)

    def _write_grades(self, submission, result):
        book, name = self.gradebook, self.assignment.name
        book.update_or_create_student(result.student)
        entry = book.update_or_create_submission(name, result.student, timestamp=submission.time)
        notebook = next(notebook for notebook in entry.notebooks if notebook.name == name)
        points = {
            cells.test: verdict.points
            for cells, verdict in zip(self.assignment.exercises, result.exercises, strict=False)
        }
        _add_new_cells(notebook)
        for grade in notebook.grades:
            grade.auto_score = points.get(self.cells[grade.cell_id], 0.0)
            # As nbgrader does it: a manual grade stands, and is looked at again.
            grade.needs_manual_grade = grade.manual_score is not None
        released = {cells.solution: cells.scaffold for cells in self.assignment.exercises}
        for comment in notebook.comments:
            solution = self.cells[comment.cell_id]
            text = submission.text(solution, released[solution])
            comment.auto_comment = NO_RESPONSE if text == released[solution] else None
        self._count(result, entry, notebook)

    def _count(self, result, entry, notebook):
        """Give a result the points that count: by the test, by hand, and less for being late.

        The late penalty is computed anew and written to the gradebook, because it depends on what
        may have changed since: the due date, an extension, the plugin, points by hand.
        """
        grades = {self.cells[grade.cell_id]: grade for grade in notebook.grades}
        result.exercises = [
            _counted(verdict, grades[cells.test])
            for cells, verdict in zip(self.assignment.exercises, result.exercises, strict=True)
        ]
        score = sum(one.points for one in result.exercises)
        penalty = self._penalty(entry, score)
        if notebook.late_submission_penalty != penalty:
            notebook.late_submission_penalty = penalty
        result.late_penalty = penalty or 0.0
        result.score, result.max_score = score - result.late_penalty, self.assignment.max_score

    def _penalty(self, entry, score):
        """The late penalty of a submission in points, by nbgrader's plugin, or None.

        Raises:
            Problem: the plugin fails.
        """
        # nbgrader adds an extension to a due date, also where there is none.
        late = entry.total_seconds_late if entry.assignment.duedate else 0
        if late <= 0:
            return None
        plugin = self.late.plugin_inst
        try:
            penalty = plugin.late_submission_penalty(entry.student.id, score, late)
            if penalty is None:
                return None
            penalty = float(penalty)
            if math.isnan(penalty):
                raise ValueError("it is no number")
        except Exception as error:
            raise Problem(
                f"The late penalty of {entry.student.id} cannot be computed by "
                f"{type(plugin).__name__}: {error!r}."
            ) from error
        return min(max(penalty, 0.0), max(score, 0.0))

    def is_written(self, result: Result) -> bool:
        """Whether gradebook and graded notebook hold a result.

        Points by hand and the late penalty are brought up to date, in the result and in the
        gradebook.

        Raises:
            Problem: the gradebook cannot be written, or the late penalty cannot be computed.
        """
        if not is_name(result.student):
            return True  # nbgrader cannot work with such a name
        names = [cells.name for cells in self.assignment.exercises]
        if [verdict.name for verdict in result.exercises] != names:
            return False
        name = self.assignment.name
        try:
            with failures_as_problems():
                entry = self.gradebook.find_submission(name, result.student)
                notebook = self.gradebook.find_submission_notebook(name, name, result.student)
        except MissingEntry:
            return False
        if not self._place(result.student).is_file():
            return False
        graded = [grade for grade in notebook.grades if grade.auto_score is not None]
        if len(graded) != len(names):
            return False
        with failures_as_problems(), self.transaction():
            self._count(result, entry, notebook)
        return True

    def remove_leavers(self, students: Collection[str]) -> list[str]:
        """Remove what was written about students who have handed in nothing (any more).

        Their graded notebooks and pages of feedback go, which can be made again; what the gradebook
        has on them, points by hand for instance, stays.

        Arguments:
            students: all who have handed in something. If there is nobody, nothing is removed.

        Returns:
            the students of whom the gradebook has a submission.

        Raises:
            Problem: the gradebook cannot be read or a file cannot be removed.
        """
        if not students:
            return []
        name = self.assignment.name
        with failures_as_problems():
            for step in self.coursedir.autograded_directory, self.coursedir.feedback_directory:
                for folder in Path(self.coursedir.format_path(step, ".", ".")).glob("*"):
                    if folder.name not in students and not folder.is_symlink():
                        shutil.rmtree(folder / name, ignore_errors=True)
                        with contextlib.suppress(OSError):  # there is more in it
                            folder.rmdir()
            entries = self.gradebook.assignment_submissions(name)
            return sorted({entry.student.id for entry in entries} - set(students))

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
                cell["source"] = submission.text(grade_id, cell["source"])
            if cell["cell_type"] == "code":
                cell["outputs"] = result.outputs.get(grade_id, [])
            cells.append(released if cell == released else cell)
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
        if submission.secret and submission.time:  # for `nbgrader release_feedback`
            write_atomically(path.with_name(SECRET_FILE), submission.secret.encode())
            write_atomically(path.with_name("timestamp.txt"), f"{submission.time} UTC".encode())
        text = self._text(cells)
        if len(text.encode("utf-8", "replace")) > MAX_GRADED:
            for cell in cells:
                if cell.get("outputs"):
                    cell["outputs"] = list(map(_shortened, cell["outputs"]))
            text = self._text(cells)
        write_atomically(path, text.encode("utf-8", "replace"))

    def _text(self, cells):
        """The JSON of a notebook with these cells, as `json.dumps` writes it.

        That of a cell which is as it was released is written once for all notebooks.
        """
        texts = [self.released_texts.get(id(cell)) or _json(cell) for cell in cells]
        around = _json({**self.assignment.notebook, "cells": [0]})
        inner = ",\n".join(texts).replace("\n", "\n  ")
        return around.replace('"cells": [\n  0\n ]', f'"cells": [\n  {inner}\n ]', 1)

    def close(self) -> None:
        """Close the gradebook."""
        self.gradebook.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


def _json(value):
    return json.dumps(value, indent=1, ensure_ascii=False)


def _add_new_cells(notebook):
    """Give a submission a place for the points and comments of cells that came after it."""
    for rows, kind, cells in (
        (notebook.grades, Grade, notebook.notebook.grade_cells),
        (notebook.comments, Comment, notebook.notebook.solution_cells),
    ):
        known = {row.cell_id for row in rows}
        rows.extend(kind(cell_id=cell.id) for cell in cells if cell.id not in known)


def _counted(verdict, grade):
    """A verdict with the points that count, as the gradebook has them."""
    tested, given, extra = grade.auto_score or 0.0, grade.manual_score, grade.extra_credit
    return replace(
        verdict,
        points=(tested if given is None else given) + (extra or 0.0),
        by_hand=points_by_hand(tested, given, extra),
        is_older=given is not None and bool(grade.needs_manual_grade),
    )


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
    reason = "".join(c if c.isprintable() else "?" for c in result.reason)
    return {
        "cell_type": "markdown",
        "id": "about-this-submission",
        "metadata": {},
        "source": f"**About this submission: {result.status}**\n\n    {reason}",
    }


def _with_timeout(url, wait):
    """The address of a gradebook; where it is SQLite's, one that waits while another writes."""
    address = make_url(url)
    if address.get_backend_name() == "sqlite" and "timeout" not in address.query:
        url = address.update_query_dict({"timeout": str(wait)}).render_as_string()
    return url
