"""The web application, put together."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from flask import Flask
from flask_wtf import CSRFProtect
from jinja2 import StrictUndefined
from werkzeug.middleware.proxy_fix import ProxyFix

from acceptance import cli
from acceptance.runtime import make_runtime, utc_now
from acceptance.settings import Settings
from acceptance.web import (
    addresses,
    assets,
    auth,
    db,
    errors,
    formats,
    forms,
    headers,
    language,
    limits,
    local,
    marks,
    navigation,
    origin,
    project_tabs,
    speaking,
)
from acceptance.web.acceptances import views as acceptances
from acceptance.web.account import activation_views as activation
from acceptance.web.account import views as account
from acceptance.web.admin import area_views as areas
from acceptance.web.admin import limit_views as standard_limits
from acceptance.web.admin import organisation_views as organisations
from acceptance.web.admin import views as admin
from acceptance.web.api import views as api
from acceptance.web.calculators import views as calculators
from acceptance.web.certificates import views as certificates
from acceptance.web.checklists import photos
from acceptance.web.checklists import views as checklists
from acceptance.web.projects import views as projects
from acceptance.web.records import views as records
from acceptance.web.standards import views as standards
from acceptance.web.targets import api_views as rates
from acceptance.web.targets import views as targets
from acceptance.web.tasks import views as tasks
from acceptance.web.verify import views as verify
from acceptance.web.works import views as works

ROOT = Path(__file__).resolve().parent.parent
# What templates and every request need; the order matters only to `auth`, which closes the rest.
PARTS = (
    addresses,
    language,
    speaking,
    formats,
    forms,
    assets,
    marks,
    navigation,
    project_tabs,
    errors,
    headers,
    limits,
    origin,
    auth,
)
# In the order of their addresses; each folder has its views in `views.py`, and there `bp`.
BLUEPRINTS = (
    acceptances.bp,
    account.bp,
    activation.bp,
    admin.bp,
    areas.bp,
    standard_limits.bp,
    organisations.bp,
    api.bp,
    calculators.bp,
    certificates.bp,
    records.bp,
    checklists.bp,
    photos.bp,
    projects.bp,
    standards.bp,
    rates.bp,
    targets.bp,
    tasks.bp,
    verify.bp,
    works.bp,
)


def create_app(settings: Settings, clock: Callable[[], datetime] = utc_now) -> Flask:
    """The application for these settings. Nothing is connected yet when this returns."""
    app = Flask(
        "acceptance",
        template_folder=str(ROOT / "templates"),
        static_folder=str(ROOT / "acceptance" / "web" / "static"),
    )
    app.config.from_mapping(_config(settings))
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals.update(issuer=settings.issuer, here=local.here)
    db.init_app(app, make_runtime(settings, clock))
    for part in PARTS:
        part.init_app(app)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    # These change nothing and take no authority from a cookie.
    protection = CSRFProtect(app)
    protection.exempt(api.bp)
    protection.exempt(calculators.bp)
    cli.register(app)
    _trust_proxies(app, settings.trusted_proxies)
    return app


def _config(settings: Settings) -> dict[str, Any]:
    host = urlsplit(settings.public_url).hostname or "localhost"
    return {
        "SECRET_KEY": settings.secret_key,
        "TRUSTED_HOSTS": list(dict.fromkeys((host, "localhost", "127.0.0.1", "[::1]"))),
        "SESSION_COOKIE_NAME": "__Host-session" if settings.secure_cookies else "session",
        "SESSION_COOKIE_SECURE": settings.secure_cookies,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "WTF_CSRF_TIME_LIMIT": None,
        "WTF_CSRF_SSL_STRICT": False,
        "TEMPLATES_AUTO_RELOAD": False,
    }


def _trust_proxies(app: Flask, hops: int) -> None:
    if hops:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]
