"""What may be stored (`sanitised`), and what is worth looking at in HTML from elsewhere (`stripped`)."""

import re

import nh3

TAGS = {"p", "br", "ul", "ol", "li", "em", "a", "h3"}
SCHEMES = {"http", "https", "mailto"}

HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
EMPHASIS = {"em", "i", "strong", "b"}
TABLE = {"table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption"}
SIMPLE_TABLE = {"table", "thead", "tbody", "tr", "td", "th"}
_SPANS = {"colspan", "rowspan"}
OTHER_BLOCKS = {
    *("address", "article", "aside", "blockquote", "center", "dd", "details", "dir", "div", "dl", "dt", "fieldset"),
    *("figcaption", "figure", "footer", "form", "header", "hgroup", "hr", "legend", "main", "menu", "nav", "pre"),
    *("section", "summary"),
}

_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s<>\"]+", re.IGNORECASE)
_NEVER_TEXT = {
    *("script", "style", "title", "xml", "svg", "math", "template", "iframe", "object", "noscript", "noembed"),
    *("noframes", "textarea", "select", "audio", "video", "canvas"),
}
_NEVER_IN_A_TEXT = re.compile("[\x00\ud800-\udfff]")


def stripped(html: str) -> str:
    """Well-formed HTML with the text of the given and what tells how it is built: no comment, script or style sheet.

    `class` and `style` remain where Word says in them that a paragraph is a list item, or Google that bold is not bold.
    """
    return nh3.clean(
        _NEVER_IN_A_TEXT.sub("", html),
        tags=TAGS | HEADINGS | EMPHASIS | TABLE | OTHER_BLOCKS,
        clean_content_tags=_NEVER_TEXT,
        attributes={"a": {"href"}, "p": {"class", "style"}, "b": {"style"}, "td": _SPANS, "th": _SPANS},
        url_schemes=SCHEMES,
        url_relative="deny",
        link_rel=None,
    )


def sanitised(html: str) -> str:
    """The last step before storage; on canonical HTML it only adds `rel` to the links."""
    return nh3.clean(
        html,
        tags=TAGS | SIMPLE_TABLE,
        attributes={"a": {"href"}},
        tag_attribute_values={"th": {"scope": {"col", "row"}}},
        url_schemes=SCHEMES,
        url_relative="deny",
        link_rel="noopener",
    )


def address(href: str | None) -> str:
    """The address if a link may lead there, else an empty text."""
    return href if href and _ADDRESS.fullmatch(href) else ""
