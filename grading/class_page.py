"""The class at a glance: one HTML page for the instructor."""

from collections import Counter
from pathlib import Path
from statistics import mean, median

import jinja2

from grading import class_statistics
from grading.results import (
    ERROR,
    FAILED,
    GRADED,
    MISSING,
    NO_SANDBOX,
    OPEN,
    PASSED,
    REFUSED,
    WAITING,
    Result,
)
from grading.text import points_text, visible

BARS = 10  # of the histogram
TOP = 5  # causes of an exercise that are shown at once


def class_page(assignment: str, results: list[Result], about: dict) -> str:
    """The page as HTML that asks for nothing else; arguments as those of `write_reports`."""
    scores, possible = class_statistics.scores(results), class_statistics.max_score(results)
    median_score = median(scores) if scores else 0.0
    attention = [
        (index, attention_reasons(result, median_score)) for index, result in enumerate(results)
    ]
    attention = [(index, reasons) for index, reasons in attention if reasons]
    rank = {status: place for place, status in enumerate((ERROR, REFUSED, MISSING, GRADED))}
    attention.sort(key=lambda row: (rank.get(results[row[0]].status, -1), results[row[0]].score))
    wrong = sum(
        one.status != PASSED for result in results for one in class_statistics.verdicts(result)
    )
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    return environment.get_template("class.html.j2").render(
        assignment=assignment,
        results=results,
        verdicts_of=[
            class_statistics.by_column(class_statistics.verdicts(result)) for result in results
        ],
        about=about,
        warning="" if about["sandbox"] and all(one.sandbox for one in results) else NO_SANDBOX,
        counts=Counter(result.status for result in results),
        statuses=class_statistics.STATUSES,
        verdicts=class_statistics.VERDICTS,
        symbols=class_statistics.SYMBOLS,
        not_graded=class_statistics.not_graded(results),
        scores=scores,
        mean=mean(scores) if scores else 0.0,
        median=median_score,
        possible=possible,
        bars=histogram(scores, possible),
        exercises=class_statistics.exercise_statistics(results),
        columns=class_statistics.columns(results),
        attention=attention,
        top=TOP,
        # Long messages of a large class would make a page that no browser likes.
        limit=max(80, min(600, 400_000 // max(wrong, 1))),
    )


def histogram(scores: list[float], possible: float) -> list[dict]:
    """The bars, from the lowest scores to the highest: list of {"low", "high", "count"}."""
    width = (possible or 1) / BARS
    counts = Counter(min(max(int(score / width), 0), BARS - 1) for score in scores)
    return [
        {"low": width * place, "high": width * (place + 1), "count": counts[place]}
        for place in range(BARS)
    ]


def attention_reasons(result: Result, median_score: float) -> list[str]:
    """Why an instructor should look at a submission: list of sentences."""
    if result.status == WAITING:
        return []
    if result.status != GRADED:
        return result.remarks() or ["No reason was given."]
    reasons = [result.reason] if result.reason else []
    older = [f"{one.number} {one.name}, {one.by_hand}" for one in result.exercises if one.is_older]
    if older:
        reasons.append(f"Graded anew after points were given by hand: {'; '.join(older)}.")
    if result.score < median_score / 2:
        reasons.append("Less than half of the median.")
    exercises = class_statistics.counted(result)
    still_open = sum(one.status == OPEN for one in exercises)
    if still_open and 2 * still_open >= len(exercises):
        reasons.append(f"{still_open} of {len(exercises)} exercises are open.")
    unknown = [one for one in result.exercises if one.status == FAILED and not one.cause]
    if len(unknown) > 1:
        numbers = ", ".join(str(one.number) for one in unknown)
        reasons.append(f"The tests know no cause for exercises {numbers}.")
    return reasons


def _shown(value):
    """What the template puts on the page for a value; what is markup already stays."""
    if type(value) is str:
        return visible(value)
    return points_text(value) if isinstance(value, float) else value
