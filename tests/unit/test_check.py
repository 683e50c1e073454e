"""``digest check`` over a small digest in which faults are planted."""

import ast
import cProfile
import json
import re
from pathlib import Path

import pytest
from golden import cases

from digest.__main__ import main
from digest.checks.passes.parallel import FEW
from digest.checks.telling.reporting import annotation
from digest.files.codes import codes
from digest.files.findings import Finding

PLUGIN = Path(__file__).parent.parent.parent / "plugins" / "digest"

BRIDGE = """---
title: 石橋
lang: zh-Hant
author: [甲]
raw: seeds/bridge.html
claims:
  - {id: c1, text: 橋要修。}
  - {id: c2, text: 橋要大家修。, holder: 乙}
---
橋要修。<!--c1-->乙說，橋要大家修。<!--c2-->這座橋已經沒有從前那麼結實，橋邊的居民說，該請專門的師傅來檢查每一塊石頭。
"""
ROAD = """---
title: 旧路
lang: zh-Hans
author: [甲]
date: 2020-05-01
raw: seeds/road.html
claims:
  - {id: c1, text: 桥要拆。}
---
桥要拆。<!--c1-->

## 旧路的来历

路是人走出来的，走的人多了，便成了路。这条路从前没有车辆经过，后来县里修了桥，见[石桥](stone-bridge.md#c1)，路边才盖起房屋。
"""
FILES = {
    "docs/articles/stone-bridge.md": BRIDGE,
    "docs/articles/old-road.md": ROAD,
    "docs/relations.yml": "- old-road#c1 supports stone-bridge#c2: 都说要动手\n",
    "docs/index.md": "# 首页\n\n见[旧路](articles/old-road.md#c1)、![桥](images/bridge.png)和[乙](https://example.org/)。\n",
    "docs/images/bridge.png": "PNG",
    "seeds/bridge.html": "<p>橋</p>",
    "seeds/road.html": "<p>路</p>",
}


@pytest.fixture
def docs(tmp_path, monkeypatch):
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "docs"


def check(capsys, *arguments):
    """The exit code and what was printed, as (file, line, code) and as lines."""
    code = main(["check", *map(str, arguments)])
    lines = capsys.readouterr().out.splitlines()
    return (
        code,
        [(found[1], int(found[2]), found[3]) for found in map(re.compile(r"(.+?):(\d+): ([a-z0-9-]+): ").match, lines)],
        lines,
    )


def test_a_digest_without_faults_has_no_findings(docs, capsys):
    assert check(capsys) == (0, [], [])


@pytest.mark.parametrize(
    "text",
    ["看得见的-{zh-hans:硬盘;zh-hant:硬碟與網路線路}-，摸得着的车。", "-{H|鐵路與車輛=>zh-hans:铁路;}-这里有铁路。"],
)
def test_a_rule_in_a_summary_is_no_sentence_in_the_other_script(docs, capsys, text):
    road = docs / "articles" / "old-road.md"
    road.write_text(ROAD.replace("author: [甲]", f"author: [甲]\nsummary: '{text}'"), encoding="utf-8")
    assert check(capsys)[1] == []


@pytest.mark.parametrize("case", cases("checks"))
def test_a_planted_fault_is_found_with_its_line(docs, capsys, case):
    path = docs / case["file"]
    text = case["text"] if "text" in case else path.read_text(encoding="utf-8")
    assert case.get("old", "") in text
    text = text.replace(case.get("old", ""), case.get("new", ""), 1) + case.get("end", "")
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text.encode("utf-8"))
    code, found, lines = check(capsys)
    place = (f"docs/{case.get('at', case['file'])}", case["line"] if "at" not in case else 5, case["code"])
    assert code == 1 and place in found, lines
    line = lines[found.index(place)]
    assert case.get("says", "") in line
    assert "; allowed: " in line
    assert case["code"] in codes()


