"""Words to Candidates: measured values outside their normal range, "plasma potassium was 2.6 mmol/L (3.5-5.0)".

The range stands behind the value, or the value is said to be "four times the upper limit of normal". The finding is
what the lexicon calls low or high of what is measured. Words about values stand in `ontology/words/ranges.tsv`, short
forms of what is measured in `ontology/words/analytes.tsv`.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import pairwise
from math import inf
from typing import Final, NamedTuple

import numpy as np

from nosograph.lexicon import Lexicon
from nosograph.lexicon.keys import name_keys
from nosograph.lexicon.normalisation import TOKEN, plain_words, word_rows
from nosograph.model import Kind
from nosograph.recognition._candidates import Candidate, Readings
from nosograph.recognition._gaps import Gap
from nosograph.recognition._ranking import Ranking, Reading
from nosograph.recognition._roles import Role
from nosograph.recognition._words import Vocabulary, Words, rows_of

_REACH: Final = 72
"""Code points before a range in which its value stands."""
_LONGEST: Final = 5
"""Words that say what is measured, those beside it left out."""
_LINKS: Final = 8
"""Words between what is measured and its value."""
_IN_BRACKET: Final = 5
"""Words a bracket may hold between what is measured and its value."""
_ADVERB: Final = 6
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
_EXTRA: Final = ("circulating level", "level", "", "circulating", "number")
"""What names of findings may say of what is measured and a text leaves out; the measured level itself comes first."""
_S: Final = r"[^\S\n]"
_NUMBER: Final = (
    r"(?:\d{1,3}(?:[,\u2009\u202f\u00a0]\d{3}){1,3}(?:[.\u00b7]\d{1,4})?|\d{1,7}(?:[.,\u00b7]\d{1,4})?)(?!\d)"
)
_POWER: Final = rf"(?:{_S}?[x×*\u00b7]{_S}?|{_S})10{_S}?(?:(?:\^|\*\*?|[eE]){_S}?)?\(?[-\u2212]?[0-9⁰¹²³⁴-⁹]{{1,2}}\)?"
_ATOM: Final = (
    r"(?:(?:[fpnumkcdMG\u00b5\u03bc]|mc)?(?:g|mol|mole|l|L|IU|U|kat|[eE]q|[oO]sm|[oO]smol|Pa|m)"
    r"|[iI]?u|units?|cells?|copies|s|secs?|seconds?|ms|msec|min|minutes?|h|hours?|bpm|beats)"
)
_OVER: Final = (
    rf"(?:\d{{1,2}}(?:\.\d{{1,2}})?{_S}?)?"
    rf"(?:{_ATOM}|mm|cmm|kg|d|day|hpf|(?:cubic{_S})?(?:milli|micro|deci)?(?:met|lit)(?:er|re))\^?[23²³]?(?![^\W\d_])"
)
_UNIT: Final = (
    rf"(?:%|‰|(?:{_ATOM}(?![^\W\d_]))?(?:{_S}?(?:/|\bper\b){_S}?{_OVER}){{1,3}}|{_ATOM}(?![^\W_])(?:{_S}?Hg)?)"
    rf"(?:{_S}(?:creatinine|protein|Hg)\b)?"
)
_TO: Final = rf"{_S}?(?:[-\u2010-\u2015\u2212~]|to\b|and\b){_S}?"
_VALUE: Final = re.compile(
    rf"(?:(?P<less>[<≤]|\b(?:less than|below|under)\b)|(?P<more>[>≥]|\b(?:more than|greater than|above|over)\b))?{_S}?"
    rf"(?<![\w.,/^\u00b7-])(?:(?P<from>{_NUMBER}){_TO})?(?P<value>{_NUMBER})"
    rf"(?P<power>{_POWER})?{_S}?(?P<unit>{_UNIT})?{_S}?$"
)
_SHARE: Final = re.compile(
    rf"(?<![\w.,-])(?:{_NUMBER}(?:{_S}?%)?{_TO})?(?P<share>{_NUMBER}){_S}?(?:%|percent|per cent)"
    rf"{_S}of{_S}(?:the{_S})?(?:mean{_S})?$"
)
_BETWEEN: Final = re.compile(rf"{_S}?(?:[:=,~\u2248<>≤≥(\u2013-]{_S}?){{0,3}}")
_BEFORE: Final = re.compile(rf"(?P<open>{_S}?[(\[]|[,;]?){_S}?$")
_STRONG: Final = re.compile(r"[/%‰]|per\b|Hg|Pa|fL|s$|sec|bpm|osm", re.IGNORECASE)
_DOSE: Final = re.compile(r"g/kg|(?:/|per)\s?(?:\d+ ?h|d(?:ay)?\b)", re.IGNORECASE)
_DECIMAL: Final = re.compile(r"[.\u00b7]|,(?!\d{3})")
_EXACT: Final = re.compile(r"[.,\u00b7]|\d{3}")
_POWER_AFTER: Final = re.compile(rf"[)\]]{_S}?(?:{_POWER}|{_UNIT})")
_THOUSANDS: Final = re.compile(r"[,\u2009\u202f\u00a0](?=\d{3})")
_PER: Final = re.compile(r"\bper\b")
_NOISE: Final = re.compile(r"[\s^*x×()]|(?<=10)e")
_ALIKE: Final = str.maketrans("\u00b5\u03bc⁰¹²³⁴⁵⁶⁷⁸⁹", "uu0123456789")
_TIMES: Final = (
    rf"(?:(?P<times>{_NUMBER}|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|several|many)"
    rf"(?:{_TO}(?:{_NUMBER}|three|four|five|six|ten))?(?:{_S}|-)?(?:fold|times|[x×]\b)|\b(?:twice|double|(?:two|three|four|five"
    rf"|six|eight|ten)fold))"
)
_OFF: Final = re.compile(
    rf"(?<![\w.,-])(?:{_TIMES}{_S}(?:(?P<lower>lower than|less than|below|under){_S}"
    rf"|(?:higher than|greater than|more than|above|over|that of|increase over){_S})?"
    rf"|(?P<above>above|over|exceed(?:s|ed|ing)?|beyond|higher than|greater than){_S}"
    rf"|(?P<below>below|under|beneath|lower than|less than){_S})"
    rf"(?:the{_S})?(?:(?:age-\w+|laboratory|adult){_S})?"
    rf"(?:(?P<end>upper|lower){_S}(?:(?:normal|reference){_S})?(?:limit|end|bound)s?"
    rf"(?:{_S}of{_S}(?:the{_S})?(?:normal|reference)(?:{_S}(?:range|interval|values?|limits?))?)?\b"
    rf"|(?P<short>ULN|LLN)\b|(?:normal|reference){_S}(?:upper{_S})?(?:range|interval|limit|value|level)s?\b"
    rf"|normal(?={_S}?(?:[^\w\s]|\n|\Z|(?:and|or|but|in|for|at|on|with|as|by|before|after|during|when|which)\b)))"
)


class _Value(NamedTuple):
    """Hold a value off its normal range: where it begins and ends, on which side it lies, and the words that say so."""

    start: int
    end: int
    low: bool
    why: str


@cache
def _words(part: str) -> frozenset[str]:
    """Give the words of one part of the table."""
    return frozenset(row[0] for row in word_rows("ranges.tsv") if row[1] == part)


@cache
def _short_forms() -> dict[str, str]:
    return {row[0]: row[1] for row in word_rows("analytes.tsv")}


def _any(part: str) -> str:
    """Match any word of a part; those in capitals are known by their letters."""
    found = sorted(_words(part), key=lambda word: (-len(word), word))
    return "|".join(f"(?-i:{word})" if word.isupper() else re.escape(word) for word in found)


@cache
def _range() -> re.Pattern[str]:
    """Match a normal range, with what says it is one: "reference range, 3.5 to 5.0 mmol/L", "<50", "ULN 40"."""
    pause = rf"(?:{_S}|[.,:;=]|[-\u2013]{_S}){{0,3}}"
    return re.compile(
        rf"(?:{_S}?(?:{_any('below')}|{_any('above')}|[LH])[,;:])?{_S}?"
        rf"(?P<frame>(?:(?<!\w)(?:{_any('range')})(?!\w){pause}){{0,6}})"
        rf"(?:(?P<upper>[<≤]|\b(?:{_any('upper')})(?!\w))|(?P<lower>[>≥]|\b(?:{_any('lower')})(?!\w)))?{pause}"
        rf"(?P<first>{_NUMBER})(?P<power>{_POWER})?{_S}?(?P<unit>{_UNIT})?"
        rf"(?:{_TO}(?P<last>{_NUMBER})(?P<last_power>{_POWER})?{_S}?(?P<last_unit>{_UNIT})?)?"
        rf"(?={_S}?(?:[)\],;]|\.(?!\d)|\n|\Z|(?:for|in|and)\b))",
        re.IGNORECASE,
    )


class Ranges:
    """Find what measured values tell, by the names one lexicon has."""

    def __init__(self, lexicon: Lexicon, vocabulary: Vocabulary, ranking: Ranking) -> None:
        """Take the words' roles from `vocabulary`, and the names of findings from `ranking`."""
        self._keys = lexicon.deep_keys
        self._vocabulary = vocabulary
        self._ranking = ranking

    def find(self, words: Words) -> Iterator[Candidate]:
        """Yield the findings, each from what is measured to the end of its value."""
        for value in _values(words.text):
            place = int(np.searchsorted(words.end, value.start, side="right"))
            for run, readings in self._found(words, place, low=value.low):
                last = int(np.searchsorted(words.start, value.end)) - 1
                start, end = words.span(run[0], last)
                said = words.text[start : int(words.end[run[-1]])]
                why = f'"{said}" {"below" if value.low else "above"} the normal range: "{value.why}"; '
                given = tuple(r._replace(why=why + r.why) for r in readings)
                yield Candidate(start, end, run[0], last, given)

    def _found(self, words: Words, place: int, *, low: bool) -> Iterator[tuple[list[int], Readings]]:
        """Give the words before `place` that say what is measured, and what low or high of it is called."""
        for runs in self._measured(words, place):
            said = [words.tokens(np.array(run)) for run in runs]
            for extra in _EXTRA:
                for run, tokens in zip(runs, said, strict=True):
                    readings = self._readings(extra, tokens, low=low)
                    if readings:
                        yield run, readings
                        return

    def _measured(self, words: Words, place: int) -> Iterator[list[list[int]]]:
        """Give the words before `place` that may say what is measured: the longest first, with and without some.

        Only what stands beside it may be left out: the "protein" of "binding protein" is another one.
        """
        run, beside = self._run(words, place)
        leading = next((at for at, word in enumerate(run) if not beside[word]), None)
        if leading is None:
            return
        trailing = next(at for at in range(len(run), 0, -1) if not beside[run[at - 1]])
        bare = [word for word in run if not beside[word]]
        for first in range(leading + 1):
            runs = [run[first:], run[first:trailing], bare]
            yield [kept for at, kept in enumerate(runs) if kept not in runs[:at]]

    def _run(self, words: Words, place: int) -> tuple[list[int], dict[int, bool]]:
        """Give the words before `place` that nothing parts, past those that link them to it, and which say no more.

        There are none where more stand before them that cannot be told apart.
        """
        beside: dict[int, bool] = {}
        word = self._linked(words, place)
        while word >= 0:
            token = words.text[words.start[word] : words.end[word]]
            kind = self._kind(token, int(self._vocabulary.roles[words.ids[word]]))
            if kind is None:
                break
            after = words.gap[word + 1] if word + 1 in beside else Gap.JOIN
            beside[word] = kind and after != Gap.HYPHEN
            if list(beside.values()).count(False) > _LONGEST or words.gap[word] == Gap.SLASH:
                return [], {}
            if words.gap[word] > Gap.HYPHEN:
                word = _over_bracket(words, word) if all(beside.values()) else -1
            else:
                word -= 1
        else:
            word = -1
        hyphened = beside and words.gap[min(beside)] == Gap.HYPHEN
        return ([], {}) if hyphened else (sorted(beside), beside)

    def _kind(self, token: str, role: int) -> bool | None:
        """Say whether a word stands beside what is measured or is part of it; None where it is neither."""
        lower = token.lower()
        if lower == "of" or lower in _words("beside"):
            return True
        if role & (Role.STOP | Role.VERB | Role.DETERMINER | Role.CONJUNCTION):
            return None
        return False if role & Role.NAMED or token in _short_forms() else None

    def _linked(self, words: Words, place: int) -> int:
        """Give the word to which a value at word `place` is linked, -1 where it is to none."""
        text = words.text
        for word in range(place - 1, max(place - 1 - _LINKS, -1), -1):
            between = text[words.end[word] : words.start[word + 1]]
            if between.startswith(")"):
                return _over_bracket(words, word + 1)
            role = int(self._vocabulary.roles[words.ids[word]])
            token = text[words.start[word] : words.end[word]].lower()
            if _BETWEEN.fullmatch(between) is None:
                return -1
            adverb = token.endswith("ly") and len(token) > _ADVERB
            if not (adverb or role & (Role.COPULA | Role.DEGREE) or token in _words("link")):
                return word
        return -1

    def _readings(self, extra: str, said: tuple[str, ...], *, low: bool) -> Readings:
        """Give what low or high of the words `said`, and of words they leave out, is called."""
        spelled = " ".join(_short_forms().get(token, token) for token in said)
        for measure in dict.fromkeys((" ".join(said), spelled)):
            names = [f"{side} {extra} {measure}" for side in sorted(_words("below" if low else "above"))]
            rows = rows_of(np.array(list(map(_key, names)), dtype=np.uint64), self._keys)
            for name, row in zip(names, rows.tolist(), strict=True):
                readings = self._ranking.readings(name, row, deep=True) if row >= 0 else ()
                readings = tuple(r for r in readings if _is_of(r, measure))
                if readings:
                    return readings
        return ()


