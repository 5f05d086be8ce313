"""Pages of the targets: figures, their explanation, goals and awards."""
