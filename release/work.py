"""Copy the student version of every assignment, and the pages around them, into `work/`.

    python -m release.work

This writes to `work/` alone, and there it never overwrites or deletes what the learner has made.
`work/.release` holds every file as it was last copied: a file in `work/` that is still equal to its
counterpart there has not been changed by the learner and may be replaced by a newer version. Of
the pages only what is written in their cells counts, because they are there to be run.
"""

import hashlib
import os
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from release import end_page, pages, start_page
from release.files import write_atomically
from release.helpers import helpers
from release.scaffold import ROOT

WORK = ROOT / "work"
PAGES = {page.name: page for page in (start_page.PAGE, end_page.PAGE)}
# All that the student version depends on.
SOURCES = (
    "release/helpers.py",
    "authoring/masters.py",
    "release/student_version.py",
    "release/scaffold.py",
    "release/pages.py",
    "release/start_page.py",
    "release/end_page.py",
    "docs/whole-way.md",
    "nbgrader_config.py",
    "requirements.txt",
)
STAMP = "made-from"


def release(destination):
    """Make the student version of every assignment, destination/<assignment>/..., and the pages."""
    from release.student_version import generate  # slow to import, and seldom needed

    generate(destination)
    for name, page in PAGES.items():
        (destination / name).write_bytes(pages.notebook(page))


def fingerprint(root):
    """A hash that changes with any file that the student version depends on."""
    names = {*map(Path, SOURCES), *(path.relative_to(root) for path in root.glob("notebooks/**/*"))}
    for master in root.glob("notebooks/*/*.ipynb"):
        names.update(helpers(master, root))
    total = hashlib.sha256()
    for name in sorted(names):
        if (root / name).is_file() and ".ipynb_checkpoints" not in name.parts:
            total.update(name.as_posix().encode())
            total.update(hashlib.sha256((root / name).read_bytes()).digest())
    return total.hexdigest()


def files(folder):
    """The files of all assignments in a folder, and the pages, as paths relative to it."""
    paths = [*folder.glob("*/**/*"), *(folder / name for name in PAGES)]
    return sorted(path.relative_to(folder) for path in paths if path.is_file())


def content(path):
    """The bytes of a file; None if there is no such file."""
    return path.read_bytes() if path.is_file() else None


def written(path):
    """What can have been changed by hand: the bytes of a file, or the cells of a page."""
    found = content(path)
    return pages.sources(found) if found and path.name in PAGES else found


def lay(release, work):
    """Copy the files of a release into work, and remember them in work/.release.

    Arguments:
        release: the folder with the new student versions; it may be work/.release itself.
        work: the learner's folder.

    Returns:
        three lists of relative paths: files added, files updated, and files of the learner that
        were kept although the release has a newer version.
    """
    recover(work)
    added, updated, kept = [], [], []
    for name in files(release):
        mine, last, new = work / name, written(work / ".release" / name), written(release / name)
        if not os.path.lexists(mine):
            write_atomically(mine, content(release / name))
            added.append(name)
        elif written(mine) == new:
            pass
        elif last is not None and written(mine) == last:
            write_atomically(mine, content(release / name))
            updated.append(name)
        elif new != last:
            kept.append(name)
    if release != work / ".release":
        remember(release, work)
    return added, updated, kept


def remember(release, work):
    """Replace work/.release by a copy of the release."""
    shutil.copytree(release, work / ".release.new")
    if (work / ".release").exists():
        os.rename(work / ".release", work / ".release.old")
    os.rename(work / ".release.new", work / ".release")
    shutil.rmtree(work / ".release.old", ignore_errors=True)


def recover(work):
    """Clear up after a `remember` that was interrupted, at whichever line."""
    if (work / ".release.old").exists() and not (work / ".release").exists():
        os.rename(work / ".release.old", work / ".release")
    for left in (".release.old", ".release.new"):
        if (work / left).exists():
            shutil.rmtree(work / left)


def report(added, updated, kept):
    """The lines that tell the learner what was done."""
    lines = [
        f"Kept your {name.as_posix()}; a newer version exists: "
        "rename yours and start again to get it."
        for name in kept
    ]
    done = {"added": added, "updated": updated, "kept": kept}
    counts = [f"{len(names)} {what}" for what, names in done.items() if names]
    return [*lines, f"work/: {', '.join(counts)}." if counts else "work/ is up to date."]


def main(root=ROOT, work=WORK):
    recover(work)
    last, stamp = work / ".release", fingerprint(root)
    if content(last / STAMP) == stamp.encode():
        result = lay(last, work)
    else:
        with TemporaryDirectory() as folder:
            release(Path(folder))
            (Path(folder) / STAMP).write_bytes(stamp.encode())
            result = lay(Path(folder), work)
    for page in PAGES.values():
        pages.refresh(page, work)
    sys.stdout.reconfigure(errors="replace")  # a name may not be in the alphabet of the console
    print("\n".join(report(*result)))


if __name__ == "__main__":
    main()
