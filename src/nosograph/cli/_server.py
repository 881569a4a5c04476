"""What the commands that talk to servers share."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from nosograph.stores import AUTHENTICATIONS, PRESETS

if TYPE_CHECKING:
    from nosograph.stores.remote import Remote

_Command = TypeVar("_Command", bound=Callable[..., Any])


def server_options(command: _Command) -> _Command:
    """Take the kind of a server and the way to authenticate; credentials come from the environment or netrc alone."""
    preset = click.option(
        "--preset", type=click.Choice(tuple(PRESETS)), help="The kind of server; without it, found out by its answers."
    )
    way = click.option(
        "--auth",
        "way",
        type=click.Choice(AUTHENTICATIONS),
        help="How to send NOSOGRAPH_USER and NOSOGRAPH_PASSWORD, NOSOGRAPH_TOKEN, or what netrc holds.",
    )
    return preset(way(command))


def server(name: str, *, preset: str | None, way: str | None, questions: str | None = None) -> "str | Remote":
    """Give the server of that address; any other name as it is.

    Raises:
        StoreError: the address cannot be used, or nobody answers there.
    """
    if "://" not in name:
        return name
    from nosograph.stores.remote import Remote  # noqa: PLC0415 - HTTP is for servers alone

    return Remote(name, preset=preset, way=way, questions=questions)
