"""The cache: made once, made anew when it must be, never half-read."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from nosograph.lexicon.loading import cache_folder, cached
from nosograph.lexicon.manifest import SourceFile

TABLE = "curie\tlabel\tkind\texact\nX:1\tpurple nail\tphenotype\tviolet nail|lilac nail\nX:2\tgreen nail\tphenotype\n"
PROGRAM = """
import sys
from pathlib import Path
from nosograph.lexicon.loading import cached
from nosograph.lexicon.manifest import SourceFile
lexicon = cached([SourceFile(path=Path(sys.argv[1]), format="terms")], Path(sys.argv[2]))
print(len(lexicon), *lexicon.notes)
"""


@pytest.fixture
def source(tmp_path: Path) -> SourceFile:
    """Write a table of two terms."""
    path = tmp_path / "tiny.tsv"
    path.write_text(TABLE, encoding="utf-8")
    return SourceFile(path=path, format="terms")


def _compiled(cache: Path) -> list[Path]:
    return sorted(cache.glob("lexicon-*.nosograph"))


def test_a_lexicon_is_compiled_once(source: SourceFile, tmp_path: Path) -> None:
    """The first use compiles and says so, the second maps the same file without a word."""
    cache, told = tmp_path / "cache", []
    first = cached([source], cache, progress=lambda label, part: told.append((label, part)))
    assert told[0] == ("reading tiny.tsv", 0.0)
    assert told[-1][1] == 1.0
    assert [part for _, part in told] == sorted(part for _, part in told)
    told.clear()
    second = cached([source], cache, progress=lambda label, part: told.append((label, part)))
    assert (first.path, told) == (second.path, [])


def test_a_changed_source_makes_another_file(source: SourceFile, tmp_path: Path) -> None:
    """After an edit the new words are there, and the old file stays for whoever has it open."""
    cache = tmp_path / "cache"
    old = cached([source], cache)
    source.path.write_text(TABLE.replace("green", "brown"), encoding="utf-8")
    assert cached([source], cache).concept("X:2").label == "brown nail"
    assert old.concept("X:2").label == "green nail"
    assert len(_compiled(cache)) == 2


@pytest.mark.parametrize("damage", [b"", b"not a lexicon", None])
def test_a_damaged_file_is_made_anew(source: SourceFile, tmp_path: Path, damage: bytes | None) -> None:
    """An empty, foreign or truncated file in the cache is replaced by a good one."""
    cache = tmp_path / "cache"
    cached([source], cache)
    (path,) = _compiled(cache)
    good = path.read_bytes()
    path.unlink()
    path.write_bytes(good[: len(good) // 2] if damage is None else damage)
    assert cached([source], cache).concept("X:1").label == "purple nail"
    assert path.read_bytes() == good


def test_processes_that_compile_at_once_do_no_harm(source: SourceFile, tmp_path: Path) -> None:
    """Four processes over one empty cache all get the lexicon and leave one whole file and no rest."""
    cache = tmp_path / "cache"
    command = [sys.executable, "-c", PROGRAM, str(source.path), str(cache)]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(4)]
    assert {process.communicate()[0] for process in running} == {"4\n"}
    assert len(list(cache.iterdir())) == 1


def test_bytes_do_not_depend_on_the_hash_seed(source: SourceFile, tmp_path: Path) -> None:
    """Two seeds give the same file, byte for byte."""
    sums = set()
    for seed in ("1", "2"):
        cache = tmp_path / seed
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-c", PROGRAM, str(source.path), str(cache)], check=True, env=environment)
        sums.add(hashlib.sha256(_compiled(cache)[0].read_bytes()).hexdigest())
    assert len(sums) == 1


def test_a_cache_that_cannot_be_written_leaves_the_lexicon_in_memory(source: SourceFile, tmp_path: Path) -> None:
    """Where a file stands in the cache's place the lexicon works all the same and says why it is not kept."""
    blocked = tmp_path / "cache"
    blocked.write_text("a file, no folder", encoding="utf-8")
    lexicon = cached([source], blocked)
    assert lexicon.concept("X:1").label == "purple nail"
    assert lexicon.path is None
    assert "NOSOGRAPH_CACHE" in lexicon.notes[0]
    assert blocked.read_text(encoding="utf-8") == "a file, no folder"


@pytest.mark.skipif(sys.platform == "win32", reason="limits of file size are POSIX's")
def test_a_full_disk_leaves_nothing_half_written(source: SourceFile, tmp_path: Path) -> None:
    """A write that fails in the middle leaves no file behind, and the lexicon in memory."""
    cache = tmp_path / "cache"
    limited = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))\n" + PROGRAM
    command = [sys.executable, "-c", limited, str(source.path), str(cache)]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert said.startswith("4 ")
    assert "kept in memory" in said
    assert list(cache.iterdir()) == []


def test_large_sources_are_not_hashed_at_every_start(tmp_path: Path) -> None:
    """The sum of a large file is noted in the cache, and taken anew when the file changes or the note is broken."""
    path, cache = tmp_path / "large.tsv", tmp_path / "cache"
    path.write_text(TABLE + "# padding\n" * 200_000, encoding="utf-8")
    source = SourceFile(path=path, format="terms")
    cached([source], cache)
    assert hashlib.sha256(path.read_bytes()).hexdigest() in (cache / "sums.json").read_text(encoding="utf-8")
    path.write_text(TABLE.replace("green", "brown") + "# padding\n" * 200_000, encoding="utf-8")
    os.utime(path, ns=(1, 1))
    assert cached([source], cache).concept("X:2").label == "brown nail"
    (cache / "sums.json").write_text('{"a": [1, "x"], "b"', encoding="utf-8")
    assert cached([source], cache).concept("X:2").label == "brown nail"


def test_the_cache_can_be_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """NOSOGRAPH_CACHE overrides the platform's folder."""
    monkeypatch.setenv("NOSOGRAPH_CACHE", str(tmp_path / "mine"))
    assert cache_folder() == tmp_path / "mine"
    monkeypatch.delenv("NOSOGRAPH_CACHE")
    assert cache_folder().name == "nosograph"
