"""What the page's own metadata says of a work, and what its words say, as one."""

from dataclasses import fields as names_of
from dataclasses import replace
from typing import Final

from nosograph.reading.references.fields import Fields

_TITLE: Final = frozenset({"title", "title_start", "title_end", "notes"})


def merged(parsed: Fields, stated: Fields | None, words: str) -> Fields:
    """Let what is stated win over what was parsed; the title is the stated one where it stands in the words.

    >>> stated = Fields(title="On it", volume="4")
    >>> f = merged(Fields(title="Roe. On it", title_end=10, volume="3"), stated, "Roe. On it. 3.")
    >>> f.title, f.title_start, f.volume
    ('On it', 5, '4')
    """
    if stated is None:
        return parsed
    known = {
        f.name: getattr(stated, f.name) for f in names_of(stated) if f.name not in _TITLE and getattr(stated, f.name)
    }
    if "volume" in known or "pages" in known:
        known.setdefault("issue", "")
    whole = replace(parsed, **known, notes=(*parsed.notes, *stated.notes))
    start = words.find(stated.title) if stated.title else -1
    if start < 0:
        return whole
    return replace(whole, title=stated.title, title_start=start, title_end=start + len(stated.title))
