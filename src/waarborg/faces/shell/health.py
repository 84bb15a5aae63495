"""Says whether this program can do its work: it answers, and its database does."""

from __future__ import annotations

from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from waarborg.faces.shell.access import open_to_all


@open_to_all("GET")
@require_safe
def health(request: HttpRequest) -> JsonResponse:
    """``{"status": "ok"}``, or ``{"status": "no database"}`` with 503; never more, since anybody may ask."""
    del request
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            cursor.fetchone()
    except DatabaseError:
        return JsonResponse({"status": "no database"}, status=503)
    return JsonResponse({"status": "ok"})
