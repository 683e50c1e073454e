"""The geometry of the pictures."""

import itertools
import re
from xml.etree import ElementTree

import pytest
from golden import cases

from digest.pages.maps import columns as columns_module
from digest.pages.maps.arcs import WIDTH, ArcLabel, Bow, diagram
from digest.pages.maps.columns import Box, columns, svg
from digest.pages.maps.lines import lines, width
from digest.pages.maps.order import near

TEXTS = [
    "产业互联网不是消费互联网的延续，它要改造产业的元素、流程和环节。",
    "S2B",
    "W" * 70,
    "“去中心化赋能”是伪命题" * 8,
]


@pytest.mark.parametrize("case", cases("lines"))
def test_text_is_broken_into_lines_that_fit(case):
    found = list(lines(case["text"], case["most"]))
    assert found == case["lines"]
    assert all(width(line) <= case["most"] for line in found)


def numbers(path):
    return [float(number) for number in re.findall(r"-?\d+\.\d", path)]


@pytest.mark.parametrize("count", [2, 5, 8, 9, 60])
def test_an_arc_diagram_stays_in_its_frame_and_lines_do_not_touch(count):
    rows = [ArcLabel(str(number), TEXTS[number % 4], note="某某，2020-01-01") for number in range(count)]
    bows = [
        Bow(str(a), str(b), kind, 1 + a)
        for a, b in itertools.combinations(range(count), 2)
        for kind in ("disputes", "supports")
    ][:150]
    made = diagram(rows, bows)
    baselines = [y for line in made.lines for y, _ in (*line.texts, *line.notes)]
    assert all(after - before >= 12 for before, after in itertools.pairwise(baselines))
    assert baselines[0] - 14 > 0 and baselines[-1] < made.height
    for line in made.lines:
        assert made.dots[0] < line.x and line.end < made.dots[1]
        assert line.end >= line.x + max(width(text) for _, text in line.texts) * 13.9
    for bow in made.bows:
        x, _, handle, *_ = numbers(bow.path)
        apex = x + 0.75 * (handle - x)
        assert (
            apex - bow.stroke / 2 >= 0 and apex + bow.stroke / 2 <= WIDTH and bow.left == (bow.bow.kind == "disputes")
        )
    assert len(made.bows) == len(bows)


@pytest.mark.parametrize("count", range(2, 9))
def test_the_numbers_of_few_bows_do_not_touch(count):
    rows = [ArcLabel(str(number), TEXTS[2]) for number in range(count)]
    made = diagram(rows, [Bow(str(a), str(b), "disputes", 99) for a, b in itertools.combinations(range(count), 2)])
    boxes = [(bow.x - 18, bow.x, bow.y - 8, bow.y + 8) for bow in made.bows]
    assert made.numbered and all(box[0] >= 0 for box in boxes)
    for one, other in itertools.combinations(boxes, 2):
        assert one[1] <= other[0] or other[1] <= one[0] or one[3] <= other[2] or other[3] <= one[2]


def test_the_columns_do_not_touch_and_text_stays_in_its_box():
    own = [Box(f"c{number}", text, "", "某人") for number, text in enumerate(TEXTS)]
    beside = [Box(f"o{number}", TEXTS[number % 4], "", "某人，《某篇文章》") for number in range(16)]
    bows = [Bow(f"c{number % 4}", f"o{number}", kind) for number in range(16) for kind in ("disputes", "supports")]
    made = columns(own, beside, beside, bows)
    assert len(made.curves) == 32 and len(made.boxes) == 36
    for column in ("left", "middle", "right"):
        boxes = [box for box in made.boxes if box.column == column]
        assert all(before.y + before.height <= after.y for before, after in itertools.pairwise(boxes))
        assert boxes[0].y >= 0 and boxes[-1].y + boxes[-1].height <= made.height + 0.1
    for box in made.boxes:
        assert all(box.y < y - 10 and y < box.y + box.height for y, _ in (*box.texts, *box.notes))
        assert all(width(text) * 14 <= box.width - 20 for _, text in box.texts)
    assert 3 * columns_module._COLUMN < WIDTH


def test_what_is_tied_stands_near():
    ties = {("a", "f"): 5.0, ("b", "e"): 5.0, ("c", "d"): 5.0}
    order = near("abcdef", ties)
    assert sorted(order) == list("abcdef") and sum(abs(order.index(a) - order.index(b)) for a, b in ties) == 3
    assert order == near("abcdef", ties) and near("ab", {}) == ["a", "b"]


def test_the_picture_around_an_article_is_sound_markup_whatever_its_texts_are():
    hostile = '</text><script>x()</script>"onload="x()" & <b>'
    made = columns(
        [Box("c1", hostile, "#c1", hostile)],
        [Box("a#c1", hostile, 'x/"><img src=y>', hostile)],
        [],
        [Bow("c1", "a#c1", "disputes", title=hostile, changed=True)],
    )
    read = ElementTree.fromstring(svg(made, "around", hostile))
    assert {each.tag.partition("}")[2] for each in read.iter()} == {"svg", "g", "a", "rect", "text", "path", "title"}
    assert read.get("aria-label") == hostile and read.find(".//{*}title").text == hostile
    assert [a.get("href") for a in read.iterfind(".//{*}a")] == ['x/"><img src=y>', "#c1"]
    assert "".join(each.text for each in read.findall(".//{*}g[@data-column='left']//{*}text[@class]")).replace(
        " ", ""
    ) == hostile.replace(" ", "")
