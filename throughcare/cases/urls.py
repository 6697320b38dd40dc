"""The addresses of files, of the office and of counts."""

from django.urls import path

from throughcare.cases.views import acts, file, identity, lists, opening

app_name = "cases"

urlpatterns = [
    path("cases/", lists.cases, name="list"),
    path("office/", lists.office_page, name="office"),
    path("office/cover/", lists.cover_officer, name="cover_officer"),
    path("office/cover/<uuid:cover>/end/", lists.end_cover, name="end_cover"),
    path("counts/", lists.counts, name="counts"),
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
    path("cases/<str:number>/documents/", file.papers, name="documents"),
    path("documents/<uuid:document>/", file.paper, name="document"),
    path("documents/<uuid:document>/misfiled/", file.misfiled, name="misfiled"),
    path("cases/<str:number>/record/", file.record, name="record"),
    path("cases/<str:number>/assign/", acts.assign, name="assign"),
    path("cases/<str:number>/uncovered/", acts.uncovered, name="uncovered"),
    path("cases/<str:number>/cover/", acts.cover, name="cover"),
    path("cases/<str:number>/level/", acts.level, name="level"),
    path("cases/<str:number>/away/", acts.away, name="away"),
    path("cases/<str:number>/away/<uuid:away>/end/", acts.end_away, name="end_away"),
    path("cases/<str:number>/transfer/", acts.propose_transfer, name="propose_transfer"),
    path("cases/<str:number>/transfer/accept/", acts.accept_transfer, name="accept_transfer"),
    path("cases/<str:number>/transfer/refuse/", acts.refuse_transfer, name="refuse_transfer"),
    path("cases/<str:number>/restrict/", acts.restrict, name="restrict"),
    path("cases/<str:number>/restrict/name/", acts.name_member, name="name_member"),
    path("cases/<str:number>/restrict/lift/", acts.lift, name="lift"),
    path("cases/<str:number>/conflict/", acts.conflict, name="conflict"),
    path("cases/<str:number>/close/", acts.close, name="close"),
    path("cases/<str:number>/reopen/", acts.reopen, name="reopen"),
]
