"""Articles in elements that hold none on most pages: frames, shadows, footers, fields; and forms that are none."""

import html

import pytest

from convert.pipeline import convert

LINES = [
    f"江边的旧船第{i}次回到码头，修船的人们把它拖上岸，用了整整一个上午，谁也没有说话。" for i in "一二三四五六七八"
]
PARAGRAPHS = "".join(f"<p>{line}</p>" for line in LINES)
NOTE = "<p>这是页面上很短的一段话，说的是江边的旧船怎样回到码头，怎样被人修好。</p>"
OTHER = PARAGRAPHS.replace("旧船", "渔网")


def page(body):
    return convert(f"<html><head><title>江边的旧船</title></head><body><h1>江边的旧船</h1>{body}</body></html>", "x")


@pytest.mark.parametrize(
    "body",
    [
        f'<iframe srcdoc="{html.escape(f"<html><body>{PARAGRAPHS}</body></html>")}"></iframe>',
        f'{NOTE}<iframe srcdoc="{html.escape(PARAGRAPHS)}"></iframe>',
        f'<x-article><template shadowrootmode="open">{PARAGRAPHS}</template></x-article>',
        f"<footer>{PARAGRAPHS}</footer>",
        f"<dialog open>{PARAGRAPHS}</dialog>",
        f"<textarea>{html.escape(PARAGRAPHS)}</textarea>",
        "<textarea>" + "\n".join(LINES) + "</textarea>",
        f"<div id=app></div><noscript>{PARAGRAPHS}</noscript>",
        f"{NOTE}<template>{PARAGRAPHS}</template>",
    ],
    ids=["srcdoc", "beside", "shadow", "footer", "dialog", "field", "plain field", "noscript", "template"],
)
def test_the_article_is_read_wherever_it_stands(body):
    assert page(body).markdown.count("谁也没有说话") == len(LINES)


@pytest.mark.parametrize("tag", ["template", "noscript", "textarea"])
def test_text_that_stays_unread_is_doubted(tag):
    article = page(f"{PARAGRAPHS * 1}<{tag}>{OTHER[: len(OTHER) // 2]}</{tag}>")
    assert [doubt for doubt in article.doubts if "渔网" in doubt.passage]


def test_a_copy_for_readers_without_scripts_is_no_doubt():
    article = page(f"{PARAGRAPHS}<noscript>{PARAGRAPHS}</noscript>")
    assert article.markdown.count("谁也没有说话") == len(LINES)
    assert not article.doubts


def test_a_hidden_form_is_no_doubt():
    form = "You can leave comment to this collection: 未分类 Add Collection Category, Collection Comment: " * 3
    assert not page(f'{PARAGRAPHS}<div style="display:none"><form>{form}</form></div>').doubts


def framed(body, times):
    for _ in range(times):
        body = f'<iframe srcdoc="{html.escape(body)}"></iframe>'
    return body


DEEP = "<div>" * 150


@pytest.mark.parametrize("times", [2, 4])
def test_a_frame_in_a_frame_is_read(times):
    assert page(framed(PARAGRAPHS, times)).markdown.count("谁也没有说话") == len(LINES)


@pytest.mark.parametrize(
    "body",
    [DEEP + framed(DEEP + OTHER, 1), framed("<div>" * 400 + OTHER, 1), framed(OTHER, 7)],
    ids=["deep in a deep page", "too deep alone", "packed too often"],
)
def test_a_frame_that_is_not_read_is_doubted(body):
    article = page(PARAGRAPHS + body)
    assert article.markdown.count("旧船第") == len(LINES)
    assert [doubt for doubt in article.doubts if "渔网第" in doubt.passage]


def test_the_captions_of_a_gallery_stay_without_the_addresses_of_its_pictures_and_its_buttons():
    at = "https://e.example/2021/boat{}.jpg"
    item = f'<li><a href="#"><img src="{at}"></a><p>{{}}</p><i title="img">{at}</i>\n<i>{at}?thumbnail=9y9</i></li>'
    items = "".join(item.format(i, line, i, i) for i, line in enumerate(LINES))
    buttons = "<p>图集已浏览完毕</p><p><a href=#>重新浏览</a></p>"
    article = page(f'{NOTE}<div>{buttons}<textarea class="hidden">{html.escape(items)}</textarea></div>')
    assert article.markdown.count("谁也没有说话") == len(LINES)
    assert "重新浏览" not in article.markdown and "*http" not in article.markdown
    assert all(f"boat{i}.jpg)" in article.markdown for i in range(len(LINES)))
