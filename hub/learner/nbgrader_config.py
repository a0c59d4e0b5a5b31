"""How nbgrader works in a learner's server: the assignment list, Validate."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from exchange import Submit
from places import COURSE_ID, EXCHANGE

from grading.validation import patch_validator

c = get_config()  # noqa: F821

c.CourseDirectory.course_id = COURSE_ID
c.Exchange.root = str(EXCHANGE)
c.Exchange.assignment_dir = str(Path.home() / "work")
# Without this nbgrader insists that everybody may write to the root of the exchange.
c.CourseDirectory.groupshared = True
c.ExchangeFactory.submit = Submit
c.KernelManager.transport = "ipc"

# The Validate button runs what the grader would run.
patch_validator()
