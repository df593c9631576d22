"""Works on the quality of a service: its dimensions, its gaps, and what its elements do to satisfaction."""

from __future__ import annotations

# Each work: NAME = Source(key="name", short=..., title=..., where=...); the key is the name in lower case.
