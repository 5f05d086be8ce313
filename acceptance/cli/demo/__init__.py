"""Demonstration works: their stories as data, and a company that plays them over the services."""
