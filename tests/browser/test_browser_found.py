"""Which browser the tests take, of those on a machine."""

import chromium
import pytest

FOUND = [
    (["chromium", "chromium-headless-shell", "google-chrome"], "chromium-headless-shell"),
    (["google-chrome", "chromium"], "chromium"),
    (["google-chrome"], "google-chrome"),
]


@pytest.fixture
def machine(tmp_path, monkeypatch):
    """A machine with the programs of these names."""

    def with_programs(*names):
        for name in names:
            (tmp_path / name).write_text("#!/bin/sh\n", encoding="utf-8")
            (tmp_path / name).chmod(0o755)
        monkeypatch.setenv("PATH", str(tmp_path))
        return tmp_path

    monkeypatch.delenv("CHROMIUM", raising=False)
    return with_programs


@pytest.mark.parametrize(("names", "taken"), FOUND, ids=[taken for _, taken in FOUND])
def test_the_lightest_browser_is_taken(machine, names, taken):
    folder = machine(*names)
    assert chromium.find() == str(folder / taken)


def test_a_named_browser_comes_before_all(machine, monkeypatch):
    folder = machine("chromium-headless-shell", "chrome-beta")
    monkeypatch.setenv("CHROMIUM", str(folder / "chrome-beta"))
    assert chromium.find() == str(folder / "chrome-beta")
