"""Whatever comes in, what comes out is a result or an error that says where: never a crash, never anything active.

``FUZZ_EXAMPLES`` says how many inputs each test tries; ``make fuzz MINUTES=20`` goes on for that long. An input that
ever failed stays, in ``cases.py``.
"""

import os
import unicodedata

import pytest
from cases import ADDRESSES, BODIES, PAGES, YAML
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown import Markdown
from payloads import payloads
from shown_text import letters, listed, shown_in, source_of

from convert.errors import ConvertError
from convert.formats.charset import decode
from convert.pipeline import convert
from convert.text.address import safe_address
from digest.articles.reading import read_article
from digest.articles.taken_out import taken_out
from digest.inbox.open_net import FetchError, checked, is_local
from digest.plan.concepts import read_concepts
from digest.plan.relations import read_relations
from digest.plan.suggestions import read_suggestions
from digest.plan.synonyms import read_synonyms
from digest.text.allowlist import allowlist
from digest.text.html_tokens import link_pictures, number_paragraphs, passages, with_heading_ids, without_styles
from digest.text.sanitizer import Sanitizer
from digest.zh.terms import read_terms

MANY = int(os.environ.get("FUZZ_EXAMPLES", "25"))
often = settings(
    max_examples=MANY,
    deadline=None,
    database=None,
    derandomize="FUZZ_EXAMPLES" not in os.environ,
    suppress_health_check=list(HealthCheck),
)
PROSE = "村口的石桥是三十年前修起来的，那时候全村每一户都出了一个劳力，从山里把石头一块一块地抬下来。"
SIGNS = [*"<>&\"'`*_[](){}#|~!:;=-+\\/.,?%$@^\n\t \x00\x01\x0b\x1b\x7f\ufeff\ufffe\ud800", "\r\n", "\n\n", "    "]
TAGS = (
    "p div span a b i em strong code pre h1 h2 ul ol li table tr td th blockquote img br hr script style svg math iframe "
    "form input meta base link object article section header footer details summary sup sub font center ruby rt "
    "textarea select option template noscript title body head html video audio button frameset".split()
)
ATTRIBUTES = ["href", "src", "class", "id", "style", "onclick", "data-x", "hidden", "colspan", "title", "name", "lang"]
VALUES = [
    "javascript:alert(1)",
    "https://example.org/a",
    "x",
    "",
    "\"'>",
    "&#106;",
    "display:none",
    "-1",
    "9" * 5000,
    "桥",
]
words = st.one_of(st.just(PROSE), st.sampled_from(SIGNS), st.text(max_size=8), st.sampled_from(payloads()))
tags = st.builds(
    lambda close, tag, given, end: f"<{close}{tag}{given}{end}",
    st.sampled_from(["", "", "/"]),
    st.sampled_from(TAGS),
    st.lists(
        st.builds(
            lambda name, quote, value: f" {name}={quote}{value}{quote}",
            st.sampled_from(ATTRIBUTES),
            st.sampled_from(['"', "'", ""]),
            st.sampled_from(VALUES),
        ),
        max_size=3,
    ).map("".join),
    st.sampled_from([">", ">", "/>", "", " >"]),
)
references = st.one_of(
    st.integers(0, 0x120000).map("&#{};".format), st.sampled_from(["&lt;", "&amp", "&#x;", "&#xD800;"])
)
pages = st.lists(st.one_of(words, tags, tags, references), max_size=40).map("".join)
heads = st.sampled_from(
    [
        "<!doctype html><title>桥</title><article>" + f"<p>{PROSE}</p>" * 3,
        f"<html><body><h1>桥怎样修</h1><p>作者：王小明</p><p>{PROSE}{PROSE}</p>",
        f"---\ntitle: 桥\n---\n<p>{PROSE}{PROSE}</p>",
        f"# 桥\n\n{PROSE}{PROSE}\n\n",
        "<rss><channel><item><title>桥</title><description>" + f"&lt;p&gt;{PROSE}{PROSE}",
        f"桥\n\n{PROSE}\n\n{PROSE}\n\n",
        "",
    ]
)
tails = st.sampled_from(["", f"<p>{PROSE}</p></article>", "</description></item></channel></rss>", f"\n\n{PROSE}\n"])
values = st.recursive(
    st.one_of(
        st.sampled_from(
            "!!int x|!!timestamp x|!!float y|!!binary ===|!!set {a}|!!omap [a: b]|!!python/name:os.system ''|&a [*a]|*b|"
            '~|.nan|.inf|0o17|1_0|12:30:45|2021-09-30|yes|null|\'|"\\x00"|"\\uD800"|? a|- |: |a#c1 disputes b#c2|'
            "2021-13-45|a#c1 ? b#c1|c1|zh-Hans|'桥'|[a, b]|{a: b}|!x y|%|@|`|---|...".split("|")
        ),
        st.just("9" * 5000),
        st.text(max_size=6),
        st.integers().map(str),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda held: f"[{', '.join(held)}]"),
        st.dictionaries(st.sampled_from(["id", "text", "holder", "桥", "a", "1"]), inner, max_size=3).map(
            lambda held: "{" + ", ".join(f"{key}: {value}" for key, value in held.items()) + "}"
        ),
    ),
    max_leaves=6,
)
KEYS = (
    "title lang author date site source_url via rights lead image_credit author_note raw tags people companies summary "
    "claims definitions terms convert publish x".split()
)
fronts = st.lists(st.tuples(st.sampled_from(KEYS), values), max_size=6).map(
    lambda pairs: "title: 桥\nlang: zh-Hans\n" + "".join(f"{key}: {value}\n" for key, value in pairs)
)
bodies = st.lists(st.one_of(words, tags, references), max_size=30).map("".join)
lists = st.lists(
    st.one_of(values.map(lambda value: f"- {value}"), st.tuples(st.sampled_from(KEYS), values).map(": ".join)),
    max_size=6,
)
files = lists.map("\n".join)
EXTENSIONS = ["toc", "tables", "fenced_code", "attr_list", "footnotes", "def_list"]
RENDERER = Markdown(extensions=EXTENSIONS)
SANITIZER = Sanitizer(allowlist(EXTENSIONS))


