"""The addresses of decisions about what is owed."""

from django.urls import path

from throughcare.decisions.views import file, office

app_name = "decisions"

urlpatterns = [
    path("cases/<str:number>/set-aside/", file.of_file, name="of_file"),
    path("cases/<str:number>/set-aside/new/", file.set_aside, name="set_aside"),
    path("cases/<str:number>/set-aside/<uuid:decision>/", file.answer, name="answer"),
    path("cases/<str:number>/set-aside/<uuid:decision>/back/", file.withdraw, name="withdraw"),
    path("office/set-aside/", office.waiting, name="waiting"),
    path("office/no-staff/", office.no_staff, name="no_staff"),
]
