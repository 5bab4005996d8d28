"""What search can find: one entry a page, and one for every observation, event, statement and day of change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from generator.model.attribution import Attribution
from generator.model.briefing import Actor, Article, Briefing, Event, Figure, Issue, Observation, Statement
from generator.model.date_words import day_in_words
from generator.model.dates import PartialDate
from generator.model.quantities import Quantity
from generator.model.reasons import Reason, told
from generator.rendering.addresses import Links, actor_page, briefing_page
from generator.rendering.page import SearchEntry, SearchKind


def page_entry(address: str, title: str, briefing: Briefing, text: str = "") -> SearchEntry:
    """Return the entry of a page that is about all of a briefing, such as its timeline."""
    return SearchEntry(address=address, title=title, context=briefing.document.title, text=text)


def overview_entry(briefing: Briefing) -> SearchEntry:
    """Return the entry of a briefing's overview."""
    document = briefing.document
    return SearchEntry(
        kind=SearchKind.BRIEFING,
        address=briefing_page(briefing.id),
        title=document.title,
        text=_joined(document.question, document.scope, briefing.body.plain()),
    )


def actor_entry(actor: Actor, appearances: int) -> SearchEntry:
    """Return an actor's entry: every name the actor is known by, and every title; who appears often comes first."""
    document = actor.document
    names = (*document.aliases, *([document.native.text] if document.native else []))
    roles = " · ".join(role.title for role in document.roles)
    return SearchEntry(
        kind=SearchKind.ACTOR,
        address=actor_page(actor.id),
        title=actor.name,
        names=names,
        text=_joined(" · ".join(names), roles, actor.body.plain(), separator=". "),
        weight=appearances,
    )


def figure_entries(figure: Figure, briefing: Briefing, links: Links) -> Iterator[SearchEntry]:
    """Yield a figure's entry, with who answers and how the answers stand, and one an observation."""
    document = figure.document
    language = links.language
    voices = list(dict.fromkeys(links.voice_behind(observation) for observation in figure.observations))
    asked = (
        language.gettext("Who counts: {voices}") if document.kind == "count" else language.gettext("Who says: {voices}")
    )
    summary = _told(briefing.assessment.figures[figure.id].summary, links)
    yield SearchEntry(
        kind=SearchKind.FIGURE,
        address=briefing_page(briefing.id, f"figures/{figure.id}"),
        title=document.title,
        context=briefing.document.title,
        text=_joined(
            document.question,
            summary,
            asked.format(voices=language.joined(voices)) if voices else "",
            figure.body.plain(),
        ),
        weight=len(figure.observations),
    )
    for observation in figure.observations:
        yield _observation_entry(observation, figure, briefing, links)


def _observation_entry(observation: Observation, figure: Figure, briefing: Briefing, links: Links) -> SearchEntry:
    entry = observation.entry
    language = links.language
    printed = entry.printed or language.gettext("Denial")
    # A day that only stands in for one is told as such: the two are never mixed.
    when = language.gettext("as of {date}") if observation.as_of_given else language.gettext("by {date}")
    return SearchEntry(
        kind=SearchKind.OBSERVATION,
        address=f"{briefing_page(briefing.id, f'figures/{figure.id}')}#{observation.id}",
        title=f"{printed} · {figure.document.title}",
        names=(printed, *(_numbers(entry.value) if entry.value else ())),
        when=when.format(date=observation.as_of.display(language)),
        context=briefing.document.title,
        text=_joined(
            _named(observation.attribution, links),
            f"“{entry.quote}”" if entry.quote else "",
            entry.caveat or "",
            briefing.articles[observation.article].document.title,
            separator=". ",
        ),
        weight=_latest(observation.as_of),
    )


def _numbers(value: Quantity) -> Iterator[str]:
    """Yield the value's own numbers in digits: `1.2 billion` is found as 1200000000 too."""
    if value.best is not None:
        yield f"{value.best:f}"
    elif value.interval:
        yield f"{value.interval.low:f}"
        yield f"{value.interval.high or value.interval.low:f}"


def event_entries(events: list[Event], briefing: Briefing, links: Links) -> Iterator[SearchEntry]:
    """Yield an entry an event; what is told often comes first."""
    for event in events:
        told = tuple(dict.fromkeys(report.entry.title for report in event.reports if report.entry.title != event.title))
        actors = dict.fromkeys(links.actor(actor).text for each in event.reports for actor in each.entry.actors)
        yield SearchEntry(
            kind=SearchKind.EVENT,
            address=f"{briefing_page(briefing.id, 'timeline')}#{event.id}",
            title=event.title,
            names=told,
            when=event.moment.display(links.language) if event.moment else "",
            context=briefing.document.title,
            text=_joined(event.place, ", ".join(actors), *told, event.body.plain(), separator=". "),
            weight=len(event.reports),
        )


