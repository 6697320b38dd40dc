"""The address of the victim card."""

from django.urls import path

from throughcare.victims import views

app_name = "victims"

urlpatterns = [path("cases/<str:number>/victims/", views.card, name="card")]
