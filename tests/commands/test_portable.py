"""Addresses of folders as addresses of their pages, and what the command refuses."""

import pytest

from digest.__main__ import main
from digest.exports.offline.portable import portable_page

FILES = {
    "index.html": "",
    "zh-hans/index.html": "",
    "zh-hans/a/index.html": "",
    "zh-hans/中 文/index.html": "",
    "zh-hans/map/index.html": "",
    "zh-hans/a/map.svg": '<svg><a href="../map/#x"></a></svg>',
}


@pytest.mark.parametrize(
    ("written", "becomes"),
    [
        ('href="../map/"', 'href="../map/index.html"'),
        ('href="../map/#c1"', 'href="../map/index.html#c1"'),
        ('href="../map/?h=%E6%A1%A5&amp;x=1#c1"', 'href="../map/index.html?h=%E6%A1%A5&amp;x=1#c1"'),
        ('href=".."', 'href="../index.html"'),
        ('href="./"', 'href="index.html"'),
        ('href="."', 'href="index.html"'),
        ('href="../../"', 'href="../../index.html"'),
        ("href=../map/", 'href="../map/index.html"'),
        ("href='../map/'", 'href="../map/index.html"'),
        ('href="../%E4%B8%AD%20%E6%96%87/"', 'href="../%E4%B8%AD%20%E6%96%87/index.html"'),
        ('href="#c1"', None),
        ('href="https://example.org/"', None),
        ('href="//example.org/a/"', None),
        ('href="mailto:a@example.org"', None),
        ('href="/zh-hans/map/"', None),
        ('href="../../../elsewhere/"', None),
        ('href="../none/"', None),
        ('href="index.md"', None),
        ('href="http://["', None),
        ('data-root="../map/"', None),
        ('src="../map/"', None),
    ],
)
def test_an_address_names_its_page(written, becomes):
    page = f"<p>a</p><a {written}>乙</a>"
    assert portable_page(page, "zh-hans/a/index.html", FILES.get) == page.replace(written, becomes or written)


def test_what_would_be_fetched_is_in_the_page_and_the_policy_lets_files_be_read():
    page = (
        """<meta http-equiv="Content-Security-Policy" content="script-src 'self'; img-src 'self' data:">"""
        """<link rel="manifest" href="../m.webmanifest"><p>'self'</p>"""
        """<div class="dg-map" data-from="map.svg" data-fault="没有"></div><div data-from="none.svg"></div>"""
    )
    assert portable_page(page, "zh-hans/a/index.html", FILES.get) == (
        """<meta http-equiv="Content-Security-Policy" content="script-src 'self' file:; img-src 'self' file: data:">"""
        """<p>'self'</p><div class="dg-map" data-from="map.svg" data-fault="没有" data-drawn="drawn">"""
        """<svg><a href="../map/index.html#x"></a></svg></div><div data-from="none.svg"></div>"""
    )


@pytest.fixture
def site(tmp_path, monkeypatch):
    for name in ("site/index.html", "site/a/index.html", "site/search/0.json", "site/sw.js", "site/assets/pages.1.css"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text('<a href="a/">甲</a>', encoding="utf-8")
    (tmp_path / "site" / "out").symlink_to("/etc/hostname")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_command_writes_a_folder_of_its_own_and_writes_it_anew(site):
    assert main(["portable", "site"]) == 0
    (site / "portable" / "of-before").touch()
    assert main(["portable", "site"]) == 0
    files = {
        path.relative_to(site / "portable").as_posix() for path in (site / "portable").rglob("*") if path.is_file()
    }
    assert files == {"index.html", "a/index.html", "assets/pages.1.css", ".digest-portable"}
    assert (site / "portable" / "index.html").read_text(encoding="utf-8") == '<a href="a/index.html">甲</a>'
    assert "display:none" in (site / "portable" / "assets" / "pages.1.css").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "given", [["nowhere"], ["site", "--output", "site/p"], ["site", "--output", "."], ["site", "--output", "kept"]]
)
def test_it_overwrites_nothing_else(site, given, capsys):
    (site / "kept").mkdir()
    (site / "kept" / "mine.txt").write_text("我的", encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        main(["portable", *given])
    assert ended.value.code == 2 and given[-1].split("/")[0] in capsys.readouterr().err
    assert (site / "kept" / "mine.txt").read_text(encoding="utf-8") == "我的"
