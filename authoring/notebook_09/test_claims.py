"""Notebook 09: what its prose claims, and that its table comes out again."""

import inspect
import re

import numpy as np
import pytest

from authoring.masters import master, read, solutions
from authoring.notebook_09.measure import DEEP, RESULTS, Setting, notebook, run, settings
from dnn_tools.files import load_table
from exercises.notebook_09 import random_mini_batches_test_case

MASTER = master("09")
SOLVED = solutions(MASTER)
CELLS = {cell.id: cell for cell in read(MASTER).cells}
TABLE = load_table(RESULTS)


def text(*cells):
    return " ".join(CELLS[cell].source for cell in cells)


def printed(cell):
    return CELLS[cell].outputs[0].text


def rows(optimizer, rate, size=64, data="pairs", decay="none", limit=40, goal=0, **more):
    """{name of a column: its entries} of the runs of one setting."""
    wanted = {"optimizer": optimizer, "rate": rate, "size": size, "data": data, "decay": decay}
    keep = np.ones(len(TABLE["seed"]), bool)
    for name, value in (wanted | {"limit": limit, "goal": goal} | more).items():
        keep &= TABLE[name] == value
    assert keep.any()
    return {name: column[keep] for name, column in TABLE.items()}


def medians(column, *all_settings, **more):
    """The medians of a column, with three digits, as the notebook prints them."""
    return [f"{np.median(rows(*setting, **more)[column]):.3f}" for setting in all_settings]


def coins(found):
    """Count the networks that ended with a cost near ln 2."""
    return int(np.sum(found["cost"] > 0.68))


# ---------------------------------------------------------------- the contract


