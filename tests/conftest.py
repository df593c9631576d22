"""How hard Hypothesis looks: quickly in ``make test``, thoroughly in ``make everything``."""

import os

from hypothesis import settings

# No deadlines: machines are shared and noisy, and no test is about time.
settings.register_profile("quick", max_examples=10, deadline=None)
settings.register_profile("thorough", max_examples=40, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))
