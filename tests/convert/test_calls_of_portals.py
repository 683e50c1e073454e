"""What portals of Taiwan print around a text: links in brackets, sizes of letters, prices of shops; and bylines of
several elements."""

import pytest

from convert.pipeline import convert_file
from convert.rules.tables import rule_for

TEXT = [f"修船的人们在岸上站了{n}个上午，谁也没有说话，直到旧船驶过了第{n}座桥。" for n in "一二三四五"]
LINK = '<a href="https://jiangbian.example/b.html">城北的茶叶市场今年开市特别早</a>'


def article(*parts, above=""):
    body = "".join(part if part.startswith("<") else f"<p>{part}</p>" for part in parts)
    page = (
        f"<html><head><title>江边的旧船</title></head><body><h1>江边的旧船</h1>{above}<div>{body}</div></body></html>"
    )
    return convert_file(page.encode(), "x.html")


@pytest.mark.parametrize("label", ["熱門點閱", "延伸閱讀", "前情提要", "相关阅读", "焦點話題"])
@pytest.mark.parametrize("marks", ["（{}：{}）", "▌{}：〈{}〉", "【{}】{}", "<b>（{}：</b>{}<b>）</b>"])
def test_a_labelled_link_in_brackets_goes(label, marks):
    out = article(*TEXT[:3], f"<p>{marks.format(label, LINK)}</p>", *TEXT[3:]).markdown
    assert "茶叶" not in out and label not in out
    assert all(text in out for text in TEXT)


def test_a_sentence_that_ends_in_a_link_in_brackets_stays():
    out = article(*TEXT[:3], f"<p>修船的人说起那一天的市场（{LINK}）</p>", *TEXT[3:]).markdown
    assert "茶叶" in out


@pytest.mark.parametrize(
    "line",
    [
        "字級設定：小 中 大 特",
        "字级：大中小",
        "收看更多文章，請訂閱江邊國際facebook專頁：",
        "观看完整视频>>",
        "為達最佳瀏覽效果，建議使用甲、乙或丙的瀏覽器。",
        "分享：Facebook Line Twitter Copy",
    ],
)
def test_what_portals_print_around_a_text_goes(line):
    assert line[:6] not in article(f"<div>{line}</div>", *TEXT).markdown
    assert line[:6] not in article(*TEXT, f"<p>{line}</p>").markdown


@pytest.mark.parametrize(
    "line",
    [
        "Q1：旧船什么时候回来？ A) 春天 B) 秋天",
        "开往对岸的船票，优惠价￥450",
        "字级越大的字，刻在石头上的时间越长，看得见的人越多。",
    ],
)
def test_what_an_article_says_like_them_stays(line):
    assert line in article(*TEXT[:2], line, *TEXT[2:]).markdown


def test_a_link_to_a_shop_with_its_price_goes():
    shop = '<p><b><a href="https://shop.example/p?k=1">江边的茶叶超好喝 限時↘$450</a></b></p>'
    assert "茶叶" not in article(*TEXT, shop).markdown


@pytest.mark.parametrize(
    "byline, names",
    [
        (
            '<div class="author">編譯<a href="/reporter/1">周遠</a>、記者<a href="/reporter/2">何平</a>／綜合報導</div>',
            2,
        ),
        ('<div class="author">2024/05/20 <span>周遠</span></div>', 1),
        ('<dl class="author"><dt><a href="/author/groups">作者群</a></dt></dl><div class="author">周遠</div>', 1),
    ],
)
def test_bylines_of_several_elements(byline, names):
    assert article(*TEXT, above=byline).metadata.author == ("周遠", "何平")[:names]


@pytest.mark.parametrize(
    ("line", "taken"),
    [
        ("原始链接，版权声明：自由转载-非商用-保持署名", True),
        ("Posted by Zhou Yuan Jul 27th, 2009 散文", True),
        ("Posted by a boatman who never came back", False),
        ("您对本文章有什么意见或者疑问吗？请到论坛讨论", True),
        ("您对本文章的主角有什么印象", False),
        ("除非注明，本站文章均为原创，转载请注明出处", True),
        ("No tags for this post.", True),
        ("看水情、查船期，上手机江边网 m.example.cn", True),
        ("他用手机看水情，上手以后就不问人了", False),
    ],
)
def test_lines_of_sites_and_sentences_like_them(line, taken):
    assert (rule_for(line) is not None) is taken
