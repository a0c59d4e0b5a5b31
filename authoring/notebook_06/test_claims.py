"""Notebook 06: what its prose claims, and files of other pictures."""

import inspect
import re

import h5py
import matplotlib.pyplot as plt
import numpy as np
import pytest

import dnn_utils
from authoring.cases import fresh_cases
from authoring.masters import NOTEBOOKS, read, solutions, sources
from authoring.notebook_06.measure import DEEP, RESULTS, RUNS, pair_data, run
from dnn_tools.files import load_table

MASTER = NOTEBOOKS / "06-image-classification" / "06-image-classification.ipynb"
SOLVED, SOURCES = solutions(MASTER), sources(MASTER)
CELLS = {cell.id: cell for cell in read(MASTER).cells}
TABLE = load_table(RESULTS)


def rows(layers, rate=0.3, seeds=5):
    """{name of a column: its entries} of the runs of a network."""
    mine = (TABLE["layers"] == layers) & (TABLE["rate"] == rate) & (TABLE["seed"] < seeds)
    return {name: column[mine] for name, column in TABLE.items()}


# ---------------------------------------------------------------- the contract


@pytest.mark.parametrize("model", ["two_layer_model", "L_layer_model"])
def test_a_model_can_be_called_as_its_signature_says(model):
    parameters = inspect.signature(SOLVED[model]).parameters
    defaults = {"learning_rate": 0.3, "num_iterations": 2500, "print_cost": False}
    assert list(parameters)[:3] == ["X", "Y", "layers_dims"]
    assert {name: parameters[name].default for name in defaults} == defaults


def test_both_models_start_as_the_classic_ones_do():
    X, Y = np.zeros((12288, 1)), np.ones((1, 1))
    two, _ = SOLVED["two_layer_model"](X, Y, (12288, 7, 1), 0.0, 1)
    deep, costs = SOLVED["L_layer_model"](X, Y, [12288, 20, 7, 5, 1], 0.0, 1)
    assert two["W1"][0, 0] == pytest.approx(0.0162434536)
    assert deep["W1"][0, 0] == pytest.approx(1.62434536 / np.sqrt(12288))
    assert costs == [pytest.approx(np.log(2))]


@pytest.mark.parametrize("model", ["two_layer_model", "L_layer_model"])
@pytest.mark.parametrize(("count", "kept"), [(1, 1), (100, 1), (101, 2), (201, 3)])
def test_a_cost_is_kept_in_every_hundredth_iteration(model, count, kept, capsys):
    X, Y = np.array([[1.0, -1.0, 0.5]]), np.array([[1, 0, 1]])
    costs = SOLVED[model](X, Y, [1, 2, 1], 0.1, count, True)[1]
    assert len(costs) == kept
    printed = [int(n) for n in re.findall(r"iteration +(\d+):", capsys.readouterr().out)]
    assert printed == sorted({*range(0, count, 100), count - 1})


def test_the_cases_are_well_posed():
    for seed in range(100, 110):
        for _, (X, parameters) in fresh_cases(MASTER, "predict", seed, SOLVED, vary=True):
            AL, _ = SOLVED["L_model_forward"](X, parameters)
            assert np.abs(AL - 0.5).min() > 0.01
        for model in ("two_layer_model", "L_layer_model"):
            cases = fresh_cases(MASTER, model, seed, SOLVED, vary=True)
            counts = {arguments[4] for _, arguments in cases}
            assert {1, 2, 201} <= counts


# ---------------------------------------------------------------- the stored runs, and the prose


def test_every_run_is_stored_and_none_has_died_of_large_numbers():
    found = list(zip(TABLE["layers"], TABLE["rate"], TABLE["seed"], strict=True))
    wanted = [
        ("-".join(map(str, layers)), rate, seed)
        for layers, rate, seeds in RUNS
        for seed in range(seeds)
    ]
    assert found == wanted
    assert len(rows("20-7-5-1", seeds=20)["cost"]) == 20
    assert np.isfinite(TABLE["cost"]).all()


