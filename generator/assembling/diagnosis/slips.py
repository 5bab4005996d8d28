"""What the diagnosis asks of maintainers: a look at every probable slip."""

from __future__ import annotations

from generator.assembling.diagnosis.context import Context
from generator.assembling.diagnosis.diagnose import findings_on
from generator.diagnostics import Code, Diagnostics
from generator.model.briefing import Figure
from generator.model.diagnosis import STRIKING, FindingKind

_HINT = "compare it with the article; if it is printed so, say so in a 'note' on this observation"


def warn_of_slips(figure: Figure, context: Context, diagnostics: Diagnostics) -> None:
    """Tell every probable slip where it is annotated.

    A note on the observation silences the warning and never the finding; what is struck needs none.
    """
    found = findings_on(figure, context)
    looked_at = {each.id for each in figure.observations if each.entry.note}
    looked_at |= {finding.observation for finding in found if finding.kind in STRIKING}
    locations = {each.id: each.location for each in figure.observations}
    for finding in found:
        if finding.kind is FindingKind.PROBABLE_SLIP and finding.observation not in looked_at:
            message = finding.reason.plain(context.name)
            diagnostics.warning(locations[finding.observation], Code.PROBABLE_SLIP, message, _HINT)
