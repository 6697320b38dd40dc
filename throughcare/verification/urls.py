"""The addresses of checks."""

from django.urls import path

from throughcare.verification import views

app_name = "verification"

urlpatterns = [
    path("cases/<str:number>/checks/", views.checks, name="list"),
    path("cases/<str:number>/checks/new/", views.record, name="record"),
    path("cases/<str:number>/checks/<uuid:check>/", views.correct, name="correct"),
]
