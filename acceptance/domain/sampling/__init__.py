"""Where to check: places drawn from a seed, so that anybody can draw the very same ones again."""
