"""The addresses of files, of the office and of counts."""

from django.urls import path

from throughcare.cases.views import (
    closing,
    counts,
    documents,
    emergency,
    file,
    holding,
    identity,
    lists,
    office,
    opening,
    protection,
    standing,
    transfers,
)

app_name = "cases"

urlpatterns = [
    path("cases/", lists.cases, name="list"),
    path("office/", office.office_page, name="office"),
    path("office/cover/", office.cover_officer, name="cover_officer"),
    path("office/cover/<uuid:cover>/end/", office.end_cover, name="end_cover"),
    path("office/emergencies/", emergency.emergencies, name="emergencies"),
    path("office/emergencies/<uuid:emergency>/", emergency.review, name="review_emergency"),
    path("emergency/", emergency.emergency, name="emergency"),
    path("counts/", counts.counts, name="counts"),
    path("people/new/", identity.new_person, name="new_person"),
    path("people/<str:number>/", opening.person, name="person"),
    path("people/<str:number>/open/", opening.open_for, name="open_for"),
    path("cases/<str:number>/", file.overview, name="file"),
    path("cases/<str:number>/summary/", file.summary, name="summary"),
    path("cases/<str:number>/identity/", identity.identity, name="identity"),
    path("cases/<str:number>/identity/<str:act>/", identity.identity_act, name="identity_act"),
    path(
        "cases/<str:number>/identity/<str:act>/<uuid:row>/",
        identity.identity_act,
        name="identity_row",
    ),
    path("cases/<str:number>/documents/", documents.papers, name="documents"),
    path("documents/<uuid:document>/", documents.paper, name="document"),
    path("documents/<uuid:document>/misfiled/", documents.misfiled, name="misfiled"),
    path("cases/<str:number>/record/", file.record, name="record"),
    path("cases/<str:number>/record/who-looked/", file.looked, name="looked"),
    path("cases/<str:number>/assign/", holding.assign, name="assign"),
    path("cases/<str:number>/uncovered/", holding.uncovered, name="uncovered"),
    path("cases/<str:number>/cover/", holding.cover, name="cover"),
    path("cases/<str:number>/level/", standing.level, name="level"),
    path("cases/<str:number>/away/", standing.away, name="away"),
    path("cases/<str:number>/away/<uuid:away>/end/", standing.end_away, name="end_away"),
    path("cases/<str:number>/transfer/", transfers.propose_transfer, name="propose_transfer"),
    path("cases/<str:number>/transfer/accept/", transfers.accept_transfer, name="accept_transfer"),
    path("cases/<str:number>/transfer/refuse/", transfers.refuse_transfer, name="refuse_transfer"),
    path("cases/<str:number>/restrict/", protection.restrict, name="restrict"),
    path("cases/<str:number>/restrict/name/", protection.name_member, name="name_member"),
    path("cases/<str:number>/restrict/lift/", protection.lift, name="lift"),
    path("cases/<str:number>/conflict/", protection.conflict, name="conflict"),
    path("cases/<str:number>/close/", closing.close, name="close"),
    path("cases/<str:number>/reopen/", closing.reopen, name="reopen"),
]
