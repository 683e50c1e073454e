"""The pictures of maps to the pixel: where lines, boxes and bows stand, counted by hand."""

import itertools
import random

import pytest

from digest.pages.maps.arcs import ArcLabel, Bow, diagram
from digest.pages.maps.columns import Box, columns, svg
from digest.pages.maps.lines import width
from digest.pages.maps.order import near


def test_the_lines_of_an_arc_diagram():
    # Lines of 20 with 6 between, 14 above the first: baselines 5 above the end of each, bows in its middle.
    made = diagram([ArcLabel(key, "船") for key in "abc"], [])
    assert [(line.x, line.end, line.texts, line.middle) for line in made.lines] == [
        (360, 374, ((29, "船"),), 24),
        (360, 374, ((55, "船"),), 50),
        (360, 374, ((81, "船"),), 76),
    ]
    assert (made.height, made.dots, made.numbered, made.bows) == (106, (350, 850), True, ())
    # Headings have room above them, but the first; notes stand below the text in lines of their own.
    made = diagram(
        [
            ArcLabel("h", "题", heading=True),
            ArcLabel("a", "船", note="某" * 60),
            ArcLabel("i", "题", heading=True),
            ArcLabel("b", "船", note="某人"),
            ArcLabel("c", ""),
        ],
        [],
    )
    assert [(line.texts, line.notes, line.middle) for line in made.lines] == [
        (((29, "题"),), (), 24),
        (((55, "船"),), ((72, "某" * 40), (92, "某" * 20)), 50),
        (((139, "题"),), (), 134),
        (((165, "船"),), ((182, "某人"),), 160),
        ((), (), 196),
    ]
    assert (made.height, made.lines[-1].end) == (216, 360)
    assert (diagram([], []).height, diagram([], []).lines) == (28, ())


@pytest.mark.parametrize(
    ("signs", "margin", "texts"), [(1, 360, 1), (35, 355, 1), (50, 250, 1), (57, 201, 1), (60, 200, 2), (114, 200, 2)]
)
def test_bows_have_the_room_that_lines_leave(signs, margin, texts):
    (line,) = diagram([ArcLabel("a", "船" * signs)], []).lines
    assert (line.x, len(line.texts), line.middle) == (margin, texts, 14 + 10 * texts)
    assert line.end == margin + min(signs, 57) * 14


def test_the_bows_of_an_arc_diagram():
    lines = [ArcLabel(key, "船") for key in "abc"]
    bows = [
        Bow("a", "b", "disputes", 2, changed=True),
        Bow("c", "a", "disputes", 6),
        Bow("b", "c", "supports"),
        Bow("c", "a", "extends", 6),
    ]
    made = diagram(lines, bows)
    # The widest goes out as far as there is room outside of which its number stands, others in proportion; disputes
    # are drawn last, and long ones first.
    assert [(each.bow, each.path, each.stroke, each.left, each.x, each.y) for each in made.bows] == [
        (bows[3], "M850.0 24.0C1271.3 24.0 1271.3 76.0 850.0 76.0", 6.4, False, 1174.2, 50),
        (bows[2], "M850.0 50.0C1060.7 50.0 1060.7 76.0 850.0 76.0", 1.4, False, 1013.7, 63),
        (bows[1], "M350.0 24.0C-71.3 24.0 -71.3 76.0 350.0 76.0", 6.4, True, 25.8, 50),
        (bows[0], "M350.0 24.0C139.3 24.0 139.3 50.0 350.0 50.0", 2.4, True, 185.8, 37),
    ]
    assert [each.stroke for each in diagram(lines, [Bow("a", "b", "disputes")]).bows] == [1.6]
    two = [Bow("a", "b", "disputes", 2), Bow("b", "c", "disputes")]
    assert [each.stroke for each in diagram(lines, two).bows] == [6.4, 1.4]
    assert diagram(lines, [Bow("a", "a", "disputes")]).bows[0].path.startswith("M350.0 24.0C350.0 24.0")
    # Strokes and places are told to a tenth, of lines whose middle is none as well.
    odd = diagram(lines, [Bow("a", "b", "disputes", 1), Bow("a", "b", "supports", 2), Bow("a", "c", "extends", 8)])
    assert [(each.stroke, each.x, each.y) for each in odd.bows] == [
        (6.4, 1174.2, 50),
        (2.1, 1014.1, 37),
        (1.4, 186.3, 37),
    ]


