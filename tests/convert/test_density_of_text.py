"""What runs as text, what is a menu, a row of titles or another article: each beside what differs in one thing."""

import pytest

from convert.evidence import density
from convert.evidence.density import densest, is_cut_off, is_menu, is_of_another, is_row, runs_in_words
from convert.page import Block, Span


def blocks(*texts):
    return [(3 * at, Block("paragraph", (Span(text),))) for at, text in enumerate(texts)]


SENTENCE = "山里的路一直通到海边，没有人走完过它，谁都说它太长了，可是谁也没有想过要修一座桥。"


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        ([], (-1, -1)),
        (["首页", "关于"], (-1, -1)),
        ([SENTENCE], (0, 0)),
        (["首页", SENTENCE, "图", SENTENCE, "关于"], (3, 9)),
        # Two short lines cost more than one paragraph gives.
        ([SENTENCE, "一", "二", SENTENCE + SENTENCE], (9, 9)),
        ([SENTENCE * 2, "一", "二", SENTENCE * 2], (0, 9)),
        ([SENTENCE, "一", "二", "三", SENTENCE], (0, 0)),
        # What runs out begins anew: a sentence of 30 characters costs one short line, of 31 leaves something.
        (["桥" * 29 + "。", "一", SENTENCE], (6, 6)),
        (["桥" * 30 + "。", "一", SENTENCE], (0, 6)),
        # A paragraph that is not closed counts from so many characters on, half of them Chinese.
        (["桥" * 20 + "，" + "桥" * 19], (0, 0)),
        (["桥" * 19 + "，" + "桥" * 19], (-1, -1)),
        (["桥" * 20 + "、" + "a" * 19], (0, 0)),
        (["桥" * 19 + "、" + "a" * 20], (-1, -1)),
        # Without any mark in it a long line may be the title of another article.
        (["桥" * 40], (-1, -1)),
        ([SENTENCE, "桥" * 40, SENTENCE], (0, 6)),
        ([SENTENCE, "桥" * 40], (0, 0)),
        (["桥要修，"], (0, 0)),
        (["桥要修， "], (0, 0)),
        (["桥要修。"], (0, 0)),
        (["桥" * 40 + "..."], (-1, -1)),
        (["桥·路·河·山·海" + "桥" * 40], (-1, -1)),
        (["桥路 河山 海边 人家 灯火 " + "桥路 " * 20], (-1, -1)),
    ],
)
def test_the_densest_run_of_paragraphs(texts, found):
    assert densest(blocks(*texts)) == found


def test_notices_of_a_site_are_no_text(monkeypatch):
    class Rule:
        reason = "rights notice"

    assert densest(blocks(SENTENCE)) == (0, 0)
    monkeypatch.setattr(density, "rule_for", lambda text: Rule)
    assert densest(blocks(SENTENCE)) == (-1, -1)
    Rule.reason = "byline"
    assert densest(blocks(SENTENCE)) == (0, 0)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("桥·路·河·山·海", True),
        ("桥·路·河·山", False),
        ("桥·路·河·山·海。", False),
        (" ".join(["从桥上过去的人很多很多"] * 5), True),
        (" ".join(["从桥上过去的人很多很多"] * 4), False),
        (" ".join(["从桥上过去的人很多"] * 4 + ["从桥上过去的人多"]), False),
        (" ".join(["从桥上过去的人很多"] * 4 + ["从桥上过去的人很多了"]), True),
        ("｜桥｜路｜河｜山", True),
    ],
)
def test_titles_side_by_side(text, row):
    assert is_row(text) is row


@pytest.mark.parametrize(
    ("text", "other", "cut"),
    [
        ("桥修好了 2021-03-04 10:20", True, False),
        ("桥修好了 2021-03-04", False, False),
        ("2021-03-04 10:20 桥修好了", False, False),
        ("桥修好了...", True, False),
        ("桥修好了… ", True, False),
        ("桥修好了。", False, False),
        ("桥修好了。路也修好了！" + "桥" * 106 + "...", False, True),
        ("桥修好了。路也修好了！" + "桥" * 106 + "... ", False, True),
        ("桥修好了。路也修好了！" + "桥" * 105 + "...", True, False),
        ("桥修好了。路也修好了，" + "桥" * 106 + "...", True, False),
        ("桥修好了。路也修好了！" + "桥" * 109, False, False),
    ],
)
def test_what_stands_for_another_article_and_what_is_cut_off(text, other, cut):
    assert (is_of_another(text), is_cut_off(text)) == (other, cut)


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("word " * 11 + "word.", True),
        ("word " * 10 + "word.", False),
        ("word " * 11 + "word;' ", True),
        ("word " * 11 + "word?", True),
        ("word " * 11 + "word", False),
        ("word " * 11 + "桥.", False),
        ("word " * 11 + "word...", False),
    ],
)
def test_a_sentence_in_letters_of_words(text, runs):
    assert runs_in_words(text) is runs


@pytest.mark.parametrize(
    ("text", "menu"),
    [
        ("首页 关于 归档 标签 友链", True),
        ("首页 关于 归档 标签", False),
        ("首页首页首页首 关于关于关于关 归档归档归档归 标签标签标签标 友链友链友链友", True),
        ("首页首页首页首 关于关于关于关 归档归档归档归 标签标签标签标 友链友链友链友链", False),
        ("首页首页首页首页 关于关于关于关于 一 二 三", True),
        ("首页首页首页首页 关于关于关于关于 一二三四五六七八 二 三", False),
        ("首页首页首页首页 关于关于关于关于 归档归档归档归档 一 二 三", True),
        ("首页 关于 归档 one two three", True),
        ("首页 关于 one two 归档 标签", True),
        ("首页 one two 关于 归档 three", False),
        ("首页 — one — —", False),
        ("one two three four five", False),
        ("首页 关于 归档 tags links", True),
        ("首页 关于 blog tags links", False),
        ("首页 blog 归档 tags 友链", False),
        ("首页 | 关于 | 归档 | 标签 | 友链", True),
        (" ".join(["桥路"] * 20), True),
        (" ".join(["tag"] * 19 + ["桥"]), True),
        (" ".join(["tag"] * 20), False),
        (" ".join(["tag"] * 18 + ["桥"]), False),
        (" ".join(["tag"] * 19 + ["桥，"]), False),
        (" ".join(["longword"] * 19 + ["桥"]), False),
        (" ".join(["longest"] * 19 + ["桥桥桥桥桥桥桥"]), True),
    ],
)
def test_the_menu_of_a_site_on_one_line(text, menu):
    assert is_menu(text) is menu
