from indicators.models.indicator import Indicator, IndicatorUnit
from indicators.models.measurement import Measurement
from indicators.models.target import Target

__all__ = ["Indicator", "IndicatorUnit", "Measurement", "Target"]
