"""The OWL 2 DL profile, as ROBOT sees it."""

import os
import shutil
import subprocess
from pathlib import Path

import pyoxigraph
import pytest
from pyoxigraph import NamedNode, RdfFormat

import builders
from nosograph import resources

ROOT = Path(__file__).resolve().parents[2]
VOCABULARY = resources.folder("ontology") / "nosograph.ttl"
IN_PROFILE = "OWL 2 DL Profile Report: [Ontology and imports closure in profile]"
MAIN = "org.obolibrary.robot.CommandLineInterface"

pytestmark = pytest.mark.integration


@pytest.fixture(scope="module")
def robot() -> list[str]:
    """Give the command that starts ROBOT, from NOSOGRAPH_ROBOT_JAR (a jar or a folder of jars) or .tools/robot."""
    place = Path(os.environ.get("NOSOGRAPH_ROBOT_JAR") or ROOT / ".tools" / "robot")
    java = shutil.which("java")
    if java is None:
        pytest.skip("ROBOT needs Java: apt-get install default-jre-headless")
    if not place.exists():
        pytest.skip(f"ROBOT is not in {place.name}: mvn -f .ci/robot.xml dependency:copy-dependencies")
    return [java, "-cp", f"{place}/*" if place.is_dir() else str(place), MAIN]


def profile(robot: list[str], ontology: Path, tmp_path: Path) -> str:
    """Give ROBOT's report on the OWL 2 DL profile."""
    report = tmp_path / "report.txt"
    command = [*robot, "validate-profile", "--profile", "DL", "--input", str(ontology), "--output", str(report)]
    subprocess.run(command, check=False, capture_output=True, timeout=300)
    return report.read_text(encoding="utf-8")


def test_the_vocabulary_is_in_owl_2_dl(robot: list[str], tmp_path: Path) -> None:
    """ROBOT finds the vocabulary in the profile."""
    assert profile(robot, VOCABULARY, tmp_path).startswith(IN_PROFILE)


def test_the_knowledge_of_an_article_is_in_owl_2_dl(robot: list[str], tmp_path: Path) -> None:
    """ROBOT finds the vocabulary together with the knowledge of an article in the profile."""
    graph = builders.graph()
    known = graph.store.quads_for_pattern(None, None, None, NamedNode(graph.knowledge[0]))
    vocabulary = pyoxigraph.parse(VOCABULARY.read_bytes(), RdfFormat.TURTLE)
    path = tmp_path / "whole.ttl"
    path.write_bytes(pyoxigraph.serialize((q.triple for q in (*vocabulary, *known)), format=RdfFormat.TURTLE) or b"")
    assert profile(robot, path, tmp_path).startswith(IN_PROFILE)


def test_a_breach_of_the_profile_is_found(robot: list[str], tmp_path: Path) -> None:
    """A property that is two sorts of property at once is not in the profile, and ROBOT says so."""
    path = tmp_path / "broken.ttl"
    breach = "\nng:kind a <http://www.w3.org/2002/07/owl#DatatypeProperty> .\n"
    path.write_text(VOCABULARY.read_text(encoding="utf-8") + breach, encoding="utf-8")
    assert "NOT in profile" in profile(robot, path, tmp_path)
