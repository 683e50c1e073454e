"""What of a text is not published is found in its telling parts exactly where it is found in all of it."""

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from digest.checks.telling_parts import are_known, telling_parts
from digest.text import html_tokens
from digest.text.allowlist import allowlist
from digest.text.harmless.renderer import renderer
from digest.text.sanitizer import Sanitizer

_EXTENSIONS = {name: {} for name in ("tables", "attr_list", "footnotes", "md_in_html", "def_list", "abbr", "toc")}
_PLAIN = (
    "桥修好了，**人人**都来看。",
    "见[旧志](https://example.org/a_b?c=1)。<!--c1-->又过了一年。",
    "## 来历",
    "- 石头\n- 木头",
    "1. 先修桥\n2. 后修路",
    "“旧桥”没有拆。\n它还在。",
    '有人说：桥" onclick=x 旧了。',
    "> 桥比路 > 早，见[旧志](../articles/a-b.md)。",
    "![桥](../images/a.png)",
    "叫 `make_bridge` &lt;的&#37;桥，\\*不是\\[1\\]。",
)
_TELLING = (
    "<p onclick=x>桥</p>",
    "<script>",
    "</script>",
    "<div>",
    "[桥](javascript:x)",
    "[桥]",
    "[桥]: javascript:x",
    "{: onclick=x }",
    "    <b style=x>",
    "> > 引",
    "*[桥]: 石桥",
    ": 说明",
    "| 甲 |\n| --- |\n| <i onload=x> |",
    "```\n<script>",
    "```",
    "桥{onclick=x}",
    "-{zh-hans:桥;zh-hant:橋}-",
    "<!--",
    "-->",
    "&lt;桥",
    "## 桥 {onclick=x}",
    '<p title="',
    '<p title="桥>',
    ">桥</p>",
    "桥 <i\nid=x>桥</i>",
)
_RENDERER, _SANITIZER = renderer(_EXTENSIONS), Sanitizer(allowlist(_EXTENSIONS))


def taken_out(markdown):
    _RENDERER.reset()
    html = html_tokens.link_pictures(_RENDERER.convert(markdown), "")
    return _SANITIZER.clean(html_tokens.with_heading_ids(html_tokens.without_styles(html)))[1]


@settings(deadline=None, max_examples=100)
@given(st.lists(st.sampled_from((*_PLAIN, *_PLAIN, *_TELLING)), max_size=12))
def test_something_is_taken_out_of_the_parts_where_it_is_of_the_whole(chunks):
    whole = "\n\n".join(chunks)
    parts = telling_parts(whole)
    assert bool(taken_out(parts)) == bool(taken_out(whole))


def test_what_stands_in_a_tag_that_goes_on_over_paragraphs_is_found():
    for opens in ('<p title="', '<p title="桥>', "<p\n"):
        whole = "\n\n".join([opens, _PLAIN[0], '有人说：桥" onclick=x 旧了。', _PLAIN[1], _PLAIN[2], ">桥</p>"])
        assert bool(taken_out(whole)) == bool(taken_out(telling_parts(whole)))
    assert taken_out("\n\n".join(['<p title="', _PLAIN[0], '有人说：桥" onclick=x 旧了。', _PLAIN[5], ">桥</p>"]))


def test_text_that_is_only_read_has_no_telling_part():
    for chunks in itertools.permutations(_PLAIN, 3):
        assert telling_parts("\n\n".join(chunks)) == ""


def test_every_sign_of_markup_is_telling():
    for chunk in _TELLING:
        assert chunk in telling_parts(f"{_PLAIN[0]}\n\n{chunk}\n\n{_PLAIN[1]}")


def test_an_extension_that_writes_what_its_options_say_is_not_known():
    assert are_known(_EXTENSIONS)
    assert are_known({"toc": {"permalink": True}})
    assert not are_known({"toc": {"toc_class": "md-header"}})
    assert not are_known({"smarty": {"substitutions": {"left-double-quote": "<b onclick=x>"}}})
    assert not are_known({"pymdownx.magiclink": {}})
