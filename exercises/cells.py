"""Which cells of the notebook have run: is the function in memory the one on the page?"""

import ast
import json
import os
import re
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

DEFINED = re.compile(r"^def (\w+)\(", re.MULTILINE)


class Cells:
    """The cells that define the functions of a notebook, as they were run last.

    Attributes:
        failed: the functions whose cell could not be run when it was run last, so that an older
            function may be in memory.
    """

    def __init__(self):
        self.failed: set[str] = set()
        self._ran: dict[str, tuple[str, float]] = {}  # the text of the cell, and when it ran

    def follow(self, result: Any) -> None:
        """Note what has run: a handler of IPython's event post_run_cell."""
        text = result.info.raw_cell or ""
        functions = set(DEFINED.findall(text))
        if result.error_before_exec is not None:
            self.failed |= functions
            return
        self.failed -= functions
        self._ran |= dict.fromkeys(functions, (text, time.time()))

    def why_old(self, function: str) -> str | None:
        """The sentence that a function in memory is not the one on the page, or None."""
        if function in self.failed:
            return "This is the function of an earlier run: its cell failed when you ran it last."
        if function in self._ran and _edited(function, *self._ran[function]):
            return (
                "This is the function of an earlier run: its cell was edited since. Run it again."
            )
        return None


def _edited(function: str, text: str, ran_at: float) -> bool:
    """Whether the notebook was saved after a cell had run, with other code in that cell.

    Jupyter names the file of the notebook to its kernel, and saves it every two minutes. What has
    not been saved cannot be seen from here.
    """
    try:
        path = Path(os.environ["JPY_SESSION_NAME"])
        if path.stat().st_mtime <= ran_at:
            return False
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        saved = list(_defining(function, cells))
        return len(saved) == 1 and ast.dump(ast.parse(saved[0])) != ast.dump(ast.parse(text))
    except SyntaxError:  # a magic or half a line: then it is not known what the code says
        return False
    except (KeyError, OSError, ValueError, TypeError):  # no file, or it is no notebook
        return False


def _defining(function: str, cells: list[dict]) -> Iterable[str]:
    """The texts of the code cells that define a function."""
    for cell in cells:
        text = "".join(cell["source"])
        if cell["cell_type"] == "code" and function in DEFINED.findall(text):
            yield text
