"""Links and mentions in prose: by hand, and by the names of known actors."""

from __future__ import annotations

import re

from generator.assembling.registry import Names, Registry
from generator.diagnostics import Code, Diagnostics
from generator.model.prose import Body, HandLink, Kind, Mention, Prose, ProseLink, Target

_SENTENCE_END = re.compile(r"(?<=[.!?…؟])[”»’\"')\]]*\s+(?=[\"“«‘(\[]*[\w])|\n\s*\n|\n(?=\s{0,3}([-*+>#]|[0-9]+\.))")
_ABBREVIATION = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Adm|Gen|Sen|Rep|U\.S|U\.N|U\.K|No|vs|e\.g|i\.e)\.$")
_MARKUP = re.compile(r"\[\[(?:[^\[\]|]+\|)?([^\[\]|]+)\]\]|!?\[([^\]]*)\]\([^)]*\)|[*`#>]+|(?<!\w)_|_(?!\w)")


def link_prose(
    body: Body, path: str, own: Target, registry: Registry, names: Names, diagnostics: Diagnostics
) -> tuple[Prose, tuple[Mention, ...]]:
    """Return the prose with its links, and what it mentions.

    A link by hand must lead somewhere. The first mention of an actor in a section becomes a link; an alias that
    two actors share is told, not guessed; nobody's page links to itself.
    """
    links: list[ProseLink] = []
    linked: set[tuple[int, str]] = set()
    for hand in body.links:
        target = _resolved(hand, registry, body, path, diagnostics)
        if target:
            links.append(ProseLink(hand.start, hand.end, hand.label or registry.labels[target], target))
    for run in body.runs:
        for start, end, owners in names.find(body.text, run.start, run.end):
            if len(owners) > 1:
                message = f"'{body.text[start:end]}' may be {' or '.join(owners)}"
                hint = f"write [[{owners[0]}|{body.text[start:end]}]] for the one you mean"
                diagnostics.error(body.place(path, start), Code.AMBIGUOUS_NAME, message, hint)
            elif owners[0] != own.id and (run.section, owners[0]) not in linked:
                linked.add((run.section, owners[0]))
                links.append(ProseLink(start, end, body.text[start:end], Target(Kind.ACTOR, owners[0])))
    links.sort()
    return Prose(text=body.text, links=tuple(links)), _mentions(body.text, links, own)


def _resolved(
    hand: HandLink, registry: Registry, body: Body, path: str, diagnostics: Diagnostics
) -> Target | None:
    kind, colon, name = hand.reference.partition(":")
    location = body.place(path, hand.start)
    if not colon:
        kind, name = Kind.ACTOR, hand.reference
    elif kind not in set(Kind):
        hint = f"one of: {', '.join(Kind)}"
        diagnostics.error(location, Code.UNKNOWN_REFERENCE, f"'{kind}' is no kind of page", hint)
        return None
    target = Target(Kind(kind), name.strip())
    return target if registry.check(target, location, diagnostics) else None


def _mentions(text: str, links: list[ProseLink], own: Target) -> tuple[Mention, ...]:
    found: dict[Target, Mention] = {}
    for link in links:
        found.setdefault(link.target, Mention(own, link.target, _sentence(text, link)))
    return tuple(found[target] for target in sorted(found))


def _sentence(text: str, link: ProseLink) -> str:
    start, end = 0, len(text)
    for boundary in _SENTENCE_END.finditer(text):
        if boundary[0].strip(" ") == "" and _ABBREVIATION.search(text, start, boundary.start()):
            continue
        if boundary.end() <= link.start:
            start = boundary.end()
        elif boundary.start() >= link.end:
            end = boundary.start()
            break
    return plain_text(text[start:link.start] + link.label + text[link.end:end])


def plain_text(markdown: str) -> str:
    """Return Markdown without its marks, as one line."""
    return " ".join(_MARKUP.sub(lambda match: match[1] or match[2] or "", markdown).split())
