"""Where everything stands on the site, and links from one page to another."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from generator.model.attribution import Root, Voice
from generator.model.briefing import Briefing, EventReport, Library, Observation, Statement
from generator.model.language import ENGLISH, Language
from generator.model.prose import Kind, Target
from generator.model.reasons import Reason, Reference, ReferenceKind

HOME = "index.html"
ACTORS = "actors/index.html"


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere; without an address they are words alone."""

    text: str
    href: str = ""
    kind: str = ""
    """What it leads to: a kind of thing, `observation`, `page`, or empty for an address outside the site."""


def actor_page(actor: str) -> str:
    """Return the address of an actor's page, from the site's top."""
    return f"actors/{actor}.html"


def briefing_page(briefing: str, page: str = "index") -> str:
    """Return the address of a briefing's page, such as `timeline` or `figures/index`."""
    return f"{briefing}/{page}.html"


def book_address(briefing: str) -> str:
    """Return the address of a briefing's book for e-readers, from the site's top."""
    return f"{briefing}/{briefing}.epub"


@dataclass(frozen=True, slots=True)
class Links:
    """Makes links that work from one page, whether it is read from a server or from a folder."""

    library: Library
    page: str
    """Address, from the site's top, of the page on which the links stand."""
    briefing: Briefing | None = None
    """The briefing whose articles, events, figures and issues are meant."""
    language: Language = ENGLISH
    """The language of the page."""

    def within(self, briefing: Briefing) -> Links:
        """Return the same for another briefing's things."""
        return Links(self.library, self.page, briefing, self.language)

    def to(self, address: str) -> str:
        """Return the relative address of a page or of a place on one."""
        if address.startswith(f"{self.page}#"):
            return address.removeprefix(self.page)
        return "../" * self.page.count("/") + address

    def actor(self, actor: str) -> Link:
        """Return the link to an actor; an id without a file keeps its place as a word."""
        known = self.library.actors.get(actor)
        return Link(known.name, self.to(actor_page(actor)), Kind.ACTOR) if known else Link(actor)

    def article(self, article: str) -> Link:
        """Return the link to an article."""
        title = self._here().articles[article].document.title
        return Link(title, self._inside(f"articles/{article}"), Kind.ARTICLE)

    def figure(self, figure: str) -> Link:
        """Return the link to a figure."""
        return Link(self._here().figures[figure].document.title, self._inside(f"figures/{figure}"), Kind.FIGURE)

    def event(self, event: str) -> Link:
        """Return the link to an event's place on the timeline."""
        return Link(self._here().events[event].title, f"{self._inside('timeline')}#{event}", Kind.EVENT)

    def issue(self, issue: str) -> Link:
        """Return the link to an issue."""
        return Link(self._here().issues[issue].document.title, self._inside(f"issues/{issue}"), Kind.ISSUE)

    def observation(self, observation: Observation) -> Link:
        """Return the permalink of an observation, in the words it was printed with."""
        page = briefing_page(self._here().id, f"figures/{observation.entry.figure}")
        return Link(
            observation.entry.printed or self.language.gettext("denial"),
            self.to(f"{page}#{observation.id}"),
            "observation",
        )

    def statement(self, statement: Statement) -> Link:
        """Return the permalink of a statement."""
        page = briefing_page(self._here().id, f"articles/{statement.article}")
        return Link(statement.entry.says, self.to(f"{page}#{statement.id}"), "statement")

    def report(self, report: EventReport) -> Link:
        """Return the permalink of an event's report."""
        page = briefing_page(self._here().id, f"articles/{report.article}")
        return Link(report.entry.title, self.to(f"{page}#{report.id}"), "report")

    def target(self, target: Target) -> Link:
        """Return the link that prose asks for."""
        match target.kind:
            case Kind.ACTOR:
                return self.actor(target.id)
            case Kind.ARTICLE:
                return self.article(target.id)
            case Kind.EVENT:
                return self.event(target.id)
            case Kind.FIGURE:
                return self.figure(target.id)
            case Kind.ISSUE:
                return self.issue(target.id)

    def reason(self, reason: Reason) -> tuple[Link, ...]:
        """Return the parts of a reason, each with the link it leads to, words as they are."""
        parts = reason.told(self.language)
        return tuple(Link(part) if isinstance(part, str) else self._reference(part) for part in parts)

    def _reference(self, reference: Reference) -> Link:
        if reference.kind is ReferenceKind.OBSERVATION:
            link = self.observation(self._here().observations[reference.id])
        else:
            link = self.event(reference.id) if reference.kind is ReferenceKind.EVENT else self.actor(reference.id)
        return Link(reference.shown(self.language) or link.text, link.href, link.kind)

    def own(self, page: str, text: str) -> Link:
        """Return the link to a page of the briefing, such as `timeline`."""
        return Link(text, self._inside(page), "page")

    def voice(self, voice: Voice) -> Link:
        """Return the link to who speaks; a described source is told in its article's words."""
        if voice.actor:
            return self.actor(voice.actor)
        return Link(f"{voice.descriptor} ({voice.count})" if voice.count else voice.descriptor)

    def root(self, root: Root, fallback: Voice) -> Link:
        """Return the link to a root; `fallback` describes one that nobody identified."""
        return self.actor(root.key) if root.identified else self.voice(fallback)

    def voice_behind(self, observation: Observation) -> str:
        """Return the name of the root whose value an observation is."""
        return self.root(observation.attribution.root, observation.attribution.originator).text

    def source(self, source: str) -> Link:
        """Return the link to what a fact in an actor's file is taken from."""
        if "://" in source:
            return outside(source)
        briefing, _, article = source.partition("/")
        return self.within(self.library.briefings[briefing]).article(article)

    def _inside(self, page: str) -> str:
        return self.to(briefing_page(self._here().id, page))

    def _here(self) -> Briefing:
        if self.briefing is None:
            message = f"{self.page} links into a briefing without saying which"
            raise LookupError(message)
        return self.briefing


def outside(address: str) -> Link:
    """Return the link to an address outside the site, shown by its host."""
    return Link(urlsplit(address).netloc.removeprefix("www."), address)
