"""The data sets: images of handwritten digits as HDF5 files, built by this script alone.

    python -m authoring.datasets            write the four files in datasets/
    python -m authoring.datasets --check    report files that differ from those built here

The digits are those that scikit-learn brings, so this needs scikit-learn; whoever uses the files
does not. Same versions, same bytes: the draw has a seed, nothing holds a time, and every setting
of HDF5 is fixed. But HDF5 arranges a file, and zlib packs it, as their versions see fit. So each
file says what wrote it, and where that is another than here, only the contents are compared.
"""

import argparse
import sys
import zlib
from pathlib import Path
from tempfile import TemporaryDirectory

import h5py
import numpy as np

from authoring.masters import ROOT

DATASETS = ROOT / "datasets"
NAMES = ("train_digitpairs.h5", "test_digitpairs.h5", "train_digits.h5", "test_digits.h5")
TRAINING = 1297  # the digits before this one are for training, it and the later ones for testing
SEED = 0  # of the draw of the pairs
# Every file carries its attribution, wherever it is copied to.
ATTRIBUTES = {
    "source": "E. Alpaydin and C. Kaynak (1998), Optical Recognition of Handwritten Digits, "
    "UCI Machine Learning Repository, https://doi.org/10.24432/C50P49, as bundled with "
    "scikit-learn; changed here: grey levels 0-16 scaled to 0-255, and in the files of pairs two "
    "digits put side by side",
    "licence": "CC BY 4.0, https://creativecommons.org/licenses/by/4.0/",
}


def load_digits():
    """All digits of scikit-learn, in its order.

    Returns:
        images: uint8 array of shape (1797, 8, 8, 1), grey from 0 to 255: the level x of the
            source, from 0 to 16, becomes round(x * 255 / 16).
        labels: int64 array of shape (1797,), the digits, 0 to 9.

    Raises:
        SystemExit: scikit-learn is not installed.
    """
    try:
        from sklearn import datasets
    except ModuleNotFoundError:
        raise SystemExit(
            "This needs scikit-learn, which is not installed: "
            "run `python -m pip install scikit-learn` first."
        ) from None
    source = datasets.load_digits()
    images = np.rint(source.images * 255 / 16).astype(np.uint8)
    return images[..., np.newaxis], source.target.astype(np.int64)


def draw_pairs(images, labels, count, random):
    """Draw pairs of digits: no pair twice, and half of the sums odd, so that chance is 1/2.

    Arguments:
        images: uint8 array of shape (n, 8, 8, 1), the digits to draw from.
        labels: int64 array of shape (n,), 0 to 9.
        count: an even number, how many pairs to draw.
        random: a np.random.RandomState; its numbers are the same in every version of NumPy.

    Returns:
        x: uint8 array of shape (count, 8, 16, 1), two digits side by side.
        y: int64 array of shape (count,), 1 where their sum is odd, otherwise 0.
    """
    left, right = np.divmod(random.permutation(len(labels) ** 2), len(labels))
    odd = (labels[left] + labels[right]) % 2
    drawn = np.sort([np.flatnonzero(odd == label)[: count // 2] for label in (0, 1)], axis=None)
    return np.concatenate([images[left[drawn]], images[right[drawn]]], axis=2), odd[drawn]


def written_with():
    """What the bytes of a file depend on besides its contents: h5py, HDF5, and its zlib.

    HDF5 does not say which zlib it uses, so the checksum of something that it packed stands for
    it: "h5py 3.16.0, HDF5 2.0.0, deflate 0123abcd".
    """
    with h5py.File("in memory", "w", driver="core", backing_store=False) as file:
        sample = np.arange(9999) ** 2 % 97
        x = file.create_dataset("x", data=sample, chunks=(9999,), compression="gzip")
        packing = zlib.crc32(x.id.read_direct_chunk((0,))[1])
    return f"h5py {h5py.__version__}, HDF5 {h5py.version.hdf5_version}, deflate {packing:08x}"


def packed(shape):
    """The settings of a packed array of this shape: one chunk, gzip."""
    return {"chunks": shape, "compression": "gzip", "compression_opts": 9, "track_times": False}


def write(path, part, x, y, classes):
    """Write a data set as an HDF5 file in the layout that `dnn_utils.load_data` reads.

    Arguments:
        path: the file; it is replaced if it exists.
        part: "train" or "test", the beginning of the names of the arrays.
        x: uint8 array of shape (m, height, width, channels), the images.
        y: int64 array of shape (m,), the labels.
        classes: list of byte strings, the names of the labels 0, 1, ...
    """
    with h5py.File(path, "w", libver=("earliest", "v108")) as file:
        for name, text in (ATTRIBUTES | {"written_with": written_with()}).items():
            file.attrs[name] = np.bytes_(text)
        file.create_dataset(f"{part}_set_x", data=x, **packed(x.shape))
        file.create_dataset(f"{part}_set_y", data=y, **packed(y.shape))
        file.create_dataset("list_classes", data=np.array(classes), track_times=False)


def build(folder):
    """Write the four files, NAMES, into a folder that exists.

    Raises:
        SystemExit: scikit-learn is not installed.
    """
    images, labels = load_digits()
    random = np.random.RandomState(SEED)
    ten = [str(digit).encode() for digit in range(10)]
    for part, own, count in (
        ("train", slice(None, TRAINING), 4000),
        ("test", slice(TRAINING, None), 1000),
    ):
        x, y = images[own], labels[own]
        write(Path(folder) / f"{part}_digits.h5", part, x, y, ten)
        x, y = draw_pairs(x, y, count, random)
        write(Path(folder) / f"{part}_digitpairs.h5", part, x, y, [b"even", b"odd"])


def contents(path):
    """What a file holds: {name: array}, its attributes among them.

    Raises:
        OSError: it is not an HDF5 file.
    """
    with h5py.File(path) as file:
        attributes = {f"attribute {name}": np.array(text) for name, text in file.attrs.items()}
        arrays = {name: item for name, item in file.items() if isinstance(item, h5py.Dataset)}
        return attributes | {name: np.array(item[()]) for name, item in arrays.items()}


def problem(path, built):
    """What is wrong with a file, as a sentence, compared with the one just built; None if nothing.

    Arguments:
        path: the file.
        built: the path of the same file as `build` wrote it here.
    """
    if not path.is_file():
        return "it is not there"
    if path.read_bytes() == built.read_bytes():
        return None
    try:
        here, there = contents(path), contents(built)
    except OSError:
        return "it is not an HDF5 file"
    differ = {
        name
        for name in here.keys() | there.keys()
        if name not in here
        or name not in there
        or here[name].dtype != there[name].dtype
        or not np.array_equal(here[name], there[name])
    }
    if differ == {"attribute written_with"}:
        return None
    if differ:
        return f"not as it is built: {', '.join(sorted(differ))}"
    return "its contents are as they are built and its bytes are not"


def main(argv=None, folder=DATASETS):
    parser = argparse.ArgumentParser(prog="python -m authoring.datasets", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--check", action="store_true", help="only say which file is not as built")
    if not parser.parse_args(argv).check:
        build(folder)
        print("\n".join(f"datasets/{name} written" for name in NAMES))
        return 0
    with TemporaryDirectory() as fresh:
        build(fresh)
        found = {name: problem(folder / name, Path(fresh) / name) for name in NAMES}
    for name, what in found.items():
        if what:
            print(f"datasets/{name}: {what}. Run `python -m authoring.datasets`.", file=sys.stderr)
    return int(any(found.values()))


if __name__ == "__main__":
    sys.exit(main())
