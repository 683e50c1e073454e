"""Shapes of HTML that must come through: where the text stands, code, tables, lists, formulas, pictures, line ends."""

from html import escape

import pytest
from lxml.html import fragment_fromstring
from markdown import Markdown

from convert.pipeline import convert

SENTENCE = "第{}封信写在灯下，墨水是向邻居借来的蓝黑色，信里说山那边的雪已经停了，路上又能走车了。"
TEXT = [SENTENCE.format(n) for n in "一二三四五六七八九十"]


def page(body, head=""):
    return f"<html><head><title>山那边寄来的信</title>{head}</head><body>{body}</body></html>"


def body_of(html):
    return convert(html, "seeds/page.html").markdown.split("---\n", 2)[2].strip()


def paragraphs(texts=TEXT):
    return "".join(f"<p>{text}</p>" for text in texts)


HEADER = "<h1>山那边寄来的信</h1><div>2021-03-04</div>"
MENU = "".join(f'<li><a href="/{n}">频道{n}</a></li>' for n in range(30))
RELATED = "".join(f'<li><a href="/a/{n}">另外一篇文章的标题写在这里，是第{n}篇</a></li>' for n in range(12))
WRAPPERS = {
    "plain": "".join,
    "five deep": lambda ps: "".join(f"<div><div><div><span><font>{p}</font></span></div></div></div>" for p in ps),
    "groups of three": lambda ps: "".join(
        f"<section><section>{''.join(ps[n : n + 3])}</section></section>" for n in range(0, len(ps), 3)
    ),
    "a section each": lambda ps: "".join(f"<section><section><section>{p}</section></section></section>" for p in ps),
    "form around": lambda ps: f"<form action='/x'>{''.join(ps)}</form>",
    "form around the end": lambda ps: f"{''.join(ps[:4])}<form action='/x'>{''.join(ps[4:])}</form>",
    "layout table": lambda ps: f"<table><tr><td>{HEADER}</td></tr><tr><td>{''.join(ps)}</td></tr></table>",
    "two columns": lambda ps: (
        f"<table><tr><td>{''.join(ps)}</td><td>栏目</td></tr><tr><td>上页</td><td>下页</td></tr></table>"
    ),
    "breaks": lambda ps: f"<div>{'<br><br>'.join(p[3:-4] for p in ps)}</div>",
    "preserved": lambda ps: f"<div style='white-space: pre-wrap'>{chr(10).join(p[3:-4] for p in ps)}</div>",
    "two parts": lambda ps: f"<div class='a'>{''.join(ps[:5])}</div><div class='b'>{''.join(ps[5:])}</div>",
    "an aside of links": lambda ps: f"{ps[0]}<aside><a href='/a/1'>另外一篇文章的标题</a></aside>{''.join(ps[1:])}",
    "details": lambda ps: f"{''.join(ps[:5])}<details><summary>展开</summary>{''.join(ps[5:])}</details>",
    "block spans": lambda ps: "".join(f"<span style='display:block'>{p[3:-4]}</span>" for p in ps),
    "own elements": lambda ps: f"<x-post>{''.join(f'<x-p>{p[3:-4]}</x-p>' for p in ps)}</x-post>",
    "a row each": lambda ps: f"<table>{''.join(f'<tr><td>{p[3:-4]}</td></tr>' for p in ps)}</table>",
    "as code": lambda ps: f"<pre>{chr(10).join(p[3:-4] for p in ps)}</pre>",
    "unknown elements": lambda ps: "".join(p.replace("邻居", "<mp-check data-x='1'>邻居</mp-check>") for p in ps),
    "wrapped source": lambda ps: "".join(p.replace("蓝黑色，", "蓝黑\n      色，\n      ") for p in ps),
}


@pytest.mark.parametrize("wrapper", WRAPPERS)
@pytest.mark.parametrize("outer", ["<div class='content'>{}</div>", "<div>{}</div>", "<article>{}</article>"])
def test_every_paragraph_of_a_page_comes_out_as_one(wrapper, outer):
    inner = WRAPPERS[wrapper]([f"<p>{text}</p>" for text in TEXT])
    html = page(f"<ul>{MENU}</ul>{HEADER}{outer.format(inner)}<div><h3>相关阅读</h3><ul>{RELATED}</ul></div>")
    assert body_of(html).split("\n\n") == TEXT


def test_an_article_that_is_one_table_is_kept():
    rows = "".join(f"<tr><td>第{n}条船</td><td>六点{n}分开</td><td>载客{n}人</td></tr>" for n in range(10, 30))
    html = page(
        f"<ul>{MENU}</ul>{HEADER}<div><table><tr><th>船</th><th>时间</th><th>人数</th></tr>{rows}</table></div>"
    )
    body = body_of(html)
    assert body.startswith("| 船 | 时间 | 人数 |") and "| 第29条船 | 六点29分开 | 载客29人 |" in body


