"""What waits for the signed-in person."""
