"""Article: what a reader takes from a source, as text, structure and references."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from nosograph.model.curie import Curie
from nosograph.model.showing import table


class SectionRole(StrEnum):
    """Say what part a section plays; readers set it from the heading, extraction reads it."""

    TITLE = "title"
    INFOBOX = "infobox"
    LEAD = "lead"
    CLASSIFICATION = "classification"
    SIGNS = "signs"
    CAUSE = "cause"
    PATHOPHYSIOLOGY = "pathophysiology"
    DIAGNOSIS = "diagnosis"
    DIFFERENTIAL = "differential"
    TREATMENT = "treatment"
    PROGNOSIS = "prognosis"
    EPIDEMIOLOGY = "epidemiology"
    HISTORY = "history"
    CASE = "case"
    OTHER = "other"
    REFERENCES = "references"


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Hold a section: `start` and `end` are code points into the text, heading included, subsections excluded.

    `path` is the headings from the outermost to its own; the lead's is empty.
    """

    heading: str
    path: tuple[str, ...]
    role: SectionRole
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """Hold a sentence: `text` is the article's text from `start` to `end` (code points, end exclusive).

    `section` is its section's heading ("" in the lead), `role` that section's part. `paragraph` counts from 0 through
    the article. `citations` are the numbers of the references cited in the sentence itself, in order, each once;
    `marks` says where each stands: code points from the sentence's start, and number. `inherited` are those its
    paragraph cites only at its end. A reference's title is a sentence too: its role is `references` and its one
    citation is that reference. `lead_in` is the sentence that introduces the list in which this one is an item.
    """

    start: int
    end: int
    text: str
    section: str
    role: SectionRole
    paragraph: int
    citations: tuple[str, ...] = ()
    marks: tuple[tuple[int, str], ...] = ()
    inherited: tuple[str, ...] = ()
    lead_in: "Sentence | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Hold one entry of the reference list.

    `number` is the article's own mark for it ("1", "a"). `start` and `end` delimit `text` in the article's text;
    `title_start` and `title_end` the title within it (-1 where no title was found). `year` is None where unknown,
    `month` 0. `matched` says which bibliography entry supplied which identifier and on what grounds, or is empty.
    """

    number: str
    start: int
    end: int
    text: str
    title: str = ""
    title_start: int = -1
    title_end: int = -1
    authors: tuple[str, ...] = ()
    year: int | None = None
    month: int = 0
    container: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    publisher: str = ""
    place: str = ""
    edition: str = ""
    doi: str = ""
    pmid: str = ""
    pmcid: str = ""
    isbn: str = ""
    url: str = ""
    matched: str = ""

    @property
    def identifier(self) -> Curie | None:
        """The strongest identifier: DOI, else PMID, else ISBN, else none."""
        for prefix, local in (("DOI", self.doi), ("PMID", self.pmid), ("ISBN", self.isbn)):
            if local:
                return Curie(prefix, local)
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Hold an external link of the article: its words, and its address where the source kept it."""

    text: str
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Licence:
    """Hold under what terms the text may be used: SPDX-like name, IRI, and the attribution owed."""

    name: str = ""
    iri: str = ""
    attribution: str = ""


@dataclass(frozen=True, slots=True)
class SourceMap:
    """Map the normalised text back to the source, both in code points.

    Each step (text_offset, source_offset) begins a stretch where both run side by side; steps ascend in both.

    >>> SourceMap(((0, 10), (5, 18))).to_source(6)
    19
    """

    steps: tuple[tuple[int, int], ...] = ((0, 0),)

    def to_source(self, offset: int) -> int:
        """Give the source offset of the code point at `offset` of the text."""
        index = max(bisect_right(self.steps, (offset, 1 << 62)) - 1, 0)
        text, source = self.steps[index]
        return source + offset - text


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """Hold an article as read: one text, and everything else as stretches of it.

    `slug` names its files and IRIs. `text` is the content in reading order, NFC, without navigation, citation marks
    and control characters; `sha256` is that of its UTF-8 bytes. `source` is where it came from (IRI or path) as its
    metadata says. `identifiers` are the infobox's, as they stand, in order. `emphasised` are the words set in bold in
    the lead, where the source shows them. `notes` are what the reader wants said: matched and unmatched references,
    malformed identifiers.
    """

    slug: str
    title: str
    text: str
    sha256: str
    source: str
    licence: Licence
    identifiers: tuple[Curie, ...]
    sections: tuple[Section, ...]
    sentences: tuple[Sentence, ...]
    references: tuple[Reference, ...]
    links: tuple[Link, ...] = ()
    emphasised: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    source_map: SourceMap = field(default=SourceMap(), repr=False)

    def reference(self, number: str) -> Reference | None:
        """Give the reference with this number, or None where the list lacks it."""
        return next((r for r in self.references if r.number == number), None)

    def content(self) -> Iterator[Sentence]:
        """Yield the sentences of the body: neither title, infobox rows nor reference titles."""
        outside = {SectionRole.TITLE, SectionRole.INFOBOX, SectionRole.REFERENCES}
        return (s for s in self.sentences if s.role not in outside)

    def _repr_html_(self) -> str:
        """Show the article in a notebook: what it is, and how much of what was read."""
        rows = (
            ("source", self.source),
            ("licence", " · ".join(filter(None, (self.licence.name, self.licence.attribution)))),
            ("identifiers", ", ".join(map(str, self.identifiers))),
            ("sections", ", ".join(section.heading for section in self.sections if section.heading)),
            ("sentences", str(len(self.sentences))),
            ("references", str(len(self.references))),
            ("begins", next((sentence.text for sentence in self.content()), "")),
        )
        return table(self.title, ("", ""), rows)
