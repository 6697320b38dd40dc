"""The addresses of staff; `sign_in` are those without a namespace, by the names allauth uses."""

from django.urls import URLPattern, path

from throughcare.staff.views import factors, office, own, provider, sign_in, staff

app_name = "staff"

entrance: list[URLPattern] = [
    path("", sign_in.account_page, name="mfa_index"),
    path("sign-in/", sign_in.sign_in, name="account_login"),
    path("provider/", provider.go, name="provider_go"),
    path("provider/back/", provider.back, name="provider_back"),
    path("sign-out/", sign_in.sign_out, name="account_logout"),
    path("code/", sign_in.code, name="mfa_authenticate"),
    path("set-up/", sign_in.set_up, name="mfa_activate_totp"),
    path("keys/add/", factors.add_key, name="mfa_add_webauthn"),
    path("factors/<str:number>/name/", factors.name_key, name="name_key"),
    path("factors/<str:number>/remove/", factors.remove_factor, name="remove_factor"),
    path("recovery-codes/", sign_in.see_recovery_codes, name="mfa_view_recovery_codes"),
    path("recovery-codes/new/", sign_in.new_recovery_codes, name="mfa_generate_recovery_codes"),
    path("password/", sign_in.change_password, name="account_change_password"),
    path("password/again/", sign_in.again, name="account_reauthenticate"),
]

urlpatterns: list[URLPattern] = [
    path("account/", own.account, name="account"),
    path("account/sessions/end-others/", own.end_other_sessions, name="end_other_sessions"),
    path("account/typed/", own.typed, name="typed"),
    path("account/sessions/<str:name>/end/", own.end_session, name="end_session"),
    path("roles/", own.roles, name="roles"),
    path("office/", office.office, name="office"),
    path("office/duty/", office.duty, name="duty"),
    path("absences/<uuid:absence_id>/correct/", own.correct_absence, name="correct_absence"),
    path("", staff.staff, name="list"),
    path("open/", staff.open_account, name="open_account"),
    path("<uuid:member_id>/", staff.member, name="member"),
    path("<uuid:member_id>/absence/", own.absence, name="absence"),
    path("<uuid:member_id>/working-days/", office.working_days, name="working_days"),
    path("<uuid:member_id>/posting/", staff.post, name="post"),
    path("<uuid:member_id>/posting/end/", staff.end_posting, name="end_posting"),
    path("<uuid:member_id>/close/", staff.close_account, name="close_account"),
    path("<uuid:member_id>/open/", staff.reopen_account, name="reopen_account"),
    path("<uuid:member_id>/email/", staff.set_email, name="set_email"),
    path("<uuid:member_id>/reset/", staff.reset_sign_in, name="reset_sign_in"),
]
