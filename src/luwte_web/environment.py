# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""What the surroundings set: the data folder, the database, the names served, the secret key.

| variable | meaning | default |
|---|---|---|
| `LUWTE_HOME` | folder for data and the secret key | `./var` |
| `LUWTE_DATABASE_URL` | `postgresql://user:password@host:port/name` or `sqlite:///path` | a file in the data folder |
| `LUWTE_HOSTS` | names this server answers to, with commas between | the loopback names |
| `LUWTE_HTTPS` | `yes` when browsers reach it over HTTPS only, through a proxy | `no` |
| `LUWTE_LISTEN` | address to listen at; another than loopback asks for `LUWTE_HTTPS` and `LUWTE_HOSTS` | `127.0.0.1` |
| `LUWTE_PROCESSES`, `LUWTE_THREADS` | processes that answer requests, and threads in each | `2`, `4` |
| `LUWTE_METRICS_TOKEN` | who asks `/metrics` must show it (`Authorization: Bearer ...`) | none: no metrics |
| `LUWTE_OIDC_ISSUER` | address of an organisation's identity provider (OpenID Connect) | none: local users only |
| `LUWTE_OIDC_CLIENT`, `LUWTE_OIDC_SECRET` | how this installation is known there | |
| `LUWTE_OIDC_NAME` | what the provider is called on the page to sign in | `OpenID Connect` |
| `LUWTE_NATIONAL` | a folder of `luwte refresh`, whose tables and boundaries are then used | those of Luwte |
"""

import os
import secrets
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from luwte.cli.exits import UsageRefused
from luwte.data.in_use import VARIABLE, national_in_use
from luwte.model.findings import InputRefused
from luwte.words import N_, words_in

LOOPBACK_NAMES = ("127.0.0.1", "localhost", "[::1]")
SECRET_KEY_BYTES = 48
WAIT_FOR_WRITER_SECONDS = 20
CONNECTION_SECONDS = 600
LOOPBACK = "127.0.0.1"
LAID_OUT = "LUWTE_STATIC_LAID_OUT"  # set by `serve` and `demo` for their own processes
MOST_PROCESSES = 64
SHORTEST_TOKEN = 20
SQLITE_OPENING = "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;"


OTHER_DATABASE = N_(
    "LUWTE_DATABASE_URL begins with '{scheme}:'. Write postgresql://user:password@host:port/name, "
    "or leave it out to keep the data in a file."
)
NOT_YES_OR_NO = N_("LUWTE_HTTPS is '{value}'. Write yes or no.")
NOT_A_COUNT = N_("{name} is '{value}'. Write a whole number from 1 to {most}.")
OPEN_WITHOUT_PROXY = N_(
    "LUWTE_LISTEN is '{value}', which others can reach. Put a proxy with HTTPS before it, and give LUWTE_HTTPS=yes and "
    "LUWTE_HOSTS with the name that people type."
)
TOKEN_TOO_SHORT = N_("LUWTE_METRICS_TOKEN is shorter than {least} characters. Make a long random one.")
OIDC_INCOMPLETE = N_("LUWTE_OIDC_ISSUER is given without {missing}. Give all three, or none.")
OIDC_NOT_HTTPS = N_("LUWTE_OIDC_ISSUER is '{value}'. Write an address that begins with https://")


NATIONAL_BROKEN = N_(
    "LUWTE_NATIONAL is '{value}', which does not hold the tables as luwte refresh wrote them. Run it again, or leave "
    "the variable out."
)


class SettingRefused(UsageRefused):
    """A setting cannot be understood or used; the message names the variable and how to mend it."""

    def __str__(self) -> str:
        return words_in("en").text(self.message, **self.params)


def home(env: Mapping[str, str]) -> Path:
    """The data folder, made when it is not there and readable by its owner alone."""
    folder = Path(env.get("LUWTE_HOME") or "var").absolute()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def secret_key(folder: Path) -> str:
    """The secret key of this installation, made once; two processes that start together agree on one."""
    kept = folder / "secret_key"
    if not kept.exists():
        handle, made = tempfile.mkstemp(dir=folder)  # readable by its owner alone
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(SECRET_KEY_BYTES))
        with suppress(FileExistsError):
            os.link(made, kept)
        os.unlink(made)
    return kept.read_text(encoding="ascii")


def database(env: Mapping[str, str], folder: Path) -> dict[str, Any]:
    """Django's description of the database; raises SettingRefused for an address of another kind."""
    address = env.get("LUWTE_DATABASE_URL", "")
    if not address:
        return _sqlite(folder / "luwte.sqlite3")
    parts = urlsplit(address)
    if parts.scheme == "sqlite":
        return _sqlite(Path(unquote(parts.path)[1:]))
    if parts.scheme in ("postgresql", "postgres"):
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path)[1:],
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": unquote(parts.hostname or ""),
            "PORT": parts.port or "",
            "CONN_MAX_AGE": CONNECTION_SECONDS,
            "CONN_HEALTH_CHECKS": True,
            "OPTIONS": dict(parse_qsl(parts.query)),
        }
    raise SettingRefused(OTHER_DATABASE, scheme=parts.scheme)


