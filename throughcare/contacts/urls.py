"""The addresses of contacts."""

from django.urls import path

from throughcare.contacts import views

app_name = "contacts"

urlpatterns = [
    path("cases/<str:number>/contacts/", views.contacts, name="list"),
    path("cases/<str:number>/contacts/new/", views.record, name="record"),
    path("cases/<str:number>/contacts/<uuid:contact>/", views.correct, name="correct"),
    path("cases/<str:number>/contacts/<uuid:contact>/confirm/", views.confirm, name="confirm"),
]
