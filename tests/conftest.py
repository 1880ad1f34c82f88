"""Settings for all tests: no deadline for examples, for the machine that runs them may be busy."""

from hypothesis import settings

settings.register_profile("parkdocs", deadline=None)
settings.load_profile("parkdocs")
