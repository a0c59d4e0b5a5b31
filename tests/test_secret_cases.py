"""Secret cases, as graders draw them: they tell right from wrong, and nothing can be looked up."""

import functools

import numpy as np
import pytest
from conftest import without_causes

from authoring.answers import right_answers
from authoring.cases import NoCase, draw, tries
from authoring.expected import same, tables, written
from authoring.masters import exercises, masters, module_name, solutions, sources
from authoring.mistakes import mistakes

BY_NAME = {module_name(path): path for path in masters()}
MASTER = BY_NAME["notebook_04"]
TESTS = exercises(MASTER).tests
# Among them the published seed, one whose cases were not found once (6), and one with which a
# wrong version was once right by luck (104).
SEEDS = [*range(10), 104, 2**40]
WITH_CAUSES = SEEDS[:1]
MANY = range(100)
EACH = pytest.mark.parametrize("master", masters(), ids=lambda path: path.stem[:2])
EVERY = pytest.mark.parametrize(
    ("master", "exercise"),
    [(master, name) for master in masters() for name in exercises(master).tests],
    ids=lambda value: value if isinstance(value, str) else value.stem[:2],
)


@functools.cache
def solved(master):
    return solutions(master)


@functools.cache
def secret(master, seed, causes=False):
    """The tables of a grader; what wrong versions answer takes most of the time to compute."""
    with pytest.MonkeyPatch.context() as patch:
        if not causes:
            patch.setattr("authoring.expected.known_mistakes", lambda notebook, solved, texts: [])
        return tables(master, seed=seed, vary=True)


@functools.cache
def drawn(seed, master=MASTER):
    return draw(module_name(master), seed, solved(master), vary=True)


def hide(monkeypatch, master, seed):
    """Give the tests of the exercises secret cases, as a grader does."""
    causes = seed in WITH_CAUSES
    if not causes:
        without_causes(monkeypatch)
    for name, table in secret(master, seed, causes).items():
        monkeypatch.setitem(exercises(master).tables, name, table)


def accepted(master, exercise, function):
    try:
        with np.errstate(all="ignore"):
            exercises(master).tests[exercise](function)
    except Exception:
        return False
    return True


def accepted_of(master, bank):
    """The names of those in a bank that are accepted, each alone among the master's functions."""
    names = []
    for row in bank:
        namespace = dict(solved(master))
        exec(row.source, namespace)
        if accepted(master, row.exercise, namespace[row.exercise]):
            names.append(f"{row.exercise}: {row.name}")
    return names


@EACH
@pytest.mark.parametrize("seed", SEEDS)
def test_every_wrong_version_is_rejected(master, seed, monkeypatch):
    hide(monkeypatch, master, seed)
    assert accepted_of(master, [row for row in mistakes(master) if row.message]) == []


@EACH
@pytest.mark.parametrize("seed", SEEDS)
def test_every_right_answer_is_accepted(master, seed, monkeypatch):
    hide(monkeypatch, master, seed)
    bank = right_answers(master)
    assert accepted_of(master, bank) == [f"{row.exercise}: {row.name}" for row in bank]


def look_up(master, exercise):
    """A function that holds the published answers of an exercise, and nothing else."""
    public, known = exercises(master).tests[exercise].public, exercises(master).tables
    rows = list(zip((case() for case in public), known["PUBLIC"][exercise], strict=True))
    rows += [(arguments, answer) for _, arguments, answer in known["FRESH"][exercise]]

    def function(*arguments):
        for published, answer in rows:
            if same(arguments, published):
                return answer
        raise LookupError("this case is not published")

    return function


@EVERY
def test_the_published_answers_do_not_help(master, exercise, monkeypatch):
    function, test = look_up(master, exercise), exercises(master).tests[exercise]
    assert accepted(master, exercise, function)
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")  # where there is partial credit
    for seed in SEEDS:
        hide(monkeypatch, master, seed)
        with pytest.raises(LookupError, match="not published"):
            test(function)


@EACH
def test_the_same_seed_draws_the_same(master):
    for seed in WITH_CAUSES:
        again = tables(master, seed, vary=True)
        assert {name: written(table) for name, table in again.items()} == {
            name: written(table) for name, table in secret(master, seed, causes=True).items()
        }


