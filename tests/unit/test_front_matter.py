import pytest

from digest.files import front_matter

GOOD = "---\ntitle: 甲\nlang: zh-Hans\n---\n正文。\n"


def faults(text):
    front, found = front_matter.read("a.md", text)
    return found + front_matter.check("a.md", front) + front_matter.cut_off("a.md", front)


def test_a_good_head_is_read():
    front, found = front_matter.read("a.md", GOOD)
    assert not found and not front_matter.check("a.md", front)
    assert front.data == {"title": "甲", "lang": "zh-Hans"}
    assert front.body == "正文。\n" and front.body_line == 5


def test_windows_line_ends_are_read():
    assert front_matter.read("a.md", GOOD.replace("\n", "\r\n"))[0].data["title"] == "甲"


def test_a_date_stays_what_was_written():
    front, _ = front_matter.read("a.md", "---\ndate: 2021-09-30\n---\n")
    assert front.data["date"] == "2021-09-30"


@pytest.mark.parametrize(
    ("head", "line", "code", "words"),
    [
        ("title: 甲\nlang: zh-Hans\ntitel: 乙", 4, "front-matter-unknown", "did you mean title"),
        ("title: 甲\nlang: zh", 3, "front-matter-value", "zh-Hans or zh-Hant"),
        ("title: 甲", 2, "front-matter-missing", "lang"),
        ("title: 甲\nlang: zh-Hans\nauthor: 乙", 4, "front-matter-value", "list"),
        ("title: 甲\nlang: zh-Hans\ndate: 30.9.2021", 4, "front-matter-value", "2021-09-30"),
        ("title: 甲\nlang: zh-Hans\nsource_url: javascript:alert(1)", 4, "front-matter-value", "http"),
        ("title: 甲\nlang: zh-Hans\nraw: ../../etc/passwd", 4, "front-matter-value", "seeds/"),
        (
            "title: 甲\nlang: zh-Hans\nclaims:\n  - id: c1\n    text: 乙\n  - id: x\n    text: 丙",
            7,
            "front-matter-value",
            "c1",
        ),
        ("title: 甲\nlang: zh-Hans\ntitle: 乙", 4, "front-matter-doubled", "twice"),
        ("title: 甲\nlang: zh-Hans\ndate: 2021-02-31", 4, "front-matter-value", "2021-02-31"),
        ("title: 甲\nlang: zh-Hans\nterms: {'': 乙}", 4, "front-matter-value", "other script"),
        ("title: 甲\nlang: zh-Hans\n1: 乙", 4, "front-matter-unknown", "unknown key 1"),
        ("title: 谈 C #1 产业\nlang: zh-Hans", 2, "front-matter-cut", "#1 产业"),
        ("title: 甲\nlang: zh-Hans\ntags: [1]", 4, "front-matter-value", "concepts"),
        ("title: &a [*a]\nlang: zh-Hans", 2, "front-matter-yaml", "itself"),
        ("title: 甲：乙\nlang: zh-Hans\nsite: a: b", 4, "front-matter-yaml", "YAML"),
    ],
)
def test_a_fault_is_named_with_its_line(head, line, code, words):
    found = faults(f"---\n{head}\n---\n正文。\n")
    assert [(fault.line, fault.code) for fault in found if fault.code == code] == [(line, code)]
    assert words in " ".join(map(str, found))


def test_all_faults_are_named_at_once():
    assert len(faults("---\nlang: zh\ndate: x\nfoo: 1\n---\n")) == 4


def test_an_open_head_is_a_fault():
    assert [fault.code for fault in front_matter.read("a.md", "---\ntitle: 甲\n正文。\n")[1]] == ["front-matter-open"]


def test_each_missing_and_each_unknown_key_is_named():
    found = faults("---\nfoo: 1\nbar: 2\n---\n正文。\n")
    assert sorted((fault.line, fault.message.split(" (")[0]) for fault in found) == [
        (2, "front matter has no lang"),
        (2, "front matter has no title"),
        (2, "unknown key foo"),
        (3, "unknown key bar"),
    ]


def test_a_comment_after_a_key_that_nobody_reads_is_a_comment():
    assert faults("---\ntitle: 甲\nlang: zh-Hans   # 这个文件用的文字\n---\n正文。\n") == []
