"""What a file writes, as it writes it, and in which keys two states of it differ."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.maintaining.diff.rows import Field
from generator.model.dates import PartialDate
from generator.model.files import Document, Role, VoiceEntry
from generator.model.prose import Body
from generator.model.quantities import Quantity

Keys = dict[tuple[str, str], str]
"""By key, and by name where a key holds several things that are told apart, what a file writes."""

ITEM_LISTS = frozenset({"events", "figures", "statements"})
"""The keys of an article that hold items, which are compared one by one."""

_PLAIN = re.compile(r"[\w¶$€£§(](?:[^,:{}\[\]\"'#\n]*[^,:{}\[\]\"'#\s])?")
"""What a list in one line may hold without quotation marks and be read without doubt."""


def differing(
    before: Document | None, after: Document | None, bodies: tuple[Body | None, Body | None] = (None, None)
) -> tuple[Field, ...]:
    """Return every key in which two documents of a kind differ, and their texts if these do.

    A side that is None writes nothing.
    """
    one, other = keys_of(before), keys_of(after)
    found = [
        Field(key=key, name=name, before=one.get((key, name)), after=other.get((key, name)))
        for key, name in dict.fromkeys([*one, *other])
        if one.get((key, name)) != other.get((key, name))
    ]
    found += _reordered(one, other)
    texts = [_text(body) for body in bodies]
    if texts[0] != texts[1]:
        found.append(Field(key="text", before=texts[0], after=texts[1]))
    return tuple(found)


def keys_of(document: Document | None) -> Keys:
    """Return every key that a document gives, but lists of items, with its value as a file may write it.

    The entries of a mapping, and roles, stand each by itself.
    """
    found: Keys = {}
    for key, value in _given(document) if document else ():
        if key in ITEM_LISTS:
            continue
        match value:
            case Mapping():
                found |= {(key, str(name)): _nested(each) for name, each in value.items()}
            case (Role(), *_) as roles:
                found |= {(key, name): _nested(each) for name, each in _named(roles)}
            case _:
                found[key, ""] = _outermost(value)
    return found


def _reordered(before: Keys, after: Keys) -> Iterator[Field]:
    """Yield a field for each key whose named values are the same in both, and stand in another order."""
    for key in dict.fromkeys(key for key, name in after if name):
        one = [name for name in before if name[0] == key and name in after]
        other = [name for name in after if name[0] == key and name in before]
        if one != other:
            orders = ("; ".join(name for _, name in each) for each in (one, other))
            yield Field(key=key, name="order", before=next(orders), after=next(orders))


def _named(roles: Iterable[object]) -> Iterator[tuple[str, Role]]:
    """Yield each role with a name of its own: somebody may have held one twice."""
    times: Counter[str] = Counter()
    for role in (each for each in roles if isinstance(each, Role)):
        name = f"{role.title}, {role.of}" if role.of else role.title
        times[name] += 1
        yield f"{name} ({times[name]})" if times[name] > 1 else name, role


def _given(document: Document) -> list[tuple[str, object]]:
    keys = ((info.alias or name, getattr(document, name)) for name, info in type(document).model_fields.items())
    return [(key, value) for key, value in keys if not _is_absent(value)]


def _is_absent(value: object) -> bool:
    return value is None or value is False or (isinstance(value, (tuple, Mapping)) and not value)


def _outermost(value: object) -> str:
    if isinstance(value, str):
        return value or '""'
    if isinstance(value, tuple) and len(value) == 1:
        return _nested(value[0])
    return value.text if isinstance(value, (Quantity, PartialDate)) else _nested(value)


def _nested(value: object) -> str:
    match value:
        case VoiceEntry() if value.actor:
            return value.actor
        case Document():
            return _mapping(_given(value))
        case Mapping():
            return _mapping(list(value.items()))
        case tuple():
            return f"[{', '.join(map(_nested, value))}]"
        case _:
            return _scalar(value)


def _scalar(value: object) -> str:
    if isinstance(value, (Quantity, PartialDate)):
        return _quoted(value.text)
    if isinstance(value, bool):
        return "true"
    return f"{value} days" if isinstance(value, int) else _quoted(str(value))


def _mapping(pairs: Sequence[tuple[str, object]]) -> str:
    return f"{{{', '.join(f'{key}: {_nested(value)}' for key, value in pairs)}}}"


def _quoted(text: str) -> str:
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def _text(body: Body | None) -> str | None:
    """Return the text of a body, however its lines end; None where there is none."""
    return "\n".join(body.text.strip().splitlines()) or None if body else None
