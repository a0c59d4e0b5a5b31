"""What the notebooks supply: activation functions, forward and backward, and data.

`load_data` reads images, `load_image` one of your own, and `load_table` results; `show_progress` is
a bar while a network trains; `flower`, `moons` and `circles` make points in the plane, and
`plot_decision_boundary` shows what a network makes of them.

Every notebook imports these; none asks you to write them. A column is an example: `Z`, `A` and
their gradients have shape (n, m), n units by m examples.
"""

import csv
from pathlib import Path
from time import perf_counter

import numpy as np

__all__ = [
    "sigmoid",
    "sigmoid_backward",
    "relu",
    "relu_backward",
    "load_data",
    "load_image",
    "load_table",
    "show_progress",
    "flower",
    "moons",
    "circles",
    "plot_decision_boundary",
]

_FLOAT = np.finfo(np.float64)
# The neighbours of 0 and 1 that stay inside the open interval. See `sigmoid`.
_ABOVE_ZERO, _BELOW_ONE = _FLOAT.tiny, 1 - _FLOAT.eps / 2


def _logistic(Z):
    """1 / (1 + e^-Z) for every entry of Z, without overflow, strictly between 0 and 1."""
    # e^-|Z| never overflows. For Z < 0 the same fraction is e^Z / (1 + e^Z).
    small = np.exp(-np.abs(Z))
    return np.clip(np.where(Z >= 0, 1, small) / (1 + small), _ABOVE_ZERO, _BELOW_ONE)


def _same_layer(function, dA, Z):
    """Raise ValueError unless Z is an array of the shape of dA."""
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


def sigmoid_backward(dA, activation_cache):
    """One sigmoid backwards: dZ = dA * s * (1 - s), with s = sigmoid(Z).

    Arguments:
        dA: array, the gradient of the cost with respect to A.
        activation_cache: Z of the same shape, as `sigmoid` returned it.

    Returns:
        dZ: array of the same shape, the gradient of the cost with respect to Z.

    Raises:
        ValueError: dA and activation_cache differ in shape, or the cache is a tuple.
    """
    _same_layer("sigmoid_backward", dA, activation_cache)
    s = _logistic(activation_cache)
    return dA * s * (1 - s)


def relu_backward(dA, activation_cache):
    """One relu backwards: dZ is dA where Z > 0, and 0 elsewhere.

    At Z = 0 the relu has a corner and no derivative; the course takes 0, as is usual.

    Arguments:
        dA: array, the gradient of the cost with respect to A. It is not changed.
        activation_cache: Z of the same shape, as `relu` returned it.

    Returns:
        dZ: array of the same shape, the gradient of the cost with respect to Z.

    Raises:
        ValueError: dA and activation_cache differ in shape, or the cache is a tuple.
    """
    _same_layer("relu_backward", dA, activation_cache)
    return np.where(activation_cache > 0, dA, 0)


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


def load_table(path):
    """A table from a text file: numbers and words, separated by commas, below a line of names.

    Arguments:
        path: path of the file. A relative path is looked for as in load_data.

    Returns:
        table: dictionary from the name of a column to an array of shape (k,), its k entries:
            float64 if all of them are numbers, else texts.

    Raises:
        FileNotFoundError: there is no file of this name.
    """
    with _place(path).open(encoding="utf-8", newline="") as file:
        names, *rows = csv.reader(file)
    return dict(zip(names, map(_numbers_or_texts, zip(*rows, strict=True)), strict=True))


def _numbers_or_texts(words):
    try:
        return np.array(words, dtype=float)
    except ValueError:
        return np.array(words)


