"""Data written as scripts: browsers let a page on `file://` load scripts and nothing else."""

from __future__ import annotations

import json
from typing import Any

_UNSAFE = "<>&\u2028\u2029"
"""Letters that could end a script, or a line of one, where a host takes the file for something else."""


def data_script(function: str, *data: Any) -> bytes:  # noqa: ANN401 - whatever JSON can hold
    """Return a script that calls a function of the page with these data.

    Keys of mappings must be ids, words or names of our own: `__proto__` would be no key to a script.
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).removeprefix("[").removesuffix("]")
    for letter in _UNSAFE:
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return f"{function}({text});\n".encode()
