"""Data as a municipality would have it, in any amount, to measure with: what `manage.py make_bench_data` makes.

One municipality is made through the commands that people use, from books of plans and published reports. The others
are copies of its rows under names and addresses of their own.
"""
