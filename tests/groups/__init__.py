"""Groups in a meeting."""
