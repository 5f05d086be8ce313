"""What the frequency of an item may not say although each of its keys is well formed."""

from __future__ import annotations

from collections.abc import Iterator

from acceptance.domain.checklists.frequency import Frequency, Per

_MEASURED = (Per.LENGTH, Per.AREA)


def of_frequency(frequency: Frequency) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Code, key and data of every contradiction."""
    for key in ("count", "least", "readings"):
        if getattr(frequency, key) < 1:
            yield "template_sample_below_one", f"sample.{key}", {}
    if frequency.every <= 0:
        yield "template_sample_below_one", "sample.every", {}
    if frequency.per in _MEASURED and frequency.every == 1:
        yield "template_sample_every_missing", "sample.every", {}
    yield from _of_share(frequency)


def _of_share(frequency: Frequency) -> Iterator[tuple[str, str, dict[str, str]]]:
    by_share = frequency.per is Per.SHARE
    if by_share != (frequency.share is not None):
        yield "template_sample_share", "sample.share", {}
    elif frequency.share is not None and not 0 < frequency.share <= 100:
        yield "template_rate_out_of_range", "sample.share", {}
    counted_once = {"every": by_share or frequency.per is Per.CHECKLIST, "count": by_share}
    for key, unused in counted_once.items():
        if unused and getattr(frequency, key) != 1:
            yield "template_sample_key_unused", f"sample.{key}", {"per": frequency.per.value}
