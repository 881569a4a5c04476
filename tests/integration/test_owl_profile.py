"""The vocabulary is OWL 2 DL, as ROBOT sees it (https://robot.obolibrary.org/validate-profile).

`.ci/run` puts ROBOT and what it needs into .tools/robot/ from Maven Central:
`mvn -f .ci/robot.xml dependency:copy-dependencies`.
"""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

pytestmark = pytest.mark.integration

PUNNED = """
<https://w3id.org/nosograph/vocab/hasManifestation> a <http://www.w3.org/2002/07/owl#DatatypeProperty> .
"""
"""One property for things and for literals, which OWL 2 DL forbids (OWL 2 Structural Specification, section 5.8.1)."""


def validated(root: Path, ontology: Path, report: Path) -> subprocess.CompletedProcess[str]:
    """Run ROBOT's check of the OWL 2 DL profile."""
    jars = root / ".tools" / "robot"
    assert list(jars.glob("robot-command-*.jar")), "ROBOT is missing: mvn -f .ci/robot.xml dependency:copy-dependencies"
    java = shutil.which("java")
    assert java, "java is missing: apt-get install default-jre-headless"
    robot = [java, "-cp", f"{jars}{os.sep}*", "org.obolibrary.robot.CommandLineInterface"]
    check = ["validate-profile", "--profile", "DL", "--input", ontology, "--output", report]
    return subprocess.run([*robot, *check], capture_output=True, text=True, check=False)


def test_the_vocabulary_is_owl_2_dl(root: Path, tmp_path: Path) -> None:
    """ROBOT finds the vocabulary within the OWL 2 DL profile."""
    ran = validated(root, root / "ontology" / "nosograph.ttl", tmp_path / "report.txt")
    assert ran.returncode == 0, (tmp_path / "report.txt").read_text()
    assert "in profile" in (tmp_path / "report.txt").read_text()


def test_robot_sees_what_is_not(root: Path, tmp_path: Path) -> None:
    """With a property made two kinds of property at once, ROBOT finds the vocabulary outside the profile."""
    broken = tmp_path / "broken.ttl"
    broken.write_text((root / "ontology" / "nosograph.ttl").read_text(encoding="utf-8") + PUNNED, encoding="utf-8")
    assert validated(root, broken, tmp_path / "report.txt").returncode != 0
