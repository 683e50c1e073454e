"""Lines that a program wrapped at one width without a blank line between paragraphs, and what stays as it is set."""

import pytest

from convert.pipeline import convert
from convert.text.wrapped import COLUMNS_LEAST, rejoined

# An invented judgment, paragraph by paragraph.
PARAGRAPHS = [
    "江邊地方法院民事判決",
    "　　　　　　一○五年度渡字第一一五九號",
    "原　告　　周　遠",
    "上列當事人間請求返還渡船事件，本院於中華民國一○四年十一月十七日言詞辯論終結，判決如下：",
    "　　主　文",
    "被告應將舊渡船一艘返還原告。",
    "　　理　由",
    "一、原告主張：舊渡船停在碼頭二十年，船底的漆早已剝落，被告卻未依約修補，屢經催告仍置之不理，故請求返還。",
    "二、被告則以：船是向館長借來的，並非原告所有，而且修補的費用應由兩造各負擔一半等語置辯。",
    "據上論結，判決如主文。",
    "中　　華　　民　　國　　１０５　　年五月",
    "　　　　　　　　　　　　書記官　李小舟",
]


def wrapped(paragraph, width=22):
    """The lines of a paragraph as a program wraps it: items hang, no mark that closes stands first."""
    if len(paragraph) <= width:
        return [paragraph]
    at = width - 1 if paragraph[width] in "，。；：」" else width
    hang = "　　" if paragraph[1] == "、" or paragraph.startswith("　　") else ""
    return [paragraph[:at], *wrapped(hang + paragraph[at:], width)]


JUDGMENT = [line for paragraph in PARAGRAPHS for line in wrapped(paragraph)]


def test_paragraphs_are_whole_again_and_short_lines_stay():
    found = rejoined(JUDGMENT)
    assert len(found) == len(JUDGMENT) and [line for line in found if line] == [p.strip() for p in PARAGRAPHS]


def test_what_marks_close_may_hang_by_a_character():
    longer = ["渡船停在碼頭二十年，誰也沒有再去問過它的名字。", "船底的漆已經剝落。"]
    assert rejoined(JUDGMENT + longer)[-2:] == ["".join(longer), ""]


@pytest.mark.parametrize(
    "lines",
    [
        # Verse, sentences that close their lines, code, rows of a table, one paragraph a line.
        ["渡口無人舟自橫，", "江邊有客夜長行。", "山前雨後花猶在，", "橋上風來水不平。"] * 4,
        ["渡船停在碼頭二十年了誰也沒有再問過它。"] * 8,
        ["print('渡船停在碼頭二十年了誰也沒有問')"] * 8,
        ["渡船\t停在碼頭\t二十年了\t誰也沒有再問過它的"] * 3,
        ["渡船停在碼頭二十年了誰也沒有再問過它的" + "了" * at for at in range(8)],
        ["渡船停在碼頭二十年了誰也沒有再問過它的" * 6] * 8,
        ["渡船停在碼頭二十年了誰也沒有再問過它的"] * 3,
        ["", "渡船", ""],
        [""],
        # Lines that somebody ended where he liked, some of them as long as the longest.
        [("渡船停在碼頭二十年了誰也沒有再問過它的名字和年紀")[:at] for at in (23, 20, 21, 23, 20, 21, 23, 20, 21, 23)],
    ],
)
def test_what_no_program_wrapped_stays_as_it_is(lines):
    assert rejoined(list(lines)) == list(lines)


def test_a_blank_line_ends_a_paragraph_and_words_have_a_blank_between():
    full = "渡船停在碼頭二十年了誰也沒有再問過它的 old"
    assert rejoined([full, "pier 的名字", "", *[full] * 4])[0] == full + " pier 的名字"
    assert COLUMNS_LEAST == 40


def test_a_judgment_on_a_page_keeps_its_paragraphs_and_heads():
    page = f"<html><head><title>一○五渡1159</title></head><body><pre>{chr(10).join(JUDGMENT * 2)}</pre></body></html>"
    lines = convert(page, "a.html").markdown.split("\n")
    assert {"## 主 文", "## 理 由", PARAGRAPHS[3], PARAGRAPHS[7]} <= set(lines)


@pytest.mark.parametrize(
    ("heads", "are"),
    [
        (("主　文", "理　由"), True),
        (("前 言", "江边"), True),
        # A single pair may be set so by chance, and names are.
        (("主　文", "江边"), False),
        (("李　明", "王　華"), False),
        (("三 桥", "四 水"), False),
        (("天 地 人", "江 上 客"), False),
    ],
)
def test_two_characters_set_apart_head_a_section(heads, are):
    text = "渡船停在码头二十年了，谁也没有再问过它的名字，只有早上的市集还在，卖鱼的人说水还是那样的水。"
    inside = "".join(f"<p>{head}</p><p>{text}{at}</p><p>{text}</p>" for at, head in enumerate(heads))
    page = f"<html><head><title>江边的旧渡船</title></head><body><h1>江边的旧渡船</h1>{inside}</body></html>"
    shown = " ".join(heads[0].split())
    assert (f"## {shown}\n" in convert(page, "a.html").markdown) is are
