import pytest
from golden import cases

from digest.plan.concepts import Concept
from digest.proposals.claim_candidates import claim_candidates
from digest.proposals.claim_wording import wording
from digest.proposals.holders import holder_of
from digest.zh.script import Script

BRIDGE = Concept("修桥", ("修桥",))
BODY = """\
镇上有一座旧桥，是三十年前修的。那年来了两百个人。

## 桥

我认为，修桥的关键不在石头，而在过桥的人愿意出力，这才是根本。昨天下了雨。

去年有12个人落水。为什么还不修呢？修桥的关键不在石头，而在过桥的人愿意出力。

镇长李石指出，如果没有渡船，修桥就不可能不影响镇上人的生计。大家点头。天黑了。大家回家去了。桥上没有灯。
"""


@pytest.mark.parametrize("case", cases("claim_wording"))
def test_a_sentence_becomes_a_short_wording_with_its_holder(case):
    people = case.get("people", [])
    assert wording(case["sentence"], people) == case["text"]
    assert holder_of(case["sentence"], case.get("beside", []), people) == case["holder"]


def test_claims_are_found_and_reports_are_not():
    found = claim_candidates(BODY, [BRIDGE], ["李石"], limit=2)
    assert [(each.text, each.holder) for each in found] == [
        ("修桥的关键不在石头，而在过桥的人愿意出力，这才是根本。", ""),
        ("如果没有渡船，修桥就不可能不影响镇上人的生计。", "李石"),
    ]
    assert found[0].concepts == ("修桥",) and 0.4 < found[0].score < 1


def test_the_same_is_found_in_either_script():
    script = Script()
    traditional = claim_candidates(script.convert(BODY, "zh-Hans", "zh-Hant"), [BRIDGE], ["李石"])
    simplified = claim_candidates(BODY, [BRIDGE], ["李石"])
    assert [script.convert(each.sentence, "zh-Hans", "zh-Hant") for each in simplified] == [
        each.sentence for each in traditional
    ]
    assert [each.score for each in simplified] == [each.score for each in traditional]


def test_a_claim_is_not_found_twice():
    assert sum("关键" in each.sentence for each in claim_candidates(BODY, [BRIDGE])) == 1


def test_no_more_than_one_sentence_in_five():
    body = (
        "石桥必须由过桥的人来修。木桥不该再用下去了。渡船终究会被石桥取代。镇上的人应当出钱修桥。桥头的店不能占桥面。"
    )
    assert len(claim_candidates(body, [])) == 1
    assert claim_candidates("", []) == []


LEANING = [
    "这座桥必须由过桥的人来修。",
    "它本质上是镇上人的命脉所在。",
    "修桥的难处，难在下面三处：",
    "为什么修桥的关键在于人心？",
    "对镇上的人来说，这也不用担心。",
    "不是说没有石头，而是没有人愿意去搬。",
    "而是要让过桥的人自己出钱出力。",
    "非但不能让桥更牢固，甚至会让它塌掉。",
]


@pytest.mark.parametrize("sentence", LEANING)
def test_what_leans_on_another_sentence_is_no_claim(sentence):
    assert wording(sentence) == ""


def test_neither_headings_nor_items_nor_captions_are_offered():
    body = (
        "## 修桥的关键在于人心\n\n**修桥的本质是人心**\n\n![桥](a.png)\n\n图：修桥的关键在于人心\n\n"
        "- 修桥必须由过桥的人出钱才行。\n\n"
    )
    assert claim_candidates(body, [BRIDGE]) == []


MIDDLE = (
    "石料必须从北山运来，这是质量的关键。|工匠的手艺才是真正的根本，而不是图纸。|木桥无法经受洪水，不能再用。"
    "|过桥的钱应当由商贩来出，而不是农户。|渡船的生意本质上已经没有未来。|桥墩的深度决定一切，不能省工。"
    "|官府的拨款并非必须，绝不该坐等。|桥栏的高度不应低于人的腰，这是前提。"
).split("|")


def test_the_opening_and_the_closing_thesis_are_offered():
    dull = "那天的天气很好，桥边站着许多来看热闹的人。"
    body = "\n\n".join(
        [
            "修桥的本质不是为了好看，而是为了走桥的人。",
            *(each + dull for each in MIDDLE),
            "没有人愿意走的桥，本质上等于没有修。",
        ]
    )
    found = [each.text for each in claim_candidates(body, [])]
    assert "修桥的本质不是为了好看，而是为了走桥的人。" in found and "没有人愿意走的桥，本质上等于没有修。" in found


def test_a_holder_is_found_that_the_article_introduces_itself():
    found = claim_candidates("石桥公司创始人何大山表示，修桥的关键是让过桥的人自己愿意出力。", [BRIDGE])
    assert [each.holder for each in found] == ["何大山"]


def test_what_speaks_for_a_claim_is_named():
    assert "opinion" in claim_candidates(BODY, [BRIDGE], ["李石"], limit=2)[0].cues


