"""The pictures of links: their size, their signs, their names."""

import io
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from digest.exports.cards import fonts as card_fonts
from digest.exports.cards.article_card import HEIGHT, SIDE, WIDTH, Card, draw
from digest.exports.cards.fonts import find_fonts
from digest.zh.variants import VARIANTS

BARS = str(Path(__file__).parent / "fonts" / "bars.ttf")
"""Our own font: a bar for each of some signs, no two alike, none for any other."""

CARD = Card("zh-Hans", "石桥文摘", "桥要修", "陈石 · 2020-05-01", "桥的路，要修。")


@pytest.fixture
def fonts():
    return find_fonts(VARIANTS["zh-Hans"], BARS)


def opened(card, fonts):
    return Image.open(io.BytesIO(draw(card, fonts)))


def inked(picture, top, bottom):
    """Whether anything but paper stands between these lines, right of the red edge."""
    part = picture.convert("RGB").crop((40, top, WIDTH, bottom))
    return part.getextrema() != tuple((value, value) for value in (251, 250, 247))


def test_a_card_is_a_small_picture_of_the_size_that_is_asked_for(fonts):
    made = draw(CARD, fonts)
    picture = Image.open(io.BytesIO(made))
    assert (picture.format, picture.size, picture.mode) == ("PNG", (WIDTH, HEIGHT), "P")
    assert len(made) < 40_000
    assert made == draw(CARD, fonts)


def test_a_card_shows_each_of_its_texts(fonts):
    empty = Card("zh-Hans", "", "桥", "", "")
    whole = draw(CARD, fonts)
    for field in ("name", "title", "byline", "summary"):
        assert draw(Card(**{**vars(CARD), field: "路"}), fonts) != whole, field
    assert not inked(opened(empty, fonts), 400, HEIGHT)
    assert inked(opened(CARD, fonts), 500, HEIGHT)


def test_a_long_title_is_smaller_and_at_last_cut(fonts):
    for title in ("桥要修" * 12, "桥要修" * 100):
        picture = opened(Card("zh-Hans", "石桥文摘", title, "陈石", "路要修。"), fonts)
        assert not inked(picture, HEIGHT - 60, HEIGHT)
        edge = picture.convert("RGB").crop((WIDTH - 80, 0, WIDTH, HEIGHT))
        assert edge.getextrema() == ((251, 251), (250, 250), (247, 247))


def test_signs_that_the_font_lacks_are_left_out(fonts):
    assert draw(Card("zh-Hans", "", "桥😀要\u0007修", "", ""), fonts) == draw(
        Card("zh-Hans", "", "桥要修", "", ""), fonts
    )


def test_a_card_is_named_by_all_that_it_shows(fonts):
    names = {CARD.file(fonts), *(Card(**{**vars(CARD), field: "路"}).file(fonts) for field in vars(CARD))}
    assert len(names) == 7 and all(name.endswith(".png") for name in names)
    assert CARD.file(fonts) == Card(**vars(CARD)).file(find_fonts(VARIANTS["zh-Hans"], BARS))


@pytest.mark.parametrize("tag", list(VARIANTS))
def test_a_font_is_found_where_it_draws_the_script(tag):
    found = find_fonts(VARIANTS[tag], BARS)
    assert found and found.title.file == BARS and found.text.draws("桥") and not found.text.draws("龘")


@pytest.mark.parametrize("file", ["nowhere.ttf", __file__])
def test_what_is_no_font_is_none(file):
    assert find_fonts(VARIANTS["zh-Hant"], file) is None


def test_a_machine_without_fonts_has_none(monkeypatch):
    monkeypatch.setattr(card_fonts, "_by_fontconfig", lambda pattern: None)
    monkeypatch.setattr(card_fonts, "_PLACES", {"serif:bold": (), "sans": ()})
    assert find_fonts(VARIANTS["zh-Hans"]) is None


def test_one_font_of_the_system_serves_for_both(monkeypatch):
    monkeypatch.setattr(card_fonts, "_by_fontconfig", lambda pattern: None)
    monkeypatch.setattr(card_fonts, "_PLACES", {"serif:bold": (), "sans": ("/nowhere.ttc", BARS)})
    found = find_fonts(VARIANTS["zh-Hans"])
    assert found.title == found.text and found.text.file == BARS


def test_a_square_card_has_the_title_large_and_nothing_at_its_edges(fonts):
    card = replace(CARD, is_square=True)
    made = Image.open(io.BytesIO(card.draw(fonts)))
    assert made.size == card.size == (SIDE, SIDE)
    assert card.file(fonts) != CARD.file(fonts)
    long = replace(card, title="桥要修" * 60)
    edge = Image.open(io.BytesIO(long.draw(fonts))).convert("RGB").crop((SIDE - 40, 0, SIDE, SIDE))
    assert edge.getextrema() == ((251, 251), (250, 250), (247, 247))