def hosts(env: Mapping[str, str]) -> list[str]:
    """The host names that requests may carry."""
    named = [name.strip() for name in env.get("LUWTE_HOSTS", "").split(",")]
    return [name for name in named if name] or list(LOOPBACK_NAMES)


def is_https(env: Mapping[str, str]) -> bool:
    """Whether browsers reach the server over HTTPS only; cookies and HSTS follow from it."""
    value = env.get("LUWTE_HTTPS", "no")
    if value not in ("yes", "no"):
        raise SettingRefused(NOT_YES_OR_NO, value=value)
    return value == "yes"


def is_shared(env: Mapping[str, str]) -> bool:
    """Whether people reach it under other names than those of this machine alone."""
    return not set(hosts(env)) <= set(LOOPBACK_NAMES)


def listen(env: Mapping[str, str]) -> str:
    """The address to listen at. Beyond this machine only behind a proxy, since passwords go over it."""
    address = env.get("LUWTE_LISTEN") or LOOPBACK
    if address != LOOPBACK and not (is_https(env) and is_shared(env)):
        raise SettingRefused(OPEN_WITHOUT_PROXY, value=address)
    return address


def number_of(env: Mapping[str, str], name: str, otherwise: int) -> int:
    """A number of processes or threads."""
    value = env.get(name) or str(otherwise)
    if not value.isdecimal() or not 1 <= int(value) <= MOST_PROCESSES:
        raise SettingRefused(NOT_A_COUNT, name=name, value=value, most=str(MOST_PROCESSES))
    return int(value)


def metrics_token(env: Mapping[str, str]) -> str:
    """What whoever asks for metrics must show; empty where there are none."""
    token = env.get("LUWTE_METRICS_TOKEN", "")
    if token and len(token) < SHORTEST_TOKEN:
        raise SettingRefused(TOKEN_TOO_SHORT, least=str(SHORTEST_TOKEN))
    return token


def identity_provider(env: Mapping[str, str]) -> dict[str, Any]:
    """django-allauth's description of the organisation's identity provider; empty where there is none.

    An address counts as checked only where the provider says so in `email_verified`.
    """
    issuer = env.get("LUWTE_OIDC_ISSUER", "")
    if not issuer:
        return {}
    missing = [name for name in ("LUWTE_OIDC_CLIENT", "LUWTE_OIDC_SECRET") if not env.get(name)]
    if missing:
        raise SettingRefused(OIDC_INCOMPLETE, missing=", ".join(missing))
    if not issuer.startswith("https://"):
        raise SettingRefused(OIDC_NOT_HTTPS, value=issuer)
    app = {
        "provider_id": "organisation",
        "name": env.get("LUWTE_OIDC_NAME") or "OpenID Connect",
        "client_id": env["LUWTE_OIDC_CLIENT"],
        "secret": env["LUWTE_OIDC_SECRET"],
        "settings": {"server_url": issuer},
    }
    return {"openid_connect": {"APPS": [app], "SCOPE": ["openid", "email"], "OAUTH_PKCE_ENABLED": True}}


def identity_provider_origin(env: Mapping[str, str]) -> list[str]:
    """Where a form may lead besides this server: browsers refuse to follow it to the identity provider otherwise."""
    parts = urlsplit(env.get("LUWTE_OIDC_ISSUER", ""))
    return [f"{parts.scheme}://{parts.netloc}"] if parts.netloc else []


def _sqlite(path: Path) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "CONN_MAX_AGE": CONNECTION_SECONDS,
        "OPTIONS": {
            "init_command": SQLITE_OPENING,
            "transaction_mode": "IMMEDIATE",
            "timeout": WAIT_FOR_WRITER_SECONDS,
        },
    }


def check_national(env: Mapping[str, str]) -> None:
    """Refuse national tables that are named and not sound before any page is made with them."""
    try:
        national_in_use()
    except InputRefused:
        raise SettingRefused(NATIONAL_BROKEN, value=env.get(VARIABLE, "")) from None
