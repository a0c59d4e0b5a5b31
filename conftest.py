"""Before any test: read no settings of the person who runs it, and see what is installed.

Their settings of IPython and Matplotlib change what a cell shows or warns of, and each master is
compared with its stored outputs. A cell with the tag `needs-torch` is left out where there is no
PyTorch.
"""

import os
import subprocess
import sys
from importlib.util import find_spec

import pytest

FOLDERS = {"IPYTHONDIR": "ipython", "JUPYTER_CONFIG_DIR": "jupyter", "MPLCONFIGDIR": "matplotlib"}


def pytest_configure(config: pytest.Config) -> None:
    """Give the programs that the tests start settings of their own: none."""
    folders = {name: config.cache.mkdir(folder) for name, folder in FOLDERS.items()}
    os.environ.update({name: str(folder) for name, folder in folders.items()})
    os.environ.pop("PYTHONSTARTUP", None)  # IPython would run it in each kernel
    if not any(folders["MPLCONFIGDIR"].glob("fontlist-*.json")):
        # Matplotlib may take a while to look for fonts, and says so, in a cell if not here.
        subprocess.run([sys.executable, "-c", "import matplotlib.font_manager"], check=True)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip the cells of the masters that need a package which is not installed."""
    for item in items:
        cell = getattr(item, "cell", None)
        for tag in cell.metadata.get("tags", ()) if cell else ():
            package = tag.removeprefix("needs-")
            if package != tag and find_spec(package) is None:
                item.add_marker(pytest.mark.skip(reason=f"{package} is not installed"))
