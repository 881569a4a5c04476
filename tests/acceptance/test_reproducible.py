"""`make export` gives the committed bytes, wherever, whenever and however it runs."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from nosograph.graph import Graph
from nosograph.pipeline import FORMATS
from nosograph.views import write_page

CLOCK = """
import datetime, time
AHEAD = 10 * 365 * 86400
real, real_gmtime, real_localtime, real_strftime = time.time, time.gmtime, time.localtime, time.strftime
time.time = lambda: real() + AHEAD
time.time_ns = lambda: int(time.time() * 10**9)
time.gmtime = lambda seconds=None: real_gmtime(time.time() if seconds is None else seconds)
time.localtime = lambda seconds=None: real_localtime(time.time() if seconds is None else seconds)
time.strftime = lambda form, when=None: real_strftime(form, time.localtime() if when is None else when)
class Ahead(datetime.datetime):
    @classmethod
    def now(cls, tz=None): return datetime.datetime.fromtimestamp(time.time(), tz)
    utcnow = today = now
class Tomorrow(datetime.date):
    @classmethod
    def today(cls): return datetime.date.fromtimestamp(time.time())
datetime.datetime, datetime.date = Ahead, Tomorrow
"""
"""A sitecustomize module that puts the clock ten years ahead."""

WORLDS: Mapping[str, Mapping[str, str]] = {
    "as it is": {},
    "hash seed 1": {"PYTHONHASHSEED": "1"},
    "hash seed 4294967295": {"PYTHONHASHSEED": "4294967295"},
    "locale C": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "time zone and clock": {"TZ": "Pacific/Kiritimati", "PYTHONPATH": "clock"},
    "narrow and coloured": {"COLUMNS": "20", "FORCE_COLOR": "1", "TERM": "xterm-256color"},
}


PAGE = "ipex-syndrome.html"
"""The page holds the bundle, and is not committed."""


def files(folder: Path) -> dict[str, bytes]:
    """Read a folder's files, save the page."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != PAGE}


@pytest.mark.parametrize("world", WORLDS)
def test_the_committed_files_come_again(world: str, root: Path, tmp_path: Path) -> None:
    """Under another hash seed, locale, clock, time zone and folder, `export` writes the bytes of out/."""
    (tmp_path / "clock").mkdir()
    (tmp_path / "clock" / "sitecustomize.py").write_text(CLOCK)
    environment = {**os.environ, **WORLDS[world]}
    ran = subprocess.run(
        [sys.executable, "-m", "nosograph", "export", "-o", "made"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr.decode()
    assert files(tmp_path / "made") == files(root / "out")
    assert (tmp_path / "made" / PAGE).read_bytes() == write_page(Graph.load(root / "out" / "ipex-syndrome.trig"))


def test_the_clock_is_ahead(tmp_path: Path) -> None:
    """The clock of the test above is really another one."""
    (tmp_path / "sitecustomize.py").write_text(CLOCK)
    code = "import datetime, time; print(time.strftime('%Y'), datetime.datetime.now().year, datetime.date.today().year)"
    command = [sys.executable, "-c", code]
    now = subprocess.run(command, capture_output=True, check=True, text=True).stdout.split()
    ahead = subprocess.run(
        command, env={**os.environ, "PYTHONPATH": str(tmp_path)}, capture_output=True, check=True, text=True
    ).stdout.split()
    assert all(int(later) >= int(year) + 9 for later, year in zip(ahead, now, strict=True))


def test_every_format_is_committed(root: Path) -> None:
    """The folder out/ holds the article in every format but the page, and nothing else."""
    assert files(root / "out").keys() == {f"ipex-syndrome.{key}" for key in FORMATS} - {PAGE}