@lru_cache(maxsize=1 << 14)
def _key(name: str) -> int:
    return name_keys(name).deep


def _is_of(reading: Reading, measure: str) -> bool:
    """Say whether a name is of a finding, and of this: low-density and high-density lipoprotein are two."""
    if reading.concept.kind is not Kind.PHENOTYPE or reading.general:
        return False
    words = plain_words(TOKEN.findall(measure))
    name = list(pairwise(plain_words(TOKEN.findall(reading.name))))
    return all(pair in name for pair in pairwise(words) if pair[0] in {"low", "high"})


def _over_bracket(words: Words, word: int) -> int:
    """Give the word before the bracket that closes before `word`, -1 where there is none: "hormone (PTH) level"."""
    closed = words.text[words.end[word - 1] : words.start[word]] if word else ""
    if closed.startswith(")"):
        for first in range(word - 1, max(word - 1 - _IN_BRACKET, 0), -1):
            if words.gap[first] == Gap.OPEN:
                return first - 1
            if words.gap[first] > Gap.COMMA:
                break
    return -1


def _values(text: str) -> Iterator[_Value]:
    """Yield the values of a text that lie outside a range in brackets or are said to be off normal."""
    for place in _places(text, _OPENERS):
        if _NUMBERED.search(text, max(0, place - _UNIT_REACH), place) is None:
            continue
        value = _outside(text, place, place + 1)
        if value is not None:
            yield value
    done = 0
    for place in _places(text, _SIGNS):
        if place >= done:
            value = _off(text, place) or _share(text, place)
            parted = text[max(0, place - 2) : place] in {", ", "; "}
            if value is None and parted:
                value = _outside(text, place - 2, place)
            if value is not None:
                done = value.end
                yield value


