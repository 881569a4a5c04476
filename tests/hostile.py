"""Text that breaks careless writers, and graphs that hold it."""

from dataclasses import replace

from builders import GAIT, NAILS, REFERENCES, article, claim
from nosograph.assembly import assemble
from nosograph.graph import Graph
from nosograph.model import TEXT, Concept, Curie, Kind, SectionRole

TEXTS = (
    "</script><script>alert(1)</script><!-- ]]> &amp; &lt;",
    "quotes \" ' \"\"\" ''' and a backslash \\ and \\u0041 and \\",
    "line\nbreak, carriage\rreturn, both\r\n, tab\there",
    "emoji 👩‍🔬 and a combining e\u0301, not é",
    "right\u202eto left\u202c, \u200fmark\u200e, \ufeffbom, \u2028line, \u2029paragraph, \x85next, \xa0space",
    '=HYPERLINK("http://example.org","x")',
    "@prefix evil: <http://example.org/> . } {{ %s $1 ${x}",
    "  spaces around  ",
)


def graph() -> Graph:
    """Assemble a graph whose title, labels, quotes, sentences, reasons and reference titles are all hostile."""
    sayings = tuple((f"{text} nails.", SectionRole.SIGNS, ("1",)) for text in TEXTS)
    references = (replace(REFERENCES[0], title=TEXTS[0], text=f"{TEXTS[1]}.", authors=TEXTS[:3]), *REFERENCES[1:])
    made = article(sayings, title=" ".join(TEXTS), references=references)
    claims = [
        claim(made, n, "has_phenotype", _thing(text), text, why=text, frequency=text) for n, text in enumerate(TEXTS)
    ]
    plain = [claim(made, 0, "has_phenotype", thing, "nails") for thing in (NAILS, GAIT)]
    return assemble(made, [*claims, *plain])


def _thing(text: str) -> Concept:
    return Concept(curie=Curie(TEXT, text), label=text, kind=Kind.PHENOTYPE)
