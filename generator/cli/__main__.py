"""Runs the command where it is not installed: `python -m generator.cli`."""

from generator.cli import main

main()
