"""nosograph reads a disease article and writes a knowledge graph you can check.

The face: everything a program or a notebook needs stands here, and nothing is imported before it is asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from nosograph.errors import (
        GraphError,
        IdentifierError,
        InputError,
        LexiconError,
        MissingPartError,
        NosographError,
        OutputError,
        ShapesViolated,
        StoreError,
        VocabularyError,
    )
    from nosograph.extraction import extract
    from nosograph.graph import Graph
    from nosograph.lexicon import Lexicon, load_lexicon
    from nosograph.model import (
        Article,
        Certainty,
        Claim,
        Concept,
        Curie,
        Evidence,
        Kind,
        Licence,
        Link,
        Match,
        Mention,
        Outcome,
        Polarity,
        Reference,
        Relation,
        Section,
        SectionRole,
        Sentence,
        SourceMap,
    )
    from nosograph.pipeline import Exported, Result, assemble, export_all, run, write
    from nosograph.reading import read, read_text
    from nosograph.recognition import annotate
    from nosograph.stores import Answer, Loaded, load, query
    from nosograph.validation import Report, validate
    from nosograph.views import to_networkx

    __version__: str

__all__ = [
    "Answer",
    "Article",
    "Certainty",
    "Claim",
    "Concept",
    "Curie",
    "Evidence",
    "Exported",
    "Graph",
    "GraphError",
    "IdentifierError",
    "InputError",
    "Kind",
    "Lexicon",
    "LexiconError",
    "Licence",
    "Link",
    "Loaded",
    "Match",
    "Mention",
    "MissingPartError",
    "NosographError",
    "Outcome",
    "OutputError",
    "Polarity",
    "Reference",
    "Relation",
    "Report",
    "Result",
    "Section",
    "SectionRole",
    "Sentence",
    "ShapesViolated",
    "SourceMap",
    "StoreError",
    "VocabularyError",
    "__version__",
    "annotate",
    "assemble",
    "export_all",
    "extract",
    "load",
    "load_lexicon",
    "query",
    "read",
    "read_text",
    "run",
    "to_networkx",
    "validate",
    "write",
]

_HOMES: Final = {
    "errors": (
        "GraphError IdentifierError InputError LexiconError MissingPartError NosographError OutputError ShapesViolated "
        "StoreError VocabularyError"
    ),
    "extraction": "extract",
    "graph": "Graph",
    "lexicon": "Lexicon load_lexicon",
    "model": (
        "Article Certainty Claim Concept Curie Evidence Kind Licence Link Match Mention Outcome Polarity Reference "
        "Relation Section SectionRole Sentence SourceMap"
    ),
    "pipeline": "Exported Result assemble export_all run write",
    "reading": "read read_text",
    "recognition": "annotate",
    "stores": "Answer Loaded load query",
    "validation": "Report validate",
    "views": "to_networkx",
}
_HOME_OF: Final = {name: home for home, names in _HOMES.items() for name in names.split()}


def __getattr__(name: str) -> object:
    """Import a name of the face when it is first asked for (PEP 562), and keep it."""
    if name == "__version__":
        value: object = import_module("importlib.metadata").version("nosograph")
    elif name in _HOME_OF:
        value = getattr(import_module(f"nosograph.{_HOME_OF[name]}"), name)
    else:
        raise AttributeError(f"module 'nosograph' has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the face and nothing else."""
    return sorted(__all__)
