"""Names that hold the name of another part, and titles that stand below the text: neither takes text away."""

import pytest
from test_bounds import TEXT, body_of, converted

from convert.pipeline import convert


@pytest.mark.parametrize(
    "name", ["migrating-data", "operating-systems", "view-of-viewmodel", "correlation", "devoted", "integrating-it"]
)
@pytest.mark.parametrize("kind", ["id", "class"])
def test_a_word_in_a_longer_word_names_no_part(name, kind):
    last = f"<section {kind}='{name}'><h2>冰又封上</h2><p>{TEXT[6]}</p><p>{TEXT[7]}</p></section>"
    assert all(text in body_of(converted([*TEXT[:6], last])) for text in TEXT)


def test_a_title_that_is_a_link_below_a_text_in_english_takes_nothing_above_it():
    text = [
        f"In the winter of the year {n} the river froze over from bank to bank, and those who sold fish at the ferry "
        "walked across it with their scales on their backs, long before it was light."
        for n in range(1901, 1909)
    ]
    title = "Notes on the back of a ledger"
    below = f"<h2>Links</h2><ul><li><a href='/1'>{title}</a></li><li><a href='/2'>The ferry</a></li></ul>"
    shown = "".join(f"<p>{each}</p>" for each in text)
    page = f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{shown}{below}</body></html>"
    assert all(each in body_of(convert(page, "seeds/page.html")) for each in text)
