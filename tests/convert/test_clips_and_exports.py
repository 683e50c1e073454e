"""What other programs write: heads of Hugo, remarks for programs, wrapped lines, lists of Word, links of Google."""

import pytest

from convert.blocks.copied_lines import copied_blocks
from convert.pipeline import convert, convert_file
from convert.text.address import safe_address

TEXT = [
    "仓库后面的铁门还开着，搬货的人把最后一箱橘子放上车，才想起钥匙落在了秤旁边。",
    "看门的老人说，他在这里守了二十年，见过的橘子比见过的人还要多，每一年的味道都不一样。",
    "第二天清早，雾还没有散，第一辆车已经开上了山路，司机把收音机拧到最大，好让自己不打瞌睡。",
]


def test_the_head_that_hugo_writes_is_read():
    head = '+++\ntitle = "最后一箱橘子"\ndate = 2021-03-04T08:00:00+08:00\nauthor = "周远"\ntags = ["橘子"]\n+++\n\n'
    found = convert(head + "\n\n".join(TEXT), "x")
    assert (found.metadata.title, found.metadata.date, found.metadata.author) == (
        "最后一箱橘子",
        "2021-03-04",
        ("周远",),
    )
    assert found.markdown.split("---\n", 2)[2].strip() == "\n\n".join(TEXT)


def test_a_head_that_is_no_toml_is_told_with_its_line():
    with pytest.raises(Exception, match="TOML"):
        convert("+++\ntitle = 最后\n+++\n\n" + "\n\n".join(TEXT), "x")


def test_a_remark_for_a_program_leaves_the_text_and_stays_in_code():
    head = "---\ntitle: 最后一箱橘子\n---\n\n<!-- more -->\n\n"
    plain = convert(head + "\n\n".join(TEXT), "x").markdown
    marked = convert(f"{head}## 秤\n\n```\na = 1\nb = 2  <!-- more -->\n```\n\n" + "\n\n".join(TEXT), "x").markdown
    assert "more" not in plain
    assert marked.count("more") == 1


@pytest.mark.parametrize("width", [20, 30])
def test_lines_of_one_width_are_one_paragraph_in_markdown(width):
    long = "".join(TEXT)
    wrapped = "\n".join(long[at : at + width] for at in range(0, len(long), width))
    body = convert(f"# 最后一箱橘子\n\n{wrapped}\n\n{TEXT[0]}", "x").markdown.split("---\n", 2)[2].strip()
    assert body == f"{long}\n\n{TEXT[0]}"


def test_wrapped_paragraphs_of_two_lines_are_whole_and_fences_are_left_alone():
    long = [f"{''.join(TEXT)[at : at + 24]}\n后来就这样{n}了。" for n, at in enumerate((0, 9, 20, 31, 45))]
    fence = "```\na = 1\nb = 2\nc = 3\n```"
    body = convert("# 最后一箱橘子\n\n" + "\n\n".join([*long, fence]), "x").markdown.split("---\n", 2)[2].strip()
    assert body.split("\n\n")[:-1] == [text.replace("\n", "") for text in long]
    assert body.endswith(fence)


def test_lines_of_a_paragraph_each_stay_paragraphs_in_markdown():
    body = convert("# 最后一箱橘子\n\n" + "\n".join(TEXT), "x").markdown.split("---\n", 2)[2].strip()
    assert body == "\n\n".join(TEXT)


def test_items_of_word_are_a_list_with_their_numbers():
    def item(mark, text):
        ignored = f"<span style='mso-list:Ignore'>{mark}<span>&nbsp;&nbsp;</span></span>"
        return f"<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'>{ignored}<span>{text}</span></p>"

    texts = [f"<p class=MsoNormal>{text}</p>" for text in TEXT]
    items = item("3.", "先锁门。") + item("4.", "再关灯。") + texts[1] + item("·", "秤") + item("·", "钥匙")
    page = f"<html><head><title>最后一箱橘子</title></head><body><h1>最后一箱橘子</h1>{texts[0]}{items}{texts[2]}</body></html>"
    body = convert(page, "x").markdown
    assert "3. 先锁门。\n4. 再关灯。" in body
    assert "- 秤\n- 钥匙" in body


