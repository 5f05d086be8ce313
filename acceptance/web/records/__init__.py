"""Quality records as papers: asked for on a page of the works, made in the background."""
