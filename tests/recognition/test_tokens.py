"""The tokeniser of whole texts agrees with the pattern names are split by."""

from hypothesis import given, settings
from hypothesis import strategies as st

from nosograph.lexicon.normalisation import TOKEN
from nosograph.recognition._tokens import code_points, spans

_PIECES = st.sampled_from(
    [
        "pre",
        "post",
        "-",
        "\u2011",
        "auricular",
        "Crohn",
        "'s",
        "\u2019t",
        "s",
        ".",
        "2",
        "22q11",
        "_",
        " ",
        "é",
        "e\u0301",
        "\U0001d6fc",
        "ß",
        "T",
        "x1",
        "中",
        "²",
    ]
)


@settings(max_examples=400, deadline=None)
@given(st.lists(_PIECES, max_size=14).map("".join))
def test_spans_are_those_of_the_token_pattern(text: str) -> None:
    """Whatever stands side by side, both ways of splitting a text give the same tokens."""
    starts, ends = spans(text, code_points(text))
    assert list(zip(starts.tolist(), ends.tolist(), strict=True)) == [m.span() for m in TOKEN.finditer(text)]


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=40))
def test_spans_agree_on_any_text(text: str) -> None:
    """So they do on arbitrary Unicode."""
    starts, ends = spans(text, code_points(text))
    assert list(zip(starts.tolist(), ends.tolist(), strict=True)) == [m.span() for m in TOKEN.finditer(text)]
