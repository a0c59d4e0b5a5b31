"""What the notebooks supply: activation functions, forward and backward, and the loader of data.

What one notebook alone needs is in `dnn_tools/`.

Notebooks import these; none asks you to write them. A column is an example: `Z`, `A` and
their gradients have shape (n, m), n units by m examples.
"""

from pathlib import Path

import numpy as np

__all__ = [
    "sigmoid",
    "sigmoid_backward",
    "relu",
    "relu_backward",
    "load_data",
    "find_file",
]

_FLOAT = np.finfo(np.float64)
# The neighbours of 0 and 1 that stay inside the open interval. See `sigmoid`.
_ABOVE_ZERO, _BELOW_ONE = _FLOAT.tiny, 1 - _FLOAT.eps / 2


def _logistic(Z):
    """1 / (1 + e^-Z) for every entry of Z, without overflow, strictly between 0 and 1."""
    # e^-|Z| never overflows. For Z < 0 the same fraction is e^Z / (1 + e^Z).
    small = np.exp(-np.abs(Z))
    return np.clip(np.where(Z >= 0, 1, small) / (1 + small), _ABOVE_ZERO, _BELOW_ONE)


def _read_cache(function, dA, activation_cache, cache):
    """Z, under either name; raise ValueError unless it is an array of the shape of dA."""
    Z = cache if activation_cache is None else activation_cache
    if Z is None:
        raise TypeError(f"{function}() missing 1 required argument: 'activation_cache'")
    if isinstance(Z, (tuple, list)):
        raise ValueError(
            f"{function} needs the activation_cache, which is the array Z; it was given a "
            f"{type(Z).__name__} of {len(Z)} items. Take linear_cache and activation_cache apart."
        )
    if np.shape(dA) != np.shape(Z):
        raise ValueError(
            f"{function}: dA has shape {np.shape(dA)}, but Z, the activation_cache, has shape "
            f"{np.shape(Z)}. They must belong to the same layer."
        )
    return Z


def sigmoid(Z):
    """The sigmoid of every entry: A = 1 / (1 + e^-Z).

    Arguments:
        Z: array of any shape, the pre-activation; (n, m) in a network.

    Returns:
        A: float64 array of the shape of Z, every entry strictly between 0 and 1. In exact
            arithmetic the sigmoid never reaches 0 or 1; in float64 it would from Z = 36.8 on,
            and the gradient of the cost would then divide by zero. So A stops one step short.
        activation_cache: Z, kept for `sigmoid_backward`.
    """
    return _logistic(Z), Z


def relu(Z):
    """The rectified linear unit of every entry: A = max(0, Z).

    Arguments:
        Z: array of any shape, the pre-activation; (n, m) in a network.

    Returns:
        A: array of the shape of Z, no entry below 0.
        activation_cache: Z, kept for `relu_backward`.
    """
    return np.maximum(0, Z), Z


def sigmoid_backward(dA, activation_cache=None, *, cache=None):
    """One sigmoid backward: dZ = dA * s * (1 - s), with s = sigmoid(Z).

    Arguments:
        dA: array, the gradient of each example's loss with respect to A.
        activation_cache: Z of the same shape, as `sigmoid` returned it.
        cache: another name for activation_cache.

    Returns:
        dZ: array of the same shape, the gradient of each example's loss with respect to Z.

    Raises:
        ValueError: dA and activation_cache differ in shape, or the cache is a tuple.
        TypeError: there is no activation_cache.
    """
    s = _logistic(_read_cache("sigmoid_backward", dA, activation_cache, cache))
    return dA * s * (1 - s)


def relu_backward(dA, activation_cache=None, *, cache=None):
    """One relu backward: dZ is dA where Z > 0, and 0 elsewhere.

    At Z = 0 the relu has a corner and no derivative; the course takes 0, as is usual.

    Arguments:
        dA: array, the gradient of each example's loss with respect to A. It is not changed.
        activation_cache: Z of the same shape, as `relu` returned it.
        cache: another name for activation_cache.

    Returns:
        dZ: array of the same shape, the gradient of each example's loss with respect to Z.

    Raises:
        ValueError: dA and activation_cache differ in shape, or the cache is a tuple.
        TypeError: there is no activation_cache.
    """
    Z = _read_cache("relu_backward", dA, activation_cache, cache)
    return np.where(Z > 0, dA, 0)


