"""What the web server serves."""

import gc
import os

from django.core.wsgi import get_wsgi_application

# The collector looks at fewer pages' objects at a time and never again at what is there from the
# start: looking through all of them makes one page in twenty wait a fifth of a second.
OBJECTS, YOUNG, OLD = 50_000, 20, 100

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "throughcare.site.settings")
application = get_wsgi_application()


def settle() -> None:
    """Keep what this process has loaded out of the garbage collector's way."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(OBJECTS, YOUNG, OLD)


settle()
