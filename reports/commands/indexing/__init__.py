"""What the readers' pages look things up in, written with each version from its sealed data, and made anew from it."""

from reports.commands.indexing.items import verdict_of
from reports.commands.indexing.versions import index_again, index_publication

__all__ = ["index_again", "index_publication", "verdict_of"]
