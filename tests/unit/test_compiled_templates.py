"""Templates kept compiled: by their text alone, in a process and in files, and nothing but what their text says."""

from types import SimpleNamespace

import pytest
from jinja2 import DictLoader, Environment

from digest.mkdocs_adapter import keeping
from digest.mkdocs_adapter.keeping import CompiledTemplates, compiled_templates


@pytest.fixture(autouse=True)
def forgotten(monkeypatch):
    """A process that has compiled nothing."""
    monkeypatch.setattr(keeping, "_COMPILED", {})


def shown(text, kept, name="a.html"):
    environment = Environment(loader=DictLoader({name: text}), bytecode_cache=kept)
    return environment.get_template(name).render(at="桥")


def counted(monkeypatch):
    """The names of the templates that are compiled from now on."""
    names = []
    compiled = Environment.compile

    def compile_counted(self, source, name=None, *rest, **more):
        names.append(name)
        return compiled(self, source, name, *rest, **more)

    monkeypatch.setattr(Environment, "compile", compile_counted)
    return names


@pytest.mark.parametrize("in_files", [True, False])
def test_a_text_is_compiled_once_in_a_process(in_files, tmp_path, monkeypatch):
    names = counted(monkeypatch)
    folder = str(tmp_path) if in_files else None
    assert [shown("{{ at }}上", CompiledTemplates(folder)) for _ in range(3)] == ["桥上"] * 3
    assert names == ["a.html"]


def test_another_text_of_the_same_name_is_compiled_anew(tmp_path, monkeypatch):
    names = counted(monkeypatch)
    texts = ["{{ at }}上", "{{ at }}下", "{{ at }}上"]
    assert [shown(text, CompiledTemplates(str(tmp_path))) for text in texts] == ["桥上", "桥下", "桥上"]
    assert len(names) == 2


def test_the_next_process_reads_the_files(tmp_path, monkeypatch):
    shown("{{ at }}上", CompiledTemplates(str(tmp_path)))
    keeping._COMPILED.clear()
    names = counted(monkeypatch)
    assert shown("{{ at }}上", CompiledTemplates(str(tmp_path))) == "桥上" and names == []
    keeping._COMPILED.clear()
    assert shown("{{ at }}上", CompiledTemplates(None)) == "桥上" and names == ["a.html"]


def test_a_broken_file_is_none(tmp_path, monkeypatch):
    shown("{{ at }}上", CompiledTemplates(str(tmp_path)))
    (file,) = tmp_path.iterdir()
    file.write_bytes(b"j2" + b"\0" * 40)
    keeping._COMPILED.clear()
    assert shown("{{ at }}上", CompiledTemplates(str(tmp_path))) == "桥上"


def test_where_no_folder_can_be_made_the_process_keeps_them(tmp_path):
    (tmp_path / ".cache").write_text("")
    config = SimpleNamespace(config_file_path=str(tmp_path / "mkdocs.yml"))
    for cache in ("", ".cache", "../elsewhere"):
        found = compiled_templates(config, SimpleNamespace(cache=cache))
        assert found.files is None and shown("{{ at }}上", found) == "桥上"
    assert compiled_templates(config, SimpleNamespace(cache="kept")).files is not None
    assert (tmp_path / "kept" / "templates").is_dir()
