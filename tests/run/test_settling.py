"""A file is read when it has rested."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from olgu.run import settling
from olgu.run.settling import PATIENCE, Settling


class Clock:
    """The time, as the test says."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """A clock by which files were touched when they are looked at first."""
    clock = Clock()
    monkeypatch.setattr(settling, "monotonic", clock)
    monkeypatch.setattr(settling, "time", lambda: 0.0)  # every file is of the future
    return clock


def names(listing: settling.Listing) -> list[str]:
    return [Path(path).name for path in listing.paths]


def test_a_file_is_whole_when_it_has_rested(tmp_path: Path, clock: Clock) -> None:
    folder = Settling(tmp_path, 2)
    (tmp_path / "a.txt").write_text("a")
    for now, whole in ((0.0, []), (1.9, []), (2.0, ["a.txt"])):
        clock.now = 1000 + now
        listing = folder.look()
        assert (names(listing), listing.pending) == (whole, not whole)
    (tmp_path / "a.txt").write_text("ab")
    assert (names(folder.look()), folder.look().held) == ([], False)
    clock.now += 2
    assert names(folder.look()) == ["a.txt"]


@pytest.mark.parametrize(("age", "whole"), [(0.0, False), (1.9, False), (2.1, True), (1e6, True), (-1e6, False)])
def test_a_file_that_was_touched_long_ago_is_whole_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, age: float, whole: bool
) -> None:
    (tmp_path / "a.txt").write_text("a")
    touched = max(os.stat(tmp_path / "a.txt").st_mtime, os.stat(tmp_path / "a.txt").st_ctime)
    monkeypatch.setattr(settling, "time", lambda: touched + age)
    assert (Settling(tmp_path, 2).look().paths != []) == whole


def test_a_copied_old_date_does_not_make_a_file_whole(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a")
    os.utime(tmp_path / "a.txt", (0, 0))
    assert Settling(tmp_path, 60).look().pending


def test_what_is_in_the_tables_is_waited_for_but_not_for_ever(tmp_path: Path, clock: Clock) -> None:
    folder, path = Settling(tmp_path, 1), tmp_path / "a.txt"
    path.write_text("a")
    folder.look()
    clock.now += 1
    read = folder.look().paths
    for second in range(PATIENCE + 1):
        path.write_text("a" * (second + 2))
        listing = folder.look(read)
        assert (listing.paths, listing.held) == ([], True), second
        clock.now += 1
    path.write_text("end")
    assert folder.look(read).paths == read
    path.write_text("and more")
    assert folder.look(read).held, "the patience begins anew"


def test_a_dangling_link_is_no_reason_to_wait(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "yok.txt")
    listing = Settling(tmp_path, 60).look()
    assert (names(listing), listing.pending) == (["a.txt"], False)
