"""Makes the tests' own modules importable wherever the tests are started from, and takes ``--engine``."""

import os
import sys
from pathlib import Path

from hypothesis import HealthCheck, settings

HERE = Path(__file__).parent
sys.path[:0] = [
    str(HERE / name) for name in ("unit", "commands", "site", "site/extended", "browser", "hostile", "fuzz")
]

# Findings are told in Chinese where nothing asks for another language; the tests read the English.
os.environ["LANGUAGE"] = "en"

# How busy a machine is decides nothing.
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")


def pytest_addoption(parser):
    parser.addoption(
        "--engine",
        metavar="MODULE:FACTORY",
        help="run the tests of the conversion with another engine; for example opencc_purepy:OpenCC",
    )


def pytest_configure(config):
    if config.option.engine:
        os.environ["DIGEST_TESTED_ENGINE"] = config.option.engine
