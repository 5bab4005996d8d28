"""What a change of the files means: what is new, what is gone, and what holds otherwise because of it."""

from generator.maintaining.diff.as_json import as_json
from generator.maintaining.diff.as_markdown import as_markdown
from generator.maintaining.diff.as_text import as_text
from generator.maintaining.diff.compare import compare
from generator.maintaining.diff.rows import Diff
from generator.maintaining.diff.sides import Side, load_side

__all__ = [
    "Diff",
    "Side",
    "as_json",
    "as_markdown",
    "as_text",
    "compare",
    "load_side",
]
