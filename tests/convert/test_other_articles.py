"""Short articles in copies, with the summaries of others below: each has its moment, and none speaks of the title."""

import pytest

from convert.pipeline import convert

TITLE = "江边旧船三十年后重新下水"
TEXT = [
    "江边晚报 2024-05-20 10:20",
    "江边的旧船昨天重新下水，修船的人们在岸上站了一个上午，谁也没有说话，直到旧船驶过第一座桥。三十年以前它就是从这里开走的，那时候桥还没有修好。",
]
OTHERS = [
    (
        "茶叶市场今年开市早",
        "城北的茶叶市场比往年早开了半个月，价格却没有跟着涨，老主顾说味道和去年一样好，包装倒是换了。",
    ),
    ("夜校恢复招生", "停了两年的夜校又恢复招生，第一批只收木工和裁缝两个班，报名的人从门口一直排到了路口的邮局前面。"),
    ("山路修好通车", "通往后山的公路修好了，从今天起货车可以直接开到采石场门口，沿路的几家饭馆也跟着重新开了张营业。"),
    (
        "图书馆换了馆长",
        "新馆长上任第一天就把阅览室的灯全部换成了暖色，闭馆的时间也推迟到晚上十点钟，周末照常开放不休息。",
    ),
]


def copy(lines):
    return convert("\n".join(lines), "x").markdown


@pytest.mark.parametrize(
    "shape",
    [
        lambda title, text, at: [f"联合新闻·{at + 2} 小時前", title, text],
        lambda title, text, at: [title, text, f"2024-04-0{at + 1} 15:40"],
    ],
    ids=["ago", "day"],
)
def test_other_articles_below_a_short_one_go(shape):
    lines = [TITLE, *TEXT]
    for at, (title, text) in enumerate(OTHERS):
        lines += shape(title, text, at)
    out = copy(lines)
    assert TEXT[1] in out
    assert not [text for _, text in OTHERS if text in out]


def test_the_entries_of_a_chronicle_stay():
    entries = [
        f"江边的旧船第{n}次下水，修船的人们沿着江岸一路跟着，看它有没有漏水，一直跟到第{n}座桥下面才回去吃饭。"
        for n in "一二三四五"
    ]
    lines = [TITLE, *TEXT]
    for at, entry in enumerate(entries):
        lines += [f"2024-05-2{at} 10:20", entry]
    out = copy(lines)
    assert all(entry in out for entry in entries)


def test_the_word_that_one_is_reading_is_not_the_title():
    assert convert("\n".join([f"正在阅读：{TITLE}", *TEXT, TEXT[1] + "第二天也是。"]), "x").metadata.title == TITLE


TERMS = "捐款的人请写明姓名和地址，以便江边报社寄出收据，匿名的捐款不得超过一万元。"
LISTED = ["江边旧闻两则…… 今年开市早……", *(x for at in range(9, 4, -1) for x in (f"2024-0{at}-01", OTHERS[at % 4][0]))]


def test_titles_with_their_days_below_an_article_go():
    out = copy([TITLE, "2024-10-01", TEXT[1], TEXT[1].replace("昨天", "今天"), *LISTED, TERMS])
    assert TEXT[1] in out
    assert not [line for line in ("旧闻", TERMS, *(title for title, _ in OTHERS)) if line in out]


def test_a_chronicle_with_the_newest_first_stays():
    days = [x for at in range(9, 5, -1) for x in (f"2024-0{at}-01", OTHERS[at % 4][1])]
    out = copy([TITLE, "2024-10-01", TEXT[1], *days])
    assert all(text in out for _, text in OTHERS)
