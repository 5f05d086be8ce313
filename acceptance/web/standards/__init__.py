"""The limits of the standards, edition by edition, for everybody to check."""
