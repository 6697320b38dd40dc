"""`python -m throughcare`: the same as the command `throughcare`."""

import sys

from throughcare.site.cli import main

if __name__ == "__main__":
    sys.exit(main())
