"""Time to think before a report (*bedenktijd*): who has it, how long, and the four ways in which it ends early."""

from __future__ import annotations

from typing import Final

from waarborg.kernel.texts import Text
from waarborg.law.instruments import ALIENS_2015
from waarborg.law.shapes import End, Reflection
from waarborg.law.terms import TERMS

REFLECTION: Final = Reflection(
    term=TERMS["reflection"],
    reporting=TERMS["reflection.reporting"],
    for_whom=Text(
        en="It must be offered at the slightest sign of trafficking, to a person without lawful stay. "
        "It is not for witnesses.",
        nl="Het moet worden aangeboden bij het minste teken van mensenhandel, aan een persoon zonder "
        "rechtmatig verblijf. Het is niet voor getuigen.",
    ),
    from_detention=Text(
        en="For a person in detention the prosecution service and the police must both agree.",
        nl="Voor een persoon in detentie moeten OM en politie het allebei goedvinden.",
    ),
    meanwhile=(
        Text(en="The person does not have to leave.", nl="De persoon hoeft niet te vertrekken."),
        Text(en="CoMensha finds shelter.", nl="CoMensha zoekt opvang."),
        Text(en="There is an allowance.", nl="Er is een uitkering."),
        Text(en="There is a medical check.", nl="Er is een medische controle."),
        Text(en="There is legal advice.", nl="Er is juridisch advies."),
    ),
    ends=(
        End(
            id="gone",
            what=Text(en="The person left and nobody knows where.", nl="De persoon is weg en niemand weet waarheen."),
        ),
        End(id="declined", what=Text(en="The person says no to a report.", nl="De persoon wil geen aangifte doen.")),
        End(
            id="cooperates",
            what=Text(
                en="The person signs the report, or works along in another way.",
                nl="De persoon tekent de aangifte, of werkt op een andere manier mee.",
            ),
        ),
        End(
            id="other_permit",
            what=Text(en="The person asks for another permit.", nl="De persoon vraagt een andere vergunning aan."),
        ),
    ),
    sources=(ALIENS_2015.at("B8/3 (B9/10, 12, 13)"),),
)
