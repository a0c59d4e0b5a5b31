"""Begin a notebook: copy the template to the three places where a notebook lives."""

import re
from pathlib import Path

from authoring.masters import NOTEBOOKS, ROOT, masters

TEMPLATE = Path(__file__).resolve().parent / "template"
FUNCTION = "mean_absolute_error"  # the template's exercise


def begin(stem: str, function: str = FUNCTION) -> list[Path]:
    """Make a notebook from the template, with one exercise that works.

    Arguments:
        stem: number and name, as "14-recurrence".
        function: the name of the exercise, in place of the template's.

    Returns:
        the files, the master first.

    Raises:
        ValueError: the name is not like that, or there is a notebook with this number.
    """
    if not re.fullmatch(r"\d\d-[a-z0-9]+(-[a-z0-9]+)*", stem):
        raise ValueError(f"{stem!r} should be two digits and words, such as 14-recurrence.")
    if not function.isidentifier():
        raise ValueError(f"{function!r} should be the name of a function.")
    number = stem[:2]
    taken = [path.stem for path in masters() if path.stem.startswith(f"{number}-")]
    if taken:
        raise ValueError(f"there is a notebook {number} already: {taken[0]}.")
    package = ROOT / "authoring" / f"notebook_{number}"
    targets = {
        "notebook.ipynb": NOTEBOOKS / stem / f"{stem}.ipynb",
        "exercises.py": ROOT / "exercises" / f"notebook_{number}.py",
    }
    names = {"NN": number, FUNCTION: function, "# NAME": f"# {stem[3:].replace('-', ' ')}"}
    written = []
    for source in sorted(TEMPLATE.glob("*.*"), key=lambda path: path.suffix):
        target = targets.get(source.name, package / source.name)
        text = source.read_text(encoding="utf-8")
        for old, new in names.items():
            text = text.replace(old, new)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
        written.append(target)
    return written
