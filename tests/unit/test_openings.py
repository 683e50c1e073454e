"""How an article's HTML begins and is divided."""

import pytest

from digest.text.openings import is_bare_number, with_dividers, words_first

PICTURE = '<p id="p1"><a class="dg-picture" href="https://x/1.jpg" rel="noopener noreferrer">图片（在原网站）</a></p>'


@pytest.mark.parametrize(
    ("html", "number", "identity"),
    [
        ('<h2 id="01">01</h2>', "01", ' id="01"'),
        ("<h3>二</h3>", "二", ""),
        ('<p id="p4"><strong>03</strong></p>', "03", ' id="p4"'),
        ('<p id="p4">（四）</p>', "（四）", ' id="p4"'),
        ('<h2 class="x" id="iii"> III </h2>', "III", ' id="iii"'),
    ],
)
def test_a_number_alone_is_a_divider(html, number, identity):
    assert with_dividers(f"<p>甲</p>{html}<p>乙</p>") == (
        f'<p>甲</p><div class="dg-divider"{identity} role="separator" aria-label="{number}">{number}</div><p>乙</p>'
    )


@pytest.mark.parametrize(
    "html",
    [
        "<h2>01 起因</h2>",
        "<p>2023</p>",
        "<li>1</li>",
        "<h2>一个人</h2>",
        "<p>1<em>2</em></p>",
        "<td>3</td>",
        "<p>是</p>",
    ],
)
def test_what_says_more_is_none(html):
    assert with_dividers(html) == html


def test_an_article_opens_with_its_own_words():
    words, rest = '<p id="p2">当年。</p>', "\n<p>后来。</p>"
    assert words_first(f"{PICTURE}\n{words}{rest}").split() == f"{words}\n{PICTURE}{rest}".split()
    assert words_first(f"{words}{PICTURE}") == f"{words}{PICTURE}"
    assert words_first(PICTURE) == PICTURE
    assert words_first("") == ""


def test_nothing_is_lost_behind_a_placeholder():
    html = f"{PICTURE}<h2>一</h2>{PICTURE}<p>当年。</p><ul><li>后来</li></ul>"
    assert sorted(words_first(html).replace("\n", "")) == sorted(html)
    assert words_first(html).startswith("<h2>一</h2>")


def test_a_heading_of_words_stands_in_the_contents():
    assert [is_bare_number(title) for title in ("01", " 二、", "IV", "第一章", "一场革命", "")] == [
        True, True, True, False, False, False,
    ]  # fmt: skip
