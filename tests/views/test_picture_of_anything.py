"""Whatever is claimed of whatever, the picture of it is legible and whole."""

from random import Random
from xml.etree import ElementTree as ET

import pytest

from measuring import SVG, crossed_by_boxes, cut_off, overlapping
from nosograph.model import Kind
from nosograph.views._picture import drawn_of
from nosograph.views._picture.contents import Contents, Line, Thing, contents_of

WORDS = ("nail", "dystrophy", "of", "the", "immunodysregulation", "cell", "polyendocrinopathy", "DNA-binding", "T")
RELATIONS = ("has phenotype", "treated with", "is a", "linked to dysfunction of")
NOTES = ("", "often", "limited", "in up to eighty per cent of all patients")


def anything(dice: Random) -> Contents:
    """Throw dice for things and lines: several subjects, chains, circles, things said of themselves."""
    kinds = [kind.value for kind in Kind]
    things = {
        f"X:{n}": Thing(
            key=f"X:{n}",
            label=" ".join(dice.choices(WORDS, k=dice.randint(1, 9))),
            identifier=dice.choice((f"HP:{n:07}", "")),
            kind=dice.choice(kinds),
        )
        for n in range(dice.randint(2, 60))
    }
    keys = list(things)
    subjects = dice.sample(keys, min(len(keys), dice.choice((1, 1, 1, 2, 3, 6))))
    lines = {}
    for _ in range(dice.randint(1, 100)):
        line = thrown(dice, dice.choice(subjects if dice.random() < 0.85 else keys), dice.choice(keys))
        lines[line.subject, line.object, line.relation, line.negated, line.hedged] = line
    return contents_of(title="Anything", credit="", things=things, lines=lines.values(), references=())


def thrown(dice: Random, subject: str, thing: str) -> Line:
    """Throw dice for what is said of two things, and how."""
    relation = dice.choice(RELATIONS)
    return Line(
        subject=subject,
        object=thing,
        relation=relation.replace(" ", "_"),
        label=relation,
        negated=dice.random() < 0.2,
        hedged=dice.random() < 0.2,
        claims=dice.choice((1, 1, 2, 7)),
        marks=tuple(map(str, dice.sample(range(1, 99), dice.randint(0, 6)))),
        note=dice.choice(NOTES),
        said="a claim",
    )


@pytest.mark.parametrize("seed", range(40))
def test_the_picture_of_anything_is_legible(seed: int) -> None:
    """No label overlaps another, leaves the page or is cut by a box; every line is drawn once."""
    held = anything(Random(seed))  # noqa: S311 - dice, not secrets
    root = ET.fromstring(ET.tostring(drawn_of(held)))  # noqa: S314 - our own
    assert overlapping(root) == []
    assert cut_off(root) == []
    assert crossed_by_boxes(root) == []
    assert sum(title.text == "a claim" for title in root.iter(f"{SVG}title")) == len(held.lines)
