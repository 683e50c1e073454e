"""A label of related things in bold over what a notice says of its place: no box of other articles."""

import pytest

from convert.pipeline import convert

TEXT = [f"修船的人们在岸上站了{n}个上午，谁也没有说话，直到旧船驶过了第{n}座桥。" for n in "一二三四五"]
FACTS = ["地点：江边公园东门", "地址：江州东路二十号", "交通：轮渡三号线江边站", "热线：021-5550 1234"]
TITLES = ["江边公园换了新的东门", "轮渡三号线下周停航", "东路上的梧桐今年落得晚", "谁在守江边的最后一盏灯"]


def markdown(*below):
    text = "".join(f"<p>{line}</p>" for line in TEXT)
    html = f"<html><head><title>旧船回来了</title></head><body><h1>旧船回来了</h1><div>{text}{''.join(below)}</div>"
    return convert(html, "x").markdown


@pytest.mark.parametrize("label", ["<p><b>相关信息</b></p>", "<h3>相关信息</h3>", "<p><strong>相關資訊</strong></p>"])
def test_facts_stay(label):
    out = markdown(label, *(f"<p>{fact}</p>" for fact in FACTS))
    assert all(fact.split("：")[1] in out for fact in FACTS)


@pytest.mark.parametrize("label", ["<p><b>相关信息</b></p>", "<h3>相关信息</h3>", "<p>相关信息</p>"])
def test_titles_go(label):
    out = markdown(label, *(f'<p><a href="/{n}.html">{title}</a></p>' for n, title in enumerate(TITLES)))
    assert not [title for title in TITLES if title in out]


def test_facts_that_are_links_go():
    linked = (f'<p><a href="/{n}.html">{fact}</a></p>' for n, fact in enumerate(FACTS))
    assert FACTS[0] not in markdown("<p><b>相关信息</b></p>", *linked)
