"""Ontologies to one compiled, memory-mapped artefact."""