def rendered(markdown):
    try:
        return RENDERER.reset().convert(markdown)
    except RecursionError:
        return ""


def page_holds(text):
    """A page becomes an article of which nothing is taken out when it is published, or it is refused in words."""
    try:
        article = convert(decode(text.encode("utf-8", "surrogatepass")), "seeds/page.html")
    except ConvertError as fault:
        assert str(fault)
        return
    if source_of(text) == "html":
        # What is kept and what is removed are all that the page shows.
        assert letters(shown_in(text)) - listed(article) == {}
    read, _ = read_article("docs/articles/a.md", "a", article.markdown)
    assert read is not None
    html = rendered(read.body)
    assert SANITIZER.clean(with_heading_ids(link_pictures(html, "图")))[1] == []


def head_holds(front):
    read_article("docs/articles/a.md", "a", f"---\n{front}\n---\n\n桥。<!--c1-->\n")


def list_holds(text):
    read_relations("docs/relations.yml", text, {}, set())
    read_concepts("docs/concepts.yml", text)
    read_terms("docs/terms.yml", text)
    read_synonyms("docs/synonyms.yml", text)
    read_suggestions("docs/suggestions.yml", text, {}, {}, (), set())


def body_holds(body):
    read, _ = read_article("docs/articles/a.md", "a", f"---\ntitle: 桥\nlang: zh-Hans\n---\n\n{body}\n")
    html = rendered(read.body if read else body)
    cleaned, removed = SANITIZER.clean(number_paragraphs(without_styles(link_pictures(html, "图"))))
    assert SANITIZER.clean(cleaned) == (cleaned, [])
    passages(cleaned)
    last = body.count("\n") + 1
    assert all(1 <= finding.line <= last for finding in taken_out("a.md", body, 1, removed))


def address_holds(address):
    safe = safe_address(address)
    assert safe == "" or safe.startswith(("http://", "https://")), safe
    is_local(address)
    try:
        assert checked(address).startswith(("http://", "https://"))
    except FetchError as fault:
        assert not any(unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Zl", "Zp") for sign in str(fault))


@often
@given(st.tuples(heads, pages, tails).map("".join))
def test_pages(text):
    page_holds(text)


@often
@given(st.binary(max_size=300))
def test_bytes(data):
    try:
        convert(decode(data), "seeds/page.html")
    except ConvertError as fault:
        assert str(fault)


@often
@given(fronts)
def test_heads(front):
    head_holds(front)


@often
@given(files)
def test_lists(text):
    list_holds(text)


@often
@given(bodies)
def test_bodies(body):
    body_holds(body)


@often
@given(
    st.one_of(
        st.text(max_size=40),
        st.lists(st.sampled_from([*VALUES, "//", "http:", "[::1", "@", "%", ":99999"])).map("".join),
    )
)
def test_addresses(address):
    address_holds(address)


@pytest.mark.parametrize("text", PAGES)
def test_pages_that_failed(text):
    page_holds(text)


@pytest.mark.parametrize("text", YAML)
def test_files_that_failed(text):
    head_holds(text)
    list_holds(text)


@pytest.mark.parametrize("body", BODIES)
def test_bodies_that_failed(body):
    body_holds(body)


@pytest.mark.parametrize("address", ADDRESSES)
def test_addresses_that_failed(address):
    address_holds(address)
