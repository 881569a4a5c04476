"""Facts live in the article: change its words, and the graph changes with them."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from pyoxigraph import NamedNode

from nosograph.model import Claim, Polarity
from nosograph.pipeline import Result

Changed = Callable[..., Result]

NAIL_DYSTROPHY = NamedNode("http://purl.obolibrary.org/obo/HP_0008404")
IPEX = NamedNode("http://purl.obolibrary.org/obo/MONDO_0010580")
DENIAL = (
    "The disorder manifests with",
    "The disorder does not manifest with nail dystrophy.[2] The disorder manifests with",
)
PARAGRAPHS = ("IPEX (immuno", "It leads to", "This autoimmunity")


def said(claim: Claim) -> tuple[object, ...]:
    """Give what a claim says, apart from where."""
    return (
        claim.subject.curie,
        claim.relation,
        claim.object.curie,
        claim.polarity,
        claim.certainty,
        claim.outcome,
        claim.references,
    )


def about(result: Result, label: str) -> list[Claim]:
    """Give the claims whose object bears the label."""
    return [claim for claim in result.claims if claim.object.label == label]


def test_a_deleted_phrase_takes_its_claim_along(made: Result, changed: Changed) -> None:
    """Without "nail dystrophy" in the text there is no claim of it, and every other claim stays."""
    without = changed(("nail dystrophy, ", ""))
    assert about(made, "Nail dystrophy")
    assert not about(without, "Nail dystrophy")
    expected = {said(claim) for claim in made.claims if claim.object.label != "Nail dystrophy"}
    assert {said(claim) for claim in without.claims} == expected


def test_another_gene_is_another_gene(made: Result, changed: Changed) -> None:
    """With AIRE in the place of FOXP3 the same statements are made of AIRE."""
    other = changed(("FOXP3", "AIRE"))
    genes = {str(end.curie): end.label for claim in other.claims for end in (claim.subject, claim.object)}
    assert "HGNC:6106" not in genes
    assert genes["HGNC:360"] == "AIRE"
    assert [claim.relation for claim in other.claims] == [claim.relation for claim in made.claims]


def test_a_denied_finding_is_negated_and_has_no_edge(made: Result, changed: Changed) -> None:
    """The words "does not manifest with" negate the claim and take the direct edge away."""
    denied = changed(("nail dystrophy, ", ""), DENIAL)
    assert [claim.polarity for claim in about(denied, "Nail dystrophy")] == [Polarity.NEGATED]
    assert list(made.graph.store.quads_for_pattern(IPEX, None, NAIL_DYSTROPHY))
    assert not list(denied.graph.store.quads_for_pattern(IPEX, None, NAIL_DYSTROPHY))


def test_affirmed_and_denied_are_both_kept_with_a_warning(made: Result, changed: Changed) -> None:
    """Where the text affirms and denies one triple, both claims and the edge stay, and the report warns."""
    both = changed(DENIAL)
    assert {claim.polarity for claim in about(both, "Nail dystrophy")} == {Polarity.NEGATED, Polarity.AFFIRMED}
    assert list(both.graph.store.quads_for_pattern(IPEX, None, NAIL_DYSTROPHY))
    assert both.report.conforms
    assert {result.message for result in both.report.warnings} > {result.message for result in made.report.warnings}


def test_paragraphs_may_change_places(made: Result, ipex: Path, changed: Changed) -> None:
    """With the second paragraph moved before the first, the same claims are made."""
    text = ipex.read_text(encoding="utf-8")
    first, second = (text[text.index(start) : text.index(end)] for start, end in pairwise(PARAGRAPHS))
    moved = changed((first + second, second + first))
    assert moved.article.text != made.article.text
    assert sorted(map(repr, map(said, moved.claims))) == sorted(map(repr, map(said, made.claims)))
