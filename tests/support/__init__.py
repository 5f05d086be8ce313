"""What the fixtures stand on: databases, servers, browsers."""
