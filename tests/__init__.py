"""The tests: unit, integration, web, journeys and house rules."""
