"""What a sampled run tries."""

import pytest
from sampling import _left_out, sampled

SEEDS = range(400)


@pytest.fixture(autouse=True)
def own_environment(monkeypatch):
    for name in ("SAMPLE", "CHANGED", "EVERYTHING"):
        monkeypatch.delenv(name, raising=False)


def left_out():
    """What has been left out, forgotten at once, so that this run does not report it."""
    found = dict(_left_out)
    _left_out.clear()
    return found


def test_default_run_tries_everything():
    assert sampled(SEEDS, int) == [*SEEDS]
    assert left_out() == {}


def test_sampled_run_tries_the_same_quarter_every_time(monkeypatch):
    monkeypatch.setenv("SAMPLE", "1")
    chosen = sampled(SEEDS, int, "06")
    assert 80 < len(chosen) < 120
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
