"""The course site: complete, without a solution, and good to read in any browser."""

import ast
import contextlib
import functools
import http.server
import json
import re
import shutil
import subprocess
import sys
import threading
import time
import zipfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

import nbformat
import pytest
from browser import CHROMIUM, PATIENCE, Page, needs_browser
from bs4 import BeautifulSoup
from conftest import ASSIGNMENT, ENVIRONMENT, copy_of_course, write

from authoring.masters import ROOT, exercises, masters, read
from grading.assignment import released_modules
from release import site as builder
from release.helpers import helpers
from release.scaffold import BEGIN, END
from release.series import series

NAMES = [master.stem for master in masters()]
AFTER = ["whole-way", "formulas"]  # pages beside the notebooks
GUIDES = ["learners", "classic", "instructors", "security", "hub", "classes", "contributors"]
PAGES = [f"{name}.html" for name in ("index", *AFTER, *GUIDES, "search")]
PAGES += [f"notebooks/{name}/{name}.html" for name in NAMES]


@pytest.fixture(scope="session")
def release(tmp_path_factory):
    from release.student_version import generate

    folder = tmp_path_factory.mktemp("student-versions")
    generate(folder)
    return folder


MARK = "canary-7c3e-author"
AUTHORS_FOLDERS = ("authoring", "release", "grading", "tests", "benchmarks", "classroom")


@pytest.fixture(scope="session")
def marked_course(tmp_path_factory):
    """A copy of the course with a mark in all that belongs to the author's side."""
    course = copy_of_course(tmp_path_factory.mktemp("marked"))
    shutil.copytree(ROOT / "docs", course / "docs", dirs_exist_ok=True)
    shutil.copytree(ROOT / "tests", course / "tests", ignore=shutil.ignore_patterns("__pycache__"))
    for folder in AUTHORS_FOLDERS:
        for path in course.glob(f"{folder}/**/*.py"):
            path.write_text(f"{path.read_text(encoding='utf-8')}\n# {MARK}\n", encoding="utf-8")
    for path in course.glob("notebooks/*/*.ipynb"):
        notebook = read(path)
        for cell in notebook.cells:
            if cell.cell_type != "code":
                continue
            marked = rf"\1\2\n\1mark = '{MARK}'"
            cell.source = re.sub(rf"(?m)^( *)({BEGIN})$", marked, cell.source)
            if cell.metadata.get("nbgrader", {}).get("grade"):
                hidden = f"### BEGIN HIDDEN TESTS\nmark = '{MARK}'\n### END HIDDEN TESTS\n"
                cell.source = hidden + cell.source
            cell.outputs = [nbformat.v4.new_output("stream", text=MARK), *cell.outputs]
        write(notebook, path)
    return course


