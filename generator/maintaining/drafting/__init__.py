"""Drafts: files written for a maintainer to go on with, in which nothing is invented."""
