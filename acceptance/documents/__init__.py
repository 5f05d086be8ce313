"""Papers: facts in, PDF bytes out. Knows no database, no request and no clock."""
