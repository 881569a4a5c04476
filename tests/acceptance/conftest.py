"""What the acceptance tests share: the article's own words, changed or not, taken the whole way."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from nosograph.lexicon import Lexicon
from nosograph.pipeline import Result, run


@pytest.fixture(scope="session", autouse=True)
def _compiled(request: pytest.FixtureRequest) -> None:
    """Compile the lexicon before a command does so and says it."""
    request.getfixturevalue("lexicon")


@pytest.fixture(scope="session")
def made(ipex: Path, lexicon: Lexicon) -> Result:
    """Take the article as it stands the whole way."""
    return run(ipex, lexicon=lexicon)


@pytest.fixture(scope="session")
def changed(ipex: Path, lexicon: Lexicon, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Result]:
    """Take the article the whole way with words replaced, `changed((old, new), …)`; the old ones must be there."""

    @cache
    def replace(*pairs: tuple[str, str]) -> Result:
        text = ipex.read_text(encoding="utf-8")
        for old, new in pairs:
            assert old in text
            text = text.replace(old, new)
        folder = tmp_path_factory.mktemp("changed")
        for beside in ipex.parent.glob(f"{ipex.stem}.*"):
            (folder / beside.name).write_bytes(beside.read_bytes())
        (folder / ipex.name).write_text(text, encoding="utf-8")
        return run(folder / ipex.name, lexicon=lexicon)

    return replace
