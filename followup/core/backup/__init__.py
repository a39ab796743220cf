"""A copy of the database and of every file that it names, made while the application is used, and put back.

DIR/files/ab/abcd…          every file once, for all the copies in DIR
DIR/2026-11-26T030000Z/     a finished copy: database.sqlite3 or database.dump, SHA256SUMS, manifest.json
"""
