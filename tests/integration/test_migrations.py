"""The migrations build exactly what the models say, and can be taken back."""

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from redis import Redis
from sqlalchemy import inspect, text
from sqlalchemy.orm import Session

from acceptance.persistence.engine import make_engine
from acceptance.persistence.migrate import downgrade, require_head, upgrade
from acceptance.persistence.models import METADATA


def test_models_and_migrations_agree(database_url: str) -> None:
    engine = make_engine(database_url)
    with engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), METADATA)
    engine.dispose()
    assert differences == []


def test_up_down_up(empty_database_url: str) -> None:
    upgrade(empty_database_url)
    downgrade(empty_database_url, "base")
    engine = make_engine(empty_database_url)
    left = set(inspect(engine).get_table_names()) - {"alembic_version"}
    engine.dispose()
    assert left == set()
    upgrade(empty_database_url)
    require_head(empty_database_url)


def test_a_test_may_commit(session: Session) -> None:
    session.execute(text("CREATE TABLE note (word VARCHAR(20) NOT NULL)"))
    session.execute(text("INSERT INTO note VALUES ('kept')"))
    session.commit()
    assert session.scalar(text("SELECT word FROM note")) == "kept"


def test_redis_is_empty_and_real(redis_url: str) -> None:
    with Redis.from_url(redis_url) as connection:
        assert connection.dbsize() == 0
        connection.set("bell", "rung")
        assert connection.get("bell") == b"rung"
