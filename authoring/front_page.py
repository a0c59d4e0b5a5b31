"""The part of the README that shows the notebooks, and the pictures in it, from `series.toml`.

The site's first page shows the same pictures. Most are plots in the stored outputs of a master,
and are copied from there; the others are files beside a master already. The map is drawn.
"""

import base64
import json
import re
from collections.abc import Callable
from functools import partial
from html import escape
from pathlib import Path

from release.scaffold import ROOT
from release.series import Notebook, series
from release.way import draw_map, map_in_words

README = ROOT / "README.md"
PICTURES = ROOT / "docs" / "images"
MAP = "map.svg"
BEGIN, END = "<!-- The notebooks, made by `python -m authoring make`. -->", "<!-- Up to here. -->"


def picture(notebook: Notebook, root: Path = ROOT) -> Path:
    """The file that shows what a notebook is about, relative to the folder of the course."""
    if notebook.picture.endswith(".svg"):
        return Path("notebooks", notebook.name, "images", notebook.picture)
    return Path("docs", "images", f"{notebook.name}.png")


def plot(notebook: Notebook) -> bytes:
    """The plot in the stored output of the cell that a notebook's entry names.

    Raises:
        ValueError: there is none.
    """
    path = ROOT / "notebooks" / notebook.name / f"{notebook.name}.ipynb"
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        for output in cell.get("outputs", ()) if cell["id"] == notebook.picture else ():
            if "image/png" in output.get("data", {}):
                return base64.b64decode("".join(output["data"]["image/png"]))
    raise ValueError(f"release/series.toml: {path.stem} has no plot in a cell {notebook.picture}.")


def readme(text: str) -> str:
    """The text of the README with the part that shows the notebooks as it should be."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    shown = "".join(_row(notebook) for notebook in series() if notebook.question)
    way = f'<img src="docs/images/{MAP}" alt="{escape(map_in_words(series()), quote=True)}">'
    return f"{before}{BEGIN}\n{way}\n\n<table>\n{shown}</table>\n{END}{after}"


# In HTML, because a column of a Markdown table has no width, and the pictures would shrink.
ROW = """\
<tr>
<td width="240"><img src="{picture}" width="220" alt="{alt}"></td>
<td><code>{name}</code><br><b>{question}</b><br>{answer}<br>You can then {able}.</td>
</tr>
"""


def _row(notebook):
    facts = {name: _html(value) for name, value in vars(notebook).items() if name != "builds_on"}
    return ROW.format(**facts | {"picture": picture(notebook).as_posix()})


def _html(text):
    """A text of `series.toml` as HTML: `code` is the only Markdown in it."""
    return re.sub("`(.*?)`", r"<code>\1</code>", escape(text))


def stale() -> dict[Path, Callable[[], object]]:
    """The files that are not as they would be made, and what makes each of them."""
    made = {}
    for notebook in series():
        file = ROOT / picture(notebook)
        if notebook.picture and file.parent == PICTURES:
            content = plot(notebook)
            if not file.is_file() or file.read_bytes() != content:
                made[file] = partial(file.write_bytes, content)
    drawn = draw_map(series()) + "\n"
    if not (PICTURES / MAP).is_file() or (PICTURES / MAP).read_text(encoding="utf-8") != drawn:
        made[PICTURES / MAP] = partial((PICTURES / MAP).write_text, drawn, "utf-8", newline="\n")
    text = README.read_text(encoding="utf-8")
    if readme(text) != text:
        made[README] = partial(README.write_text, readme(text), encoding="utf-8", newline="\n")
    return made
