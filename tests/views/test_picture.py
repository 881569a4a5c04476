"""The picture: every claim in it, no label over another, every text a text."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import matplotlib as mpl
import pytest
from fontTools.agl import AGL2UV
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Store

import builders
import hostile
from measuring import SVG, crossed_by_boxes, cut_off, drawn, labels, overlapping
from nosograph.assembly import assemble
from nosograph.graph import Graph
from nosograph.model import Certainty, Concept, Kind, Polarity
from nosograph.rdf import relations
from nosograph.rows import claim_rows
from nosograph.views import to_networkx
from nosograph.views._looks import look
from nosograph.views._picture.lettering import Style, broken, width

DRAWN = {"svg", "title", "desc", "g", "path", "rect", "circle", "polygon", "text"}


def plain(text: str) -> str:
    """Take line breaks and runs of spaces out of a text."""
    return " ".join(text.split())


def large(diseases: int, findings: int) -> Graph:
    """Make a graph of several diseases in one article that share findings, with long names, denials and repetitions."""
    made = builders.article()
    names = ("Nail dystrophy", "Abnormality of the immune system and of the endocrine glands", "Immunodeficiency")
    things = [
        Concept(curie=builders.NAILS.curie.parse(f"HP:{n:07}"), label=f"{names[n % 3]} {n}", kind=Kind.PHENOTYPE)
        for n in range(findings)
    ]
    subjects = [
        replace(builders.IPEX, curie=builders.IPEX.curie.parse(f"MONDO:{n:07}"), label=f"Syndrome {n}")
        for n in range(diseases)
    ]
    claims = [
        builders.claim(
            made,
            3 + (n + d) % 3,
            "has_phenotype" if n % 4 else "complication",
            thing,
            "nail" if (n + d) % 3 == 0 else "a",
            subject=subject,
            polarity=Polarity.NEGATED if n % 11 == 5 else Polarity.AFFIRMED,
            certainty=Certainty.HEDGED if n % 7 == 3 else Certainty.STATED,
            frequency="in up to eighty per cent of all patients" if n % 5 == 2 else "",
        )
        for d, subject in enumerate(subjects)
        for n, thing in enumerate(things)
        if n % diseases in {d, (d + 1) % diseases}
    ]
    return assemble(made, claims, lexicon=builders.TinyLexicon())  # type: ignore[arg-type]


PICTURES = {
    "good": builders.graph,
    "hostile": hostile.graph,
    "one disease, forty findings": lambda: large(1, 40),
    "four diseases": lambda: large(4, 40),
    "twelve diseases": lambda: large(12, 60),
}


@pytest.fixture(scope="module", params=PICTURES)
def many(request: pytest.FixtureRequest) -> Graph:
    """Give graphs of several shapes and sizes."""
    return PICTURES[request.param]()


def test_no_label_lies_over_another(many: Graph) -> None:
    """No two texts of a picture overlap, none leaves the page, and no edge of a box runs through one."""
    root = drawn(many)
    assert len(labels(root)) > 15
    assert overlapping(root) == []
    assert cut_off(root) == []
    assert crossed_by_boxes(root) == []


def test_every_claim_is_shown(many: Graph) -> None:
    """Claims of one relation, polarity and certainty between two things are a line; its title says their sentences."""
    rows = claim_rows(many)
    lines = {(row.subject, row.object, row.relation, row.polarity, row.certainty) for row in rows}
    root = drawn(many)
    sentences = {plain(row.sentence) for row in rows}
    said = [title.text or "" for title in root.iter(f"{SVG}title")]
    assert sum(any(sentence in text for sentence in sentences) for text in said) == len(lines)
    summary = labels(root)[1].words
    assert summary.startswith(f"{len(rows)} claims")


def test_things_have_label_identifier_and_sign(good: Graph) -> None:
    """Each thing that a claim names is there with its label, its identifier and the sign of its kind."""
    root = drawn(good)
    words = " ".join(label.words for label in labels(root))
    for curie, data in to_networkx(good).nodes(data=True):
        assert str(data["label"]) in words
        assert curie in words or curie.startswith("text:")
        assert look(str(data["kind"])).colour in ET.tostring(root, encoding="unicode")


def test_hedged_denied_and_repeated_are_told_apart(good: Graph) -> None:
    """Dashed is hedged, crossed is denied, and a line of more claims is wider; the legend says so where it is there."""
    root = drawn(good)
    rows, known = claim_rows(good), relations()
    by_title = {(group.findtext(f"{SVG}title") or ""): group for group in root.iter(f"{SVG}g")}
    for row in rows:
        start = f"{row.subject_label}: {known[row.relation].label} {row.object_label}"
        group = next(g for title, g in by_title.items() if title.startswith(start) and title.endswith(row.sentence))
        paths = group.findall(f"{SVG}path")
        assert ("stroke-dasharray" in paths[0].attrib) == (row.certainty is Certainty.HEDGED)
        assert len(paths) == 1 + (row.polarity is Polarity.NEGATED)
    words = {label.words for label in labels(root)}
    assert {"stated", "hedged", "denied", "finding", "gene"} <= words
    assert "wider, ×n: n claims" not in words


def test_a_line_of_more_claims_is_wider() -> None:
    """What two sentences say is one line, wider than that of one, with its number of claims."""
    made = builders.article()
    said = [builders.claim(made, n, "has_phenotype", builders.NAILS, "a") for n in (3, 4)]
    one = assemble(made, said[:1], lexicon=builders.TinyLexicon())  # type: ignore[arg-type]
    two = assemble(made, said, lexicon=builders.TinyLexicon())  # type: ignore[arg-type]
    widths = [max(float(p.get("stroke-width", 0)) for p in drawn(g).iter(f"{SVG}path")) for g in (one, two)]
    assert widths[0] < widths[1]
    words = [{label.words for label in labels(drawn(g))} for g in (one, two)]
    assert not any("×2" in word for word in words[0])
    assert any(word.startswith("×2 [") for word in words[1])


def test_references_are_listed(good: Graph) -> None:
    """The numbers on the lines are those of the list below, which gives words and identifier of each work cited."""
    words = [label.words for label in labels(drawn(good))]
    cited = {number for row in claim_rows(good) for number in row.references}
    assert {f"[{number}]" for number in cited} <= set(words)
    listed = " ".join(words)
    assert "DOI:10.1007/s10875-008-9196-1" in listed
    assert "ISBN:9781416029991" in listed


def test_it_has_title_and_description(many: Graph) -> None:
    """Who cannot see the picture is told what it shows, claim by claim."""
    root = drawn(many)
    assert root.attrib["role"] == "img"
    parts = {element.get("id"): element.text or "" for element in root if element.tag in {f"{SVG}title", f"{SVG}desc"}}
    assert set(parts) == set(root.attrib["aria-labelledby"].split())
    assert parts["title"]
    assert all(plain(row.object_label) in parts["description"] for row in claim_rows(many))


def test_text_stays_text() -> None:
    """Markup in labels, titles and sentences is shown, not obeyed: there are only shapes and texts, and no links."""
    root = drawn(hostile.graph())
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= DRAWN
    names = {name for element in root.iter() for name in element.attrib}
    assert not [name for name in names if name.startswith("on") or "href" in name or name == "style"]
    assert any(label.words.startswith("</script>") for label in labels(root))


def test_a_long_title_is_cut_and_kept() -> None:
    """Of a title of 10,000 characters the picture shows what fits, and its <title> has all of it."""
    title = "immune " * 1500
    graph = assemble(made := builders.article(title=title), builders.claims(made), lexicon=builders.TinyLexicon())  # type: ignore[arg-type]
    root = drawn(graph)
    assert labels(root)[0].words.endswith("…")
    assert root.findtext(f"{SVG}title") == title.strip()
    assert float(root.attrib["width"]) < 1600


def test_an_empty_graph_has_a_picture() -> None:
    """A graph without claims is drawn as a page that says so."""
    assert [label.words for label in labels(drawn(Graph(Store())))] == ["A graph of claims", "0 claims"]


def test_columns_are_of_like_height() -> None:
    """The two sides of a large picture differ by no more than a third, though all findings are of one relation."""
    root = drawn(large(1, 40))
    shifted = root.find(f"{SVG}g")
    assert shifted is not None
    boxes = [
        (float(b.attrib["x"]), float(b.attrib["height"])) for b in shifted.iter(f"{SVG}rect") if "stroke" in b.attrib
    ]
    left = sum(high for x, high in boxes if x < 0)
    right = sum(high for x, high in boxes if x > 0)
    assert max(left, right) < 1.5 * min(left, right)


def test_shared_findings_are_drawn_once_and_near() -> None:
    """What several diseases have is one box, and the rows are ordered so that few lines cross."""
    graph = large(4, 40)
    root = drawn(graph)
    boxes = Counter(label.words for label in labels(root) if label.words.startswith("HP:"))
    assert set(boxes.values()) == {1}
    ends = sorted(fan_ends(root))
    crossings = sum((b[1] - a[1]) * (b[0] - a[0]) < 0 for a, b in combinations(ends, 2))
    assert crossings < len(ends) * (len(ends) - 1) / 8


def fan_ends(root: ET.Element) -> Iterator[tuple[float, float]]:
    """Give start and end height of every line that says something, on the right."""
    for group in root.iter(f"{SVG}g"):
        path = group.find(f"{SVG}path")
        if path is not None and group.find(f"{SVG}title") is not None:
            numbers = [float(n) for n in re.findall(r"-?[\d.]+", path.attrib["d"])]
            if numbers[0] > 0 and numbers[1] != numbers[-2]:
                yield numbers[1], numbers[-2]


@pytest.mark.parametrize(("metrics", "bold"), [("phvr8a", False), ("phvb8a", True)])
def test_widths_are_helveticas(metrics: str, bold: bool) -> None:  # noqa: FBT001 - a parameter of the test
    """Letters are as wide as Adobe's metrics of Helvetica say, which matplotlib carries."""
    lines = (Path(mpl.get_data_path()) / "fonts" / "afm" / f"{metrics}.afm").read_text(encoding="latin-1")
    known = {m[2]: int(m[1]) for m in re.finditer(r"C -?\d+ ; WX (\d+) ; N (\S+) ;", lines)}
    letters = {chr(AGL2UV[name]): wide for name, wide in known.items() if name in AGL2UV}
    for letter in "".join(map(chr, range(0x20, 0x7F))) + "äöüéßøÅłŽ–—…×‘’“”":
        assert width(letter, Style(1000.0, bold=bold)) == letters[letter], letter


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60), st.integers(1, 4))
@settings(max_examples=150, deadline=None)
def test_broken_text_fits(text: str, lines: int) -> None:
    """However a text is broken, no line is wider than the room, none is too many, and letters keep their order."""
    style = Style(10.0)
    made = broken(text, style, 80.0, lines=lines)
    assert len(made) <= lines
    assert all(width(line, style) <= 80.0 for line in made)
    kept = "".join(made).rstrip("…").replace(" ", "")
    assert "".join(text.split()).startswith(kept) or "…" in text
    assert all(a or not b for a, b in pairwise(made))


@pytest.fixture(scope="module")
def good() -> Graph:
    """Give the good graph."""
    return builders.graph()
