"""`nbgrader zip_collect` on what Moodle and Canvas let you download, see nbgrader_config.py.

Both platforms pack all submissions of an assignment into one zip file. Where a file belongs stands
in its name:

    Moodle    Ann Lee_123456_assignsubmission_file/04-deep-network-step-by-step.ipynb
              Ann Lee_123456_assignsubmission_file_04-deep-network-step-by-step.ipynb
    Canvas    leeann_LATE_2345_678901_04-deep-network-step-by-step-1.ipynb
              anon_x7Qz2_678901_04-deep-network-step-by-step.ipynb

The number is the student's: Moodle's participant, Canvas's user. A table that lies beside the zip
file gives it the name that the platform takes back with the grades: Canvas's gradebook (*Grades,
Export*) the login, Moodle's grading worksheet the username or the address of mail.
"""

import csv
import re
import shutil
import zipfile
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from nbgrader.plugins import ExtractorPlugin, FileNameCollectorPlugin

MAX_UNPACKED = 500_000_000  # bytes of what is in a zip file that a student has made
COPY = re.compile(r"(?:-\d+| ?\(\d+\))$")  # what is put behind the name of a file that is there

MOODLE = re.compile(r"(?P<name>[^/]+)_(?P<id>\d+)_assignsubmission_file(?:_?/|_)(?P<file>.+)")
CANVAS = re.compile(
    r"(?:(?P<name>[^/]+?)_)??(?P<late>LATE_)?(?:(?P<id>\d+)|anon_(?P<anonymous>[^_/]+))"
    r"_\d+_(?P<file>.+)"
)


class Extractor(ExtractorPlugin):
    """Unpack the download, and what students have packed; what cannot be unpacked stays packed."""

    def extract(self, archive_path: str, extracted_path: str) -> None:
        """Unpack or copy all files of a folder into another one.

        Arguments:
            archive_path: the folder with the download: a zip file, or what was in it.
            extracted_path: an empty folder.
        """
        archive, extracted = Path(archive_path), Path(extracted_path)
        for path in sorted(archive.rglob("*")):
            if path.is_file() and path.suffix.lower() == ".zip":
                self._unpack(path, extracted / path.stem)
            elif path.is_file() and path.suffix.lower() != ".csv":
                target = extracted / path.relative_to(archive)
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, target)
        for path in sorted(extracted.rglob("*.zip")):
            if path.is_file() and self._unpack(path, path.with_suffix(""), MAX_UNPACKED):
                path.unlink()

    def _unpack(self, path, folder, most=None):
        """Unpack a zip file, and return whether it went well; `most` bounds the bytes in it."""
        try:
            with zipfile.ZipFile(path) as packed:
                if most and sum(member.file_size for member in packed.infolist()) > most:
                    raise ValueError(f"there are more than {most:,} bytes in it")
                packed.extractall(folder)  # no path leads out of the folder, and no link is made
                return True
        except Exception as error:  # zipfile raises whatever a broken file leads to
            self.log.warning("%s is not unpacked: %s", path, error)
            return False


class Collector(FileNameCollectorPlugin):
    """Read from the name of a file whose it is, for Moodle and for Canvas."""

    def collect(self, submitted_file: str) -> dict[str, str] | None:
        """Whose a file is, and its name in the student's folder.

        Arguments:
            submitted_file: the path of a file that was unpacked.

        Returns:
            {"student_id": str, "file_id": str}, or None where the name says nothing of the kind.
        """
        path = Path(submitted_file).relative_to(self._folder("extracted")).as_posix()
        found = _parsed(path)
        if not found or _is_junk(path):
            return None
        if found["file"] == "timestamp.txt":  # no student says when it was
            return None
        if found.get("late"):
            self.log.warning(
                "%s was late, says Canvas, and not when: put the time into timestamp.txt", path
            )
        student = self._student(found)
        assignment = self.parent.coursedir.assignment_id
        file = Path(found["file"])
        is_copy = COPY.sub("", file.stem) == assignment and file.suffix == ".ipynb"
        if is_copy and self._notebooks[student] == 1:
            file = Path(f"{assignment}.ipynb")
        # nbgrader puts the suffix of the path behind what it is told without one.
        return {"student_id": student, "file_id": file.as_posix()}

    def _folder(self, step):
        app = self.parent
        name = getattr(app, f"{step}_directory")
        return Path(app.coursedir.root, app.downloaded_directory, app.coursedir.assignment_id, name)

    def _student(self, found):
        """The name that the platform takes back, or the one that it gives."""
        number = found["id"] or f"anon_{found['anonymous']}"
        name = "_".join(filter(None, [found["name"], number]))
        return self._names.get(number, name)

    @cached_property
    def _notebooks(self):
        """How many notebooks there are of each student."""
        extracted = self._folder("extracted")
        paths = (path.relative_to(extracted).as_posix() for path in extracted.rglob("*.ipynb"))
        parsed = (_parsed(path) for path in paths if not _is_junk(path))
        return Counter(self._student(found) for found in parsed if found)

    @cached_property
    def _names(self):
        """{number: name} from the tables that lie beside the download."""
        return {
            number: name
            for path in sorted(self._folder("archive").glob("*.csv"))
            for number, name in _rows(path)
        }


def _is_junk(path: str) -> bool:
    """Whether a file is what macOS or Jupyter lays beside the one that was meant."""
    return bool(re.search(r"(^|/)(__MACOSX/|\.)", path))


def _parsed(path: str) -> dict[str, str | None] | None:
    """The parts of the path of a file that was unpacked: name, id, file, late, anonymous."""
    for part in _tails(path):
        if found := MOODLE.fullmatch(part):
            return {"anonymous": None, **found.groupdict()}
    for part in _tails(path):
        if found := CANVAS.fullmatch(part):
            return found.groupdict()
    return None


def _tails(path: str) -> Iterator[str]:
    """A path, and the path without its first folders: "a/b/c", "b/c", "c"."""
    parts = path.split("/")
    for place in range(len(parts)):
        yield "/".join(parts[place:])


def _rows(path: Path) -> Iterator[tuple[str, str]]:
    """The numbers and the names of a table: of Canvas's gradebook or Moodle's grading worksheet."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        head, *rows = [row for row in csv.reader(file) if row] or [[]]
    for row in rows:
        facts = dict(zip(head, row, strict=False))
        if "SIS Login ID" in facts:
            number, name = facts["ID"], facts["SIS Login ID"]
        else:  # Moodle's column of numbers is the first, and is called otherwise in each language
            number = re.sub(r"^.*?(\d+)$", r"\1", row[0])
            mail = next((cell for cell in row if re.fullmatch(r"\S+@\S+", cell)), "")
            name = facts.get("Username") or mail
        if number and name and "/" not in name:
            yield number, name
