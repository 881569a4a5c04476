"""Many articles to their files, and to one merged dataset: one's failure does not stop the rest."""

import os
import pickle
import traceback
from collections.abc import Callable, Collection, Generator, Iterable
from contextlib import ExitStack, closing
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Final

from nosograph.errors import InputError, NosographError
from nosograph.graph import BASE
from nosograph.lexicon import Lexicon, load_lexicon
from nosograph.pipeline.exported import Exported
from nosograph.pipeline.gathering import gather, refuse_a_folder
from nosograph.pipeline.merging import merged_format, merging
from nosograph.pipeline.naming import StandardInput, Task, named
from nosograph.pipeline.order import FORMATS, admit, checked, draft_of, known_formats
from nosograph.reading import read
from nosograph.serialization import write_files

_KILLED: Final = "the system does so where memory runs out: free some, or give fewer jobs"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Job:
    """Hold what is the same for every article; `merged` is the format of the merged dataset, or nothing."""

    folder: Path
    formats: tuple[str, ...]
    merged: str
    bibliography: str | os.PathLike[str] | None
    base: str


@dataclass(frozen=True, slots=True)
class _Done:
    exported: Exported
    merged: bytes = b""


def export_all(
    sources: Iterable[str | os.PathLike[str]],
    folder: str | os.PathLike[str],
    *,
    formats: Collection[str] | None = None,
    jobs: int = 1,
    merge: str | os.PathLike[str] | None = None,
    lexicon: Lexicon | None = None,
    bibliography: str | os.PathLike[str] | None = None,
    base: str = BASE,
) -> Generator[Exported, None, None]:
    """Export articles, and all the articles in folders, as they are asked for, and yield what became of each.

    Files and order do not depend on `jobs`, the number of processes. `merge` names a file, *.nq or *.trig, that gets
    all the graphs that were written; it is there once the last of them is taken. A script that gives `jobs` has its
    main part below `if __name__ == "__main__":`, as `multiprocessing` wants it.

    Raises:
        InputError: a format that is not in `FORMATS`, a merged file of another ending or with an article's own name.
        OutputError: the merged file cannot be written.
        LexiconError: the lexicon cannot be compiled or loaded.
    """
    job = _Job(
        folder=Path(folder),
        formats=known_formats(formats),
        merged=merged_format(Path(merge)) if merge is not None else "",
        bibliography=bibliography,
        base=base,
    )
    tasks = named(gather(sources, apart=folder))
    if merge is not None:
        _refuse_an_articles_own(Path(merge), tasks, job)
    names = lexicon or load_lexicon()
    return _exported(tasks, job, Path(merge) if merge is not None else None, names, jobs)


def _refuse_an_articles_own(merge: Path, tasks: Iterable[Task], job: _Job) -> None:
    if merge.resolve().parent != job.folder.resolve():
        return
    files = {f"{task.slug}.{key}": task.source for task in tasks for key in job.formats}
    if merge.name in files:
        raise InputError(
            f"this is the file of the article {files[merge.name]}", where=str(merge), mend="give another name"
        )


def _exported(
    tasks: tuple[Task, ...], job: _Job, merge: Path | None, names: Lexicon, jobs: int
) -> Generator[Exported, None, None]:
    with ExitStack() as stack:
        add = stack.enter_context(merging(merge)) if merge is not None else None
        done = stack.enter_context(closing(_side_by_side(tasks, job, names, jobs)))
        for one in done:
            if add is not None and one.exported.error is None:
                add(one.merged)
            yield one.exported


def _side_by_side(tasks: tuple[Task, ...], job: _Job, names: Lexicon, jobs: int) -> Generator[_Done, None, None]:
    if min(jobs, len(tasks)) < 2 or names.path is None:  # a lexicon in memory alone cannot be shared  # noqa: PLR2004
        yield from (_export(task, job, lambda: names) for task in tasks)
        return
    from nosograph.pipeline.workers import Died, spread  # noqa: PLC0415 - a single article needs no processes

    work = _Elsewhere(job=job, lexicon=names.path, folder=Path.cwd())
    for task, done in zip(tasks, spread(tasks, work, jobs=jobs), strict=True):
        yield _lost(task, str(done), killed=done.killed) if isinstance(done, Died) else done


def _lost(task: Task, how: str, *, killed: bool) -> _Done:
    error = NosographError(how, where=task.source, mend=_KILLED if killed else "export it alone to see why")
    return _Done(Exported(source=task.source, namesake=task.namesake, error=error))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Elsewhere:
    """Export in another process, which has a lexicon and a working folder of its own."""

    job: _Job
    lexicon: Path
    folder: Path

    def __call__(self, task: Task) -> _Done:
        os.chdir(self.folder)
        done = _export(task, self.job, lambda: _opened(self.lexicon))
        error = done.exported.error
        return done if error is None else replace(done, exported=replace(done.exported, error=_portable(error)))


@cache
def _opened(path: Path) -> Lexicon:
    return load_lexicon(path)


def _portable(error: Exception) -> Exception:
    """Make an error that can leave its process; what it leaves behind, where it arose, goes with it as a note."""
    error.add_note("".join(traceback.format_exception(error)))
    try:
        again: Exception = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    except Exception:  # noqa: BLE001 - libraries' errors break in their own ways
        again = RuntimeError(f"{type(error).__name__}: {error}")
        again.__notes__ = error.__notes__
    return again


def _export(task: Task, job: _Job, names: Callable[[], Lexicon]) -> _Done:
    """Take one article the whole way; whatever goes wrong is its own."""
    exported = Exported(source=task.source, namesake=task.namesake)
    try:
        where = StandardInput.name if task.data is not None else task.source
        refuse_a_folder(task.source)
        article = read(task.source if task.data is None else StandardInput(task.data), bibliography=job.bibliography)
        article = replace(article, slug=task.slug or article.slug)
        exported = replace(exported, slug=article.slug, title=article.title)
        result = checked(draft_of(article, lexicon=names(), base=job.base, where=where))
        exported = replace(exported, claims=len(result.claims), warnings=len(result.report.warnings))
        admit(result)
        wanted = dict.fromkeys((*job.formats, *filter(None, [job.merged])))
        made = {key: FORMATS[key](result.graph) for key in wanted}
        files = write_files(job.folder, {f"{article.slug}.{key}": made[key] for key in job.formats})
        return _Done(replace(exported, files=files), made.get(job.merged, b""))
    except Exception as error:  # noqa: BLE001 - one article's fault must not stop the rest, and is told with it
        return _Done(replace(exported, error=error))
