"""What the licences that open data usually has are called."""

_NAMES = {
    "creativecommons.org/publicdomain/zero/1.0": "Creative Commons CC0 1.0",
    "creativecommons.org/licenses/by/4.0": "Creative Commons Erkännande 4.0 (CC BY 4.0)",
    "creativecommons.org/licenses/by-sa/4.0": "Creative Commons Erkännande-DelaLika 4.0 (CC BY-SA 4.0)",
    "creativecommons.org/publicdomain/mark/1.0": "Public Domain Mark 1.0",
}


def licence_name(address: str) -> str:
    """The address itself for one that is not known."""
    bare = address.removeprefix("https://").removeprefix("http://").rstrip("/")
    return _NAMES.get(bare, address)
