"""Headings: what part a section plays, by the words of its heading.

The tables are the headings English disease articles use: Wikipedia's Manual of Style for medicine, the questions of
MedlinePlus Genetics and GARD, case reports. In them a word may end in `*`, and `_` stands for a blank.
"""

import re
from enum import StrEnum
from functools import cache
from typing import Final

from nosograph.model import SectionRole


class Furniture(StrEnum):
    """Say what a section without statements holds."""

    REFERENCES = "references"
    LINKS = "links"
    NAVIGATION = "navigation"
    CONTENTS = "contents"


_FURNITURE: Final = r"""
references  (?:general|cited|selected|specific|key|in-?line|literature|medical|scientific) (?:references?|citations?)
references  (?:references?|citations?)(?: (?:and|&) (?:notes|footnotes|sources|further reading|external links))?
references  references? (?:list|cited)|literature(?: cited)?|bibliography|works cited|sources?
references  (?:foot|end)?notes(?: (?:and|&) references)?
links       (?:external|web|related|useful|other|further) links?(?: (?:and|&) \w+)?|links|weblinks
links       (?:further|additional|recommended) reading|further information|external references
links       (?:(?:external|related|web|additional) )?resources|additional information (?:and|&) resources
links       (?:genetic testing|clinical trials?|(?:patient )?support) (?:information|resources|groups)
links       patient support and advocacy resources|catalog of genes and diseases.{0,40}
navigation  see also|related (?:articles|pages)|gallery|additional images|(?:navigation )?menu|categor(?:y|ies)
navigation  disclosures?|acknowledge?ments?|funding(?: sources?| statement)?|(?:financial )?disclosure statement|orcid.*
navigation  (?:conflicts? of|competing) interests?(?: statement)?|authors?[’']? contributions?
navigation  (?:informed )?consent(?: for publication)?|ethic(?:s|al) (?:approval|statement).*
navigation  data availability(?: statement)?|availability of data(?: and materials)?
contents    (?:table of )?contents
"""
"""Headings of parts without statements: the part and, as a regular expression, the whole heading."""

_QUESTIONS: Final = r"""
epidemiology  how (?:many people|common|rare|frequent|often)|who (?:gets|is (?:at risk|affected))
signs         what (?:are|is) (?:the |some |common )*(?:signs?|symptoms?|features|manifestations|complications)
signs         how does .{1,200} (?:present|affect)
cause         what (?:causes?|genes?|is the cause|are the (?:genetic changes|causes?))\b
cause         is .{1,200} (?:inherited|genetic|hereditary)|how (?:is|do people) .{0,200}\binherit
diagnosis     how (?:is|are|do you|can|to) .{0,200}\b(?:diagnosed?|tested|detected)
treatment     what (?:is|are) the (?:treatments?|therap\w+|management)|is there (?:a cure|treatment)
treatment     how (?:is|are|to|might|can) .{0,200}\b(?:treat(?:ed)?|managed?)\b
prognosis     what is the (?:outlook|prognosis|life expectancy|long[- ]term)
other         what research|where can|how (?:to|can i) (?:prevent|help)|what (?:are )?other names
lead          what (?:is|are|is \(are\)|do we know about)\b(?! the\b| some\b| known\b)
"""
"""Questions as headings: the name of the disease stands inside, so only beginning and end say what is asked."""

_WORDS: Final = """
other            society cultur* research prevention eponym* etymology terminology nomenclature naming notable legal
other            people_with famous fiction* animal* in_other support media awareness controvers*
differential     differential differentiation_from differences?_from differences?_between
differential     similar_(?:conditions|disorders|diseases) mimics
differential     (?:conditions|disorders|diseases)_that_(?:resemble|mimic|look)
case             case_(?:report|presentation|description|history|study|series)s? cases?
case             patient_(?:[0-9]+|[a-z]) patient_presentation
treatment        treat* therap* manag* medication* surg* intervention* transplant* diet dietary self-care care
treatment        dialysis drugs?
diagnosis        diagnos* criteria tests? testing work-?up evaluation laboratory imaging radiolog* biopsy histolog*
diagnosis        immunohistochemistry screening electroencephalography detection
pathophysiology  pathophysiolog* physiopathology pathogenesis pathology pathomechanism mechanisms? molecular biochem*
pathophysiology  immunology pathways?
epidemiology     epidemiolog* prevalence incidence frequency demographic* statistic*
prognosis        progno* outlook survival life_expectancy mortality outcomes? natural_history course progression
signs            signs? symptom* presentations? feature* manifest* characteri* phenotyp* clinical complication* problems
signs            appearance associated_(?:conditions|findings|anomalies|features) onset findings description
cause            caus* etiolog* aetiolog* genetic* genes? inherit* hered* mutation* genotyp* risk_factors? trigger*
cause            transmission penetrance
classification   classif* types? subtypes? variants? forms? variations? spectrum
history          histor* discovery
lead             overview introduction summary abstract background general definition about
"""
"""Words of headings: the first role one of whose words stands in the heading's first part is its role."""

