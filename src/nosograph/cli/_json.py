"""The model's values as JSON: a field's name stays its name."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from pathlib import PurePath

from nosograph.model import Curie


def plain(value: object) -> object:
    """Turn a value of the model into what JSON knows: identifiers as `prefix:local`, tuples as lists.

    >>> plain((Curie("HP", "0008404"), 1, None))
    ['HP:0008404', 1, None]
    """
    if isinstance(value, Curie):
        return str(value)
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list | frozenset):
        return [plain(item) for item in value]
    if isinstance(value, str | PurePath):  # an enum's member is a str
        return str(value)
    return value


def document(value: object) -> str:
    """Write one value as an indented JSON document."""
    return json.dumps(plain(value), ensure_ascii=False, indent=2)


def lines(values: Iterable[object]) -> str:
    """Write one JSON object a line (JSON Lines, https://jsonlines.org)."""
    return "".join(json.dumps(plain(value), ensure_ascii=False) + "\n" for value in values)
