"""Every address of the product."""

from django.urls import URLPattern, URLResolver, include, path

from throughcare.site import views

app_name = "site"

own: list[URLPattern | URLResolver] = [
    path("", views.home, name="home"),
    path("health", views.health, name="health"),
    path("ready", views.ready, name="ready"),
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include((own, "site"))),
    path("account/", include("allauth.urls")),
]