def _places(text: str, signs: Iterable[str]) -> list[int]:
    """Give the places of some signs, in order."""
    found: list[int] = []
    for sign in signs:
        place = text.find(sign)
        while place >= 0:
            found.append(place + len(sign) - len(sign.lstrip()))
            place = text.find(sign, place + 1)
    return sorted(found)


def _outside(text: str, end: int, begin: int) -> _Value | None:
    """Read the range that begins at `begin` and the value that ends at `end`; None where it lies within."""
    limits = _range().match(text, begin)
    ends = None if limits is None else _ends(limits)
    if limits is None or ends is None:
        return None
    value = _VALUE.search(text, max(0, end - _REACH), end)
    if value is None or not _sure(value, limits, text):
        return None
    said = [_number(value[part]) for part in ("from", "value") if value[part]]
    if not _comparable(value, limits, (*said, _number(limits["first"]))):
        return None
    low = max(said) < ends[0] or bool(value["less"] and max(said) == ends[0])
    high = min(said) > ends[1] or bool(value["more"] and min(said) == ends[1])
    if value["more" if low else "less"] or not (low or high):
        return None
    start = end - len(value[0].lstrip())
    return _Value(start, start + len(value[0].strip()), low, text[start : limits.end()])


def _ends(limits: re.Match[str]) -> tuple[float, float] | None:
    """Give both ends of a range; None where there is none."""
    first = _number(limits["first"])
    upper, lower = bool(limits["upper"]), bool(limits["lower"])
    if limits["last"]:
        last = _number(limits["last"])
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
    return _same(one, other) and _same(value["unit"], limits["last_unit"] or limits["unit"])


