"""What a sampled run tries."""

import pytest
import sampling
from sampling import sampled

SEEDS = range(400)


@pytest.fixture(autouse=True)
def own_environment(monkeypatch):
    for name in ("SAMPLE", "CHANGED", "EVERYTHING"):
        monkeypatch.delenv(name, raising=False)


def left_out():
    """What has been left out, forgotten at once, so that this run does not report it."""
    found = dict(sampling._left_out)
    sampling._left_out.clear()
    return found


def test_default_run_tries_everything():
    assert sampled(SEEDS, int) == [*SEEDS]
    assert left_out() == {}


def test_sampled_run_tries_the_same_eighth_every_time(monkeypatch):
    monkeypatch.setenv("SAMPLE", "1")
    chosen = sampled(SEEDS, int, "06")
    assert 35 < len(chosen) < 65
    assert left_out() == {"06": 400 - len(chosen)}
    assert sampled(reversed(SEEDS), int, "06") == chosen[::-1]
    left_out()


@pytest.mark.parametrize(("name", "value"), [("CHANGED", "03, 06"), ("EVERYTHING", "1")])
def test_changed_notebook_is_tried_in_full(monkeypatch, name, value):
    monkeypatch.setenv("SAMPLE", "1")
    monkeypatch.setenv(name, value)
    assert sampled(SEEDS, int, "06") == [*SEEDS]
    assert left_out() == {}


def test_other_notebook_than_the_changed_one_is_sampled(monkeypatch):
    monkeypatch.setenv("SAMPLE", "1")
    monkeypatch.setenv("CHANGED", "03")
    assert len(sampled(SEEDS, int, "06")) < len(SEEDS)
    left_out()


def test_what_takes_long_is_tried_for_every_fourth_notebook_and_for_the_changed(monkeypatch):
    notebooks = [f"{number:02}" for number in range(1, 100)]
    assert not any(map(sampling.left_out, notebooks))
    monkeypatch.setenv("SAMPLE", "1")
    tried = [notebook for notebook in notebooks if not sampling.left_out(notebook)]
    assert 15 < len(tried) < 35
    other = next(notebook for notebook in notebooks if notebook not in tried)
    monkeypatch.setenv("CHANGED", other)
    assert not sampling.left_out(other)
