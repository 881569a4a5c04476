"""The same mentions under any hash seed and in any process."""

import multiprocessing
import os
import subprocess
import sys

import pytest

from nosograph.lexicon import load_lexicon
from nosograph.recognition import annotate, annotate_all

TEXTS = (
    "Short, broad thumbs, sei\u00adzures, anaemia e\u0301 and cleft lip and/or palate.\r\nHis ears were low-set.",
    "\U0001f9ec Mutations in FOXP3 (IPEX): nail dystrophy, eczema, elevated IgE; absence of the left kidney.",
    "Abnormality of the liver or kidney, diabetes insipidus and skin manifestations (SM).",
    "",
)
PROGRAM = "import sys; sys.path.insert(0, sys.argv[1]); from test_sameness import told; print(ascii(told('all')))"


def told(overlaps: str) -> list[tuple[object, ...]]:
    """Give what matters of the mentions of the texts."""
    annotated = annotate_all(TEXTS, load_lexicon(), overlaps="all" if overlaps == "all" else "longest")
    return [(m.start, m.end, m.text, str(m.concept.curie), m.score, m.why) for ms in annotated for m in ms]


@pytest.mark.parametrize("seed", ["0", "1", "4294967295"])
def test_the_hash_seed_changes_nothing(seed: str) -> None:
    """Mentions, scores and reasons are the same under any PYTHONHASHSEED."""
    command = [sys.executable, "-c", PROGRAM, os.path.dirname(__file__)]  # noqa: PTH120 - a plain string for sys.path
    environment = os.environ | {"PYTHONHASHSEED": seed}
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    assert done.stdout.strip() == ascii(told("all"))


def test_two_processes_find_what_one_does() -> None:
    """Processes that share the mapped lexicon find the same."""
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        assert pool.map(told, ["all", "longest"]) == [told("all"), told("longest")]


@pytest.mark.parametrize(
    "texts",
    [
        ("She was cold.\nHeat", "shock"),
        ("Her height was below the 3rd", "centile"),
        ("below the 3rd centile for", "height"),
        ("height", "was below the 3rd centile"),
        ("myotonic dystrophy", "(DM) and DM"),
        ("tumor", "suppressor"),
    ],
)
def test_texts_read_together_lend_each_other_nothing(texts: tuple[str, str]) -> None:
    """A text that follows another names what it names alone."""
    lexicon = load_lexicon()
    assert list(annotate_all(texts, lexicon)) == [annotate(text, lexicon) for text in texts]
