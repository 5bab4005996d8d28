"""What all tests share."""

from hypothesis import settings

# A slow machine is no reason to fail: laws are about results, never about time.
settings.register_profile("briefing", deadline=None)
settings.load_profile("briefing")
