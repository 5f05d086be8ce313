"""Who may call what. Every view says so itself; a view that says nothing is closed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any, TypeVar, cast

from flask import Flask, Response, abort, current_app, g, request, session
from flask_login import LoginManager, UserMixin, current_user, login_user, logout_user

from acceptance.domain.people import Actor, Permission
from acceptance.queries import accounts as account_pages
from acceptance.queries.accounts import Viewer
from acceptance.services import sessions
from acceptance.services.tokens import digest_of
from acceptance.web.clock import now
from acceptance.web.db import reading, transaction

View = TypeVar("View", bound=Callable[..., Any])
MARK = "__access__"
# A session is noted as used at most this often: a page view should not write to the disk.
NOTE_EVERY = timedelta(minutes=5)


class SignedIn(UserMixin):
    """What the login library keeps: the token of the session, and who it belongs to."""

    def __init__(self, token: str, viewer: Viewer) -> None:
        self.token = token
        self.viewer = viewer

    def get_id(self) -> str:
        return self.token


def needs(*permissions: Permission) -> Callable[[View], View]:
    """Mark a view as open to signed-in people who hold one of these permissions."""
    if not permissions:
        raise ValueError("a view needs at least one permission; use @public for an open one")

    def mark(view: View) -> View:
        setattr(view, MARK, frozenset(permissions))
        return view

    return mark


def public(view: View) -> View:
    """Mark a view as open to everybody, signed in or not."""
    setattr(view, MARK, frozenset())
    return view


def access(app: Flask, endpoint: str) -> frozenset[Permission] | None:
    """What an endpoint asks for: nothing (public), one of some permissions, or None (closed)."""
    view = app.view_functions.get(endpoint)
    return cast("frozenset[Permission] | None", getattr(view, MARK, None))


def current_viewer() -> Viewer | None:
    """The signed-in person of this request, if there is one; looked up when first asked for."""
    if "viewer" not in g:
        g.viewer = getattr(current_user, "viewer", None)
    return cast("Viewer | None", g.viewer)


def the_viewer() -> Viewer:
    """The signed-in person; only for views that ask for a permission."""
    viewer = current_viewer()
    if viewer is None:
        abort(401)
    return viewer


def current_actor() -> Actor:
    """For whom a service acts in this request."""
    return the_viewer().actor


def may(permission: Permission) -> bool:
    """Whether the person of this request holds a permission."""
    viewer = current_viewer()
    return viewer is not None and viewer.may(permission)


def sign_in(token: str, viewer: Viewer) -> None:
    """Begin a new session in this browser; nothing of the old one is kept."""
    session.clear()
    # The form library remembers the old session's token for the rest of the request.
    g.pop("csrf_token", None)
    login_user(SignedIn(token, viewer))
    g.viewer = viewer


def sign_out() -> None:
    """Forget who was signed in here; the row of the session is deleted by the caller."""
    logout_user()
    session.clear()
    g.viewer = None


def init_app(app: Flask) -> None:
    """Load the person before every request and close everything that is not declared open."""
    manager = LoginManager()
    manager.session_protection = None
    manager.init_app(app, add_context_processor=False)
    manager.user_loader(_load)
    public(app.view_functions["static"])
    app.before_request(_guard)
    app.context_processor(lambda: {"viewer": current_viewer(), "may": may})


def _load(token: str) -> SignedIn | None:
    viewer = account_pages.viewer(reading(), digest_of(token), now())
    return SignedIn(token, viewer) if viewer else None


def _guard() -> Response | None:
    if request.endpoint in {None, "static"}:
        return None
    asked = access(current_app, str(request.endpoint))
    if asked is None:
        abort(403)
    viewer = current_viewer()
    if viewer is not None:
        _note(viewer)
    if not asked:
        return None
    if viewer is None:
        abort(401)
    if not any(viewer.may(permission) for permission in asked):
        abort(403)
    return None


def _note(viewer: Viewer) -> None:
    moment = now()
    if moment - viewer.seen_at >= NOTE_EVERY:
        with transaction() as writing:
            sessions.seen(writing, viewer.session_id, moment)
