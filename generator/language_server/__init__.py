"""The language server: what editors show while a file is written. Only this package knows pygls."""
