"""A second run: what people edited stays, what the conversion does better is offered, runs do not mix."""

import json
import multiprocessing
import os
import subprocess
import sys
import time

import pytest
from test_command import SCRIPT, TEXT, command, seed

from convert.batch import processes
from convert.write.merging import merge
from convert.write.records import record_path

BASE = "标题\n\n第一段。\n\n第二段。\n\n第三段。\n"


@pytest.fixture
def project(tmp_path):
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n")
    (tmp_path / "seeds").mkdir()
    return tmp_path


def article(project, name="a"):
    return project / "docs/articles" / f"{name}.md"


def worse(project, old, new, raw="seeds/a.txt"):
    """Make the record and the article what an earlier conversion had written: `new` where it writes `old` now."""
    path = record_path(project / "docs/articles", raw)
    values = json.loads(path.read_text("utf-8"))
    text = "\n".join(values["lines"])
    assert old in text
    values |= {"lines": text.replace(old, new).split("\n"), "converter": "earlier"}
    path.write_text(json.dumps(values), "utf-8")
    return text.replace(old, new)


@pytest.mark.parametrize(
    ("edited", "better", "text", "taken", "conflicts"),
    [
        (BASE, BASE.replace("二", "贰"), BASE.replace("二", "贰"), 1, 0),
        (BASE.replace("一", "壹"), BASE, BASE.replace("一", "壹"), 0, 0),
        (BASE.replace("一", "壹"), BASE.replace("三", "叁"), BASE.replace("一", "壹").replace("三", "叁"), 1, 0),
        (BASE.replace("二", "两"), BASE.replace("二", "贰"), BASE.replace("二", "两"), 0, 1),
        (
            BASE.replace("第一段。\n\n", ""),
            BASE.replace("三", "叁"),
            BASE.replace("第一段。\n\n", "").replace("三", "叁"),
            1,
            0,
        ),
        (BASE + "\n编者按。\n", BASE.replace("一", "壹"), BASE.replace("一", "壹") + "\n编者按。\n", 1, 0),
    ],
)
def test_merge_keeps_every_line_of_the_person(edited, better, text, taken, conflicts):
    merged = merge(BASE, edited, better)
    assert (merged.text, merged.taken, len(merged.conflicts)) == (text, taken, conflicts)


def test_improvement_is_offered_and_taken_in_only_when_asked_for(project):
    seed(project, "a.txt")
    command(project, "seeds")
    now = article(project).read_text("utf-8")
    before = worse(project, "春天，河边", "春天,河边")
    edited = before.replace("一盘棋", "一盘象棋")
    article(project).write_text(edited, "utf-8")
    for _ in range(2):  # said again by the quick comparison of the next run
        said = command(project, "seeds").stderr
        assert "kept (edited)" in said and "--merge takes that in" in said
        assert article(project).read_text("utf-8") == edited
    assert "taken in at 1 place(s)" in command(project, "seeds", "--merge").stderr
    assert article(project).read_text("utf-8") == now.replace("一盘棋", "一盘象棋")
    assert article(project).with_name("a.md.bak").read_text("utf-8") == edited
    assert "--merge" not in command(project, "seeds").stderr


def test_where_both_changed_the_person_wins_and_is_told(project):
    seed(project, "a.txt")
    command(project, "seeds")
    before = worse(project, "春天，河边", "春天,河边")
    edited = before.replace("春天,河边", "暮春，河边")
    article(project).write_text(edited, "utf-8")
    said = command(project, "seeds", "--merge").stderr
    assert "both changed near line" in said
    assert article(project).read_text("utf-8") == edited


def test_article_nobody_edited_is_brought_up_to_date(project):
    seed(project, "a.txt")
    command(project, "seeds")
    now = article(project).read_text("utf-8")
    article(project).write_text(worse(project, "春天，河边", "春天,河边"), "utf-8")
    assert "brought up to date" in command(project, "seeds").stderr
    assert article(project).read_text("utf-8") == now


def test_without_a_record_an_edited_article_is_left_alone(project):
    seed(project, "a.txt")
    command(project, "seeds")
    record_path(project / "docs/articles", "seeds/a.txt").write_text("{broken", "utf-8")
    article(project).write_text(article(project).read_text("utf-8") + "\n编者按。\n", "utf-8")
    assert "kept (edited)" in command(project, "seeds", "--merge").stderr
    assert article(project).read_text("utf-8").endswith("编者按。\n")


def test_unchanged_pages_are_not_converted_again(project, monkeypatch, capsys):
    from convert.__main__ import main

    seed(project, "a.txt")
    command(project, "seeds")
    monkeypatch.chdir(project)
    monkeypatch.setattr(processes, "convert_file", lambda text, raw: pytest.fail("converted again"))
    assert main(["seeds"]) == 0
    assert "unchanged" in capsys.readouterr().err


def test_the_result_does_not_depend_on_the_number_of_processes(project):
    for number in range(12):
        seed(project, f"p{number}.txt", f"河边的第{number}个季节")
    (project / "seeds/bad.txt").write_bytes(b"\x89PNG\0\0")
    one = command(project, "seeds", "--out", "one", "--jobs", "1", "--report", "one.jsonl")
    more = command(project, "seeds", "--out", "more", "--jobs", "3", "--report", "more.jsonl")
    assert one.returncode == more.returncode == 1
    assert one.stderr.replace("one/", "more/") == more.stderr
    texts = [{p.name: p.read_bytes() for p in (project / out).glob("*.md")} for out in ("one", "more")]
    assert texts[0] == texts[1] and len(texts[0]) == 12
    assert (project / "one.jsonl").read_bytes() == (project / "more.jsonl").read_bytes()


