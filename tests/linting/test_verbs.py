"""Verbs that judge a speaker are found in every form, and what only looks like one is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.linting.verbs import loaded_verbs
from generator.model.own_words import QUOTATION

JUDGING = {
    "Moor claims that it broke.": "say",
    "The ministry claims to know.": "say",
    "They claimed it.": "say",
    "Moor, claiming victory, left.": "say",
    "Moor admits that it broke.": "say",
    "She conceded the point.": "say",
    "The council pointed\nout a crack.": "say",
    "Moor refutes the count.": "reject",
    "Leaked papers reveal more.": "say",
    "Boasts that the dam is safe.": "say",
    "He bragged about it.": "say",
    "The minister fumed at the press.": "say",
    "They gloated.": "say",
    "INSISTS that it held.": "say",
    "Insisting that it held, she left.": "say",
    "She railed against the council.": "criticise",
    "He rants for an hour.": "say",
    "Moor scoffs at it.": "reject",
    "Moor sneered.": "criticise",
    "He spouts numbers.": "say",
    "He whined.": "complain",
    "Moor blasts the council over the dam.": "criticise",
    "The League hailed the vote.": "praise",
    "She lashed out.": "criticise",
    "Moor slams the council.": "criticise",
    "The council touts its dam.": "praise",
    "Vows to rebuild it.": "promise",
}
"""A sentence with one verb that judges, and the plain verb that is advised."""

PLAIN = [
    "Moor denies the claim.",
    "The claims of the council differ.",
    "Claims of responsibility came later.",
    "Moor rejects claims that it broke.",
    "The League's claims that it broke are denied.",
    "Claims responsibility for the strike.",
    "Claimed responsibility for the strike.",
    "The flood claimed 200 lives.",
    "The flood claimed lives.",
    "The strike was claimed by nobody.",
    "She was admitted to hospital.",
    "Arland admitted foreign journalists.",
    "It was an empty boast, and no vow.",
    "She insisted on speaking first.",
    "Insisted, for days, on a count.",
    "The car slammed into the dam.",
    "A blast was heard at noon.",
    "She hails from the valley.",
    "Members of the Claims Tribunal met.",
    "She alleges, warns, threatens, denies and dismisses it.",
    "The warranty of the trailer; a perfume; a plantain.",
]
"""Sentences in which nothing judges."""


@pytest.mark.parametrize("sentence", JUDGING)
def test_a_verb_that_judges_is_found(sentence: str) -> None:
    """The verb is found in whatever form it stands, with the plain one for it."""
    assert [plain for _, _, plain in loaded_verbs(sentence)] == [JUDGING[sentence]]


@pytest.mark.parametrize("sentence", PLAIN)
def test_what_does_not_judge_is_left_alone(sentence: str) -> None:
    """Nouns, names, other meanings and other verbs are no matter for advice."""
    assert list(loaded_verbs(sentence)) == []


@given(st.lists(st.sampled_from([*JUDGING, *PLAIN, "“", "”", "\n\n", "x" * 50]), max_size=8).map(" ".join))
def test_a_verb_stands_where_it_is_said_to_stand(text: str) -> None:
    """Whatever stands around it, the verb is read at its offset, but for the spaces inside it."""
    for start, word, _ in loaded_verbs(text):
        assert " ".join(text[start : start + len(word) + 1].split()).startswith(word)


@given(st.sampled_from(list(JUDGING)))
def test_a_quotation_may_judge(sentence: str) -> None:
    """What stands between quotation marks is not ours."""
    for quoted in (f"“{sentence}”", f"«{sentence}»", f"‘{sentence}’", f'"{sentence}"'):
        assert list(loaded_verbs(QUOTATION.sub(" ", f"The article says {quoted}, and no more."))) == []
