"""What is published passes a list: of every hostile text nothing that runs, loads, sends or moves is left."""

import re
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest
from markdown import Markdown
from markdown.serializers import to_html_string
from payloads import payloads

from digest.articles.taken_out import taken_out
from digest.text.allowlist import allowlist
from digest.text.html_tokens import heading_id, rename_heading, with_heading_ids
from digest.text.sanitizer import Sanitizer

EXTENSIONS = ["toc", "tables", "fenced_code", "attr_list", "md_in_html", "footnotes", "def_list", "admonition", "abbr"]
# Written down here by hand, not taken from the list that is tested.
SHOWS = set(
    "p div span br hr h1 h2 h3 h4 h5 h6 a b i em strong u s del ins mark small big sub sup code pre kbd samp var tt "
    "blockquote q cite ul ol li dl dt dd table caption colgroup col thead tbody tfoot tr th td img figure figcaption "
    "details summary section article aside header footer nav main hgroup address abbr dfn time data ruby rt rp rb rtc "
    "bdi bdo wbr center font strike search".split()
)
HOLDS = set(
    "href src alt title id class lang dir translate rel width height open start value type colspan rowspan scope align "
    "headers name cite datetime data-variants data-hold data-drop data-mark data-n role loading decoding span valign "
    "reversed abbr aria-label aria-hidden aria-describedby".split()
)


