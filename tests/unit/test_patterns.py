"""Patterns kept as compiled: the same as Python compiles, in every run, and none where that cannot be told."""

import re
import subprocess
import sys
from importlib import import_module

import pytest

from digest.keeping import patterns
from digest.keeping.patterns import MOST, kept_patterns
from digest.keeping.tables import VARIABLE

COMPILER = import_module("re._compiler")
OWN = COMPILER.compile
TEXT = "一座Bridge，建于1907年；修 过 三次。\nBB\u00df\u0130i 𠀀A"
PATTERNS = [
    ("[\u4e00-\u9fff]+", 0),
    ("[\u4e00-\u9fffa-z]+", re.I),
    ("[^\\W\\d_\u3400-\U0003134f]+", 0),
    ("(?P<year>\\d{4})年|(?P<word>[a-z]+)(?=，)", re.I),
    ("(?<![\u4e00-\u9fff])(.)(?:\\s\\1)*?(?!x)", re.S),
    ("^(?:b+)$ # the end", re.M | re.I | re.X),
    ("(?i:ss)|\u00df|\u0130", re.I),
    ("(a)?b(?(1)c|d)", 0),
    ("\\b\\w+\\b", re.A),
    ("(?>三+)|次{1,2}+", 0),
    ("", 0),
]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    re.purge()
    yield tmp_path
    assert COMPILER.compile is OWN
    re.purge()


def compiled(given=PATTERNS):
    re.purge()
    with kept_patterns("try"):
        return [re.compile(pattern, flags) for pattern, flags in given]


def made_anew(monkeypatch):
    """The patterns that are compiled from here on, but for the one by which the way is tried."""
    asked, own = [], patterns._Compiler._made

    def noted(self, pattern, flags):
        if pattern != patterns._PROBE:
            asked.append(pattern)
        return own(self, pattern, flags)

    monkeypatch.setattr(patterns._Compiler, "_made", noted)
    return asked


@pytest.mark.parametrize("run", [1, 2, 3])
def test_what_was_kept_finds_what_python_finds(folder, run):
    for _ in range(run):
        found = compiled()
    for (pattern, flags), made in zip(PATTERNS, found, strict=True):
        own = OWN(pattern, int(flags))
        assert (made, made.pattern, made.flags, made.groups) == (own, own.pattern, own.flags, own.groups)
        assert dict(made.groupindex) == dict(own.groupindex)
        assert [(each.span(), each.groups(), each.lastgroup) for each in made.finditer(TEXT)] == [
            (each.span(), each.groups(), each.lastgroup) for each in own.finditer(TEXT)
        ]


def test_a_second_run_compiles_nothing_and_writes_nothing(folder, monkeypatch):
    compiled()
    [file] = folder.iterdir()
    before = file.stat().st_mtime_ns
    asked = made_anew(monkeypatch)
    assert [made.pattern for made in compiled()] == [pattern for pattern, _ in PATTERNS]
    assert asked == []
    assert file.stat().st_mtime_ns == before


def test_a_few_new_patterns_write_nothing_and_many_do(folder):
    compiled([(f"a{n}", 0) for n in range(40)])
    [file] = folder.iterdir()
    before = file.read_bytes()
    compiled([(f"a{n}", 0) for n in range(40)] + [("b1", 0)])
    assert file.read_bytes() == before
    compiled([(f"b{n}", 0) for n in range(20)])
    assert file.read_bytes() != before


def test_of_very_many_only_so_many_are_kept(folder, monkeypatch):
    monkeypatch.setattr(patterns, "MOST", 5)
    assert MOST > 5 and len(compiled([(f"a{n}", 0) for n in range(20)])) == 20
    asked = made_anew(monkeypatch)
    compiled([(f"a{n}", 0) for n in range(20)])
    assert asked == [f"a{n}" for n in range(5, 20)]


@pytest.mark.parametrize("broken", ["(", "[\u9fff-\u4e00]", "(?P<1>a)", "a**"])
def test_what_is_no_pattern_is_told_as_ever(folder, broken):
    with pytest.raises(re.error) as own:
        OWN(broken, 0)
    with pytest.raises(re.error) as told:
        compiled([(broken, 0)])
    assert (told.value.msg, told.value.pos) == (own.value.msg, own.value.pos)


def test_bytes_and_other_kinds_of_text_are_pythons_own(folder):
    class Text(str):
        pass

    with kept_patterns("try"):
        assert re.compile(b"[a-z]+").findall(b"ab1c") == [b"ab", b"c"]
        assert re.compile(Text("[a-z]+")).findall("ab1c") == ["ab", "c"]
        assert re.Scanner([("a", None)]).scan("a") == ([], "")


@pytest.mark.parametrize("attribute", ["_code", "_parser", "SRE_FLAG_DEBUG"])
def test_where_python_has_no_such_way_nothing_is_kept(folder, monkeypatch, attribute):
    own = getattr(COMPILER, attribute)
    # As another version may be: gone from where it is looked for, and not from where Python uses it.
    monkeypatch.setattr(patterns, "import_module", lambda name: _Without(import_module(name), attribute))
    assert own and [made.pattern for made in compiled()] == [pattern for pattern, _ in PATTERNS]
    assert not list(folder.iterdir())


def test_where_python_compiles_otherwise_nothing_is_kept(folder, monkeypatch):
    monkeypatch.setattr(patterns._Compiler, "_made", lambda self, *_: (0, [1], 0, {}, (None,)))
    assert compiled()[0].findall(TEXT)[0] == "一座" and not list(folder.iterdir())


class _Without:
    def __init__(self, module, attribute):
        object.__setattr__(self, "_of", (module, attribute))

    def __getattr__(self, name):
        module, attribute = self._of
        if name == attribute:
            raise AttributeError(name)
        return getattr(module, name)

    def __setattr__(self, name, value):
        setattr(self._of[0], name, value)


def test_no_folder_keeps_nothing(monkeypatch):
    monkeypatch.setenv(VARIABLE, "")
    assert compiled()[0].findall(TEXT)[0] == "一座" and COMPILER.compile is OWN


def test_a_fault_in_a_command_leaves_pythons_compiler_as_it_was(folder):
    with pytest.raises(SystemExit), kept_patterns("try"):
        re.compile("x[\u4e00-\u9fff]")
        raise SystemExit(2)
    assert COMPILER.compile is OWN and len(list(folder.iterdir())) == 1


def test_a_command_says_the_same_with_what_was_kept_and_without(tmp_path):
    run = [sys.executable, "-m", "digest", "script", "--to", "zh-Hant", "--from", "zh-Hans"]
    said = {
        subprocess.run(
            run, input="后来，产业互联网的发展。", capture_output=True, text=True, check=True, env={VARIABLE: place}
        ).stdout
        for place in ("", str(tmp_path), str(tmp_path))
    }
    assert said == {"後來，產業互聯網的發展。"}
    assert any(file.name.startswith("patterns-script-") for file in tmp_path.iterdir())
