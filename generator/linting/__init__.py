"""BRIEFING -> ADVICE: what a good editor would look at again."""
