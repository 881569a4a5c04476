"""Write shapes in Turtle: the pieces that derived shapes are put together from."""

import re
from collections.abc import Sequence
from typing import Final

from nosograph.rdf.prefixes import contract, prefixes

SHAPES: Final = "<https://w3id.org/nosograph/shapes/>"
"""The node that declares the prefixes of queries."""
_SPECIAL: Final = re.compile(r"[.?+*()\[\]{}|^$\\]")


def header(*names: str) -> str:
    """Declare prefixes, in alphabetical order."""
    return "".join(f"@prefix {name}: <{prefixes()[name]}> .\n" for name in sorted(names, key=str.casefold))


def name(iri: str) -> str:
    """Shorten an IRI by the prefix table, or write it out."""
    curie = contract(iri)
    return f"<{iri}>" if curie is None else str(curie)


def string(text: str) -> str:
    r"""Quote a text, for Turtle and for SPARQL alike.

    >>> print(string("a\\d"))
    "a\\d"
    """
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def escaped(text: str) -> str:
    """Escape for regular expressions as XPath and Python both read them; `re.escape` writes more than XPath allows."""
    return _SPECIAL.sub(lambda match: "\\" + match[0], text)


def any_of(names: Sequence[str]) -> str:
    """Write a list of terms for sh:in."""
    return f"sh:in ( {' '.join(names)} )"


def property_shape(
    shape: str, *, target: str, path: str, constraints: Sequence[str], message: str, severity: str
) -> str:
    """Write a property shape with a target of its own: validators then go through all focus nodes at once."""
    return f"""
ngs:{shape} a sh:PropertyShape ;
    {target} ;
    sh:path {path} ;
    {" ; ".join(constraints)} ;
    sh:message {string(message)} ; sh:severity sh:{severity} .
"""


def query_shape(shape: str, *, target: str, constraints: Sequence[str], message: str, severity: str) -> str:
    """Write a node shape that only asks queries; their own messages say what they found."""
    return f"""
ngs:{shape} a sh:NodeShape ;
    {target} ;
    sh:message {string(message)} ; sh:severity sh:{severity} ;
    sh:sparql {" , ".join(f"ngs:{constraint}" for constraint in constraints)} .
"""


def query(constraint: str, message: str, where: str, *, select: str = "$this ?value") -> str:
    """Write a SPARQL constraint; `where` is the body of its query."""
    text = f"SELECT {select} WHERE {{\n    {where}\n}}".replace("\\", "\\\\").replace("\n", "\n        ")
    return f"""
ngs:{constraint} a sh:SPARQLConstraint ;
    sh:prefixes {SHAPES} ;
    sh:message {string(message)} ;
    sh:select \"\"\"
        {text}\"\"\" .
"""
