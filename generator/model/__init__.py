"""What is known: immutable types with their laws, free of files, pages and clocks."""
