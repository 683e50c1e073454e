"""From sources to the curator's file: what is found, what is left out, what a decision does."""

import pytest
import yaml
from archive_pages import MORE, Site, feed, page, zipped
from bridge_digest import AGAINST, pages, written

from digest.__main__ import main
from digest.inbox.triage.fingerprint import fingerprint
from digest.inbox.triage.inbox_file import read_inbox
from digest.zh.script import Script


@pytest.fixture
def project(tmp_path):
    return written(tmp_path)


def inbox(project, *arguments):
    return main(["inbox", *map(str, arguments), "--docs", str(project / "docs"), "--jobs", "1"])


def listed(project):
    return yaml.safe_load((project / "inbox" / "inbox.yml").read_text(encoding="utf-8")) or []


def decide(project, word):
    file = project / "inbox" / "inbox.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("decide:", f"decide: {word}"), encoding="utf-8")


def archive(project, files):
    path = project / "pages.zip"
    path.write_bytes(zipped(files))
    return path


def test_what_meets_a_claim_is_listed_once_with_both_sentences(project, capsys):
    assert inbox(project, archive(project, pages())) == 0
    [entry] = listed(project)
    assert entry["title"] in ("造桥的人不该修桥", "造橋的人不該修橋") and entry["copies"] == 2
    assert entry["meets"][0]["claim"] == "own#c1" and entry["meets"][0]["here"][:2] in ("石桥", "石橋")
    assert "own#c1" in entry["why"] and "没有的声音" in entry["why"]
    assert "1 no articles" in capsys.readouterr().out


def test_a_second_run_only_does_what_is_new_and_keeps_what_was_written(project, capsys):
    path = archive(project, pages())
    inbox(project, path)
    file = project / "inbox" / "inbox.yml"
    file.write_text(file.read_text(encoding="utf-8") + "# 我的记号\n", encoding="utf-8")
    before = file.read_text(encoding="utf-8")
    assert inbox(project, path) == 0
    assert file.read_text(encoding="utf-8") == before
    assert "0 new entries" in capsys.readouterr().out.splitlines()[-1]


def test_what_is_taken_becomes_an_article_and_is_not_taken_twice(project, capsys):
    path = archive(project, pages())
    inbox(project, path)
    decide(project, "收")
    before = (project / "inbox" / "inbox.yml").read_text(encoding="utf-8")
    raw = {each: each.read_bytes() for each in (project / "inbox" / "pages").iterdir()}
    assert inbox(project, "--apply") == 0 and not listed(project)
    articles = sorted((project / "docs" / "articles").glob("*.md"))
    assert len(articles) == 2 and len(list((project / "seeds").iterdir())) == 1
    # As after a stop between the two writes: the article is there, the entry too.
    (project / "inbox" / "inbox.yml").write_text(before, encoding="utf-8")
    for name, data in raw.items():
        name.write_bytes(data)
    assert inbox(project, "--apply") == 0
    assert sorted((project / "docs" / "articles").glob("*.md")) == articles
    assert inbox(project, path) == 0 and not listed(project)


def test_what_is_refused_does_not_come_back_under_another_title(project):
    files = pages()
    inbox(project, archive(project, {"first.html": files["first.html"]}))
    decide(project, "no")
    assert inbox(project, "--apply") == 0 and not listed(project)
    assert inbox(project, archive(project, {"repost.html": files["repost.html"]})) == 0 and not listed(project)


def test_a_wrong_word_is_a_finding_and_nothing_is_done(project, capsys):
    inbox(project, archive(project, pages()))
    decide(project, "maybe")
    before = (project / "inbox" / "inbox.yml").read_text(encoding="utf-8")
    assert inbox(project, "--apply") == 1
    said = capsys.readouterr().err
    assert "inbox.yml:" in said and "maybe" in said and "take" in said and "example: decide: take" in said
    assert (project / "inbox" / "inbox.yml").read_text(encoding="utf-8") == before


def test_a_page_that_cannot_be_converted_is_named_and_the_rest_goes_on(project, capsys):
    files = {"bad.html": b"\x00\x01\x02", **pages()}
    assert inbox(project, archive(project, files)) == 1
    assert "bad.html" in capsys.readouterr().err and len(listed(project)) == 1


def test_an_entry_names_no_file_outside(project):
    (project / "inbox").mkdir()
    (project / "inbox" / "inbox.yml").write_text("- key: ../../mkdocs\n  decide: no\n", encoding="utf-8")
    assert inbox(project, "--apply") == 1
    assert (project / "mkdocs.yml").is_file() and read_inbox(project / "inbox" / "inbox.yml")[0]


def test_a_fingerprint_is_the_same_in_both_scripts_and_of_a_cut_copy_a_part():
    text = page("石桥", AGAINST).decode()
    hant = Script().convert(text, "zh-Hans", "zh-Hant")
    whole, cut = fingerprint(text), set(fingerprint(text[: len(text) * 2 // 3]))
    assert whole and list(fingerprint(hant)) == list(whole)
    assert len(cut & set(whole)) > 0.9 * len(cut)


def test_what_is_put_off_stands_last_and_takes_no_place(project):
    inbox(project, archive(project, {"first.html": pages()["first.html"]}), "--limit", 1)
    decide(project, "later")
    more = page(
        "石桥", "石桥可以由造桥的人来修，也可以由别的人来修。", title="谁来修桥", author="钱七", paragraphs=MORE
    )
    inbox(project, archive(project, {**pages(), "more.html": more}), "--limit", 1)
    assert [each["title"] for each in listed(project)] == ["谁来修桥", "造桥的人不该修桥"]


def test_the_feeds_of_the_digest_are_read_where_no_source_is_named(project, capsys, monkeypatch):
    monkeypatch.setattr("digest.inbox.sources.robots.PAUSE", 0.0)
    with pytest.raises(SystemExit) as stopped:
        inbox(project)
    assert stopped.value.code == 2 and "feeds.yml lists no feed" in capsys.readouterr().err
    site = Site({"/feed": feed([("桥", pages()["first.html"].decode())])})
    (project / "docs" / "feeds.yml").write_text(f"- {site.address}/feed\n- ftp://example.org/\n", encoding="utf-8")
    assert inbox(project) == 1 and "feeds.yml:2: feeds-form" in capsys.readouterr().err
    (project / "docs" / "feeds.yml").write_text(f"- {site.address}/feed\n", encoding="utf-8")
    assert inbox(project) == 0 and len(listed(project)) == 1
    site.close()


def test_a_scheduler_that_is_not_there_is_named(project, capsys, monkeypatch):
    monkeypatch.setattr("digest.inbox.triage.workers.cluster._SECONDS", 0.5)
    assert inbox(project, archive(project, pages()), "--scheduler", "tcp://127.0.0.1:9") == 1
    said = capsys.readouterr().err
    assert "tcp://127.0.0.1:9" in said and "example: tcp://host:8786" in said


def test_reasons_are_in_the_script_of_the_curators(project):
    (project / "mkdocs.yml").write_text("site_name: 桥\nplugins: [digest: {lang: zh-Hant}]\n", encoding="utf-8")
    inbox(project, archive(project, {"first.html": pages()["first.html"]}))
    assert "碰上論點" in listed(project)[0]["why"]
