"""Export and print: what is shown leaves the page as picture, drawing, table and paper."""

import csv
import io
import struct
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from browser.held import held
from browser.opening import Opened, Opener

pytestmark = pytest.mark.integration
SVG = "{http://www.w3.org/2000/svg}"


def exported(page: Opened, form: str, folder: Path) -> Path:
    """Take an export from the menu."""
    page.page.locator(".menu summary").click()
    with page.page.expect_download() as waiting:
        page.control(form).click()
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path


def test_the_png_is_a_picture_of_the_graph(opened: Opener, ipex_page: Path, tmp_path: Path) -> None:
    """The PNG is named after the article, is as large as the whole graph, and is not of one colour."""
    path = exported(opened(ipex_page), "PNG", tmp_path)
    data = path.read_bytes()
    assert path.name == "ipex-syndrome.png"
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", data[16:24])
    assert min(width, height) > 800
    assert len(data) > 30_000


def test_the_svg_holds_every_shown_thing_and_line_as_text(opened: Opener, ipex_page: Path, tmp_path: Path) -> None:
    """The SVG is well-formed, with a title, and has the label of each thing and line that is shown, and of no other."""
    page = opened(ipex_page, "no-kind=gene")
    root = ET.parse(exported(page, "SVG", tmp_path)).getroot()  # noqa: S314 - our own
    said = ["".join(text.itertext()).replace("\n", " ") for text in root.iter(f"{SVG}text")]
    data = held(ipex_page)
    squeezed = {words.replace(" ", "") for words in said}
    labels = {thing["label"].replace(" ", "") for thing in data["things"] if page.shows(thing["id"])}
    assert labels <= squeezed
    assert "FOXP3" not in squeezed
    assert said.count("has phenotype") == sum(c["relation"] == "has_phenotype" for c in data["claims"]) - 1
    assert root.findtext(f"{SVG}title") == "IPEX syndrome"
    assert not [element.tag for element in root.iter() if element.tag in {f"{SVG}script", f"{SVG}image"}]


def test_the_csv_holds_the_shown_claims(opened: Opener, ipex_page: Path, tmp_path: Path) -> None:
    """The CSV has a row for each claim that the filters let through, with its sentence and references."""
    page = opened(ipex_page, "no-relation=has_phenotype")
    rows = list(
        csv.DictReader(io.StringIO(exported(page, "CSV", tmp_path).read_bytes().decode("utf-8-sig"), newline=""))
    )
    wanted = [claim for claim in held(ipex_page)["claims"] if claim["relation"] != "has_phenotype"]
    assert [row["claim"] for row in rows] == [claim["iri"] for claim in wanted]
    assert [row["sentence"] for row in rows] == [claim["text"] for claim in wanted]
    assert {row["subject"] for row in rows} == {"MONDO:0010580", "HGNC:6106"}


def test_paper_holds_picture_claims_and_text(opened: Opener, ipex_page: Path) -> None:
    """Printed, the page is several sheets with the drawing, the table of claims and the text; controls are left out."""
    page = opened(ipex_page)
    page.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.page.emulate_media(media="print")
    assert page.page.locator(".print svg[role=img]").is_visible()
    assert page.page.locator(".print tbody tr").count() == len(held(ipex_page)["claims"])
    assert page.page.locator(".text-body").is_visible()
    assert not page.page.locator(".search").is_visible()
    assert not page.page.locator("#graph").is_visible()
    assert len(page.page.pdf()) > 20_000
