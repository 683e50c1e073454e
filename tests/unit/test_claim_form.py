"""A claim that stands twice in an article, in the same words or in nearly the same."""

import pytest

from digest.articles.claim_form import form
from digest.files import front_matter

FIRST = "只把流量对象从企业外面转移到企业里面，走不出旧模式的怪圈。"


def doubled(*claims):
    listed = "".join(f"  - {{id: c{n}, text: '{text}'{holder}}}\n" for n, (text, holder) in enumerate(claims, 1))
    front, _ = front_matter.read("a.md", f"---\ntitle: 桥\nlang: zh-Hans\nclaims:\n{listed}---\n\n桥。\n")
    return [(each.line, each.code) for each in form("a.md", front)]


@pytest.mark.parametrize(
    "second",
    [
        FIRST,
        "，".join(FIRST),
        "只把流量對象從企業外面轉移到企業裡面,走不出舊模式的怪圈",
        "只把流量的对象从企业外面转移到企业里面，还是走不出旧模式的怪圈。",
        "只把流量对象从企业外面转到里面，走不出旧模式怪圈。",
    ],
)
def test_the_same_in_a_few_other_words_is_found(second):
    assert doubled((FIRST, ""), ("石桥要大家来修。", ""), (second, "")) == [(7, "claim-doubled")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("石桥应该由国家来修。", "石桥应该由村里来修。"),
        ("石桥是路的延续，也是路的终点。", "石桥不是路的延续，也不是路的终点。"),
        ("这座石桥在2021年只有三成车过。", "这座石桥在2022年只有三成车过。"),
        ("桥", "路"),
        ("产业变革从数字化向智能化迈进。", "产业变革从中心化向去中心化迈进。"),
    ],
)
def test_what_says_something_else_is_not(one, other):
    assert doubled((one, ""), (other, "")) == []


def test_two_holders_may_say_the_same():
    assert doubled((FIRST, ""), (FIRST, ", holder: 王石")) == []
    assert doubled((FIRST, ", holder: 王石"), (FIRST, ", holder: 王石")) == [(6, "claim-doubled")]
