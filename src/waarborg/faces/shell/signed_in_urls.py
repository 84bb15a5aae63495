"""Addresses that the desk and the portal have alike; each includes them at its root."""

from django.urls import path

from waarborg.faces.shell import account, signin
from waarborg.faces.shell.health import health

urlpatterns = [
    path("healthz", health, name="health"),
    path("language/", signin.set_language, name="set_language"),
    path("sign-in/", signin.sign_in, name="sign_in"),
    path("sign-out/", signin.sign_out, name="sign_out"),
    path("session/", signin.session, name="session"),
    path("account/", account.account, name="account"),
    path("account/app/", account.account_app, name="account_app"),
    path("account/app/remove/", account.account_without_app, name="account_without_app"),
    path("account/number/", account.account_number, name="account_number"),
    path("account/password/", account.account_password, name="account_password"),
]