STRUCTURES = [
    (
        "<pre>import os<br>for f in os.listdir():<br>&nbsp;   print(f)</pre>",
        "```\nimport os\nfor f in os.listdir():\n    print(f)\n```",
    ),
    ("<pre><code>a = 1</code><code>b = 2</code></pre>", "```\na = 1\nb = 2\n```"),
    ("<pre><ol><li>a = 1</li><li></li><li>b = 2</li></ol></pre>", "```\na = 1\n\nb = 2\n```"),
    (
        "<figure class='highlight'><table><tr><td class='gutter'><pre>1\n2\n</pre></td>"
        "<td class='code'><pre><span class='line'>a = 1</span><br><span class='line'>b = 2</span><br></pre></td></tr></table></figure>",
        "```\na = 1\nb = 2\n```",
    ),
    (
        "<table><tr><th>线</th><th>班</th><th>时</th></tr><tr><td rowspan='2'>南</td><td>一</td><td>6:00</td></tr>"
        "<tr><td>二</td><td>7:00</td></tr></table>",
        "| 线 | 班 | 时 |\n| --- | --- | --- |\n| 南 | 一 | 6:00 |\n| 南 | 二 | 7:00 |",
    ),
    (
        "<table><tr><td colspan='2'>甲</td><td>乙</td></tr><tr><td>一</td><td>二</td><td><img src='http://e.example/a.jpg'></td></tr></table>",
        "| 甲 |  | 乙 |\n| --- | --- | --- |\n| 一 | 二 | ![](http://e.example/a.jpg) |",
    ),
    ("<ol><li><p>甲</p><p>甲的说明。</p></li><li><p>乙</p></li></ol>", "1. 甲\n\n    甲的说明。\n\n2. 乙"),
    ("<ol start='4'><li>甲</li><li value='9'>乙</li></ol>", "4. 甲\n9. 乙"),
    (
        "<p>速度是<img class='ztext-math' eeimg='1' alt='v=\\frac{s}{t}' src='//x.example/equation?tex=v'>，不变。</p>",
        "速度是$v=\\frac{s}{t}$，不变。",
    ),
    (
        "<p>速度是<span class='katex'><span class='katex-mathml'><math><mi>v</mi><annotation encoding='application/x-tex'>v_0</annotation>"
        "</math></span><span class='katex-html'>v0</span></span>，不变。</p>",
        "速度是$v_0$，不变。",
    ),
    (
        "<p>速度是<span class='MathJax_Preview'>v</span><span class='MathJax'>v</span><script type='math/tex'>v^2</script>，不变。</p>",
        "速度是$v^2$，不变。",
    ),
    *(
        (html, "```\na = f(1)\nif a:\n    b = 2\n```")
        for html in (
            "<div class='blockcode'><div><ol><li>a = f(1)<br></li><li>if a:<br></li><li>&nbsp; &nbsp; b = 2</li></ol></div><em>复制代码</em></div>",
            "<div class='code'><p>a = f(1)</p><p>if a:</p><p>&nbsp;&nbsp;&nbsp;&nbsp;b = 2</p></div>",
            "<div class='codebody'>a = f(1)<br>if a:<br>&nbsp;&nbsp;&nbsp;&nbsp;b = 2</div>",
            "<ol class='dp-py'><li><span>a = f(1)</span></li><li><span>if a:</span></li><li><span>&nbsp;&nbsp;&nbsp;&nbsp;b = 2</span></li></ol>",
            "<table class='highlight'><tr><td>a = f(1)</td></tr><tr><td>if a:</td></tr><tr><td>&nbsp;&nbsp;&nbsp;&nbsp;b = 2</td></tr></table>",
            "<xmp>a = f(1)\nif a:\n    b = 2</xmp>",
        )
    ),
    ("<div class='code'><p>取件码写在门上。</p><p>门牌号是 12。</p></div>", "取件码写在门上。\n\n门牌号是 12。"),
    (
        "<p>他说好啊<img class='emoji' src='http://e.example/a.png' alt='😊'>，又说<img src='http://e.example/b.gif' alt='[微笑]'>好。</p>",
        "他说好啊😊，又说\\[微笑\\]好。",
    ),
    (
        "<p><noscript><img src='http://e.example/a.jpg'></noscript><img class='lazy' src='data:image/gif;base64,x'></p>",
        "![](http://e.example/a.jpg)",
    ),
    (
        "<p><img data-src='http://e.example/a.jpg'><noscript><img src='http://e.example/a.jpg'></noscript></p>",
        "![](http://e.example/a.jpg)",
    ),
]


