"""Inputs that once ended in a crash or in something active, as small as they could be made."""

_PROSE = "村口的石桥是三十年前修起来的，那时候全村每一户都出了一个劳力，从山里把石头一块一块地抬下来。"


def _page(inside: str) -> str:
    return f"<!doctype html><title>桥怎样修</title><h1>桥怎样修</h1>{inside}<article><p>{_PROSE}</p><p>{_PROSE}</p></article>"


PAGES = [
    _page("<p>采写：王小明</p>"),
    _page("<script></script>字&#1;字"),
    _page("<script></script>字&#xD800;字"),
    _page("<script></script>字&#xFFFE;字"),
    _page("<style></style>&#" + "9" * 5000 + ";字"),
    _page("").replace(
        "<p>", "<p><code>&lt;meta http-equiv=refresh content='0;url=http://127.0.0.1:9998/'&gt;`</code>", 1
    ),
    _page("").replace("<p>", "<p><code>`&lt;img src=x onerror=alert(1)&gt;</code>", 1),
    _page("").replace("<p>", "<p><code>``</code>和<code>`</code>", 1),
    _page("").replace("<p>", "<p>有人写成 [点这里](javascript:alert(1)) 这样，", 1),
    f"<rss version='2.0'><channel><item><title>桥怎样修</title><dc:creator>王小明</dc:creator>"
    f"<content:encoded><![CDATA[<p>{_PROSE}</p><p>{_PROSE}</p>]]></content:encoded></item></channel></rss>",
]
for _sign in ("&#xD800;", "&#55296;", "&#xFFFE;", "&#0;", "&#x110000;"):
    PAGES.append(
        f"<rss><channel><item><title>桥</title><description>&lt;p&gt;{_PROSE}{_PROSE}{_sign}</description></item></channel></rss>"
    )
PAGES += [_page(f"<p>{_sign}script>{_PROSE}</p>") for _sign in ("<&#1;", "<\x01", "<&#xFFFE;", "<\ufffe", "<&#0;/")]
PAGES += [
    _page(f"<p>{_sign}</p>") for _sign in ("## 标题 {: .md-overlay }", "## MD 5", "## __search", "## constructor")
]
PAGES += [
    _page(f"<p>&amp;{_sign}甲<code>{_inside}</code>和<code>&lt;script&gt;1&lt;/script&gt;</code></p>")
    for _sign in ("#;", "#x;", "#a;", "#")
    for _inside in ("乙", "&amp;#;&lt;div&gt;")
]
PAGES.append(_page("<p><a href='https://e.org/?a&#38;#;b'>甲</a>和<code>&lt;script&gt;1&lt;/script&gt;</code></p>"))
PAGES.append(f"# 桥\n\n{_PROSE}{_PROSE}\n\n&#;0<div>`<script src=../../../evil.js></script>`</div>")
YAML = [
    "rights: !!int x",
    "rights: !!float x",
    "rights: !!bool x",
    "rights: !!timestamp x",
    "date: " + "9" * 5000,
    "rights: !!binary =",
    "tags: !!set {a}",
    "rights: 甲\x01",
    "rights: 甲\ufffe",
    "- !!int x",
    "- " + "9" * 5000,
    "? [a]\n: b",
    "a: &a [*a]",
]
BODIES = [
    "石桥 ` 一。\n\n<meta http-equiv=refresh content='0;url=http://127.0.0.1:9998/r'>\n\n石桥 ` 二。",
    "<div>`<script src=../../../evil.js></script>`</div>",
    "<span translate=no data-variants='x'>甲</span>",
    "- " * 1500,
    "<marquee>甲<p>乙",
]
ADDRESSES = [
    "\x00",
    "http://a\x00b/",
    "http://[::1",
    "http://a:99999/",
    "http://a..b/",
    "http://" + "a" * 300,
    "http://\ud800/",
]
