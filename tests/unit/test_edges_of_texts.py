"""What stands at the edges of the smallest functions of texts: exact messages, last signs, limits, what is not there."""

import io
import itertools
import sys
from dataclasses import dataclass

import pytest

from digest.text import html_tokens, svg
from digest.text.allowlist import allowlist
from digest.text.harmless.escaping import in_markdown
from digest.text.harmless.terminal import annotate, progress
from digest.text.line_breaks import balanced_lines, lines
from digest.text.sanitizer import Sanitizer
from digest.text.spans import Spans
from digest.text.spoken import columns
from digest.text.stamped import Stamped, StampedText, hashed
from digest.text.visible_text import blocks, visible

NAMESPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
PIXEL = "data:image/png;base64,AAAA"
LONG = "x" * 50


def drawing(inside, before="", attributes=""):
    return f"{before}<svg {NAMESPACES}{attributes}>\n{inside}\n</svg>".encode()


@pytest.mark.parametrize(
    "inside",
    [
        "",
        '<use href="#a"/>',
        f'<image xlink:href="{PIXEL}"/>',
        f'<filter><feImage href="{PIXEL}"/></filter>',
        '<image href="data:image/\n  png;base64,AAAA"/>',
        '<a href="https://example.org/"><path/></a>',
        '<a href="http://example.org/"><path/></a>',
        "<style>.a{fill:url(#b)}</style>",
        '<s:namedview xmlns:s="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" onload="x"/>',
    ],
)
def test_a_drawing_has_no_active_part(inside):
    assert svg.active_part(drawing(inside)) == ("", 1)
    assert svg.active_part(drawing(inside, '<!DOCTYPE svg PUBLIC "a" "b">')) == ("", 1)


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        ("<?run it?>", "<?run?>"),
        ("<script>1</script>", "<script>"),
        ('<path onclick="1"/>', "<path onclick=…>"),
        ('<use href="a.svg#b"/>', "<use href='a.svg#b'>"),
        ('<use src="a.svg"/>', "<use src='a.svg'>"),
        ('<g xml:base="https://example.org/"/>', "<g base='https://example.org/'>"),
        (f'<path href="{PIXEL}"/>', f"<path href='{PIXEL}'>"),
        ('<a href="java\tscript:x"/>', "<a href='java script:x'>"),
        ('<path fill="url(https://example.org/a)"/>', "<path fill='url(https://example.org/a)'>"),
        (f'<use href="{LONG}"/>', f"<use href='{LONG[:40]}'>"),
        (f'<path fill="url({LONG})"/>', f"<path fill='url({LONG[:36]}'>"),
        (f"<style>@import {LONG}</style>", f"the text '@import {LONG[:32]}', which a style could load something by"),
        # Pieces of a text, one of which would say nothing.
        ("<style>@im<![CDATA[port]]> a</style>", "the text '@import a', which a style could load something by"),
    ],
)
def test_what_in_a_drawing_is_none_is_said_with_its_line(inside, said):
    assert svg.active_part(drawing(inside)) == (said, 2)


def test_declarations_of_its_own_an_end_that_is_missing_and_a_size_are_said():
    own = '<!DOCTYPE svg [<!ENTITY a "b">]>'
    assert svg.active_part(drawing("", own)) == ("a document type with declarations of its own", 1)
    said, line = svg.active_part(drawing("")[:-3])
    assert said.startswith("no XML (") and line == 3
    most = drawing("").ljust(svg.BYTES_MOST)
    assert svg.active_part(most) == ("", 1)
    assert svg.active_part(most + b" ") == (f"{svg.BYTES_MOST + 1} bytes", 1)


@pytest.mark.parametrize(
    ("wanted", "taken", "given"),
    [
        ("toc", (), "toc"),
        ("a b", (), "h-a-b"),
        (" a ", (), "h-a"),
        ("'", (), "h-1"),
        ("'", ("h-1",), "h-1-2"),
        ("'", ("h-1", "h-1-2"), "h-1-3"),
        ("Xa'X", (), "h-Xa-X"),
        ("a b", ("h-a-b",), "h-a-b-2"),
    ],
)
def test_a_heading_has_the_id_that_it_asks_for_or_one_that_is_free(wanted, taken, given):
    assert html_tokens.heading_id(wanted, taken) == given


