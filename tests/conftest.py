"""What all tests share.

The compiled lexicon of the tests lies in pytest's own cache (.pytest_cache/d/nosograph), never in the user's: compiled
once a checkout, made anew when its sources change. NOSOGRAPH_CACHE, where it is set, wins. The network is blocked
(pytest-socket, see pyproject.toml); tests marked `integration` open it for themselves.
"""

import io
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

from nosograph import resources
from nosograph.__main__ import main
from nosograph.lexicon import Lexicon, load_lexicon

ROOT = Path(__file__).resolve().parent.parent

# the same examples on every run: a change is judged by what it changed; `--hypothesis-profile=default` looks further
settings.register_profile("same", derandomize=True, deadline=None)
settings.load_profile("same")


def pytest_configure(config: pytest.Config) -> None:
    """Give the tests a lexicon cache of their own."""
    os.environ.setdefault("NOSOGRAPH_CACHE", str(config.cache.mkdir("nosograph")))


@pytest.fixture(scope="session")
def root() -> Path:
    """Give the checkout's folder."""
    return ROOT


@pytest.fixture(scope="session")
def ipex() -> Path:
    """Give the article on IPEX syndrome that travels with the program."""
    return resources.folder("articles") / "ipex-syndrome.txt"


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """Give the default lexicon; from here on it is compiled, and no command says that it compiles."""
    return load_lexicon()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """Hold what a command line did: exit code, and what it wrote to either stream."""

    code: int
    out: str
    err: str


Command = Callable[..., Ran]


@pytest.fixture
def nosograph(
    request: pytest.FixtureRequest, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> Command:
    """Run the command line in this process: `nosograph("read", path, stdin=b"…")`."""
    request.getfixturevalue("lexicon")

    def run(*arguments: object, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        words: Sequence[str] = [str(argument) for argument in arguments]
        capfdbinary.readouterr()
        code = main(words)
        out, err = capfdbinary.readouterr()
        return Ran(code=code, out=out.decode(), err=err.decode())

    return run
