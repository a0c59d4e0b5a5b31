"""Right notebooks as editors leave them: each gets its points, or Validate says why not.

Each shape is a fully right notebook to which an editor, or its learner, has done something. What
jupytext, nbdime, nbstripout and jupyter_ydoc make of a notebook was tried with these programs; the
shapes that carry their names do the same without them.
"""

import copy
import json
import re
from typing import NamedTuple

import nbformat
import pytest
from conftest import ASSIGNMENT, nbgrader, needs_sandbox
from nbconvert.preprocessors import ClearMetadataPreprocessor

from classroom import copy_of_class, grade, hand_in, record, rows, submitted
from grading.assignment import released
from grading.intake import take_in
from grading.validation import as_graded

RELEASED = released(ASSIGNMENT)
NAMES = [exercise.solution for exercise in RELEASED.exercises]
NEW = {"metadata": {}, "cell_type": "code", "outputs": [], "execution_count": None}
# The exercise as somebody wrote it who likes short functions.
MEAN_LOSS = """\
def mean_loss(AL, Y):
    return -np.sum(Y * np.log(AL) + (1 - Y) * np.log(1 - AL)) / Y.shape[1]
"""
COST = """\
def compute_cost(AL, Y):
    return float(mean_loss(AL, Y))
"""
WRONG = "def compute_cost(AL, Y):\n    return 0.0\n"
TITLE = "# Exercise 6: compute_cost\n"


class Shape(NamedTuple):
    """What was done to a right notebook.

    Attributes:
        student: the name of the folder, which says what it is.
        hand_in: a function of the folder and the notebook, that returns the bytes to hand in.
        reason: what the row must say, a regular expression; "" for nothing.
    """

    student: str
    hand_in: object
    reason: str
    cells: dict = {}
    solved: bool = True


SHAPES = []


def shape(reason=""):
    """Put a function into the bank: it changes the notebook, or returns another one."""

    def add(function):
        def hand_in(folder, notebook):
            for number, one in enumerate(notebook["cells"]):
                one.setdefault("id", f"cell-{number}")
                one["source"] = "".join(one["source"])
            changed = function(notebook)
            return json.dumps(notebook if changed is None else changed).encode()

        SHAPES.append(Shape(function.__name__, hand_in, reason))
        return function

    return add


def at(notebook, name="compute_cost"):
    """The cell with this id, and its place."""
    return next((c, i) for i, c in enumerate(notebook["cells"]) if c["id"] == name)


def add(notebook, place, source, **more):
    """Add a cell; without more it is one of code without a mark."""
    new = {**NEW, "id": f"new-{len(notebook['cells'])}", "source": source, **more}
    if new["cell_type"] != "code":
        del new["outputs"], new["execution_count"]
    notebook["cells"].insert(place, new)


def add_line(cell, line):
    """Add a line to a function, below its docstring."""
    head, docstring, body = cell["source"].split('"""')
    cell["source"] = f'{head}"""{docstring}"""\n    {line}{body}'


def split(notebook, *parts, mark=True):
    """Split the cell of compute_cost; JupyterLab gives each part the mark, others the first."""
    cell, place = at(notebook)
    cell["source"] = parts[0]
    for number, part in enumerate(parts[1:], start=1):
        metadata = copy.deepcopy(cell["metadata"]) if mark else {}
        add(notebook, place + number, part, metadata=metadata)


SEVERAL = "Put together from several cells: compute_cost"
BY_ID, BY_TITLE, BY_FUNCTION = (
    f"found by {way}" for way in ("its id", "its first line", "the function that it defines")
)

# ---------------------------------------------------------------- JupyterLab


@shape()
def whole(notebook):
    pass


@shape(SEVERAL)
def split_helper_first(notebook):
    split(notebook, TITLE + MEAN_LOSS, COST)


@shape(SEVERAL)
def split_in_three(notebook):
    split(notebook, TITLE.strip(), MEAN_LOSS, COST)


@shape(SEVERAL)
def split_with_a_call_below(notebook):
    source = at(notebook)[0]["source"]
    split(notebook, source, "print(compute_cost(np.array([[0.5]]), np.array([[1]])))")


