"""Where signs stand in a text: sooner found so than by a pattern."""

from collections.abc import Iterable

__all__ = ["places"]


def places(text: str, signs: Iterable[str]) -> list[int]:
    """Give the places of some signs, in order; a space that begins a sign is not counted.

    >>> places("(a) [b], of normal", ("(", "[", " of"))
    [0, 4, 9]
    """
    found: list[int] = []
    for sign in signs:
        place = text.find(sign)
        while place >= 0:
            found.append(place + len(sign) - len(sign.lstrip()))
            place = text.find(sign, place + 1)
    return sorted(found)
