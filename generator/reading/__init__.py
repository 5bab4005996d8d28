"""Text into files as written: characters, front matter, validation, folders."""
