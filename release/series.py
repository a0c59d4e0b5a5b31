"""What is said of the notebooks outside of them, from the one list in `series.toml`.

`authoring/front_page.py` writes it into the README, `site.py` onto the site's first page,
`start_page.py` and `end_page.py` onto the pages with which a learner starts and ends. `way.py`
draws it.
"""

import json
import tomllib
from dataclasses import dataclass
from pathlib import Path

from release.scaffold import ROOT

FACTS = Path(__file__).with_name("series.toml")


@dataclass(frozen=True)
class Notebook:
    """A notebook of the series; the attributes from `short` on stand in `series.toml`.

    Attributes:
        name: of its file, such as "04-deep-network-step-by-step".
        title: its first heading.
        builds_on: the numbers of the notebooks to read first, of those that there are.
    """

    name: str
    title: str
    short: str
    builds_on: tuple[str, ...] = ()
    question: str = ""
    answer: str = ""
    able: str = ""
    picture: str = ""
    alt: str = ""

    @property
    def number(self) -> str:
        return self.name[:2]


def series(root: Path = ROOT, facts: Path = FACTS) -> list[Notebook]:
    """The notebooks that there are, in their order; one that is not in the list has a title only.

    Raises:
        tomllib.TOMLDecodeError: the list cannot be read.
        TypeError: an entry has a key that does not exist.
    """
    known = tomllib.loads(facts.read_text(encoding="utf-8"))
    masters = sorted(root.glob("notebooks/*/*.ipynb"))
    numbers, found = {path.stem[:2] for path in masters}, []
    for path in masters:
        title = _title(path)
        entry = {"short": title, **known.get(path.stem, {})}
        before = tuple(number for number in entry.pop("builds_on", ()) if number in numbers)
        found.append(Notebook(path.stem, title, builds_on=before, **entry))
    return found


def _title(path):
    first = json.loads(path.read_text(encoding="utf-8"))["cells"][0]
    return "".join(first["source"]).partition("\n")[0].removeprefix("# ")
