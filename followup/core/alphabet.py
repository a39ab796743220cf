"""The order of Swedish names, which databases keep in the order of code points or of another language."""

_AS = str.maketrans({"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}", "é": "e", "è": "e", "ü": "y", "-": " "})


def in_swedish_order(name: str) -> str:
    """What to sort by: upper and lower case alike; å, ä and ö come last."""
    return name.casefold().translate(_AS)
