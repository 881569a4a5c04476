"""Graph to Report: what the shapes say of it."""

from nosograph.validation.report import Report, Result, Severity
from nosograph.validation.validating import validate

__all__ = ["Report", "Result", "Severity", "validate"]
