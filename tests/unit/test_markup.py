import time

import pytest
from golden import cases
from tested_engine import script

from digest.text import html_tokens
from digest.zh import html_script
from digest.zh.script import Script


def to_traditional(html):
    return html_script.convert(html, script().reading("zh-Hans", "zh-Hant").pieces, "zh-Hant")


@pytest.mark.parametrize("case", cases("markup"))
def test_conversion(case):
    assert to_traditional(case["html"]) == case["converted"]


@pytest.mark.parametrize("case", cases("markup"))
def test_tokens_joined_are_the_page(case):
    assert "".join(token.source for token in html_tokens.tokens(case["html"])) == case["html"]


def test_a_piece_that_changes_its_length_stays_where_it_begins():
    pieces = script().reading("zh-Hans", "zh-Hant-TW").pieces
    html = "<p>用<b>软件</b>连<i>互联</i>网，内<u>存</u>够</p>"
    assert html_script.convert(html, pieces, "zh-Hant-TW") == "<p>用<b>軟體</b>連<i>網際網路</i>，記憶體<u></u>夠</p>"


class Recording:
    """An engine that writes down what it is asked."""

    def __init__(self, configuration):
        self.asked = []

    def convert(self, string):
        self.asked.append(string)
        return string.replace("软件", "軟件")


def test_another_engine_is_asked_for_each_text_by_itself():
    engine = Recording("")
    read = Script(engine=lambda configuration: engine).reading("zh-Hans", "zh-Hant", {"网": "網"})
    html = '<p>软<b>件</b>甲网乙</p>\n<p title="软件">丙</p>'
    assert html_script.convert(html, read.pieces, "zh-Hant") == '<p>軟<b>件</b>甲網乙</p>\n<p title="軟件">丙</p>'
    assert sorted(engine.asked) == sorted(["软件甲", "乙", "\n", '"软件"', "丙"])


def test_a_phrase_does_not_go_from_one_paragraph_into_the_next():
    assert to_traditional("<p>头</p><p>发</p>") == "<p>頭</p><p>發</p>"


def test_a_zero_character_in_a_text_harms_nothing():
    assert to_traditional("<p>软\0件</p><p>头发</p>") == "<p>軟\0件</p><p>頭髮</p>"


@pytest.mark.parametrize("open_tags", ["<" + "a" * 20_000, '<a"' * 4_000, '<a "' + 'b"' * 10_001, "<p " * 1_000])
def test_an_unclosed_tag_is_text_and_costs_little(open_tags):
    begun = time.process_time()
    assert {token.kind for token in html_tokens.tokens(open_tags)} == {"text"}
    assert time.process_time() - begun < 1


def test_paragraphs_are_numbered_and_own_ids_stay():
    html = '<p>一</p><p id="x">二</p><blockquote><p class="q">三</p></blockquote>'
    expected = '<p id="p1">一</p><p id="x">二</p><blockquote><p id="p3" class="q">三</p></blockquote>'
    assert html_tokens.number_paragraphs(html) == expected


def test_pictures_of_other_hosts_become_links():
    html = (
        '<p><img alt="桥" src="https://x.org/a.png"><img alt="" src="//x.org/b.png"/><img alt="近" src="../c.png"></p>'
    )
    assert html_tokens.link_pictures(html, "图") == (
        '<p><a class="dg-picture" href="https://x.org/a.png" rel="noopener noreferrer" title="图">桥</a>'
        '<a class="dg-picture" href="//x.org/b.png" rel="noopener noreferrer">图</a><img alt="近" src="../c.png"></p>'
    )


def test_a_line_may_end_before_code_that_begins_with_a_closing_sign():
    html = "<p>、<code>.zip</code>、<code>zip</code>的<code>.yml</code></p><pre><code>.a</code></pre>"
    assert html_tokens.code_apart(html) == html.replace("、<code>.zip", "、<wbr><code>.zip")


def test_passages_know_their_heading_and_anchor():
    html = '<p id="p1">甲 &amp; 乙</p><h2 id="s">节</h2><p id="p2">丙<b>丁</b></p><ul><li>戊</li></ul>'
    assert [(p.text, p.anchor, p.heading, p.is_heading) for p in html_tokens.passages(html)] == [
        ("甲 & 乙", "p1", "", False),
        ("节", "s", "节", True),
        ("丙丁", "p2", "节", False),
        ("戊", "p2", "节", False),
    ]


@pytest.mark.parametrize(
    ("html", "linked"),
    [
        (
            "<img src='https://x.org/a.png' alt='桥'>",
            '<a class="dg-picture" href="https://x.org/a.png" rel="noopener noreferrer" title="图">桥</a>',
        ),
        (
            "<IMG SRC=HTTPS://x.org/a.png>",
            '<a class="dg-picture" href="HTTPS://x.org/a.png" rel="noopener noreferrer">图</a>',
        ),
        (
            '<img srcset="https://x.org/a.png 2x">',
            '<a class="dg-picture" href="https://x.org/a.png" rel="noopener noreferrer">图</a>',
        ),
        ('<a href="/y"><img src="https://x.org/a.png" alt="桥"></a>', '<a href="/y">桥</a>'),
        (
            '<picture><source srcset="//x.org/a.webp"><img src="a.png"></picture>',
            '<picture><img src="a.png"></picture>',
        ),
    ],
)
def test_no_picture_is_loaded_from_elsewhere_however_it_is_written(html, linked):
    assert html_tokens.link_pictures(html, "图") == linked


def test_an_item_with_a_list_inside_is_a_passage_of_its_own():
    html = "<ul><li>父项<ul><li>子项</li></ul></li></ul><dl><dt>词</dt><dd>义</dd></dl>"
    assert [passage.text for passage in html_tokens.passages(html)] == ["父项", "子项", "词", "义"]