def article_entries(article: Article, briefing: Briefing, links: Links) -> Iterator[SearchEntry]:
    """Yield an article's entry and one a statement in it; the latest come first."""
    document = article.document
    address = briefing_page(briefing.id, f"articles/{article.id}")
    yield SearchEntry(
        kind=SearchKind.ARTICLE,
        address=address,
        title=document.title,
        when=document.published.display(links.language),
        context=briefing.document.title,
        text=_joined(_named(article.voices, links), article.body.plain(), separator=". "),
        weight=_latest(document.published),
    )
    for statement in article.statements:
        yield _statement_entry(statement, address, briefing, links)


def _statement_entry(statement: Statement, address: str, briefing: Briefing, links: Links) -> SearchEntry:
    entry = statement.entry
    article = links.article(statement.article).text
    issue = links.issue(entry.issue).text if entry.issue else ""
    when = "{date}" if entry.date else links.language.gettext("by {date}")
    return SearchEntry(
        kind=SearchKind.STATEMENT,
        address=f"{address}#{statement.id}",
        title=f"{_speaker(statement, links)}: {entry.says}",
        when=when.format(date=statement.moment.display(links.language)),
        context=briefing.document.title,
        text=_joined(f"“{entry.quote}”" if entry.quote else "", issue, entry.answer or "", article, separator=" · "),
        weight=_latest(statement.moment),
    )


def _speaker(statement: Statement, links: Links) -> str:
    """Return who speaks; where nobody has heard it from them, how it is known."""
    named = _named(statement.speaker, links)
    account = statement.entry.account
    if account not in {"inferred", "silence"}:
        return named
    pattern = links.language.gettext("{speaker} ({account})")
    return pattern.format(speaker=named, account=links.language.term("account", account))


def issue_entry(issue: Issue, briefing: Briefing, links: Links) -> SearchEntry:
    """Return an issue's entry, with who stands where."""
    reason = _told(briefing.assessment.issues[issue.id].reason, links)
    return SearchEntry(
        kind=SearchKind.ISSUE,
        address=briefing_page(briefing.id, f"issues/{issue.id}"),
        title=issue.document.title,
        context=briefing.document.title,
        text=_joined(reason, " · ".join(issue.document.answers), issue.body.plain(), separator=" "),
        weight=len(issue.statements),
    )


def day_entries(briefing: Briefing, links: Links) -> Iterator[SearchEntry]:
    """Yield an entry for every day of change, with what became known on it, and one for the last."""
    page = briefing_page(briefing.id, "history")
    changes = defaultdict(list)
    for change in briefing.assessment.history.changes:
        changes[change.on].append(f"{links.target(change.target).text}: {told(change.after, links.language)}")
    title = links.language.gettext("What was known on {date}")
    for day in briefing.assessment.history.days:
        yield SearchEntry(
            kind=SearchKind.DAY,
            address=f"{page}?as-of={day.isoformat()}",
            title=title.format(date=day_in_words(day, links.language)),
            names=(day.isoformat(),),
            context=briefing.document.title,
            text=". ".join(changes[day]),
            weight=day.toordinal(),
        )
    for day in briefing.assessment.history.days[-1:]:
        yield SearchEntry(
            kind=SearchKind.DAY,
            address=f"{briefing_page(briefing.id)}#changed",
            title=links.language.gettext("What changed on {date}").format(date=day_in_words(day, links.language)),
            names=(links.language.gettext("What changed last"), links.language.gettext("The latest changes")),
            context=briefing.document.title,
            text=". ".join(changes[day]),
            weight=day.toordinal() + 1,
        )


def _latest(moment: PartialDate) -> int:
    day = moment.latest or moment.earliest
    return day.toordinal() if day else 0


def _told(reason: Reason, links: Links) -> str:
    parts = links.reason(reason)
    return "".join(links.language.verbatim(part.text) if part.href else part.text for part in parts)


def _named(attribution: Attribution, links: Links) -> str:
    return f" {links.language.gettext('→')} ".join(links.voice(voice).text for voice in attribution.chain)


def _joined(*texts: str, separator: str = " ") -> str:
    return separator.join(text for text in texts if text)
