"""A code host's API, as much of it as our workflows use, on a port of this machine."""

from __future__ import annotations

import io
import json
import threading
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

HEAD = "ab" * 20
"""The commit at the head of pull request 7, the only one there is."""


@dataclass
class Host:
    """What the host keeps, and what it was asked."""

    artifact: bytes | None = None
    comments: list[dict[str, object]] = field(default_factory=list)
    storage: str = ""
    """The address of the other server, on which artifacts are."""
    asked: list[tuple[str, str, str | None]] = field(default_factory=list)
    """Method, path and authorization of each request."""

    def answer(self, method: str, path: str, data: Mapping[str, object]) -> tuple[int, object]:
        """Return the status and the body of the answer to a request."""
        parts = path.removeprefix("/repos/ada/site/").partition("?")[0].split("/")
        answer: tuple[int, object] = (404, {"message": "Not Found"})
        match method, parts:
            case "GET", ["actions", "runs", "5", "artifacts"]:
                answer = 200, {"artifacts": [{"id": 3}] if self.artifact is not None else []}
            case "GET", ["actions", "artifacts", "3", "zip"]:
                answer = 302, f"{self.storage}/stored"
            case "GET", ["pulls", "7"]:
                answer = 200, {"head": {"sha": HEAD}}
            case "GET", ["issues", "7", "comments"]:
                answer = 200, self.comments
            case "POST", ["issues", "7", "comments"]:
                self.comments.append({"id": len(self.comments) + 1, "user": {"login": "github-actions[bot]"}, **data})
                answer = 201, {}
            case "PATCH", ["issues", "comments", number]:
                self.comments[int(number) - 1] |= data
                answer = 200, {}
        return answer


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Return an archive with these files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


@contextmanager
def running(host: Host) -> Iterator[str]:
    """Serve the host, and its storage from another port; yield the address of its API."""

    class Handler(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            data = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            host.asked.append((self.command, self.path, self.headers.get("Authorization")))
            if self.path == "/stored":
                self._send(200, host.artifact or b"")
                return
            status, told = host.answer(self.command, self.path, json.loads(data or b"{}"))
            self._send(status, b"" if status == 302 else json.dumps(told).encode(), str(told) if status == 302 else "")

        do_GET = do_POST = do_PATCH = _answer  # noqa: N815 - the names that the standard library calls

        def _send(self, status: int, body: bytes, location: str = "") -> None:
            self.send_response(status)
            if location:
                self.send_header("Location", location)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_words: object) -> None:
            """Keep quiet."""

    with _served(Handler) as storage, _served(Handler) as api:
        host.storage = storage
        yield api


@contextmanager
def _served(handler: type[BaseHTTPRequestHandler]) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()
