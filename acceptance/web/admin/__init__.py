"""People, organisations and areas, for the administrator."""
