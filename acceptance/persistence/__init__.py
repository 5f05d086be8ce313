"""Tables, constraints and sessions. No rules, no permissions."""
