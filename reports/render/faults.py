"""What goes wrong while a document is turned into bytes."""


class RenderFault(Exception):
    """The document could not be rendered; the message is Swedish and meant for the person who asked for it."""
