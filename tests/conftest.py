"""Makes the tests' own modules importable wherever the tests are started from."""

import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE / "unit"), str(HERE / "site"), str(HERE / "browser")]
