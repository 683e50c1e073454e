"""Where an article ends in a copy by select-all: short articles among lists of others, on sites that go on for long."""

import pytest

from convert.pipeline import convert

TITLE = "老街最后一家钟表店下月搬走"
TEXT = [
    "本报讯（记者 周远）老街最后一家钟表店下月就要搬走了，店主说房租涨了三回，修一只表的钱却二十年没有变过。",
    "搬走以前，街坊们把家里停了的钟都送来，店里的墙上挂满了，走起来像下雨一样。",
]
HEAD = f"首页\n国内\n社会\n文化\n\n{TITLE}\n本文来源于江边晚报 2021-03-04 10:20\n打印|\n字号：\n"
OTHERS = "\n".join(
    [
        "今日影像",
        "上游水库开闸放水，下游七个村子连夜转移，目前没有人员受伤的报告。",
        "果农在直播间里卖橙子，一天卖出去的比往年一个月还要多，快递员忙到半夜。",
        "中学生自己动手做了一台显微镜，看见了池塘水里的草履虫，老师说比买的还清楚。",
        "《新城公园开园》 · 《夜市挪了地方》",
        *(f"第{n}区的水管换了新的，住户说水不再发黄，换管的工人干了一整夜，天亮才回家。" for n in "一二三四五六"),
        *(f"第{n}小学的操场铺好了，孩子们第一天就跑了三圈，校长说下雨也不怕了，明年再修。" for n in "一二三四五六"),
    ]
)


def body(text):
    return convert(text, "x").markdown.split("---\n", 2)[2]


@pytest.mark.parametrize(
    "close", ["责任编辑：周远 | 版面编辑：何平(ZN028)", "（责任编辑：周远）", "责编/周远", "本文禁止转载或摘编"]
)
def test_what_stands_below_the_closing_note_and_speaks_of_other_things_is_cut(close):
    out = body("\n".join([HEAD, *TEXT, close, OTHERS]))
    assert [text for text in TEXT if text not in out] == []
    assert [line for line in OTHERS.splitlines() if line in out] == []


def test_what_speaks_of_the_title_below_a_note_stays():
    more = "钟表店搬走的消息传开以后，老街的人都来拍照，最后一天店主修好了一只停了三十年的座钟。"
    out = body("\n".join([HEAD, *TEXT, "责任编辑：周远", more, more.replace("拍照", "告别"), *(TEXT[1:])]))
    assert more in out


@pytest.mark.parametrize("count", [3, 6])
def test_titles_of_others_do_not_make_a_single_paragraph_below_its_byline_another_article(count):
    teasers = "\n".join(
        f"{n}资讯动态|第{n}座水库开闸放水，下游的村子连夜转移，目前没有人员受伤" for n in range(1, count + 1)
    )
    out = convert("\n".join([HEAD, "".join(TEXT), "(编辑：何平)", "热门文章", teasers]), "x")
    assert out.metadata.title == TITLE
    assert TEXT[0][12:] in out.markdown


def test_a_numbered_list_that_ends_an_article_is_no_list_of_others():
    items = [f"{n}、第{n}只钟的机芯换过两回" for n in range(1, 7)]
    out = body("\n".join([HEAD, *TEXT, "店里留下的钟有这些", *items, "猜你喜欢", "上游水库开闸放水", "夜市挪了地方"]))
    assert [item for item in items if item not in out] == []
    assert "夜市" not in out


@pytest.mark.parametrize(
    "line",
    [
        "本文共计1561字 订阅后继续阅读",
        "周远的博客 / 37 / 0 / 创建于 11个月前 / 更新于 1周前",
        "0 0 12",
        "赞 赶快成为第一个赞的人吧",
        "本站资源仅供学习交流之用，由此产生的后果由下载者自行承担。",
        "未经江边网书面授权，请勿转载或建立镜像，否则即为侵权。",
    ],
)
def test_lines_of_sites_around_an_article(line):
    assert line not in body("\n".join([HEAD, line, *TEXT, line]))


def test_the_line_of_a_post_its_title_and_its_first_line_stand_apart_and_the_post_goes_on_to_the_first_reply():
    title, first = (
        "谁会修旧船的缝，想请教几个问题（去年看到有人说过）",
        "就是对旧船上的木头和麻丝比较熟悉的人，有事想请教一下",
    )
    post = f"1楼 大 中 小 发表于 2009-6-16 11:30  只看该作者\n{title}\n{first}"
    quoted = [
        "引用:",
        "#1",
        "我想要一条缝我想要一条缝我想要一条缝",
        "需要换成",
        "引用:",
        "#2",
        "我想要两条缝我想要两条缝我想要两条缝",
    ]
    replies = "\n\n".join(f"木匠{n}\n{n}楼 大 中 小 发表于 2009-6-16 11:3{n}  只看该作者\n问对人了" for n in (2, 3, 4))
    article = convert("\n\n".join(["首页\n论坛", title, "船上人", post, *TEXT, *quoted, "引用 回复 TOP", replies]), "x")
    assert article.metadata.title == title
    assert [line for line in (first, *TEXT, "需要换成", quoted[-1]) if line not in article.markdown] == []
    assert "问对人了" not in article.markdown


def test_titles_of_other_articles_that_ask_and_exclaim_below_a_copy():
    text = [f"第{n}座桥在河的两岸之间，桥上的人看着水从桥下流过，水声很大，后来下了雨。" for n in "一二三四五六"]
    titles = [
        "涨水的时候该往哪里走？三个办法一定要记住",
        "江边的人都不知道的八件小事 第五件最叫人想不到",
        "老船工等了三十年的桥终于修好了 大家都来看！",
        "灯塔又亮了！守塔的老人说再也不用摸黑上去了",
        "渔船从很远的地方回到了江边 带回来的东西叫人吃了一惊又一惊谁也没有见过",
        "这样的茶喝不喝？采茶的人自己从来不说的一句话",
    ]
    copy = "\n\n".join(["江上的桥修好了", "记者 周远 2026-05-03", *text, "编辑推荐", *titles])
    kept = convert(copy, "bridge.txt").markdown
    assert all(line in kept for line in text)
    assert not any(title[:10] in kept for title in titles)
