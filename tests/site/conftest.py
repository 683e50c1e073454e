import shutil

import pytest
from building import FIXTURE, built

# What a build keeps of the fixture's articles; the host's templates, compiled, are the same for every site.
_OF_ARTICLES = shutil.ignore_patterns("build.sqlite3*", "check.sqlite3*")


@pytest.fixture(scope="session")
def original(tmp_path_factory):
    """A copy of the fixture's project, which nobody changes: what is kept in it is of these tests alone."""
    folder = tmp_path_factory.mktemp("original") / "project"
    return shutil.copytree(FIXTURE, folder, ignore=shutil.ignore_patterns(".cache"))


@pytest.fixture(scope="session")
def site(original, tmp_path_factory):
    """The fixture's site, built with MkDocs."""
    return built(original, tmp_path_factory.mktemp("site") / "mkdocs")


@pytest.fixture
def project(site, original, tmp_path):
    """A copy of the fixture's project, to be changed."""
    return shutil.copytree(original, tmp_path / "project", ignore=_OF_ARTICLES)


@pytest.fixture
def built_project(site, original, tmp_path):
    """A copy of the fixture's project with all that the build of ``site`` kept."""
    return shutil.copytree(original, tmp_path / "project")