def test_a_process_that_dies_costs_its_page_only(project, monkeypatch):
    assert "fork" in multiprocessing.get_all_start_methods(), "only a forked process has this test's replacement"
    before = multiprocessing.get_start_method(allow_none=True)
    multiprocessing.set_start_method("fork", force=True)
    real = processes.convert_file
    monkeypatch.setattr(
        processes, "convert_file", lambda text, raw: os._exit(9) if "死".encode() in text else real(text, raw)
    )
    pages = [(seed(project, f"p{n}.txt", "死去的季节" if n == 5 else f"河边的第{n}个季节"), f"p{n}") for n in range(10)]
    outcomes = list(processes.convert_all(pages, 2))
    multiprocessing.set_start_method(before, force=True)
    assert [n for n, outcome in enumerate(outcomes) if outcome.article is None] == [5]
    assert "died" in outcomes[5].fault and "p5.txt" in outcomes[5].fault


def test_a_fault_of_the_conversion_names_the_page(project, monkeypatch):
    def broken(text, raw):
        raise IndexError("list index out of range")

    monkeypatch.setattr(processes, "convert_file", broken)
    outcome = processes.convert_page((seed(project, "a.txt"), "a"))
    assert outcome.article is None
    assert "a.txt: IndexError" in outcome.fault and "please report it" in outcome.fault


def test_two_runs_at_once_do_not_mix(project):
    for number in range(12):
        seed(project, f"p{number}.txt", f"河边的第{number}个季节")
    runs = [
        subprocess.Popen(
            [sys.executable, str(SCRIPT), "seeds"], cwd=project, stderr=subprocess.PIPE, text=True, encoding="utf-8"
        )
        for _ in range(3)
    ]
    said = [run.communicate(timeout=120)[1] for run in runs]
    assert [run.returncode for run in runs] == [0, 0, 0]
    assert sum(text.count("written to") for text in said) == 12
    assert sum(text.count("unchanged") for text in said) == 24
    assert not list((project / "docs").rglob("*.tmp"))


def test_audit_shows_a_page_on_one_screen(project):
    seed(
        project,
        "a.txt",
        text=TEXT + "\n\n责任编辑:王小五\n\n" + "\n\n".join(["分享到:", "相关阅读", *["另一篇文章的标题"] * 60]),
    )
    done = command(project, "seeds", "--audit")
    lines = done.stdout.splitlines()
    assert lines[0] == "=== seeds/a.txt -> docs/articles/a.md"
    assert "kept 2 blocks" in lines[1] and "cut" in lines[1] and "%" in lines[1]
    assert len(lines) <= 40 and any("editor on duty" in line and "王小五" in line for line in lines)


def test_a_page_that_takes_too_long_is_given_up(project, monkeypatch):
    monkeypatch.setattr(processes, "SECONDS_MOST", 0.2)
    monkeypatch.setattr(processes, "convert_file", lambda text, raw: time.sleep(30))
    assert "took more than" in processes.convert_page((seed(project, "a.txt"), "a")).fault


def test_brief_says_the_news_and_counts_the_rest(project):
    seed(project, "a.txt")
    assert command(project, "seeds", "--brief").returncode == 0
    seed(project, "b.txt", "河边的又一个季节")
    done = command(project, "seeds", "--brief")
    assert "b.txt: written" in done.stderr and "a.txt" not in done.stderr
    assert "1 of 2 pages have their articles already" in done.stderr


OTHER = TEXT.replace("春天,河边的树刚刚发芽,来散步的人", "秋天,山上的栗子熟了,来拾栗子的人").replace(
    "夏天,水位升高了一些,老人们把棋盘搬到桥洞下面", "冬天,屋檐挂起了冰柱,孩子们把板凳搬到灶台旁边"
)


def test_pages_of_one_name_from_other_folders_do_not_take_each_others_place(project, tmp_path_factory):
    """Outside the project a page is known by its name alone: what it says tells whether it is the one of before."""
    pages = []
    for folder, title, text in (("a", "河边的四个季节", TEXT), ("b", "山上的两个季节", OTHER)):
        pages.append(tmp_path_factory.mktemp(folder) / "page.txt")
        pages[-1].write_text(text.replace("{title}", title), encoding="utf-8")
    first, second = (command(project, page) for page in pages)
    assert "written to" in first.stderr and "page-2.md" in second.stderr
    written = {name: article(project, name).read_text("utf-8") for name in ("page", "page-2")}
    assert "河边的四个季节" in written["page"] and "山上的两个季节" in written["page-2"]
    assert f"raw: {pages[1].parent.name}/page.txt" in written["page-2"]
    for page in reversed(pages):
        assert "unchanged" in command(project, page).stderr
    # The first one saved again, with a word changed, is still the first one.
    pages[0].write_text(pages[0].read_text("utf-8").replace("一盘棋", "一局棋"), encoding="utf-8")
    assert "brought up to date" in command(project, pages[0]).stderr
    assert "一局棋" in article(project, "page").read_text("utf-8")
    assert article(project, "page-2").read_text("utf-8") == written["page-2"]
