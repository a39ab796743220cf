"""Is a version still what was published? Pure: what is stored is held against what was recorded about it."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum

from reports.sealed.manifest import Entry, Facts, Manifest, read_manifest
from reports.sealed.parts import MANIFEST, digest


class Verdict(StrEnum):
    """`ADDED` is a file that the manifest does not know; `MISSING` one that it lists and that is gone."""

    INTACT = "intact"
    CHANGED = "changed"
    MISSING = "missing"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Stored:
    """A file as it is now: what the database records of it, and the bytes in the storage, None where they are gone."""

    recorded: Entry
    content: bytes | None


@dataclass(frozen=True, slots=True)
class FileVerdict:
    """`computed` is the SHA-256 of the bytes now, and empty where there are none."""

    recorded: Entry
    computed: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Verification:
    """`changed_facts` are names of the manifest's facts that the version's row no longer agrees with.

    `has_manifest` is false for versions published before there was one: then their files alone are verified.
    """

    files: tuple[FileVerdict, ...]
    changed_facts: tuple[str, ...]
    has_manifest: bool

    @property
    def is_intact(self) -> bool:
        return not self.changed_facts and all(file.verdict == Verdict.INTACT for file in self.files)


def verified(facts: Facts, stored: Iterable[Stored], manifest_sum: str) -> Verification:
    """`manifest_sum` is the manifest's SHA-256 as the audit trail has it; empty where it knows of none."""
    found = tuple(stored)
    own = next((item for item in found if item.recorded.format == MANIFEST), None)
    if own is None and not manifest_sum:
        return Verification(tuple(_by_itself(item) for item in found), (), has_manifest=False)
    parts = [item for item in found if item is not own]
    manifest = _read(own)
    if own is None or manifest is None:
        lost = Entry("manifest.json", MANIFEST, "", 0, manifest_sum)
        content = own.content if own else None
        broken = _gone(lost) if content is None else FileVerdict(lost, digest(content), Verdict.CHANGED)
        return Verification((*map(_by_itself, parts), broken), (), has_manifest=True)
    listed = {item.format: item for item in manifest.files}
    verdicts = [_listed(item, listed.get(item.recorded.format)) for item in parts]
    gone = [_gone(item) for item in manifest.files if item.format not in {part.recorded.format for part in parts}]
    return Verification(
        (*verdicts, *gone, _manifest_itself(own, manifest_sum)), _changed(facts, manifest), has_manifest=True
    )


def _by_itself(item: Stored) -> FileVerdict:
    """Held against its own record alone."""
    if item.content is None:
        return _gone(item.recorded)
    computed = digest(item.content)
    is_intact = (computed, len(item.content)) == (item.recorded.sha256, item.recorded.size)
    return FileVerdict(item.recorded, computed, Verdict.INTACT if is_intact else Verdict.CHANGED)


def _listed(item: Stored, listed: Entry | None) -> FileVerdict:
    alone = _by_itself(item)
    if listed is None and alone.verdict == Verdict.MISSING:
        return alone
    if listed is None:
        return FileVerdict(item.recorded, alone.computed, Verdict.ADDED)
    if listed != item.recorded and alone.verdict != Verdict.MISSING:
        return FileVerdict(listed, alone.computed, Verdict.CHANGED)
    return alone


def _manifest_itself(own: Stored, manifest_sum: str) -> FileVerdict:
    alone = _by_itself(own)
    if alone.computed != manifest_sum:
        return FileVerdict(own.recorded, alone.computed, Verdict.CHANGED)
    return alone


def _gone(item: Entry) -> FileVerdict:
    return FileVerdict(item, "", Verdict.MISSING)


def _read(own: Stored | None) -> Manifest | None:
    try:
        return read_manifest(own.content) if own and own.content is not None else None
    except ValueError:
        return None


def _changed(facts: Facts, manifest: Manifest) -> tuple[str, ...]:
    now = asdict(facts)
    return tuple(name for name, value in manifest.told if now.get(name) != value)
