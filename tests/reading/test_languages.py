"""Articles in other languages."""

import pytest

from nosograph.errors import InputError
from nosograph.reading import read_text

_GERMAN = """Die Krankheit ist eine seltene Störung und wird durch eine Mutation in dem Gen verursacht. Bei den
Kindern ist die Haut mit Blasen bedeckt, und das Blut ist nicht in der Norm. Für die Behandlung sind
Salben und eine Diät von Nutzen. Die Prognose ist nicht gut, denn es gibt keine Heilung. Auf die
Zahl der Fälle wird sich auch die Statistik nicht einigen, die von den Ämtern im Lande geführt wird,
und das ist mit ein Grund für die Sorge der Eltern."""
_RUSSIAN = """Синдром является редким заболеванием, которое проявляется сыпью и лихорадкой. Лечение состоит в назначении
мазей и диеты, прогноз неблагоприятный."""


@pytest.mark.parametrize(("text", "name"), [(_GERMAN, "German"), (_RUSSIAN, "the Cyrillic script")])
def test_another_language_is_refused_by_name(text: str, name: str) -> None:
    """The error names the language, on one line."""
    with pytest.raises(InputError, match=f"is written in {name}, and only English is read"):
        read_text(text)


@pytest.mark.parametrize(
    "text",
    [
        "Die Krankheit ist selten.",
        "La maladie de Doe is rare. " * 3,
        "x a as o " * 60,
        "The disease of the skin is seen in men. It is called Синдром Иванова or, in full, Синдром Иванова и Петрова.",
    ],
)
def test_what_is_short_or_says_nothing_has_the_benefit_of_the_doubt(text: str) -> None:
    """A short text, foreign names and words that are no language's are read."""
    assert read_text(text).sentences
