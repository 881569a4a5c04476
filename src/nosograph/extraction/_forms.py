"""Forms of the article's disease that a text names by its name and more, and no vocabulary has a name for."""

import re
from collections.abc import Iterable
from typing import Final

from nosograph.extraction._names import content
from nosograph.extraction._openers import goes_on, led
from nosograph.extraction._scene import Form
from nosograph.model import TEXT, Concept, Curie, Kind, Mention, Section, Sentence

__all__ = ["COMPARED", "WHEN", "form", "form_concept", "heading_form", "short_names", "takes_up", "timed"]

_WORD: Final = re.compile(r"[\w'\u2019/-]+")
_MOST: Final = 3
_MAKES_A_FORM: Final = re.compile(
    r"(?!(?:while|typical|classic|classical|clinical|hereditary|familial|genetic|congenital|primary|idiopathic|symptomatic|asymptomatic"
    r"|chronic|severe|active|progressive|several|numerous|various|different|similar|additional|potential|possible|initial"
    r"|current|previous|subsequent|recent|frequent|experimental|prenatal|specific|recurrent|apparent|actual|overall|general"
    r"|total|medical|positive|negative|native|relative|entire|patient|sufficient|significant|important|obvious|like)\b)"
    r"(?:[\w/\u2019'-]*(?:al|ar|ic|ive|ile|ous|ary|ory|oid|ant|ent|ine|system|-onset|-linked)|(?:in)?complete|acquired|intermediate)",
    re.IGNORECASE,
)
"""A word before a disease's name that makes a form of it: "infantile", "late-onset"."""

_NUMBER: Final = re.compile(
    r",? (?:sub)?(?:type|form) (?:[IVX]{1,4}|\d{1,2})[A-Za-z]?\b(?! (?:and|or|to) )", re.IGNORECASE
)
_NUMBERED: Final = re.compile(
    r"(?:sub)?type (?:[IVX]{1,4}|\d{1,2})[A-Za-z]?\b(?=(?: \([^()]{1,60}\))?(?: disease| patients)?(?: \w+ly| often)?"
    r" (?:is|was|has|have|can|may|presents?|begins?|affects?|shows?|causes?|occurs?)\b|:|, )",
    re.IGNORECASE,
)
_DESCRIBED: Final = re.compile(
    r"(?!(?:most |more |less |least )?(?:one|another|other|more|common|commonest|usual|main|classic|classical"
    r"|typical|most|same|this|that|severe|severest"
    r"|mild|milder|mildest|rare|rarest|single|specific|particular|new|known|second|first|third|different|atypical|single"
    r"|his|her|their|its) (?:form|variant|type|subtype)\b)"
    r"((?!(?:this|that|these|one|another|its|their|each|every)\b)(?:[\w-]+ ){0,1}[\w-]+) (?:form|variant|type"
    r"|subtype)(?= (?:is|was|has|can|may|presents?|shows?|begins?|affects?"
    r"|develops?|results?|involves?|leads?|causes?|occurs?|\w+ly|usually|often"
    r"|typically|of (?:the|this) (?:disease|disorder|condition|syndrome)\b)|,)",
    re.IGNORECASE,
)
WHEN: Final = r"(?:late|early|adult|juvenile|infantile|childhood|neonatal|perinatal|adolescent)(?:[- ]onset)?"
COMPARED: Final = re.compile(
    r"\b(?:than|unlike|like|from|(?:compared|similar|contrast|relative|identical|analogous) (?:to|with))(?: (?:in"
    r"|(?:that|those) of))? $"
)
_TIMED: Final = re.compile(rf"({WHEN}) (?:disease|form|type|variant|patients|cases)\b", re.IGNORECASE)
"""A form told by when it begins: "late-onset disease", "infantile patients"."""
_HEADED: Final = re.compile(
    rf"({WHEN})(?: (?:disease|form|type|variant|onset))?|(?:sub)?type (?:[ivx]{{1,4}}|\d{{1,2}})[a-z]?", re.IGNORECASE
)
_ADJECTIVES: Final = re.compile(
    r"(?<![\w-])(?:(?!(?:in|of|with|the|and|or|an?|for|by|from|than|to)\b)[\w/\u2019'-]+ ){1,2}$"
)
_INHERITED: Final = re.compile(r"\b(?:autosomal|dominant|recessive|x-linked)\b", re.IGNORECASE)
_HAVE_IT: Final = re.compile(r"\b(?:with|in|have|has|of) $")
_LONG: Final = 40
_UNNAMED: Final = re.compile(
    r"(?:this|that|one|another|(?:[\w-]+,? ){1,2}?[\w-]+) (?:form|variant|type|subtype) of (?:the )?", re.IGNORECASE
)
_KINDS: Final = re.compile(r"^(?:type|subtype) [a-z\d]{1,3} |^[\w-]+ or ")
_THIS: Final = re.compile(
    r"(?:in |with |(?:[\w-]+ ){1,3}?(?:with|of|who have) )?(?:this|that) (?:form|variant|type|subtype)\b", re.IGNORECASE
)
_ANIMAL: Final = re.compile(r"\b(?:equine|canine|feline|bovine|murine|porcine|ovine|avian)\b", re.IGNORECASE)
_GENERIC: Final = re.compile(r"\b(?:all|most common|commonest|classic|classical|typical|usual|main)\b", re.IGNORECASE)


