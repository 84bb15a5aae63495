"""Roles, services and doors in words, for every page that names who somebody is."""

from __future__ import annotations

from typing import Final

from waarborg.kernel.actors import Channel, Role, Service
from waarborg.kernel.texts import Text

SERVICES: Final[dict[Service, Text]] = {
    Service.AVIM: Text(en="AVIM", nl="AVIM"),
    Service.LABOUR_AUTHORITY: Text(en="Labour Authority", nl="Arbeidsinspectie"),
    Service.KMAR: Text(en="Marechaussee", nl="Marechaussee"),
    Service.PROSECUTION_SERVICE: Text(en="Prosecution Service", nl="Openbaar Ministerie"),
    Service.TCI: Text(en="TCI", nl="TCI"),
    Service.CRIME_STOPPERS: Text(en="Meld Misdaad Anoniem", nl="Meld Misdaad Anoniem"),
    Service.CARE: Text(en="Care coordination", nl="Zorgcoördinatie"),
    Service.OVERSIGHT: Text(en="Oversight", nl="Toezicht"),
}
ROLES: Final[dict[Role, Text]] = {
    Role.REPORTER: Text(en="reporter", nl="melder"),
    Role.VICTIM: Text(en="the person herself or himself", nl="de persoon zelf"),
    Role.REPRESENTATIVE: Text(en="representative", nl="vertegenwoordiger"),
    Role.LAWYER: Text(en="lawyer", nl="advocaat"),
    Role.DETECTIVE: Text(en="detective", nl="rechercheur"),
    Role.TEAM_LEADER: Text(en="team leader", nl="teamleider"),
    Role.PROSECUTOR: Text(en="prosecutor", nl="officier van justitie"),
    Role.PROSECUTION_STAFF: Text(en="prosecution staff", nl="medewerker van het OM"),
    Role.CARE_COORDINATOR: Text(en="care coordinator", nl="zorgcoördinator"),
    Role.DOOR_OFFICER: Text(en="door officer", nl="loketmedewerker"),
    Role.SUPERVISOR: Text(en="supervisor", nl="toezichthouder"),
    Role.ADMINISTRATOR: Text(en="administrator", nl="beheerder"),
    Role.HOUSE: Text(en="the system itself", nl="het systeem zelf"),
}
DOORS: Final[dict[Channel, Text]] = {
    Channel.AVIM: Text(en="AVIM", nl="AVIM"),
    Channel.LABOUR_INSPECTORATE: Text(en="Labour Authority", nl="Arbeidsinspectie"),
    Channel.TCI: Text(en="TCI", nl="TCI"),
    Channel.MELD_MISDAAD_ANONIEM: Text(en="Meld Misdaad Anoniem", nl="Meld Misdaad Anoniem"),
}
