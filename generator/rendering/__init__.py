"""The library into pages: addresses, prose, templates, search entries."""
