"""`probe.py ADDRESS`: ends with 0 when the address answers with 200 within five seconds. An image has no curl."""

import sys
import urllib.request

try:
    with urllib.request.urlopen(sys.argv[1], timeout=5) as answer:  # noqa: S310 (the address is the operator's own)
        sys.exit(0 if answer.status == 200 else 1)
except OSError as fault:
    sys.exit(str(fault))
