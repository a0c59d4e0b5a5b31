"""Secret cases, as graders draw them: they tell right from wrong, and nothing can be looked up."""

import copy
import functools
import types

import numpy as np
import pytest
from conftest import with_package
from sampling import sampled

from authoring.answers import right_answers
from authoring.cases import NoCase, counterparts, find, fresh_cases
from authoring.expected import public_answers, same, secret_tables, written
from authoring.masters import exercises, masters, module_name, part, solutions, sources
from authoring.mistakes import explained, other_spellings
from exercises.errors import WrongAnswer
from grading.assignment import load
from grading.secret_cases import secret_tables as tables_of_student

BY_NAME = {module_name(path): path for path in masters()}
MASTER = BY_NAME["notebook_04"]
TESTS = exercises(MASTER).tests
# Among them the published seed, one whose cases were not found once (6), and one with which a
# wrong version was once right by luck (104).
SEEDS = [*range(10), 104, 2**40]
MANY = range(100)
# In every run; the others only in a run of everything, or of a notebook that has changed.
ALWAYS = 4, 6, 104


EACH = pytest.mark.parametrize("master", masters(), ids=lambda path: path.stem[:2])
EVERY = pytest.mark.parametrize(
    ("master", "exercise"),
    [
        pytest.param(master, name, id=f"{master.stem[:2]} {name}")
        for master in masters()
        for name in with_package(master)
    ],
)


def seeds(master):
    """The seeds that this run tries for a notebook."""
    more = [seed for seed in SEEDS if seed not in ALWAYS]
    return [*ALWAYS, *sampled(more, lambda seed: (master.stem, seed), master.stem[:2])]


@functools.cache
def solved(master):
    return solutions(master)


@functools.cache
def public(master):
    return public_answers(master, solved(master))


@functools.cache
def secret(master, seed):
    """The tables of a grader."""
    return secret_tables(master, seed, solved(master), public(master))


@functools.cache
def drawn(seed, exercise, master=MASTER):
    return fresh_cases(master, exercise, seed, solved(master), vary=True)


def graded(master, seed):
    """A context in which the tests of the exercises have secret cases, as in the grader."""
    return exercises(master).graded(secret(master, seed))


def accepted(master, exercise, function):
    """Whether a function gets all points."""
    try:
        with np.errstate(all="ignore"):
            return exercises(master).tests[exercise](function, explain=False) is None
    except Exception:
        return False


def accepted_of(master, bank):
    """The names of those in a bank that are accepted, each alone among the master's functions."""
    names = []
    for row in bank:
        namespace = dict(solved(master))
        exec(row.source, namespace)
        if accepted(master, row.exercise, namespace[row.exercise]):
            names.append(f"{row.exercise}: {row.name}")
    return names


def tried(master, seed, bank):
    """The rows of a bank that this run tries with a seed."""
    bank = [row for row in bank if row.exercise in with_package(master)]
    return sampled(bank, lambda row: (seed, row.exercise, row.source), master.stem[:2])


@EACH
def test_mistake_is_rejected_whatever_the_seed(master):
    for seed in seeds(master):
        bank = other_spellings(master) + explained(master) * (seed == ALWAYS[-1])
        with graded(master, seed):
            assert accepted_of(master, tried(master, seed, bank)) == [], seed


@EACH
def test_right_answer_is_accepted_whatever_the_seed(master):
    for seed in seeds(master):
        bank = tried(master, seed, right_answers(master))
        with graded(master, seed):
            names = [f"{row.exercise}: {row.name}" for row in bank]
            assert accepted_of(master, bank) == names, seed


def look_up(master, exercise):
    """A function that holds the published answers of an exercise, and nothing else.

    Where the facts of the answers are published, it holds answers of which they are true.
    """
    asked, known = exercises(master).tests[exercise].exercise, exercises(master).tables
    rows = list(zip((case() for case in asked.public), known["PUBLIC"][exercise], strict=True))
    rows += [(arguments, answer) for _, arguments, answer in known["FRESH"][exercise]]
    if asked.facts:
        right = solved(master)[exercise]
        rows = [(arguments, right(*arguments)) for arguments, _ in rows]

    def function(*arguments):
        for published, answer in rows:
            if same(arguments, published):
                return answer
        raise LookupError("this case is not published")

    return function


@EVERY
def test_the_published_answers_do_not_help(master, exercise):
    function, test = look_up(master, exercise), exercises(master).tests[exercise]
    assert accepted(master, exercise, function)
    for seed in seeds(master):
        with graded(master, seed), pytest.raises(LookupError, match="not published"):
            test(function, explain=False)


def always_the_public_answer(master, exercise):
    """A function that answers each public case, and any other one with the first public answer."""
    right, public = solved(master)[exercise], exercises(master).tests[exercise].exercise.public
    known = [(case(), right(*case())) for case in public]

    def function(*arguments):
        answers = (answer for asked, answer in known if same(arguments, asked))
        return copy.deepcopy(next(answers, known[0][1]))

    return function


