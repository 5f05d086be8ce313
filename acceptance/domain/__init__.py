"""What acceptance means: words, rules, arithmetic. Standard library only."""