def marked(name):
    return f'<span class="dg-claim" data-mark="{name}">桥</span><a class="dg-mark" href="#claim-{name}" data-n="1" aria-label="论点 1"></a>'


def test_marks_tell_their_number_and_what_meets_them():
    told = html_tokens.count_at_marks(marked("c12"), {}, {})
    assert 'data-n="12"' in told and "data-meets" not in told and "data-disputes" not in told
    assert "data-disputed" not in told
    told = html_tokens.count_at_marks(marked("c12"), {"c12": (3, 1)}, {"c12": 4})
    assert 'data-meets="3" data-disputes="1" data-n="4"' in told and " data-disputed" in told


@pytest.mark.parametrize(
    ("html", "numbered"),
    [
        ("<p>a</p><p>b</p>", '<p id="p1">a</p><p id="p2">b</p>'),
        ("<P>a</P><p>b</p>", '<p id="p1">a</P><p id="p2">b</p>'),
        ("<p/><p>b</p>", '<p/><p id="p1">b</p>'),
        ('<p id="own">a</p><p>b</p>', '<p id="own">a</p><p id="p2">b</p>'),
        ("<pre>a</pre>", "<pre>a</pre>"),
    ],
)
def test_paragraphs_are_numbered(html, numbered):
    assert html_tokens.number_paragraphs(html) == numbered


def test_pieces_of_html_are_told_apart_and_joined_are_the_whole():
    html = '甲<P class="a">乙<br><img src=">"><i/></P><!-- <b> --><script>"<b>"</script>丙'
    found = [tuple(each) for each in html_tokens.tokens(html)]
    assert found == [
        ("甲", "text", ""),
        ('<P class="a">', "open", "p"),
        ("乙", "text", ""),
        ("<br>", "empty", "br"),
        ('<img src=">">', "empty", "img"),
        ("<i/>", "empty", "i"),
        ("</P>", "close", "p"),
        ("<!-- <b> -->", "other", ""),
        ('<script>"<b>"</script>', "other", ""),
        ("丙", "text", ""),
    ]
    assert list(html_tokens.tokens("")) == [] and [each.source for each in html_tokens.tokens("<p>")] == ["<p>"]


AWAY = '<img src="//example.org/a.png" alt="{}">'


def link_to(alt, title=""):
    given = f' title="{title}"' if title else ""
    return f'<a class="dg-picture" href="//example.org/a.png" rel="noopener noreferrer"{given}>{alt}</a>'


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        (AWAY.format(""), link_to("图")),
        (AWAY.format("甲&quot;&lt;"), link_to('甲"&lt;', "图")),
        # In a link it is a text; behind one, and behind a place with a name, a link again.
        (f'<a href="b">{AWAY.format("")}</a>{AWAY.format("")}', f'<a href="b">图</a>{link_to("图")}'),
        (f'<a name="b"/>{AWAY.format("")}', f'<a name="b"/>{link_to("图")}'),
        (f'<a href="b">{AWAY.format("")}{AWAY.format("")}</a>', '<a href="b">图图</a>'),
        ('<img src="a.png"><img alt="甲">', '<img src="a.png"><img alt="甲">'),
    ],
)
def test_a_picture_of_another_host_is_a_link_to_it(html, shown):
    assert html_tokens.link_pictures(html, "图") == shown


def test_no_element_has_a_style_of_its_own():
    html = '<p style="color: red">甲 style="a"<br style="a"><img style=b src="c"/></p><td style="text-align: left;">'
    assert html_tokens.without_styles(html) == ('<p>甲 style="a"<br><img src="c"/></p><td class="dg-left">')


def test_what_stands_outside_of_every_passage_is_none():
    found = html_tokens.passages('<p/>外<h2 id="a">甲</h2>外<!--外--><p>乙<br>丙</p>外<li>丁<p id="b">戊</p></li>外')
    assert [(each.text, each.anchor, each.heading) for each in found] == [
        ("甲", "a", "甲"),
        ("乙 丙", "a", "甲"),
        ("丁", "a", "甲"),
        ("戊", "b", "甲"),
    ]


