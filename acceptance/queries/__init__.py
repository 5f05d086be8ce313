"""Looking things up: (session, actor, ...) -> complete frozen page objects."""