@pytest.mark.parametrize(("html", "markdown"), STRUCTURES)
def test_structure_comes_through(html, markdown):
    body = body_of(page(f"{HEADER}<div>{paragraphs(TEXT[:3])}{html}{paragraphs(TEXT[3:])}</div>"))
    assert f"{TEXT[2]}\n\n{markdown}\n\n{TEXT[3]}" in body


# What a page whose scripts draw formulas writes into its text, and any other page as text.
WRITTEN = [
    ("速度是$v_{0}$，不变。", "速度是$v_{0}$，不变。"),
    ("速度是\\(v_{0}\\)，$n$次，$O(n)$，不变。", "速度是$v_{0}$，$n$次，$O(n)$，不变。"),
    ("速度如下：\\[v = \\{a\\}\\]不变。", "速度如下：\n\n$v = \\\\{a\\\\}$\n\n不变。"),
    ("$$\nv = \\frac{s}{t}\n$$", "$v = \\frac{s}{t}$"),
    ("$v_{\\text{初}}$是起点，<b>粗的</b>$w_{1}$是终点。", "$v_{\\text{初} }$是起点，**粗的**$w_{1}$是终点。"),
    ("票价从 $5 到 $10，{不等}。", "票价从 $5 到 $10，&#123;不等&#125;。"),
    ("变量 $甲_{1}$ 和 <code>$a_{1}$</code> 不是。", "变量 $甲\\_&#123;1&#125;$ 和 `$a_{1}$` 不是。"),
]


@pytest.mark.parametrize(("text", "markdown"), WRITTEN)
def test_a_formula_in_the_text_is_one_where_the_page_draws_it(text, markdown):
    drawn = f"<script src='/mathjax/tex.js'></script>{HEADER}<div>{paragraphs(TEXT[:3])}<p>{text}</p>{paragraphs(TEXT[3:])}</div>"
    assert f"{TEXT[2]}\n\n{markdown}\n\n{TEXT[3]}" in body_of(page(drawn))
    assert "v_{0}" not in body_of(page(drawn.replace("mathjax", "jquery")))


@pytest.mark.parametrize(
    "tex", ["{{a}}", "{%x%}", "{#a#}", "a-{b}", "a<b", "\\{a\\}", "x_{1}+y_{2}", "a*b*c", "`a`", "$x$"]
)
def test_a_formula_stays_text(tex):
    import html as escaping

    import markdown

    source = f"<p>速度是<span data-tex='{escaping.escape(tex)}'>x</span>，不变。</p>"
    body = body_of(page(f"{HEADER}<div>{paragraphs()}{source}</div>"))
    assert not any(mark in body for mark in ("{{", "{%", "{#", "-{"))
    rendered = markdown.markdown(body.split("\n\n")[-1])
    assert "<em>" not in rendered and "<code>" not in rendered and "<b" not in rendered


def test_line_numbers_that_only_a_style_tells_are_no_code():
    number = '<span style="white-space:pre;user-select:none;margin-right:0.4em">{}</span>'
    lines = "\n".join(f"{number.format(n)}<span>boat --mend {n}0</span>" for n in (1, 2, 3))
    out = body_of(page(HEADER + paragraphs(TEXT[:3]) + f"<pre><code>{lines}</code></pre>" + paragraphs(TEXT[3:5])))
    assert "```\nboat --mend 10\nboat --mend 20\nboat --mend 30\n```" in out


# What Markdown reads otherwise outside code; the last stands where a fence would end.
CODE = [
    "ls *.txt *.md",
    "<script>run(1)</script>",
    "",
    "# head",
    "- item",
    "[a]: javascript:run(1)",
    "| a | b |",
    "",
    "~~~",
]


@pytest.mark.parametrize("around", ["<ul><li>{}</li></ul>", "<ol><li>一<ul><li>{}</li></ul></li></ol>"])
def test_code_in_a_list_item_is_code_where_it_is_shown(around):
    code = escape("\n".join(CODE))
    item = around.format(f"先在渡口的机器上运行下面几行。<pre><code>{code}</code></pre>")
    body = body_of(page(f"{HEADER}<div>{paragraphs(TEXT[:3])}{item}{paragraphs(TEXT[3:])}</div>"))
    shown = fragment_fromstring(
        Markdown(extensions=["toc", "tables", "fenced_code"]).convert(body), create_parent="div"
    )
    assert [each.text.strip("\n").split("\n") for each in shown.iterfind(".//code")] == [CODE]
    assert not shown.xpath("//script")
