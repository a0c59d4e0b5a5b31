"""A class in figures: what the reports say about all submissions together."""

from collections import Counter, defaultdict

from grading.results import (
    ERROR,
    FAILED,
    GRADED,
    MISSING,
    NOT_GRADED,
    OPEN,
    PARTIAL,
    PASSED,
    REFUSED,
    WAITING,
    ExerciseResult,
    Result,
)

STATUSES = (GRADED, REFUSED, MISSING, WAITING, ERROR)
VERDICTS = (PASSED, PARTIAL, FAILED, OPEN)
SYMBOLS = {PASSED: "✓", PARTIAL: "½", FAILED: "✗", OPEN: "○", NOT_GRADED: "–"}


def verdicts(result: Result) -> list[ExerciseResult]:
    """The exercises of a submission that was graded; none of another one."""
    return result.exercises if result.status == GRADED else []


def counted(result: Result) -> list[ExerciseResult]:
    """The exercises that count, of a submission that was graded."""
    return [one for one in verdicts(result) if one.status != NOT_GRADED]


def by_column(exercises: list[ExerciseResult]) -> dict[tuple[int, str], ExerciseResult]:
    """{(number, name): verdict}."""
    return {(one.number, one.name): one for one in exercises}


def columns(results: list[Result]) -> list[tuple[int, str]]:
    """(number, name) of every exercise, in the order of the notebook."""
    return sorted({column for result in results for column in by_column(verdicts(result))})


def scores(results: list[Result]) -> list[float]:
    """The scores of the submissions that have one."""
    return [result.score for result in results if result.is_scored]


def max_score(results: list[Result]) -> float:
    """The points that there are."""
    return max((result.max_score for result in results), default=0.0)


def not_graded(results: list[Result]) -> list[str]:
    """Why exercises were not graded: a sentence each, in the order of the notebook."""
    reasons = {
        (one.number, one.message)
        for result in results
        for one in verdicts(result)
        if one.status == NOT_GRADED
    }
    return [reason for _, reason in sorted(reasons)]


def exercise_statistics(results: list[Result]) -> list[dict]:
    """Each exercise over the class, of the submissions in which it counts.

    Returns:
        list of {"number", "name", "counts": {status: how many}, "total": how many, "share": per
        cent passed, "mean": per cent of the points, "segments": parts of its bar, "causes"}.
        An exercise that counts for nobody is left out.
    """
    all_verdicts = [by_column(verdicts(result)) for result in results]
    exercises = []
    for column in columns(results):
        indexed = [
            (index, found[column])
            for index, found in enumerate(all_verdicts)
            if column in found and found[column].status != NOT_GRADED
        ]
        if not indexed:
            continue
        counts = Counter(one.status for _, one in indexed)
        segments, start = [], 0.0
        for status in VERDICTS:
            width = 100 * counts[status] / len(indexed)
            if width:
                segments.append({"status": status, "start": start, "width": width})
            start += width
        possible = sum(one.max_points for _, one in indexed)
        exercises.append(
            {
                "number": column[0],
                "name": column[1],
                "counts": counts,
                "total": len(indexed),
                "share": 100 * counts[PASSED] / len(indexed),
                "mean": 100 * sum(one.points for _, one in indexed) / possible if possible else 0,
                "segments": segments,
                "causes": causes(indexed),
            }
        )
    return exercises


def causes(indexed: list[tuple[int, ExerciseResult]]) -> list[tuple[str, list[int]]]:
    """Why an exercise did not pass: list of (cause, indices of the students), most first.

    Where no cause is known it is "".
    """
    students = defaultdict(list)
    for index, one in indexed:
        if one.status in (PARTIAL, FAILED):
            students[one.cause].append(index)
    return sorted(students.items(), key=lambda item: (-len(item[1]), item[0]))
