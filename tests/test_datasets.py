"""The data sets are what the script builds, and `load_data` reads them or says why it cannot."""

import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import h5py
import numpy as np
import pytest

from authoring import datasets
from authoring.datasets import DATASETS, NAMES, TRAINING, contents
from authoring.masters import ROOT
from dnn_utils import load_data

WRITER = "attribute written_with"


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A folder with the four files, built here and now."""
    folder = tmp_path_factory.mktemp("built")
    datasets.build(folder)
    return folder


def halves(x):
    """The left and the right digits of images of pairs, as lists of bytes."""
    return [[half.tobytes() for half in side] for side in np.split(x, 2, axis=2)]


# ------------------------------------------------------------------------------ the builder


def test_a_second_build_has_the_same_bytes(built, tmp_path):
    time.sleep(1.1)  # HDF5 would note the time to the second
    datasets.build(tmp_path)
    assert {path.name for path in built.iterdir()} == set(NAMES)
    for name in NAMES:
        assert (tmp_path / name).read_bytes() == (built / name).read_bytes()


@pytest.mark.parametrize("name", NAMES)
def test_the_files_hold_what_the_script_builds(name, built):
    stored, fresh = contents(DATASETS / name), contents(built / name)
    assert stored.keys() == fresh.keys()
    for key in fresh.keys() - {WRITER}:
        np.testing.assert_array_equal(stored[key], fresh[key], strict=True)


@pytest.mark.parametrize("name", NAMES)
def test_the_files_have_the_bytes_that_the_script_writes(name, built):
    """With the versions that wrote them; others arrange and pack the same contents differently."""
    then, now = (contents(folder / name)[WRITER].item().decode() for folder in (DATASETS, built))
    if then != now:
        pytest.skip(f"{name} was written with {then}, and here is {now}")
    assert (DATASETS / name).read_bytes() == (built / name).read_bytes()


@pytest.mark.parametrize(
    ("name", "x", "classes"),
    [
        ("train_digitpairs.h5", (4000, 8, 16, 1), [b"even", b"odd"]),
        ("test_digitpairs.h5", (1000, 8, 16, 1), [b"even", b"odd"]),
        ("train_digits.h5", (1297, 8, 8, 1), [b"%d" % digit for digit in range(10)]),
        ("test_digits.h5", (500, 8, 8, 1), [b"%d" % digit for digit in range(10)]),
    ],
)
def test_the_layout_is_the_documented_one(name, x, classes):
    part = name.partition("_")[0]
    arrays = contents(DATASETS / name)
    assert {key for key in arrays if not key.startswith("attribute")} == {
        f"{part}_set_x",
        f"{part}_set_y",
        "list_classes",
    }
    assert (arrays[f"{part}_set_x"].shape, arrays[f"{part}_set_x"].dtype) == (x, np.uint8)
    assert (arrays[f"{part}_set_y"].shape, arrays[f"{part}_set_y"].dtype) == (x[:1], np.int64)
    assert arrays["list_classes"].dtype.kind == "S"
    assert arrays["list_classes"].tolist() == classes
    assert b"Alpaydin" in arrays["attribute source"].item()
    assert b"CC BY 4.0" in arrays["attribute licence"].item()


def test_the_single_digits_are_those_of_scikit_learn_in_255_levels_of_grey():
    from sklearn.datasets import load_digits

    source = load_digits()
    train_x, train_y, test_x, test_y, _ = load_data(
        DATASETS / "train_digits.h5", DATASETS / "test_digits.h5"
    )
    x, y = np.concatenate([train_x, test_x]), np.concatenate([train_y, test_y], axis=1)
    levels = np.array([round(level * 255 / 16) for level in range(17)])
    assert (levels[0], levels[16]) == (0, 255)
    np.testing.assert_array_equal(x[..., 0], levels[source.images.astype(int)])
    np.testing.assert_array_equal(y[0], source.target)
    assert train_y.shape == (1, TRAINING)


def test_a_pair_is_two_digits_of_its_own_side_and_its_label_their_sum():
    pairs = load_data(DATASETS / "train_digitpairs.h5", DATASETS / "test_digitpairs.h5")
    single = load_data(DATASETS / "train_digits.h5", DATASETS / "test_digits.h5")
    for part in (0, 2):
        digits, labels = single[part], single[part + 1][0]
        number = {image.tobytes(): label for image, label in zip(digits, labels, strict=True)}
        left, right = halves(pairs[part])
        sums = [number[one] + number[other] for one, other in zip(left, right, strict=True)]
        np.testing.assert_array_equal(pairs[part + 1][0], np.array(sums) % 2)
        assert pairs[part + 1].mean() == 0.5
        assert len(set(zip(left, right, strict=True))) == len(left)
        assert len(set(left + right)) > 0.9 * len(digits)


def test_no_digit_is_on_both_sides():
    for kind in ("digitpairs", "digits"):
        train_x, _, test_x, _, _ = load_data(
            DATASETS / f"train_{kind}.h5", DATASETS / f"test_{kind}.h5"
        )
        if kind == "digitpairs":
            train, test = (set().union(*halves(x)) for x in (train_x, test_x))
        else:
            train, test = ({image.tobytes() for image in x} for x in (train_x, test_x))
        assert train
        assert test
        assert not train & test


# ------------------------------------------------------------------------------ its check


def rewrite(path, name, array):
    with h5py.File(path, "a") as file:
        del file[name]
        if array is not None:
            file[name] = array


def append_a_byte(path):
    path.write_bytes(path.read_bytes() + b"\0")


def other_licence(path):
    with h5py.File(path, "a") as file:
        file.attrs["licence"] = np.bytes_("MIT")


def as_another_version(path):
    with h5py.File(path, "a") as file:
        file.attrs["written_with"] = np.bytes_("h5py 9.9")


def one_pixel(path):
    with h5py.File(path, "a") as file:
        file["test_set_x"][499, 7, 7, 0] += 1


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (Path.unlink, "it is not there"),
        (lambda path: path.write_text("hello"), "it is not an HDF5 file"),
        (append_a_byte, "its contents are as they are built and its bytes are not"),
        (one_pixel, "not as it is built: test_set_x"),
        (lambda path: rewrite(path, "test_set_y", None), "not as it is built: test_set_y"),
        (
            lambda path: rewrite(path, "test_set_y", contents(path)["test_set_y"].astype("i4")),
            "not as it is built: test_set_y",
        ),
        (
            lambda path: rewrite(path, "list_classes", [b"0", b"1"]),
            "not as it is built: list_classes",
        ),
        (other_licence, "not as it is built: attribute licence"),
    ],
)
def test_what_is_not_as_built_is_said(spoil, said, built, tmp_path):
    path = Path(shutil.copy(built / "test_digits.h5", tmp_path))
    assert datasets.problem(path, built / path.name) is None
    spoil(path)
    assert datasets.problem(path, built / path.name) == said


def test_only_the_contents_count_in_what_another_version_wrote(built, tmp_path):
    path = Path(shutil.copy(built / "test_digits.h5", tmp_path))
    as_another_version(path)
    assert path.read_bytes() != (built / path.name).read_bytes()
    assert datasets.problem(path, built / path.name) is None
    one_pixel(path)
    assert "test_set_x" in datasets.problem(path, built / path.name)


def test_the_check_names_the_file_and_exits_with_1(built, tmp_path, capsys):
    shutil.copytree(built, tmp_path, dirs_exist_ok=True)
    assert datasets.main(["--check"], tmp_path) == 0
    assert capsys.readouterr().err == ""
    (tmp_path / "test_digits.h5").unlink()
    assert datasets.main(["--check"], tmp_path) == 1
    assert capsys.readouterr().err == (
        "datasets/test_digits.h5: it is not there. Run `python -m authoring.datasets`.\n"
    )


def test_without_scikit_learn_the_builder_says_so(monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "sklearn", None)
    with pytest.raises(SystemExit, match="needs scikit-learn, which is not installed"):
        datasets.build(tmp_path)


# ------------------------------------------------------------------------------ the loader


def test_the_loader_gives_images_and_rows_of_labels():
    train_x, train_y, test_x, test_y, classes = load_data(
        str(DATASETS / "train_digitpairs.h5"), str(DATASETS / "test_digitpairs.h5")
    )
    assert (train_x.shape, train_x.dtype) == ((4000, 8, 16, 1), np.uint8)
    assert (test_x.shape, test_x.dtype) == ((1000, 8, 16, 1), np.uint8)
    assert (train_y.shape, train_y.dtype) == ((1, 4000), np.int64)
    assert (test_y.shape, test_y.dtype) == ((1, 1000), np.int64)
    assert [name.decode() for name in classes] == ["even", "odd"]


def test_without_paths_it_finds_the_pairs_in_the_working_directory_or_beside_itself(
    tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    assert load_data()[0].shape == (4000, 8, 16, 1)
    (tmp_path / "datasets").mkdir()
    for part in ("train", "test"):
        file = tmp_path / "datasets" / f"{part}_digitpairs.h5"
        datasets.write(file, part, *classic(m=2))
    assert load_data()[0].shape == (2, 64, 64, 3)


def classic(m=4):
    """Images, labels and classes of the shapes and types of the well-known cat files."""
    x = np.random.default_rng(0).integers(0, 256, size=(m, 64, 64, 3), dtype=np.uint8)
    return x, np.arange(m) % 2, [b"non-cat", b"cat"]


@pytest.mark.parametrize("labels", ["u1", "i4", ">i8"])
@pytest.mark.parametrize("names", ["S7", h5py.string_dtype()])
def test_files_of_the_classic_layout_come_back_as_they_were(labels, names, tmp_path):
    x, y, classes = classic()
    for part in ("train", "test"):
        with h5py.File(tmp_path / part, "w") as file:
            file[f"{part}_set_x"], file[f"{part}_set_y"] = x, y.astype(labels)
            file.create_dataset("list_classes", data=classes, dtype=names)
    loaded = load_data(tmp_path / "train", tmp_path / "test")
    for part in (0, 2):
        np.testing.assert_array_equal(loaded[part], x, strict=True)
        np.testing.assert_array_equal(loaded[part + 1], y.reshape(1, 4), strict=True)
    assert loaded[4].dtype.kind == "S"
    assert loaded[4].tolist() == classes


def spoilt(**arrays):
    """A function that gives the test file other arrays, and deletes those that are None."""

    def spoil(path):
        for name, array in arrays.items():
            rewrite(path, name, array)

    return spoil


def cut(path):
    path.write_bytes(path.read_bytes()[:-5000])


def a_group(path):
    rewrite(path, "test_set_y", None)
    with h5py.File(path, "a") as file:
        file.create_group("test_set_y")


def a_foreign_name(path):
    rewrite(path, "test_set_y", None)
    with h5py.File(path, "a") as file:
        file[b"\xe9tiquettes"] = Y  # in Latin-1


def a_folder(path):
    path.unlink()
    path.mkdir()


X, Y, CLASSES = classic()
POINTER = "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n"
BAD = {
    "empty file": (lambda path: path.write_bytes(b""), "test.h5 is empty and should be"),
    "folder": (a_folder, "test.h5 is a folder and should be an HDF5 file"),
    "pointer": (lambda path: path.write_text(POINTER), "is a Git-LFS pointer.* run `git lfs pull`"),
    "web page": (
        lambda path: path.write_text("<!DOCTYPE html><html>"),
        "is not an HDF5 file: it starts with b'<!DOCTYPE html>",
    ),
    "cut off": (cut, "test.h5 is damaged"),
    "no labels": (
        spoilt(test_set_y=None),
        "has no array test_set_y; it should have test_set_x, test_set_y, list_classes, and it "
        "has list_classes, test_set_x",
    ),
    "no images": (spoilt(test_set_x=None), "has no array test_set_x"),
    "no classes": (spoilt(list_classes=None), "has no array list_classes"),
    "nothing": (
        spoilt(test_set_x=None, test_set_y=None, list_classes=None),
        "and it has nothing",
    ),
    "group": (a_group, "has no array test_set_y"),
    "foreign name": (a_foreign_name, "has no array test_set_y"),
    "lengths": (spoilt(test_set_y=Y[:-1]), "test.h5 has 4 images and 3 labels"),
    "high label": (
        spoilt(test_set_y=Y + 1),
        "test_set_y has the label 2, and the 2 classes allow 0 to 1",
    ),
    "negative label": (spoilt(test_set_y=Y - 1), "test_set_y has the label -1"),
    "labels in a row": (
        spoilt(test_set_y=Y[None]),
        r"test_set_y should be whole numbers of shape \(m,\), and it is int64 of shape \(1, 4\)",
    ),
    "float labels": (spoilt(test_set_y=Y / 1), "whole numbers .* it is float64"),
    "one label": (spoilt(test_set_y=1), r"it is int64 of shape \(\)"),
    "flat images": (
        spoilt(test_set_x=X.reshape(4, -1)),
        r"test_set_x should be uint8 .* it is uint8 of shape \(4, 12288\)",
    ),
    "no channels": (spoilt(test_set_x=X[..., 0]), r"of shape \(4, 64, 64\)"),
    "four channels": (spoilt(test_set_x=X.repeat(2, axis=3)[..., :4]), r"\(4, 64, 64, 4\)"),
    "float images": (spoilt(test_set_x=X / 255), "should be uint8 .* it is float64"),
    "no examples": (spoilt(test_set_x=X[:0], test_set_y=Y[:0]), r"of shape \(0, 64, 64, 3\)"),
    "null images": (spoilt(test_set_x=h5py.Empty("u1")), r"test_set_x should be .* \(\)"),
    "number classes": (
        spoilt(list_classes=[0, 1]),
        r"list_classes should be byte strings of shape \(k,\), and it is int64 of shape \(2,\)",
    ),
    "one class": (spoilt(list_classes=np.bytes_("cat")), r"list_classes should be .*\(\)"),
    "other size": (
        spoilt(test_set_x=X[:, :32]),
        r"train.h5 and \S*test.h5 do not belong together: the shape of an image is "
        r"\(64, 64, 3\) in the first and \(32, 64, 3\) in the second",
    ),
    "other classes": (
        spoilt(list_classes=[b"cat", b"non-cat"]),
        r"train.h5 and \S*test.h5 do not belong together: the classes are \[b'non-cat', b'cat'\] "
        r"in the first and \[b'cat', b'non-cat'\] in the second",
    ),
}


@pytest.fixture
def pair(tmp_path):
    """The paths of a training file and a test file that load."""
    paths = tmp_path / "train.h5", tmp_path / "test.h5"
    for path, part in zip(paths, ("train", "test"), strict=True):
        datasets.write(path, part, X, Y, CLASSES)
    load_data(*paths)
    return paths


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_one_sentence_with_the_file(name, pair):
    spoil, said = BAD[name]
    spoil(pair[1])
    with pytest.raises(ValueError, match=f"^{re.escape(str(pair[1].parent))}.*{said}") as caught:
        load_data(*pair)
    assert "\n" not in str(caught.value)
    assert str(pair[1]) in str(caught.value)


def test_a_missing_file_is_named(pair, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(FileNotFoundError, match="^There is no file other/cats.h5; the working"):
        load_data("other/cats.h5", pair[1])


def test_exchanged_paths_are_named(pair):
    with pytest.raises(ValueError, match=r"test.h5 has no array train_set_x; .* test_set_x"):
        load_data(*reversed(pair))


def test_the_other_functions_need_numpy_alone():
    code = "import sys; sys.modules['h5py'] = None; import dnn_utils; dnn_utils.load_data()"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.stderr.splitlines()[-1] == (
        "ImportError: load_data needs h5py, which is not installed: "
        "run `python -m pip install h5py` first."
    )
