"""Settings for all tests; and the benches, which are scripts, find each other's modules in their folder."""

import sys
from pathlib import Path

from hypothesis import settings

sys.path.insert(0, str(Path(__file__).parents[1] / "bench"))
settings.register_profile("parkdocs", deadline=None)  # the machine that runs the tests may be busy
settings.load_profile("parkdocs")