@pytest.mark.parametrize(
    ("address", "real"),
    [
        (
            "https://www.google.com/url?q=https://e.example/a%3Fid%3D3%26y%3D2&sa=D&source=x",
            "https://e.example/a?id=3&y=2",
        ),
        ("https://www.google.com/url?q=https://e.example/a&sa=D", "https://e.example/a"),
        ("https://proxy.example/?https://e.example/a?id%3D3", "https://e.example/a?id%3D3"),
    ],
)
def test_the_address_that_google_wraps(address, real):
    assert safe_address(address) == real


def test_a_title_in_a_table_of_layout_is_the_printed_one():
    rows = "<tr><td>橘子会议纪要：仓库与秤</td></tr><tr><td><span>2017-04-06 17:46</span> <span>合作社宣传部</span></td></tr>"
    cell = f"<tr><td><div>{''.join(f'<p>{text}</p>' for text in TEXT)}</div></td></tr><tr><td>上一篇：无</td><td>下一篇：无</td></tr>"
    page = f"<html><head><title>橘子会议纪要-合作社</title></head><body><div>首页 新闻 公告</div><table>{rows}{cell}</table></body></html>"
    found = convert(page, "x")
    assert found.metadata.title == "橘子会议纪要：仓库与秤"
    assert found.markdown.split("---\n", 2)[2].strip() == "\n\n".join(TEXT)


def test_the_number_of_an_issue_is_no_title():
    rows = "".join(f"<tr><td><p>{text}</p></td></tr>" for text in TEXT)
    page = f"<html><head><title>江边周记 第31期</title></head><body><table><tr><td><h1>最后一箱橘子</h1></td></tr>{rows}</table></body></html>"
    assert convert(page, "x").metadata.title == "最后一箱橘子"


@pytest.mark.parametrize("width", [20, 24, 30])
def test_a_copy_wrapped_at_one_width_has_its_paragraphs_of_two_lines_joined(width):
    texts = [f"{''.join(TEXT)[at : at + width]}后来就这样了。" for at in (0, 9, 20, 31, 45)]
    wrapped = "\n\n".join(f"{text[:width]}\n{text[width:]}" for text in texts)
    assert [block.text for block in copied_blocks(wrapped)] == texts
    # One line that is shorter, and nobody wrapped it.
    assert len(copied_blocks(wrapped.replace(texts[1][:width], texts[1][1:width]))) == 2 * len(texts)


def test_verse_in_couplets_keeps_its_lines():
    couplets = ["橘子红了又红\n河水涨了又退", "船在桥下过夜\n灯在窗里等人", "谁把门闩挂上\n谁把门闩推开"] * 2
    assert len(copied_blocks("\n\n".join(couplets))) == 12


def test_a_title_in_two_lines_is_not_its_first_half():
    set_again = "<p><b>橘子合作社关于印发<br>仓库与秤的规定的通知</b></p>"
    body = f"<div>{set_again}{''.join(f'<p>{text}</p>' for text in TEXT)}</div>"
    page = f"<html><head><title>橘子合作社关于印发仓库与秤的规定的通知_合作社</title></head><body>{body}</body></html>"
    assert convert(page, "x").metadata.title == "橘子合作社关于印发仓库与秤的规定的通知"


def test_a_mail_that_is_handed_on_has_the_title_it_had():
    head = "From: a@e.example\nSubject: Fwd: Re: 最后一箱橘子\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n"
    page = head + "".join(f"<p>{text}</p>" for text in TEXT)
    assert convert_file(page.encode(), "x").metadata.title == "最后一箱橘子"


def test_the_foot_of_a_table_is_its_last_row():
    table = "<table><tfoot><tr><td>合计</td><td>3</td></tr></tfoot><tr><th>项</th><th>数</th></tr><tr><td>甲</td><td>3</td></tr></table>"
    page = f"<html><head><title>最后一箱橘子</title></head><body><h1>最后一箱橘子</h1><p>{TEXT[0]}</p>{table}<p>{TEXT[1]}</p></body></html>"
    assert "| 项 | 数 |\n| --- | --- |\n| 甲 | 3 |\n| 合计 | 3 |" in convert(page, "x").markdown
