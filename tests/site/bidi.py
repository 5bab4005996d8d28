"""A headless Firefox as its readers have it, and the session in which it does what it is told.

Source: W3C, WebDriver BiDi (https://www.w3.org/TR/webdriver-bidi/), which Firefox speaks itself.
"""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

PATIENCE = 30  # seconds: a machine may be slow, a browser that is silent for this long is stuck
PREFERENCES = {
    # Without this Firefox relaxes its rules for automation: files could then read one another, as they can for nobody.
    "remote.prefs.recommended": False,
    # The network is off: whatever is not on this machine goes to a proxy that is not there.
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
    "browser.aboutwelcome.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "dom.events.testing.asyncClipboard": True,  # tests may read what a button has copied
}


class FirefoxError(Exception):
    """What Firefox answers when it cannot do what it is asked."""


class Session:
    """Commands to a running Firefox, each with its answer, and what it tells unasked, tab by tab."""

    def __init__(self, connection: ClientConnection) -> None:
        self._connection = connection
        self._asked = 0
        self.listeners: dict[str, Callable[[dict[str, Any]], None]] = {}
        """What to call with each event of a tab."""
        self.ask("session.new", capabilities={})
        self.ask("session.subscribe", events=["log.entryAdded", "network.beforeRequestSent"])

    def ask(self, method: str, **parameters: object) -> dict[str, Any]:
        """Send a command and return its result; events that come first are heard first.

        Raises:
            FirefoxError: what Firefox answers if it cannot.
        """
        self._asked += 1
        self._connection.send(json.dumps({"id": self._asked, "method": method, "params": parameters}))
        while True:
            message = json.loads(self._connection.recv(PATIENCE))
            if message.get("id") != self._asked:
                self._tell(message)
            elif message["type"] == "error":
                raise FirefoxError(f"{method}: {message['error']}: {message['message']}")
            else:
                return dict(message["result"])

    def listen(self, seconds: float) -> None:
        """Hear what Firefox tells unasked, until it has been silent for so many seconds."""
        with suppress(TimeoutError):
            while True:
                self._tell(json.loads(self._connection.recv(seconds)))

    def _tell(self, event: dict[str, Any]) -> None:
        tab = event["params"].get("context") or event["params"].get("source", {}).get("context")
        if tab in self.listeners:
            self.listeners[tab](event)


@contextmanager
def launch_firefox(program: str, profile: Path) -> Iterator[Session]:
    """Start Firefox with a new profile in an empty folder, and end it afterwards."""
    lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in PREFERENCES.items()]
    (profile / "user.js").write_text("".join(lines), encoding="utf-8")
    command = [program, "--headless", "--no-remote", "--profile", str(profile), "--remote-debugging-port=0"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            # Without a heartbeat: its thread draws from `random`, which hypothesis takes for a strategy's doing.
            address = f"{_address(process, profile)}/session"
            with connect(address, proxy=None, max_size=None, ping_interval=None) as connection:
                yield Session(connection)
        finally:
            process.terminate()


def _address(process: subprocess.Popen[bytes], profile: Path) -> str:
    """Return where Firefox listens, which it writes into its profile once it does."""
    end = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < end:
        with suppress(FileNotFoundError, json.JSONDecodeError):
            server = json.loads((profile / "WebDriverBiDiServer.json").read_text(encoding="utf-8"))
            return f"ws://{server['ws_host']}:{server['ws_port']}"
        with suppress(subprocess.TimeoutExpired):
            process.wait(0.05)
    raise FirefoxError("Firefox did not start, or does not speak WebDriver BiDi")
