"""A page in Firefox: opened, asked, clicked and typed into as a reader would.

Source: the codes of keys are from W3C, WebDriver, "Keyboard actions".
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from tests.site.bidi import PATIENCE, FirefoxError, Session

KEYS = {
    "Alt": "\ue00a",
    "ArrowDown": "\ue015",
    "ArrowLeft": "\ue012",
    "ArrowRight": "\ue014",
    "ArrowUp": "\ue013",
    "Backspace": "\ue003",
    "Control": "\ue009",
    "End": "\ue010",
    "Enter": "\ue007",
    "Escape": "\ue00c",
    "Home": "\ue011",
    "Shift": "\ue008",
    "Space": " ",
    "Tab": "\ue004",
}


class FirefoxPage:
    """One tab with a store of its own, what it has asked for, and what went wrong in it."""

    def __init__(self, session: Session, tab: str, origin: str) -> None:
        self._session, self._tab, self._origin = session, tab, origin
        self.requested: list[str] = []
        """Every address asked for over the network, in order; Firefox does not tell of files on disk."""
        self.errors: list[str] = []
        """Errors in the console: of scripts, of loading and of the page's own policy."""

    def goto(self, address: str) -> None:
        """Open a page of the site, or any whole address, and wait until it is loaded."""
        url = address if "://" in address else self._origin + address
        self._ask("browsingContext.navigate", url=url, wait="complete")

    def evaluate(self, expression: str) -> Any:  # noqa: ANN401 - whatever the page says
        """Return the value of a JavaScript expression (a promise is awaited), as JSON carries it.

        Raises:
            FirefoxError: what the expression throws.
        """
        text = f"Promise.resolve({expression}).then((value) => JSON.stringify(value) ?? 'null')"
        target = {"context": self._tab}
        answer = self._session.ask("script.evaluate", expression=text, target=target, awaitPromise=True)
        if answer["type"] == "exception":
            raise FirefoxError(answer["exceptionDetails"]["text"])
        return json.loads(answer["result"]["value"])

    def wait_until(self, condition: str) -> None:
        """Wait until a JavaScript expression is true, on this page or on the one it leads to."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            with suppress(FirefoxError):  # one page is gone and the next not there yet
                if self.evaluate(condition):
                    return
            self._session.listen(0.02)
        raise FirefoxError(f"not true within {PATIENCE} s: {condition}")

    def text(self, selector: str) -> str:
        """Return the text of the first such element, as it is shown."""
        return str(self.evaluate(f"document.querySelector({json.dumps(selector)}).innerText"))

    def hover(self, selector: str) -> None:
        """Move the pointer to the middle of the first such element."""
        self._point(selector)

    def click(self, selector: str) -> None:
        """Click the first such element in its middle."""
        self._point(selector, {"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0})

    def type(self, text: str) -> None:
        """Type text, letter by letter, into what has the focus."""
        for letter in text:
            self._strike([letter])

    def press(self, keys: str) -> None:
        """Press a key, or several at once, named as in Playwright: `Escape`, `Control+k`, `/`."""
        self._strike([KEYS.get(key, key) for key in keys.split("+")])

    def resize(self, width: int, height: int = 800) -> None:
        """Set the size of what the window shows, in CSS pixels."""
        self._ask("browsingContext.setViewport", viewport={"width": width, "height": height})

    def hear(self, event: dict[str, Any]) -> None:
        """Keep what Firefox tells of this tab."""
        if event["method"] == "network.beforeRequestSent":
            self.requested.append(event["params"]["request"]["url"])
        elif event["params"]["level"] == "error":
            self.errors.append(event["params"]["text"])

    def _point(self, selector: str, *then: dict[str, object]) -> None:
        self.wait_until(f"document.querySelector({json.dumps(selector)}) !== null")
        self.evaluate(f"document.querySelector({json.dumps(selector)}).scrollIntoView({{block: 'center'}})")
        found = self._ask("browsingContext.locateNodes", locator={"type": "css", "value": selector}, maxNodeCount=1)
        middle = {"type": "element", "element": {"sharedId": found["nodes"][0]["sharedId"]}}
        self._act("pointer", [{"type": "pointerMove", "x": 0, "y": 0, "origin": middle}, *then])

    def _strike(self, keys: list[str]) -> None:
        down = [{"type": "keyDown", "value": key} for key in keys]
        self._act("key", [*down, *({"type": "keyUp", "value": key} for key in reversed(keys))])

    def _act(self, kind: str, actions: object) -> None:
        self._ask("input.performActions", actions=[{"type": kind, "id": kind, "actions": actions}])

    def _ask(self, method: str, **parameters: object) -> dict[str, Any]:
        return self._session.ask(method, context=self._tab, **parameters)


@contextmanager
def open_tab(session: Session, origin: str) -> Iterator[FirefoxPage]:
    """Open a tab that shares no store with others; addresses without a scheme begin at the origin."""
    store = session.ask("browser.createUserContext")["userContext"]
    tab = session.ask("browsingContext.create", type="tab", userContext=store)["context"]
    page = FirefoxPage(session, tab, origin)
    session.listeners[tab] = page.hear
    yield page
    session.listen(0)
    del session.listeners[tab]
    session.ask("browser.removeUserContext", userContext=store)
