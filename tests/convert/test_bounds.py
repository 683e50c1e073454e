"""No rule takes more than its share: what looks like furniture between paragraphs of an article stays."""

import pytest

from convert.pipeline import convert

TEXT = [
    f"第{n}天的日记写在旧账本的背面，说河里的冰已经化开，渡口重新热闹起来，卖鱼的人天不亮就到了，秤砣敲得叮当响。"
    for n in "一二三四五六七八"
]


def converted(blocks, tail=""):
    paragraphs = "".join(block if block.startswith("<") else f"<p>{block}</p>" for block in blocks)
    html = f"<html><head><title>旧账本背面的日记</title></head><body><div><h1>旧账本背面的日记</h1>{paragraphs}{tail}</div></body></html>"
    return convert(html, "seeds/page.html")


def body_of(article):
    return article.markdown.split("---\n", 2)[2]


@pytest.mark.parametrize(
    "label", ["讨论", "评论", "点评", "留言", "拓展阅读", "延伸阅读", "深度阅读", "推荐阅读", "热点"]
)
@pytest.mark.parametrize("mark", ["<p><b>{}</b></p>", "<h2>{}</h2>", "<h3>{}</h3>"])
def test_a_section_under_a_word_of_the_site_stays(label, mark):
    body = body_of(converted([*TEXT[:4], mark.format(label), *TEXT[4:]]))
    assert all(text in body for text in TEXT) and label in body


COMMENTS = [
    "<p>网友甲</p><p>2021-03-04 10:20</p><p>写得真好，我也想去那个渡口看一看，听听敲秤砣的声音。</p><p>回复</p>",
    "<p>网友乙</p><p>3小时前</p><p>小时候我家就在河边，冰化开的时候会响一整夜，谁也睡不着。</p><p>回复</p>",
]


@pytest.mark.parametrize("label", ["评论", "网友评论", "全部评论 (2)", "留言"])
def test_comments_with_their_signs_go_however_long(label):
    body = body_of(converted([*TEXT[:2], f"<h3>{label}</h3>", *COMMENTS * 6]))
    assert "网友甲" not in body and "睡不着" not in body and all(text in body for text in TEXT[:2])


def test_a_refrain_and_a_question_asked_again_stay():
    refrain = "冰开了，船来了，谁的名字写在账本的最后一页。"
    body = body_of(converted([TEXT[0], refrain, TEXT[1], refrain, TEXT[2], refrain]))
    assert body.count(refrain) == 3


def test_a_second_copy_of_the_text_goes():
    body = body_of(converted([*TEXT, *TEXT]))
    assert all(body.count(text) == 1 for text in TEXT)


def test_a_paragraph_said_twice_in_a_row_goes():
    assert body_of(converted([TEXT[0], TEXT[0], *TEXT[1:]])).count(TEXT[0]) == 1


@pytest.mark.parametrize(
    "line",
    [
        "<blockquote><p>https://example.org/lesson/9.html</p></blockquote>",
        "https://example.org/lesson/9.html",
        "还好有你守着渡口，江水才不寂寞，这是评论员写在最后的话，也是我们想说的。",
        "版权的事情后来再也没有人提起，未经允许他也不得再把账本拿给别人看，这一点大家都记得很清楚。",
    ],
)
def test_what_stands_between_two_paragraphs_stays(line):
    body = body_of(converted([*TEXT[:4], line, *TEXT[4:]]))
    assert line.replace("<blockquote><p>", "").replace("</p></blockquote>", "") in body


def test_what_is_left_out_with_the_look_of_text_is_named():
    hidden = "".join(f"<p>{text}</p>" for text in TEXT[4:])
    article = converted(TEXT[:5], tail=f'<div class="related-box">{hidden}</div>')
    assert any("related" in doubt.reason and TEXT[6] in doubt.passage for doubt in article.doubts)


@pytest.mark.parametrize(
    "line",
    [
        "發布日期：民國111年5月6日",
        "王小明2015-06-19 11:20:11 0人参与评论",
        "記者王小明／台南報導",
        "二〇二二年五月六日 河边周报",
        "文 / 王小明 图 / 何平",
        "By 王小明 | May 6, 2022",
        "2022.05.06 星期五 第4版",
        "河边周报 2022年5月6日 下午3:20",
    ],
)
def test_a_line_above_the_text_that_says_who_wrote_when_leaves_it(line):
    assert line not in body_of(converted([line, *TEXT])) and TEXT[0] in body_of(converted([line, *TEXT]))


