"""Marks leave a text as it is: whatever stands in a sentence, the page shows it as it would without marks."""

import re

import markdown
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.articles import marks
from digest.files import front_matter
from digest.plan.suggestions import bare
from digest.proposals import decisions
from digest.text.visible_text import visible

# What the wrapping of marked sentences puts into a page.
_ADDED = re.compile(r'<span class="dg-[^>]*>|<span id="[^"]*"></span>|</span>|<a class="dg-mark"[^>]*></a>')
PIECES = [
    "桥",
    "。",
    "！",
    "?",
    " ",
    "\n",
    " `a。b` ",
    " `<!--c9-->` ",
    " ``x`y`` ",
    "\\*",
    "\\`",
    "\\[",
    "&amp;",
    "&#8230;",
    "[路](a.md)",
    "[桥。路](a.md '河。')",
    "![图。](a.png)",
    "是**修**是",
    "是**修。河**是",
    "是*桥。*是",
    " _斜_ ",
    "a_b",
    "<b>桥。</b>",
    "<br>",
    "“桥。”",
]
MARKS = ["<!--c1-->", "<!--c2 c3+-->", "<!--d1-->", "<!-- c4, d2 -->"]


def shown(source):
    return re.sub(r"\s+", "", _ADDED.sub("", markdown.markdown(source)))


def unmarked(body):
    for mark in MARKS:
        body = body.replace(mark, "")
    return body


@given(st.lists(st.sampled_from(PIECES + MARKS), min_size=2, max_size=12).map(lambda parts: "石" + "".join(parts)))
@settings(max_examples=400)
def test_a_page_shows_the_same_with_and_without_marks(body):
    assert shown(marks.read(body).markdown) == shown(unmarked(body))


def one_block(parts):
    return "石" + re.sub(r"\s*\n\s*", "\n", "".join(parts)).rstrip()


@given(st.lists(st.sampled_from(PIECES), min_size=2, max_size=10).map(one_block))
@settings(max_examples=300)
def test_the_mark_of_a_sentence_is_read_back_with_it(body):
    text = f"---\ntitle: 桥\n---\n\n{body}\n"
    seen = visible(body)
    for start, end in seen.sentences():
        sentence = seen.text[start:end]
        if not bare(sentence):
            continue
        place = decisions._place(text, sentence)
        marked = front_matter.read("a.md", f"{text[:place]}<!--c1-->{text[place:]}")[0].body
        quotes = marks.read(marked).quotes["c1"]
        assert [bare(quote.text) for quote in quotes] == [bare(sentence)]
        assert shown(marks.read(marked).markdown) == shown(body)