@shape(SEVERAL)
def split_with_a_cell_magic_below(notebook):
    split(notebook, at(notebook)[0]["source"], "%%time\ncompute_cost")


@shape(SEVERAL)
def copied_above_as_an_old_try(notebook):
    split(notebook, WRONG, at(notebook)[0]["source"])


@shape(SEVERAL)
def copied_with_an_old_try_that_fails(notebook):
    split(notebook, "compute_cost(1)\n" + WRONG, at(notebook)[0]["source"])


@shape(SEVERAL)
def copied_as_comments(notebook):
    source = at(notebook)[0]["source"]
    split(notebook, source, re.sub("^", "# ", source, flags=re.MULTILINE))


@shape()
def copied_and_emptied(notebook):
    split(notebook, at(notebook)[0]["source"], " \n")


@shape()
def duplicated(notebook):
    split(notebook, *2 * [at(notebook)[0]["source"]])


@shape()
def copied_as_notes(notebook):
    cell, place = at(notebook)
    add(notebook, place + 1, WRONG, metadata=cell["metadata"], cell_type="markdown")


@shape()
def copied_as_raw(notebook):
    cell, place = at(notebook)
    add(notebook, place + 1, WRONG, metadata=cell["metadata"], cell_type="raw")


@shape()
def copied_below_its_test_to_play(notebook):
    cell, place = at(notebook)
    add(notebook, place + 3, WRONG, metadata=cell["metadata"])


@shape()
def copied_with_its_test(notebook):
    _, place = at(notebook)
    pair = copy.deepcopy(notebook["cells"][place : place + 2])
    for number, one in enumerate(pair):
        notebook["cells"].insert(place + 3 + number, {**one, "id": f"pair-{number}"})


@shape()
def every_cell_duplicated(notebook):
    pairs = [(one, {**copy.deepcopy(one), "id": f"{one['id']}-2"}) for one in notebook["cells"]]
    notebook["cells"] = [one for pair in pairs for one in pair]


@shape()
def cells_moved_to_the_end(notebook):
    notebook["cells"].sort(key=lambda one: one["id"] in NAMES)


@shape(f"{BY_FUNCTION}: linear_activation_forward")
def merged_with_a_later_one(notebook):
    merge(notebook, "linear_forward", "linear_activation_forward", keep=0)


@shape(f"{BY_FUNCTION}: linear_forward")
def merged_with_an_earlier_one(notebook):
    merge(notebook, "linear_forward", "linear_activation_forward", keep=1)


@shape()
def merged_with_its_test(notebook):
    merge(notebook, "compute_cost", "compute_cost_test", keep=0)


@shape(f"{BY_FUNCTION}: compute_cost")
def merged_into_its_test(notebook):
    merge(notebook, "compute_cost", "compute_cost_test", keep=1)


def merge(notebook, *names, keep):
    """Merge cells; what comes out has the mark and the id of one of them."""
    found = [at(notebook, name)[0] for name in names]
    found[keep]["source"] = "\n\n".join(one["source"] for one in found)
    for one in found:
        if one is not found[keep]:
            notebook["cells"].remove(one)


@shape(f"{BY_FUNCTION}: initialize_parameters, .*update_parameters")
def all_answers_in_one_added_cell(notebook):
    found = [at(notebook, name)[0] for name in NAMES]
    text = "\n\n\n".join(one["source"].partition("\n")[2] for one in found)
    notebook["cells"] = [one for one in notebook["cells"] if one not in found]
    add(notebook, 6, text)


@shape(f"{BY_FUNCTION}: initialize_parameters, .*update_parameters")
def all_answers_in_the_first_cell(notebook):
    merge(notebook, "setup", *NAMES, keep=0)


@shape("Put together from several cells: compute_cost")
def answer_in_a_new_cell_below_the_scaffold(notebook):
    cell, place = at(notebook)
    answer = cell["source"].partition("\n")[2]
    cell["source"] = RELEASED.exercises[5].scaffold
    add(notebook, place + 1, answer)


