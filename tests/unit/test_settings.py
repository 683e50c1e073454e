"""One reader of mkdocs.yml: what it takes, what it names as wrong, and that the build and the checks agree."""

import re
from dataclasses import fields, replace
from pathlib import Path

import pytest
import yaml

from digest.__main__ import main
from digest.checks.telling.reporting import told
from digest.files.settings import SiteOptions, read_settings, schema
from digest.mkdocs_adapter.config import DigestConfig
from digest.plan.publication import WAYS
from digest.text.allowlist import NEVER
from digest.zh.variants import SCRIPTS, VARIANTS

FRAME = "site_name: 桥\n\nplugins:\n  - search\n  - digest:\n      {}\n"
LINE = FRAME[: FRAME.index("{")].count("\n") + 1

WRONG = [
    ("reserved_rights: nonsense", "reserved_rights is 'nonsense'", "full"),
    ("reserved_rights: [full]", "reserved_rights is ['full']", "full"),
    ("variants: [zh-Hantt]", "variants.0 is 'zh-Hantt'", "zh-Hant-TW"),
    ("variants: zh-Hans", "variants is 'zh-Hans'", "zh-Hant"),
    ("variants: []", "variants is []", "zh-Hant"),
    ("variants: [zh-Hans, zh-Hans]", "variants is ['zh-Hans', 'zh-Hans']", "each once"),
    ("term_groups: [chemistry, chemistry]", "term_groups is ['chemistry', 'chemistry']", "each once"),
    ("lang: zh", "lang is 'zh'", "zh-Hans or zh-Hant"),
    ("lang: zh-Hant-TW", "lang is 'zh-Hant-TW'", "zh-Hans or zh-Hant"),
    ("articles: ../elsewhere", "articles is '../elsewhere'", "from the docs folder"),
    ("articles: ''", "articles is ''", "from the docs folder"),
    ("articles: .hidden", "articles is '.hidden'", "from the docs folder"),
    ("hotlink_pictures: 1", "hotlink_pictures is 1", "true or false"),
    ("content_policy: 'no'", "content_policy is 'no'", "true or false"),
    ("cards: maybe", "cards is 'maybe'", "auto"),
    ("cards: 1", "cards is 1", "auto"),
    ("card_font: [a.otf]", "card_font is ['a.otf']", "font file"),
    ("epub: never", "epub is 'never'", "true or false"),
    ("computed_links: 0.5", "computed_links is 0.5", "true or false"),
    ("engine: my_engine", "engine is 'my_engine'", "package.module:factory"),
    ("quote_marks: on purpose", "quote_marks is 'on purpose'", "true or false"),
    ("cache: ../../cache", "cache is '../../cache'", "without .."),
    ("enabled: 1", "enabled is 1", "true or false"),
    ("card_font: nowhere.otf", "card_font: there is no file nowhere.otf", "font file"),
    ("cache: /etc", "cache is '/etc'", "from that of mkdocs.yml"),
    ("cache: 'C:/kept'", "cache is 'C:/kept'", "from that of mkdocs.yml"),
    ("cache: ~/kept", "cache is '~/kept'", "from that of mkdocs.yml"),
    ("cache: ' '", "cache is ' '", "from that of mkdocs.yml"),
    ("allow_html: [video]", "allow_html is ['video']", "a list of its attributes"),
    ("allow_html: {video: [1]}", "allow_html.video.0 is 1", "name of an attribute"),
    ("allow_html: {video: [OnClick]}", "allow_html.video.0 is 'OnClick'", "holds no program"),
    ("allow_html: {Script: [src]}", "allow_html is 'Script'", "runs nothing"),
    ("allow_html: {1: [src]}", "allow_html is 1", "runs nothing"),
    ("allow_files: [../notes.pdf]", "allow_files.0 is '../notes.pdf'", "in the docs folder"),
    ("allow_files: [/etc/passwd]", "allow_files.0 is '/etc/passwd'", "in the docs folder"),
    ("allow_files: [' ']", "allow_files.0 is ' '", "in the docs folder"),
    ("workers: 0", "workers is 0", "from 1 to 64"),
    ("workers: all", "workers is 'all'", "from 1 to 64"),
    ("term_groups: chemistry", "term_groups is 'chemistry'", "docs/terms/"),
    ("pages: some", "pages is 'some'", "articles"),
    ("offline: sometimes", "offline is 'sometimes'", "true or false"),
    ("article_files: 0", "article_files is 0", "true or false"),
]
RIGHT = [
    "variants: [zh-Hant-HK]",
    "lang: zh-Hant",
    "articles: /texts/",
    "articles: texts/more",
    "articles: 2021-01-01",
    "reserved_rights: full",
    "cards: false",
    "engine: 'a.b:C'",
    "engine: !ENV [NO_SUCH_VARIABLE, 'a.b:C']",
    "engine: !ENV NO_SUCH_VARIABLE",
    "engine:",
    "cache: ''",
    "enabled: true",
    "lang: !!python/name:a.b ''",
]


