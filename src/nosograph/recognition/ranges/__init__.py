"""Measured values outside their normal range, and the findings that they tell."""

from nosograph.recognition.ranges._ranges import Ranges

__all__ = ["Ranges"]
