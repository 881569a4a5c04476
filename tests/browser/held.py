"""What a page's data block holds, for tests to find claims and things by what they say."""

import json
import re
from pathlib import Path
from typing import Any, cast

Page = dict[str, Any]


def held(path: Path) -> Page:
    """Read the data block of a page."""
    block = re.search(r'type="application/json">(.*?)</script>', path.read_text(encoding="utf-8"), re.DOTALL)
    assert block
    return cast("Page", json.loads(block[1]))


def claim(path: Path, label: str, relation: str = "", polarity: str = "affirmed") -> dict[str, Any]:
    """Give the first claim about the thing of that label."""
    page = held(path)
    things = page["things"]
    return next(
        claim
        for claim in page["claims"]
        if things[claim["object"]]["label"] == label
        and relation in {"", claim["relation"]}
        and claim["polarity"] == polarity
    )


def thing(path: Path, label: str) -> dict[str, Any]:
    """Give the thing of that label."""
    return next(thing for thing in held(path)["things"] if thing["label"] == label)
