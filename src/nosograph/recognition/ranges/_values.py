"""Values that a text gives outside a range behind them, or says to be off normal."""

import re
from collections.abc import Iterator
from functools import cache
from math import inf
from typing import Final, NamedTuple

from nosograph.recognition._signs import places
from nosograph.recognition.ranges._quantities import NUMBER, POWER, SPACE, TO, UNIT, alike, number
from nosograph.recognition.ranges._words import any_of

__all__ = ["Value", "values"]

_REACH: Final = 72
"""Code points before a range in which its value stands."""
_PART: Final = 50
"""Percent of normal below which a value is low."""
_THOUSAND: Final = 1000
_OPENERS: Final = ("(", "[")
_UNIT_REACH: Final = 26
_NUMBERED: Final = re.compile(r"\d[^\d()\[\]\n]{0,24}$")
"""A number with its unit, behind which a bracket may hold a range: others are not looked into."""
_SIGNS: Final = ("normal", " limit", "reference ", "ULN", "LLN")
_OFF_SIGNS: Final = (
    "times",
    "fold",
    "twice",
    "double",
    "above",
    "over",
    "exceed",
    "than",
    "low",
    "beyond",
    "under",
    "x ",
    "×",
)
"""What stands before or in a phrase that says how far off normal a value is."""
_VALUE: Final = re.compile(
    r"(?:(?P<less>[<≤]|\b(?:less than|below|under)\b)|(?P<more>[>≥]|\b(?:more than|greater than|above|over)\b))?"
    rf"{SPACE}?(?<![\w.,/^\u00b7-])(?:(?P<from>{NUMBER}){TO})?(?P<value>{NUMBER})"
    rf"(?P<power>{POWER})?{SPACE}?(?P<unit>{UNIT})?{SPACE}?$"
)
_SHARE: Final = re.compile(
    rf"(?<![\w.,-])(?:{NUMBER}(?:{SPACE}?%)?{TO})?(?P<share>{NUMBER}){SPACE}?(?:%|percent|per cent)"
    rf"{SPACE}of{SPACE}(?:the{SPACE})?(?:mean{SPACE})?$"
)
_BEFORE: Final = re.compile(rf"(?P<open>{SPACE}?[(\[]|[,;]?){SPACE}?$")
_STRONG: Final = re.compile(r"[/%‰]|per\b|Hg|Pa|fL|s$|sec|bpm|osm", re.IGNORECASE)
_DOSE: Final = re.compile(r"g/kg|(?:/|per)\s?(?:\d+ ?h|d(?:ay)?\b)", re.IGNORECASE)
_DECIMAL: Final = re.compile(r"[.\u00b7]|,(?!\d{3})")
_EXACT: Final = re.compile(r"[.,\u00b7]|\d{3}")
_POWER_AFTER: Final = re.compile(rf"[)\]]{SPACE}?(?:{POWER}|{UNIT})")
_TIMES: Final = (
    rf"(?:(?P<times>{NUMBER}|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|several|many)"
    rf"(?:{TO}(?:{NUMBER}|three|four|five|six|ten))?(?:{SPACE}|-)?(?:fold|times|[x×]\b)|\b(?:twice|double|(?:two|three|four|five"
    rf"|six|eight|ten)fold))"
)
_OFF: Final = re.compile(
    rf"(?<![\w.,-])(?:{_TIMES}{SPACE}(?:(?P<lower>lower than|less than|below|under){SPACE}"
    rf"|(?:higher than|greater than|more than|above|over|that of|increase over){SPACE})?"
    rf"|(?P<above>above|over|exceed(?:s|ed|ing)?|beyond|higher than|greater than){SPACE}"
    rf"|(?P<below>below|under|beneath|lower than|less than){SPACE})"
    rf"(?:the{SPACE})?(?:(?:age-\w+|laboratory|adult){SPACE})?"
    rf"(?:(?P<end>upper|lower){SPACE}(?:(?:normal|reference){SPACE})?(?:limit|end|bound)s?"
    rf"(?:{SPACE}of{SPACE}(?:the{SPACE})?(?:normal|reference)(?:{SPACE}(?:range|interval|values?|limits?))?)?\b"
    rf"|(?P<short>ULN|LLN)\b|(?:normal|reference){SPACE}(?:upper{SPACE})?(?:range|interval|limit|value|level)s?\b"
    rf"|normal(?={SPACE}?(?:[^\w\s]|\n|\Z|(?:and|or|but|in|for|at|on|with|as|by|before|after|during|when|which)\b)))"
)


class Value(NamedTuple):
    """Hold a value off its normal range: where it begins and ends, on which side it lies, and the words that say so."""

    start: int
    end: int
    low: bool
    why: str


@cache
def _range() -> re.Pattern[str]:
    """Match a normal range, with what says it is one: "reference range, 3.5 to 5.0 mmol/L", "<50", "ULN 40"."""
    pause = rf"(?:{SPACE}|[.,:;=]|[-\u2013]{SPACE}){{0,3}}"
    return re.compile(
        rf"(?:{SPACE}?(?:{any_of('below')}|{any_of('above')}|[LH])[,;:])?{SPACE}?"
        rf"(?P<frame>(?:(?<!\w)(?:{any_of('range')})(?!\w){pause}){{0,6}})"
        rf"(?:(?P<upper>[<≤]|\b(?:{any_of('upper')})(?!\w))|(?P<lower>[>≥]|\b(?:{any_of('lower')})(?!\w)))?{pause}"
        rf"(?P<first>{NUMBER})(?P<power>{POWER})?{SPACE}?(?P<unit>{UNIT})?"
        rf"(?:{TO}(?P<last>{NUMBER})(?P<last_power>{POWER})?{SPACE}?(?P<last_unit>{UNIT})?)?"
        rf"(?={SPACE}?(?:[)\],;]|\.(?!\d)|\n|\Z|(?:for|in|and)\b))",
        re.IGNORECASE,
    )