@EACH
def test_every_seed_has_cases_without_a_second_start(master, monkeypatch):
    starts = []
    monkeypatch.setattr(np.random, "default_rng", spy(np.random.default_rng, starts))
    for seed in range(12, 32):
        assert drawn(seed, master)
    assert starts == list(range(12, 32))


def spy(function, calls):
    return lambda argument: calls.append(argument) or function(argument)


def test_a_search_for_a_case_ends():
    with pytest.raises(NoCase, match="none of 1000 draws"):
        for _ in tries():
            pass


def test_sizes_that_leave_no_good_case_are_drawn_anew(monkeypatch):
    def unlucky(seed, solved, vary):
        if seed != [12, 2]:
            raise NoCase
        return {"found": seed}

    monkeypatch.setattr("authoring.notebook_04.cases.draw", unlucky)
    assert draw("notebook_04", 12, {}, vary=True) == {"found": [12, 2]}
    with pytest.raises(NoCase, match="no fresh cases of notebook_04 for the seed 13: take another"):
        draw("notebook_04", 13, {}, vary=True)


@EVERY
def test_another_seed_draws_others(master, exercise):
    found = {written(secret(master, seed)["FRESH"][exercise]) for seed in SEEDS}
    assert len(found) == len(SEEDS)
    published = exercises(master).tables
    assert written(published["FRESH"][exercise]) not in found
    for seed in SEEDS:
        assert same(secret(master, seed)["PUBLIC"], published["PUBLIC"])


# What is said below is of notebook 04.


def test_what_is_right_for_the_shapes_of_the_public_case_gets_its_part(monkeypatch):
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    namespace = dict(solved(MASTER))
    text = sources(MASTER)["L_model_backward"]
    assert "(dA, caches[l]," in text
    exec(text.replace("(dA, caches[l],", "(dA, caches[0],"), namespace)  # right for two layers
    for seed in SEEDS:
        hide(monkeypatch, MASTER, seed)
        assert TESTS["L_model_backward"](namespace["L_model_backward"]) == 10


@pytest.mark.parametrize("exercise", ["initialize_parameters", "initialize_parameters_deep"])
def test_sizes_alone_make_a_case_new(exercise):
    """Nothing in these cases is drawn but the sizes, so there are always some that are new."""
    published = [case() for case in TESTS[exercise].public]
    published += [arguments for _, arguments, _ in exercises(MASTER).tables["FRESH"][exercise]]
    for seed in MANY:
        assert [arguments for _, arguments in drawn(seed)[exercise] if arguments not in published]


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
    for seed in MANY:
        for (_, arguments), (_, published, _) in zip(
            drawn(seed)[exercise], exercises(MASTER).tables["FRESH"][exercise], strict=True
        ):
            pairs = set(zip(sizes(arguments), sizes(published), strict=True))
            mine, theirs = zip(*pairs, strict=True)
            assert len(set(mine)) == len(set(theirs)) == len(pairs)
            # 1 stays 1, and nothing else stays what it is.
            assert all((one == other) == (1 in (one, other)) for one, other in pairs)


def test_depths_and_rates_vary_and_the_labels_say_what_is_drawn():
    depths, rates = set(), set()
    for seed in MANY:
        found = drawn(seed)
        for label, (X, parameters) in found["L_model_forward"]:
            layers, m = len(parameters) // 2, X.shape[1]
            assert label == f"{layers} layer{'s' * (layers > 1)}, {m} example{'s' * (m > 1)}"
        depths.add(layers)
        for label, (parameters, _, rate) in found["update_parameters"]:
            assert label.startswith(f"{len(parameters) // 2} layer")
            assert label.endswith(f", learning rate {rate}")
            rates.add(rate)
        for label, (layer_dims,) in found["initialize_parameters_deep"]:
            assert label.startswith(f"{len(layer_dims) - 1} layer")
    assert depths == {5, 6, 7}
    assert len(rates) > 100


def test_every_network_is_alive():
    for seed in MANY:
        for _, (AL, Y, caches) in drawn(seed)["L_model_backward"]:
            assert 0.005 < AL.min() <= AL.max() < 0.995
            grads = solved(MASTER)["L_model_backward"](AL, Y, caches)
            assert all(np.any(grad) for grad in grads.values())
