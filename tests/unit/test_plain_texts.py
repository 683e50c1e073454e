"""Markdown that passes plain texts by gives what Markdown gives."""

import random

import pytest
from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import SimpleTagInlineProcessor

from digest.plain_texts import NAME

PIECES = (
    "字", "头发，", "。", "\n", "\n\n", "  \n", "*", "**", "_", "`", "[", "]", "(x)", "[甲](b)", "![甲](b)", "<b>", "</b>", "&amp;",
    "&", "<https://a.b>", "\\*", "\\", "!", "## 题\n", "> ", "- ", "    ", "| a | b |\n|---|---|\n| c | 丁 |", "[^1]",
    "[^1]: 注\n", "*[字]: 词\n", "{: .c}", '"引"', "...", "<!--c1-->", "~", "\x02", "\x03", "词\n: 义\n", "[r]: http://x\n", "[r]",
    "```\n码\n```\n", "a@b.c",
)
SETS = (
    ("tables", "toc"), ("abbr", "footnotes", "attr_list", "def_list", "admonition"), ("smarty", "nl2br"),
    ("md_in_html", "sane_lists", "fenced_code"), ("extra", "pymdownx.tilde", "pymdownx.mark"),
)


@pytest.mark.parametrize("extensions", SETS)
def test_the_result_is_the_same(extensions):
    chance = random.Random(20)
    for _ in range(300):
        text = "".join(chance.choice(PIECES) for _ in range(chance.randrange(1, 30)))
        assert Markdown(extensions=[*extensions, NAME]).convert(text) == Markdown(extensions=list(extensions)).convert(text)


class Shouting(Extension):
    """A pattern that needs none of Markdown's signs."""

    def extendMarkdown(self, md):
        md.inlinePatterns.register(SimpleTagInlineProcessor("(呀)(呀)", "em"), "shouting", 5)


def test_a_pattern_of_another_extension_is_looked_for_everywhere():
    assert Markdown(extensions=[NAME, Shouting()]).convert("好呀呀") == "<p>好<em>呀</em></p>"


def test_markdowns_patterns_are_not_asked_about_a_plain_text():
    markdown, asked = Markdown(extensions=[NAME]), []
    for name in ("backtick", "html"):
        pattern = markdown.inlinePatterns[name]
        pattern.ANCESTOR_EXCLUDES = type("Noted", (tuple,), {"__iter__": lambda self: (asked.append(1), iter(()))[1]})()
    assert markdown.convert("一段话，没有记号。\n\n又一段。") == "<p>一段话，没有记号。</p>\n<p>又一段。</p>" and asked == []
    assert markdown.convert("一段*话*。") == "<p>一段<em>话</em>。</p>" and asked
