"""What the commands of a maintainer do: check again and again, repair, draft, compare, verify."""
