"""Files of one's own: an image, a table."""

import csv
from pathlib import Path

import numpy as np

from dnn_utils import find_file


def load_image(path, height, width, channels=1):
    """An image of yours in the form of those that a network was trained on.

    It is made smaller by averaging, so that each new pixel is the mean of the area it covers, and
    stretched where its proportions are others. What is transparent becomes white.

    Arguments:
        path: path of the image file: PNG, and what else matplotlib reads.
        height: pixels of the result.
        width: pixels of the result.
        channels: 1 for gray, 3 for color.

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
        gray = image.mean(axis=2, keepdims=True)
        image = np.repeat(gray, channels, axis=2)
    rows, columns = _averages(height, image.shape[0]), _averages(width, image.shape[1])
    image = np.einsum("ij,jkc,lk->ilc", rows, image, columns, optimize=True)
    return np.rint(255 * image).clip(0, 255).astype(np.uint8)[np.newaxis]


def _averages(new, old):
    """Array of shape (new, old): how much each of the old pixels of a line counts in a new one."""
    edges = np.linspace(0, old, new + 1)
    first, last, pixel = edges[:-1, np.newaxis], edges[1:, np.newaxis], np.arange(old)
    return np.clip(np.minimum(last, pixel + 1) - np.maximum(first, pixel), 0, None) * new / old


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
    with find_file(path).open(encoding="utf-8", newline="") as file:
        names, *rows = csv.reader(file)
    return dict(zip(names, map(_numbers_or_texts, zip(*rows, strict=True)), strict=True))


def _numbers_or_texts(words):
    try:
        return np.array(words, dtype=float)
    except ValueError:
        return np.array(words)