def short_names(names: Iterable[str]) -> frozenset[str]:
    """Give those of an article's names of its disease that are capitals: "HUS"."""
    return frozenset(name for name in names if len(name) > 1 and name.isupper() and name.isalpha())


def form(sentence: Sentence, inside: tuple[Mention, ...], subject: Concept, short: frozenset[str]) -> Form | None:
    """Find the form of the disease that a sentence begins with: "Patients with FHM1", "Alobar holoprosencephaly"."""
    place = led(sentence.text)
    names = [m for m in inside if m.concept.curie == subject.curie]
    return (
        _affixed(sentence, inside, place, short)
        or _by_name(sentence, names, place, subject)
        or _described(sentence.text, place, subject)
        or _throughout(sentence, inside, names, subject, short)
    )


def heading_form(section: Section, subject: Concept, names: Iterable[str]) -> Form | None:
    """Give the form that a section's heading names by the disease's name with a word before: "Ulnar polydactyly"."""
    for heading in reversed(section.path):
        headed = _HEADED.fullmatch(heading)
        if headed is not None:
            words = timed(headed[1], subject) if headed[1] else f"{subject.label} {_lowered(heading)}"
            return Form(concept=form_concept(words), numbered=True, place=None)
        for name in names:
            before = heading.lower().removesuffix(f" {name.lower()}")
            if len(before) < len(heading) and _modified(_KINDS.sub("", before), subject):
                return Form(concept=form_concept(_lowered(heading)), numbered=False, place=None)
    return None


def takes_up(text: str) -> bool:
    """Say whether a sentence speaks on of the form of which the one before it spoke: "This form of the disease"."""
    return _THIS.match(text) is not None


def timed(adjective: str, subject: Concept) -> str:
    """Give the name of a form that is told by when it begins: "late-onset X"."""
    return f"{adjective.lower().replace(' ', '-')} {subject.label}"


def _affixed(sentence: Sentence, inside: tuple[Mention, ...], place: int, short: frozenset[str]) -> Form | None:
    """Take the short name with something put before or behind it: "aHUS", "FHM1", "XP-CS"; a gene is none."""
    word = _WORD.match(sentence.text, place)
    if word is None or word[0] in short:
        return None
    start = sentence.start + place
    if any(m.start == start and m.end == start + len(word[0]) for m in inside):
        return None
    return _affix(word, short)


def _by_name(sentence: Sentence, names: list[Mention], place: int, subject: Concept) -> Form | None:
    """Take the disease's name with a number behind or words before it."""
    for name in names:
        begin, end = name.start - sentence.start, name.end - sentence.start
        if begin == place and (number := _NUMBER.match(sentence.text, end)) is not None:
            words = sentence.text[begin : number.end()]
            return Form(concept=form_concept(words), numbered=True, place=(begin, number.end()))
        if _UNNAMED.fullmatch(sentence.text, place, max(place, begin)) is not None:
            told = _GENERIC.search(sentence.text, place, begin) is not None
            return None if told else Form(concept=None, numbered=True, place=None)
        if begin > place and _ANIMAL.search(sentence.text, place, begin) is not None:
            return Form(concept=None, numbered=False, place=None)
        if begin > place and goes_on(sentence.text, end) and _modified(sentence.text[place:begin].strip(), subject):
            return Form(concept=form_concept(_lowered(sentence.text[place:end])), numbered=False, place=(place, end))
    return None