@shape("Taken along from other cells of the notebook: calls, floor, mean_loss")
def helper_in_an_added_cell(notebook):
    cell, place = at(notebook)
    cell["source"] = TITLE + COST
    loss = MEAN_LOSS.replace("    ", "    global calls\n    calls += 1\n    ", 1)
    loss = loss.replace("Y.shape[1]", "floor(Y.shape[1])")
    add(notebook, place, f"!ls\nfrom math import floor\ncalls = 0\n\n{loss}\nlen(5)")


@shape("Taken along from other cells of the notebook: log")
def import_in_the_first_cell(notebook):
    at(notebook, "setup")[0]["source"] += "\nfrom numpy import log"
    cell, _ = at(notebook)
    cell["source"] = cell["source"].replace("np.log", "log")


@shape()
def setup_and_tests_changed(notebook):
    at(notebook, "setup")[0]["source"] += "\nimport math"
    at(notebook, "compute_cost_test")[0]["source"] = "print('later')"


@shape()
def run_and_saved_with_outputs(notebook):
    for number, one in enumerate(notebook["cells"]):
        if one["cell_type"] == "code":
            one["execution_count"] = number
            one["outputs"] = [{"output_type": "stream", "name": "stdout", "text": ["ok\n"]}]
            one["metadata"] |= {"scrolled": True, "tags": ["skip-execution"], "trusted": True}


# ---------------------------------------------------------------- other editors


def without_marks(notebook):
    for one in notebook["cells"]:
        one["metadata"] = {}


def with_new_ids(notebook):
    for number, one in enumerate(notebook["cells"]):
        one["id"] = f"{number:08x}"


ALL = "initialize_parameters, .*, update_parameters"


@shape(f"{BY_ID}: compute_cost")
def one_mark_dropped(notebook):
    at(notebook)[0]["metadata"] = {}


@shape(f"{BY_ID}: linear_backward")
def an_early_mark_dropped(notebook):
    at(notebook, "linear_backward")[0]["metadata"] = {}


@shape(f"{BY_ID}: {ALL}")
def all_marks_dropped(notebook):
    without_marks(notebook)


@shape(f"{BY_ID}: {ALL}")
def nbconvert_clear_metadata(notebook):
    clear = ClearMetadataPreprocessor(enabled=True)
    return clear.preprocess(nbformat.from_dict(notebook), {})[0]


@shape(f"{BY_TITLE}: {ALL}")
def jupytext_without_metadata(notebook):
    without_marks(notebook)
    with_new_ids(notebook)


@shape()
def jupytext_with_metadata(notebook):
    with_new_ids(notebook)
    notebook["metadata"]["jupytext"] = {"formats": "ipynb,py:percent"}


@shape(f"several cells: .*{BY_TITLE}: {ALL}|{BY_TITLE}: {ALL}")
def jupytext_nomarker(notebook):
    """It writes no marks between cells, so each empty line ends one."""
    found = []
    for one in notebook["cells"]:
        parts = [one["source"]]
        if one["cell_type"] == "code":
            parts = re.split(r"\n\n+(?=\S)", one["source"])
        found += [{**one, "metadata": {}, "source": part} for part in parts]
    notebook["cells"] = found
    with_new_ids(notebook)


@shape(f"{BY_FUNCTION}: {ALL}")
def marks_ids_and_titles_dropped(notebook):
    without_marks(notebook)
    with_new_ids(notebook)
    for one in notebook["cells"]:
        one["source"] = re.sub(r"^# Exercise .*\n", "", one["source"])


@shape()
def nbstripout(notebook):
    with_new_ids(notebook)
    notebook["metadata"] = {}


@shape()
def vs_code(notebook):
    for one in notebook["cells"]:
        one["metadata"]["vscode"] = {"languageId": "python"}
        one["source"] = one["source"].splitlines(keepends=True)
    notebook["metadata"]["language_info"] = {"name": "python", "version": "3.13.1"}


@shape(SEVERAL)
def vs_code_split(notebook):
    split(notebook, TITLE + MEAN_LOSS, COST, mark=False)


@shape("Taken along from other cells of the notebook: mean_loss")
def vs_code_split_helper_below(notebook):
    split(notebook, TITLE + COST, MEAN_LOSS, mark=False)


