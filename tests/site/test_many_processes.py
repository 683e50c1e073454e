"""A site built in several processes is the one that one process builds."""

import shutil

import pytest
from building import FIXTURE, built
from test_cache import files, fresh

from digest.keeping.processes import can_fork

pytestmark = pytest.mark.skipif(not can_fork(), reason="one process builds on this system")


def option(project, value):
    file = project / "mkdocs.yml"
    text = file.read_text(encoding="utf-8")
    assert text.count("plugins: [digest]\n") == 1
    file.write_text(text.replace("plugins: [digest]\n", f"plugins: [{{digest: {{{value}}}}}]\n"), encoding="utf-8")
    return project


@pytest.fixture(scope="module")
def alone(tmp_path_factory):
    """What one process builds."""
    folder = tmp_path_factory.mktemp("alone")
    project = shutil.copytree(FIXTURE, folder / "project", ignore=shutil.ignore_patterns(".cache"))
    return files(built(option(project, "workers: 1"), folder / "site"))


@pytest.mark.parametrize("given", ["workers: 2", "workers: 8", "workers: 3, cache: ''"])
def test_it_has_the_same_bytes_in_any_number_of_processes(project, alone, tmp_path, given):
    made = files(built(option(project, given), tmp_path / "site"))
    assert made == alone


def test_a_second_build_takes_what_the_processes_of_the_first_one_made(project, tmp_path):
    option(project, "workers: 2")
    first = files(built(project, tmp_path / "first"))
    path = project / "docs" / "articles" / "no-summary.md"
    path.write_text(path.read_text(encoding="utf-8") + "\n\n河后来改道了。\n", encoding="utf-8")
    second = files(built(project, tmp_path / "second"))
    assert second != first and second == fresh(project, tmp_path / "fresh")
