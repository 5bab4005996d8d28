"""What goes wrong on pages while a browser shows them, whatever the test is about."""

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response, WebError

OWN_SCHEMES = ("data:", "blob:", "about:")
# A policy reports what it refuses to the page alone; a report to the console reaches the test.
REPORT_REFUSALS = """addEventListener("securitypolicyviolation", (refusal) =>
    console.error(`refused by ${refusal.effectiveDirective}: ${refusal.blockedURI}`));"""


def watch(context: BrowserContext, origin: str) -> list[str]:
    """Return the list to which every fault of the context's pages will be added, a sentence each.

    Faults are requests to anywhere but the origin, requests that fail, errors and warnings in the console,
    exceptions that no script catches, and what a page's own policy refuses.
    """
    faults: list[str] = []

    def on_request(request: Request) -> None:
        if not request.url.startswith((origin, *OWN_SCHEMES)):
            faults.append(f"asks {request.url}")

    def on_failure(request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # what was still loading when the page was left
            faults.append(f"fails: {request.url}: {request.failure}")

    def on_response(response: Response) -> None:
        if response.status >= 400:  # 0 for a file on disk
            faults.append(f"answers {response.status}: {response.url}")

    def on_console(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning", "assert"}:
            faults.append(f"{message.type} in the console of {message.page and message.page.url}: {message.text}")

    def on_exception(error: WebError) -> None:
        faults.append(f"exception on {error.page and error.page.url}: {error.error}")

    context.add_init_script(REPORT_REFUSALS)
    context.on("request", on_request)
    context.on("requestfailed", on_failure)
    context.on("response", on_response)
    context.on("console", on_console)
    context.on("weberror", on_exception)
    return faults