CONVERSATION = "\n\n".join(
    [
        "记者：镇上有人说修桥必须靠官府拨款，这才是关键，您怎么看？",
        "李石：我认为修桥的关键不在拨款，而在过桥的人愿意出力。",
        "记者：那么石料是不是最大的难处？",
        "李石：石料并不是难处，人心才是根本。",
        "桥墩的深度决定一切，绝不能省工。",
        "记者：渡船还有没有未来？",
        "李石：渡船的生意本质上已经没有未来。",
        *["那天下了一点小雨。"] * 30,
    ]
)


@pytest.mark.parametrize("variant", ["zh-Hans", "zh-Hant"])
def test_in_a_conversation_who_answers_holds_what_is_said(variant):
    body = Script().convert(CONVERSATION, "zh-Hans", variant)
    found = claim_candidates(body, [BRIDGE])
    assert len(found) >= 3 and {each.holder for each in found} == {"李石"}
    assert all(each.text[:3] not in ("记者：", "李石：", "記者：") for each in found)


@pytest.mark.parametrize("label", ["答", "A"])
def test_a_letter_that_stands_for_a_speaker_is_no_holder(label):
    asks = "问" if label == "答" else "Q"
    body = CONVERSATION.replace("记者", asks).replace("李石", label)
    assert {each.holder for each in claim_candidates(body, [BRIDGE])} == {""}


def test_a_word_with_a_colon_at_two_paragraphs_makes_no_conversation():
    body = CONVERSATION.replace("记者：", "小结：").replace("李石：", "注意：").replace("小结：那么", "那么")
    assert {each.holder for each in claim_candidates(body, [BRIDGE])} == {""}


def test_a_foreign_name_that_speaks_is_a_holder():
    found = claim_candidates("波德莱尔说：“修桥的关键不在石头，而在过桥的人愿意出力。”", [BRIDGE])
    assert [(each.text, each.holder) for each in found] == [("修桥的关键不在石头，而在过桥的人愿意出力。", "波德莱尔")]


def test_what_happened_is_not_offered_to_make_up_a_number():
    happened = [f"第{number}天，石匠们把一块石头运到了河边。" for number in "三四五六七八九"]
    body = "\n\n".join(["修桥的关键不在石头，而在人心。", *happened])
    assert [each.text for each in claim_candidates(body, [BRIDGE])] == ["修桥的关键不在石头，而在人心。"]


def test_a_story_of_one_s_own_comes_after_what_others_can_answer():
    body = "我必须把修桥的事放在第一，这是我的根本。\n\n镇上必须把修桥的事放在第一，这是大家的根本。"
    [found] = claim_candidates(body, [BRIDGE], limit=1)
    assert found.text.startswith("镇上")


def test_a_part_that_takes_up_what_was_said_before_is_not_cut_out():
    said = "等到镇上的人家都把自家的石头一块一块地运到河边并且堆成了一座谁也不敢小看的小山的那一天清早，修桥的事就不再是石匠一家的事，而是镇上所有过桥的人的事。"
    assert not wording(said, often={"修桥", "石匠"}).startswith("修桥的事就")


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("石桥公司创始人达木站在河边。", "达木强调，修桥的关键是让过桥的人自己愿意出力。"),
        ("", "石桥公司创始人何大山对镇上的报馆表示，“修桥的关键是让过桥的人自己愿意出力。”"),
    ],
)
def test_who_speaks_in_one_place_may_be_introduced_in_another(told, said):
    found = claim_candidates(told + said, [BRIDGE])
    assert [each.holder for each in found] == ["何大山" if "何大山" in said else "达木"]


@pytest.mark.parametrize("sentence", ["公司董事表示，修桥不能只靠一家。", "语文课老师说，修桥不能只靠一家。"])
def test_neither_an_office_nor_half_a_word_is_a_holder(sentence):
    assert [each.holder for each in claim_candidates(sentence, [BRIDGE])] == [""]


def test_the_closing_thesis_is_no_second_time_the_same():
    thesis = "石桥的本质不是一堆石头，而是镇上的人造出来的奇迹。"
    body = "\n\n".join([thesis, *MIDDLE, *["那天下了一点小雨。"] * 30, "所以，" + thesis])
    assert sum("奇迹" in each.text for each in claim_candidates(body, [])) == 1


@pytest.mark.parametrize("verb", ["在《旧桥》中指出", "认为", "则强调", "也曾表示"])
def test_a_foreign_name_ends_before_what_is_no_name(verb):
    body = f"作家阿兰·波特{verb}，修桥必须由过桥的人出钱，这才是根本。镇上的人都在听。天黑了。大家散了。桥上没有灯。"
    assert claim_candidates(body, [BRIDGE])[0].holder == "阿兰·波特"


def test_a_list_is_passed_over_unless_it_is_most_of_the_article():
    items = "\n".join(
        f"- {said}" for said in ("修桥的关键不在石头，而在人心。", "旧桥的本质是镇上的路。", "渡船必须留下。")
    )
    few = "\n\n".join([items, *MIDDLE, *["那天下了一点小雨。"] * 12])
    assert not any("人心" in each.sentence for each in claim_candidates(few, [BRIDGE]))
    assert any("人心" in each.sentence for each in claim_candidates(f"修桥有三条。\n\n{items}", [BRIDGE]))
