"""Quantity: how many, out of how many, of what and where, as words say it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

_WORDS: Final[Mapping[str, int | Decimal]] = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "half": Decimal("0.5"),
}  # fmt: skip
_MULTIPLES: Final = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}
_COUNT: Final = "|".join(sorted(_WORDS, key=len, reverse=True))
_TIMES: Final = "|".join(_MULTIPLES)
_DIGITS: Final = r"\d{1,3}(?:[,\u00a0\u2009\u202f ]\d{3})+(?![\d.,]*\d)|\d+(?:[.,]\d+)?"
_NUMBER: Final = rf"(?:(?:{_DIGITS}|\b(?:{_COUNT})\b)(?:[ -]?(?:{_TIMES})\b)*|\b(?:{_TIMES})\b)"
_TO: Final = r" ?(?:-|\u2013|\u2014|\bto\b|\band\b|\bor\b) ?"
_OF: Final = r" ?(?:\bin\b|\bout of\b|\bper\b|\bof\b|:|/)(?: (?:every|each|all|about|approximately|around|the))* ?"
_DENOMINATORS: Final = rf"(?P<d>{_NUMBER})(?:{_TO}(?:(?:1|one) ?(?:in|:) ?)?(?P<d2>{_NUMBER}))?"
_RATIO: Final = re.compile(rf"(?P<n>{_NUMBER})(?:{_TO}(?P<n2>{_NUMBER}))?(?: (?:new )?cases?)?{_OF}{_DENOMINATORS}")
_PERCENT: Final = re.compile(rf"(?P<n>{_NUMBER}) ?%?(?:{_TO}(?P<n2>{_NUMBER}))? ?(?:%|per ?cent\b)")
_PLAIN: Final = re.compile(rf"(?P<n>{_NUMBER})(?:{_TO}(?P<n2>{_NUMBER}))?")
_QUALIFIED: Final = re.compile(
    r"\b(?:about|approximately|around|roughly|nearly|almost|only|just|up to|at most|as (?:many|much|few|little) as|"
    r"more than|over|at least|less than|fewer than|under|estimated|probably)\b"
)
_PLACE: Final = re.compile(r"\b(?:in|among|of|from|throughout) ((?:the )?[A-Z][^,;]*)$|\b(worldwide)$")
_UNIT: Final = re.compile(
    r"(?:(?:new|live|male|female|newborn|reported|known|documented|confirmed|published|general|all|the|of) )*"
    r"(?:births?|newborns?|infants?|babies|boys|girls|males?|females?|people|persons?|individuals?|children|adults?|"
    r"men|women|inhabitants|population|cases?|patients?|families|instances)\b"
    r"(?: of [\w -]+)?(?: (?:per|a|each) year)?|(?:per|a|each) year"
)
_VAGUE: Final = re.compile(r"\b(?:several|few|many|some|dozens|hundreds|thousands|tens)(?: of)? $")
_ARTICLES: Final = frozenset({"a", "an", "one", "half"})
_OF_ALL: Final = re.compile(r"(?:of (?:all )?(?:the )?|all |the )+")
_PLACES: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """Hold a number and what it counts; both bounds are the same where the words give one.

    "2 to 3 per 100,000 live births in Japan" has the `number` 2 to 3, `per` 100,000 to 100,000, the `unit` "live
    births" and the `place` "Japan". `per` is None where the words only count ("about 300 cases"); a percentage is per
    100. `qualifier` holds words such as "about" or "fewer than". `rate` is number by per, least and most.
    """

    number: tuple[Decimal, Decimal]
    per: tuple[Decimal, Decimal] | None = None
    unit: str = ""
    place: str = ""
    qualifier: str = ""

    @property
    def rate(self) -> tuple[Decimal, Decimal] | None:
        """Give the least and the greatest share, to six significant digits; None where nothing is shared."""
        if self.per is None:
            return None
        shares = (self.number[0] / self.per[1], self.number[1] / self.per[0])
        least, most = (Decimal(f"{share:.{_PLACES}g}") for share in shares)
        return least, most


def quantity(words: str) -> Quantity | None:
    r"""Read a quantity; None where the words hold no number.

    >>> found = quantity("approximately 1 in 50,000 live births in the United States")
    >>> found.rate, found.unit, found.place, found.qualifier
    ((Decimal('0.00002'), Decimal('0.00002')), 'live births', 'the United States', 'approximately')
    >>> quantity("1\u20139 per 100 000").per
    (Decimal('100000'), Decimal('100000'))
    >>> quantity("a few cases") is None
    True
    """
    place = _PLACE.search(words)
    rest = (words[: place.start()] if place else words).strip().lower()
    found = _RATIO.search(rest) or _PERCENT.search(rest) or _PLAIN.search(rest)
    if found is None or _VAGUE.search(rest, 0, found.start()) or (found.re is _PLAIN and found["n"] in _ARTICLES):
        return None
    number = _bounds(found["n"], found["n2"])
    per = _bounds(found["d"], found["d2"]) if found.re is _RATIO else None
    if found.re is _PERCENT:
        per = (Decimal(100), Decimal(100))
    if per is not None and per[0] <= 0:
        return None
    unit, said = _UNIT.search(rest, found.end()), _QUALIFIED.findall(rest[: found.start()])
    return Quantity(
        number=number,
        per=per,
        unit=_OF_ALL.sub("", unit[0], count=1) if unit and _OF_ALL.match(unit[0]) else unit[0] if unit else "",
        place=(place[1] or place[2]).strip() if place else "",
        qualifier=" ".join(said),
    )


def _bounds(first: str, second: str | None) -> tuple[Decimal, Decimal]:
    one = _value(first)
    other = one if second is None else _value(second)
    if second is not None and one < other and not any(word in first for word in _MULTIPLES):
        times = next((value for word, value in _MULTIPLES.items() if second.endswith(word)), 1)
        one = one * times if one * times <= other else one
    return min(one, other), max(one, other)


def _value(words: str) -> Decimal:
    """Give the value of a number in digits or words ("2.5", "40,000", "one million", "100 000")."""
    value = Decimal(1)
    digits = re.match(_DIGITS, words)
    if digits is not None:
        value = _digits(digits[0])
        words = words[digits.end() :]
    for word in re.findall(r"[a-z]+", words):
        value *= _MULTIPLES.get(word, 1) * _WORDS.get(word, 1)
    return value


def _digits(text: str) -> Decimal:
    whole = re.sub(r"[,\u00a0\u2009\u202f ](?=\d{3}(?:\D|$))", "", text)
    return Decimal(whole.replace(",", "."))
