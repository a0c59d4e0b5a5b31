"""nbgrader's exchange, where learners have accounts on the server and do not trust each other.

The exchange is a folder: learners put submissions into `inbound`, whose entries they cannot list,
and nbgrader hopes that nobody else finds them or gives them a false name. Here a submission counts
for the account that owns it, at the time of the server's clock, and nobody else reads it.
"""

import os
import pwd
import secrets
import shutil
import stat
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from nbgrader.api import Gradebook, MissingEntry
from nbgrader.exchange.default import ExchangeCollect, ExchangeReleaseFeedback, ExchangeSubmit

from grading.intake import MAX_FILE, SECRET, SECRET_FILE, Refused

MAX_FILES = 20  # notebooks of a submission
TIME = "timestamp.txt"


class Submit(ExchangeSubmit):
    """Hands in all or nothing, and lets nobody else read it.

    nbgrader copies file by file to where the instructor collects, and lets everybody read and
    write who knows the name.
    """

    def copy_files(self):
        name = self.assignment_filename
        self.assignment_filename = f".{name}"  # hidden: not collected, not listed
        super().copy_files()
        hidden = Path(self.inbound_path, self.assignment_filename)
        hidden.chmod(0o750)  # its group is that of `inbound`, the course account's
        hidden.rename(Path(self.inbound_path, name))
        kept = name.rsplit("+", 1)[0] if self.add_random_string else name
        Path(self.cache_path, f".{kept}").rename(Path(self.cache_path, kept))


@dataclass(frozen=True)
class Entry:
    """A folder in `inbound`.

    Attributes:
        name: of the folder.
        student: the account that owns it.
        time: in UTC, without a time zone: when the folder or a file of it last changed.
        files: {name: bytes} of the notebooks, and the secret if there is one.
    """

    name: str
    student: str
    time: datetime
    files: dict[str, bytes]


def read_entry(inbound: int, name: str, contents: bool = True) -> Entry:
    """Read a folder in `inbound`, of which its owner may change anything at any time.

    Arguments:
        inbound: a descriptor of the folder `inbound`.
        name: as `student+assignment+time+random`, which its owner has chosen.
        contents: whether to read the files.

    Raises:
        Refused: the name is that of another account, or it is no folder.
        OSError: it cannot be read.
    """
    claimed = name.split("+")[0]
    flags = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK
    try:
        folder = os.open(name, flags | os.O_DIRECTORY, dir_fd=inbound)
    except NotADirectoryError:
        raise Refused("is a link or a file and no folder") from None
    try:
        status = os.fstat(folder)
        try:
            owner = pwd.getpwuid(status.st_uid).pw_name
        except KeyError:
            raise Refused(f"belongs to no account: number {status.st_uid}") from None
        if owner != claimed:
            raise Refused(f"was put there by {owner} in the name of {claimed}")
        changed, files = status.st_ctime, {}
        for entry in sorted(os.listdir(folder)):
            if not (entry.endswith(".ipynb") or entry == SECRET_FILE) or len(files) > MAX_FILES:
                continue
            try:
                descriptor = os.open(entry, flags, dir_fd=folder)
            except OSError:
                continue  # a link, or a file that its owner has closed
            with open(descriptor, "rb") as file:
                about = os.fstat(descriptor)
                regular = stat.S_ISREG(about.st_mode) and about.st_uid == status.st_uid
                if regular and about.st_size <= MAX_FILE:
                    changed = max(changed, about.st_ctime)
                    files[entry] = file.read(MAX_FILE) if contents else b""
    finally:
        os.close(folder)
    time = datetime.fromtimestamp(changed, UTC).replace(tzinfo=None)
    return Entry(name, owner, time, files)


