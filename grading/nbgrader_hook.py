"""`nbgrader autograde`, and formgrader's button for it, grade by `python -m grading`.

One way to grade, so that the verdicts are the same whoever asks.
"""

import fnmatch
import subprocess
import sys
from pathlib import Path

from nbgrader.converters import Autograde
from nbgrader.converters.base import NbGraderException

from grading.intake import students


def start(converter: Autograde) -> None:
    """Grade what the converter was asked to grade, in place of `Autograde.start`.

    Arguments:
        converter: nbgrader's Autograde, with its coursedir.

    Raises:
        NbGraderException: nothing was graded, or not all; the log says why.
    """
    from grading.assignment import AssignmentError, master_path  # slow to import

    coursedir = converter.coursedir
    try:
        master_path(coursedir.assignment_id, Path(coursedir.root) / coursedir.source_directory)
    except AssignmentError as error:
        converter.log.error(str(error))
        raise NbGraderException(str(error)) from None
    submitted = Path(coursedir.root) / coursedir.submitted_directory
    excluded = set(filter(None, coursedir.student_id_exclude.split(",")))
    all_students = students(submitted, coursedir.assignment_id)
    matching = fnmatch.filter(all_students, coursedir.student_id)
    chosen = [name for name in matching if name not in excluded]
    if coursedir.student_id in all_students:  # a name may have the characters of a pattern in it
        chosen = [coursedir.student_id]
    if not chosen:
        name = coursedir.student_id
        who = "Nobody has handed in anything" if name == "*" else f"{name} has handed in nothing"
        message = f"{who} for {coursedir.assignment_id}."
        converter.log.error(message)
        raise NbGraderException(message)
    command = [sys.executable, "-m", "grading", coursedir.assignment_id, "--quiet"]
    command += ["--course", coursedir.root, "--db", coursedir.db_url] + [
        "--force"
    ] * converter.force
    if chosen != all_students:
        command += [f"--student={name}" for name in chosen]
    timeout = converter.config.Execute.get("timeout")
    if timeout:
        command += ["--call-seconds", str(timeout)]
    done = subprocess.Popen(
        command,
        cwd=coursedir.root,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    last = "The grader has ended without a word."
    with done:
        for line in done.stdout:
            converter.log.info(line.rstrip("\n"))
            last = line.strip() or last
    if done.returncode:
        converter.log.error(last)
        raise NbGraderException(last)


def patch_nbgrader() -> None:
    """Let nbgrader grade in the sandbox, from now on in this process."""
    Autograde.start = start