def load_data(train_path="datasets/train_digitpairs.h5", test_path="datasets/test_digitpairs.h5"):
    """The images and labels of a training file and of a test file.

    A file is HDF5 and holds three arrays: train_set_x, uint8 images of any size with 1 or 3
    channels, of shape (m, height, width, channels); train_set_y, whole numbers of shape (m,), the
    labels 0 to k - 1; and list_classes, the names of the k labels as byte strings. In a test file
    the first two are called test_set_x and test_set_y.

    Arguments:
        train_path: path of the training file, a string or a Path.
        test_path: path of the test file. A relative path is looked for in the working directory,
            and then in the folder of this module.

    Returns:
        train_x_orig: uint8 array of shape (m_train, height, width, channels), 0 to 255.
        train_y: int64 array of shape (1, m_train), the labels.
        test_x_orig: uint8 array of shape (m_test, height, width, channels), 0 to 255.
        test_y: int64 array of shape (1, m_test), the labels.
        classes: array of shape (k,) of byte strings; classes[y].decode() is the name of label y.

    Raises:
        FileNotFoundError: there is no file of this name.
        ValueError: a file is not of this layout, or the two do not belong together.
        ImportError: h5py is not installed.
    """
    train_x, train_y, classes = _read_set(train_path, "train")
    test_x, test_y, test_classes = _read_set(test_path, "test")
    if train_x.shape[1:] != test_x.shape[1:]:
        raise ValueError(
            f"{train_path} and {test_path} do not belong together: the shape of an image is "
            f"{train_x.shape[1:]} in the first and {test_x.shape[1:]} in the second."
        )
    if not np.array_equal(classes, test_classes):
        raise ValueError(
            f"{train_path} and {test_path} do not belong together: the classes are "
            f"{classes.tolist()} in the first and {test_classes.tolist()} in the second."
        )
    return train_x, train_y, test_x, test_y, classes


def find_file(path):
    """The path of a file: in the working directory, else in the folder of this module.

    Raises:
        FileNotFoundError: in neither.
    """
    for place in (Path(path), Path(__file__).parent / path):
        if place.exists():
            return place
    raise FileNotFoundError(f"There is no file {path}; the working directory is {Path.cwd()}.")


def _read_set(path, part):
    """The images, the labels and the classes of one file, in the shapes that load_data returns.

    Raises:
        FileNotFoundError, ValueError, ImportError: as load_data does.
    """
    x, y, classes = _read_arrays(path, [f"{part}_set_x", f"{part}_set_y", "list_classes"])
    if x.dtype != np.uint8 or x.ndim != 4 or x.shape[3] not in (1, 3) or x.size == 0:
        raise ValueError(
            f"{path}: {part}_set_x should be uint8 images of shape (m, height, width, 1 or 3), "
            f"and it is {x.dtype} of shape {x.shape}."
        )
    if y.dtype.kind not in "iu" or y.ndim != 1:
        raise ValueError(
            f"{path}: {part}_set_y should be whole numbers of shape (m,), and it is {y.dtype} "
            f"of shape {y.shape}."
        )
    if classes.dtype.kind != "S" or classes.ndim != 1 or classes.size == 0:
        raise ValueError(
            f"{path}: list_classes should be byte strings of shape (k,), and it is "
            f"{classes.dtype} of shape {classes.shape}."
        )
    if len(x) != len(y):
        raise ValueError(f"{path} has {len(x)} images and {len(y)} labels.")
    outside = y[(y < 0) | (y >= len(classes))]
    if outside.size:
        raise ValueError(
            f"{path}: {part}_set_y has the label {outside[0]}, and the {len(classes)} classes "
            f"allow 0 to {len(classes) - 1}."
        )
    return x, y.astype(np.int64).reshape(1, -1), classes


def _read_arrays(path, names):
    """The arrays of these names from an HDF5 file, in this order.

    Raises:
        FileNotFoundError, ValueError, ImportError: as load_data does.
    """
    try:
        import h5py  # here, so that all the rest needs NumPy alone
    except ImportError:
        raise ImportError(
            "load_data needs h5py, which is not installed: run `python -m pip install h5py` first."
        ) from None
    place = find_file(path)
    if place.is_dir():
        raise ValueError(f"{path} is a folder and should be an HDF5 file.")
    with place.open("rb") as file:
        start = file.read(24)
    if not start:
        raise ValueError(f"{path} is empty and should be an HDF5 file: get it again.")
    if start.startswith(b"version https://git-lfs"):
        raise ValueError(
            f"{path} is a Git-LFS pointer and not the data: run `git lfs pull` where you cloned "
            "it, or download the file itself."
        )
    if not h5py.is_hdf5(place):
        raise ValueError(f"{path} is not an HDF5 file: it starts with {start}. Get it again.")
    try:
        with h5py.File(place, "r") as file:
            for name in names:
                if not isinstance(file.get(name), h5py.Dataset):
                    raise ValueError(
                        f"{path} has no array {name}; it should have {', '.join(names)}, "
                        f"and it has {', '.join(map(str, file)) or 'nothing'}."
                    )
            arrays = [np.asarray(file[name][()]) for name in names]
    except (OSError, RuntimeError, KeyError) as error:
        raise ValueError(f"{path} is damaged, it cannot be read: get it again.") from error
    # Strings of any length come as objects, and all others as they are.
    return [
        array.astype("S") if h5py.check_string_dtype(array.dtype) else array for array in arrays
    ]
