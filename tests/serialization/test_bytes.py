"""The same bytes on any machine."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = """
import hashlib, builders, hostile
from nosograph.serialization import WRITERS
for graph in (builders.graph(), hostile.graph()):
    for form, write in WRITERS.items():
        print(form, hashlib.sha256(write(graph)).hexdigest())
"""
TESTS = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def expected() -> str:
    """Give the sums under plain conditions."""
    return sums(PYTHONHASHSEED="0")


def sums(cwd: Path | None = None, **conditions: str) -> str:
    """Write all formats in a new process under these conditions, and give their check sums."""
    environment = {**os.environ, "PYTHONPATH": str(TESTS), **conditions}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], env=environment, cwd=cwd, capture_output=True, text=True, check=True
    )
    return done.stdout


@pytest.mark.parametrize(
    "conditions",
    [
        {"PYTHONHASHSEED": "12345"},
        {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    ],
    ids=["seed", "locale and zone", "ASCII"],
)
def test_conditions_do_not_count(expected: str, conditions: dict[str, str], tmp_path: Path) -> None:
    """Another seed of hashes, locale, time zone or working directory gives the same bytes."""
    assert sums(tmp_path, **conditions) == expected
    assert len(expected.splitlines()) == 14