def test_cells_of_a_table_are_blocks_of_their_own():
    text = "前面。\n\n| 甲 | 乙\\|丙 |\n| :-- | - |\n| 丁 | - |\n"
    found = [(each.source, each.start, each.line, each.heading) for each in blocks(text)]
    assert found == [
        ("前面。\n", 0, 1, False),
        (" 甲 ", 6, 3, False),
        (" 乙\\|丙 ", 10, 3, False),
        (" 丁 ", 31, 5, False),
    ]
    assert [text[start : start + len(source)] for source, start, *_ in found] == [source for source, *_ in found]


@pytest.mark.parametrize(
    ("text", "width", "cut"),
    [("", 5, []), ("一二三四五六", 5, ["一二三", "四五六"]), ("一", 5, ["一"]), ("一二三四", 2, ["一二", "三四"])],
)
def test_lines_are_about_as_long_as_one_another(text, width, cut):
    assert balanced_lines(text, width, len) == cut


def test_a_line_that_is_cut_ends_in_its_last_word():
    assert lines("ab cd efgh", 6, len, limit=1) == ["ab cd…"]
    assert lines("abc  , defgh", 5, len, limit=1) == ["abc…"]
    assert lines("abX cdefgh", 4, len, limit=1) == ["abX…"]


class Screen(io.StringIO):
    def isatty(self):
        return True


def test_progress_is_one_line_for_who_watches(monkeypatch):
    monkeypatch.setattr(sys, "stderr", screen := Screen())
    progress("one\x1b[2J\n::two")
    assert screen.getvalue() == "\r\x1b[Kone⟨U+001B⟩[2J ::two\r"
    monkeypatch.setattr(sys, "stderr", pipe := io.StringIO())
    progress("one")
    assert pipe.getvalue() == ""


def test_a_command_to_a_workflow_holds_no_other(capsys):
    annotate("::error::a##[b")
    assert capsys.readouterr().out == "::error::a## [b\n"


@pytest.mark.parametrize(
    ("source", "text", "positions", "spaces"),
    [
        ("a\\*b*c*", "a*bc", [0, 2, 3, 5], [0, 1, 1, 2]),
        ("甲&amp;乙", "甲&乙", [0, 1, 6], [0, 1, 2]),
        ("&lt;b&gt;", "<b>", [0, 4, 5], [0, 1, 1]),
        ("[显示](https://x.y/z)后", "显示后", [1, 2, 19], [0, 0, 1]),
        ("![图](a.png)后", "后", [11], [0]),
        ("<b>x</b>y", "xy", [3, 8], [0, 0]),
        ("`码`后", "码后", [1, 3], [0, 0]),
        ("甲<!--c1-->。", "甲。", [0, 10], [0, 1]),
        ("1. 项\n甲", "项甲", [3, 5], [0, 0]),
        ("\\", "\\", [0], [0]),
        ("空__，_斜。_、", "空__，斜。、", [0, 1, 2, 3, 5, 6, 8], [0, 1, 2, 3, 4, 4, 5]),
        ("___a__b_ c___", "a__b_ c", [3, 4, 5, 6, 7, 8, 9], [0, 0, 0, 0, 1, 2, 3]),
        ("_a", "_a", [0, 1], [0, 1]),
        (" _ a_", " _ a_", [0, 1, 2, 3, 4], [0, 1, 2, 3, 4]),
        ("，____", "，____", [0, 1, 2, 3, 4], [0, 1, 2, 3, 4]),
    ],
)
def test_what_a_reader_sees_stands_where_it_was_written(source, text, positions, spaces):
    seen = visible(source)
    assert (seen.text, list(seen.positions)) == (text, positions)
    assert [seen.offset(place) for place in range(len(text))] == spaces


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("前。\n\n```\n# 码\n```\n\n后。\n", [("前。\n", 1, False), ("后。\n", 7, False)]),
        ("```\n码\n~~~\n码\n```\n后。", [("后。", 6, False)]),
        ("ab\n```py\nx\n```\ncd\n", [("ab\n", 1, False), ("cd\n", 5, False)]),
        ("题\n===\n文。\n", [("题\n", 1, True), ("文。\n", 3, False)]),
        ("甲\n---\n", [("甲\n", 1, True)]),
        ("---\n甲\n", [("甲\n", 2, False)]),
        ("## 题\n\n文。", [("## 题\n", 1, True), ("文。", 3, False)]),
        ("- 甲\n- 乙\n\n丙", [("- 甲\n", 1, False), ("- 乙\n", 2, False), ("丙", 4, False)]),
        ("甲\n乙\n\n\n丙\n丁\n", [("甲\n乙\n", 1, False), ("丙\n丁\n", 5, False)]),
        ("甲\n***\n乙\n ___ \n* * *\n**丙**\n", [("甲\n", 1, False), ("乙\n", 3, False), ("**丙**\n", 6, False)]),
    ],
)
def test_blocks_stand_on_their_lines(text, found):
    assert [(each.source, each.line, each.heading) for each in blocks(text)] == found
    assert all(text[each.start :].startswith(each.source) for each in blocks(text))


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<p>甲<br>乙</p>", [("甲 乙", "", "", False)]),
        ("<p>甲<img/>乙</p>丁", [("甲乙", "", "", False)]),
        ("甲<p>乙", []),
        (
            '<h2 id="a">题</h2><p id="p1">甲 <b>乙</b></p><ul><li>丙<p>丁</p></li></ul>',
            [
                ("题", "a", "题", True),
                ("甲 乙", "p1", "题", False),
                ("丙", "p1", "题", False),
                ("丁", "p1", "题", False),
            ],
        ),
    ],
)
def test_passages_are_what_a_search_leads_to(html, found):
    assert [tuple(each) for each in html_tokens.passages(html)] == found


