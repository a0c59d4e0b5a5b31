"""The pictures in the notebooks are the ones that `authoring/figures` draws."""

import re

import matplotlib
import numpy as np
import pytest

from authoring.figures import NOTEBOOKS, draw, figures
from authoring.lock import pins
from authoring.masters import ROOT

PINNED = {
    str(pin.specifier)[2:]
    for pin in pins((ROOT / "requirements.txt").read_text(encoding="utf-8"))
    if pin.name == "matplotlib"
}
NUMBER = r"-?\d+\.\d+"


@pytest.mark.skipif(matplotlib.__version__ not in PINNED, reason="drawn by another matplotlib")
@pytest.mark.parametrize("name", figures())
def test_a_picture_is_as_it_is_drawn(name, tmp_path):
    notebook, stem = name.split("/")
    stored = (NOTEBOOKS / notebook / "images" / f"{stem}.svg").read_text(encoding="utf-8")
    draw(name, tmp_path / "drawn.svg")
    drawn = (tmp_path / "drawn.svg").read_text(encoding="utf-8")
    # Lines and places may differ in the last digits from one processor to another.
    places = [np.array(re.findall(NUMBER, svg), dtype=float) for svg in (stored, drawn)]
    np.testing.assert_allclose(*places, atol=0.01, strict=True)
    assert re.sub(NUMBER, "", stored) == re.sub(NUMBER, "", drawn)
