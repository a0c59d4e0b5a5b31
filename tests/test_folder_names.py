"""The course works in a folder of any name."""

import shutil

import pytest
from nbgrader import utils
from nbgrader.apps import api
from nbgrader.converters import GenerateAssignment, base
from nbgrader.coursedir import CourseDirectory
from sqlalchemy.engine import make_url
from traitlets.config import PyFileConfigLoader

from authoring.masters import ROOT
from grading.gradebook import _with_timeout


@pytest.fixture(params=["course [new]", "a%20b", "Kurs ... ü?", "#1 *"])
def coursedir(tmp_path, monkeypatch, request):
    """nbgrader's idea of a course with one notebook, from our configuration."""
    for module in (utils, api, base):
        monkeypatch.setattr(module, "glob", module.glob)
    root = tmp_path / request.param
    (root / "notebooks" / "A" / ".ipynb_checkpoints").mkdir(parents=True)
    (root / "notebooks" / "A" / "A.ipynb").touch()
    shutil.copy(ROOT / "nbgrader_config.py", root)
    config = PyFileConfigLoader("nbgrader_config.py", path=str(root)).load_config()
    config.CourseDirectory.assignment_id, config.CourseDirectory.student_id = "A", "."
    return CourseDirectory(config=config)


def test_notebook_in_a_folder_of_any_name_is_found(coursedir):
    converter = GenerateAssignment(coursedir=coursedir)
    converter.init_notebooks()
    folder = coursedir.format_path("notebooks", ".", "A")
    assert converter.assignments == {folder: [f"{folder}/A.ipynb"]}
    assert utils.is_ignored(f"{folder}/.ipynb_checkpoints", coursedir.ignore)


def test_gradebook_lies_in_a_folder_of_any_name(coursedir):
    path = f"{coursedir.root}/classroom/gradebook.db"
    assert make_url(coursedir.db_url).database == path
    address = make_url(_with_timeout(coursedir.db_url, 2.5))
    assert (address.database, dict(address.query)) == (path, {"timeout": "2.5"})


def test_address_of_a_gradebook_elsewhere_is_left_alone():
    for url in ("postgresql://me:word@host/class", "sqlite:////course/gradebook.db?timeout=9"):
        assert _with_timeout(url, 2.5) == url
