"""The MkDocs shell: hands the generator's pages to MkDocs in memory. Only this package knows MkDocs."""

from generator.plugin.events import BriefingsPlugin

__all__ = ["BriefingsPlugin"]
