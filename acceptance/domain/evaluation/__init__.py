"""The statutory arithmetic on its own: each rule as a named evaluation, the same through every door."""
