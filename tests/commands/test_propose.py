"""``digest propose``: from the JSON of an event to a commit on a bare repository, also with a hostile event."""

import json
import subprocess

import pytest

from digest.__main__ import main
from digest.inbox.event import forms

BRIDGE = """---
title: 石橋
lang: zh-Hant
author: [甲]
source_url: https://example.org/bridge
claims:
  - {id: c1, text: 橋要修。}
---

橋要修。<!--c1-->乙說，橋要大家一起來修。這座橋已經沒有從前那麼結實，橋邊的居民說，該請專門的師傅來檢查每一塊石頭。
"""
ROAD = """---
title: 旧路
lang: zh-Hans
author: [甲]
source_url: https://example.org/road
---

路是人走出来的，走的人多了，便成了路。这条路从前没有车辆经过。见[石桥](stone-bridge.md)再走。
"""
PAGE = """<html><head><meta charset="utf-8"><title>渡口</title></head><body><article><h1>渡口</h1><p>渡口的船早就不开了，
只有老人还记得船夫的名字。修桥以后，渡口的石阶慢慢长满了青苔，后来的人都不知道这里曾经有过一条船。</p>
<p>有人想把渡口修成公园，也有人说留着石阶就好，将来的孩子会问起它。</p></article></body></html>"""


def git(folder, *arguments):
    command = ["git", "-C", str(folder), "-c", "user.name=a", "-c", "user.email=a@b", *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def clone(tmp_path, monkeypatch):
    """A clone of a bare repository that holds a small digest; the command runs in it."""
    bare, folder = tmp_path / "bare.git", tmp_path / "clone"
    git(tmp_path, "init", "-q", "--bare", "-b", "main", str(bare))
    git(tmp_path, "clone", "-q", str(bare), str(folder))
    files = {"stone-bridge.md": BRIDGE, "old-road.md": ROAD}
    for name, text in files.items():
        path = folder / "docs" / "articles" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (folder / "mkdocs.yml").write_text("site_name: 桥\nplugins: [digest]\n", encoding="utf-8")
    git(folder, "switch", "-q", "-c", "main")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "begin")
    git(folder, "push", "-q", "origin", "main")
    monkeypatch.chdir(folder)
    return folder


def event(folder, form, login="reader", number=12, **values):
    """The event of an issue made with a form, as GitHub gives it."""
    form = forms()[form]
    body = "\n\n".join(f"### {label}\n\n{values.get(name) or '_No response_'}" for name, label in form.fields.items())
    return raw_event(folder, {"number": number, "title": form.name, "body": body, "user": {"login": login}})


def raw_event(folder, issue):
    path = folder.parent / "event.json"
    path.write_text(json.dumps({"action": "labeled", "label": {"name": "收下"}, "issue": issue}), encoding="utf-8")
    return str(path)


def pushed(folder, name):
    """A file as it is on the proposal's branch of the bare repository."""
    return git(folder.parent / "bare.git", "show", f"proposal-12:{name}")


