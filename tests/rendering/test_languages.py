"""The languages of the interface: what is known of them, and that sentences can be told in any."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import reduce
from gettext import NullTranslations
from pathlib import Path

import pytest

from generator.diagnostics import Diagnostics
from generator.model.dates import PartialDate
from generator.model.language import AND, COMMAS, ENGLISH, SEMICOLONS, Language
from generator.model.reasons import (
    NO_REASON,
    Reason,
    Reference,
    ReferenceKind,
    Value,
    counted,
    joined,
    listed,
    phrase,
    say,
)
from generator.pipeline import load, shipped_templates
from generator.rendering.environment import Templates
from generator.rendering.languages import language_of

CATALOGUES = shipped_templates() / "locales"

_HEADER = """msgid ""
msgstr ""
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"Content-Type: text/plain; charset=utf-8\\n"

"""


class Marking(NullTranslations):
    """Puts every message in brackets, so that what is no message stands out."""

    def gettext(self, message: str) -> str:
        """Return the message in brackets."""
        return f"[{message}]"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the message for so many in brackets."""
        return f"[{msgid1 if n == 1 else msgid2}]"

    def pgettext(self, context: str, message: str) -> str:
        """Return the word with its group in brackets."""
        return f"[{context}: {message}]"


MARKED = Language(code="xx", translations=Marking())


@pytest.mark.parametrize(
    ("tag", "direction"),
    [
        ("en", "ltr"),
        ("en-GB", "ltr"),
        ("fa", "rtl"),
        ("fa-AF", "rtl"),
        ("ckb", "rtl"),
        ("fa-Latn", "ltr"),
        ("fa-Arab-AF", "rtl"),
        ("az", "ltr"),
        ("az-Arab", "rtl"),
        ("ku-Arab", "rtl"),
        ("en-Hebr", "rtl"),
        ("pa-PK", "rtl"),
        ("zh-Hant", "ltr"),
        ("xx", "ltr"),
        ("xx-Arab", "rtl"),
    ],
)
def test_direction(tag: str, direction: str) -> None:
    """A page runs as its language's script does, whether there is a catalogue or not."""
    language = language_of(tag, CATALOGUES)
    assert (language.code, language.direction) == (tag, direction)


def test_a_language_without_a_catalogue_is_worded_in_english(tmp_path: Path) -> None:
    """No sentence is half in one language and half in another, nor its date or its number."""
    language = language_of("fa", tmp_path)
    assert PartialDate.parse("2026-02-03~").display(language) == "about 3 February 2026"


def test_a_region_takes_the_catalogue_of_its_language(tmp_path: Path) -> None:
    """The words for `fa` serve for `fa-AF`, too."""
    (tmp_path / "fa.po").write_text(_HEADER + 'msgid "Timeline"\nmsgstr "گاه‌شمار"\n', encoding="utf-8")
    assert language_of("fa-AF", tmp_path).gettext("Timeline") == "گاه‌شمار"


@pytest.mark.parametrize(
    ("tag", "catalogue", "is_used"),
    [
        ("fa-Arab", "fa", True),
        ("fa-Arab-AF", "fa", True),
        ("fa-Latn", "fa", False),
        ("az-Latn", "az", True),
        ("az-Arab", "az", False),
        ("az-Arab", "az-Arab", True),
        ("zh-Hans", "zh", True),
        ("zh-TW", "zh", False),
    ],
)
def test_a_script_takes_no_words_of_another(tag: str, catalogue: str, is_used: bool, tmp_path: Path) -> None:  # noqa: FBT001
    """A catalogue serves for a tag only where both are in one script; the dates and numbers go with it."""
    (tmp_path / f"{catalogue}.po").write_text(f'{_HEADER}msgid "Timeline"\nmsgstr "…"\n', encoding="utf-8")
    language = language_of(tag, tmp_path)
    assert (language.gettext("Timeline") == "…", language.months != ENGLISH.months) == (is_used, is_used)


def test_a_guessed_translation_is_not_shown(tmp_path: Path) -> None:
    """A message that is marked as fuzzy is told in English."""
    (tmp_path / "fa.po").write_text(f'{_HEADER}#, fuzzy\nmsgid "Timeline"\nmsgstr "…"\n', encoding="utf-8")
    assert language_of("fa", tmp_path).gettext("Timeline") == "Timeline"


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        (say("One."), "[One.]"),
        (say("One.") + NO_REASON + say("Two."), "[One.] [Two.]"),
        (say("{a} is {b}.", a="x", b=phrase("more")), "[x is [more].]"),
        (say("{a} is {b}.", a=1234, b=PartialDate.parse("2026")), "[1,234 is [2026].]"),
        (Reason((counted("{count} day", "{count} days", 2),)), "[2 days]"),
        (say("{all}", all=listed(["a", "b", "c"])), "[[[a, b] and c]]"),
        (say("{all}", all=joined([])), "[]"),
        (say("Not: {reason}", reason=say("One.") + say("Two.")), "[Not: [One.] [Two.]]"),
    ],
)
def test_every_message_of_a_reason_is_translated(reason: Reason, told: str) -> None:
    """Whatever is nested in a sentence is told in the language of the sentence."""
    assert reason.plain(lambda reference: reference.id, MARKED) == told


class Reversing(NullTranslations):
    """Puts the later value first, with something on either side."""

    def gettext(self, message: str) -> str:
        """Return the message, a joint with its places in the other order."""
        return "<{next} < {before}>" if message == COMMAS else message


