from digest.articles import marks
from digest.proposals.related import surroundings

BODY = """## 渡口的将来

摆渡的船会消亡。<!--c1-->桥已经修到了对岸。船夫们<!--c9-->都说不会。<!--c2-->

**老街怎么办**

- 老街会留下。<!--c3 d1-->
- 铺子搬走了。

河水涨了。

摆渡的船没有人坐了。<!--c1+-->
"""


def test_what_is_around_a_claim_is_its_paragraph_and_the_heading_above():
    around = surroundings(marks.read(BODY).markdown)
    first = "摆渡的船会消亡。桥已经修到了对岸。船夫们都说不会。"
    assert around["c2"] == f"渡口的将来\n{first}"
    assert around["c3"] == around["d1"] == "老街怎么办\n老街会留下。"
    assert "河水" not in "".join(around.values())


def test_a_sentence_marked_further_on_adds_its_paragraph_and_its_heading():
    around = surroundings(marks.read(BODY).markdown)["c1"]
    assert around.split("\n") == [
        "渡口的将来",
        "摆渡的船会消亡。桥已经修到了对岸。船夫们都说不会。",
        "老街怎么办",
        "摆渡的船没有人坐了。",
    ]


def test_a_paragraph_and_a_heading_count_once():
    body = "## 桥\n\n桥会塌。<!--c1-->人会走。<!--c1+-->\n\n水会干。<!--c1+-->\n"
    assert surroundings(marks.read(body).markdown)["c1"] == "桥\n桥会塌。人会走。\n水会干。"


def test_without_a_mark_nothing_is_around_anything():
    assert surroundings("没有论点的一段。\n") == {}
