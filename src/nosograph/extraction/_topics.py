"""Article to Scenes: which disease each sentence is about."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Final

from nosograph.extraction._cues import anaphora, infobox_rows, sections_passed_over
from nosograph.extraction._forms import form, heading_form, short_names, takes_up
from nosograph.extraction._history import speaks_of_history
from nosograph.extraction._locations import speaks_of_locations
from nosograph.extraction._names import kindred, numbered
from nosograph.extraction._openers import goes_on, led, opener, set_against, unlike
from nosograph.extraction._readings import readings
from nosograph.extraction._scene import CELLS, Form, Scene, Topic, scene
from nosograph.extraction._sieve import Words
from nosograph.model import TEXT, Article, Concept, Curie, Kind, Mention, Section, SectionRole, Sentence

_ITEM: Final = 200
_MOST: Final = 0.6
_PASSED_OVER: Final = frozenset({SectionRole.TITLE, SectionRole.INFOBOX})
_OF: Final = {"disease": "article's disease", "patients": "patients with it"}
_NUMBERED: Final = frozenset({"OMIM", TEXT})
"""Prefixes whose identifiers stand for one type each, so that no other type falls under one."""
_ROW: Final = re.compile(r"(?<![\w.])[1-6]\d{5}(?![\w.])")
_OTHERS: Final = re.compile(
    r"(?!(?:these|those|both|all)\b)(?:[\w-]+ ){1,4}(?:forms|(?:sub)?types|variants)\b", re.IGNORECASE
)
"""How a sentence begins that speaks of other forms than the one before it: "Recessive forms include"."""
_WEIGHT: Final = {"disease": 0.98, "patients": 0.97}


@dataclass(frozen=True, slots=True, kw_only=True)
class _About:
    """Hold what a stretch of text is about; no concept where it is about something else."""

    concept: Concept | None
    how: str
    weight: float
    row: bool = False
    form: Form | None = None


def subject_of(article: Article, mentions: tuple[Mention, ...]) -> Concept | None:
    """Give the disease that the title or the infobox names, or the class of diseases that all of the title is.

    Where they name none, it is what the lead calls the disease, which no vocabulary has.
    """
    starts = [m.start for m in mentions]
    for role in (SectionRole.TITLE, SectionRole.INFOBOX):
        for sentence in article.sentences:
            if sentence.role is role:
                named = (m.concept for m in _inside(sentence, mentions, starts) if _may_be_subject(m, sentence))
                if (concept := next(named, None)) is not None:
                    return concept
    return next((m.concept for m in mentions if m.concept.kind is Kind.DISEASE and m.concept.curie.is_text), None)


def _may_be_subject(mention: Mention, sentence: Sentence) -> bool:
    if mention.concept.kind is Kind.DISEASE_CLASS:
        return sentence.role is SectionRole.TITLE and mention.text == sentence.text.strip()
    return mention.concept.kind is Kind.DISEASE


def scenes(article: Article, mentions: tuple[Mention, ...], subject: Concept) -> Iterator[Scene]:
    """Yield a scene for each sentence in which something is named; title, infobox and mere links aside."""
    starts = [m.start for m in mentions]
    sections = [(section, _of_section(section, mentions, starts, subject)) for section in article.sections]
    section_starts = [section.start for section, _ in sections]
    compared = _compared(article, mentions, starts, subject)
    called = {m.text for m in mentions if m.concept.curie == subject.curie}
    short = short_names(called)
    forms = [heading_form(section, subject, {subject.label, *called}) for section in article.sections]
    listed: dict[int, Form | None] = {}
    before: Sentence | None = None
    carried: _About | None = None
    leads: dict[int, str] = {}
    for sentence, after in zip_longest(article.sentences, article.sentences[1:]):
        if _says_nothing(sentence):
            continue
        number = bisect_left(section_starts, sentence.start + 1) - 1
        own = (sections[number][1] if number >= 0 else None) or subject
        words = Words.of(sentence.text)
        inside = _inside(sentence, mentions, starts)
        if before is None or before.paragraph != sentence.paragraph:
            before, carried = None, None
        before_form = carried.form if carried is not None and carried.form is not None and carried.form.opens else None
        carried = _about(sentence, words, inside, own, carried)
        if carried.concept == subject:
            of_list = listed.get(sentence.lead_in.start) if sentence.lead_in is not None else None
            fallback = before_form or of_list or (forms[number] if number >= 0 else None)
            carried = _in_form(carried, sentence, inside, short, fallback)
        listed[sentence.start] = carried.form
        if sentence.section in compared and sentence.text.count(CELLS) > 1 and not _names(inside, sentence, own):
            carried = _About(concept=None, how="row of a table that compares diseases", weight=0.0)
        lead = _lead(sentence, before, leads)
        before = sentence
        if sentence.role is not SectionRole.REFERENCES:
            inside = readings(sentence, words, inside)
        if inside or _short(sentence) or speaks_of_history(words) or speaks_of_locations(words):
            topic = Topic(
                subject=carried.concept or own,
                foreign=carried.concept is None,
                about=carried.how,
                weight=carried.weight,
                lead=lead,
                following=after.text if after is not None and after.paragraph == sentence.paragraph else "",
                opened=_inside(sentence.lead_in, mentions, starts) if sentence.lead_in is not None else (),
                row_of=own if carried.row and own.curie.prefix not in _NUMBERED else None,
                form=carried.form,
            )
            yield scene(sentence, words, inside, topic)


def _says_nothing(sentence: Sentence) -> bool:
    """Say whether a sentence is the title, a row of the infobox that identifies, or one of a section of links."""
    if sentence.role is SectionRole.INFOBOX:
        label, bar, _ = sentence.text.partition(CELLS)
        return not bar or infobox_rows().fullmatch(label) is None
    linked = sections_passed_over().fullmatch(sentence.section.strip(" :")) is not None
    return linked or sentence.role is SectionRole.TITLE


def _compared(article: Article, mentions: tuple[Mention, ...], starts: list[int], subject: Concept) -> frozenset[str]:
    """Give the sections with a table of which a row, not all, is the article's disease: it compares diseases."""
    rows = [s for s in article.sentences if s.text.count(CELLS) > 1 and s.role not in _PASSED_OVER]
    named = {s.section for s in rows if _names(_inside(s, mentions, starts), s, subject)}
    return frozenset(s.section for s in rows if s.section in named)


