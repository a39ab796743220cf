"""`python -m tests.crash.migrating SQLite|PostgreSQL [large]`: all migrations backwards and forwards.

Back towards the first migration of each app, as far as no constraint refuses it: every column that is there then holds
what it held before, and does so when it is forward again, with the same tables, columns and constraints as before.
"""

import os
import sys
import time
from hashlib import sha256

from tests.crash.site import a_site, as_ours

OURS = ("core", "goals", "indicators", "reports")
ENDS = {"core.0005_role_of_auditor": "there are auditors, a role that the version before it does not know"}
"""Where going back is refused by a constraint, since it would throw roles away."""
MADE_ANEW = {"django_content_type", "auth_permission"}
"""Written by `migrate` itself, of the models that there are."""
LARGE = ("--municipalities", "20", "--committees", "2", "--years", "4")


def main(database, size):
    filled_with = ("make_bench_data", *LARGE) if size == "large" else ("load_demo",)
    with a_site(database, filled_with=filled_with) as site, as_ours(site):
        faults = backwards_and_forwards()
    name = f"migrations, {database}, {'a large set' if size == 'large' else 'the demo'}"
    print(f"{name}: {len(faults)} faults", *faults, sep="\n  ", flush=True)
    sys.exit(bool(faults))


def backwards_and_forwards():
    before, shape = contents(), structure()
    print(f"  {len(before)} tables, {sum(len(rows) for rows, _sums in before.values())} columns", flush=True)
    steps = applied()
    faults = []
    _back([step for step in steps if step[2] != "zero"], faults)
    at_first = contents()
    faults += different("backwards", at_first, before)
    lost = sorted(set(before) - set(at_first))
    print(f"  {len(at_first)} tables are left; what is in these is thrown away: {', '.join(lost)}", flush=True)
    _forward()
    faults += different("forwards", at_first, contents())
    if structure() != shape:
        faults.append("tables, columns or constraints differ when all migrations are done anew")
    return faults


def _back(steps, faults):
    began, slowest, done = time.monotonic(), (0.0, ""), 0
    for app, name, earlier in reversed(steps):
        started = time.monotonic()
        try:
            migrate(app, earlier)
        except Exception as fault:
            if f"{app}.{name}" not in ENDS:
                faults.append(f"{app}.{name} cannot be undone: {str(fault).splitlines()[0]}")
            print(f"  {app}.{name} is not undone: {ENDS.get(f'{app}.{name}', 'a fault')}", flush=True)
            break
        done += 1
        slowest = max(slowest, (time.monotonic() - started, f"{app}.{name}"))
    print(f"  back {done} migrations, {time.monotonic() - began:.1f} s, ", end="")
    print(f"of these {slowest[1]} {slowest[0]:.1f} s", flush=True)


def _forward():
    began = time.monotonic()
    migrate()
    print(f"  forward again: {time.monotonic() - began:.1f} s", flush=True)


def different(way, some, others):
    """Columns of both that hold something else in `others`; whether all are there is for `structure` to tell."""
    for table, (names, sums) in some.items():
        there = dict(zip(*others.get(table, ((), ())), strict=True))
        for name, told in zip(names, sums, strict=True):
            if name in there and there[name] != told and table not in MADE_ANEW:
                yield f"{way}: {table}.{name} is {told}, and was or becomes {there.get(name)}"


def applied():
    """Of our apps, in the order in which they were applied: (app, name, what it is undone to)."""
    from django.db import connection
    from django.db.migrations.loader import MigrationLoader

    loader = MigrationLoader(connection)
    done = [key for key in loader.graph._generate_plan(loader.graph.leaf_nodes(), at_end=True) if key[0] in OURS]
    found, last = [], dict.fromkeys(OURS, "zero")
    for app, name in done:
        if (app, name) in loader.applied_migrations:
            found.append((app, name, last[app]))
            last[app] = name
    return found


def migrate(*to):
    from django.core.management import call_command

    call_command("migrate", *to, verbosity=0, interactive=False)


def contents():
    """Of each table the names of its columns, and of each column the rows and a sum of them in whatever order."""
    from django.db import connection

    found = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if table in {"django_migrations", "sqlite_stat1"} or "passagewords" in table:  # sqlite_stat1 is ANALYZE's
                continue
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            names = [column[0] for column in cursor.description]
            key = names.index("id") if "id" in names else 0
            sums, count = [0] * len(names), 0
            for row in cursor:
                for place, value in enumerate(row):
                    told = repr((row[key], plain(value))).encode()
                    sums[place] ^= int.from_bytes(sha256(told).digest()[:8])
                count += 1
            found[table] = (tuple(names), tuple((count, total) for total in sums))
    return found


def plain(value):
    return bytes(value) if isinstance(value, memoryview) else value


def structure():
    from django.db import connection

    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        return {
            table: (
                sorted(str(column.name) for column in connection.introspection.get_table_description(cursor, table)),
                sorted(
                    str(
                        (
                            sorted(str(name) for name in each["columns"] or ()),
                            each["unique"],
                            each["primary_key"],
                            each["check"],
                        )
                    )
                    for each in connection.introspection.get_constraints(cursor, table).values()
                ),
            )
            for table in tables
            if "passagewords" not in table
        }


if __name__ == "__main__":
    os.chdir(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
    main(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else "demo")