@pytest.mark.parametrize(
    "line",
    [
        "记一次搬家",
        "给还在路上的人",
        "—— 写在开河以前",
        "2022年5月6日，冰开了，船也来了。",
        "渡口2021年1月27日，晚上6:00開始",
        "【2002 年 3 月 30 日 周六 下午 3 点】",
    ],
)
def test_a_motto_above_the_text_stays(line):
    assert line in body_of(converted([line, *TEXT]))


@pytest.mark.parametrize(
    "name", ["recommend-text", "art-share-body", "ad_content", "player-note", "vote", "reward-story", "copyright-story"]
)
@pytest.mark.parametrize("tag", ["div", "section", "p"])
def test_a_name_takes_no_running_text_between_two_paragraphs(name, tag):
    named = f"<{tag} class='{name}'>{TEXT[3]}{TEXT[4]}</{tag}>"
    body = body_of(converted([*TEXT[:3], named, *TEXT[5:]]))
    assert all(text in body for text in TEXT)


def test_a_named_box_of_links_between_two_paragraphs_goes():
    box = "<div class='recommend-box'><a href='/1'>另外一本账本里的故事，说的是另外一条河。</a><a href='/2'>还有一本。</a></div>"
    assert "另外一本账本" not in body_of(converted([*TEXT[:3], box, *TEXT[3:]]))


def test_many_small_cuts_are_named_together():
    cut = "".join(f"<div class='{name}'><p>{TEXT[7]}</p></div>" for name in ("share", "vote", "copyright"))
    article = converted(TEXT[:7], tail=cut)
    assert any(TEXT[7] in doubt.passage for doubt in article.doubts)


def test_where_all_cuts_together_take_most_of_a_page_they_are_not_made():
    from convert.clean.boilerplate import remove_boilerplate
    from convert.clean.checking import keeps_enough
    from convert.page import Block, Span

    blocks = tuple(Block("paragraph", (Span(text),)) for text in TEXT)
    selection = remove_boilerplate(blocks, "旧账本背面的日记")
    assert keeps_enough(selection)
    for index in range(5):
        selection.remove(index, "related articles")
    assert not keeps_enough(selection)
    assert len(remove_boilerplate(blocks, "旧账本背面的日记", gently=True).kept) == len(TEXT)


def test_a_whole_page_leaves_no_doubt():
    assert converted(TEXT).doubts == ()


@pytest.mark.parametrize(
    ("blocks", "heads"),
    [
        ([TEXT[0], "<p><b>开河的日子</b></p>", TEXT[1], "<p><b>卖鱼的人</b></p>", TEXT[2]], ["开河的日子", "卖鱼的人"]),
        ([TEXT[0], "<p><b>渡口旧照</b></p>", "<p><b>卖鱼人在称鱼</b></p>", TEXT[1], TEXT[2]], []),
        (
            [
                "<p><b>1</b></p>",
                "<p><b>开河</b></p>",
                TEXT[0],
                "<p><b>2</b></p>",
                "<p><b>卖鱼</b></p>",
                "<p><b>天不亮</b></p>",
                TEXT[1],
            ],
            ["1 开河", "2 卖鱼"],
        ),
        (
            [
                TEXT[0],
                "<p><b>开河</b></p>",
                TEXT[1],
                "<p><b>卖鱼</b></p>",
                TEXT[2],
                "<h3>附录一</h3>",
                TEXT[3],
                "<h3>附录二</h3>",
                TEXT[4],
            ],
            ["开河", "卖鱼", "附录一", "附录二"],
        ),
    ],
)
def test_headings_of_two_kinds_and_captions(blocks, heads):
    body = body_of(converted(blocks))
    assert [line.lstrip("# ") for line in body.splitlines() if line.startswith("#")] == heads


def test_headings_in_two_lines_of_a_copy():
    lines = [
        "旧账本背面的日记",
        "河边晚报 2021年3月4日",
        TEXT[0],
        "开河的日子",
        "冰的声音",
        TEXT[1],
        "卖鱼的人",
        "秤砣与灯",
        TEXT[2],
    ]
    article = convert("\n\n".join(lines), "seeds/page.txt")
    heads = [line.lstrip("# ") for line in body_of(article).splitlines() if line.startswith("#")]
    assert heads == ["开河的日子", "冰的声音", "卖鱼的人", "秤砣与灯"]
    assert (
        article.metadata.title == lines[0] and article.metadata.author == () and article.metadata.date == "2021-03-04"
    )


