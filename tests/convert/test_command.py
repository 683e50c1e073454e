"""The command: exit codes, messages, and that an edited article is never lost."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from convert.write.files import slug_from

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "convert"
TEXT = "\n\n".join(
    [
        "{title}",
        "第一段写的是春天,河边的树刚刚发芽,来散步的人比冬天多了一倍,孩子们把鞋子挂在树枝上,光着脚跑来跑去。",
        "第二段写的是夏天,水位升高了一些,老人们把棋盘搬到桥洞下面,一盘棋可以从中午下到太阳落山,也没有人催促。",
    ]
)


@pytest.fixture
def project(tmp_path):
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n")
    (tmp_path / "seeds").mkdir()
    return tmp_path


def seed(project, name, title="河边的四个季节", text=TEXT):
    path = project / "seeds" / name
    path.write_text(text.replace("{title}", title), encoding="utf-8")
    return path


def command(project, *arguments):
    return subprocess.run(
        [sys.executable, str(SCRIPT), *map(str, arguments)],
        cwd=project,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


def front(path):
    return yaml.safe_load(path.read_text("utf-8").split("---\n")[1])


def test_folder_is_converted_in_order_and_hidden_files_are_passed_over(project):
    seed(project, "b.txt"), seed(project, "a.txt"), seed(project, ".hidden.txt")
    done = command(project, "seeds")
    assert done.returncode == 0 and done.stdout == ""
    assert [line.split(":")[0] for line in done.stderr.splitlines()] == ["[1/2] seeds/a.txt", "[2/2] seeds/b.txt"]
    assert front(project / "docs/articles/a.md")["raw"] == "seeds/a.txt"


def test_raw_is_told_from_the_project_root_wherever_the_command_runs(project):
    seed(project, "a.txt")
    command(project / "seeds", "a.txt", "--out", "../docs/articles")
    assert front(project / "docs/articles/a.md")["raw"] == "seeds/a.txt"


def test_second_run_leaves_an_edited_article_alone_even_under_another_name(project):
    seed(project, "a.txt")
    command(project, "seeds")
    assert "unchanged" in command(project, "seeds").stderr
    article = project / "docs/articles/a.md"
    edited = article.read_text("utf-8") + "\n编者按。\n"
    renamed = article.with_name("river.md")
    article.unlink()
    renamed.write_text(edited, "utf-8")
    again = command(project, "seeds")
    assert again.returncode == 0 and "kept (edited)" in again.stderr
    assert renamed.read_text("utf-8") == edited and not article.exists()


def test_article_whose_front_matter_an_editor_broke_is_still_known(project):
    seed(project, "a.txt")
    command(project, "seeds")
    article = project / "docs/articles/a.md"
    broken = article.read_text("utf-8").replace("title: ", "title: [")
    article.write_text(broken, "utf-8")
    assert "kept (edited)" in command(project, "seeds").stderr
    assert article.read_text("utf-8") == broken


def test_force_keeps_every_earlier_text(project):
    seed(project, "a.txt")
    command(project, "seeds")
    article = project / "docs/articles/a.md"
    first = article.read_text("utf-8")
    for edit in ("一", "二"):
        article.write_text(first + edit, "utf-8")
        assert command(project, "seeds", "--force").returncode == 0
    assert article.read_text("utf-8") == first
    assert (project / "docs/articles/a.md.bak").read_text("utf-8") == first + "一"
    assert (project / "docs/articles/a.md.bak1").read_text("utf-8") == first + "二"
    assert [path.name for path in (project / "docs/articles").glob(".*")] == [".converted"]


def test_bad_page_costs_only_itself(project):
    seed(project, "a.txt"), seed(project, "c.txt")
    (project / "seeds/b.txt").write_bytes(b"\x89PNG\0\0")
    done = command(project, "seeds")
    assert done.returncode == 1
    assert "[2/3] seeds/b.txt: failed: seeds/b.txt: the file is a picture" in done.stderr
    assert sorted(p.name for p in (project / "docs/articles").glob("*.md")) == ["a.md", "c.md"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "is empty"),
        ("---\ntitle: 甲\nauthor: [乙\n---\n正文", "seeds/x.txt:3: the front matter is not YAML"),
        ("---\ntitle: 甲\n正文没有结束", "the front matter is not closed"),
        ("---\n- 甲\n- 乙\n---\n正文", "is not a list of keys"),
        ("标题\n\n很短。", "nothing of an article is left"),
        ("<html><head></head><body><script>var a;</script></body></html>", "has no title"),
    ],
)
def test_fault_says_where_and_what_is_allowed(project, content, words):
    seed(project, "x.txt", text=content)
    done = command(project, "seeds/x.txt")
    assert done.returncode == 1
    assert words in done.stderr and "allowed: " in done.stderr
    assert not (project / "docs/articles/x.md").exists()


def test_missing_file_fails_and_the_others_are_written(project):
    seed(project, "a.txt")
    done = command(project, "seeds/none.txt", "seeds/a.txt")
    assert done.returncode == 1 and "cannot be read" in done.stderr
    assert (project / "docs/articles/a.md").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["seeds", "--colour"],
        ["seeds", "--slug", "../up"],
        ["seeds", "--slug", "中文"],
        ["seeds", "--slug", "two"],
        ["empty"],
    ],
)
def test_wrong_use(project, arguments):
    seed(project, "a.txt"), seed(project, "b.txt")
    (project / "empty").mkdir()
    done = command(project, *arguments)
    assert done.returncode == 2 and "error" in done.stderr
    assert not (project / "docs").exists()


def test_help_shows_examples(project):
    done = command(project, "--help")
    assert done.returncode == 0 and "examples:" in done.stdout and "--report" in done.stdout


def test_name_comes_from_slug_stem_or_pinyin(project):
    seed(project, "河边.txt", "河边的四个季节")
    command(project, "seeds")
    assert (project / "docs/articles/he-bian-de-si-ge-ji-jie.md").exists()
    command(project, "seeds", "--slug", "river", "--out", "other")
    assert (project / "other/river.md").exists()


def test_two_pages_with_one_name_do_not_overwrite_each_other(project):
    seed(project, "a.txt", "河边的四个季节"), seed(project, "A.html", "山上的四个季节")
    done = command(project, "seeds")
    assert done.returncode == 0 and "warning: a.md is the article of seeds/" in done.stderr.lower()
    assert sorted(p.name.lower() for p in (project / "docs/articles").glob("*.md")) == ["a-2.md", "a.md"]
    again = command(project, "seeds")
    assert again.returncode == 0 and again.stderr.count("unchanged") == 2


def test_two_pages_of_other_folders_with_one_name_are_two_articles(project, tmp_path_factory):
    pages = []
    for title in ("河边的四个季节", "山上的四个季节"):
        seed(project, "a.txt", title)
        pages.append(tmp_path_factory.mktemp("page") / "a.txt")
        (project / "seeds/a.txt").rename(pages[-1])
    for word in ("written", "unchanged"):
        done = command(project, *map(str, pages), str(pages[0]))
        assert done.returncode == 0 and done.stderr.count(word) == 2
        assert sorted(p.name for p in (project / "docs/articles").glob("*.md")) == ["a-2.md", "a.md"]


def test_a_name_given_twice_is_refused(project):
    seed(project, "a.txt", "河边的四个季节"), seed(project, "b.txt", "山上的四个季节")
    assert command(project, "seeds/a.txt", "--slug", "river").returncode == 0
    done = command(project, "seeds/b.txt", "--slug", "river")
    assert done.returncode == 1 and "is not the article of this page" in done.stderr


@pytest.mark.parametrize(
    ("file", "title", "name"),
    [
        ("news.example.com_a_1.html", "河边的四个季节", "news-example-com-a-1"),
        ("saved page (2).html", "河边的四个季节", "saved-page-2"),
        ("page.html.txt", "河边的四个季节", "page"),
        ("%E6%B2%B3%E8%BE%B9.html", "The Four Seasons of a River", "the-four-seasons-of-a-river"),
        ("saved%20page.html", "河边的四个季节", "saved-page"),
        ("河边.txt", "The Four Seasons of a River", "the-four-seasons-of-a-river"),
        ("河边.txt", "Café 的四个季节", "cafe-de-si-ge-ji-jie"),
    ],
)
def test_names_are_the_words_of_the_file_or_of_the_title(project, file, title, name):
    seed(project, file, title)
    command(project, "seeds")
    assert [p.stem for p in (project / "docs/articles").glob("*.md")] == [name]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        (
            "The Four Seasons of a River: what the old men at the bridge remember of them",
            "the-four-seasons-of-a-river-what-the-old-men-at-the-bridge",
        ),
        ("W" * 90, "w" * 60),
    ],
)
def test_a_long_title_gives_a_name_of_whole_words_where_it_has_some(title, name):
    assert slug_from(title) == name


def test_file_that_is_no_article_of_this_page_is_not_overwritten(project):
    seed(project, "a.txt")
    (project / "docs/articles").mkdir(parents=True)
    (project / "docs/articles/a.md").write_text("手写的文章\n", "utf-8")
    for arguments in (["seeds"], ["seeds", "--force"]):
        done = command(project, *arguments)
        assert done.returncode == 1 and "is not the article of this page" in done.stderr
    assert (project / "docs/articles/a.md").read_text("utf-8") == "手写的文章\n"


def test_report_has_every_block_with_its_reason(project):
    seed(project, "a.txt", text=TEXT + "\n\n分享到:\n")
    command(project, "seeds", "--report", "out/report.jsonl")
    lines = [json.loads(line) for line in (project / "out/report.jsonl").read_text("utf-8").splitlines()]
    assert {line["action"] for line in lines} >= {"keep", "remove"}
    (share,) = [line for line in lines if line["reason"] == "share bar"]
    assert share == {
        "file": "seeds/a.txt",
        "index": 3,
        "action": "remove",
        "reason": "share bar",
        "kind": "paragraph",
        "text": "分享到:",
        "line": 7,
    }


def test_feed_of_several_entries_is_refused_with_their_number(project):
    seed(
        project,
        "x.xml",
        text="<rss><channel><item><title>甲</title></item><item><title>乙</title></item></channel></rss>",
    )
    done = command(project, "seeds/x.xml")
    assert done.returncode == 1
    assert "a feed with 2 entries" in done.stderr and "allowed: one file an entry" in done.stderr


@pytest.mark.parametrize("arguments", [["--force", "--merge"], ["--jobs", "0"], ["--jobs", "many"]])
def test_wrong_options_are_named(project, arguments):
    seed(project, "a.txt")
    done = command(project, "seeds", *arguments)
    assert done.returncode == 2 and "allowed: " in done.stderr


def test_folders_inside_that_hold_pages_are_named(project):
    seed(project, "one.txt")
    for folder, name in (("old", "two.html"), ("one_files", "frame.html"), ("pictures", "a.png"), (".kept", "x.html")):
        (project / "seeds" / folder).mkdir()
        (project / "seeds" / folder / name).write_text("x")
    said = command(project, "seeds").stderr
    told = [line for line in said.splitlines() if "is not looked into" in line]
    assert told == ["seeds/old is not looked into; who wants its pages names it, too"]
