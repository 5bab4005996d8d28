"""Finished pages into what readers get: files beside the pages, archives, and a site published in one step."""