def test_many_bows_need_no_room_for_numbers_and_short_ones_go_out_further():
    lines = [ArcLabel(str(number), "船") for number in range(9)]
    made = diagram(lines, [Bow("0", "8", "disputes"), Bow("0", "4", "disputes")])
    assert not made.numbered
    assert [each.path for each in made.bows] == [
        "M350.0 24.0C-106.0 24.0 -106.0 232.0 350.0 232.0",
        "M350.0 24.0C78.9 24.0 78.9 128.0 350.0 128.0",
    ]


def placed(boxes):
    return [(each.box.key, each.column, each.x, each.y, each.height, each.texts, each.notes) for each in boxes]


def test_the_boxes_of_columns():
    own, others = [Box("c1", "船", "#c1")], [Box("a", "桥", "a/", "某人"), Box("b", "路", "b/", "某人")]
    bows = [Bow("c1", "a", "disputes"), Bow("c1", "d", "supports"), Bow("c1", "b", "disputes", changed=True)]
    made = columns(own, others, [Box("d", "河", "d/")], bows)
    # The tallest column fills the picture, the others stand in it with the same room above and below.
    assert placed(made.boxes) == [
        ("a", "left", 0, 4, 57, ((29, "桥"),), ((47, "某人"),)),
        ("b", "left", 0, 71, 57, ((96, "路"),), ((114, "某人"),)),
        ("c1", "middle", 425, 46, 40, ((71, "船"),), ()),
        ("d", "right", 850, 46, 40, ((71, "河"),), ()),
    ]
    assert (made.height, made.width, {each.width for each in made.boxes}) == (132, 1200, {350})
    # What agrees is drawn first, so that disputes lie above it.
    assert made.curves == (
        (bows[1], "M775.0 66.0C812.5 66.0 812.5 66.0 850.0 66.0"),
        (bows[0], "M425.0 66.0C387.5 66.0 387.5 32.5 350.0 32.5"),
        (bows[2], "M425.0 66.0C387.5 66.0 387.5 99.5 350.0 99.5"),
    )
    assert svg(made, "map", "图").splitlines() == [
        '<svg class="dg-map__svg" id="map" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 132" role="group"'
        ' aria-label="图" data-map="">',
        '<g class="dg-map__bows" aria-hidden="true">',
        '<path class="dg-bow" d="M775.0 66.0C812.5 66.0 812.5 66.0 850.0 66.0" data-kind="supports" data-a="c1"'
        ' data-b="d" stroke-width="1.8"><title></title></path>',
        '<path class="dg-bow" d="M425.0 66.0C387.5 66.0 387.5 32.5 350.0 32.5" data-kind="disputes" data-a="c1"'
        ' data-b="a" stroke-width="1.8"><title></title></path>',
        '<path class="dg-bow" d="M425.0 66.0C387.5 66.0 387.5 99.5 350.0 99.5" data-kind="disputes" data-a="c1"'
        ' data-b="b" data-changed="" stroke-width="1.8"><title></title></path>',
        "</g>",
        '<g class="dg-map__box" data-node="a" data-column="left"><a href="a/"><rect x="1" y="4.0" width="348" height="57"'
        ' rx="4"/><text x="10" y="29.0">桥</text><text class="dg-map__note" x="10" y="47.0">某人</text></a></g>',
        '<g class="dg-map__box" data-node="b" data-column="left"><a href="b/"><rect x="1" y="71.0" width="348" height="57"'
        ' rx="4"/><text x="10" y="96.0">路</text><text class="dg-map__note" x="10" y="114.0">某人</text></a></g>',
        '<g class="dg-map__box" data-node="c1" data-column="middle"><a href="#c1"><rect x="426.0" y="46.0" width="348"'
        ' height="40" rx="4"/><text x="435.0" y="71.0">船</text></a></g>',
        '<g class="dg-map__box" data-node="d" data-column="right"><a href="d/"><rect x="851" y="46.0" width="348"'
        ' height="40" rx="4"/><text x="860" y="71.0">河</text></a></g>',
        "</svg>",
    ]


