"""Repairs that can do no harm, made in the files themselves."""

from generator.maintaining.fixing.edits import Edit, edited, edits_of
from generator.maintaining.fixing.fix import Fixed, fix, told

__all__ = ["Edit", "Fixed", "edited", "edits_of", "fix", "told"]
