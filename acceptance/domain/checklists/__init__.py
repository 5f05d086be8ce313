"""Checklists: what a template asks, what an inspector enters, and what follows from both."""