def _throughout(
    sentence: Sentence, inside: tuple[Mention, ...], names: list[Mention], subject: Concept, short: frozenset[str]
) -> Form | None:
    """Take the form that a sentence names wherever it names the disease: "the prevalence of infantile X is"."""
    if not names:
        return _shortened(sentence, inside, short)
    found = {_before_name(sentence.text, name.start - sentence.start, subject) for name in names}
    before = next(iter(found))
    begin, end = names[0].start - sentence.start - len(before), names[0].end - sentence.start
    if len(found) > 1 or not before.islower() or _INHERITED.search(before) or COMPARED.search(sentence.text, 0, begin):
        return None
    return Form(
        concept=form_concept(_lowered(sentence.text[begin:end])), numbered=False, place=(begin, end), opens=False
    )


def _shortened(sentence: Sentence, inside: tuple[Mention, ...], short: frozenset[str]) -> Form | None:
    """Take a short name with something before it where patients have it: "affects people with hEDS"."""
    told = [(word, one) for word in _WORD.finditer(sentence.text) if (one := _affix(word, short)) is not None]
    if len({word[0] for word, _ in told}) != 1 or _HAVE_IT.search(sentence.text, 0, told[0][0].start()) is None:
        return None
    word, one = told[0]
    if one.numbered:
        return None
    start = sentence.start + word.start()
    known = next((m.concept for m in inside if m.start == start and m.end == sentence.start + word.end()), None)
    if known is not None and known.kind is not Kind.DISEASE:
        return None
    return Form(concept=known or one.concept, numbered=False, place=None, opens=False)


def _before_name(text: str, place: int, subject: Concept) -> str:
    """Give the words right before a place that make a form of the disease named there, with the space; or nothing."""
    found = _ADJECTIVES.search(text, max(0, place - _LONG), place)
    return found[0] if found is not None and _modified(found[0].strip(), subject) else ""


def _affix(word: re.Match[str], short: frozenset[str]) -> Form | None:
    for name in short:
        found = re.fullmatch(rf"([A-Za-z]{{1,2}}|[A-Z][A-Za-z]*-)?{name}(-?\d{{1,2}}[A-Za-z]?)?", word[0])
        if found is not None and (found[1] or found[2]):
            return Form(concept=form_concept(word[0]), numbered=bool(found[2]) and not found[1], place=word.span())
    return None


def _modified(before: str, subject: Concept) -> bool:
    """Say whether words before a disease's name make a form of it: few, none of them general or of its name."""
    words = _WORD.findall(before)
    if not 1 <= len(words) <= _MOST or " ".join(words) != before or not all(map(_MAKES_A_FORM.fullmatch, words)):
        return False
    return not content(before) <= content(subject.label)


def _lowered(words: str) -> str:
    """Give words as they stand within a sentence, whose first is an adjective: "infantile Fabry disease"."""
    first = words.split(" ", maxsplit=1)[0]
    adjective = _MAKES_A_FORM.fullmatch(first) or first in {"Type", "Subtype"}
    return words[0].lower() + words[1:] if adjective and words[1:2] != "-" else words


def _described(text: str, place: int, subject: Concept) -> Form | None:
    numbered = _NUMBERED.match(text, place)
    if numbered is not None:
        return Form(
            concept=form_concept(f"{subject.label} {_lowered(numbered[0])}"), numbered=True, place=numbered.span()
        )
    early = _TIMED.match(text, place)
    if early is not None:
        return Form(concept=form_concept(timed(early[1], subject)), numbered=True, place=early.span())
    described = _DESCRIBED.match(text, place)
    if described is not None and _GENERIC.search(described[0]) is None:
        return Form(
            concept=form_concept(f"{_lowered(described[0])} of {subject.label}"), numbered=True, place=described.span()
        )
    return None


def form_concept(words: str) -> Concept:
    """Give the concept of a form by its name."""
    return Concept(curie=Curie(TEXT, words), label=words, kind=Kind.DISEASE)
