"""Functions of data classes kept as compiled: the classes are what they are without, in every run."""

import dataclasses
from dataclasses import FrozenInstanceError, dataclass, field

import pytest

from digest.keeping import data_classes
from digest.keeping.data_classes import kept_data_classes
from digest.keeping.tables import VARIABLE


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    yield tmp_path
    assert "exec" not in vars(dataclasses)


def classes():
    @dataclass(frozen=True)
    class Bridge:
        name: str
        years: tuple[int, ...] = ()
        said: dict[str, str] = field(default_factory=dict, compare=False)

    @dataclass(order=True, kw_only=True)
    class Pier:
        height: int = 3
        hidden: str = field(default="", repr=False)

    return Bridge, Pier


def shown(made):
    bridge, pier = made
    one, other = bridge("a", (1,)), bridge("a", (1,), {"b": "c"})
    with pytest.raises(FrozenInstanceError):
        one.name = "b"
    names = [sorted(vars(each)) for each in made]
    return names, repr(one), one == other, hash(one) == hash(other), pier() < pier(height=4), repr(pier(hidden="x"))


def compiled(monkeypatch):
    texts = []

    def noted(text, *rest):
        texts.append(text)
        return compile(text, *rest)

    monkeypatch.setattr(data_classes, "compile", noted, raising=False)
    return texts


def test_classes_are_the_same_in_every_run(monkeypatch):
    own, asked = shown(classes()), compiled(monkeypatch)
    with kept_data_classes("try"):
        assert shown(classes()) == own
    assert asked
    asked.clear()
    with kept_data_classes("try"):
        assert shown(classes()) == own
    assert not asked
    with kept_data_classes("another"):
        assert shown(classes()) == own
    assert asked


def test_a_harmed_file_is_as_none(folder):
    with kept_data_classes("try"):
        own = shown(classes())
    [file] = folder.iterdir()
    file.write_bytes(file.read_bytes()[:-1])
    with kept_data_classes("try"):
        assert shown(classes()) == own


def test_where_nothing_is_kept_nothing_is_changed(monkeypatch):
    monkeypatch.setenv(VARIABLE, "")
    with kept_data_classes("try"):
        assert "exec" not in vars(dataclasses)


def test_a_command_that_fails_leaves_python_as_it_was(folder):
    with pytest.raises(SystemExit), kept_data_classes("try"):
        classes()
        raise SystemExit(2)
    assert list(folder.iterdir())
