"""Files to records: readers of OBO, SSSOM, term tables and HPO's annotation files, each a stream."""

from nosograph.lexicon.sources.annotations import hpoa_version, read_genes, read_hpoa
from nosograph.lexicon.sources.obo import obo_version, read_obo
from nosograph.lexicon.sources.sssom import read_sssom
from nosograph.lexicon.sources.table import read_suppressions, read_terms

__all__ = [
    "hpoa_version",
    "obo_version",
    "read_genes",
    "read_hpoa",
    "read_obo",
    "read_sssom",
    "read_suppressions",
    "read_terms",
]