class Table:
    """In place of `numpy.random`: the first numbers of some seeds, as a submission could hold."""

    LONG, SEEDS = 5000, 20

    def __init__(self):
        self.seed(0)

    def seed(self, seed):
        assert seed < self.SEEDS, "this seed is not in the table"
        self.random, self.left = np.random.RandomState(seed), self.LONG

    def __getattr__(self, name):
        def draw(*arguments, **options):
            found = getattr(self.random, name)(*arguments, **options)
            self.left -= np.size(found)
            assert self.left >= 0, "this number is not in the table"
            return found

        return draw


def from_a_table(master, exercise):
    """The right function, with a table for `numpy.random`; None where it draws nothing."""
    if "np.random" not in sources(master)[exercise]:
        return None
    numpy = types.SimpleNamespace(**{**vars(np), "random": Table()})
    namespace = {**solved(master), "np": numpy}
    exec(sources(master)[exercise], namespace)
    return namespace[exercise]


@EVERY
def test_answers_that_know_nothing_get_no_points(master, exercise):
    test, functions = exercises(master).tests[exercise], [always_the_public_answer, from_a_table]
    for function in filter(None, (make(master, exercise) for make in functions)):
        for seed in seeds(master):
            with graded(master, seed), pytest.raises((WrongAnswer, AssertionError)):
                test(function, explain=False)


def test_answer_that_turns_right_when_asked_again_gets_no_points():
    right, asked = solved(MASTER)["compute_cost"], []

    def second_try(AL, Y):
        """Says minus the cost, and the cost once the public case comes again."""
        asked.append(AL.shape == (1, 3) and AL[0, 0] == 0.8)
        return right(AL, Y) * (1 if sum(asked) > 1 else -1)

    with graded(MASTER, 4), pytest.raises(WrongAnswer, match="should be"):
        TESTS["compute_cost"](second_try, explain=False)
    assert sum(asked) == 2  # it was asked again, for a part of the points


def test_table_of_random_numbers_answers_the_published_cases():
    """Or else its failing on the secret ones would say nothing."""
    function = from_a_table(MASTER, "initialize_parameters")
    assert accepted(MASTER, "initialize_parameters", function)


def test_answers_that_can_be_guessed_differ_in_three_counterparts():
    master = BY_NAME["notebook_05"]
    for seed in seeds(master):
        rows = secret(master, seed)["COUNTERPARTS"]["find_the_bug"]
        assert len({"W2", *(answer for _, answer in rows)}) == 4


@EACH
def test_the_same_seed_draws_the_same(master):
    again = secret_tables(master, 0, solved(master), public(master))
    assert {name: written(table) for name, table in again.items()} == {
        name: written(table) for name, table in secret(master, 0).items()
    }


@EVERY
def test_every_seed_has_cases_without_a_second_start(master, exercise, monkeypatch):
    monkeypatch.setattr("authoring.cases.STARTS", 1)
    for seed in range(12, 32):
        assert drawn(seed, exercise, master)
        public = exercises(master).tests[exercise].exercise.public
        assert len(counterparts(master, exercise, seed, solved(master))) == len(public)


def test_a_search_for_a_case_ends():
    with pytest.raises(NoCase, match="none of 1000 draws"):
        find(int, bool)


def test_sizes_that_leave_no_good_case_are_drawn_anew(monkeypatch):
    starts = []

    def unlucky(draw):
        starts.append(draw.rng.integers(1000))
        if len(starts) < 3:
            raise NoCase
        yield "", starts

    monkeypatch.setattr("authoring.notebook_04.cases.linear_forward", unlucky)
    cases = fresh_cases(MASTER, "linear_forward", 12, {}, vary=True)
    assert cases == [("", starts)]
    assert len(set(starts)) == 3
    monkeypatch.setattr("authoring.cases.STARTS", 2)
    starts.clear()
    sentence = "no fresh cases of linear_forward in notebook_04 for the seed 12: take another"
    with pytest.raises(NoCase, match=sentence):
        fresh_cases(MASTER, "linear_forward", 12, {}, vary=True)


@EACH
def test_an_edit_of_one_exercise_leaves_the_cases_of_the_others_as_they_are(master, monkeypatch):
    first, *others = exercises(master).tests
    before = written([drawn(0, exercise, master) for exercise in others])

    def edited(draw):
        draw.rng.normal(size=100)
        yield from ()

    monkeypatch.setattr(part(module_name(master), "cases"), first, edited)
    assert fresh_cases(master, first, 0, solved(master), vary=True) == []
    after = [fresh_cases(master, name, 0, solved(master), vary=True) for name in others]
    assert written(after) == before


@EVERY
def test_fresh_cases_and_counterparts_of_a_seed_have_generators_of_their_own(
    master, exercise, monkeypatch
):
    def first_number(draw, *arguments):
        return [draw.rng.integers(2**60)]

    cases = part(module_name(master), "cases")
    monkeypatch.setattr(cases, exercise, first_number)
    monkeypatch.setattr(cases, f"{exercise}_counterpart", first_number, raising=False)
    (fresh,) = fresh_cases(master, exercise, 0, {})
    assert [fresh] not in counterparts(master, exercise, 0, {})


