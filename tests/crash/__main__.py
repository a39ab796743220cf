"""`python -m tests.crash [ROUNDS] [SEED]`: all of it, and at the end what failed.

One after the other, for processes that are killed have to be missed in time; migrations of both databases side by side.
`--few` is what a test run takes: three rounds of kills and twenty seconds without a database, the rest as it is.
"""

import subprocess
import sys

from tests.crash.cluster import binaries

ROUNDS, ROUNDS_OF_FEW, SEED = 50, 3, 1
SECONDS_GONE, SECONDS_OF_FEW = 60, 20


def main(arguments):
    is_few = "--few" in arguments
    numbers = [int(each) for each in arguments if each.isdigit()]
    rounds, seed = (*numbers, *(ROUNDS_OF_FEW if is_few else ROUNDS, SEED)[len(numbers) :])[:2]
    seconds_gone = SECONDS_OF_FEW if is_few else SECONDS_GONE
    failed = [words for together in jobs(rounds, seed, seconds_gone) for words in _failed(together)]
    sys.exit(f"failed: {', '.join(' '.join(words) for words in failed)}" if failed else 0)


def jobs(rounds, seed, seconds_gone):
    """Lists of those that run side by side."""
    databases = ["SQLite", "PostgreSQL"] if binaries() else ["SQLite"]
    if len(databases) == 1:
        print("skipped: PostgreSQL: no server is installed under /usr/lib/postgresql", flush=True)
    for database in databases:
        yield [["kills", database, str(rounds), str(seed)]]
    yield [["migrating", database] for database in databases]
    yield [["migrating", database, "large"] for database in databases]
    yield [["full"]]
    if "PostgreSQL" in databases:
        yield [["outage", str(seconds_gone)]]


def _failed(together):
    """What the first tells is shown as it comes, what the others tell when it has ended."""
    started = [_begun(words, stdout=subprocess.PIPE if place else None) for place, words in enumerate(together)]
    for words, process in zip(together, started, strict=True):
        told, _errors = process.communicate()
        print(told or "", end="", flush=True)
        if process.returncode:
            yield words


def _begun(words, stdout):
    name, *arguments = words
    return subprocess.Popen([sys.executable, "-m", f"tests.crash.{name}", *arguments], stdout=stdout, text=True)


if __name__ == "__main__":
    main(sys.argv[1:])
