"""Identifiers of publications: found in words, normalised, check-summed.

DOI: ISO 26324, lower case as the DOI Handbook advises for comparing. ISBN: ISO 2108, kept as 13 digits. PMID: 1 to 9
digits.
"""

import re
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import unquote

_RESOLVER: Final = re.compile(r"^(?:https?://)?(?:dx\.|www\.)?doi\.org/|^doi\s*:?\s*", re.IGNORECASE)
_DOI: Final = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+")
_PAIRS: Final = {")": "(", "]": "[", ">": "<", "}": "{"}
_TEN: Final = 10
_THIRTEEN: Final = 13


def doi(text: str) -> str:
    """Normalise a DOI: lower case, without resolver or trailing punctuation; empty where it is malformed.

    >>> doi("https://doi.org/10.1136/JMG.39.8.537."), doi("doi:10.1002/(SICI)1097(1996)62:4<1::X>3.0;2-2"), doi("1/x")
    ('10.1136/jmg.39.8.537', '10.1002/(sici)1097(1996)62:4<1::x>3.0;2-2', '')
    """
    words = _RESOLVER.sub("", text.strip())
    words = unquote(words) if "%" in words else words
    while words and (
        words[-1] in ".,;:'\"”’" or (words[-1] in _PAIRS and words.count(words[-1]) > words.count(_PAIRS[words[-1]]))
    ):
        words = words[:-1]
    return words.lower() if _DOI.fullmatch(words) and words.isprintable() else ""


def isbn(text: str) -> str:
    """Normalise an ISBN to 13 digits; empty where length or check digit is wrong.

    >>> isbn("1-4160-2999-0"), isbn("978-1-4160-2999-1"), isbn("1-4160-2999-1")
    ('9781416029991', '9781416029991', '')
    """
    digits = re.sub(r"[\s\u2010-\u2015-]", "", text).upper()
    if re.fullmatch(r"\d{9}[\dX]", digits):
        values = [_TEN if d == "X" else int(d) for d in digits]
        if sum(v * w for v, w in zip(values, range(_TEN, 0, -1), strict=True)) % 11:
            return ""
        return _with_check("978" + digits[:9])
    valid = re.fullmatch(r"97[89]\d{10}", digits) and _with_check(digits[:12]) == digits
    return digits if valid else ""


def _with_check(twelve: str) -> str:
    total = sum(int(d) * (3 if i % 2 else 1) for i, d in enumerate(twelve))
    return twelve + str(-total % _TEN)


def pmid(text: str) -> str:
    """Normalise a PMID to its digits.

    >>> pmid("PMID: 12161590"), pmid("12345678901")
    ('12161590', '')
    """
    match = re.fullmatch(r"(?:pmid\s*:?\s*)?0*([1-9]\d{0,8})", text.strip(), re.IGNORECASE)
    return match[1] if match else ""


def pmcid(text: str) -> str:
    """Normalise a PubMed Central number to `PMC` and digits.

    >>> pmcid("1735203"), pmcid("PMC1735203")
    ('PMC1735203', 'PMC1735203')
    """
    match = re.fullmatch(r"(?:pmc(?:id)?\s*:?\s*(?:pmc)?)?0*([1-9]\d{0,8})", text.strip(), re.IGNORECASE)
    return f"PMC{match[1]}" if match else ""


_ADDRESSES: Final = (
    ("doi", re.compile(r"https?://(?:dx\.|www\.)?doi\.org/(10\..+)", re.IGNORECASE)),
    ("pmid", re.compile(r"https?://(?:www\.)?(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov/pubmed)/(\d+)\b")),
    ("pmcid", re.compile(r"https?://(?:pmc\.|www\.)?ncbi\.nlm\.nih\.gov/(?:pmc/)?articles/(?:pmid/)?(PMC\d+)\b")),
)


def of_address(address: str) -> tuple[str, str] | None:
    """Give the scheme and the identifier that an address on the web stands for, or None.

    >>> of_address("https://doi.org/10.1136%2Fjmg.39.8.537"), of_address("https://pubmed.ncbi.nlm.nih.gov/12161590/")
    (('doi', '10.1136/jmg.39.8.537'), ('pmid', '12161590'))
    """
    for scheme, pattern in _ADDRESSES:
        match = pattern.match(address)
        value = _NORMALISE[scheme](match[1]) if match else ""
        if value:
            return scheme, value
    return None


_NORMALISE: Final = {"doi": doi, "pmid": pmid, "pmcid": pmcid, "isbn": isbn}
_FOUND: Final = (
    (
        "doi",
        re.compile(
            r"(?:\bdoi\s*:?\s*(?:https?://(?:dx\.)?doi\.org/)?|https?://(?:dx\.)?doi\.org/)(?P<value>10[.,]\S+|(?<=doi:)\S*)",
            re.IGNORECASE,
        ),
    ),
    ("pmid", re.compile(r"\b(?:PMID|PubMed(?: ID)?)\s*:?\s*(?P<value>\d+)", re.IGNORECASE)),
    ("pmcid", re.compile(r"\b(?:PMCID\s*:?\s*(?:PMC)?|PMC\s?:?\s?)(?P<value>\d+)")),
    ("isbn", re.compile(r"\bISBN(?:-1[03])?\s*:?\s*(?P<value>[\dXx][\dXx\u2010-\u2015 -]{6,20}[\dXx])")),
)
_URL: Final = re.compile(r"\b(?:https?|ftp)://[^\s<>\"”]+")


@dataclass(slots=True)
class Identifiers:
    """Hold the identifiers found in a reference, where the first one stands, and what was malformed."""

    values: dict[str, str] = field(default_factory=dict)
    first: int = -1
    malformed: list[str] = field(default_factory=list)


def find(text: str) -> Identifiers:
    """Find the identifiers a reference states."""
    found = Identifiers(first=len(text))
    for name, pattern in _FOUND:
        for match in pattern.finditer(text):
            value = _NORMALISE[name](match["value"])
            if value:
                found.values.setdefault(name, value)
            else:
                found.malformed.append(f"{name.upper()} {match['value'].rstrip('.,;')!r} is malformed")
            found.first = min(found.first, match.start())
    url = _URL.search(text)
    if url is not None and "doi.org/" not in url[0]:
        found.values["url"] = url[0].rstrip(".,;)")
        found.first = min(found.first, url.start())
    return found
