"""Who is called by a name is called by it throughout a text, whatever stands beside it at some place."""

from __future__ import annotations

import pytest

from digest.zh.context.names import agreed, repeated
from digest.zh.shipped import digest_script

STORY = "\n".join(
    [
        "队长游少平推开了门。",
        "两千三千都不够，游少平没有钱。",
        "又下了一场雨，游少平还在桥上。",
        "到了最后就是游少平也说不清。",
        "散会以后，让游少平留下来。",
        "动不动就要修桥，游少平早已烦了。",
        "一千两，游少平就拿了一半。",
    ]
)


def test_a_name_is_converted_one_way():
    script = digest_script()
    terms = script.terms_of(STORY, "zh-Hans", "zh-Hant", {})
    converted = [script.convert(line, "zh-Hans", "zh-Hant", terms) for line in STORY.split("\n")]
    assert all("游少平" in line for line in converted), converted
    alone = [script.convert(line, "zh-Hans", "zh-Hant") for line in STORY.split("\n")]
    assert 0 < sum("遊少平" in line for line in alone) < len(alone), alone


@pytest.mark.parametrize(
    ("places", "called"),
    [
        (["余若海说", "余若海的"], {}),
        (["餘若海说", "餘若海的"], {}),
        (["余若海说", "餘若海的"], {"余若海": "余若海"}),
        (["余若海说", *["餘若海的"] * 4], {"余若海": "余若海"}),
        (["余若海说", *["餘若海的"] * 5], {}),
    ],
)
def test_one_place_in_five_says_it(places, called):
    pieces = [(f"余{place[1:]}", place) for place in places]
    assert agreed(pieces, ["余若海"]) == called


def test_only_what_is_repeated_is_looked_at():
    assert repeated("余若海说，余若海的，于谦远来") == ("余若海",)
    assert repeated("找余若海，见余若海") == ()


@pytest.mark.parametrize("terms", [{"余若海": "餘若海"}, {"见余若海": "見餘若海"}])
def test_a_curators_term_wins(terms):
    text = "律师余若海说，\n见余若海余味，\n余若海先生，\n有余若海味"
    assert digest_script().terms_of(text, "zh-Hans", "zh-Hant", terms) == terms


@pytest.mark.parametrize(("source", "target"), [("zh-Hant", "zh-Hans"), ("zh-Hans", "zh-Hans")])
def test_other_ways_have_no_names(source, target):
    assert digest_script().terms_of(STORY, source, target, {}) == {}


def test_a_region_writes_names_in_its_own_characters():
    text = "记者钟展鸿说\n会议室的钟展鸿\n钟展鸿先生\n两点钟展鸿走了"
    called = digest_script().terms_of(text, "zh-Hans", "zh-Hant-HK", {})
    assert set(called.values()) <= {"鍾展鴻"}
