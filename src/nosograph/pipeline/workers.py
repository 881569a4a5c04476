"""Processes that work through tasks side by side, so that none of them can take the others down.

The standard library's pool gives up all its tasks when one process is killed; this one gives up the task at hand.
"""

import gc
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from typing import Final, Generic, TypeVar, cast

from nosograph.errors import NosographError

_Task = TypeVar("_Task")
_Answer = TypeVar("_Answer")
Work = Callable[[_Task], _Answer]

_AHEAD: Final = 4
"""Tasks a process that may be begun before the first unfinished one is done: what waits for it stays in the memory."""
_PATIENCE: Final = 5.0
"""Seconds a process has to put its things away before it is killed."""
_METHODS: Final = ("forkserver", "spawn")
"""How processes begin, the first that the system has: fork alone would copy the locks of our threads as they stand."""
_PRELOADED: Final = ("nosograph.pipeline.batch", "nosograph.validation.data", "networkx", "pyld", "lxml.html", "rdflib")
"""What the server of forks imports once for all processes."""


@dataclass(frozen=True, slots=True)
class Died:
    """Stand in the place of an answer: the process was gone before it gave one. `code` is as in `Process.exitcode`."""

    code: int | None

    @property
    def killed(self) -> bool:
        """Say whether a signal ended it."""
        return self.code is not None and self.code < 0

    def __str__(self) -> str:
        """Say how it ended."""
        if self.code is not None and self.killed:
            with suppress(ValueError):  # a number that is no signal here
                return f"its process was killed ({signal.Signals(-self.code).name})"
        return f"its process ended by itself (exit code {self.code})"


@dataclass(slots=True)
class _Worker(Generic[_Task]):
    process: BaseProcess
    line: Connection
    number: int | None = None
    """Which task it is at, or none."""
    here: bool = False
    """Whether it has come up."""

    def give(self, number: int, task: _Task) -> None:
        self.number = number
        with suppress(OSError):  # it is gone: `taken` will tell
            self.line.send(task)


@dataclass(slots=True)
class _Crew(Generic[_Task, _Answer]):
    context: BaseContext
    work: Work[_Task, _Answer]
    workers: list[_Worker[_Task]] = field(default_factory=list)
    manned: bool = False
    """Whether any process has come up yet."""

    def begin(self) -> None:
        ours, theirs = self.context.Pipe()
        process = self.context.Process(target=_serve, args=(theirs, self.work), daemon=True)  # type: ignore[attr-defined]  # typeshed: BaseContext lacks what every context has
        process.start()
        theirs.close()
        self.workers.append(_Worker(process=process, line=ours))

    def idle(self) -> _Worker[_Task] | None:
        return next((worker for worker in self.workers if worker.number is None), None)

    def answers(self) -> Iterator[tuple[int, _Answer | Died]]:
        """Wait until somebody is done or gone."""
        busy = {worker.line: worker for worker in self.workers if worker.number is not None}
        for line in wait(list(busy)):
            worker = busy[cast("Connection", line)]  # we waited for lines alone
            number = cast("int", worker.number)  # of the busy alone
            try:
                answer: _Answer | Died = worker.line.recv()
                if not worker.here:  # the first thing it says is that it is here
                    worker.here = self.manned = True
                    continue
            except (EOFError, OSError):
                answer = self._replace(worker)
            worker.number = None
            yield number, answer

    def _replace(self, worker: _Worker[_Task]) -> Died:
        self.workers.remove(worker)
        worker.line.close()
        worker.process.join(_PATIENCE)
        if not self.manned:
            raise NosographError(
                "no process to work in can be begun", mend="call this below `if __name__ == '__main__':`, or use jobs=1"
            )
        self.begin()
        return Died(worker.process.exitcode)

    def leave(self) -> None:
        """Send everybody home: the idle see that nobody talks to them any more, the busy are told."""
        for worker in self.workers:
            worker.line.close()
            if worker.number is not None:
                worker.process.terminate()
        for worker in self.workers:
            worker.process.join(_PATIENCE)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()


def spread(tasks: Sequence[_Task], work: Work[_Task, _Answer], *, jobs: int) -> Iterator[_Answer | Died]:
    """Yield the answer to each task, in the tasks' order, from `jobs` processes.

    `work`, tasks and answers must be picklable; `work` raises nothing. A process that dies is one `Died`.

    Raises:
        NosographError: no process can be begun, as in a script that does not guard its main part.
    """
    context = get_context(next(method for method in _METHODS if method in get_all_start_methods()))
    if hasattr(context, "set_forkserver_preload"):
        context.set_forkserver_preload(list(_PRELOADED))
    crew: _Crew[_Task, _Answer] = _Crew(context=context, work=work)
    done: dict[int, _Answer | Died] = {}
    begun = given = 0
    try:
        for _ in range(min(jobs, len(tasks))):
            crew.begin()
        while given < len(tasks):
            while begun < min(len(tasks), given + _AHEAD * jobs) and (worker := crew.idle()):
                worker.give(begun, tasks[begun])
                begun += 1
            done |= dict(crew.answers())
            while given in done:
                yield done.pop(given)
                given += 1
    finally:
        crew.leave()


def _serve(line: Connection, work: Work[_Task, _Answer]) -> None:
    """Answer tasks until nobody talks to us any more. Whoever interrupts the program talks to the parent, not to us."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _leave)  # so that passing files are taken away
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        line.send(None)
        line.send(work(line.recv()))
        gc.freeze()  # what the first task loaded stays: looking through it again costs a twentieth of the time
        while True:
            line.send(work(line.recv()))


def _leave(*_: object) -> None:
    raise SystemExit(0)