def test_the_same_article_twice_is_found_in_either_script_and_under_either_address(docs, capsys):
    sentences = "".join(f"路边的{word}一年一年多了起来，没有人数过究竟有几家几户住在那里。" for word in "石匠木匠铁匠")
    road = ROAD.replace("\n路是人走", f"\n{sentences}\n\n路是人走")
    (docs / "articles" / "old-road.md").write_text(road, encoding="utf-8")
    again = road.replace("raw: seeds/road.html", "source_url: https://example.org/b").replace(
        "桥要拆。<!--c1-->", "桥要拆。"
    )
    again = again.replace("claims:\n  - {id: c1, text: 桥要拆。}\n", "")
    (docs / "articles" / "the-road.md").write_text(again.replace("旧路", "老路"), encoding="utf-8")
    assert check(capsys)[1] == [("docs/articles/the-road.md", 1, "text-doubled")]
    excused = again.replace("lang: zh-Hans", "lang: zh-Hans  # ok text-doubled")
    (docs / "articles" / "the-road.md").write_text(excused, encoding="utf-8")
    assert check(capsys)[1] == []
    other = "---\ntitle: 渡口\nlang: zh-Hans\nsource_url: https://example.org/b\n---\n渡口的船早就不开了。\n"
    (docs / "articles" / "zz-ferry.md").write_text(other, encoding="utf-8")
    assert check(capsys)[1] == [("docs/articles/zz-ferry.md", 1, "text-doubled")]


def test_a_quotation_that_two_articles_share_is_no_second_copy(docs, capsys):
    quotation = "\n> 修路的人说这条路总有一天要通到江边去，可是谁也没有见过他的图纸。\n"
    bridge = (docs / "articles" / "stone-bridge.md").read_text(encoding="utf-8")
    (docs / "articles" / "stone-bridge.md").write_text(
        bridge + "\n> 修路的人說這條路總有一天要通到江邊去，可是誰也沒有見過他的圖紙。\n", encoding="utf-8"
    )
    (docs / "articles" / "old-road.md").write_text(ROAD + quotation, encoding="utf-8")
    assert check(capsys)[1] == []


