"""Projects: the register, a project's own page, its parties, papers and log."""
