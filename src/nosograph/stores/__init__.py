"""Graph files to triple stores, and questions to answers."""

from nosograph.stores.answers import Answer
from nosograph.stores.asking import Result, ask, failed, opened, query
from nosograph.stores.examples import examples
from nosograph.stores.loading import Loaded, load
from nosograph.stores.named import NamedQuery, named_queries, named_query
from nosograph.stores.preparing import Progress, silent
from nosograph.stores.presets import AUTHENTICATIONS, PRESETS

__all__ = [
    "AUTHENTICATIONS",
    "PRESETS",
    "Answer",
    "Loaded",
    "NamedQuery",
    "Progress",
    "Result",
    "ask",
    "examples",
    "failed",
    "load",
    "named_queries",
    "named_query",
    "opened",
    "query",
    "silent",
]
