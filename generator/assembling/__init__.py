"""Files into one library: ids and names resolved, prose linked, figures compared."""