def test_signs_at_the_beginning_of_a_line_keep_what_is_before_them():
    assert in_markdown("  12. a") == "  12&#46; a" and in_markdown(" - a") == " &#45; a"


def test_a_cell_of_a_sign_is_a_block():
    assert [each.source for each in blocks("| X | - |\n")] == [" X "]


def test_an_address_that_is_taken_out_is_looked_for_as_it_was_written():
    _, [removed] = Sanitizer(allowlist()).clean('<p><a href="javascript:b:c">桥</a></p>')
    assert "b:c" in removed.signs and "c" not in removed.signs


def test_a_full_width_sign_takes_two_columns_of_a_terminal():
    assert [columns(text) for text in ("", "ab", "桥", "Ａ", "桥a")] == [0, 2, 2, 2, 3]


@dataclass(frozen=True, repr=False)
class Bridge(Stamped):
    name: str


def test_spans_are_gone_through_and_a_text_shows_its_hash():
    assert list(Spans([(3, 5), (1, 3), (9, 9)])) == [(1, 5)]
    assert repr(Bridge("桥")) == f"Bridge({hashed(('桥',))})"
    text = StampedText("桥")
    assert repr(text) == f"StampedText({text.stamp})" and repr(StampedText("路")) != repr(text)


PAIRS = [(start, end) for start in range(6) for end in range(start, 6)]
SEVERAL = [spans for many in (0, 1, 2, 3) for spans in itertools.combinations(PAIRS, many)]


def test_spans_are_the_characters_that_lie_in_them():
    text = "一\n二三四"
    for given in SEVERAL:
        spans, held = Spans(given), {place for start, end in given for place in range(start, end)}
        assert {place for place in range(-1, 7) if place in spans} == held
        assert spans.blanked(text) == "".join(
            " " if place in held and sign != "\n" else sign for place, sign in enumerate(text)
        )


def test_spans_that_touch_are_one_and_are_cut_where_they_are_asked_for():
    for given in SEVERAL[::7]:
        held = {place for start, end in given for place in range(start, end)}
        for start, end in itertools.combinations(range(7), 2):
            within = Spans(given).within(start, end)
            assert [place for each in within for place in range(*each)] == sorted(held & set(range(start, end)))
            assert all(one < other for one, other in within)
            assert all(before[1] < after[0] for before, after in itertools.pairwise(within))
