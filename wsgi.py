"""What a WSGI server loads."""

from acceptance.app import create_app
from config import current

app = create_app(current())
