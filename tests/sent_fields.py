"""What a browser would send of a page of an answer."""

import re


def fields_in(html):
    """What the form of the page would send, nothing of it changed."""
    html = html[html.index('id="svaret"') :]
    found = {}
    for tag in re.findall(r"<input[^>]*>", html):
        name, value = (re.search(rf'\b{each}="([^"]*)"', tag) for each in ("name", "value"))
        is_chosen = ('type="radio"' not in tag and 'type="checkbox"' not in tag) or " checked" in tag
        if name and is_chosen:
            found[name[1]] = value[1] if value else ""
    for name, value in re.findall(r'<textarea name="([^"]*)"[^>]*>\n?(.*?)</textarea>', html, re.DOTALL):
        found[name] = value
    for name, options in re.findall(r'<select name="([^"]*)"[^>]*>(.*?)</select>', html, re.DOTALL):
        chosen = re.search(r'value="([^"]*)" selected', options)
        found[name] = chosen[1] if chosen else ""
    return {name: value.replace("&quot;", '"') for name, value in found.items()}


def hidden_fields_in(html):
    """The fields that an answer to the script puts in the form's place, by their names."""
    tags = re.findall(r'<input type="hidden"[^>]*hx-swap-oob="true">', html)
    pairs = [re.search(r'name="([^"]*)" value="([^"]*)"', tag).groups() for tag in tags]
    return {name: value.replace("&quot;", '"') for name, value in pairs}
