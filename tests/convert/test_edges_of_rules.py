"""Where rules begin and end to hold: each case beside the one that differs in one thing only."""

import pytest

from convert.clean.boilerplate import remove_boilerplate
from convert.clean.headings.line import HEADING_MOST
from convert.clean.headings.marking import mark_headings
from convert.clean.selection import CUT_SHARE
from convert.evidence.fields.outlet import outlets
from convert.evidence.fields.ranking import Surroundings, ranked
from convert.page import Block, Hint, Span

SHORT = "他说得不多。"
OPEN = "山里的路一直通到海边，没有人走完过它"
LONG = "山里的路一直通到海边没有人走完过它" * 3


def block(text):
    return Block("paragraph", (Span(text),))


def site_of(*hints):
    best = next(iter(ranked(outlets(Surroundings(), hints, "", ""))), None)
    return best.value if best else ""


def headings(*lines):
    marked, _ = mark_headings(list(enumerate(map(block, lines))), plain_text=False)
    return [each.text for _, each in marked if each.kind == "heading"]


@pytest.mark.parametrize(
    "between, heads",
    [
        ([SHORT], True),  # a sentence, however short
        ([LONG[: HEADING_MOST + 1]], True),  # a paragraph that is not closed
        ([LONG[:HEADING_MOST]], False),  # as long as a heading may be: one more line of a list
        ([], False),
        ([OPEN, OPEN], False),
        ([OPEN, SHORT], True),
        ([SHORT, OPEN], True),
    ],
)
def test_numbered_lines_are_headings_where_text_runs_between_them(between, heads):
    found = headings("一、路", *between, "二、海", "海比路长，也比路深，谁都看得见。")
    assert found == (["一、路", "二、海"] if heads else [])


@pytest.mark.parametrize(
    "lines",
    [
        ["一、路", SHORT, "三、海", SHORT],  # a number left out
        ["二、路", SHORT, "三、海", SHORT],  # not from one
        ["一、路", SHORT, "2、海", SHORT],  # two kinds of numerals
        ["一、路", SHORT, "路还很长，海也还很远，谁都知道。"],  # one alone
    ],
)
def test_numbers_that_do_not_count_up_from_one_head_nothing(lines):
    assert headings(*lines) == []


def test_a_number_without_text_before_it_is_passed_over():
    lines = ["一、路", "二、河", SHORT, "二、海", SHORT, "三、山", SHORT]
    assert headings(*lines) == ["一、路", "二、海", "三、山"]


PROSE = "河上的桥是谁修的，已经没有人记得；过桥的人照旧过桥，不问它是哪一年立起来的。"
TAGS = ["桥梁", "河流", "旧事", "往来"]


def kept_of_copy(*texts):
    return [each.text for each in remove_boilerplate(tuple(map(block, texts)), "题目", text_copy=True).kept.values()]


def test_a_copy_ends_where_its_tags_begin():
    assert kept_of_copy("题目", PROSE, PROSE[1:], *TAGS) == [PROSE, PROSE[1:]]
    assert kept_of_copy(PROSE, *TAGS) == [PROSE]


@pytest.mark.parametrize("share, cut", [(CUT_SHARE, True), (CUT_SHARE + 0.01, False)])
def test_tags_end_a_copy_only_where_little_text_stands_behind_them(share, cut):
    before = [f"{mark}{PROSE * 4}"[:99] + "。" for mark in "甲乙丙"]
    behind = ("子" + PROSE * 4)[: round(300 * share) - 1] + "。"
    assert (kept_of_copy(*before, *TAGS, behind) == before) is cut


def test_without_text_nothing_of_a_copy_is_cut():
    assert kept_of_copy(*TAGS) == TAGS


@pytest.mark.parametrize(
    "hint, site",
    [
        (Hint("account", "河畔来信", "js_name"), "河畔来信"),
        (Hint("account", "河畔来信", "profile"), ""),  # an account that is not the page's own
        (Hint("author", "河畔来信", "js_name"), ""),
    ],
)
def test_the_account_that_owns_a_page_is_its_outlet(hint, site):
    assert site_of(hint) == site


def test_an_account_that_the_page_names_is_before_what_its_data_say():
    hints = (Hint("site", "别处", "meta"), Hint("account", "河畔来信", "js_name"))
    assert site_of(*hints) == "河畔来信"
