"""Calculator pages: every statutory evaluation with a form, a result and a link to it."""
