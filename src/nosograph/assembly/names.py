"""Names: the IRIs of things, minted from what they are, never from a counter or a clock."""

import json
import re
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import sha256
from typing import Final
from urllib.parse import quote

from pyoxigraph import NamedNode

from nosograph.assembly.literals import clean
from nosograph.errors import IdentifierError
from nosograph.model import Claim, Concept, Curie, Reference
from nosograph.rdf import canonical, encode, expand, fits, prefixes

_WEB: Final = re.compile(r"\s*https?://[^/\s]", re.IGNORECASE)
_UNSAFE: Final = re.compile(r"[^\w!$%&()*+,;=:@/?#~.\[\]-]", re.ASCII)
"""What an address cannot hold (RFC 3986); a percent sign is taken to be meant."""


def digest(*parts: str) -> str:
    """Give 16 hexadecimal digits of SHA-256 over the parts; how they are divided counts.

    >>> digest("ab", "c") == digest("a", "bc")
    False
    """
    return sha256(json.dumps(parts, ensure_ascii=True).encode()).hexdigest()[:16]


def words(text: str) -> str:
    """Give a text's words with single spaces between them, so that line breaks and indents do not count."""
    return " ".join(text.split())


def segment(text: str) -> str:
    """Percent-encode a text into one segment of a path."""
    return encode(text).replace("/", "%2F")


@cache
def identified(curie: Curie) -> NamedNode | None:
    """Give the node of an identifier that has an address, or None."""
    return NamedNode(expand(curie)) if canonical(curie.prefix) in prefixes() else None


def address(url: str) -> NamedNode | None:
    """Give the node of a web address; None for anything else, such as a path or a script.

    >>> address("https://example.org/a b"), address("javascript:alert(1)")
    (<NamedNode value=https://example.org/a%20b>, None)
    """
    if not _WEB.match(url):
        return None
    try:
        return NamedNode(_UNSAFE.sub(lambda match: quote(match[0], safe=""), clean(url.strip())))
    except ValueError:  # such as a half percent sign or a port that is no number
        return None


@dataclass(frozen=True)
class Names:
    """Give the IRIs of one article's things under `base`.

    Raises:
        IdentifierError: `base` is no absolute IRI that ends in / or #.
    """

    base: str
    slug: str

    def __post_init__(self) -> None:
        """Check the base once, so that all that stands under it is an IRI."""
        try:
            NamedNode(self.base)
        except ValueError as error:
            raise IdentifierError(
                f"the base {self.base[:80]!r} is no IRI: {error}", mend="give an absolute one"
            ) from error
        if not self.base.endswith(("/", "#")):
            raise IdentifierError(
                f"the base {self.base[:80]!r} ends in neither / nor #", mend="add the one that is meant"
            )

    @cached_property
    def article(self) -> NamedNode:
        """The article as a work."""
        return self._under("article/" + segment(self.slug or "untitled"))

    @cached_property
    def text(self) -> NamedNode:
        """The article's normalised text, to which all offsets refer."""
        return NamedNode(self.article.value + "/text")

    @cached_property
    def knowledge(self) -> NamedNode:
        """The graph of entities and direct edges."""
        return NamedNode(self.article.value + "/knowledge")

    @cached_property
    def provenance(self) -> NamedNode:
        """The graph of claims, evidence, publications and the article."""
        return NamedNode(self.article.value + "/provenance")

    @cached_property
    def dataset(self) -> NamedNode:
        """The description of both graphs."""
        return self._under("dataset/" + segment(self.slug or "untitled"))

    def reference(self, number: str, occurrence: int = 1) -> NamedNode:
        """Give the entry of the reference list with this number; a number may stand in it more than once."""
        return NamedNode(
            f"{self.article.value}/reference/{segment(number)}" + (f"/{occurrence}" if occurrence > 1 else "")
        )

    def claim(self, claim: Claim, occurrence: int) -> NamedNode:
        """Give a claim its name; offsets, score and version have no part in it, so that it survives edits elsewhere.

        `occurrence` counts, from 0, the sentences of the same words that make the same claim.
        """
        parts = (str(claim.subject.curie), claim.relation, str(claim.object.curie), claim.polarity.value)
        return self._under("claim/" + digest(self.slug, *parts, words(claim.sentence.text), str(occurrence)))

    def evidence(self, claim: NamedNode, number: int) -> NamedNode:
        """Give the evidence of a claim, counted from 1, its name."""
        return self._under(f"evidence/{claim.value.rpartition('/')[2]}-{number}")

    def entity(self, concept: Concept) -> NamedNode:
        """Give the node of a concept: its identifier's address, else a minted one.

        Words without an identifier are one thing wherever they stand, in whatever case.
        """
        curie = concept.curie
        if curie.is_text:
            return self._under("thing/" + digest(words(curie.local).casefold()))
        return identified(curie) or self._under("identifier/" + segment(str(curie)))

    def publication(self, reference: Reference) -> NamedNode:
        """Give the node of a work by its first well-formed DOI, PMID or ISBN, else by title, year and authors."""
        for curie in (
            Curie("DOI", reference.doi.lower()),
            Curie("PMID", reference.pmid),
            Curie("ISBN", reference.isbn),
        ):
            node = identified(curie) if fits(curie) else None
            if node is not None:
                return node
        title = words(reference.title or reference.text).casefold()
        return self._under("publication/" + digest(title, str(reference.year or ""), *reference.authors))

    def authorship(self, publication: NamedNode, position: int) -> NamedNode:
        """Give the place of an author, counted from 1, in the list of a work's authors."""
        return self._under(f"authorship/{digest(publication.value)}/{position}")

    def container(self, title: str) -> NamedNode:
        """Give the journal or collection of this title."""
        return self._under("container/" + digest(words(title).casefold()))

    def run(self, *parts: str) -> NamedNode:
        """Give the activity that made the graph: the same inputs under the same versions are the same run."""
        return self._under("run/" + digest(*parts))

    def software(self, version: str) -> NamedNode:
        """Give this program in one version."""
        return self._under("software/" + segment(version))

    def lexicon(self, *parts: str) -> NamedNode:
        """Give the lexicon compiled from these sources."""
        return self._under("lexicon/" + digest(*parts))

    def _under(self, path: str) -> NamedNode:
        return NamedNode(self.base + path)
