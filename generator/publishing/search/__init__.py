"""Search: an index made with the site, cut into pieces of which a page loads only what a query needs."""

from generator.publishing.search.index import build_index
from generator.publishing.search.pieces import search_files
from generator.publishing.search.sections import sections_of

__all__ = ["build_index", "search_files", "sections_of"]