def _place(path):
    """Where a file is: in the working directory, else in the folder of this module.

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
    place = _place(path)
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


def load_image(path, height, width, channels=1):
    """An image of yours in the form of those that a network was trained on.

    It is made smaller by averaging, so that each new pixel is the mean of the area it covers, and
    stretched where its proportions are others. What is transparent becomes white.

    Arguments:
        path: path of the image file: PNG, and what else matplotlib reads.
        height: pixels of the result.
        width: pixels of the result.
        channels: 1 for grey, 3 for colour.

    Returns:
        images: uint8 array of shape (1, height, width, channels), 0 to 255.

    Raises:
        FileNotFoundError: there is no file of this name.
        ValueError: it is not an image that can be read.
    """
    import matplotlib.image  # here, so that all the rest needs NumPy alone

    if not Path(path).is_file():
        raise FileNotFoundError(f"There is no file {path}; the working directory is {Path.cwd()}.")
    try:
        image = matplotlib.image.imread(path)
    except Exception as error:  # each format fails in its own way
        raise ValueError(f"{path} cannot be read as an image: save it as a PNG file.") from error
    if image.dtype.kind in "iu":
        image = image / np.iinfo(image.dtype).max
    image = image.reshape(*image.shape[:2], -1).astype(float)
    if image.shape[2] in (2, 4):  # the last channel says how opaque a pixel is
        image = image[..., -1:] * image[..., :-1] + 1 - image[..., -1:]
    if image.shape[2] != channels:
        grey = image.mean(axis=2, keepdims=True)
        image = np.repeat(grey, channels, axis=2)
    rows, columns = _averages(height, image.shape[0]), _averages(width, image.shape[1])
    image = np.einsum("ij,jkc,lk->ilc", rows, image, columns, optimize=True)
    return np.rint(255 * image).clip(0, 255).astype(np.uint8)[np.newaxis]


def _averages(new, old):
    """Array of shape (new, old): how much each of the old pixels of a line counts in a new one."""
    edges = np.linspace(0, old, new + 1)
    first, last, pixel = edges[:-1, np.newaxis], edges[1:, np.newaxis], np.arange(old)
    return np.clip(np.minimum(last, pixel + 1) - np.maximum(first, pixel), 0, None) * new / old


# ---------------------------------------------------------------- while a network trains

_bar = None  # of the training that is under way


def show_progress(i, num_iterations, cost):
    """Show how far a training is: a bar below the cell, with the cost beside it.

    It comes when somebody is there to see it and the training takes more than half a second, and
    it goes with the last iteration. Otherwise nothing is shown, and nothing is stored.

    Arguments:
        i: the number of this iteration, from 0.
        num_iterations: how many there are.
        cost: the cost of this iteration, a number.
    """
    global _bar
    if i == 0:
        _bar = _Bar() if _somebody_watches() else None
    if _bar is None:
        return
    if i + 1 < num_iterations:
        _bar.move(i + 1, num_iterations, cost)
    else:
        _bar.take_away()
        _bar = None


def _somebody_watches():
    """Whether this runs for a front end of Jupyter that has a user.

    A kernel is told with every cell whether it may ask the user a question. Where nobody could
    answer, nobody watches: in a test of the notebook, and where a program runs it.
    """
    try:
        from IPython import get_ipython

        return get_ipython().kernel.get_parent("shell")["content"]["allow_stdin"] is True
    except (ImportError, AttributeError, KeyError, TypeError):
        return False  # no Jupyter, or one that does not tell


class _Bar:
    """A bar in the output of a cell. It needs nothing but IPython, which is there in Jupyter."""

    DELAY, PAUSE = 0.5, 0.1  # seconds: before it comes, and before it moves again

    def __init__(self):
        self.start, self.next, self.handle = perf_counter(), self.DELAY, None

    def move(self, done, total, cost):
        """Show that so many of the iterations are done, if it is time to."""
        seconds = perf_counter() - self.start
        if seconds < self.next:
            return
        self.next = seconds + self.PAUSE
        left = seconds * (total - done) / done
        is_number = np.size(cost) == 1 and np.asarray(cost).dtype.kind in "iuf"
        cost = f"cost {float(np.ravel(cost)[0]):.4f}, " if is_number else ""
        text = f"iteration {done:,} of {total:,}, {cost}{left:.0f} s left"
        bar = f'<progress value="{done}" max="{total}" style="width: 20em"></progress>'
        self._show({"text/plain": text, "text/html": f"{bar} {text}"})

    def take_away(self):
        if self.handle:
            self._show({"text/plain": ""})

    def _show(self, output):
        from IPython.display import display

        if self.handle:
            self.handle.update(output, raw=True)
        else:
            self.handle = display(output, raw=True, display_id=True)


# ---------------------------------------------------------------- points in the plane


def flower(m=400, seed=1, noise=0.18):
    """A flower of four petals, whose colours alternate.

    A point at the angle t lies on the rose r = |sin 2t|, which has a petal in each quadrant. Its
    label says whether sin 2t is negative. Then it strays a little.

    Arguments:
        m: number of points.
        seed: a whole number: the same seed, the same points.
        noise: how far a point strays: the standard deviation of its angle, in radians, and twice
            that of its distance from the centre.

    Returns:
        X: array of shape (2, m), a point in each column.
        Y: int array of shape (1, m), the labels: 0 on two opposite petals, 1 on the other two.
    """
    random = np.random.RandomState(seed)
    t = 2 * np.pi * (random.permutation(m) + random.uniform(size=m)) / m
    petal = np.sin(2 * t)
    radius = np.abs(petal) + noise / 2 * random.normal(size=m)
    angle = t + noise * random.normal(size=m)
    X = np.array([radius * np.cos(angle), radius * np.sin(angle)])
    return X, (petal < 0).astype(int).reshape(1, m)


def moons(m=400, seed=1, noise=0.2):
    """Two half moons, each reaching into the hollow of the other.

    Arguments:
        m: number of points, half of them on each moon.
        seed: a whole number: the same seed, the same points.
        noise: how far a point strays: the standard deviation of both of its coordinates.

    Returns:
        X: array of shape (2, m), a point in each column.
        Y: int array of shape (1, m), the labels: 0 on the upper moon, 1 on the lower one.
    """
    random = np.random.RandomState(seed)
    Y = random.permutation(m) % 2
    t = np.pi * random.uniform(size=m)
    x = np.where(Y == 0, np.cos(t), 1 - np.cos(t))
    y = np.where(Y == 0, np.sin(t), 0.5 - np.sin(t))
    return np.array([x, y]) + noise * random.normal(size=(2, m)), Y.reshape(1, m)


def circles(m=400, seed=1, noise=0.1):
    """A circle of radius 1, and within it one of radius 1/2.

    Arguments:
        m: number of points, half of them on each circle.
        seed: a whole number: the same seed, the same points.
        noise: how far a point strays: the standard deviation of both of its coordinates.

    Returns:
        X: array of shape (2, m), a point in each column.
        Y: int array of shape (1, m), the labels: 0 on the outer circle, 1 on the inner one.
    """
    random = np.random.RandomState(seed)
    Y = random.permutation(m) % 2
    t = 2 * np.pi * random.uniform(size=m)
    radius = np.where(Y == 0, 1, 0.5)
    X = radius * np.array([np.cos(t), np.sin(t)]) + noise * random.normal(size=(2, m))
    return X, Y.reshape(1, m)


def plot_decision_boundary(predict, X, Y, ax=None, title=""):
    """Draw points in the plane, and behind them what a network says of every place.

    Arguments:
        predict: a function that takes an array of shape (2, k), a point in each column, and
            returns an array of shape (1, k) of labels 0 and 1, or False and True.
        X: array of shape (2, m), the points.
        Y: array of shape (1, m), their labels: 0 is drawn as a blue disc, 1 as an orange triangle.
        ax: the matplotlib axes to draw in. Default: the current ones.
        title: what to write above.

    Raises:
        ValueError: predict does not return one label for each point.
    """
    low = X.min(axis=1) - 0.1 * np.ptp(X, axis=1)
    high = X.max(axis=1) + 0.1 * np.ptp(X, axis=1)
    x, y = np.meshgrid(*np.linspace(low, high, 200).T)
    said = np.asarray(predict(np.array([x.ravel(), y.ravel()])))
    if said.size != x.size:
        raise ValueError(
            f"predict should return an array of shape (1, {x.size}) for {x.size} points, and it "
            f"returns one of shape {said.shape}."
        )
    import matplotlib.pyplot as plt  # here, so that all the rest needs NumPy alone

    ax = plt.gca() if ax is None else ax
    said = said.reshape(x.shape).astype(float)
    ax.contourf(x, y, said, levels=[-0.5, 0.5, 1.5], colors=["#CFE3F2", "#FBE0C3"])
    if said.min() < said.max():
        ax.contour(x, y, said, levels=[0.5], colors="#1D2733", linewidths=1.2)
    labels = np.ravel(Y).astype(bool)
    for mine, color, marker, size in ((~labels, "#0B5C99", "o", 16), (labels, "#B8560A", "^", 22)):
        style = {"marker": marker, "edgecolors": "white", "linewidths": 0.3}
        ax.scatter(*X[:, mine], s=size, c=color, **style)
    ax.set(xlabel="$x_1$", ylabel="$x_2$", title=title, aspect="equal")
