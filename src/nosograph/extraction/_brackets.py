"""Brackets: what they name again, and what they say for themselves."""

from nosograph.extraction._lists import joined
from nosograph.extraction._scene import Scene

__all__ = ["enters_bracket", "past_bracket"]


def past_bracket(scene: Scene, end: int, left: int) -> int:
    """Give the place after the bracket that a finding stands in, where only its list is left there; else its end."""
    closed = scene.text.find(")", end, left)
    inside = closed >= 0 and "(" not in scene.text[end:closed] and joined(scene, end, closed)
    return closed + 1 if inside else end


def enters_bracket(scene: Scene, right: int, place: int) -> bool:
    """Say whether a bracket opens between two places that says more than names what stands before it."""
    opened = scene.text.rfind("(", right, place)
    if opened < 0 or ")" in scene.text[opened:place]:
        return False
    return not joined(scene, opened, place)
