"""Briefings from annotated articles: what is known, who says so, and where the sources disagree."""
