"""Django's settings. What an installation may change comes from the environment."""

import os
import secrets
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.utils.translation import gettext_lazy as _
from psycopg.conninfo import conninfo_to_dict

from throughcare.site.logs import configure_logs
from throughcare.site.server.home import write_secretly

PACKAGE = Path(__file__).resolve().parent.parent
HOME = Path(os.environ.get("THROUGHCARE_HOME") or PACKAGE.parent / ".throughcare")


def _switched_on(name: str) -> bool:
    return os.environ.get(name, "") not in {"", "0"}


def _kept_key(variable: str, name: str, make: Callable[[], str]) -> str:
    """Return a key: given in the environment, or made once and kept in the home folder."""
    if given := os.environ.get(variable):
        return given
    kept = HOME / name
    if not kept.exists():
        HOME.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_secretly(kept, make())
    return kept.read_text()


def _database(variable: str) -> dict[str, Any]:
    """Return Django's description of the database whose address a variable holds."""
    given = conninfo_to_dict(os.environ.get(variable) or "postgresql://unset/unset")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": given.pop("dbname", ""),
        "USER": given.pop("user", ""),
        "PASSWORD": given.pop("password", ""),
        "HOST": given.pop("host", ""),
        "PORT": given.pop("port", ""),
        # A server that is gone is told of in seconds, not when the network gives up.
        "OPTIONS": {"connect_timeout": "5"} | dict(given),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
    }


DEMO = _switched_on("THROUGHCARE_DEMO")
# Whose law and lists the office works by: the folder of a pack (throughcare/packs).
JURISDICTION = os.environ.get("THROUGHCARE_JURISDICTION") or "ca_on"
HTTPS = _switched_on("THROUGHCARE_HTTPS")
DEBUG = False
# Signs sessions.
SECRET_KEY = _kept_key("THROUGHCARE_SECRET_KEY", "secret_key", lambda: secrets.token_urlsafe(50))
# Seals the secrets of second factors. Where it is not given, the first one that is sealed makes it
# in this file; a file that is gone is never replaced by another (staff/second_factors.py).
SECOND_FACTOR_KEY = os.environ.get("THROUGHCARE_SECOND_FACTOR_KEY", "")
SECOND_FACTOR_KEY_FILE = HOME / "second_factor_key"
ALLOWED_HOSTS = os.environ.get("THROUGHCARE_HOSTS", "localhost,127.0.0.1,[::1],testserver").split(
    ","
)
# What a backup holds only where it is asked for, beside the record's own key.
SECRETS = ("secret_key", "second_factor_key")
# `default` is the application's role; `owner` only migrates and loads (docs/adr/0003).
DATABASES = {
    "default": _database("THROUGHCARE_APP_URL"),
    "owner": _database("THROUGHCARE_OWNER_URL"),
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "throughcare.site",
    "throughcare.today",
    "throughcare.account",
    "throughcare.victims",
    "throughcare.verification",
    "throughcare.contacts",
    "throughcare.orders",
    "throughcare.decisions",
    "throughcare.cases",
    "throughcare.people",
    "throughcare.staff",
    "throughcare.documents",
    "throughcare.record",
    "throughcare.jobs",
    "throughcare.pages",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "django_cotton.apps.SimpleAppConfig",
    "django_htmx",
    "procrastinate.contrib.django",
]
# What each duty adds to the pages of a file, in the order of its tabs (cases/file_parts.py):
# the dotted name of its FilePart.
FILE_PARTS = [
    "throughcare.orders.file_part.FILE_PART",
    "throughcare.account.file_part.FILE_PART",
    "throughcare.contacts.file_part.FILE_PART",
    "throughcare.verification.file_part.FILE_PART",
    "throughcare.decisions.file_part.FILE_PART",
    "throughcare.victims.file_part.FILE_PART",
    "throughcare.today.file_part.FILE_PART",
    "throughcare.site.record_part.FILE_PART",
]
MIDDLEWARE = [
    "throughcare.site.middleware.RequestIdMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "throughcare.staff.middleware.SignedInMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "throughcare.site.middleware.NotKeptMiddleware",
    "throughcare.site.middleware.NotTakenMiddleware",
    "throughcare.site.middleware.NoNulMiddleware",
    "throughcare.site.middleware.WritingStoppedMiddleware",
]
ROOT_URLCONF = "throughcare.site.urls"
WSGI_APPLICATION = "throughcare.site.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        "django_cotton.cotton_loader.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "django_cotton.templatetags.cotton",
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "throughcare.site.frame.frame",
            ],
        },
    }
]
FORM_RENDERER = "throughcare.pages.forms.Renderer"

