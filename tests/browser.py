"""A course to click through: its environment, its server, a browser, and the pictures taken of it.

The tests ask the notebook's model what came out of a cell, not the page, which shows only a part
of a long notebook. They wait for conditions and never for a time.
"""

import contextlib
import importlib.util
import io
import json
import os
import re
import shutil
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from urllib.parse import urlsplit

import psutil
import pytest
from conftest import ENVIRONMENT, copy_of_course

from authoring.masters import ROOT

PATIENCE = 60  # seconds until something that should happen counts as not happening
LONG = 5 * PATIENCE  # the same, for what runs a whole notebook
SIZE = {"width": 1280, "height": 800}
# Errors that JupyterLab writes to the console about itself: patterns of the text, and the address
# that it is about.
NOT_OURS = (
    "jupyterlite",  # installed for the site; JupyterLab cannot use its part
    "Could not restore the debugger state: Canceled future",  # a kernel is closed while it is asked
    # Jupyter's server lists a kernel that is about to start, and stumbles over its `last_activity`.
    r"status of 500 \(Internal Server Error\) \S*/api/kernels\?",
)
TOKEN = "secret"
CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), ""
)
needs_browser = pytest.mark.skipif(
    not sys.platform.startswith("linux") or not (CHROMIUM or os.environ.get("CI")),
    reason="the browser tests need Linux and Chromium: apt-get install chromium",
)
# Every picture; continuous integration keeps this folder.
SCREENSHOTS = ROOT / "screenshots"
# Those that the README shows; KEEP_PICTURES=1 in the environment renews them.
PICTURES = ROOT / "docs" / "images"
KEEP = "KEEP_PICTURES"


# ---------------------------------------------------------------- the course and its server


def module_of(path):
    """A script as a module."""
    spec = importlib.util.spec_from_file_location(f"{path.stem}_of_the_copy", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def set_up_course(folder):
    """A copy of the course with an environment, as run.py leaves it, and nothing installed again.

    Its .venv is made of links to the environment of this process.
    """
    copy_of_course(folder)
    for path in ROOT.glob("requirements*.txt"):
        shutil.copy(path, folder)
    run = module_of(folder / "run.py")

    def install(*_):
        run.VENV.mkdir()
        for path in Path(sys.prefix).iterdir():
            if path.name == "etc":  # JupyterLab's settings are written there
                shutil.copytree(path, run.VENV / "etc")
            elif path.name != run.STAMP.name:
                (run.VENV / path.name).symlink_to(path)

    run.install_with_uv = install
    run.set_up(run.ALL)
    return folder


@contextlib.contextmanager
def served(command, folder, home, **settings):
    """A Jupyter server that knows no other settings than these; yields its address.

    At the end it is asked to stop, and it and its kernels must be gone.
    """
    home.mkdir()
    variables = {k: v for k, v in ENVIRONMENT.items() if not k.startswith(("JUPYTER", "IPYTHON"))}
    own = ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR")
    own += ("JUPYTERLAB_SETTINGS_DIR", "JUPYTERLAB_WORKSPACES_DIR")
    variables |= {name: str(home / name.lower()) for name in own}
    variables |= {"HOME": str(home), "JUPYTER_TOKEN": TOKEN, **settings}
    options = ["--no-browser", "--expose-app-in-browser"]
    options += ["--allow-root"] if os.geteuid() == 0 else []
    with (home / "log").open("w") as log:
        server = psutil.Popen(
            [*command, *options], cwd=folder, env=variables, stdout=log, stderr=subprocess.STDOUT
        )
    try:
        yield address(server, home)
    finally:
        family = [server]
        with contextlib.suppress(psutil.NoSuchProcess):
            family += server.children(recursive=True)
            server.terminate()
        _, left = psutil.wait_procs(family, timeout=30)
        for process in left:
            process.kill()
        assert not left, f"still running: {left}"


def address(server, home):
    """Where a server that is starting can be reached, once it answers there.

    It writes its address down earlier than that; asked to stop in between, it would hang.
    """
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        assert server.poll() is None, (home / "log").read_text()
        for path in (home / "jupyter_runtime_dir").glob("jpserver-*.json"):
            with contextlib.suppress(ValueError, OSError):  # half-written; no answer yet
                url = f"http://127.0.0.1:{json.loads(path.read_text())['port']}"
                urllib.request.urlopen(f"{url}/api", timeout=PATIENCE).close()
                return url
        time.sleep(0.05)
    raise AssertionError("no server within a minute: " + (home / "log").read_text())


# ---------------------------------------------------------------- the browser


class Page:
    """A page, what went wrong on it, and what it asked other computers for.

    Attributes:
        page: Playwright's page, in a context of its own.
        errors: what the page wrote to the console as an error.
        requests: addresses that are not on this computer; none is answered.
    """

    def __init__(self, browser, **options):
        self.context = browser.new_context(viewport=SIZE, **options)
        self.context.set_default_timeout(PATIENCE * 1000)
        self.errors, self.requests = [], []
        self.context.route(self._elsewhere, self._refuse)
        self.page = self.context.new_page()
        self.page.on("console", self._note)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))

    @staticmethod
    def _elsewhere(url):
        return urlsplit(url).hostname not in (None, "", "127.0.0.1", "localhost")

    def _refuse(self, route):
        self.requests.append(route.request.url)
        route.abort()

    def _note(self, message):
        said = f"{message.text} {message.location.get('url', '')}".rstrip()
        if message.type == "error" and not any(re.search(text, said) for text in NOT_OURS):
            self.errors.append(said)

    def shoot(self, name, of=None):
        """Take a picture of the page, or of one element, for whoever looks at a run."""
        SCREENSHOTS.mkdir(exist_ok=True)
        (of or self.page).screenshot(path=SCREENSHOTS / f"{name}.png", animations="disabled")

    def close(self):
        self.context.close()


