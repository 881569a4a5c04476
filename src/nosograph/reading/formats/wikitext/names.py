"""Templates and tags of the English Wikipedia, as tables: what each shows of its parameters.

Wikipedia: Help:Template, Help:Footnotes, Help:Citation Style 1, Template:Infobox medical condition.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from mwparserfromhell.nodes import Template
from mwparserfromhell.wikicode import Wikicode


def _named(table: str) -> frozenset[str]:
    return frozenset(name.replace("_", " ") for name in table.split())


SHOWN: Final[Mapping[str, tuple[str, ...]]] = {
    **dict.fromkeys(
        _named(
            "nowrap nobr small big sub sup em strong abbr tooltip math smallcaps noitalic bold italic nbsp-wrap"
            " circa c. mono var ill interlanguage_link tl no_wrap ordered_list"
            " icd10cm icd9 icd9cm icd11 omim omim2 omim3 mesh meshname diseasesdb diseasesdb2"
            " visible_anchor vanchor gene angbr angle_bracket as_written not_a_typo proper_name normal linktext"
        ),
        ("1",),
    ),
    **dict.fromkeys(_named("lang transl wikt-lang langx gloss"), ("2",)),
    **dict.fromkeys(_named("convert cvt"), ("1", "2")),
    **dict.fromkeys(_named("citation_needed_span cns fact_span clarify_span"), ("text", "1")),
    "val": ("1", "u", "ul"),
}
"""Templates that show some of their parameters, a blank between them."""
LISTS: Final = _named("ubl unbulleted_list hlist bulleted_list ubli blist")
"""Templates whose numbered parameters are the items of a list."""
HOLDING: Final = LISTS | _named("plainlist flatlist quote blockquote cquote div_col columns-list multicol center poem")
"""Templates whose numbered parameters hold lines of their own."""
CHARACTERS: Final[Mapping[str, str]] = {
    "ndash": "–",
    "endash": "–",
    "spaced ndash": " – ",
    "snd": " – ",
    "mdash": "—",
    "spaced mdash": " — ",
    "nbsp": " ",
    "space": " ",
    "'": "'",
    "-": "",
    "=": "=",
    "!": "|",
    "break": " ",
    "br": " ",
    "approx": "approx. ",
    "'\"": "'\"",
    "\"'": "\"'",
    "degree": "°",
    "pm": "±",
    "+-": "±",
    "mu": "μ",
    "increase": "",
    "decrease": "",
}
"""Templates that stand for a character."""
COMPOSED: Final[Mapping[str, Callable[[Sequence[str]], str]]] = {
    "icd10": lambda parts: ".".join(part for part in ("".join(parts[:2]), *parts[2:3]) if part),
    "icdo": "/".join,
    "emedicine": lambda parts: "/".join(parts[:2]),
    "emedicine2": lambda parts: "/".join(parts[:2]),
    "frac": "/".join,
    "sfrac": "/".join,
    **dict.fromkeys(("chem", "chem2", "gaps", "sic"), "".join),
    **dict.fromkeys(("as of", "since"), lambda parts: f"as of {parts[0]}" if parts else ""),
    "percentage": "/".join,
}
"""Templates that put one word together of their numbered parameters."""
NOTES: Final[Mapping[str, str]] = {
    "efn": "lower-alpha",
    "efn-ua": "upper-alpha",
    "refn": "",
    "#tag:ref": "",
    "note": "note",
}
"""Templates of a note, and its group where no parameter says it."""
SHORTENED: Final = _named("sfn sfnp sfnm harvnb harv harvtxt harvcoltxt")
LISTINGS: Final[Mapping[str, str]] = {
    "reflist": "",
    "references": "",
    "notelist": "lower-alpha",
    "notelist-ua": "upper-alpha",
    "refs": "",
    "reference list": "",
}
"""Templates that print a list of references, and its group where no parameter says it."""
_SILENT: Final = r"""
short\ description|use\ \w+\ (?:dates|english)|authority\ control|commons.*|portal.*|main.*|see\ also.*
further.*|about|for\d?|redirect.*|hatnote|distinguish.*|other\ uses.*|citation\ needed|cn|fact|clarify.*|who\??
when\??|better\ source.*|dubious.*|rp|page\ needed|dead\ link|webarchive|defaultsort.*|refbegin|refend|clear|-
div\ col\ end|end.*|toc.*|good\ article|featured\ article|pp-.*|medref.*|refimprove.*|more\ citations.*|.*-stub
stub|.*navbox.*|sister.*|wiktionary.*|ipa.*|respell|update.*|cleanup.*|unreferenced.*|expand.*|anchor
image\ frame|.*disease.*|.*disorders?.*|.*syndromes?.*|pathology.*|infobox.*|col-.*|multiple\ issues|cs1.*
interlanguage.*|spoken.*
"""
SILENT: Final = re.compile("|".join(_SILENT.strip().splitlines()), re.VERBOSE)
"""Templates that say nothing of the article's subject."""
DROPPED_TAGS: Final = _named(
    "gallery timeline score syntaxhighlight source includeonly templatestyles section imagemap hiero graph mapframe"
    " maplink categorytree inputbox script style"
)
BLOCK_TAGS: Final = _named("p div blockquote center poem pre table tr td th caption ul ol dl li dt dd hr")
BOLD_TAGS: Final = frozenset({"b", "strong"})


def name_of(template: Template) -> str:
    """Give a template's name as the tables have it."""
    return " ".join(str(template.name).replace("_", " ").split()).strip(" :").lower()


def parameters(template: Template) -> dict[str, Wikicode]:
    """Give a template's parameters by name, in order, the last of a name, empty ones left out."""
    found = {str(p.name).strip(): p.value for p in template.params}
    return {name: value for name, value in found.items() if str(value).strip()}
