"""Every safe repair of a content folder: tried in memory, checked, and only then written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import Code, Diagnostic, Diagnostics
from generator.maintaining.checking import Checker
from generator.maintaining.fixing.drafts import Drafts
from generator.maintaining.fixing.edits import LINE_END
from generator.reading.characters import printable

_ROUNDS = 50
"""One repair may bring up another; so many times one after the other is more than any file has keys out of place."""

_Name = tuple[str, Code, str]
"""What makes a diagnostic the same one though its place has moved: path, code and message."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Fixed:
    """What was mended in a content folder, and what is left."""

    repairs: tuple[Diagnostic, ...]
    """What was mended, each where it stood when it was found."""
    dropped: tuple[Diagnostic, ...]
    """What was left as it is, because the repair would have been wrong in another way."""
    barred: Mapping[str, str]
    """Of each file with repairs that was left as it is because it may not be written anew, the path and why."""
    files: tuple[Path, ...]
    """The files that were written."""
    left: Diagnostics
    """Everything that is wrong with the folder now."""


def fix(content: Path, shown: Path | None = None, only: Path | None = None) -> Fixed:
    """Make every safe repair in the files of a content folder; none is written before all have been checked.

    Paths in diagnostics begin with `shown`, as for `Checker.check`; `only` is the one file to mend, if not all of them.
    Raises OSError where a file cannot be written, and where somebody else has written it since it was read.
    """
    drafts = Drafts(content.resolve(), Path(printable(str(shown or content.name))), only and only.resolve())
    checker = Checker(drafts.contents)
    made: list[Diagnostic] = []
    dropped: dict[_Name, Diagnostic] = {}
    barred: dict[str, str] = {}
    left = _checked(checker, content, shown)
    for _ in range(_ROUNDS):
        before = dict(drafts.contents)
        wanted = _by_file(each for each in left if _name(each) not in dropped)
        barred |= {path: why for path in sorted(wanted) if (why := drafts.bar(path))}
        mended = [each for path in wanted if path not in barred for each in drafts.mend(path, wanted[path])]
        if not mended:
            break
        after = _checked(checker, content, shown)
        if harmful := [each.diagnostic for each in mended if each.is_wrong(after)]:
            dropped |= {_name(each): each for each in harmful}  # and once more without them
            drafts.contents.clear()
            drafts.contents.update(before)
        else:
            made += [each.diagnostic for each in mended]
            left = after
    files = drafts.write()
    left_out = tuple(sorted(dropped.values()))
    return Fixed(repairs=tuple(sorted(made)), dropped=left_out, barred=barred, files=files, left=left)


def told(diagnostic: Diagnostic) -> str:
    """Return in a few words what a repair changed, such as `'deths' → 'deaths'`."""
    repair = diagnostic.repair
    if repair is None or diagnostic.code is Code.KEY_ORDER:
        return "the keys in their order"
    if repair == LINE_END:
        return "every line ends in LF"
    return f"'{printable(repair.written)}' → '{printable(repair.right)}'"


def _checked(checker: Checker, content: Path, shown: Path | None) -> Diagnostics:
    found = Diagnostics()
    checker.check(content, found, shown)
    return found


def _name(diagnostic: Diagnostic) -> _Name:
    return diagnostic.location.path, diagnostic.code, diagnostic.message


def _by_file(found: Iterable[Diagnostic]) -> Mapping[str, list[Diagnostic]]:
    files: defaultdict[str, list[Diagnostic]] = defaultdict(list)
    for each in found:
        if each.repair:
            files[each.location.path].append(each)
    return files
