"""No line begins with a closing mark or a claim's number, and none ends with an opening mark, as Chromium draws them."""

from pathlib import Path

import pytest
from kinds import KINDS, path_of

SCAN = (Path(__file__).parent / "line_starts.js").read_text(encoding="utf-8")
SCAN = SCAN[SCAN.index("() => {") :]
# Signs are as wide in both scripts: the widths take turns, and the smallest is seen in both.
WIDTHS = {"zh-hans": (320, 390, 1280), "zh-hant": (320, 360, 768)}


def paths(site: Path, tree: str) -> list[str]:
    """Every article and page of how to take part, and of each other kind the longest page."""
    several = sorted(
        page.parent.relative_to(site).as_posix() + "/"
        for pattern in ("articles/*/index.html", "contribute/**/index.html")
        for page in (site / tree).glob(pattern)
    )
    return [*several, *(path_of(site, tree, kind) for kind in KINDS if kind != "article")]


@pytest.mark.parametrize("tree", WIDTHS)
def test_lines_begin_and_end_as_chinese_is_set(open_page, address, served, tree):
    page = open_page(f"{tree}/", WIDTHS[tree][0])
    found = {}
    for path in paths(served / "digest", tree):
        page.goto(address + path)
        page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
        for width in WIDTHS[tree]:
            page.set_viewport_size({"width": width, "height": 800})
            if wrong := page.evaluate(SCAN):
                found[path, width] = wrong
    assert not found


# As wide as five signs are here: without a Chinese font a sign is narrower than its height on some machines.
FIVE_SIGNS = """() => {
  const line = document.querySelector("p");
  const sign = line.appendChild(document.createElement("span"));
  sign.textContent = "一";
  const { width } = sign.getBoundingClientRect();
  sign.remove();
  for (const each of document.querySelectorAll("p")) each.style.width = `${5 * width + 1}px`;
}"""


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        ("<p>一二三四五<b>。</b>六</p>", []),
        ('<p>一二三四五<span style="display:inline-block">。</span>六</p>', [["begins", "。", "。"]]),
        (
            '<p>一二三四《<a style="display:inline-block">五六七八九</a>》</p>',
            [["ends", "《", "一二三四《"], ["begins", "》", "》"]],
        ),
        ('<p>一二三四。<a class="dg-mark" data-n="7" style="display:inline-block">7</a></p>', [["begins", "#", "7"]]),
        ("<p>一二三四五</p><p>。</p>", []),
    ],
)
def test_the_scan_sees_where_lines_break(browser, html, wanted):
    """The scan itself, on lines of five signs."""
    page = browser.new_page()
    page.set_content(f'<html lang="zh-Hans"><style>p{{font:20px/1.5 serif;line-break:strict}}</style>{html}')
    page.evaluate(FIVE_SIGNS)
    assert page.evaluate(SCAN) == wanted
    page.close()
