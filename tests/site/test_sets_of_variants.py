"""Whatever variants a digest has and whatever its texts are written in, each variant is in its own script."""

import json

import pytest
from building import built
from scripts import strays

from digest.zh.dictionaries import telling_characters
from digest.zh.variants import VARIANTS

SETS = (
    ("zh-Hans",),
    ("zh-Hant",),
    ("zh-Hans", "zh-Hant-TW"),
    ("zh-Hans", "zh-Hant-HK"),
    ("zh-Hant-TW", "zh-Hant-HK"),
    ("zh-Hant", "zh-Hant-TW", "zh-Hans"),
)
# The same words in both scripts: every kind of text that a curator or an author writes.
WORDS = {
    "zh-Hans": {
        "title": "桥头的发现",
        "summary": "摘要说桥头发现了软件。",
        "claim": "连接桥与软件是关键。",
        "body": "他说：头发与软件都在这里。",
        "reason": "一个说连接，一个说软件",
        "alt": "桥头照片",
        "tag": "软件",
    },
    "zh-Hant": {
        "title": "橋頭的發現",
        "summary": "摘要說橋頭發現了軟體。",
        "claim": "連接橋與軟體是關鍵。",
        "body": "他說：頭髮與軟體都在這裡。",
        "reason": "一個說連接，一個說軟體",
        "alt": "橋頭照片",
        "tag": "軟體",
    },
    # As Hong Kong's press writes.
    "zh-Hant-HK": {
        "title": "橋頭的發現",
        "summary": "摘要説牀頭裏發現了軟件。",
        "claim": "啓動綫路與軟件是羣眾的關鍵。",
        "body": "他説：頭髮與麪包都在這裏，着手衞生。",
        "reason": "一個説連接，一個説軟件",
        "alt": "橋頭照片",
        "tag": "軟件",
    },
}


def article(lang):
    said = WORDS[lang]
    return (
        f"---\ntitle: {said['title']}\nlang: {lang[:7]}\nsource_url: https://example.org/{lang}\ndate: 2020-01-01\n"
        f"summary: {said['summary']}\ntags: [{said['tag']}]\nclaims:\n  - {{id: c1, text: {said['claim']}}}\n---\n\n"
        f"{said['body']}{said['claim']}<!--c1-->\n\n## {said['title']}\n\n![{said['alt']}](../images/bridge.png)\n"
    )


def digest_of(project, variants, lang):
    """An article in each script and one as Hong Kong writes, related by a reason in each; the site's words in both."""
    docs = project / "docs"
    for old in [*(docs / "articles").glob("*.md"), docs / "terms.yml", docs / "concepts.yml"]:
        old.unlink()
    for number, written in enumerate(WORDS):
        (docs / "articles" / f"a{number}.md").write_text(article(written), encoding="utf-8")
    (docs / "articles" / "b0.md").write_text(article(lang).replace(f"org/{lang}", "org/b"), encoding="utf-8")
    (docs / "relations.yml").write_text(
        f"- a0#c1 disputes a1#c1: {WORDS['zh-Hans']['reason']}\n- a0#c1 supports b0#c1: {WORDS['zh-Hant']['reason']}\n"
        f"- a2#c1 supports a0#c1: {WORDS['zh-Hant-HK']['reason']}\n",
        encoding="utf-8",
    )
    for page in ("index.md", "about.md"):
        (docs / page).write_text(
            f"---\nlang: {lang}\n---\n\n# {WORDS[lang]['title']}\n\n{WORDS[lang]['body']}\n", "utf-8"
        )
    config = project / "mkdocs.yml"
    written = config.read_text(encoding="utf-8").replace(
        "[digest]", f"[{{digest: {{variants: [{', '.join(variants)}], lang: {lang}}}}}]"
    )
    config.write_text(written.replace("石桥文摘", "橋與軟體文摘").replace("两座桥", "两座桥头"), encoding="utf-8")


@pytest.mark.parametrize("lang", ("zh-Hans", "zh-Hant"))
@pytest.mark.parametrize("variants", SETS, ids="+".join)
def test_no_variant_has_a_character_of_the_other_script(project, tmp_path, variants, lang):
    digest_of(project, variants, lang)
    out = built(project, tmp_path / "out")
    simplified, traditional = telling_characters()
    for tag in variants:
        tree = out / VARIANTS[tag].path
        pages = sorted(tree.rglob("*.html"))
        assert {page.relative_to(out).as_posix(): found for page in pages if (found := strays(page, tag))} == {}
        wrong = traditional if tag == "zh-Hans" else simplified
        for file in [*tree.rglob("*.xml"), *tree.rglob("*.md"), *tree.rglob("*.txt")]:
            assert not wrong & set(file.read_text(encoding="utf-8")), file
    assert all((out / VARIANTS[tag].path / "articles" / "a1" / "index.html").is_file() for tag in variants)


@pytest.mark.parametrize("lang", ("zh-Hans", "zh-Hant"))
def test_a_variant_does_not_hang_on_which_others_there_are(project, tmp_path, lang):
    """Made from what is written, once: a variant reads the same alone and beside any other."""
    digest_of(project, ("zh-Hans", "zh-Hant-TW", "zh-Hant-HK"), lang)
    together = built(project, tmp_path / "together")
    config = project / "mkdocs.yml"
    for tag in ("zh-Hant-TW", "zh-Hant-HK"):
        alone = config.read_text(encoding="utf-8")
        config.write_text(alone.replace("zh-Hans, zh-Hant-TW, zh-Hant-HK", tag), encoding="utf-8")
        out = built(project, tmp_path / tag)
        config.write_text(alone, encoding="utf-8")
        for name in ("a0", "a1", "a2", "b0"):
            texts = [
                (folder / VARIANTS[tag].path / "articles" / name / "index.md").read_text(encoding="utf-8")
                for folder in (together, out)
            ]
            assert [line for line in texts[0].splitlines() if "http" not in line] == [
                line for line in texts[1].splitlines() if "http" not in line
            ]


def test_every_address_of_the_argument_export_is_published(project, tmp_path):
    digest_of(project, ("zh-Hans", "zh-Hant-TW"), "zh-Hans")
    out = built(project, tmp_path / "out")
    lines = [line for line in (out / "digest.argdown").read_text(encoding="utf-8").splitlines() if '"url"' in line]
    paths = [
        json.loads(line[line.index("{") :])["url"].partition("#")[0].removeprefix("https://example.org/bridges/")
        for line in lines
    ]
    assert len(paths) == 4 and all((out / path / "index.html").is_file() for path in paths)