READY = """() => {
    const session = window.jupyterapp?.shell.currentWidget?.context?.sessionContext;
    const kernel = session?.isReady && session.session?.kernel;
    return kernel && kernel.connectionStatus === 'connected' && kernel.status === 'idle';
}"""
SHOW = """async name => {
    const notebook = window.jupyterapp.shell.currentWidget.content;
    const index = notebook.widgets.findIndex(cell => cell.model.id === name);
    notebook.mode = 'command';
    notebook.activeCellIndex = index;
    await notebook.scrollToItem(index, 'start');
    const node = notebook.widgets[index].node;
    node.dataset.name = name;
    node.querySelector('.jp-Cell-inputArea').scrollIntoView({block: 'start'});
    notebook.node.focus();
}"""
STATE = """name => {
    const {widgets} = window.jupyterapp.shell.currentWidget.content;
    const {model} = widgets.find(cell => cell.model.id === name);
    return {
        count: model.executionCount, idle: model.executionState !== 'running',
        source: model.sharedModel.source, outputs: model.outputs.toJSON(),
    };
}"""


class Lab(Page):
    """JupyterLab in a browser."""

    def __init__(self, browser, url, theme="light"):
        super().__init__(browser, color_scheme=theme)
        self.theme = theme
        self.page.goto(f"{url}/lab?reset&token={TOKEN}")
        self.page.locator(".jp-DirListing-item").first.wait_for()
        self.page.wait_for_function("() => window.jupyterapp?.restored.then(() => true)")
        self.command("apputils:change-theme", theme=f"JupyterLab {theme.title()}")
        body = f"body[data-jp-theme-name='JupyterLab {theme.title()}']"
        self.page.locator(body).wait_for(state="attached")

    def command(self, name, **arguments):
        call = "([name, arguments]) => window.jupyterapp.commands.execute(name, arguments)"
        self.page.evaluate(call, [name, arguments])

    def shoot(self, name, of=None):
        super().shoot(f"{name}-{self.theme}", of)

    def files(self):
        """What the file browser shows: the heads of its columns, and the names."""
        heads = self.page.locator(".jp-DirListing-headerItem").filter(visible=True)
        names = self.page.locator(".jp-DirListing-itemText")
        return [text.strip() for text in heads.all_inner_texts()], names.all_inner_texts()

    def open(self, *names):
        """Open a folder in a folder and so on, and at last a notebook, by double-clicks."""
        for name in names:
            item = self.page.locator(".jp-DirListing-item")
            item.filter(has=self.page.get_by_text(name, exact=True)).dblclick()
        self.page.wait_for_function(READY)

    def state(self, name):
        """The count, the source and the outputs of a code cell, by the name of the cell."""
        return self.page.evaluate(STATE, name)

    def show(self, name):
        """Scroll to a cell and make it the active one; return its element."""
        self.page.evaluate(SHOW, name)
        cell = self.page.locator(f".jp-Notebook-cell[data-name='{name}']")
        cell.wait_for()
        return cell

    def run(self, *names, key="Shift+Enter"):
        """Run cells, one after the other, by a key; return what the last one put out."""
        for name in names:
            before = self.state(name)["count"]
            self.show(name)
            self.page.keyboard.press(key)
            new = f"name => {{ const now = ({STATE})(name); return now.idle && now.count && "
            new += f"now.count !== {json.dumps(before)}; }}"
            self.page.wait_for_function(new, arg=name)
        return texts(self.state(names[-1])["outputs"])

    def run_all(self, last):
        """Run all cells, by the menu, to the cell that comes last."""
        self.page.get_by_role("menuitem", name="Run", exact=True).click()
        self.page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
        self.page.wait_for_function(f"name => ({STATE})(name).count", arg=last)
        self.page.wait_for_function(READY)
        return texts(self.state(last)["outputs"])

    def reload(self):
        """Read the notebook, which was changed on disk, once more."""
        self.command("docmanager:reload")
        self.page.wait_for_function(
            "() => !window.jupyterapp.shell.currentWidget.content.model.sharedModel.cells"
            ".some(cell => cell.source.includes('raise ExerciseOpen'))"
        )

    def replace(self, cell, old, new):
        """Type over the line that holds a text, as one does: click, mark, write."""
        line = self.show(cell).locator(".cm-line").filter(has_text=old)
        line.click()
        self.page.keyboard.press("Home")
        self.page.keyboard.press("Shift+End")
        self.page.keyboard.type(new)

    def validate(self):
        """Press nbgrader's button, and return the dialog that comes."""
        self.page.locator(".validate-button").click()
        dialog = self.page.locator(".jp-Dialog")
        dialog.wait_for(timeout=LONG * 1000)
        return dialog

    def close(self):
        self.page.evaluate("() => window.jupyterapp.serviceManager.sessions.shutdownAll()")
        super().close()