def values(text: str) -> Iterator[Value]:
    """Yield the values of a text that lie outside a range in brackets or are said to be off normal."""
    for place in places(text, _OPENERS):
        if _NUMBERED.search(text, max(0, place - _UNIT_REACH), place) is None:
            continue
        value = _outside(text, place, place + 1)
        if value is not None:
            yield value
    done = 0
    for place in places(text, _SIGNS):
        if place >= done:
            value = _off(text, place) or _share(text, place)
            parted = text[max(0, place - 2) : place] in {", ", "; "}
            if value is None and parted:
                value = _outside(text, place - 2, place)
            if value is not None:
                done = value.end
                yield value


def _outside(text: str, end: int, begin: int) -> Value | None:
    """Read the range that begins at `begin` and the value that ends at `end`; None where it lies within."""
    limits = _range().match(text, begin)
    ends = None if limits is None else _ends(limits)
    if limits is None or ends is None:
        return None
    value = _VALUE.search(text, max(0, end - _REACH), end)
    if value is None or not _sure(value, limits, text):
        return None
    said = [number(value[part]) for part in ("from", "value") if value[part]]
    if not _comparable(value, limits, (*said, number(limits["first"]))):
        return None
    low = max(said) < ends[0] or bool(value["less"] and max(said) == ends[0])
    high = min(said) > ends[1] or bool(value["more"] and min(said) == ends[1])
    if value["more" if low else "less"] or not (low or high):
        return None
    start = end - len(value[0].lstrip())
    return Value(start, start + len(value[0].strip()), low, text[start : limits.end()])


def _ends(limits: re.Match[str]) -> tuple[float, float] | None:
    """Give both ends of a range; None where there is none."""
    first = number(limits["first"])
    upper, lower = bool(limits["upper"]), bool(limits["lower"])
    if limits["last"]:
        last = number(limits["last"])
        return None if upper or lower or first >= last else (first, last)
    return ((-inf, first) if upper else (first, inf)) if upper or lower else None


def _sure(value: re.Match[str], limits: re.Match[str], text: str) -> bool:
    """Say whether it is a normal range that stands behind a value, not the number of a reference or of a patient."""
    if limits["frame"] or limits["upper"] or limits["lower"]:
        return True
    unit = value["unit"] or limits["last_unit"] or limits["unit"] or ""
    power = value["power"] or limits["last_power"] or _POWER_AFTER.match(text, limits.end())
    if power or _STRONG.search(unit):
        return _DOSE.search(unit) is None
    exact = _DECIMAL.search(value["value"]) or _EXACT.search(limits["first"]) or _EXACT.search(limits["last"] or "")
    return not unit and exact is not None


def _comparable(value: re.Match[str], limits: re.Match[str], numbers: tuple[float, ...]) -> bool:
    """Say whether a value and its range are given in the same unit, as far as both say one."""
    one, other = value["power"], limits["last_power"] or limits["power"]
    if bool(one) != bool(other) and max(numbers) >= _THOUSAND:
        return False
    return alike(one, other) and alike(value["unit"], limits["last_unit"] or limits["unit"])


def _off(text: str, place: int) -> Value | None:
    """Read "four times the upper limit of normal" or "below the normal range" around a place."""
    begin, end = max(0, place - _REACH), min(len(text), place + _REACH)
    near = text[begin:end]
    if not any(sign in near for sign in _OFF_SIGNS):
        return None
    found = next((m for m in _OFF.finditer(text, begin, end) if m.start() <= place < m.end()), None)
    low = None if found is None else _low(found)
    if found is None or low is None:
        return None
    before = _BEFORE.search(text, begin, found.start())
    value = None if before is None else _VALUE.search(text, max(0, before.start() - _REACH), before.start())
    if before is None or value is None:
        return Value(found.start(), found.end(), low, found[0])
    start = before.start() - len(value[0].lstrip())
    return Value(start, start + len(value[0].strip()), low, text[start : found.end()])


def _low(found: re.Match[str]) -> bool | None:
    """Say on which side of normal a phrase puts a value; None where it may still be normal."""
    end = (found["end"] or found["short"] or "").lower()[:1]
    if found["above"] or found["below"]:
        low = bool(found["below"])
        return None if end == ("u" if low else "l") else low
    times = found["times"]
    if times and times[0].isdigit() and number(times) <= 1:
        return None
    return bool(found["lower"]) if end != "l" or found["lower"] else None


def _share(text: str, place: int) -> Value | None:
    """Read "2% of normal", which is low, before a place."""
    share = _SHARE.search(text, max(0, place - _REACH), place) if text.startswith("normal", place) else None
    if share is None or number(share["share"]) >= _PART:
        return None
    end = place + len("normal")
    return Value(share.start(), end, low=True, why=text[share.start() : end])
