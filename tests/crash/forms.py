"""What a browser would send of a form on a page."""

from html.parser import HTMLParser

_NOT_SENT = {"submit", "button", "file"}
_CHOSEN = {"radio", "checkbox"}


def fields_of(page, mark):
    """The fields of the form that has the attribute `mark`, without its buttons; {} where the page has none."""
    reader = _Reader(mark)
    reader.feed(page)
    return reader.fields


class _Reader(HTMLParser):
    def __init__(self, mark):
        super().__init__()
        self._mark, self._inside, self._area, self._list = mark, False, None, None
        self.fields = {}

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        if tag == "form":
            self._inside = self._mark in found
        if not self._inside:
            return
        name, kind = found.get("name"), found.get("type", "text")
        if tag == "textarea" and name:
            self._area, self.fields[name] = name, ""
        elif tag == "select":
            self._list = name
        elif tag == "option" and self._list and ("selected" in found or self._list not in self.fields):
            self.fields[self._list] = found.get("value", "")
        elif tag == "input" and name and kind not in _NOT_SENT and (kind not in _CHOSEN or "checked" in found):
            self.fields[name] = found.get("value", "")

    def handle_data(self, data):
        if self._area:
            self.fields[self._area] += data

    def handle_endtag(self, tag):
        if tag == "textarea":
            self._area = None
        elif tag == "select":
            self._list = None
        elif tag == "form":
            self._inside = False
