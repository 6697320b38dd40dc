"""The addresses of the victim card."""

from django.urls import path

from throughcare.victims import views

app_name = "victims"

urlpatterns = [
    path("cases/<str:number>/victims/", views.card, name="card"),
    path("cases/<str:number>/victims/register/", views.register, name="register"),
    path("cases/<str:number>/victims/<uuid:victim>/", views.correct, name="correct"),
]
