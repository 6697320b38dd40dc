"""The addresses of the counter, of a file's orders, and of papers for the person."""

from django.urls import path

from throughcare.orders.views import acts, bringing, counter, events, expecting, file, papers

app_name = "orders"

ORDER = "cases/<str:number>/orders/<uuid:order>/"
ROW = "cases/<str:number>/orders/<uuid:row>/"
DIRECTION = "cases/<str:number>/directions/<uuid:direction>/"
DIRECTED = "cases/<str:number>/directions/<uuid:row>/"

urlpatterns = [
    path("intake/", counter.intake, name="intake"),
    path("intake/new/", counter.arrive, name="arrive"),
    path("intake/files/", bringing.bringing, name="bringing"),
    path("intake/files/<str:kind>.<str:form>", bringing.template, name="template"),
    path("intake/papers/<uuid:paper>/", counter.paper, name="paper"),
    path("intake/papers/<uuid:paper>/hold/", expecting.hold, name="hold"),
    path("intake/papers/<uuid:paper>/aside/", expecting.aside, name="aside"),
    path("intake/expected/", expecting.expect, name="expect"),
    path("intake/expected/<uuid:expected>/seen/", expecting.seen, name="seen"),
    path("intake/expected/<uuid:expected>/end/", expecting.not_expected, name="not_expected"),
    path("cases/<str:number>/orders/", file.register, name="register"),
    path(ORDER, file.order, name="order"),
    path(f"{ROW}taken-in/", acts.taken_in, name="taken_in"),
    path(f"{ROW}explain/", acts.explain, name="explain"),
    path(f"{ROW}event/", events.event, name="event"),
    path(
        "cases/<str:number>/events/<uuid:row>/take-back/",
        events.take_event_back,
        name="take_event_back",
    ),
    path(f"{ROW}change/", acts.vary, name="vary"),
    path(f"{ROW}protect/", acts.protect, name="protect"),
    path(f"{ROW}add/", acts.add_condition, name="add_condition"),
    path(f"{ORDER}sheet/<str:tongue>/", papers.sheet, name="sheet"),
    path("cases/<str:number>/direct/", acts.direct, name="direct"),
    path(f"{DIRECTION}slip/", papers.slip, name="slip"),
    path(f"{DIRECTED}met/", acts.met, name="met"),
    path(f"{DIRECTED}take-back/", acts.take_back, name="take_back"),
    path("cases/<str:number>/changes/<uuid:row>/", acts.decide_variation, name="decide_variation"),
    path("cases/<str:number>/queries/<uuid:row>/", acts.answer, name="answer"),
]
