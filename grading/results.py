"""What grading yields: plain data, from the process that grades to the one that writes.

A `Result` is one student's submission, an `ExerciseResult` one exercise of it. Both turn into
JSON and back, because they travel between machines and are kept beside the graded notebook.
"""

from dataclasses import asdict, dataclass, field


class Problem(Exception):
    """What stops the grader, in one sentence for the person who ran it."""


# The status of a submission.
GRADED = "graded"  # every exercise has its verdict
REFUSED = "refused"  # nothing in it could be graded; the reason says why
MISSING = "missing"  # the student has handed in nothing
WAITING = "waiting"  # this run was about other students, and no earlier one has graded it
ERROR = "error"  # the grader itself failed; run it again

# The status of an exercise. One that is not graded counts nowhere, neither in the score nor in
# the points that there are: a package that its test needs is missing.
PASSED, PARTIAL, FAILED, OPEN = "passed", "partial", "failed", "open"
NOT_GRADED = "not graded"

NO_SANDBOX = (
    "Submissions ran WITHOUT a sandbox: their code could read and change all that you can, "
    "the grades of others included."
)


@dataclass(frozen=True)
class ExerciseResult:
    """The verdict on one exercise.

    Attributes:
        number, name: as in the notebook: 6, "compute_cost".
        points, max_points: what it got, by the test or by hand, extra credit included, and what
            it counts; both 0 where it is not graded.
        status: PASSED, PARTIAL, FAILED, OPEN or NOT_GRADED.
        message: what the learner reads; "" where it passed.
        cause: the sentence about the cause within that message; "" where none is known.
        by_hand: "3 points by hand (the test gives 10)"; "" where the points are the test's.
        is_older: whether the points by hand are older than the verdict: somebody should look.
    """

    number: int
    name: str
    points: float
    max_points: float
    status: str
    message: str = ""
    cause: str = ""
    by_hand: str = ""
    is_older: bool = False


@dataclass
class Result:
    """One submission.

    Attributes:
        student: the name of the folder in `submitted`.
        status: GRADED, REFUSED, MISSING, WAITING or ERROR.
        reason: a sentence; "" where there is nothing to say about a graded one.
        exercises: list of ExerciseResult, in the order of the notebook.
        score, max_score: points as the gradebook counts them, a manual grade included and a
            late penalty taken off.
        late_penalty: the points that were taken off.
        seed: the seed of the secret cases.
        sandbox: whether the learner's code ran in the sandbox.
        seconds: wall time of grading it.
        digest: SHA-256 of what was graded: the submission, and the assignment it was tested with.
        outputs: {grade_id: list of nbformat outputs} of the cells that were run.
    """

    student: str
    status: str
    reason: str = ""
    exercises: list[ExerciseResult] = field(default_factory=list)
    score: float = 0.0
    max_score: float = 0.0
    late_penalty: float = 0.0
    seed: int = 0
    sandbox: bool = True
    seconds: float = 0.0
    digest: str = ""
    outputs: dict[str, list] = field(default_factory=dict)

    @property
    def is_scored(self) -> bool:
        """Whether it has a score: it was graded, or somebody has given points by hand."""
        return self.status == GRADED or any(one.by_hand for one in self.exercises)

    def remarks(self) -> list[str]:
        """What there is to say about the submission as a whole, a sentence each."""
        by_hand = [
            f"{one.number} {one.name}: {one.by_hand}." for one in self.exercises if one.by_hand
        ]
        return [*([self.reason] if self.reason else []), *by_hand]

    def to_dict(self) -> dict:
        """A dictionary that JSON can hold; `Result.from_dict` is its inverse."""
        return asdict(self)

    @classmethod
    def from_dict(cls, data: dict) -> "Result":
        """The Result that `to_dict` has made a dictionary of.

        Raises:
            KeyError, TypeError: it is another dictionary.
        """
        exercises = [ExerciseResult(**exercise) for exercise in data["exercises"]]
        return cls(**{**data, "exercises": exercises})
