import subprocess

import pytest

from digest.__main__ import main

ROAD = "---\ntitle: 旧路\nlang: zh-Hans\n---\n旧桥要拆。\n"


def git(folder, *arguments):
    subprocess.run(
        ["git", "-C", folder, "-c", "user.name=甲", "-c", "user.email=a@example.org", *arguments],
        check=True,
        capture_output=True,
    )


@pytest.fixture
def clone(tmp_path, monkeypatch):
    """A repository with a digest in a folder of its own, on the branch main."""
    folder = tmp_path / "repository" / "my digest"
    (folder / "docs" / "articles").mkdir(parents=True)
    (folder / "docs" / "articles" / "old-road.md").write_text(ROAD, encoding="utf-8")
    (folder / "docs" / "picture.png").write_bytes(b"\x89PNG\r\n")
    (folder / "docs" / "away.md").symlink_to("/etc/hostname")
    git(tmp_path, "init", "-q", "-b", "main", "repository")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "first")
    (folder / "docs" / "away.md").unlink()
    monkeypatch.chdir(folder)
    return folder


def change(folder, old="要拆", new="应当拆"):
    (folder / "docs" / "articles" / "old-road.md").write_text(ROAD.replace(old, new), encoding="utf-8")


def test_what_is_not_committed_is_told(clone, capsys):
    change(clone)
    assert main(["review"]) == 0
    assert "现在：旧桥[应当]拆。" in capsys.readouterr().out


def test_a_branch_is_compared_with_where_it_left_main(clone, capsys):
    git(clone, "checkout", "-q", "-b", "mine")
    change(clone)
    git(clone, "commit", "-qam", "mine")
    git(clone, "checkout", "-q", "main")
    (clone / "docs" / "terms.yml").write_text("zh-Hant: {旧桥: 古橋}\n", encoding="utf-8")
    git(clone, "add", ".")
    git(clone, "commit", "-qm", "theirs")
    git(clone, "checkout", "-q", "mine")
    assert main(["review", "--format", "markdown"]) == 0
    out = capsys.readouterr().out
    assert "旧桥<b>应当</b>拆" in out and "古橋" not in out


def test_two_revisions_are_compared_whatever_lies_in_the_folder(clone, capsys):
    change(clone)
    git(clone, "commit", "-qam", "second")
    change(clone, "拆", "修")
    assert main(["review", "HEAD~1", "--head", "HEAD"]) == 0
    out = capsys.readouterr().out
    assert "旧桥[应当]拆" in out and "修" not in out


def test_the_same_twice_is_the_same(clone, capsys):
    change(clone)
    main(["review"])
    first = capsys.readouterr().out
    main(["review"])
    assert first == capsys.readouterr().out


@pytest.mark.parametrize("revision", ["nowhere", "--output=x", "HEAD~9"])
def test_a_revision_that_is_not_there(clone, capsys, revision):
    assert main(["review", "--", revision]) == 1
    assert "which git does not know here" in capsys.readouterr().err
    assert not list(clone.glob("x*"))


def test_no_main_branch_is_said(clone, capsys):
    git(clone, "branch", "-m", "trunk")
    assert main(["review"]) == 1
    assert "example: digest review HEAD~1" in capsys.readouterr().err


def test_no_repository_is_said(tmp_path, monkeypatch, capsys):
    (tmp_path / "docs").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert main(["review"]) == 1
    assert capsys.readouterr().err


@pytest.mark.parametrize("options", [["--docs", "nowhere"], ["--limit", "0"], ["--format", "pdf"]])
def test_wrong_use(clone, options):
    with pytest.raises(SystemExit) as left:
        main(["review", *options])
    assert left.value.code == 2


def test_the_engine_is_that_of_the_site(clone, capsys, tmp_path, monkeypatch):
    (tmp_path / "my_engine.py").write_text(
        "class Shout:\n    def __init__(self, name): pass\n    def convert(self, text): return text + '！'\n",
        encoding="utf-8",
    )
    monkeypatch.syspath_prepend(tmp_path)
    (clone / "mkdocs.yml").write_text("plugins: [{digest: {engine: 'my_engine:Shout'}}]\n", encoding="utf-8")
    git(clone, "add", ".")
    git(clone, "commit", "-qm", "engine")
    change(clone)
    assert main(["review"]) == 0
    assert "繁體：旧桥[应当]拆。！" in capsys.readouterr().out


def test_an_engine_that_is_not_there_is_said(clone, capsys):
    (clone / "mkdocs.yml").write_text("plugins: [{digest: {engine: 'no_such_engine:Shout'}}]\n", encoding="utf-8")
    assert main(["review"]) == 1
    assert "example: my_engine:Converter" in capsys.readouterr().err


def test_pages_are_rendered_as_the_site_renders_them(clone, capsys):
    (clone / "mkdocs.yml").write_text("markdown_extensions: [def_list]\n", encoding="utf-8")
    git(clone, "add", ".")
    git(clone, "commit", "-qm", "lists")
    (clone / "docs" / "words.md").write_text("桥\n:   过河的。\n", encoding="utf-8")
    git(clone, "add", ".")
    git(clone, "commit", "-qm", "words")
    (clone / "docs" / "words.md").write_text("桥\n:   过江的。\n", encoding="utf-8")
    assert main(["review"]) == 0
    assert "现在：过[江]的。" in capsys.readouterr().out
