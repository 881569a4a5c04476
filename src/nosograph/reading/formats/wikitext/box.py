"""The infobox of a disease: its parameters to rows, under the labels its page shows.

Template:Infobox medical condition, in its form of before 2017 (identifiers in the box) and after (symptoms in the box,
identifiers in Template:Medical resources at the foot), and the copies other wikis keep.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from mwparserfromhell.nodes import Template
from mwparserfromhell.wikicode import Wikicode

from nosograph.reading.formats.wikitext.names import name_of, parameters

_BOXES: Final = re.compile(
    r"infobox(?: .{1,60})?|disease ?disorder infobox|diseaseinfobox|signsymptom infobox"
    r"|medical (?:condition|resources)",
)
_TABLE: Final = """
ICD-11             icd11 icd11_mult
ICD-10             icd10 icd10cm icd10_mult
ICD-9-CM           icd9 icd9cm icd9_mult
ICD-O              icdo icd-o
OMIM               omim omim_mult
DiseasesDB         diseasesdb diseasesdb_mult
MedlinePlus        medlineplus medlineplus_mult
eMedicine          emedicine emedicine_mult
Patient_UK         patientuk patient_uk
MeSH               meshid mesh meshnumber meshid_mult mesh_mult
GeneReviews        genereviewsnbk genereviewsid genereviews
Orphanet           orphanet orpha
UMLS               umls
SNOMED_CT          snomed_ct snomedct snomed
GARD               gard
DOID               doid
MONDO              mondo
NCI                nci ncit
Other_names        synonyms synonym other_names othernames
Pronunciation      pronounce pronunciation
Specialty          field specialty speciality
Symptoms           symptoms
Complications      complications
Usual_onset        onset
Duration           duration
Types              types
Causes             causes cause
Risk_factors       risks risk_factors
Diagnostic_method  diagnosis
Differential_diagnosis  differential
Prevention         prevention
Treatment          treatment treatments
Medication         medication
Prognosis          prognosis
Frequency          frequency
Deaths             deaths
Named_after        named_after eponym
"""
_LABELS: Final[Mapping[str, str]] = {
    name: label.replace("_", " ")
    for label, *names in (row.split() for row in _TABLE.split("\n") if row)
    for name in names
}
_TITLES: Final = ("name", "title")
_CAPTIONS: Final = ("caption", "caption2")


@dataclass(frozen=True, slots=True)
class Row:
    """Hold a row: its label, empty for one that stands alone, and the values of its parameters in order."""

    label: str
    values: tuple[Wikicode, ...]


def is_box(template: Template) -> bool:
    """Tell an infobox, or the box of identifiers at the foot of a page."""
    return bool(_BOXES.fullmatch(name_of(template)))


def title(template: Template) -> Wikicode | None:
    """Give the name the box states."""
    values = _values(template)
    return next((values[key] for key in _TITLES if key in values), None)


def rows(template: Template) -> Iterator[Row]:
    """Yield the rows: the caption, then one for each label, in the order of the template.

    >>> import mwparserfromhell as mw
    >>> code = mw.parse("{{Infobox disease |OMIM = 604571 |OMIM_mult = {{OMIM2|209920}} |Image = x.png}}")
    >>> [(r.label, [str(v).strip() for v in r.values]) for r in rows(code.filter_templates()[0])]
    [('OMIM', ['604571', '{{OMIM2|209920}}'])]
    """
    values = _values(template)
    for key in _CAPTIONS:
        if key in values:
            yield Row("", (values[key],))
    labels: dict[str, list[Wikicode]] = {}
    for key, value in values.items():
        if key in _LABELS:
            labels.setdefault(_LABELS[key], []).append(value)
    for label, found in labels.items():
        yield Row(label, tuple(found))


def chapter(template: Template) -> str:
    """Give eMedicine's article where two parameters name it: `article/886861`."""
    values = _values(template)
    subject, topic = (str(values.get(key, "")).strip() for key in ("emedicinesubj", "emedicinetopic"))
    return f"{subject}/{topic}" if subject and topic else ""


def _values(template: Template) -> dict[str, Wikicode]:
    return {
        name.lower().replace(" ", "_").replace("-", "_" if name.lower() != "icd-o" else "-"): value
        for name, value in parameters(template).items()
    }
