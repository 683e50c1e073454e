"""What a check keeps: a second one finds the same, whatever became of the digest in between."""

import random
import shutil
import sqlite3
from dataclasses import replace

import pytest

from digest.checks.passes import parallel
from digest.commands.workspace import open_workspace

ARTICLE = """---
title: 旧路{number}
lang: zh-Hans
author: [甲]
date: 20{year}-05-01
raw: seeds/{number}.html
claims:
  - {{id: c1, text: 路要修{number}。}}
---
这条路从前没有车辆经过，后来县里修了第{number}座桥。<!--c1-->

## 来历{number}

见[另一篇](text-{other}.md#c1)、[来历](text-{other}.md#{anchor})和[图](../images/{number}.png)。
"""
NUMBER = 6


@pytest.fixture
def docs(tmp_path):
    (tmp_path / "mkdocs.yml").write_text("plugins: [digest]\n", encoding="utf-8")
    docs = tmp_path / "docs"
    for folder in (docs / "articles", docs / "images", tmp_path / "seeds"):
        folder.mkdir(parents=True)
    for number in range(NUMBER):
        write(docs, number, (number + 1) % NUMBER)
        (docs / "images" / f"{number}.png").write_bytes(b"x")
        (tmp_path / "seeds" / f"{number}.html").write_text("<p>路</p>", encoding="utf-8")
    (docs / "index.md").write_text("# 首页\n\n见[旧路](articles/text-0.md#c1)。\n", encoding="utf-8")
    (docs / "concepts.yml").write_text("路: [路, 桥]\n", encoding="utf-8")
    (docs / "relations.yml").write_text("- text-0#c1 supports text-1#c1: 都说要修\n", encoding="utf-8")
    return docs


def write(docs, number, other, anchor="p1", year=20, end=""):
    text = ARTICLE.format(number=number, other=other, anchor=anchor, year=year)
    (docs / "articles" / f"text-{number}.md").write_text(text + end, encoding="utf-8")


def said(docs, cache=None):
    """What a check says, keeping what it found or not; and the plan that it read."""
    workspace = open_workspace(docs)
    if cache is not None:
        settings = workspace.settings
        workspace = replace(workspace, settings=replace(settings, options=replace(settings.options, cache=cache)))
    return workspace.read()


def gone(path):
    """Delete a file, or put one there that was deleted."""
    if path.exists():
        path.unlink()
    else:
        path.write_bytes(b"x")


EDITS = {
    "a text": lambda docs, chance: write(docs, chance.randrange(NUMBER), chance.randrange(NUMBER)),
    "a fault": lambda docs, chance: write(docs, chance.randrange(NUMBER), 0, end="\n走的人,多了。\n"),
    "an excuse": lambda docs, chance: write(docs, 0, 0, end="\n走的人,多了。<!--ok half-width-->\n"),
    "a place that is not there": lambda docs, chance: write(
        docs, chance.randrange(NUMBER), 1, chance.choice(["p1", "p7", "%0A%00"])
    ),
    "a heading": lambda docs, chance: write(docs, 1, 2, end="\n" * chance.randrange(3) + "\n## 又一节\n\n又一段。\n"),
    "a day to come": lambda docs, chance: write(docs, chance.randrange(NUMBER), 1, year=chance.choice([20, 99])),
    "an article": lambda docs, chance: gone(docs / "articles" / f"text-{chance.randrange(NUMBER)}.md"),
    "a picture": lambda docs, chance: gone(docs / "images" / f"{chance.randrange(NUMBER)}.png"),
    "a picture alike": lambda docs, chance: gone(docs / "images" / "1.jpg"),
    "a raw page": lambda docs, chance: gone(docs.parent / "seeds" / f"{chance.randrange(NUMBER)}.html"),
    "a variant by hand": lambda docs, chance: gone(docs / "articles" / "text-1.zh-hant.md"),
    "bytes": lambda docs, chance: (docs / "articles" / "text-2.md").write_bytes(b"---\n\xff"),
    "line ends": lambda docs, chance: (docs / "index.md").write_bytes("# 首页\r\n\r\n走的人,多了。\r\n".encode()),
    "a concept": lambda docs, chance: (docs / "concepts.yml").write_text(
        chance.choice(["路: [路]\n", "路: [(]\n", "路: [路, 路上]\n"]), encoding="utf-8"
    ),
    "a reason": lambda docs, chance: (docs / "relations.yml").write_text(
        f"- text-0#c1 supports text-1#c1: 都说,要修{chance.randrange(3)}\n", encoding="utf-8"
    ),
    "settings": lambda docs, chance: (docs.parent / "mkdocs.yml").write_text(
        chance.choice(["plugins: [digest]\n", "plugins: [{digest: {lang: zh-Hant}}]\nmarkdown_extensions: [nl2br]\n"]),
        encoding="utf-8",
    ),
}


