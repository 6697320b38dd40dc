"""The addresses of accounts."""

from django.urls import path

from throughcare.account import views

app_name = "account"

urlpatterns = [
    path("office/undone/", views.undone, name="undone"),
    path("cases/<str:number>/account/", views.account, name="account"),
    path("cases/<str:number>/account/paper/", views.paper, name="paper"),
    path("cases/<str:number>/account/export/", views.export, name="export"),
]
