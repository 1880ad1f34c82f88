"""Ways to run the pipeline over many documents; all give the same bytes in the same order."""
