"""What the web server serves."""

import gc
import os

from django.core.wsgi import get_wsgi_application

# The collector looks at the objects of a page or less at a time, which takes two milliseconds, and
# hardly ever again at what is there from the start: looking through all of them makes a page wait a
# fifth of a second, and through those of ten pages together one page in ten a fortieth.
OBJECTS, YOUNG, OLD = 5_000, 5, 4_000

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "throughcare.site.settings")
application = get_wsgi_application()


def settle() -> None:
    """Keep what this process has loaded out of the garbage collector's way."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(OBJECTS, YOUNG, OLD)


settle()