def _same(one: str | None, other: str | None) -> bool:
    if not one or not other:
        return True
    one, other = (_NOISE.sub("", _PER.sub("/", unit).lower()).translate(_ALIKE) for unit in (one, other))
    return one == other


def _number(digits: str) -> float:
    """Read a number; a comma before three digits parts thousands, before fewer it is the decimal point."""
    return float(_THOUSANDS.sub("", digits).replace(",", ".").replace("\u00b7", "."))


def _off(text: str, place: int) -> _Value | None:
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
        return _Value(found.start(), found.end(), low, found[0])
    start = before.start() - len(value[0].lstrip())
    return _Value(start, start + len(value[0].strip()), low, text[start : found.end()])


def _low(found: re.Match[str]) -> bool | None:
    """Say on which side of normal a phrase puts a value; None where it may still be normal."""
    end = (found["end"] or found["short"] or "").lower()[:1]
    if found["above"] or found["below"]:
        low = bool(found["below"])
        return None if end == ("u" if low else "l") else low
    times = found["times"]
    if times and times[0].isdigit() and _number(times) <= 1:
        return None
    return bool(found["lower"]) if end != "l" or found["lower"] else None


def _share(text: str, place: int) -> _Value | None:
    """Read "2% of normal", which is low, before a place."""
    share = _SHARE.search(text, max(0, place - _REACH), place) if text.startswith("normal", place) else None
    if share is None or _number(share["share"]) >= _PART:
        return None
    end = place + len("normal")
    return _Value(share.start(), end, low=True, why=text[share.start() : end])
