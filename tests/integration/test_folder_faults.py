"""Loads into the folder of a store that go wrong: in the end each graph holds the file's triples, and no others."""

import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from integration.disk import disk
from integration.scenes import LOAD, counted, counts, seeded, written

pytestmark = pytest.mark.integration
KILLS = 10
Command = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="module")
def quads(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a file to load."""
    return written(tmp_path_factory.mktemp("quads") / "quads.nq", root / "out" / "ipex-syndrome.nq", 21_000_000)


@pytest.mark.parametrize("fresh", [True, False])
def test_a_killed_loader_is_mended_by_running_it_again(
    quads: Path, tmp_path: Path, nosograph: Command, *, fresh: bool
) -> None:
    """Killed at ten moments, the loader run again leaves the store whole; a new one is whole or not there."""
    store, chance = tmp_path / "store", seeded(f"folder {fresh}")
    started = time.monotonic()
    assert nosograph("load", quads, store).returncode == 0
    lasting, killed = time.monotonic() - started, 0
    while killed < KILLS:
        if fresh:
            shutil.rmtree(store)
        with subprocess.Popen([*LOAD, quads, store], stderr=subprocess.PIPE) as loader:
            try:
                loader.wait(timeout=chance.uniform(0, lasting))
            except subprocess.TimeoutExpired:
                loader.kill()
        if loader.returncode == 0:  # it was faster than the first
            lasting *= 0.8
        else:
            assert loader.returncode == -signal.SIGKILL
            killed += 1
            assert not fresh or not store.exists() or counted(store) == counts(quads)
        ran = nosograph("load", quads, store)
        assert ran.returncode == 0, ran.stderr
        assert counted(store) == counts(quads)
        assert [path.name for path in tmp_path.iterdir()] == ["store"]


def test_a_full_disk_is_one_line_and_mended_later(quads: Path, tmp_path: Path) -> None:
    """Where the disk is full the load ends with one line and no store; given room, it is made and filled."""
    with disk(tmp_path / "disk", "10m") as small:
        store = small.folder / "store"

        def run(*words: object) -> "subprocess.CompletedProcess[str]":
            command = [*small.enter, *map(str, words)]
            return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)

        ran = run(*LOAD, quads, store)
        assert (ran.returncode, ran.stdout, ran.stderr.count("\n")) == (2, "", 1), ran.stderr
        assert "see that there is room" in ran.stderr
        assert run("ls", small.folder).stdout == ""
        small.grow("1g")
        ran = run(*LOAD, quads, store)
        assert ran.returncode == 0, ran.stderr
        small.grow("40m")
        ran = run(*LOAD, quads, store)
        assert (ran.returncode, ran.stdout, ran.stderr.count("\n")) in {(0, "", 9), (2, "", 1)}, ran.stderr
        small.grow("1g")
        ran = run(*LOAD, quads, store)
        assert ran.returncode == 0, ran.stderr
        run("cp", "-r", store, tmp_path / "copied")
    assert counted(tmp_path / "copied") == counts(quads)
