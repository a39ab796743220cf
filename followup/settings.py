"""One flat settings file. Everything that differs between installations comes from the environment."""

from pathlib import Path

import font_source_sans_pro
import font_source_serif_pro
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from followup.environment import DEVELOPMENT, PRODUCTION, Environment

BASE_DIR = Path(__file__).resolve().parent.parent

env = Environment()
MODE = env.choice("MODE", (DEVELOPMENT, PRODUCTION), DEVELOPMENT)
IN_PRODUCTION = MODE == PRODUCTION

VAR_DIR = Path(env.text("VAR_DIR", str(BASE_DIR / "var")))
VAR_DIR.mkdir(parents=True, exist_ok=True)

DEBUG = env.boolean("DEBUG", False)
SECRET_KEY = env.secret_key(MODE)
SECRET_KEY_FALLBACKS = env.words("SECRET_KEY_FALLBACKS")
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS", () if IN_PRODUCTION else ("127.0.0.1", "localhost", "[::1]"))
CSRF_TRUSTED_ORIGINS = env.words("CSRF_TRUSTED_ORIGINS")

INSTALLED_APPS = [
    "followup.core.admin_app.UppfoljningAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
    "csp",
    "django_filters",
    "django_htmx",
    "django_prose_editor",
    "django_tables2",
    "django_tasks",
    "django_tasks_db",
    "simple_history",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "followup.core",
    "followup.accounts",
    "goals",
    "indicators",
    "reports",
]

METRICS_TOKEN = env.token("METRICS_TOKEN")
MEASURES = bool(METRICS_TOKEN)
env.folder("PROMETHEUS_MULTIPROC_DIR")  # prometheus_client reads it for itself, when it is first imported

# Outermost the line of the log, so that what any other refuses has one. Then the probes, which come without a host
# name, a session or TLS, and must get past what asks for them. The kept pages hold what all the rest has answered.
MIDDLEWARE = [
    "followup.core.logs.request_log.RequestLog",
    "reports.views.operations.probes.AnswerProbes",
    *(["django_prometheus.middleware.PrometheusBeforeMiddleware"] if MEASURES else []),
    "reports.views.reading.kept_pages.KeepPages",
    "reports.views.reading.standing_in.StandIn",
    "followup.core.frames.room_for_frames",
    # Before all that may answer by itself, so that what they answer has the headers too.
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "followup.core.response_headers.ResponseHeaders",
    "followup.core.compression.CompressOwnPages",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "followup.accounts.middleware.DemandSecondFactor",
    "followup.accounts.middleware.NoteLastSeen",
    "django_htmx.middleware.HtmxMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "followup.core.views.unavailable.FileUnavailablePage",
    *(["django_prometheus.middleware.PrometheusAfterMiddleware"] if MEASURES else []),
]

ROOT_URLCONF = "followup.urls"
WSGI_APPLICATION = "followup.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "followup.core.navigation.navigation",
                "reports.views.questions.menu.questions_to_answer",
                "followup.accounts.ways_in.ways_in",
            ],
        },
    },
]
FORM_RENDERER = "followup.core.form_renderer.FormRenderer"
DJANGO_TABLES2_TEMPLATE = "django_tables2/uppfoljning.html"

