"""One page of each kind in both scripts: its HTML by html-validate, and what is in it for all readers by axe."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from kinds import KINDS, path_of
from node_packages import package

# The host theme gives the checkboxes behind its drawer and search an autocomplete.
RULES = Path(__file__).with_name("htmlvalidate.json")
TREES = ("zh-hans", "zh-hant")


def test_the_html_of_every_kind_is_valid(served):
    site = served / "digest"
    pages = [site / path_of(site, tree, kind) / "index.html" for tree in TREES for kind in KINDS]
    pages += [site / "index.html", site / "404.html", site / "zh-hans/contribute/index.html"]
    node = Path(sys.executable).with_name("node")
    script = package("html-validate/bin/html-validate.mjs")
    run = subprocess.run(
        [node, script, "-c", RULES, "--formatter=json", *pages], capture_output=True, text=True, check=False
    )
    found = [
        (Path(page["filePath"]).relative_to(site).as_posix(), fault["ruleId"], fault["message"], fault["line"])
        for page in json.loads(run.stdout)
        for fault in page["messages"]
    ]
    assert found == [] and run.returncode == 0, run.stderr


@pytest.mark.parametrize(("tree", "others"), [("zh-hans", "「」『』"), ("zh-hant", "“”‘’")])
def test_a_page_has_the_quote_marks_of_its_script_whatever_its_texts_are_written_in(served, tree, others):
    """The panel of reading, which offers both, is left out, and code, which is nobody's text."""
    site, found = served / "digest", {}
    pages = [
        *(site / tree).glob("articles/*/index.html"),
        *(site / path_of(site, tree, kind) / "index.html" for kind in KINDS),
    ]
    for page in pages:
        soup = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")
        for each in soup.select("script, style, code, pre, #dg-panel"):
            each.decompose()
        if others_here := sorted({text for text in soup.stripped_strings if set(text) & set(others)}):
            found[page.parent.name] = others_here
    assert not found


# Each kind is seen in both scripts, light and dark, narrow and wide; all four together would take a minute and a half.
@pytest.mark.parametrize(("tree", "scheme", "width"), [("zh-hans", "light", 360), ("zh-hant", "dark", 1280)])
def test_nothing_keeps_readers_out(open_page, address, served, tree, scheme, width):
    kinds = (*KINDS, "contribute")
    page, found = open_page(f"{tree}/", width, color_scheme=scheme, bypass_csp=True), {}
    for kind in kinds:
        page.goto(address + path_of(served / "digest", tree, kind))
        page.add_script_tag(path=package("axe-core/axe.min.js"))
        found[kind] = _violations(page, "html")
    assert found == {kind: [] for kind in kinds}


@pytest.mark.parametrize("kind", ["article", "contribute"])
def test_sepia_keeps_readers_out_neither(open_page, address, served, kind):
    page = open_page("zh-hans/", bypass_csp=True)
    page.evaluate("""localStorage.setItem("digest.reading", '{"paper":"sepia"}')""")
    page.goto(address + path_of(served / "digest", "zh-hans", kind))
    assert page.evaluate("document.documentElement.dataset.paper") == "sepia"
    page.add_script_tag(path=package("axe-core/axe.min.js"))
    assert _violations(page, "html") == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_opens_over_an_article_keeps_readers_out_neither(open_page, scheme):
    page = open_page("zh-hans/articles/000-ma-huateng-chanye-hulianwang/#c8", color_scheme=scheme, bypass_csp=True)
    page.add_script_tag(path=package("axe-core/axe.min.js"))
    page.evaluate("document.querySelector('.dg-arrival').setAttribute('data-shown', '')")
    found = _violations(page, ".dg-arrival[data-shown]")
    page.evaluate("getSelection().selectAllChildren(document.getElementById('p3'))")
    page.locator("#dg-share:popover-open").wait_for()
    found += _violations(page, "#dg-share")
    page.evaluate("getSelection().empty()")
    page.locator(".dg-aa").click()
    found += _violations(page, "#dg-panel")
    page.keyboard.press("Escape")
    page.locator('.dg-mark[href="#claim-c8"]').click()
    found += _violations(page, ".dg-pop")
    assert found == []


def _violations(page, part):
    found = page.evaluate("(part) => axe.run(part).then(({ violations }) => violations)", part)
    return [(each["id"], [node["html"][:120] for node in each["nodes"]]) for each in found]