def texts(outputs):
    """The outputs of a cell as one text; of a table, its words without the markup."""
    found = []
    for output in outputs:
        if output["output_type"] == "stream":
            found.append(joined(output["text"]))
        elif output["output_type"] == "error":
            found.append("\n".join(output["traceback"]))
        else:
            found.append(joined(output["data"].get("text/plain", "")))
    return "".join(found)


def joined(text):
    return text if isinstance(text, str) else "".join(text)


# ---------------------------------------------------------------- the pictures of the README


def picture(page, name, *elements):
    """A picture that the README shows, of the rectangle around some elements.

    The words in it are stored with it: a picture whose words are no longer those on the page is
    out of date, in whatever font it was taken.
    """
    from PIL import Image, PngImagePlugin

    words = " ".join(" ".join(element.inner_text().split()) for element in elements)
    boxes = [element.bounding_box() for element in elements]
    left, top = min(box["x"] for box in boxes), min(box["y"] for box in boxes)
    right = max(box["x"] + box["width"] for box in boxes)
    bottom = max(box["y"] + box["height"] for box in boxes)
    top -= 8
    clip = {"x": left, "y": top, "width": right - left, "height": bottom - top}
    taken = page.page.screenshot(clip=clip, animations="disabled", caret="hide")
    SCREENSHOTS.mkdir(exist_ok=True)
    (SCREENSHOTS / f"{name}.png").write_bytes(taken)
    kept = PICTURES / f"{name}.png"
    if os.environ.get(KEEP):
        PICTURES.mkdir(exist_ok=True)
        few = Image.open(io.BytesIO(taken)).convert("RGB").quantize(256, dither=Image.Dither.NONE)
        note = PngImagePlugin.PngInfo()
        note.add_itxt("words", words)
        few.save(kept, optimize=True, pnginfo=note)
    with Image.open(kept) as image:
        assert image.text["words"] == words, (
            f"{kept.relative_to(ROOT)} is out of date: run {KEEP}=1 pytest tests/test_browser.py"
        )