class Audit(HTMLParser):
    """What in finished HTML is none of what shows a text."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.faults = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        if tag not in SHOWS:
            self.faults.append(tag)
        for name, value in attrs:
            address = "".join(sign for sign in (value or "") if sign > " ").lower()
            leads = address.partition(":")[0] if re.match("[a-z][a-z0-9+.-]*:", address) else ""
            if name not in HOLDS:
                self.faults.append(f"{tag} {name}")
            elif (
                (name in ("href", "src", "cite") and leads not in ("", "http", "https", "mailto", "tel"))
                or (name == "src" and (leads or address.replace("\\", "/").startswith("//")))
                or (name in ("id", "name") and value in ("__config", "__search"))
                or (name == "class" and "md-" in (value or ""))
            ):
                self.faults.append(f"{tag} {name}={value}")


@pytest.fixture(scope="module")
def sanitizer():
    return Sanitizer(allowlist(EXTENSIONS))


BEFORE = "石桥。\n\n`<script>` 是代码，`<img src=x onerror=alert(1)>` 也是。\n\n"


@pytest.fixture(scope="module")
def tried(sanitizer):
    """Each payload in a text: the payload, the text, what becomes of it, what is published, what was taken out."""
    markdown = Markdown(extensions=EXTENSIONS)
    bodies = [(payload, f"{BEFORE}{payload}\n\n完。\n") for payload in payloads()]
    rendered = [(payload, body, markdown.reset().convert(body)) for payload, body in bodies]
    return [(*each, *sanitizer.clean(each[2])) for each in rendered]


def test_of_no_payload_is_anything_active_left(tried):
    left = {payload: Audit(cleaned).faults for payload, _, _, cleaned, _ in tried if Audit(cleaned).faults}
    assert len(tried) > 500 and left == {}


def test_the_audit_sees_what_is_active(tried):
    assert sum(bool(Audit(html).faults) for _, _, html, _, _ in tried) > 400


def test_what_is_clean_stays_so(sanitizer, tried):
    for _, _, _, cleaned, _ in tried:
        assert sanitizer.clean(cleaned) == (cleaned, [])


def test_whatever_is_taken_out_is_named_with_its_line(tried):
    for payload, body, html, cleaned, removed in tried:
        if len(Audit(html).faults) > len(Audit(cleaned).faults):
            assert removed, payload
        lines = {finding.line for finding in taken_out("a.md", body, 10, removed)}
        assert lines <= set(range(14, 15 + payload.count("\n"))), (payload, lines, removed)


@pytest.mark.parametrize(
    "html",
    [
        "<p>甲 &lt;script&gt; 乙 &amp; 丙 &quot;丁&quot; 1 &gt; 0</p>",
        "<p>甲<br />乙<br>丙</p>\n<hr />",
        '<p id="p1"><a href="https://example.org/?a=1&amp;b=2" title="甲&quot;乙">丙</a></p>',
        '<p><img alt="图" src="../images/a.png" /></p>',
        '<p><img alt="" src="data:image/png;base64,AAAA" /></p>',
        '<table>\n<thead>\n<tr>\n<th class="dg-left">甲</th>\n</tr>\n</thead>\n<tbody>\n</tbody>\n</table>',
        '<pre><code class="language-html">&lt;script&gt;\n</code></pre>',
        "<!--ok half-width--><p>甲<!-- c -->乙</p>",
        '<details open="open"><summary>甲</summary>乙</details>',
        "<p>讲 javascript: 一门语言，onclick= 是属性</p>",
        '<a class="dg-mark" href="#claim-c1" data-n="1" aria-label="论点 1"></a>',
        "<ruby>汉<rp>(</rp><rt>hàn</rt><rp>)</rp></ruby>",
        "<p>一&hellip;二&nbsp;三 &#8230; 四</p>",
    ],
)
def test_what_only_shows_is_kept_to_the_letter(sanitizer, html):
    assert sanitizer.clean(html) == (html, [])


@pytest.mark.parametrize(
    ("html", "published"),
    [
        # Tags in which every sign is plain, and all the same not what a parser makes of them.
        ("<p><b>甲</i></b></p>", "<p><b>甲</b></p>"),
        ("<p><b>甲</i></p>", "<p><b>甲</b></p>"),
        ("1 < 2", "1 &lt; 2"),
        ("<p>1 < 2</p>", "<p>1 &lt; 2</p>"),
        ("\r甲<br>", "\n甲<br>"),
        ("<p>甲\r</p>", "<p>甲\n</p>"),
        ("<!--甲\0-->乙", "<!--甲\ufffd-->乙"),
        # What is left of a tree, read again, is another one.
        ("<a><table>甲<a>", "<a>甲</a><a></a><table></table>"),
        ("甲\ud800<script>乙</script><style>丙</style>", "甲?"),
        ('<input type="text" checked="">', '<input type="checkbox" checked="">'),
        ('<input type="radio" checked="">', '<input type="radio" checked="">'),
    ],
)
def test_what_is_published_is_what_a_parser_reads(html, published):
    own = Sanitizer(allowlist((), {"input": ["type", "checked"]}))
    cleaned = own.clean(html)[0]
    assert cleaned == published and own.clean(cleaned) == (published, [])


@pytest.mark.parametrize(
    ("html", "told"),
    [
        # Of a picture with an address of its own only what stands beside it.
        ('<p>x</p><img src="data:image/png;base64,AAAA"><video>', [("<video>", ("<video", "video"), (0, 0))]),
        # What a parser gives another name is found as it was not written: where it stands is not known.
        (
            "<p>x</p><image src=http:x>",
            [
                ("<image src=http:x>", ("<image", "image"), (0, 0)),
                ('<img src="http:x">', ("http:x", "x", "src=", "<img", "src"), (0, 0, 0, 0, 0)),
            ],
        ),
        (
            "<video>甲<VIDEO a='1'>",
            [("<video>", ("<video", "video"), (0, 0)), ("<VIDEO a='1'>", ("<video", "video"), (1, 1))],
        ),
    ],
)
def test_what_is_taken_out_is_told_with_what_it_is_found_by(sanitizer, html, told):
    assert [tuple(each) for each in sanitizer.clean(html)[1]] == told


BAD = "onclick=1"


@pytest.mark.parametrize(
    "html",
    [
        # A quote within a bare value or a name opens nothing; what looks like a tag in a comment is none.
        f'<p title=x"y {BAD}>',
        f"<p title=x'y {BAD}>",
        f'<p x"y {BAD}>',
        f'<p title=x" title2="a" {BAD}>',
        f'<p "> <p {BAD} ">',
        f'<p ="><p {BAD} ">',
        f'<p / ="><p {BAD} ">',
        f'<!-- <p title=" --><p {BAD} ">',
        f"<!---><p {BAD}> -->",
        f"<!-- --!><p {BAD}> -->",
        f'<!x <p title=" ><p {BAD} ">',
        f'<?x <p title=" ><p {BAD} ">',
        f'<p title = "a>b"{BAD}>',
        f"<p title='a>b'/{BAD}>",
        f"<p title= {BAD}>甲<p {BAD}>",
        f"<p\n{BAD}\n>",
    ],
)
def test_what_a_parser_finds_is_told_however_it_is_written(sanitizer, html):
    cleaned, removed = sanitizer.clean(html)
    assert not Audit(cleaned).faults
    assert [each.signs[-1] for each in removed].count("onclick") == 1, removed


@pytest.mark.parametrize(
    "html", ['<a title=x"y href=javascript:X>', "<a x'y href=javascript:X>", '<a ""href=javascript:X>']
)
def test_an_address_that_leads_nowhere_good_is_told_so(sanitizer, html):
    cleaned, removed = sanitizer.clean(html)
    assert "script" not in cleaned and any("javascript:x" in each.signs for each in removed), removed


def test_a_site_may_add_elements_but_none_that_runs(sanitizer):
    own = Sanitizer(allowlist((), {"video": ["src", "onerror"], "script": ["src"]}))
    html = '<video src="a.mp4" onerror="alert(1)"></video><script src="x"></script>'
    assert own.clean(html)[0] == '<video src="a.mp4"></video>'
    assert sanitizer.clean(html)[0] == ""


def test_pictures_elsewhere_are_the_sites_choice(sanitizer):
    for scheme in ("https:", "http:", ""):
        html = f'<img src="{scheme}//example.org/a.png">'
        assert Sanitizer(allowlist(pictures_elsewhere=True)).clean(html) == (html, [])
        assert sanitizer.clean(html)[0] == "<img>"


@pytest.mark.parametrize("run", ["<", "<a ", "<a b='", "<!--", '<p x="', "<b>", "&", "<p onclick=x>", "</p>", "<svg>"])
def test_long_runs_do_not_stop_it(sanitizer, run):
    cleaned, _ = sanitizer.clean(run * (60_000 // len(run)))
    assert not Audit(cleaned).faults


@pytest.mark.parametrize(
    "wanted",
    [
        'x" onclick="alert(1)',
        "a b",
        "<b>",
        "a'b",
        "c1",
        "claim-c2",
        "\x00",
        "",
        "&quot;",
        "md-5",
        "dg-x",
        "__search",
        "Constructor",
    ],
)
def test_a_heading_may_not_have_every_id(wanted):
    tag = ElementTree.Element("h2", id=wanted)
    html = to_html_string(tag)
    made = heading_id(wanted, {"h-c1", wanted})
    assert made.startswith("h-") and made != "h-c1" and not re.search(r"""[\s"'<>&]""", made)
    assert rename_heading(html, wanted, made) == f'<h2 id="{made}"></h2>'


@pytest.mark.parametrize("wanted", ["桥", "_1", "fn:1", "a.b-c"])
def test_a_plain_id_stays(wanted):
    assert heading_id(wanted, {wanted}) == wanted


def test_a_heading_that_is_called_like_a_part_of_the_theme_is_no_fault(sanitizer):
    html = '<h2 id="md-5">MD 5</h2><h2 id="h-md-5">h</h2><p id="md-5">x</p>'
    assert with_heading_ids(html) == '<h2 id="h-md-5-2">MD 5</h2><h2 id="h-md-5">h</h2><p id="md-5">x</p>'
    assert sanitizer.clean(with_heading_ids('<h2 id="md-5">MD 5</h2>'))[1] == []