def test_a_doubt_is_kept_with_the_article_until_somebody_works_on_it(tmp_path):
    from digest.inbox import conversion

    hidden = "".join(f"<p>{text}</p>" for text in TEXT[4:])
    paragraphs = "".join(f"<p>{text}</p>" for text in TEXT[:5])
    html = f"<title>旧账本背面的日记</title><body><div><h1>旧账本背面的日记</h1>{paragraphs}<div class='related-box'>{hidden}</div></div></body>"
    seed = tmp_path / "page.html"
    seed.write_text(html, "utf-8")
    file, _ = conversion.new_article(seed, tmp_path / "articles", "diary")
    text = file.read_text("utf-8")
    raw = conversion.raw_name(seed)
    ((reason, passage),) = conversion.doubts(file.parent, raw, text)
    assert "related" in reason and TEXT[6] in passage
    assert conversion.doubts(file.parent, raw, text + "\n补上一段。\n") == []


# Instructions: few of their lines close as sentences do, and much of what they say sites say as well.
STEPS = [
    "先把船推到水里，再看看船底有没有漏",
    "下面是船厂的网页",
    "https://boat.example/thread-7.html",
    "在江边的电脑上装一个程序，名字叫作船图",
    "下载：船图客户端",
    "打开安装好的船图客户端",
    "点击船图面板上的增加按钮",
    "把船的长和宽填进去，填错了可以再改",
    "地址：https://boat.example/install",
    "然后把岸边的缆绳一根一根地解开",
]


def test_steps_and_addresses_in_the_middle_of_instructions_stay():
    more = [f"第{n}次推的时候要等风停了再动手，不要着急，也不要喊" for n in "一二三四五六七八九十"]
    body = body_of(converted([*more, *STEPS, *more[::-1], TEXT[0]]))
    assert all(step in body for step in STEPS)


@pytest.mark.parametrize("above", ["船图的下载地址：", "船厂的官网", "链接如下：", "原来的项目"])
def test_an_address_that_words_name_stays(above):
    blocks = [TEXT[0], f"<h2>{above}</h2>" if "官网" in above else above, "https://boat.example/1", *TEXT[1:3]]
    assert "https://boat.example/1" in body_of(converted(blocks))


def test_an_address_with_a_clause_behind_it_stays():
    assert "已经停了" in body_of(converted([*TEXT[:3], "https://boat.example/coupon，这个船厂已经停了。"]))


@pytest.mark.parametrize("end", ["原文链接：https://e.example/1", "本文链接：", "https://e.example/1"])
def test_the_address_of_the_page_below_the_text_goes(end):
    assert "e.example" not in body_of(converted([*TEXT, end, "https://e.example/1"][: 7 if "http" in end else 8]))


def test_a_sentence_that_only_mentions_an_app_opens_a_text():
    opening = "在渡口的手机里可以通过船图叫船，比如扫一扫船头的牌子，打开微信，看看船到了哪里，再决定等不等。"
    assert opening in body_of(converted([opening, *TEXT]))
    calls = ["扫一扫，打开微信，关注渡口，看更多的船。", "好船第一时间试坐，还有福利，下载客户端看更多，先到先得。"]
    assert not any(call in body_of(converted([*TEXT, call])) for call in calls)


def test_a_notice_under_every_picture_is_not_the_end_of_the_text():
    notice = "（原图为某社图片，如涉侵权请告知删除）"
    parts = [f"<h2>第{n}步：看船</h2><p>{text}</p><p>{notice}</p>" for n, text in zip("一二三四", TEXT, strict=False)]
    last = [f"<h2>第五步：工具</h2><p>锚、桨、帆</p><ul>{''.join(f'<li>工具{n}</li>' for n in '甲乙丙丁')}</ul>"]
    body = body_of(converted([*parts, *last]))
    assert "锚、桨、帆" in body and "工具丁" in body


def test_code_pasted_as_paragraphs_keeps_its_ends_and_brackets():
    code = ["def row(boat)", "boat.push(1);", "end", "if (boat) {", "boat.pull(2);", "}", "});"]
    body = body_of(converted([*TEXT[:4], *code, *TEXT[4:]]))
    lines = [line.replace("&#125;", "}").replace("&#123;", "{") for line in body.splitlines()]
    assert all(line in lines for line in code)


def test_the_hour_of_an_event_is_no_day_of_the_article_and_its_place_nobody():
    article = converted(["渡口2021年1月27日，晚上6:00開始", *TEXT])
    assert (article.metadata.author, article.metadata.date) == ((), "")
