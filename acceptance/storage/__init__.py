"""Files by what is in them: stored once, found by SHA-256, never changed."""
