"""The front door: codes, one line for every error, streams."""

import io
import sys
from collections.abc import Callable
from typing import Any

import click
import pytest

from nosograph import __main__ as door
from nosograph.cli import app, say
from nosograph.cli._group import COMMANDS
from nosograph.errors import InputError, OutputError, ShapesViolated

Command = Callable[..., Any]


def test_version_goes_to_standard_output(nosograph: Command) -> None:
    """`--version` prints the name and the version and succeeds."""
    ran = nosograph("--version")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("nosograph ")


@pytest.mark.parametrize("arguments", [(), ("--help",), ("-h",)])
def test_help_lists_every_command(nosograph: Command, arguments: tuple[str, ...]) -> None:
    """Without arguments, or asked for help, the program lists its commands and succeeds."""
    ran = nosograph(*arguments)
    assert ran.code == 0
    assert all(f"  {name} " in ran.out for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_table_says_what_a_command_says_of_itself(name: str) -> None:
    """The one line of the table is the command's own, so that the list need not import it."""
    command = app.get_command(click.Context(app), name)
    assert command is not None
    assert command.short_help == COMMANDS[name]
    assert command.help


@pytest.mark.parametrize("name", COMMANDS)
def test_every_argument_and_option_has_help(name: str) -> None:
    """Each option of a command says what it does."""
    command = app.get_command(click.Context(app), name)
    assert command is not None
    options = [parameter for parameter in command.params if isinstance(parameter, click.Option)]
    assert [option.name for option in options if not option.help] == []


@pytest.mark.parametrize(
    "arguments",
    [("nonsense",), ("--nonsense",), ("export", "--nonsense"), ("export", "-f", "docx"), ("read",), ("query", "a.ttl"),
     ("query", "a.ttl", "ASK {}", "--named", "genes"), ("lexicon", "nonsense"), ("view",)],
)  # fmt: skip
def test_wrong_use_is_one_line(nosograph: Command, arguments: tuple[str, ...]) -> None:
    """Wrong use exits with 2 and one line that names the help to read."""
    ran = nosograph(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("nosograph: ")
    assert ran.err.count("\n") == 1
    assert "--help" in ran.err


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (InputError("is empty", where="a.txt", mend="give text"), 2, "a.txt: is empty; give text"),
        (OutputError("cannot write", where="out"), 2, "out: cannot write"),
        (ShapesViolated("2 shapes", report=None), 1, "2 shapes"),
        (FileNotFoundError(2, "No such file or directory", "a.txt"), 2, "a.txt: No such file"),
        (OSError("odd"), 2, "odd"),
        (MemoryError(), 2, "memory"),
        (RecursionError("deep"), 2, "nested"),
        (UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte"), 2, "UTF-8"),
        (KeyError("odd"), 2, "NOSOGRAPH_DEBUG=1"),
        (ValueError("two\nlines\x1b[31m"), 2, r"two\nlines\x1b[31m"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_errors_become_one_line(error: Exception, code: int, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Each kind of error gives its exit code and one printable line."""
    assert say(error) == code
    said = capsys.readouterr().err
    assert words in said
    assert said.count("\n") == 1
    assert said.strip().isprintable()


def test_debugging_shows_the_traceback(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """With NOSOGRAPH_DEBUG set, the traceback stands before the line."""
    monkeypatch.setenv("NOSOGRAPH_DEBUG", "1")
    say(KeyError("odd"))
    said = capsys.readouterr().err.splitlines()
    assert said[-1].startswith("nosograph: KeyError")
    assert len(said) > 1


def test_a_closed_standard_error_is_borne(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nobody can be told, the exit code still tells."""
    closed = io.StringIO()
    closed.close()
    monkeypatch.setattr(sys, "stderr", closed)
    assert say(InputError("is empty")) == 2


@pytest.mark.parametrize(("error", "code"), [(KeyboardInterrupt, 130), (BrokenPipeError, 141), (click.Abort, 130)])
def test_stops_are_silent(
    error: type[BaseException], code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A user who stops the program, or a reader who leaves, gets the shell's own code and no words."""

    def stop(*_: object, **__: object) -> int:
        raise error

    monkeypatch.setattr(door.app, "main", stop)
    assert door.main([]) == code
    assert capsys.readouterr().err == ""