def test_a_function_can_be_called_as_its_signature_says():
    adam = inspect.signature(SOLVED["update_parameters_with_adam"]).parameters
    assert list(adam)[:5] == ["parameters", "grads", "v", "s", "t"]
    defaults = {"learning_rate": 0.01, "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8}
    assert {name: adam[name].default for name in defaults} == defaults
    batches = inspect.signature(SOLVED["random_mini_batches"]).parameters
    assert (batches["mini_batch_size"].default, batches["seed"].default) == (64, 0)
    assert (
        inspect.signature(SOLVED["schedule_lr_decay"]).parameters["time_interval"].default == 1000
    )


def test_the_classic_numbers_come_out():
    (X_batch, _), *_ = SOLVED["random_mini_batches"](*random_mini_batches_test_case())
    assert X_batch[0, :3] == pytest.approx([0.90085595, -0.7612069, 0.2344157])
    assert SOLVED["update_lr"](0.5, 2, 1) == pytest.approx(0.16666667)
    assert SOLVED["schedule_lr_decay"](0.5, 10, 0.3, 100) == 0.5
    assert SOLVED["schedule_lr_decay"](0.5, 100, 0.3, 100) == pytest.approx(0.38461538)


# ---------------------------------------------------------------- the questions to predict


def test_an_epoch_has_63_batches_and_the_last_one_32_examples():
    batches = SOLVED["random_mini_batches"](np.zeros((1, 4000)), np.zeros((1, 4000)))
    assert (len(batches), batches[-1][0].shape[1], 62 * 64, 40 * len(batches)) == (
        63,
        32,
        3968,
        2520,
    )
    for number in ("63 batches", "3,968", "with 32", "2,520 steps"):
        assert number in text("predict-batches")


def test_the_first_and_the_tenth_step_of_momentum():
    parameters, grads, found = {"W1": np.zeros((1, 1)), "b1": np.zeros((1, 1))}, {}, []
    v = SOLVED["initialize_velocity"](parameters)
    grads = {name: np.ones((1, 1)) for name in v}
    for _ in range(10):
        _, v = SOLVED["update_parameters_with_momentum"](parameters, grads, v, 0.9, 1.0)
        found.append(float(v["dW1"][0, 0]))
    assert found[0] == pytest.approx(0.1)
    assert found[9] == pytest.approx(1 - 0.9**10)
    assert f"{found[9]:.2f}" == "0.65"


def test_the_first_step_of_adam_is_the_rate_whatever_the_gradient():
    parameters = {"W1": np.zeros((1, 2)), "b1": np.zeros((1, 1))}
    v, s = SOLVED["initialize_adam"](parameters)
    grads = {"dW1": np.array([[0.001, 1000.0]]), "db1": np.zeros((1, 1))}
    new, *_ = SOLVED["update_parameters_with_adam"](parameters, grads, v, s, 1)
    assert new["W1"] == pytest.approx(-0.01, rel=1e-4)
    assert new["b1"] == 0
    assert 0.1 / np.sqrt(0.001) == pytest.approx(3.16, abs=0.005)
    assert 1 / np.sqrt(0.001) == pytest.approx(31.6, abs=0.05)
    assert pytest.approx(0.63, abs=0.005) == 1 - 0.999**1000


def test_half_of_the_limit_in_the_valley():
    assert 1 - 40 * 0.025 == 0
    assert np.log(0.1) / np.log(1 - 0.025) == pytest.approx(90, abs=1)


# ---------------------------------------------------------------- the valley


@pytest.fixture(scope="module")
def valley():
    namespace = dict(SOLVED) | {"print": lambda *words: None}
    exec(CELLS["valley-code"].source, namespace)
    return namespace


def arrives(valley, optimizer, rate, steep=40):
    with np.errstate(all="ignore"):
        return valley["t_arrives"](valley["t_valley"](optimizer, rate, steep, 400), steep)


def test_the_limits_of_the_rate(valley):
    for optimizer, limit in (("gd", 0.05), ("momentum", 0.95)):
        ends = [np.abs(valley["t_valley"](optimizer, limit * f)[-1, 1]) for f in (0.98, 1.02)]
        assert ends[0] < 1 < ends[1]
    assert pytest.approx(0.95) == 2 * (1 + 0.9) / (1 - 0.9) / 40


def test_momentum_takes_about_65_steps_at_any_rate_from_0_04_to_0_4(valley):
    found = [arrives(valley, "momentum", rate) for rate in np.geomspace(0.04, 0.4, 12)]
    assert all(62 <= int(steps.split()[0]) <= 68 for steps in found)


def test_the_prose_says_what_the_valley_prints():
    gd, momentum = printed("valley-code"), printed("momentum-valley")
    assert re.findall(r"(\d+) steps|(never)", gd) == [
        *((steps, "") for steps in ("250", "125", "62", "84")),
        ("", "never"),
    ]
    found = re.findall(r": (\w+)", momentum.replace("other:\n", "other\n"))
    assert found == ["235", "63", "63", "67", "80", "never", "357", "292", "353", "76", "67"]
    for number in ("63 steps against 62", "needs 67", "357 and 353", "about 300 steps"):
        assert number in text("momentum-valley-comment")


def test_the_exercise_for_home_is_right(valley):
    """Momentum with beta 0.5 takes 15 steps at the rate 0.14, which is below its limit."""
    source = CELLS["valley-code"].source.replace(", v, 0.9, rate", ", v, 0.5, rate")
    namespace = dict(valley)
    exec(source, namespace)
    assert arrives(namespace, "momentum", 0.14) == "15 steps"
    assert 0.14 < 2 * 1.5 / 0.5 / 40


# ---------------------------------------------------------------- the stored runs, and the prose


def test_every_run_is_stored():
    names = "data", "optimizer", "rate", "size", "decay", "limit", "goal", "seed"
    stored = list(zip(*(TABLE[name].tolist() for name in names), strict=True))
    wanted = [
        (*(getattr(setting, name) for name in names[:-1]), seed)
        for setting in settings()
        for seed in range(setting.seeds)
    ]
    assert stored == wanted
    assert np.isfinite(TABLE["cost"]).all()


def test_the_prose_on_the_sizes():
    prose = text("sizes-comment")
    found = medians("test", ("gd", 0.2, 64), ("gd", 0.2, 16), ("gd", 0.2, 4))
    whole = rows("gd", 0.2, 4000, limit=2500)
    for number in (*found, f"{np.median(whole['test']):.3f}"):
        assert number in prose
    batches, tiny = rows("gd", 0.2), rows("gd", 0.2, 4)
    assert 15 < whole["seconds"].mean() / batches["seconds"].mean() < 25
    assert 8 < tiny["seconds"].mean() / batches["seconds"].mean() < 16
    assert f"{batches['test'].min():.3f}" in prose
    assert (coins(tiny), len(tiny["seed"])) == (1, 5)


def test_the_prose_on_momentum():
    prose = text("momentum-pairs-comment")
    for cost in medians("cost", ("gd", 0.2), ("momentum", 0.2), ("gd", 0.3), ("momentum", 0.3)):
        assert cost in prose
    for rate, gain in ((0.2, "0.004"), (0.3, "0.014")):
        before, after = medians("test", ("gd", rate), ("momentum", rate))
        assert float(after) - float(before) == pytest.approx(float(gain), abs=1e-9)
        assert gain in prose
        assert f"{rows('momentum', rate)['test'].min():.3f}" in prose
    assert f"{rows('gd', 0.2)['test'].min():.3f}" in prose
    assert coins(rows("gd", 0.3)) == 1
    small = [rows(optimizer, 0.02)["cost"] for optimizer in ("gd", "momentum")]
    assert np.median(small[0]) == pytest.approx(np.median(small[1]), abs=0.005)
    assert f"{np.median(small[0]):.2f}" == "0.43"


def test_the_prose_on_adam():
    prose = text("adam-pairs-comment")
    adam, bare = rows("adam", 0.002), rows("adam without correction", 0.002)
    for accuracy in medians("test", ("adam", 0.002), ("gd", 0.2), ("momentum", 0.2)):
        assert accuracy in prose
    assert f"{adam['rises'].mean():.0%}".replace("%", " %") in prose
    assert f"{rows('gd', 0.2)['rises'].mean():.0%}".replace("%", " %") in prose
    for found in (adam, rows("gd", 0.2), rows("momentum", 0.2)):
        assert f"{np.median(found['early']):.2f}" in prose
    assert (coins(adam), coins(rows("adam", 0.005)), coins(bare)) == (1, 4, 6)
    assert (bare["early"][bare["cost"] > 0.68] > 0.693).all()
    assert f"{adam['seconds'].mean():.1f} seconds" in prose
    (accuracy,) = medians("test", ("rmsprop 0.9", 0.002))
    assert accuracy in prose
    assert coins(rows("rmsprop 0.999", 0.002)) == 8


def test_the_prose_on_the_moons():
    prose, common = text("same-rate-comment"), {"data": "moons", "limit": 300}
    for accuracy in medians("test", ("gd", 0.01), ("adam", 0.01), **common):
        assert accuracy in prose
    small = medians("test", ("gd", 0.01), ("momentum", 0.01), **common)
    assert float(small[0]) == pytest.approx(float(small[1]), abs=0.002)
    own = medians("test", ("gd", 0.3), ("momentum", 0.3), ("adam", 0.03), **common)
    assert {accuracy[:4] for accuracy in own} == {"0.96"}
    for layers, count in (("5-2-1", 3), ("10-5-1", 0)):
        found = rows("adam", 0.01, data="moons", limit=100, layers=layers)
        assert (coins(found), len(found["seed"])) == (count, 20)


def test_the_prose_on_decay():
    prose = text("decay-runs-comment")
    for setting in (("gd", 0.3), ("momentum", 0.3), ("adam", 0.004)):
        for decay in ("none", "update_lr"):
            found = rows(*setting, decay=decay)
            assert f"{np.median(found['test']):.3f}" in prose
            assert f"{100 * found['rises'].mean():.0f}" in prose
    for setting in (("gd", 0.3), ("momentum", 0.3), ("adam", 0.03)):
        plain, stairs = (
            np.median(rows(*setting, data="moons", limit=300, decay=decay)["test"])
            for decay in ("none", "schedule_lr_decay")
        )
        assert plain == pytest.approx(stairs, abs=0.005)


def test_the_prose_on_the_race_to_a_cost():
    seconds = {
        size: rows("gd", 0.2, size, limit=3000, goal=0.1)["seconds"].mean()
        for size in (4000, 256, 64, 16)
    }
    assert 8 < seconds[4000] / seconds[256] < 12
    assert seconds[64] < seconds[256] < seconds[16]
    epochs = [
        rows(*setting, limit=3000, goal=0.1)["epochs"].mean()
        for setting in (("gd", 0.2), ("momentum", 0.2), ("adam", 0.002))
    ]
    assert epochs[1] < epochs[0] < epochs[2]


# ---------------------------------------------------------------- a part of the runs, again


def test_a_moons_run_comes_out_again():
    setting = Setting("moons", "adam", 0.01, limit=100, layers=(10, 5, 1))
    again, stored = run(setting, 0, notebook()), rows("adam", 0.01, data="moons", limit=100)
    keep = stored["layers"] == "10-5-1"
    assert again["test"] == pytest.approx(stored["test"][keep][0], abs=0.005)
    assert again["cost"] == pytest.approx(stored["cost"][keep][0], abs=0.005)


@pytest.mark.parametrize(("optimizer", "rate"), [("gd", 0.2), ("momentum", 0.2), ("adam", 0.002)])
def test_a_pairs_run_comes_out_again(optimizer, rate):
    """Within what another processor's rounding does to it."""
    again = run(Setting("pairs", optimizer, rate, layers=DEEP), 1, notebook())
    stored = rows(optimizer, rate)
    assert again["early"] == pytest.approx(stored["early"][1], abs=0.01)
    assert again["test"] == pytest.approx(stored["test"][1], abs=0.05)


def test_a_batch_errs_by_the_root_of_its_size():
    """The spread of the means of n draws is sigma over the root of n."""
    draws = np.random.default_rng(0).normal(size=(2000, 4096))
    assert draws[:, :64].mean(axis=1).std() == pytest.approx(1 / 8, rel=0.05)
    assert draws.mean(axis=1).std() == pytest.approx(1 / 64, rel=0.05)
