"""The form for people without git: their answers made into the draft of an article, and an answer to them."""
