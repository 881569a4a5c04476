"""BibTeX to entries, through bibtexparser."""

import re
from pathlib import PurePath
from typing import Any, Final

from nosograph.errors import InputError
from nosograph.reading.bibliography.entry import Entry
from nosograph.reading.references import identifiers

_TEXTS: Final = {
    "container": ("journal", "journaltitle", "booktitle"),
    "volume": ("volume",),
    "issue": ("number", "issue"),
    "pages": ("pages",),
    "publisher": ("publisher",),
    "place": ("address", "location"),
    "edition": ("edition",),
    "url": ("url",),
}
_IDENTIFIERS: Final = (
    ("doi", "doi", identifiers.doi),
    ("pmid", "pmid", identifiers.pmid),
    ("pmcid", "pmcid", identifiers.pmcid),
    ("isbn", "isbn", identifiers.isbn),
)


def parse(text: str, where: str) -> tuple[Entry, ...]:
    """Read BibTeX; LaTeX accents become characters.

    Raises:
        InputError: a block is broken, or an entry has no title; the message names line or entry.
    """
    import logging  # noqa: PLC0415 - as above

    from bibtexparser.entrypoint import parse_string  # noqa: PLC0415 - 0.1 s an article without BibTeX need not wait
    from bibtexparser.middlewares import LatexDecodingMiddleware  # noqa: PLC0415 - as above

    logging.getLogger("bibtexparser").addHandler(logging.NullHandler())  # what it logs, the error below says
    library = parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    for block in library.failed_blocks:
        raise InputError(
            f"line {(block.start_line or 0) + 1}: broken BibTeX ({' '.join(str(block.error).split())[:200]})",
            where=where,
            mend="mend that block",
        )
    if text.strip() and not library.entries:
        raise InputError(
            "holds no BibTeX entry", where=where, mend="write entries such as @article{key, title={…}, year={…}}"
        )
    return tuple(_entry(block, where) for block in library.entries)


def _entry(block: Any, where: str) -> Entry:
    fields = {f.key.lower(): re.sub(r"[{}]", "", str(f.value)).strip() for f in block.fields}
    if not fields.get("title"):
        raise InputError(
            f"line {block.start_line + 1}: entry {block.key} has no title", where=where, mend="give it one"
        )
    values = {name: next((fields[key] for key in keys if fields.get(key)), "") for name, keys in _TEXTS.items()}
    values["pages"] = values["pages"].replace("--", "–")
    found = {name: normalise(fields.get(key, "")) for name, key, normalise in _IDENTIFIERS}
    year = re.search(r"\d{4}", fields.get("year", "") or fields.get("date", ""))
    return Entry(
        key=block.key,
        where=PurePath(where).name,
        title=fields["title"],
        year=int(year[0]) if year else None,
        first_author=next(iter(_families(fields.get("author", ""))), ""),
        editors=_families(fields.get("editor", "")),
        malformed=tuple(
            f"{key} {fields[key]!r} is malformed and left out"
            for name, key, _ in _IDENTIFIERS
            if fields.get(key) and not found[name]
        ),
        **{**values, **found},
    )


def _families(names: str) -> tuple[str, ...]:
    """Give the family names: `Smith, John and Jane Doe` holds Smith and Doe."""
    people = [p.strip() for p in re.split(r"\s+and\s+", names.strip()) if p.strip()]
    return tuple(p.partition(",")[0].strip() if "," in p else p.split()[-1] for p in people)
