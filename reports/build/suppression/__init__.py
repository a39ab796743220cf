"""Counts of so few people that somebody is pointed out: hidden, with what they could be computed from. Pure.

`relations` says what adds up to what, `attack` what a reader can work out of what is shown, `choice` which figures must
go so that nobody can, `applied` takes them out of a report's facts.
"""
