"""The sentences of an article as they are weighed: where each stands, and what its writer set bold."""

import pytest

from digest.articles.weighing.sentence_reading import Sentence, is_heading, pairs, read_sentences
from digest.articles.weighing.standing_alone import Said
from digest.text.visible_text import blocks, visible_text
from digest.zh.folding import fold

ARTICLE = """\
先说桥。

# 修桥

**要人**出力。再要**钱**！

- 木头一根。

> 石头两块

**路**

还有`。路`要修。完。

__河__，_水_。

**<!--x-->**

**修路**和**修桥**
"""
# Text, paragraph, section, whether it is first and last of its paragraph and opens a section, how bold, in a list.
READ = [
    ("先说桥。", 0, "", True, True, True, 0.0, False),
    ("要人出力。", 2, "修桥", True, False, True, 0.4, False),
    ("再要钱！", 2, "修桥", False, True, True, 0.25, False),
    ("木头一根。", 3, "修桥", True, True, False, 0.0, True),
    ("石头两块", 4, "修桥", True, True, False, 0.0, True),
    ("还有。路要修。", 6, "路", True, False, True, 0.0, False),
    ("完。", 6, "路", False, True, True, 0.0, False),
    ("河，水。", 7, "路", True, True, False, 0.25, False),
    ("修路和修桥", 9, "路", True, True, False, 0.8, False),
]


def test_an_article_is_read_sentence_by_sentence():
    assert read_sentences(ARTICLE) == [
        Sentence(text, fold(text), number, paragraph, number / len(READ), fold(section), *rest)
        for number, (text, paragraph, section, *rest) in enumerate(READ)
    ]


def test_an_article_without_a_heading_opens_once():
    assert [(each.section, each.opens) for each in read_sentences("桥。\n\n路。")] == [("", True), ("", False)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("**修桥**", True),
        (" __修桥__ ", True),
        ("**桥**", True),
        ("**修桥。**", False),
        ("**为什么修桥？**", False),
        ("**“修桥”**", False),
        ("**修桥：**", False),
        ("修桥", False),
        ("**修桥**吧", False),
        ("**修桥**和**修路**", False),
        ("__修桥__和__修路__", False),
        (f"**{'桥' * 40}**", True),
        (f"**{'桥' * 41}**", False),
        ("**<!--x-->**", False),
        ("** 修桥 **", False),
    ],
)
def test_a_bold_line_without_a_full_stop_is_a_heading(source, expected):
    (block,) = blocks(source)
    assert is_heading(block, visible_text(block.source)) is expected


@pytest.mark.parametrize(("source", "bold"), [("修__桥__的路。", 0.0), ("__修__，路。", 0.25), ("__修。__ 路", 1.0)])
def test_underscores_in_a_word_set_nothing_bold(source, bold):
    assert read_sentences(source)[0].bold == bold


def test_a_part_of_a_sentence_stands_where_the_sentence_stands():
    (whole,) = read_sentences("# 桥\n\n木头买好了，老桥要修。")
    part = whole.as_said(Said.of("老桥要修。"))
    assert part == Sentence("老桥要修。", "老桥要修。", 0, 1, 0.0, fold("桥"), True, True, True, 0.0, False)
    assert whole.as_said(whole.said) == whole
    assert part.pairs == pairs("老桥要修。") == {"老桥", "桥要", "要修"}
