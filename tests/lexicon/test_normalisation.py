"""Words come to one form, on both sides alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nosograph.lexicon.keys import is_acronym, name_keys
from nosograph.lexicon.normalisation import TOKEN, deep, plain, plain_words, word_rows


@pytest.mark.parametrize(
    ("said", "form"),
    [
        ("nails", "nail"),
        ("Vertebrae", "vertebra"),
        ("diagnoses", "diagnosis"),
        ("allergies", "allergy"),
        ("sinuses", "sinus"),
        ("abscesses", "abscess"),
        ("calves", "calf"),
        ("teeth", "tooth"),
        ("metastases", "metastasis"),
        ("toes", "toe"),
        ("noses", "nose"),
        ("diabetes", "diabetes"),
        ("herpes", "herpes"),
        ("loss", "loss"),
        ("arthritis", "arthritis"),
    ],
)
def test_plurals_become_singular_and_look_alikes_stay(said: str, form: str) -> None:
    """A plural and its singular have one form; words that only look like plurals keep theirs."""
    assert plain(said) == form
    assert plain(form) == form


@pytest.mark.parametrize(
    ("british", "american"),
    [("anaemia", "anemia"), ("oedema", "edema"), ("tumour", "tumor"), ("diarrhoea", "diarrhea"), ("coeliac", "celiac")],
)
def test_british_spelling_is_american_spelling(british: str, american: str) -> None:
    """Both spellings of a word have one form."""
    assert plain(british) == plain(american)


def test_case_accents_possessives_and_greek_letters_fold() -> None:
    """What typography varies makes no other word."""
    assert plain("Ménière's") == plain("meniere")
    assert plain("β") == plain("beta")


def test_numerals_are_digits_and_the_letter_i_only_after_a_cue() -> None:
    """After a cue "I" is 1: "Type I" is type 1, while "vitamin K" and a lone "I" stay letters."""
    assert plain_words(["type", "I"]) == ["type", "1"]
    assert plain_words(["type", "III"]) == ["type", "3"]
    assert plain_words(["and", "I"]) == ["and", "i"]


def test_the_order_of_words_makes_no_other_key() -> None:
    """An inverted name is found by its plain order."""
    assert name_keys("diarrhea, secretory").plain == name_keys("secretory diarrhoea").plain


def test_endings_and_equivalents_meet_only_at_level_two() -> None:
    """The names "Renal hypoplasia" and "hypoplastic kidneys" share the deep key, not the plain one."""
    one, other = name_keys("Renal hypoplasia"), name_keys("hypoplastic kidneys")
    assert one.deep == other.deep
    assert one.plain != other.plain


def test_a_lone_word_is_never_stemmed() -> None:
    """A stem alone would make terms of common words: "collecting" is not "collection"."""
    assert name_keys("collecting").deep != name_keys("collection").deep


@pytest.mark.parametrize(
    ("name", "symbol"), [("FOXP3", True), ("IgA", True), ("p53", True), ("eczema", False), ("Treg cell", False)]
)
def test_symbols_are_told_from_words(name: str, *, symbol: bool) -> None:
    """A symbol is short, in one piece, and has capitals or digits."""
    assert is_acronym(name) is symbol


@given(st.text(max_size=60))
def test_any_text_has_keys_and_keys_do_not_depend_on_the_order(text: str) -> None:
    """Hostile names raise nothing; the order of the words does not matter where no numeral depends on its neighbour."""
    keys = name_keys(text)
    assert 0 <= keys.plain < 1 << 64
    tokens = TOKEN.findall(text)
    turned = tokens[::-1]
    if plain_words(tokens) == [plain(t) for t in tokens] and plain_words(turned) == [plain(t) for t in turned]:
        assert name_keys(" ".join(turned)).plain == name_keys(" ".join(tokens)).plain


@given(st.from_regex(r"[a-z]{3,14}", fullmatch=True))
def test_forms_are_stable_under_a_second_stemming_of_equivalents(word: str) -> None:
    """The deep form of a word never fails and is never empty."""
    assert deep(plain(word))


@pytest.mark.parametrize("head_and_words", list(word_rows("equivalents.tsv")), ids=lambda row: row[0])
def test_words_that_are_equated_have_one_form(head_and_words: list[str]) -> None:
    """No other rule undoes what the table of equivalents says."""
    head, words = head_and_words[:2]
    assert {deep(plain(word)) for word in (head, *words.split())} == {deep(plain(head))}
