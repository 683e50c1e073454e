"""Marks leave a text as it is: whatever stands in a sentence, the page shows it as it would without marks."""

import re

import markdown
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from digest.articles import marks
from digest.files import front_matter
from digest.plan.suggestions import bare
from digest.proposals import decisions
from digest.text.visible_text import blocks, visible

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
@settings(max_examples=250)
def test_a_page_shows_the_same_with_and_without_marks(body):
    assert shown(marks.read(body).markdown) == shown(unmarked(body))


# Underscores beside a word emphasize nothing, whatever a mark between the two makes of it.
UNDERSCORED = ["桥", "。", "！", "，", "_斜_", "_斜。_", "_修。河_", "是_修。_是", "a_b", "“_", "\n____\n"]


@given(st.lists(st.sampled_from(UNDERSCORED + MARKS), min_size=2, max_size=8).map(lambda parts: "石" + "".join(parts)))
def test_underscores_stay_what_they_are_beside_marks(body):
    # Emphasis in emphasis of one sign is left out: the renderer reads a sign before a tag in two ways.
    assume(len(re.findall(r"(?<![\w_])_|_(?![\w_])", unmarked(body).replace("____", ""))) <= 2)
    assume("__" not in unmarked(body).replace("____", ""))
    read = marks.read(body)
    assert shown(read.markdown) == shown(unmarked(body))


# What is read of a text with underscores is what the page shows of it.
SIGNS = ["桥", "路", "。", "，", " ", "_", "_", "“", "”", "a1", "`_`", "\\_", "[路](a_b_)", "____"]


@given(st.lists(st.sampled_from(SIGNS), max_size=9).map(lambda parts: "石" + "".join(parts)))
def test_underscores_are_read_as_they_are_shown(body):
    assume(not re.search("(?<!_)(?:_{2,3}|_{5,})(?!_)", body) and not re.search("____.*_|_.*____", body))
    assert re.sub(r"\s+", "", "".join(visible(each.source).text for each in blocks(body))) == re.sub(
        r"\s+|<[^>]*>", "", markdown.markdown(body)
    )


def one_block(parts):
    return "石" + re.sub(r"\s*\n\s*", "\n", "".join(parts)).rstrip()


@given(st.lists(st.sampled_from(PIECES), min_size=2, max_size=10).map(one_block))
@settings(max_examples=150)
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


def short(html):
    """The HTML of marks in a few signs: what is read as a claim or definition in braces, ids behind #, links behind ^."""
    html = re.sub(r'<span id="(\w+)"></span>', r"#\1", html)
    opening = r'<span class="dg-(\w)\w+" data-mark="([^"]*)"(?: id="(\w+)")?>'
    html = re.sub(opening, lambda found: f"{{{found[1]} {found[2]} {found[3] or '-'}:", html)
    html = re.sub(
        r'<a class="dg-mark" href="#claim-(\w+)" data-n="(\d+)" aria-label="桥 (\d+)"></a>', r"^\1/\2/\3", html
    )
    return html.replace("</span>", "}")


