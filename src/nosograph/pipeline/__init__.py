"""The order of the stages: one article the whole way, and many of them at once."""

from nosograph.graph import BASE
from nosograph.pipeline.batch import export_all
from nosograph.pipeline.exported import Exported
from nosograph.pipeline.gathering import ENDINGS, gather, refuse_a_folder
from nosograph.pipeline.order import FORMATS, Draft, Result, assemble, draft, run, save, write

__all__ = [
    "BASE",
    "ENDINGS",
    "FORMATS",
    "Draft",
    "Exported",
    "Result",
    "assemble",
    "draft",
    "export_all",
    "gather",
    "refuse_a_folder",
    "run",
    "save",
    "write",
]
