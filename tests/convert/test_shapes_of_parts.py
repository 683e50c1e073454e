"""Code, formulas, pictures and heads in the many shapes that pages give them, a row each."""

import pytest

from convert.pipeline import convert

TITLE = "染布的人把蓝布晾过了河"
TEXT = [
    "染坊在河的南岸，布晾在北岸，中间隔着一座木桥，染布的人一天要来回走三十趟，肩上的扁担磨得发亮。",
    "蓝布晾干以后会浅一层，所以染的时候要比客人要的深，深多少全凭手感，师傅从来不说，徒弟只好自己看。",
    "雨季没有太阳，他们就在屋里生火，布挂得很高，烟从窗子出去，远远看过去像是房子在冒蓝色的气。",
]
CODE = ["def a(x):", "    if x:", "        return 1"]


def _body(*parts: str) -> str:
    page = f"<h1>{TITLE}</h1><div>2022-05-06</div><div>{''.join(parts)}</div>"
    found = convert(f"<html><head><title>{TITLE}</title></head><body>{page}</body></html>", "x").markdown
    return found.split("---\n", 2)[2]


def _paragraphs() -> str:
    return "".join(f"<p>{text}</p>" for text in TEXT)


LINES = "\n".join(CODE)
BLOCKS = [
    f"<pre>{LINES}</pre>",
    f"<pre><samp>{LINES}</samp></pre>",
    f"<pre><code>{'<br>'.join(CODE)}</code></pre>",
    "<pre>" + "".join(f"<div>{line}</div>" for line in CODE) + "</pre>",
    "<pre><code>" + "".join(f'<span style="display: block">{line}</span>' for line in CODE) + "</code></pre>",
    f'<code style="display:block;white-space:pre">{LINES}</code>',
    f'<p><code style="white-space:pre">{LINES}</code></p>',
    f'<div style="white-space:pre"><code>{LINES}</code></div>',
]


@pytest.mark.parametrize("block", BLOCKS)
def test_code_has_its_lines_in_whatever_shape(block):
    assert f"```\n{LINES}\n```" in _body(_paragraphs(), block)


FORMULAS = [
    '<span class="math inline">\\(a^2+b^2\\)</span>',
    '<span class="math inline">$a^2+b^2$</span>',
    '<span data-tex="a^2+b^2">a2+b2</span>',
]


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_formula_stays_in_its_sentence(formula):
    assert "深浅大致是 $a^2+b^2$ 那么多" in _body(_paragraphs(), f"<p>深浅大致是 {formula} 那么多，看天气。</p>")


def test_brackets_of_a_pattern_are_no_formula():
    assert "$" not in _body(_paragraphs(), "<p>他把 \\(\\d+\\) 写在纸上，说这是给机器看的，人看不懂。</p>")


ADDRESS = "https://i.example.com/a/1.jpg"
PICTURES = [
    *(f'<img {name}="{ADDRESS}" src="data:image/gif;base64,R0lGOD">' for name in ("data-src", "ess-data", "data-x", "nitro-lazy")),
    f'<amp-img src="{ADDRESS}" width="400" height="300"></amp-img>',
    f'<img data-any="{ADDRESS}?w=640" src="/blank.gif">',
]  # fmt: skip


@pytest.mark.parametrize("picture", PICTURES)
def test_a_picture_has_its_address_under_whatever_name(picture):
    assert f"]({ADDRESS}" in _body(_paragraphs(), f"<p>{picture}</p>")


def test_a_link_around_a_picture_that_shows_is_not_taken_for_it():
    shown = f'<img src="{ADDRESS}" data-link="https://i.example.com/page/9.png">'
    assert f"]({ADDRESS})" in _body(_paragraphs(), f"<p>{shown}</p>")


NUMBERS = [("Part.1", "Part.2", "Part.3"), ("Chapter 1", "Chapter 2", "Chapter 3"), ("No.1", "No.2", "No.3"), ("01", "02", "03")]  # fmt: skip
SHAPES = ["<h2>{}<br>{}</h2>", "<p><b>{}</b></p><p><b>{}</b></p>", "<h3>{}</h3><h3>{}</h3>", "<h3>{}</h3><p><b>{}</b></p>"]  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("numbers", NUMBERS)
def test_number_and_words_of_a_head_are_one_line(shape, numbers):
    words = ["过桥", "深浅", "雨季"]
    sections = (
        shape.format(number, word) + f"<p>{text}</p>"
        for number, word, text in zip(numbers, words, TEXT, strict=True)
    )  # fmt: skip
    heads = [line.lstrip("# ") for line in _body(*sections).split("\n") if line.startswith("#")]
    assert heads == [f"{number} {word}" for number, word in zip(numbers, words, strict=True)]
