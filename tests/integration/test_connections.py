"""What a connection to PostgreSQL asks of the server."""

from __future__ import annotations

import pytest
from sqlalchemy import make_url, text

from acceptance.persistence.engine import make_engine


@pytest.mark.parametrize(
    ("asked", "parallel"),
    [("", "0"), ("-c max_parallel_workers_per_gather=1 -c work_mem=8MB", "1")],
)
def test_what_the_address_asks_for_wins(postgresql_url: str, asked: str, parallel: str) -> None:
    url = make_url(postgresql_url)
    if asked:
        url = url.update_query_dict({"options": asked})
    engine = make_engine(url.render_as_string(hide_password=False))
    with engine.connect() as connection:
        found = connection.scalar(text("SHOW max_parallel_workers_per_gather"))
        compiling = connection.scalar(text("SHOW jit"))
        memory = connection.scalar(text("SHOW work_mem"))
    engine.dispose()
    assert (found, compiling, memory == "8MB") == (parallel, "off", bool(asked))