@pytest.mark.parametrize("seed", range(3))
def test_after_any_edits_a_second_check_finds_what_a_first_one_does(docs, seed):
    chance = random.Random(seed)
    assert said(docs) == said(docs, cache="")
    for step in range(16):
        made = chance.sample(sorted(EDITS), chance.randrange(3))
        for each in made:
            EDITS[each](docs, chance)
        assert said(docs) == said(docs, cache=""), f"{step}: {made}"


def test_what_is_as_it_was_is_not_checked_again(docs, monkeypatch):
    asked = []
    before = parallel._part
    monkeypatch.setattr(parallel, "_part", lambda folder, names: asked.append(sorted(names)) or before(folder, names))
    said(docs)
    assert len(asked.pop()) == NUMBER + 1
    said(docs)
    assert asked == []
    write(docs, 1, 2, end="\n又一段话。\n")
    said(docs)
    assert asked == [["articles/text-1.md"]], "its places are where they were: those that link to it hold"
    (docs / "articles" / "text-1.md").unlink()
    said(docs)
    assert asked[1:] == [["articles/text-0.md"]], "a link to it leads nowhere now"


def test_a_record_of_the_conversion_that_changes_is_looked_at_again(docs):
    from convert.write.records import Record, write_record

    raw, file = "seeds/0.html", docs / "articles" / "text-0.md"
    said(docs)
    write_record(
        docs / "articles", raw, Record(file.read_text(encoding="utf-8"), "", "", doubts=(("cut", "漏掉的一段"),))
    )
    found = said(docs)[1]
    assert "conversion-doubtful" in {each.code for each in found} and found == said(docs, cache="")[1]


@pytest.mark.parametrize("harm", ["empty", "garbled", "cut", "read-only", "a folder"])
def test_what_was_kept_may_be_harmed(docs, harm):
    fresh = said(docs, cache="")
    said(docs)
    file = docs.parent / ".cache" / "digest" / "check.sqlite3"
    stored = file.read_bytes()
    if harm == "a folder":
        file.unlink()
        file.mkdir()
    elif harm == "read-only":
        shutil.rmtree(file.parent)
        file.parent.write_bytes(b"")
    else:
        file.write_bytes({"empty": b"", "garbled": bytes(4096), "cut": stored[: len(stored) // 2]}[harm])
    assert said(docs) == fresh
    assert said(docs) == fresh


def test_an_extension_that_reads_other_files_is_asked_again(docs):
    included = docs.parent / "part.md"
    included.write_text("## 一节\n", encoding="utf-8")
    (docs.parent / "mkdocs.yml").write_text("plugins: [digest]\nmarkdown_extensions: [pymdownx.snippets]\n")
    (docs / "articles" / "text-1.md").write_text(
        (docs / "articles" / "text-1.md").read_text(encoding="utf-8") + '\n--8<-- "part.md"\n', encoding="utf-8"
    )
    write(docs, 0, 1, anchor="_1")
    for text in ("## 一节\n", "无\n", "# 一\n\n## 二\n"):
        included.write_text(text, encoding="utf-8")
        assert said(docs) == said(docs, cache="")


def test_nothing_is_kept_in_a_folder_that_is_no_site_s(docs):
    (docs.parent / "mkdocs.yml").unlink()
    said(docs)
    assert not (docs.parent / ".cache").exists()


def test_a_check_keeps_beside_what_a_build_keeps(docs):
    said(docs)
    file = docs.parent / ".cache" / "digest" / "check.sqlite3"
    with sqlite3.connect(file) as kept:
        kinds = {key.partition(b":")[0] for (key,) in kept.execute("SELECT key FROM made")}
    assert kinds == {b"article", b"checked", b"concepts", b"ids", b"reasons", b"twice"}
