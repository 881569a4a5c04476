"""A disease that no vocabulary at hand has: by which words its article calls it."""

import re
from typing import Final

from nosograph.model import Article, SectionRole

_CALLED: Final = re.compile(
    r"\b(?:i?s\s+(?:a|an|the|any|one)|are)\b[^.;:]{0,80}?\b(?:disease|disorder|syndrome|condition|deficiency|illness|subtype"
    r"|anomaly|malformation|deformity|abnormality|entity|birth defect)s?\b"
)
"""A sentence that says of something that it is a disease."""
_ASKED: Final = frozenset({SectionRole.SIGNS, SectionRole.CAUSE, SectionRole.DIAGNOSIS, SectionRole.TREATMENT})
_ENOUGH: Final = 3
"""Of these, the sections that only an article on a disease has together."""
_CATALOGUES: Final = frozenset({"OMIM", "Orphanet", "MONDO", "GARD", "ICD10", "ICD11", "DOID"})
"""Whose identifiers the infobox of a disease gives."""
_CASE: Final = re.compile(
    r"\b(?:cases?(?: reports?)?|patients?|child(?:ren)?|boys?|girls?|m[ae]n|wom[ae]n|infants?|neonates?|newborns?"
    r"|siblings?|brothers|sisters|twins|family|families) (?:of|with) (?:an? |the )?(?P<words>[^:,.;?()]{3,100})",
    re.IGNORECASE,
)
_ARTICLE: Final = re.compile(r"(?:the|an?)\s+", re.IGNORECASE)
_BRACKETS: Final = re.compile(r"\s*\([^()]*\)")
_POINTING: Final = re.compile(r"(?:it|th[ei]se?|that|we|there|here|our|in|since|although|while)\b", re.IGNORECASE)
_MOST_WORDS: Final = 8


def unlisted(article: Article, *, is_disease: re.Pattern[str]) -> str:
    """Give the words that stand for an article's disease, or none where nothing says that it is about one.

    The title, where the infobox has the identifiers of a disease, `is_disease` knows it by its ending, the lead says of
    something that it is a disease, or the sections ask what is asked of diseases. Of a report of cases, whose title
    tells more than a name, what the title or the first sentence names.
    """
    if any(curie.prefix in _CATALOGUES for curie in article.identifiers):
        return article.title
    if any(section.role is SectionRole.CASE for section in article.sections):
        return _of_case(article, is_disease)
    asked = {section.role for section in article.sections} & _ASKED
    speaks = is_disease.search(article.title) or _CALLED.search(_first(article))
    return article.title if speaks or len(asked) >= _ENOUGH else ""


def _of_case(article: Article, is_disease: re.Pattern[str]) -> str:
    told = _CASE.search(article.title)
    if told is not None and is_disease.search(told["words"]):
        return told["words"].strip()
    first = _first(article)
    called = _CALLED.search(first)
    words = (
        _ARTICLE.sub("", _BRACKETS.sub("", first[: called.start()]).partition(",")[0].strip(), count=1)
        if called
        else ""
    )
    return words if words and not _POINTING.match(words) and len(words.split()) <= _MOST_WORDS else ""


def _first(article: Article) -> str:
    return next((s.text for s in article.sentences if s.role is SectionRole.LEAD), "")
