"""The settings of one installation: read once, frozen, refused when they are unsafe."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

SHORTEST_SECRET = 32
WEAK_SECRETS = ("change-me", "changeme", "secret", "development", "testing")


class SettingsError(RuntimeError):
    """The installation cannot start like this; the message says what to do."""


class Environment(StrEnum):
    """Where a process runs; only production is strict about its secret."""

    DEVELOPMENT = "development"
    TESTING = "testing"
    PRODUCTION = "production"


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything an installation decides for itself.

    `office` is the character(s) that open a certificate number (陇建验〔2026〕第0001号);
    `public_url` is the address printed on certificates, without a trailing slash;
    `abandon_after_days` is how long an opened attempt may stay without a conclusion.
    """

    environment: Environment
    secret_key: str
    database_url: str
    data_dir: Path
    redis_url: str = ""
    public_url: str = "http://127.0.0.1:8000"
    office: str = "陇建验"
    issuer: str = "陇西县住房和城乡建设局"
    county_code: str = "621122"
    abandon_after_days: int = 90
    conditional_counts: bool = False
    secure_cookies: bool = True
    trusted_proxies: int = 0

    @property
    def photos_dir(self) -> Path:
        return self.data_dir / "photos"

    @property
    def papers_dir(self) -> Path:
        return self.data_dir / "papers"


def read_settings(environ: Mapping[str, str], environment: Environment, root: Path) -> Settings:
    """Settings from environment variables; `root` is where a relative data directory lies."""
    data = data_dir(environ, root)
    public_url = environ.get("PUBLIC_URL", "http://127.0.0.1:8000").rstrip("/")
    return Settings(
        environment=environment,
        secret_key=_secret_key(environ, environment),
        database_url=environ.get("DATABASE_URL", f"sqlite:///{data / 'acceptance.sqlite3'}"),
        data_dir=data,
        redis_url=environ.get("REDIS_URL", ""),
        public_url=public_url,
        office=environ.get("OFFICE", "陇建验"),
        issuer=environ.get("ISSUER", "陇西县住房和城乡建设局"),
        county_code=environ.get("COUNTY_CODE", "621122"),
        abandon_after_days=int(environ.get("ABANDON_AFTER_DAYS", "90")),
        conditional_counts=environ.get("CONDITIONAL_COUNTS", "") == "yes",
        secure_cookies=public_url.startswith("https://"),
        trusted_proxies=int(environ.get("TRUSTED_PROXIES", "0")),
    )


def data_dir(environ: Mapping[str, str], root: Path) -> Path:
    """Where database, photos, papers and the key are; a relative `DATA_DIR` begins at `root`."""
    return (root / environ.get("DATA_DIR", "var")).resolve()


def _secret_key(environ: Mapping[str, str], environment: Environment) -> str:
    key = environ.get("SECRET_KEY", "")
    if environment is not Environment.PRODUCTION:
        return key or f"only for {environment} on this machine, never for a real office"
    if len(key) < SHORTEST_SECRET or key.lower().startswith(WEAK_SECRETS):
        raise SettingsError(
            f"SECRET_KEY must be set to at least {SHORTEST_SECRET} random characters, "
            "for example the output of: python3 -c 'import secrets; print(secrets.token_hex(32))'"
        )
    return key
