"""What a page of feedback says beyond the graded notebook, see nbgrader_config.py."""

import nbformat
from nbgrader.preprocessors import GetGrades

from grading.text import points_by_hand


class GetGradesByHand(GetGrades):
    """Read the grades, and name points that were given by hand below the test they replace."""

    def preprocess(self, nb, resources):
        self.remarks = {}
        nb, resources = super().preprocess(nb, resources)
        cells = []
        for cell in nb.cells:
            cells.append(cell)
            remark = self.remarks.get(cell.metadata.get("nbgrader", {}).get("grade_id"))
            if remark:
                cells.append(nbformat.v4.new_markdown_cell(f"**Your instructor: {remark}.**"))
        nb.cells = cells
        return nb, resources

    def _get_score(self, cell, resources):
        super()._get_score(cell, resources)
        name = cell.metadata.nbgrader["grade_id"]
        grade = self.gradebook.find_grade(
            name, self.notebook_id, self.assignment_id, self.student_id
        )
        self.remarks[name] = points_by_hand(
            grade.auto_score or 0.0, grade.manual_score, grade.extra_credit
        )
