"""Work after the commit: by id, from the outbox, done once however often it is rung."""