_COMMON: Final = (
    r"(?:eyes?|skin|heart|lungs?|kidneys?|brain|skeletal system|central nervous system|cardiovascular(?: system)?"
    r"|discussion|conclusions?|results|methods)"
)
_DANGLING: Final = r".*\b(?:includ\w+|involv\w+|are|is|was|were|as|of|the|and|or|by|with|to|in|from|following)"
_PROSE: Final = r"\b(?:is|are|was|were|has|have|had|can|may|it|its|this|these|they|which|that|he|she|we)\b"
_CLAUSE: Final = r"(?:how|what|who|why|when|where) |(?:conditions|disorders|diseases) that "
"""How a heading begins that is a clause, and no question: "How it is diagnosed"."""

_FIRST_PART: Final = r",| (?:and|or) |/|&"
_LONGEST: Final = 6
_LONGEST_ASKED: Final = 16
"""Words of a heading, and of a question as one."""


@cache
def _rows(table: str) -> tuple[tuple[str, str], ...]:
    """Give a table's rows: a name and what stands behind it."""
    rows = (line.partition(" ") for line in table.strip().splitlines())
    return tuple((name, words.strip()) for name, _, words in rows)


@cache
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE)


@cache
def _stems(words: str) -> re.Pattern[str]:
    ways = "|".join(word.replace("*", r"\w*").replace("_", "[ -]") for word in words.split())
    return re.compile(rf"\b(?:{ways})\b", re.IGNORECASE)


@cache
def furniture(heading: str) -> Furniture | None:
    """Say whether a heading opens a part without statements.

    >>> furniture("External links")
    <Furniture.LINKS: 'links'>
    """
    bare = heading.strip(" :")
    found = next((part for part, words in _rows(_FURNITURE) if _pattern(words).fullmatch(bare)), None)
    return Furniture(found) if found else None


def role(heading: str, parent: SectionRole = SectionRole.OTHER) -> SectionRole:
    """Give the part a section plays; one whose heading says nothing plays its parent's.

    >>> role("What are the symptoms of Arts syndrome ?"), role("Kidneys", SectionRole.TREATMENT)
    (<SectionRole.SIGNS: 'signs'>, <SectionRole.TREATMENT: 'treatment'>)
    """
    return _found(heading) or parent


def _found(heading: str) -> SectionRole | None:
    asked = next((part for part, words in _rows(_QUESTIONS) if _pattern(words).match(heading)), None)
    if asked is not None:
        return SectionRole(asked)
    parts = [part for part in _pattern(_FIRST_PART).split(heading) if part.strip()]
    found = next((part for words in parts for part, stems in _rows(_WORDS) if _stems(stems).search(words)), None)
    return SectionRole(found) if found else None


def speaks(heading: str) -> bool:
    """Tell whether a heading says by itself what its section holds; one that does not may stand under another.

    >>> speaks("Treatment"), speaks("Eyes")
    (True, False)
    """
    return furniture(heading) is not None or _found(heading) is not None


def known(heading: str) -> bool:
    """Tell whether the words are a heading of disease articles, also where no mark-up says so.

    >>> known("Signs and symptoms"), known("Common symptoms include"), known("He was well"), known("How it is found")
    (True, False, False, False)
    >>> known("How it is diagnosed"), known("Conditions that resemble it")
    (True, True)
    """
    if furniture(heading) is not None or _pattern(_COMMON).fullmatch(heading):
        return True
    asked = heading.endswith("?")
    clause = _pattern(_CLAUSE).match(heading) is not None
    longest = _LONGEST_ASKED if asked else _LONGEST
    if len(heading.split()) > longest or heading.endswith(":") or _pattern(_DANGLING).fullmatch(heading):
        return False
    return (asked or clause or not _pattern(_PROSE).search(heading)) and _found(heading) is not None