@pytest.mark.parametrize(
    ("layers", "low", "high", "parameters"),
    [
        ("1", 0.49, 0.51, 129),
        ("7-1", 0.75, 0.85, 911),
        ("20-1", 0.78, 0.86, 2601),
        ("100-1", 0.83, 0.87, 13001),
        ("20-7-1", 0.70, 0.93, 2735),
        ("20-7-5-1", 0.84, 0.93, 2773),
    ],
)
def test_the_stored_runs_are_in_their_ranges(layers, low, high, parameters):
    found = rows(layers)
    assert low <= found["all_pairs"].min() <= found["all_pairs"].max() <= high
    assert set(found["parameters"]) == {parameters}


def test_the_prose_says_what_is_stored():
    text = CELLS["many-runs-comment"].source + CELLS["chance"].source
    wide, three, deep = (rows(name)["all_pairs"] for name in ("100-1", "20-7-1", "20-7-5-1"))
    many = rows("20-7-5-1", seeds=20)["all_pairs"]
    for number in (
        *(wide.mean(), three.min(), three.max(), deep.mean(), deep.min(), many.mean()),
        rows("1")["all_pairs"].mean(),
    ):
        assert f"{number:.3f}" in text
    assert np.sum(many > wide.max()) == 19
    hardest = np.concatenate([rows("20-7-5-1", rate, 20)["hardest"] for rate in (0.2, 0.3)])
    assert (
        f"{100 * hardest.min():.0f} to {100 * hardest.max():.0f} %"
        in CELLS["culprits-comment"].source
    )
    touched = 1 - (480 / 500) ** 2
    assert f"{100 * touched:.0f} % of all pairs" in CELLS["culprits-comment"].source


@pytest.mark.parametrize(
    ("layers", "rate", "seed"),
    [((7, 1), 0.3, 0), (DEEP, 0.2, 1)],
    ids=["two layers", "four layers"],
)
def test_a_part_of_the_runs_comes_out_again(layers, rate, seed):
    """Within what another processor's rounding does to it."""
    again = run(layers, rate, seed, pair_data(), SOLVED)
    stored = rows("-".join(map(str, layers)), rate)
    for name in ("train", "test", "all_pairs"):
        assert again[name] == pytest.approx(stored[name][seed], abs=0.03)


def test_the_deep_network_is_stuck_with_the_start_of_notebook_04():
    printed = CELLS["stuck-code"].outputs[0].text
    assert re.findall(r"cost (.*)", printed) == ["0.6931"] * 4


# ---------------------------------------------------------------- other pictures


def pictures(folder, height, width, channels, m_train, m_test):
    """A pair of files of the layout of the course, with bright and dark pictures."""
    random, paths = np.random.RandomState(0), []
    for part, m in (("train", m_train), ("test", m_test)):
        y = np.arange(m) % 2
        x = random.randint(0, 130, size=(m, height, width, channels)) + 120 * y[:, None, None, None]
        paths.append(folder / f"{part}.h5")
        with h5py.File(paths[-1], "w") as file:
            file[f"{part}_set_x"] = x.astype(np.uint8)
            file[f"{part}_set_y"] = y
            file["list_classes"] = np.array([b"dark", b"bright"])
    return paths


@pytest.mark.parametrize("size", [(16, 20, 3), (5, 9, 1)], ids=["16 x 20 x 3", "5 x 9 x 1"])
def test_the_notebook_runs_on_other_files(size, tmp_path, monkeypatch, capsys):
    """All cells, with two paths changed and the learning rate of the classic pictures."""
    train, test = pictures(tmp_path, *size, 12, 6)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(plt, "show", lambda: plt.close("all"))
    namespace = {"__name__": "__main__"}
    for cell in CELLS.values():
        if cell.cell_type != "code":
            continue
        source = re.sub(r"^%.*$", "", cell.source, flags=re.MULTILINE)
        if cell.id == "load":
            source = source.replace("datasets/train_digitpairs.h5", str(train))
            source = source.replace("datasets/test_digitpairs.h5", str(test))
            source = source.replace("t_rate = 0.2", "t_rate = 0.0075")
        exec(compile(source, cell.id, "exec"), namespace)
    printed = capsys.readouterr().out
    assert f"train_x: ({np.prod(size)}, 12)" in printed
    assert "Your pictures have another size" in printed
    assert "There is nothing to show." in printed  # it makes no mistake on these


def test_ten_classes_are_one_sentence():
    source = CELLS["load"].source.replace("_digitpairs", "_digits")
    with pytest.raises(AssertionError, match="Two classes are needed, and .* has 10"):
        exec(source, {"load_data": dnn_utils.load_data})
