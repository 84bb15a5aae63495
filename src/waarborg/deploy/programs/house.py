"""What the settings of all programs share; each program names its own apps, addresses, keys and cookies.

Invariant: a program lists only what it may reach. The public one knows reports and their mailboxes, nothing of a case.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from django.utils.csp import CSP

from waarborg.deploy.installation import Installation

#: The folder of the package itself, for what lies beside its code.
PACKAGE: Final = Path(__file__).resolve().parents[2]

#: In the order of the process; a later one knows the earlier.
ALL_APPS: Final = (
    "custody",
    "people",
    "reports",
    "vault",
    "cases",
    "rights",
    "support",
    "signals",
    "interviews",
    "decisions",
)
#: What the public program may reach.
PUBLIC_APPS: Final = ("custody", "reports")

#: Django's apps for accounts and their sessions.
ACCOUNT_APPS: Final = (
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
)

#: Accounts are opened by acts, never by whoever comes by; a second proof is always asked; there is no e-mail anywhere.
SIGN_IN: Final[dict[str, Any]] = {
    "AUTH_USER_MODEL": "people.Account",
    "AUTHENTICATION_BACKENDS": ["waarborg.apps.people.signin.SiteBackend"],
    "PASSWORD_HASHERS": ["django.contrib.auth.hashers.ScryptPasswordHasher"],
    # Lasts as long as the browser stays open, twelve hours at most; the site ends it earlier where nobody uses it.
    "SESSION_EXPIRE_AT_BROWSER_CLOSE": True,
    "SESSION_COOKIE_AGE": 12 * 3600,
    "MESSAGE_STORAGE": "django.contrib.messages.storage.session.SessionStorage",
    # In memory: how often a user name was tried this minute. Large, so that a flood of names pushes out no other.
    "CACHES": {
        "default": {
            "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
            "OPTIONS": {"MAX_ENTRIES": 100_000},
        }
    },
}

LANGUAGES: Final = [("en", "English"), ("nl", "Nederlands")]

_CONTENT_SECURITY: Final = {
    "default-src": [CSP.SELF],
    "script-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:"],
    "object-src": [CSP.NONE],
    "base-uri": [CSP.NONE],
    "form-action": [CSP.SELF],
    "frame-ancestors": [CSP.NONE],
}


def apps(*names: str) -> list[str]:
    """The dotted names of apps of the house."""
    return [f"waarborg.apps.{name}" for name in names]


def shared(here: Installation, *, program: str, secret: str) -> dict[str, Any]:
    """The settings that every program has, as a dictionary to update a settings module with.

    Args:
        here: the installation.
        program: ``public``, ``desk``, ``portal`` or ``worker``; names the cookies and the address file.
        secret: what signs this program's sessions and forms.
    """
    return {
        "INSTALLATION": here,
        "PROGRAM": program,
        "SECRET_KEY": secret,
        "DEBUG": False,
        "ALLOWED_HOSTS": list(here.hosts),
        "DATABASES": here.databases(),
        "DEFAULT_AUTO_FIELD": "django.db.models.BigAutoField",
        "ROOT_URLCONF": f"waarborg.faces.{program}.urls",
        "USE_TZ": True,
        "TIME_ZONE": "Europe/Amsterdam",
        "USE_I18N": True,
        "LANGUAGE_CODE": "en",
        "LANGUAGES": LANGUAGES,
        "LOCALE_PATHS": [str(PACKAGE / "locale")],
        "LANGUAGE_COOKIE_NAME": f"{program}_language",
        "LANGUAGE_COOKIE_SAMESITE": "Strict",
        "SESSION_COOKIE_NAME": f"{program}_session",
        "SESSION_COOKIE_SAMESITE": "Strict",
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SECURE": here.tls,
        "CSRF_COOKIE_NAME": f"{program}_form",
        "CSRF_COOKIE_SAMESITE": "Strict",
        "CSRF_COOKIE_HTTPONLY": True,
        # Gone with the browser window: a cookie that stays for a year tells that somebody was here.
        "CSRF_COOKIE_AGE": None,
        "CSRF_COOKIE_SECURE": here.tls,
        "SECURE_CSP": _CONTENT_SECURITY,
        "SECURE_CONTENT_TYPE_NOSNIFF": True,
        "SECURE_REFERRER_POLICY": "no-referrer",
        "SECURE_CROSS_ORIGIN_OPENER_POLICY": "same-origin",
        "X_FRAME_OPTIONS": "DENY",
        "STATIC_URL": "/static/",
        "STORAGES": {
            "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
            "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
        },
        "WHITENOISE_USE_FINDERS": True,
        "DATA_UPLOAD_MAX_MEMORY_SIZE": 2_621_440,
        "CSRF_FAILURE_VIEW": "waarborg.faces.shell.errors.form_expired",
        "LOGGING_CONFIG": None,
    }


def templates(*context_processors: str) -> list[dict[str, Any]]:
    """Django's TEMPLATES with the house's context processors and those named."""
    return [
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "APP_DIRS": True,
            "OPTIONS": {
                "context_processors": [
                    "django.template.context_processors.request",
                    "django.template.context_processors.i18n",
                    *context_processors,
                ]
            },
        }
    ]


def signed_in(here: Installation, *, program: str, also: tuple[str, ...] = ()) -> dict[str, Any]:
    """The settings of a site where people sign in with a password and a second factor.

    Args:
        here: the installation.
        program: ``desk`` or ``portal``.
        also: further faces to install, for tests that walk all sites in one process.
    """
    settings = shared(here, program=program, secret=here.secret(f"{program}-sessions.key"))
    # Where nothing at all were told, a browser would call the origin of our own forms null, and they would be refused.
    settings["SECURE_REFERRER_POLICY"] = "same-origin"
    faces = [f"waarborg.faces.{face}" for face in (program, *also)]
    settings["INSTALLED_APPS"] = [*ACCOUNT_APPS, "waarborg.faces.shell", *faces, *apps(*ALL_APPS)]
    settings["MIDDLEWARE"] = [
        "django.middleware.security.SecurityMiddleware",
        "django.middleware.csp.ContentSecurityPolicyMiddleware",
        "whitenoise.middleware.WhiteNoiseMiddleware",
        "waarborg.faces.shell.headers.PrivateMiddleware",
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.locale.LocaleMiddleware",
        "django.middleware.common.CommonMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
        "waarborg.faces.shell.sessions.SignedInMiddleware",
        "waarborg.faces.shell.access.DefaultDenyMiddleware",
        "django.middleware.clickjacking.XFrameOptionsMiddleware",
    ]
    settings["TEMPLATES"] = templates(
        "django.contrib.auth.context_processors.auth",
        "django.contrib.messages.context_processors.messages",
        "waarborg.faces.shell.context.site",
        "waarborg.faces.shell.sessions.who",
    )
    settings.update(SIGN_IN)
    return settings
