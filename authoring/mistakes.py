"""Wrong versions that learners write, with the sentence each deserves.

`notebook_NN.py` holds WRONG_VERSIONS, rows of (exercise, [(old, new), ...], sentence): a version
is the master's solution with a piece of its text replaced. What no replacement can say it makes in
`more(solved, texts)`, as rows of (exercise, function, sentence); `solved` is the namespace of the
solved master, and `texts` are its solution cells.

`python -m authoring make` runs each one and stores only what comes out, so that a test can
recognise it by its results.
"""

from authoring.masters import part


def wrong_versions(notebook, solved, texts):
    """All wrong versions of the exercises of a notebook.

    Returns:
        list of (exercise, function, sentence).

    Raises:
        ValueError: a piece of text that should be replaced is not in the solution any more.
    """
    module = part(notebook, "mistakes")
    found = [
        (exercise, replaced(solved, texts, exercise, edits), sentence)
        for exercise, edits, sentence in module.WRONG_VERSIONS
    ]
    return found + (module.more(solved, texts) if hasattr(module, "more") else [])


def replaced(solved, texts, exercise, edits):
    """The solution of an exercise with pieces of its text replaced, all else as it is.

    Raises:
        ValueError: such a piece is not in the solution.
    """
    source = texts[exercise]
    for old, new in edits:
        if old not in source:
            raise ValueError(
                f"{exercise}: {old!r} is not in its solution any more, and a row in "
                "authoring/mistakes wants to replace it."
            )
        source = source.replace(old, new)
    namespace = dict(solved)
    exec(source, namespace)
    return namespace[exercise]
