"""Build the course site: the guides, the student notebooks to read, to download and to run.

    python -m release.site [folder]

The folder, `site/` if you do not say, is replaced when all is built. The site holds no solution,
and its pages fetch nothing from anywhere else. Only JupyterLite, in `lite/`, fetches its Python.
"""

import argparse
import json
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from authoring.masters import NOTEBOOKS
from release.scaffold import ROOT
from release.series import Notebook, series
from release.way import draw_way, map_in_words, way_in_words

SITE = ROOT / "site"
# Where the front page lists the notebooks for the menu, and where it shows them; and what stands
# below the title of each.
LIST, SHOWN = "notebooks/*/*\n", "<!-- The notebooks. -->\n"
# Where the front page shows the map, and the last page the long picture with all answers.
MAP, WAY = "<!-- The map. -->", "<!-- The way. -->"
SHOW = """\
- [![{alt}]({picture})](notebooks/{name}/{name})

  **[{number} {title}](notebooks/{name}/{name})**

  **{question}** {answer}

  You can then {able}.
"""
# The tag of a cell whose stored output needs no kernel and no server: its page shows it.
ON_SITE = "on-site"
WAYS = """\
[Download this notebook with all that it needs](../../zips/{name}.zip), \
or <a href="../../lite/lab/index.html?path={name}/{name}.ipynb">work on it in the browser</a> \
without an installation.
"""
# These extensions of JupyterLab need a server.
LITE = {
    "jupyter-lite-schema-version": 0,
    "jupyter-config-data": {
        "disabledExtensions": ["@jupyter/nbgrader", "@jupyter-notebook/lab-extension"]
    },
}


def lay(release, source):
    """Copy what the pages are made of: the guides, the notebooks, and a zip file of each.

    Arguments:
        release: a folder with the student versions.
        source: a folder that is not there yet.
    """
    shutil.copytree(ROOT / "docs", source)
    entries = ""
    for folder in sorted(release.iterdir()):
        name = folder.name
        shutil.make_archive(str(source / "zips" / name), "zip", release, name)
        target = source / "notebooks" / name
        if (folder / "images").is_dir():
            shutil.copytree(folder / "images", target / "images")
        moving = outputs_on_site(NOTEBOOKS / name / f"{name}.ipynb")
        title = lay_notebook(folder / f"{name}.ipynb", target, moving)
        entries += f"{name[:2]} {title} <notebooks/{name}/{name}>\n"
    index = source / "index.md"
    text = index.read_text(encoding="utf-8").replace(LIST, entries)
    shown = "\n".join(show(notebook) for notebook in series() if notebook.question)
    there = f"![{map_in_words(series())}](images/map.svg)"
    index.write_text(text.replace(SHOWN, shown).replace(MAP, there), encoding="utf-8")
    last = source / "whole-way.md"
    (source / "images" / "whole-way.svg").write_text(draw_way(series()), encoding="utf-8")
    there = f"![{way_in_words(series())}](images/whole-way.svg)"
    text = last.read_text(encoding="utf-8").replace(WAY, there)
    last.write_text(text, encoding="utf-8")


def show(notebook: Notebook) -> str:
    """What the front page shows of a notebook: picture, title, and what the evening is good for."""
    picture = f"images/{notebook.name}.png"
    if notebook.picture.endswith(".svg"):
        picture = f"notebooks/{notebook.name}/images/{notebook.picture}"
    facts = {**vars(notebook), "number": notebook.number, "picture": picture}
    return SHOW.format(**facts)


def outputs_on_site(master):
    """The outputs that the page of a notebook shows, of the cells that are tagged for it.

    Returns:
        {id of the cell: HTML}.
    """
    found = {}
    for cell in json.loads(master.read_text(encoding="utf-8"))["cells"]:
        if ON_SITE in cell["metadata"].get("tags", ()):
            pages = [output.get("data", {}).get("text/html", "") for output in cell["outputs"]]
            found[cell["id"]] = "".join("".join(page) for page in pages)
    return found


def lay_notebook(path, target, moving):
    """Copy a notebook to a folder, with a line below its title that says where to work on it.

    Arguments:
        path: of a student version.
        target: the folder.
        moving: {id of a cell: HTML}, what the page shows below the cell.

    Returns:
        the title.
    """
    notebook = json.loads(path.read_text(encoding="utf-8"))
    cells = []
    for cell in notebook["cells"]:
        cells.append(cell)
        if page := moving.get(cell.get("id")):
            shown = {"cell_type": "markdown", "id": f"{cell['id']}-page", "metadata": {}}
            cells.append(shown | {"source": page})
    notebook["cells"] = cells
    first = notebook["cells"][0]
    title, _, rest = "".join(first["source"]).partition("\n")
    first["source"] = f"{title}\n\n{WAYS.format(name=path.stem)}{rest}"
    target.mkdir(parents=True, exist_ok=True)
    (target / path.name).write_text(json.dumps(notebook), encoding="utf-8")
    return title.removeprefix("# ")


def build_pages(source, site):
    """Build the pages with Sphinx.

    Raises:
        SystemExit: it failed, or it warned.
    """
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "-d", f"{source}.doctrees"]
    if subprocess.run([*command, str(source), str(site)]).returncode:
        raise SystemExit("The pages are not built: see the warnings above.")


def build_lite(release, site):
    """Build JupyterLite with the student versions in it.

    Raises:
        SystemExit: it failed.
    """
    with TemporaryDirectory() as folder:
        (Path(folder) / "jupyter-lite.json").write_text(json.dumps(LITE))
        contents = shutil.copytree(release, Path(folder) / "contents")
        for picture in contents.rglob("*.svg"):
            # JupyterLite shows no picture that has other letters than those of Western Europe.
            text = picture.read_text(encoding="utf-8")
            picture.write_bytes(text.encode("ascii", "xmlcharrefreplace"))
        command = [sys.executable, "-m", "jupyterlite_core", "build", "--lite-dir", folder]
        command += ["--contents", str(contents), "--output-dir", str(site)]
        command += ["--apps", "lab", "--no-sourcemaps"]
        done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8")
    if done.returncode:
        raise SystemExit(f"JupyterLite is not built:\n{done.stdout}{done.stderr}")


def build(site):
    """Build the whole site in a folder, which is replaced.

    Raises:
        SystemExit: something is not as it should be; the folder is left as it was.
    """
    from release.student_version import generate

    if site.exists() and not (site / "searchindex.js").is_file() and any(site.iterdir()):
        raise SystemExit(f"{site} holds something else than a site: name another folder.")
    with TemporaryDirectory() as folder:
        release, source, new = (Path(folder) / name for name in ("release", "source", "new"))
        generate(release)
        lay(release, source)
        build_pages(source, new)
        build_lite(release, new / "lite")
        shutil.rmtree(site, ignore_errors=True)
        shutil.move(new, site)


def main(argv=None):
    parser = argparse.ArgumentParser(prog="python -m release.site", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("folder", nargs="?", type=Path, default=SITE)
    site = parser.parse_args(argv).folder.resolve()
    build(site)
    print(f"The site is built: open {site / 'index.html'}")


if __name__ == "__main__":
    main()
