"""A file that is not taken; the message is for the person who sent it."""


class AttachedFileFault(ValueError):
    """Says what is wrong with the file and what is taken."""