def test_a_link_of_the_file_system_out_of_the_project_is_found(docs, capsys, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "secret.md"
    elsewhere.write_text(
        "---\ntitle: 密\nlang: zh-Hans\nsource_url: https://example.org/c\n---\n密。\n", encoding="utf-8"
    )
    (docs / "articles" / "secret.md").symlink_to(elsewhere)
    assert ("docs/articles/secret.md", 1, "file-outside") in check(capsys)[1]
    (docs / "articles" / "secret.md").unlink()
    (docs / "images" / "again.png").symlink_to(docs / "images" / "bridge.png")
    assert check(capsys)[1] == []


@pytest.mark.parametrize("folder", [".", "articles"])
def test_an_article_beside_the_docs_folder_is_found(docs, capsys, folder):
    path = docs.parent / folder / "new-road.md"
    path.parent.mkdir(exist_ok=True)
    path.write_text("---\ntitle: 新路\nlang: zh-Hans\n---\n路。\n", encoding="utf-8")
    found = [(each[0].removeprefix("docs/../"), *each[1:]) for each in check(capsys)[1]]
    assert found == [(f"{folder}/new-road.md".removeprefix("./"), 1, "article-place")]
    (docs.parent / "README.md").write_text("# 文摘\n\nlang: zh-Hans 是简体。\n", encoding="utf-8")
    path.unlink()
    assert check(capsys)[1] == []


RIGHT = """
绿色👨‍👩‍👧小旗🏴󠁧󠁢󠁥󠁮󠁧󠁿、❤️、Ångström、créée、naïve、“引号”——破折号……都可以。见注[[1]](https://example.org/a(b))，[图]（见下）、[甲]（乙说 a.md 不在）。

箭头 --> 和 <-- 都是画的，第一行=======不是记号；`[[x]]`、`<!--`、`C:\图.png` 是代码。

![江上的石桥](../images/bridge.png)<img src="../images/bridge.png" alt="">

```
<<< 甲
[[甲]] ![](a.png) <!--
```

[信](mailto:a@example.org)、[//](//example.org/a)、[上](#c1)、[【石桥】](stone-bridge.md)。
"""


def test_what_only_looks_like_a_fault_is_none(docs, capsys):
    (docs / "articles" / "old-road.md").write_text(
        ROAD.replace("author: [甲]", "author: [毕马威&阿里研究院, 让·饶勒斯, Li Shi, 'Smith, John', 吳軍]") + RIGHT,
        encoding="utf-8",
    )
    (docs / "settings.yml").write_text("a: 1\n", encoding="utf-8")
    assert check(capsys) == (0, [], [])


def test_a_large_file_costs_what_its_parts_cost(docs, capsys):
    """Counted in steps, not in time: nothing is looked through from its beginning for each of its lines."""

    def steps(paragraphs):
        text = "".join(
            f"第{n}段，`码`说路是人走出来的,走的人多了。\n\n```\n码{n}\n```\n\n| 甲 | 乙{n} |\n|---|---|\n| 丙 | 丁 |\n\n"
            for n in range(paragraphs)
        )
        (docs / "articles" / "old-road.md").write_text(ROAD + "\n" + text, encoding="utf-8")
        profile = cProfile.Profile()
        profile.runcall(main, ["check", "docs/articles/old-road.md"])
        capsys.readouterr()
        return sum(each.callcount for each in profile.getstats())

    steps(20)
    few, many = steps(60), steps(480)
    assert many < few * 12


def test_files_limit_the_report_and_not_the_reading(docs, capsys):
    (docs / "articles" / "old-road.md").write_text(ROAD.replace("走的人", "走的人,"), encoding="utf-8")
    (docs / "relations.yml").write_text("- old-road#c1 likes stone-bridge#c2: 都说要动手\n", encoding="utf-8")
    assert check(capsys)[1] == [
        ("docs/articles/old-road.md", 14, "half-width"),
        ("docs/relations.yml", 1, "relation-kind"),
    ]
    assert check(capsys, "docs/articles/old-road.md")[1] == [("docs/articles/old-road.md", 14, "half-width")]
    assert check(capsys, "docs/articles/stone-bridge.md")[:2] == (0, [])


def test_many_files_are_checked_as_few_are(docs, capsys):
    (docs.parent / "mkdocs.yml").write_text("plugins: [digest]\n", encoding="utf-8")
    for number in range(FEW):
        raw = docs.parent / "seeds" / f"{number}.html"
        raw.write_text("x", encoding="utf-8")
        text = ROAD.replace("seeds/road.html", f"seeds/{number}.html")
        (docs / "articles" / f"road-{number}.md").write_text(
            text.replace("走的人", "走的人,")
            if number == 41
            else text.replace("<!--c1-->", "")
            if number == 7
            else text,
            encoding="utf-8",
        )
    assert check(capsys)[1] == [
        ("docs/articles/road-41.md", 14, "half-width"),
        ("docs/articles/road-7.md", 8, "mark-missing"),
    ]
    assert check(capsys, "docs/articles/road-7.md")[1] == [("docs/articles/road-7.md", 8, "mark-missing")]


@pytest.mark.parametrize(
    "arguments", [["no.md"], ["--docs", "nowhere"], ["--explain", "half-widht"], ["--format", "xml"]]
)
def test_wrong_use_is_said_with_an_example(docs, capsys, arguments):
    with pytest.raises(SystemExit) as stopped:
        main(["check", *arguments])
    assert stopped.value.code == 2
    assert re.search("for example|choose from|example", capsys.readouterr().err)


def test_a_line_can_be_excused_from_a_code_only(docs, capsys):
    road = ROAD + "\n责任编辑：李四<!--ok boilerplate-->\n\n责任编辑：王五\n\n分享到：微信<!--ok half-width-->\n"
    (docs / "articles" / "old-road.md").write_text(road, encoding="utf-8")
    assert [line for _, line, _ in check(capsys)[1]] == [18, 20]


def test_code_and_what_is_kept_as_it_is_is_no_prose(docs, capsys):
    road = (
        ROAD
        + "\n`甲,乙` -{後來這裡變成一條長街}- `[甲](no.md)`\n\n```\n責任編輯,甲 \n\n\n[甲](no.md)\n```\n\n<!--as-is-->\n\n後來這裡變成一條長街。\n\n<!--/as-is-->\n"
    )
    (docs / "articles" / "old-road.md").write_text(road, encoding="utf-8")
    assert check(capsys)[1] == []


def test_annotations_are_escaped():
    finding = Finding("docs/a,b:c.md", 3, "half-width", "100%\n::error::x", "乙", "丙")
    assert annotation(finding) == (
        "::warning file=docs/a%2Cb%3Ac.md,line=3,title=half-width::100%25%0A::error::x%0Aallowed: 乙%0Aexample: 丙"
    )
    assert annotation(Finding("a.md", 1, "link-broken", "甲")).startswith("::error file=a.md,line=1,")


def test_formats_say_the_same(docs, capsys):
    (docs / "articles" / "old-road.md").write_text(ROAD.replace("走的人", "走的人,"), encoding="utf-8")
    main(["check", "--format", "json"])
    [found] = json.loads(capsys.readouterr().out)
    assert {key: found[key] for key in ("file", "line", "code", "level")} == {
        "file": "docs/articles/old-road.md",
        "line": 14,
        "code": "half-width",
        "level": "warning",
    }
    main(["check", "--format", "github"])
    assert capsys.readouterr().out.startswith("::warning file=docs/articles/old-road.md,line=14,title=half-width::")


def test_every_code_is_listed_and_every_listed_code_is_used():
    used = set()
    for path in PLUGIN.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("Finding", "_Kind", "CuratedFile"):
                code = node.args[2 if node.func.id == "Finding" else 0]
                used |= set(_codes(code))
    assert used == set(codes())
    assert all(code.level in ("error", "warning") and code.en and code.zh and code.mend for code in codes().values())


def _codes(node):
    """The codes that an argument may be: a literal, or kind-broken for a link or a picture."""
    if isinstance(node, ast.JoinedStr):
        return [f"{kind}{node.values[-1].value}" for kind in ("link", "picture")]
    return [node.value] if isinstance(node, ast.Constant) else []


def test_codes_are_explained(capsys):
    assert main(["check", "--explain", "half-width"]) == 0
    assert "half-width (warning)" in capsys.readouterr().out
    assert main(["check", "--explain", "all"]) == 0
    assert len(re.findall(r"(?m)^[a-z0-9-]+ \((?:error|warning)\)$", capsys.readouterr().out)) == len(codes())


def test_the_head_may_name_its_schema_and_excuse_a_line(docs, capsys):
    road = ROAD.replace(
        "---\ntitle: 旧路",
        '---\n# yaml-language-server: $schema=../../front_matter.schema.json\ntitle: "旧路,新路"  # ok half-width',
        1,
    )
    (docs / "articles" / "old-road.md").write_text(road, encoding="utf-8")
    assert check(capsys) == (0, [], [])


def test_findings_are_told_in_chinese_unless_the_locale_asks_for_english(docs, capsys, monkeypatch):
    (docs / "articles" / "old-road.md").write_text(ROAD.replace("<!--c1-->", ""), encoding="utf-8")
    monkeypatch.delenv("LANGUAGE")
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for locale in ("", "C.UTF-8", "zh_TW.UTF-8", "ja_JP.UTF-8"):
        monkeypatch.setenv("LANG", locale)
        main(["check"])
        told = capsys.readouterr()
        assert told.out.startswith(f"docs/articles/old-road.md:8: mark-missing: {codes()['mark-missing'].zh}（c1")
        assert "；可以：" in told.out and "；例如：……。<!--c1-->" in told.out
        assert "2 篇文章" in told.err and "处要看" in told.err
        main(["check", "--format", "github"])
        assert f"::{codes()['mark-missing'].zh}%0Ac1" in capsys.readouterr().out
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    main(["check"])
    assert "; allowed: " in capsys.readouterr().out


def test_reminders_fail_only_where_it_is_asked_for(docs, capsys):
    (docs / "articles" / "old-road.md").write_text(ROAD.replace("走的人", "走的人,"), encoding="utf-8")
    assert main(["check"]) == 1
    assert main(["check", "--fail-on", "error"]) == 0
    assert "half-width" in capsys.readouterr().out
    (docs / "articles" / "old-road.md").write_text(ROAD.replace("<!--c1-->", ""), encoding="utf-8")
    assert main(["check", "--fail-on", "error"]) == 1
