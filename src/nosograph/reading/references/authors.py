"""Authors: a string of names to names, in order, as written."""

import re
from typing import Final

_OTHERS: Final = re.compile(r"[,;]?\s*(?:\band others\b|\bet\.? al\b\.?|…|\.\.\.).*$", re.IGNORECASE)
_EDITORS: Final = re.compile(r"[,;]?\s*\(?\b(?:eds?|editors?|hrsg)\b\.?\)?[.,:]?\s*$", re.IGNORECASE)
_AND: Final = re.compile(r",?\s+(?:and|&|und|et)\s+|\s*&\s*")
_VANCOUVER: Final = re.compile(r"[^\W\d_][^,;]{0,60} (?:[A-Z]\.?-?){1,4}(?: (?:Jr|Sr|II|III|2nd|3rd)\.?)?")
_INITIALS: Final = re.compile(r"(?:[A-ZÀ-Þ][a-z]?\.?[\s-]?){1,5}(?:\s?(?:Jr|Sr|II|III)\.?)?")
_GIVEN: Final = re.compile(r"[A-ZÀ-Þ][\w.'’-]{0,30}(?: [A-ZÀ-Þ][\w.'’-]{0,30}){0,3}")


def authors(text: str) -> tuple[str, ...]:
    """Split names.

    >>> authors("Yong PL, Russo P, Sullivan KE"), authors("Rapini, Ronald P.; Bolognia, Jean L.")
    (('Yong PL', 'Russo P', 'Sullivan KE'), ('Rapini, Ronald P.', 'Bolognia, Jean L.'))
    """
    words = _EDITORS.sub("", _OTHERS.sub("", text.strip())).strip(" ,;:")
    if not words:
        return ()
    parts = [p.strip(" ,") for p in words.split(";")] if ";" in words else _by_comma(_AND.sub(", ", words))
    return tuple(dict.fromkeys(name for name in (_tidy(p) for p in parts) if name))


def _by_comma(words: str) -> list[str]:
    """Split at commas: `Yong PL, Russo P` holds two names, `Rapini, Ronald P., Bolognia, Jean L.` also two."""
    parts = [p.strip() for p in words.split(",") if p.strip()]
    if _in_pairs(parts):
        return [f"{family}, {given}" for family, given in zip(parts[::2], parts[1::2], strict=True)]
    names: list[str] = []
    for part in parts:
        lone = bool(names) and "," not in names[-1] and not _VANCOUVER.fullmatch(names[-1])
        if lone and _INITIALS.fullmatch(part):
            names[-1] += f", {part}"
        else:
            names.append(part)
    return names


def _in_pairs(parts: list[str]) -> bool:
    """Tell family and given names in turn from whole names: given names are words or initials, families no initials."""
    families, given = parts[::2], parts[1::2]
    if len(families) != len(given) or any(_VANCOUVER.fullmatch(name) or "." in name for name in families):
        return False
    lone = len(given) == 1 and " " not in families[0]
    return all(_GIVEN.fullmatch(name) for name in given) and (lone or any("." in name for name in given))


def _tidy(name: str) -> str:
    name = re.sub(r"\s+", " ", name).strip(" ,;:&")
    if "," not in name and name.count(".") == 1:
        name = name.rstrip(".")
    return name if re.search(r"[^\W\d_]", name) else ""
