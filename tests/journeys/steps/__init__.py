"""What people do in the journeys, as sentences: one module for each part of the product."""