@pytest.fixture
def project(tmp_path, monkeypatch):
    (tmp_path / "docs" / "articles").mkdir(parents=True)
    (tmp_path / "docs" / "articles" / "a.md").write_text(
        "---\ntitle: 桥\nlang: zh-Hans\nsource_url: https://example.org/a\n---\n\n桥修好了。\n", encoding="utf-8"
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(project, text, name="mkdocs.yml"):
    (project / name).write_text(text, encoding="utf-8")
    return read_settings(project / "mkdocs.yml")


def hosts_word(project):
    """What the host says of the plugin's options: its errors and its warnings."""
    plugins = yaml.safe_load((project / "mkdocs.yml").read_text(encoding="utf-8"))["plugins"]
    config = DigestConfig(config_file_path=str(project / "mkdocs.yml"))
    config.load_dict(plugins[1]["digest"])
    failed, warnings = config.validate()
    return [str(fault) for _, fault in failed], [text for _, text in warnings]


@pytest.mark.parametrize(("option", "came", "allowed"), WRONG)
def test_a_wrong_option_is_a_finding_with_its_line_and_the_build_says_the_same(project, capsys, option, came, allowed):
    write(project, FRAME.format(option))
    assert main(["check"]) == 1
    said = capsys.readouterr().out
    assert said.startswith(f"mkdocs.yml:{LINE}: settings-value: digest: {came}; allowed: ")
    assert allowed in said and "; example: " in said
    if not option.startswith("enabled"):
        assert hosts_word(project) == ([said.splitlines()[0]], [])


@pytest.mark.parametrize("option", RIGHT)
def test_a_right_option_is_none(project, option):
    assert not write(project, FRAME.format(option)).findings


def test_a_right_option_is_the_builds_too(project):
    for option in RIGHT:
        if "!" not in option and "enabled" not in option:
            read = write(project, FRAME.format(option)).options
            config = DigestConfig(config_file_path=str(project / "mkdocs.yml"))
            config.load_dict(yaml.safe_load(option))
            assert config.validate() == ([], [])
            for name in config:
                value = config[name]
                assert (tuple(value) if isinstance(value, list) else value) == getattr(read, name), option


def test_an_unknown_option_is_named_with_the_nearest(project):
    [finding] = write(project, FRAME.format("reserved_right: full")).findings
    assert (finding.line, finding.code) == (LINE, "settings-unknown")
    assert "did you mean reserved_rights" in finding.message and "variants" in finding.allowed
    assert hosts_word(project) == ([], [str(finding)])


def test_all_faults_come_at_once_and_each_counts_as_not_given(project):
    read = write(
        project,
        "use_directory_urls: false\nplugins:\n  - digest:\n      lang: fr\n      varients: [zh-Hans]\n"
        "      variants: [zh-Hans, fr]\n      epub: false\n      epub: no way\n",
    )
    assert [(each.line, each.code) for each in read.findings] == [
        (1, "settings-value"),
        (4, "settings-value"),
        (5, "settings-unknown"),
        (6, "settings-value"),
        (7, "settings-value"),
        (8, "settings-doubled"),
    ]
    assert read.options == SiteOptions(variants=("zh-Hans",))


@pytest.mark.parametrize(
    "plugins", ["- digest: yes", "- digest: [lang, zh-Hans]", "- digest:\n    lang: zh-Hans", "digest: zh-Hans"]
)
def test_options_that_are_not_below_the_plugin_are_named(project, plugins):
    [finding] = write(project, "plugins:\n  " + plugins + "\n").findings
    assert finding.code == "settings-value" and finding.line == 2


@pytest.mark.parametrize("text", [": [", "plugins: [digest", "a: b: c", "\x00"])
def test_a_file_that_is_no_yaml_is_a_finding(project, text):
    [finding] = write(project, text).findings
    assert (finding.file, finding.code) == ("mkdocs.yml", "settings-yaml")
    assert read_settings(project / "mkdocs.yml").options == SiteOptions()


def test_a_file_that_is_no_utf_8_is_a_finding(project):
    (project / "mkdocs.yml").write_bytes("site_name: 桥".encode("gb18030"))
    assert [each.code for each in read_settings(project / "mkdocs.yml").findings] == ["settings-yaml"]


@pytest.mark.parametrize("text", ["", "plugins: [digest]", "plugins: {digest: {}}", "- a", "plugins: 1"])
def test_options_that_are_not_given_are_the_plugins_own(project, text):
    assert write(project, text).options == SiteOptions()
    assert read_settings(project / "none.yml").options == SiteOptions()


def test_options_and_extensions_are_those_of_the_file(project):
    read = write(
        project,
        "site_url: !ENV [SITE_URL, '']\nmarkdown_extensions:\n  - x: {y: !!python/name:a.b '', z: 1}\n"
        "plugins:\n  - search\n  - digest: {variants: [zh-Hans, zh-Hant-TW], lang: zh-Hant, articles: /texts/,\n"
        "      reserved_rights: full, quote_marks: true, engine: 'a.b:C'}\n",
    )
    assert read.options == SiteOptions(
        ("zh-Hans", "zh-Hant-TW"), "zh-Hant", "texts", "full", quote_marks=True, engine="a.b:C"
    )
    assert read.extensions == {"toc": {}, "tables": {}, "fenced_code": {}, "x": {"z": 1}}


def test_a_variable_of_the_environment_is_read(project, monkeypatch):
    monkeypatch.setenv("DIGEST_TEST_LANG", "zh-Hant")
    assert write(project, FRAME.format("lang: !ENV DIGEST_TEST_LANG")).options.lang == "zh-Hant"
    monkeypatch.setenv("DIGEST_TEST_LANG", "fr")
    assert [each.line for each in write(project, FRAME.format("lang: !ENV DIGEST_TEST_LANG")).findings] == [LINE]


def test_an_inherited_file_counts_as_it_does_for_the_host(project):
    (project / "base.yml").write_text(
        "plugins:\n  digest:\n    lang: zh-Hant\n    epub: maybe\n    cards: false\n", encoding="utf-8"
    )
    read = write(project, "INHERIT: base.yml\nsite_name: 桥\nplugins:\n  digest: {cards: auto, epub: false}\n")
    assert read == replace(read, options=SiteOptions(lang="zh-Hant", epub=False), findings=())
    read = write(project, "INHERIT: base.yml\nsite_name: 桥\nplugins: [digest]\n")
    assert read.options == SiteOptions()
    read = write(project, "INHERIT: base.yml\nsite_name: 桥\n")
    assert [(each.file, each.line) for each in read.findings] == [("base.yml", 4)]
    write(project, "INHERIT: mkdocs.yml\nsite_name: 桥\n")


# Of each kind of value one that an option of another kind does not take.
ANY = ["nonsense", 7, -1, 3.5, True, ["nonsense"], [[]], {"a": "b"}, {"a": ["nonsense"]}, "a/../b", " "]


@pytest.mark.parametrize("option", schema()["properties"])
def test_the_build_refuses_what_the_check_finds_and_nothing_else(project, option):
    wrong = 0
    for value in ANY:
        said = yaml.safe_dump({option: value}, default_flow_style=True, width=1000).strip().strip("{}")
        if isinstance(value, dict):
            said = f"{option}: {yaml.safe_dump(value, default_flow_style=True).strip()}"
        found = [told(each) for each in write(project, FRAME.format(said)).findings]
        failed, warnings = hosts_word(project)
        assert found == [*failed, *warnings], value
        wrong += bool(found)
    assert wrong > len(ANY) // 2 or option in ("articles", "cache")


def test_no_element_that_runs_something_is_let_in_by_an_option():
    refused = schema()["properties"]["allow_html"]["propertyNames"]["not"]["pattern"]
    assert {name for name in NEVER if re.search(refused, name)} == NEVER
    assert not re.search(refused, "video")


def test_the_schema_lists_every_option_tag_and_way():
    options = schema()["properties"]
    assert set(options) - {"enabled"} == {option.name for option in fields(SiteOptions)}
    assert options["variants"]["items"]["enum"] == list(VARIANTS)
    assert options["lang"]["enum"] == list(SCRIPTS) == list(SiteOptions().variants)
    assert options["reserved_rights"]["enum"] == list(WAYS)


def test_the_projects_own_file_is_right():
    assert not read_settings(Path(__file__).parent.parent.parent / "mkdocs.yml").findings
