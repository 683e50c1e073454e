"""Punctuation and spaces: what is repaired and what must stay."""

import pytest

from convert.clean.typography import is_spaced, repair_text
from convert.page import Span
from convert.write.markdown import inline

CASES = [
    ("他说,这是第一次;真的吗?是的!", "他说，这是第一次；真的吗？是的！"),
    ("聚焦CSIG,再看两天", "聚焦CSIG，再看两天"),
    ("微信公众号:menglaoshi", "微信公众号：menglaoshi"),
    ("比分是3:1,共有1,000人,时间12:30", "比分是3:1，共有1,000人，时间12:30"),
    ("Hello, world: this is fine.", "Hello, world: this is fine."),
    ("地址https://a.example/b?c=1,2;d=3很长", "地址https://a.example/b?c=1,2;d=3很长"),
    ("今年1 月至5 月", "今年1月至5月"),
    ("2019年 5月", "2019年5月"),
    ("做To B的 SaaS的企业", "做To B的SaaS的企业"),
    ("包括飞书 」。", "包括飞书」。"),
    ("是基因。。可能", "是基因。可能"),
    ("放大器。」。", "放大器。」"),
    ("一个(名为云启的)平台", "一个（名为云启的）平台"),
    ("函数f(x)的值", "函数f(x)的值"),
    ("他说...后来", "他说……后来"),
    ('所谓"去中心化"的概念', "所谓“去中心化”的概念"),
    ("「元年」,各行各业", "「元年」，各行各业"),
    ("１２３ＡＢＣ", "123ABC"),
    ("约1+1>2的效果", "约1+1>2的效果"),
    ("增长超400%,其中", "增长超400%，其中"),
    ("写作版本3.5.1,价格9.9元", "写作版本3.5.1，价格9.9元"),
    ("这是句号.后面", "这是句号.后面"),
    ("产业互联网\u3000和\u200b云", "产业互联网 和云"),
]


@pytest.mark.parametrize(("before", "after"), CASES)
def test_repair(before, after):
    assert repair_text(before) == after


@pytest.mark.parametrize("text", [after for _, after in CASES])
def test_repair_is_stable(text):
    assert repair_text(text) == text


def test_a_writer_who_sets_spaces_keeps_them():
    texts = ["搭载 5G 芯片的 Galaxy 系列", "售价 899 美元"]
    assert is_spaced(texts)
    assert repair_text(texts[0], spaced=True) == texts[0]


EMPHASIS = [
    ((Span("前面"), Span("重点。", bold=True), Span("后面")), "前面**重点**。后面"),
    ((Span("前面"), Span("“重点”", bold=True), Span("后面")), "前面“**重点**”后面"),
    ((Span("整段都是重点。", bold=True),), "**整段都是重点。**"),
    ((Span("甲", bold=True), Span("S2B", bold=True), Span("乙。", bold=True)), "**甲S2B乙。**"),
    ((Span("甲"), Span(" 乙 ", bold=True), Span("丙")), "甲 **乙** 丙"),
    ((Span("甲"), Span("。", bold=True), Span("乙")), "甲。乙"),
]


@pytest.mark.parametrize(("spans", "text"), EMPHASIS)
def test_emphasis_renders_beside_chinese_marks(spans, text):
    assert inline(spans) == text
