"""Every link in the README, the guides and the notebooks leads somewhere; nothing is fetched."""

import json
import re
from urllib.parse import unquote, urlsplit

import pytest
from markdown_it import MarkdownIt
from mdit_py_plugins.dollarmath import dollarmath_plugin

from authoring.masters import ROOT, masters

GUIDES = sorted(ROOT.glob("docs/*.md"))
PAGES = [ROOT / "README.md", ROOT / "datasets" / "README.md", *GUIDES, *masters()]
# In a formula, [l](i) is no link.
PARSER = MarkdownIt("commonmark").enable("table").use(dollarmath_plugin)
HTML = re.compile(
    r"<(?:a|img|source)\b[^>]*?\b(?:href|src|srcset)\s*=\s*[\"']([^\"']*)", re.IGNORECASE
)


def texts(path):
    """The Markdown of a file: one text, or the text cells of a notebook."""
    content = path.read_text(encoding="utf-8")
    if path.suffix != ".ipynb":
        return [content]
    cells = json.loads(content)["cells"]
    return ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown"]


def tokens(path):
    """What Markdown makes of a file, piece by piece."""
    for text in texts(path):
        for token in PARSER.parse(text):
            yield token
            yield from token.children or ()


def links(path):
    """The targets of all links and pictures in a file."""
    found = []
    for token in tokens(path):
        if token.type.startswith("html"):
            found += HTML.findall(token.content)
        else:
            found += [token.attrs[name] for name in ("href", "src") if name in token.attrs]
    return found


def anchors(path):
    """The names by which the headings of a Markdown file can be linked to."""
    found, inside = [], False
    for token in tokens(path):
        if token.type == "heading_open":
            inside = True
        elif inside and token.type == "inline":
            words = "".join(child.content for child in token.children)
            found.append(re.sub(r"[^\w\- ]", "", words.lower()).replace(" ", "-"))
            inside = False
    return found


def problem(link, path):
    """What is wrong with a link in a file, or nothing."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        fine = parts.scheme == "https" and re.fullmatch(r"[\w-]+(\.[\w-]+)+", parts.netloc)
        return None if fine and " " not in link else "it is no whole https address"
    target = path if not parts.path else path.parent / unquote(parts.path)
    if not target.exists():
        return "there is no such file"
    if ROOT not in target.resolve().parents:
        return "it leads out of the course"
    if parts.fragment and unquote(parts.fragment) not in anchors(target):
        return "there is no such heading"
    return None


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(path):
    assert [(link, wrong) for link in links(path) if (wrong := problem(link, path))] == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_pictures_have_words(path):
    pictures = [token for token in tokens(path) if token.type == "image"]
    assert [token.attrs["src"] for token in pictures if not token.content.strip()] == []


def test_there_are_links_and_headings_to_check():
    readme = ROOT / "README.md"
    assert "docs/instructors.md" in links(readme)
    assert "for-maintainers" in anchors(readme)


@pytest.mark.parametrize(
    ("link", "wrong"),
    [
        ("README.md", None),
        ("README.md#for-learners", None),
        ("README.md#for-pupils", "no such heading"),
        ("REEDME.md", "no such file"),
        ("../elsewhere.md", "no such file"),
        ("..", "out of the course"),
        ("https://nbgrader.readthedocs.io", None),
        ("http://nbgrader.readthedocs.io", "no whole https address"),
        ("https://nbgrader", "no whole https address"),
        ("htps://nbgrader.readthedocs.io", "no whole https address"),
    ],
)
def test_wrong_links_are_found(link, wrong):
    found = problem(link, ROOT / "README.md")
    assert (found is None) if wrong is None else (wrong in (found or ""))


def test_links_in_html_are_found(tmp_path):
    page = tmp_path / "page.md"
    page.write_text('<img alt="" src="a.png">\n\nor <a class="b" href="b.md">this</a>\n\n[c](c.md)')
    assert links(page) == ["a.png", "b.md", "c.md"]


def test_files_that_the_guides_name_are_there():
    """Guides and README name files as code; a file that was renamed is found here."""
    made = re.compile(r"NN|<|\*|14|classroom/|site/|work/|\.venv/|autograder/|lite/|^/")
    missing = []
    for path in [ROOT / "README.md", *GUIDES]:
        for token in tokens(path):
            name = token.content
            if token.type == "code_inline" and re.fullmatch(
                r"[\w./-]+/[\w./-]*|\w+\.(py|md)", name
            ):
                folders = [
                    ROOT,
                    *ROOT.glob("*/"),
                    *ROOT.glob("docs/*/"),
                    *ROOT.glob("authoring/notebook_*/"),
                ]
                if not made.search(name) and not any(
                    (folder / name).exists() for folder in folders
                ):
                    missing.append((path.name, name))
    assert missing == []
