"""A PDF in a process of its own: prints CPU seconds, the highest memory in bytes and the pages."""

import os
import re
import sys
import time
from pathlib import Path


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "followup.settings")
    import django

    django.setup()
    from tests.bench.paper import bare, pages_of

    path = Path(sys.argv[1])
    source, style = path.with_suffix(".html").read_text(), path.with_suffix(".css").read_text()
    start = time.process_time()
    pdf = bare(source, style)
    took = time.process_time() - start
    print(took, highest_memory(), pages_of(pdf))


def highest_memory():
    """Bytes, of this program alone: what `getrusage` tells begins with the memory of the process that started it."""
    return 1024 * int(re.search(r"^VmHWM:\s+(\d+)", Path("/proc/self/status").read_text(), re.MULTILINE)[1])


if __name__ == "__main__":
    main()
