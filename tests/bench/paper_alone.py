"""A PDF in a process of its own: prints CPU seconds, the highest memory in bytes and the pages."""

import os
import resource
import sys
import time
from pathlib import Path


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "followup.settings")
    import django  # noqa: PLC0415 (the environment comes first)

    django.setup()
    from tests.bench.paper import bare, pages_of  # noqa: PLC0415

    path = Path(sys.argv[1])
    source, style = path.with_suffix(".html").read_text(), path.with_suffix(".css").read_text()
    start = time.process_time()
    pdf = bare(source, style)
    took = time.process_time() - start
    highest = 1024 * resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(took, highest, pages_of(pdf))


if __name__ == "__main__":
    main()
