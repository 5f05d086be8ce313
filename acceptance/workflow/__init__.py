"""How an acceptance moves: stages, actions, guards and the one reader of the tables."""