class Collect(ExchangeCollect):
    """Collects what each learner has handed in, at the time at which it was.

    nbgrader goes by the name of the folder, which whoever puts it there chooses: by that a learner
    hands in for another one, or yesterday. It warns of the first and collects it all the same. It
    follows links, with the rights of the instructor, to the master for instance. And a single
    folder whose name it cannot read ends it.
    """

    def init_src(self):
        if not self.coursedir.course_id:
            self.fail("No course id specified. Re-run with --course flag.")
        self.inbound_path = os.path.join(self.root, self.coursedir.course_id, "inbound")
        if not os.path.isdir(self.inbound_path):
            self.fail(f"There is no {self.inbound_path}: run hub/setup.py.")
        wanted, assignment = self.coursedir.student_id, self.coursedir.assignment_id
        due = self._due()
        newest = {}
        for name in sorted(os.listdir(self.inbound_path)):
            parts = name.split("+")
            if name.startswith(".") or len(parts) < 3 or parts[1] != assignment:
                continue
            if wanted not in ("", "*", parts[0]):
                continue
            entry = self._read(name, contents=False)
            if entry is None:
                continue
            before = newest.get(entry.student)
            if before is None or self._counts(entry, before, due):
                newest[entry.student] = entry
        self.src_records = list(newest.values())

    def _due(self):
        """The due date by which alone submissions count, or None."""
        if not self.before_duedate:
            return None
        with Gradebook(self.coursedir.db_url, self.coursedir.course_id) as gradebook:
            try:
                return gradebook.find_assignment(self.coursedir.assignment_id).duedate
            except MissingEntry:
                return None

    def _counts(self, entry, before, due):
        """Whether an entry replaces another one of the same learner."""
        if due is not None and (entry.time <= due) != (before.time <= due):
            return entry.time <= due
        return entry.time > before.time

    def _read(self, name, contents):
        """An Entry, or None and a line in the log."""
        inbound = os.open(self.inbound_path, os.O_RDONLY | os.O_DIRECTORY)
        try:
            return read_entry(inbound, name, contents)
        except Refused as refusal:
            self.log.warning("Not collected: %s %s.", name, refusal)
        except OSError as error:
            self.log.warning("Not collected: %s cannot be read: %s.", name, error.strerror)
        finally:
            os.close(inbound)

    def copy_files(self):
        course, assignment = self.coursedir, self.coursedir.assignment_id
        self.log.info("%d learners have handed in %s.", len(self.src_records), assignment)
        for record in self.src_records:
            target = Path(
                course.format_path(course.submitted_directory, record.student, assignment)
            )
            if target.is_dir():
                known = course.get_existing_timestamp(str(target))
                newer = self.update and (known is None or record.time > known)
                if not newer and not (self.before_duedate and record.time != known):
                    self.log.info("Nothing new: %s.", record.student)
                    continue
            entry = self._read(record.name, contents=True)
            if entry is not None:
                replace_folder(target, {**entry.files, **self._about(entry)})
                self.log.info("Collected: %s.", record.student)

    def _about(self, entry):
        """The files that are written anew: the time, and the secret if it is none."""
        about = {TIME: entry.time.strftime("%Y-%m-%d %H:%M:%S.%f UTC").encode()}
        if not SECRET.fullmatch(entry.files.get(SECRET_FILE, b"")):
            about[SECRET_FILE] = secrets.token_hex(64).encode()
        return about


def replace_folder(target: Path, files: dict[str, bytes]) -> None:
    """Replace a folder by one with these files; an interruption leaves one of the two, or none."""
    beside = target.with_name(f".{target.name}.new")
    shutil.rmtree(beside, ignore_errors=True)
    beside.mkdir(parents=True)
    for name, content in files.items():
        (beside / name).write_bytes(content)
    shutil.rmtree(target, ignore_errors=True)
    beside.rename(target)


class ReleaseFeedback(ExchangeReleaseFeedback):
    """Releases the pages of all who have handed in here.

    nbgrader ends at the first learner whose submission has come another way.
    """

    def copy_files(self):
        excluded = self.coursedir.student_id_exclude
        others = [
            folder.parent.name
            for folder in Path("/").glob(self.src_path.lstrip("/"))
            if not all((folder / name).is_file() for name in (SECRET_FILE, TIME))
        ]
        for student in others:
            self.log.warning("%s has not handed in here: send the page yourself.", student)
        self.coursedir.student_id_exclude = ",".join(filter(None, [excluded, *others]))
        try:
            super().copy_files()
        finally:
            self.coursedir.student_id_exclude = excluded
