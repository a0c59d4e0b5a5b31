"""The pages of `work/` around the notebooks: some text, and one cell that shows something.

`release/work.py` puts a page into `work/`, with the output of its cell as it is at that moment;
running the cell brings it up to date. `start_page.py` and `end_page.py` say what the pages show.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from release.files import write_atomically


@dataclass(frozen=True)
class Page:
    """A page of `work/`.

    Attributes:
        name: of the file.
        texts: the Markdown above the cell with the code, and that below it, if any.
        code: what the cell runs.
        shows: takes the folder `work/` and returns what the cell shows there, which has a text and
            HTML.
    """

    name: str
    texts: tuple[str, ...]
    code: str
    shows: Callable[[Path], object]


def notebook(page: Page, work: Path | None = None) -> bytes:
    """The file of a page, with the output that its cell has in `work`, if one is given."""
    outputs = []
    if work is not None:
        shown = page.shows(work)
        data = {"text/html": shown._repr_html_(), "text/plain": repr(shown)}
        result = {"output_type": "execute_result", "execution_count": None, "metadata": {}}
        outputs = [{**result, "data": data}]
    code = {"cell_type": "code", "id": "where", "metadata": {}, "source": page.code}
    code |= {"execution_count": None, "outputs": outputs}
    texts = [
        {"cell_type": "markdown", "id": name, "metadata": {}, "source": text.strip("\n")}
        for name, text in zip(("title", "below"), page.texts, strict=False)
    ]
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    metadata = {"kernelspec": kernel, "language_info": {"name": "python"}}
    cells = [texts[0], code, *texts[1:]]
    file = {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
    return (json.dumps(file, indent=1, ensure_ascii=False, sort_keys=True) + "\n").encode()


def sources(content: bytes) -> bytes:
    """What somebody wrote in a notebook, without what came out when it ran.

    A notebook that cannot be read is returned as it is.
    """
    try:
        cells = json.loads(content)["cells"]
        return json.dumps([[cell["cell_type"], "".join(cell["source"])] for cell in cells]).encode()
    except (ValueError, KeyError, TypeError):
        return content


def refresh(page: Page, work: Path) -> None:
    """Bring the output of a page in `work/` up to date, unless somebody has edited the page."""
    path = work / page.name
    if not path.is_file():
        return
    stored, new = path.read_bytes(), notebook(page, work)
    if stored != new and sources(stored) == sources(new):
        write_atomically(path, new)
