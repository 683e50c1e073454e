"""Headings: links to other pages are cards of other articles, unless the article lists what it found; lines behind a
mark head sections where several do."""

import pytest

from convert.pipeline import convert_file

TEXT = [f"修船的人们在岸上站了{n}个上午，谁也没有说话，直到旧船驶过了第{n}座桥。" for n in "一二三四五六七八"]
CARDS = ["城北茶叶市场今年开市早", "停了两年的夜校恢复招生", "通往后山的公路修好通车"]


def markdown(body):
    page = f"<html><head><title>江边的旧船</title></head><body><h1>江边的旧船</h1><div>{body}</div></body></html>"
    return convert_file(page.encode(), "x.html").markdown


def text(*lines):
    return "".join(f"<p>{line}</p>" for line in lines)


def card(title, address="https://jiangbian.example/a.html", picture=""):
    return f'{picture}<h3><a href="{address}">{title}</a></h3>'


@pytest.mark.parametrize("picture", ["", '<p><img src="https://jiangbian.example/a.jpg"></p>'])
def test_cards_between_paragraphs_go(picture):
    out = markdown(text(*TEXT[:4]) + "".join(card(each, picture=picture) for each in CARDS[:2]) + text(*TEXT[4:]))
    assert not [each for each in CARDS if each in out] and all(each in out for each in TEXT)


def test_a_card_with_nothing_below_goes():
    assert CARDS[0] not in markdown(text(*TEXT) + card(CARDS[0]))


@pytest.mark.parametrize(
    "body",
    [
        card(CARDS[0]) + text(*TEXT),
        text(*TEXT[:4]) + card(CARDS[0], "#茶叶") + card(CARDS[1], "#夜校") + text(*TEXT[4:]),
        text(*TEXT) + card("In English"),
        text(TEXT[0], TEXT[1]) + "".join(map(card, CARDS)) + card(CARDS[0] + CARDS[1]),
    ],
    ids=["text below", "within the page", "one in English", "a list"],
)
def test_other_linked_headings_stay(body):
    out = markdown(body)
    assert out.count("### ") + out.count("## ") == body.count("<h3>")


def test_the_beginning_of_a_text_that_is_its_title_too_stays():
    page = f"<title>{TEXT[0]}{TEXT[1]}</title><h2>{TEXT[0]}{TEXT[1]}</h2><div>{text(*TEXT)}</div>"
    assert all(each in convert_file(page.encode(), "x.html").markdown.partition("\n---\n")[2] for each in TEXT)


@pytest.mark.parametrize("mark", ["■", "■ ", "□", "●", "◆", "▍"])
def test_bold_lines_behind_a_mark_head_sections_however_like_names_they_look(mark):
    heads = ["修船的人", "下水那天", "回来以后"]
    out = markdown("".join(f"<p><b>{mark}{head}</b></p>{text(*TEXT[2 * at :][:2])}" for at, head in enumerate(heads)))
    assert [line.lstrip("#").lstrip(f" {mark}") for line in out.splitlines() if line.startswith("#")] == heads


def test_one_name_behind_a_mark_is_who_wrote_it():
    out = markdown(f"<p><b>■周远航</b></p>{text(*TEXT)}")
    assert "■" not in out and "- 周远航" in out
