"""The plan workbook (planboken): its sheets, reading one from outside, one out of the database, and what differs."""
