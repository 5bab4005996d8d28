"""The tables by which words are made alike; the script in the page applies the same ones."""

from __future__ import annotations

from typing import Final

_ZEROS: Final = "٠۰०০"
"""The zero of each set of digits that becomes ours: Arabic, Persian, Devanagari, Bengali."""

LETTERS: Final = {
    **{chr(ord(zero) + digit): str(digit) for zero in _ZEROS for digit in range(10)},
    **dict.fromkeys("يىےۍې", "ی"),
    **dict.fromkeys("كڪ", "ک"),
    **dict.fromkeys("ةەہھ", "ه"),
    **dict.fromkeys("ٱٲٳ", "ا"),
    **dict.fromkeys("ءـ", ""),  # a hamza by itself, and the stroke that only lengthens a word
    **dict.fromkeys("ʾʿʼʻʹʺˈ", ""),  # how transliterations write sounds that English does without
    "ς": "σ",
    "ı": "i",
    "ł": "l",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "ħ": "h",
    "ə": "e",
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "þ": "th",
}
"""Letters that readers take for one another, after marks are stripped and capitals are small."""

STOP_WORDS: Final = frozenset(
    (
        "a about after all also am an and any are as at be because been before but by can could did do does doing for"
        " from had has have he her hers him his how i if in into is it its may me more most my no not of off on one or"
        " our over said say says saying she should so some such tell tells than that the their them then there these"
        " they this those to told under until up upon was we were what when where whether which while who whom whose"
        " why will with would you your"
        " ان از اما این با باید برای بر به تا چرا چه چون چی خود در را شد شده که کی هم همه هر و وی یا یک"
    ).split()
)
"""Words that tell nothing of what is asked; looked up, in titles alone, only where nothing else is asked."""

FORMS: Final = {
    form: word
    for word, forms in {
        "arrest": "arrested arresting detained detain detention",
        "child": "children",
        "count": "counted counting",
        "death": "dead die died dying kill killed killing fatality",
        "differ": "differed different differing difference disagree disagreed disagreement dispute disputed",
        "injury": "injured hurt wounded wound",
        "know": "known knew",
        "man": "men",
        "news": "news",  # no plural
        "people": "person",
        "woman": "women",
    }.items()
    for form in forms.split()
}
"""Words that are asked for by one another, each with the one that stands for it."""
