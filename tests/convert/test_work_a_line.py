"""How often each function is called for a line of a page: a number that does not grow with how many lines there are."""

import random
import sys
from collections import Counter

import pytest

from convert.errors import ConvertError
from convert.pipeline import convert

CHARACTERS = "江边旧船木头船工漆麻丝缝桐油学徒镇子码头桅杆上游货大水山里老杉横板"
BYLINE = "2024-05-06 作者：周远"
LINES = 300
CHOICE = random.Random(4)
# What was measured is up to 56 calls a line where a page is nothing but bylines; what looks at each line for each line
# is called as often as there are lines.
CALLS_MOST = 100


def words(count):
    return "".join(CHOICE.choice(CHARACTERS) for _ in range(count))


def paragraph():
    return "，".join(words(9) for _ in range(6)) + "。"


def times(made):
    return [made() for _ in range(LINES)]


TEXT = [paragraph() for _ in range(8)]
LONG = [paragraph() for _ in range(LINES // 2)]
MENU = [words(6) for _ in range(LINES)]
PAGES = {
    "a menu said again below": [*MENU, BYLINE, *TEXT, *MENU],
    "titles above the text": [*times(lambda: words(12)), BYLINE, *TEXT],
    "titles above a long text": [*times(lambda: words(12))[: LINES // 2], BYLINE, *LONG],
    "titles in Latin letters": [*times(lambda: f"how to mend {words(4)} boat"), *LONG],
    "titles below": [words(12), BYLINE, *TEXT, *times(lambda: words(12))],
    "bylines": [line for _ in range(LINES // 2) for line in (words(12), BYLINE)],
    "where the page stands": [*times(lambda: f"首页 > {words(3)} > {words(9)}"), *TEXT],
    "whose the page is": [*times(lambda: words(9))[: LINES // 2], *TEXT, *times(lambda: f"版权所有 {words(8)}")],
    "sections": [words(12), BYLINE, *(line for n in range(LINES // 2) for line in (f"{n}. {words(8)}", paragraph()))],
    "posts": [words(12), *(line for _ in range(LINES // 4) for line in (words(3), BYLINE, paragraph(), "回复"))],
    "days": [words(12), *(line for n in range(LINES // 2) for line in (f"5月{n % 28 + 1}日", paragraph()))],
    "addresses": [words(12), BYLINE, *TEXT, *times(lambda: f"https://example.org/{words(4)}"), *TEXT],
    "calls": [words(12), BYLINE, *(line for _ in range(LINES // 2) for line in ("点击下方关注我们", paragraph()))],
    "one line again and again": [words(12), BYLINE, *[TEXT[0], words(8)] * (LINES // 2)],
    "captions": [words(12), BYLINE, *(line for _ in range(LINES // 2) for line in (f"图：{words(9)}", paragraph()))],
}
FORMS = {"text copy": "{}\n\n", "paragraphs": "<p>{}</p>"}


def page(lines, form):
    shown = "".join(FORMS[form].format(line) for line in lines)
    return shown if form == "text copy" else f"<title>{lines[0]}</title><body><div>{shown}</div></body>"


def calls_of(text):
    """The function of the conversion that is called most, and how often."""
    calls = Counter()

    def count(frame, event, _):
        if event == "call" and "/convert/" in frame.f_code.co_filename:
            calls[f"{frame.f_code.co_filename.rpartition('/convert/')[2]}: {frame.f_code.co_qualname}"] += 1

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        convert(text, "x")
    except ConvertError:
        pass
    finally:
        sys.setprofile(before)
    return calls.most_common(1)[0]


IN_HTML = ("whose the page is", "titles above the text", "bylines")


@pytest.mark.parametrize(
    ("lines", "form"), [*((lines, "text copy") for lines in PAGES), *((lines, "paragraphs") for lines in IN_HTML)]
)
def test_no_line_is_asked_about_for_each_other_one(lines, form):
    name, calls = calls_of(page(PAGES[lines], form))
    assert calls <= CALLS_MOST * len(PAGES[lines]), name


def test_no_part_of_a_window_is_asked_about_for_each_other_one():
    window = "|".join(parts := times(lambda: words(1)))
    lines = "".join(FORMS["paragraphs"].format(line) for line in TEXT)
    name, calls = calls_of(f"<title>{window}</title><body><h1>{window}</h1><div>{lines}</div></body>")
    assert calls <= CALLS_MOST * len(parts), name
