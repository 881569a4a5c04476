"""A tiny lexicon made by hand, and the real one, compiled once a run."""

from collections.abc import Callable
from pathlib import Path

import pytest

from nosograph.lexicon import Lexicon, load_lexicon
from nosograph.lexicon.compiling import compile_lexicon, read_rules
from nosograph.lexicon.container import unpack
from nosograph.lexicon.manifest import SourceFile, rule_files

OBO = """format-version: 1.2
data-version: tiny/2025-01-01

[Term]
id: HP:0000001
name: All

[Term]
id: HP:0000118
name: Phenotypic abnormality
is_a: HP:0000001 ! All

[Term]
id: HP:0000005
name: Mode of inheritance
is_a: HP:0000001 ! All

[Term]
id: HP:0009001
name: Purple nail
alt_id: HP:0009101
def: "A nail, coloured \\"purple\\"." [x:y]
synonym: "Violet nails" EXACT plural_form []
synonym: "Purple thumbnail" NARROW []
synonym: "Coloured nail" BROAD uk_spelling []
synonym: "Nail (\\"royal\\")" RELATED layperson [PMID:1]
xref: UMLS:C0000001
xref: SNOMEDCT_US:12345678 {source="x"}
is_a: HP:0000118 ! Phenotypic abnormality

[Term]
id: HP:0009002
name: Very purple nail
is_a: HP:0009001 ! Purple nail

[Term]
id: HP:0009003
name: obsolete Lilac nail
is_obsolete: true
replaced_by: HP:0009001

[Term]
id: HP:0009004
name: obsolete Green nail
is_obsolete: true

[Term]
id: HP:0009005
name: Sideways inheritance
is_a: HP:0000005 ! Mode of inheritance

[Typedef]
id: part_of
name: part of
"""


@pytest.fixture
def compiled(tmp_path: Path) -> Callable[..., Lexicon]:
    """Compile files given as name=(format, text) into a lexicon held in memory."""

    def build(**texts: tuple[str, str]) -> Lexicon:
        files = []
        for name, (reader, text) in texts.items():
            path = tmp_path / name
            path.write_text(text, encoding="utf-8")
            files.append(SourceFile(path=path, format=reader))
        header, arrays = unpack(memoryview(b"".join(compile_lexicon(files, read_rules(*rule_files())))), where="memory")
        return Lexicon(header, arrays)

    return build


@pytest.fixture
def tiny(compiled: Callable[..., Lexicon]) -> Lexicon:
    """Compile the tiny ontology above."""
    return compiled(tiny=("obo", OBO))


@pytest.fixture(scope="session")
def default() -> Lexicon:
    """Load the real lexicon; it is compiled once a checkout (see tests/conftest.py)."""
    return load_lexicon()
