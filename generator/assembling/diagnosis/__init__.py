"""Why answers differ: what every observation of a figure is to every other, by the rules of `docs/methodology.md`."""

from generator.assembling.diagnosis.context import Context, days_of_change, drawn_on
from generator.assembling.diagnosis.diagnose import diagnose, diagnose_daily
from generator.assembling.diagnosis.slips import warn_of_slips

__all__ = ["Context", "days_of_change", "diagnose", "diagnose_daily", "drawn_on", "warn_of_slips"]
