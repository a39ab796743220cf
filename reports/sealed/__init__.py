"""The sealed package of a version: its parts, the manifest that binds them together, and how it is verified.

A version is its files, each with the SHA-256 it had when it was stored. The manifest lists them with what the version
says of itself, and the audit trail keeps the manifest's own SHA-256. Whoever changes a byte must change all three alike
to be unseen.
"""
