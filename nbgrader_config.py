"""How nbgrader works on this course. Run it from this folder: `nbgrader generate_assignment ...`.

The masters in `notebooks/` are the source. All that nbgrader makes lies in `classroom/`.
"""

from functools import partial
from pathlib import Path

from nbgrader.converters import GenerateAssignment, GenerateFeedback
from nbgrader.preprocessors import ClearSolutions, GetGrades, SaveCells
from sqlalchemy.engine import URL, make_url

from grading.collecting import Collector, Extractor
from grading.feedback import GetGradesByHand
from grading.nbgrader_hook import patch_nbgrader
from grading.validation import patch_validator
from release.changed_exercises import SaveChangedCells, keep_release
from release.patterns import take_literally
from release.student_version import Scaffold, complete_release

c = get_config()  # noqa: F821

root = Path(__file__).resolve().parent
c.CourseDirectory.root = str(root)
c.CourseDirectory.course_id = "deep-networks-step-by-step"
c.CourseDirectory.source_directory = "notebooks"
# With a slash on every system: nbgrader makes a pattern of these, where a backslash is special.
c.CourseDirectory.release_directory = "classroom/release"
c.CourseDirectory.submitted_directory = "classroom/submitted"
c.CourseDirectory.autograded_directory = "classroom/autograded"
c.CourseDirectory.feedback_directory = "classroom/feedback"
c.CourseDirectory.solution_directory = "classroom/solution"
gradebook = str(root / "classroom" / "gradebook.db")
c.CourseDirectory.db_url = f"sqlite:///{gradebook}"
if make_url(c.CourseDirectory.db_url).database != gradebook:  # in an address % and ? are special
    c.CourseDirectory.db_url = URL.create("sqlite", database=gradebook).render_as_string()
take_literally(root)

# Release: our way to empty a solution instead of nbgrader's, and the helper modules on top.
# Exercises may come and go when submissions have been graded, and a release stays until there is
# a new one.
ours = {
    ClearSolutions: Scaffold,
    SaveCells: SaveChangedCells,
    GetGrades: GetGradesByHand,
}
c.GenerateAssignment.preprocessors = [
    ours.get(step, step) for step in GenerateAssignment.preprocessors.default()
]
keep_release()
c.GenerateAssignment.post_convert_hook = partial(complete_release, root / "classroom" / "release")

# Autograde: `nbgrader autograde` and formgrader's button grade in the sandbox, by grading/.
patch_nbgrader()

# Validate, too, runs what the grader would run.
patch_validator()

# Collect: what Moodle and Canvas call the files of a class.
c.ZipCollectApp.downloaded_directory = "classroom/downloaded"
c.ZipCollectApp.extractor_plugin = Extractor
c.ZipCollectApp.collector_plugin = Collector

# Feedback is a page that is sent alone, so the pictures are put into it. It is always made anew,
# because it depends on more than the submission: on due dates, and on points given by hand.
c.GenerateFeedback.force = True
c.GenerateFeedback.preprocessors = [
    ours.get(step, step) for step in GenerateFeedback.preprocessors.default()
]
c.HTMLExporter.embed_images = True
