"""Where sentences end."""

import pytest

from nosograph.reading import read_text
from nosograph.reading.sentence import sentences


@pytest.mark.parametrize(
    "words",
    [
        "It was described by Roe et al. in 2001.",
        "Some features (e.g. fever) or others (i.e. rash) occur.",
        "The 22q11.2 deletion causes it.",
        "An infection by S. aureus or E. coli follows.",
        "It is named after Dr. Coffin and J. K. Lowry.",
        "See p. 72 and pp. 12–14, Fig. 3 and no. 5 of vol. 2.",
        "Type 1 vs. Type 2 was compared.",
        "A dose of 0.5 mg (approx. 2.5 times more) helps.",
        "The St. Louis group found cGMP and p.Arg12Ter.",
        "The phosphatase 5.8.S is known.",
        "Is it rare? no one knows.",
    ],
)
def test_a_stop_inside_a_sentence_does_not_end_it(words: str) -> None:
    """Abbreviations, initials, genera, decimals and loci keep their sentence whole."""
    assert list(sentences(words)) == [(0, len(words))]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("It is rare.", "Most die."),
        ('He said "it is rare."', "Most die."),
        ("It was found by Roe et al.", "The cause is unknown."),
        ("They lack vitamin D.", "Bones are weak."),
        ("It is seen in type B.", "Others differ."),
        ("They have rash, fever, etc.", "Treatment helps."),
        ("The answer is no.", "It is not."),
        ("It is common in the U.S.", "In Europe it is not."),
        ("Is it rare?", "It is."),
        ("Signals pass the channel.", "cGMP levels fall."),
        ("It occurs in 1990.", "22 patients had it."),
    ],
)
def test_a_stop_at_the_end_ends_it(one: str, two: str) -> None:
    """A stop ends the sentence also behind what may be an abbreviation, where the next word begins one."""
    words = f"{one} {two}"
    assert [words[a:b] for a, b in sentences(words)] == [one, two]


def test_items_are_sentences_led_by_their_introduction() -> None:
    """Each item is a sentence of its own; its lead is the sentence before the list, of its own level."""
    article = read_text("A syndrome\n\nIt has two forms:\n\n* mild, with:\n\n** fever\n\n* severe\n\nIt is rare.")
    leads = {s.text: s.lead_in.text if s.lead_in else None for s in article.content()}
    assert leads == {
        "It has two forms:": None,
        "mild, with:": "It has two forms:",
        "fever": "mild, with:",
        "severe": "It has two forms:",
        "It is rare.": None,
    }


def test_a_table_row_is_one_sentence() -> None:
    """A row is not cut at the stops in its cells, and is led by the sentence that announces the table."""
    article = read_text("A syndrome\n\nThe following variants are known.\n\n| c.G572A | p. C191Y | severe")
    *_, row = article.content()
    assert row.text == "c.G572A | p. C191Y | severe"
    assert row.lead_in is not None
    assert row.lead_in.text == "The following variants are known."


def test_a_list_run_together_is_taken_apart() -> None:
    """Items behind dashes in one paragraph are items again."""
    article = read_text("A syndrome\n\nSigns include: - fever - skin rash - short stature")
    lead, *items = article.content()
    assert [i.text for i in items] == ["fever", "skin rash", "short stature"]
    assert all(i.lead_in == lead for i in items)


def test_a_table_of_frequencies_run_together_is_taken_apart() -> None:
    """Findings with their frequencies in one paragraph are rows again; what stands around them stays prose."""
    words = "They are these. Ataxia 90% Cleft palate 7.5% Ptosis 3/5 Milia - Nail dysplasia - The list may grow."
    found = [s.text for s in read_text(f"A syndrome\n\n{words}").content()]
    assert found == [
        "They are these.",
        "Ataxia | 90%",
        "Cleft palate | 7.5%",
        "Ptosis | 3/5",
        "Milia",
        "Nail dysplasia",
        "The list may grow.",
    ]


def test_lists_of_resources_state_nothing() -> None:
    """A list of where to read more is links, not sentences."""
    article = read_text("X\n\nIt is.\n\nThese resources address the management of it: - Drug Therapy - Surgery - Care")
    assert [s.text for s in article.content()] == ["It is."]
    assert [link.text for link in article.links] == ["Drug Therapy", "Surgery", "Care"]
