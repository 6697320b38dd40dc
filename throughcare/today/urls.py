"""The addresses of the day."""

from django.urls import path

from throughcare.today import views

app_name = "today"

urlpatterns = [
    path("today/", views.today, name="today"),
]
