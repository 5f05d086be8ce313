"""How gunicorn runs here: two forked sync workers that share one loaded application.

Sync, not threads: SQLite's busy handler starves some of several writers in one process.
"""

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
