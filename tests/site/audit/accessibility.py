"""What axe finds wrong with a page, for people who read it by keyboard, by ear or with weak eyes."""

from collections.abc import Sequence

from playwright.sync_api import Page

from tests.site.programs import find_checker

ALL = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
COLOURS = ("color-contrast", "link-in-text-block")
"""The rules whose answer depends on colours."""
RUN = """async ([rules, part]) => {
    const found = await axe.run(part, { runOnly: rules, resultTypes: ["violations"] });
    return found.violations.flatMap(({ id, help, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id} (${help}): ${target.join(" ")}: ${failureSummary}`));
}"""


def find_violations(page: Page, rules: Sequence[str] = ALL, part: str = "html") -> list[str]:
    """Return each violation of rules, or of kinds of rules, on a part of a page: where, and what would mend it.

    The checker is run by the debugger, so the page's own policy, under which it would not load, stays in force.
    """
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(find_checker("axe-core/axe.min.js").read_text(encoding="utf-8"))
    found: list[str] = page.evaluate(RUN, [list(rules), part])
    return [" ".join(each.split()) for each in found]
