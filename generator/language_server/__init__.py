"""Speaks to editors: what is wrong, what may stand here, what something is and where it is defined."""
