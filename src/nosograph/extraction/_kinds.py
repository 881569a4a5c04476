"""Kinds of concepts that rules of extraction speak of together."""

from typing import Final

from nosograph.model import Kind

__all__ = ["DISEASES", "DISORDERS", "FINDINGS", "MEANS"]

FINDINGS: Final = frozenset({Kind.PHENOTYPE, Kind.DISEASE})
"""What patients may have."""

DISEASES: Final = frozenset({Kind.DISEASE, Kind.DISEASE_CLASS})
DISORDERS: Final = FINDINGS | DISEASES
MEANS: Final = frozenset({Kind.PROCEDURE, Kind.CHEMICAL})
"""What is done or given against a disease, or to find it."""