@pytest.mark.parametrize(
    "language", [ENGLISH, language_of("fa", CATALOGUES), MARKED, Language(translations=Reversing())]
)
@pytest.mark.parametrize("joint", [COMMAS, SEMICOLONS, AND])
def test_a_list_is_told_as_its_joint_put_again_and_again(language: Language, joint: str) -> None:
    """Values side by side are told as if each were joined to all before it, wherever a language puts the places."""
    values: list[Value] = [phrase("one"), "two", Reference(ReferenceKind.ACTOR, "three"), 4]
    nested = reduce(lambda before, following: phrase(joint, before=before, next=following), values)
    assert say("{all}", all=joined(values, joint)).told(language) == say("{all}", all=nested).told(language)


@pytest.mark.parametrize("language", [ENGLISH, language_of("fa", CATALOGUES)])
def test_a_list_may_have_thousands_of_values(language: Language) -> None:
    """However many voices stand on one side, a reason names them all, each a reference."""
    voices = [Reference(ReferenceKind.ACTOR, f"voice-{number}") for number in range(5000)]
    reason = say("{all}.", all=joined([listed(voices), "x"], SEMICOLONS))
    names = [voice.id for voice in voices]
    assert reason.references == tuple(voices)
    told = language.joined([language.listed(names), language.verbatim("x")], SEMICOLONS)
    assert reason.plain(lambda voice: voice.id, language) == f"{told}."


def test_a_sentence_begins_with_a_capital() -> None:
    """Where a sentence begins with words of ours they begin as a sentence does; a printed value is left as it is."""
    described = say("{who} gives it.", who=phrase("an unnamed source"))
    assert described.plain(str) == "An unnamed source gives it."


def test_nothing_in_a_briefings_reasons_is_outside_a_message() -> None:
    """Of a reason told in a marked language, only values and the spaces between sentences stand outside brackets."""
    library = load(Path(__file__).parent.parent / "content", Diagnostics())
    [briefing] = library.briefings.values()
    for diagnosis in briefing.assessment.figures.values():
        found = [each.reason for each in diagnosis.findings]
        reasons = [diagnosis.summary, *found, *(each.reason for each in diagnosis.relations)]
        for reason in reasons:
            text = reason.plain(lambda _: "", MARKED)
            while (shorter := re.sub(r"\[[^\[\]]*\]", "", text)) != text:
                text = shorter
            assert text.strip() == ""


def test_templates_are_made_once_a_language(tmp_path: Path) -> None:
    """A word of a template is told in the language that is asked for, escaped, with its number in its own digits."""
    (tmp_path / "locales").mkdir()
    catalogue = f'{_HEADER}msgid "%(n)s of %(name)s"\nmsgstr "%(name)s: %(n)s"\n'
    (tmp_path / "locales" / "fa.po").write_text(catalogue, encoding="utf-8")
    (tmp_path / "page.j2").write_text('{{ _("%(n)s of %(name)s", n=12, name="<b>") }}', encoding="utf-8")
    templates = Templates(tmp_path)
    told = [templates.render("page.j2", templates.language(tag)) for tag in ("en", "fa")]
    assert told == ["12 of &lt;b&gt;", "&lt;b&gt;: ۱۲"]


def test_a_reference_keeps_its_label_in_any_language() -> None:
    """What is shown of a link is told in the language of the sentence around it, and leads to the same thing."""
    reference = Reference(ReferenceKind.OBSERVATION, "a--deaths", phrase("a denial"))
    said = say("{value} was deleted on {date}.", value=reference, date=PartialDate.parse("2026"))
    assert (said.references, said.plain(str, MARKED)) == ((reference,), "[[a denial] was deleted on [2026].]")


PERSIAN = [
    ("2026-02-03", "۳ فوریه ۲۰۲۶"),
    ("2026-02-03~", "حدود ۳ فوریه ۲۰۲۶"),
    ("2026-02?", "احتمالاً فوریه ۲۰۲۶"),
    ("2026%", "شاید حدود ۲۰۲۶"),
    ("202X", "دههٔ ۲۰۲۰"),
    ("2025-06-13/2025-06-24", "۱۳ تا ۲۴ ژوئن ۲۰۲۵"),
    ("2025-12-29/2026-02-03", "۲۹ دسامبر ۲۰۲۵ تا ۳ فوریه ۲۰۲۶"),
    ("2026-02-03/..", "از ۳ فوریه ۲۰۲۶"),
    ("[..2026-02-03]", "نه پس از ۳ فوریه ۲۰۲۶"),
    ("[2026-02-03,2026-02-04,2026-03-01]", "۳ فوریه، ۴ فوریه یا ۱ مارس ۲۰۲۶"),
    ("2026-02-03T10:00Z", "۳ فوریه ۲۰۲۶، \u206810:00 UTC\u2069"),
]


@pytest.mark.parametrize(("text", "told"), PERSIAN)
def test_dates_in_persian(text: str, told: str) -> None:
    """Gregorian days are told with their Persian names of months, in Persian digits."""
    assert PartialDate.parse(text).display(language_of("fa", CATALOGUES)) == told


def test_numbers_in_persian() -> None:
    """A number that was reckoned is written in Persian digits, its groups and its decimals parted by Persian marks."""
    assert language_of("fa", CATALOGUES).number(Decimal("-1234567.5")) == "−۱٬۲۳۴٬۵۶۷٫۵"


def test_english_is_the_source() -> None:
    """English has no catalogue: what is written in the program is what is shown."""
    assert not (CATALOGUES / "en.po").exists()
    assert language_of("en", CATALOGUES) is ENGLISH
