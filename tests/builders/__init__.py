"""Real objects for tests, made by small functions with overridable arguments."""
