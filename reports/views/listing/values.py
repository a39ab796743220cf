"""What a cell of a list may hold where the list is taken away."""

from datetime import date
from decimal import Decimal

CellValue = str | int | Decimal | date | None
