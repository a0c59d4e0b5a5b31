"""How nbgrader works in the course account, beside the course's own nbgrader_config.py."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from exchange import Collect, ReleaseFeedback
from places import EXCHANGE

c = get_config()  # noqa: F821

c.Exchange.root = str(EXCHANGE)
# Without this nbgrader insists that everybody may write to the root of the exchange.
c.CourseDirectory.groupshared = True
c.ExchangeFactory.collect = Collect
c.ExchangeFactory.release_feedback = ReleaseFeedback