@shape(SEVERAL)
def vs_code_copied_and_changed(notebook):
    source = at(notebook)[0]["source"]
    split(notebook, WRONG, source.replace("np.squeeze(cost)", "float(cost)"), mark=False)


@shape()
def vs_code_crlf(notebook):
    for one in notebook["cells"]:
        one["source"] = one["source"].replace("\n", "\r\n")


@shape()
def colab(notebook):
    for one in notebook["cells"]:
        one["metadata"] |= {"id": one.pop("id"), "colab": {"base_uri": "https://localhost/"}}
    notebook["metadata"] |= {"colab": {"provenance": []}, "accelerator": "GPU"}
    notebook["nbformat_minor"] = 0


@shape(f"{BY_ID}: {ALL}")
def colab_without_marks(notebook):
    for one in notebook["cells"]:
        one["metadata"] = {"id": one.pop("id")}


@shape(f"{BY_TITLE}: {ALL}")
def deepnote(notebook):
    for number, one in enumerate(notebook["cells"]):
        kind = {"code": "code", "markdown": "markdown"}[one["cell_type"]]
        one["metadata"] = {"cell_id": f"{number:032x}", "deepnote_cell_type": kind}
        del one["id"]
    notebook["metadata"]["deepnote_execution_queue"] = []


@shape()
def deepnote_that_keeps_marks(notebook):
    for number, one in enumerate(notebook["cells"]):
        one["metadata"] |= {"cell_id": f"{number:032x}", "deepnote_to_be_reexecuted": False}
        one["id"] = f"{number:032x}"


@shape(f"{BY_TITLE}: compute_cost")
def kaggle_with_a_blank_line_above_the_title(notebook):
    cell, _ = at(notebook)
    cell.update(id="x", metadata={"_uuid": "f", "trusted": True}, source="\n\n" + cell["source"])


@shape(SEVERAL)
def nbdime_merge_of_two_answers(notebook):
    source = at(notebook)[0]["source"]
    split(notebook, WRONG, source)
    _, place = at(notebook)
    add(notebook, place, "<<<<<<< local", cell_type="markdown")
    add(notebook, place + 3, ">>>>>>> remote", cell_type="markdown")


for minor in range(6):

    def in_version(notebook, minor=minor):
        notebook["nbformat_minor"] = minor
        if minor < 5:
            for one in notebook["cells"]:
                del one["id"]

    in_version.__name__ = f"nbformat_4_{minor}"
    shape()(in_version)


@shape()
def nbformat_3(notebook):
    return nbformat.convert(nbformat.from_dict(notebook), 3)


@shape()
def nbformat_3_and_back(notebook):
    return nbformat.convert(nbformat.convert(nbformat.from_dict(notebook), 3), 4)


# ---------------------------------------------------------------- what cells do in JupyterLab

# {exercise: what stands above its title, and what its function does beside its work}
OTHER_THINGS = {
    "initialize_parameters": ("!ls", "open('sizes.txt', 'w').write(str(n_x))"),
    "initialize_parameters_deep": ("!pip install -q seaborn", ""),
    "linear_forward": ("%pip install -q seaborn", ""),
    "linear_activation_forward": ("files = !ls", ""),
    "L_model_forward": ("%matplotlib widget", ""),
    "compute_cost": ("%conda install scipy", "np.save('AL.npy', AL)"),
    "linear_backward": ("!!ls", ""),
    "linear_activation_backward": ("%cd -q .", ""),
    "L_model_backward": ("%sx ls", "np.savetxt('AL.txt', AL)"),
    "update_parameters": ("%system ls\nplt.plot([1])\nplt.savefig('plot.png')", ""),
}


@shape()
def shell_lines_and_files(notebook):
    for name, (line, statement) in OTHER_THINGS.items():
        cell, _ = at(notebook, name)
        add_line(cell, statement)
        cell["source"] = f"{line}\n{cell['source']}"


@shape(SEVERAL)
def cells_of_other_languages(notebook):
    source = at(notebook)[0]["source"]
    written = "%%writefile mine.py\nimport numpy\nlog = numpy.log"
    split(notebook, "%%bash\nls", written, "from mine import log", source.replace("np.log", "log"))


# ---------------------------------------------------------------- what the grader cannot follow

