"""Facts → ReportDocument. Pure: the same facts and edition give the same document."""

from collections.abc import Callable, Sequence

from reports.build.blocks.activity_table import activity_table_block
from reports.build.blocks.assessment_matrix import assessment_matrix_block
from reports.build.blocks.assignment_table import assignment_table_block
from reports.build.blocks.attachments import attachments_block
from reports.build.blocks.chart import chart_block
from reports.build.blocks.data_table import data_table_block
from reports.build.blocks.drafting import Draft, Drafting
from reports.build.blocks.follow_up_table import follow_up_table_block
from reports.build.blocks.goal_follow_up import goal_follow_up_block
from reports.build.blocks.goal_matrix import goal_matrix_block
from reports.build.blocks.goal_overview import goal_overview_block
from reports.build.blocks.goal_table import goal_table_block
from reports.build.blocks.indicator_table import indicator_table_block
from reports.build.blocks.key_figures import key_figures_block
from reports.build.blocks.status_chart import status_chart_block
from reports.build.document import (
    SCHEMA_VERSION,
    Block,
    DocumentSection,
    Edition,
    InBrief,
    PageBreak,
    ReportDocument,
    SinceLast,
    StandingItem,
    StatusSummary,
)
from reports.build.empty import empty_words
from reports.build.facts import ReportFacts
from reports.build.in_brief import in_brief_of
from reports.build.material import Material, material_of
from reports.build.news import news_of
from reports.build.options import parsed
from reports.build.part_facts import SectionFact
from reports.build.places import Place, Places
from reports.build.publisher import publisher_of
from reports.build.section_anchors import section_anchors
from reports.build.since_last import since_last_of
from reports.build.standing import standing_of
from reports.build.subjects import subjects_of
from reports.build.summaries import report_summaries
from reports.build.suppression.applied import suppressed
from reports.choices import SectionKind


def assemble(facts: ReportFacts, edition: Edition | None) -> ReportDocument:
    """The whole report, with a draft's edition None. What points somebody out is gone before anything is made of it."""
    facts = suppressed(facts)
    anchors = section_anchors(facts.sections)
    drafting = Drafting(material_of(facts), anchors=set(anchors), edition=edition)
    sections, headings = _sections(drafting, anchors)
    summaries = report_summaries(drafting.material)
    places = Places(drafting.material, headings)
    standing = standing_of(drafting.material, places)
    in_brief, since_last = _summed_up(drafting.material, sections, places, summaries, standing)
    return ReportDocument(
        schema_version=SCHEMA_VERSION,
        publisher=publisher_of(facts),
        slug=facts.slug,
        title=facts.title,
        subtitle=facts.subtitle,
        as_of=facts.as_of,
        dated=facts.dated,
        registry_number=facts.registry_number,
        plan_title=facts.plan_title,
        summaries=summaries,
        sections=sections,
        edition=edition,
        notes=drafting.notes.in_order(),
        in_brief=in_brief,
        since_last=since_last,
        standing=standing,
        subjects=subjects_of(drafting.material, standing),
    )


def _sections(drafting: Drafting, anchors: Sequence[str]) -> tuple[tuple[DocumentSection, ...], dict[str, Place]]:
    """The sections, and for every anchor in them the heading that it stands under."""
    found: list[DocumentSection] = []
    headings: dict[str, Place] = {}
    above = Place()
    for section, anchor in zip(drafting.material.facts.sections, anchors, strict=True):
        made = _section(drafting, section, anchor)
        above = Place(made.anchor, made.title) if made.title else above
        headings |= dict.fromkeys(drafting.anchors - headings.keys() - set(anchors), above)
        found.append(made)
    return tuple(found), headings


def _summed_up(
    material: Material,
    sections: tuple[DocumentSection, ...],
    places: Places,
    summaries: tuple[StatusSummary, ...],
    standing: tuple[StandingItem, ...],
) -> tuple[InBrief | None, SinceLast | None]:
    """The parts before the sections, as far as the report is to have them; they lead to anchors in the sections."""
    facts = material.facts
    if not (facts.has_in_brief or facts.has_since_last):
        return None, None
    news = news_of(material, standing)
    return (
        in_brief_of(material, news, places, summaries, sections) if facts.has_in_brief else None,
        since_last_of(material, news, places) if facts.has_since_last else None,
    )


def _section(drafting: Drafting, section: SectionFact, anchor: str) -> DocumentSection:
    kind = SectionKind(section.kind)
    options = parsed(section.options)
    draft = Draft(drafting, kind, options, section.title, anchor)
    block = BLOCKS[kind](draft)
    return DocumentSection(
        anchor=anchor,
        level=section.level,
        title=section.title,
        html=section.content,
        block=block,
        kind=section.kind,
        empty_words=empty_words(kind, options) if block is None else "",
    )


def _text(draft: Draft) -> None:
    return None


def _page_break(draft: Draft) -> Block:
    return PageBreak()


def _data_table(draft: Draft) -> Block | None:
    return data_table_block(draft)


def _chart(draft: Draft) -> Block | None:
    return chart_block(draft.material.facts, draft.options, draft.notes)


BLOCKS: dict[SectionKind, Callable[[Draft], Block | None]] = {
    SectionKind.TEXT: _text,
    SectionKind.GOAL_OVERVIEW: goal_overview_block,
    SectionKind.GOAL_FOLLOW_UP: goal_follow_up_block,
    SectionKind.GOAL_TABLE: goal_table_block,
    SectionKind.FOLLOW_UP_TABLE: follow_up_table_block,
    SectionKind.GOAL_MATRIX: goal_matrix_block,
    SectionKind.INDICATOR_TABLE: indicator_table_block,
    SectionKind.KEY_FIGURES: key_figures_block,
    SectionKind.ASSIGNMENT_TABLE: assignment_table_block,
    SectionKind.ACTIVITY_TABLE: activity_table_block,
    SectionKind.ASSESSMENT_MATRIX: assessment_matrix_block,
    SectionKind.DATA_TABLE: _data_table,
    SectionKind.CHART: _chart,
    SectionKind.STATUS_CHART: status_chart_block,
    SectionKind.ATTACHMENTS: attachments_block,
    SectionKind.PAGE_BREAK: _page_break,
}
