"""Text copies of pages whose lines are short or whose text is about code: where the text begins, and what is its title."""

import pytest

from convert.pipeline import convert

TITLE = "给旧收音机换一个旋钮"
MENU = ["灯下笔记", "首页", "归档", "标签", "关于"]
DIARY = [
    "今天终于把旋钮换好了，比想的容易。",
    "先拆后盖，一共四颗螺丝，有一颗是歪的。",
    "里面的灰很厚，",
    "吹了三次才看得见线，",
    "旋钮的轴比新的粗一点，用锉刀磨了半天。",
    "装上以后声音很轻，",
    "像隔着一堵墙在说话。",
    "后来发现是天线没有接好，接好就响了。",
]


def copy(lines):
    return convert("\n\n".join(lines), "seeds/page.txt")


def body_of(article):
    return article.markdown.split("---\n", 2)[2].strip()


@pytest.mark.parametrize("byline", ["2021-03-04", "发表于 2021-03-04 | 更新于 2021-05-06", "May 4, 2021 周远"])
def test_a_diary_of_short_lines_is_whole(byline):
    article = copy([*MENU, TITLE, byline, *DIARY, "下一篇：给旧台灯换一根线"])
    assert article.metadata.title == TITLE
    assert all(line in body_of(article) for line in DIARY)


def test_a_question_as_title_opens_no_text():
    article = copy([*MENU, "旧收音机的旋钮还能买到吗？", "2021-03-04", *DIARY])
    assert article.metadata.title == "旧收音机的旋钮还能买到吗？" and DIARY[0] in body_of(article)


def test_the_name_of_the_site_in_the_menus_is_no_title():
    article = copy(
        ["灯下的旧笔记", "首页", "归档", "灯下的旧笔记", "首页 归档", TITLE, "2021-03-04", *DIARY, "灯下的旧笔记"]
    )
    assert article.metadata.title == TITLE


def test_menus_between_two_titles_go():
    article = copy(
        [TITLE, "中国某某协会 某某知识中心 某某研究会 某某联盟 某某公司", *MENU, TITLE, "2021-03-04", *DIARY * 2]
    )
    assert "某某联盟" not in body_of(article) and DIARY[0] in body_of(article)


def test_an_article_about_markup_is_text():
    lines = ["先写一个按钮：", "<button>按下</button>", "<div>", "<p>说明</p>", "</div>", "<br>"]
    article = copy([*MENU, TITLE, "2021-03-04", *DIARY[:4], *lines, *DIARY[4:]])
    assert article.metadata.title == TITLE
    assert all(line in body_of(article) for line in DIARY) and "button" in body_of(article)


def test_a_fragment_of_html_is_still_read_as_one():
    article = convert(f"<h1>{TITLE}</h1>{''.join(f'<p>{line}</p>' for line in DIARY)}", "seeds/page.html")
    assert article.metadata.title == TITLE and "<p>" not in article.markdown and "&lt;" not in article.markdown


def test_numbers_of_lines_of_code_are_no_headings():
    code = ["let a = 1;", "let b = 2;", "a + b;", "a - b;"]
    article = copy([TITLE, "2021-03-04", *DIARY, "1", "2", "3", "4", *code, *DIARY])
    assert not any(line.startswith("#") for line in body_of(article).splitlines())


def test_titles_of_other_articles_below_the_text_go():
    others = [f"另外一件旧东西的第{n}次修理记" for n in "一二三四五"]
    text = [f"{line}{line}{line}" for line in DIARY if line.endswith("。")]
    assert "第二次修理记" not in body_of(copy([TITLE, "2021-03-04", *text, "大家都在修", *others]))


@pytest.mark.parametrize("button", ["發表留言", "我要評論", "评论 (3)", "留言 12"])
def test_a_button_for_comments_above_the_text_takes_nothing(button):
    text = [f"{line}{line}{line}" for line in DIARY]
    article = copy(
        [
            *MENU,
            TITLE,
            "讚 2",
            "分享",
            "歡迎來信提供消息與照片，來信請寄到灯下笔记的信箱。",
            button,
            "2021-03-04",
            *text,
        ]
    )
    assert all(line in body_of(article) for line in text)


def test_a_short_article_among_longer_summaries_is_found_by_its_title():
    summaries = [
        part
        for n in "一二三四"
        for part in (f"另外一件事情的标题{n}", "别处的人说起河边的事情总是滔滔不绝，" * 4 + "……")
    ]
    own = "旧收音机的旋钮坏了很多年，今天终于换上了一个新的，换的时候拆了四颗螺丝，吹了三次灰，声音一下子就亮了，邻居都跑过来听，说好像回到了小时候守在收音机旁边的那个晚上。"
    prices = [f"{n}8.{n}0" for n in range(1, 9)]
    article = copy(
        [*MENU, *prices, "灯下财经", TITLE, "灯下财经", "2024年5月22日 上午8:21", own, "服务条款", *summaries]
    )
    assert article.metadata.title == TITLE and article.metadata.date == "2024-05-22"
    assert body_of(article).startswith(own)
