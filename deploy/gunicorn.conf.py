"""How gunicorn runs here: two forked sync workers that share one loaded application.

Sync, not threads: SQLite's busy handler starves some of several writers in one process.
"""

import gc
from typing import Any

from sqlalchemy.orm import configure_mappers

workers = 2
worker_class = "sync"
preload_app = True
timeout = 60
graceful_timeout = 20
# The heartbeat file must not wait for a slow disk.
worker_tmp_dir = "/dev/shm"  # noqa: S108 (gunicorn makes the file itself, unlinked and private)
# Only TRUSTED_PROXIES decides whether what a proxy says is believed, not where it comes from.
forwarded_allow_ips = ""
accesslog = None
loglevel = "warning"
control_socket_disable = True


def when_ready(server: Any) -> None:
    """Before the workers are forked: make what each of them would make for itself, and take all of
    it out of the garbage collector, which would write into the pages of memory that they share."""
    pages = server.app.wsgi().jinja_env
    for name in pages.list_templates(filter_func=lambda name: not name.startswith("documents/")):
        pages.get_template(name)
    configure_mappers()
    gc.collect()
    gc.freeze()
