"""`nbgrader zip_collect` on downloads that are named as Moodle and Canvas name them."""

import io
import shutil
import zipfile

import pytest
from conftest import ASSIGNMENT
from nbgrader.apps.zipcollectapp import ZipCollectApp
from nbgrader.coursedir import CourseDirectory
from traitlets.config import PyFileConfigLoader

from authoring.masters import ROOT
from grading.collecting import _parsed

NOTEBOOK = f"{ASSIGNMENT}.ipynb"
MOODLE = {
    f"Ann Lee_101_assignsubmission_file/{NOTEBOOK}": b"ann",
    f"Bo de Vries_102_assignsubmission_file_/{NOTEBOOK}": b"bo",
    f"Zoë O'Neil_103_assignsubmission_file_{NOTEBOOK}": b"zoe",
    "Bo de Vries_102_assignsubmission_file_/timestamp.txt": b"2000-01-01 00:00",
    "Pdf Only_104_assignsubmission_file/my work.pdf": b"pdf",
    "Broken Zip_105_assignsubmission_file/work.zip": b"PK\x03\x04 no zip",
    "No Table_106_assignsubmission_file/a/b/hw4.ipynb": b"deep",
}
CANVAS = {
    f"leeann_2101_90001_{NOTEBOOK}": b"ann",
    f"devriesbo_LATE_2102_90002_{ASSIGNMENT}-1.ipynb": b"bo",
    f"o_neilzoe_2103_90003_{ASSIGNMENT}-2.ipynb": b"second",
    f"o_neilzoe_2103_90004_{NOTEBOOK}": b"zoe",
    f"anon_x7Qz_90005_{ASSIGNMENT} (1).ipynb": b"anonymous",
    "lin_2104_90006_work.zip": None,
}


def packed(files):
    """The bytes of a zip file; None is one with the notebook in a folder."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for name, content in files.items():
            if content is None:
                content = packed({f"work/{NOTEBOOK}": b"lin", f"__MACOSX/._{NOTEBOOK}": b""})
            target.writestr(name, content)
    return out.getvalue()


@pytest.fixture(scope="module")
def collected(tmp_path_factory):
    """{platform: {path in classroom/submitted: bytes}}, and what was logged."""
    found = {}
    for platform, files, table in (
        (
            "Moodle",
            MOODLE,
            "Nummer,Vollständiger Name,E-Mail-Adresse\n"
            "Teilnehmer/in101,Ann Lee,ann@example.org\n"
            "Teilnehmer/in102,Bo de Vries,bo@example.org\n",
        ),
        (
            "Canvas",
            CANVAS,
            "Student,ID,SIS User ID,SIS Login ID,Section\n    Points Possible,,,,\n"
            '"Lee, Ann",2101,7,ann.lee,1\n"De Vries, Bo",2102,8,../bo,1\n',
        ),
    ):
        course = tmp_path_factory.mktemp(platform)
        shutil.copy(ROOT / "nbgrader_config.py", course)
        release = course / "classroom" / "release" / ASSIGNMENT
        archive = course / "classroom" / "downloaded" / ASSIGNMENT / "archive"
        for folder in (release, archive):
            folder.mkdir(parents=True)
        (release / NOTEBOOK).touch()
        (archive / "download.zip").write_bytes(packed(files))
        (archive / "table.csv").write_text("\ufeff" + table, encoding="utf-8")
        config = PyFileConfigLoader("nbgrader_config.py", path=str(course)).load_config()
        config.CourseDirectory.assignment_id = ASSIGNMENT
        app = ZipCollectApp(config=config)
        app.coursedir = CourseDirectory(config=config)
        app.init_plugins()
        app.extract_archive_files()
        app.process_extracted_files()
        submitted = course / "classroom" / "submitted"
        found[platform] = {
            path.relative_to(submitted).as_posix(): path.read_bytes()
            for path in submitted.rglob("*")
            if path.is_file()
        }
        assert {path.name for path in course.iterdir()} == {"classroom", "nbgrader_config.py"}
    return found


def test_download_of_moodle_is_collected(collected):
    assert collected["Moodle"] == {
        f"ann@example.org/{ASSIGNMENT}/{NOTEBOOK}": b"ann",
        f"bo@example.org/{ASSIGNMENT}/{NOTEBOOK}": b"bo",
        f"Zoë O'Neil_103/{ASSIGNMENT}/{NOTEBOOK}": b"zoe",
        f"Pdf Only_104/{ASSIGNMENT}/my work.pdf": b"pdf",
        f"Broken Zip_105/{ASSIGNMENT}/work.zip": b"PK\x03\x04 no zip",
        f"No Table_106/{ASSIGNMENT}/a/b/hw4.ipynb": b"deep",
    }


def test_download_of_canvas_is_collected(collected):
    assert collected["Canvas"] == {
        f"ann.lee/{ASSIGNMENT}/{NOTEBOOK}": b"ann",
        f"devriesbo_2102/{ASSIGNMENT}/{NOTEBOOK}": b"bo",
        f"o_neilzoe_2103/{ASSIGNMENT}/{ASSIGNMENT}-2.ipynb": b"second",
        f"o_neilzoe_2103/{ASSIGNMENT}/{NOTEBOOK}": b"zoe",
        f"anon_x7Qz/{ASSIGNMENT}/{NOTEBOOK}": b"anonymous",
        f"lin_2104/{ASSIGNMENT}/{NOTEBOOK}": b"lin",
    }


@pytest.mark.parametrize("path", [NOTEBOOK, f"ann/{NOTEBOOK}", "grades.xlsx", "a_b_c.ipynb"])
def test_other_names_say_nothing(path):
    assert _parsed(path) is None
