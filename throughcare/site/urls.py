"""Every address of the product."""

from django.urls import URLPattern, URLResolver, include, path

from throughcare.site import past, views
from throughcare.staff import urls as staff_urls

app_name = "site"

own: list[URLPattern | URLResolver] = [
    path("", views.home, name="home"),
    path("find/", views.search, name="search"),
    path("find/as-typed/", views.suggest, name="suggest"),
    path("help/", views.help_page, name="help"),
    path("accessibility/", views.accessibility, name="accessibility"),
    path("patterns/", views.patterns, name="patterns"),
    path("as-known-on/", past.choose, name="choose_past"),
    path(
        "as-known-on/<str:when>/what-came-later/<str:number>/", past.came_later, name="came_later"
    ),
    path("as-known-on/<str:when>/<path:rest>", past.as_known_on, name="as_known_on"),
    path("health", views.health, name="health"),
    path("ready", views.ready, name="ready"),
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include((own, "site"))),
    path("language/", views.set_language, name="set_language"),
    path("account/", include(staff_urls.entrance)),
    path("staff/", include(staff_urls)),
    path("", include("throughcare.today.urls")),
    path("", include("throughcare.account.urls")),
    path("", include("throughcare.victims.urls")),
    path("", include("throughcare.orders.urls")),
    path("", include("throughcare.cases.urls")),
    path("", include("throughcare.decisions.urls")),
    path("", include("throughcare.contacts.urls")),
    path("", include("throughcare.verification.urls")),
]

handler400 = "throughcare.site.errors.bad_request"
handler403 = "throughcare.site.errors.not_found"
handler404 = "throughcare.site.errors.not_found"
handler500 = "throughcare.site.errors.failed"
