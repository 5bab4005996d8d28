"""`briefing lsp` says what it needs; what it serves is tried in tests/language_server."""

import subprocess
import sys


def test_without_its_package_the_way_out_is_told() -> None:
    """Where pygls is not installed, the command names the extra that brings it, and ends with 3."""
    without = "import sys; sys.modules['pygls'] = None; from generator.cli import main; main(['lsp'])"
    done = subprocess.run([sys.executable, "-c", without], capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert "pip install 'briefing-generator[editor]'" in done.stderr
    assert "Traceback" not in done.stderr