# {exercise: (a line that works in JupyterLab, in its function or above it; what is said)}
NOT_FOLLOWED = {
    "initialize_parameters": (
        "print(t_weights.shape)",
        "t_weights is made by another cell of the notebook",
    ),
    "compute_cost": ("print(t_AL.shape)", "t_AL is made by another cell of the notebook"),
    "L_model_forward": (
        "data = np.load('mine.npy')",
        "FileNotFoundError: [Errno 2] No such file or directory: 'mine.npy'",
    ),
    "L_model_backward": ("np.loadtxt('mine.txt')", "no files of yours"),
    "update_parameters": ("print(mine)", "If it is yours, make it in the cell of the exercise"),
}


def not_followed(folder, notebook):
    """A notebook that passes in JupyterLab, and what lies beside it."""
    for name, (line, _) in NOT_FOLLOWED.items():
        cell, _ = at(notebook, name)
        if line.startswith("data"):
            cell["source"] = f"{line}\n{cell['source']}"
        else:
            add_line(cell, line)
    add(notebook, 0, "mine = sum([1, 2])")
    cell, place = at(notebook, "update_parameters")  # an old try that fails is not the cause
    add(notebook, place, "update_parameters()", metadata=cell["metadata"])
    (folder / "mine.txt").write_text("1")
    every_cell_duplicated(notebook)
    return json.dumps(notebook).encode()


NOT_FOLLOWED_SHAPE = Shape("not_followed", not_followed, "")
IDS = [shape.student for shape in SHAPES]


@pytest.fixture(scope="module")
def handed_in(released_course, tmp_path_factory):
    course = copy_of_class(released_course, tmp_path_factory.mktemp("shapes"))
    for one in [*SHAPES, NOT_FOLLOWED_SHAPE]:
        hand_in(course, one)
    return course


@pytest.fixture(scope="module")
def table(handed_in):
    done = grade(handed_in)
    assert done.returncode == 0, done.stderr
    return rows(handed_in)


@needs_sandbox
@pytest.mark.parametrize("one", SHAPES, ids=IDS)
def test_right_notebook_in_any_shape_gets_all_points(table, one):
    row = table[one.student]
    assert row["score"] == "100", row
    assert re.search(one.reason, row["reason"]), row["reason"]
    assert bool(row["reason"]) == bool(one.reason), row["reason"]


@pytest.mark.parametrize("one", SHAPES, ids=IDS)
def test_validate_runs_the_cells_that_the_grader_runs(handed_in, one):
    submission = take_in(handed_in / "classroom" / "submitted", one.student, RELEASED)
    validated = as_graded(submission.notebook, RELEASED)["cells"]
    ran = [cell["source"] for cell in validated if "nbgrader" not in cell["metadata"]]
    texts = [text for texts in submission.sources.values() for text in texts]
    assert set(ran) == set(texts)
    # Twice is only run what an exercise has twice, and not what two exercises share.
    assert len(ran) == len(texts) or "found by the function" in submission.reason
    tests = [cell["id"] for cell in validated if cell["metadata"].get("nbgrader", {}).get("grade")]
    assert tests == [exercise.test for exercise in RELEASED.exercises]


@needs_sandbox
def test_validate_says_what_the_grader_cannot_follow(table, handed_in):
    """The notebook has every mark twice too, which nbgrader itself takes for corrupt."""
    path = submitted(handed_in, "not_followed") / f"{ASSIGNMENT}.ipynb"
    said = " ".join(nbgrader(handed_in, "validate", str(path)).split())
    assert f"VALIDATION FAILED ON {len(NOT_FOLLOWED)} CELL(S)" in said
    row = table["not_followed"]
    assert {name for name in NAMES if row[name] == "0"} == NOT_FOLLOWED.keys()
    messages = {one.name: one.message for one in record(handed_in, "not_followed").exercises}
    for name, (_, sentence) in NOT_FOLLOWED.items():
        assert sentence in said
        assert sentence in messages[name]
    assert messages["L_model_forward"].splitlines()[:4:3] == [
        "The cell of L_model_forward stops with an error:",
        "    data = np.load('mine.npy')",
    ]
