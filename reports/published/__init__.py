"""What stands in a published report, taken out of its sealed data one thing at a time.

Everything here reads the JSON that a version is sealed with, never a row, so that what is taken out when it is
published and what is taken out ten years later is the same. A key that an older version does not have is empty.
"""
