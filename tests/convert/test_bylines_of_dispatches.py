"""Who wrote it, as papers print it in a row of offices, in the opening of a dispatch without brackets, and beside the
outlet of a picture."""

import itertools

import pytest

from convert.evidence.fields.bylines import reporters, wrote
from convert.evidence.fields.names import split_names
from convert.pipeline import convert_file

TEXT = [f"修船的人们在岸上站了{n}个上午，谁也没有说话，直到旧船驶过了第{n}座桥。" for n in "一二三四五"]
OFFICES = ["记者", "通讯员", "实习生", "见习记者", "實習生", "特约记者"]


@pytest.mark.parametrize("first, second", [*itertools.permutations(OFFICES, 2)])
def test_an_office_is_no_part_of_a_name(first, second):
    assert split_names(f"{first}周远 {second}何平") == ("周远", "何平")
    assert split_names(f"{first} 周远、{second}何平") == ("周远", "何平")


@pytest.mark.parametrize("outlet", ["江边网", "江边网 ", "江边日报讯 ", "江边网5月20日讯 ", ""])
@pytest.mark.parametrize("names, own", [("记者周远", 1), ("通讯员何平、记者周远", 2), ("记者周远 实习生何平", 2)])
@pytest.mark.parametrize("end", ["报道：", "5月20日报道，", "江州报道 ", "江州5月20日報導："])
def test_a_dispatch_names_its_reporters_without_brackets(outlet, names, own, end):
    found = reporters(f"{outlet}{names}{end}旧船回来了。")
    assert "周远" in found and len(found) == own


@pytest.mark.parametrize(
    "line",
    [
        "据江边网记者周远报道，旧船回来了。",
        "記者站在岸邊報導了一整天。",
        "记者从江边的人们那里听说，这条船已经走了三十年，报道说它不会再来。",
        "江边网的记者们都来了，他们报道了整整三天。",
        "更多关于旧船的资讯（含图纸），请到岸边索取。",
        "想看更多通訊（含附表）的人，可以到岸邊索取。",
        "他接到一通来电（未显示），没有回。",
        "请到岸边索取更多资讯（含图纸）。",
        "水声盖过了音讯（断续）和喜讯（迟到）。",
    ],
)
def test_a_sentence_about_reporters_names_none(line):
    assert not reporters(line)


@pytest.mark.parametrize(
    "head", ["江边社江州5月20日电", "江边网讯", "江边晚报讯 ", "江边社专电", "江邊社江州5月20日電"]
)
@pytest.mark.parametrize("sign", ["（周远）", "(记者周远)", "（记者 周远）"])
def test_the_head_of_a_dispatch_names_who_sent_it(head, sign):
    assert reporters(f"{head}{sign}旧船昨天回来了，岸上站满了人。") == ("周远",)


def test_the_end_of_a_report_names_who_wrote_it():
    assert reporters("岸上站满了人，谁也没有说话。江边时事讯（周远）") == ("周远",)


@pytest.mark.parametrize(
    "line",
    [
        "（记者 周远/江边图库）",
        "（记者周远 图/江边社）",
        "（江边晚报记者 周远/文 何平/图）",
        "（文/周远 图/江边图片社）",
    ],
)
def test_whose_the_picture_is_wrote_nothing(line):
    assert (wrote(line) or reporters(line)) == ("周远",)


@pytest.mark.parametrize(
    "line",
    [
        "2024-05-20 10:20 | 江边晚报 | 周远航",
        "江边晚报｜周远航｜2024-05-20 10:20",
        "2024-05-20 10:20:33 江边晚报 周远航 |",
    ],
)
def test_a_row_with_day_and_outlet_names_its_person(line):
    body = "".join(f"<p>{text}</p>" for text in TEXT)
    page = f"<html><head><title>江边的旧船</title></head><body><h1>江边的旧船</h1><p>{line}</p>{body}</body></html>"
    found = convert_file(page.encode(), "x.html").metadata
    assert found.author == ("周远航",) and found.date == "2024-05-20"
