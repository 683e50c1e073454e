import shutil

import pytest
from building import FIXTURE, built


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The fixture's site, built with MkDocs."""
    return built(FIXTURE, tmp_path_factory.mktemp("site") / "mkdocs")


@pytest.fixture
def project(tmp_path):
    """A copy of the fixture's project, to be changed."""
    return shutil.copytree(FIXTURE, tmp_path / "project", ignore=shutil.ignore_patterns(".cache"))
