"""The pictures of links in a built site, and what a build says where it can make none."""

import shutil

import pytest
from bs4 import BeautifulSoup
from building import PROJECT, build, built
from PIL import Image

ADDRESS = "https://example.org/bridges/"


def configured(project, options):
    shutil.copy(PROJECT / "tests/unit/fonts/bars.ttf", project / "bars.ttf")
    config = project / "mkdocs.yml"
    config.write_text(
        config.read_text(encoding="utf-8").replace("[digest]", f"[{{digest: {{{options}}}}}]"), encoding="utf-8"
    )
    return project


def squares(site):
    """The second pictures that pages name, for those who crop: an article's."""
    found = set()
    for page in site.glob("zh-han?/articles/*/index.html"):
        tags = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser").find_all("meta", property="og:image")
        assert len(tags) == 2
        found.add(tags[1]["content"].removeprefix(ADDRESS))
    return found


def pictures(site):
    found = {}
    for page in sorted([*site.glob("zh-hans/**/*.html"), *site.glob("zh-hant/**/*.html")]):
        tag = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser").find("meta", property="og:image")
        found[page.relative_to(site).as_posix()] = tag["content"].removeprefix(ADDRESS) if tag else None
    return found


def test_every_page_has_a_card_of_its_script(project, tmp_path):
    site = built(configured(project, "card_font: bars.ttf"), tmp_path / "out")
    found = pictures(site)
    assert None not in found.values()
    for path, name in found.items():
        # A dispute's card is square: chats cut others.
        square = "/disputes/" in path and not path.endswith("/disputes/index.html")
        assert Image.open(site / name).size == ((1080, 1080) if square else (1200, 630)), path
    # An article each, and one for the other pages, in each script.
    assert len(set(found.values())) == 10
    assert found["zh-hans/index.html"] == found["zh-hans/about/index.html"] != found["zh-hant/index.html"]
    beside = squares(site)
    assert len(beside) == 6 and {Image.open(site / name).size for name in beside} == {(600, 600)}
    assert {path.name for path in (site / "assets/cards").iterdir()} == {
        name.rpartition("/")[2] for name in (*found.values(), *beside)
    }


def test_a_second_build_takes_the_cards_of_the_first_and_keeps_no_others(project, tmp_path):
    configured(project, "card_font: bars.ttf")
    first = built(project, tmp_path / "one")
    names = {path.name for path in (first / "assets/cards").iterdir()}
    kept = project / ".cache/digest/cards"
    assert {path.name for path in kept.iterdir()} == names
    taken = kept / pictures(first)["zh-hant/index.html"].rpartition("/")[2]
    taken.write_bytes(b"as it was kept")
    road = project / "docs/articles/old-road.md"
    road.write_text(road.read_text(encoding="utf-8").replace("旧路", "旧桥"), encoding="utf-8")
    second = built(project, tmp_path / "two")
    assert (second / "assets/cards" / taken.name).read_bytes() == b"as it was kept"
    now = {path.name for path in (second / "assets/cards").iterdir()}
    # One article's title has changed: its two cards in each script.
    assert len(now - names) == 4 and {path.name for path in kept.iterdir()} == now


def test_nothing_is_kept_where_the_option_says_so(project, tmp_path):
    shutil.rmtree(project / ".cache")
    built(configured(project, "card_font: bars.ttf, cache: ''"), tmp_path / "one")
    assert not (project / ".cache").exists()


def test_no_cards_where_the_option_says_so(project, tmp_path):
    site = built(configured(project, "cards: false"), tmp_path / "out")
    assert set(pictures(site).values()) == {None} and not (site / "assets/cards").exists()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ("card_font: gone.ttf", "digest: card_font: there is no file gone.ttf"),
        ("cards: true, card_font: mkdocs.yml", "no font that draws zh-Hans, zh-Hant"),
    ],
)
def test_a_font_that_is_none_is_a_fault(project, tmp_path, options, said):
    done = build(configured(project, options), tmp_path / "out", "mkdocs", "--strict")
    assert done.returncode == 1 and said in done.stderr


def test_a_machine_without_fonts_builds_strictly_and_says_so(project, tmp_path, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "bare"), prepend=":")
    (tmp_path / "bare").mkdir()
    # What such a machine is: fontconfig knows no font, and none stands where fonts stand.
    (tmp_path / "bare" / "sitecustomize.py").write_text(
        "from digest.exports.cards import fonts as card_fonts\n"
        "card_fonts._by_fontconfig = lambda pattern: None\n"
        "card_fonts._PLACES = dict.fromkeys(card_fonts._PLACES, ())\n",
        encoding="utf-8",
    )
    done = build(project, tmp_path / "out", "mkdocs", "--strict")
    assert done.returncode == 0, done.stderr
    assert done.stderr.count("there is no font on this machine that draws zh-Hans, zh-Hant") == 1
    assert set(pictures(tmp_path / "out").values()) == {None}
    assert build(configured(project, "cards: true"), tmp_path / "out", "mkdocs", "--strict").returncode == 1
