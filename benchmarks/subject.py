"""Tell how often an article's disease is found without its infobox.

usage: subject.py [--judge LEXICON] PAGE…

Beside each page a .json holds `infobox_identifiers`: {"OMIM": ["304790", …], …}. LEXICON, made by `nosograph lexicon
build` of sets of mappings, tells which identifiers are one disease; it has no part in the reading.

Each page is read, its infobox's rows and identifiers are put aside, and the subject of its claims is compared with the
identifiers that stood there. A subject is right where it is the same entry by the lexicon's mappings ("entry"), or
the group whose name one of the page's entries bears, alone or with a type, number or mode added ("group": "X" for
"X 2" and "X, autosomal recessive"). A subject that no vocabulary identifies is no answer. Pages
whose identifiers the lexicon does not know cannot be judged; what was answered there is listed.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import nosograph as ng
from nosograph.extraction import subject_of
from nosograph.lexicon import Lexicon
from nosograph.lexicon.normalisation import TOKEN, plain_words
from nosograph.model import Article, Concept, SectionRole

_SPELT = {"OMIM": "OMIM", "Orphanet": "Orphanet", "DOID": "DOID", "MONDO": "MONDO", "MeSH": "MESH"}
_NUMBER = re.compile(r"[A-Z]?\d[\w.]*")


def without_infobox(article: Article) -> Article:
    """Put aside what the infobox says."""
    kept = tuple(s for s in article.sentences if s.role is not SectionRole.INFOBOX)
    return replace(article, identifiers=(), sentences=kept)


def listed(page: Path, lexicon: Lexicon) -> Iterator[Concept]:
    """Yield the concepts of the lexicon that the page's infobox lists."""
    boxes = json.loads(page.with_suffix(".json").read_text(encoding="utf-8")).get("infobox_identifiers", {})
    for name, prefix in _SPELT.items():
        for number in _NUMBER.findall(" ".join(boxes.get(name, ()))):
            if (concept := lexicon.concept(f"{prefix}:{number}")) is not None:
                yield concept


def verdict(subject: Concept | None, known: list[Concept], lexicon: Lexicon) -> str:
    """Say how a subject lies to the page's own entries."""
    if subject is None or subject.curie.is_text:
        return "no answer"
    if not known:
        return "not judged"
    if any(lexicon.preferred(subject.curie) == lexicon.preferred(concept.curie) for concept in known):
        return "entry"
    names = {frozenset(_words(n.text)) for n in lexicon.names(subject.curie)}
    return "group" if any(name <= frozenset(_words(c.label)) for name in names for c in known) else "wrong"


def _words(name: str) -> list[str]:
    return [word for word in plain_words(TOKEN.findall(name)) if word not in {"of", "the", "syndrome", "disease"}]


def main(*args: str) -> None:
    """Print a line a page that is not the very entry, and the shares."""
    judge = ng.load_lexicon(args[1]) if args[0] == "--judge" else ng.load_lexicon()
    pages = args[2:] if args[0] == "--judge" else args
    lexicon = ng.load_lexicon()
    counts: Counter[str] = Counter()
    in_hpoa = 0
    for page in map(Path, pages):
        article = without_infobox(ng.read(page))
        subject = subject_of(article, ng.annotate(article, lexicon))
        known = list(listed(page, judge))
        said = verdict(subject, known, judge)
        held = bool(list(listed(page, lexicon)))
        counts.update((said, f"{said} in HPOA") if held else (said,))
        in_hpoa += held
        if said != "entry":
            first = known[0].label if known else ""
            print(f"{said:10s} {page.stem:42s} {str(subject.curie) if subject else '':30.30s} {first:.50s}")
    right = counts["entry"] + counts["group"]
    print(f"{len(pages)} pages, {in_hpoa} with an OMIM number that HPO annotates; not judged {counts['not judged']}")
    _share("precision", right, right + counts["wrong"], f"entry {counts['entry']}, group {counts['group']}")
    entries, groups = counts["entry in HPOA"], counts["group in HPOA"]
    _share("coverage", entries + groups, in_hpoa, f"entry {entries}, group {groups}")


def _share(what: str, right: int, of: int, parts: str) -> None:
    print(f"{what:10s} {right} of {of} = {right / of:.3f} ({parts})")


if __name__ == "__main__":
    main(*sys.argv[1:])
