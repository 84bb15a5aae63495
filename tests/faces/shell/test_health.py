"""The program says whether it can work, and nothing else."""

from __future__ import annotations

import pytest
from django.db import OperationalError, connection
from django.test import Client


@pytest.mark.django_db
def test_a_program_with_its_database_is_well(client: Client) -> None:
    response = client.get("/healthz")
    assert response.status_code == 200
    assert response.json() == {"status": "ok"}


@pytest.mark.django_db
def test_a_program_without_its_database_says_so_and_no_more(client: Client) -> None:
    def refuse(*_: object) -> None:
        message = "could not connect to 10.0.0.7 as waarborg"
        raise OperationalError(message)

    with connection.execute_wrapper(refuse):
        response = client.get("/healthz")
    assert response.status_code == 503
    assert response.json() == {"status": "no database"}


def test_health_only_answers_questions(client: Client) -> None:
    assert client.post("/healthz").status_code == 405
