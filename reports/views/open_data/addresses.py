"""Where everything that the open data speaks of is found, as absolute addresses."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse

from followup.core.models import Committee, Municipality
from followup.core.site import site_of
from reports.models import Publication
from reports.open_data.answers import CommitteeAnswer, MunicipalityAnswer, ReportAnswer, VersionFiles


@dataclass(frozen=True, slots=True)
class Addresses:
    """`site` has no slash at its end."""

    site: str

    @classmethod
    def of(cls, request: HttpRequest) -> "Addresses":
        return cls(site_of(request))

    def to(self, name: str, *arguments: object) -> str:
        return self.site + reverse(f"reading:{name}", args=arguments)

    def municipality(self, row: Municipality) -> MunicipalityAnswer:
        return MunicipalityAnswer(
            id=row.pk,
            code=row.code or "",
            name=row.name,
            committees=f"{self.to('data_committees')}?municipality={row.pk}",
            reports=f"{self.to('data_reports')}?municipality={row.pk}",
            feed=self.to("municipality_feed", row.pk),
            judgements=self.to("data_municipality_table", row.pk, "judgements"),
            outcomes=self.to("data_municipality_table", row.pk, "outcomes"),
        )

    def committee(self, row: Committee) -> CommitteeAnswer:
        """Reads the municipality, which lists load along."""
        return CommitteeAnswer(
            slug=row.slug,
            name=row.name,
            municipality=row.municipality_id,
            municipality_name=row.municipality.name,
            page=self.to("committee", row.slug),
            reports=f"{self.to('data_reports')}?committee={row.slug}",
            feed=self.to("committee_feed", row.slug),
            decisions=self.to("committee_decisions", row.slug),
        )

    def report(self, row: Publication) -> ReportAnswer:
        """Reads the committee, which lists load along."""
        return ReportAnswer(
            committee=row.committee.slug,
            committee_name=row.committee_name,
            municipality=row.committee.municipality_id,
            municipality_name=row.municipality_name,
            report=row.slug,
            title=row.title,
            subtitle=row.subtitle,
            as_of=row.as_of,
            registry_number=row.registry_number,
            version=row.version,
            published_at=row.published_at,
            change_note=row.change_note,
            page=self.version(row),
            versions=self.to("data_report", row.committee.slug, row.slug),
            files=self.files(row),
        )

    def version(self, row: Publication) -> str:
        return self.to("version", row.committee.slug, row.slug, row.version)

    def files(self, row: Publication) -> VersionFiles:
        own = (row.committee.slug, row.slug, row.version)
        return VersionFiles(
            document=self.to("data_document", *own),
            judgements=self.to("data_table", *own, "judgements"),
            outcomes=self.to("data_table", *own, "outcomes"),
            pdf=self.to("file", *own, row.slug, "pdf"),
            workbook=self.to("file", *own, row.slug, "xlsx"),
            package=self.to("package", *own, row.slug),
        )
