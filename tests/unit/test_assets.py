"""Stylesheets and scripts put together: nothing that shows or runs is lost, and what no page has is left out."""

import pytest

from digest.edition.assets.bundles import modules, script, stylesheet
from digest.edition.assets.stylesheet import rules, selectors, without, without_colours, without_unused
from digest.edition.assets.theme_parts import absent, arrival_rules, needs_host_scripts, unnamed


def test_a_stylesheet_is_read_to_the_letter():
    css = '@charset "x";a{b:"}{;"}/* } */@media print{.x{y:z}.q{}}.e::before{content:"\\"{"}@font-face{src:url("data:a;b")}'
    read = list(rules(css))
    assert "".join(head if body is None else f"{head}{{{body}}}" for head, body in read) == css
    assert len(read) == 5


@pytest.mark.parametrize(
    ("css", "wanted"),
    [
        (".gone{a:b}", ""),
        (".gone-too{a:b}.kept{a:b}", ".kept{a:b}"),
        (".kept,.gone .kept{a:b}", ".kept{a:b}"),
        ("[dir=rtl] a{a:b}[dir=ltr] a{a:b}", "[dir=ltr] a{a:b}"),
        ("a:not(.gone){a:b}", "a:not(.gone){a:b}"),
        (":is(.gone,.kept) a{a:b}", ":is(.gone,.kept) a{a:b}"),
        (":is(.x,:is(.gone,.kept)) .y{a:b}", ":is(.x,:is(.gone,.kept)) .y{a:b}"),
        ("@media print{.gone{a:b}}@media screen{.gone{a:b}.kept{a:b}}", "@media screen{.kept{a:b}}"),
        ("@keyframes gone{0%{a:b}}", "@keyframes gone{0%{a:b}}"),
        (":root{--gone:url(x.gone)}", ":root{--gone:url(x.gone)}"),
    ],
)
def test_rules_of_classes_that_no_page_has_are_left_out(css, wanted):
    assert without(css, lambda name: name.startswith("gone")) == wanted


def test_a_selector_is_not_divided_inside_brackets():
    assert selectors('a:is(b,c),d[e="f"],g') == ["a:is(b,c)", 'd[e="f"]', "g"]


def test_only_the_colours_of_the_palette_are_kept():
    css = "[data-md-color-primary=red]{a:b}[data-md-color-primary=black]{a:b}[data-md-color-scheme=slate]{a:b}"
    assert without_colours(css, lambda kind, colour: (kind, colour) == ("primary", "black")) == (
        "[data-md-color-primary=black]{a:b}[data-md-color-scheme=slate]{a:b}"
    )


def test_variables_that_nothing_uses_are_left_out():
    css = ':root{--a:url("data:;x)");--b:var(--c);--c:1px;--d:2px;color:red}p{margin:var(--b)}q{--e:var( --f , 1px)}'
    kept = ":root{--b:var(--c);--c:1px;color:red}p{margin:var(--b)}q{}"
    assert without_unused(css) == kept
    assert without_unused(css, "i{x:var(--d)}") == kept.replace("color", "--d:2px;color")
    # A class may be named as variables are.
    assert without_unused(".a--d:hover{x:y}.b--c:not(p){x:y}") == ".a--d:hover{x:y}.b--c:not(p){x:y}"


def test_what_a_feature_an_extension_or_a_text_needs_is_kept():
    bare = absent((), (), {}, ("digest",))
    assert {"md-tabs", "tabbed-", "admonition", "md-consent", "md-post"} <= set(bare)
    rich = absent(
        ("navigation.tabs",), ("pymdownx.tabbed", "pymdownx.details"), {"consent": {"x": 1}}, ("material/blog",)
    )
    assert not {"md-tabs", "tabbed-", "admonition", "note", "md-consent", "md-post"} & set(rich)
    is_gone = unnamed(("admonition", "note"), ["正文", '<div class="admonition">x</div>'])
    assert is_gone("note") and not is_gone("admonition") and not is_gone("md-header")
    # The word alone keeps nothing; a class in Markdown's own attributes does.
    assert unnamed(("note",), ["a note", '<p class="x">note</p>'])("note")
    assert not unnamed(("md-button",), ["[x](y){ .md-button }"])("md-button--primary")


