"""What an article's annotation leaves open, and a reader would ask for."""

from __future__ import annotations

from collections.abc import Mapping

from generator.diagnostics import Code, Diagnostics
from generator.model.files import ArticleDocument, FigureDocument, ObservationEntry
from generator.model.source import SourceFile


def advise_on_gaps(
    article: SourceFile[ArticleDocument], figures: Mapping[str, FigureDocument], diagnostics: Diagnostics
) -> None:
    """Tell of a page that nobody keeps, figures without a day, projections without a goal and bare inferences."""
    _advise_on_head(article, diagnostics)
    _advise_on_figures(article, figures, diagnostics)
    _advise_on_inferences(article, diagnostics)


def _advise_on_head(article: SourceFile[ArticleDocument], diagnostics: Diagnostics) -> None:
    document = article.document
    if document.url and not document.archive_url:
        message = "no copy of the page is known, and pages change and go"
        hint = "have it archived, and add the copy's address as 'archive_url'"
        diagnostics.advice(article.at("url"), Code.MISSING_ARCHIVE, message, hint)
    if (document.published.approximate or document.published.uncertain) and not document.note:
        message = "the date is inferred, and nothing says from what"
        hint = "say in the article's 'note' how it was inferred"
        diagnostics.advice(article.at("published"), Code.UNEXPLAINED_INFERENCE, message, hint)


def _advise_on_figures(
    article: SourceFile[ArticleDocument], figures: Mapping[str, FigureDocument], diagnostics: Diagnostics
) -> None:
    for at, entry in enumerate(article.document.figures):
        figure = figures.get(entry.figure)
        if figure is None or entry.note or entry.caveat:  # whoever writes about a number has looked at it
            continue
        if entry.basis == "projection":
            if not entry.horizon:
                message = "the projection does not say of which time it speaks"
                hint = "add 'horizon', such as 'final toll', or say in a 'note' that the article gives none"
                diagnostics.advice(article.at("figures", at), Code.MISSING_HORIZON, message, hint)
        elif figure.changes != "fixed" and _is_undated_number(entry):
            message = f"'{figure.title}' {figure.changes}, and no day is given for this number"
            hint = "add 'as_of', or say in a 'caveat' that the article gives no day"
            diagnostics.advice(article.at("figures", at), Code.MISSING_AS_OF, message, hint)


def _is_undated_number(entry: ObservationEntry) -> bool:
    return entry.value is not None and entry.value.interval is not None and entry.as_of is None


def _advise_on_inferences(article: SourceFile[ArticleDocument], diagnostics: Diagnostics) -> None:
    for at, entry in enumerate(article.document.statements):
        if entry.account == "inferred" and not (entry.by or entry.note or entry.quote):
            message = "what is inferred here says neither by whom nor from what"
            hint = "name in 'by' who infers it, or say in a 'note' from what"
            diagnostics.advice(article.at("statements", at, "account"), Code.UNEXPLAINED_INFERENCE, message, hint)
