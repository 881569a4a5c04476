"""Headings: what part a section plays, by the words of its heading.

The rules are the headings English disease articles use: Wikipedia's Manual of Style for medicine, MedlinePlus Genetics' and
GARD's questions, case reports. The first rule that fits decides.
"""

import re
from enum import StrEnum
from typing import Final

from nosograph.model import SectionRole


class Furniture(StrEnum):
    """Say what a section without statements holds."""

    REFERENCES = "references"
    LINKS = "links"
    NAVIGATION = "navigation"
    CONTENTS = "contents"


_FURNITURE: Final = tuple(
    (part, re.compile(rf"(?:{words})[\s:]*", re.IGNORECASE))
    for part, words in (
        (
            Furniture.REFERENCES,
            r"(?:(?:general|cited|selected|specific|key|in-?line|literature|medical|scientific) )?(?:references?|citations?)"
            r"(?: (?:and|&) (?:notes|footnotes|sources|further reading|external links))?|references? (?:list|cited)|literature cited"
            r"|(?:foot|end)?notes(?: (?:and|&) references)?|bibliography|works cited|sources?|literature",
        ),
        (
            Furniture.LINKS,
            r"(?:external|web|related|useful|other|further) links?(?: (?:and|&) \w+)?|further (?:reading|information)|additional reading"
            r"|external (?:resources|references)|recommended reading|weblinks|related (?:publications|resources)|links|resources",
        ),
        (
            Furniture.NAVIGATION,
            r"see also|related (?:articles|pages|topics|conditions)|gallery|additional images|navigation menu|categories",
        ),
        (Furniture.CONTENTS, r"(?:table of )?contents"),
    )
)

_QUESTIONS: Final = (
    (SectionRole.LEAD, r"what (?:is|are|is \(are\)|do we know about)\b(?! the\b| some| known)"),
    (
        SectionRole.SIGNS,
        r"(?:what (?:are|is) (?:the |some |common )*(?:signs|symptoms|features|manifestations|complications))|how does \S.* (?:present|affect)",
    ),
    (SectionRole.EPIDEMIOLOGY, r"how (?:many people|common|rare|frequent|often)|who (?:gets|is (?:at risk|affected))"),
    (
        SectionRole.CAUSE,
        r"what (?:causes?|are the (?:genetic changes|causes?)|is the cause|genes?)|is .{1,200} (?:inherited|genetic|hereditary)|how (?:is|do people inherit) .{0,200}\binherit",
    ),
    (SectionRole.DIAGNOSIS, r"how (?:is|are|do you|can|to) .{0,200}\b(?:diagnosed?|tested|detected)|how to diagnose"),
    (
        SectionRole.TREATMENT,
        r"what (?:is|are) the (?:treatments?|therap|management)|how (?:is|are|to|might|can) .{0,200}\b(?:treat(?:ed)?|managed?)\b|is there (?:a cure|treatment)",
    ),
    (SectionRole.PROGNOSIS, r"what is the (?:outlook|prognosis|life expectancy|long[- ]term)"),
    (
        SectionRole.OTHER,
        r"what research|where can|how (?:to|can i) (?:prevent|help)|what (?:other names|are other names)",
    ),
)

_ROLES: Final = tuple(
    (role, re.compile(words, re.IGNORECASE))
    for role, words in (
        *((role, f"^(?:{words})") for role, words in _QUESTIONS),
        (
            SectionRole.OTHER,
            r"\b(?:society|cultur|research|screening|prevention|eponym|etymology|terminology|naming|notable|people with|famous|animal|in other|support|legal|media)",
        ),
        (
            SectionRole.DIFFERENTIAL,
            r"\bdifferential|\bdifferentiation from|similar conditions|related (?:disorders|syndromes|diseases)|relation to other",
        ),
        (
            SectionRole.CASE,
            r"\bcase (?:report|presentation|descri|history|stud|series)|^(?:the )?(?:notable )?cases?$|\bpatients?\b(?: (?:\d+|[A-Z]))?$",
        ),
        (
            SectionRole.TREATMENT,
            r"\btreat|\btherap|\bmanage|\bmedication|\bsurg|\bintervention|\btransplant|\bdiet(?:ary)?\b|\bself-care|\bcare$|\bdialysis|\bdrugs?\b",
        ),
        (
            SectionRole.DIAGNOSIS,
            r"\bdiagnos|\bcriteria|\btest(?:s|ing)?\b|\bwork-?up|\bevaluation|\blaboratory|\bimaging|\bradiolog|\bbiopsy|\bhistolog|\bimmunohisto",
        ),
        (
            SectionRole.PATHOPHYSIOLOGY,
            r"\bpatho(?:physiology|genesis|logy|mechanism)|\bmechanism|\bphysiopathology|\bmolecular|\bbiochem|\bimmunology|\bpathway",
        ),
        (SectionRole.EPIDEMIOLOGY, r"\bepidemiolog|\bprevalence|\bincidence|\bfrequency|\bdemographic|\bstatistic"),
        (
            SectionRole.PROGNOSIS,
            r"\bprogno|\boutlook|\bsurvival|\blife expectancy|\bmortality|\boutcome|\b(?:clinical )?course$|\bnatural history|\bprogression",
        ),
        (
            SectionRole.SIGNS,
            r"\bsigns?\b|\bsymptom|\bpresentation|\bfeature|\bmanifest|\bcharacteri|\bphenotyp|\bclinical|\bcomplication|\bassociated (?:conditions|findings|anomalies)|\bonset|\bfindings|\bdescription",
        ),
        (
            SectionRole.CAUSE,
            r"\bcaus|\betiolog|\baetiolog|\bgenetic|\bgenes?\b|\binherit|\bhered|\bmutation|\bgenotyp|\brisk factor|\btrigger|\btransmission|\bpenetrance",
        ),
        (
            SectionRole.CLASSIFICATION,
            r"\bclassif|\btypes?\b|\bsubtypes?\b|\bvariants?\b|\bforms?\b|\bvariations?\b|\bspectrum",
        ),
        (SectionRole.HISTORY, r"\bhistor|\bdiscovery"),
        (SectionRole.LEAD, r"^(?:overview|introduction|summary|abstract|background|general|definition|about)\b"),
    )
)
_COMMON: Final = re.compile(
    r"(?:eyes?|skin|heart|lungs?|kidneys?|brain|skeletal system|central nervous system|cardiovascular(?: system)?|discussion|conclusions?|results|methods)",
    re.IGNORECASE,
)


def furniture(heading: str) -> Furniture | None:
    """Say whether a heading opens a part without statements.

    >>> furniture("External links")
    <Furniture.LINKS: 'links'>
    """
    return next((part for part, words in _FURNITURE if words.fullmatch(heading.strip())), None)


def role(heading: str, parent: SectionRole = SectionRole.OTHER) -> SectionRole:
    """Give the part a section plays; one whose heading says nothing plays its parent's.

    >>> role("What are the symptoms of Arts syndrome ?"), role("Kidneys", SectionRole.SIGNS)
    (<SectionRole.SIGNS: 'signs'>, <SectionRole.SIGNS: 'signs'>)
    """
    return next((part for part, words in _ROLES if words.search(heading)), parent)


def known(heading: str) -> bool:
    """Tell whether the words are a heading of disease articles, also where no mark-up says so.

    >>> known("Signs and symptoms"), known("He was well")
    (True, False)
    """
    if furniture(heading) is not None or _COMMON.fullmatch(heading):
        return True
    return len(heading.split()) <= _LONGEST and any(words.search(heading) for _, words in _ROLES)


_LONGEST: Final = 6
