"""A Redis database of its own for every test process."""

from collections.abc import Iterator
from contextlib import contextmanager

import redis

DATABASES = 16


@contextmanager
def emptied_redis(server: str, worker: str) -> Iterator[str]:
    """The address of this worker's database, emptied before and after."""
    digits = "".join(sign for sign in worker if sign.isdigit()) or str(DATABASES - 1)
    url = f"{server}?db={int(digits) % DATABASES}"
    with redis.Redis.from_url(url) as connection:
        connection.flushdb()
        yield url
        connection.flushdb()
