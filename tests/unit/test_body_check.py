import markdown
import pytest

from digest.articles.body_check import active_markup


@pytest.mark.parametrize(
    "piece",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg onload=alert(1)>",
        "<iframe src=//x>",
        "[甲](javascript:alert(1))",
        "[甲]( JaVaScript:alert(1))",
        "[甲]: javascript:alert(1)",
        "<javascript:alert(1)>",
        "<a href='vbscript:x'>甲</a>",
        "[甲](data:text/html;base64,PHNjcmlwdD4=)",
        "<style>*{}</style>",
        '<a href="javascript:alert(1)">甲</a>',
        "<form action=//x>",
        "<meta http-equiv=refresh>",
        "<base href=//x>",
    ],
)
def test_active_markup_is_named_and_made_text(piece):
    body, found = active_markup("a.md", f"第一段。\n\n第二段{piece}完。\n", 5)
    assert found and all((fault.line, fault.code) == (7, "active-markup") for fault in found)
    html = markdown.markdown(body).lower()
    for tag in (
        "<script",
        "<img",
        "<svg",
        "<iframe",
        "<style",
        "<form",
        "<meta",
        "<base",
        'href="javascript',
        'href="data',
        "href='",
    ):
        assert tag not in html
    assert "第二段" in html and "完。" in html


@pytest.mark.parametrize(
    "body",
    [
        "甲 `<script>` 乙",
        "```html\n<script>\n```\n",
        "1 < 2 而 3 > 1",
        "[甲](https://example.org/on=1)",
        "甲<br>乙",
        "![图](data:image/png;base64,AAAA)",
        "讲 JavaScript: 一门语言",
    ],
)
def test_harmless_text_is_left_alone(body):
    assert active_markup("a.md", body, 1) == (body, [])
