"""Reading a report's facts, one flat query a kind of data."""
