"""Quantities: the numbers that the words of a thing give, so that they can be compared."""

import re
from decimal import Decimal
from typing import Final

from pyoxigraph import Literal, NamedNode

from nosograph.assembly.draft import Draft
from nosograph.assembly.literals import integer, plain
from nosograph.model import Concept, Kind, quantity
from nosograph.rdf import NG, XSD

_YEAR: Final = re.compile(r"1[5-9]\d\d|20\d\d")


def add_numbers(draft: Draft, node: NamedNode, concept: Concept) -> None:
    """Give a thing that words alone name the numbers in them: a quantity its bounds, a year its number."""
    if concept.kind is Kind.QUANTITY:
        _add_quantity(draft, node, concept.label)
    elif concept.curie.is_text and _YEAR.fullmatch(concept.label):
        draft.fact(node, NG.year, integer(int(concept.label)))


def _add_quantity(draft: Draft, node: NamedNode, words: str) -> None:
    found = quantity(words)
    if found is None:
        return
    bounds = (("number", found.number), ("per", found.per), ("rate", found.rate))
    for name, both in bounds:
        for end, value in zip(("Min", "Max"), both or (), strict=False):
            draft.fact(node, NG[f"{name}{end}"], _decimal(value))
    for predicate, said in ((NG.unit, found.unit), (NG.place, found.place), (NG.qualifier, found.qualifier)):
        if said:
            draft.fact(node, predicate, plain(said))


def _decimal(value: Decimal) -> Literal:
    """Give an xsd:decimal without an exponent or trailing zeros."""
    text = f"{value:f}"
    return Literal(text.rstrip("0").rstrip(".") if "." in text else text, datatype=XSD.decimal)
