"""What the Nu HTML checker finds wrong with pages, and what of it is not ours to mend."""

import json
import re
import subprocess
from pathlib import Path

from tests.site.programs import find_checker, find_program

NOT_OURS = {
    r"Attribute “autocomplete” is only allowed when the input type is .*": (
        "Material keeps browsers from remembering whether its drawer was open, with an attribute for text fields"
    ),
    r"Bad value “” for attribute “tabindex” on element “label”: .*": (
        "Material leaves the attribute empty where a part of the navigation needs no stop for the keyboard"
    ),
    r"The value of the “for” attribute of the “label” element must be the ID of a non-hidden form control\.": (
        "Material labels the fold of a table of contents that pages without one do not have"
    ),
}
"""Messages about Material's own markup, whole, each with its reason."""


def find_errors(*places: Path) -> list[tuple[str, str]]:
    """Return where each error of these pages or folders of pages stands, and the message; all in one run."""
    options = "--format json --stdout --exit-zero-always --errors-only --skip-non-html --no-langdetect".split()
    command = [find_program("JAVA"), "-jar", str(find_checker("vnu-jar/build/dist/vnu.jar")), *options]
    ran = subprocess.run([*command, *map(str, places)], capture_output=True, text=True, check=True)
    messages = json.loads(ran.stdout)["messages"]
    return [(f"{each.get('url')}:{each.get('lastLine')}: {each.get('extract')}", each["message"]) for each in messages]


def is_ours(message: str) -> bool:
    """Tell whether an error is to be mended here."""
    return not any(re.fullmatch(pattern, message) for pattern in NOT_OURS)
