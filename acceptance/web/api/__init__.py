"""The interface for other systems: JSON in, JSON out, no sign-in and no database."""
