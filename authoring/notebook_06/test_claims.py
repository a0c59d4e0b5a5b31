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
from dnn_tools.pairs import left_share, plot_runs, plot_training, show_images, show_weights

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


def test_the_table_says_how_networks_of_one_size_differ():
    text = CELLS["many-runs-comment"].source
    same_size = [rows(name) for name in ("20-1", "20-7-5-1")]
    for found in same_size:
        assert f"{found['all_pairs'].mean():.3f}" in text
        assert set(found["parameters"]) <= set(range(2600, 2800))
    assert 4.5 < rows("100-1")["parameters"][0] / same_size[1]["parameters"][0] < 5
    three, wide = rows("20-7-1")["all_pairs"], rows("100-1")["all_pairs"]
    assert f"{three.mean():.3f}" in text
    assert f"{three.min():.3f}" in text
    assert np.sum(three < wide.mean()) == 1  # the one that is stuck
    assert rows("20-7-5-1", seeds=20)["all_pairs"].min() > 0.8  # none of them collapsed


def test_luck_of_a_thousand_pairs_is_a_hundredth():
    assert np.sqrt(0.88 * 0.12 / 1000) == pytest.approx(0.01, abs=0.0005)


# ---------------------------------------------------------------- what the text works out


@pytest.fixture(scope="module")
def pairs():
    """train_x, train_y, test_x, test_y with the pictures as columns."""
    train_x, train_y, test_x, test_y = pair_data()
    flatten = SOLVED["flatten_and_standardize"]
    return flatten(train_x), train_y, flatten(test_x), test_y


def step(parameters, X, Y, rate):
    """One step of gradient descent; returns the cost before it, and the parameters after it."""
    AL, caches = SOLVED["L_model_forward"](X, parameters)
    grads = SOLVED["L_model_backward"](AL, Y, caches)
    return SOLVED["compute_cost"](AL, Y), SOLVED["update_parameters"](parameters, grads, rate)


def test_without_dividing_by_255_the_training_goes_from_one_extreme_to_the_other(pairs):
    X, Y, *_ = pairs
    costs, shares, parameters = [], [], SOLVED["initialize_parameters_deep"]([128, 1])
    for _ in range(40):
        AL, _ = SOLVED["L_model_forward"](255 * X, parameters)
        shares.append(np.mean((AL < 0.01) | (AL > 0.99)))
        cost, parameters = step(parameters, 255 * X, Y, 0.2)
        costs.append(cost)
    assert np.mean(shares[2:]) > 0.9
    assert min(costs[2:]) > 1


def test_even_to_everything_gets_half_of_the_test_pictures(pairs):
    *_, test_y = pairs
    assert SOLVED["accuracy"](np.zeros_like(test_y), test_y) == 0.5


def test_shuffled_pixels_with_shuffled_weights_give_the_same_costs(pairs):
    X, Y, *_ = pairs
    order = np.random.RandomState(0).permutation(128)
    plain = SOLVED["initialize_parameters_scaled"]([128, 7, 1])
    shuffled = plain | {"W1": plain["W1"][:, order]}
    for _ in range(30):
        cost, plain = step(plain, X, Y, 0.2)
        other, shuffled = step(shuffled, X[order], Y, 0.2)
        assert other == pytest.approx(cost, rel=1e-9)


def test_start_of_notebook_04_loses_the_signal_as_the_text_says(pairs):
    X, Y, *_ = pairs
    parameters = SOLVED["initialize_parameters_deep"]([128, *DEEP])
    _, caches = SOLVED["L_model_forward"](X, parameters)
    size = [[np.sqrt(np.mean(array**2)) for array in (A, Z)] for (A, _, _), Z in caches]
    products = [before / after for before, after in size]
    relus = [size[k][1] / size[k + 1][0] for k in range(3)]
    assert products[0] == pytest.approx(8, abs=0.2)
    assert 25 < min(products[1:]) < max(products[1:]) < 40
    assert 1 < min(relus) < max(relus) < 3.5
    printed = CELLS["stuck-code"].outputs[0].text
    assert f"layer 2: from A {size[1][0]:.1e} to Z {size[1][1]:.1e}" in printed
    start_of_gradient = SOLVED["L_model_backward"](
        *(SOLVED["L_model_forward"](X, parameters)[0], Y, caches)
    )
    assert np.abs(start_of_gradient["dW1"]).max() < 1e-5
    for _ in range(2500):
        cost, parameters = step(parameters, X, Y, 0.2)
    assert f"{cost:.4f}" == "0.6931"


def test_equation_3_keeps_the_size_but_for_the_relu():
    random = np.random.RandomState(0)
    signal, lost = random.randn(300, 400), {}
    for factor in (1, 2):
        A = signal
        for _ in range(10):
            A = np.maximum(0, random.randn(300, 300) * np.sqrt(factor / 300) @ A)
        lost[factor] = np.sqrt(np.mean(signal**2) / np.mean(A**2))
    assert 25 < lost[1] < 40
    assert 0.6 < lost[2] < 1.6


def test_first_cost_from_the_scaled_start(pairs):
    X, Y, *_ = pairs
    found = {}
    for seed in range(20):
        parameters = SOLVED["initialize_parameters_scaled"]([128, *DEEP], seed)
        AL, _ = SOLVED["L_model_forward"](X, parameters)
        found[seed] = SOLVED["compute_cost"](AL, Y), AL.min(), AL.max()
    costs = np.array([cost for cost, *_ in found.values()])
    assert [f"{value:.4f}" for value in found[1][:1]] == ["0.6954"]
    assert [f"{value:.2f}" for value in found[1][1:]] == ["0.50", "0.64"]
    assert (f"{costs.min():.3f}", f"{costs.max():.3f}") == ("0.693", "0.705")
    assert np.mean(costs > np.log(2)) > 0.8


