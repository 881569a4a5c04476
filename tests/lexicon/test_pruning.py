"""What stays in the cache, and what goes."""

import os
from pathlib import Path

from nosograph.lexicon.loading import cached
from nosograph.lexicon.manifest import SourceFile
from nosograph.lexicon.pruning import mark_used, prune

DAY = 86400
NOW = 1_000 * DAY


def _file(folder: Path, name: str, *, days_ago: float) -> Path:
    path = folder / name
    path.write_bytes(b"x")
    os.utime(path, (NOW - days_ago * DAY, NOW - days_ago * DAY))
    return path


def test_lexicons_long_unused_go_save_the_three_used_last(tmp_path: Path) -> None:
    """After 60 days without use a lexicon goes, but three always stay, and so does every other file."""
    for number, days in enumerate((70, 80, 90, 100, 110)):
        _file(tmp_path, f"lexicon-{number}.nosograph", days_ago=days)
    _file(tmp_path, "sums.json", days_ago=500)
    assert [path.name for path in prune(tmp_path, now=NOW)] == ["lexicon-3.nosograph", "lexicon-4.nosograph"]
    assert len(list(tmp_path.iterdir())) == 4


def test_lexicons_in_use_stay(tmp_path: Path) -> None:
    """Ten lexicons used within 60 days all stay."""
    for number in range(10):
        _file(tmp_path, f"lexicon-{number}.nosograph", days_ago=50)
    assert prune(tmp_path, now=NOW) == ()


def test_what_a_broken_off_write_left_goes_after_a_day(tmp_path: Path) -> None:
    """Another process may be writing now: only temporary files older than a day go."""
    _file(tmp_path, ".lexicon-1.nosograph.abc.tmp", days_ago=0.1)
    _file(tmp_path, ".lexicon-2.nosograph.abc.tmp", days_ago=2)
    assert [path.name for path in prune(tmp_path, now=NOW)] == [".lexicon-2.nosograph.abc.tmp"]


def test_use_is_stamped_once_a_day(tmp_path: Path) -> None:
    """An old stamp is renewed, one of today is left as it is, and a missing file does no harm."""
    old, new = (_file(tmp_path, name, days_ago=days) for name, days in (("old", 30), ("new", 0.5)))
    for path in (old, new, tmp_path / "none"):
        mark_used(path, now=NOW)
    assert (old.stat().st_mtime, new.stat().st_mtime) == (NOW, NOW - DAY / 2)


def test_making_a_lexicon_prunes_its_cache(tmp_path: Path) -> None:
    """Where a new lexicon is made, those long unused go, whatever their number was."""
    source = tmp_path / "tiny.tsv"
    source.write_text("curie\tlabel\nX:1\tpurple nail\n", encoding="utf-8")
    cache = tmp_path / "cache"
    cache.mkdir()
    for number in range(4):
        os.utime(_file(cache, f"lexicon-{number}.nosograph", days_ago=0), (number, number))
    made = cached([SourceFile(path=source, format="terms")], cache)
    assert made.path is not None
    assert sorted(path.name for path in cache.iterdir()) == sorted(
        [made.path.name, "lexicon-2.nosograph", "lexicon-3.nosograph"]
    )
