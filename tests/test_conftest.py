"""What a master shows does not depend on the settings of the person who tests it."""

import os
import shutil
import subprocess
import sys

import nbformat

from authoring.masters import ROOT


def test_notebook_with_settings_of_the_maintainer_passes(tmp_path):
    cell = nbformat.v4.new_code_cell("import matplotlib.pyplot\n1\n2", execution_count=1)
    cell.outputs = [
        nbformat.v4.new_output("execute_result", {"text/plain": "2"}, execution_count=1)
    ]
    notebook = nbformat.v4.new_notebook(cells=[cell])
    nbformat.write(notebook, tmp_path / "n.ipynb")
    shutil.copy(ROOT / "conftest.py", tmp_path)
    profile = tmp_path / "settings" / "profile_default"
    profile.mkdir(parents=True)
    (profile / "ipython_config.py").write_text(
        'c.InteractiveShell.ast_node_interactivity = "all"\n'
    )
    (tmp_path / "startup.py").write_text("import sys; print('hello', file=sys.stderr)\n")
    settings = {
        "IPYTHONDIR": str(profile.parent),
        "MPLCONFIGDIR": os.devnull,  # no folder, as in a container without a home
        "PYTHONSTARTUP": str(tmp_path / "startup.py"),
    }
    command = [sys.executable, "-m", "pytest", "-q", "--nbval", "--rootdir=."]
    done = subprocess.run(
        [*command, f"--override-ini=cache_dir={ROOT / '.pytest_cache'}", "n.ipynb"],
        cwd=tmp_path,
        env={**os.environ, **settings},
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout + done.stderr
