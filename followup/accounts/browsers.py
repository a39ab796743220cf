"""A browser in words that its owner recognises."""

from django.utils.translation import gettext as _

_BROWSERS = (("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"))
_SYSTEMS = (
    ("Windows", "Windows"),
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Mac OS X", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
)


def browser_in_words(user_agent: str) -> str:
    """`Firefox i Windows`. The first that fits, since most browsers call themselves several names."""
    browser = next((word for sign, word in _BROWSERS if sign in user_agent), _("Okänd webbläsare"))
    system = next((word for sign, word in _SYSTEMS if sign in user_agent), "")
    return _("%(browser)s i %(system)s") % {"browser": browser, "system": system} if system else browser
