"""Grade a class.

    python -m grading ASSIGNMENT [--student NAME] [--jobs N] [--force]

reads classroom/submitted, grades every submission in a sandbox, writes nbgrader's gradebook and
classroom/autograded, and leaves reports in classroom/grading/ASSIGNMENT. Stopped at any point and
started again, it goes on where it was.
"""

import argparse
import contextlib
import gc
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

if sys.platform == "win32":
    sys.exit("Grading needs Linux: on Windows, run it in WSL or in a virtual machine.")

from grading.assignment import Assignment, load
from grading.intake import students
from grading.records import Records
from grading.results import ERROR, Problem, Result
from grading.run import Options, Run, locked, now
from grading.sandbox import Limits
from grading.text import visible

SEED = "GRADING_SEED"  # the environment variable with the seed of the secret cases
STOPPED = 130  # the exit code after Ctrl-C, as shells have it


def arguments(argv: list[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m grading",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    usual = Limits()
    add = parser.add_argument
    add("assignment", metavar="ASSIGNMENT", help="for example 04-deep-network-step-by-step")
    add("--student", action="append", default=[], help="grade this one only; may be repeated")
    add("--jobs", type=int, default=os.cpu_count() or 1, help="processes (default: %(default)s)")
    add("--force", action="store_true", help="grade also what has not changed since")
    add("--course", type=Path, default=Path.cwd(), help="the folder of the course (default: here)")
    add("--db", default="", help="the address of another gradebook")
    add("--call-seconds", type=float, default=usual.call, help="for an exercise (%(default)s)")
    add("--wall-seconds", type=float, default=usual.wall, help="for a submission (%(default)s)")
    add("--wait", type=float, default=60, help="seconds for another run or program (%(default)s)")
    add("--seed-file", type=Path, help="a file outside the course with the seed of secret cases")
    add("--scheduler", default="", metavar="ADDRESS", help="grade on a dask cluster: tcp://...")
    add(
        "--no-sandbox",
        action="store_true",
        help="run submissions as yourself: they can then do all that you can",
    )
    add("--quiet", action="store_true", help="no progress bar")
    add("--markdown", type=Path, metavar="FILE", help="add points and messages to a file, for CI")
    parsed = parser.parse_args(argv)
    if parsed.jobs < 1:
        parser.error("--jobs should be 1 or more")
    if parsed.call_seconds <= 0 or parsed.wall_seconds <= 0:
        parser.error("--call-seconds and --wall-seconds should be more than 0")
    return parsed


def seed(path: Path | None) -> int | None:
    """The seed of the secret cases, from a file or the environment; None if neither has one.

    Raises:
        Problem: there is something, and it is no whole number.
    """
    text, place = os.environ.get(SEED, ""), SEED
    if path:
        try:
            text, place = path.read_text(encoding="utf-8"), path
        except (OSError, ValueError) as error:
            raise Problem(f"{path} cannot be read: {error}.") from None
    if text.strip() and not text.strip().isdecimal():
        raise Problem(f"{place} should hold a whole number and nothing else.")
    return int(text) if text.strip() else None


def main(argv: list[str] | None = None) -> int:
    """Grade as the command line says, and return the exit code."""
    options = arguments(argv)
    start, started = time.monotonic(), now()
    course = options.course.resolve()
    records_folder = course / "classroom" / "grading" / options.assignment
    try:
        if os.sep in options.assignment or options.assignment in ("", ".", ".."):
            raise Problem(f"{options.assignment!r} is no name of an assignment.")
        if not (course / "nbgrader_config.py").is_file():
            raise Problem(
                f"{course} is not the folder of the course: there is no nbgrader_config.py in it."
            )
        with locked(course / "classroom" / "grading", options.wait):
            results, about = grade(options, course, records_folder)
        about |= {"started": started, "seconds": time.monotonic() - start}
        from grading.reports import markdown, summary, write_reports

        write_reports(records_folder, options.assignment, results, about)
        if options.markdown:
            with options.markdown.open("a", encoding="utf-8") as file:
                file.write(markdown(options.assignment, results))
        print("\n".join(summary(results)))
        if about["note"]:
            print(visible(about["note"], keep=""))
        print(f"Reports: {records_folder}")
    except Problem as problem:
        print(problem, file=sys.stderr)
        return 1
    return int(any(result.status == ERROR for result in results))


def grade(
    options: argparse.Namespace, course: Path, records_folder: Path
) -> tuple[list[Result], dict]:
    """Grade the class, and return the results and the facts for the reports.

    Raises:
        Problem: it stops before the end; what was graded is kept.
    """
    if options.no_sandbox:
        print("WITHOUT A SANDBOX: submissions can do all that you can.", file=sys.stderr)
    records = Records(records_folder)
    chosen = seed(options.seed_file)
    if chosen is None:
        chosen = records.seed()
    assignment = load(options.assignment, chosen, course / "notebooks")
    records.begin(chosen)
    how = Options(
        students=options.student,
        jobs=options.jobs,
        force=options.force,
        isolated=not options.no_sandbox,
        limits=Limits(call=options.call_seconds, wall=options.wall_seconds),
        scheduler=options.scheduler,
    )
    warm_imports(assignment)
    with Run(assignment, how) as run:
        # Slow to import, so while the sandboxes start.
        with uncollected():
            from grading.gradebook import Writer

            coursedir = course_directory(course, options.db)
        submitted = course / coursedir.submitted_directory
        with (
            Writer(coursedir, assignment, records, options.wait, how.students) as writer,
            bar(len(run.names(submitted)), options.quiet) as advance,
        ):
            results = run.grade(submitted, writer, advance)
            leavers = writer.remove_leavers(students(submitted, assignment.name))
    records.end()
    about = {"seed": assignment.seed, "sandbox": how.isolated, "jobs": how.jobs}
    about["note"] = leavers_note(leavers)
    return results, about


def leavers_note(leavers: list[str]) -> str:
    """A sentence about students in the gradebook who have handed in nothing any more, or ""."""
    if not leavers:
        return ""
    names = ", ".join(leavers[:5]) + (f" and {len(leavers) - 5} more" if leavers[5:] else "")
    return (
        f"In the gradebook and no longer in classroom/submitted: {names}. If they have left, "
        "`nbgrader db student remove NAME --force` removes them."
    )


def warm_imports(assignment: Assignment) -> None:
    """Import once, before the pool forks, what each of its processes would import; it is slow."""
    exec(assignment.tests_setup, {})


@contextlib.contextmanager
def uncollected() -> Iterator[None]:
    """Look for no garbage while modules are imported, nor in them later: that takes long."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def course_directory(course: Path, db: str):
    """nbgrader's own idea of where things are, from the configuration of the course."""
    from nbgrader.coursedir import CourseDirectory
    from traitlets.config import PyFileConfigLoader

    config = PyFileConfigLoader("nbgrader_config.py", path=str(course)).load_config()
    if db:
        config.CourseDirectory.db_url = db
    return CourseDirectory(config=config)


@contextlib.contextmanager
def bar(total: int, quiet: bool) -> Iterator[Callable[[Result], None]]:
    """A progress bar; yields what is to be called with each Result."""
    from tqdm import tqdm

    with tqdm(total=total, unit="submission", disable=quiet or None, leave=False) as shown:

        def advance(result):
            shown.update()

        yield advance


def stop(*_):
    """End at once on Ctrl-C: what is written is complete at any point, and the pool ends too."""
    os.write(2, b"Stopped. Run the same command again to go on.\n")
    os._exit(STOPPED)


if __name__ == "__main__":
    signal.signal(signal.SIGINT, stop)
    sys.exit(main())
