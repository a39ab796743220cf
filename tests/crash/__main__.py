"""`python -m tests.crash [ROUNDS] [SEED]`: all of it, one after the other; ends with what ran and what did not.

With few rounds (`--few`) only what takes minutes: three rounds of kills and the demo's migrations.
"""

import subprocess
import sys

from tests.crash.cluster import binaries

ROUNDS, SEED, FEW = 50, 1, 3
SECONDS_GONE = 60


def main(arguments):
    is_few = "--few" in arguments
    numbers = [int(each) for each in arguments if each.isdigit()]
    rounds, seed = (*numbers, *(FEW if is_few else ROUNDS, SEED)[len(numbers) :])[:2]
    failed = [words for words in jobs(rounds, seed, is_few=is_few) if not _went_well(words)]
    sys.exit(f"failed: {', '.join(' '.join(words) for words in failed)}" if failed else 0)


def jobs(rounds, seed, *, is_few):
    databases = ["SQLite", "PostgreSQL"] if binaries() else ["SQLite"]
    if len(databases) == 1:
        print("skipped: PostgreSQL: no server is installed under /usr/lib/postgresql", flush=True)
    for database in databases:
        yield ["kills", database, str(rounds), str(seed)]
        yield ["migrating", database]
    if is_few:
        return
    for database in databases:
        yield ["migrating", database, "large"]
    yield ["full"]
    if "PostgreSQL" in databases:
        yield ["outage", str(SECONDS_GONE)]


def _went_well(words):
    name, *arguments = words
    return subprocess.run([sys.executable, "-m", f"tests.crash.{name}", *arguments], check=False).returncode == 0


if __name__ == "__main__":
    main(sys.argv[1:])
