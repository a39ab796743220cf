"""What is told of published versions to other systems: schemas, tables, a catalogue, feeds, calendars."""
