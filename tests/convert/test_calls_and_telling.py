"""Calls, boxes and notices of sites within and below short articles, and sentences that only speak of such things."""

import pytest

from convert.pipeline import convert

SHORT = [
    "仓库后面的铁门还开着，搬货的人忘了关灯。",
    "看门的老人守了二十年，见过的橘子比人多。",
    "第二天清早雾没有散，第一辆车上了山路。",
    "到城里正好是早市，橘子被分成了三堆。",
]
LONG = [f"{text[:-1]}，后来他又走回去看了一遍，把锁挂上，才放心地往家里走，路上什么人也没有遇见。" for text in SHORT]


def body_of(lines, texts=SHORT, at=2):
    inside = [text if text.startswith("<") else f"<p>{text}</p>" for text in (*texts[:at], *lines, *texts[at:])]
    title = "最后一箱橘子"
    page = f"<html><head><title>{title}</title></head><body><div><h1>{title}</h1><p>2021-03-04</p>{''.join(inside)}</div></body></html>"
    return convert(page, "x").markdown.split("---\n", 2)[2]


def link(text):
    return f'<p><a href="/a/{len(text)}.html">{text}</a></p>'


BOXES = [
    ["<p><strong>延伸閱讀</strong></p>", link("海鮮街冷清的三個月"), link("漁會改選下月登場")],
    ["<p>相关报道：<a href='/a/1'>县志要再版了</a></p>", link("古籍普查到了第四年")],
    ["<p>【延伸閱讀】<a href='/a/1'>小學裡的最後一堂課</a></p>"],
    ["<p>★ <a href='/a/1'>快訊！小學裡的最後一堂課</a></p>"],
    ["<p>看更多新聞</p>", link("▸ 魚市場凌晨的拍賣會")],
    ["<p>更多江邊日報報導</p>", link("第一市場的豆花攤又開了"), link("魚市場凌晨的拍賣會")],
]
CALLS = ["点击上方蓝字关注我们", "👉 加入官方 LINE，一手消息不漏接", "點擊上方「江邊散步」，選擇「置頂」"]
TOLD = [
    "版权归谁所有，是这批县志最大的争议，谁也说不清。",
    "未经允许不得转载，这八个字他在每一页都写过。",
    "来扫码关注公众号的人不到两百，后来她把牌子摘了。",
]


@pytest.mark.parametrize("texts", [SHORT, LONG], ids=["short", "long"])
@pytest.mark.parametrize("at", [2, 4], ids=["within", "below"])
@pytest.mark.parametrize("box", BOXES)
def test_a_box_goes_and_every_sentence_stays(box, at, texts):
    body = body_of(box, texts, at)
    assert all(text in body for text in texts)
    assert not any(name in body for name in ("海鮮街", "漁會", "县志", "古籍", "小學裡", "豆花攤", "魚市場", "報導"))


@pytest.mark.parametrize("texts", [SHORT, LONG], ids=["short", "long"])
@pytest.mark.parametrize("at", [0, 2, 4], ids=["above", "within", "below"])
@pytest.mark.parametrize("call", CALLS)
def test_a_call_goes_wherever_it_stands(call, at, texts):
    body = body_of([call], texts, at)
    assert call.removeprefix("<p><strong>").removesuffix("</strong></p>") not in body
    assert all(text in body for text in texts)


@pytest.mark.parametrize("texts", [SHORT, LONG], ids=["short", "long"])
@pytest.mark.parametrize("at", [2, 4], ids=["within", "below"])
@pytest.mark.parametrize("told", TOLD)
def test_a_sentence_that_tells_of_somebody_is_no_notice(told, at, texts):
    assert told in body_of([told], texts, at)


def test_steps_that_begin_as_calls_stay():
    steps = ["把船推到水里，看看有没有漏", "打开安装好的船图客户端", "点击下方的增加按钮，关注数字"]
    body = body_of(steps)
    assert all(step in body for step in steps)


def test_a_link_without_an_address_is_none_in_the_text():
    body = body_of(['<p>他在<a href="/a/1.html">旧报纸</a>上读到过，那天正好下雨。</p>'])
    assert "他在旧报纸上读到过" in body
    assert "nowhere" not in body
