"""When a learner's JupyterLab starts, it finds the folder `work` with its first and last page."""

import contextlib
from pathlib import Path

from exercises.progress import MARK
from release import end_page, pages, start_page
from release.files import write_atomically

work = Path.home() / "work"
with contextlib.suppress(OSError):  # the disk is full: the server says so better
    (work / MARK).mkdir(parents=True, exist_ok=True)
    for page in (start_page.PAGE, end_page.PAGE):
        if not (work / page.name).exists():
            write_atomically(work / page.name, pages.notebook(page))
        pages.refresh(page, work)
