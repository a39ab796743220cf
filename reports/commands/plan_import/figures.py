"""Writing the sheets Indikatorer, Målvärden and Utfall."""

from indicators.commands.indicators import save_indicators, set_indicator_units
from indicators.commands.outcomes import save_outcomes
from indicators.commands.targets import save_targets
from reports.commands.plan_import.lists import lists_of
from reports.commands.plan_import.rows import Job, arrange, instances, portions


def write_indicators(job: Job) -> None:
    indicators = instances(job, "Indikatorer")
    arrange(indicators, job.of("Indikatorer").order)
    with job.faults.of("Indikatorer", indicators.sources):
        save_indicators(plan=job.plan, indicators=indicators.to_write, by=job.by)
    job.faults.stop()
    with job.faults.of("Indikatorer", indicators.sources):
        set_indicator_units(plan=job.plan, units=lists_of(job, indicators, "Enheter"), by=job.by)


def write_targets(job: Job) -> None:
    targets = instances(job, "Målvärden")
    with job.faults.of("Målvärden", targets.sources):
        save_targets(plan=job.plan, targets=targets.to_write, by=job.by)


def write_outcomes(job: Job) -> None:
    """In portions, so that memory does not follow the number of outcomes."""
    for portion in portions(job, "Utfall", _AT_ONCE):
        with job.faults.of("Utfall", portion.sources):
            save_outcomes(plan=job.plan, measurements=portion.to_write, by=job.by)


_AT_ONCE = 5000
