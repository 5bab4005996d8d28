"""Editorial advice: what a good editor of attributed figures would look at again."""
