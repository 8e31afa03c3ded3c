# SPDX-FileCopyrightText: 2026 The Luwte authors
# SPDX-License-Identifier: EUPL-1.2

"""Django's settings. What differs between installations comes from `environment.py`; the rest is the same."""

import os
from pathlib import Path

from csp.constants import NONE, SELF

from luwte.words.translate import CATALOGUES
from luwte_web import environment

HERE = Path(__file__).parent
ONE_YEAR_SECONDS = 31_536_000
ONE_HOUR_SECONDS = 3_600
WORKING_DAY_SECONDS = 10 * ONE_HOUR_SECONDS

HOME = environment.home(os.environ)
SECRET_KEY = environment.secret_key(HOME)
DATABASES = {"default": environment.database(os.environ, HOME)}
ALLOWED_HOSTS = environment.hosts(os.environ)
PROCESSES = environment.number_of(os.environ, "LUWTE_PROCESSES", otherwise=2)
THREADS = environment.number_of(os.environ, "LUWTE_THREADS", otherwise=4)
LISTEN = environment.listen(os.environ)
PROXY = LISTEN if LISTEN == environment.LOOPBACK else "*"  # whom to believe about who asks, where HTTPS is used
METRICS_TOKEN = environment.metrics_token(os.environ)
environment.check_national(os.environ)
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "luwte_cache"}}
DEBUG = False

INSTALLED_APPS = [
    "whitenoise.runserver_nostatic",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "csp",
    "django_tasks",
    "django_tasks_db",
    "luwte_web.accounts",
    "luwte_web.artefacts",
    "luwte_web.registry",
    "luwte_web.workspace",
    "luwte_web.inspections",
    "luwte_web.audit",
    "luwte_web.pages",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    *(["luwte_web.operations.metrics.counted"] if METRICS_TOKEN else []),
    "csp.middleware.CSPMiddleware",
    "luwte_web.api.middleware.speaks_to_programs",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "luwte_web.pages.opened.at_its_own_address",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    *(["luwte_web.accounts.middleware.OnlyWhoSignedIn"] if environment.is_shared(os.environ) else []),
    "allauth.account.middleware.AccountMiddleware",
    "luwte_web.accounts.middleware.somebody",
    "luwte_web.pages.middleware.leaves_nothing_behind",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "luwte_web.pages.middleware.private_to_the_browser",
]
ROOT_URLCONF = "luwte_web.urls"
WSGI_APPLICATION = "luwte_web.wsgi.application"
AUTH_USER_MODEL = "accounts.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "luwte_web.pages.context.frame",
                "luwte_web.accounts.context.signed_in",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "luwte_web.accounts.templatetags.accounts",
                "luwte_web.pages.templatetags.luwte",
            ],
            "string_if_invalid": "",
        },
    }
]

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
LOCALE_PATHS = [CATALOGUES]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Amsterdam"

STATIC_URL = "/static/"
STATICFILES_DIRS = [HERE / "static"]
HASHED = "whitenoise.storage.CompressedManifestStaticFilesStorage"
PLAIN = "django.contrib.staticfiles.storage.StaticFilesStorage"
IS_LAID_OUT = os.environ.get(environment.LAID_OUT) == "yes"
STATIC_ROOT = HOME / "static" if IS_LAID_OUT else None
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": HASHED if IS_LAID_OUT else PLAIN},
}
WHITENOISE_USE_FINDERS = not IS_LAID_OUT
WHITENOISE_MAX_AGE = ONE_HOUR_SECONDS

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "style-src": [SELF],
        "font-src": [SELF],
        "img-src": [SELF],
        "form-action": [SELF, *environment.identity_provider_origin(os.environ)],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
IS_HTTPS = environment.is_https(os.environ)
SECURE_HSTS_SECONDS = ONE_YEAR_SECONDS if IS_HTTPS else 0
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
CSRF_COOKIE_SECURE = SESSION_COOKIE_SECURE = IS_HTTPS
CSRF_COOKIE_HTTPONLY = SESSION_COOKIE_HTTPONLY = True
X_FRAME_OPTIONS = "DENY"

AUTHENTICATION_BACKENDS = [
    "allauth.account.auth_backends.AuthenticationBackend",
    "luwte_web.accounts.demo.DemoBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "work"
ACCOUNT_LOGOUT_REDIRECT_URL = "overview"
SESSION_COOKIE_AGE = WORKING_DAY_SECONDS
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"  # strict would lose who comes back from an identity provider
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
ACCOUNT_ADAPTER = "luwte_web.accounts.adapters.Accounts"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # whoever manages users vouches for the address
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
MFA_ADAPTER = "luwte_web.accounts.adapters.SecondFactors"
MFA_FORMS = {"authenticate": "luwte_web.accounts.forms.SecondFactorForm"}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_ISSUER = "Luwte"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not IS_HTTPS  # browsers themselves allow it on the loopback address only
SOCIALACCOUNT_ADAPTER = "luwte_web.accounts.adapters.Organisations"
SOCIALACCOUNT_PROVIDERS = environment.identity_provider(os.environ)
SOCIALACCOUNT_AUTO_SIGNUP = False
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True  # of addresses that the organisation says it checked
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_STORE_TOKENS = False

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"()": "luwte_web.logs.OneLine"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "loggers": {
        "django": {"handlers": ["console"], "level": "ERROR", "propagate": False},
        "luwte": {"handlers": ["console"], "level": "ERROR", "propagate": False},
        "waitress": {"handlers": ["console"], "level": "ERROR", "propagate": False},
    },
}
