"""Refuse to copy the course among Python's packages; all else stands in pyproject.toml.

Submissions can read Python's packages while they are graded, and the course holds the solutions.
"""

from setuptools import setup
from setuptools.command.build_py import build_py


class EditableOnly(build_py):
    """The step that copies modules into a wheel; an editable installation copies none."""

    def run(self):
        if not self.editable_mode:
            raise SystemExit(
                "The course stays in its folder: install it with `python -m pip install -e .`, or "
                "let `python run.py start` do it."
            )
        super().run()


setup(cmdclass={"build_py": EditableOnly})
