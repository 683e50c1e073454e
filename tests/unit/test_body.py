"""An article's HTML as a strict tree, and that tree as Markdown."""

import re

import markdown as python_markdown
import pytest
from golden import cases
from lxml import etree
from lxml import html as html_parser

from digest.exports.body import read_body
from digest.exports.plain_markdown import markdown


def same(address):
    return address


@pytest.mark.parametrize("case", cases("body"))
def test_a_body_becomes_a_strict_tree(case):
    assert etree.tostring(read_body(case["html"], ["taken"]), encoding="unicode") == case["tree"]


@pytest.mark.parametrize("case", cases("body"))
def test_the_tree_as_markdown(case):
    assert markdown(read_body(case["html"], ["taken"]), same) == case["markdown"]


@pytest.mark.parametrize("case", cases("body"))
def test_markdown_reads_as_the_text_it_was_made_from(case):
    tree = read_body(case["html"], ["taken"])
    written = python_markdown.markdown(markdown(tree, same), extensions=["tables", "fenced_code"])
    read = html_parser.fragment_fromstring(written, create_parent="div")
    texts = [re.sub(r"\s|~~|\\", "", "".join(each.itertext())) for each in (tree, read)]
    assert texts[0] == texts[1]


def test_addresses_are_written_as_they_are_asked_for():
    assert markdown(read_body('<p><a href="../b/#c1">甲</a></p>'), lambda address: f"https://x/{address}") == "[甲](https://x/../b/#c1)"


@pytest.mark.parametrize("html", ["", "  ", "<", "<p", "</div>甲", "<table><td>", "<ul></ul><table></table>", "<!-- x -->"])
def test_broken_html_is_read(html):
    etree.fromstring(etree.tostring(read_body(html)))
    markdown(read_body(html), same)
