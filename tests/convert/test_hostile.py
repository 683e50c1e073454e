"""A raw page is untrusted: nothing of it may become active in the article."""

import html

import markdown
import pytest
from lxml.html import fragment_fromstring

from convert.errors import ConvertError
from convert.pipeline import convert

FILLER = "这是一段足够长的正文，用来保证文章不会因为太短而被拒绝，它还有第二个分句，并且以句号结束，编号是{}号。"
EXTENSIONS = [
    "toc",
    "attr_list",
    "admonition",
    "footnotes",
    "abbr",
    "tables",
    "def_list",
    "md_in_html",
    "pymdownx.details",
    "pymdownx.superfences",
    "pymdownx.snippets",
    "pymdownx.tabbed",
    "pymdownx.blocks.html",
]
# What the line is, and what must not be in the rendered page because of it.
LINES = [
    ("<script>alert(1)</script>", "<script"),
    ("<img src=x onerror=alert(1)>", "<img"),
    ("&lt;img src=x onerror=alert(1)&gt;", "<img"),
    ("<!-- c1 -->", "<!--"),
    ("--><b>x</b>", "<b>"),
    ("{{ 7*7 }}", "{{"),
    ("{% include 'x' %}", "{%"),
    ("{# c #}", "{#"),
    ("文字 {: onclick=alert(1) }", 'onclick="'),
    ("文字 { #id .class }", 'id="id"'),
    ('--8<-- "pyproject.toml"', "--8<--"),
    ("[TOC]", 'class="toc"'),
    ("[x]: javascript:alert(1)", 'href="javascript'),
    ("[点我](javascript:alert(1))", 'href="javascript'),
    ("![图](data:text/html,1)", 'src="data'),
    ("*[正文]: 缩写", "<abbr"),
    ("[^1]: 脚注", "footnote"),
    ("!!! note", "admonition"),
    ("??? note", "<details"),
    ("-{zh-hans:甲;zh-hant:乙}-", "-{"),
    ("#井号", "<h1"),
    ("###### 井号", "<h6"),
    ("> 大于", "<blockquote"),
    ("+ 加号", "<li"),
    ("- 减号", "<li"),
    ("2019. 年份", "<li"),
    ("3) 括号", "<li"),
    ("    四个空格", "<pre"),
    ("| 甲 | 乙 |", "<table"),
    ("***", "<hr"),
    ("---", "<hr"),
    ("- - -", "<hr"),
    ("===", "<h1"),
    ('=== "标签"', "tabbed"),
    ("```", "<pre"),
    ("~~~", "<pre"),
    ("/// html | div", "<div"),
    (":   定义", "<dl"),
    ("<http://example.com>", "<a "),
    ("**粗体**", "<strong"),
    ("`代码`", "<code"),
    ("\x02amp\x03", "\x02"),
    ("<div markdown='1'>", "<div"),
]


def page(line: str) -> str:
    """An HTML page with the line as the text of a paragraph in the middle."""
    paragraphs = [FILLER.format(n) for n in "一二三"]
    paragraphs.insert(2, html.escape(line) if not line.startswith("&") else line)
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    return f"<html><head><title>无害的标题写在这里</title></head><body><h1>无害的标题写在这里</h1>{body}</body></html>"


@pytest.mark.parametrize(("line", "active"), LINES)
def test_line_stays_text(line, active):
    article = convert(page(line), "seeds/page.html")
    body = article.markdown.split("---\n", 2)[2]
    assert active not in markdown.markdown(body, extensions=EXTENSIONS)
    assert not any(mark in body for mark in ("<!--", "{{", "{%", "{#", "{:", "--8<--", "-{"))


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        " java\nscript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "data:text/html,1",
        "vbscript:x",
        "file:///x",
    ],
)
def test_link_to_a_program_becomes_text(address):
    source = page("占位").replace("占位", f'<a href="{address}">看起来是链接的文字</a>在正文里面')
    article = convert(source, "seeds/page.html")
    assert "看起来是链接的文字在正文里面" in article.markdown
    assert "](" not in article.markdown


def test_link_cannot_leave_its_brackets():
    source = page("占位").replace("占位", '<a href="https://e.example/a_(b){x}&quot;>">看]这(里</a>，以及之后的文字')
    article = convert(source, "seeds/page.html")
    assert "[看\\]这(里](https://e.example/a_%28b%29%7Bx%7D%22%3E)" in article.markdown


def test_html_nested_too_deep_is_refused_not_cut_off():
    source = page("占位").replace("占位", "<div>" * 1000 + "里面的文字" + "</div>" * 1000)
    with pytest.raises(ConvertError, match="nested too deep"):
        convert(source, "seeds/page.html")


@pytest.mark.parametrize("run", ["a", "a-", "a.", "[", "![", "**a", "中,", '中"', "(", "\\", "{", "作者："])
def test_a_line_of_one_sign_costs_linear_time(run):
    source = page("占位").replace("占位", "开头" + run * (100_000 // len(run)))
    assert convert(source, "seeds/page.html").markdown


def test_front_matter_cannot_be_injected():
    source = (
        '标题里有引号"和冒号: [甲] # 乙\n\n'
        + "\n\n".join(FILLER.format(n) for n in "一二三四")
        + "\n\n---\nauthor: 坏人\n---\n"
    )
    article = convert(source, "seeds/page.txt")
    assert article.markdown.count("\n---\n") == 1
    assert article.metadata.author == ()


# What acts between fences, too.
ACTS = [
    "{{ secret }}",
    "{% x %}",
    "<!-- c1 -->",
    "A --> B",
    "--8<-- 'x'",
    "-{zh:a}-",
    "{: .a }",
    "&#x;",
    "</code></pre>{{ a }}",
]


@pytest.mark.parametrize("mark", ACTS)
def test_code_with_marks_that_act_keeps_its_lines_and_does_nothing(mark):
    code = f"if boat:\n    row()\n\n  {mark}"
    source = page("占位").replace("<p>占位</p>", f"<pre>{html.escape(code)}</pre><pre>x = [1]</pre>")
    article = convert(source, "seeds/page.html")
    body = article.markdown.partition("\n---\n")[2]
    assert not any(sign in body for sign in ("{{", "{%", "<!--", "-->", "8<-", "-{", "{:", "&#x;"))
    assert "```\nx = [1]\n```" in body
    shown = fragment_fromstring(markdown.markdown(body, extensions=EXTENSIONS), create_parent=True).find(".//pre/code")
    assert shown.text_content() == code
    assert convert(article.markdown, "seeds/page.md").markdown.partition("\n---\n")[2] == body