def test_a_bundle_is_named_by_what_it_holds_and_parts_keep_to_their_medium():
    made = stylesheet("pages", [("", "/* why */\na {\n  b: c;\n}\n"), ("print", "d { e: f; }")])
    assert made.content == "a{b:c}@media print{d{e:f}}"
    assert made.name.startswith("pages.") and made.name.endswith(".css")
    assert stylesheet("pages", [("", "a {b: c;}")]).name != made.name
    assert stylesheet("pages", [("", "a {\nb: c;}"), ("print", "d { e: f; }")]).name == made.name


@pytest.mark.parametrize(
    ("css", "wanted"),
    [
        ('a::after { content: " ; }  /" ; }', 'a::after{content:" ; }  /"}'),
        ("a { background: url(data:x, y ;z) no-repeat ; }", "a{background:url(data:x, y ;z) no-repeat}"),
        (
            "ul > li :hover, a:is(b, c) + d\n{ margin: 0 calc(1em + 2px); }",
            "ul > li :hover,a:is(b,c) + d{margin:0 calc(1em + 2px)}",
        ),
        ("@media (width >= 60em) {\n a { b: c }\n}\n", "@media (width >= 60em){a{b:c}}"),
    ],
)
def test_a_stylesheet_loses_blanks_that_say_nothing(css, wanted):
    assert stylesheet("pages", [("", css)]).content == wanted


def test_a_script_loses_comments_and_no_statement():
    source = (
        '// Why.\n(() => {\n  /** @type {string | null} */\n  const link = "https://x" // stays\n'
        "  /**\n   * @param {A} a\n   */\n  const f = /** @type {(a: A) => void} */ (g)\n  f(`a\n  b`)\n})()\n"
    )
    made = script("pages", [source, "(() => {})()\n"]).content
    assert "Why" not in made and "@type" not in made and "@param" not in made
    assert 'const link = "https://x" // stays' in made and "const f = (g)" in made
    assert "f(`a\n  b`)" in made, "a text across lines keeps its blanks"
    assert made.endswith("\n;(() => {})()")


def test_modules_become_one_script_in_the_order_of_their_needs():
    parts = {
        "a.js": 'import { b } from "./b.js"\n\nexport const a = () => b()\n',
        "b.js": 'import { c } from "./c.js"\nexport function b() { return c }\n',
        "c.js": "export let c = 1\nexport async function d() {}\n",
    }
    made = modules("all", parts)
    assert made.content == "let c = 1\nasync function d() {}\nfunction b() { return c }\nconst a = () => b()"
    assert made == modules("all", dict(reversed(parts.items())))


@pytest.mark.parametrize(
    "parts",
    [
        {"a.js": "const ONE = 1, TWO = 2\n", "b.js": "let TWO = 3\n"},
        {"a.js": "async function f() {}\n", "b.js": "class f {}\n"},
        {"a.js": 'import "./b.js"\n', "b.js": ""},
        {"a.js": 'const x = () => import("./b.js")\n', "b.js": ""},
    ],
)
def test_modules_that_cannot_be_one_script_are_refused(parts):
    with pytest.raises(ValueError, match="modules"):
        modules("all", parts)


def test_the_bar_of_each_claim_is_shown_by_its_address():
    assert arrival_rules(2) == (
        '.no-js:has(#c1:target) .dg-arrival[data-claim="c1"],.no-js:has(#c2:target) .dg-arrival[data-claim="c2"]'
        "{display:flex}"
    )
    assert arrival_rules(0) == ""


@pytest.mark.parametrize(
    ("features", "extensions", "extra", "needed"),
    [
        (["search.highlight", "content.action.edit"], ["tables", "toc"], {"generator": False}, False),
        (["navigation.instant"], [], {}, True),
        (["a.feature.to.come"], [], {}, True),
        ([], ["pymdownx.tabbed"], {}, True),
        ([], [], {"consent": {"title": "x"}}, True),
    ],
)
def test_the_host_themes_scripts_are_loaded_where_something_needs_them(features, extensions, extra, needed):
    assert needs_host_scripts(features, extensions, extra) is needed
