"""The pictures of the notebooks, each one drawn by a function of its own.

A picture is an SVG file in the `images` folder of its notebook. It is drawn with matplotlib
alone and its bytes depend on nothing but this folder and matplotlib, so that drawing it again
changes nothing in git. `drawing.py` has what every picture is made of, `notebook_NN/figures.py` the
pictures of notebook NN. To change a picture, change its function there and run `python -m authoring
make`; to add one, write a function that returns a matplotlib figure and name it in FIGURES there.

A picture is 800 units wide, and y grows downwards: at a width of 800 pixels a unit is a pixel and
a font size of 12 is 12 pixels high. It brings its own light background, so that it reads the same
on a white and on a dark page. Blue is forward, orange backward, violet and dashed a cache, grey
the rest; each of them also says so in words.
"""

import re
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from matplotlib import style

from authoring.lock import REQUIREMENTS, pins
from authoring.masters import NOTEBOOKS, masters, module_name, part

STYLE = {
    "font.family": "DejaVu Sans",  # the DejaVu fonts come with matplotlib
    "mathtext.fontset": "dejavuserif",
    "svg.fonttype": "path",
    "svg.hashsalt": "course.figures",
}


NUMBER = re.compile(r"-?\d+\.\d+")


def figures():
    """The function of every picture, by the folder of its notebook and its own name."""
    found = {}
    for path in masters():
        drawn = part(module_name(path), "figures").FIGURES
        found |= {f"{path.stem}/{name}": function for name, function in drawn.items()}
    return found


def draw(name, path):
    """Draw the picture of this name, a key of `figures()`, as an SVG file at this path."""
    with style.context(STYLE, after_reset=True), StringIO() as svg:
        metadata = {"Date": None, "Creator": None}
        figures()[name]().savefig(svg, format="svg", metadata=metadata)
        # 800 points would be 1067 pixels: wider than the column of a notebook.
        drawn = re.sub(r'(width|height)="([\d.]+)pt"', r'\1="\2"', svg.getvalue(), count=2)
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(drawn, encoding="utf-8", newline="\n")


def target(name: str) -> Path:
    """The file of the picture of this name."""
    notebook, stem = name.split("/")
    return NOTEBOOKS / notebook / "images" / f"{stem}.svg"


def is_pinned() -> bool:
    """Whether this matplotlib is the one that the stored pictures are drawn with."""
    import matplotlib

    (pin,) = (
        pin for pin in pins(REQUIREMENTS.read_text(encoding="utf-8")) if pin.name == "matplotlib"
    )
    return matplotlib.__version__ in pin.specifier


def is_stale(name: str) -> bool:
    """Whether the stored picture differs from the one that its function draws.

    Lines and places may differ in the last digits from one processor to another.
    """
    if not target(name).is_file():
        return True
    with TemporaryDirectory() as folder:
        draw(name, Path(folder) / "drawn.svg")
        drawn = (Path(folder) / "drawn.svg").read_text(encoding="utf-8")
    stored = target(name).read_text(encoding="utf-8")
    if NUMBER.sub("", stored) != NUMBER.sub("", drawn):
        return True
    places = (np.array(NUMBER.findall(svg), dtype=float) for svg in (stored, drawn))
    return not np.allclose(*places, rtol=0, atol=0.01)
