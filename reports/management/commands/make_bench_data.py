"""Data to measure with, in any amount."""

import time
from argparse import ArgumentParser
from dataclasses import astuple, fields, replace
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from followup.core.models import Municipality
from reports.bench_data.amounts import LARGEST, make
from reports.bench_data.book import LIKE_RSR, MOST_ROUNDS, Shape
from reports.bench_data.municipality import Extent


class Command(BaseCommand):
    help = (
        "Fill an empty database with municipalities, their committees, plans, rounds, answers and published reports, "
        "the same from the same seed. To measure with; never beside real data."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--municipalities", type=int, default=1, help=f"1 to {LARGEST}")
        parser.add_argument("--committees", type=int, default=4, help="of each municipality")
        parser.add_argument("--years", type=int, default=4, help="of each committee, the last ones through 2025")
        parser.add_argument("--seed", type=int, default=1)
        parser.add_argument(
            "--like-rsr",
            action="store_true",
            help="60 goals, 150 indicators, 3 periods: the plan that Akvo RSR was measured with",
        )
        for field in fields(Shape):
            parser.add_argument(
                f"--{field.name.replace('_', '-')}", type=int, help=f"{field.default} if nothing is said"
            )

    def handle(self, *args: Any, **options: Any) -> None:
        said = {field.name: options[field.name] for field in fields(Shape) if options[field.name] is not None}
        sizes = [options[name] for name in ("municipalities", "committees", "years")]
        if min(sizes) < 1 or sizes[0] > LARGEST:
            raise CommandError(f"1 to {LARGEST} municipalities, at least 1 committee and 1 year.")
        shape = replace(LIKE_RSR if options["like_rsr"] else Shape(), **said)
        if not 1 <= shape.rounds <= MOST_ROUNDS or shape.units < 1 or min(astuple(shape)) < 0:
            raise CommandError(f"1 to {MOST_ROUNDS} rounds a year, at least 1 unit, and nothing below 0.")
        if Municipality.objects.exists():
            raise CommandError("The database holds municipalities already. Bench data goes into an empty one.")
        extent = Extent(committees=sizes[1], years=sizes[2], seed=options["seed"], shape=shape)
        start = time.monotonic()
        for line in make(sizes[0], extent):
            self.stdout.write(f"{time.monotonic() - start:7.1f} s  {line}")
