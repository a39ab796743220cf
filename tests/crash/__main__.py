"""`python -m tests.crash [ROUNDS] [SEED]`: all of it, one after the other; ends with what ran and what did not.

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
    failed = [words for words in jobs(rounds, seed, seconds_gone) if not _went_well(words)]
    sys.exit(f"failed: {', '.join(' '.join(words) for words in failed)}" if failed else 0)


def jobs(rounds, seed, seconds_gone):
    databases = ["SQLite", "PostgreSQL"] if binaries() else ["SQLite"]
    if len(databases) == 1:
        print("skipped: PostgreSQL: no server is installed under /usr/lib/postgresql", flush=True)
    for database in databases:
        yield ["kills", database, str(rounds), str(seed)]
        yield ["migrating", database]
        yield ["migrating", database, "large"]
    yield ["full"]
    if "PostgreSQL" in databases:
        yield ["outage", str(seconds_gone)]


def _went_well(words):
    name, *arguments = words
    return subprocess.run([sys.executable, "-m", f"tests.crash.{name}", *arguments], check=False).returncode == 0


if __name__ == "__main__":
    main(sys.argv[1:])
