"""The works tree of a project."""
