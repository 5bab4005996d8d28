"""Sessions of asynchronous code in tests."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor


def run_session(session: Coroutine[object, object, None]) -> None:
    """Run a session to its end in a thread of its own: a browser's loop may be running in this one."""
    with ThreadPoolExecutor(max_workers=1) as thread:
        thread.submit(asyncio.run, session).result()
