"""Copies as a browser gives them of blogs and forums without their scripts, each kind beside one that differs in
little."""

import pytest

from convert.pipeline import convert

TITLE = "渡口的旧船怎样改成书屋"
TEXT = [
    "镇上决定把停在渡口的旧船改成书屋，下月起动工，工期两个月，由原来的船工照看，书由读者捐出。",
    "旧船的发动机留在舱里，供孩子们看，船工说他每天都来擦一遍，擦完再上岸吃饭，吃完了又回来。",
    "书架照着船舱的弯度做，一层矮一层高，最高的一层要踩着凳子才够得到，凳子也是船上的旧物。",
]
SAID = [
    "这船我小时候坐过，那时候过江要等半个钟头。",
    "书架的木头看着像是旧船板，不知道会不会潮。",
    "下个月开门的时候我带孩子来看看发动机吧。",
]
MOMENTS = ["2021/03/04 at 3:03 PM", "March 4, 2021 at 3:03 pm", "2021-03-04 下午3:03", "2021年3月4日 15:03"]
# What stands below a text, and one line of it that is no article's.
LABELS = {
    "Related Posts": ["江边的第二座桥要修了", "渡口停航一周的通知"],
    "Related content": ["江边的第二座桥要修了", "渡口停航一周的通知"],
    "You may also like": ["江边的第二座桥要修了", "渡口停航一周的通知"],
    "Recent Posts": ["江边的第二座桥要修了", "渡口停航一周的通知"],
    "我来说两句(0)": ["说点什么吧", "还可以输入120字"],
    "Please enable JavaScript to view the comments powered by Disqus. comments powered by Disqus": ["关于"],
    "← Previous Post": ["Next Post →"],
    "有 0 个人打赏": ["关于"],
    "© This post is licensed under a Creative Commons licence.": ["关于"],
}


def body(*lines):
    return convert("\n\n".join(["江边的博客", TITLE, "2021-03-04", *lines]), "x").markdown.partition("\n---\n")[2]


@pytest.mark.parametrize("moment", MOMENTS)
def test_comments_begin_where_somebody_says_something_at_a_moment(moment):
    comments = [part for said in SAID for part in ("周以安 says:", moment, said, "Reply")]
    said = body(*TEXT, *comments)
    assert TEXT[-1] in said
    assert not [line for line in (*SAID, "says:", "Reply") if line in said]


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_moment_in_the_text_begins_no_comment(moment):
    said = body(TEXT[0], f"船是 {moment} 开走的，岸上的人都看见了。", *TEXT[1:])
    assert all(line in said for line in TEXT)


@pytest.mark.parametrize("label", LABELS)
def test_labels_below_the_text_end_it(label):
    said = body(*TEXT, label, *LABELS[label])
    assert TEXT[-1] in said
    assert not [line for line in (label, *LABELS[label]) if line in said]


@pytest.mark.parametrize("head", ["var 的副作用", "let 与 const", "function 是什么"])
def test_a_heading_that_begins_with_a_word_of_code_stays(head):
    assert head in body(TEXT[0], head, *TEXT[1:])


@pytest.mark.parametrize("line", ["var boat = 4;", "let boat;", "function row() {"])
def test_scripts_between_lines_go(line):
    assert line not in body(*TEXT, line, "关于")


STEP = "完成上面的步骤之后，点击“操作”，即可出现二维码，然后打开客户端，连接时选择扫描屏幕上的二维码即可。"
CALL = "欢迎扫描下面的二维码关注江边的公众号。"


def test_a_step_with_a_code_to_scan_stays_above_code():
    said = body(*TEXT, STEP, "接着装书架：", "```", "pip install boat", "```")
    assert STEP in said


def test_a_call_to_scan_goes_above_code_as_well():
    assert "公众号" not in body(*TEXT, CALL, "接着装书架：", "```", "pip install boat", "```")