DATABASES = {"default": env.database("DATABASE_URL", MODE, VAR_DIR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {"default": env.cache("CACHE_URL", MODE)}

AUTH_USER_MODEL = "core.User"
AUTHENTICATION_BACKENDS = ["followup.accounts.backend.PasswordBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "reading:start"
LOGOUT_REDIRECT_URL = "reading:start"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

ACCOUNT_ADAPTER = "followup.accounts.adapters.accounts.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_REAUTHENTICATION_METHODS = ["password", "mfa"]
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "django.contrib.auth.tokens.PasswordResetTokenGenerator"  # noqa: S105 (a class)
PASSWORD_RESET_TIMEOUT = 2 * 60 * 60
ACCOUNT_FORMS = {
    "login": "followup.accounts.forms.sign_in.SignInForm",
    "reset_password": "followup.accounts.forms.password.ForgottenPasswordForm",
    "change_password": "followup.accounts.forms.password.NewPasswordForm",
    "reset_password_from_key": "followup.accounts.forms.password.ResetPasswordForm",
    "reauthenticate": "followup.accounts.forms.sign_in.ConfirmForm",
}
ACCOUNT_RATE_LIMITS = {
    "login": None,
    "login_failed": "20/5m/key",  # of codes, by account; `followup.accounts.limits` counts the rest
    "reset_password": "20/h/ip,3/h/key",
    "reset_password_from_key": "20/m/ip",
    "change_password": "5/m/user",
    "reauthenticate": "10/m/user",
}
MFA_ADAPTER = "followup.accounts.adapters.second_factor.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_FORMS = {
    "authenticate": "followup.accounts.forms.second_factor.CodeForm",
    "reauthenticate": "followup.accounts.forms.second_factor.ConfirmCodeForm",
    "activate_totp": "followup.accounts.forms.second_factor.AppForm",
    "add_webauthn": "followup.accounts.forms.second_factor.KeyForm",
    "edit_webauthn": "followup.accounts.forms.second_factor.KeyNameForm",
    "login_webauthn": "followup.accounts.forms.second_factor.KeyAloneForm",
}
MFA_RATE_LIMITS = {"webauthn_login": "200/m/ip"}  # nothing can be guessed, and many people share an address
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_TOLERANCE = 1
MFA_TOTP_ISSUER = "Uppföljning"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not IN_PRODUCTION
SECOND_FACTOR_ROLES = frozenset(
    env.words_of(
        "SECOND_FACTOR_ROLES",
        allowed=("reader", "reporter", "approver", "controller", "administrator", "auditor", "superuser", "none"),
        default=("controller", "administrator", "superuser") if IN_PRODUCTION else ("none",),
    )
) - {"none"}

OPENID = env.openid(MODE)
SOCIALACCOUNT_ADAPTER = "followup.accounts.adapters.provider.ProviderAdapter"
SOCIALACCOUNT_EMAIL_AUTHENTICATION = False
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": OPENID.apps}}

LANGUAGE_CODE = "sv"
LANGUAGES = [("sv", _("Svenska"))]
TIME_ZONE = "Europe/Stockholm"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = Path(env.text("STATIC_DIR", str(VAR_DIR / "static")))
STATICFILES_DIRS = [
    BASE_DIR / "static",
    ("fonts", Path(font_source_sans_pro.__file__).parent / "files"),
    ("fonts/serif", Path(font_source_serif_pro.__file__).parent / "files"),
]
STORAGES = {
    "default": env.files("FILES_URL", VAR_DIR),
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if IN_PRODUCTION
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = not IN_PRODUCTION
WHITENOISE_AUTOREFRESH = not IN_PRODUCTION
SECONDS_STANDBY = env.integer("SECONDS_STANDBY", 60 * 60)
SECONDS_PAGES_ARE_KEPT = env.integer("SECONDS_PAGES_ARE_KEPT", 1)
DATA_UPLOAD_MAX_MEMORY_SIZE = 4 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = env.integer("SESSION_HOURS", 12, at_least=1) * 60 * 60
SESSION_IDLE_SECONDS = env.integer("SESSION_IDLE_MINUTES", 0) * 60
SESSION_COOKIE_SECURE = IN_PRODUCTION
CSRF_COOKIE_SECURE = IN_PRODUCTION
SECURE_SSL_REDIRECT = env.boolean("SSL_REDIRECT", IN_PRODUCTION)
SECURE_HSTS_SECONDS = env.integer("HSTS_SECONDS", 31_536_000 if IN_PRODUCTION else 0)
SECURE_HSTS_INCLUDE_SUBDOMAINS = IN_PRODUCTION
SECURE_HSTS_PRELOAD = IN_PRODUCTION
BEHIND_PROXY = env.boolean("BEHIND_PROXY", False)
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF, *OPENID.origins],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "object-src": [NONE],
    },
}

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

MAIL = env.mail("EMAIL_URL", MODE, VAR_DIR)
SENDS_MAIL = MAIL.is_set
EMAIL_BACKEND = MAIL.backend
EMAIL_HOST = MAIL.host
EMAIL_PORT = MAIL.port
EMAIL_HOST_USER = MAIL.user
EMAIL_HOST_PASSWORD = MAIL.password
EMAIL_USE_TLS = MAIL.use_tls
EMAIL_USE_SSL = MAIL.use_ssl
EMAIL_FILE_PATH = MAIL.folder
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env.sender("DEFAULT_FROM_EMAIL", MODE, MAIL)
SITE_URL = env.site("SITE_URL")
LETTERS_KEPT_DAYS = env.integer("LETTERS_KEPT_DAYS", 365, at_least=1)

OPEN_DATA_LICENCE = env.address("OPEN_DATA_LICENCE", "http://creativecommons.org/publicdomain/zero/1.0/")
OPEN_DATA_PUBLISHER = env.text("OPEN_DATA_PUBLISHER")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "followup.core.logs.lines.formatter",
            "as_json": env.choice("LOG_FORMAT", ("json", "text"), "json" if IN_PRODUCTION else "text") == "json",
        }
    },
    "filters": {"route_for_path": {"()": "followup.core.logs.redaction.RouteForPath"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["route_for_path"]},
    },
    "root": {
        "handlers": ["console"],
        "level": env.choice("LOG_LEVEL", ("DEBUG", "INFO", "WARNING", "ERROR"), "INFO" if IN_PRODUCTION else "WARNING"),
    },
    "loggers": {
        "django": {"handlers": []},  # Django's own would write every line twice, and send letters with what was typed
        "django.security.DisallowedHost": {
            "level": "CRITICAL"
        },  # stands in the request's line, and scanners ask all day
        "fontTools": {"level": "WARNING"},
        "pikepdf": {"level": "WARNING"},
        "weasyprint": {"level": "WARNING"},
    },
}
