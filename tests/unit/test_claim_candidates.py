import pytest
from golden import cases

from digest.plan.concepts import Concept
from digest.proposals.claim_candidates import claim_candidates
from digest.proposals.claim_wording import holder_of, wording
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
    assert wording(case["sentence"]) == case["text"]
    assert holder_of(case["sentence"], case.get("beside", []), case.get("people", [])) == case["holder"]


def test_claims_are_found_and_reports_are_not():
    found = claim_candidates(BODY, [BRIDGE], ["李石"], limit=2)
    assert [(each.text, each.holder) for each in found] == [
        ("修桥的关键不在石头，而在过桥的人愿意出力，这才是根本。", ""),
        ("如果没有渡船，修桥就不可能不影响镇上人的生计。", "李石"),
    ]
    assert found[0].concepts == ("修桥",) and 0.5 < found[0].score < 1


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


def test_no_more_than_one_sentence_in_four():
    assert len(claim_candidates("一句话。两句话。三句话。四句话。", [])) == 1
    assert claim_candidates("", []) == []
