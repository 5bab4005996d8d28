"""Verbs that judge a speaker, where 'says' would leave the judgement to the reader."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Code, Diagnostics, Location
from generator.linting.nouns import COLLECTIVE, PLURAL, SINGULAR
from generator.model.files import Document
from generator.model.own_words import QUOTATION, own_words
from generator.model.source import SourceFile

_NEUTRAL = {
    # Taken for a doubt: as if it were not so.
    r"claim(?:s|ed|ing)?": "say",
    # Taken for guilt, or for a defeat.
    r"admit(?:s|ted|ting)?(?!(?: \w+){0,3} (?:hospital|inspectors|into|journalists|observers|patients)\b)": "say",
    r"conced(?:es?|ed|ing)": "say",
    # Taken for the truth, as if the writer knew.
    r"point(?:s|ed|ing)? out": "say",
    r"refut(?:es?|ed|ing)": "reject",
    r"reveal(?:s|ed|ing)?": "say",
    # Taken for bad manners or a bad temper.
    r"boast(?:s|ed|ing)": "say",
    r"brag(?:s|ged|ging)?": "say",
    r"fum(?:es|ed|ing)": "say",
    r"gloat(?:s|ed|ing)?": "say",
    r"insist(?:s|ed|ing)?(?!(?:,? \w+){0,5},? (?:on|upon)\b)": "say",
    r"rail(?:s|ed|ing)? (?:against|at)": "criticise",
    r"rant(?:s|ed|ing)": "say",
    r"scoff(?:s|ed|ing)?": "reject",
    r"sneer(?:s|ed|ing)?": "criticise",
    r"spout(?:s|ed|ing)?": "say",
    r"whin(?:es|ed|ing)": "complain",
    # Taken from headlines, where everything is a blow or a cheer.
    r"blast(?:s|ed|ing)?(?=(?: \w+){1,5} (?:as|for|over)\b)": "criticise",
    r"hail(?:s|ed|ing)(?! from)": "praise",
    r"lash(?:es|ed|ing)? out": "criticise",
    r"slam(?:s|med|ming)?(?! (?:against|into|on|shut)\b)": "criticise",
    r"tout(?:s|ed|ing)?": "praise",
    r"vow(?:s|ed|ing)": "promise",
}
"""Each verb in its forms, and a plain one for it."""
_FORMS = (forms.replace(" ", r"\s+") for forms in _NEUTRAL)
_LOADED = re.compile("|".join(rf"\b(?P<v{at}>{forms})(?!\w)" for at, forms in enumerate(_FORMS)), re.IGNORECASE)
_PLAIN = tuple(_NEUTRAL.values())
_STEMS = tuple(re.findall("^[a-z]+", "\n".join(_NEUTRAL), re.MULTILINE))
"""What each begins with: most texts hold none of them, and need not be searched."""

_LONGEST_WORD = 40
_BEFORE = re.compile(r"([\w’'-]+)\s+\Z")
_AFTER = re.compile(r"\s+([\w’'-]+)")
_BEFORE_NOUN = frozenset(
    "a about against all an and any as at between both by for from her his in its many more no of on or our over "
    "several some such their these this those through to two three under with without".split()
)
"""Words after which stands the noun: 'the claim', 'in a boast', 'two vows'."""
_BEFORE_CLAIMS = SINGULAR | PLURAL | COLLECTIVE | frozenset("also he it now she still that they which who".split())
_AFTER_CLAIMS = frozenset("a an credit he her his it its no she that the their there they to victory".split())


def advise_on_verbs(file: SourceFile[Document], diagnostics: Diagnostics) -> None:
    """Tell of every verb that judges in our own words: titles, notes, summaries, but no quotation and no name."""
    for key, text in own_words(file):
        for _, word, plain in loaded_verbs(QUOTATION.sub(" ", text)):
            _tell(word, plain, file.at(*key), diagnostics)
    for run in file.body.runs:
        for offset, word, plain in loaded_verbs(file.body.text[run.start : run.end]):
            _tell(word, plain, file.body.place(file.path, run.start + offset), diagnostics)


def loaded_verbs(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield every verb of an English text that judges: where it stands, as written, and a plain verb for it."""
    lowered = text.lower()
    if not any(stem in lowered for stem in _STEMS):
        return
    for found in _LOADED.finditer(text):
        before = _BEFORE.search(text, max(0, found.start() - _LONGEST_WORD), found.start())
        after = _AFTER.match(text, found.end())
        word = " ".join(found[0].split())
        if _is_verb(word, before[1] if before else "", after[1] if after else ""):
            yield found.start(), word, _PLAIN[int((found.lastgroup or "v0")[1:])]


def _is_verb(word: str, before: str, after: str) -> bool:
    """Return whether a word that looks like a verb is one, by its neighbours; a name or a noun is none."""
    if before and word[0].isupper():
        return False
    if before.lower() in _BEFORE_NOUN or before.endswith(("'s", "’s", "s'", "s’")):
        return False
    if word.lower() in {"claim", "claims"}:
        is_subject = not before or before[0].isupper() or before.lower() in _BEFORE_CLAIMS
        return is_subject and (after in _AFTER_CLAIMS or after.isdigit())
    if word.lower() in {"claimed", "claiming"}:
        return after not in {"by", "lives", "responsibility"} and not after[:1].isdigit()
    return True


def _tell(word: str, plain: str, location: Location, diagnostics: Diagnostics) -> None:
    message = f"'{word}' judges what is said, and that is for the reader to do"
    hint = f"a form of '{plain}' judges less; if the word is the article's, quote it"
    diagnostics.advice(location, Code.LOADED_VERB, message, hint)
