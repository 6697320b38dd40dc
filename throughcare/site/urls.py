"""Every address of the product."""

from django.urls import URLPattern, URLResolver, include, path
from django.views.i18n import set_language

from throughcare.access import open_page
from throughcare.site import views
from throughcare.staff import urls as staff_urls

app_name = "site"

own: list[URLPattern | URLResolver] = [
    path("", views.home, name="home"),
    path("health", views.health, name="health"),
    path("ready", views.ready, name="ready"),
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include((own, "site"))),
    path("language/", open_page("Everyone chooses a language.")(set_language), name="set_language"),
    path("account/", include(staff_urls.entrance)),
    path("staff/", include(staff_urls)),
]