@pytest.fixture(scope="session")
def site(marked_course, tmp_path_factory):
    """The site of the marked course."""
    folder = tmp_path_factory.mktemp("a site") / "new"
    command = [sys.executable, "-m", "release.site", str(folder)]
    done = subprocess.run(
        command, cwd=marked_course, env=ENVIRONMENT, capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def zipped(site, name):
    """{path: content} of the zip file of a notebook."""
    (path,) = site.rglob(f"{name}.zip")
    with zipfile.ZipFile(path) as archive:
        return {entry: archive.read(entry) for entry in archive.namelist() if entry[-1] != "/"}


@functools.cache
def soup(path):
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


def solution_lines(master):
    """The lines of code between the markers of a master."""
    lines, inside = set(), False
    for cell in read(master).cells:
        for line in map(str.strip, cell.source.split("\n") if cell.cell_type == "code" else ()):
            inside = line != END and (inside or line == BEGIN)
            if inside and not line.startswith("#"):
                lines.add(line)
    return lines


# ---------------------------------------------------------------- what is not in it


def test_author_side_reaches_no_page_no_zip_and_no_notebook_to_run(site, marked_course):
    """No mark in any file of the site, nor in a file of a zip file of it."""
    for folder in ("authoring", "release", "grading", "tests", "notebooks"):
        paths = [path for path in (marked_course / folder).rglob("*") if path.is_file()]
        assert any(MARK in path.read_text("utf-8", errors="replace") for path in paths), folder
    mark = MARK.encode()
    contents = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    assert [path for path, content in contents.items() if mark in content] == []
    zips = {name: zipped(site, name) for name in NAMES}
    assert sorted(path.stem for path in contents if path.suffix == ".zip") == sorted(NAMES)
    for name, files in zips.items():
        assert [path for path, content in files.items() if mark in content] == [], name


@pytest.mark.parametrize("master", masters(), ids=lambda path: path.stem)
def test_release_holds_no_file_of_the_author_side(site, marked_course, master):
    """Neither do the files that a submission sees in the sandbox, which are those of the release.

    The byte for byte comparison of the zip file with the release of the course without marks
    stands in test_a_notebook_can_be_downloaded_with_all_that_it_needs.
    """
    name = master.stem
    files = zipped(site, name)
    inside = [Path(path).relative_to(name).as_posix() for path in files]
    assert [path for path in inside if path.split("/")[0] in AUTHORS_FOLDERS] == []
    own = [f"solved/notebook_{other[:2]}.py" for other in NAMES if other >= name]
    assert set(own) & set(inside) == set()
    path = marked_course / "notebooks" / name / f"{name}.ipynb"
    for module, content in released_modules(path, marked_course).items():
        assert files[f"{name}/{module}"] == content


# ---------------------------------------------------------------- what is in it


def test_every_page_is_there_and_no_other(site):
    found = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    assert {name for name in found if not name.startswith(("lite/", "_static/"))} == set(PAGES)


def test_the_notebooks_are_listed_in_order(site):
    page = soup(site / "index.html")
    links = [a["href"] for a in page.select("nav.bd-links a[href]") if a["href"] != "#"]
    notebooks = [f"notebooks/{name}/{name}.html" for name in NAMES]
    assert links == notebooks + [f"{name}.html" for name in AFTER + GUIDES]


def test_the_front_page_shows_each_notebook_with_a_picture_and_what_it_is_good_for(site):
    cards = soup(site / "index.html").select("#the-notebooks-an-evening-each > ul > li")
    for notebook, card in zip(series(), cards, strict=True):
        words = " ".join(card.text.split())
        assert words.startswith(f"{notebook.number} {notebook.title} {notebook.question}")
        assert notebook.able.replace("`", "") in words
        assert {a["href"] for a in card.select("a")} == {
            f"notebooks/{notebook.name}/{notebook.name}.html"
        }
        (picture,) = card.select("img")
        assert picture["alt"] == notebook.alt
        assert (site / picture["src"]).is_file()


@pytest.mark.parametrize("master", masters(), ids=lambda path: path.stem)
def test_a_page_holds_no_more_of_a_notebook_than_its_student_version(site, release, master):
    name = master.stem
    student = read(release / name / f"{name}.ipynb")
    page = soup(site / "notebooks" / name / f"{name}.html")
    code = [pre.text.rstrip("\n") for pre in page.select("article .cell_input pre")]
    assert code == [cell.source for cell in student.cells if cell.cell_type == "code"]
    assert page.select(".cell_output") == []
    known = "\n".join(cell.source for cell in student.cells)
    lines = {line for line in solution_lines(master) if line not in known}
    assert len(lines) > 5
    # Another notebook may show such a line, in an example of its own.
    for path in (page, *map(soup, site.glob("*.html"))):
        assert [line for line in lines if line in path.get_text()] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_can_be_downloaded_with_all_that_it_needs(site, release, name):
    page = site / "notebooks" / name / f"{name}.html"
    (link,) = [a["href"] for a in soup(page).select("article a.download")]
    assert link.endswith(f"/{name}.zip")
    assert (page.parent / link).is_file()
    found = zipped(site, name)
    files = [path for path in (release / name).rglob("*") if path.is_file()]
    assert found == {path.relative_to(release).as_posix(): path.read_bytes() for path in files}


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_can_be_worked_on_in_the_browser(site, release, name):
    page = site / "notebooks" / name / f"{name}.html"
    (link,) = [a["href"] for a in soup(page).select("article a") if "lite/" in a["href"]]
    assert (page.parent / urlsplit(link).path).is_file()
    assert urlsplit(link).query == f"path={name}/{name}.ipynb"
    files = site / "lite" / "files" / name
    assert json.loads((files / f"{name}.ipynb").read_text(encoding="utf-8")) == json.loads(
        (release / name / f"{name}.ipynb").read_text(encoding="utf-8")
    )
    released = sorted(path.relative_to(release / name) for path in (release / name).rglob("*"))
    assert sorted(path.relative_to(files) for path in files.rglob("*")) == released
    for path in files.rglob("*.svg"):
        assert path.read_bytes().isascii()


# What Python in a browser (Pyodide) does not have, or has without a use.
NOT_IN_A_BROWSER = {
    *("asyncio", "concurrent", "curses", "dbm", "ensurepip", "fcntl", "grp", "lzma", "mmap"),
    *("multiprocessing", "pty", "pwd", "readline", "resource", "select", "signal", "socket"),
    *("sqlite3", "ssl", "subprocess", "syslog", "termios", "threading", "tkinter", "turtle"),
    *("urllib", "venv", "webbrowser"),
}
# What Pyodide has for whoever imports it in a cell.
IN_PYODIDE = {"numpy", "matplotlib", "h5py", "tqdm", "IPython"}


def imports(tree):
    """The top names of the modules that a text imports; None for a relative import."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name.split(".")[0] for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module.split(".")[0] if not node.level else None


@pytest.mark.parametrize("master", masters(), ids=lambda path: path.stem)
def test_a_learner_needs_nothing_that_python_in_a_browser_lacks(master):
    names = [name for name in helpers(master) if name.suffix == ".py"]
    own = {name.parts[0].removesuffix(".py") for name in names}
    standard = sys.stdlib_module_names - NOT_IN_A_BROWSER
    for name in names:
        tree = ast.parse((ROOT / name).read_text(encoding="utf-8"))
        assert set(imports(tree)) <= own | standard | IN_PYODIDE, name
        # What the module imports at once; Pyodide fetches the others when a cell names them.
        tree.body = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
        assert set(imports(tree)) <= own | standard | {"numpy"}, name
    for cell in read(master).cells:
        if cell.cell_type == "code":
            tags = cell.metadata.get("tags", ())
            test = exercises(master).tests.get(cell.id)
            optional = {tag.removeprefix("needs-") for tag in tags if tag.startswith("needs-")}
            optional |= {test.exercise.needs} if test else set()
            code = re.sub(r"^\s*[%!].*$", "", cell.source, flags=re.MULTILINE)
            allowed = own | standard | IN_PYODIDE | optional
            assert set(imports(ast.parse(code))) <= allowed, cell.id


# ---------------------------------------------------------------- what it asks of others

LOADING = "script, link, img, source, iframe, object, embed, video, audio, track, use, input"


def loaded(path):
    """What a browser loads of itself for a page or a style sheet."""
    text = path.read_text(encoding="utf-8", errors="replace")
    styles = [text]
    if path.suffix == ".html":
        styles = [style.text for style in soup(path).select("style")]
        styles += [tag["style"] for tag in soup(path).select("[style]")]
        for tag in soup(path).select(LOADING):
            if tag.name != "link" or "canonical" not in tag.get("rel", []):
                found = [tag.get(name) for name in ("src", "href", "data", "poster", "srcset")]
                yield from filter(None, found)
    for style in styles:
        yield from re.findall(r"url\(\s*[\"']?([^\"')]+)", style)
        yield from re.findall(r"@import\s+[\"']([^\"']+)", style)


def test_mathjax_comes_with_its_licence(site):
    licence = site / "_static" / "mathjax" / "LICENSE"
    assert "Apache License" in licence.read_text(encoding="utf-8")
    assert (licence.parent / "tex-chtml.js").is_file()


def test_nothing_is_loaded_from_elsewhere(site):
    paths = [*site.rglob("*.html"), *site.rglob("*.css"), *site.rglob("*.svg")]
    assert len([path for path in paths if path.suffix == ".css"]) > 2
    for path in paths:
        for address in loaded(path):
            assert not urlsplit(address).netloc, (path, address)


@pytest.mark.parametrize("name", PAGES)
def test_links_lead_somewhere(site, name):
    path = site / name
    for tag in soup(path).select("a[href], script[src], link[href], img[src]"):
        link = urlsplit(tag.get("href") or tag.get("src"))
        if link.scheme in ("https", "data", "mailto"):
            continue
        assert not link.scheme, link
        target = path.parent / unquote(link.path) if link.path else path
        assert target.is_file(), link
        if link.fragment and target.suffix == ".html" and "lite" not in target.parts:
            assert soup(target.resolve()).find(id=unquote(link.fragment)), link


# ---------------------------------------------------------------- for whoever reads it


@pytest.mark.parametrize("name", PAGES)
def test_pictures_have_words_and_headings_are_in_order(site, name):
    page = soup(site / name)
    assert page.html["lang"] == "en"
    assert page.title.text.strip()
    assert [tag["src"] for tag in page.select("img") if not tag.get("alt", "").strip()] == []
    levels = [int(tag.name[1]) for tag in page.select("article :is(h1, h2, h3, h4, h5, h6)")]
    if name != "search.html":  # whose heading a script writes
        assert levels.count(levels[0]) == levels.count(1) == 1
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))


@pytest.fixture(scope="module")
def browser():
    from playwright.sync_api import sync_playwright

    assert CHROMIUM, "there is no Chromium: apt-get install chromium"
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield running
        running.close()


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


@pytest.fixture(scope="module")
def address(site):
    handler = functools.partial(Quiet, directory=site)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture
def window(browser):
    with contextlib.closing(Page(browser, color_scheme="light")) as window:
        yield window


MATH = "() => !window.MathJax || MathJax.startup?.promise?.then(() => true)"
# Of the tokens of a kind in the code one is enough, and formulas have the colour of their text.
THIN_OUT = """() => {
    const seen = new Set();
    for (const token of document.querySelectorAll('.highlight span')) {
        const kind = token.className + token.closest('.highlight').parentNode.className;
        if (seen.has(kind)) token.replaceWith(token.textContent);
        seen.add(kind);
    }
    for (const formula of document.querySelectorAll('mjx-container')) formula.remove();
}"""


def violations(page, rules):
    """What axe-core finds, a line each; the minor and the moderate are let pass."""
    run = f"axe.run(document, {{...{rules}, resultTypes: ['violations'], preload: false}})"
    return [
        f"{found['id']}: {node['html']}"
        for found in page.evaluate(run)["violations"]
        if found["impact"] in ("serious", "critical")
        for node in found["nodes"]
    ]


@needs_browser
@pytest.mark.parametrize("name", PAGES)
def test_a_page_in_a_browser(window, address, name):
    """Light and dark, wide and narrow; with nobody to ask but its own server."""
    import axe_playwright_python

    page = window.page
    page.goto(f"{address}/{name}")
    page.wait_for_function(MATH)
    assert page.locator("mjx-merror, [data-mjx-error]").count() == 0
    page.evaluate((Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text())
    page.set_viewport_size({"width": 390, "height": 800})  # a phone
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    window.shoot(f"site-{Path(name).stem}-phone")
    page.set_viewport_size({"width": 1400, "height": 900})
    window.shoot(f"site-{Path(name).stem}-light")
    assert violations(page, "{rules: {'color-contrast': {enabled: false}}}") == []
    page.evaluate(THIN_OUT)
    assert violations(page, "{runOnly: ['color-contrast']}") == []
    page.emulate_media(color_scheme="dark")
    page.wait_for_function("document.documentElement.dataset.theme === 'dark'")
    window.shoot(f"site-{Path(name).stem}-dark")
    assert violations(page, "{runOnly: ['color-contrast']}") == []
    assert (window.errors, window.requests) == ([], [])


@needs_browser
def test_the_switch_makes_a_page_dark_and_it_stays_dark(window, address):
    page = window.page
    page.goto(f"{address}/index.html")
    page.locator("article, .bd-article-container").locator(".theme-switch-button").click()
    page.get_by_role("button", name="Dark").click()
    page.goto(f"{address}/learners.html")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"


@needs_browser
def test_the_search_finds_an_exercise(window, address):
    page = window.page
    page.goto(f"{address}/search.html?q=linear_backward")
    page.locator("#search-results li a", has_text="Build a deep network").first.wait_for()


@needs_browser
def test_jupyterlite_opens_a_notebook_with_its_pictures(window, address):
    """Up to where it fetches its Python, which cannot be had here."""
    name = ASSIGNMENT
    page = window.page
    page.goto(f"{address}/lite/lab/index.html?path={name}/{name}.ipynb")
    page.locator(".jp-Notebook h1", has_text="Build a deep network").wait_for()
    page.locator(".jp-DirListing-item", has_text="dnn_utils.py").wait_for()
    picture = page.locator(".jp-Notebook img").first
    picture.scroll_into_view_if_needed()
    page.wait_for_function("document.querySelector('.jp-Notebook img').naturalWidth > 100")
    window.shoot("site-jupyterlite")
    deadline = time.monotonic() + PATIENCE
    while not window.requests and time.monotonic() < deadline:
        page.wait_for_timeout(50)
    assert {urlsplit(url).path.split("/")[1] for url in window.requests} == {"pyodide"}


# ---------------------------------------------------------------- how it is built


def test_a_warning_is_an_error(tmp_path, capfd):
    source = tmp_path / "source"
    source.mkdir()
    (source / "conf.py").write_text('extensions = ["myst_nb"]')
    (source / "index.md").write_text("# A page\n\n[a link](nowhere.md)\n")
    with pytest.raises(SystemExit, match="The pages are not built"):
        builder.build_pages(source, tmp_path / "site")
    assert "nowhere.md" in capfd.readouterr().err


def test_what_is_no_site_is_not_replaced(tmp_path):
    (tmp_path / "thesis.tex").touch()
    with pytest.raises(SystemExit, match="holds something else than a site"):
        builder.build(tmp_path)
    assert (tmp_path / "thesis.tex").exists()


def test_a_site_stays_until_the_new_one_is_built(tmp_path, monkeypatch):
    def fail(*arguments):
        raise SystemExit("no")

    monkeypatch.setattr(builder, "build_pages", fail)
    monkeypatch.setattr("release.student_version.generate", lambda folder: folder.mkdir())
    (tmp_path / "searchindex.js").write_text("old")
    with pytest.raises(SystemExit, match="no"):
        builder.build(tmp_path)
    assert (tmp_path / "searchindex.js").read_text() == "old"


TICK = 450  # milliseconds for which a picture of the slider is shown


@needs_browser
def test_the_slider_moves_on_the_page(window, address):
    page, name = window.page, next(name for name in NAMES if name.startswith("03-"))
    page.clock.install()  # so that no picture is missed where the machine is busy
    page.goto(f"{address}/notebooks/{name}/{name}.html")
    slider, says = page.get_by_label("how far the training is"), page.locator("figure output")
    assert says.inner_text().startswith("step 0:")
    slider.press("End")
    assert says.inner_text().startswith("step 3,000:")
    assert page.locator("figure g[data-says]:visible").count() == 1
    page.clock.pause_at(page.evaluate("Date.now() / 1000 + 10"))
    page.get_by_role("button", name="Play").click()
    for step in ("step 400:", "step 700:"):
        page.clock.run_for(TICK)
        assert says.inner_text().startswith(step)
    page.get_by_role("button", name="Stop").click()
    page.clock.run_for(2 * TICK)
    assert says.inner_text().startswith("step 700:")
