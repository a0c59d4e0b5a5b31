"""What the notebooks use of dnn_tools: pictures and tables from files, the progress bar."""

import sys

import matplotlib.pyplot as plt
import numpy as np
import pytest
from jupyter_client.manager import start_new_kernel

from dnn_tools import progress
from dnn_tools.files import load_image, load_table


@pytest.mark.parametrize("channels", [1, 3])
def test_an_image_of_ones_own_is_averaged(channels, tmp_path):
    image = np.zeros((24, 64, 3))
    image[:, 32:] = 1, 0.5, 0  # the right half is orange
    plt.imsave(tmp_path / "my.png", image)
    found = load_image(tmp_path / "my.png", 8, 16, channels)
    assert found.shape == (1, 8, 16, channels)
    assert found.dtype == np.uint8
    assert found[..., :8, :].max() == 0
    assert set(found[..., 8:, :].ravel()) == ({127} if channels == 1 else {255, 127, 0})


def test_an_image_is_made_larger_and_its_transparent_parts_white(tmp_path):
    plt.imsave(tmp_path / "my.png", np.array([[[0, 0, 0, 1.0], [0, 0, 0, 0.0]]]))
    found = load_image(tmp_path / "my.png", 2, 4)
    assert found[0, :, :, 0].tolist() == [[0, 0, 255, 255]] * 2


def test_what_is_no_image_is_one_sentence(tmp_path):
    with pytest.raises(FileNotFoundError, match="There is no file nowhere.png"):
        load_image("nowhere.png", 8, 16)
    (tmp_path / "text.png").write_text("no image")
    with pytest.raises(ValueError, match="cannot be read as an image"):
        load_image(tmp_path / "text.png", 8, 16)


def test_a_table_has_numbers_and_texts(tmp_path):
    (tmp_path / "a.csv").write_text("name,x\n7-1,1\n20-1,2.5\n")
    table = load_table(tmp_path / "a.csv")
    assert table["name"].tolist() == ["7-1", "20-1"]
    assert table["x"].tolist() == [1, 2.5]


TRAINING = (
    "import time; from dnn_tools.progress import show_progress\n"
    "for i in range(10): show_progress(i, 10, 0.25); time.sleep(0.08)\n"
    "for i in range(3): show_progress(i, 3, 0.25)"  # too fast to be shown
)


def test_the_bar_comes_where_somebody_watches_and_goes():
    """A front end with a user says that it may be asked; nbclient, nbconvert, nbval say not."""
    manager, client = start_new_kernel()
    try:
        for watched in (True, False):
            seen = []
            client.execute_interactive(
                TRAINING, allow_stdin=watched, output_hook=seen.append, timeout=60
            )
            shown = [m for m in seen if m["msg_type"] not in ("status", "execute_input")]
            assert bool(shown) is watched
            if watched:
                kinds = [message["msg_type"] for message in shown]
                assert kinds[0] == "display_data"
                assert set(kinds[1:]) == {"update_display_data"}
                assert "cost 0.2500" in shown[0]["content"]["data"]["text/plain"]
                assert shown[-1]["content"]["data"] == {"text/plain": ""}
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def test_no_bar_without_jupyter(monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "IPython", None)
    progress.show_progress(0, 2, 0.5)
    progress.show_progress(1, 2, 0.5)
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("cost", [0.5, np.float64(0.5), np.array([[0.5]]), np.ones(3), None])
def test_a_bar_takes_any_cost(cost, monkeypatch):
    shown = []
    monkeypatch.setattr(progress._Bar, "DELAY", 0)
    monkeypatch.setattr(progress._Bar, "_show", lambda self, output: shown.append(output))
    monkeypatch.setattr(progress, "_somebody_watches", lambda: True)
    for i in range(3):
        progress.show_progress(i, 3, cost)
    assert shown[0]["text/plain"].startswith("iteration 1 of 3")
