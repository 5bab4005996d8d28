"""What stands around every page, whoever wrote it: the search dialog, its button, the words of the scripts."""

from __future__ import annotations

from pathlib import Path

from markupsafe import Markup

from generator.rendering.environment import Templates

_SUFFIX = ".html.j2"


class Frames:
    """The templates of `frame/`, filled once for each language and each way to the site's top."""

    def __init__(self, templates: Path) -> None:
        self._templates = Templates(templates)
        self._names = sorted(path.name for path in (templates / "frame").glob(f"*{_SUFFIX}"))
        self._made: dict[tuple[str, str], dict[str, Markup]] = {}

    def around(self, to_top: str, language: str) -> dict[str, Markup]:
        """Return the parts of the frame by name.

        `to_top` leads from the page to the site's top, such as `../`; `language` is the page's, as a BCP 47 tag.
        """
        if (to_top, language) not in self._made:
            spoken = self._templates.language(language)
            self._made[to_top, language] = {
                name.removesuffix(_SUFFIX): self._templates.render(f"frame/{name}", spoken, to_top=to_top)
                for name in self._names
            }
        return self._made[to_top, language]
