"""What holds when the theme's upkeep ends: a copy of it under a name of one's own, built by the other host."""

import importlib.util
import os
import re
import shutil
from pathlib import Path

from building import build, built


def test_a_copy_of_the_theme_builds_the_same_site_by_the_other_host(project, tmp_path, monkeypatch):
    theirs = Path(importlib.util.find_spec("material").origin).parent
    kept = tmp_path / "packages"
    shutil.copytree(theirs / "templates", kept / "kept_theme", ignore=shutil.ignore_patterns("__pycache__", ".icons"))
    # Some 14,000 pictures: where they are, they are read through a link as well.
    (kept / "kept_theme" / ".icons").symlink_to(theirs / "templates" / ".icons")
    about = kept / "kept_theme-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: kept-theme\nVersion: 1.0\n", encoding="utf-8")
    (about / "entry_points.txt").write_text("[mkdocs.themes]\nkept = kept_theme\n", encoding="utf-8")
    before = built(project, tmp_path / "before", "properdocs")
    config = project / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8").replace("name: material", "name: kept"), encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(kept), os.environ.get("PYTHONPATH", "")]))
    done = build(project, tmp_path / "after", "properdocs", "--strict")
    assert done.returncode == 0, done.stderr
    names = [path.relative_to(before) for path in sorted(before.rglob("*")) if path.is_file()]
    assert len(names) > 50
    for name in names:
        after = tmp_path / "after" / name
        if name.suffix in (".html", ".xml", ".json", ".css", ".js"):
            assert _text(after) == _text(before / name), name
        else:
            assert after.is_file(), name


def _text(path):
    return re.sub(r'<meta name="generator"[^>]*>', "", path.read_text(encoding="utf-8"))
