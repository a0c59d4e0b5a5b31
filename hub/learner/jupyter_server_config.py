"""When a learner's JupyterLab starts, it finds the folder `work`, and in it the start page."""

import contextlib
from pathlib import Path

from exercises.progress import MARK
from release import start_page
from release.files import write_atomically

work = Path.home() / "work"
with contextlib.suppress(OSError):  # the disk is full: the server says so better
    (work / MARK).mkdir(parents=True, exist_ok=True)
    if not (work / start_page.NAME).exists():
        write_atomically(work / start_page.NAME, start_page.page())
    start_page.refresh(work)
