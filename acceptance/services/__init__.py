"""Changing things: (session, command, actor, now) -> outcome. Nothing here commits."""