def test_the_deep_network_is_stuck_with_the_start_of_notebook_04():
    printed = CELLS["stuck-code"].outputs[0].text
    assert re.findall(r"cost (.*)", printed) == ["0.6931"] * 4


@pytest.fixture(scope="module")
def deep(pairs):
    """The four layers as section 8 trains them."""
    parameters, _ = SOLVED["L_layer_model"](*pairs[:2], [128, *DEEP], 0.2)
    return parameters


def test_units_look_at_one_digit_in_the_deep_network_only(pairs, deep):
    two, _ = SOLVED["L_layer_model"](*pairs[:2], [128, 7, 1], 0.2)
    both, one = ([left_share(weights, 16) for weights in net["W1"]] for net in (two, deep))
    assert 0.3 < min(both) < max(both) < 0.7
    assert sum(share < 0.25 for share in one) >= 2
    assert sum(share > 0.75 for share in one) >= 2
    start = SOLVED["initialize_parameters_scaled"]([128, *DEEP])["W1"]
    assert np.mean(np.abs(deep["W1"] - start) < 0.1) == pytest.approx(2 / 3, abs=0.06)


def test_most_wrong_answers_are_sure(pairs, deep):
    *_, X, Y = pairs
    AL, _ = SOLVED["L_model_forward"](X, deep)
    wrong = SOLVED["predict"](X, deep) != Y
    assert np.mean(np.abs(AL[wrong] - 0.5) > 0.4) > 0.55
    assert min(np.sum(Y[wrong] == label) for label in (0, 1)) >= 5


# ---------------------------------------------------------------- the plots


@pytest.fixture
def drawn(monkeypatch):
    """The figures that were shown."""
    figures = []
    monkeypatch.setattr(plt, "show", lambda: figures.append(plt.gcf()))
    yield figures
    plt.close("all")


def test_images_are_ink_on_paper_with_a_line_between_the_digits(drawn):
    images = np.zeros((3, 8, 16, 1), np.uint8)
    show_images(images, ["one", "two", "three"], columns=2)
    axes = drawn[0].axes
    assert [ax.get_title() for ax in axes] == ["one", "two", "three", ""]
    assert axes[0].images[0].cmap.name == "gray_r"
    assert [7.5, 7.5] in [list(line.get_xdata()) for line in axes[0].lines]
    show_images(np.zeros((1, 4, 4, 3), np.uint8), ["a color picture"])
    assert len(drawn[1].axes[0].lines) == 4


def test_weights_are_titled_with_their_left_share(drawn):
    W = np.zeros((2, 128))
    W[0, :8], W[1, 7], W[1, 8] = 1, 1, -1
    show_weights(W, 8, 16)
    assert [ax.get_title() for ax in drawn[0].axes][:2] == ["100% left", "50% left"]


def test_each_network_has_a_column_of_its_own(drawn):
    chosen = (TABLE["rate"] == 0.3) & (TABLE["seed"] < 5)
    plot_runs({name: column[chosen] for name, column in TABLE.items()})
    ax = drawn[0].axes[0]
    ticks = [tick.get_text() for tick in ax.get_xticklabels()]
    assert ticks[-2:] == ["20-7-1\n2,735", "20-7-5-1\n2,773"]
    marks = [line for line in ax.lines if line.get_marker() not in ("None", None)]
    assert len({line.get_marker() for line in marks[-2:]}) == 2
    assert all(np.ptp(line.get_xdata()) < 0.5 for line in marks)


def test_training_is_drawn_with_every_curve_and_bar(drawn):
    plot_training({"two": [0.7, 0.5], "four": [0.7, 0.2]}, {"two": [1, 0.8], "four": [1, 0.9]})
    left, right = drawn[0].axes
    assert len(left.lines) == 3
    assert sorted(patch.get_height() for patch in right.patches) == [0.8, 0.9, 1, 1]


# ---------------------------------------------------------------- PyTorch, and the end


def test_pytorch_gives_the_gradients_that_its_cell_shows(pairs, capsys):
    pytest.importorskip("torch", reason="PyTorch is not installed: the cell pytorch is not run")
    code, printed = re.findall(r"```(?:python|text)\n(.*?)```", CELLS["pytorch"].source, re.DOTALL)
    exec(code, SOLVED | {"np": np, "train_x": pairs[0], "train_y": pairs[1]})
    found = capsys.readouterr().out
    pattern = r"cost (\S+), largest gap between two gradients (\S+)\n"
    (cost, gap), (shown, about) = (
        re.fullmatch(pattern, text).groups() for text in (found, printed)
    )
    assert cost == shown
    assert float(gap) < 1e-7
    assert float(about) < 1e-7


def test_no_sentence_sends_the_reader_to_a_later_notebook():
    for cell in CELLS.values():
        for number in re.findall(r"[Nn]otebook (\d\d)", cell.source):
            assert number < "06", cell.id


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
    assert printed.count("Your pictures have another size") == 2
    assert "There is nothing to show." in printed  # it makes no mistake on these


def test_ten_classes_are_one_sentence():
    source = CELLS["load"].source.replace("_digitpairs", "_digits")
    with pytest.raises(AssertionError, match="Two classes are needed, and .* has 10"):
        exec(source, {"load_data": dnn_utils.load_data})