# Markdown with marks, what it becomes, the quotes by id (text, line, whether it is the claim's own), and the excerpts.
WRAPPED = [
    (
        "桥。<!--c1 d2,c3+-->",
        "#d2{c c1 d2 c3 c1:桥。}^c1/1/1",
        {"c1": [("桥。", 1, True)], "d2": [("桥。", 1, True)], "c3": [("桥。", 1, False)]},
        ["#d2{c c1 d2 c3 c1:桥。}^c1/1/1"],
    ),
    (
        "桥要\n\n修。\n路<!--c12-->",
        "桥要\n\n修。\n{c c12 c12:路}^c12/12/12",
        {"c12": [("路", 4, True)]},
        ["{c c12 c12:路}^c12/12/12"],
    ),
    (
        "桥。<!--c1+-->路。<!--d1-->",
        "{c c1 -:桥。}{d d1 d1:路。}",
        {"d1": [("路。", 1, True)], "c1": [("桥。", 1, False)]},
        ["{c c1 -:桥。}", "{d d1 d1:路。}"],
    ),
    (
        "一。<!--c1-->二<!--c2-->三。<!--c3-->四",
        "{c c1 c1:一。}^c1/1/1{c c2 c2:}^c2/2/2{c c3 c3:二三。}^c3/3/3四",
        {"c3": [("二三。", 1, True)], "c2": [("二三。", 1, True)], "c1": [("一。", 1, True)]},
        ["{c c1 c1:一。}^c1/1/1", "{c c2 c2:}^c2/2/2{c c3 c3:二三。}^c3/3/3"],
    ),
    (
        "一<!--c1-->二<!--c2-->三。",
        "{c c1 c1:}^c1/1/1{c c2 c2:一二三。}^c2/2/2",
        {"c2": [("一二三。", 1, True)], "c1": [("一二三。", 1, True)]},
        ["{c c1 c1:}^c1/1/1{c c2 c2:一二三。}^c2/2/2"],
    ),
    (
        "> 桥\n>> **要\n> 修。<!--c1-->完**。",
        "> {c c1 c1:桥\n>> }**{c c1 -:要\n> 修。}^c1/1/1完**。",
        {"c1": [("桥要修。", 3, True)]},
        ["{c c1 c1:桥要修。}^c1/1/1"],
    ),
    (
        "**桥`a*b`\\*[路](a(b).md '名')![图](p.png)_斜_。<!--c1-->还**有。",
        "**{c c1 c1:桥`a*b`\\*[路](a(b).md '名')![图](p.png)_斜_。}^c1/1/1还**有。",
        {"c1": [("桥a*b*路斜。", 1, True)]},
        ["{c c1 c1:桥`a*b`\\*[路](a(b).md '名')![图](p.png)_斜_。}^c1/1/1"],
    ),
    (
        "<!--c1-->桥。<!--c2-->",
        "{c c2 c2:桥。}^c2/2/2",
        {"c2": [("桥。", 1, True)], "c1": [("", 1, True)]},
        ["{c c2 c2:桥。}^c2/2/2"],
    ),
    (
        "路。\n<!--c3--> 桥。<!--c1-->",
        "{c c3 c3:路。}^c3/3/3\n {c c1 c1:桥。}^c1/1/1",
        {"c1": [("桥。", 2, True)], "c3": [("路。", 2, True)]},
        ["{c c3 c3:路。}^c3/3/3", "{c c1 c1:桥。}^c1/1/1"],
    ),
    ("***桥。<!--c1-->又***", "***{c c1 c1:桥。}^c1/1/1又***", {"c1": [("桥。", 1, True)]}, ["{c c1 c1:桥。}^c1/1/1"]),
    ("__桥。<!--c1-->又__", "__{c c1 c1:桥。}^c1/1/1又__", {"c1": [("桥。", 1, True)]}, ["{c c1 c1:桥。}^c1/1/1"]),
    ("___桥。<!--c1-->又___", "___{c c1 c1:桥。}^c1/1/1又___", {"c1": [("桥。", 1, True)]}, ["{c c1 c1:桥。}^c1/1/1"]),
    (
        "*桥*__路__***石***_木_。<!--c1-->",
        "*{c c1 c1:桥}*__{c c1 -:路}__***{c c1 -:石}***_{c c1 -:木}_{c c1 -:。}^c1/1/1",
        {"c1": [("桥路石木。", 1, True)]},
        ["{c c1 c1:桥路石木。}^c1/1/1"],
    ),
    (
        "桥`<!--c9-->`\\`。<!--c1-->",
        "{c c1 c1:桥`<!--c9-->`\\`。}^c1/1/1",
        {"c1": [("桥<!--c9-->`。", 1, True)]},
        ["{c c1 c1:桥`<!--c9-->`\\`。}^c1/1/1"],
    ),
    (
        "[桥。<!--c1-->路](a.md)。<!--c2-->",
        "[{c c1 c1:桥。}^c1/1/1{c c2 c2:路}](a.md){c c2 -:。}^c2/2/2",
        {"c2": [("路。", 1, True)], "c1": [("桥。", 1, True)]},
        ["{c c1 c1:桥。}^c1/1/1", "{c c2 c2:路。}^c2/2/2"],
    ),
    (
        "桥***要。<!--c1-->又***",
        "{c c1 c1:桥}***{c c1 -:要。}^c1/1/1又***",
        {"c1": [("桥要。", 1, True)]},
        ["{c c1 c1:桥要。}^c1/1/1"],
    ),
    # What stands before the first sentence is of none.
    (
        "<!--c2-->\n<!--c3-->桥\n路。<!--c1-->",
        "\n{c c1 c1:桥\n路。}^c1/3/3".replace("/3", "/1"),
        {"c1": [("桥路。", 3, True)], "c3": [("", 2, True)], "c2": [("", 1, True)]},
        ["{c c1 c1:桥路。}^c1/1/1"],
    ),
    (
        "桥。<!--c1--> \t<!-- d1 -->\n<!--c2-->",
        "#d1{c c1 d1 c1:}^c1/1/1{c c2 c2:桥。}^c2/2/2\n",
        {"c2": [("桥。", 2, True)], "c1": [("桥。", 1, True)], "d1": [("桥。", 1, True)]},
        ["#d1{c c1 d1 c1:}^c1/1/1{c c2 c2:桥。}^c2/2/2"],
    ),
]


@pytest.mark.parametrize(("body", "wrapped", "quotes", "excerpts"), WRAPPED, ids=[each[0] for each in WRAPPED])
def test_a_marked_sentence_is_wrapped_whole(body, wrapped, quotes, excerpts):
    read = marks.read(body, "桥")
    assert short(read.markdown) == wrapped
    found = {name: [(each.text, each.line, each.main) for each in own] for name, own in read.quotes.items()}
    assert (found, list(read.quotes)) == (quotes, list(quotes))
    assert list(map(short, read.excerpts)) == excerpts
    assert marks.numbers(read.markdown) == {
        name: number for number, name in enumerate(re.findall(r"\^(c\d+)/", wrapped), 1)
    }


def test_a_claim_marked_twice_is_counted_once():
    assert marks.numbers(marks.read("桥。<!--c7-->路。<!--c2-->河。<!--c7-->").markdown) == {"c7": 1, "c2": 2}


@pytest.mark.parametrize(
    ("body", "written"),
    [
        # In a word nothing begins or ends, and between blanks.
        ("a_b桥。<!--c1-->", "a_b桥。"),
        ("，a_b，桥。<!--c1-->", "，a_b，桥。"),
        ("桥 _ 路。<!--c1-->", "桥 _ 路。"),
        # Beside a sign or a mark it may.
        ("桥，_路。<!--c1-->", "桥，\\_路。"),
        ("_桥。<!--c1-->", "\\_桥。"),
        ("桥__，路。<!--c1-->", "桥\\_\\_，路。"),
        ("，_桥_<!--c1-->是。", "，\\_桥\\_是。"),
    ],
)
def test_an_underscore_is_escaped_where_a_mark_could_make_it_emphasize(body, written):
    read = marks.read(body)
    assert (_ADDED.sub("", read.markdown), list(read.quotes)) == (written, ["c1"])
