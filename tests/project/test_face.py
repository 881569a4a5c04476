"""The face: `import nosograph`."""

import subprocess
import sys
from importlib.metadata import version

import pytest

import nosograph


def test_all_is_what_is_visible() -> None:
    """What `dir` shows, what a star imports and what `__all__` lists are the same names."""
    starred: dict[str, object] = {}
    exec("from nosograph import *", starred)  # noqa: S102 - a star import is allowed at module level alone
    starred.pop("__builtins__")
    assert sorted(starred) == dir(nosograph) == sorted(nosograph.__all__)


@pytest.mark.parametrize("name", nosograph.__all__)
def test_every_name_can_be_had(name: str) -> None:
    """Each name of `__all__` is there when it is asked for."""
    assert getattr(nosograph, name) is not None


def test_other_names_are_missing_as_in_any_module() -> None:
    """A name that is not of the face raises AttributeError and says it."""
    with pytest.raises(AttributeError, match="has no attribute 'nonsense'"):
        _ = nosograph.nonsense  # type: ignore[attr-defined]


def test_import_is_light() -> None:
    """`import nosograph` imports neither a stage nor a library that takes time."""
    code = "import sys, nosograph; print(*sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split()
    heavy = {"rdflib", "pyshacl", "networkx", "numpy", "pyoxigraph", "click", "rich", "lxml", "importlib.metadata"}
    assert not heavy & set(loaded)
    assert [name for name in loaded if name.startswith("nosograph.")] == []


def test_version_has_one_home() -> None:
    """The version is that of the installed distribution, which pyproject.toml alone sets."""
    assert nosograph.__version__ == version("nosograph")


def test_errors_are_one_tree() -> None:
    """Whoever catches NosographError catches every error of the face."""
    errors = [getattr(nosograph, name) for name in nosograph.__all__ if name.endswith(("Error", "Violated"))]
    assert len(errors) > 5
    assert all(issubclass(error, nosograph.NosographError) for error in errors)
