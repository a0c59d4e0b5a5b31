"""The pictures in the notebooks are the ones that their functions draw."""

import pytest

from authoring import figures


@pytest.mark.skipif(not figures.is_pinned(), reason="drawn by another matplotlib")
def test_stored_pictures_are_as_they_are_drawn():
    assert [name for name in figures.figures() if figures.is_stale(name)] == []


@pytest.mark.skipif(not figures.is_pinned(), reason="drawn by another matplotlib")
def test_changed_picture_is_stale(tmp_path, monkeypatch):
    name = next(iter(figures.figures()))
    changed = tmp_path / "changed.svg"
    monkeypatch.setattr(figures, "target", lambda name: changed)
    assert figures.is_stale(name)  # it is not there
    figures.draw(name, changed)
    assert not figures.is_stale(name)
    text = changed.read_text(encoding="utf-8")
    number = figures.NUMBER.search(text)
    moved = f"{float(number.group()) + 0.5}"
    changed.write_text(text[: number.start()] + moved + text[number.end() :], encoding="utf-8")
    assert figures.is_stale(name)
