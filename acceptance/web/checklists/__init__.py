"""Checklists: opened on a leaf, filled, submitted, and what came of them; their photos."""