AUTH_USER_MODEL = "staff.StaffMember"
AUTHENTICATION_BACKENDS = ["throughcare.staff.backend.StaffBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("username", "given_name", "surname", "email")},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "throughcare.staff.adapter.StaffAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_SESSION_REMEMBER = False
# How many of our own servers stand in front and say in X-Forwarded-For whom they speak for.
ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("THROUGHCARE_PROXIES") or HTTPS)
# Tries are counted in the database (staff/tries.py), not in a process's memory.
ACCOUNT_RATE_LIMITS = False
ACCOUNT_FORMS = {
    "login": "throughcare.staff.forms.sign_in.SignInForm",
    "change_password": "throughcare.staff.forms.sign_in.ChangePasswordForm",
    "reauthenticate": "throughcare.staff.forms.sign_in.AgainForm",
}
# An outside sign-in service (staff/outside); none unless the environment names one. Its word
# replaces the password; the second factor is asked here all the same.
OIDC: dict[str, str] = {}
if oidc_issuer := os.environ.get("THROUGHCARE_OIDC_ISSUER"):
    OIDC = {
        "issuer": oidc_issuer,
        "registered_as": os.environ["THROUGHCARE_OIDC_CLIENT_ID"],
        "secret": os.environ["THROUGHCARE_OIDC_CLIENT_SECRET"],
        "name": os.environ.get("THROUGHCARE_OIDC_NAME") or "OpenID Connect",
    }
MFA_ADAPTER = "throughcare.staff.second_factors.SecondFactorAdapter"
MFA_FORMS = {
    "authenticate": "throughcare.staff.forms.sign_in.CodeForm",
    "authenticate_webauthn": "throughcare.staff.forms.keys.KeyForm",
    "activate_totp": "throughcare.staff.forms.sign_in.SetUpForm",
}
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_ISSUER = "Throughcare"

SESSION_ENGINE = "throughcare.staff.sessions"
# How long a session stands, on the wall clock also while a past is looked at (staff/middleware.py).
# Since 2026-11-23, after NIST SP 800-63B-4 §2.2.3 (at most one hour without use, 24 in all, with
# two factors) and OWASP ASVS 5.0 §7.3:
# half an hour without use, because desks stand in rooms where people report;
SESSION_ENDS_IDLE = timedelta(minutes=30)
# ten hours in all: a working day and a late report, never the next morning.
SESSION_ENDS_ANYWAY = timedelta(hours=10)
SESSION_COOKIE_AGE = int(SESSION_ENDS_IDLE.total_seconds())
SESSION_COOKIE_NAME = "throughcare_session"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "throughcare.site.errors.stale_form"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "font-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("fr", "Français")]
LANGUAGE_COOKIE_NAME = "throughcare_language"
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
LANGUAGE_COOKIE_SAMESITE = "Lax"
USE_TZ = True
TIME_ZONE = "America/Toronto"

STATIC_URL = "/static/"
# Nothing is collected: whitenoise serves the assets from the packages they lie in.
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
DOCUMENTS_FOLDER = HOME / "documents"
KEPT_PACKS = HOME / "packs"
RECORD_KEY = Path(os.environ.get("THROUGHCARE_RECORD_KEY") or HOME / "keys" / "record.pem")
CHECKPOINTS = [HOME / "checkpoints"]
if elsewhere := os.environ.get("THROUGHCARE_CHECKPOINTS"):
    CHECKPOINTS += [Path(each) for each in elsewhere.split(os.pathsep)]
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
FILE_UPLOAD_MAX_MEMORY_SIZE = 1 << 20
FILE_UPLOAD_HANDLERS = [
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "throughcare.documents.uploads.BoundedUploadHandler",
]

LOGGING = configure_logs()
PRODUCT_NAME = _("Throughcare")
SILENCED_SYSTEM_CHECKS: list[str] = []
