"""How a line is written: a JSON object in production, words for a person in development.

It is given to `logging` by name, in the settings and in Granian's own configuration, which is read before Django is.
"""

import logging
import sys
from typing import Any

import structlog
from structlog.stdlib import ExtraAdder, ProcessorFormatter

from followup.core.logs.redaction import redact, tell_fault

FIELDS = ("method", "route", "status", "ms", "queries", "query_ms", "job", "kind")
"""What may stand in a line beside its words; anything else that a library adds to its records is left out."""


def formatter(*, as_json: bool) -> logging.Formatter:
    shown: Any = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if as_json
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    )
    return ProcessorFormatter(
        foreign_pre_chain=[
            structlog.contextvars.merge_contextvars,
            structlog.stdlib.add_log_level,
            structlog.stdlib.add_logger_name,
            ExtraAdder(FIELDS),
            structlog.processors.TimeStamper(fmt="iso", utc=True),
        ],
        processors=[ProcessorFormatter.remove_processors_meta, tell_fault, redact, shown],
    )
