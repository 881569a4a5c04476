"""A small disk: a tmpfs in a mount namespace of its own, which needs no more than Linux and util-linux."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, kw_only=True)
class Disk:
    """Hold the disk that lies at `folder`, for those alone that are run by `enter`, the beginning of a command."""

    folder: Path
    enter: tuple[str, ...]

    def grow(self, size: str) -> None:
        """Give it more room, such as `300m`; what is on it stays."""
        subprocess.run([*self.enter, "mount", "-o", f"remount,size={size}", self.folder], check=True, timeout=30)


@contextmanager
def disk(folder: Path, size: str) -> Iterator[Disk]:
    """Mount one at a folder for as long as it is needed; only root can without a user namespace."""
    folder.mkdir(parents=True, exist_ok=True)
    root = os.geteuid() == 0
    own = ["unshare", "--mount"] + ([] if root else ["--map-root-user"])
    script = 'mount -t tmpfs -o size="$1" tmpfs "$0" && echo mounted && exec cat'
    with subprocess.Popen(
        [*own, "sh", "-c", script, folder, size], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        if holder.stdout.readline() != b"mounted\n":
            raise RuntimeError(f"no disk could be mounted at {folder}")
        user = [] if root else ["--user", "--preserve-credentials"]
        yield Disk(folder=folder, enter=("nsenter", f"--target={holder.pid}", "--mount", *user))
        assert holder.stdin is not None
        holder.stdin.close()