@EACH
def test_every_function_of_the_cases_belongs_to_an_exercise(master):
    """A misspelled counterpart would be passed over, and the default one used."""
    tests = exercises(master).tests
    cases = part(module_name(master), "cases")
    named = {name for name in vars(cases) if name.endswith("_counterpart")}
    assert named <= {f"{exercise}_counterpart" for exercise in tests}
    assert all(callable(getattr(cases, exercise)) for exercise in tests)


@EVERY
def test_another_seed_draws_others(master, exercise):
    found = {written(secret(master, seed)["FRESH"][exercise]) for seed in seeds(master)}
    assert len(found) == len(seeds(master))
    published = exercises(master).tables
    assert written(published["FRESH"][exercise]) not in found
    for seed in seeds(master):
        assert same(secret(master, seed)["PUBLIC"], published["PUBLIC"])


# What is said below is of notebook 04.


def test_each_student_has_secret_cases_that_a_regrade_draws_again():
    first, again, other_seed = (load(MASTER.stem, seed=seed).packed() for seed in (1, 1, 2))
    drawn = {
        written(tables_of_student(packed, student))
        for packed in (first, again, other_seed)
        for student in ("ada", "ben", "ada")
    }
    assert len(drawn) == 4  # two students with two seeds


def test_what_is_right_for_the_shapes_of_the_public_case_gets_its_part():
    namespace = dict(solved(MASTER))
    text = sources(MASTER)["L_model_backward"]
    assert "(dA, caches[l]," in text
    exec(text.replace("(dA, caches[l],", "(dA, caches[0],"), namespace)  # right for two layers
    for seed in seeds(MASTER):
        with graded(MASTER, seed):
            assert TESTS["L_model_backward"](namespace["L_model_backward"], explain=False) == 10


@pytest.mark.parametrize("exercise", ["initialize_parameters", "initialize_parameters_deep"])
def test_sizes_alone_make_a_case_new(exercise):
    """Nothing in these cases is drawn but the sizes, so there are always some that are new."""
    published = [case() for case in TESTS[exercise].exercise.public]
    published += [arguments for _, arguments, _ in exercises(MASTER).tables["FRESH"][exercise]]
    for seed in MANY:
        assert [arguments for _, arguments in drawn(seed, exercise) if arguments not in published]


def sizes(value):
    """All sizes in the arguments of a case, in order: of its arrays, or the numbers themselves."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, (tuple, list)):
        return [size for item in value for size in sizes(item)]
    return [value] if isinstance(value, int) else list(np.shape(value))


# In these cases nothing but the sizes of their layers is free to vary.
SHALLOW = ("initialize_parameters", "linear_forward", "linear_backward", "compute_cost")


@pytest.mark.parametrize("exercise", SHALLOW)
def test_other_sizes_and_what_is_the_same_size_stays_so(exercise):
    # Without the counterpart of the public case, where there is one.
    fresh = exercises(MASTER).tables["FRESH"][exercise]
    fresh = [row for row in fresh if not row[0].startswith("the public case")]
    for seed in MANY:
        for (_, arguments), (_, published, _) in zip(drawn(seed, exercise), fresh, strict=True):
            pairs = set(zip(sizes(arguments), sizes(published), strict=True))
            mine, theirs = zip(*pairs, strict=True)
            assert len(set(mine)) == len(set(theirs)) == len(pairs)
            # 1 stays 1, and nothing else stays what it is.
            assert all((one == other) == (1 in (one, other)) for one, other in pairs)


def test_depths_and_rates_vary_and_the_labels_say_what_is_drawn():
    depths, rates = set(), set()
    for seed in MANY:
        for label, (X, parameters) in drawn(seed, "L_model_forward"):
            layers, m = len(parameters) // 2, X.shape[1]
            assert label == f"{layers} layer{'s' * (layers > 1)}, {m} example{'s' * (m > 1)}"
        depths.add(layers)
        for label, (parameters, _, rate) in drawn(seed, "update_parameters"):
            assert label.startswith(f"{len(parameters) // 2} layer")
            assert label.endswith(f", learning rate {rate}")
            rates.add(rate)
        for label, (layer_dims,) in drawn(seed, "initialize_parameters_deep"):
            assert label.startswith(f"{len(layer_dims) - 1} layer")
    assert depths == {5, 6, 7}
    assert len(rates) > 100


def test_every_network_is_alive():
    for seed in MANY:
        for _, (AL, Y, caches) in drawn(seed, "L_model_backward"):
            assert 0.005 < AL.min() <= AL.max() < 0.995
            grads = solved(MASTER)["L_model_backward"](AL, Y, caches)
            assert all(np.any(grad) for grad in grads.values())
