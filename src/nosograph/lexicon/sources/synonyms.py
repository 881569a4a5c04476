"""What OBO's scopes and types of synonyms mean here."""

from typing import Final

from nosograph.lexicon.values import Flag
from nosograph.model import Match

# A synonym's scope says how the synonym relates to the term; a Match, how the concept relates to the words.
SCOPES: Final = {"EXACT": Match.EXACT, "NARROW": Match.BROAD, "BROAD": Match.NARROW, "RELATED": Match.CLOSE}
"""Scopes of synonyms in OBO, and how the concept relates to the words."""
TYPES: Final = {
    "layperson": Flag.LAYPERSON,
    "abbreviation": Flag.ABBREVIATION,
    "plural_form": Flag.PLURAL_FORM,
    "uk_spelling": Flag.UK_SPELLING,
    "obsolete_synonym": Flag.OBSOLETE,
    "http://purl.obolibrary.org/obo/hp#layperson": Flag.LAYPERSON,
    "OMO:0003000": Flag.ABBREVIATION,
    "OMO:0003003": Flag.LAYPERSON,
    "OMO:0003004": Flag.PLURAL_FORM,
    "OMO:0003005": Flag.UK_SPELLING,
    "OMO:0003012": Flag.ABBREVIATION,
    "ABBREVIATION": Flag.ABBREVIATION,
    "DEPRECATED": Flag.OBSOLETE,
}
"""Types of synonyms, by the names and identifiers files give them."""
