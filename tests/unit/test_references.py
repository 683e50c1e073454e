"""References to no character: nothing of a text is cut because of one, and no code behind one becomes markup."""

import html
import re

import pytest

from digest.text.harmless.renderer import renderer

RENDERER = renderer({"toc": {}, "tables": {}, "fenced_code": {}, "attr_list": {}})
CODE = "<script>x</script>"


@pytest.mark.parametrize("sign", ["&#;", "&#x;", "&#a;", "&#", "&#-1;", "&#x", "&;", "&&#;&#;"])
@pytest.mark.parametrize(
    "shape", ["石桥{}和`{}`，好；", "`{}`和`{}`；", "石桥{}。\n\n第二段`{}`；在后面", "## 桥{}。\n\n- `{}`；"]
)
def test_what_stands_behind_one_is_whole(sign, shape):
    made = RENDERER.reset().convert(shape.format(sign, CODE))
    shown = html.unescape(re.sub("<[^>]*>", "", made))
    assert "".join(shown.split()) == "".join(re.sub(r"[`]|^## |^- ", "", shape.format(sign, CODE), flags=re.M).split())


@pytest.mark.parametrize(
    ("written", "made"), [("&#65;", "&#65;"), ("&#x41;", "&#x41;"), ("&lt;", "&lt;"), ("a & b", "a &amp; b")]
)
def test_other_references_are_what_they_were(written, made):
    assert RENDERER.reset().convert(written) == f"<p>{made}</p>"