def test_long_texts_fill_their_boxes():
    # 330 of text are 23 signs of 14, and 27 of the smaller 12.
    (box,) = columns([Box("c1", "船" * 47, "#c1", "某" * 55)], [], [], []).boxes
    assert [text for _, text in box.texts] == ["船" * 23, "船" * 23, "船"]
    assert [(y, len(text)) for y, text in box.notes] == [(87, 27), (104, 27), (121, 1)]
    assert box.height == 131
    three = columns(
        [Box(str(number), "船", "") for number in range(3)], [Box("l", "桥", "")], [], [Bow("0", "l", "disputes")]
    )
    assert [each.y for each in three.boxes] == [54, 4, 54, 104]
    thirds = columns(
        [Box("a", "船", ""), Box("b", "船", "")], [Box("l", "桥", "", "某" * 55)], [], [Bow("a", "l", "disputes")]
    )
    assert [(each.y, each.texts[0][0]) for each in thirds.boxes] == [(4, 29), (4.3, 29.3), (54.7, 79.7)]
    assert columns([], [], [], []).height == 8


def test_a_column_is_in_the_order_of_what_its_boxes_are_tied_to():
    own = [Box(key, "船", "") for key in ("c1", "c2", "c3")]
    for ties, order in [
        ([("c2", "a"), ("c1", "b")], "ba"),
        # Their middle counts, not how many they are; of equals the name decides.
        ([("c1", "b"), ("c1", "b"), ("c1", "b"), ("c2", "a")], "ba"),
        ([("c3", "a"), ("c1", "a"), ("c1", "b")], "ba"),
        ([("c1", "b"), ("c1", "a")], "ab"),
    ]:
        made = columns(own, [Box(key, "桥", "") for key in "ab"], [], [Bow(*tie, "disputes") for tie in ties])
        assert "".join(each.box.key for each in made.boxes if each.column == "left") == order, ties


def test_wide_letters_count_as_wide_ones():
    for text, ems in [
        ("船", 1),
        ("Ｗ，", 2),
        ("“", 1),
        ("W", 0.95),
        ("m", 0.95),
        ("w@%&", 3.8),
        ("a1 ", 1.92),
        ("x-", 1.28),
    ]:
        assert width(text) == pytest.approx(ems), text


def test_an_order_is_such_that_no_single_one_stands_better_elsewhere():
    def length(order, ties):
        return sum(weight * abs(order.index(a) - order.index(b)) for (a, b), weight in ties.items())

    chance = random.Random(7)
    for _ in range(40):
        pairs = list(itertools.combinations("abcdef", 2))
        ties = {pair: chance.choice((1.0, 2.0, 5.0)) for pair in chance.sample(pairs, 6)}
        order = near("abcdef", ties)
        for name, place in itertools.product("abcdef", range(6)):
            others = [each for each in order if each != name]
            assert length([*others[:place], name, *others[place:]], ties) >= length(order, ties) - 1e-9, ties


def test_where_several_places_are_as_good_the_first_is_taken_unless_the_own_one_is():
    for names, ties, order in [
        ("abc", {("a", "c"): 1.0}, "bac"),
        ("axyb", {("a", "b"): 1.0}, "xyab"),
        ("abc", {("a", "b"): 1.0}, "abc"),
        ("abcd", {("a", "b"): 1.0, ("a", "d"): 1.0}, "badc"),
        ("abc", {}, "abc"),
    ]:
        assert "".join(near(names, ties)) == order, names
