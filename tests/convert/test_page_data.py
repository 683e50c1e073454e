"""An article in a page's data: it has a vote, and is read where the page shows less than it holds."""

import json

import pytest

from convert.pipeline import convert

TITLE = "码头上的第三盏灯"
TEXT = [
    f"第{n}盏灯是去年修好的，灯罩用旧船的舷窗改成，夜里照着水面，渔船回来的时候，远远就能看见它一闪一闪。"
    for n in "一二三四五六七八"
]
OTHER = "".join(
    f"<p>别处的码头没有灯，{n}点以后谁也不敢靠岸，要等到天亮才敢把船划进来，再把鱼一筐一筐搬上岸去。</p>"
    for n in range(9)
)


def page(body, data):
    return f"<html><head><title>{TITLE}</title>{data}</head><body><h1>{TITLE}</h1>{body}</body></html>"


def paragraphs(texts):
    return "".join(f"<p>{text}</p>" for text in texts)


def linked(**values):
    return f"<script type='application/ld+json'>{json.dumps(values, ensure_ascii=False)}</script>"


def next_data(value):
    props = {"props": {"pageProps": {"post": value}}}
    return f"<script id='__NEXT_DATA__' type='application/json'>{json.dumps(props, ensure_ascii=False)}</script>"


WHOLE = [
    linked(articleBody="\n".join(TEXT)),
    next_data({"content": paragraphs(TEXT)}),
    next_data({"contentHtml": "".join(f"<div><span>{text}</span></div>" for text in TEXT)}),
    next_data({"paragraphs": TEXT}),
    next_data({"blocks": [{"type": "p", "text": text} for text in TEXT]}),
    next_data({"blocks": [{"type": "p", "data": {"text": text}} for text in TEXT]}),
    f"<script>window.__STATE__ = {json.dumps({'a': {'content': paragraphs(TEXT)}})};</script>",
]


def body_of(html):
    return convert(html, "seeds/page.html").markdown.split("---\n", 2)[2].strip()


@pytest.mark.parametrize("data", WHOLE)
@pytest.mark.parametrize("shown", [0, 2, 4])
def test_the_rest_of_a_page_that_opens_on_a_click_is_read(data, shown):
    assert body_of(page(f"<div>{paragraphs(TEXT[:shown])}</div>", data)).split("\n\n") == TEXT


@pytest.mark.parametrize("data", WHOLE)
def test_data_vote_for_the_part_that_they_say(data):
    body = body_of(
        page(f"<div class='text'>{paragraphs(TEXT)}</div><div class='content' id='content'>{OTHER}</div>", data)
    )
    assert all(text in body for text in TEXT)


@pytest.mark.parametrize(
    "data",
    [
        linked(articleBody=OTHER),
        next_data({"content": OTHER}),
        linked(description="码头上的灯"),
        "<script type='application/ld+json'>{broken</script>",
        f"<script type='application/ld+json'>{'[' * 100_000}</script>",
        '<script type=\'application/json\'>[1, null, [[]], {"content": 3, "blocks": [null, 1, {}]}]</script>',
    ],
)
def test_other_and_broken_data_change_nothing(data):
    assert body_of(page(f"<div>{paragraphs(TEXT)}</div>", data)).split("\n\n") == TEXT


def test_the_report_names_what_speaks_for_the_title():
    html = page(f"<div>{paragraphs(TEXT)}</div>", f'<meta property="og:title" content="{TITLE}｜码头网">')
    found = [each for each in convert(html, "seeds/page.html").evidence if each.name == "title"]
    assert found[0].value == TITLE and "printed" in found[0].source
    assert found[1].value == f"{TITLE}｜码头网" and found[1].rank < found[0].rank
