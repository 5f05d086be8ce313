"""How works are accepted: who calls together, who takes part, in which order, within which days."""
