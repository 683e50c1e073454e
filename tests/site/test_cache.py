"""What a build keeps for the next one: it must never show."""

import shutil
import sqlite3
from collections import Counter
from pathlib import Path

import pytest
from building import build, built

CHANGES = {
    "an article": ("docs/articles/stone-bridge.md", lambda text: f"{text}\n\n后来桥又修了一次，软件也换了。\n"),
    "a relation": ("docs/relations.yml", lambda text: "\n".join(text.splitlines()[:-1]) + "\n"),
    "a term": ("docs/terms.yml", lambda text: text.replace("裂罅", "裂隙")),
    "a page": ("docs/about.md", lambda text: f"{text}\n\n又一段。\n"),
    "the settings": ("mkdocs.yml", lambda text: text.replace("版权归作者", "版权归原作者")),
}


def files(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}


def kept(project: Path) -> set[bytes]:
    """The keys of what is kept; each begins with the kind of what it is."""
    with sqlite3.connect(project / ".cache" / "digest" / "build.sqlite3") as opened:
        return {key for (key,) in opened.execute("SELECT key FROM made")}


def fresh(project: Path, out: Path) -> dict[str, bytes]:
    """What a build without anything kept gives."""
    copy = shutil.copytree(project, out.with_name(f"{out.name}-project"), ignore=shutil.ignore_patterns(".cache"))
    return files(built(copy, out))


@pytest.mark.parametrize("what", CHANGES)
def test_a_build_after_a_change_is_the_one_without_a_cache(site, built_project, tmp_path, what):
    name, changed = CHANGES[what]
    path = built_project / name
    path.write_text(changed(path.read_text(encoding="utf-8")), encoding="utf-8")
    # Into the site of the last build, of which what did not change stays.
    after = files(built(built_project, shutil.copytree(site, tmp_path / "second")))
    assert after == fresh(built_project, tmp_path / "fresh")
    assert after != files(site)


def test_a_build_without_a_change_makes_nothing_new(site, built_project, tmp_path):
    known = kept(built_project)
    assert files(built(built_project, tmp_path / "second")) == files(site)
    assert known and kept(built_project) == known


def test_an_edited_article_is_rendered_and_the_others_are_not(built_project, tmp_path):
    project = built_project
    known = kept(project)
    path = project / "docs" / "articles" / "no-summary.md"
    path.write_text(path.read_text(encoding="utf-8") + "\n\n河后来改道了。\n", encoding="utf-8")
    built(project, tmp_path / "second")
    new = Counter(key.partition(b":")[0].decode() for key in kept(project) - known)
    assert {kind: new[kind] for kind in ("article", "content", "twin", "search", "text")} == {
        "article": 1,
        "content": 1,
        "twin": 1,
        "search": 1,
        "text": 2,
    }
    pages = Counter(key.partition(b":")[0].decode() for key in known)["page"]
    assert new["page"] < pages / 2


def test_a_broken_cache_is_made_anew(site, project, tmp_path):
    (project / ".cache" / "digest" / "build.sqlite3").write_bytes(b"not a database, " * 999)
    assert files(built(project, tmp_path / "second")) == files(site)
    assert files(built(project, tmp_path / "third")) == files(site)
    assert kept(project)


def test_a_cache_can_be_deleted_and_turned_off(site, project, tmp_path):
    shutil.rmtree(project / ".cache")
    config = project / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8").replace("[digest]", "[digest: {cache: ''}]"), encoding="utf-8")
    assert files(built(project, tmp_path / "second")) == files(site)
    assert not (project / ".cache" / "digest" / "build.sqlite3").exists()


def test_a_fault_is_said_again_by_the_second_build(project, tmp_path):
    path = project / "docs" / "articles" / "stone-bridge.md"
    path.write_text(
        path.read_text(encoding="utf-8") + "\n\n[没有](no-such-page.md) 与 [没有](#nowhere)\n", encoding="utf-8"
    )
    said = [build(project, tmp_path / name, "mkdocs", "--strict") for name in ("first", "second")]
    assert [each.returncode for each in said] == [1, 1]
    assert said[0].stderr == said[1].stderr.replace("second", "first")
    assert "no-such-page.md" in said[1].stderr and "#nowhere" in said[1].stderr


