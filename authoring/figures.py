"""The pictures of the notebooks, each one drawn by a function of its own.

    python -m authoring.figures                   # draw all of them
    python -m authoring.figures 04 figure-2       # only those with this in their name

A picture is an SVG file in the `images` folder of its notebook. It is drawn with matplotlib
alone and its bytes depend on nothing but this folder and matplotlib, so that drawing it again
changes nothing in git. `drawing.py` has what every picture is made of, `notebook_NN.py` the
pictures of notebook NN. To change a picture, change its function there and run the command; to add
one, write a function that returns a matplotlib figure and name it in FIGURES there.

A picture is 800 units wide, and y grows downwards: at a width of 800 pixels a unit is a pixel and
a font size of 12 is 12 pixels high. It brings its own light background, so that it reads the same
on a white and on a dark page. Blue is forward, orange backward, violet and dashed a cache, grey
the rest; each of them also says so in words.
"""

import re
import sys
from io import StringIO
from pathlib import Path

from matplotlib import style

from authoring.masters import NOTEBOOKS, masters, module_name, part

STYLE = {
    "font.family": "DejaVu Sans",  # the DejaVu fonts come with matplotlib
    "mathtext.fontset": "dejavuserif",
    "svg.fonttype": "path",
    "svg.hashsalt": "authoring.figures",
}


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
    Path(path).write_text(drawn, encoding="utf-8", newline="\n")


def main(argv):
    """Draw every figure whose name has one of the arguments in it; without any, draw all."""
    for name in figures():
        if argv and not any(part in name for part in argv):
            continue
        notebook, stem = name.split("/")
        path = NOTEBOOKS / notebook / "images" / f"{stem}.svg"
        path.parent.mkdir(parents=True, exist_ok=True)
        draw(name, path)
        print(path.relative_to(NOTEBOOKS.parent))


if __name__ == "__main__":
    main(sys.argv[1:])