def _names(inside: tuple[Mention, ...], sentence: Sentence, subject: Concept) -> bool:
    """Say whether the first cell of a row names a disease, nearly all of it."""
    first = sentence.text.index(CELLS)
    return any(
        m.concept.curie == subject.curie and m.end - sentence.start <= first and m.end - m.start >= _MOST * first
        for m in inside
    )


def _short(sentence: Sentence) -> bool:
    """Say whether a sentence may be the item of a list, which names a thing by its own words alone."""
    return len(sentence.text) <= _ITEM and sentence.role is not SectionRole.REFERENCES


def _inside(sentence: Sentence, mentions: tuple[Mention, ...], starts: list[int]) -> tuple[Mention, ...]:
    first, last = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
    return tuple(m for m in mentions[first:last] if m.end <= sentence.end)


def _lead(sentence: Sentence, before: Sentence | None, leads: dict[int, str]) -> str:
    """Give the words a sentence continues: the one before, or that which opens its list, with what led to it."""
    if sentence.lead_in is not None:
        return f"{leads.get(sentence.lead_in.start, '')} {sentence.lead_in.text}".strip()
    leads[sentence.start] = before.text if before is not None else ""
    return leads[sentence.start]


def _in_form(
    about: _About, sentence: Sentence, inside: tuple[Mention, ...], short: frozenset[str], before: Form | None
) -> _About:
    """Say of which form of the disease a sentence speaks: one it begins with, or goes on with if it names none."""
    if about.concept is None or sentence.role is SectionRole.REFERENCES:
        return about
    own = form(sentence, inside, about.concept, short)
    if own is not None and not (own.concept is None and before is not None and takes_up(sentence.text)):
        return replace(about, form=own)
    if _OTHERS.match(sentence.text) is not None:
        return about
    named = own is None and any(m.concept.curie == about.concept.curie for m in inside)
    return about if named or before is None else replace(about, form=replace(before, place=None))


def _of_section(section: Section, mentions: tuple[Mention, ...], starts: list[int], subject: Concept) -> Concept | None:
    """Give the type of the article's disease that a section's heading names, or None."""
    heading_end = section.start + len(section.heading)
    first, last = bisect_left(starts, section.start), bisect_left(starts, heading_end)
    for mention in mentions[first:last]:
        covers = mention.end - mention.start >= _MOST * len(section.heading)
        if covers and mention.concept != subject and _typed(mention, subject):
            return mention.concept
    return None


def _typed(mention: Mention, subject: Concept) -> bool:
    return kindred(mention.concept, subject) or kindred(replace(mention.concept, label=mention.text), subject)