def test_a_sentence_is_changed_on_a_branch_of_its_own(clone, capsys):
    given = event(
        clone, "sentence", article="old-road", sentence="这条路从前没有车辆经过。", change="这条路从前没有车马经过。"
    )
    assert main(["propose", given, "--push", "origin"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("改一句：old-road\n") and "由 reader 提出" in told and "Closes #12" in told
    assert pushed(clone, "docs/articles/old-road.md") == ROAD.replace("车辆", "车马")
    assert git(clone.parent / "bare.git", "diff", "--name-only", "main", "proposal-12").split() == [
        "docs/articles/old-road.md"
    ]
    assert git(clone.parent / "bare.git", "show", "main:docs/articles/old-road.md") == ROAD


def test_words_that_stand_once_are_changed_too(clone):
    given = event(clone, "sentence", article="old-road", sentence="走的人多了", change="走的人一多")
    assert main(["propose", given]) == 0
    assert "走的人一多，便成了路" in (clone / "docs/articles/old-road.md").read_text(encoding="utf-8")


def test_a_claim_is_marked_at_its_sentence(clone):
    given = event(
        clone, "claim", article="stone-bridge", sentence="乙說，橋要大家一起來修。", text="橋要大家修。", holder="乙"
    )
    assert main(["propose", given, "--push", "origin"]) == 0
    text = pushed(clone, "docs/articles/stone-bridge.md")
    assert "一起來修。<!--c2-->" in text and "id: c2" in text and "holder: 乙" in text
    assert main(["check"]) == 0


def test_two_sentences_meet_and_the_one_without_a_number_gets_one(clone):
    given = event(
        clone,
        "relation",
        one="stone-bridge#c1",
        other="old-road\n路是人走出来的，走的人多了，便成了路。",
        kind="相左（disputes）",
        reason="一方说要修，一方说走出来就有",
    )
    assert main(["propose", given, "--push", "origin"]) == 0
    assert (
        pushed(clone, "docs/relations.yml") == "- stone-bridge#c1 disputes old-road#c1: 一方说要修，一方说走出来就有\n"
    )
    assert "便成了路。<!--c1-->" in pushed(clone, "docs/articles/old-road.md")
    assert main(["check"]) == 0


def test_a_word_is_put_right(clone):
    given = event(clone, "term", phrase="车辆", wanted="車輛", variant="台湾（zh-Hant-TW）")
    assert main(["propose", given, "--push", "origin"]) == 0
    assert pushed(clone, "docs/terms.yml") == "zh-Hant-TW:\n  车辆: 車輛\n"


def test_a_page_becomes_an_article(clone, monkeypatch, capsys):
    fetched = type("Fetched", (), {"data": PAGE.encode(), "address": "https://example.org/ferry"})
    monkeypatch.setattr("digest.commands.new.fetch", lambda page: fetched)
    assert main(["propose", event(clone, "article", address="https://example.org/ferry"), "--push", "origin"]) == 0
    files = git(clone.parent / "bare.git", "diff", "--name-only", "main", "proposal-12").split()
    assert "seeds/du-kou.html" in files and "docs/articles/du-kou.md" in files
    assert "渡口的船早就不开了" in pushed(clone, "docs/articles/du-kou.md")
    assert capsys.readouterr().out.startswith("文章：du-kou\n")


SENTENCE = {"article": "old-road", "sentence": "这条路从前没有车辆经过。", "change": "这条路从前没有车马经过。"}
RELATION = {
    "one": "stone-bridge#c1",
    "other": "old-road\n这条路从前没有车辆经过。",
    "kind": "相左（disputes）",
    "reason": "因为",
}


@pytest.mark.parametrize(
    ("form", "values", "said"),
    [
        ("sentence", SENTENCE | {"article": "../../../etc/passwd"}, "没有文章"),
        ("sentence", SENTENCE | {"article": "old-raod"}, "old-road"),
        ("sentence", SENTENCE | {"article": "old-road; touch hacked"}, "没有文章"),
        ("sentence", SENTENCE | {"sentence": "文章里没有的一句。"}, "找不到"),
        ("sentence", SENTENCE | {"sentence": "见石桥再走。"}, "链接"),
        ("sentence", SENTENCE | {"sentence": "路"}, "找不到"),
        ("sentence", SENTENCE | {"change": "<script>alert(1)</script>"}, "普通的文字"),
        ("sentence", SENTENCE | {"change": "[点](javascript:alert(1))"}, "普通的文字"),
        ("sentence", SENTENCE | {"change": "甲<!--c1-->乙"}, "普通的文字"),
        ("sentence", SENTENCE | {"change": "一\n---\ntitle: 二"}, "普通的文字"),
        ("sentence", SENTENCE | {"change": "看\u202e不见"}, "看不见"),
        ("sentence", SENTENCE | {"change": "长" * 3000}, "至多"),
        ("sentence", SENTENCE | {"change": ""}, "没有填 改成"),
        ("claim", {"article": "old-road", "sentence": "没有这句。"}, "找不到"),
        ("claim", {"article": "old-road", "sentence": "这条路从前没有车辆经过。", "holder": "`甲`"}, "普通的文字"),
        ("relation", RELATION | {"one": "stone-bridge#c9"}, "stone-bridge#c1"),
        ("relation", RELATION | {"other": "stone-bridge\n乙說，橋要大家一起來修。"}, "同一篇"),
        ("relation", RELATION | {"kind": "喜欢（likes）"}, "disputes"),
        ("relation", RELATION | {"reason": "一\n- a#c1 supports b#c1: 二"}, "普通的文字"),
        ("term", {"phrase": "没有的词", "wanted": "沒有的詞", "variant": "繁体（zh-Hant）"}, "term-unused"),
        ("term", {"phrase": "车辆", "wanted": "車輛", "variant": "英文"}, "zh-Hant"),
        ("article", {"address": "file:///etc/passwd"}, "https://"),
        ("article", {"address": "--force"}, "https://"),
        ("article", {"address": "https://example.org/a b"}, "https://"),
    ],
)
def test_what_cannot_be_done_is_said_and_changes_nothing(clone, capsys, form, values, said):
    before = git(clone, "for-each-ref") + git(clone.parent / "bare.git", "for-each-ref")
    assert main(["propose", event(clone, form, **values), "--push", "origin"]) == 1
    assert said in capsys.readouterr().err
    assert git(clone, "status", "--porcelain") == ""
    assert git(clone, "for-each-ref") + git(clone.parent / "bare.git", "for-each-ref") == before


@pytest.mark.parametrize(
    "issue",
    [
        None,
        {},
        {"number": "12; rm", "body": "### 文章\n\na"},
        {"number": True, "body": "### 文章\n\na"},
        {"number": -1, "body": "### 文章\n\na"},
        {"number": 1, "body": None},
        {"number": 1, "body": ""},
        {"number": 1, "body": "随便写的"},
    ],
)
def test_an_event_without_a_form_is_no_proposal(clone, capsys, issue):
    assert main(["propose", raw_event(clone, issue)]) == 1
    assert "可以：" in capsys.readouterr().err


def test_a_file_that_is_no_event_is_said(clone, capsys):
    path = clone.parent / "event.json"
    for data in (b"", b"[1", b"\xff\xfe", b"[" * 100000, b'{"issue": 1}'):
        path.write_bytes(data)
        assert main(["propose", str(path)]) == 1
    with pytest.raises(SystemExit):
        main(["propose", "no.json"])


def test_a_heading_in_what_was_written_fills_no_other_field(clone):
    given = event(clone, "sentence", **(SENTENCE | {"why": "看\n\n### 文章\n\nstone-bridge\n\n### 改成\n\n别的"}))
    assert main(["propose", given]) == 0
    assert "车马" in (clone / "docs/articles/old-road.md").read_text(encoding="utf-8")


def test_a_name_that_is_no_login_is_not_said_again(clone, capsys):
    assert main(["propose", event(clone, "sentence", login="@all](x)", **SENTENCE)]) == 0
    assert "@all" not in capsys.readouterr().out


def test_a_branch_that_is_there_is_never_overwritten(clone, capsys):
    assert main(["propose", event(clone, "sentence", **SENTENCE), "--push", "origin"]) == 0
    first = git(clone.parent / "bare.git", "rev-parse", "proposal-12")
    git(clone, "switch", "-q", "main")
    assert main(["propose", event(clone, "sentence", **(SENTENCE | {"change": "又改。"})), "--push", "origin"]) == 1
    assert git(clone.parent / "bare.git", "rev-parse", "proposal-12") == first
    assert git(clone, "status", "--porcelain") == ""


def test_hooks_of_the_repository_are_not_run(clone):
    hook = clone / ".git" / "hooks" / "pre-commit"
    hook.write_text("#!/bin/sh\ntouch hacked\n", encoding="utf-8")
    hook.chmod(0o755)
    (clone / ".git" / "hooks" / "post-commit").write_bytes(hook.read_bytes())
    (clone / ".git" / "hooks" / "post-commit").chmod(0o755)
    assert main(["propose", event(clone, "sentence", **SENTENCE), "--branch"]) == 0
    assert not (clone / "hacked").exists()


def test_a_page_in_seeds_becomes_an_article_on_a_branch(clone, capsys):
    (clone / "seeds").mkdir()
    (clone / "seeds" / "ferry.html").write_text(PAGE, encoding="utf-8")
    (clone / "seeds" / "none.html").write_text("<html><body></body></html>", encoding="utf-8")
    assert main(["propose", "seeds/none.html", "--push", "origin"]) == 1
    assert main(["propose", "seeds/ferry.html", "--push", "origin"]) == 0
    said = capsys.readouterr().out
    [name] = [each for each in git(clone, "ls-remote", "--heads", "origin").split() if "/seed-" in each]
    changed = git(clone, "show", "--name-only", "--format=", name.removeprefix("refs/heads/")).split()
    assert "seeds/ferry.html" in changed and any(each.startswith("docs/articles/") for each in changed)
    assert "seeds/none.html" not in changed and all(f"`{each}`" in said for each in changed)
