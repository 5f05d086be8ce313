"""Pages: what a request asks for, what a person is shown."""
