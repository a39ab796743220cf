"""Watches every statement for locks that are wider than they say.

On PostgreSQL `FOR UPDATE` without `OF` locks the rows of all tables of the statement, those too that are joined for the
order alone: whoever saved a figure would make everybody in the municipality wait.
"""

import re

LOCKS_ALL = re.compile(r"\bFOR (NO KEY )?UPDATE\b(?! OF)")


def watch_locks(connection, **_signal):
    """From now on the connection refuses such statements."""
    if refuse_wide_locks not in connection.execute_wrappers:
        connection.execute_wrappers.append(refuse_wide_locks)


def refuse_wide_locks(execute, sql, params, many, context):
    assert not is_wide(sql), f"locks rows of every table that it joins: {sql}"
    return execute(sql, params, many, context)


def is_wide(sql):
    return " JOIN " in sql and LOCKS_ALL.search(sql) is not None