def test_a_template_of_the_site_is_read_anew(project, tmp_path):
    config = project / "mkdocs.yml"
    config.write_text(
        config.read_text(encoding="utf-8").replace("theme:\n", "theme:\n  custom_dir: own\n", 1), encoding="utf-8"
    )
    (project / "own").mkdir()
    own = project / "own" / "main.html"
    own.write_text('{% extends "base.html" %}{% block footer %}一{% endblock %}', encoding="utf-8")
    assert "custom_dir" in config.read_text(encoding="utf-8")
    built(project, tmp_path / "first")
    own.write_text('{% extends "base.html" %}{% block footer %}二脚{% endblock %}', encoding="utf-8")
    site = built(project, tmp_path / "second")
    assert "二脚" in (site / "zh-hans" / "articles" / "old-road" / "index.html").read_text(encoding="utf-8")


def test_another_build_at_the_same_time_is_no_fault(site, built_project, tmp_path):
    with sqlite3.connect(built_project / ".cache" / "digest" / "build.sqlite3") as other:
        other.execute("BEGIN EXCLUSIVE")
        assert files(built(built_project, tmp_path / "second")) == files(site)


def test_the_last_site_goes_and_what_is_hidden_in_it_stays(site, built_project, tmp_path):
    project, out = built_project, shutil.copytree(site, tmp_path / "out")
    (out / ".git").write_text("kept", encoding="utf-8")
    (out / "stray" / "folder").mkdir(parents=True)
    (out / "stray" / "folder" / "file.txt").write_text("old", encoding="utf-8")
    left = project / ".cache" / "digest" / "replaced-site-1"
    (left / "zh-hans").mkdir(parents=True)
    left.with_name("replaced-site-plan").mkdir()
    page = out / "zh-hant" / "articles" / "old-road" / "index.html"
    before = page.stat()
    built(project, out)
    assert (page.stat().st_ino, page.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert (out / ".git").read_text(encoding="utf-8") == "kept"
    assert not (out / "stray").exists() and (out / "zh-hans" / "index.html").is_file()
    assert [path.name for path in (project / ".cache" / "digest").glob("replaced-*")] == ["replaced-site-plan"]


def test_a_site_that_cannot_be_moved_is_built_all_the_same(site, built_project, tmp_path):
    project, out = built_project, shutil.copytree(site, tmp_path / "out")
    (out / "stray.txt").write_text("old", encoding="utf-8")
    shutil.rmtree(project / ".cache")
    (project / ".cache").mkdir()
    (project / ".cache" / "digest").write_text("a file where the folder would be", encoding="utf-8")
    built(project, out)
    assert not (out / "stray.txt").exists() and (out / "zh-hans" / "index.html").is_file()


@pytest.mark.parametrize("tree", ["zh-hans", "zh-hant"])
def test_what_another_has_a_say_in_is_made_anew(project, tmp_path, tree):
    config, said = project / "mkdocs.yml", project / "said.txt"
    config.write_text(config.read_text(encoding="utf-8") + "hooks: [hook.py]\n", encoding="utf-8")
    (project / "hook.py").write_text(
        "from pathlib import Path\n\n\ndef on_page_content(html, page, **_):\n"
        f"    own = page.file.src_uri.startswith('{tree}/')\n"
        "    return html + f\"<p>{Path(__file__).with_name('said.txt').read_text()}</p>\" if own else html\n",
        encoding="utf-8",
    )
    for word in ("first", "second"):
        said.write_text(word, encoding="utf-8")
        out = built(project, tmp_path / word)
        for name in ("index.html", "index.md"):
            assert word in (out / tree / "articles" / "old-road" / name).read_text(encoding="utf-8"), name