def _about(
    sentence: Sentence, words: Words, inside: tuple[Mention, ...], subject: Concept, carried: _About | None
) -> _About:
    """Find what a sentence is about.

    The disease by name; another that opens it; an anaphor, which takes up what the sentence before was about; or,
    where nothing of the kind stands in it, the article's disease.
    """
    named = next((m for m in inside if m.concept.curie == subject.curie), None)
    if sentence.role is SectionRole.REFERENCES:
        how = f'subject named "{named.text}"' if named else ""
        return _About(concept=subject if named else None, how=how, weight=1.0)
    other = _of_row(sentence, inside, subject) or _of_opener(sentence, inside, subject)
    if other is not None:
        return other
    if named is not None:
        return _About(concept=subject, how=f'subject named "{named.text}"', weight=1.0)
    return _of_anaphor(sentence, words, subject, carried) or _understood(sentence, subject)


def _understood(sentence: Sentence, subject: Concept) -> _About:
    if sentence.lead_in is not None:
        return _About(concept=subject, how="an item of a list on the disease", weight=0.96)
    return _About(concept=subject, how="subject understood from the article", weight=0.9)


def _of_row(sentence: Sentence, inside: tuple[Mention, ...], subject: Concept) -> _About | None:
    """Take a row of a table for the type that it names by its OMIM number, labelled by the row's first cell.

    A row of three cells or more whose first names another disease compares that one.
    """
    first, _, rest = sentence.text.partition(CELLS)
    numbers = _ROW.findall(rest)
    if CELLS in rest and (rival := _rival(sentence, inside, subject, len(first))) is not None:
        return _About(concept=None, how=f'row of "{rival.text}"', weight=0.0)
    if len(numbers) != 1 or subject.curie.prefix == TEXT or numbers[0] == subject.curie.local or not first.strip():
        return None
    if any(m.end - sentence.start <= len(first) and m.concept.kind is not Kind.DISEASE for m in inside):
        return None
    concept = Concept(curie=Curie("OMIM", numbers[0]), label=first.strip(), kind=Kind.DISEASE)
    return _About(concept=concept, how=f'row of the type "{concept.label}"', weight=0.9, row=True)


def _rival(sentence: Sentence, inside: tuple[Mention, ...], subject: Concept, end: int) -> Mention | None:
    """Find the other disease that the cell up to a place names, nearly all of it."""
    if any(m.concept.curie == subject.curie and m.start - sentence.start < end for m in inside):
        return None
    for mention in inside:
        covers = mention.end - sentence.start <= end and mention.end - mention.start >= _MOST * end
        if covers and mention.concept.kind is Kind.DISEASE and not _typed(mention, subject):
            return mention
    return None


def _of_opener(sentence: Sentence, inside: tuple[Mention, ...], subject: Concept) -> _About | None:
    first = opener(sentence, inside, subject) or _of_item(sentence, inside, subject)
    if first is not None and first.concept.curie == subject.curie:
        other = unlike(sentence, inside, subject)
        return None if other is None else _About(concept=None, how=f'"{other.text}" is set against it', weight=0.0)
    if first is None or set_against(sentence, inside, subject):
        return None
    if numbered(first.concept, subject):
        return _About(concept=subject, how=f'"{first.text}", of which it is a type, opens the sentence', weight=0.95)
    if _typed(first, subject):
        return _About(concept=first.concept, how=f'the type "{first.text}" opens the sentence', weight=0.95)
    return _About(concept=None, how=f'"{first.text}" opens the sentence', weight=0.0)


def _of_item(sentence: Sentence, inside: tuple[Mention, ...], subject: Concept) -> Mention | None:
    """Find the type of the disease of which an item of a list tells: "Type B, also called C, is"."""
    first = next(iter(inside), None)
    if sentence.lead_in is None or first is None or first.start - sentence.start != led(sentence.text):
        return None
    return first if goes_on(sentence.text, first.end - sentence.start) and _typed(first, subject) else None


def _of_anaphor(sentence: Sentence, words: Words, subject: Concept, carried: _About | None) -> _About | None:
    found = _anaphor(sentence.text, words)
    if found is None:
        return None
    said, stands_for = found
    if carried is not None and carried.concept is None and stands_for == "disease":
        return _About(concept=None, how=carried.how, weight=0.0)
    concept = carried.concept if carried is not None and carried.concept is not None else subject
    return _About(concept=concept, how=f'"{said}" stands for the {_OF[stands_for]}', weight=_WEIGHT[stands_for])


def _anaphor(text: str, words: Words) -> tuple[str, str] | None:
    for anaphor, found in anaphora().find(words):
        return text[found.start() : found.end()], anaphor.stands_for
    return None
