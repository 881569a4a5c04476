"""Tasks worked through by several processes."""

import multiprocessing
import sys
from types import ModuleType

import pytest

from nosograph.errors import NosographError
from nosograph.pipeline.workers import Died, spread

KILLED = "__import__('os').kill(__import__('os').getpid(), 9)"
ENDED = "__import__('os')._exit(3)"
LATE = "[__import__('time').sleep(0.3), 'late'][1]"


def answers(*tasks: str, jobs: int = 2) -> list[object]:
    """Let processes evaluate the tasks."""
    return list(spread(tasks, eval, jobs=jobs))  # processes import what they work with, so not from a test


@pytest.mark.parametrize("jobs", [1, 2, 9])
def test_answers_come_in_the_tasks_order(jobs: int) -> None:
    """However many processes there are, and however long a task takes, the answers stand in the order of the tasks."""
    assert answers(LATE, "1", "2", LATE, "3", jobs=jobs) == ["late", 1, 2, "late", 3]


def test_a_killed_process_costs_one_task() -> None:
    """In the place of a task whose process was killed stands what killed it; all the others are answered."""
    assert answers("1", KILLED, "2", "3", KILLED, "4") == [1, Died(-9), 2, 3, Died(-9), 4]


@pytest.mark.parametrize("task", [KILLED, ENDED])
def test_every_task_may_be_lost(task: str) -> None:
    """Where each process dies of its first task, each task is lost, and nothing hangs."""
    assert all(isinstance(answer, Died) for answer in answers(task, task, task))


def test_how_a_process_died_is_said_in_words() -> None:
    """A signal is named; an end of its own has its code."""
    assert str(Died(-9)) == "its process was killed (SIGKILL)"
    assert str(Died(3)) == "its process ended by itself (exit code 3)"
    assert str(Died(-99)) == "its process ended by itself (exit code -99)"


def test_processes_that_cannot_begin_are_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no process can be begun at all, here for want of a module, that is said once, and not of each task."""
    module = ModuleType("known_here_alone")
    exec("def work(task): return task", vars(module))  # noqa: S102 - a function of that module
    monkeypatch.setitem(sys.modules, module.__name__, module)
    with pytest.raises(NosographError, match="no process to work in can be begun"):
        list(spread(["1", "2"], module.work, jobs=2))


def test_nobody_is_left_behind() -> None:
    """When the answers are no longer wanted, the processes are gone, also those at work."""
    before = set(multiprocessing.active_children())
    asked = spread(["1", "__import__('time').sleep(600)", "2"], eval, jobs=2)
    assert next(asked) == 1
    asked.close()
    assert set(multiprocessing.active_children()) <= before
