"""Numbers and units as texts write them: "1,250", "3.5 x 10^9/L", "mmol/L"."""

import re
from typing import Final

__all__ = ["NUMBER", "POWER", "SPACE", "TO", "UNIT", "alike", "number"]

SPACE: Final = r"[^\S\n]"
NUMBER: Final = (
    r"(?:\d{1,3}(?:[,\u2009\u202f\u00a0]\d{3}){1,3}(?:[.\u00b7]\d{1,4})?|\d{1,7}(?:[.,\u00b7]\d{1,4})?)(?!\d)"
)
POWER: Final = (
    rf"(?:{SPACE}?[x×*\u00b7]{SPACE}?|{SPACE})10{SPACE}?(?:(?:\^|\*\*?|[eE]){SPACE}?)?"
    r"\(?[-\u2212]?[0-9⁰¹²³⁴-⁹]{1,2}\)?"
)
_ATOM: Final = (
    r"(?:(?:[fpnumkcdMG\u00b5\u03bc]|mc)?(?:g|mol|mole|l|L|IU|U|kat|[eE]q|[oO]sm|[oO]smol|Pa|m)"
    r"|[iI]?u|units?|cells?|copies|s|secs?|seconds?|ms|msec|min|minutes?|h|hours?|bpm|beats)"
)
_OVER: Final = (
    rf"(?:\d{{1,2}}(?:\.\d{{1,2}})?{SPACE}?)?"
    rf"(?:{_ATOM}|mm|cmm|kg|d|day|hpf|(?:cubic{SPACE})?(?:milli|micro|deci)?(?:met|lit)(?:er|re))\^?[23²³]?(?![^\W\d_])"
)
UNIT: Final = (
    rf"(?:%|‰|(?:{_ATOM}(?![^\W\d_]))?(?:{SPACE}?(?:/|\bper\b){SPACE}?{_OVER}){{1,3}}|{_ATOM}(?![^\W_])(?:{SPACE}?Hg)?)"
    rf"(?:{SPACE}(?:creatinine|protein|Hg)\b)?"
)
TO: Final = rf"{SPACE}?(?:[-\u2010-\u2015\u2212~]|to\b|and\b){SPACE}?"
_THOUSANDS: Final = re.compile(r"[,\u2009\u202f\u00a0](?=\d{3})")
_PER: Final = re.compile(r"\bper\b")
_NOISE: Final = re.compile(r"[\s^*x×()]|(?<=10)e")
_ALIKE: Final = str.maketrans("\u00b5\u03bc⁰¹²³⁴⁵⁶⁷⁸⁹", "uu0123456789")


def number(digits: str) -> float:
    """Read a number; a comma before three digits parts thousands, before fewer it is the decimal point."""
    return float(_THOUSANDS.sub("", digits).replace(",", ".").replace("\u00b7", "."))


def alike(one: str | None, other: str | None) -> bool:
    """Say whether two units, or powers of ten, are the same; one that is not given is like any."""
    if not one or not other:
        return True
    one, other = (_NOISE.sub("", _PER.sub("/", unit).lower()).translate(_ALIKE) for unit in (one, other))
    return one == other
