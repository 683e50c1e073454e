"""Code as highlighters set it: columns of numbers, words in elements of their own; captions of tables; bare formulas."""

import lxml.html
import pytest

from convert.blocks.code import code_text
from convert.pipeline import convert

TEXT = "<p>渡口的船每天早上六点开第一班，船工把缆绳收好，再用竹竿点一下岸边的石头，船就离开了。</p>"


def body(inner):
    html = f"<html><head><title>渡口的船</title></head><body><article><h1>渡口的船</h1>{TEXT}{inner}{TEXT.replace('早上', '傍晚')}</article></body></html>"
    return convert(html, "seeds/page.html").markdown.split("---\n", 2)[2]


ITEMS = "".join(f'<li class="L{n}"><code>{line}</code></li>' for n, line in enumerate(["a = 1", "  b = 2", "c"]))
WORDS = '<div class="line"><code>a</code> <code>= 1</code></div><div class="line"><code>&nbsp;&nbsp;</code><code>b = 2</code></div><div class="line"><code>c</code></div>'
SHAPES = {
    "numbers by the browser": f'<pre class="linenums"><ol class="linenums">{ITEMS}</ol></pre>',
    "numbers in a block of their own": '<table class="x"><tr><td><pre>1\n2\n3\n</pre></td><td><pre>a = 1\n  b = 2\nc\n</pre></td></tr></table>',
    "words in elements": f'<div class="syntaxhighlighter"><table><tr><td class="gutter"><div>1</div></td><td class="code">{WORDS}</td></tr></table></div>',
}


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_each_line_of_code_is_one_line(shape):
    assert "```\na = 1\n  b = 2\nc\n```" in body(shape)


def test_numbers_alone_are_code():
    assert "```\n1\n2\n```" in body("<pre>1\n2</pre>")


def test_the_caption_of_a_table_stays_above_it():
    text = body(
        "<table><caption>表1 班次</caption><tr><th>班</th><th>时</th></tr><tr><td>一</td><td>6</td></tr></table>"
    )
    assert "表1 班次\n\n| 班 | 时 |" in text


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        (r"速度是 $v=\frac{s}{t}$，很慢", r"$v=\frac{s}{t}$"),
        (r"速度是 \(v=\frac{s}{t}\)，很慢", r"$v=\frac{s}{t}$"),
        (r"一张票 $30，两张 $45", None),
        (r"模式是 \(\d+\)，很短", None),
    ],
)
def test_a_formula_between_signs_needs_a_command_where_no_script_draws_it(written, kept):
    text = body(f"<p>{written}</p>")
    assert kept in text if kept else "$" not in text.replace("\\$", "") or "$30" in text


@pytest.mark.parametrize(
    ("inner", "lines"),
    [
        ("<div>a = 1</div><div></div><div>b = 2</div>", ["a = 1", "", "b = 2"]),
        ("<div>a = 1</div><div><span> </span></div><div>b = 2</div>", ["a = 1", "", "b = 2"]),
        ("<div>a = 1<br></div><br><div>b = 2</div>", ["a = 1", "", "b = 2"]),
        ("<div><span><span><b>a</b> = 1</span></span></div><div>b = 2</div>", ["a = 1", "b = 2"]),
        ("a = 1\n<span><i>复制</i></span>b = 2", ["a = 1", "b = 2"]),
        ("<span>复制</span><i>x</i>\nb = 2", ["x", "b = 2"]),
    ],
)
def test_empty_lines_nested_lines_and_buttons_in_code(inner, lines):
    assert code_text(lxml.html.fromstring(f"<pre>{inner}</pre>")).split("\n") == lines
