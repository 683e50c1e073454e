"""The site of the last build while a new one is written: what is written again as it was keeps its file; nothing of it
is lost where a build fails."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from digest.mkdocs_adapter.last_site import LastSite, utils

PATHS = ["index.html", "a/index.html", "a/b/index.html", "a/b/map.svg", "c.xml"]
CONTENTS = [b"one", b"two", b"longer"]
SITES = st.dictionaries(st.sampled_from(PATHS), st.sampled_from(CONTENTS))
WRITES = st.lists(st.tuples(st.sampled_from(PATHS), st.sampled_from(CONTENTS)))


def lay(folder: Path, files: dict[str, bytes]) -> None:
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@settings(max_examples=200, deadline=None)
@given(before=SITES, writes=WRITES, fails=st.booleans())
def test_a_build_leaves_what_it_wrote_and_one_that_fails_the_last_site(before, writes, fails):
    with tempfile.TemporaryDirectory() as folder:
        site, kept = Path(folder, "site"), Path(folder, "kept")
        site.mkdir()
        lay(site, before)
        places = {path: (site / path).stat() for path in before}
        of_host, last = utils.write_file, LastSite(site, kept)
        last.put_aside()
        assert files(site) == {}
        for path, content in writes:
            utils.write_file(content, str(site / path))
        if fails:
            last.put_back()
        else:
            last.let_go()
        assert utils.write_file is of_host
        assert files(site) == (before if fails else dict(writes))
        assert [path.name for path in kept.iterdir()] == [".gitignore"]
        same = [path for path in before if {content for name, content in writes if name == path} == {before[path]}]
        for path in before if fails else same:
            now = (site / path).stat()
            assert (now.st_ino, now.st_mtime_ns) == (places[path].st_ino, places[path].st_mtime_ns), path


def test_what_only_looks_like_a_file_of_the_last_site_is_written_anew(tmp_path):
    site, outside = tmp_path / "site", tmp_path / "outside.html"
    lay(site, {"kept/index.html": b"one"})
    outside.write_bytes(b"one")
    (site / "index.html").symlink_to(outside)
    last = LastSite(site, tmp_path / "kept")
    last.put_aside()
    beside = tmp_path / "site-of-another" / "index.html"
    for file in (site / "index.html", site / "kept", beside):
        utils.write_file(b"one", str(file))
    last.let_go()
    assert not (site / "index.html").is_symlink() and files(site) == {"index.html": b"one", "kept": b"one"}
    assert outside.read_bytes() == beside.read_bytes() == b"one"
